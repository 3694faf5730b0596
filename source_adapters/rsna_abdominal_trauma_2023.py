"""RSNA 2023 abdominal trauma (RATIC): organ injuries on CT, graded per patient.

Grades hold for the patient, who may have two series; some organs are cut off in a series
(`incomplete_organ`). Slices with bowel injury or bleeding are listed for few patients: a slice that
is not listed is unknown. 206 series have organ maps, in another orientation than the DICOM stack:
public code turns them, so the kidneys (there 3 is left, 4 right) are given no sides. The test set
is not read.
"""

from gmai_data import UNKNOWN, Class, DicomSeries, First, Flags, Mask, Source, Table

GRADES = Table(First("train_2024.csv", "train.csv"), on="patient_id")

SOURCE = Source(
    name="rsna-abdominal-trauma-2023",
    title="RSNA Abdominal Trauma Detection 2023 (RATIC)",
    version="1.0.0",
    homepage="https://www.kaggle.com/competitions/rsna-2023-abdominal-trauma-detection",
    license="LicenseRef-RSNA-2023",
    access="registration",
    commercial=False,
    modality="CT",
    anatomy=("abdomen",),
    department="General Surgery",
    cite="Rudie et al., Radiology: AI 2024, arXiv:2405.19595",
    cases=DicomSeries("train_images/{patient_id:d}/{series_id:d}/{instance_number:d}.dcm"),
    subject="{patient_id}",
    study="{patient_id}",
    labels=[
        Flags(
            names={
                "bowel_injury": "bowel injury",
                "extravasation_injury": "active extravasation",
            },
            table=GRADES,
            level="study",
        ),
        Flags(
            names={
                "kidney_healthy": "kidney injury",
                "liver_healthy": "liver injury",
                "spleen_healthy": "spleen injury",
            },
            values={"1": "absent", "0": "present"},
            table=GRADES,
            level="study",
        ),
        Flags(
            names={
                f"{organ}_{grade}": f"{grade}-grade {organ} injury"
                for organ in ("kidney", "liver", "spleen")
                for grade in ("low", "high")
            },
            values={"1": "present", "0": "unknown"},  # its absence is said above
            table=GRADES,
            level="study",
        ),
        Class(
            "{injury_name}",
            names={"Bowel": "bowel injury", "Active_Extravasation": "active extravasation"},
            table=Table(
                "image_level_labels.csv", on=("patient_id", "series_id", "instance_number")
            ),
            missing=UNKNOWN,
        ),
        Mask(
            "segmentations/{series_id}.nii",
            names={1: "liver", 2: "spleen", 3: "kidney", 4: "kidney", 5: "bowel"},
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/f10409/RadHarmony docs/wiki/datasets/rsna_abdominal_trauma_2023.md",
        "https://github.com/makogirls/AbdomenNet README.md",
        'public code search for "kidney_left\', 4" (the values of the maps)',
    ),
    verified="loader",
)
