"""IVDM3Seg: four Dixon images of one grid and a mask of all discs, in folders by number."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=2, subjects=2, annotations={"mask": 2}, names=("intervertebral disc",), rejected=1
)
BESIDE = np.array([[-2.0, 0, 0, 8], [0, -1.25, 0, 4], [0, 0, 1.25, 0], [0, 0, 0, 1]])


def make(root: Path) -> None:
    """Plain .nii; the labels are named with a capital letter; those of 16 lie beside the images."""
    for n in (1, 16):
        folder = root / f"{n:02d}"
        for channel in ("fat", "inn", "opp", "wat"):
            mask = write_pair(
                folder / f"{n:02d}_{channel}.nii",
                folder / f"{n:02d}_Labels.nii",
                cells((1,)),
                low=0,
                high=900,
                spacing_mm=(2.0, 1.25, 1.25),
            )
        if n == 16:
            fake_nifti(folder / "16_Labels.nii", mask, affine=BESIDE)
