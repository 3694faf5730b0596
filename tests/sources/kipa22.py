"""KiPA22: crops of one kidney, stored 1000 above HU, vessels before the kidney in the numbers."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 2},
    names=("kidney", "kidney tumour", "renal artery"),
)
BOXES = {
    2: (8, 24, 6, 24, 3, 17), 4: (14, 22, 10, 18, 6, 14), 1: (1, 7, 16, 19, 8, 12),
    3: (1, 7, 10, 13, 8, 12),
}  # fmt: skip


def make(root: Path) -> None:
    """Numbers run on from train to test."""
    for n in (0, 69):
        write_pair(
            root / "train" / "image" / f"{n}.nii.gz",
            root / "train" / "label" / f"{n}.nii.gz",
            BOXES,
            low=800,
            high=1400,
            seed=str(n),
        )
    write_pair(root / "test" / "image" / "70.nii.gz", None, {}, low=800, high=1400)
