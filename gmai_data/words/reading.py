"""Text back into statements: which terms, techniques, sides, numbers and negations it holds.

The checker's eyes. Vocabulary terms are matched longest first, *before* anything looks for a side,
a number or a negation: 无回声, "right atrium" and "nonproliferative" are terms, not triggers.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from gmai_data import vocabulary
from gmai_data.vocabulary import SIDES_ZH, Term, plural_of, regular_plural, zh_sided
from gmai_data.words import imaging

BOX: Final = re.compile(r"<box>\s*(\[\[[^<>]*\]\])\s*</box>")
_BOX_OR_TAG: Final = re.compile(r"<box>[^<>]*</box>|</?ref>")
_BREAK: Final = re.compile(r"[.,;:!?<>]")
_WORD: Final = re.compile(r"[A-Za-z0-9]+")
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

    kind: str  # "term", or modality, sequence, plane, view, window
    names: tuple[str, ...]  # canonical names the words can mean
    start: int
    end: int
    side: str = ""  # of a Chinese term that carries one: 左肾
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its mentions; ``rest`` is the text with mentions and boxes blanked out."""

    text: str
    mentions: tuple[Mention, ...]
    rest: str


Surface = tuple[str, tuple[str, ...], str, bool]  # kind, names, side, plural


def read_text(text: str, language: str) -> Reading:
    """The mentions of a text, longest first, left to right."""
    plain = _BOX_OR_TAG.sub(lambda m: " " * len(m[0]), text)
    mentions = tuple(_english(plain) if language == "en" else _chinese(plain))
    rest = list(plain)
    for mention in mentions:
        rest[mention.start : mention.end] = "\0" * (mention.end - mention.start)
    return Reading(plain, mentions, "".join(rest))


@functools.lru_cache(maxsize=1 << 16)
def american(text: str) -> str:
    """Lower case, American spelling: one spelling to compare in."""
    text = text.lower()
    for british, other in _AMERICAN:
        text = text.replace(british, other)
    return text


@functools.cache
def _index_en() -> Mapping[str, list[tuple[tuple[str, ...], Surface]]]:
    """First word → the token sequences that begin with it, longest first."""
    surfaces: dict[tuple[str, ...], tuple[str, list[str], bool]] = {}

    def add(words: str, kind: str, name: str, plural: bool = False) -> None:
        exact = words.isupper() and len(words) <= 6
        key = tuple(_WORD.findall(words if exact else american(words)))
        if not key or (kind != "term" and american(words) in _SPELLED_ALIKE):
            return
        found = surfaces.setdefault(key, (kind, [], plural))
        if name not in found[1] and (found[0] == kind or kind != "term"):
            surfaces[key] = (kind, [*found[1], name] if found[0] == kind else [name], plural)

    for term in vocabulary.load().terms.values():
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
    index: dict[str, list[tuple[tuple[str, ...], Surface]]] = {}
    for tokens in sorted(surfaces, key=lambda t: (-len(t), t)):
        kind, names, plural = surfaces[tokens]
        index.setdefault(tokens[0], []).append((tokens, (kind, tuple(names), "", plural)))
    return index


def _plural(term: Term, synonym: str) -> str:
    return plural_of(term) if synonym == term.term else regular_plural(synonym)


def _english(text: str) -> Iterator[Mention]:
    index = _index_en()
    found = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]
    exact = [word for word, _, _ in found]
    folded = [american(word) for word in exact]
    at = 0
    while at < len(found):
        stop = at + 1  # a term does not run over a mark between sentences or clauses
        while stop < len(found) and not _BREAK.search(text, found[stop - 1][2], found[stop][1]):
            stop += 1
        hit = _longest(index.get(folded[at]), folded, at, stop)
        if hit is None and exact[at] != folded[at]:
            hit = _longest(index.get(exact[at]), exact, at, stop)
        if hit is None:
            at += 1
            continue
        length, (kind, names, side, plural) = hit
        yield Mention(kind, names, found[at][1], found[at + length - 1][2], side, plural)
        at += length


def _longest(
    candidates: list[tuple[tuple[str, ...], Surface]] | None, words: list[str], at: int, stop: int
) -> tuple[int, Surface] | None:
    for tokens, surface in candidates or ():
        end = at + len(tokens)
        if end <= stop and (len(tokens) == 1 or tuple(words[at:end]) == tokens):
            return len(tokens), surface
    return None


@functools.cache
def _index_zh() -> Mapping[str, list[tuple[str, Surface]]]:
    """First character → surfaces that begin with it, longest first."""
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
        for words in (term.zh, *term.synonyms_zh):
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
    index: dict[str, list[tuple[str, Surface]]] = {}
    for words in sorted(surfaces, key=lambda w: (-len(w), w)):
        kind, names, side = surfaces[words]
        index.setdefault(words[0], []).append((words, (kind, tuple(names), side, False)))
    return index


def _chinese(text: str) -> Iterator[Mention]:
    index = _index_zh()
    # Spaces between Han and Latin do not count: matched on a copy without them.
    places = [i for i, c in enumerate(text) if c != " "]
    dense = "".join(text[i] for i in places)
    at = 0
    while at < len(dense):
        for words, (kind, names, side, plural) in index.get(dense[at], ()):
            if dense.startswith(words, at):
                end = at + len(words)
                if (
                    words[-1].isascii()
                    and end < len(dense)
                    and dense[end].isascii()
                    and (dense[end].isalnum() and words[-1].isalnum())
                ):
                    continue
                yield Mention(kind, names, places[at], places[end - 1] + 1, side, plural)
                at = end - 1
                break
        at += 1


def clauses(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Start and end of the clauses in which a negation or a side holds."""
    marks = r"[.;:!?](?=\s|$)|\n" if language == "en" else r"[。；：！？，\n]"
    start = 0
    for found in re.finditer(marks, text):
        yield start, found.end()
        start = found.end()
    if start < len(text):
        yield start, len(text)
