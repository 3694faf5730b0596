"""PSFHS and JNU-IFM: `.mha` images of three channels first, label maps of equal name."""

from pathlib import Path

import numpy as np
import SimpleITK as sitk

from gmai_data.testing import Expected, noise

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"mask": 3},
    names=("pubic symphysis", "fetal head"),
)
JNU = "Pubic Symphysis-Fetal Head Segmentation and Angle of Progression"


def make(root: Path) -> None:
    for folder, name in (("PSFHS", "03744"), ("PSFHS", "04501"), (JNU, "00001")):
        top = root / folder
        grey = (255 * noise((64, 64), f"{folder} {name}")).astype(np.uint8)
        label = np.zeros((64, 64), np.uint8)
        label[6:18, 8:26] = 1
        label[24:60, 20:58] = 2
        for part, pixels in (("image_mha", np.stack([grey] * 3)), ("label_mha", label)):
            (top / part).mkdir(parents=True, exist_ok=True)
            sitk.WriteImage(sitk.GetImageFromArray(pixels), str(top / part / f"{name}.mha"))
