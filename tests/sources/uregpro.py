"""mu-RegPro: MR and ultrasound of one prostate on two grids; labels with an axis of structures."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=6, subjects=3, splits={"train": 4, "val": 2}, annotations={"mask": 6}, names=("prostate",)
)
PLACES = {"mr": ((32, 30, 20), (0, 900)), "us": ((28, 32, 24), (0, 255))}


def make(root: Path) -> None:
    """The first structure is the gland; the others are landmarks that differ by patient."""
    for split, n in (("train", 0), ("train", 1), ("val", 65)):
        name = f"case{n:06d}.nii.gz"
        for kind, (shape, (low, high)) in PLACES.items():
            image, gland = fake_volume(
                shape, {1: (8, 20, 8, 20, 5, 15)}, low=low, high=high, seed=f"{kind}{n}"
            )
            labels = np.zeros((*shape, 6), np.uint8)
            labels[..., 0] = gland
            labels[12:15, 12:15, 8:11, 1] = 1
            base = root / "nifti_data" / split
            fake_nifti(base / f"{kind}_images" / name, image, spacing_mm=(0.8, 0.8, 0.8))
            fake_nifti(base / f"{kind}_labels" / name, labels, spacing_mm=(0.8, 0.8, 0.8))
