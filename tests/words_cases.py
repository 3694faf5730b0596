"""Hand-made sources, cases and slices for the tests of words: eight fact patterns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from gmai_data import NO_SUBJECT, Boxes, Class, Flags, Mask, Source
from gmai_data.answer import answer_offline
from gmai_data.ask import ask
from gmai_data.config import AskConfig
from gmai_data.schema import Annotation, Answer, Case, CaseFile, Label, Request, Slice
from gmai_data.words.bind import bind
from gmai_data.words.prompts import load_prompts

CASE = "c" * 16


class Pattern(NamedTuple):
    """A source with one case; ``make(i)`` gives its i-th slice."""

    source: Source
    case: Case
    make: Callable[[int], Slice]


def source(**known: Any) -> Source:
    """A source with the fields every source needs."""
    facts: dict[str, Any] = {
        "name": "toy", "title": "Toy", "version": "1.0.0", "homepage": "https://example.org",
        "license": "MIT", "access": "open", "evidence": ("e",), "verified": "memory",
        "subject": NO_SUBJECT,
    }  # fmt: skip
    return Source(**{**facts, **known})


def a_slice(number: int, **known: Any) -> Slice:
    """A 512 × 512 picture whose hash is drawn from ``number``."""
    facts: dict[str, Any] = {
        "hash": f"{number * 2654435761 % (1 << 64):016x}", "case": CASE, "source": "toy",
        "width": 512, "height": 512, "encoding": "png", "count": 1,
    }  # fmt: skip
    return Slice(**{**facts, **known})


def a_case(*annotations: Annotation, **known: Any) -> Case:
    """A case with these annotations."""
    return Case(key=CASE, source="toy", annotations=annotations, **known)


def mask(raw: str, box: tuple[float, float, float, float], share: float, **known: Any) -> Label:
    """A mask label of part 0."""
    return Label(
        kind="mask", raw=raw, box=box, share=share, area_px=int(share * 262144), regions=1, **known
    )


_CT: dict[str, Any] = {"plane": "axial", "count": 80, "index": 30, "spacing_mm": (0.8, 0.8)}
_KIDNEY = (
    mask("1", (280, 200, 380, 300), 0.05),
    mask("2", (340, 210, 390, 270), 0.012, diameter_mm=33.6, short_mm=27.9, side="left",
         side_source="geometry"),
)  # fmt: skip
_BRAIN = (
    mask("2", (100, 100, 240, 260), 0.06, diameter_mm=61.2, short_mm=40.0, side="right",
         side_source="geometry"),
    mask("4", (130, 140, 160, 220), 0.02, diameter_mm=31.2, short_mm=22.0, side="right",
         side_source="geometry"),
)  # fmt: skip
_ORGANS = ("liver", "spleen", "left kidney", "right kidney", "aorta", "inferior vena cava")
_CHEST = (("P", "present"), ("E", "absent"), ("F", "absent"), ("C", "present"))

PATTERNS = {
    "kidney-ct": Pattern(
        source(modality="CT", anatomy=("kidney",), labels=[Mask(
            "m", names={1: "kidney", 2: "kidney tumour", 3: "kidney cyst"}, empty="absent")]),
        a_case(Annotation(part=0, kind="mask")),
        lambda i: a_slice(i, window="soft tissue 50/400 HU", labels=_KIDNEY,
                          display="radiological", **_CT),
    ),
    "dermoscopy-class": Pattern(
        source(modality="Dermoscopy", labels=[Class("{dx}", names={
            "mel": "melanoma", "nv": "melanocytic naevus", "bcc": "basal cell carcinoma"})]),
        a_case(Annotation(part=0, kind="class", raw="mel")),
        a_slice,
    ),
    "chest-flags": Pattern(
        source(modality="X-Ray", anatomy=("chest",), view="PA", labels=[Flags(names={
            "P": "pneumothorax", "E": "pleural effusion", "F": "fracture", "C": "cardiomegaly"})]),
        a_case(*(Annotation(part=0, kind="flags", raw=raw, values=(("state", state),))
                 for raw, state in _CHEST)),
        a_slice,
    ),
    "fundus-boxes": Pattern(
        source(modality="Fundus Photography", sequence="colour", labels=[
            Class("{g}", names={"2": "moderate nonproliferative diabetic retinopathy"},
                  of="diabetic retinopathy grade"),
            Boxes(xyxy="{b}", names={"ma": "microaneurysm", "he": "hard exudate"},
                  missing="absent")]),
        a_case(Annotation(part=0, kind="class", raw="2")),
        lambda i: a_slice(i, labels=tuple(
            Label(kind="box", part=1, raw=raw, box=box) for raw, box in (
                ("ma", (10, 10, 30, 30)), ("ma", (100, 100, 130, 130)),
                ("he", (300, 300, 360, 360))))),
    ),
    "organs-ct": Pattern(
        source(modality="CT", labels=[Mask("s", by="{s}", names={
            name: name for name in (*_ORGANS, "stomach", "left lung", "pancreas")})]),
        a_case(Annotation(part=0, kind="mask")),
        lambda i: a_slice(i, window="soft tissue 50/400 HU", **{**_CT, "plane": "coronal"},
                          labels=tuple(mask(name, (10 + 60 * k, 20, 50 + 60 * k, 90 + 10 * k),
                                            0.01 * (k + 1)) for k, name in enumerate(_ORGANS))),
    ),
    "blood-boxes": Pattern(
        source(modality="Microscopy", sequence="blood smear", labels=[Boxes(xyxy="{b}", names={
            "wbc": "leucocyte", "plt": "platelet", "rbc": "erythrocyte"}, missing="absent")]),
        a_case(),
        lambda i: a_slice(i, labels=tuple(
            Label(kind="box", raw=raw, box=box) for raw, box in (
                ("wbc", (100, 100, 200, 200)), ("plt", (300, 300, 330, 330)),
                ("plt", (400, 300, 430, 330))))),
    ),
    "tissue-class": Pattern(
        source(modality="Pathology", sequence="H&E", anatomy=("colon",), labels=[Class(
            "{c}", names={"ADI": "adipose tissue", "TUM": "colorectal adenocarcinoma epithelium"}
        )]),
        a_case(Annotation(part=0, kind="class", raw="TUM")),
        a_slice,
    ),
    "brain-mr": Pattern(
        source(modality="MR", anatomy=("brain",), labels=[Mask("m", names={
            1: "necrotic tumour core", 2: "peritumoural oedema", 4: "enhancing tumour"})]),
        a_case(Annotation(part=0, kind="mask"),
               files=(CaseFile(role="FLAIR", path="a"), CaseFile(role="T1w", path="b"))),
        lambda i: a_slice(i, variant="FLAIR", display="radiological", labels=_BRAIN,
                          **{**_CT, "spacing_mm": (1.0, 1.0)}),
    ),
}  # fmt: skip


def bound(name: str, number: int = 0) -> Slice:
    """A bound slice of a pattern."""
    pattern = PATTERNS[name]
    return bind(pattern.source, pattern.case, pattern.make(number))


def answered(
    name: str, numbers: range, config: AskConfig | None = None
) -> Iterator[tuple[Slice, Request, Answer]]:
    """Every request of a pattern's slices with its offline answer."""
    pattern, prompts = PATTERNS[name], load_prompts()
    for number in numbers:
        slice = bound(name, number)
        for request in ask(pattern.source, pattern.case, slice, config or AskConfig(), prompts):
            yield slice, request, answer_offline(request, slice, prompts)
