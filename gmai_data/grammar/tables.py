"""Rows from tables: csv, tsv, text, ``key: value``, xlsx, parquet. Cells are trimmed text."""

from __future__ import annotations

import csv
import gzip
import io
import json
import math
import re
import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gmai_data.declare import Table
from gmai_data.errors import DeclarationError, RejectedItem
from gmai_data.grammar.rows import Column, Rows
from gmai_data.roots import KEYED

MAX_TABLE_BYTES: Final = 16 << 30  # an unpacked table larger than this is a bomb
_CSV_LIMIT: Final = 1 << 30  # longest cell


@dataclass(frozen=True, slots=True)
class Cells:
    """What a file holds: column names in order, and the cells of those that were read."""

    names: tuple[str, ...]
    columns: dict[str, Column]
    lines: list[int]


def read_table(data: bytes, path: str, table: Table, wanted: Collection[str] | None) -> Rows:
    """The rows of one file; only ``wanted`` columns where it says so.

    Raises DeclarationError where the declaration does not fit the file, RejectedItem for a broken
    file.
    """
    data, name = unpacked(data, path)
    suffix = "." + name.lower().rpartition(".")[2]
    if table.form is not None:
        rows = _formed(table.form, data, path)
        names = tuple(dict.fromkeys(key for row in rows for key in row))
        cells = Cells(names, {n: [row.get(n) for row in rows] for n in names}, [])
    elif suffix in KEYED:
        from gmai_data.read.arrays import cells_of

        found = cells_of(data, path)
        cells = Cells(tuple(found), {n: [v] for n, v in found.items()}, [])
    elif suffix in (".xlsx", ".xlsm"):
        cells = _from_lists(_sheet(data, path, table.sheet), table, path)
    elif suffix == ".xls":
        raise DeclarationError(f"{path}: old Excel files are not read. Save it as xlsx or csv.")
    elif suffix == ".parquet":
        cells = _parquet(data, path, wanted)
    elif table.sep == ":" and table.header is None:
        cells = _pairs(text_of(data))
    else:
        cells = _separated(data, path, table, suffix, wanted)
    kept = {n: c for n, c in cells.columns.items() if wanted is None or n in wanted}
    count = len(next(iter(cells.columns.values()), []))
    return Rows(count, kept, {}, None, cells.names, cells.lines or None, path.rpartition("/")[2])


def _formed(form: Any, data: bytes, path: str) -> list[dict[str, str | None]]:
    """Rows of an annotation dialect, by its name or by the declaration's own function."""
    if callable(form):
        return [{k: as_text(v) for k, v in row.items()} for row in form(data)]
    from gmai_data.grammar.dialects import table_rows

    return table_rows(form, data, path)


def unpacked(data: bytes, path: str) -> tuple[bytes, str]:
    """The bytes without gzip, bounded, and the name without ``.gz``."""
    if not path.lower().endswith(".gz"):
        return data, path
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            out = stream.read(MAX_TABLE_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise RejectedItem("corrupt", "broken-gzip", str(error), path) from error
    if len(out) > MAX_TABLE_BYTES:
        raise RejectedItem("corrupt", "gzip-bomb", f"over {MAX_TABLE_BYTES} bytes", path)
    return out, path[:-3]


def text_of(data: bytes) -> str:
    """Text of a file: its byte order mark, else UTF-8, else GB 18030, else Windows-1252.

    GB 18030 is tried before the western code page because that one refuses almost nothing.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"),
                           (b"\xfe\xff", "utf-16")):  # fmt: skip
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", errors="replace")


def as_text(value: Any) -> str | None:
    """A cell as text: whole floats as integers, lists and mappings as JSON, None stays None."""
    if value is None or isinstance(value, str):
        return value.strip() if value is not None else None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, list | tuple | Mapping):
        return json.dumps(value, ensure_ascii=False, default=str)
    if isinstance(value, bytes):
        return None
    return str(value).strip()


def _separated(
    data: bytes, path: str, table: Table, suffix: str, wanted: Collection[str] | None
) -> Cells:
    sep = table.sep or {".tsv": "\t", ".tab": "\t"}.get(suffix, "," if suffix == ".csv" else "")
    quoted = suffix != ".txt"
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    if len(sep) == 1 and quoted:
        _check_quotes(text_of(data).encode() if wide else data, sep, table.skip, path)
    if len(sep) == 1 and not wide:
        fast = _arrow_csv(data, table, sep, quoted, wanted)
        if fast is not None:
            return fast
    text = text_of(data)
    if len(sep) == 1:
        csv.field_size_limit(_CSV_LIMIT)
        reader = csv.reader(
            io.StringIO(text, newline=""),
            delimiter=sep,
            quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
        )
        lists = [(reader.line_num, cells) for cells in reader]
    else:
        whole = not sep and table.header is not None and len(table.header) == 1
        lists = [
            (n, [line] if whole else line.split(sep or None))
            for n, line in enumerate(text.splitlines(), 1)
        ]
    return _from_lists(lists, table, path)


def _check_quotes(data: bytes, sep: str, skip: int, path: str) -> None:
    """Refuse a cell that opens with a quotation mark and does not close it.

    Such a cell swallows the rows after it, up to the next mark. One that spans lines is taken for
    closed only where a separator or the end of a line follows its mark.
    """
    if b'"' not in data:
        return
    start = 0
    for _ in range(skip):
        start = data.find(b"\n", start) + 1
    mark = re.escape(sep.encode())
    cell = re.compile(rb"(?:(?<=[\n\r])|(?<=" + mark + rb')|\A)"((?:[^"]++|"")*+)("?)')
    closed = re.compile(rb"[ \t]*(?:" + mark + rb"|[\r\n]|\Z)")
    for found in cell.finditer(data, start):
        if found[2] and (b"\n" not in found[1] or closed.match(data, found.end())):
            continue
        line = data.count(b"\n", 0, found.start()) + 1
        shown = found[1][:120].decode(errors="replace").partition("\n")[0][:40]
        raise DeclarationError(
            f'{path} line {line}: a cell opens with a quotation mark ("{shown}…) that does not '
            "close, so the rows after it would be lost. Correct the file, or give the table a "
            "form= function that reads it; .txt files are read without quoting."
        )


def _arrow_csv(
    data: bytes, table: Table, sep: str, quoted: bool, wanted: Collection[str] | None
) -> Cells | None:
    """The fast reader; None where the file needs the forgiving one (ragged, not UTF-8)."""
    import pyarrow as pa
    import pyarrow.compute as pc
    from pyarrow import csv as arrow_csv

    if table.header is not None:
        names = [name.strip() for name in table.header]
    else:
        lines = io.StringIO(data[: 1 << 20].decode("utf-8-sig", errors="ignore"), newline="")
        reader = csv.reader(
            lines, delimiter=sep, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
        )
        found = next((row for n, row in enumerate(reader) if n >= table.skip), None)
        if found is None:
            return None
        names = [name.strip() for name in found]
    if len(set(names)) != len(names):
        return None
    chosen = [n for n in names if wanted is None or n in wanted] or names[:1]
    try:
        read = arrow_csv.read_csv(
            io.BytesIO(data),
            read_options=arrow_csv.ReadOptions(
                column_names=names,
                skip_rows=table.skip + (0 if table.header is not None else 1),
                block_size=max(1 << 20, min(len(data), 1 << 26)),
            ),
            parse_options=arrow_csv.ParseOptions(
                delimiter=sep, quote_char='"' if quoted else False, newlines_in_values=quoted
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                strings_can_be_null=False,
                include_columns=chosen,
            ),
        )
    except (pa.ArrowInvalid, pa.ArrowKeyError):
        return None
    columns = {n: pc.utf8_trim_whitespace(read[n]).to_pylist() for n in chosen}
    start = table.skip + (1 if table.header is not None else 2)
    return Cells(tuple(names), columns, list(range(start, start + read.num_rows)))


def _from_lists(lists: Sequence[tuple[int, Sequence[str]]], table: Table, path: str) -> Cells:
    body = [(n, [c.strip() for c in cells]) for n, cells in lists[table.skip :]]
    body = [(n, cells) for n, cells in body if any(cells)]
    if table.header is not None:
        names = [name.strip() for name in table.header]
    elif body:
        names = [name.removeprefix("\ufeff") for name in body.pop(0)[1]]
    else:
        names = []
    width = len(names)
    for n, cells in body:
        if len(cells) > width and any(cells[width:]):
            raise DeclarationError(
                f"{path} line {n} has {len(cells)} cells, the header {width}. Is sep= right, or "
                "does the table need header=[…] with a name for every column?"
            )
    columns: dict[str, Column] = {}
    for at, name in enumerate(names):
        if name not in columns:
            columns[name] = [cells[at] if at < len(cells) else "" for _, cells in body]
    return Cells(tuple(names), columns, [n for n, _ in body])


def _pairs(text: str) -> Cells:
    """One row from lines of ``key: value``."""
    pairs = [line.partition(":") for line in text.splitlines() if ":" in line]
    columns: dict[str, Column] = {key.strip(): [value.strip()] for key, _, value in pairs}
    return Cells(tuple(columns), columns, [1] if columns else [])


def _sheet(data: bytes, path: str, sheet: str | None) -> list[tuple[int, list[str]]]:
    import zipfile

    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise RejectedItem("corrupt", "broken-spreadsheet", str(error), path) from error
    if sheet is not None and sheet not in book.sheetnames:
        raise DeclarationError(
            f"{path} has no sheet '{sheet}'. It has {', '.join(book.sheetnames)}."
        )
    page = book[sheet] if sheet is not None else book.worksheets[0]
    rows = page.iter_rows(values_only=True)
    return [(n, [as_text(c) or "" for c in row]) for n, row in enumerate(rows, 1)]


def _parquet(data: bytes, path: str, wanted: Collection[str] | None) -> Cells:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(io.BytesIO(data))
        names = tuple(file.schema_arrow.names)
        chosen = [
            n for n in names
            if (wanted is None or n in wanted) and not _binary(file.schema_arrow.field(n).type)
        ]  # fmt: skip
        read = file.read(columns=chosen)
    except (pa.ArrowInvalid, OSError) as error:
        raise RejectedItem("corrupt", "broken-parquet", str(error), path) from error
    columns = {n: [as_text(v) for v in read[n].to_pylist()] for n in chosen}
    if not columns:
        columns = {names[0]: [None] * read.num_rows} if names else {}
    return Cells(names, columns, list(range(1, read.num_rows + 1)))


def _binary(kind: Any) -> bool:
    import pyarrow as pa

    if pa.types.is_struct(kind):
        return any(_binary(field.type) for field in kind)
    return bool(pa.types.is_binary(kind) or pa.types.is_large_binary(kind))
