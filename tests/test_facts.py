from dataclasses import replace

import pytest

from gmai_data import ABSENT, Boxes, Class, Flags, Mask, Value
from gmai_data.errors import DeclarationError, RejectedItem
from gmai_data.schema import Annotation, Label
from gmai_data.terms import LANGUAGES
from gmai_data.words.bind import bind
from gmai_data.words.facts import facts_of
from gmai_data.words.pictures import picture_words
from tests.words_cases import a_case, a_slice, mask, source


def facts(src, case, slice):
    return facts_of(src, case, bind(src, case, slice))


def kinds(found, kind):
    return [(f.value, f.unit) for f in found if f.kind == kind]


KIDNEYS = source(modality="CT", labels=[Mask("m", names={
    1: "kidney", 2: "left kidney", 3: "kidney tumour", 4: None})])  # fmt: skip
GIVEN = a_case(Annotation(part=0, kind="mask"))
CT = {"plane": "axial", "count": 9, "spacing_mm": (1.0, 1.0)}


def test_a_side_in_the_name_is_a_fact_and_the_thing_is_its_base_term():
    found = facts(KIDNEYS, GIVEN, a_slice(1, labels=(mask("2", (0, 0, 9, 9), 0.1),), **CT))
    assert kinds(found, "organ") == [("kidney", "")]
    assert kinds(found, "side") == [("left", "")]


def test_a_side_without_a_source_is_never_a_fact():
    label = mask("3", (0, 0, 9, 9), 0.1, side="left", side_source="")
    assert kinds(facts(KIDNEYS, GIVEN, a_slice(1, labels=(label,), **CT)), "side") == []


def test_a_name_that_geometry_contradicts_loses_its_side():
    label = mask("2", (0, 0, 9, 9), 0.1, side="right", side_source="geometry")
    found = facts(KIDNEYS, GIVEN, a_slice(1, labels=(label,), **CT))
    assert kinds(found, "organ") == [("kidney", "")]
    assert kinds(found, "side") == []


def test_a_known_and_ignored_value_is_dropped():
    bound = bind(KIDNEYS, GIVEN, a_slice(1, labels=(mask("4", (0, 0, 9, 9), 0.1),), **CT))
    assert bound.labels == ()


def test_an_unknown_value_is_rejected_and_an_unknown_term_is_a_declaration_error():
    with pytest.raises(RejectedItem, match="unknown-label"):
        bind(KIDNEYS, GIVEN, a_slice(1, labels=(mask("7", (0, 0, 9, 9), 0.1),), **CT))
    wrong = source(modality="CT", labels=[Mask("m", names={1: "kidny"})])
    with pytest.raises(DeclarationError, match="kidney"):
        bind(wrong, GIVEN, a_slice(1, labels=(mask("1", (0, 0, 9, 9), 0.1),), **CT))


SIZED = {"diameter_mm": 33.6, "short_mm": 27.9}


@pytest.mark.parametrize(
    ("change", "label", "expected"),
    [
        ({}, SIZED, [("34×28", "mm")]),
        ({"spacing_mm": None}, SIZED, []),
        ({"modality": "CR"}, SIZED, []),
        ({}, {**SIZED, "truncated": True}, []),
        ({}, {**SIZED, "regions": 2}, []),
        ({}, {"diameter_mm": 2.4, "short_mm": 2.1}, []),  # under three pixels
        ({}, {"diameter_mm": 33.6}, [("34", "mm")]),
    ],
)
def test_a_size_is_a_fact_only_where_millimetres_are_real(change, label, expected):
    src = replace(KIDNEYS, modality="" if "modality" in change else "CT")
    one = replace(mask("3", (0, 0, 9, 9), 0.1), **label)
    slice = a_slice(1, labels=(one,), **{**CT, **change})
    assert kinds(facts(src, GIVEN, slice), "size") == expected


def test_an_organ_has_no_size():
    one = replace(mask("1", (0, 0, 9, 9), 0.1), **SIZED)
    assert kinds(facts(KIDNEYS, GIVEN, a_slice(1, labels=(one,), **CT)), "size") == []


def boxes(*raws, **known):
    return tuple(
        Label(kind="box", raw=raw, box=(10 * i + 1, 10, 10 * i + 9, 20), **known)
        for i, raw in enumerate(raws)
    )


def test_boxes_are_counted_only_where_the_source_lists_every_object():
    names = {"p": "polyp"}
    slice = a_slice(1, labels=boxes("p", "p"))
    listed = source(modality="Endoscopy", labels=[Boxes(xyxy="{b}", names=names, missing=ABSENT)])
    some = source(modality="Endoscopy", labels=[Boxes(xyxy="{b}", names=names)])
    assert kinds(facts(listed, a_case(), slice), "count") == [("2", "")]
    assert kinds(facts(some, a_case(), slice), "count") == []


def test_what_has_no_plural_is_not_counted():
    labels = boxes("c", "c")
    names = {"c": "consolidation"}
    listed = source(modality="X-Ray", labels=[Boxes(xyxy="{b}", names=names, missing=ABSENT)])
    assert kinds(facts(listed, a_case(), a_slice(1, labels=labels)), "count") == []


def test_a_panoramic_film_is_not_called_dental_twice():
    teeth = source(modality="X-Ray", sequence="panoramic", anatomy=("tooth",))
    found = facts(teeth, a_case(), a_slice(1))
    plain = [picture_words(found, language).before.rstrip("\ue001\ue002") for language in LANGUAGES]
    assert plain == ["panoramic dental radiograph", "口腔全景片"]


def test_numbered_masks_are_counted_and_a_semantic_mask_is_not():
    numbered = [mask("3", (0, 0, 9, 9), 0.1, instance=str(i)) for i in range(3)]
    found = facts(KIDNEYS, GIVEN, a_slice(1, labels=tuple(numbered), **CT))
    assert kinds(found, "count") == [("3", "")]
    one = (mask("3", (0, 0, 9, 9), 0.1),)
    assert kinds(facts(KIDNEYS, GIVEN, a_slice(1, labels=one, **CT)), "count") == []


def test_ten_objects_or_one_cut_by_the_border_are_not_counted():
    many = boxes(*"p" * 10)
    cut = boxes("p", "p", truncated=True)
    src = source(modality="Endoscopy", labels=[
        Boxes(xyxy="{b}", names={"p": "polyp"}, missing=ABSENT)])  # fmt: skip
    for labels in (many, cut):
        assert kinds(facts(src, a_case(), a_slice(1, labels=labels)), "count") == []


def test_absence_is_a_fact_only_where_it_is_annotated():
    def found(empty):
        src = source(modality="CT", labels=[Mask("m", names={
            1: "kidney", 2: "kidney tumour"}, empty=empty)])  # fmt: skip
        return kinds(
            facts(src, GIVEN, a_slice(1, labels=(mask("1", (0, 0, 9, 9), 0.1),), **CT)), "absent"
        )

    assert found("absent") == [("kidney tumour", "")]
    assert found("unknown") == []
    assert found("outside") == []


@pytest.mark.parametrize(
    ("state", "present", "absent"),
    [("present", 1, 0), ("absent", 0, 1), ("uncertain", 0, 0), ("unknown", 0, 0)],
)
def test_flags_say_what_their_state_says_and_nothing_else(state, present, absent):
    src = source(modality="X-Ray", labels=[Flags(names={"P": "pneumothorax"})])
    case = a_case(Annotation(part=0, kind="flags", raw="P", values=(("state", state),)))
    found = facts(src, case, a_slice(1))
    assert len(kinds(found, "finding")) == present
    assert len(kinds(found, "absent")) == absent


def test_an_absence_never_contradicts_what_is_present_or_more_special():
    src = source(modality="X-Ray", labels=[Flags(names={
        "F": "fracture", "R": "rib fracture"})])  # fmt: skip
    states = (("F", "absent"), ("R", "present"))
    case = a_case(*(
        Annotation(part=0, kind="flags", raw=raw, values=(("state", s),)) for raw, s in states
    ))  # fmt: skip
    assert kinds(facts(src, case, a_slice(1)), "absent") == []


def test_a_class_of_a_whole_volume_is_a_fact_of_the_examination():
    src = source(modality="CT", labels=[Class("{c}", names={"1": "COVID-19 pneumonia"})])
    case = a_case(Annotation(part=0, kind="class", raw="1"))
    found = facts(src, case, a_slice(1, **CT))
    assert kinds(found, "level") == [("study", "")]
    assert kinds(facts(src, case, a_slice(1)), "level") == []


def test_what_is_true_of_the_patient_only_is_never_said_of_an_image():
    src = source(modality="CT", labels=[
        Class("{c}", names={"1": "lung cancer"}, level="subject"),
        Value("{a}", name="age", unit="year")])  # fmt: skip
    case = a_case(
        Annotation(part=0, kind="class", raw="1"),
        Annotation(part=1, kind="value", values=(("value", "61"),)),
    )
    assert {f.kind for f in facts(src, case, a_slice(1))} == {"modality"}


def test_a_measured_value_keeps_its_unit_and_a_grade_its_scale():
    src = source(modality="Ultrasound", labels=[
        Value("{e}", name="ejection fraction", unit="%"),
        Class("{g}", names={"1": "mild"}, of="severity")])  # fmt: skip
    case = a_case(
        Annotation(part=0, kind="value", values=(("value", "62"),)),
        Annotation(part=1, kind="class", raw="1"),
    )
    found = facts(src, case, a_slice(1))
    assert kinds(found, "value") == [("62", "%")]
    assert kinds(found, "grade") == [("mild", "severity")]


def test_readers_must_agree_by_majority():
    src = source(modality="X-Ray", labels=[
        Flags(names={"P": "pneumothorax"}, rater="{r}")])  # fmt: skip

    def found(*states):
        notes = [
            Annotation(part=0, kind="flags", raw="P", values=(("state", s),), rater=f"R{i}")
            for i, s in enumerate(states)
        ]
        return kinds(facts(src, a_case(*notes), a_slice(1)), "finding")

    assert found("present", "present", "absent") == [("pneumothorax", "")]
    assert found("present", "absent", "absent") == []


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ((51.2, 102.4, 256, 512), "[[0.10, 0.20, 0.50, 1.00]]"),
        ((100, 100, 101, 101), ""),  # vanishes at two decimals
    ],
)
def test_boxes_are_normalised_to_two_decimals(box, expected):
    src = source(modality="Endoscopy", labels=[Boxes(xyxy="{b}", names={"p": "polyp"})])
    slice = a_slice(1, labels=(Label(kind="box", raw="p", box=box),))
    found = [value for value, _ in kinds(facts(src, a_case(), slice), "box")]
    assert found == ([expected] if expected else [])


def test_a_declared_modality_that_the_file_contradicts_is_rejected():
    with pytest.raises(RejectedItem, match="modality-conflict"):
        bind(source(modality="CT"), a_case(), a_slice(1, modality="MR"))


@pytest.mark.parametrize(
    ("code", "name", "sequence"),
    [
        ("PT", "PET", ""),
        ("MG", "X-Ray", "mammography"),
        ("OPT", "OCT", ""),
        ("US", "Ultrasound", ""),
    ],
)
def test_dicom_codes_become_the_names_of_the_field(code, name, sequence):
    bound = bind(source(), a_case(), a_slice(1, modality=code))
    assert (bound.modality, bound.sequence) == (name, sequence)


@pytest.mark.parametrize(
    ("modality", "anatomy", "department"),
    [
        ("Fundus Photography", (), "Ophthalmology"),
        ("Dermoscopy", (), "Dermatology"),
        ("CT", ("brain",), "Neurosurgery"),
        ("X-Ray", ("chest",), "Pulmonary Medicine"),
        ("MR", ("prostate",), "Urology"),
        ("Endoscopy", ("colon",), "Gastroenterology and Hepatology"),
        ("Pathology", ("colon",), "Laboratory Medicine and Pathology"),
        ("X-Ray", ("hand",), "Orthopedic Surgery"),
    ],
)
def test_the_department_follows_from_modality_and_anatomy(modality, anatomy, department):
    src = source(modality=modality, anatomy=anatomy)
    assert bind(src, a_case(), a_slice(1)).department == department


def test_a_declared_department_wins():
    src = source(modality="CT", anatomy=("brain",), department="Oncology (Medical)")
    assert bind(src, a_case(), a_slice(1)).department == "Oncology (Medical)"


def test_what_lies_within_another_says_so_with_its_third_and_its_share():
    src = source(modality="CT", labels=[Mask("m", names={1: "spleen", 2: "abscess"})])
    inner = mask("2", (10, 10, 60, 60), 0.02, within="0/1", within_share=0.121, third="upper")
    slice = a_slice(1, labels=(mask("1", (0, 0, 90, 90), 0.2), inner), **CT)
    found = facts(src, GIVEN, slice)
    (within,) = [f for f in found if f.kind == "within"]
    assert within.value == "spleen"
    assert {f.id: f.value for f in found}[within.unit] == "spleen"
    assert kinds(found, "third") == [("upper", "")]
    assert kinds(found, "part") == [("12", "%")]


def test_what_cannot_be_seen_in_this_window_is_not_said():
    label = mask("3", (0, 0, 9, 9), 0.1, hidden=True)
    assert kinds(facts(KIDNEYS, GIVEN, a_slice(1, labels=(label,), **CT)), "finding") == []


def test_a_mean_attenuation_is_a_fact_of_a_lesion_on_ct_only():
    label = mask("3", (0, 0, 9, 9), 0.1, mean_hu=35)
    organ = mask("1", (0, 0, 9, 9), 0.1, mean_hu=35)
    found = facts(KIDNEYS, GIVEN, a_slice(1, labels=(label, organ), **CT))
    assert kinds(found, "attenuation") == [("35", "HU")]


def test_a_state_of_an_organ_has_a_box_but_no_place_or_size_of_its_own():
    src = source(modality="X-Ray", labels=[Boxes(xyxy="{b}", names={"c": "cardiomegaly"})])
    label = Label(kind="box", raw="c", box=(100, 200, 400, 400))
    found = facts(src, a_case(), a_slice(1, labels=(label,)))
    assert kinds(found, "box")
    assert kinds(found, "position") == kinds(found, "size") == []


def test_grades_at_levels_of_the_spine_are_each_said_of_their_level():
    src = source(modality="MR", labels=[
        Class("{g}", names={"1": "mild", "2": "moderate"}, of="spinal stenosis")])  # fmt: skip
    case = a_case(*(
        Annotation(part=0, kind="class", raw=raw, attrs=(("spinal level", level),))
        for raw, level in (("1", "l3_l4"), ("2", "l4_l5"), ("2", "l5_s1"))
    ))  # fmt: skip
    found = facts(src, case, a_slice(1))
    assert [value for value, _ in kinds(found, "grade")] == ["mild", "moderate", "moderate"]
    assert [v for v, _ in kinds(found, "attribute")] == ["L3/L4", "L4/L5", "L5/S1"]
    plain = a_case(*(Annotation(part=0, kind="class", raw=raw) for raw in "12"))
    assert kinds(facts(src, plain, a_slice(1)), "grade") == []


def test_a_clinical_photograph_is_not_called_dermoscopy():
    src = source(modality="Dermoscopy", sequence="clinical photograph")
    found = facts(src, a_case(), a_slice(1))
    assert kinds(found, "modality") == []
    assert kinds(found, "sequence") == [("clinical photograph", "")]
