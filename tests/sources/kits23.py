"""KiTS23 as `kits23_download_data` leaves it: a gap in the numbers, instances beside the map."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"mask": 3},
    names=("kidney", "kidney tumour", "kidney cyst"),
    absent=("kidney cyst",),
)
# index order is slice, row, column; the affine turns it, its origin is arbitrary
AFFINE = np.array([[0, 0, -1.5, 0], [0, -1.5, 0, 0], [-2.0, 0, 0, 0], [0, 0, 0, 1.0]])


def make(root: Path) -> None:
    """Case 400 follows 299; case_00588 has no cyst."""
    boxes = {1: (6, 20, 4, 14, 4, 14), 2: (8, 14, 6, 11, 6, 11), 3: (15, 19, 5, 9, 5, 9)}
    for case in (299, 400, 588):
        folder = root / "kits23" / "dataset" / f"case_{case:05d}"
        present = {k: v for k, v in boxes.items() if k < 3 or case != 588}
        image, mask = fake_volume((28, 32, 32), present, seed=str(case))
        fake_nifti(folder / "imaging.nii.gz", image, affine=AFFINE)
        fake_nifti(folder / "segmentation.nii.gz", mask, affine=AFFINE)
        fake_nifti(
            folder / "instances" / "tumor_instance-1_annotation-1.nii.gz",
            (mask == 2).astype(np.uint8),
            affine=AFFINE,
        )
    write_json(root / "kits23" / "dataset" / "kits23.json", [{"case_id": "case_00299"}])
