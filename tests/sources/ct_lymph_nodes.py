"""CT Lymph Nodes: DICOM of two body parts, masks with a value per node."""

from pathlib import Path

import numpy as np
from pydicom.uid import generate_uid

from gmai_data.testing import (
    Expected,
    fake_dicom_series,
    fake_nifti,
    fake_volume,
    write_text,
)

EXPECTED = Expected(cases=3, subjects=3, annotations={"mask": 3}, names=("enlarged lymph node",))
BOXES = {1: (4, 10, 6, 12, 2, 6), 2: (18, 26, 14, 20, 4, 9)}


def make(root: Path) -> None:
    """An abdominal and two mediastinal patients; the second of these has one node."""
    for n, patient in ((1, "ABD_LYMPH_001"), (2, "MED_LYMPH_001"), (3, "MED_LYMPH_090")):
        boxes = {k: v for k, v in BOXES.items() if k == 1 or n < 3}
        image, mask = fake_volume((32, 30, 12), boxes, seed=patient)
        fake_dicom_series(
            root / "CT Lymph Nodes" / patient / f"09-14-2014-{patient}-abdominallymphnodes-30274"
            / "abdominallymphnodes-26828",
            image,
            name="1-{n:03d}.dcm",
            PatientID=patient,
            StudyInstanceUID=generate_uid(entropy_srcs=["study", patient]),
        )  # fmt: skip
        fake_nifti(
            root / "MED_ABD_LYMPH_MASKS" / patient / f"{patient}_mask.nii.gz",
            mask,
            affine=_lps(),
        )
    write_text(
        root / "MED_ABD_LYMPH_ANNOTATIONS" / patient / f"{patient}_lymphnodes_sizes.txt", "1"
    )


def _lps() -> np.ndarray:
    return np.diag([-1.0, -1.0, 1.0, 1.0])
