"""Perception questions about one slice: what can be asked, and which few are."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Final

from gmai_data import vocabulary
from gmai_data.canonical import hash64
from gmai_data.declare import ABSENT, Flags, LabelPart, Source, label_parts
from gmai_data.schema import Fact, Slice
from gmai_data.words.bind import all_names
from gmai_data.words.choices import choices
from gmai_data.words.facts import PRESENT, STATES, by_id, qualifier, qualifiers
from gmai_data.words.plans import (
    PICTURE,
    PLANES,
    Plan,
    boxed,
    classes_of,
    one_of,
    one_region,
    percept,
)

MAX_TECHNIQUE: Final = 2  # questions about modality, plane or sequence, even of a bare slice
_BIGGER: Final = 1.2  # pairs closer than this are not compared
_MAX_BOXES: Final = 9


def questions(source: Source, facts: Sequence[Fact], slice: Slice, limit: int) -> list[Plan]:
    """At most ``limit`` perception plans, chosen by the slice's hash."""
    found = list(_candidates(source, facts, slice))
    found.sort(key=lambda plan: hash64("percept", [slice.hash, plan.task, plan.prompt]))
    technique = [plan for plan in found if _of_technique(plan)][:MAX_TECHNIQUE]
    others = [plan for plan in found if not _of_technique(plan)]
    if len(others) >= limit > 0 and technique and hash64("technique", slice.hash) % 2:
        return [*others[: limit - 1], technique[0]]
    return [*others, *technique][:limit]


def _of_technique(plan: Plan) -> bool:
    return all(f.kind in PICTURE or f.kind == "level" for f in plan.facts)


def _candidates(source: Source, facts: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    yield from _about_the_picture(facts, slice)
    yield from _about_classes(facts)
    yield from _about_objects(source, facts, slice)
    yield from _presence(source, facts, slice)
    yield from choices(source, facts, slice)


def _about_the_picture(facts: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    own = {f.kind: f for f in facts if not f.of}
    if "modality" in own:
        yield percept("percept-modality", facts, [own["modality"]])
    if "plane" in own and own["plane"].value in PLANES:
        yield percept("percept-plane", facts, [own["plane"]], (("kind", "plane"),))
    elif "view" in own and own["view"].value not in ("macula-centred", "disc-centred"):
        yield percept("percept-plane", facts, [own["view"]], (("kind", "view"),))
    if "sequence" in own and slice.modality in ("MR", "CT"):
        yield percept("percept-sequence", facts, [own["sequence"]])


def _about_classes(facts: Sequence[Fact]) -> Iterator[Plan]:
    classes = classes_of(facts)
    kinds = {f.kind for f in classes}
    if classes and len(kinds) == 1 and len(classes) <= 4:
        yield percept("percept-class", facts, classes)
    leveled = {f.of for f in facts if f.kind == "level"}
    grades = [f for f in facts if f.kind == "grade" and f.id not in leveled]
    if len(grades) == 1:
        yield percept("percept-grade", facts, grades, (("about", grades[0].id),))


def _about_objects(source: Source, facts: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    found = boxed(facts)
    if not found:
        return
    one = one_of(found, "box", slice)
    without = ("count", "size", "share", "position")
    region = one_region(facts, one, slice.hash)
    yield percept("percept-box", region, [one], (("about", one.id),), without)
    yield from _detection(facts, [f for f in found if f.value not in STATES], slice)
    yield from _position(facts, found, slice)
    yield from _inside(facts, slice)
    counted = [f for f in facts if f.kind == "count"]
    if counted:
        count = one_of(counted, "count", slice)
        owner = by_id(facts)[count.of]
        group = _same(facts, owner)
        yield percept(
            "percept-count",
            facts,
            group,
            (("about", owner.id),),
            ("box", "size", "share", "position"),
        )
    yield from _side(source, facts, found, slice)
    yield from _bigger(facts, found, slice)


def _same(facts: Sequence[Fact], one: Fact) -> list[Fact]:
    """All facts of the same name: all its objects."""
    return [f for f in facts if f.kind == one.kind and f.value == one.value]


def _position(facts: Sequence[Fact], found: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    """Where in the image: of a thing that is the only one of its name and lies in one piece."""
    placed = [
        f for f in found
        if len(_same(facts, f)) == 1 and qualifier(facts, f.id, "position")
        and sum(q.kind == "box" for q in qualifiers(facts, f.id)) == 1
    ]  # fmt: skip
    if placed:
        one = one_of(placed, "position", slice)
        without = ("box", "count", "size", "share")
        yield percept("percept-position", facts, [one], (("about", one.id),), without)


def _inside(facts: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    """Within which structure: not of a thing whose name says it, as a kidney tumour's does."""
    known = by_id(facts)
    held = [
        known[f.of] for f in facts
        if f.kind == "within" and len(_same(facts, known[f.of])) == 1
        and f.value.split()[0] not in known[f.of].value
    ]  # fmt: skip
    if held:
        one = one_of(held, "inside", slice)
        without = ("box", "count", "size", "share", "position", "attenuation")
        yield percept("percept-inside", facts, [one], (("about", one.id),), without)


def _detection(facts: Sequence[Fact], found: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    if not found:
        return
    one = one_of(found, "detect", slice)
    group = _same(facts, one)
    owners = [f.of for f in facts if f.kind == "box"]
    boxes = sum(owners.count(f.id) for f in group)
    regions = max((slice.labels[f.label].regions or 1 for f in group), default=1)
    if max(boxes, regions) <= _MAX_BOXES and all(f.id in owners for f in group):
        slots = (("about", one.id),)
        yield percept("percept-detect", facts, group, slots, ("count", "size", "share", "position"))


def _side(
    source: Source, facts: Sequence[Fact], found: Sequence[Fact], slice: Slice
) -> Iterator[Plan]:
    sided = [
        f for f in found
        if (side := qualifier(facts, f.id, "side")) and side.value in ("left", "right")
        and _may_be_either(source, f, slice)
    ]  # fmt: skip
    if not sided or slice.plane.endswith("sagittal"):  # seen from the side, left and right are one
        return
    one = one_of(sided, "side", slice)
    alone = len(_same(facts, one)) == 1
    # With two of them in view only the box says which one is meant.
    slots = (("about", one.id), ("where", "" if alone and one.kind != "organ" else "box"))
    region = one_region(facts, one, slice.hash) if dict(slots)["where"] else facts
    yield percept("percept-side", region, [one], slots, ("count", "size", "share", "position"))


def _may_be_either(source: Source, fact: Fact, slice: Slice) -> bool:
    """Can the source give this thing on both sides? What only has a left one needs no picture."""
    label = slice.labels[fact.label]
    if label.side_source != "label":
        return True
    known = vocabulary.load()
    terms = [known.get(name) for name in all_names(label_parts(source)[label.part])]
    sides = {t.side for t in terms if t is not None and t.base == fact.value}
    return {"left", "right"} <= sides


def _bigger(facts: Sequence[Fact], found: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    areas = {f.of: float(f.value) for f in facts if f.kind == "share"}
    boxes = {f.of: f.value for f in reversed(facts) if f.kind == "box"}
    single = [f for f in found if f.id in areas and len(_same(facts, f)) == 1]
    pairs = [
        (a, b) for i, a in enumerate(single) for b in single[i + 1 :]
        if max(areas[a.id], areas[b.id]) >= _BIGGER * min(areas[a.id], areas[b.id])
        and not vocabulary.load().related(a.value, b.value)
        and not (_within(boxes[a.id], boxes[b.id]) or _within(boxes[b.id], boxes[a.id]))
    ]  # fmt: skip
    if not pairs:
        return
    a, b = pairs[hash64("bigger", slice.hash) % len(pairs)]
    big, small = (a, b) if areas[a.id] > areas[b.id] else (b, a)
    slots = (("about", big.id), ("other", small.id))
    yield percept("percept-size", facts, [big, small], slots, ("count", "size", "position", "box"))


def _within(inner: str, outer: str) -> bool:
    """Does one box hold the other? What lies in a thing is smaller: nothing to look at."""
    x1, y1, x2, y2 = json.loads(inner)[0]
    left, top, right, bottom = json.loads(outer)[0]
    return bool(left <= x1 and top <= y1 and x2 <= right and y2 <= bottom)


def _presence(source: Source, facts: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    """Yes or no: "no" only for what the source annotates as absent, "yes" only where it denies.

    A label that only ever gets one answer teaches the answer, not the image.
    """
    leveled = {f.of for f in facts if f.kind == "level"}
    absent = [f for f in facts if f.kind == "absent" and f.id not in leveled]
    present = [
        f for f in facts
        if f.kind in PRESENT and f.kind not in ("normal", "phase", "organ") and f.id not in leveled
    ]  # fmt: skip
    if not absent:
        parts = label_parts(source)
        present = [f for f in present if _denies(parts[slice.labels[f.label].part])]
    if not absent and not present:
        return
    denied = not present or (absent and hash64("polarity", slice.hash) % 2)
    one = one_of(absent if denied else present, "presence", slice)
    without = ("box", "size", "share", "position", "count")
    slots = (("about", one.id), ("answer", "no" if one.kind == "absent" else "yes"))
    yield percept("percept-presence", facts, [one], slots, without)


def _denies(part: LabelPart) -> bool:
    """Can the part also say that what it names is not there?"""
    return isinstance(part, Flags) or ABSENT in (part.empty, part.missing)
