"""DeepDRiD: regular and ultra-widefield fundus photographs graded for diabetic retinopathy.

The level of an eye is in the column of its side, the other is empty; the evaluation table has one
column. Level 5 cannot be graded. The paths in the table hold backslashes and lack a folder, so they
are not used. Patient numbers of both kinds are taken for the same persons, which is not said. The
ultra-widefield evaluation is not read.
"""

from gmai_data import Class, First, Layout, Source, Table

LEVELS = {
    "0": "no diabetic retinopathy",
    "1": "mild nonproliferative diabetic retinopathy",
    "2": "moderate nonproliferative diabetic retinopathy",
    "3": "severe nonproliferative diabetic retinopathy",
    "4": "proliferative diabetic retinopathy",
    "5": None,
}
QUALITY = {range(5): None, "5": "ungradable"}
EYE = First("{left_eye_DR_Level}", "{right_eye_DR_Level}")
TEST = "regular_fundus_images/Online-Challenge1&2-Evaluation"
IMAGE = {"image_id": "{patient:d}_{shot:l1|l2|r1|r2}"}


def graded(expr: str | First) -> list[Class]:
    """Both readings of a level: the grade, or that there is none."""
    return [
        Class(expr, of="diabetic retinopathy grade", names=LEVELS),
        Class(expr, of="image quality", names=QUALITY),
    ]


SOURCE = Source(
    name="deepdrid",
    title="DeepDRiD",
    version="1.0.0",
    homepage="https://github.com/deepdrdoc/DeepDRiD",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    commercial=False,
    benchmark=("test",),
    cite="Liu et al., DeepDRiD, Patterns 2022",
    subject="{patient}",
    study="{patient}",
    parts=(
        *(
            Layout(
                f"{kind} {name}",
                cases=Table(
                    f"{top}/{kind}-{name}/{kind}-{name}.csv",
                    parse=IMAGE,
                    image=f"{top}/{kind}-{name}/Images/{{patient}}/{{patient}}_{{shot}}.jpg",
                ),
                split=split,
                labels=graded(level),
            )
            for kind, top, level in (
                ("regular-fundus", "regular_fundus_images", EYE),
                ("ultra-widefield", "ultra-widefield_images", "{DR_level}"),
            )
            for name, split in (("training", "train"), ("validation", "val"))
        ),
        Layout(
            "evaluation",
            cases=Table(
                First(f"{TEST}/Challenge1_labels.xlsx", f"{TEST}/Challenge1_labels.csv"),
                parse=IMAGE,
                image=f"{TEST}/Images/{{patient}}/{{patient}}_{{shot}}.jpg",
            ),
            split="test",
            labels=graded("{DR_Levels}"),
        ),
    ),
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        'public code search for "regular-fundus-training.csv" (columns and paths observed)',
    ),
    verified="loader",
)
