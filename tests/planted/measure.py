"""Recall of the review per kind of error and language, and what it rejects of true texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gmai_data.proportions import Rate
from gmai_data.review import review
from gmai_data.schema import Answer, Rejection, Turn
from tests.planted.writing import Text


@dataclass(frozen=True, slots=True)
class Verdict:
    """A text and the rule that rejects it; "" where it passes."""

    text: Text
    rule: str


def judged(text: Text) -> Verdict:
    """The text as a model's caption of its scene, reviewed."""
    scene, request = text.scene, text.scene.requests[text.language]
    turns = (Turn(role="user", text="?"), Turn(role="assistant", text=text.text))
    answer = Answer(request=request.key, turns=turns, generator="planted")
    found = review(scene.source, scene.case, scene.slice, replace(request), answer)
    rule = found.rule if isinstance(found, Rejection) else ""
    # One true sentence, "The plane is axial.", is no whole caption: `asked` looks at those.
    return Verdict(text, "" if rule == "answer" else rule)


def rates(verdicts: Iterable[Verdict]) -> dict[tuple[str, str], Rate]:
    """(kind, language) → rejected of all; kind "" is the true texts."""
    hits: dict[tuple[str, str], list[int]] = {}
    for one in verdicts:
        row = hits.setdefault((one.text.kind, one.text.language), [0, 0])
        row[0] += bool(one.rule)
        row[1] += 1
    return {key: Rate(*row) for key, row in hits.items()}
