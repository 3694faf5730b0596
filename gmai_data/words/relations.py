"""Rules on where a thing lies in its organ and in the picture, and how things compare in size."""

from __future__ import annotations

import re
from typing import Final

from gmai_data.words.claims import Checked
from gmai_data.words.reading import Mention, Reading

_ROWS: Final = {
    "upper": "upper", "top": "upper", "superior": "upper", "lower": "lower", "bottom": "lower",
    "inferior": "lower", "middle": "middle", "mid": "middle", "central": "middle",
    "apical": "upper", "basal": "lower",
    "上": "upper", "中": "middle", "下": "lower",
}  # fmt: skip
_ZONE_EN: Final = re.compile(
    r"\b(upper|lower|middle|mid|central|superior|inferior|apical|basal|anterior|posterior|medial"
    r"|proximal|distal)[ -](?:third|pole|zone|lobe|segment)\b"
    r"|\b(?:inner|outer|upper|lower)[ -](?:inner|outer|left|right) quadrant\b|\bo'clock\b"
)
_ZONE_WORDS: Final = frozenset({
    "third", "pole", "zone", "lobe", "segment", "quadrant", "clock",
})  # fmt: skip
_ZONE_ZH: Final = re.compile(r"([上中下])\s*(?:1\s*/\s*3|三分之一|极|野|叶|段)|象限|点钟|[前后]段")
_IMAGE_ROW_EN: Final = re.compile(
    r"\b(upper|top|lower|bottom)(?:most)?(?!.third of the \0)"  # that is a zone of an organ
    r"(?: |-)(?:half|part|third|region|portion|edge|area)?"
    r" ?(?:of|in) (?:the|this) (?:image|picture|frame|field|photograph|view|slice|\0)"
)
_IMAGE_ROW_ZH: Final = re.compile(r"(?:图像|画面|图片|视野)(?:的|偏)?(上|下)(?:部|半|方|缘|侧)")
_LARGER: Final = r"larger|bigger|greater|wider|longer|more extensive|exceeds|dominates|outweighs"
_SMALLER: Final = r"smaller|less|shorter|narrower"
_THAN: Final = re.compile(rf"\b({_LARGER}|{_SMALLER})\b[^.;\0]*?(?:\bthan\b)?[^.;\0]{{0,16}}\0")
_COMPARING: Final = frozenset({
    "larger", "bigger", "greater", "wider", "longer", "extensive", "exceeds", "dominates",
    "outweighs", "smaller", "less", "shorter", "narrower", "largest", "smallest", "biggest",
    "twice", "equal", "similar",
})  # fmt: skip
_THAN_ZH: Final = re.compile(
    r"\0[^，。；\0]{0,6}(大于|超过|小于|比)[^，。；\0]{0,4}\0+[^，。；\0]{0,6}?([大小])?"
)
_NEARLY: Final = 1.1  # within 10 % two areas are alike


def place_rule(check: Checked) -> str:
    """Zones of an organ and rows of the picture are facts: upper third, lower pole, 右上象限."""
    thirds = {f.value for f in check.facts if f.kind == "third"}
    rows = {f.value.partition(" ")[0] for f in check.facts if f.kind == "position"}
    for reading in check.readings:
        if check.language == "en":
            if reading.words.isdisjoint(_ROWS) and reading.words.isdisjoint(_ZONE_WORDS):
                continue
            row, zone, text = _IMAGE_ROW_EN, _ZONE_EN, reading.low
        else:
            row, zone, text = _IMAGE_ROW_ZH, _ZONE_ZH, reading.rest
        for found in row.finditer(text):
            if _ROWS[found[1]] not in rows:
                return found[0].replace("\0", "")
        for found in zone.finditer(row.sub("", text)):
            if not found[1] or _ROWS.get(found[1]) not in thirds:
                return found[0]
    return ""


def compare_rule(check: Checked) -> str:
    """What is called larger has the larger area in the picture; a tenth apart is no difference."""
    for reading in check.readings:
        if check.language == "en":
            if not reading.words.isdisjoint(_COMPARING):
                found = _compared_en(check, reading)
                if found:
                    return found
        elif "大" in reading.words or "小" in reading.words or "超" in reading.words:
            found = _compared_zh(check, reading)
            if found:
                return found
    return ""


def _compared_en(check: Checked, reading: Reading) -> str:
    for found in _THAN.finditer(reading.low):
        one = next((m for m in reversed(reading.mentions) if m.end <= found.start()), None)
        other = next((m for m in reading.mentions if m.start >= found.end() - 1), None)
        larger = re.fullmatch(_LARGER, found[1]) is not None
        if one and other and not _is_larger(check, *((one, other) if larger else (other, one))):
            return found[1]
    return ""


def _compared_zh(check: Checked, reading: Reading) -> str:
    for found in _THAN_ZH.finditer(reading.rest):
        one = next((m for m in reading.mentions if m.end - 1 == found.start()), None)
        other = next((m for m in reading.mentions if m.start > found.start(1)), None)
        larger = found[1] in ("大于", "超过") or found[2] == "大"
        if found[1] == "比" and not found[2]:
            continue
        if one and other and not _is_larger(check, *((one, other) if larger else (other, one))):
            return found[1]
    return ""


def _is_larger(check: Checked, one: Mention, other: Mention) -> bool:
    """True, too, where the areas are not known to differ: the label rule judges the rest."""
    shares = {f.of: float(f.value) for f in check.facts if f.kind == "share"}
    first = [shares[f.id] for f in check.owners(one) if f.id in shares]
    second = [shares[f.id] for f in check.owners(other) if f.id in shares]
    if not first or not second or {f.id for f in check.owners(one)} == {
        f.id for f in check.owners(other)
    }:  # fmt: skip
        return True
    return max(first) * _NEARLY > min(second)
