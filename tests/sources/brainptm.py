"""BrainPTM: a file per tract and side in another folder than T1; tracts may be missing."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, noise, write_text
from tests.pairs import write_pair, write_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 6},
)
TRACTS = {
    "OR_left": (22, 28, 16, 26, 4, 12), "OR_right": (4, 10, 16, 26, 4, 12),
    "CST_left": (18, 21, 10, 14, 2, 18), "CST_right": (11, 14, 10, 14, 2, 18),
}  # fmt: skip


def make(root: Path) -> None:
    """Case 2 has no corticospinal tracts, case 61 is a test case without any."""
    for case in (1, 2, 61):
        part = "train" if case < 61 else "test"
        folder = root / f"sheba75_data_{part}" / f"case_{case}"
        boxes = dict(enumerate(TRACTS.values(), 1))
        labels = write_pair(folder / "T1.nii.gz", None, boxes, low=0, high=900, seed=str(case))
        write_volume(folder / "brain_mask.nii.gz", np.ones(labels.shape, np.uint8))
        fake_nifti(folder / "Diffusion.nii.gz", noise((16, 16, 8, 3), str(case)) * 900)
        write_text(folder / "Diffusion.bvals", "0 1000 1000\n")
        for n, tract in enumerate(TRACTS, 1):
            if part == "train" and not (case == 2 and tract.startswith("CST")):
                tracts = root / "sheba75_tracts_train" / f"case_{case}"
                write_volume(tracts / f"{tract}.nii.gz", (labels == n).astype(np.uint8))
