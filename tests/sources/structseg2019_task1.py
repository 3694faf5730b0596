"""StructSeg 2019 Task1: numbered folders with `data` and `label`."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=2, subjects=2, annotations={"mask": 2}, names=("brainstem", "spinal cord")
)


def make(root: Path) -> None:
    """Twenty-two organs at risk; numbers are not padded."""
    for n in (1, 50):
        folder = root / "HaN_OAR" / str(n)
        write_pair(
            folder / "data.nii.gz", folder / "label.nii.gz", cells(range(1, 23)), seed=str(n)
        )
