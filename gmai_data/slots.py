"""Raw labels of rows, per kind of label part: class values, states, coordinates, texts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
from gmai_data.names import find_key
from gmai_data.records import literal
from gmai_data.rows import Column, Rows, evaluate, no_column
from gmai_data.schema import Pairs


@dataclass(slots=True)
class Given:
    """What rows say: parallel lists of row, raw class and values; and rows that say nothing."""

    at: list[int] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    values: list[Pairs] = field(default_factory=list)
    empty: set[int] = field(default_factory=set)  # there, but nothing in it
    missing: set[int] = field(default_factory=set)  # no value at all: no such row
    bad: dict[int, tuple[str, str]] = field(default_factory=dict)  # rule and value

    def add(self, at: int, raw: str, values: Pairs = ()) -> None:
        """One more label."""
        self.at.append(at)
        self.raw.append(raw)
        self.values.append(values)


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
        elif cell == "" and not blank:
            out.empty.add(at)
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
        if not value:
            out.empty.add(at)
        for item in value:
            out.add(at, str(item).strip())
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
    return [("frame", evaluate(frame, rows, f"{what} frame"))] if frame else []


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


def _texts(slots: Sequence[tuple[str, Column]], rows: Rows, first: int = 1) -> Given:
    """Labels of text slots; a row whose ``first`` slots are all blank says nothing."""
    out = Given()
    for at in range(rows.n):
        main = [column[at] for _, column in slots[:first]]
        if main and all(c is None for c in main):
            out.missing.add(at)
        elif not any(main):
            out.empty.add(at)
        else:
            pairs = [(n, _flat(column[at])) for n, column in slots]
            out.add(at, "", tuple((n, v) for n, v in pairs if v))
    return out


def _flat(cell: str | None) -> str:
    """A list of texts, as records hold it, as one text."""
    if cell and cell.startswith("["):
        value = literal(cell)
        if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
            return "\n".join(value)
    return cell or ""


def _constant(text: str, rows: Rows, what: str) -> Column:
    return evaluate(text, rows, what) if "{" in text else [text] * rows.n


def _reports(part: Report, rows: Rows, what: str) -> Given:
    sections = part.sections or {}
    slots: list[tuple[str, Column]] = []
    if sections and any("{" in v for v in sections.values()):
        slots = [(n, evaluate(v, rows, f"{what} {n}")) for n, v in sections.items()]
    elif part.expr is not None:
        texts = rows.columns.get("\0text") or evaluate(part.expr, rows, what)
        slots = [("text", texts)]
        if sections:
            cut = [None if t is None else split_sections(t, sections) for t in texts]
            slots = [(n, [None if c is None else c[n] for c in cut]) for n in sections]
    first = len(slots)
    return _texts([*slots, ("language", _constant(part.language, rows, what))], rows, first)


def split_sections(text: str, sections: Mapping[str, str]) -> dict[str, str]:
    """The texts under headings; a section ends where any heading in capitals begins."""
    any_heading = re.compile(r"(?m)^[ \t]*[A-Z][A-Z /&,()-]{2,}:")
    out = {}
    for name, heading in sections.items():
        found = re.search(re.escape(heading), text)
        if not found:
            out[name] = ""
            continue
        rest = text[found.end() :]
        end = any_heading.search(rest)
        ends = [end.start()] if end else []
        ends += [at for h in sections.values() if (at := rest.find(h)) >= 0]
        out[name] = " ".join(rest[: min(ends)].split()) if ends else " ".join(rest.split())
    return out


def _captions(part: Caption, rows: Rows, what: str) -> Given:
    texts = evaluate(part.expr, rows, what)
    return _texts([("text", texts), ("language", _constant(part.language, rows, what))], rows)


def _questions(part: QA, rows: Rows, what: str) -> Given:
    slots = [("question", evaluate(part.question, rows, f"{what} question"))]
    for name in ("answer", "letter", "index"):
        expr = getattr(part, name)
        if expr is not None:
            slots.append((name, evaluate(expr, rows, f"{what} {name}")))
    if isinstance(part.choices, str):
        slots += _listed_choices(evaluate(part.choices, rows, f"{what} choices"))
    else:
        slots += [
            (f"choice{n}", evaluate(expr, rows, f"{what} choices"))
            for n, expr in enumerate(part.choices or ())
        ]
    slots.append(("language", _constant(part.language, rows, what)))
    for name in ("explanation", "context"):
        expr = getattr(part, name)
        if expr is not None:
            slots.append((name, evaluate(expr, rows, f"{what} {name}")))
    return _texts(slots, rows)


def _listed_choices(cells: Column) -> list[tuple[str, Column]]:
    """Choices from a list or a mapping of letters in one cell."""
    lists = []
    for cell in cells:
        value = literal(cell) if cell else None
        if isinstance(value, Mapping):
            value = list(value.values())
        elif isinstance(value, list) and all(isinstance(v, Mapping) for v in value):
            value = [str(v.get("value", v.get("text", ""))) for v in value]
        lists.append([str(v).strip() for v in value] if isinstance(value, list | tuple) else [])
    width = max(map(len, lists), default=0)
    return [
        (f"choice{n}", [row[n] if n < len(row) else None for row in lists]) for n in range(width)
    ]


def _dialogues(part: Dialogue, rows: Rows, what: str) -> Given:
    language = _constant(part.language, rows, what)
    out = Given()
    if part.expr is not None:
        cells = evaluate(part.expr, rows, what)
        turns: list[Any] = [None if c is None else list(_turns(part, c)) for c in cells]
    else:
        history = evaluate(part.history, rows, f"{what} history")
        user = evaluate(part.user, rows, f"{what} user")
        assistant = evaluate(part.assistant, rows, f"{what} assistant")
        turns = [
            None if u is None or a is None else [*_history(h), ("user", u), ("assistant", a)]
            for h, u, a in zip(history, user, assistant, strict=True)
        ]
    for at, found in enumerate(turns):
        if found is None:
            out.missing.add(at)
            continue
        kept = [{"role": role, "text": text.strip()} for role, text in found if text.strip()]
        if len(kept) < 2:
            out.empty.add(at)
            continue
        text = json.dumps(kept, ensure_ascii=False)
        out.add(at, "", (("turns", text), ("language", language[at] or "en")))
    return out


def _history(cell: str | None) -> Iterator[tuple[str, str]]:
    for pair in literal(cell) or () if cell else ():
        if isinstance(pair, list | tuple) and len(pair) == 2:
            yield "user", str(pair[0])
            yield "assistant", str(pair[1])


_ROLES = {"human": "user", "user": "user", "patient": "user", "question": "user",
          "gpt": "assistant", "assistant": "assistant", "bot": "assistant",
          "doctor": "assistant", "answer": "assistant"}  # fmt: skip


def _turns(part: Dialogue, cell: str) -> Iterator[tuple[str, str]]:
    items = literal(cell)
    if not isinstance(items, list | tuple):
        items = _cut_at_prefixes(cell, part.roles) if isinstance(part.roles, Mapping) else []
    for number, item in enumerate(items):
        if isinstance(item, Mapping):
            key = part.roles if isinstance(part.roles, str) else "role"
            role = _ROLES.get(str(item.get(key, "")).lower(), "")
            text = str(item.get(part.text, ""))
        else:
            text, role = str(item), "user" if number % 2 == 0 else "assistant"
            if isinstance(part.roles, Mapping):
                role = ""
                for prefix, name in part.roles.items():
                    if text.startswith(prefix):
                        text, role = text[len(prefix) :], name
                        break
        if role:
            yield role, text


def _cut_at_prefixes(text: str, roles: Mapping[str, str]) -> list[str]:
    """One text with prefixes in it, cut where each of them begins."""
    pattern = "|".join(re.escape(p) for p in sorted(roles, key=len, reverse=True))
    starts = [m.start() for m in re.finditer(pattern, text)]
    ends = [*starts[1:], len(text)]
    return [text[a:b] for a, b in zip(starts, ends, strict=True)]


_KINDS: Mapping[type, Callable[[Any, Rows, str], Given]] = {
    Class: _classes, Flags: _flags, Mask: _masks, Boxes: _boxes, Points: _points,
    Value: _measures, Report: _reports, Caption: _captions, QA: _questions,
    Dialogue: _dialogues,
}  # fmt: skip
