"""StructSeg 2019 Task1: numbered folders with `data` and `label`."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("brainstem", "left eye", "right eye", "left parotid gland", "spinal cord"),
)
# what is called left is on the patient's left, at high i
LEFT = (2, 4, 6, 9, 12, 14, 16, 18, 21)


def _boxes() -> dict[int, tuple[int, ...]]:
    """One row and level for each pair, its right at low i."""
    boxes = {}
    for n, left in enumerate(LEFT):
        j, k = 1 + 6 * (n % 5), 2 + 8 * (n // 5)
        boxes[left], boxes[left + 1] = (22, 28, j, j + 4, k, k + 6), (4, 10, j, j + 4, k, k + 6)
    for n, value in enumerate((1, 8, 11, 20)):
        boxes[value] = (14, 18, 1 + 6 * n, 5 + 6 * n, 3, 17)
    return boxes


def make(root: Path) -> None:
    """Twenty-two organs at risk; numbers are not padded."""
    for n in (1, 50):
        folder = root / "HaN_OAR" / str(n)
        write_pair(folder / "data.nii.gz", folder / "label.nii.gz", _boxes(), seed=str(n))
