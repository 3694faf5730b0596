"""The closed vocabulary: every term a label may be bound to, in English and Chinese.

The rows live in ``gmai_data/vocabulary/*.tsv``; a term stands in one file only. ``left``,
``right`` and ``bilateral`` in front of a term with ``sides = yes`` are understood and need no row
of their own.
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Final

from gmai_data.errors import DeclarationError

COLUMNS: Final = (
    "term", "zh", "kind", "noun", "plural", "sides", "synonyms", "synonyms_zh", "parent",
)  # fmt: skip
KINDS: Final = frozenset({
    "organ", "region", "structure", "lesion", "finding", "disease", "tissue", "cell", "organism",
    "instrument", "device", "grade", "attribute", "phase", "normal", "sex",
})  # fmt: skip
NOUNS: Final = frozenset({"count", "mass", "plural"})
SIDE_PREFIXES: Final = {"left ": "left", "right ": "right", "bilateral ": "both"}
SIDES_ZH: Final = {"left": "左侧", "right": "右侧", "both": "双侧", "midline": "中线"}
_SHORT_SIDES: Final = {"left": "左", "right": "右", "both": "双"}
_JOIN_DIRECTLY: Final = "肾肺眼乳膝髋肩腕踝肘耳手足"
_IRREGULAR: Final = {"ovary": "ovaries", "body": "bodies", "biopsy": "biopsies"}


@dataclass(frozen=True, slots=True)
class Term:
    """One row, or a row seen from one side (``side`` and ``base`` are set then)."""

    term: str  # canonical English, British spelling
    zh: str  # canonical Mainland Chinese
    kind: str
    noun: str = "count"  # count, mass or plural
    plural: str = ""
    sides: bool = False  # a paired structure, or a finding that has a side
    synonyms: tuple[str, ...] = ()
    synonyms_zh: tuple[str, ...] = ()
    parent: str = ""
    file: str = ""
    base: str = ""  # "kidney" for "left kidney"; else ""
    side: str = ""  # left, right or both for a sided term; else ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All terms, with look-up by name, synonym, plural and side."""

    terms: Mapping[str, Term]
    names: Mapping[str, str]  # any lower-case English name -> canonical term
    lineage: Mapping[str, tuple[str, ...]]  # term -> its ancestors, nearest first

    def lookup(self, name: str) -> Term:
        """The term of a canonical name, synonym or plural, with or without a side.

        Raises:
            KeyError: no such term; the message names the nearest ones.
        """
        found = self.get(name)
        if found is None:
            near = difflib.get_close_matches(name.lower(), self.names, n=3)
            hint = f"; near: {', '.join(near)}" if near else ""
            raise KeyError(f"no vocabulary term {name!r}{hint}")
        return found

    def get(self, name: str) -> Term | None:
        """As :meth:`lookup`, or None."""
        key = " ".join(name.split()).lower()
        term = self.names.get(key)
        if term is not None:
            return self.terms[term]
        for prefix, side in SIDE_PREFIXES.items():
            if key.startswith(prefix):
                base = self.names.get(key[len(prefix) :])
                if base is not None and self.terms[base].sides:
                    return sided(self.terms[base], side)
        return None

    def ancestors(self, term: str) -> tuple[str, ...]:
        """Terms that are more general, nearest first."""
        return self.lineage.get(term, ())

    def related(self, one: str, other: str) -> bool:
        """Is one of them the other, or more general than it?"""
        return one == other or one in self.ancestors(other) or other in self.ancestors(one)

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """All terms of a kind, sorted."""
        return tuple(sorted(t.term for t in self.terms.values() if t.kind == kind))


def sided(term: Term, side: str) -> Term:
    """``kidney`` seen as ``left kidney`` / 左肾."""
    english = next(prefix for prefix, value in SIDE_PREFIXES.items() if value == side)
    return replace(
        term,
        term=english + term.term,
        zh=zh_sided(term, side),
        plural=english + plural_of(term),
        synonyms=tuple(english + s for s in term.synonyms),
        synonyms_zh=tuple(SIDES_ZH[side] + s for s in (term.zh, *term.synonyms_zh)),
        base=term.term,
        side=side,
    )


def zh_sided(term: Term, side: str) -> str:
    """左肾, 左肺结节, 左侧胸腔积液: the short form where Chinese has one."""
    if side in _SHORT_SIDES:
        for name in (term.zh, *term.synonyms_zh):
            if len(name) == 1 and name in _JOIN_DIRECTLY:
                return _SHORT_SIDES[side] + name
        if term.zh[0] in _JOIN_DIRECTLY and side != "both":
            return _SHORT_SIDES[side] + term.zh
    return SIDES_ZH[side] + term.zh


def plural_of(term: Term) -> str:
    """English plural; mass and plural nouns are returned as they are."""
    if term.noun != "count":
        return term.term
    return term.plural or regular_plural(term.term)


def regular_plural(name: str) -> str:
    """``polyp`` → ``polyps``, ``metastasis`` → ``metastases``, ``axis of x`` → ``axes of x``."""
    head, joint, rest = name.partition(" of ")
    if joint:
        return regular_plural(head) + joint + rest
    first, _, last = name.rpartition(" ")
    lead = first + " " if first else ""
    if last in _IRREGULAR:
        return lead + _IRREGULAR[last]
    if last.endswith(("sis", "xis")):
        return lead + last[:-2] + "es"
    if last.endswith(("s", "x", "z", "ch", "sh")):
        return name + "es"
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    return name + "s"


def folder() -> Path:
    """Where the TSV files are, in a checkout and in an installed package."""
    return Path(str(resources.files("gmai_data"))) / "vocabulary"


@functools.cache
def load() -> Vocabulary:
    """Every ``*.tsv`` of the vocabulary folder, checked.

    Raises:
        DeclarationError: a malformed row, an unknown kind or parent, or a term that stands twice;
            both files are named.
    """
    return _load(str(folder()))


def lookup(name: str) -> Term:
    """:meth:`Vocabulary.lookup` in the bundled vocabulary."""
    return load().lookup(name)


@functools.cache
def _load(path: str) -> Vocabulary:
    terms: dict[str, Term] = {}
    for file in sorted(Path(path).glob("*.tsv")):
        for term in _rows(file):
            other = terms.get(term.term)
            if other is not None:
                raise DeclarationError(
                    f"the term {term.term!r} stands in {other.file} and in {term.file}; keep one"
                )
            terms[term.term] = term
    for term in terms.values():
        if term.parent and term.parent not in terms and term.parent not in _ROOTS:
            raise DeclarationError(
                f"{term.file}: the parent {term.parent!r} of {term.term!r} is no term"
            )
    lineage = {name: tuple(_up(terms, name)) for name in terms}
    return Vocabulary(terms=terms, names=_names(terms), lineage=lineage)


_ROOTS: Final = frozenset({"finding"})


def _rows(file: Path) -> Iterator[Term]:
    lines = file.read_text(encoding="utf-8").split("\n")
    if tuple(lines[0].split("\t")) != COLUMNS:
        raise DeclarationError(f"{file.name}: the header must be {' '.join(COLUMNS)}")
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        cells = [c.strip() for c in line.split("\t")]
        cells += [""] * (len(COLUMNS) - len(cells))
        row = dict(zip(COLUMNS, cells, strict=False))
        where = f"{file.name}:{number}"
        if len(cells) > len(COLUMNS) or not row["term"] or not row["zh"]:
            raise DeclarationError(f"{where}: a row needs {len(COLUMNS)} cells, term and zh filled")
        if row["kind"] not in KINDS:
            raise DeclarationError(f"{where}: unknown kind {row['kind']!r}")
        if row["noun"] not in NOUNS:
            raise DeclarationError(f"{where}: noun must be count, mass or plural")
        yield Term(
            term=row["term"],
            zh=row["zh"],
            kind=row["kind"],
            noun=row["noun"],
            plural=row["plural"],
            sides=row["sides"] == "yes",
            synonyms=_split(row["synonyms"]),
            synonyms_zh=_split(row["synonyms_zh"]),
            parent=row["parent"],
            file=file.name,
        )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _names(terms: Mapping[str, Term]) -> Mapping[str, str]:
    """Lower-case names; a canonical term beats a synonym, a synonym beats a plural."""
    names: dict[str, str] = {}
    for term in terms.values():
        names.setdefault(term.term.lower(), term.term)
    for term in terms.values():
        for synonym in term.synonyms:
            names.setdefault(synonym.lower(), term.term)
    for term in terms.values():
        names.setdefault(plural_of(term).lower(), term.term)
    return names


def _up(terms: Mapping[str, Term], name: str) -> Iterator[str]:
    seen = {name}
    while (parent := terms[name].parent) and parent in terms:
        if parent in seen:
            raise DeclarationError(f"the parents of {name!r} go round in a circle")
        seen.add(parent)
        yield parent
        name = parent
