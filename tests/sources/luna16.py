"""LUNA16: MetaImage in folds, nodules in world millimetres, automatic lung masks."""

from pathlib import Path

import numpy as np
import SimpleITK as sitk

from gmai_data.testing import Expected, fake_volume, write_table

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"points": 2, "mask": 3},
    names=("left lung", "right lung", "trachea"),
)
STEM = "1.3.6.1.4.1.14519.5.2.1.6279.6001."
ORIGIN = (-198.1, -195.0, -335.2)
SPACING = (1.0, 1.0, 1.5)


def make(root: Path) -> None:
    """The second is LIDC's patient 1, the third patient 132 without a row: unknown."""
    boxes = {4: (3, 12, 6, 24, 4, 22), 3: (20, 29, 6, 24, 4, 22), 5: (15, 17, 12, 16, 14, 26)}
    for fold, uid in (
        (0, STEM + "105756658031515062000744821260"),
        (0, STEM + "1710"),
        (9, STEM + "151647338241909635299641922057"),
    ):
        image, mask = fake_volume((32, 30, 28), boxes, seed=uid)
        for folder, array in ((f"subset{fold}", image), ("seg-lungs-LUNA16", mask)):
            picture = sitk.GetImageFromArray(np.ascontiguousarray(array.transpose(2, 1, 0)))
            picture.SetOrigin(ORIGIN)
            picture.SetSpacing(SPACING)
            (root / folder).mkdir(parents=True, exist_ok=True)
            sitk.WriteImage(picture, str(root / folder / f"{uid}.mhd"))
    first = STEM + "105756658031515062000744821260"
    write_table(
        root / "annotations.csv",
        ["seriesuid", "coordX", "coordY", "coordZ", "diameter_mm"],
        [
            [first, ORIGIN[0] + 7, ORIGIN[1] + 12, ORIGIN[2] + 15, 5.65],
            [STEM + "1710", ORIGIN[0] + 24, ORIGIN[1] + 12, ORIGIN[2] + 15, 4.2],
        ],
    )
    write_table(
        root / "candidates.csv",
        ["seriesuid", "coordX", "coordY", "coordZ", "class"],
        [[first, 0, 0, 0, 0]],
    )
