"""StructSeg 2019 Task4: numbered folders with `data` and `label`."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("gross tumour volume",))


def make(root: Path) -> None:
    """Numbers are not padded."""
    for n in (1, 50):
        folder = root / "Lung_GTV" / str(n)
        write_pair(
            folder / "data.nii.gz",
            folder / "label.nii.gz",
            {1: (10, 20, 8, 18, 4, 14)},
            seed=str(n),
        )
