"""Perception questions about one slice: what can be asked, and which few are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from gmai_data import vocabulary
from gmai_data.canonical import hash64
from gmai_data.declare import Class, Source, label_parts
from gmai_data.schema import Fact, Pairs, Slice
from gmai_data.terms import MODALITIES
from gmai_data.words.bind import all_names
from gmai_data.words.distractors import is_general, lettered, rank, terms_for
from gmai_data.words.facts import PRESENT, by_id, qualifier
from gmai_data.words.imaging import MODALITY_WORDS, PLANE_WORDS, Wording
from gmai_data.words.plans import PICTURE, Plan, is_view, one_region, pictured, with_qualifiers

MAX_TECHNIQUE: Final = 2  # questions about modality, plane or sequence, even of a bare slice
_PLANES: Final = ("axial", "coronal", "sagittal")
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
    yield from _about_objects(facts, slice)
    yield from _presence(facts, slice)
    yield from _choices(source, facts, slice)


def percept(
    task: str, facts: Sequence[Fact], chosen: Sequence[Fact],
    slots: Pairs | Callable[[str, int], Pairs] = (), without: Sequence[str] = (),
) -> Plan:  # fmt: skip
    """A perception plan that may use the picture's facts and the chosen ones."""
    used = (*pictured(facts), *with_qualifiers(facts, chosen, without))
    return Plan("percept", task, task, tuple(dict.fromkeys(used)), slots)


def _about_the_picture(facts: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    own = {f.kind: f for f in facts if not f.of}
    if "modality" in own:
        yield percept("percept-modality", facts, [own["modality"]])
    if "plane" in own and own["plane"].value in _PLANES:
        yield percept("percept-plane", facts, [own["plane"]], (("kind", "plane"),))
    elif "view" in own and own["view"].value not in ("macula-centred", "disc-centred"):
        yield percept("percept-plane", facts, [own["view"]], (("kind", "view"),))
    if "sequence" in own and slice.modality in ("MR", "CT"):
        yield percept("percept-sequence", facts, [own["sequence"]])


def whole_image(facts: Sequence[Fact]) -> list[Fact]:
    """Classes of the image itself: present, not located, not of the whole examination."""
    qualified = {f.of for f in facts if f.kind in ("box", "size", "level")}
    return [f for f in facts if f.kind in PRESENT and f.id not in qualified]


def classes_of(facts: Sequence[Fact]) -> list[Fact]:
    """What the image is classed as: its findings and kinds; else the part that it is of."""
    found = whole_image(facts)
    return [f for f in found if not is_view(f)] or found


def _about_classes(facts: Sequence[Fact]) -> Iterator[Plan]:
    classes = classes_of(facts)
    kinds = {f.kind for f in classes}
    if classes and len(kinds) == 1 and len(classes) <= 4:
        yield percept("percept-class", facts, classes)
    leveled = {f.of for f in facts if f.kind == "level"}
    grades = [f for f in facts if f.kind == "grade" and f.id not in leveled]
    if len(grades) == 1:
        yield percept("percept-grade", facts, grades, (("about", grades[0].id),))


def boxed(facts: Sequence[Fact]) -> list[Fact]:
    """Facts of located things that have a box."""
    owners = {f.of for f in facts if f.kind == "box"}
    return [f for f in facts if f.id in owners]


def _about_objects(facts: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    found = boxed(facts)
    if not found:
        return
    one = _one(found, "box", slice)
    without = ("count", "size", "share", "position")
    region = one_region(facts, one, slice.hash)
    yield percept("percept-box", region, [one], (("about", one.id),), without)
    yield from _detection(facts, found, slice)
    counted = [f for f in facts if f.kind == "count"]
    if counted:
        count = _one(counted, "count", slice)
        owner = by_id(facts)[count.of]
        group = _same(facts, owner)
        yield percept(
            "percept-count",
            facts,
            group,
            (("about", owner.id),),
            ("box", "size", "share", "position"),
        )
    yield from _side(facts, found, slice)
    yield from _bigger(facts, found, slice)


def _one(facts: Sequence[Fact], salt: str, slice: Slice) -> Fact:
    return facts[hash64("one", [slice.hash, salt]) % len(facts)]


def _same(facts: Sequence[Fact], one: Fact) -> list[Fact]:
    """All facts of the same name: all its objects."""
    return [f for f in facts if f.kind == one.kind and f.value == one.value]


def _detection(facts: Sequence[Fact], found: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    one = _one(found, "detect", slice)
    group = _same(facts, one)
    owners = [f.of for f in facts if f.kind == "box"]
    boxes = sum(owners.count(f.id) for f in group)
    regions = max((slice.labels[f.label].regions or 1 for f in group), default=1)
    if max(boxes, regions) <= _MAX_BOXES and all(f.id in owners for f in group):
        slots = (("about", one.id),)
        yield percept("percept-detect", facts, group, slots, ("count", "size", "share", "position"))


def _side(facts: Sequence[Fact], found: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    sided = [
        f for f in found
        if (side := qualifier(facts, f.id, "side")) and side.value in ("left", "right")
    ]  # fmt: skip
    if not sided:
        return
    one = _one(sided, "side", slice)
    alone = len(_same(facts, one)) == 1
    # With two of them in view only the box says which one is meant.
    slots = (("about", one.id), ("where", "" if alone and one.kind != "organ" else "box"))
    region = one_region(facts, one, slice.hash) if dict(slots)["where"] else facts
    yield percept("percept-side", region, [one], slots, ("count", "size", "share", "position"))


def _bigger(facts: Sequence[Fact], found: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    areas = {f.of: float(f.value) for f in facts if f.kind == "share"}
    single = [f for f in found if f.id in areas and len(_same(facts, f)) == 1]
    pairs = [
        (a, b) for i, a in enumerate(single) for b in single[i + 1 :]
        if max(areas[a.id], areas[b.id]) >= _BIGGER * min(areas[a.id], areas[b.id])
        and not vocabulary.load().related(a.value, b.value)
    ]  # fmt: skip
    if not pairs:
        return
    a, b = pairs[hash64("bigger", slice.hash) % len(pairs)]
    big, small = (a, b) if areas[a.id] > areas[b.id] else (b, a)
    slots = (("about", big.id), ("other", small.id))
    yield percept("percept-size", facts, [big, small], slots, ("count", "size", "position", "box"))


def _presence(facts: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    """Yes or no; "no" only for what the source annotates as absent."""
    leveled = {f.of for f in facts if f.kind == "level"}
    absent = [f for f in facts if f.kind == "absent" and f.id not in leveled]
    present = [
        f for f in facts
        if f.kind in PRESENT and f.kind not in ("normal", "phase") and f.id not in leveled
        and not is_view(f)
    ]  # fmt: skip
    if not absent or not present:
        # A label that only ever gets one answer teaches the answer, not the image.
        if not absent:
            return
        one = _one(absent, "presence", slice)
    else:
        one = _one(absent if hash64("polarity", slice.hash) % 2 else present, "presence", slice)
    without = ("box", "size", "share", "position", "count")
    slots = (("about", one.id), ("answer", "no" if one.kind == "absent" else "yes"))
    yield percept("percept-presence", facts, [one], slots, without)


def _choices(source: Source, facts: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    own = {f.kind: f for f in facts if not f.of}
    if "modality" in own:
        yield _closed(facts, own["modality"], MODALITY_WORDS, MODALITIES, slice)
    if "plane" in own and own["plane"].value in _PLANES:
        yield _closed(facts, own["plane"], PLANE_WORDS, _PLANES, slice)
    yield from _choice_of_class(source, facts, slice)
    yield from _choice_in_box(source, facts, slice)


def _closed(
    facts: Sequence[Fact], fact: Fact, table: dict[str, Wording], pool: Sequence[str], slice: Slice
) -> Plan:
    salt = hash64("choice", [slice.hash, fact.kind])

    # The picture of an OCT and of an ophthalmoscope may be both; near relatives are no options.
    wrong = [p for p in rank(pool, salt) if p != fact.value and not _near(p, fact.value)][:3]

    def slots(language: str, seed: int) -> Pairs:
        return _options(fact.value, wrong, seed, lambda key: _word(table[key], language), fact)

    return _choice(facts, [fact], slots)


_NEAR: Final = (
    {"Pathology", "Microscopy"},
    {"Fundus Photography", "Infrared Reflectance Imaging", "Ophthalmoscope"},
)


def _near(one: str, other: str) -> bool:
    return any(one in group and other in group for group in _NEAR)


def _word(wording: Wording, language: str) -> str:
    return wording.name if language == "en" else wording.zh


def _options(
    correct: str, wrong: Sequence[str], seed: int, name: Callable[[str], str], about: Fact
) -> Pairs:
    options, letter = lettered(correct, wrong, seed)
    choices = tuple((f"choice{i}", name(option)) for i, option in enumerate(options))
    return (("about", about.id), ("kind", about.kind), ("letter", letter), *choices)


def _choice(
    facts: Sequence[Fact], chosen: Sequence[Fact], slots: Callable[[str, int], Pairs]
) -> Plan:
    plan = percept("percept-choice", facts, chosen, slots, ("count", "size", "share", "position"))
    return plan


def term_word(name: str, language: str) -> str:
    """A term's name in a language."""
    term = vocabulary.load().lookup(name)
    return term.term if language == "en" else term.zh


def _choice_of_class(source: Source, facts: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    classes = [*classes_of(facts), *(f for f in facts if f.kind == "grade")]
    leveled = {f.of for f in facts if f.kind == "level"}
    if len(classes) != 1 or classes[0].id in leveled:
        return
    one = classes[0]
    part = label_parts(source)[slice.labels[one.label].part]
    excluded: list[str] = [f.value for f in facts if f.kind == "absent"]
    if isinstance(part, Class) and not part.sep and not part.form:
        excluded += _names_of_part(source, slice.labels[one.label].part)
    true = [label.name for label in slice.labels if label.presence != "absent"]
    salt = hash64("choice", [slice.hash, "class"])
    wrong = terms_for(one.value, [t for t in true if t], excluded, salt)
    if not wrong:
        return

    def slots(language: str, seed: int) -> Pairs:
        return _options(one.value, wrong, seed, lambda name: term_word(name, language), one)

    yield _choice(facts, [one], slots)


def _names_of_part(source: Source, index: int) -> list[str]:
    known = vocabulary.load()
    terms = (known.get(name) for name in all_names(label_parts(source)[index]))
    return [term.base or term.term for term in terms if term is not None]


def _choice_in_box(source: Source, facts: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    """What is in the box, among the names that its own annotation tells apart.

    Other names may be true of it too (a "lesion" may be a stone), so general names are neither
    asked for nor offered.
    """
    found = boxed(facts)
    if not found:
        return
    one = _one(found, "choice-box", slice)
    if one.kind == "finding" and is_general(one.value):
        return
    known = vocabulary.load()
    true = []
    for label in slice.labels:
        term = known.get(label.name) if label.presence != "absent" else None
        if term is not None:
            true.append(term.base or term.term)
    salt = hash64("choice", [slice.hash, "box"])
    pool = [
        name for name in _names_of_part(source, slice.labels[one.label].part)
        if one.kind != "finding" or not is_general(name)
    ]  # fmt: skip
    wrong = terms_for(one.value, true, pool, salt)
    if not wrong:
        return

    def slots(language: str, seed: int) -> Pairs:
        given = _options(one.value, wrong, seed, lambda name: term_word(name, language), one)
        return (*given, ("where", "box"))

    yield _choice(one_region(facts, one, slice.hash), [one], slots)
