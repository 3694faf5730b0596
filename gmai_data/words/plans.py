"""What is to be asked, before a language is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from gmai_data.canonical import hash64
from gmai_data.schema import Fact, Pairs

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
        kept.append(replace(fact, of=one.id) if fact.of == box.id else fact)
    return kept


def with_qualifiers(
    facts: Sequence[Fact], chosen: Sequence[Fact], without: Sequence[str] = ()
) -> list[Fact]:
    """The chosen facts and what qualifies them, in the slice's order, each once."""
    wanted = {f.id for f in chosen}
    return [f for f in facts if f.id in wanted or (f.of in wanted and f.kind not in without)]
