"""The source's own texts as facts: what a person wrote, with the language it says it is in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from gmai_data.declare import LabelPart
from gmai_data.schema import Case, Slice
from gmai_data.words.bind import holds_here

Add = Callable[..., str]  # kind, value, unit=, of= → the id of the new fact
_LETTER: Final = re.compile(r"\(?([A-Ja-j])\)?[.:：、．)]?")


def written(add: Add, parts: Sequence[LabelPart], case: Case, slice: Slice) -> None:
    """Adds the facts of a slice that are texts: reports by section, captions, questions, dialogues.

    A question's ``answer letter context explanation choice`` are facts of it.
    """
    for note in case.annotations:
        if note.state != "given" or note.kind not in ("report", "caption", "qa", "dialogue"):
            continue
        if not holds_here(note, slice):
            continue
        if note.kind == "qa":
            _question(add, parts[note.part], note.values)
            continue
        written = str(
            dict(note.values).get("language") or getattr(parts[note.part], "language", "")
        )
        first = ""  # sections of one report are one text: the others belong to the first
        for key, text in note.values:
            if key == "language" or not text.strip():
                continue
            section = "" if key == "text" else key
            language = "" if "{" in written else written
            unit = section if note.kind == "report" else language
            id = add(note.kind, text, unit=unit, of=first)
            first = first or (id if note.kind == "report" else "")


def _question(add: Add, part: LabelPart, values: Sequence[tuple[str, str]]) -> None:
    slots = dict(values)
    if not slots.get("question", "").strip():
        return
    language = str(slots.get("language") or getattr(part, "language", ""))
    id = add("question", slots["question"], unit="" if "{" in language else language)
    letter = one_letter(slots.get("letter", ""))
    if slots.get("index", "").strip().isdigit():
        place = int(slots["index"]) - getattr(part, "base", 0)
        letter = "ABCDEFGHIJ"[place] if 0 <= place < 10 else "?"
    if letter:
        add("letter", letter, of=id)
    for key, text in values:
        if not text.strip():
            continue
        if key.startswith("choice"):
            add("choice", text, unit=key[len("choice") :], of=id)
        elif key in ("answer", "explanation", "context"):
            add(key, text, of=id)


def one_letter(text: str) -> str:
    """``"b."`` and ``"(B)"`` are B; no letter or several give ``?``, an empty cell gives ""."""
    found = _LETTER.fullmatch(text.strip())
    return found[1].upper() if found else "?" if text.strip() else ""
