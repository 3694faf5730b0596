"""Slice facts + answer -> Sample, or a rejection with rule and value (skeleton)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gmai_data.declare import Source
from gmai_data.schema import Answer, Case, NamedBox, Rejection, Request, Sample, Slice


@dataclass(frozen=True, slots=True)
class Rule:
    version: int
    function: Callable[..., str]
    docstring: str


RULES: Mapping[str, Rule] = {}


def review(source: Source, case: Case, slice: Slice, request: Request, answer: Answer) -> Sample | Rejection:
    cited = {id for turn in answer.turns for id in turn.evidence}
    facts = tuple(f for f in request.facts if f.id in cited)
    boxes = tuple(
        NamedBox(name=label.name, box=label.box)
        for label in (slice.labels[f.label] for f in facts if f.kind == "box")
        if label.box is not None
    )
    choices = tuple(v for k, v in request.slots if k.startswith("choice"))
    return Sample(
        key=request.key, source=source.name, subset=request.subset, task=request.task,
        language=request.language, turns=answer.turns, facts=facts, slice=slice.hash,
        case=slice.case, subject=case.subject, study=case.study, split=case.split,
        modality=slice.modality, sequence=slice.sequence, anatomy=slice.anatomy,
        department=slice.department, view=slice.view, plane=slice.plane, index=slice.index,
        count=slice.count, spacing_mm=slice.spacing_mm, orientation=slice.orientation,
        display=slice.display, window=slice.window, width=slice.width, height=slice.height,
        encoding=slice.encoding, image_sha256=slice.image_sha256, boxes=boxes,
        labels=tuple(dict.fromkeys(label.name for label in slice.labels if label.name and label.presence == "present")),
        choices=choices, prompt=request.prompt, generator=answer.generator, attempt=answer.attempt,
        checks=tuple(RULES),
    )
