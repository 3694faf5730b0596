"""Couinaud segments for images of MSD Task08, whole livers under the same names, Mac junk."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, write_text
from tests.pairs import cells, write_pair, write_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"mask": 3},
    names=("liver segment 1", "liver segment 8"),
    rejected=1,  # the image without segments is not of this source
)


def make(root: Path) -> None:
    """070 has an image and a liver and no segments; 003 is an image of MSD's test part."""
    images = root.parent / "msd-task08-hepaticvessel" / "Task08_HepaticVessel"
    segments, livers = root / "couinaud_annotation", root / "liver_annotation"
    for n, part in ((63, "Tr"), (208, "Tr"), (3, "Ts"), (70, "Tr")):
        name = f"hepaticvessel_{n:03d}.nii.gz"
        image = images / f"images{part}" / name
        labels = write_pair(image, segments / name if n != 70 else None, cells(range(1, 9)))
        write_volume(livers / name, (labels > 0).astype(np.uint8))
        write_text(segments / f"._{name}", "Mac OS X")
