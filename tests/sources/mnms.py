"""M&Ms: 4D cine and 4D labels filled at ED and ES only, frames named in a table."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

EXPECTED = Expected(
    cases=6,
    subjects=3,
    splits={"test": 2, "train": 4},
    annotations={"mask": 4},
    names=("left ventricle", "left ventricular myocardium", "right ventricle"),
)
# short axis: every index runs oblique to the patient's axes
AFFINE = np.array([
    [-0.88, -0.62, 4.2, 60.0], [0.62, -0.88, -4.2, 40.0], [0.62, -0.62, 6.9, 20.0],
    [0.0, 0.0, 0.0, 1.0],
])  # fmt: skip
FOLDERS = {"A0S9V9": "Training/Labeled", "B3E2W8": "Training/Unlabeled", "D9F5P1": "Testing"}


def make(root: Path) -> None:
    """B3E2W8 is unlabelled, with a blank label file; the table lists a code that is not on disk."""
    base = root / "OpenDataset"
    boxes = {1: (16, 24, 10, 22, 1, 7), 2: (13, 16, 7, 25, 1, 7), 3: (3, 12, 8, 24, 1, 7)}
    for code, place in FOLDERS.items():
        frames = [
            fake_volume((32, 32, 8), boxes, low=0, high=800, seed=f"{code}{t}") for t in (0, 1, 2)
        ]
        image = np.stack([f[0] for f in frames], axis=-1)
        label = np.stack([f[1] for f in frames], axis=-1)
        label[..., 1] = 0
        folder = base / place / code
        fake_nifti(folder / f"{code}_sa.nii.gz", image, affine=AFFINE)
        if code == "B3E2W8":
            label[:] = 0
        fake_nifti(folder / f"{code}_sa_gt.nii.gz", label, affine=AFFINE)
    write_table(
        base / "211230_M&Ms_Dataset_information_diagnosis_opendataset.csv",
        ["", "External code", "VendorName", "Vendor", "Centre", "ED", "ES"],
        [
            [0, "A0S9V9", "Siemens", "A", 1, 0, 2],
            [1, "B3E2W8", "Philips", "B", 2, 2, 0],
            [2, "D9F5P1", "Canon", "D", 5, 0, 2],
            [3, "Z9Z9Z9", "Canon", "D", 5, 0, 2],
        ],
    )
