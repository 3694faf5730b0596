"""FUMPE: DICOM folders per patient, the embolus as variable `Mask` of a MATLAB file."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom_series, fake_volume, write_mat, write_table

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 4}, names=("pulmonary embolism",))


def make(root: Path) -> None:
    """Patient 3 has no embolus; the array is (row, column, slice), slices in the files' order."""
    for n in (1, 3):
        boxes = {1: (6, 14, 10, 14, 3, 7)} if n == 1 else {}
        image, mask = fake_volume((32, 30, 10), boxes, seed=f"PAT{n:03d}")
        fake_dicom_series(
            root / "CT_scans" / f"PAT{n:03d}",
            image,
            name="D{n:04d}.dcm",
            spacing_mm=(0.7, 0.7, 1.0),
            PatientID=f"PAT{n:03d}",
        )
        write_mat(
            root / "GroundTruth" / f"PAT{n:03d}.mat",
            {"Mask": np.ascontiguousarray(mask.transpose(1, 0, 2))},
        )
    write_table(root / "PatientsInfo.csv", ["Patient", "Age"], [["PAT001", 50]])
