"""Sides in a text: the patient's (beside anatomy) and the picture's (with "of the image")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gmai_data.words.reading import Mention, Reading

_SIDE_EN: Final = re.compile(r"\b(left|right|bilateral(?:ly)?|both)\b")
_WORDS_EN: Final = frozenset({"left", "right", "bilateral", "bilaterally", "both"})
_IMAGE_EN: Final = re.compile(
    r"\b(?:(upper|lower|centre|center|middle)[ -])?(left|right)\b"
    r"(?:[ -](?:hand|half|side|part|edge|corner|third|region|area|portion|quadrant|zone)){0,2}"
    r" (?:half |part |side )?(?:of|in) (?:the|this|an?) "
    r"(?:[^,.;]{0,40}?)(?:image|picture|photograph|radiograph"
    r"|frame|slice|mammogram|map|scan|field|film|view|screen|\0+)"
)
_NOT_A_SIDE_EN: Final = re.compile(
    r"\bleft (?:in place|untreated)|\bright (?:next|above|at|answer|away)|that(?:'s| is) right"
)
_SIDE_ZH: Final = re.compile(r"左右(?:两侧|各|侧)|双侧|两侧|左侧|右侧|左半|右半|左|右")
_ABOUT_ZH: Final = re.compile(r"左右(?!两|侧|各|双)")  # 20 mm 左右: about
_IMAGE_ZH: Final = re.compile(
    r"(?:图像|画面|图片|视野|屏幕|图中|片中|层面)[的中内偏\s\0]*(左|右)(侧|半|上|下|部|方|边|角|缘)"
)


@dataclass(frozen=True, slots=True)
class Side:
    """One word of side, and the term it belongs to."""

    frame: str  # patient or image
    side: str  # left, right or both
    row: str  # upper, lower or "", for the image
    mention: Mention | None
    text: str


def sides(reading: Reading, language: str) -> Iterator[Side]:
    """Every side that a text gives."""
    return _sides_en(reading) if language == "en" else _sides_zh(reading)


def _sides_en(reading: Reading) -> Iterator[Side]:
    if reading.words.isdisjoint(_WORDS_EN):
        return
    text = _NOT_A_SIDE_EN.sub(lambda m: " " * len(m[0]), reading.low)
    for found in _IMAGE_EN.finditer(text):
        row = found[1] if found[1] in ("upper", "lower") else ""
        yield Side("image", found[2], row, None, found[0].replace("\0", ""))
    text = _IMAGE_EN.sub(lambda m: " " * len(m[0]), text)
    terms = [m for m in reading.mentions if m.kind == "term"]
    for found in _SIDE_EN.finditer(text):
        word = found[1]
        side = word if word in ("left", "right") else "both"
        after = next((m for m in terms if m.start >= found.end()), None)
        before = next((m for m in reversed(terms) if m.end <= found.start()), None)
        direct = after is not None and not text[found.end() : after.start].strip(" -")
        if word == "both" and not direct and "sides" not in text[found.end() : found.end() + 7]:
            continue
        yield Side("patient", side, "", after if direct else before, found[0])


def _sides_zh(reading: Reading) -> Iterator[Side]:
    text = reading.rest
    if reading.words.isdisjoint("左右双两"):
        return
    for found in _IMAGE_ZH.finditer(text):
        row = {"上": "upper", "下": "lower"}.get(found[2], "")
        yield Side("image", side_of(found[1]), row, None, found[0].replace("\0", ""))
    text = _ABOUT_ZH.sub("  ", _IMAGE_ZH.sub(lambda m: " " * len(m[0]), text))
    for mention in reading.mentions:
        if mention.side and mention.side != "midline":
            words = reading.text[mention.start : mention.end]
            yield Side("patient", mention.side, "", mention, words)
    terms = [m for m in reading.mentions if m.kind == "term"]
    for found in _SIDE_ZH.finditer(text):
        after = next((m for m in terms if m.start >= found.end()), None)
        near = after if after is not None and after.start - found.end() <= 1 else None
        yield Side("patient", side_of(found[0]), "", near, found[0])


def side_of(words: str) -> str:
    """左侧 → left."""
    if words.startswith("左右"):
        return "both"
    return "left" if words[0] == "左" else "right" if words[0] == "右" else "both"
