"""Multiple-choice questions: what is asked, and which wrong options stand beside the right one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from gmai_data import vocabulary
from gmai_data.canonical import hash64
from gmai_data.declare import Class, Source, label_parts
from gmai_data.schema import Fact, Pairs, Slice
from gmai_data.terms import MODALITIES
from gmai_data.words.bind import all_names
from gmai_data.words.distractors import (
    EVERYWHERE,
    is_general,
    lettered,
    nearby,
    rank,
    region_pool,
    terms_for,
)
from gmai_data.words.imaging import MODALITY_WORDS, PLANE_WORDS, Wording
from gmai_data.words.plans import PLANES, Plan, boxed, classes_of, one_of, one_region, percept


def choices(source: Source, facts: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    """Of the modality, the plane, the class of the image, and what a box holds."""
    own = {f.kind: f for f in facts if not f.of}
    if "modality" in own:
        yield _closed(facts, own["modality"], MODALITY_WORDS, MODALITIES, slice)
    if "plane" in own and own["plane"].value in PLANES:
        yield _closed(facts, own["plane"], PLANE_WORDS, PLANES, slice)
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
    asked for nor offered. Structures stand beside those of their own part of the body.
    """
    found = boxed(facts)
    if not found:
        return
    one = one_of(found, "choice-box", slice)
    if one.value in EVERYWHERE or (one.kind == "finding" and is_general(one.value)):
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
    rivals: Sequence[str] = [name for name in pool if name not in true]
    if one.kind == "organ":
        rivals = nearby(one.value, rivals)
    wrong = terms_for(one.value, true, rivals, salt)
    others = region_pool(slice.modality, one.kind, one.value, pool)
    if len(wrong) < 2 and one.value in others:  # its own names leave too few
        wrong = (*wrong, *terms_for(one.value, [*true, *wrong, *pool], others, salt))[:3]
    if not wrong:
        return

    def slots(language: str, seed: int) -> Pairs:
        given = _options(one.value, wrong, seed, lambda name: term_word(name, language), one)
        return (*given, ("where", "box"))

    yield _choice(one_region(facts, one, slice.hash), [one], slots)
