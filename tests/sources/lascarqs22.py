"""LAScarQS 2022: two tasks whose case numbers start again, masks above 0 but not 1."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, write_text
from tests.pairs import write_pair, write_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"mask": 5},
    names=("left atrium", "left atrial scar"),
)
BOXES = {1: (8, 22, 8, 22, 3, 17), 2: (8, 11, 8, 22, 5, 12)}


def make(root: Path) -> None:
    """Task 1 has atrium and scar, task 2 the atrium alone; train_1 is in both."""
    base = root / "LAScarQS2022_released_training_data"
    for task, case in ((1, 1), (1, 2), (2, 1)):
        folder = base / f"task{task}" / "train_data" / f"train_{case}"
        labels = write_pair(
            folder / "enhanced.nii.gz", None, BOXES, low=0, high=900, seed=f"{task}{case}",
            spacing_mm=(1, 1, 2),
        )  # fmt: skip
        write_volume(
            folder / "atriumSegImgMO.nii.gz", 255 * (labels > 0).astype(np.uint8), (1, 1, 2)
        )
        if task == 1:
            scar = 255 * (labels == 2).astype(np.uint8)
            write_volume(folder / "scarSegImgM.nii.gz", scar, (1, 1, 2))
    write_text(base / "task1" / "readme.txt", "LAScarQS 2022\n")
