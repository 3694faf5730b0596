"""Facts and an answer become a sample, or a rejection that names the rule and what it found.

Nothing here is a language model. Texts of the source itself are checked for form only: their
content is the source's responsibility.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from gmai_data.declare import Source
from gmai_data.schema import Answer, Case, Fact, NamedBox, Rejection, Request, Sample, Slice
from gmai_data.words.amounts import count_rule, number_rule
from gmai_data.words.asking import options_rule, question_rule
from gmai_data.words.certainty import beyond_rule, hedge_rule, time_rule
from gmai_data.words.claims import (
    Checked,
    checked,
    label_rule,
    negation_rule,
    side_rule,
    technique_rule,
)
from gmai_data.words.disguised import attribute_rule, normal_rule, talk_rule
from gmai_data.words.facts import normalised
from gmai_data.words.manners import (
    box_rule,
    choices_rule,
    identity_rule,
    language_rule,
    leak_rule,
    refusal_rule,
)
from gmai_data.words.posed import asked_rule, scaffold_rule
from gmai_data.words.relations import compare_rule, place_rule
from gmai_data.words.stated import answer_rule


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the review; raise ``version`` when it lets other texts through."""

    version: int
    function: Callable[[Checked], str]
    docstring: str


def _rule(function: Callable[[Checked], str], version: int = 1) -> Rule:
    return Rule(version, function, (function.__doc__ or "").strip())


RULES: Final[Mapping[str, Rule]] = {
    "refusal": _rule(refusal_rule, 2),
    "scaffold": _rule(scaffold_rule),
    "leak": _rule(leak_rule, 3),
    "identity": _rule(identity_rule, 2),
    "language": _rule(language_rule),
    "choices": _rule(choices_rule),
    "options": _rule(options_rule),
    "question": _rule(question_rule, 2),
    "box": _rule(box_rule),
    "technique": _rule(technique_rule, 2),
    "label": _rule(label_rule, 2),
    "negation": _rule(negation_rule, 3),
    "side": _rule(side_rule, 2),
    "number": _rule(number_rule, 2),
    "count": _rule(count_rule, 2),
    "place": _rule(place_rule),
    "comparison": _rule(compare_rule),
    "talk": _rule(talk_rule),
    "attribute": _rule(attribute_rule, 2),
    "normal": _rule(normal_rule),
    "hedge": _rule(hedge_rule),
    "time": _rule(time_rule),
    "beyond": _rule(beyond_rule),
    "asked": _rule(asked_rule),
    "answer": _rule(answer_rule),
}
OF_FORM: Final = ("refusal", "leak", "identity", "language", "choices")


def rules_for(task: str) -> tuple[str, ...]:
    """Names of the rules that hold for a task, in order."""
    return OF_FORM if task.startswith(("source-", "caption-source")) else tuple(RULES)


def review(
    source: Source, case: Case, slice: Slice, request: Request, answer: Answer
) -> Sample | Rejection:
    """The sample, if every rule of its task passes; else the first rule that does not."""
    check = checked(slice, request, answer)
    names = rules_for(request.task)
    for name in names:
        found = RULES[name].function(check)
        if found:
            return Rejection(
                key=request.key,
                source=source.name,
                stage="review",
                kind="corrupt",
                rule=name,
                value=f"{found} | {_last(answer)}"[:300],
                case=case.key,
            )
    return _sample(source, case, slice, request, answer, names)


def _last(answer: Answer) -> str:
    return answer.turns[-1].text if answer.turns else ""


def _sample(
    source: Source, case: Case, slice: Slice, request: Request, answer: Answer,
    checks: tuple[str, ...],
) -> Sample:  # fmt: skip
    cited = {id for turn in answer.turns for id in turn.evidence}
    facts = tuple(fact for fact in request.facts if fact.id in cited)
    present = [label.name for label in slice.labels if label.name and label.presence == "present"]
    return Sample(
        key=request.key,
        source=source.name,
        subset=request.subset,
        task=request.task,
        language=request.language,
        turns=answer.turns,
        facts=facts,
        slice=slice.hash,
        case=case.key,
        subject=case.subject,
        study=case.study,
        split=case.split,
        modality=slice.modality,
        sequence=slice.sequence,
        anatomy=slice.anatomy,
        department=slice.department,
        view=slice.view,
        plane=slice.plane,
        index=slice.index,
        count=slice.count,
        spacing_mm=slice.spacing_mm,
        orientation=slice.orientation,
        display=slice.display,
        window=slice.window,
        doubts=slice.doubts,
        width=slice.width,
        height=slice.height,
        encoding=slice.encoding,
        image_sha256=slice.image_sha256,
        boxes=_boxes(slice, facts),
        labels=tuple(dict.fromkeys(present)),
        choices=tuple(value for key, value in request.slots if key.startswith("choice")),
        prompt=request.prompt,
        generator=answer.generator,
        attempt=answer.attempt,
        checks=checks,
    )


def _boxes(slice: Slice, facts: tuple[Fact, ...]) -> tuple[NamedBox, ...]:
    found = []
    for fact in facts:
        if fact.kind == "box":
            one = slice.labels[fact.label]
            regions = (box for box in one.boxes if normalised(box, slice) == fact.value)
            box = next(regions, one.box)
            if box is not None:
                found.append(NamedBox(name=one.name, box=box))
    return tuple(found)
