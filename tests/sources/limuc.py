"""LIMUC: score folders in two sets, the same images once more by patient."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=3,
    subjects=2,
    splits={"test": 1, "train": 2},
    annotations={"class": 3},
    names=("Mayo endoscopic score 0", "Mayo endoscopic score 3"),
)


def make(root: Path) -> None:
    for name in (
        "train_and_validation_sets/Mayo 0/UC_patient_100_15",
        "train_and_validation_sets/Mayo 2/UC_patient_100_16",
        "test_set/Mayo 3/UC_patient_7_2",
        "patient_based_classified_images/7/Mayo 3/UC_patient_7_2",
    ):
        fake_image(root / f"{name}.bmp", (64, 52), seed=name[-8:])
