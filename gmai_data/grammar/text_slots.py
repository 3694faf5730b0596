"""Raw texts of rows: reports, captions, questions with answers, dialogues."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gmai_data.declare import QA, Caption, Dialogue, Report
from gmai_data.grammar.given import Given
from gmai_data.grammar.records import literal
from gmai_data.grammar.rows import Column, Rows, evaluate


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


def reports(part: Report, rows: Rows, what: str) -> Given:
    """Texts of reports, or of their sections."""
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


def captions(part: Caption, rows: Rows, what: str) -> Given:
    """Captions with their language."""
    texts = evaluate(part.expr, rows, what)
    return _texts([("text", texts), ("language", _constant(part.language, rows, what))], rows)


def questions(part: QA, rows: Rows, what: str) -> Given:
    """Questions with answers, choices and explanation."""
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


def dialogues(part: Dialogue, rows: Rows, what: str) -> Given:
    """Turns of conversations as a JSON list of role and text."""
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
