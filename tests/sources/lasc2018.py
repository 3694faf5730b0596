"""LASC 2018: NRRD in folders named by codes, cavity and wall as masks of 255."""

from pathlib import Path

import numpy as np
import SimpleITK as sitk

from gmai_data.testing import Expected, fake_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 6},
    names=("left atrium",),
)
BOXES = {1: (6, 26, 6, 26, 3, 13), 2: (8, 24, 8, 24, 4, 12)}  # the cavity lies in the wall


def make(root: Path) -> None:
    """A folder is a scan; whether two are of one patient cannot be told."""
    for part, code in (
        ("Training Set", "0RZDK210BSMWAA6467LU"),
        ("Training Set", "1D7CUD1955YZPGK8XHJX"),
        ("Testing Set", "4498B8DUPHZB1FZ0OQ5G"),
    ):
        image, mask = fake_volume((32, 32, 16), BOXES, low=0, high=255, seed=code)
        folder = root / part / code
        folder.mkdir(parents=True, exist_ok=True)
        for stem, array in (
            ("lgemri", image.astype(np.uint8)),
            ("laendo", np.where(mask == 2, 255, 0).astype(np.uint8)),
            ("lawall", np.where(mask == 1, 255, 0).astype(np.uint8)),
        ):
            picture = sitk.GetImageFromArray(np.ascontiguousarray(array.transpose(2, 1, 0)))
            picture.SetSpacing((0.625, 0.625, 1.25))
            sitk.WriteImage(picture, str(folder / f"{stem}.nrrd"))
