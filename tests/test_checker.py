"""What the checker must let pass and must reject, beside the planted corpus."""

import pytest

from gmai_data.proportions import wilson
from gmai_data.review import RULES, review
from gmai_data.schema import Answer, Fact, Rejection, Request, Turn
from gmai_data.words.negation import denied
from gmai_data.words.quantities import quantities
from gmai_data.words.reading import read_text
from tests.planted.captions import CAPTIONS, facts_of
from tests.planted.inventions import INVENTIONS, TRUE, facts, judged_invention
from tests.words_cases import a_case, a_slice, source


def rejects(known: tuple[Fact, ...], text: str, language: str = "en", **asked) -> str:
    given = {"subset": "caption", "task": "caption-image", "prompt": "p", **asked}
    request = Request(key="k", language=language, slice="s", facts=known, **given)
    turns = (
        Turn(role="user", text=asked.get("question", "?")),
        Turn(role="assistant", text=text),
    )
    answer = Answer(request="k", turns=turns, generator="test")
    found = review(source(modality="CT"), a_case(), a_slice(1), request, answer)
    return found.rule if isinstance(found, Rejection) else ""


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", list(CAPTIONS))
def test_a_caption_as_a_clinician_writes_it_passes(name, language):
    rows, english, chinese = CAPTIONS[name]
    task = "caption-box" if name.endswith("-c") else "caption-image"
    text = english if language == "en" else chinese
    assert rejects(facts_of(rows), text, language, task=task) == ""


def test_invented_captions_are_rejected_and_true_ones_of_the_same_style_pass():
    assert len(INVENTIONS) == 100
    assert [one for one in INVENTIONS if not judged_invention(one)] == []
    assert [one for one in TRUE if judged_invention(one)] == []


# Radiology check 60.
HEART = (Fact(id="f1", kind="modality", value="MR"),
         Fact(id="f2", kind="organ", value="left ventricle"))  # fmt: skip
LUNG = (Fact(id="f1", kind="modality", value="X-Ray"), Fact(id="f2", kind="organ", value="lung"))
LIVER = (Fact(id="f1", kind="modality", value="CT"), Fact(id="f2", kind="organ", value="liver"),
         Fact(id="f3", kind="finding", value="metastasis"))  # fmt: skip


@pytest.mark.parametrize(
    ("known", "text", "rule"),
    [
        (HEART, "The left ventricle is in view.", ""),
        (HEART, "The right ventricle is in view.", "label"),
        (LUNG, "The left lung is shown.", "side"),
        (LIVER, "Multiple metastases are seen.", "count"),
        (LIVER, "A metastasis is seen.", ""),
        (LUNG, "A lung, 12 mm.", "number"),
        (LIVER, "The liver shows no tumour.", "negation"),
    ],
)
def test_radiology_check_60(known, text, rule):
    assert rejects(known, text) == rule


@pytest.mark.parametrize(
    ("text", "language", "absent"),
    [
        (
            "No effusion, pneumothorax or consolidation.",
            "en",
            "effusion pneumothorax consolidation",
        ),
        ("No effusion, but a pneumothorax.", "en", "effusion"),
        ("No effusion and a pneumothorax is present.", "en", "effusion"),
        ("Without effusion and with a pneumothorax.", "en", "effusion"),
        ("A kidney cyst rather than a kidney tumour.", "en", "kidney tumour"),
        ("Although no nodule is seen, consolidation is present.", "en", "nodule"),
        ("A pneumothorax is present and effusion is absent.", "en", "effusion"),
        ("Effusion is absent, and so is pneumothorax.", "en", "effusion pneumothorax"),
        ("A nodule without calcification.", "en", "calcification"),
        ("The tumour does not involve the liver.", "en", ""),
        ("No cyst in the kidney.", "en", "cyst"),
        ("Nodule: none.", "en", "nodule"),
        ("未见结节、肿块及钙化。", "zh", "结节 肿块 钙化"),
        ("未见胸腔积液，右肺见结节。", "zh", "胸腔积液"),
        ("结节、肿块均未见。", "zh", "结节 肿块"),
        ("无钙化，有坏死。", "zh", "钙化"),
        ("除左肾囊肿外，未见结石。", "zh", "结石"),
        ("除外左肾囊肿。", "zh", "左肾囊肿"),
        ("可见肾囊肿而无肾肿瘤。", "zh", "肾肿瘤"),
        ("肝脏内未见囊肿。", "zh", "囊肿"),
        ("有无结节？", "zh", ""),
    ],
)
def test_a_negation_reaches_as_far_as_its_clause(text, language, absent):
    reading = read_text(text, language)
    found, _ = denied(reading, language)
    said = [reading.text[m.start : m.end].lower() for m in sorted(found, key=lambda m: m.start)]
    assert " ".join(said) == absent


@pytest.mark.parametrize(
    ("text", "language", "values", "unit"),
    [
        ("It is 3.4 × 2.8 cm.", "en", (3.4, 2.8), "mm"),
        ("thirty-four millimetres", "en", (34.0,), "mm"),
        ("a 34-mm nodule", "en", (34.0,), "mm"),
        ("10 to 12 mm", "en", (10.0, 12.0), "mm"),
        ("about 5 percent", "en", (5.0,), "%"),
        ("a third of the image", "en", (33.3,), "%"),
        ("大小约3.4cm×2.8cm", "zh", (3.4, 2.8), "mm"),
        ("二十八毫米", "zh", (28.0,), "mm"),
        ("三点四厘米", "zh", (3.4,), "mm"),
        ("百分之三十四", "zh", (34.0,), "%"),
        ("CT 值约 -20 HU", "zh", (-20.0,), "HU"),
    ],
)
def test_a_measurement_is_read_in_many_forms(text, language, values, unit):
    found = list(quantities(read_text(text, language), language))
    assert [(one.values, one.unit) for one in found] == [(values, unit)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The tumour measures about 3 cm.", ""),
        ("The tumour measures less than 4 cm.", ""),
        ("The tumour measures more than 4 cm.", "number"),
        ("The tumour is 28 mm in short axis.", ""),
        ("The tumour is 28 mm in long axis.", "number"),
        ("The tumour measures 34 × 28 × 30 mm.", "number"),
        ("A tumour possibly lies in the left kidney.", "hedge"),
        ("The left kidney tumour is new.", "time"),
        ("The left kidney tumour has a volume of 34 mL.", "number"),
        ("The left kidney tumour lies in the upper pole of the kidney.", "place"),
        ("The left kidney tumour lies in the lower part of the image.", "place"),
        ("There is a haemangioma in the left kidney.", "label"),
        ("A left pyelonephritis.", "label"),
        ("The left kidney tumour shows high signal intensity.", "talk"),
        ("The left kidney tumour is cystic.", "attribute"),
        ("The left kidney tumour enhances avidly.", "attribute"),
        ("The left kidney is otherwise normal.", "normal"),
        ("No lesion is seen.", "normal"),
        ("A hypodense, ill-defined left kidney tumour.", ""),
    ],
)
def test_claims_around_a_kidney_tumour(text, rule):
    assert rejects(facts("ct"), text) == rule


@pytest.mark.parametrize(("third", "rule"), [("lower", ""), ("upper", "place")])
def test_a_third_of_an_organ_is_not_a_row_of_the_picture(third, rule):
    known = (
        Fact(id="f1", kind="structure", value="liver"),
        Fact(id="f2", kind="finding", value="liver tumour"),
        Fact(id="f3", kind="position", value="middle centre", of="f2"),
        Fact(id="f4", kind="within", value="liver", unit="f1", of="f2"),
        Fact(id="f5", kind="third", value="lower", of="f4"),
    )
    assert rejects(known, f"The liver tumour lies in the {third} third of the liver.") == rule


def test_a_question_must_not_hold_its_answer():
    known = (Fact(id="f1", kind="modality", value="CT"),)
    asked = {"subset": "percept", "task": "percept-modality"}
    for question, rule in (
        ("Is this CT?", "question"),
        ("Is this CT or MR?", ""),
        ("Which modality is it?", ""),
        ("What is it?", "asked"),
    ):
        request = Request(key="k", language="en", slice="s", prompt="p", facts=known, **asked)
        turns = (Turn(role="user", text=question), Turn(role="assistant", text="CT."))
        found = review(source(modality="CT"), a_case(), a_slice(1), request,
                       Answer(request="k", turns=turns, generator="t"))  # fmt: skip
        assert (found.rule if isinstance(found, Rejection) else "") == rule


def test_an_option_that_is_also_true_is_rejected():
    known = (Fact(id="f1", kind="finding", value="kidney tumour"),)
    slots = (("letter", "A"), ("choice0", "kidney tumour"), ("choice1", "tumour"))
    request = Request(key="k", subset="percept", task="percept-choice", language="en", slice="s",
                      prompt="p", facts=known, slots=slots)  # fmt: skip
    turns = (Turn(role="user", text="Which? A. kidney tumour B. tumour"),
             Turn(role="assistant", text="A. Kidney tumour"))  # fmt: skip
    found = review(source(modality="CT"), a_case(), a_slice(1), request,
                   Answer(request="k", turns=turns, generator="t"))  # fmt: skip
    assert isinstance(found, Rejection)
    assert found.rule == "options"


def test_every_rule_is_in_the_page_about_the_checker():
    from pathlib import Path

    page = (Path(__file__).parents[1] / "docs/checker.md").read_text(encoding="utf-8")
    assert [name for name in RULES if f"| `{name}` |" not in page] == []


def test_wilson_intervals_are_those_of_the_paper():
    """Brown, Cai and DasGupta (2001): 0 of 10 gives 0 to 0.2775."""
    low, high = wilson(0, 10)
    assert low == 0.0
    assert high == pytest.approx(0.2775, abs=1e-4)
