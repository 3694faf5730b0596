"""Text back into statements: which terms, techniques, sides, numbers and negations it holds.

The checker's eyes. Vocabulary terms are matched longest first, *before* anything looks for a side,
a number or a negation: 无回声, "right atrium" and "nonproliferative" are terms, not triggers.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gmai_data import vocabulary
from gmai_data.vocabulary import SIDES_ZH, Term, plural_of, regular_plural, zh_sided
from gmai_data.words import imaging, other_names

BOX: Final = re.compile(r"<box>\s*(\[\[[^<>]*\]\])\s*</box>")
_BOX_OR_TAG: Final = re.compile(r"<box>[^<>]*</box>|</?ref>")
_BREAK: Final = re.compile(r"[.,;:!?<>]")
_WORD: Final = re.compile(r"[A-Za-z0-9]+")
_CLAUSE_EN: Final = re.compile(r"[.;!?](?=\s|$)|\n")
_CLAUSE_ZH: Final = re.compile(r"[。；！？\n]")
_DENYING: Final = frozenset(
    [
        "no",
        "not",
        "without",
        "neither",
        "nor",
        "none",
        "never",
        "lack",
        "lacks",
        "lacking",
        "absent",
        "absence",
        "free",
        "devoid",
        "negative",
        "nothing",
        "fails",
        "fail",
        "excluded",
        "excludes",
        "denies",
        "ruled",
        "rules",
        "rule",
        "cannot",
        "instead",
        "rather",
        "opposed",
        "other",
        "nowhere",
        "missing",
        "zero",
        "clear",
        "empty",
        "t",
    ]
)
_DENYING_ZH: Final = frozenset("未无没不缺排除否非阴消看-")
_AMERICAN: Final = (
    ("oedema", "edema"), ("haem", "hem"), ("tumour", "tumor"), ("oesoph", "esoph"),
    ("grey", "gray"), ("colour", "color"), ("centre", "center"), ("fibre", "fiber"),
    ("leucocyte", "leukocyte"), ("leukaem", "leukem"), ("foet", "fet"), ("ischaem", "ischem"),
    ("naev", "nev"), ("coeliac", "celiac"), ("caec", "cec"), ("parasitised", "parasitized"),
    ("vascularis", "vasculariz"), ("seborrhoe", "seborrhe"),
)  # fmt: skip
# Words too general, or too common in other senses, to be a claim about the image.
_UNSAID: Final = frozenset({
    "lesion", "disease", "abnormality", "cell", "tissue", "normal", "background", "back", "all",
    "face", "mild", "moderate", "severe", "minimal", "hook", "preparation", "injury", "structure",
})  # fmt: skip
_UNSAID_ZH: Final = frozenset({
    "病变", "病灶", "疾病", "异常", "细胞", "组织", "正常", "背景", "背部", "轻度", "中度", "重度",
    "轻微", "损伤", "面部", "血液", "准备阶段",
})  # fmt: skip
_ONE_HAN: Final = frozenset("肝肾肺胃脾胰脑咽喉")
_TECHNIQUE: Final = (
    ("modality", imaging.MODALITY_WORDS), ("sequence", imaging.SEQUENCE_WORDS),
    ("plane", imaging.PLANE_WORDS), ("view", imaging.VIEW_WORDS),
    ("window", imaging.WINDOW_WORDS),
)  # fmt: skip
_SPELLED_ALIKE: Final = frozenset({
    "us", "de", "he", "fa", "la", "sa", "sax", "lax", "pd", "t1", "t2", "disc", "macula", "head",
    "blood", "vessel", "abdomen", "arterial", "delayed", "plain", "enhanced", "photograph", "echo",
    "lat", "ll", "rl", "ap", "pa", "cc", "mlo", "color", "color fundus photography", "angio",
    "abdominal", "venous phase", "t1c", "smear", "lung", "bone", "brain", "liver", "microscopic",
})  # fmt: skip


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


Surface = tuple[str, tuple[str, ...], str, bool, bool]  # kind, names, side, plural, place


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


@functools.lru_cache(maxsize=1 << 16)
def american(text: str) -> str:
    """Lower case, American spelling: one spelling to compare in."""
    text = text.lower()
    for british, other in _AMERICAN:
        text = text.replace(british, other)
    return text


Found = dict[tuple[str, ...], tuple[str, list[str], bool]]


@functools.cache
def _index_en() -> Mapping[str, list[tuple[tuple[str, ...], Surface]]]:
    """First word → the token sequences that begin with it, longest first."""
    surfaces: Found = {}

    def add(words: str, kind: str, name: str, plural: bool = False) -> None:
        exact = words.isupper() and len(words) <= 6
        key = tuple(_WORD.findall(words if exact else american(words)))
        if not key or (
            kind != "term" and not _SPELLED_ALIKE.isdisjoint({american(words), american(words)[:-1]})
        ):
            return
        found = surfaces.setdefault(key, (kind, [], plural))
        if name not in found[1] and (found[0] == kind or kind != "term"):
            surfaces[key] = (kind, [*found[1], name] if found[0] == kind else [name], plural)

    known = vocabulary.load()
    for term in known.terms.values():
        if term.kind in ("attribute", "sex") or term.term in _UNSAID:
            continue
        for synonym in (term.term, *term.synonyms):
            if synonym.lower() not in _UNSAID:
                add(synonym, "term", term.term)
                add(_plural(term, synonym), "term", term.term, True)
    for kind, table in _TECHNIQUE:
        for key, wording in table.items():
            for words in {wording.name, wording.adjective, wording.image, *wording.also, key}:
                for said in (words, regular_plural(words) if words else ""):
                    add(said.removeprefix("a ").removeprefix("an "), kind, key)
                    if "(" in said:
                        add(said.partition("(")[0], kind, key)
    for words, name in _other_names(known.terms):
        for said, plural in ((words, False), (regular_plural(words), True)):
            key = tuple(_WORD.findall(american(said)))
            surfaces.setdefault(key, ("term", [name], plural))
    for name, others in other_names.TECHNIQUE.items():
        for words in others:
            key = tuple(_WORD.findall(words))
            if words.isascii() and key:
                surfaces.setdefault(key, ("modality", [name], False))
    for word in sorted(other_names.UNKNOWN_EN):
        surfaces.setdefault((american(word),), ("unknown", [american(word)], False))
    index: dict[str, list[tuple[tuple[str, ...], Surface]]] = {}
    for tokens in sorted(surfaces, key=lambda t: (-len(t), t)):
        kind, names, plural = surfaces[tokens]
        surface = (kind, tuple(names), "", plural, _places(kind, names))
        index.setdefault(tokens[0], []).append((tokens, surface))
    return index


def _other_names(terms: Mapping[str, Term]) -> Iterator[tuple[str, str]]:
    """Adjectives of organs, alone and inside longer terms, and free synonyms."""
    for name, others in other_names.NAMES_EN.items():
        if name in terms:
            yield from ((other, name) for other in others)
    for organ, adjectives in other_names.ADJECTIVES.items():
        for adjective in adjectives:
            for term in terms.values():
                for said in (term.term, *term.synonyms):
                    if said.startswith(organ + " "):
                        yield adjective + said.removeprefix(organ), term.term
            if organ in terms:
                yield adjective, organ


def _places(kind: str, names: Sequence[str]) -> bool:
    terms = vocabulary.load().terms
    return kind == "term" and all(
        name in terms and terms[name].kind in ("organ", "region", "structure") for name in names
    )


def _plural(term: Term, synonym: str) -> str:
    return plural_of(term) if synonym == term.term else regular_plural(synonym)


def _english(text: str) -> tuple[list[Mention], frozenset[str]]:
    index = _index_en()
    found = list(_WORD.finditer(text))
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


SurfacesZh = tuple[dict[str, Surface], dict[str, tuple[int, ...]]]


@functools.cache
def _index_zh() -> SurfacesZh:
    """Every surface, and the lengths of those that begin with a character, longest first."""
    surfaces: dict[str, tuple[str, list[str], str]] = {}

    def add(words: str, kind: str, name: str, side: str = "") -> None:
        words = words.replace(" ", "")
        if not words or words in _UNSAID_ZH or (len(words) == 1 and words not in _ONE_HAN):
            return
        found = surfaces.setdefault(words, (kind, [], side))
        if name not in found[1] and found[0] == kind and found[2] == side:
            found[1].append(name)

    for term in vocabulary.load().terms.values():
        if term.kind in ("attribute", "sex"):
            continue
        others = other_names.NAMES_ZH.get(term.term, ())
        for words in (term.zh, *term.synonyms_zh, *others):
            add(words, "term", term.term)
            if term.sides:
                for side, lead in SIDES_ZH.items():
                    add(lead + words, "term", term.term, side)
                    add(lead[0] + words, "term", term.term, side)
        if term.sides:
            for side in ("left", "right", "both"):
                add(zh_sided(term, side), "term", term.term, side)
    for kind, table in _TECHNIQUE:
        for key, wording in table.items():
            for words in (wording.zh, wording.image_zh, *wording.also_zh):
                add(words, kind, key)
    for name, others in other_names.TECHNIQUE.items():
        for words in others:
            if not words.isascii():
                surfaces.setdefault(words, ("modality", [name], ""))
    for words in other_names.UNKNOWN_ZH:
        surfaces.setdefault(words, ("unknown", [words], ""))
    lengths: dict[str, set[int]] = {}
    for words in surfaces:
        lengths.setdefault(words[0], set()).add(len(words))
    found = {
        words: (kind, tuple(names), side, False, _places(kind, names))
        for words, (kind, names, side) in surfaces.items()
    }
    return found, {c: tuple(sorted(n, reverse=True)) for c, n in lengths.items()}


def _chinese(text: str) -> list[Mention]:
    index = _index_zh()
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
