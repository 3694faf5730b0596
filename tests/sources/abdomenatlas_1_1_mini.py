"""AbdomenAtlas 1.1 Mini: folders of 500, a label map of 25, cases that are masks alone."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair, write_volume

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("aorta", "left kidney", "right kidney", "inferior vena cava", "coeliac trunk"),
)
FILES = {1: "aorta", 3: "kidney_left", 4: "kidney_right", 25: "rectum"}


def make(root: Path) -> None:
    """BDMAP_00005196 and later have no ct.nii.gz."""
    # six columns, the first three on the patient's right, as organs lie
    order = (
        4, 11, 18, 3, 10, 17,
        22, 5, 2, 21, 8, 9,
        7, 15, 6, 1, 12, 13,
        14, 16, 19, 20, 23, 24,
    )  # fmt: skip
    boxes = cells([*order, 25])
    for n, shard in ((100, "00000001_00000500"), (501, "00000501_00001000"),
                     (5196, "00005001_00005500")):  # fmt: skip
        case = root / f"AbdomenAtlas1.1Mini_BDMAP_{shard}" / f"BDMAP_{n:08d}"
        labels = write_pair(case / "ct.nii.gz", case / "combined_labels.nii.gz", boxes)
        for value, stem in FILES.items():
            write_volume(case / "segmentations" / f"{stem}.nii.gz", np.uint8(labels == value))
    (case / "ct.nii.gz").unlink()
