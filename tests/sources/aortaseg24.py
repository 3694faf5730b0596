"""AortaSeg24: CTA and 23 zones and branches of the aorta as MetaImage."""

from pathlib import Path
from typing import Any

import SimpleITK as sitk
from numpy.typing import NDArray

from gmai_data.testing import Expected, fake_volume

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2})


def make(root: Path) -> None:
    """All 23 values occur."""
    boxes = {n: (n + 2, n + 3, 6, 26, 4, 26) for n in range(1, 24)}
    for case in ("subject001", "subject050"):
        arrays: tuple[NDArray[Any], ...] = fake_volume((30, 32, 30), boxes, seed=case)
        names = (f"images/{case}_CTA.mha", f"masks/{case}_label.mha")
        for name, array in zip(names, arrays, strict=True):
            image = sitk.GetImageFromArray(array.transpose(2, 1, 0))
            image.SetSpacing((1.0, 1.0, 1.0))
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            sitk.WriteImage(image, str(root / name), True)
