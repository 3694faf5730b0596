"""Content-defined cutting: where a chunk of cases ends depends on the cases around the cut only.

A case that is added or removed changes the chunk it is in (and now and then its neighbour), never
all the chunks after it, as counting to 500 would.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from gmai_data.canonical import fraction

if TYPE_CHECKING:
    import pyarrow as pa

CASE_BYTES = 64 << 10  # what a case costs beside its bytes: text records have no files
_ROWS: Final = 1 << 17  # of the case table that are looked at together


class Chunk(NamedTuple):
    """Rows ``[start, stop)`` of the case table, the key of the first and the bytes of all."""

    start: int
    stop: int
    name: str
    weight: int


def cut(cases: Iterable[tuple[str, int, str]], target: int) -> Iterator[Chunk]:
    """Chunks of about ``target`` bytes each, a quarter to three targets.

    Args:
        cases: in the order of their paths: key, estimated input bytes, and the archive that can
            only be read from its start, or "": cases of one such archive stay together, whatever
            their weight.
        target: mean bytes of a chunk.
    """
    start, total, bytes_, first = 0, 0, 0, ""
    held: tuple[int, bool, str] | None = None  # the end of a chunk, if the next case allows it
    at = -1
    for at, (key, weight, archive) in enumerate(cases):
        if held is not None:
            stop, ends, inside = held
            if ends and not (inside and inside == archive):
                yield Chunk(start, stop, first, bytes_)
                start, total, bytes_ = stop, 0, 0
        if at == start:
            first = key
        bytes_ += weight
        total += weight + CASE_BYTES
        chosen = total >= target // 4 and fraction("chunk", key) < (weight + CASE_BYTES) / target
        held = at + 1, chosen or total >= 3 * target, archive
    if at >= start:
        yield Chunk(start, at + 1, first, bytes_)


def aligned(
    tables: Iterable[pa.Table], chunks: Sequence[Chunk]
) -> Iterator[tuple[pa.Table, Sequence[Chunk]]]:
    """The rows of ``tables`` again, in tables of whole chunks, with the chunks of each."""
    import pyarrow as pa

    given = iter(tables)
    waiting: list[pa.Table] = []
    rows = at = 0
    while at < len(chunks):
        first = at
        while at < len(chunks) and (at == first or chunks[at].stop - chunks[first].start <= _ROWS):
            at += 1
        need = chunks[at - 1].stop - chunks[first].start
        while rows < need:
            waiting.append(next(given))
            rows += waiting[-1].num_rows
        whole = pa.concat_tables(waiting)
        yield whole.slice(0, need), chunks[first:at]
        waiting, rows = [whole.slice(need)], rows - need


def solid_archive(path: str) -> str:
    """The compressed tar a path is a member of, or ""; a zip member can be reached directly."""
    archive, mark, _ = path.partition("!")
    return archive if mark and not archive.lower().endswith((".zip", ".tar")) else ""
