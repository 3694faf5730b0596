"""Tables beside images: which column names them, and what the other columns may be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from gmai_data.propose.draft import Draft, call, key_of, term_of, text
from gmai_data.propose.look import Look, stem_of
from gmai_data.propose.paths import Shape, literal, split_of_word

ROWS: Final = 20_000  # rows that are looked at
MOST_VALUES: Final = 12  # distinct values of a column that may be a class
_SUBJECT: Final = re.compile(r"(?i)(patient|subject)[ _-]?(id|number|no|name)?|pid|participant_id")
_SPLIT: Final = re.compile(r"(?i)(split|set|fold|subset|partition|usage|phase)(_type|_name)?")


def read_rows(found: Look, path: str) -> list[dict[str, str]]:
    """The first rows of a table, as the reader of declarations has them; [] for one it refuses."""
    from gmai_data.declare import Table
    from gmai_data.errors import GmaiDataError, RejectedItem
    from gmai_data.grammar.tables import read_table

    try:
        rows = read_table(found.bytes_of(path), path, Table(file="x"), None)
    except (GmaiDataError, RejectedItem, ValueError, KeyError):
        return []
    names = list(rows.columns)
    columns = [rows.columns[name][:ROWS] for name in names]
    return [
        {n: value or "" for n, value in zip(names, row, strict=True)}
        for row in zip(*columns, strict=True)
    ]


def draft_tables(found: Look, draft: Draft, made: Sequence[Shape]) -> None:
    """Join the tables that have a column whose cells name images."""
    leaf = next((n for n in ("image", "case") if made and all(n in s.fields for s in made)), "")
    for path in found.of("table"):
        inside = path[len(draft.root) + 1 :] if draft.root and path.startswith(draft.root) else path
        if draft.root and inside == path:
            draft.unsure.append(f"{path} is outside the folder of the images: not read.")
            continue
        rows = read_rows(found, path)
        if not rows:
            draft.unsure.append(f"{path} could not be read as a table.")
            continue
        hit = _meets(rows, made, leaf) if leaf else None
        if hit is None:
            draft.unsure.append(f"{path}: no column names the images ({', '.join(rows[0])[:120]}).")
            continue
        column, parse = hit
        draft.found.append(f"{path}: {len(rows):,} rows, column {column!r} names the images.")
        given = f"parse={{{text(column)}: {text(parse)}}}" if parse else ""
        on = f"on={text(leaf)}"
        if not parse and column != leaf:
            given = f'parse={{{text(column)}: "{{{leaf}}}"}}'
        join = call("Table", text(literal(inside)), on, "optional=True", given)
        draft.join.append(join)
        draft.tables[inside] = {**dict.fromkeys(rows[0], ""), column: parse or f"{{{leaf}}}"}
        draft.instead = ""
        named = _named(rows, column, parse, leaf)
        images = {row[leaf] for shape in made for row in shape.rows.values()}
        some = len(images) / 2 <= len(named & images) < len(images) and named <= images
        masks = any(label.startswith("Mask") for label in draft.labels)
        if len(made) == 1 and some and not masks and len(draft.join) == 1:
            image = f"image={text(made[0].template)}"
            draft.instead = call("Table", text(literal(inside)), image, given)
            draft.instead_of = join
        _columns(rows, column, draft, draft.tables[inside])


def _meets(
    rows: Sequence[Mapping[str, str]], made: Sequence[Shape], leaf: str
) -> tuple[str, str] | None:
    """The column that names the images, and the template of its cells."""
    values = {row[leaf] for shape in made for row in shape.rows.values()}
    numbers = {v.lstrip("0") or "0" for v in values} if all(map(str.isdigit, values)) else set()
    best: tuple[float, str, str] | None = None
    for column in rows[0]:
        cells = [row[column] for row in rows if row[column]]
        for template, pick in _ways(cells, values, leaf):
            picked = [pick(cell) for cell in cells]
            hits = sum(p in values or (p.isdigit() and (p.lstrip("0") or "0") in numbers)
                       for p in picked)  # fmt: skip
            share = hits / max(1, len(cells))
            if share > 0.3 and (best is None or share > best[0] + 1e-9):
                best = (share, column, template)
    return None if best is None else (best[1], best[2])


def _named(rows: Sequence[Mapping[str, str]], column: str, parse: str, leaf: str) -> set[str]:
    """The images that the cells of a column name."""
    from gmai_data.grammar.template import compile_template, match

    cells = [row[column] for row in rows if row[column]]
    if not parse:
        return set(cells)
    template = compile_template(parse, cell=True)
    found = [match(template, cell) for cell in cells]
    return {row[leaf] for row in found if row and leaf in row}


def _ways(cells: Sequence[str], values: set[str], leaf: str) -> list[tuple[str, Any]]:
    """How a cell may hold an image's id: as it is, with a suffix, a folder or a prefix."""
    ways: list[tuple[str, Any]] = [("", lambda cell: cell)]
    suffixes = {m[0] for cell in cells[:50] if (m := re.search(r"\.[A-Za-z.]{2,7}$", cell))}
    for suffix in sorted(suffixes)[:3]:
        ways.append((f"{{{leaf}}}{literal(suffix)}", lambda c, s=suffix: c.removesuffix(s)))
        ways.append((f"{{:text}}/{{{leaf}}}{literal(suffix)}", lambda c: stem_of(c)))
    one = next(iter(sorted(values)), "")
    for cell in cells[:50]:
        for value in (one, *sorted(values)[:20]):
            if value and value in cell and value != cell and cell.count(value) == 1:
                head, tail = cell.split(value)
                short = len(tail) <= 24 and " " not in head + tail
                if (
                    short
                    and "/" not in head
                    and not re.search(r"\d$", head)
                    and not re.match(r"\d", tail)
                ):
                    ways.append((
                        f"{literal(head)}{{{leaf}}}{literal(tail)}",
                        lambda c, h=head, t=tail: c.removeprefix(h).removesuffix(t),
                    ))  # fmt: skip
                    return ways
    return ways


def _columns(
    rows: Sequence[Mapping[str, str]], key: str, draft: Draft, example: dict[str, str]
) -> None:
    """Columns that may be the patient, the split, or a class; each with an invented cell."""
    for column in rows[0]:
        if column == key or re.search(r"[{}]", column):
            continue
        values = sorted({row[column] for row in rows})
        some = [value for value in values if value]
        if _SUBJECT.fullmatch(column.strip()) and some:
            draft.subject = f'First("{{{column}}}", NO_SUBJECT)'
            example[column] = "P1"
            draft.guessed.append(f"Column {column!r} is the patient.")
        elif _SPLIT.fullmatch(column.strip()) and some and all(map(split_of_word, some)):
            if not draft.split:
                example[column] = some[0]
                pairs = ", ".join(f"{text(v)}: {text(split_of_word(v))}" for v in some)
                draft.split = f'Term("{{{column}}}", {{{pairs}}})'
                draft.guessed.append(f"Column {column!r} is the split.")
        elif 1 < len(values) <= MOST_VALUES and len(rows) >= 2 and not _numeric(some):
            known = {value: term_of(value) for value in values}
            if any(known.values()):
                example[column] = next(value for value, term in known.items() if term)
                names = ", ".join(
                    f"{key_of(v)}: {text(t) if t else 'None'}" for v, t in known.items()
                )
                draft.labels.append(
                    call("Class", text("{" + column + "}"), f"names={{{names}}}", "missing=UNKNOWN")
                )
                draft.guessed.append(f"Column {column!r} is a class.")


def _numeric(values: Sequence[str]) -> bool:
    return all(re.fullmatch(r"-?\d+(\.\d+)?", value) for value in values)
