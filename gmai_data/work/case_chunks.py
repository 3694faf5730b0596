"""What a scan leaves of its cases for the steps after it: chunks, digests, splits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from gmai_data.work import keys
from gmai_data.work.chunks import aligned, cut, solid_archive
from gmai_data.work.ordered import RowsDigest, Sorter
from gmai_data.work.seen import chunks_seen

if TYPE_CHECKING:
    import pyarrow as pa


def told_by_chunk(
    tables: Callable[[], Iterator[pa.Table]],
    chunk_bytes: int,
    listing: pa.Table,
    others: Sequence[str],
    folder: str,
) -> dict[str, Any]:
    """The parts of a scan's record that are about its cases; a few chunks are in memory at once.

    Args:
        tables: gives the tables of cases in order, each time it is called.
        chunk_bytes: the mean size of a chunk.
        listing: path, size and token of every file of the source.
        others: digests of the listings of sources that this one refers to.
        folder: where what does not fit into memory is sorted.
    """
    import pyarrow as pa

    chunks = list(cut(_weighed(tables()), chunk_bytes))
    seen: dict[str, str] = {}
    with Sorter(folder, ("key",)) as rows:
        for table, some in aligned(tables(), chunks):
            digests = [
                (row["key"], keys.case_digest(row))
                for batch in table.to_batches(max_chunksize=4096)
                for row in batch.to_pylist()
            ]
            seen |= chunks_seen(table, digests, some, listing, others)
            told = pa.array([value for _, value in digests], pa.string())
            rows.add(pa.table({"key": table["key"], "told": told, "split": table["split"]}))
        cases, splits = RowsDigest("cases"), RowsDigest("splits")
        for table in rows.tables():
            cases.add(table["key"], table["told"])
            splits.add(table["key"], table["split"])
    return {
        "chunks": [list(chunk) for chunk in chunks],
        "count": rows.rows,
        "digest": cases.hexdigest(),
        "seen": seen,
        "splits": splits.hexdigest(),
    }


def _weighed(tables: Iterator[pa.Table]) -> Iterator[tuple[str, int, str]]:
    """Key, bytes, and the archive that must be read from its start, of every case."""
    for table in tables:
        columns = [table[name].to_pylist() for name in ("key", "weight", "files")]
        for key, weight, files in zip(*columns, strict=True):
            yield key, weight, solid_archive(files[0]["path"]) if files else ""
