"""MM-WHS: CT and MR with the same numbers, label values of hundreds and one stray 421."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=5,
    subjects=5,
    splits={"test": 2, "train": 3},
    annotations={"mask": 3},
    names=("left atrium", "right ventricle", "ascending aorta", "pulmonary artery"),
)
VALUES = np.array([0, 205, 420, 500, 550, 600, 820, 850, 421], np.int16)


def make(root: Path) -> None:
    """ct 1001 and mr 1001 are two patients; the test folders have no labels."""
    boxes = {
        1: (4, 20, 4, 16, 4, 16), 2: (4, 12, 18, 26, 14, 22), 3: (7, 17, 7, 14, 6, 14),
        4: (20, 28, 18, 26, 12, 20), 5: (20, 28, 4, 16, 4, 12), 6: (13, 18, 16, 22, 16, 26),
        7: (13, 18, 24, 28, 16, 24),
    }  # fmt: skip
    for kind, n in (("ct", 1001), ("mr", 1001), ("mr", 1010)):
        low, high = (-800, 500) if kind == "ct" else (0, 900)
        image, mask = fake_volume((32, 32, 28), boxes, low=low, high=high, seed=f"{kind}{n}")
        mask[4, 18, 14] = 8 if (kind, n) == ("mr", 1010) else mask[4, 18, 14]
        stem = root / f"{kind}_train" / f"{kind}_train_{n}"
        fake_nifti(stem.with_name(f"{stem.name}_image.nii.gz"), image)
        fake_nifti(stem.with_name(f"{stem.name}_label.nii.gz"), VALUES[mask])
    for kind in ("ct", "mr"):
        fake_nifti(root / f"{kind}_test" / f"{kind}_test_2001_image.nii.gz", image)
