"""What text may say of a slice: a fact for every statement that an annotation supports.

A fact that is not here may not be said. Sides come from a label's own name or from geometry that
`read` vouches for, sizes only where millimetres are real (`radiology` rules: cross-sectional
images and calibrated ultrasound or microscopy), counts only from numbered or exhaustively boxed
objects, absence only where the source annotates it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from gmai_data import vocabulary
from gmai_data.declare import ABSENT, Boxes, LabelPart, Source, label_parts
from gmai_data.schema import Box, Case, Fact, Label, Slice
from gmai_data.vocabulary import Term
from gmai_data.words import readers
from gmai_data.words.channels import shows
from gmai_data.words.imaging import (
    MODALITY_WORDS,
    PLANE_WORDS,
    SEQUENCE_WORDS,
    VIEW_WORDS,
    window_name,
)
from gmai_data.words.places import add_places
from gmai_data.words.written import written

# Kinds of facts that say that something is there; the rest qualify them or the picture.
PRESENT: Final = frozenset({
    "organ", "finding", "tissue", "cell", "organism", "instrument", "phase", "normal",
})  # fmt: skip
KIND_OF_TERM: Final = {
    "organ": "organ", "region": "organ", "structure": "organ",
    "lesion": "finding", "finding": "finding", "disease": "finding", "attribute": "finding",
    "tissue": "tissue", "cell": "cell", "organism": "organism",
    "instrument": "instrument", "device": "instrument",
    "phase": "phase", "normal": "normal", "grade": "grade",
}  # fmt: skip
PERSONAL: Final = frozenset({"age", "sex", "weight", "male", "female"})  # never a visual statement
_MEASURED: Final = frozenset({"CT", "MR", "PET", "Ultrasound", "Pathology", "Microscopy"})
# An organ that a slice does not cross is not absent from the patient.
_NEVER_DENIED: Final = frozenset({
    "normal", "grade", "sex", "phase", "organ", "region", "structure",
})  # fmt: skip
# A "tissue: colon" or a "phase: clipping" is what it says, whatever column it stands in.
_NOT_GRADES: Final = frozenset({"phase", "organ", "region", "structure", "tissue", "normal"})
# Findings that are a state of an organ: a box round them has no size and no place of its own.
STATES: Final = frozenset({
    "cardiomegaly", "aortic enlargement", "enlarged cardiomediastinum", "widened mediastinum",
    "mediastinal shift", "midline shift", "enlarged pulmonary artery", "scoliosis",
    "interstitial lung disease", "pulmonary fibrosis", "emphysema", "media haze", "hydrocephalus",
    "reduced mucosal view", "tessellated fundus",
})  # fmt: skip
# The paper's thirteen modalities hold these under the nearest one; text must not call them that.
_OF_ANOTHER_KIND: Final = frozenset({
    ("Dermoscopy", "clinical photograph"), ("Microscopy", "surgical microscopy"),
})  # fmt: skip
_SPINE_LEVEL: Final = re.compile(r"([ctls]\d{1,2})[_/-]([ctls]\d{1,2})", re.I)
_FEW_PIXELS: Final = 3  # below this diameter a number would be false precision
REGIONS: Final = "regions"  # unit of a thing whose mask has several, and numbers none of them
MAX_REGIONS: Final = 10  # boxes of one label; with more than nine nothing is to be detected
_MAX_COUNT: Final = 9  # more than this is not counted, but guessed


class _Facts:
    """Facts in the making: numbers them."""

    def __init__(self) -> None:
        self.rows: list[Fact] = []

    def add(self, kind: str, value: str, unit: str = "", of: str = "", label: int = -1) -> str:
        id = f"f{len(self.rows) + 1}"
        self.rows.append(Fact(id=id, kind=kind, value=value, unit=unit, of=of, label=label))
        return id


def facts_of(source: Source, case: Case, slice: Slice) -> tuple[Fact, ...]:
    """The facts of a bound slice, those of the picture first, then label by label.

    Kinds: ``modality sequence plane view window anatomy``; the kinds in :data:`PRESENT`;
    ``grade`` (``unit`` is the scale); ``value`` (``of`` is its ``measure`` fact);
    ``absent`` (``unit`` is ``exclusive`` for the other classes of a one-hot row); ``display``; and
    what qualifies another fact: ``side count size share attenuation box position level``,
    ``within`` (``unit`` is the id of the structure that holds it) with its ``third`` and ``part``,
    and ``attribute`` (``unit`` is the vocabulary's name of it). An ``organ`` with the unit
    ``view`` is what the picture is of, not something seen in it; :data:`REGIONS` is the unit of
    what is outlined as several regions. For texts of the source:
    ``question answer letter context explanation choice report caption dialogue``.
    """
    facts = _Facts()
    if slice.width:
        _picture(facts, slice)
        _labels(facts, source, case, slice)
    written(facts.add, label_parts(source), case, slice)
    return tuple(facts.rows)


def text_facts(source: Source, case: Case, slice: Slice) -> tuple[Fact, ...]:
    """The facts of a slice that are texts of the source, and no others."""
    facts = _Facts()
    written(facts.add, label_parts(source), case, slice)
    return tuple(facts.rows)


def _picture(facts: _Facts, slice: Slice) -> None:
    other = (slice.modality, slice.sequence) in _OF_ANOTHER_KIND
    if slice.modality in MODALITY_WORDS and not other:
        facts.add("modality", slice.modality)
    if slice.sequence in SEQUENCE_WORDS:
        facts.add("sequence", slice.sequence)
    if slice.plane in PLANE_WORDS and slice.view not in VIEW_WORDS:  # a view names it better
        facts.add("plane", slice.plane)
    if slice.view in VIEW_WORDS:
        facts.add("view", slice.view)
    window = window_name(slice.window) if slice.modality == "CT" else ""
    if window:
        facts.add("window", window)
    if slice.display == "radiological" and slice.plane in ("axial", "coronal"):
        facts.add("display", "radiological")
    for term in slice.anatomy:
        id = facts.add("anatomy", term)
        if slice.count > 1:  # the examined part: this one picture need not show it
            facts.add("level", "study", of=id)


def _labels(facts: _Facts, source: Source, case: Case, slice: Slice) -> None:
    known = vocabulary.load()
    parts = label_parts(source)
    said: dict[tuple[str, str, str], str] = {}
    general = _general(slice.labels)
    spoken = readers.heard(parts, case, slice.labels)
    counts = _counts(parts, case, slice.labels, spoken)
    located: dict[int, str] = {}
    for index, label in enumerate(slice.labels):
        if not label.name or label.name in PERSONAL or label.level == "subject":
            continue
        if index not in spoken:
            continue
        term = known.get(label.name)
        if term is None or term.kind == "sex":
            continue
        if not shows(term.base or term.term, slice):
            continue
        if label.hidden:  # black in black, or white in white: not to be seen in this window
            continue
        if label.of and _graded_twice(label, slice.labels):
            continue
        if label.presence == "absent":
            if term.kind not in _NEVER_DENIED:
                exclusive = getattr(parts[label.part], "one", False)
                _absent(facts, said, label, term, index, "exclusive" if exclusive else "")
        elif label.presence == "present" and not (label.kind == "class" and label.name in general):
            id = _present(facts, said, counts, label, term, index, slice)
            if id:
                located[index] = id
    add_places(facts.add, slice.labels, located)


def _present(
    facts: _Facts,
    said: dict[tuple[str, str, str], str],
    counts: dict[str, int],
    label: Label,
    term: Term,
    index: int,
    slice: Slice,
) -> str:
    """Adds what is there and what qualifies it; the id of a located thing, or ""."""
    if label.kind == "value":
        measure = facts.add("measure", label.name, label=index)
        facts.add("value", label.value, unit=label.unit, of=measure, label=index)
        _level(facts, label, measure, index)
        return ""
    if term.kind == "grade" or (label.of and term.kind not in _NOT_GRADES):
        grade = facts.add("grade", label.name, unit=label.of, label=index)
        _level(facts, label, grade, index)
        _attributes(facts, label, grade, index)
        return ""
    base = term.base or term.term
    located = label.kind in ("mask", "box", "point")
    # Classes say a thing once; every located object is a fact of its own.
    key = (base, label.level, str(index) if located else "class")
    if key in said:
        return ""
    kind = KIND_OF_TERM[term.kind]
    unit = "view" if kind == "organ" and not located else ""
    # Both of a pair lie apart on a radiograph; one in a shadow or behind a tool is in pieces too.
    pair = kind == "organ" and term.sides and slice.modality != "X-Ray"
    if located and term.kind != "disease" and not pair and _in_pieces(label, slice):
        unit = REGIONS
    said[key] = id = facts.add(kind, base, unit=unit, label=index)
    _level(facts, label, id, index)
    _attributes(facts, label, id, index)
    if label.side and label.side_source:
        facts.add("side", label.side, of=id, label=index)
    if label.name in counts and term.noun != "mass":  # two of "consolidation" are not two things
        facts.add("count", str(counts.pop(label.name)), of=id, label=index)
    if not located:
        return ""
    _geometry(facts, label, id, index, slice, lesion=kind == "finding" and base not in STATES)
    return id


def _in_pieces(label: Label, slice: Slice) -> bool:
    """Has a mask without numbered objects several regions, the second a tenth of the first or more?

    In a picture of a surface or a smear they are several things; on a cross section they may be
    parts of one.
    """
    if slice.plane or label.instance or len(label.boxes) < 2:
        return False
    first, second = sorted((x2 - x1) * (y2 - y1) for x1, y1, x2, y2 in label.boxes)[:-3:-1]
    return 10 * second >= first


def _geometry(
    facts: _Facts, label: Label, id: str, index: int, slice: Slice, *, lesion: bool
) -> None:
    size = _size(label, slice) if lesion else ""
    if size:
        facts.add("size", size, unit="mm", of=id, label=index)
    state = label.name in STATES
    if label.share is not None and label.kind == "mask" and 0.01 <= label.share < 1 and not state:
        facts.add("share", f"{label.share * 100:.1f}", unit="%", of=id, label=index)
    # Several regions of one mask have a box each; one box round all of them says nothing.
    regions = [] if label.instance else list(label.boxes[:MAX_REGIONS])
    regions.sort(key=lambda box: (box[1], box[0]))
    if label.mean_hu is not None and lesion and slice.modality == "CT":
        facts.add("attenuation", str(label.mean_hu), unit="HU", of=id, label=index)
    for box in regions or ([] if label.box is None else [label.box]):
        text = normalised(box, slice)
        if text:
            place = facts.add("box", text, of=id, label=index)
            if state:
                continue
            of = id if len(regions) < 2 else place  # of that region, not of the whole
            facts.add("position", _position(box, slice), of=of, label=index)


def _absent(
    facts: _Facts,
    said: dict[tuple[str, str, str], str],
    label: Label,
    term: Term,
    index: int,
    unit: str,
) -> None:
    key = (term.term, label.level, "absent")
    if key in said:
        return
    said[key] = id = facts.add("absent", term.term, unit=unit, label=index)
    _level(facts, label, id, index)


def _level(facts: _Facts, label: Label, id: str, index: int) -> None:
    if label.level == "study":
        facts.add("level", "study", of=id, label=index)


def _attributes(facts: _Facts, label: Label, id: str, index: int) -> None:
    """Attributes of a label whose names the vocabulary knows: ``FDI tooth number``.

    Others (a diameter from another reading, a spinal level in the source's own code) are not said.
    """
    known = vocabulary.load()
    for name, value in label.attrs:
        term = known.get(name)
        if term is not None and term.kind == "attribute" and value and name not in PERSONAL:
            levels = _SPINE_LEVEL.fullmatch(value)  # l4_l5 is written L4/L5
            said = f"{levels[1]}/{levels[2]}".upper() if levels else value
            facts.add("attribute", said, unit=term.term, of=id, label=index)


def _graded_twice(label: Label, labels: Sequence[Label]) -> bool:
    """Two values of one grade on one picture contradict each other, so neither is said.

    As where several lesions of an image are graded and nothing says which grade is whose. Grades
    that their attributes keep apart (a level of the spine) are each said of their own.
    """
    return any(
        other.of == label.of
        and other.name != label.name
        and other.rater == label.rater
        and other.attrs == label.attrs
        for other in labels
        if other.presence == label.presence == "present" and other.level == label.level
    )


def _general(labels: Sequence[Label]) -> frozenset[str]:
    """What a more special class of the same image says already: glioma says brain tumour."""
    known = vocabulary.load()
    classes = {label.name for label in labels if label.kind == "class" and not label.of
               and label.presence == "present"}  # fmt: skip
    return frozenset(up for name in classes for up in known.ancestors(name) if up in classes)


def _counts(
    parts: Sequence[LabelPart], case: Case, labels: Sequence[Label], spoken: frozenset[int]
) -> dict[str, int]:
    """How many objects of a name there are, where the annotation lists every one of them."""
    groups: dict[str, list[Label]] = {}
    for index, label in enumerate(labels):
        if index in spoken and label.kind in readers.LOCATED and label.presence == "present":
            groups.setdefault(label.name, []).append(label)
    who = readers.readers_of(parts, case, labels)
    return {
        name: len(group)
        for name, group in groups.items()
        if len(group) <= _MAX_COUNT
        and all(_is_object(parts[label.part], label) and not label.truncated for label in group)
        and all(
            readers.counted(parts[p], who[p], labels, name, len(group))
            for p in {label.part for label in group}
        )
    }


def _is_object(part: LabelPart, label: Label) -> bool:
    if label.instance:
        return True
    return isinstance(part, Boxes) and ABSENT in (part.empty, part.missing)


def _size(label: Label, slice: Slice) -> str:
    """``"34×28"``: longest in-plane diameter and the width across it, in whole millimetres."""
    if slice.modality not in _MEASURED or slice.spacing_mm is None or label.diameter_mm is None:
        return ""
    if label.truncated or (label.regions or 1) > 1:
        return ""
    pixel = max(slice.spacing_mm) * (slice.scale or 1.0)
    if label.diameter_mm < _FEW_PIXELS * pixel or label.diameter_mm < 2:
        return ""
    long = f"{label.diameter_mm:.0f}"
    if label.short_mm is None or label.short_mm < 2:
        return long
    return f"{long}×{label.short_mm:.0f}"


def normalised(box: Box, slice: Slice) -> str:
    """The box as the paper writes it, ``[[0.18, 0.16, 0.50, 0.43]]``; "" where it vanishes."""
    if not slice.width or not slice.height:
        return ""
    x1, y1, x2, y2 = box
    corners = [x1 / slice.width, y1 / slice.height, x2 / slice.width, y2 / slice.height]
    text = [f"{min(max(c, 0.0), 1.0):.2f}" for c in corners]
    if text[0] == text[2] or text[1] == text[3]:
        return ""
    return f"[[{', '.join(text)}]]"


def _position(box: Box, slice: Slice) -> str:
    """Cell of the 3×3 grid of the *image* that holds the centre of the box."""
    x = (box[0] + box[2]) / 2 / slice.width
    y = (box[1] + box[3]) / 2 / slice.height
    row = "upper" if y < 1 / 3 else "centre" if y < 2 / 3 else "lower"
    column = "left" if x < 1 / 3 else "centre" if x < 2 / 3 else "right"
    return "centre" if row == column else f"{row} {column}"


def by_id(facts: Sequence[Fact]) -> dict[str, Fact]:
    """Facts by their id."""
    return {fact.id: fact for fact in facts}


def qualifiers(facts: Sequence[Fact], id: str) -> Iterator[Fact]:
    """The facts that qualify the fact ``id``."""
    return (fact for fact in facts if fact.of == id)


def qualifier(facts: Sequence[Fact], id: str, kind: str) -> Fact | None:
    """The first fact of a kind that qualifies the fact ``id``."""
    return next((fact for fact in facts if fact.of == id and fact.kind == kind), None)
