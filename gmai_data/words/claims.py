"""Rules that compare what a text claims with the facts: terms, sides, numbers, counts, technique.

Each rule takes a :class:`Checked` and returns what it found wrong, or "".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from gmai_data import vocabulary
from gmai_data.schema import Answer, Fact, Request, Slice
from gmai_data.words.facts import PRESENT
from gmai_data.words.reading import Mention, Reading, clauses, read_text

_THINGS: Final = (*PRESENT, "grade", "measure")
_NO_EN: Final = re.compile(
    r"\b(?:no|not|without|neither|nor|none|absence of|lack of|free of|devoid of|never)\b", re.I
)
_NO_AFTER_EN: Final = re.compile(
    r"\b(?:(?:is|are) (?:absent|not (?:seen|present|visible|identified|shown))|ruled out)\b", re.I
)
_CLOSES_EN: Final = re.compile(
    r"\b(?:but|however|although|though|except|whereas|while|so)\b|, (?:a|an|the|there)\b", re.I
)
_NOT_NEGATION_EN: Final = re.compile(
    r"\bnot only\b|\bno doubt\b|\bno longer\b|\bno finding\b|^\s*no,|\bcannot\b", re.I
)
_NOT_THIS_EN: Final = re.compile(r"\bnot (?:(?!on\b|in\b|of\b|at\b|from\b)\w+ ){0,4}\0", re.I)
_NOT_THIS_ZH: Final = re.compile(r"(?:不是|并非|并不是|而非)[^，。；\0]{0,4}\0")
_NO_ZH: Final = re.compile(
    r"未见明显|未见|未发现|未显示|未示|未检出|未及|没有|不伴|未伴|不含|不存在|缺乏|排除|并非|不是|无"
)
_NOT_NEGATION_ZH: Final = re.compile(r"有无|无法|无从|无疑|不仅|不但|是否|未必|不一定|未见异常")
_AFTER_ZH: Final = re.compile(r"均未见|未见于|未见$|均无|阴性|不存在$")
_SIDE_EN: Final = re.compile(r"\b(left|right|bilateral(?:ly)?|both)\b", re.I)
_IMAGE_EN: Final = re.compile(
    r"\b(?:(upper|lower|centre)[ -])?(left|right)\b(?: (?:half|side|part|edge|corner|third))?"
    r" (?:half |part )?of (?:the|this|an?) [^,.;]{0,40}?(?:image|picture|photograph|radiograph"
    r"|frame|slice|mammogram|map|scan|field|\0+)", re.I,
)  # fmt: skip
_NOT_A_SIDE_EN: Final = re.compile(
    r"\bleft (?:in place|untreated)|\bright (?:next|above|at|answer|away)|that(?:'s| is) right",
    re.I,
)
_SIDE_ZH: Final = re.compile(r"双侧|两侧|左侧|右侧|左半|右半|左|右")
_IMAGE_ZH: Final = re.compile(
    r"(?:图像|画面|图片|视野|屏幕|图中|片中|层面)[的\s\0]*(左|右)(侧|半|上|下|部|方|边|角|缘)"
)
_NUMBER: Final = re.compile(
    r"(?<![\w.])(\d+(?:\.\d+)?)(?:\s*(mm|cm|µm|μm|um|mL|ml|HU|%|°|g|kg|years?|months?|bpm)(?![A-Za-z]))?"
    r"(?=(\s*(?:×|x|by)\s*\d)?)", re.I,
)  # fmt: skip
_TO_MM: Final = {"mm": 1.0, "cm": 10.0}
_COUNT_WORDS: Final = {
    "one": 1, "single": 1, "solitary": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_COUNT_EN: Final = re.compile(
    r"\b(one|single|solitary|two|three|four|five|six|seven|eight|nine|\d+)\b"
    r"(?! of\b|\s*(?:mm|cm|%)|\.\d)(?=((?:\s+\w+){0,2}?)\s+\0)", re.I,
)  # fmt: skip
_HAN_NUMBERS: Final = {"两": 2, **{word: n for n, word in enumerate("一二三四五六七八九", 1)}}
_COUNT_ZH: Final = re.compile(
    r"(\d+|[一两二三四五六七八九])\s*(?:个|枚|处|颗|根|支|把|条)(?!层面|方位|词|问题|图|月)"
)


@dataclass(frozen=True, slots=True)
class Checked:
    """A text under review: what was asked, what was said, and how it reads."""

    request: Request
    answer: Answer
    slice: Slice
    readings: tuple[Reading, ...]  # of the assistant's turns

    @property
    def language(self) -> str:
        """Language of the request: en or zh."""
        return self.request.language

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What may be said."""
        return self.request.facts


def checked(slice: Slice, request: Request, answer: Answer) -> Checked:
    """Read the assistant's turns once, for all rules."""
    hide = _scales(request)
    said = [hide(turn.text) for turn in answer.turns if turn.role == "assistant"]
    return Checked(request, answer, slice, tuple(read_text(t, request.language) for t in said))


def _scales(request: Request) -> Callable[[str], str]:
    """Blanks the names of scales and measures: 良恶性 is no claim that something is 恶性."""
    known = vocabulary.load()
    grades = [f for f in request.facts if f.kind == "grade" and f.unit]
    names = {f.unit for f in grades if not any(g.value.startswith(f.unit) for g in grades)}
    names |= {f.value for f in request.facts if f.kind == "measure"}
    names |= {f.unit for f in request.facts if f.kind == "attribute"}
    terms = [term for name in sorted(names) if (term := known.get(name)) is not None]
    words = [term.term if request.language == "en" else term.zh for term in terms]
    if not words:
        return lambda text: text
    pattern = re.compile("|".join(map(re.escape, words)), re.I)
    return lambda text: pattern.sub(lambda m: " " * len(m[0]), text)


@functools.lru_cache(maxsize=4096)
def _allowed_by(name: str) -> frozenset[str]:
    """Names a fact supports: itself, what is more general, and what its own name contains."""
    known = vocabulary.load()
    term = known.get(name)
    if term is None:
        return frozenset({name})
    base = known.terms[term.base or term.term]
    names = {base.term, *known.ancestors(base.term)}
    for reading in (read_text(base.term, "en"), read_text(base.zh, "zh")):
        names |= {n for m in reading.mentions if m.kind == "term" for n in m.names}
    for other in known.terms.values():  # parts of the name, which longest match hides
        if len(other.zh) > 1 and other.zh in base.zh and other.zh != base.zh:
            names.add(other.term)
        if f" {other.term} " in f" {base.term} ":
            names.add(other.term)
    return frozenset(names)


def _owners(check: Checked, mention: Mention) -> list[Fact]:
    """Facts that the mention can be about."""
    kinds = (*_THINGS, "anatomy", "absent")
    return [
        f for f in check.facts
        if f.kind in kinds and any(n in _allowed_by(f.value) for n in mention.names)
    ]  # fmt: skip


def label_rule(check: Checked) -> str:
    """Every term is a fact's own, a synonym, or more general; never more specific, never beside."""
    for reading in check.readings:
        for mention in reading.mentions:
            if mention.kind == "term" and not _owners(check, mention):
                return reading.text[mention.start : mention.end]
    return ""


def negation_rule(check: Checked) -> str:
    """What is denied is annotated as absent; what is asserted is not."""
    for reading in check.readings:
        if check.language == "en" and _denied_twice(reading):
            return "double negation"
        denied_picture = _not_this(reading, check.language)
        if denied_picture:
            return f"denied: {denied_picture}"
        denied = _denied(reading, check.language)
        for mention in reading.mentions:
            if mention.kind != "term":
                continue
            owners = _owners(check, mention)
            absent = [f for f in owners if f.kind == "absent"]
            present = [f for f in owners if f.kind != "absent"]
            words = reading.text[mention.start : mention.end]
            if mention in denied:
                exact = [f for f in present if f.value in mention.names]
                if not absent or (exact and not _is_absent(absent, mention)):
                    return f"denied: {words}"
            elif absent and not present:
                return f"asserted: {words}"
    return ""


def _is_absent(absent: list[Fact], mention: Mention) -> bool:
    return any(f.value in mention.names for f in absent)


def _denied(reading: Reading, language: str) -> set[Mention]:
    found: set[Mention] = set()
    for start, end in clauses(reading.rest, language):
        part = reading.rest[start:end]
        terms = [m for m in reading.mentions if start <= m.start < end and m.kind == "term"]
        if not terms:
            continue
        if language == "en":
            found |= _denied_en(part, start, terms)
        else:
            found |= _denied_zh(part, start, terms)
    return found


def _not_this(reading: Reading, language: str) -> str:
    """A modality, sequence or plane that the text says the picture is not."""
    starts = {m.start: m for m in reading.mentions if m.kind != "term"}
    pattern = _NOT_THIS_EN if language == "en" else _NOT_THIS_ZH
    for found in pattern.finditer(reading.rest):
        mention = starts.get(found.end() - 1)
        if mention is not None:
            return reading.text[mention.start : mention.end]
    return ""


def _denied_twice(reading: Reading) -> bool:
    """``No fracture is not seen``: true or not, nothing to train on."""
    for start, end in clauses(reading.rest, "en"):
        part = _NOT_NEGATION_EN.sub("", reading.rest[start:end])
        after = _NO_AFTER_EN.search(part)
        before = _NO_EN.search(part)
        if after and before and before.start() < after.start():
            return not _CLOSES_EN.search(part, before.end(), after.start())
    return False


def _denied_en(part: str, start: int, terms: list[Mention]) -> set[Mention]:
    shown = _NOT_NEGATION_EN.sub(lambda m: " " * len(m[0]), part)
    after = _NO_AFTER_EN.search(shown)
    if after is not None:
        return {m for m in terms if m.start - start < after.start()}
    trigger = _NO_EN.search(shown)
    if trigger is None:
        return set()
    close = _CLOSES_EN.search(shown, trigger.end())
    stop = close.start() if close else len(part)
    return {m for m in terms if trigger.end() <= m.start - start < stop}


def _denied_zh(part: str, start: int, terms: list[Mention]) -> set[Mention]:
    shown = _NOT_NEGATION_ZH.sub(lambda m: " " * len(m[0]), part)
    tail = _AFTER_ZH.search(shown.rstrip("。；，！？ "))
    if tail is not None:
        return {m for m in terms if m.start - start < tail.start()}
    trigger = _NO_ZH.search(shown)
    if trigger is None:
        return set()
    return {m for m in terms if m.start - start >= trigger.end()}


def side_rule(check: Checked) -> str:
    """Sides in the patient's frame are facts; sides of the image agree with the box."""
    sides = {f.of: f.value for f in check.facts if f.kind == "side"}
    columns = {f.value.rpartition(" ")[2] for f in check.facts if f.kind == "position"}
    rows = {f.value.partition(" ")[0] for f in check.facts if f.kind == "position"}
    for reading in check.readings:
        find = _sides_en if check.language == "en" else _sides_zh
        for frame, side, row, mention, words in find(reading):
            if frame == "image":
                if side not in columns or (row and row not in rows):
                    return words
            elif not _side_fits(check, side, mention, sides):
                return words
    return ""


def _side_fits(check: Checked, side: str, mention: Mention | None, sides: dict[str, str]) -> bool:
    owners = [f for f in _owners(check, mention)] if mention is not None else []
    # A term without a side of its own (an organ beside a sided lesion) is judged by all sides.
    values = {sides[f.id] for f in owners if f.id in sides} or set(sides.values())
    if side == "both":
        return "both" in values or {"left", "right"} <= values
    return side in values or "both" in values


Side = tuple[str, str, str, Mention | None, str]


def _sides_en(reading: Reading) -> Iterator[Side]:
    text = _NOT_A_SIDE_EN.sub(lambda m: " " * len(m[0]), reading.rest)
    for found in _IMAGE_EN.finditer(text):
        row = {"upper": "upper", "lower": "lower"}.get((found[1] or "").lower(), "")
        yield "image", found[2].lower(), row, None, found[0].replace("\0", "")
    text = _IMAGE_EN.sub(lambda m: " " * len(m[0]), text)
    for found in _SIDE_EN.finditer(text):
        word = found[1].lower()
        side = word if word in ("left", "right") else "both"
        after = [m for m in reading.mentions if m.kind == "term" and m.start >= found.end()]
        before = [m for m in reading.mentions if m.kind == "term" and m.end <= found.start()]
        direct = after and not reading.text[found.end() : after[0].start].strip(" -")
        mention = after[0] if direct else before[-1] if before else None
        if word == "both" and not direct and "sides" not in text[found.end() : found.end() + 7]:
            continue
        yield "patient", side, "", mention, found[0]


def _sides_zh(reading: Reading) -> Iterator[Side]:
    text = reading.rest
    for found in _IMAGE_ZH.finditer(text):
        yield "image", _side_of(found[1]), {"上": "upper", "下": "lower"}.get(found[2], ""), None, \
            found[0].replace("\0", "")  # fmt: skip
    text = _IMAGE_ZH.sub(lambda m: " " * len(m[0]), text)
    for mention in reading.mentions:
        if mention.side and mention.side != "midline":
            words = reading.text[mention.start : mention.end]
            yield "patient", mention.side, "", mention, words
    for found in _SIDE_ZH.finditer(text):
        if text[found.start() : found.start() + 2] == "左右":
            continue
        after = [m for m in reading.mentions if m.kind == "term" and m.start >= found.end()]
        near = after[0] if after and after[0].start - found.end() <= 1 else None
        yield "patient", _side_of(found[0]), "", near, found[0]


def _side_of(words: str) -> str:
    return "left" if words[0] == "左" else "right" if words[0] == "右" else "both"


def number_rule(check: Checked) -> str:
    """Every number is a fact's, at the precision in which it is written."""
    sizes = [float(x) for f in check.facts if f.kind == "size" for x in f.value.split("×")]
    shares = [float(f.value) for f in check.facts if f.kind == "share"]
    values = [(f.value, f.unit) for f in check.facts if f.kind in ("value", "attribute")]
    counts = {f.value for f in check.facts if f.kind == "count"}
    for reading in check.readings:
        found = list(_NUMBER.finditer(_without_option(reading.rest)))
        for i, number in enumerate(found):
            unit = number[2] or ""
            if not unit and number[3]:  # the unit behind a product belongs to every factor
                unit = next((n[2] for n in found[i + 1 :] if n[2]), "")
            if not _number_fits(number[1], unit, sizes, shares, values, counts):
                return number[0]
    return ""


def _without_option(text: str) -> str:
    return re.sub(r"\b(\d+)[.)]\s", " ", text) if re.match(r"\s*[A-H]\. ", text) else text


def _number_fits(
    text: str, unit: str, sizes: list[float], shares: list[float],
    values: list[tuple[str, str]], counts: set[str],
) -> bool:  # fmt: skip
    number = float(text)
    step = 10.0 ** -len(text.partition(".")[2])
    if (text, unit) in values or (not unit and any(text == value for value, _ in values)):
        return True
    if unit in _TO_MM:
        scale = _TO_MM[unit]
        return any(abs(number * scale - size) <= 0.5 * step * scale + 1e-9 for size in sizes)
    if unit == "%":
        return any(abs(number - share) <= max(0.5 * step, 0.05 * share) for share in shares)
    return not unit and text in counts


def count_rule(check: Checked) -> str:
    """A number of things is the count of things that the source lists completely."""
    counts = {f.of: int(f.value) for f in check.facts if f.kind == "count"}
    for reading in check.readings:
        found = _counts_en(reading) if check.language == "en" else _counts_zh(reading)
        for number, mention, words in found:
            owners = _owners(check, mention) if mention is not None else []
            own = {f.value for f in owners}
            allowed = {
                counts[f.id] for f in check.facts if f.id in counts
                and (not own or f.value in own)
            }  # fmt: skip
            if number not in allowed:
                return words
    return ""


def _counts_en(reading: Reading) -> Iterator[tuple[int, Mention | None, str]]:
    alone = reading.text.strip(" .").lower()
    if alone.isdigit() or alone in _COUNT_WORDS:
        yield _COUNT_WORDS.get(alone) or int(alone), None, alone
    for found in _COUNT_EN.finditer(reading.rest):
        place = found.end() + len(found[2]) + 1
        mention = next((m for m in reading.mentions if m.start >= place - 1), None)
        if mention is None or mention.kind != "term" or "both" in found[2].lower():
            continue
        word = found[1].lower()
        yield _COUNT_WORDS.get(word) or int(word), mention, found[1]


def _counts_zh(reading: Reading) -> Iterator[tuple[int, Mention | None, str]]:
    terms = [m for m in reading.mentions if m.kind == "term"]
    for found in _COUNT_ZH.finditer(reading.rest):
        number = _HAN_NUMBERS.get(found[1]) or int(found[1])
        # 两枚结节 counts what follows, 结节 2 枚 what stands before it.
        after = [m for m in terms if m.start >= found.end()
                 and not reading.text[found.end() : m.start].strip()]  # fmt: skip
        before = [m for m in terms if m.end <= found.start()
                  and not reading.text[m.end : found.start()].strip()]  # fmt: skip
        near = before[-1:] + after[:1] if found[1].isdigit() else after[:1] + before[-1:]
        yield number, near[0] if near else None, found[0]


def technique_rule(check: Checked) -> str:
    """Modality, sequence, plane, view and window are those of the picture."""
    own = {(f.kind, f.value) for f in check.facts}
    for reading in check.readings:
        for mention in reading.mentions:
            if mention.kind == "term":
                continue
            if not any((mention.kind, name) in own for name in mention.names) and not any(
                value in mention.names for _, value in own
            ):
                return reading.text[mention.start : mention.end]
    return ""
