"""PROMISE12: MetaImage pairs, test cases numbered from 00 again and without segmentations."""

from pathlib import Path

import numpy as np
import SimpleITK as sitk

from gmai_data.testing import Expected, fake_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 2},
    names=("prostate",),
)


def make(root: Path) -> None:
    """`Case00.mhd` with `Case00.raw`; training and test share the number 00."""
    for folder, n in (("training_data", 0), ("training_data", 49), ("test_data", 0)):
        image, mask = fake_volume(
            (32, 32, 10), {1: (8, 24, 8, 24, 2, 8)}, low=0, high=900, seed=f"{folder}{n}"
        )
        arrays = {f"Case{n:02d}": image, f"Case{n:02d}_segmentation": mask.astype(np.int8)}
        (root / folder).mkdir(parents=True, exist_ok=True)
        for stem, array in arrays.items():
            if stem.endswith("segmentation") and folder == "test_data":
                continue
            picture = sitk.GetImageFromArray(np.ascontiguousarray(array.transpose(2, 1, 0)))
            picture.SetSpacing((0.625, 0.625, 3.6))
            picture.SetOrigin((-80.0, -95.0, -40.0))
            sitk.WriteImage(picture, str(root / folder / f"{stem}.mhd"))
