"""AbdomenAtlas 1.0 Mini: a file per organ, mostly a label map of 9, folders of two depths."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair, write_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"mask": 11},  # a map each of two cases, nine files of the third
    names=("aorta", "gallbladder", "left kidney", "right kidney", "liver", "pancreas",
           "inferior vena cava", "spleen", "stomach"),
)  # fmt: skip
STEMS = ("aorta", "gall_bladder", "kidney_left", "kidney_right", "liver", "pancreas", "postcava",
         "spleen", "stomach")  # fmt: skip


def make(root: Path) -> None:
    """Files per organ repeat the map, which the second case lacks; the right kidney is at low i."""
    boxes = cells([4, 5, 1, 7, 8, 3, 2, 6, 9])
    for n, folder in ((1, ""), (412, ""), (5195, "BDMAP_O0005001_00005195")):
        case = root / "AbdomenAtlas1.0Mini" / folder / f"BDMAP_{n:08d}"
        labels = write_pair(case / "ct.nii.gz", case / "combined_labels.nii.gz", boxes)
        if n == 412:
            (case / "combined_labels.nii.gz").unlink()
        for value, stem in enumerate(STEMS, 1):
            write_volume(
                case / "segmentations" / f"{stem}.nii.gz", (labels == value).astype(np.uint8)
            )
