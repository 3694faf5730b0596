"""Alzheimer MRI (Kaggle): four folders in two sets, names that say nothing of the person."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(cases=6, subjects=6, splits={"test": 2, "train": 4})


def make(root: Path) -> None:
    top = root / "Alzheimer_s Dataset"
    for name in (
        "train/MildDemented/mildDem0.jpg",
        "train/ModerateDemented/moderateDem0.jpg",
        "train/NonDemented/nonDem0.jpg",
        "train/VeryMildDemented/verymildDem0.jpg",
        "test/NonDemented/26 (62).jpg",
        "test/VeryMildDemented/26 (19).jpg",
    ):
        fake_image(top / name, (44, 52), mode="L")
