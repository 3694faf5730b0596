"""Rules on question and answer together: the asked thing is answered, and not given away."""

from __future__ import annotations

import re
from typing import Final

from gmai_data import vocabulary
from gmai_data.words.claims import Checked
from gmai_data.words.closed import NO, YES
from gmai_data.words.reading import read_text

_GIVEN_AWAY: Final = {  # task → the kinds of mention that are its answer
    "percept-modality": ("modality", "sequence"), "percept-sequence": ("sequence",),
    "percept-class": ("term",), "percept-grade": ("term",), "percept-box": ("term",),
}  # fmt: skip
_SIDE: Final = re.compile(r"\b(?:left|right|both)\b|[左右双]", re.I)


def question_rule(check: Checked) -> str:
    """A question does not hold its answer, and a yes or a no is the facts' own."""
    task = check.request.task
    if task == "percept-presence":
        right = dict(check.request.slots).get("answer", "")
        said = check.readings[-1].text if check.readings else ""
        if (right == "no" and YES.match(said)) or (right == "yes" and NO.match(said)):
            return f"answer {said[:20]!r}, right is {right}"
        return ""
    if task == "percept-side":
        about = dict(check.request.slots).get("about", "")
        own = {f.value for f in check.facts if f.kind == "side" and f.of == about}
        asked = {m[0].lower() for m in _SIDE.finditer(_asked(check))}
        return "the side" if len(own) == 1 and len(asked) == 1 and asked <= {
            *own, *(_ZH[side] for side in own)
        } else ""  # fmt: skip
    kinds = _GIVEN_AWAY.get(task, ())
    if not kinds:
        return ""
    mentions = read_text(_asked(check), check.language).mentions
    named = {name for m in mentions if m.kind in kinds for name in m.names}
    for reading in check.readings if named else ():
        # "benign or malignant?" names both, and gives neither away
        told = [m for m in reading.mentions if m.kind in kinds]
        if named <= {name for mention in told for name in mention.names}:
            return reading.text[told[0].start : told[-1].end]
    return ""


_ZH: Final = {"left": "左", "right": "右", "both": "双"}


def _asked(check: Checked) -> str:
    asked = " ".join(t.text for t in check.answer.turns if t.role == "user")
    return asked.replace("良恶性", "")  # benign or malignant: names both


def options_rule(check: Checked) -> str:
    """No wrong option is also true: neither another thing in the picture nor a general name."""
    if check.request.task != "percept-choice":
        return ""
    slots = dict(check.request.slots)
    options = [value for key, value in check.request.slots if key.startswith("choice")]
    letter = "ABCDEFGHIJ".find(slots.get("letter", "?"))
    if not 0 <= letter < len(options):
        return ""
    known = vocabulary.load()
    right = _term(options[letter], check.language)
    here = {one.name for one in check.slice.labels if one.presence == "present"}
    for at, option in enumerate(options):
        term = _term(option, check.language)
        if at == letter or not term:
            continue
        if term == right or (right and term in known.ancestors(right)):
            return option
        if slots.get("where") != "box" and term in here:
            return option
    return ""


def _term(option: str, language: str) -> str:
    if language == "en":
        found = vocabulary.load().get(option)
        return found.term if found is not None else ""
    mentions = read_text(option, "zh").mentions
    whole = len(mentions) == 1 and mentions[0].end - mentions[0].start == len(option)
    return mentions[0].names[0] if whole and mentions[0].kind == "term" else ""
