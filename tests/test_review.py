import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from gmai_data.review import OF_FORM, RULES, review, rules_for
from gmai_data.schema import Answer, Fact, Rejection, Request, Sample, Turn
from tests.words_cases import CASE, PATTERNS, a_case, a_slice, answered, source

NAMES = sorted(PATTERNS)


def judged(name, slice, request, answer):
    pattern = PATTERNS[name]
    return review(pattern.source, pattern.case, slice, request, answer)


def test_everything_the_realiser_says_passes():
    found = [
        judged(name, slice, request, answer)
        for name in NAMES
        for slice, request, answer in answered(name, range(100, 125))
    ]
    rejected = [(r.rule, r.value) for r in found if isinstance(r, Rejection)]
    assert len(found) > 2000
    assert rejected == []


# --- seeded errors --------------------------------------------------------------------------------


def first(pairs: list[tuple[str, str]], text: str) -> str:
    """The text after the first replacement that applies."""
    for old, new in pairs:
        changed = re.sub(old, new, text, count=1)
        if changed != text:
            return changed
    return text


def swap_side(text: str, language: str) -> str:
    other = {"left": "right", "right": "left", "左": "右", "右": "左"}
    pattern = r"\b(?:left|right)\b" if language == "en" else "[左右]"
    return re.sub(pattern, lambda m: other[m[0]], text, count=1)


def change_number(text: str, language: str) -> str:
    def other(found: re.Match[str]) -> str:
        value = float(found[0])
        return f"{value + (3 if value > 5 else 0.7):g}"

    boxes = re.findall(r"<box>.*?</box>", text)
    plain = re.sub(r"<box>.*?</box>", "\0", text)
    plain = re.sub(r"(?<![\w.-])\d+(?:\.\d+)?(?= ?(?:mm|cm|%|×))", other, plain, count=1)
    for box in boxes:
        plain = plain.replace("\0", box, 1)
    return plain


def change_count(text: str, language: str) -> str:
    if language == "en":
        return first([(r"\b[Tt]wo\b", "three")], text)
    return first([("两个", "三个"), (r"(?<![\d.])2 个", "3 个")], text)


def negate(text: str, language: str) -> str:
    if language == "en":
        return first([
            (r"\b(is|are) (seen|visible|present|in view|shown)", r"\1 not \2"),
            (r"\b(show\w*|contains) (?:the|an?) ", r"\1 no "), (r"\b[Nn]o (?=[a-z]+ )", "a "),
        ], text)  # fmt: skip
    return first([("未见", "可见"), ("可见(?!于)", "未见"), ("见(?!于)", "未见")], text)


EN = [("kidney tumour", "kidney stone"), ("melanoma", "melanocytic naevus"),
      ("pneumothorax", "pneumonia"), ("cardiomegaly", "consolidation"), ("spleen", "gallbladder"),
      ("microaneurysm", "cotton-wool spot"), ("leucocyte", "erythrocyte"),
      ("adenocarcinoma epithelium", "mucus"), ("peritumoural oedema", "necrosis")]  # fmt: skip
ZH = [("肾肿瘤", "肾结石"), ("黑色素瘤", "色素痣"), ("气胸", "肺炎"), ("心影增大", "实变"),
      ("脾脏", "胆囊"), ("微血管瘤", "棉绒斑"), ("白细胞", "红细胞"), ("腺癌上皮", "黏液"),
      ("瘤周水肿", "坏死")]  # fmt: skip


def swap_label(text: str, language: str) -> str:
    return first(EN if language == "en" else ZH, text)


def swap_plane(text: str, language: str) -> str:
    if language == "en":
        return first([(r"\b[Aa]xial", "coronal"), (r"\b[Cc]oronal", "sagittal")], text)
    return first([("轴位", "冠状位"), ("冠状位", "矢状位")], text)


def swap_modality(text: str, language: str) -> str:
    if language == "en":
        return first([(r"\bCT\b", "MR"), ("FLAIR", "T1-weighted"), ("radiograph", "sonogram"),
                      ("[Dd]ermoscopic", "endoscopic"),
                      ("fundus photograph", "OCT image")], text)  # fmt: skip
    return first([("CT", "MR"), ("FLAIR", "T1WI"), ("X 线片", "超声图像"), ("皮肤镜", "内镜"),
                  ("眼底彩照", "OCT 图像")], text)  # fmt: skip


def swap_grade(text: str, language: str) -> str:
    return first([("[Mm]oderate nonpro", "severe nonpro"), ("中度", "重度")], text)


def shift_box(text: str, language: str) -> str:
    return re.sub(r"\[\[0\.(\d)", lambda m: f"[[0.{(int(m[1]) + 1) % 10}", text, count=1)


def next_letter(text: str, language: str) -> str:
    found = re.match(r"([A-D])(?=[. ]|$)", text)
    return "BCDA"["ABCD".index(found[1])] + text[1:] if found else text


ERRORS: dict[str, Callable[[str, str], str]] = {
    "side": swap_side, "number": change_number, "count": change_count, "negation": negate,
    "label": swap_label, "plane": swap_plane, "modality": swap_modality, "grade": swap_grade,
    "box": shift_box, "letter": next_letter,
}  # fmt: skip
# A negation that is put into a sentence which denies already ("neither … is not present") and a
# Chinese verb behind its subject are read as what they are: these few are allowed to pass.
CAUGHT = {"negation": 0.96}


def seeded() -> tuple[Counter, Counter, list]:
    tried, caught, missed = Counter(), Counter(), []
    for name in NAMES:
        for slice, request, answer in answered(name, range(200, 212)):
            for error, spoil in ERRORS.items():
                if error == "letter" and request.task != "percept-choice":
                    continue
                turns = list(answer.turns)
                texts = [spoil(turn.text, request.language) for turn in turns]
                places = [
                    i for i, turn in enumerate(turns)
                    if turn.role == "assistant" and texts[i] != turn.text
                ]  # fmt: skip
                if not places:
                    continue
                place = places[0]
                text = texts[place]
                turns[place] = replace(turns[place], text=text)
                tried[error, request.language] += 1
                wrong = replace(answer, turns=tuple(turns))
                if isinstance(judged(name, slice, request, wrong), Rejection):
                    caught[error, request.language] += 1
                else:
                    missed.append((error, request.language, text))
    return tried, caught, missed


TRIED, CAUGHT_OF, MISSED = seeded()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("error", list(ERRORS))
def test_a_seeded_error_is_caught(error, language):
    tried, caught = TRIED[error, language], CAUGHT_OF[error, language]
    missed = [text for kind, lang, text in MISSED if (kind, lang) == (error, language)]
    assert tried >= 10
    assert caught / tried >= CAUGHT.get(error, 1.0), (caught, tried, missed[:5])


# --- sentences of a model: what must pass, what must not ------------------------------------------

FACTS = (
    Fact(id="f1", kind="modality", value="CT"),
    Fact(id="f2", kind="plane", value="axial"),
    Fact(id="f3", kind="finding", value="kidney tumour", label=0),
    Fact(id="f4", kind="side", value="left", of="f3"),
    Fact(id="f5", kind="size", value="34×28", unit="mm", of="f3"),
    Fact(id="f6", kind="count", value="1", of="f3"),
    Fact(id="f7", kind="absent", value="kidney cyst"),
    Fact(id="f8", kind="position", value="centre right", of="f3"),
    Fact(id="f9", kind="organ", value="liver"),
)


def says(text: str, language: str = "en", task: str = "caption-image", slots=()) -> str:
    """The rule that rejects a text, or "" where it passes."""
    src = source(modality="CT")
    request = Request(
        key="k", subset="caption", task=task, language=language, prompt=task, slice="s",
        facts=FACTS, slots=slots,
    )  # fmt: skip
    turns = (Turn(role="user", text="?"), Turn(role="assistant", text=text))
    found = review(src, a_case(), a_slice(1), request, Answer(
        request="k", turns=turns, generator="test"))  # fmt: skip
    return found.rule if isinstance(found, Rejection) else ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Axial CT slice. A single tumour measuring 34 × 28 mm lies in the left kidney.", "en"),
        ("A 3.4 cm left renal tumour is seen; no renal cyst is present.", "en"),
        ("The mass in the left kidney measures 3.4 × 2.8 cm.", "en"),
        ("There is a lesion of the left kidney, without kidney cysts.", "en"),
        ("The tumour lies in the right half of the image, in the left kidney.", "en"),
        ("No kidney cyst, but a kidney tumour is present.", "en"),
        ("Kidney cysts are absent. The liver is in view.", "en"),
        ("CT 轴位图像：左肾见一处肿瘤，大小约 34 mm×28 mm，本层面未见肾囊肿。", "zh"),
        ("左肾肿瘤，大小约 3.4 cm×2.8 cm。肾囊肿未见。", "zh"),
        ("横断面 CT 图像，左侧肾肿瘤 1 处，未见囊肿。", "zh"),
        ("图像右侧可见左肾肿瘤，肝脏可见。", "zh"),
    ],
)
def test_true_sentences_pass_in_many_forms(text, language):
    assert says(text, language) == ""


@pytest.mark.parametrize(
    ("text", "language", "rule"),
    [
        ("A tumour lies in the right kidney.", "en", "side"),
        ("Bilateral kidney tumours are seen.", "en", "side"),
        ("The tumour lies in the left half of the image.", "en", "side"),
        ("A left renal cell carcinoma is present.", "en", "label"),
        ("There is a left kidney tumour and a pleural effusion.", "en", "label"),
        ("No kidney tumour is seen.", "en", "negation"),
        ("A kidney cyst is present.", "en", "negation"),
        ("The left kidney tumour measures 43 mm.", "en", "number"),
        ("The left kidney tumour measures 34 cm.", "en", "number"),
        ("Two kidney tumours are seen.", "en", "count"),
        ("On this coronal slice a kidney tumour is seen.", "en", "technique"),
        ("On this T2-weighted MR image a kidney tumour is seen.", "en", "technique"),
        ("The annotated left kidney tumour is seen.", "en", "leak"),
        ("A kidney tumour, larger than before; follow-up is advised.", "en", "time"),
        ("See case_00012.nii.gz for the kidney tumour.", "en", "leak"),
        ("A 61-year-old man with a left kidney tumour.", "en", "identity"),
        ("Reported by Dr Miller: a left kidney tumour.", "en", "identity"),
        ("I am sorry, I cannot see the image.", "en", "refusal"),
        ("左肾肿瘤可见。", "en", "language"),
        ("A left kidney tumour is seen.", "zh", "language"),
        ("右肾见肿瘤。", "zh", "side"),
        ("双侧肾肿瘤。", "zh", "side"),
        ("左肾未见肿瘤。", "zh", "negation"),
        ("可见肾囊肿。", "zh", "negation"),
        ("左肾肿瘤，大小约 43 mm×28 mm。", "zh", "number"),
        ("左肾见两处肿瘤。", "zh", "count"),
        ("左肾肿瘤伴胸腔积液。", "zh", "label"),
        ("冠状位图像见左肾肿瘤。", "zh", "technique"),
        ("根据提供的标注，左肾见肿瘤。", "zh", "leak"),
        ("左肾肿瘤，建议进一步检查。", "zh", "beyond"),
        ("患者 61 岁，左肾肿瘤。", "zh", "identity"),
        ("抱歉，我无法查看图像。", "zh", "refusal"),
        ("左腎腫瘤。", "zh", "language"),
        ("左肾肿瘤，胃粘膜。", "zh", "language"),
    ],
)
def test_false_sentences_are_rejected_by_their_rule(text, language, rule):
    assert says(text, language) == rule


@pytest.mark.parametrize(
    "text",
    [
        "Ground-glass opacity of the liver.",  # no annotation talk, but no such finding either
        "The stable liver.",
    ],
)
def test_unsupported_statements_are_rejected(text):
    assert says(text) != ""


CHOICE = (("letter", "B"), ("choice0", "liver"), ("choice1", "spleen"))


@pytest.mark.parametrize(
    ("text", "rule"),
    [("B", ""), ("B.", ""), ("B. spleen", ""), ("A", "choices"), ("B. liver", "choices"),
     ("C", "choices"), ("Spleen", "choices")],
)  # fmt: skip
def test_the_answer_to_a_choice_is_its_letter_and_its_option(text, rule):
    facts = (Fact(id="f1", kind="organ", value="spleen"),)
    request = Request(
        key="k", subset="percept", task="percept-choice", language="en", prompt="percept-choice",
        slice="s", facts=facts, slots=CHOICE,
    )  # fmt: skip
    turns = (
        Turn(role="user", text="Which? A. liver B. spleen"), Turn(role="assistant", text=text),
    )  # fmt: skip
    found = review(source(modality="CT"), a_case(), a_slice(1), request, Answer(
        request="k", turns=turns, generator="test"))  # fmt: skip
    assert (found.rule if isinstance(found, Rejection) else "") == rule


def test_texts_of_the_source_are_checked_for_form_only():
    assert says("The patient, aged 61, has no tumour; see a doctor.", task="source-question") == ""
    assert says("Mail a.b@example.org for case_0012.png", task="source-question") != ""
    assert rules_for("source-dialogue") == OF_FORM


def test_an_answer_that_was_cut_short_is_rejected():
    request = Request(key="k", subset="caption", task="caption-image", language="en",
                      prompt="p", slice="s", facts=FACTS)  # fmt: skip
    answer = Answer(request="k", turns=(Turn(role="assistant", text="A"),), generator="m",
                    finish="length")  # fmt: skip
    found = review(source(modality="CT"), a_case(), a_slice(1), request, answer)
    assert (found.stage, found.rule, found.case) == ("review", "refusal", CASE)


def test_a_sample_carries_what_its_turns_cite_and_nothing_else():
    for slice, request, answer in answered("blood-boxes", range(3)):
        sample = judged("blood-boxes", slice, request, answer)
        assert isinstance(sample, Sample)
        cited = {id for turn in answer.turns for id in turn.evidence}
        assert {fact.id for fact in sample.facts} == cited
        boxes = [fact for fact in sample.facts if fact.kind == "box"]
        assert len(sample.boxes) == len(boxes)
        assert set(sample.checks) == set(RULES)
        assert sample.labels == ("leucocyte", "platelet")


def test_every_rule_says_what_it_holds_to():
    for name, rule in RULES.items():
        assert rule.version >= 1
        assert len(rule.docstring) > 20, name
