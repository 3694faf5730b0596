"""CAMUS: 2D NIfTI frames of two views, half sequences beside them, facts as "key: value"."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, noise, write_text

EXPECTED = Expected(
    cases=12,
    subjects=3,
    splits={"test": 4, "train": 4, "val": 4},
    names=("left ventricular cavity", "left atrium"),
)
SPLITS = {"patient0001": "training", "patient0002": "validation", "patient0003": "testing"}


def make(root: Path) -> None:
    size = (56, 72)
    mask = np.zeros(size, np.uint8)
    mask[14:42, 10:46] = 2
    mask[18:38, 14:46] = 1
    mask[18:38, 46:62] = 3
    for patient, split in SPLITS.items():
        top = root / "database_nifti" / patient
        for view in ("2CH", "4CH"):
            for moment in ("ED", "ES"):
                image = (255 * noise(size, patient + view + moment)).astype(np.uint8)
                stem = f"{patient}_{view}_{moment}"
                fake_nifti(top / f"{stem}.nii.gz", image, spacing_mm=(0.3, 0.3, 1.0))
                fake_nifti(top / f"{stem}_gt.nii.gz", mask, spacing_mm=(0.3, 0.3, 1.0))
            stem = f"{patient}_{view}_half_sequence"
            film = (255 * noise((*size, 4), stem)).astype(np.uint8)
            fake_nifti(top / f"{stem}.nii.gz", film)
            fake_nifti(top / f"{stem}_gt.nii.gz", np.repeat(mask[:, :, None], 4, axis=2))
            write_text(
                top / f"Info_{view}.cfg",
                "ED: 1\nES: 4\nNbFrame: 4\nSex: F\nAge: 56\nImageQuality: Good\nEF: 54\n"
                "FrameRate: 49.4\n",
            )
        write_text(root / "database_split" / f"subgroup_{split}.txt", f"{patient}\n")
