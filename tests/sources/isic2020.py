"""ISIC 2020: several lesions of one patient, diagnoses that are mostly "unknown"."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=3, subjects=2, annotations={"class": 6}, names=("benign", "malignant", "melanoma")
)
HEADER = [
    "image_name",
    "patient_id",
    "sex",
    "age_approx",
    "anatom_site_general_challenge",
    "diagnosis",
    "benign_malignant",
    "target",
]
ROWS = [
    ["ISIC_2637011", "IP_7279968", "male", "45.0", "head/neck", "unknown", "benign", 0],
    ["ISIC_0015719", "IP_3075186", "female", "45.0", "upper extremity", "unknown", "benign", 0],
    ["ISIC_0149568", "IP_3075186", "female", "55.0", "", "melanoma", "malignant", 1],
]


def make(root: Path) -> None:
    write_table(root / "ISIC_2020_Training_GroundTruth.csv", HEADER, ROWS)
    for row in ROWS:
        fake_image(root / "ISIC_2020_Training_JPEG" / "train" / f"{row[0]}.jpg", (64, 48))
    write_table(
        root / "ISIC_2020_Training_Duplicates.csv",
        ["image_name_1", "image_name_2"],
        [["ISIC_0015719", "ISIC_0149568"]],
    )
