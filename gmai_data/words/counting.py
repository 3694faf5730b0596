"""How many of a thing a text says there are: numbers, words for them, and vague ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gmai_data.words.quantities import DIGIT, UNIT, han_number
from gmai_data.words.reading import Reading

_VAGUE: Final = {  # word → least and most
    "one": (1, 1), "single": (1, 1), "solitary": (1, 1), "lone": (1, 1), "sole": (1, 1),
    "two": (2, 2), "pair": (2, 2), "couple": (2, 2), "twin": (2, 2), "three": (3, 3),
    "trio": (3, 3), "four": (4, 4), "five": (5, 5), "six": (6, 6), "seven": (7, 7),
    "eight": (8, 8), "nine": (9, 9), "ten": (10, 10), "eleven": (11, 11), "twelve": (12, 12),
    "several": (3, 9), "few": (2, 5), "multiple": (2, 99), "many": (2, 99), "numerous": (5, 99),
    "dozens": (24, 99), "countless": (10, 99), "innumerable": (10, 99), "multifocal": (2, 99),
    "various": (2, 99), "scattered": (2, 99), "disseminated": (2, 99),
}  # fmt: skip
COUNT_WORDS: Final = frozenset(_VAGUE)
EXACT: Final = {word: least for word, (least, most) in _VAGUE.items() if least == most}
_COUNT_EN: Final = re.compile(
    rf"\b({'|'.join(_VAGUE)}|(?<!×)(?<!× )(?<!x )(?<!by )\d+)\b"
    rf"(?!\.\d|\s*-?\s*(?:×|x \d|by \d|(?:{UNIT})(?:e?s)?(?![a-z]))"
    r"| (?:can|sees|may|might|would|finds|could|of the)\b)"
)
_TO_NEXT: Final = re.compile(
    r"(?: of)?(?: \0+)?(?:[ -](?!of\b|the\b|this\b|in\b|on\b|at\b)[a-z]+){0,2}[ -]"
)
_FROM_LAST: Final = re.compile(
    r"(?:'s)?,? ?(?:count|number|total)?,? ?(?:is|are|was|were|:|equals?|=|amounts? to|totals?)? ?"
    r"(?:only |exactly |a |an )?"
)
_ENDS: Final = re.compile(r" in (?:number|total|all)\b|\s*(?:[.;,)!]|$)")
_VAGUE_ZH: Final = {
    "数": (3, 9), "几": (2, 9), "多": (2, 99), "若干": (2, 99), "十余": (11, 19), "单": (1, 1),
    "无数": (10, 99), "十几": (11, 19), "数十": (20, 99), "众多": (5, 99), "两三": (2, 3),
    "三四": (3, 4),
}  # fmt: skip
_MEASURE_WORD: Final = "个|枚|处|颗|根|支|把|条|块|只|灶"
_COUNT_ZH: Final = re.compile(
    rf"(?<!第)(\d+|[一两二三四五六七八九十]+|{'|'.join(_VAGUE_ZH)})\s*(?:{_MEASURE_WORD})"
    r"(?!层面|方位|词|问题|图|月|切面|象限|序列)|(多发|单发|孤立|弥漫|散在|若干|无数)"
)
_WHOLE_ZH: Final = {
    "多发": (2, 99), "单发": (1, 1), "孤立": (1, 1), "弥漫": (2, 99), "散在": (2, 99),
    "若干": (2, 99), "无数": (10, 99),
}  # fmt: skip
_BETWEEN_ZH: Final = re.compile(r"[^，。；：！？,\0]{0,5}")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things, from ``least`` to ``most``; ``place`` is the mention it counts."""

    least: int
    most: int
    place: int  # index in the reading's mentions; -1 for an answer that is a number alone
    text: str


def counts(reading: Reading, language: str) -> Iterator[Count]:
    """Every number of things that a text gives."""
    return _counts_en(reading) if language == "en" else _counts_zh(reading)


def _counts_en(reading: Reading) -> Iterator[Count]:
    text = reading.low
    alone = text.strip(" .")
    if alone.isdigit() or (alone in _VAGUE and not reading.mentions):
        yield Count(*_bounds(alone), -1, alone)
        return
    if reading.words.isdisjoint(COUNT_WORDS) and not DIGIT.search(reading.rest):
        return
    terms = [(i, m) for i, m in enumerate(reading.mentions) if m.kind in ("term", "unknown")]
    for found in _COUNT_EN.finditer(text):
        behind = [p for p in terms if p[1].start >= found.end()][:2]
        if len(behind) == 2 and text[behind[0][1].end : behind[1][1].start] == " ":
            behind = behind[1:]  # one benign mass: the mass is counted
        place = behind[0] if behind else None
        if place is not None and _TO_NEXT.fullmatch(text, found.end(), place[1].start):
            yield Count(*_bounds(found[1]), place[0], found[0])
            continue
        last = next((p for p in reversed(terms) if p[1].end <= found.start()), None)
        if (
            last is not None
            and _FROM_LAST.fullmatch(text, last[1].end, found.start())
            and text[last[1].end : found.start()].strip()
            and _ENDS.match(text, found.end())
        ):
            yield Count(*_bounds(found[1]), last[0], found[0])


def _bounds(word: str) -> tuple[int, int]:
    return _VAGUE[word] if word in _VAGUE else (int(word[:6]), int(word[:6]))


def _counts_zh(reading: Reading) -> Iterator[Count]:
    text = reading.rest
    terms = [(i, m) for i, m in enumerate(reading.mentions) if m.kind in ("term", "unknown")]
    for found in _COUNT_ZH.finditer(text):
        if found[2]:
            least, most = _WHOLE_ZH[found[2]]
        elif found[1] in _VAGUE_ZH:
            least, most = _VAGUE_ZH[found[1]]
        else:
            least = most = int(found[1][:6]) if found[1].isdigit() else han_number(found[1])
        # 两枚结节 counts what follows, 结节 2 枚 what stands before it.
        after = next((p for p in terms if p[1].start >= found.end()), None)
        before = next((p for p in reversed(terms) if p[1].end <= found.start()), None)
        if after and not _BETWEEN_ZH.fullmatch(text, found.end(), after[1].start):
            after = None
        if before and not _BETWEEN_ZH.fullmatch(text, before[1].end, found.start()):
            before = None
        digits = bool(found[1]) and found[1].isdigit()
        near = (
            (before or after)
            if digits
            and not (after and text[found.end() : after[1].start].strip() in ("", "独立的"))
            else (after or before)
        )
        yield Count(least, most, near[0] if near else -1, found[0])
