"""A source and a listing to cases: which files, which subject, which split, which raw labels.

No pixel is decoded here; only tables, records and DICOM headers are opened.
"""

from __future__ import annotations

import contextlib
import gc
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

import pyarrow as pa

from gmai_data.arrow import arrow_schema
from gmai_data.config import Config
from gmai_data.declare import QA, Caption, Class, Dialogue, Flags, LabelPart, Source, Value
from gmai_data.errors import DeclarationError
from gmai_data.find import declared_at
from gmai_data.grammar.annotate import annotate
from gmai_data.grammar.case_table import annotation_column, file_column, interned, raw_fields
from gmai_data.grammar.cases import CaseRows, case_rows
from gmai_data.grammar.disk import Disk
from gmai_data.grammar.identity import case_key
from gmai_data.grammar.layout import Plan, find_root, not_found, plans
from gmai_data.grammar.subjects import Belonging, assign_splits, belonging
from gmai_data.grammar.survey import Survey, rejection
from gmai_data.listing import Listing
from gmai_data.roots import Root
from gmai_data.schema import Case, Rejection

_T = TypeVar("_T")
_BLOCK: Final = 1 << 18  # cases whose annotations are Python objects at once


@dataclass(frozen=True, slots=True)
class Scan:
    """What a source holds. ``cases`` has the schema of `Case`, in path order of the first file.

    ``inputs`` are path and SHA-256 of every table, record and text that was read.
    """

    cases: pa.Table
    rejected: tuple[Rejection, ...]
    notes: tuple[str, ...]
    inputs: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Found:
    """The cases of one layout before splits are known."""

    survey: Survey
    cases: CaseRows
    keys: list[str]
    of: Belonging
    kept: Sequence[int] = ()


def scan(
    source: Source,
    roots: Mapping[str, Root],
    listing: Listing,
    config: Config,
    secret: bytes = b"",
) -> Scan:
    """Find the cases of a source on disk.

    Raises:
        DeclarationError: the declaration is wrong, or does not fit these files (exit code 2).
        UsageError: a source that it refers to is not on disk, or a secret is needed.
    """
    try:
        with _no_collector():
            return _scan(source, Disk(roots, source.name, listing), config, secret)
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
    notes = [*disk.notes, *surveyed, *splits.notes, *_exclude_all(source, found)]
    _limit(found, config.limit)
    tables: list[pa.Table] = []
    start = 0
    for f in found:
        own = slice(start, start + f.cases.n)
        tables += _tables(f, splits.split[own], splits.origin[own])
        start += f.cases.n
    table = pa.concat_tables(tables) if tables else arrow_schema(Case).empty_table()
    rejected = [r for f in found for r in f.survey.rejected]
    return Scan(
        _in_path_order(table) if len(found) > 1 else table.combine_chunks(),
        tuple(sorted(rejected, key=lambda r: (r.path, r.key, r.rule, r.value))),
        tuple(dict.fromkeys(notes)),
        tuple(sorted(inputs.items())),
    )


def _of_all(columns: Sequence[Sequence[_T]]) -> Sequence[_T]:
    """One column of the cases of all layouts; that of a single layout is not copied."""
    return columns[0] if len(columns) == 1 else list(itertools.chain.from_iterable(columns))


def _layouts(source: Source, disk: Disk, secret: bytes) -> tuple[list[_Found], dict[str, str]]:
    """Scan the parts that are on disk, or the first layout that is."""
    inputs: dict[str, str] = {}
    found: list[_Found] = []
    absent: list[Plan] = []
    for plan in plans(source):
        prefix = find_root(disk, plan)
        if prefix is None:
            absent.append(plan)
            continue
        survey = Survey(source, plan, disk, prefix, inputs)
        found.append(_one(survey, secret))
        if source.layouts:
            break
    if not found:
        raise DeclarationError("\n".join(not_found(disk, plan) for plan in absent))
    if source.parts:
        for plan in absent:
            disk.notes.append(f"{source.name}: the part '{plan.name}' is not on disk.")
    return found, inputs


def _one(survey: Survey, secret: bytes) -> _Found:
    cases = case_rows(survey)
    if not cases.n and not survey.rejected:
        raise DeclarationError(not_found(survey.disk, survey.plan))
    plan = survey.plan
    keys = [case_key(survey.source.name, identity, plan.part) for identity in cases.identity]
    of = belonging(survey, cases, keys, secret)
    for at in of.missing:
        survey.rejected.append(
            rejection(survey, keys[at], "missing-subject", "subject= is empty",
                      cases.files[at][0][1] if cases.files[at] else "")
        )  # fmt: skip
    missing = set(of.missing)
    kept = [at for at in range(cases.n) if at not in missing] if missing else range(cases.n)
    return _Found(survey, cases, keys, of, kept)


def _unique(source: Source, found: Sequence[_Found]) -> None:
    if len({key for f in found for key in f.keys}) == sum(len(f.keys) for f in found):
        return
    seen: dict[str, tuple[_Found, int]] = {}
    for f in found:
        for at, key in enumerate(f.keys):
            if key in seen:
                other, place = seen[key]
                paths = [_name(other, place), _name(f, at)]
                raise DeclarationError(
                    f"{source.name}: two cases have the identity "
                    f"{dict(f.cases.identity[at])}: {paths[0]} and {paths[1]}."
                )
            seen[key] = (f, at)


def _name(found: _Found, at: int) -> str:
    files = found.cases.files[at]
    return files[0][1] if files else str(dict(found.cases.identity[at]))


def _exclude_all(source: Source, found: Sequence[_Found]) -> list[str]:
    met = {key for f in found for key in _exclude(f)}
    unmet = dict.fromkeys(k for f in found for k in f.survey.plan.exclude if k not in met)
    return [f"{source.name}: exclude '{key}' is of no case on this disk." for key in unmet]


def _exclude(found: _Found) -> set[str]:
    """Leave out the cases that the declaration excludes; the keys that met one.

    A key is a captured field, the subject, all of the identity, or a path or name of a file.
    """
    reasons = found.survey.plan.exclude
    met: set[str] = set()
    if not reasons:
        return met
    kept = []
    formats = found.survey.formats
    captured = [(n, found.cases.rows.columns[n]) for n in formats if n in found.cases.rows.columns]
    for at in found.kept:
        row = found.cases.rows_of[at][0]
        pairs = [*found.cases.identity[at], *((n, v) for n, c in captured if (v := c[row]))]
        values = [v for _, v in pairs]
        written = [formats[n].written(v) if n in formats else v for n, v in pairs]
        texts = [*values, *written, found.of.raw[at] or ""]
        texts += [sep.join(v) for v in (values, written) for sep in ("/", "-", "_", " ")]
        for _, path in found.cases.files[at]:
            texts += [path, path.rpartition("/")[2]]
        key = next((text for text in texts if text in reasons), None)
        if key is None:
            kept.append(at)
            continue
        met.add(key)
        found.survey.rejected.append(
            rejection(found.survey, found.keys[at], "excluded", reasons[key], _name(found, at),
                      "policy")
        )  # fmt: skip
    found.kept = kept
    return met


def _limit(found: Sequence[_Found], limit: int | None) -> None:
    """Keep the cases with the smallest keys: 100 of them are among 200."""
    if limit is None:
        return
    chosen = set(sorted(f.keys[at] for f in found for at in f.kept)[:limit])
    for f in found:
        f.kept = [at for at in f.kept if f.keys[at] in chosen]


def _tables(found: _Found, split: Sequence[str], origin: Sequence[str]) -> list[pa.Table]:
    """The Arrow tables of one layout's cases, annotations joined.

    Where all labels are in the cases' own rows, a block of cases is joined at a time: as Python
    objects, annotations take several times what the columns of the table do. What looks wrong in
    one block may be right in the whole, which is then joined at once.
    """
    kept, rejected = found.kept, found.survey.rejected
    if all(_in_own_row(part) for group in found.survey.plan.labels for _, part in group):
        before = len(rejected)
        blocks = (kept[start : start + _BLOCK] for start in range(0, len(kept), _BLOCK))
        with contextlib.suppress(DeclarationError):
            return [_table(found, block, split, origin) for block in blocks]
        del rejected[before:]
    return [_table(found, kept, split, origin)]


def _in_own_row(part: LabelPart) -> bool:
    """Whether a label is read from the row of its case: no other table, file or nested rows."""
    other = (part.table, part.each, getattr(part, "template", None), getattr(part, "array", None))
    return isinstance(part, QA | Dialogue | Caption | Class | Flags | Value) and not any(other)


def _table(
    found: _Found, kept: Sequence[int], split: Sequence[str], origin: Sequence[str]
) -> pa.Table:
    survey = found.survey
    cases = found.cases.take(kept)
    notes, bad = annotate(survey, cases)
    for at, (rule, value) in sorted(bad.items()):
        survey.rejected.append(
            rejection(survey, found.keys[kept[at]], rule, value, _name(found, kept[at]))
        )
    good = [at for at in range(cases.n) if at not in bad]
    of = [kept[at] for at in good]
    files = [cases.files[at] for at in good]
    size = survey.disk.size
    weight = {path: size(path) for path in {path for f in files for _, path in f}}
    schema = arrow_schema(Case)
    columns = {
        "key": [found.keys[at] for at in of],
        "source": [survey.source.name] * len(of),
        "layout": [survey.plan.name] * len(of),
        "identity": [cases.identity[at] for at in good],
        "subject": [found.of.subject[at] for at in of],
        "study": [found.of.study[at] for at in of],
        "split": [split[at] for at in of],
        "split_origin": [origin[at] for at in of],
        "files": file_column(files),
        "fields": interned(raw_fields(survey, cases, good), schema.field("fields").type),
        "annotations": annotation_column(notes, good, cases.n),
        "weight": [sum(weight[path] for path in {p for _, p in f}) for f in files],
    }
    arrays = [
        column if isinstance(column, pa.Array) else pa.array(column, schema.field(name).type)
        for name, column in columns.items()
    ]
    return pa.table(arrays, schema=schema)


def _in_path_order(table: pa.Table) -> pa.Table:
    files = table["files"].to_pylist()
    first = [f[0]["path"] if f else "" for f in files]
    return table.take(sorted(range(len(first)), key=first.__getitem__)).combine_chunks()
