"""A source and a listing to cases: which files, which subject, which split, which raw labels.

No pixel is decoded here; only tables, records and DICOM headers are opened.
"""

from __future__ import annotations

import contextlib
import gc
import itertools
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import pyarrow as pa

from gmai_data import store
from gmai_data.arrow import arrow_schema
from gmai_data.config import Config
from gmai_data.declare import Source
from gmai_data.errors import DeclarationError, RejectedItem
from gmai_data.find import declared_at
from gmai_data.grammar.disk import Disk
from gmai_data.grammar.file_pieces import has_pieces
from gmai_data.grammar.found import Found, exclude, found_in, name_of, tables_of
from gmai_data.grammar.layout import Plan, find_root, not_found, plans
from gmai_data.grammar.pieces import is_long, is_told_by_row, pieces
from gmai_data.grammar.subjects import assign_splits, moved_notes
from gmai_data.grammar.survey import Survey
from gmai_data.grammar.together import ScanWholeError
from gmai_data.listing import Listing
from gmai_data.roots import Root
from gmai_data.scan_files import scan_files
from gmai_data.schema import Case, Rejection

if TYPE_CHECKING:
    import numpy as np

_T = TypeVar("_T")
Tables = Callable[[], Iterator[pa.Table]]


@dataclass(frozen=True, slots=True)
class Scan:
    """What a source holds.

    ``tables`` gives the cases, as often as it is called: tables with the schema of `Case`, one
    after the other in path order of the first file. ``inputs`` are path and SHA-256 of every
    table, record and text that was read; ``official`` the declared split of each subject that has
    an id: other sources may know it, too. No `limit` shortens it.
    """

    tables: Tables
    rejected: tuple[Rejection, ...]
    notes: tuple[str, ...]
    inputs: tuple[tuple[str, str], ...]
    official: pa.Table

    @property
    def cases(self) -> pa.Table:
        """All cases in memory."""
        tables = list(self.tables())
        return pa.concat_tables(tables).combine_chunks() if tables else _none()


def _none() -> pa.Table:
    return arrow_schema(Case).empty_table()


def scan(
    source: Source,
    roots: Mapping[str, Root],
    listing: Listing,
    config: Config,
    secret: bytes = b"",
    spill: str = "",
) -> Scan:
    """Find the cases of a source on disk.

    With ``spill``, a path, the cases of long tables and of very many files wait in that file, and
    are sorted beside it, instead of in memory; `Scan.tables` reads them from there.

    Raises:
        DeclarationError: the declaration is wrong, or does not fit these files (exit code 2).
        UsageError: a source that it refers to is not on disk, or a secret is needed.
    """
    try:
        with _no_collector():
            disk = Disk(roots, source.name, listing)
            with contextlib.suppress(ScanWholeError, DeclarationError, RejectedItem):
                # What looks wrong in one piece may be right in the whole, or is told better there.
                if (found := _scan_long(source, disk, config, secret, spill)) is not None:
                    return found
            return _scan(source, disk, config, secret)
    except DeclarationError as error:
        where = declared_at(source, str(error))
        raise DeclarationError(f"{error} [{where}]" if where else str(error)) from error


@contextlib.contextmanager
def _no_collector() -> Iterator[None]:
    """Pause the cycle collector: a scan makes millions of tuples and no cycle worth a walk."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _scan(source: Source, disk: Disk, config: Config, secret: bytes) -> Scan:
    found, inputs = _layouts(source, disk, secret)
    _unique(source, found)
    splits = assign_splits(
        source,
        _of_all([f.of.subject for f in found]),
        _of_all([f.of.raw for f in found]),
        _of_all([f.of.official for f in found]),
        config,
    )
    surveyed = [n for f in found for n in f.survey.notes]
    notes = [*disk.notes, *surveyed, *moved_notes(source, splits.moved)]
    notes += _exclude_all(source, found)
    _limit(found, config.limit)
    tables: list[pa.Table] = []
    start = 0
    for f in found:
        own = slice(start, start + f.cases.n)
        tables += tables_of(f, splits.split[own], splits.origin[own])
        start += f.cases.n
    if len(found) > 1:
        tables = [_in_path_order(pa.concat_tables(tables))]
    rejected = [r for f in found for r in f.survey.rejected]
    return Scan(lambda: iter(tables), *_told(rejected, notes, inputs), _shared(splits.official))


def _shared(official: Mapping[str, str]) -> pa.Table:
    columns = [list(official), list(official.values())]
    return pa.table([pa.array(c, pa.string()) for c in columns], ["subject", "split"])


def _told(
    rejected: Sequence[Rejection], notes: Sequence[str], inputs: Mapping[str, str]
) -> tuple[tuple[Rejection, ...], tuple[str, ...], tuple[tuple[str, str], ...]]:
    return (
        tuple(sorted(rejected, key=lambda r: (r.path, r.key, r.rule, r.value))),
        tuple(dict.fromkeys(notes)),
        tuple(sorted(inputs.items())),
    )


def _scan_long(
    source: Source, disk: Disk, config: Config, secret: bytes, spill: str
) -> Scan | None:
    """Scan a long table, or very many files, a piece at a time; None for another source.

    Raises:
        ScanWholeError, DeclarationError: it must be scanned at once.
    """
    found = plans(source)
    if len(found) > 1 or not is_told_by_row(found[0]):
        return _scan_files(source, disk, config, secret, spill)
    prefix = find_root(disk, found[0])
    if prefix is None:
        return None
    whole = Survey(source, found[0], disk, prefix, {})
    if not is_long(whole):
        return None
    bound = None if config.limit is None else _bound(whole, secret, config.limit)
    rejected: list[Rejection] = []
    notes: list[str] = list(disk.notes)
    met: set[str] = set()

    def tables() -> Iterator[pa.Table]:
        for f in _found_long(whole, secret):
            met.update(exclude(f))
            if bound is not None:
                f.kept = [at for at in f.kept if f.keys[at] <= bound]
            splits = assign_splits(source, f.of.subject, f.of.raw, f.of.official, config)
            yield from tables_of(f, splits.split, splits.origin)
            rejected.extend(f.survey.rejected)
            notes.extend((*f.survey.notes, *moved_notes(source, splits.moved)))

    written = _spilled(tables(), spill) if spill else _held(tables())
    unmet = [key for key in dict.fromkeys(found[0].exclude) if key not in met]
    notes += [f"{source.name}: exclude '{key}' is of no case on this disk." for key in unmet]
    return Scan(written, *_told(rejected, notes, whole.inputs), _shared({}))


def _scan_files(
    source: Source, disk: Disk, config: Config, secret: bytes, spill: str
) -> Scan | None:
    if not has_pieces(disk.listing, plans(source)):
        return None
    wholes = _surveys(source, disk)

    def write(tables: Iterator[pa.Table]) -> Tables:
        return _spilled(tables, spill) if spill else _held(tables)

    found = scan_files(wholes, config, secret, os.path.dirname(spill), write) if wholes else None
    if found is None:
        return None
    return Scan(found.tables, *_told(found.rejected, found.notes, wholes[0].inputs), found.official)


def _found_long(whole: Survey, secret: bytes) -> Iterator[Found]:
    """The cases of each piece; a record that stands in an earlier one, too, is not kept again."""
    import numpy as np

    seen = np.empty(0, np.uint64)
    names: tuple[str, ...] | None = None
    for some in pieces(whole):
        survey = replace(whole, notes=[], rejected=[], pieces=some)
        f = found_in(survey, secret)
        columns = () if f.cases.rows.items is not None else tuple(sorted(f.cases.rows.columns))
        if names is not None and columns != names:
            raise ScanWholeError("other columns than before")
        names = columns
        keys = np.array([int(key, 16) for key in f.keys], np.uint64)
        again = _is_in(keys, seen)
        if again.any():
            if getattr(whole.plan.cases, "key", None) is not None:
                raise ScanWholeError("a case whose rows are in several pieces")
            f.kept = [at for at in f.kept if not again[at]]
        seen = np.sort(np.concatenate([seen, keys[~again]]))
        yield f
    if not seen.size:
        raise ScanWholeError("no case at all")


def _is_in(keys: np.ndarray, ordered: np.ndarray) -> np.ndarray:
    """Which keys are among ``ordered`` ones."""
    import numpy as np

    if not ordered.size:
        return np.zeros(keys.size, bool)
    at = np.minimum(np.searchsorted(ordered, keys), ordered.size - 1)
    return np.asarray(ordered[at] == keys)


def _bound(whole: Survey, secret: bytes, limit: int) -> str:
    """The largest of the ``limit`` smallest keys."""
    kept: list[str] = []
    for f in _found_long(whole, secret):
        exclude(f)
        kept = sorted([*kept, *(f.keys[at] for at in f.kept)])[:limit]
    return kept[-1] if kept else ""


def _held(tables: Iterator[pa.Table]) -> Tables:
    held = list(tables)
    return lambda: iter(held)


def _spilled(tables: Iterator[pa.Table], path: str) -> Tables:
    """Write tables to a file as they come; what it returns reads them back, one in memory."""
    with (
        store.writing(path),
        pa.OSFile(path, "wb") as file,
        pa.ipc.new_stream(file, arrow_schema(Case)) as stream,
    ):
        for table in tables:
            stream.write_table(table)

    def back() -> Iterator[pa.Table]:
        with pa.OSFile(path, "rb") as file, pa.ipc.open_stream(file) as stream:
            for batch in stream:
                yield pa.Table.from_batches([batch])

    return back


def _of_all(columns: Sequence[Sequence[_T]]) -> Sequence[_T]:
    """One column of the cases of all layouts; that of a single layout is not copied."""
    return columns[0] if len(columns) == 1 else list(itertools.chain.from_iterable(columns))


def _layouts(source: Source, disk: Disk, secret: bytes) -> tuple[list[Found], dict[str, str]]:
    """Scan the parts that are on disk, or the first layout that is."""
    surveys = _surveys(source, disk)
    if not surveys:
        raise DeclarationError(
            "\n".join(dict.fromkeys(not_found(disk, plan) for plan in plans(source)))
        )
    return [found_in(survey, secret) for survey in surveys], surveys[0].inputs


def _surveys(source: Source, disk: Disk) -> list[Survey]:
    """The parts of a source that are on disk, or the first layout that is."""
    inputs: dict[str, str] = {}
    found: list[Survey] = []
    absent: list[Plan] = []
    for plan in plans(source):
        prefix = find_root(disk, plan)
        if prefix is None:
            absent.append(plan)
            continue
        found.append(Survey(source, plan, disk, prefix, inputs))
        if source.layouts:
            break
    if source.parts and found:
        for plan in absent:
            disk.notes.append(f"{source.name}: the part '{plan.name}' is not on disk.")
    return found


def _unique(source: Source, found: Sequence[Found]) -> None:
    if len({key for f in found for key in f.keys}) == sum(len(f.keys) for f in found):
        return
    seen: dict[str, tuple[Found, int]] = {}
    for f in found:
        for at, key in enumerate(f.keys):
            if key in seen:
                other, place = seen[key]
                paths = [name_of(other, place), name_of(f, at)]
                raise DeclarationError(
                    f"{source.name}: two cases have the identity "
                    f"{dict(f.cases.identity[at])}: {paths[0]} and {paths[1]}."
                )
            seen[key] = (f, at)


def _exclude_all(source: Source, found: Sequence[Found]) -> list[str]:
    met = {key for f in found for key in exclude(f)}
    unmet = dict.fromkeys(k for f in found for k in f.survey.plan.exclude if k not in met)
    return [f"{source.name}: exclude '{key}' is of no case on this disk." for key in unmet]


def _limit(found: Sequence[Found], limit: int | None) -> None:
    """Keep the cases with the smallest keys: 100 of them are among 200."""
    if limit is None:
        return
    chosen = set(sorted(f.keys[at] for f in found for at in f.kept)[:limit])
    for f in found:
        f.kept = [at for at in f.kept if f.keys[at] in chosen]


def _in_path_order(table: pa.Table) -> pa.Table:
    files = table["files"].to_pylist()
    first = [f[0]["path"] if f else "" for f in files]
    return table.take(sorted(range(len(first)), key=first.__getitem__)).combine_chunks()
