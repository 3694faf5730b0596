"""Recall of the review per kind of error and language, and what it rejects of true texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gmai_data.review import review
from gmai_data.schema import Answer, Rejection, Turn
from tests.planted.writing import Text

_Z = 1.959964  # 95 %


@dataclass(frozen=True, slots=True)
class Verdict:
    """A text and the rule that rejects it; "" where it passes."""

    text: Text
    rule: str


@dataclass(frozen=True, slots=True)
class Rate:
    """``hits`` of ``tried`` with the Wilson 95 % interval."""

    hits: int
    tried: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.hits / self.tried if self.tried else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval (JASA 1927)."""
        return wilson(self.hits, self.tried)


def wilson(hits: int, tried: int) -> tuple[float, float]:
    """The 95 % score interval of a proportion."""
    if not tried:
        return 0.0, 1.0
    share = hits / tried
    square = _Z * _Z / tried
    middle = (share + square / 2) / (1 + square)
    half = _Z * ((share * (1 - share) + square / 4) / tried) ** 0.5 / (1 + square)
    return max(0.0, middle - half), min(1.0, middle + half)


def judged(text: Text) -> Verdict:
    """The text as a model's caption of its scene, reviewed."""
    scene, request = text.scene, text.scene.requests[text.language]
    turns = (Turn(role="user", text="?"), Turn(role="assistant", text=text.text))
    answer = Answer(request=request.key, turns=turns, generator="planted")
    found = review(scene.source, scene.case, scene.slice, replace(request), answer)
    return Verdict(text, found.rule if isinstance(found, Rejection) else "")


def rates(verdicts: Iterable[Verdict]) -> dict[tuple[str, str], Rate]:
    """(kind, language) → rejected of all; kind "" is the true texts."""
    hits: dict[tuple[str, str], list[int]] = {}
    for one in verdicts:
        row = hits.setdefault((one.text.kind, one.text.language), [0, 0])
        row[0] += bool(one.rule)
        row[1] += 1
    return {key: Rate(*row) for key, row in hits.items()}
