"""Rows of named fields as columns of text, and what is done to them: parse, derive, where, melt."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gmai_data.declare import First, Inline, Parse, Row, Where
from gmai_data.errors import DeclarationError
from gmai_data.grammar.template import compile_template, match
from gmai_data.grammar.tokens import OPEN, Format, fields_of, tokenize, widened

Column = list[str | None]


@dataclass(slots=True)
class Rows:
    """``n`` rows as columns of text; None = not there (unmatched join, key not in the record).

    ``formats`` are of fields that were captured with one; ``items`` are the records themselves
    with the records around them, where they came from a document; ``names`` are all columns of
    the file, for messages, also those that were not read; ``lines`` are positions in the file.
    """

    n: int
    columns: dict[str, Column]
    formats: dict[str, Format] = field(default_factory=dict)
    items: list[tuple[Any, tuple[Any, ...]]] | None = None
    names: tuple[str, ...] = ()
    lines: list[int] | None = None
    label: str = ""  # where they come from: a file's name
    files: list[tuple[tuple[str, str], ...]] | None = None  # role and path of each row's files
    keys: list[tuple[str, ...]] | None = None  # names of the fields that identify each row's case
    tables: list[str] | None = None  # path of each row's table, where pictures stand in it

    def take(self, indices: Sequence[int]) -> Rows:
        """The rows at ``indices``, in that order, repeated where an index is."""
        return Rows(
            len(indices),
            {name: [column[i] for i in indices] for name, column in self.columns.items()},
            dict(self.formats),
            None if self.items is None else [self.items[i] for i in indices],
            self.names,
            None if self.lines is None else [self.lines[i] for i in indices],
            self.label,
            None if self.files is None else [self.files[i] for i in indices],
            None if self.keys is None else [self.keys[i] for i in indices],
            None if self.tables is None else [self.tables[i] for i in indices],
        )

    def line(self, index: int) -> str:
        """Where a row stands, for a message."""
        where = f"line {self.lines[index]}" if self.lines else f"row {index + 1}"
        return f"{self.label} {where}".strip()


def options_of(expr: Any) -> tuple[Any, ...]:
    """The options of a `First`, or the expression itself."""
    return expr.options if isinstance(expr, First) else (expr,)


def expr_fields(expr: Any) -> set[str]:
    """All fields an expression names: text, `First`, `Term`, `Inline`, mapping or sequence."""
    if isinstance(expr, str):
        return set(fields_of(expr))
    if isinstance(expr, First):
        return set().union(*(expr_fields(o) for o in expr.options))
    if isinstance(expr, Inline) or hasattr(expr, "expr"):
        return expr_fields(expr.expr)
    if isinstance(expr, Mapping):
        return set().union(*(expr_fields(o) for o in expr.values()), set())
    if isinstance(expr, Sequence):
        return set().union(*(expr_fields(o) for o in expr), set())
    return set()


def evaluate(expr: Any, rows: Rows, what: str) -> Column:
    """The value of an expression in every row; None where a field of it has none.

    ``what`` names the place for messages. Raises DeclarationError for a field no row has.
    """
    if expr is None:
        return [None] * rows.n
    if isinstance(expr, First):
        return _first(expr, rows, what)
    if not isinstance(expr, str):
        raise DeclarationError(f"{what}: {expr!r} is not an expression.")
    tokens = tokenize(expr)
    for token in tokens:
        if token.kind == "field" and token.text not in rows.columns:
            raise no_column(what, token.text, rows)
        if token.kind not in ("field", "literal"):
            raise DeclarationError(f'{what}: "{expr}" has a wildcard; an expression has none.')
    if len(tokens) == 1 and tokens[0].kind == "field":
        return rows.columns[tokens[0].text]
    names = [t.text for t in tokens if t.kind == "field"]
    if not names:
        return ["".join(t.text for t in tokens)] * rows.n
    shape = "".join("%s" if t.kind == "field" else t.text.replace("%", "%%") for t in tokens)
    columns = [rows.columns[name] for name in names]
    return [None if None in cells else shape % cells for cells in zip(*columns, strict=True)]


def _first(expr: First, rows: Rows, what: str) -> Column:
    out: Column = [None] * rows.n
    last: DeclarationError | None = None
    worked = False
    for option in expr.options:
        if not isinstance(option, str):
            continue
        try:
            values = evaluate(option, rows, what)
        except DeclarationError as error:
            last = error
            continue
        worked = True
        out = [v if o is None or o == "" else o for o, v in zip(out, values, strict=True)]
    if not worked and last is not None:
        raise last
    return out


def frames_of(expr: str, rows: Rows, what: str) -> Column:
    """Frame numbers, from 0, as whole numbers; None where a row names no frame."""
    out: Column = []
    for at, cell in enumerate(evaluate(expr, rows, what)):
        found = re.fullmatch(r"([0-9]+)(?:\.0+)?", cell) if cell else None
        if cell and not found:
            raise DeclarationError(
                f"{what}: '{cell}' (first: {rows.line(at)}) is no frame: a whole number, counted "
                "from 0. Leave rows out with where=, or compute it with derive=."
            )
        out.append(str(int(found[1])) if found else None)
    return out


def no_column(what: str, name: str, rows: Rows) -> DeclarationError:
    """The error for a field that no row has, with what there is and the nearest."""
    there = sorted(set(rows.names) | set(rows.columns))
    near = difflib.get_close_matches(name, there, 1, 0.5)
    shown = ", ".join(there[:12]) + (" …" if len(there) > 12 else "")
    source = f"{rows.label} has no column '{name}'" if rows.label else f"there is no field '{name}'"
    if len(rows.names) == 1 and any(c in rows.names[0] for c in ";\t|"):
        sep = next(c for c in ";\t|" if c in rows.names[0])
        return DeclarationError(
            f"{what}: {source}. It has one column '{rows.names[0]}': is sep={sep!r}?"
        )
    nearest = f" Nearest: {{{near[0]}}}." if near else ""
    return DeclarationError(f"{what}: {source}. It has {shown}.{nearest}")


def parse_rows(rows: Rows, parse: Parse | None, what: str) -> Rows:
    """Cut cells into fields: an empty cell gives none, one that fits no template is an error."""
    for column, given in (parse or {}).items():
        if column not in rows.columns:
            raise no_column(f"{what} parse", column, rows)
        texts = (given,) if isinstance(given, str) else tuple(given)
        templates = [compile_template(text, rows.formats, cell=True) for text in texts]
        names = list(dict.fromkeys(name for t in templates for name in t.fields))
        cache: dict[str | None, tuple[str | None, ...]] = {}
        cells = rows.columns[column]
        bad: dict[str, int] = {}
        for at, cell in enumerate(cells):
            if cell in cache:
                continue
            if cell is None or cell == "":
                cache[cell] = (cell,) * len(names)
                continue
            found = next((m for t in templates if (m := match(t, cell)) is not None), None)
            if found is None:
                bad[cell] = at
                found = {}
            cache[cell] = tuple(found.get(name) for name in names)
        if bad:
            cell, at = next(iter(bad.items()))
            count = sum(1 for c in cells if c in bad)
            shown = '" or "'.join(texts)
            raise DeclarationError(
                f"{what}: parse {{'{column}'}}: {cell[:120]!r} ({count} of {rows.n} rows, first: "
                f'{rows.line(at)}) is not like "{shown}". Add a template that fits it, or drop '
                "such rows with where=."
            )
        for n, name in enumerate(names):
            rows.columns[name] = [cache[cell][n] for cell in cells]
        given_formats: dict[str, Format] = {}
        for template in templates:
            for name, format in template.formats.items():
                given_formats[name] = widened(given_formats.get(name, format), format)
        for name, format in given_formats.items():
            if format != OPEN:
                rows.formats.setdefault(name, format)
    return rows


def derive_rows(rows: Rows, derive: Mapping[str, Callable[[Row], str]] | None, what: str) -> Rows:
    """Add fields by function of the row. Raises DeclarationError naming field, row and failure."""
    for name, function in (derive or {}).items():
        names = list(rows.columns)
        out: Column = []
        for at, cells in enumerate(zip(*rows.columns.values(), strict=True)):
            row = {k: v for k, v in zip(names, cells, strict=True) if v is not None}
            try:
                value: Any = function(row)
            except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
                raise DeclarationError(
                    f"{what}: derive {{{name}}} failed at {rows.line(at)}: "
                    f"{type(error).__name__}: {error}."
                ) from error
            out.append(None if value is None else str(value))
        rows.columns[name] = out
    return rows


def condition(test: str | Sequence[str]) -> Callable[[str], bool]:
    """A test of `where`: a regular expression for the whole value, or a collection of values."""
    if isinstance(test, str):
        pattern = re.compile(test)
        return lambda value: pattern.fullmatch(value) is not None
    allowed = {str(v) for v in test}
    return lambda value: value in allowed


def where_mask(rows: Rows, where: Where | None, what: str) -> list[bool] | None:
    """Which rows a `where` keeps; None for all."""
    if not where:
        return None
    keep = [True] * rows.n
    for name, test in where.items():
        if name not in rows.columns:
            raise no_column(f"{what} where", name, rows)
        passes = condition(test)
        cache: dict[str | None, bool] = {}
        for at, cell in enumerate(rows.columns[name]):
            if cell not in cache:
                cache[cell] = passes(cell or "")
            keep[at] = keep[at] and cache[cell]
    return keep


def where_rows(rows: Rows, where: Where | None, what: str) -> Rows:
    """The rows that a `where` keeps."""
    mask = where_mask(rows, where, what)
    return rows if mask is None else rows.take([i for i, keep in enumerate(mask) if keep])


def melt_rows(rows: Rows, melt: str | None, what: str) -> Rows:
    """Wide to long: a row per match of the template over the column names.

    The cell is ``{value}``; with a star, columns with equal captures share a row and keep what
    the star stands for as their name.
    """
    if not melt:
        return rows
    starred = "*" in melt
    template = compile_template(melt.replace("*", "{*}"), cell=True)
    groups: dict[tuple[str, ...], dict[str, str]] = {}
    captured = [name for name in template.fields if name != "*"]
    for column in rows.columns:
        found = match(template, column)
        if found is not None:
            key = tuple(found[name] for name in captured)
            groups.setdefault(key, {})[found["*"] if starred else "value"] = column
    if not groups:
        raise DeclarationError(
            f'{what}: melt="{melt}" matches no column of {rows.label}. '
            f"It has {', '.join(list(rows.columns)[:12])}."
        )
    melted = {column for group in groups.values() for column in group.values()}
    kept = [name for name in rows.columns if name not in melted]
    index = [i for i in range(rows.n) for _ in groups]
    out = Rows(
        len(index), {name: [rows.columns[name][i] for i in index] for name in kept},
        dict(rows.formats), None, rows.names,
        [rows.lines[i] for i in index] if rows.lines else None, rows.label,
    )  # fmt: skip
    for n, name in enumerate(captured):
        out.columns[name] = [key[n] for _ in range(rows.n) for key in groups]
    for short in dict.fromkeys(s for group in groups.values() for s in group):
        sources = [rows.columns.get(group.get(short, "")) for group in groups.values()]
        out.columns[short] = [None if c is None else c[i] for i in range(rows.n) for c in sources]
    return out


def concat(parts: Iterable[Rows], label: str = "") -> Rows:
    """Rows one after the other; a column that a part lacks is None there."""
    given = list(parts)
    if len(given) == 1:
        return given[0]
    names = list(dict.fromkeys(name for part in given for name in part.columns))
    out = Rows(sum(p.n for p in given), {}, label=label or (given[0].label if given else ""))
    for name in names:
        column: Column = []
        for part in given:
            column += part.columns.get(name) or [None] * part.n
        out.columns[name] = column
    for part in given:
        for name, format in part.formats.items():
            out.formats[name] = widened(out.formats.get(name, format), format)
    out.names = tuple(dict.fromkeys(n for p in given for n in p.names))
    if given and all(p.items is not None for p in given):
        out.items = [item for p in given for item in p.items or ()]
    if given and all(p.files is not None for p in given):
        out.files = [files for p in given for files in p.files or ()]
    if given and all(p.keys is not None for p in given):
        out.keys = [names for p in given for names in p.keys or ()]
    if given and all(p.lines is not None for p in given):
        out.lines = [line for p in given for line in p.lines or ()]
    if given and all(p.tables is not None for p in given):
        out.tables = [path for p in given for path in p.tables or ()]
    return out
