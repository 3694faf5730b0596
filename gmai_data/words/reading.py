"""Text back into statements: which terms, techniques, sides, numbers and negations it holds.

The checker's eyes. Vocabulary terms are matched longest first, *before* anything looks for a side,
a number or a negation: 无回声, "right atrium" and "nonproliferative" are terms, not triggers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gmai_data.words import other_names
from gmai_data.words.surfaces import WORD, Surface, SurfacesZh, american, index_en, index_zh

BOX: Final = re.compile(r"<box>\s*(\[\[[^<>]*\]\])\s*</box>")
_BOX_OR_TAG: Final = re.compile(r"<box>[^<>]*</box>|</?ref>")
_BREAK: Final = re.compile(r"[.,;:!?<>]")
_CLAUSE_EN: Final = re.compile(r"[.;!?](?=\s|$)|\n")
_CLAUSE_ZH: Final = re.compile(r"[。；！？\n]")
_DENYING: Final = frozenset({
    "no", "not", "without", "neither", "nor", "none", "never", "lack", "lacks", "lacking", "absent",
    "absence", "free", "devoid", "negative", "nothing", "fails", "fail", "excluded", "excludes",
    "denies", "ruled", "rules", "rule", "cannot", "instead", "rather", "opposed", "other",
    "nowhere", "missing", "zero", "clear", "empty", "t",
})  # fmt: skip
_DENYING_ZH: Final = frozenset("未无没不缺排除否非阴消看-")


@dataclass(frozen=True, slots=True)
class Mention:
    """One term or technique word in a text, at characters ``start`` to ``end``."""

    kind: str  # "term", "unknown", or modality, sequence, plane, view, window
    names: tuple[str, ...]  # canonical names the words can mean
    start: int
    end: int
    side: str = ""  # of a Chinese term that carries one: 左肾
    plural: bool = False
    place: bool = False  # an organ or a part of the body: it can say where something is


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its mentions; ``rest`` is the text with mentions and boxes blanked out."""

    text: str
    mentions: tuple[Mention, ...]
    rest: str
    low: str  # ``rest`` in lower case
    words: frozenset[str]  # of an English text, folded; the characters of a Chinese one
    negated: bool  # does any word of it deny something?


def read_text(text: str, language: str) -> Reading:
    """The mentions of a text, longest first, left to right."""
    plain = text
    if "<" in text:
        plain = _BOX_OR_TAG.sub(lambda m: " " * len(m[0]), text)
    words: frozenset[str]
    if language == "en":
        mentions, words = _english(plain)
        negated = not words.isdisjoint(_DENYING)
    else:
        mentions, words = _chinese(plain), frozenset(plain)
        negated = not words.isdisjoint(_DENYING_ZH)
    parts, at = [], 0
    for mention in mentions:
        parts.append(plain[at : mention.start])
        parts.append("\0" * (mention.end - mention.start))
        at = mention.end
    parts.append(plain[at:])
    rest = "".join(parts)
    return Reading(plain, tuple(mentions), rest, rest.lower(), words, negated)


def _english(text: str) -> tuple[list[Mention], frozenset[str]]:
    index = index_en()
    found = list(WORD.finditer(text))
    exact = [m[0] for m in found]
    folded = [american(word) for word in exact]
    mentions: list[Mention] = []
    at, last = 0, len(found)
    while at < last:
        candidates = index.get(folded[at])
        others = index.get(exact[at]) if exact[at] != folded[at] else None
        if candidates is None and others is None:
            word = folded[at]
            if word.endswith(other_names.UNKNOWN_ENDINGS) and _is_medical(word):
                here = found[at]
                mentions.append(Mention("unknown", (word,), here.start(), here.end()))
            at += 1
            continue
        stop = at + 1  # a term does not run over a mark between sentences or clauses
        while stop < last and not _BREAK.search(text, found[stop - 1].end(), found[stop].start()):
            stop += 1
        hit = _longest(candidates, folded, at, stop) or _longest(others, exact, at, stop)
        if hit is None:
            at += 1
            continue
        length, (kind, names, side, plural, place) = hit
        start, end = found[at].start(), found[at + length - 1].end()
        mentions.append(Mention(kind, names, start, end, side, plural, place))
        at += length
    return mentions, frozenset(folded)


def _is_medical(word: str) -> bool:
    return len(word) > 5 and word not in other_names.NOT_ENDINGS


def _longest(
    candidates: list[tuple[tuple[str, ...], Surface]] | None, words: list[str], at: int, stop: int
) -> tuple[int, Surface] | None:
    for tokens, surface in candidates or ():
        end = at + len(tokens)
        if end <= stop and (len(tokens) == 1 or tuple(words[at:end]) == tokens):
            return len(tokens), surface
    return None


def _chinese(text: str) -> list[Mention]:
    index = index_zh()
    mentions: list[Mention] = []
    # Spaces between Han and Latin do not count: matched on a copy without them.
    dense = text.replace(" ", "")
    places = range(len(text)) if len(dense) == len(text) else _unspaced(text)
    at, last = 0, len(dense)
    while at < last:
        hit = _longest_zh(index, dense, at)
        if hit is None:
            at += 1
            continue
        words, (kind, names, side, plural, place) = hit
        end = at + len(words)
        if len(words) <= 3 and _overlapped(index, dense, at, end):
            at += 1
            continue
        start, stop = places[at], places[end - 1] + 1
        mentions.append(Mention(kind, names, start, stop, side, plural, place))
        at = end
    return mentions


def _unspaced(text: str) -> list[int]:
    return [i for i, c in enumerate(text) if c != " "]


def _overlapped(index: SurfacesZh, dense: str, at: int, end: int) -> bool:
    """Does a longer term begin inside this one? 辨认出|血小板 holds no 出血."""
    for inside in range(at + 1, end):
        hit = _longest_zh(index, dense, inside)
        if hit is not None and len(hit[0]) > end - at and inside + len(hit[0]) > end:
            return True
    return False


def _longest_zh(index: SurfacesZh, dense: str, at: int) -> tuple[str, Surface] | None:
    surfaces, lengths = index
    for length in lengths.get(dense[at], ()):
        words = dense[at : at + length]
        surface = surfaces.get(words)
        if surface is None:
            continue
        end = at + length
        if (
            words[-1].isascii() and words[-1].isalnum()
            and end < len(dense) and dense[end].isascii() and dense[end].isalnum()
        ):  # fmt: skip
            continue
        return words, surface
    return None


def clauses(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Start and end of the sentences in which a negation holds."""
    start = 0
    for found in (_CLAUSE_EN if language == "en" else _CLAUSE_ZH).finditer(text):
        yield start, found.end()
        start = found.end()
    if start < len(text):
        yield start, len(text)
