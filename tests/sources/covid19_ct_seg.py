"""COVID-19-CT-Seg: ten scans in Hounsfield units, ten 8-bit ones, three folders of masks."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected
from tests.pairs import write_pair, write_volume

# the scans of Radiopaedia are windowed to 8 bits, so they are not read
EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("left lung", "right lung"))
BOXES = {2: (2, 14, 4, 26, 3, 17), 1: (18, 30, 4, 26, 3, 17), 3: (5, 10, 8, 16, 6, 12)}


def make(root: Path) -> None:
    """The infection is cut out of the lung it lies in."""
    for name in ("coronacases_001", "coronacases_010", "radiopaedia_4_85506_1"):
        file = f"{name}.nii.gz"
        low, high = (-1000, 400) if name.startswith("corona") else (0, 255)
        labels = write_pair(root / "COVID-19-CT-Seg_20cases" / file,
                            root / "Lung_and_Infection_Mask" / file, BOXES,
                            low=low, high=high)  # fmt: skip
        write_volume(root / "Lung_Mask" / file, np.where(labels == 3, 2, labels).astype(np.uint8))
        write_volume(root / "Infection_Mask" / file, (labels == 3).astype(np.uint8))
