"""What is to be asked, before a language is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from gmai_data.canonical import hash64
from gmai_data.schema import Fact, Pairs, Slice
from gmai_data.words.facts import PRESENT, REGIONS

PLANES: Final = ("axial", "coronal", "sagittal")
PICTURE: Final = ("modality", "sequence", "plane", "view", "window", "anatomy")


@dataclass(frozen=True, slots=True)
class Plan:
    """One task for a slice; ``slots`` may depend on the language and the seed (choices)."""

    subset: str
    task: str
    prompt: str
    facts: tuple[Fact, ...]
    slots: Pairs | Callable[[str, int], Pairs] = ()


def pictured(facts: Sequence[Fact]) -> list[Fact]:
    """The facts of the picture itself: technique, the part it is of, and its side and level."""
    own = {f.id for f in facts if f.kind in PICTURE or is_view(f)}
    return [f for f in facts if f.id in own or f.of in own]


def is_view(fact: Fact) -> bool:
    """Is this the part of the body that the picture is of, rather than something seen in it?"""
    return fact.kind == "organ" and fact.unit == "view"


def one_region(facts: Sequence[Fact], one: Fact, salt: str) -> list[Fact]:
    """The facts with one region of ``one``, where its mask has several: that box and its position.

    What is true of the whole (share, size, being on both sides) is not said of a region.
    """
    boxes = [f for f in facts if f.of == one.id and f.kind == "box"]
    if len(boxes) < 2:
        return list(facts)
    box = boxes[hash64("region", [salt, one.value]) % len(boxes)]
    dropped = {f.id for f in boxes if f is not box}
    kept = []
    for fact in facts:
        whole = fact.of == one.id and (
            fact.kind in ("share", "size", "count")
            or (fact.kind == "side" and fact.value not in ("left", "right"))
        )
        if fact.id in dropped or fact.of in dropped or whole:
            continue
        if fact.id == one.id and fact.unit == REGIONS:
            fact = replace(fact, unit="")
        kept.append(replace(fact, of=one.id) if fact.of == box.id else fact)
    return kept


def with_qualifiers(
    facts: Sequence[Fact], chosen: Sequence[Fact], without: Sequence[str] = ()
) -> list[Fact]:
    """The chosen facts and what qualifies them, in the slice's order, each once.

    Of a thing that lies within another, that other one and its side too.
    """
    wanted = {f.id for f in chosen}
    inside = [f for f in facts if f.of in wanted and f.kind == "within" and f.kind not in without]
    within = {f.id for f in inside}
    holders = {f.unit for f in inside}
    return [
        f for f in facts
        if f.id in wanted or (f.of in wanted and f.kind not in without) or f.of in within
        or f.id in holders or (f.of in holders and f.kind == "side")
    ]  # fmt: skip


def percept(
    task: str, facts: Sequence[Fact], chosen: Sequence[Fact],
    slots: Pairs | Callable[[str, int], Pairs] = (), without: Sequence[str] = (),
) -> Plan:  # fmt: skip
    """A perception plan that may use the picture's facts and the chosen ones."""
    used = (*pictured(facts), *with_qualifiers(facts, chosen, without))
    return Plan("percept", task, task, tuple(dict.fromkeys(used)), slots)


def whole_image(facts: Sequence[Fact]) -> list[Fact]:
    """Classes of the image itself: present, not located, not of the whole examination."""
    qualified = {f.of for f in facts if f.kind in ("box", "size", "level")}
    return [f for f in facts if f.kind in PRESENT and f.id not in qualified]


def classes_of(facts: Sequence[Fact]) -> list[Fact]:
    """What the image is classed as: its findings and kinds; else the part that it is of.

    A structure that is pointed at (a fovea, a voxel of a vessel) is no class of the picture.
    """
    found = whole_image(facts)
    said = [f for f in found if not is_view(f)]
    return [f for f in said if f.kind != "organ"] if said else found


def boxed(facts: Sequence[Fact]) -> list[Fact]:
    """Facts of located things that have a box."""
    owners = {f.of for f in facts if f.kind == "box"}
    return [f for f in facts if f.id in owners]


def one_of(facts: Sequence[Fact], salt: str, slice: Slice) -> Fact:
    """One of several facts, by the slice's hash."""
    return facts[hash64("one", [slice.hash, salt]) % len(facts)]
