"""RSNA 2022: fractures of the seven cervical vertebrae on CT, with boxes and maps for some.

Fractures are given per study and level; boxes per slice, for 235 of the studies, so a slice without
a box is unknown. 87 studies have a map of vertebrae (C1 to T12), stored sagittally: it is placed by
its affine. There is no patient id: the study stands for the patient. The test set is not read.
"""

from gmai_data import UNKNOWN, Boxes, DicomSeries, Flags, Mask, Source, Table

LEVELS = (*(f"C{n}" for n in range(1, 8)), *(f"T{n}" for n in range(1, 13)))

SOURCE = Source(
    name="rsna-cspine-2022",
    title="RSNA Cervical Spine Fracture Detection 2022",
    version="1.0.0",
    homepage="https://www.kaggle.com/c/rsna-2022-cervical-spine-fracture-detection",
    license="LicenseRef-RSNA-2022",
    access="registration",
    commercial=False,
    modality="CT",
    anatomy=("cervical spine",),
    department="Orthopedic Surgery",
    window="bone",
    cite="Lin et al., Radiology: AI 2023, doi:10.1148/ryai.230034",
    cases=DicomSeries("train_images/{uid}/{slice_number:d}.dcm"),
    subject="{uid}",
    study="{uid}",
    labels=[
        Flags(
            names={
                "patient_overall": "cervical spine fracture",
                **{level: f"{level} fracture" for level in LEVELS[:7]},
            },
            table=Table("train.csv", parse={"StudyInstanceUID": "{uid}"}, on="uid"),
            level="study",
        ),
        Boxes(
            xywh=("{x}", "{y}", "{width}", "{height}"),
            name="vertebral fracture",
            table=Table(
                "train_bounding_boxes.csv",
                parse={"StudyInstanceUID": "{uid}"},
                on=("uid", "slice_number"),
            ),
            missing=UNKNOWN,
        ),
        Mask(
            "segmentations/{uid}.nii",
            names={n: f"{level} vertebra" for n, level in enumerate(LEVELS, 1)},
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "train_bounding_boxes.csv"',
        "the competition's data page, as public notebooks quote it",
    ),
    verified="loader",
)
