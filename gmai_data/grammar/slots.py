"""Raw labels of rows, per kind of label part: class values, states, coordinates, numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gmai_data.declare import (
    QA,
    Boxes,
    Caption,
    Class,
    Dialogue,
    Flags,
    LabelPart,
    Mask,
    Points,
    Report,
    Value,
)
from gmai_data.errors import DeclarationError
from gmai_data.grammar.given import Given
from gmai_data.grammar.names import find_key
from gmai_data.grammar.records import literal
from gmai_data.grammar.rows import Column, Rows, evaluate, frames_of, no_column
from gmai_data.grammar.text_slots import captions, dialogues, questions, reports
from gmai_data.schema import Pairs


def given(part: LabelPart, rows: Rows, what: str) -> Given:
    """The labels that rows give. Raises DeclarationError for a field that no row has."""
    return _KINDS[type(part)](part, rows, what)


def _raws(part: LabelPart, rows: Rows, what: str) -> Column:
    return evaluate(part.by, rows, f"{what} by") if part.by is not None else [""] * rows.n


def _classes(part: Class, rows: Rows, what: str) -> Given:
    out = Given()
    from_array = part.array is not None
    cells = rows.columns["\0array"] if from_array else evaluate(part.expr, rows, what)
    blank = find_key(part.names, "") is not None
    plain = part.sep is None and part.form is None
    for at, cell in enumerate(cells):
        if cell is None:
            out.missing.add(at)
        elif cell == "" and (part.form is not None or not blank):
            out.empty.add(at)
        elif part.form is not None and cell.lower() in ("nan", "none", "null"):
            out.missing.add(at)  # how pandas and Python write a list that is not there
        elif plain:
            out.add(at, cell)
        elif part.form is None:
            pieces = [p.strip() for p in cell.split(part.sep)]
            for piece in dict.fromkeys(p for p in pieces if p):
                out.add(at, piece)
        else:
            _literal_classes(out, at, cell)
    return out


def _literal_classes(out: Given, at: int, cell: str) -> None:
    value = literal(cell)
    if isinstance(value, Mapping):
        for key, weight in value.items():
            out.add(at, str(key), (("weight", str(weight)),))
    elif isinstance(value, list | tuple):
        items = [text for item in value if (text := str(item).strip())]
        if not items:
            out.empty.add(at)
        for item in items:
            out.add(at, item)
    else:
        out.bad[at] = ("not-a-list", cell[:80])


def _flags(part: Flags, rows: Rows, what: str) -> Given:
    out = Given()
    if part.by is not None:
        states = _states(part, evaluate(part.expr, rows, what), rows, what)
        for at, (raw, state) in enumerate(zip(_raws(part, rows, what), states, strict=True)):
            if raw is None or state is None:
                out.missing.add(at)
            elif state != "unknown":
                out.add(at, raw, (("state", state),))
            else:
                out.empty.add(at)
        return out
    names = [str(key) for key in part.names] if isinstance(part.names, Mapping) else []
    columns: dict[str, list[str | None]] = {}
    for name in names:
        if name not in rows.columns:
            raise no_column(what, name, rows)
        columns[name] = _states(part, rows.columns[name], rows, f"{what} {name}")
    pairs = {s: (("state", s),) for s in ("present", "absent", "uncertain", "outside")}
    for name, found in columns.items():
        for at, state in enumerate(found):
            if state is not None and state != "unknown":
                out.add(at, name, pairs[state])
    for at in range(rows.n):
        row = [found[at] for found in columns.values()]
        if all(state is None for state in row):
            out.missing.add(at)
        elif not any(state is not None and state != "unknown" for state in row):
            out.empty.add(at)
        elif part.one and row.count("present") != 1:
            out.bad[at] = ("flags-not-one", f"{row.count('present')} of {len(row)} are true")
    return out


def _states(part: Flags, cells: Column, rows: Rows, what: str) -> list[str | None]:
    cache: dict[str | None, str | None] = {None: None}
    for cell in set(cells) - {None}:
        assert cell is not None
        state = part.values.get(cell)
        if state is None and re.fullmatch(r"-?[0-9]+\.0+", cell):
            state = part.values.get(cell.partition(".")[0])
        if state is None and cell != "":
            at = cells.index(cell)
            raise DeclarationError(
                f"{what}: '{cell}' ({cells.count(cell):,} rows, first: {rows.line(at)}) is not in "
                f"values={dict(part.values)}. Add it with present, absent, uncertain or unknown."
            )
        cache[cell] = state or "unknown"
    return [cache[cell] for cell in cells]


def _size(part: Any, rows: Rows, what: str) -> list[tuple[str, Column]]:
    if part.size is None:
        return []
    slots: list[tuple[str, Column]] = []
    for slot, expr in zip(("size_w", "size_h"), part.size, strict=True):
        column: Column = [str(expr)] * rows.n
        if isinstance(expr, str):
            column = evaluate(expr, rows, what)
        slots.append((slot, column))
    return slots


def _frames(part: Any, rows: Rows, what: str) -> list[tuple[str, Column]]:
    frame = getattr(part, "frame", None)
    return [("frame", frames_of(frame, rows, f"{what} frame"))] if frame else []


def _zip(slots: Sequence[tuple[str, Column]], at: int) -> Pairs:
    return tuple([(name, value) for name, column in slots if (value := column[at])])


_NOTHING = frozenset(("", "-1", "nan"))


def _masks(part: Mask, rows: Rows, what: str) -> Given:
    out = Given()
    raws = _raws(part, rows, what)
    slots = _size(part, rows, what) + _frames(part, rows, what)
    content: Column | None = None
    name = ""
    if part.rle is not None:
        name, content = "rle", evaluate(part.rle, rows, f"{what} rle")
    elif callable(part.polygon):
        name, content = "polygon", rows.columns["\0polygon"]
    elif isinstance(part.polygon, str):
        name, content = "polygon", evaluate(part.polygon, rows, f"{what} polygon")
    for at in range(rows.n):
        raw = raws[at]
        cell = content[at] if content is not None else "file"
        if raw is None or cell is None:
            out.missing.add(at)
        elif cell.strip().lower() in _NOTHING:
            out.empty.add(at)
        else:
            out.add(at, raw, ((name, cell), *_zip(slots, at)) if name else _zip(slots, at))
    return out


def _coordinates(given_: Any, names: Sequence[str], rows: Rows, what: str) -> list[Column]:
    if not isinstance(given_, str):
        return [evaluate(expr, rows, what) for expr in given_]
    columns: list[Column] = [[] for _ in names]
    for cell in evaluate(given_, rows, what):
        numbers = re.findall(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?", cell or "")
        for n, column in enumerate(columns):
            good = len(numbers) == len(names)
            column.append(numbers[n] if good else None if cell is None else "")
    return columns


def _located(part: Any, forms: Sequence[tuple[Any, Sequence[str]]], rows: Rows, what: str) -> Given:
    out = Given()
    raws = _raws(part, rows, what)
    more = _size(part, rows, what) if hasattr(part, "size") else []
    more = more + _frames(part, rows, what)
    slots: list[tuple[str, Column]] = []
    for expr, names in forms:
        if expr is not None:
            slots = list(zip(names, _coordinates(expr, names, rows, what), strict=True))
    for at in range(rows.n):
        cells = [column[at] for _, column in slots]
        raw = raws[at]
        if raw is None or (cells and all(c is None for c in cells)):
            out.missing.add(at)
        elif any(not c for c in cells):
            out.empty.add(at)
        else:
            out.add(at, raw, _zip([*slots, *more], at))
    return out


def _boxes(part: Boxes, rows: Rows, what: str) -> Given:
    forms = (
        (part.xyxy, ("x1", "y1", "x2", "y2")),
        (part.xywh, ("x", "y", "w", "h")),
        (part.circle, ("cx", "cy", "r")),
    )
    return _located(part, forms, rows, what)


def _points(part: Points, rows: Rows, what: str) -> Given:
    return _located(part, ((part.xy, ("x", "y")), (part.xyz, ("x", "y", "z"))), rows, what)


def _measures(part: Value, rows: Rows, what: str) -> Given:
    out = Given()
    raws = _raws(part, rows, what)
    for at, cell in enumerate(evaluate(part.expr, rows, what)):
        raw = raws[at]
        if cell is None or raw is None:
            out.missing.add(at)
        elif cell == "":
            out.empty.add(at)
        else:
            try:
                number = float(cell)
            except ValueError:
                out.bad[at] = ("not-a-number", f"{part.name or raw}={cell[:40]}")
                continue
            if part.valid and not part.valid[0] <= number <= part.valid[1]:
                out.bad[at] = ("value-out-of-range", f"{part.name or raw}={cell}")
            else:
                out.add(at, raw, (("value", cell),))
    return out


_KINDS: Mapping[type, Callable[[Any, Rows, str], Given]] = {
    Class: _classes, Flags: _flags, Mask: _masks, Boxes: _boxes, Points: _points,
    Value: _measures, Report: reports, Caption: captions, QA: questions,
    Dialogue: dialogues,
}  # fmt: skip
