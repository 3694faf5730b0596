"""One thing or several: numbers agree, one is one, regions are several, a place is of a thing."""

import re
from dataclasses import replace

import pytest

from gmai_data import Boxes, Mask
from gmai_data.answer import answer_offline
from gmai_data.ask import ask
from gmai_data.config import AskConfig
from gmai_data.review import review
from gmai_data.schema import Annotation, Label, Rejection
from gmai_data.words.bind import bind
from gmai_data.words.prompts import load_prompts
from tests.words_cases import a_case, a_slice, mask, source


def offline(src, case, slice, task, language, seeds=40):
    """What the offline realiser says of a task, and what the review makes of it."""
    prompts = load_prompts()
    found = []
    for n in range(seeds):
        made = replace(slice, hash=f"{n * 2654435761 % (1 << 64):016x}")
        for request in ask(src, case, made, AskConfig(questions=30), prompts):
            if request.task == task and request.language == language:
                answer = answer_offline(request, made, prompts)
                result = review(src, case, made, request, answer)
                assert not isinstance(result, Rejection), result
                found.append([turn.text for turn in answer.turns])
    assert found
    return found


@pytest.mark.parametrize("names", [{"1": "lens", "2": "iris"}, {"1": "nucleus", "2": "gland"}])
def test_what_lies_within_something_is_not_called_a_lesion_for_that(names):
    src = source(modality="Microscopy", labels=[Mask("m", names=names)])
    labels = (mask("2", (10, 10, 300, 300), 0.3), mask("1", (50, 50, 90, 90), 0.01, within="0/2"))
    case = a_case(Annotation(part=0, kind="mask"))
    slice = bind(src, case, a_slice(1, labels=labels))
    for task in ("caption-box", "caption-image", "instruct-open"):
        for turns in offline(src, case, slice, task, "zh", 25):
            assert "病变" not in turns[-1]


@pytest.mark.parametrize("term", ["optic disc", "nucleus", "polyp", "lens"])
def test_a_count_of_one_is_one(term):
    src = source(modality="Endoscopy", labels=[Mask("m", name=term, instances=True)])
    label = mask("", (50, 50, 90, 90), 0.01, instance="1")
    case = a_case(Annotation(part=0, kind="mask"))
    slice = bind(src, case, a_slice(1, labels=(label,)))
    for turns in offline(src, case, slice, "percept-count", "zh"):  # the review lets them pass
        assert re.search("1|一", turns[-1]), turns
    said = {turns[-1] for turns in offline(src, case, slice, "percept-count", "en")}
    assert any(term in text for text in said)
    for text in said:
        assert re.search(rf"^1\.|[Oo]ne\b(?: {term})?", text), text


def test_a_plural_name_has_their_box():
    src = source(modality="Microscopy", labels=[Boxes(xyxy="{b}", names={"b": "blood cells"})])
    case = a_case(Annotation(part=0, kind="boxes"))
    label = Label(kind="box", raw="b", box=(50, 50, 90, 90))
    slice = bind(src, case, a_slice(1, labels=(label,)))
    asked = {turns[0] for turns in offline(src, case, slice, "percept-detect", "en", 80)}
    assert any("return their box" in text for text in asked)
    assert not any("its box" in text for text in asked)


SEVERAL = ((10.0, 10.0, 60.0, 60.0), (100.0, 100.0, 130.0, 140.0), (300.0, 20.0, 340.0, 50.0))


def pieces(term, boxes, **known):
    """A picture with one mask in several regions, none of them numbered."""
    src = source(modality="Microscopy", labels=[Mask("m", name=term)])
    around = tuple(f(b[i] for b in boxes) for i, f in enumerate((min, min, max, max)))
    label = replace(mask("", around, 0.02), regions=len(boxes), boxes=boxes)
    case = a_case(Annotation(part=0, kind="mask"))
    return src, case, bind(src, case, a_slice(1, labels=(label,), **known))


@pytest.mark.parametrize(
    ("term", "several"), [("nucleus", "nuclei"), ("hard exudate", "hard exudates")]
)
def test_several_regions_without_numbers_are_spoken_of_in_the_plural(term, several):
    src, case, slice = pieces(term, SEVERAL)
    for turns in offline(src, case, slice, "caption-image", "en"):
        assert several in turns[-1].lower(), turns
        assert not re.search(rf"\ban? {term}\b", turns[-1].lower()), turns
        assert not re.search(r"\b(?:two|three|\d)\b", turns[-1])
    for task in ("caption-box", "percept-box"):  # one region is one thing
        for turns in offline(src, case, slice, task, "en"):
            assert several not in " ".join(turns).lower(), turns


@pytest.mark.parametrize(
    ("term", "boxes", "known"),
    [
        ("melanoma", SEVERAL, {}),  # a diagnosis is one
        ("optic disc", SEVERAL, {}),  # parts of what there is one of
        ("polyp", (SEVERAL[0], (100.0, 100.0, 110.0, 110.0)), {}),  # beside a crumb
        ("kidney tumour", SEVERAL, {"plane": "axial", "count": 9}),  # one thing may be cut twice
    ],
)
def test_regions_that_may_be_of_one_thing_are_spoken_of_in_the_singular(term, boxes, known):
    src, case, slice = pieces(term, boxes, **known)
    for turns in offline(src, case, slice, "caption-image", "en", 12):
        assert f"{term}s" not in turns[-1].lower(), turns
