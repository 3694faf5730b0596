"""Rules that compare what a text claims with the facts: terms, sides, numbers, counts, technique.

Each rule takes a :class:`Checked` and returns what it found wrong, or "".
"""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass, field
from typing import Final

from gmai_data import vocabulary
from gmai_data.schema import Answer, Fact, Request, Slice
from gmai_data.words import laterality
from gmai_data.words.facts import PRESENT
from gmai_data.words.negation import denied, not_this
from gmai_data.words.reading import Mention, Reading, read_text
from gmai_data.words.surfaces import american

_OWNING: Final = frozenset({*PRESENT, "grade", "measure", "anatomy", "absent"})
_IN_EN: Final = re.compile(
    r" (?:lies |is |located |situated |seen )*(?:of|in|within|inside|into)"
    r" (?:the|a)?(?: left| right)? ?"
)
_IN_ZH: Final = re.compile(r"(?:位于|来自|在|见于|居)?[左右双侧]*")


_BESIDE: Final = re.compile(r" (?:to|aspect|wall|part|border|margin|half|side|direction)\b")
_ACROSS: Final = re.compile(r"\d ?(?:mm|cm)\b[^.;]*$")  # 28 mm in short axis is a length
MORE_GENERAL: Final = {  # of techniques
    "PA": ("frontal",), "AP": ("frontal",), "T1w+Gd": ("T1w", "contrast-enhanced"),
    "arterial phase": ("contrast-enhanced",), "portal venous phase": ("contrast-enhanced",),
    "delayed phase": ("contrast-enhanced",), "CT angiography": ("contrast-enhanced",),
    "DCE": ("contrast-enhanced",), "oblique axial": ("oblique",),
    "oblique coronal": ("oblique",), "oblique sagittal": ("oblique",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Checked:
    """A text under review: what was asked, what was said, and how it reads."""

    request: Request
    answer: Answer
    slice: Slice
    readings: tuple[Reading, ...]  # of the assistant's turns
    examined: frozenset[str]  # parts of the body that the picture is of
    owned: dict[tuple[str, ...], list[Fact]] = field(default_factory=dict)  # names → owners

    @property
    def language(self) -> str:
        """Language of the request: en or zh."""
        return self.request.language

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What may be said."""
        return self.request.facts

    def owners(self, mention: Mention) -> list[Fact]:
        """Facts that the mention can be about: its own, or those it is more general than."""
        found = self.owned.get(mention.names)
        if found is None:
            found = [
                f for f in self.request.facts
                if f.kind in _OWNING and not _allowed_by(f.value).isdisjoint(mention.names)
            ]  # fmt: skip
            self.owned[mention.names] = found
        return found


def checked(slice: Slice, request: Request, answer: Answer) -> Checked:
    """Read the assistant's turns once, for all rules."""
    hidden = _scales(request)
    said = [turn.text for turn in answer.turns if turn.role == "assistant"]
    if hidden is not None:
        said = [hidden.sub(lambda m: " " * len(m[0]), text) for text in said]
    readings = tuple(read_text(text, request.language) for text in said)
    skin = any(f.value == "Dermoscopy" and f.kind == "modality" for f in request.facts)
    parts = (*slice.anatomy, *(("skin", "skin lesion") if skin else ()))
    return Checked(request, answer, slice, readings, _examined(parts))


@functools.lru_cache(maxsize=1024)
def _examined(anatomy: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for part in anatomy for name in _allowed_by(part))


def _scales(request: Request) -> re.Pattern[str] | None:
    """Names of scales and measures, to be blanked: 良恶性 is no claim that something is 恶性."""
    grades = [f for f in request.facts if f.kind == "grade" and f.unit]
    names = {f.unit for f in grades if not any(g.value.startswith(f.unit) for g in grades)}
    names |= {f.value for f in request.facts if f.kind == "measure"}
    names |= {f.unit for f in request.facts if f.kind == "attribute"}
    return _pattern(tuple(sorted(names)), request.language) if names else None


@functools.lru_cache(maxsize=1024)
def _pattern(names: tuple[str, ...], language: str) -> re.Pattern[str] | None:
    known = vocabulary.load()
    terms = [term for name in names if (term := known.get(name)) is not None]
    words = [term.term if language == "en" else term.zh for term in terms]
    return re.compile("|".join(map(re.escape, words)), re.I) if words else None


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
        if any(_holds(base.zh, zh) for zh in (other.zh, *other.synonyms_zh)):
            names.add(other.term)
        if f" {other.term} " in f" {base.term} ":
            names.add(other.term)
    tissue = f"{base.term} tissue"
    if tissue in known.terms:
        names.add(tissue)
    return frozenset(names)


def _holds(whole: str, part: str) -> bool:
    """Is the one name in the other, and not denied there? 非增殖期 does not hold 增殖期."""
    at = whole.find(part) if len(part) > 1 and part != whole else -1
    return at >= 0 and whole[at - 1 : at] not in ("非", "无", "不", "未")


@functools.lru_cache(maxsize=4096)
def spelling(name: str) -> str:
    """Every name of a fact's value in one string, to look for a word in."""
    term = vocabulary.load().get(name)
    names = (name,) if term is None else (
        term.term, term.zh, *term.synonyms, *term.synonyms_zh
    )  # fmt: skip
    return american(" | ".join(names))


def label_rule(check: Checked) -> str:
    """Every term is a fact's own, a synonym, or more general; never more specific, never beside."""
    for reading in check.readings:
        for mention in reading.mentions:
            if mention.kind == "term":
                supported = bool(check.owners(mention)) or (
                    (mention.place or mention.names == ("skin lesion",))
                    and not check.examined.isdisjoint(mention.names)
                )
                supported = supported or _lesion_of(check, mention)
            elif mention.kind == "unknown":
                word = mention.names[0]
                supported = any(
                    word in spelling(f.value) or word in spelling(f.unit)
                    for f in check.facts if f.kind in _OWNING
                )  # fmt: skip
            else:
                continue
            if not supported:
                return reading.text[mention.start : mention.end]
        misplaced = _misplaced(check, reading)
        if misplaced:
            return misplaced
    return ""


def _lesion_of(check: Checked, mention: Mention) -> bool:
    """A "brain lesion" is any finding in a picture of the brain."""
    organ = mention.names[0].removesuffix(" lesion")
    return (
        organ != mention.names[0]
        and organ in check.examined
        and any(f.kind == "finding" for f in check.facts)
    )


def _misplaced(check: Checked, reading: Reading) -> str:
    """A finding that the text puts into an organ which is in the picture, but not its own."""
    mentions = [m for m in reading.mentions if m.kind == "term"]
    pattern = _IN_EN if check.language == "en" else _IN_ZH
    held = {(f.of, f.unit) for f in check.facts if f.kind == "within"}
    for one, other in itertools.pairwise(mentions):
        if not other.place or one.place or not pattern.fullmatch(reading.low, one.end, other.start):
            continue
        if any((a.id, b.id) in held for a in check.owners(one) for b in check.owners(other)):
            continue  # measured: a scar in the left ventricular myocardium
        owners = [f for f in check.owners(one) if f.kind in ("finding", "absent")]
        if not owners or any(not _organs_of(f.value) for f in owners):
            continue
        if all(_organs_of(f.value).isdisjoint(other.names) for f in owners) and all(
            f.kind == "organ" for f in check.owners(other)
        ):
            return reading.text[one.start : other.end]
    return ""


@functools.lru_cache(maxsize=4096)
def _organs_of(name: str) -> frozenset[str]:
    """Organs that a finding's own name holds, and what they are part of: kidney tumour → kidney."""
    known = vocabulary.load()
    organs = {
        n for n in _allowed_by(name) - {name}
        if n in known.terms and known.terms[n].kind in ("organ", "region", "structure")
    }  # fmt: skip
    return frozenset({up for organ in organs for up in (organ, *known.ancestors(organ))})


def negation_rule(check: Checked) -> str:
    """What is denied is annotated as absent; what is asserted is not."""
    for reading in check.readings:
        other = not_this(reading, check.language)
        if other:
            return f"denied: {other}"
        no, twice = denied(reading, check.language)
        if twice:
            return "double negation"
        for mention in reading.mentions:
            if mention.kind != "term":
                continue
            owners = check.owners(mention)
            absent = [f for f in owners if f.kind == "absent"]
            present = [f for f in owners if f.kind != "absent"]
            words = reading.text[mention.start : mention.end]
            if mention in no:
                exact = any(f.value in mention.names for f in present)
                if not absent or (exact and not any(f.value in mention.names for f in absent)):
                    return f"denied: {words}"
            elif absent and not present:
                return f"asserted: {words}"
    return ""


def side_rule(check: Checked) -> str:
    """Sides in the patient's frame are facts; sides of the image agree with the box."""
    sides = {f.of: f.value for f in check.facts if f.kind == "side"}
    columns = {f.value.rpartition(" ")[2] for f in check.facts if f.kind == "position"}
    rows = {f.value.partition(" ")[0] for f in check.facts if f.kind == "position"}
    for reading in check.readings:
        for side in laterality.sides(reading, check.language):
            if side.frame == "image":
                if side.side not in columns or (side.row and side.row not in rows):
                    return side.text
            elif not _side_fits(check, side, sides):
                return side.text
    return ""


def _side_fits(check: Checked, side: laterality.Side, sides: dict[str, str]) -> bool:
    owners = check.owners(side.mention) if side.mention is not None else []
    # A term without a side of its own (an organ beside a sided lesion) is judged by all sides.
    values = {sides[f.id] for f in owners if f.id in sides} or set(sides.values())
    if side.side == "both":
        return "both" in values or {"left", "right"} <= values
    return side.side in values or "both" in values


def technique_rule(check: Checked) -> str:
    """Modality, sequence, plane, view and window are those of the picture."""
    own = {f.value for f in check.facts}
    own.update(name for value in tuple(own) for name in MORE_GENERAL.get(value, ()))
    for reading in check.readings:
        for mention in reading.mentions:
            if mention.kind in ("term", "unknown") or not own.isdisjoint(mention.names):
                continue
            if mention.kind != "view" or not (
                _BESIDE.match(reading.low, mention.end)
                or _ACROSS.search(reading.low[max(0, mention.start - 24) : mention.start])
            ):
                return reading.text[mention.start : mention.end]
    return ""
