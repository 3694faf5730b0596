"""Couinaud segments: label maps alone, beside Mac junk, for images of MSD Task08."""

from pathlib import Path

from gmai_data.testing import Expected, write_text
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("liver segment 1", "liver segment 8"),
    rejected=1,  # the image without segments is not of this source
)


def make(root: Path) -> None:
    """hepaticvessel_070 has an image and no segments."""
    images = root.parent / "msd-task08-hepaticvessel" / "Task08_HepaticVessel" / "imagesTr"
    for n in (63, 208, 70):
        name = f"hepaticvessel_{n:03d}.nii.gz"
        write_pair(images / name, root / name if n != 70 else None, cells(range(1, 9)))
        if n != 70:
            write_text(root / f"._{name}", "Mac OS X")
