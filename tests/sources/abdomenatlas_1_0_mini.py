"""AbdomenAtlas 1.0 Mini: a case folder with a CT, a label map of 9 and a file per organ."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair, write_volume

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("aorta", "gallbladder", "left kidney", "right kidney", "liver", "pancreas",
           "inferior vena cava", "spleen", "stomach"),
)  # fmt: skip
STEMS = ("aorta", "gall_bladder", "kidney_left", "kidney_right", "liver", "pancreas", "postcava",
         "spleen", "stomach")  # fmt: skip


def make(root: Path) -> None:
    """The files of an organ repeat the label map; the right kidney lies at low i."""
    boxes = cells([4, 5, 1, 7, 8, 3, 2, 6, 9])
    for n in (1, 5195):
        case = root / "AbdomenAtlas1.0Mini" / f"BDMAP_{n:08d}"
        labels = write_pair(case / "ct.nii.gz", case / "combined_labels.nii.gz", boxes)
        for value, stem in enumerate(STEMS, 1):
            write_volume(case / "segmentations" / f"{stem}.nii.gz", np.uint8(labels == value))
