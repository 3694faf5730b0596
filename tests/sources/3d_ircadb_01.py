"""3D-IRCADb-01: DICOM without suffixes, a folder of mask pictures per structure, 255 inside."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom_series, fake_volume, write_text

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 7},
    names=("liver", "left kidney", "liver tumour"),
)
# columns grow to the patient's left
PATIENTS = {
    1: {"liver": (2, 16, 4, 20, 1, 9), "livertumor01": (4, 8, 8, 12, 2, 6),
        "livertumor02": (10, 14, 8, 12, 4, 8), "leftkidney": (22, 28, 14, 22, 2, 8)},
    20: {"liver": (2, 18, 4, 20, 1, 9), "bone": (14, 18, 24, 28, 0, 10),
         "portalvein": (12, 15, 8, 11, 3, 7)},
}  # fmt: skip


def make(root: Path) -> None:
    """Structures differ between patients; the archives stay beside what they held."""
    for n, structures in PATIENTS.items():
        folder = root / "3Dircadb1" / f"3Dircadb1.{n}"
        image, _ = fake_volume((32, 30, 10), seed=str(n))
        shown = {"spacing_mm": (0.8, 0.8, 2.5), "PatientID": f"3Dircadb1.{n}"}
        fake_dicom_series(folder / "PATIENT_DICOM", image, name="image_{n}", **shown)
        for structure, (i1, i2, j1, j2, k1, k2) in structures.items():
            mask = np.zeros(image.shape, np.int16)
            mask[i1:i2, j1:j2, k1:k2] = 255
            fake_dicom_series(
                folder / "MASKS_DICOM" / structure, mask - 1024, name="image_{n}",
                RescaleIntercept=0, **shown,
            )  # fmt: skip
        write_text(folder / "Creative Commons Attribution.pdf", "%PDF-1.4")
