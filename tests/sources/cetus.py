"""CETUS: 3D echo as float volumes at two moments, masks of 255."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(cases=4, subjects=2, annotations={"mask": 4})


def make(root: Path) -> None:
    """Grey levels of 8 bits are stored as floats."""
    for n in (1, 45):
        name = f"patient{n:02d}"
        for moment, box in (("ED", (6, 24, 6, 24, 4, 22)), ("ES", (9, 21, 9, 21, 6, 20))):
            image, mask = fake_volume((30, 30, 26), {1: box}, low=0, high=255, seed=name + moment)
            stem = root / "dataset" / name / f"{name}_{moment}"
            fake_nifti(stem.with_name(f"{stem.name}.nii.gz"), image.astype(np.float32))
            fake_nifti(stem.with_name(f"{stem.name}_gt.nii.gz"), 255 * mask)
