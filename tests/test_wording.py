"""What a radiologist, an ophthalmologist or a pathologist would not let pass, as rules."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from gmai_data import ABSENT, QA, Boxes, Caption, Class, Flags, Mask, Report
from gmai_data.answer import answer_offline, instruction
from gmai_data.ask import ask
from gmai_data.config import AskConfig
from gmai_data.review import review
from gmai_data.schema import Annotation, CaseFile, Rejection, Turn
from gmai_data.words.bind import bind
from gmai_data.words.channels import shows
from gmai_data.words.cleaning import readable
from gmai_data.words.facts import facts_of
from gmai_data.words.prompts import load_prompts
from gmai_data.words.written import one_letter
from tests.words_cases import a_case, a_slice, answered, bound, mask, source


def facts(src, case, slice):
    return facts_of(src, case, bind(src, case, slice))


def kinds(found, kind):
    return [f.value for f in found if f.kind == kind]


def lines(src, case, numbers, language, config=None, **known):
    """Assistant texts of an image's requests over several slices, all of them reviewed."""
    prompts, said = load_prompts(), []
    for number in numbers:
        slice = bind(src, case, a_slice(number, **known))
        for request in ask(src, case, slice, config or AskConfig(), prompts):
            if request.language == language:
                answer = answer_offline(request, slice, prompts)
                result = review(src, case, slice, request, answer)
                assert not isinstance(result, Rejection), result
                said.append((request.task, [t.text for t in answer.turns]))
    return said


def classed(raw, term, **known):
    src = source(labels=[Class("{c}", names={raw: term})], **known)
    return src, a_case(Annotation(part=0, kind="class", raw=raw))


def captions(src, case, language, numbers=range(60), **known):
    config = AskConfig(subsets=("caption",))
    return [turns[-1] for _, turns in lines(src, case, numbers, language, config, **known)]


# --- what a picture can show ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sequence", "expected"), [("T1w+Gd", True), ("FLAIR", False), ("T1w", False), ("", True)]
)
def test_an_enhancing_tumour_is_named_only_where_contrast_can_be_seen(sequence, expected):
    assert shows("enhancing tumour", a_slice(1, modality="MR", sequence=sequence)) is expected
    assert shows("peritumoural oedema", a_slice(1, modality="MR", sequence=sequence))


@pytest.mark.parametrize(
    ("sequence", "scar", "oedema"),
    [("LGE", True, False), ("T2w", False, True), ("cine", False, False), ("", True, True)],
)
def test_scar_and_oedema_of_the_heart_are_named_on_the_sequence_that_shows_them(
    sequence, scar, oedema
):
    slice = a_slice(1, modality="MR", sequence=sequence)
    assert shows("myocardial scar", slice) is scar
    assert shows("no-reflow area", slice) is scar
    assert shows("myocardial oedema", slice) is oedema


def test_an_avid_lesion_is_neither_present_nor_absent_on_ct():
    src = source(modality="CT", labels=[
        Mask("m", names={1: "FDG-avid lesion"}, empty=ABSENT)])  # fmt: skip
    case = a_case(
        Annotation(part=0, kind="mask"),
        files=(CaseFile(role="CT", path="a"), CaseFile(role="PET", path="b")),
    )
    for labels in ((mask("1", (10, 10, 60, 60), 0.1),), ()):
        on_ct = facts(src, case, a_slice(1, variant="CT", labels=labels))
        on_pet = facts(src, case, a_slice(1, variant="PET", labels=labels))
        assert kinds(on_ct, "finding") + kinds(on_ct, "absent") == []
        assert kinds(on_pet, "finding") + kinds(on_pet, "absent") == ["FDG-avid lesion"]


def test_ground_glass_is_named_on_a_lung_window_and_a_nodule_on_both():
    soft = a_slice(1, modality="CT", window="soft tissue 50/400 HU")
    lung = a_slice(1, modality="CT", window="lung -600/1500 HU")
    assert shows("ground-glass opacity", lung)
    assert not shows("ground-glass opacity", soft)
    assert shows("lung nodule", soft)
    assert shows("ground-glass opacity", a_slice(1, modality="X-Ray"))


def test_two_grades_that_disagree_are_not_said():
    src = source(modality="X-Ray", labels=[
        Class("{p}", of="pathology", names={"B": "benign", "M": "malignant"})])  # fmt: skip
    notes = [Annotation(part=0, kind="class", raw=raw) for raw in "BM"]
    assert kinds(facts(src, a_case(*notes), a_slice(1)), "grade") == []
    assert kinds(facts(src, a_case(notes[0]), a_slice(1)), "grade") == ["benign"]


def test_a_phase_is_a_phase_and_an_organ_an_organ_in_whatever_column_they_stand():
    src = source(modality="Endoscopy", labels=[
        Class("{p}", of="surgical phase", names={"1": "preparation"}),
        Class("{t}", of="tissue", names={"c": "colon"})])  # fmt: skip
    case = a_case(
        Annotation(part=0, kind="class", raw="1"), Annotation(part=1, kind="class", raw="c")
    )
    found = facts(src, case, a_slice(1))
    assert kinds(found, "phase") == ["preparation"]
    assert kinds(found, "organ") == ["colon"]
    assert kinds(found, "grade") == []


def test_structures_outside_the_field_of_view_are_no_labels():
    src = source(modality="CT", labels=[Mask("m", names={1: "liver", 2: "spleen"})])
    labels = (mask("1", (0, 0, 9, 9), 0.1), replace(mask("2", (0, 0, 9, 9), 0), presence="outside"))
    given = a_case(Annotation(part=0, kind="mask"))
    assert [label.name for label in bind(src, given, a_slice(1, labels=labels)).labels] == ["liver"]


def test_channels_of_a_stacked_mask_are_named_by_their_number():
    src = source(modality="Pathology", labels=[Mask(
        "m", stack=["neoplastic cell", None, "inflammatory cell"], empty=ABSENT)])  # fmt: skip
    given = a_case(Annotation(part=0, kind="mask"))
    found = bind(src, given, a_slice(1, labels=(mask("2", (0, 0, 9, 9), 0.1),))).labels
    assert [(label.name, label.presence) for label in found] == [
        ("inflammatory cell", "present"), ("neoplastic cell", "absent"),
    ]  # fmt: skip


def test_attributes_with_a_name_in_the_vocabulary_are_said_and_others_are_not():
    src = source(modality="X-Ray", labels=[Boxes(xyxy="{b}", names={"c": "deep dental caries"})])
    box = replace(mask("c", (10, 10, 60, 60), 0.1), kind="box")
    labels = (replace(box, attrs=(("FDI tooth number", "36"), ("diameter_mm", "4"))),)
    found = facts(src, a_case(), a_slice(1, labels=labels))
    assert [(f.value, f.unit) for f in found if f.kind == "attribute"] == [
        ("36", "FDI tooth number")
    ]
    said = [turns[-1] for task, turns in lines(src, a_case(), range(4), "en", labels=labels)
            if task == "caption-box"]  # fmt: skip
    assert all("FDI tooth number" in text and "36" in text for text in said)


# --- how it is said ------------------------------------------------------------------------------


def test_a_disease_is_a_diagnosis_and_a_lesion_is_seen():
    for text in captions(*classed("g", "glaucoma", modality="Fundus Photography"), "en"):
        assert not re.search(
            r"glaucoma (?:is|are|can be) (?:seen|visible|present|identified)", text
        )
    for text in captions(*classed("l", "liver lesion", modality="CT"), "en"):
        assert not re.search(r"diagnos|classif|categor|read as", text), text
    for text in captions(*classed("l", "liver lesion", modality="CT"), "zh"):
        assert not re.search("归类|诊断|类别|判读", text), text
        assert "肝脏病变" in text


def test_the_side_of_an_eye_belongs_to_the_picture():
    src = source(modality="Fundus Photography", labels=[
        Class("{e}", names={"L": "left eye"}), Class("{d}", names={"n": "normal"})])  # fmt: skip
    case = a_case(
        Annotation(part=0, kind="class", raw="L"), Annotation(part=1, kind="class", raw="n")
    )
    for text in captions(src, case, "en"):
        assert "fundus photograph of the left eye" in text.lower()
        assert "part shown" not in text
    for text in captions(src, case, "zh"):
        assert "左眼眼底照片" in text
        assert "可见左眼" not in text


def test_the_part_that_is_pictured_is_named_with_the_picture():
    src, case = classed("h", "hand", modality="X-Ray", anatomy=("upper limb",))
    for text in captions(src, case, "en"):
        assert "radiograph of the hand" in text.lower()
        assert not re.search("upper limb|is shown, and|centred", text)
    assert all("手" in text and "为中心" not in text for text in captions(src, case, "zh"))


def test_no_finding_is_neither_normal_nor_an_absence_of_everything():
    src, case = classed("0", "no finding", modality="X-Ray", anatomy=("chest",))
    for text in captions(src, case, "en"):
        assert "none of the findings looked for" in text.lower()
        assert "normal" not in text
    for text in captions(src, case, "zh"):
        assert "所评估的异常征象均未见" in text
        assert "未见异常" not in text


@pytest.mark.parametrize(("term", "passes"), [("normal", True), ("no finding", False)])
def test_nothing_abnormal_is_said_only_of_what_is_normal(term, passes):
    src, case = classed("0", term, modality="X-Ray", anatomy=("chest",))
    slice = bind(src, case, a_slice(1))
    prompts = load_prompts()
    request = next(r for r in ask(src, case, slice, AskConfig(), prompts)
                   if r.task == "caption-image" and r.language == "zh")  # fmt: skip
    answer = answer_offline(request, slice, prompts)
    turns = (answer.turns[0], Turn(role="assistant", text="胸部 X 线片，未见异常。"))
    result = review(src, case, slice, request, replace(answer, turns=turns))
    assert isinstance(result, Rejection) is not passes


def test_a_class_of_the_examination_is_not_shown_by_a_slice():
    src = source(modality="X-Ray", anatomy=("chest",), labels=[
        Class("{c}", names={"n": "lung nodule"}, level="study")])  # fmt: skip
    case = a_case(Annotation(part=0, kind="class", raw="n"))
    for text in captions(src, case, "en"):
        assert "examination" in text
        assert not re.search(r"(?:radiograph|picture|image) (?:shows|showing)", text)
    for text in captions(src, case, "zh"):
        assert "检查" in text
        assert "可见" not in text


def test_no_part_of_the_body_is_named_twice_and_sentences_are_apart():
    src = source(modality="X-Ray", anatomy=("chest",))
    for language in ("en", "zh"):
        for text in captions(src, a_case(), language):
            assert len(re.findall("chest|胸部", text.lower())) == 1, text
            assert not re.search(r"[a-z)]\.[A-Z]", text), text


def test_structures_of_a_slice_are_not_of_note():
    for number in range(40):
        for _, request, answer in answered("organs-ct", range(number, number + 1)):
            if request.task == "instruct-multi":
                asked = [t.text for t in answer.turns if t.role == "user"]
                assert "What is of note?" not in asked
                assert "有什么值得注意的？" not in asked


@pytest.mark.parametrize(
    ("term", "modality"),
    [("melanoma", "Dermoscopy"), ("polyp", "Endoscopy"), ("normal", "OCT"),
     ("lymphocyte", "Microscopy"), ("adipose tissue", "Pathology"),
     ("moderate nonproliferative diabetic retinopathy", "Fundus Photography")],
)  # fmt: skip
def test_no_opening_has_more_than_a_tenth_of_the_captions_of_a_class(term, modality):
    """First four characters; with the sampling error of 600 draws."""
    texts = captions(*classed("0", term, modality=modality), "zh", range(600))
    opening, count = Counter(text[:4] for text in texts).most_common(1)[0]
    assert count / len(texts) <= 0.10 + 3 * (0.09 / len(texts)) ** 0.5, opening


# --- choices -------------------------------------------------------------------------------------


def choices_in_boxes(src, labels):
    prompts, found = load_prompts(), []
    for number in range(60):
        slice = bind(src, a_case(), a_slice(number, labels=labels))
        for request in ask(src, a_case(), slice, AskConfig(questions=9), prompts):
            slots = dict(request.slots)
            if request.task == "percept-choice" and slots.get("where") == "box":
                found.append({v for k, v in request.slots if k.startswith("choice")})
    return found


def test_a_general_name_in_a_box_is_neither_asked_for_nor_offered():
    names = {"1": "lesion", "2": "lung lesion", "3": "kidney stone"}
    src = source(modality="CT", labels=[Boxes(xyxy="{b}", names=names)])
    assert choices_in_boxes(src, (replace(mask("1", (9, 9, 99, 99), 0), kind="box"),)) == []
    offered = choices_in_boxes(src, (replace(mask("2", (9, 9, 99, 99), 0), kind="box"),))
    assert offered
    for options in offered:
        assert not options & {"lesion", "病变"}
        assert len(options) == 2


def test_where_an_annotation_names_one_thing_options_come_from_a_closed_list_it_stands_in():
    one = source(modality="CT", labels=[Mask("m", names={1: "spleen", 2: "lung lesion"})])
    offered = choices_in_boxes(one, (mask("1", (9, 9, 99, 99), 0.1),))
    assert offered
    assert all(len(options) == 4 for options in offered)
    # A lung lesion may be a nodule: it stands in no list, so nothing can be offered beside it.
    assert choices_in_boxes(one, (mask("2", (9, 9, 99, 99), 0.1),)) == []


@pytest.mark.parametrize(
    ("text", "letter"),
    [("B", "B"), ("b.", "B"), ("(c)", "C"), (" D、", "D"), ("", ""), ("AB", "?"), ("A, C", "?"),
     ("J", "J"), ("K", "?"), ("none", "?")],
)  # fmt: skip
def test_a_letter_is_exactly_one_letter(text, letter):
    assert one_letter(text) == letter


def asked(src, *notes, **known):
    slice = bind(src, a_case(*notes), a_slice(1, width=0, height=0, **known))
    requests = ask(src, a_case(*notes), slice, AskConfig(), load_prompts())
    return [[t.text for t in answer_offline(r, slice, load_prompts()).turns] for r in requests]


def test_an_empty_choice_shifts_no_letter():
    src = source(labels=[QA("{q}", letter="{l}", choices=("{a}", "{b}", "{c}"))])
    values = (("question", "Which?"), ("letter", "C"), ("choice0", "aspirin"), ("choice1", " "),
              ("choice2", "heparin"), ("explanation", "C is right."))  # fmt: skip
    note = Annotation(part=0, kind="qa", values=values)
    assert asked(src, note) == [["Which?\nA. aspirin\nB. heparin", "B. heparin"]]
    gone = replace(note, values=(*values[:1], ("letter", "B"), *values[2:]))
    assert asked(src, gone) == []


# --- texts of the source -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Normal chest x-XXXX.", "Normal chest x-ray."),
        ("Clear lungs. Compared to XXXX. No effusion.", "Clear lungs. No effusion."),
        ("Seen by ___ today.", ""),
        ("A gland. See https://example.org/a for more.", "A gland."),
        ("<b>A gland</b> &amp; stroma.", "A gland & stroma."),
        ("A 3.5 cm mass [**Name**].", ""),
        ("肘部可见红斑。详见 www.example.org。", "肘部可见红斑。"),
        ("Liver, T2 < T1.", "Liver, T2 < T1."),
    ],
)
def test_captions_lose_residues_and_keep_their_words(text, expected):
    assert readable(text) == expected


def test_a_long_report_is_not_cut_and_one_of_residues_only_is_not_asked():
    src = source(modality="X-Ray", labels=[Report("{r}"), Caption("{c}")])
    long = " ".join(f"Finding number {k} is described here." for k in range(900))
    notes = [Annotation(part=0, kind="report", values=(("text", long),)),
             Annotation(part=1, kind="caption", values=(("text", "XXXX"),))]  # fmt: skip
    said = [turns[-1] for task, turns in lines(src, a_case(*notes), [1], "en")
            if task == "caption-source"]  # fmt: skip
    assert said == [long]


def test_every_annotation_is_a_text_of_its_own():
    src = source(modality="X-Ray", labels=[Caption("{c}"), Report(sections={"findings": "{f}"})])
    notes = [
        Annotation(part=0, kind="caption", values=(("text", "One gland."), ("language", "en"))),
        Annotation(part=0, kind="caption", values=(("text", "可见腺体。"), ("language", "zh"))),
        Annotation(part=1, kind="report", values=(("findings", "Clear."), ("impression", "Fine."))),
        Annotation(part=1, kind="report", values=(("findings", "Dense."),)),
    ]
    said = {
        language: [turns[-1] for task, turns in lines(src, a_case(*notes), [1], language)
                   if task == "caption-source"]
        for language in ("en", "zh")
    }  # fmt: skip
    assert said["zh"] == ["可见腺体。"]
    assert said["en"] == ["One gland.", "Findings: Clear.\nImpression: Fine.", "Dense."]


# --- the instruction to a model ------------------------------------------------------------------


def test_an_instruction_has_a_system_part_that_forbids_what_the_review_rejects():
    prompts = load_prompts(block="ask")
    seen = set()
    for name in ("kidney-ct", "chest-flags", "fundus-boxes"):
        for _, request, _ in answered(name, range(6)):
            system, user = instruction(request, prompts)
            seen.add(request.task)
            assert not re.search("[\ue000-\uf8ff]", system + user)
            assert "JSON" in user
            assert all(f"- {fact.id} " in user for fact in request.facts)
            words = (
                ("advice", "change over time", "masks", "first person")
                if request.language == "en" else ("建议", "随时间的变化", "掩膜", "第一人称")
            )  # fmt: skip
            assert all(word in system for word in words)
            if request.task == "percept-choice":
                options = [v for k, v in request.slots if k.startswith("choice")]
                assert all(f". {option}" in user for option in options)
    assert len(seen) > 8


def test_flags_of_an_absent_finding_are_denied_and_nothing_else():
    src = source(modality="X-Ray", labels=[Flags(names={"P": "pneumothorax"})])
    case = a_case(Annotation(part=0, kind="flags", raw="P", values=(("state", "absent"),)))
    for text in captions(src, case, "en", range(20)):
        assert re.search(r"\b(?:no|without)\b.*pneumothorax|pneumothorax is absent", text, re.I)


def test_bound_patterns_have_no_label_outside():
    assert all(label.presence != "outside" for label in bound("organs-ct").labels)
