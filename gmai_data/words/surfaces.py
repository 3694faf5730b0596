"""Every name under which the checker knows a term or a technique, indexed for matching."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from gmai_data import vocabulary
from gmai_data.vocabulary import SIDES_ZH, Term, plural_of, regular_plural, zh_sided
from gmai_data.words import imaging, other_names

WORD: Final = re.compile(r"[A-Za-z0-9]+")
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
Surface = tuple[str, tuple[str, ...], str, bool, bool]  # kind, names, side, plural, place


@functools.lru_cache(maxsize=1 << 16)
def american(text: str) -> str:
    """Lower case, American spelling: one spelling to compare in."""
    text = text.lower()
    for british, other in _AMERICAN:
        text = text.replace(british, other)
    return text


Found = dict[tuple[str, ...], tuple[str, list[str], bool]]


@functools.cache
def index_en() -> Mapping[str, list[tuple[tuple[str, ...], Surface]]]:
    """First word → the token sequences that begin with it, longest first."""
    surfaces: Found = {}

    def add(words: str, kind: str, name: str, plural: bool = False) -> None:
        exact = words.isupper() and len(words) <= 6
        key = tuple(WORD.findall(words if exact else american(words)))
        if not key or (
            kind != "term"
            and not _SPELLED_ALIKE.isdisjoint({american(words), american(words)[:-1]})
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
            tokens = tuple(WORD.findall(american(said)))
            surfaces.setdefault(tokens, ("term", [name], plural))
    for name, others in other_names.TECHNIQUE.items():
        for words in others:
            tokens = tuple(WORD.findall(words))
            if words.isascii() and tokens:
                surfaces.setdefault(tokens, ("modality", [name], False))
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


SurfacesZh = tuple[dict[str, Surface], dict[str, tuple[int, ...]]]


@functools.cache
def index_zh() -> SurfacesZh:
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
                    if side != "midline":  # 中耳 is the middle ear, not an ear in the midline
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
