"""CHAOS MR: DICOM series per phase, PNG masks by grey value, test sets without masks."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom_series, fake_mask, noise

EXPECTED = Expected(
    cases=6,
    subjects=2,
    splits={"test": 3, "train": 3},
    annotations={"mask": 3},
    names=("liver", "right kidney", "left kidney", "spleen"),
)
BOXES = {63: (2, 4, 14, 18), 126: (6, 19, 12, 25), 189: (20, 19, 26, 25), 252: (20, 4, 29, 12)}


def make(root: Path) -> None:
    """Patient 1 is labelled, patient 3 is not; the T1 masks are named as the in-phase files."""
    for part, patient in (("Train_Sets", 1), ("Test_Sets", 3)):
        base = root / part / "MR" / str(patient)
        for place in ("T1DUAL/DICOM_anon/InPhase", "T1DUAL/DICOM_anon/OutPhase",
                      "T2SPIR/DICOM_anon"):  # fmt: skip
            volume = (noise((32, 28, 6), f"{patient}{place}") * 900).astype(np.int16)
            fake_dicom_series(
                base / place,
                volume,
                name=f"IMG-{5 if 'Out' in place else 4:04d}-{{n:05d}}.dcm",
                spacing_mm=(1.5, 1.5, 5.5),
                Modality="MR",
                SOPClassUID="1.2.840.10008.5.1.4.1.1.4",
                PatientID=str(patient),
            )
        if part == "Train_Sets":
            for sequence in ("T1DUAL", "T2SPIR"):
                for n in range(1, 7):
                    fake_mask(base / sequence / "Ground" / f"IMG-0004-{n:05d}.png", (32, 28), BOXES)
