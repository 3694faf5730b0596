"""What a specialist would call false or laugh at: places, asides, scales, sequences."""

import pytest

from gmai_data import Class, Mask
from gmai_data.schema import Annotation
from gmai_data.words.channels import shows
from gmai_data.words.distractors import terms_for
from gmai_data.words.english import sentences
from tests.test_wording import captions, facts, kinds
from tests.words_cases import a_case, a_slice, mask, source


def test_a_white_matter_hyperintensity_is_not_named_on_t1():
    for sequence, expected in (("FLAIR", True), ("T2w", True), ("T1w", False), ("T1w+Gd", False)):
        slice = a_slice(1, modality="MR", sequence=sequence)
        assert shows("white matter hyperintensity", slice) is expected
        assert shows("white matter lesion", slice)


@pytest.mark.parametrize(
    ("holder", "held", "expected"),
    [
        ("lung", "pleural effusion", []),
        ("lung", "pneumothorax", []),
        ("cardiac blood pool", "aorta", []),
        ("lung", "consolidation", ["lung"]),
    ],
)
def test_what_lies_beside_the_lung_is_not_said_to_lie_in_it(holder, held, expected):
    src = source(modality="CT", labels=[Mask("m", names={1: holder, 2: held})])
    labels = (
        mask("1", (0, 0, 200, 200), 0.1),
        mask("2", (10, 10, 60, 60), 0.01, within="0/1", within_share=0.1),
    )
    found = facts(src, a_case(Annotation(part=0, kind="mask")), a_slice(1, labels=labels))
    assert kinds(found, "within") == expected


@pytest.mark.parametrize(
    ("correct", "pool", "expected"),
    [
        ("heart", ("mediastinum", "breast", "bone"), {"breast", "bone"}),
        ("mediastinum", ("heart", "breast", "bone"), {"breast", "bone"}),
        ("left maxillary sinus", ("maxilla", "pharynx", "mandible"), {"pharynx", "mandible"}),
        (
            "diabetic retinopathy",
            ("diabetic macular oedema", "central serous retinopathy"),
            {"central serous retinopathy"},
        ),
    ],
)
def test_a_wrong_option_is_not_true_as_well(correct, pool, expected):
    assert set(terms_for(correct, (), pool, 1)) == expected


def test_two_asides_in_a_row_are_one_and_no_comma_stands_before_an_aside():
    assert sentences("a cyst (6 mm × 6 mm) (axial CT image) .") == (
        "A cyst (6 mm × 6 mm; axial CT image)."
    )
    assert sentences("a cyst, 6 by 6 mm, (axial CT image) .") == (
        "A cyst, 6 by 6 mm (axial CT image)."
    )


def test_a_grade_of_the_examination_does_not_repeat_its_scale():
    name, scale = "ISUP grade group 4", "ISUP grade group"
    src = source(modality="Pathology", anatomy=("prostate",), labels=[
        Class("{g}", of=scale, names={"4": name}, level="study")])  # fmt: skip
    case = a_case(Annotation(part=0, kind="class", raw="4"))
    said = captions(src, case, "en")
    assert said
    for text in said:
        assert text.count("ISUP") == 1, text
    for text in captions(src, case, "zh"):
        assert text.count("ISUP") == 1, text


def test_a_photograph_is_ungradable_and_not_of_ungradable_quality():
    src = source(modality="Fundus Photography", labels=[
        Class("{q}", of="image quality", names={"5": "ungradable"})])  # fmt: skip
    case = a_case(Annotation(part=0, kind="class", raw="5"))
    for text in captions(src, case, "en", range(20)) + captions(src, case, "zh", range(20)):
        assert "quality" not in text
        assert "图像质量为" not in text
