"""Rules that an answer answers: the fact that is asked for is said, and nothing of the prompt is.

A text can be true and worth nothing: "This is a medical image." to every question. What a task
asks for is known (`questions`, `conversations`), so the text is held to it, by the same reading of
names, sides and numbers as everywhere in the review.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from gmai_data import vocabulary
from gmai_data.schema import Fact
from gmai_data.words import counting, laterality
from gmai_data.words.claims import MORE_GENERAL, Checked, spelling
from gmai_data.words.facts import PRESENT
from gmai_data.words.imaging import MODALITY_WORDS, PLANE_WORDS, SEQUENCE_WORDS, VIEW_WORDS
from gmai_data.words.quantities import han_number, quantities
from gmai_data.words.reading import Reading
from gmai_data.words.surfaces import american

_I: Final = re.IGNORECASE
_TABLES: Final = (MODALITY_WORDS, SEQUENCE_WORDS, PLANE_WORDS, VIEW_WORDS)
_YES_NO: Final = re.compile(r"\s*(?:yes|no|not|none)\b|\s*[是否有无未没不对可存]", _I)
_CANNOT: Final = re.compile(
    r"\b(?:can(?:not|'t)|can not|unable|impossible|not (?:possible|enough|sufficient|be|give|show"
    r"|allow|tell|answer|determin\w+|available)|does(?: not|n't)|do(?: not|n't)|insufficient"
    r"|no (?:single|one|change|comparison)|neither|nothing|alone|only|requires?|need(?:s|ed)?"
    r"|unknown|beyond|is not|isn't|undetermin\w+)\b|[不无未]|难以|仅|只|需", _I,
)  # fmt: skip
_VAGUE: Final = frozenset({
    "lesion", "finding", "abnormality", "disease", "tissue", "organ", "structure", "cell",
    "anatomical structure", "region", "mass",
})  # fmt: skip
_GENERAL_SIDE: Final = {
    "left": "left|左",
    "right": "right|右",
    "both": "both|bilateral|双|两侧|左右",
}
_ROW: Final = {
    "upper": r"upper|top|superior|above|[上顶]", "lower": r"lower|bottom|inferior|below|[下底]",
    "centre": r"cent(?:re|er|ral|red|ered)|middle|mid\b|中[央部间心]|[正居]中",
    "left": r"left|左", "right": r"right|右",
}  # fmt: skip
_NORMAL: Final = re.compile(
    r"\b(?:normal|unremarkable)\b|\bno (?:abnormalit|finding|disease)|正常|未见异常", _I
)
_HAN_NUMBER: Final = re.compile(r"[一二两三四五六七八九十]+")
_ARTICLE: Final = re.compile(r"\b(?:an?|single|one|solitary|only)\b|[一单]", _I)


def answer_rule(check: Checked) -> str:
    """The fact that the task asks for is said: its name, side, number, place; yes or no."""
    task = check.request.task
    find = _WANTED.get(task)
    if find is not None:
        return find(check)
    return ""


def _technique(kinds: tuple[str, ...]) -> Callable[[Checked], str]:
    def find(check: Checked) -> str:
        own = {f.value for f in check.facts if f.kind in kinds and not f.of}
        own.update(name for value in tuple(own) for name in MORE_GENERAL.get(value, ()))
        said = {n for r in check.readings for m in r.mentions for n in m.names}
        if not own or not own.isdisjoint(said):
            return ""
        # Short forms that elsewhere mean something else: PA, lateral.
        words = [_whole(form) for name in sorted(own) for form in _forms(name)]
        text = " ".join(r.text for r in check.readings)
        return "" if any(word.search(text) for word in words) else f"{kinds[0]} is not said"

    return find


@functools.lru_cache(maxsize=512)
def _forms(name: str) -> tuple[str, ...]:
    """All names of a modality, sequence, plane or view, in both languages."""
    found = [name]
    for table in _TABLES:
        if name in table:
            one = table[name]
            found += [one.name, one.zh, one.image, one.image_zh, one.adjective]
            found += [*one.also, *one.also_zh]
    return tuple(form for form in found if form)


@functools.lru_cache(maxsize=1024)
def _whole(form: str) -> re.Pattern[str]:
    word = re.escape(form)
    return re.compile(rf"(?<![A-Za-z]){word}(?![A-Za-z])" if form.isascii() else word, _I)


def _modality(check: Checked) -> str:
    # A radiograph of the breast is said to be a mammogram, a blood smear a smear.
    return _technique(("modality", "sequence"))(check)


def _plane(check: Checked) -> str:
    kind = dict(check.request.slots).get("kind", "plane")
    return _technique((kind,))(check)


def _class(check: Checked) -> str:
    """A class of the image; of a picture that is only of a part, that part."""
    qualified = {f.of for f in check.facts if f.kind in ("box", "size", "level")}
    here = [f for f in check.facts if f.kind in PRESENT and f.id not in qualified]
    classes = [f for f in here if not (f.kind == "organ" and f.unit == "view")] or here
    missing = [_lacking(check, [one], vague=False) for one in classes]
    return "" if "" in missing or not missing else missing[0]


def _things(*slots: str, vague: bool = False) -> Callable[[Checked], str]:
    return lambda check: _lacking(check, about(check, *slots), vague=vague)


def _lacking(check: Checked, wanted: Iterable[Fact], *, vague: bool) -> str:
    """The first of the facts that no sentence names."""
    named = [f for r in check.readings for f in named_in(check, r, vague=vague)]
    said = " ".join(r.text for r in check.readings)
    for fact in wanted:
        if not any(same(one, fact) for one in named) and not is_spelled(check, said, [fact]):
            return f"{fact.value} is not said"
    return ""


def _grade(check: Checked) -> str:
    grades = [f for f in check.facts if f.kind == "grade"]
    asked = about(check, "about") or grades
    said = " ".join(r.text for r in check.readings)
    numbers = re.findall(r"\d+[a-z]?", american(asked[0].value)) if asked else []
    if numbers and all(re.search(rf"(?<!\d){n}(?!\d)", american(said)) for n in numbers):
        return ""
    return _lacking(check, asked[:1], vague=True)


def _presence(check: Checked) -> str:
    said = check.readings[-1].text if check.readings else ""
    if _YES_NO.match(said):
        return ""
    return _lacking(check, about(check, "about"), vague=False) and "neither yes nor no"


def _count(check: Checked) -> str:
    asked = about(check, "about")
    ids = {f.id for f in check.facts if any(same(f, one) for one in asked)}
    known = {int(f.value) for f in check.facts if f.kind == "count" and (not ids or f.of in ids)}
    if not known:
        return ""
    for reading in check.readings:
        if known & _numbers(reading, check.language):
            return ""
        if 1 in known and _ARTICLE.search(reading.text):
            return ""
    return f"the number {min(known)} is not said"


def _numbers(reading: Reading, language: str) -> set[int]:
    found = {int(n) for n in re.findall(r"(?<![\d.])\d{1,4}(?![\d.]*\d)", reading.text)}
    found |= {c.least for c in counting.counts(reading, language) if c.least == c.most}
    if language == "zh":
        return found | {han_number(m[0]) for m in _HAN_NUMBER.finditer(reading.text)}
    words = {w for w in reading.words if w in counting.EXACT}
    return found | {counting.EXACT[w] for w in words}


def _side(check: Checked) -> str:
    ids = {f.id for f in about(check, "about")}
    sides = [f.value for f in check.facts if f.kind == "side" and f.of in ids]
    said = " ".join(r.text for r in check.readings)
    for side in sides:
        if side in _GENERAL_SIDE and not re.search(_GENERAL_SIDE[side], said, _I):
            return f"{side} is not said"
    return ""


def _position(check: Checked) -> str:
    ids = {f.id for f in about(check, "about")}
    said = " ".join(r.text for r in check.readings)
    for fact in check.facts:
        if fact.kind == "position" and fact.of in ids:
            words = fact.value.split()
            if len(words) == 2 and "centre" in words:  # "left" is the left of the middle row
                words.remove("centre")
            if not all(re.search(_ROW[w], said, _I) for w in words if w in _ROW):
                return f"{fact.value} is not said"
    return ""


def _inside(check: Checked) -> str:
    ids = {f.id for f in about(check, "about")}
    within = [f for f in check.facts if f.kind == "within" and f.of in ids]
    holders = [f for f in check.facts if f.id in {w.unit for w in within}]
    return _lacking(check, holders, vague=True) if holders else ""


def _caption(check: Checked) -> str:
    """A caption says the modality or sequence, or one thing that is annotated."""
    if any(named_in(check, r) for r in check.readings):
        return ""
    own = {f.value for f in check.facts if f.kind in ("modality", "sequence")}
    own.update(name for value in tuple(own) for name in MORE_GENERAL.get(value, ()))
    said = {n for r in check.readings for m in r.mentions for n in m.names}
    if not own.isdisjoint(said) or (not own and not _owning(check)):
        return ""
    text = " ".join(r.text for r in check.readings)
    return "" if is_spelled(check, text, _owning(check)) else "no fact is said"


def _box(check: Checked) -> str:
    return _lacking(check, about(check, "about"), vague=True)


def _open(check: Checked) -> str:
    return _lacking(check, about(check, "about"), vague=True)


def _multi(check: Checked) -> str:
    """The conversation names its thing, and each answer in it says something."""
    for reading in check.readings:
        if not (
            reading.mentions
            or _YES_NO.match(reading.text)
            or any(laterality.sides(reading, check.language))
            or any(quantities(reading, check.language))
            or any(re.search(words, reading.text, _I) for words in _ROW.values())
            or is_spelled(check, reading.text, check.facts)
        ):
            return f"{reading.text[:40]!r} says nothing"
    return _open(check)


def _premise(check: Checked) -> str:
    return _lacking(check, about(check, "absentee"), vague=True)


def _abstain(check: Checked) -> str:
    said = " ".join(r.text for r in check.readings)
    if not _CANNOT.search(said):
        return "does not say that it cannot be told"
    measured = any(q.unit for r in check.readings for q in quantities(r, check.language))
    return "" if measured else _open(check)


_WANTED: Final[Mapping[str, Callable[[Checked], str]]] = {
    "caption-image": _caption, "caption-box": lambda check: _box(check) or _caption(check),
    "percept-modality": _modality, "percept-plane": _plane,
    "percept-sequence": _technique(("sequence",)), "percept-class": _class,
    "percept-grade": _grade, "percept-box": _things("about"), "percept-detect": _box,
    "percept-presence": _presence, "percept-count": _count, "percept-side": _side,
    "percept-position": _position, "percept-inside": _inside, "percept-size": _things("about"),
    "instruct-open": _open, "instruct-multi": _multi, "instruct-reasoned": _side,
    "instruct-premise": _premise, "instruct-abstain": _abstain,
}  # fmt: skip


def about(check: Checked, *slots: str) -> list[Fact]:
    """The facts that the request's slots name."""
    given = dict(check.request.slots)
    ids = [given[name] for name in slots if given.get(name)]
    return [f for f in check.facts if f.id in ids]


def _owning(check: Checked) -> list[Fact]:
    return [f for f in check.facts if f.kind in PRESENT or f.kind in ("grade", "measure", "absent")]


def named_in(check: Checked, reading: Reading, *, vague: bool = True) -> list[Fact]:
    """Facts that the terms of a text name; without ``vague``, not by "lesion" alone."""
    found: list[Fact] = []
    for mention in reading.mentions:
        if mention.kind != "term":
            continue
        for fact in check.owners(mention):
            exact = fact.value in mention.names
            if exact or vague or not _VAGUE.issuperset(mention.names):
                found.append(fact)
    return found


def same(one: Fact, other: Fact) -> bool:
    """Are two facts one, or two of one name?"""
    return one.id == other.id or (one.kind == other.kind and one.value == other.value)


def is_spelled(check: Checked, text: str, facts: Iterable[Fact]) -> bool:
    """A name that stands in the text letter by letter, where the reader found another term."""
    low = american(text)
    dense = low.replace(" ", "")
    known = vocabulary.load()
    for fact in facts:
        if fact.kind == "normal" and _NORMAL.search(text):
            return True
        term = known.get(fact.value)
        if check.language == "en":
            names = spelling(fact.value).split(" | ")[: None if term else 1]
            if any(len(name) > 3 and re.search(rf"\b{re.escape(name)}", low) for name in names):
                return True
            continue
        names = [term.zh, *term.synonyms_zh] if term is not None else [fact.value]
        if any(american(name).replace(" ", "") in dense for name in names if name):
            return True
    return False
