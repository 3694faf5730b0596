"""Parquet files: all of their rows, some of them, a window at a time, from a disk or a store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from gmai_data import places

if TYPE_CHECKING:
    import pyarrow as pa


def read_table(path: str, columns: Sequence[str] | None = None) -> pa.Table:
    """A parquet file's rows."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    file = pa.BufferReader(places.read(path)) if places.is_url(path) else path
    return pq.read_table(file, columns=None if columns is None else list(columns), memory_map=False)


def read_tables(path: str, columns: Sequence[str], rows: int = 8192) -> Iterator[pa.Table]:
    """A parquet file's rows, ``rows`` at a time; one row group is in memory."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with pq.ParquetFile(_opened(path)) as file:
        for batch in file.iter_batches(batch_size=rows, columns=list(columns), use_threads=False):
            yield pa.Table.from_batches([batch])


def read_between(
    path: str, columns: Sequence[str], by: str, first: str, last: str
) -> Iterator[pa.Table]:
    """Row groups of a parquet file sorted by ``by`` that may hold values of ``[first, last]``."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(_opened(path)) as file:
        at = file.schema_arrow.names.index(by)
        for group in range(file.num_row_groups):
            found = file.metadata.row_group(group).column(_leaf(file, at)).statistics
            whole = found is None or not found.has_min_max
            if whole or (found.min <= last and found.max >= first):
                yield file.read_row_group(group, columns=list(columns), use_threads=False)


def _opened(path: str) -> Any:
    """What Arrow reads a file from: it knows stores itself, but not our environment's."""
    return places.opened(path) if places.is_url(path) else path


def _leaf(file: Any, at: int) -> int:
    """The parquet column of a top-level field: nested fields have several."""
    name = file.schema_arrow.names[at]
    paths = [file.metadata.schema.column(i).path for i in range(file.metadata.num_columns)]
    return paths.index(name)


def read_if_whole(path: str) -> pa.Table | None:
    """A parquet file's rows; ``None`` when it is not there, or is cut or altered."""
    try:
        return read_table(path)
    except (OSError, ValueError):  # Arrow's errors are one or the other
        return None


def read_rows(path: str, start: int, stop: int, columns: Sequence[str] | None = None) -> pa.Table:
    """Rows ``[start, stop)`` of a parquet file; only the row groups they lie in are read."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(_opened(path)) as file:
        groups, first, end = [], -1, 0
        for group in range(file.num_row_groups):
            begin, end = end, end + file.metadata.row_group(group).num_rows
            if end > start and begin < stop:
                groups.append(group)
                first = begin if first < 0 else first
        table = file.read_row_groups(groups, columns=None if columns is None else list(columns))
    return table.slice(start - max(first, 0), stop - start)


def columns_of(path: str) -> list[str]:
    """Names of a parquet file's columns."""
    import pyarrow.parquet as pq

    return list(pq.read_schema(_opened(path)).names)


def read_note(path: str) -> dict[str, str] | None:
    """The note of a parquet file; ``None`` when the file is not there or is not whole."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        found = pq.read_schema(_opened(path)).metadata or {}
    except (FileNotFoundError, pa.ArrowInvalid):
        return None
    return {k.decode(): v.decode() for k, v in found.items() if k != b"ARROW:schema"}
