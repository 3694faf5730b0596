"""What a clinician says: rounded numbers, phases, diagnoses, yes as well as no."""

from dataclasses import replace
from typing import Any

import pytest

from gmai_data import Boxes, Class, Flags, Mask, Report, Value
from gmai_data.answer import answer_offline
from gmai_data.ask import ask
from gmai_data.config import AskConfig
from gmai_data.review import review
from gmai_data.schema import Annotation, Label, Sample, Slice
from gmai_data.words.bind import bind
from gmai_data.words.closed import closed_answer
from gmai_data.words.precision import rounded
from gmai_data.words.prompts import load_prompts
from tests.test_wording import captions
from tests.words_cases import a_case, a_slice, mask, source


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("0.7097", "", "0.71"), ("0.6953", "", "0.7"), ("226.34", "mm", "226"),
        ("4.27", "mm", "4.3"), ("7.10", "mm", "7.1"), ("78.5", "%", "79"), ("14.9", "mL", "14.9"),
        ("6.25", "%", "6.3"), ("251.4", "µm", "251"), ("-12.5", "HU", "-13"),
        ("84", "", "84"), ("1e-3", "", "1e-3"), ("34×28", "mm", "34×28"), ("0.003", "", "0.003"),
        ("nan", "mm", "nan"), ("20/40", "", "20/40"), ("180", "months", "180"),
        ("0.5", "years", "0.5"), ("2.54", "weeks", "2.5"), ("64.7", "years", "65"),
        ("7.6", "HU", "8"), ("4.5", "µm", "4.5"),
    ],
)  # fmt: skip
def test_numbers_are_rounded_as_they_are_said(value: str, unit: str, expected: str) -> None:
    assert rounded(value, unit) == expected


def test_a_rounded_ratio_stands_in_both_languages_and_passes_review() -> None:
    src = source(modality="Fundus Photography", labels=[Value("{v}", name="cup-to-disc ratio")])
    note = Annotation(part=0, kind="value", values=(("value", "0.7097"),))
    for language in ("en", "zh"):
        said = captions(src, a_case(note), language)
        assert said
        assert all("0.71" in text and "0.709" not in text for text in said)


def _asked(src: Any, case: Any, slice: Slice, task: str) -> list[dict[str, str]]:
    config = AskConfig(questions=30, languages=("en",))
    requests = ask(src, case, bind(src, case, slice), config, load_prompts())
    return [dict(r.slots) for r in requests if r.task == task]


@pytest.mark.parametrize("state", ["present", "absent"])
def test_what_a_source_can_deny_is_asked_for_with_yes_and_with_no(state: str) -> None:
    src = source(modality="Fundus Photography", labels=[Flags(names={"G": "glaucoma"})])
    case = a_case(Annotation(part=0, kind="flags", raw="G", values=(("state", state),)))
    (slots,) = _asked(src, case, a_slice(1), "percept-presence")
    assert slots["answer"] == ("yes" if state == "present" else "no")


def test_what_a_source_never_denies_is_not_asked_for_by_yes_and_no() -> None:
    src = source(modality="Fundus Photography", labels=[Class("{g}", names={"G": "glaucoma"})])
    case = a_case(Annotation(part=0, kind="class", raw="G"))
    assert _asked(src, case, a_slice(1), "percept-presence") == []


@pytest.mark.parametrize(("plane", "asked"), [("axial", 1), ("coronal", 1), ("sagittal", 0)])
def test_no_side_is_asked_of_a_picture_seen_from_the_side(plane: str, asked: int) -> None:
    names = {1: "left maxillary sinus", 2: "right maxillary sinus"}
    src = source(modality="CT", labels=[Mask("m", names=names)])
    labels = (mask("1", (100, 100, 200, 200), 0.04),)
    slice = a_slice(1, plane=plane, count=80, display="radiological", labels=labels)
    case = a_case(Annotation(part=0, kind="mask"))
    assert len(_asked(src, case, slice, "percept-side")) == asked


@pytest.mark.parametrize(
    ("name", "en", "zh"),
    [
        ("Alzheimer's disease", "clinical diagnosis", "临床诊断为阿尔茨海默病"),
        ("normal cognition", "ognitive status at the time", "检查时的认知状态：认知正常"),
    ],
)
def test_a_clinical_status_is_no_grade_of_the_picture(name: str, en: str, zh: str) -> None:
    src = source(modality="MR", anatomy=("brain",), labels=[
        Class("{g}", of="cognitive status", names={"1": name}, level="study")])  # fmt: skip
    case = a_case(Annotation(part=0, kind="class", raw="1"))
    for text in captions(src, case, "en"):
        assert en in text
        assert "graded" not in text
    assert all(zh in text for text in captions(src, case, "zh"))


def test_the_phase_of_a_volume_is_when_it_was_taken_and_no_reading() -> None:
    src = source(modality="MR", anatomy=("heart",), labels=[
        Class("{p}", names={"ES": "end systole"}, level="study")])  # fmt: skip
    case = a_case(Annotation(part=0, kind="class", raw="ES"))
    assert all("acquired at end systole" in text for text in captions(src, case, "en"))
    assert all("采集于收缩末期" in text for text in captions(src, case, "zh"))


@pytest.mark.parametrize(
    ("task", "choices", "said", "expected"),
    [
        ("percept-choice", ("a", "b", "c"), "B. b", "choice of 3: B"),
        ("source-question", ("a", "b"), "A", "choice of 2: A"),
        ("percept-presence", (), "Yes, a fracture is present.", "yes or no: yes"),
        ("percept-presence", (), "未见骨折。", "yes or no: no"),
        ("percept-plane", (), "Axial.", ""),
        ("source-question", ("a", "b"), "Because.", ""),
    ],
)
def test_what_a_closed_question_is_answered_with(
    task: str, choices: tuple[str, ...], said: str, expected: str
) -> None:
    row = {"task": task, "choices": list(choices), "turns": [{"text": "?"}, {"text": said}]}
    assert closed_answer(row) == expected


@pytest.mark.parametrize(("modality", "said"), [("X-Ray", "the lungs"), ("Ultrasound", "a lung")])
def test_one_mask_in_two_pieces_is_a_pair_on_a_radiograph_only(modality: str, said: str) -> None:
    src = source(modality=modality, labels=[Mask("m", names={1: "lung"})])
    boxes = ((60, 60, 220, 400), (280, 60, 450, 400))
    label = replace(mask("1", (60, 60, 450, 400), 0.3), regions=2, boxes=boxes)
    case = a_case(Annotation(part=0, kind="mask"))
    texts = _said(src, case, a_slice(1, labels=(label,)), "caption-image")
    assert texts
    assert all(said in text.lower() for text in texts)


def test_a_class_of_the_image_is_no_second_thing_beside_the_one_in_a_box() -> None:
    src = source(modality="X-Ray", labels=[
        Boxes(xyxy=("{a}", "{b}", "{c}", "{d}"), names={"1": "fracture"}),
        Class("{g}", names={"1": "fracture"}),
    ])  # fmt: skip
    label = Label(kind="box", raw="1", box=(100, 100, 200, 200))
    case = a_case(Annotation(part=0, kind="boxes"), Annotation(part=1, kind="class", raw="1"))
    texts = _said(src, case, a_slice(1, labels=(label,)), "caption-image")
    assert texts
    assert all("fracture" in text.lower() and "fractures" not in text.lower() for text in texts)


@pytest.mark.parametrize(
    ("count", "level", "asked"), [(1, "image", False), (80, "image", True), (1, "study", True)]
)
def test_the_report_of_an_examination_is_not_asked_for_as_what_one_picture_shows(
    count: int, level: Any, asked: bool
) -> None:
    src = source(modality="CT", labels=[Report(sections={"findings": "{f}"}, level=level)])
    case = a_case(Annotation(part=0, kind="report", values=(("findings", "A nodule is seen."),)))
    slice = bind(src, case, a_slice(1, plane="axial", count=count))
    requests = ask(src, case, slice, AskConfig(languages=("en",)), load_prompts())
    (request,) = [r for r in requests if r.task == "caption-source"]
    question = answer_offline(request, slice, load_prompts()).turns[0].text
    assert ("examination" in question) is asked


@pytest.mark.parametrize(("finding", "said"), [("liver tumour", False), ("metastasis", True)])
def test_what_a_name_says_of_its_place_is_not_said_again(finding: str, said: bool) -> None:
    src = source(modality="CT", labels=[Mask("m", names={1: "liver", 2: finding})])
    labels = (
        mask("1", (100, 100, 300, 300), 0.2),
        mask("2", (150, 150, 200, 200), 0.02, within="0/1", within_share=1.0),
    )
    slice = a_slice(1, plane="axial", count=80, labels=labels)
    texts = _said(src, a_case(Annotation(part=0, kind="mask")), slice, "instruct-open")
    assert any("within the liver" in text for text in texts) is said


@pytest.mark.parametrize(
    ("modality", "name", "asked"),
    [
        ("Endoscopy", "polyp", True), ("Endoscopy", "bubbles", False),
        ("Pathology", "adenosis", False),
    ],
)  # fmt: skip
def test_nobody_asks_whether_a_bubble_or_a_section_has_changed(
    modality: str, name: str, asked: bool
) -> None:
    src = source(modality=modality, labels=[Class("{g}", names={"1": name})])
    case = a_case(Annotation(part=0, kind="class", raw="1"))
    one = bind(src, case, a_slice(1))
    requests = ask(src, case, one, AskConfig(instructs=9), load_prompts())
    assert any(request.task == "instruct-abstain" for request in requests) is asked


def test_a_name_with_a_capital_has_no_article() -> None:
    src = source(modality="Ultrasound", labels=[Class("{g}", names={"1": "COVID-19"})])
    case = a_case(Annotation(part=0, kind="class", raw="1"))
    config = AskConfig(languages=("en",), instructs=5)
    for number in range(10):
        one = bind(src, case, a_slice(number))
        for request in ask(src, case, one, config, load_prompts()):
            for turn in answer_offline(request, one, load_prompts()).turns:
                assert "the COVID-19" not in turn.text


def _said(src: Any, case: Any, slice: Slice, task: str) -> list[str]:
    """The reviewed English texts of a task, over twenty slices."""
    texts = []
    for number in range(20):
        one = bind(src, case, replace(slice, hash=f"{number * 2654435761:016x}"))
        config = AskConfig(questions=30, languages=("en",))
        for request in ask(src, case, one, config, load_prompts()):
            answer = answer_offline(request, one, load_prompts())
            assert isinstance(review(src, case, one, request, answer), Sample)
            if request.task == task:
                texts.append(answer.turns[-1].text)
    return texts
