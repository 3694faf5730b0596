"""What a scan of one layout knows: where it lies, which fields it needs, what it has read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gmai_data.declare import First, Inline, Source, Table
from gmai_data.declare import Rows as Declared
from gmai_data.errors import DeclarationError, RejectedItem
from gmai_data.grammar.disk import Disk, Matches, find, owner_of
from gmai_data.grammar.layout import Plan, formats_of, mentioned, uses_functions
from gmai_data.grammar.records import Item, read_records, rows_of
from gmai_data.grammar.rows import Rows, concat, derive_rows, melt_rows, parse_rows, where_rows
from gmai_data.grammar.tables import read_table
from gmai_data.grammar.together import Together
from gmai_data.grammar.tokens import Format
from gmai_data.roots import read_bytes
from gmai_data.schema import Rejection


@dataclass(frozen=True, slots=True)
class Piece:
    """What is read of a file now: all of it, or ``data``, whose lines follow ``lines`` others."""

    data: bytes | None
    lines: int = 0


@dataclass(slots=True)
class Survey:
    """One layout of a source on one disk."""

    source: Source
    plan: Plan
    disk: Disk
    prefix: str  # folder of the layout under the root: "" or "a/b/"
    inputs: dict[str, str]  # path -> SHA-256 of tables, records and texts that were read
    notes: list[str] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    formats: dict[str, Format] = field(default_factory=dict)  # of the cases' fields
    wanted: set[str] = field(default_factory=set)
    everything: bool = False  # a function sees whole rows
    lenient: bool = False  # an optional table is not there: its fields are empty, not unknown
    pieces: Mapping[str, Piece] | None = None  # files of a long table of cases: no others are read
    together: Together | None = None  # ``disk`` has a piece of many files: what all of them share

    def __post_init__(self) -> None:
        self.formats = formats_of(self.plan.cases)
        self.wanted = mentioned(self.plan)
        self.everything = uses_functions(self.plan)

    def error(self, message: str) -> DeclarationError:
        """An error that names the source, and the layout where there are several."""
        where = f"{self.source.name} ({self.plan.name})" if self.plan.name else self.source.name
        return DeclarationError(f"{where}: {message}")

    def find(self, text: str) -> Matches:
        """Files that match a template in this layout's folder."""
        return find(self.disk, text, self.prefix, self.formats)

    def read(self, path: str) -> bytes:
        """Bytes of a table, document or text; remembered as an input."""
        data = read_bytes(self.disk.roots, self.source.name, path)
        if path not in self.inputs:
            self.inputs[path] = hashlib.sha256(data).hexdigest()
        return data


def describe(declared: Any) -> str:
    """A short name of a table or part for messages: ``Table("a.csv")``."""
    for name in ("template", "file", "expr", "question", "rle", "xyxy", "xywh", "user"):
        given = getattr(declared, name, None)
        if isinstance(given, First | tuple):
            given = (given.options if isinstance(given, First) else given)[0]
        if isinstance(given, str) and given:
            return f'{type(declared).__name__}("{given}")'
    return f"{type(declared).__name__}(…)"


def file_options(template: Any) -> tuple[str, ...]:
    """The alternatives of a file template."""
    return tuple(template.options) if isinstance(template, First) else (template,)


def load(survey: Survey, declared: Declared, what: str, *, whole: bool = False) -> Rows:
    """The rows of a table or of records, parsed, derived and filtered.

    ``whole`` reads every column. Raises DeclarationError where no file is there (unless optional)
    or the declaration does not fit it.
    """
    if survey.together is not None:
        read = ("read", id(declared), what, whole)
        return survey.together.once(read, lambda: _load(survey, declared, what, whole=whole))
    return _load(survey, declared, what, whole=whole)


def _load(survey: Survey, declared: Declared, what: str, *, whole: bool) -> Rows:
    matches = None
    for text in file_options(declared.file):
        owner, _ = owner_of(text, survey.source.name)
        if declared.optional and owner not in survey.disk.roots:
            continue  # a table of another source that need not be on disk
        matches = survey.find(text)
        if len(matches):
            break
    if matches is None or not len(matches):
        if declared.optional:
            return Rows(0, {}, label=str(file_options(declared.file)[0]))
        raise survey.error(
            f'{what}: there is no file like "{file_options(declared.file)[0]}". If a release may '
            "lack it, write optional=True."
        )
    wanted = _wanted(survey, declared, whole)
    parts = []
    whole_file = Piece(None)
    for at, path in enumerate(matches.paths):
        piece = whole_file if survey.pieces is None else survey.pieces.get(path)
        if piece is None:
            continue
        try:
            if piece.data is None:
                rows = _rows(declared, survey.read(path), path, wanted)
            else:  # unpacked, and only a part
                rows = _rows(declared, piece.data, re.sub(r"(?i)\.gz$", "", path), wanted)
        except RejectedItem as error:
            if len(matches) == 1:
                raise survey.error(f"{what}: {path}: {error.rule}: {error.value}.") from error
            survey.rejected.append(rejection(survey, "", error.rule, error.value, path))
            continue
        if rows.lines is not None and piece.lines:
            rows.lines = [line + piece.lines for line in rows.lines]
        for name, values in matches.columns.items():
            rows.columns[name] = [values[at]] * rows.n
        if isinstance(declared.image, Inline):
            rows.tables = [path] * rows.n
        rows.formats.update({n: f for n, f in matches.template.formats.items() if f.kind != "open"})
        parts.append(rows)
    return _shaped(survey, declared, concat(parts, what), what)


def _wanted(survey: Survey, declared: Declared, whole: bool) -> set[str] | None:
    derived = getattr(declared, "derive", None)
    if isinstance(declared, Table) and (
        whole or survey.everything or derived or declared.melt or declared.form is not None
    ):
        return None
    wanted = set(survey.wanted)
    if declared.alias:
        dotted = declared.alias + "."
        wanted |= {name[len(dotted) :] for name in wanted if name.startswith(dotted)}
    return wanted


def _rows(declared: Declared, data: bytes, path: str, wanted: set[str] | None) -> Rows:
    if isinstance(declared, Table):
        return read_table(data, path, declared, wanted)
    rows = read_records(data, path, declared, sorted(wanted or ()))
    if declared.derive:  # a function sees all plain keys of the record
        keys = {str(k) for item, _ in rows.items or () if isinstance(item, Mapping) for k in item}
        found: list[Item] = [(item, around, {}) for item, around in rows.items or ()]
        more = rows_of(found, sorted(keys - set(rows.columns)))
        rows.columns.update(more.columns)
    return rows


def _shaped(survey: Survey, declared: Declared, rows: Rows, what: str) -> Rows:
    where = f"{survey.source.name}: {what}"
    if isinstance(declared, Table):
        rows = melt_rows(rows, declared.melt, where)
    for name, format in survey.formats.items():
        if format.kind != "open":
            rows.formats.setdefault(name, format)
    rows = parse_rows(rows, declared.parse, where)
    rows = derive_rows(rows, declared.derive, where)
    rows = where_rows(rows, declared.where, where)
    if declared.alias:
        keys = on_fields(declared)
        rows.columns = {
            name if name in keys else f"{declared.alias}.{name}": column
            for name, column in rows.columns.items()
        }
    return rows


def on_fields(declared: Declared) -> tuple[str, ...]:
    """The fields a table is joined on."""
    on: str | Sequence[str] = declared.on
    return (on,) if isinstance(on, str) else tuple(on)


def rejection(
    survey: Survey, key: str, rule: str, value: str, path: str = "", kind: str = "corrupt"
) -> Rejection:
    """A case that the scan leaves out. Paths of private sources are not shown."""
    private = survey.source.identity == "private"
    return Rejection(
        key=key, source=survey.source.name, stage="scan", kind=kind, rule=rule,
        value="" if private and path and path in value else value,
        path="" if private else path, case=key,
    )  # fmt: skip
