"""What is to be asked, before a language is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

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
    """The facts of the picture itself, with the level of its anatomy."""
    own = {f.id for f in facts if f.kind in PICTURE}
    return [f for f in facts if f.id in own or f.of in own]


def with_qualifiers(
    facts: Sequence[Fact], chosen: Sequence[Fact], without: Sequence[str] = ()
) -> list[Fact]:
    """The chosen facts and what qualifies them, in the slice's order, each once."""
    wanted = {f.id for f in chosen}
    return [f for f in facts if f.id in wanted or (f.of in wanted and f.kind not in without)]
