"""Hash joins of rows on named fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gmai_data.declare import Rows as Declared
from gmai_data.grammar.rows import Rows, no_column
from gmai_data.grammar.survey import Survey, describe, load, on_fields
from gmai_data.grammar.tokens import OPEN, Format, fields_of

Index = dict[tuple[str, ...], list[int]]


def keys_of(
    rows: Rows, names: Sequence[str], formats: Mapping[str, Format]
) -> list[tuple[str, ...] | None]:
    """The join key of every row, in the form in which values are compared; None without one."""
    columns = []
    for name in names:
        format = formats.get(name, OPEN)
        column = rows.columns[name]
        if format == OPEN or format.kind in ("choice", "width", "text"):
            columns.append(column)
            continue
        cache = {v: v if v is None else format.key(v) for v in set(column)}
        columns.append([cache[v] for v in column])
    if len(columns) == 1:
        return [None if v is None else (v,) for v in columns[0]]
    return [None if None in cells else cells for cells in zip(*columns, strict=True)]


def index_of(keys: Sequence[tuple[str, ...] | None]) -> Index:
    """Positions by key."""
    index: Index = {}
    for at, key in enumerate(keys):
        if key is not None:
            index.setdefault(key, []).append(at)
    return index


@dataclass(frozen=True, slots=True)
class Joined:
    """Pairs of left and right rows that meet; ``alone`` are left rows that meet none."""

    left: list[int]
    right: list[int]
    alone: list[int]


def join_rows(survey: Survey, left: Rows, right: Rows, on: Sequence[str]) -> Joined:
    """All pairs with equal keys, in order of the left rows and then of the right."""
    formats = {**right.formats, **left.formats}

    def made() -> Index:
        return index_of(keys_of(right, on, formats))

    if survey.together is None:
        index = made()
    else:
        compared = tuple(formats.get(name, OPEN) for name in on)
        index = survey.together.once(("index", id(right), tuple(on), compared), made)
    out = Joined([], [], [])
    for at, key in enumerate(keys_of(left, on, formats)):
        found = index.get(key) if key is not None else None
        if not found:
            out.alone.append(at)
        elif len(found) == 1:
            out.left.append(at)
            out.right.append(found[0])
        else:
            out.left.extend([at] * len(found))
            out.right.extend(found)
    return out


def join_keys(survey: Survey, rows: Rows, table: Rows, declared: Declared, what: str) -> list[str]:
    """Fields of a join: `on`, and what the table's path captures of the rows' own fields."""
    keys = list(on_fields(declared))
    texts = declared.file.options if hasattr(declared.file, "options") else (declared.file,)
    each = getattr(declared, "each", "")
    for text in (*texts, each):
        for name in fields_of(text):
            if name in rows.columns and name in table.columns and name not in keys:
                keys.append(name)
    if not keys:
        raise survey.error(f"{what} needs on=: the field that its rows share with the cases.")
    keys = [name for name in keys if name != "pixel"]  # a value in the mask, not a field
    for name in keys:
        if name not in rows.columns:
            raise no_column(f"{survey.source.name}: {what} on", name, rows)
        if name not in table.columns:
            raise no_column(f"{survey.source.name}: {what} on", name, table)
    return keys


def no_match(rows: Rows, table: Rows, keys: Sequence[str]) -> str:
    """What the two sides of a join hold, for the message that they never meet."""
    shown = []
    for name in keys:
        ours = next((v for v in rows.columns[name] if v), None)
        theirs = next((v for v in table.columns[name] if v), None)
        hint = ""
        if ours and theirs and ours in theirs:
            pattern = theirs.replace(ours, "{" + name + "}", 1)
            hint = f' Write parse={{"{name}": "{pattern}"}}.'
        shown.append(f"Cases have {name}={ours!r}, the table has {name}={theirs!r}.{hint}")
    return " ".join(shown)


def add_joins(survey: Survey, rows: Rows, done: set[int], *, last: bool) -> Rows:
    """Join the declared tables to the case rows; until ``last``, those whose fields are there.

    Only columns that the declaration mentions are brought; ``done`` collects the joins that were
    made. Raises DeclarationError where no case meets a row, or two tables hold a name with
    different values.
    """
    multiplied = ""
    for at, declared in enumerate(survey.plan.join):
        what = "join " + describe(declared)
        ready = all(name in rows.columns for name in on_fields(declared))
        if at in done or not (ready or last):
            continue
        done.add(at)
        table = load(survey, declared, what)
        if declared.optional and (table.n == 0 or (survey.lenient and not ready)):
            survey.lenient = True  # it is not there, or the optional one that has its key is not
            continue
        keys = join_keys(survey, rows, table, declared, what)
        bring = [
            n for n in table.columns
            if n not in keys and (n in survey.wanted or survey.everything)
        ]  # fmt: skip
        table = _distinct(survey, table, [*keys, *bring])
        joined = join_rows(survey, rows, table, keys)
        if survey.together is not None:
            survey.together.add("alone", what, len(joined.alone), rows.n)
            if not declared.optional:
                survey.together.add("left", what, len(joined.left), rows.n)
        elif rows.n and not joined.left and not declared.optional:
            raise survey.error(
                f"{what} on {', '.join(keys)}: 0 of {rows.n:,} cases matched. "
                f"{no_match(rows, table, keys)}"
            )
        if len(set(joined.left)) < len(joined.left):
            if multiplied:
                raise survey.error(
                    f"{what} and {multiplied} both give several rows per case. Keep one as a "
                    "join and read the other with table= on its label part."
                )
            multiplied = what
            if survey.together is not None:
                survey.together.add("multiplied", what, 1)
        if joined.alone and survey.together is None:
            survey.notes.append(alone_note(survey, what, len(joined.alone), rows.n))
        rows = _merge(survey, rows, table, joined, bring, what)
    return rows


def alone_note(survey: Survey, what: str, alone: int, of: int) -> str:
    """The sentence for case rows that a joined table does not have."""
    return f"{survey.source.name}: {what}: {alone:,} of {of:,} rows of cases have no row in it."


def _distinct(survey: Survey, table: Rows, names: Sequence[str]) -> Rows:
    if survey.together is not None:
        what = ("distinct", id(table), tuple(names))
        return survey.together.once(what, lambda: _first_ones(table, names))
    return _first_ones(table, names)


def _first_ones(table: Rows, names: Sequence[str]) -> Rows:
    seen: dict[tuple[str | None, ...], int] = {}
    for at, cells in enumerate(zip(*(table.columns[n] for n in names), strict=True)):
        seen.setdefault(cells, at)
    if len(seen) == table.n:
        return table
    return table.take(list(seen.values()))


def _merge(
    survey: Survey, rows: Rows, table: Rows, joined: Joined, bring: Sequence[str], what: str
) -> Rows:
    order = sorted(
        [*zip(joined.left, joined.right, strict=True), *((at, -1) for at in joined.alone)]
    )
    out = rows if [a for a, _ in order] == list(range(rows.n)) else rows.take([a for a, _ in order])
    for name in bring:
        column = table.columns[name]
        values = [None if b < 0 else column[b] for _, b in order]
        if name in out.columns:
            for mine, theirs in zip(out.columns[name], values, strict=True):
                if mine is not None and theirs is not None and mine != theirs:
                    raise survey.error(
                        f"{what} has a column '{name}', and the cases have one with other values "
                        f"({mine!r} and {theirs!r}). Give the table an alias=: its columns become "
                        "{alias." + name + "}."
                    )
            values = [m if m is not None else t
                      for m, t in zip(out.columns[name], values, strict=True)]  # fmt: skip
        out.columns[name] = values
    for name, format in table.formats.items():
        out.formats.setdefault(name, format)
    out.names = tuple(dict.fromkeys((*out.names, *table.names)))
    return out
