"""Pancreas-CT: a DICOM series per patient, its mask as NIfTI in another order of rows."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom_series, fake_nifti, fake_volume

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("pancreas",))
# columns grow to the left, rows to the front: the rows of the mask run against those of the image
AFFINE = np.array([[-1.0, 0, 0, 0], [0, 1.0, 0, -29.0], [0, 0, 1.0, 0], [0, 0, 0, 1.0]])


def make(root: Path) -> None:
    """Patient 25 was withdrawn: the numbers have a gap."""
    for n in (24, 26):
        image, mask = fake_volume((32, 30, 20), {1: (6, 22, 8, 20, 4, 14)}, seed=str(n))
        name = f"PANCREAS_{n:04d}"
        fake_dicom_series(
            root / "Pancreas-CT" / name / "11-24-2015-PANCREAS0001-Pancreas-18957"
            / "Pancreas-99667",
            image,
            name="1-{n:03d}.dcm",
            PatientID=name,
        )  # fmt: skip
        fake_nifti(
            root / "TCIA_pancreas_labels-02-05-2017" / f"label{n:04d}.nii.gz",
            np.ascontiguousarray(mask[:, ::-1]),
            affine=AFFINE,
        )
