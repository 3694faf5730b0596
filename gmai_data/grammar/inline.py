"""Pictures that stand in a table: ``a.tsv!image/12.png`` is the cell of column image in line 12.

A cell is base64 text (with or without a ``data:`` prefix), or bytes of a parquet file, also as the
``{"bytes", "path"}`` of Hugging Face. The table is parsed once per process and column; its cells
lie in a temporary file without a name, so that a table of gigabytes costs no memory.
"""

from __future__ import annotations

import base64
import functools
import io
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from gmai_data.errors import DeclarationError, RejectedItem
from gmai_data.roots import open_file


@dataclass(frozen=True, slots=True, eq=False)
class _Cells:
    """The cells of a column: where each lies in the file, by line number, and if it is text."""

    stream: IO[bytes]
    places: Mapping[int, tuple[int, int, bool]]


def cell_bytes(location: str, token: tuple[str, int], member: str, path: str) -> bytes:
    """The picture of the cell ``column/line.suffix``; ``path`` is what it is called in messages.

    ``token`` changes when the table does, and with the process.

    Raises:
        RejectedItem: corrupt ``missing-member``, ``not-base64``, or what is wrong with the table.
    """
    column, _, name = member.rpartition("/")
    line = name.partition(".")[0]
    cells = _cells(location, token, column, path.removesuffix(f"!{member}"))
    place = cells.places.get(int(line)) if line.isdigit() else None
    if place is None:
        raise RejectedItem("corrupt", "missing-member", member, path)
    start, size, is_text = place
    cells.stream.seek(start)
    data = cells.stream.read(size)
    return _decoded(data, path) if is_text else data


def _decoded(text: bytes, path: str) -> bytes:
    if text.startswith(b"data:"):
        text = text.partition(b",")[2]
    try:
        return base64.b64decode(b"".join(text.split()), validate=True)
    except ValueError as error:
        raise RejectedItem("corrupt", "not-base64", str(error), path) from error


@functools.lru_cache(maxsize=2)
def _cells(location: str, token: tuple[str, int], column: str, path: str) -> _Cells:
    del token  # only part of the cache's key: a replaced table is read anew
    stream = tempfile.TemporaryFile(prefix="gmai-data-")  # noqa: SIM115 - lives in the cache
    places: dict[int, tuple[int, int, bool]] = {}
    at = 0
    for line, value in _values(location, column, path):
        data = value.encode() if isinstance(value, str) else value
        if data:
            stream.write(data)
            places[line] = (at, len(data), isinstance(value, str))
            at += len(data)
    return _Cells(stream, places)


def _values(location: str, column: str, path: str) -> Iterator[tuple[int, str | bytes | None]]:
    """Line numbers, as the scan counts them, and the cells of the column."""
    lower = location.lower()
    with open_file(location, path) as stream:
        if lower.endswith(".parquet"):
            yield from _of_parquet(stream, column, path)
        elif lower.endswith(".jsonl"):
            yield from _of_lines(stream, column, path)
        else:
            yield from _of_text(stream.read(), column, path)


def _of_text(data: bytes, column: str, path: str) -> Iterator[tuple[int, str | None]]:
    from gmai_data.declare import Table
    from gmai_data.grammar.tables import read_table

    try:
        rows = read_table(data, path, Table(path), {column})
    except DeclarationError as error:
        raise RejectedItem("corrupt", "broken-table", str(error), path) from error
    yield from zip(rows.lines or (), rows.columns.get(column, ()), strict=False)


def _of_lines(stream: IO[bytes], column: str, path: str) -> Iterator[tuple[int, str | None]]:
    import orjson

    number = 0
    for text in stream:
        if not text.strip():
            continue
        number += 1
        try:
            value = orjson.loads(text)
        except orjson.JSONDecodeError as error:
            raise RejectedItem("corrupt", "broken-json", str(error)[:200], path) from error
        cell = value.get(column) if isinstance(value, dict) else None
        yield number, cell if isinstance(cell, str) else None


def _of_parquet(
    stream: IO[bytes], column: str, path: str
) -> Iterator[tuple[int, str | bytes | None]]:
    import pyarrow as pa
    from pyarrow import parquet

    number = 0
    try:
        file = parquet.ParquetFile(stream if stream.seekable() else io.BytesIO(stream.read()))
        if column not in file.schema_arrow.names:
            return
        for batch in file.iter_batches(batch_size=64, columns=[column]):
            for value in batch.column(0).to_pylist():
                number += 1
                yield number, _picture(value)
    except (pa.ArrowInvalid, OSError) as error:
        raise RejectedItem("corrupt", "broken-parquet", str(error)[:200], path) from error


def _picture(value: Any) -> str | bytes | None:
    if isinstance(value, dict):
        value = value.get("bytes")
    return value if isinstance(value, str | bytes) else None
