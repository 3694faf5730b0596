"""Scan a source of very many files a piece at a time: `gmai_data.grammar.file_pieces` cuts it."""

from __future__ import annotations

import contextlib
import itertools
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from gmai_data.config import Config
from gmai_data.grammar.annotate import mostly
from gmai_data.grammar.file_pieces import file_pieces
from gmai_data.grammar.found import Found, exclude, found_in, tables_of
from gmai_data.grammar.join import alone_note
from gmai_data.grammar.official import Decided, Official
from gmai_data.grammar.subjects import assign_splits, moved_notes
from gmai_data.grammar.survey import Survey
from gmai_data.grammar.together import ScanWholeError, Together
from gmai_data.schema import Rejection
from gmai_data.work.ordered import Sorter

Write = Callable[[Iterator[pa.Table]], Callable[[], Iterator[pa.Table]]]
_ORDER: Final = ("\0path", "\0row")  # path of a case's first file, and where the case was found


@dataclass(slots=True)
class InPieces:
    """What was found; see `gmai_data.scan.Scan`."""

    tables: Callable[[], Iterator[pa.Table]]
    rejected: list[Rejection]
    notes: list[str]
    official: pa.Table


def scan_files(
    wholes: Sequence[Survey], config: Config, secret: bytes, folder: str, write: Write
) -> InPieces | None:
    """The cases of a source by pieces of its listing; None where no layout of it has any.

    ``folder`` is where cases are brought into the order of their paths, ``write`` keeps them.

    Raises:
        ScanWholeError, DeclarationError: it must be scanned at once.
    """
    cuts = [file_pieces(whole) for whole in wholes]
    if not any(cuts):
        return None

    def surveys() -> Iterator[Survey]:
        for whole, cut, own in zip(wholes, cuts, notes, strict=True):
            own.clear()
            for survey in [replace(whole, rejected=[])] if cut is None else cut[1]():
                yield replace(survey, notes=own)

    source = wholes[0].source
    notes: list[list[str]] = [[] for _ in wholes]
    bound = None if config.limit is None else _bound(surveys(), secret, config.limit)
    met: set[str] = set()
    rejected: list[Rejection] = []
    official = Official()
    keys: list[np.ndarray] = []
    with contextlib.ExitStack() as stack:
        folder = folder or stack.enter_context(tempfile.TemporaryDirectory())
        sorter = stack.enter_context(Sorter(folder, _ORDER))
        for survey in surveys():
            found = found_in(survey, secret)
            keys.append(_new(found, keys))
            official.add(found.of)
            met |= exclude(found)
            if bound is not None:
                found.kept = [at for at in found.kept if int(found.keys[at], 16) <= bound]
            hashed = assign_splits(
                source, found.of.subject, found.of.raw, [""] * found.cases.n, config
            )
            for table in tables_of(found, hashed.split, found.of.official):
                sorter.add(_placed(table, sorter.rows))
            rejected += survey.rejected
            del found, survey  # before the next ones are made
        if not sum(some.size for some in keys):
            raise ScanWholeError("no case at all")
        for whole, cut, own in zip(wholes, cuts, notes, strict=True):
            own += _added_up(whole, cut[0]) if cut else []
        decided = official.decided()
        tables = write(_settled(sorter, decided))
    told = [*wholes[0].disk.notes, *itertools.chain.from_iterable(notes)]
    told += moved_notes(source, decided.moved)
    unmet = dict.fromkeys(k for whole in wholes for k in whole.plan.exclude if k not in met)
    told += [f"{source.name}: exclude '{key}' is of no case on this disk." for key in unmet]
    return InPieces(tables, rejected, told, decided.table())


def _new(found: Found, before: Sequence[np.ndarray]) -> np.ndarray:
    """The keys of a piece as numbers, in order."""
    keys = np.sort(np.array([int(key, 16) for key in found.keys], np.uint64))
    again = np.unique(keys).size < keys.size
    if again or any(np.isin(keys, other, assume_unique=True).any() for other in before):
        raise ScanWholeError("a case that is in several pieces")
    return keys


def _added_up(whole: Survey, together: Together) -> list[str]:
    """The notes of all pieces. What looks right in each of them may be wrong in all.

    Raises:
        ScanWholeError: it is, and the whole says what.
    """
    if any(missing and mostly(missing, of) for _, (missing, of) in together.counted("missing")):
        raise ScanWholeError("a label that most cases lack")
    if any(of and not left for _, (left, of) in together.counted("left")):
        raise ScanWholeError("nothing is left, or nothing is joined")
    if len(list(together.counted("multiplied"))) > 1:
        raise ScanWholeError("several joins give several rows per case")
    return [
        alone_note(whole, what, alone, of)
        for what, (alone, of) in together.counted("alone") if alone
    ]  # fmt: skip


def _bound(surveys: Iterator[Survey], secret: bytes, limit: int) -> int:
    """The largest of the ``limit`` smallest keys."""
    kept = np.empty(0, np.uint64)
    for survey in surveys:
        found = found_in(survey, secret)
        exclude(found)
        own = np.array([int(found.keys[at], 16) for at in found.kept], np.uint64)
        kept = np.sort(np.concatenate([kept, own]))[:limit]
    return int(kept[-1]) if kept.size else -1


def _placed(table: pa.Table, before: int) -> pa.Table:
    """A table with what its rows are ordered by; ``before`` are the rows of earlier ones."""
    files = table["files"].combine_chunks()
    starts = pa.array(
        files.offsets.to_numpy()[:-1], mask=pc.list_value_length(files).to_numpy() == 0
    )
    paths = pc.fill_null(pc.struct_field(files.values, "path").take(starts), "")
    table = table.append_column(_ORDER[0], paths)
    return table.append_column(_ORDER[1], pa.array(np.arange(len(paths)) + before))


def _settled(sorter: Sorter, decided: Decided) -> Iterator[pa.Table]:
    for table in sorter.tables():
        yield decided.settle(table.drop_columns(list(_ORDER)))
