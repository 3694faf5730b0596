"""ACDC: training and testing, the 4D cine beside its two labelled frames, Info.cfg per patient."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_text

EXPECTED = Expected(
    cases=6,
    subjects=3,
    splits={"test": 2, "train": 4},
    annotations={"mask": 6, "class": 6},
    names=("right ventricle", "left ventricular myocardium", "left ventricle"),
)


def make(root: Path) -> None:
    """The systolic frame has another number in each patient."""
    patients = (("training", 1, 12, "DCM"), ("training", 20, 11, "NOR"), ("testing", 101, 14, "RV"))
    boxes = {1: (3, 12, 8, 24, 1, 7), 2: (13, 27, 7, 25, 1, 7), 3: (16, 24, 10, 22, 1, 7)}
    for split, patient, systole, group in patients:
        name = f"patient{patient:03d}"
        folder = root / "database" / split / name
        shape = (32, 32, 8)
        for frame in (1, systole):
            image, mask = fake_volume(shape, boxes, low=0, high=800, seed=f"{patient}-{frame}")
            stem = f"{name}_frame{frame:02d}"
            fake_nifti(folder / f"{stem}.nii.gz", image, spacing_mm=(1.5, 1.5, 8.0))
            fake_nifti(folder / f"{stem}_gt.nii.gz", mask, spacing_mm=(1.5, 1.5, 8.0))
        cine = np.stack([image, image], axis=-1)
        fake_nifti(folder / f"{name}_4d.nii.gz", cine, spacing_mm=(1.5, 1.5, 8.0))
        write_text(
            folder / "Info.cfg",
            f"ED: 1\nES: {systole}\nGroup: {group}\nHeight: 184.0\nNbFrame: 30\nWeight: 95.0\n",
        )
