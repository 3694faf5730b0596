"""An answer answers, a question asks, and nothing of the prompt stands in either."""

import pytest

from gmai_data.review import review
from gmai_data.schema import Answer, Fact, Rejection, Request, Turn
from tests.words_cases import a_case, a_slice, source

FACTS = (
    Fact(id="f1", kind="modality", value="CT"),
    Fact(id="f2", kind="plane", value="axial"),
    Fact(id="f3", kind="finding", value="kidney tumour", label=0),
    Fact(id="f4", kind="side", value="left", of="f3"),
    Fact(id="f5", kind="count", value="2", of="f3"),
    Fact(id="f6", kind="position", value="lower right", of="f3"),
    Fact(id="f7", kind="absent", value="kidney cyst", label=1),
    Fact(id="f8", kind="size", value="34×28", unit="mm", of="f3"),
)
ABOUT = (("about", "f3"),)


def rule(task: str, question: str, text: str, language: str = "en", slots=ABOUT) -> str:
    """The rule that rejects an exchange, or "" where it passes."""
    request = Request(
        key="k", subset=task.partition("-")[0], task=task, language=language, prompt=task,
        slice="s", facts=FACTS, slots=slots,
    )  # fmt: skip
    turns = (Turn(role="user", text=question), Turn(role="assistant", text=text))
    answer = Answer(request="k", turns=turns, generator="m")
    found = review(source(modality="CT"), a_case(), a_slice(1), request, answer)
    return found.rule if isinstance(found, Rejection) else ""


@pytest.mark.parametrize(
    ("task", "question", "text", "expected"),
    [
        ("caption-image", "Describe it.", "This is a medical image.", "answer"),
        ("caption-image", "Describe it.", "The plane is axial.", "answer"),
        ("caption-image", "Describe it.", "An axial CT image.", ""),
        ("caption-image", "Describe it.", "A left kidney tumour is seen.", ""),
        ("percept-modality", "Which modality is it?", "This is a medical image.", "answer"),
        ("percept-modality", "Which modality is it?", "An axial slice.", "answer"),
        ("percept-modality", "Which modality is it?", "Computed tomography.", ""),
        ("percept-plane", "Which plane is it?", "You can only tell if it holds one organ.",
         "answer"),
        ("percept-plane", "Which plane is it?", "Transverse.", ""),
        ("percept-side", "On which side does the tumour lie?", "In the kidney.", "answer"),
        ("percept-side", "On which side does the tumour lie?", "The left.", ""),
        ("percept-count", "How many tumours are there?", "Several kidney tumours.", "count"),
        ("percept-count", "How many tumours are there?", "Kidney tumours are seen.", "answer"),
        ("percept-count", "How many tumours are there?", "Two.", ""),
        ("percept-position", "Where is the kidney tumour?", "In the kidney.", "answer"),
        ("percept-position", "Where is the kidney tumour?", "In the lower right of the image.", ""),
        ("percept-box", "What is at the tumour's place?", "A lesion.", "answer"),
        ("instruct-open", "What does it show?", "It is an axial CT image.", "answer"),
        ("instruct-open", "What does it show?", "A renal tumour of 34 mm.", ""),
        ("instruct-abstain", "Has it grown?", "The kidney tumour is seen.", "answer"),
        ("instruct-abstain", "Has it grown?",
         "One image cannot tell; a kidney tumour is seen.", ""),
    ],
)  # fmt: skip
def test_what_is_asked_for_is_said(task, question, text, expected):
    assert rule(task, question, text) == expected


@pytest.mark.parametrize(
    ("answer", "text", "expected"),
    [
        ("yes", "Yes.", ""), ("yes", "A kidney tumour is present.", ""),
        ("yes", "No.", "question"), ("yes", "It depends.", "answer"),
    ],
)  # fmt: skip
def test_a_question_of_presence_gets_a_yes_a_no_or_the_thing(answer, text, expected):
    slots = (*ABOUT, ("answer", answer))
    assert rule("percept-presence", "Is there a kidney tumour?", text, slots=slots) == expected


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("f2 plane: axial", "Axial."),
        ("Which plane is it?", "f2"),
        ("Which plane is it?", "Axial [f2]."),
        ("Which plane is it?", "f2: axial"),
        ("Facts: which plane?", "Axial."),
        ("Which plane is it?", '{"answer": "axial"}'),
        ("Which plane is it?", "plane: axial"),
        ("Write a question about the plane or view. Which plane?", "Axial."),
    ],
)
def test_nothing_of_the_prompt_stands_in_a_text(question, text):
    assert rule("percept-plane", question, text) == "scaffold"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("断面方位如何？", "根据f2，为轴位。"),
        ("断面方位如何？", "轴位（f2）。"),
        ("事实：断面方位如何？", "轴位。"),
    ],
)
def test_nothing_of_the_prompt_stands_in_a_chinese_text(question, text):
    assert rule("percept-plane", question, text, "zh") == "scaffold"


@pytest.mark.parametrize(
    ("task", "question", "expected"),
    [
        ("percept-plane", "The plane of the slice.", "asked"),
        ("percept-plane", "What is your name?", "asked"),
        ("percept-plane", "Plane?", ""),
        ("percept-plane", "If you had to file this slice by plane, where would it go?", ""),
        ("caption-image", "A text about facts.", "asked"),
        ("caption-image", "One paragraph, please.", ""),
    ],
)
def test_a_question_asks_for_what_its_prompt_is_about(task, question, expected):
    assert rule(task, question, "An axial CT image.") == expected


def test_a_question_about_a_thing_names_it():
    assert rule("percept-side", "On which side does it lie?", "The left.") == "asked"
    assert rule("percept-side", "On which side does the renal mass lie?", "The left.") == ""


@pytest.mark.parametrize("language", ["en", "zh"])
def test_one_answer_to_every_question_is_rejected_by_every_task(language):
    text = "This is a medical image." if language == "en" else "这是一幅医学图像。"
    asked = "?" if language == "en" else "？"
    tasks = ("caption-image", "caption-box", "percept-modality", "percept-plane",
             "percept-box", "percept-count", "percept-side", "percept-position",
             "percept-presence", "percept-detect", "instruct-open", "instruct-reasoned",
             "instruct-abstain")  # fmt: skip
    assert [t for t in tasks if rule(t, asked, text, language) == ""] == []
