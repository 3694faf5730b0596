"""KiTS19: folders per case, the test ones (210 and above) without a segmentation."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 2},
    names=("kidney", "kidney tumour"),
)
# index order is slice, row, column; only the affine tells
AFFINE = np.array([[0, 0, -1.0, 0], [0, -1.0, 0, 0], [-3.0, 0, 0, 0], [0, 0, 0, 1.0]])


def make(root: Path) -> None:
    """The tumour is cut out of the kidney; case_00210 is a test case."""
    boxes = {1: (6, 20, 4, 14, 4, 14), 2: (8, 14, 6, 11, 6, 11)}
    for case in (0, 209, 210):
        folder = root / "kits19" / "data" / f"case_{case:05d}"
        image, mask = fake_volume((28, 32, 32), boxes, seed=str(case))
        fake_nifti(folder / "imaging.nii.gz", image, affine=AFFINE)
        if case < 210:
            fake_nifti(folder / "segmentation.nii.gz", mask, affine=AFFINE)
    write_json(root / "kits19" / "data" / "kits.json", [{"case_id": "case_00000"}])
