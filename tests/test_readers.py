"""Several readers of one picture: what more than half of them say, once."""

from dataclasses import replace

import pytest

from gmai_data import Boxes, Mask, Points
from gmai_data.grammar.lint import lint
from gmai_data.schema import Annotation, Label
from gmai_data.words.bind import bind
from gmai_data.words.facts import facts_of
from tests.read_cases import source_of
from tests.words_cases import a_case, a_slice, source

NODULE, OTHER = (100.0, 100.0, 140.0, 140.0), (300.0, 300.0, 340.0, 340.0)
BOXES = Boxes(xyxy="{b}", by="{c}", names={"n": "lung nodule", "m": "lung mass"},
              rater="{r}", empty="absent")  # fmt: skip


def box(rater, at, raw="n", **known):
    return Label(kind="box", raw=raw, box=at, rater=rater, **known)


def moved(at, by):
    return tuple(v + by for v in at)


def said(labels, readers="ABC", part=BOXES):
    """Facts of a picture that these readers read."""
    src = source(modality="X-Ray", anatomy=("chest",), labels=[part])
    kind = {"Boxes": "boxes", "Mask": "mask", "Points": "points"}[type(part).__name__]
    case = a_case(*(Annotation(part=0, kind=kind, rater=r) for r in readers))
    slice = bind(src, case, a_slice(1, labels=tuple(labels)))
    return facts_of(src, case, slice)


def names(facts):
    return sorted(f.value for f in facts if f.kind in ("finding", "organ", "cell"))


def counts(facts):
    return [f.value for f in facts if f.kind == "count"]


def test_an_object_that_most_readers_drew_is_said_once_as_the_first_of_them_drew_it():
    three = [box(r, moved(NODULE, 4 * k)) for k, r in enumerate("ABC")]
    facts = said(three)
    assert names(facts) == ["lung nodule"]
    assert counts(facts) == ["1"]
    assert [f.label for f in facts if f.kind == "box"] == [0]


def test_what_one_of_three_drew_is_not_said_and_what_two_drew_is():
    assert names(said([box("A", NODULE)])) == []
    facts = said([box("A", OTHER), box("B", NODULE), box("C", moved(NODULE, 5))])
    assert names(facts) == ["lung nodule"]
    assert [f.label for f in facts if f.kind == "box"] == [1]


def test_two_readers_must_agree_and_one_reader_need_not():
    assert names(said([box("A", NODULE)], readers="AB")) == []
    assert names(said([box("A", NODULE), box("B", NODULE)], readers="AB")) == ["lung nodule"]
    assert names(said([box("A", NODULE)], readers="A")) == ["lung nodule"]


def test_the_same_place_under_two_names_is_no_agreement():
    assert names(said([box("A", NODULE), box("B", NODULE, "m"), box("C", OTHER)])) == []


def test_a_number_is_given_only_where_most_readers_count_the_same():
    both = [box(r, at) for r in "AB" for at in (NODULE, OTHER)]
    facts = said([*both, box("C", NODULE)])
    assert (names(facts), counts(facts)) == (["lung nodule"] * 2, ["2"])
    facts = said([*both[:2], box("B", NODULE), box("C", NODULE)])
    assert names(facts) == ["lung nodule"]
    assert counts(facts) == ["1"]
    facts = said([*both[:2], box("B", NODULE), box("B", moved(NODULE, 200)),
                  box("C", NODULE), box("C", OTHER), box("C", moved(OTHER, 90))])  # fmt: skip
    assert counts(facts) == ["2"]


def test_an_absence_needs_most_readers_too():
    absent = [Label(kind="box", raw="n", rater=r, presence="absent") for r in "ABC"]
    assert "lung nodule" in [f.value for f in said(absent) if f.kind == "absent"]
    assert "lung nodule" not in [f.value for f in said(absent[:1]) if f.kind == "absent"]


def test_the_consensus_speaks_alone():
    labels = [box("A", NODULE), box("B", NODULE), box("C", NODULE), box("consensus", OTHER)]
    facts = said(labels)
    assert [f.label for f in facts if f.kind == "box"] == [3]


def test_the_first_reader_speaks_alone_where_that_is_declared():
    first = replace(BOXES, raters="first")
    labels = [box("B", NODULE), box("C", NODULE), box("A", OTHER)]
    facts = said(labels, part=first)
    assert [f.label for f in facts if f.kind == "box"] == [2]
    assert names(said(labels[:2], part=first)) == []  # A read it, and drew nothing here


def test_masks_and_landmarks_agree_by_place_and_by_name():
    part = Mask("m", names={"1": "optic disc"}, rater="{r}")
    masks = [Label(kind="mask", raw="1", box=moved(NODULE, k), rater=r, share=0.01)
             for k, r in enumerate("AB")]  # fmt: skip
    assert names(said(masks, part=part)) == ["optic disc"]
    assert names(said(masks[:1], part=part)) == []
    points = Points(xy=("{x}", "{y}"), name="fovea", rater="{r}")
    marks = [Label(kind="point", centroid=(9.0 + k, 9.0), rater=r) for k, r in enumerate("AB")]
    assert names(said(marks, readers="AB", part=points)) == ["fovea"]


@pytest.mark.parametrize(
    ("part", "found"),
    [
        (replace(BOXES, raters="each"), "raters"),
        (replace(BOXES, raters="first", rater=None), "needs rater="),
    ],
)
def test_a_rule_that_nothing_reads_is_an_error(part, found):
    messages = lint(source_of(part, subject="{n}"))
    assert any(found in str(m) for m in messages), messages
