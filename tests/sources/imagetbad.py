"""ImageTBAD: number_image and number_label in one folder; thrombus only in some."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2})
BOXES = {1: (4, 12, 6, 20, 3, 17), 2: (13, 24, 6, 20, 3, 17), 3: (25, 29, 8, 16, 3, 17)}


def make(root: Path) -> None:
    """Case 100 has no thrombus."""
    for n, values in ((1, (1, 2, 3)), (100, (1, 2))):
        write_pair(
            root / f"{n}_image.nii.gz",
            root / f"{n}_label.nii.gz",
            {value: BOXES[value] for value in values},
        )
