"""Hammers n30r95: aNN and aNN-seg in one folder, region numbers with left before right."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
)
# 1, 3, 17, 19: left hippocampus, amygdala, cerebellum, brainstem; low i is on the right
BOXES = {
    2: (4, 10, 4, 10, 4, 16), 1: (22, 28, 4, 10, 4, 16), 4: (4, 10, 12, 17, 4, 16),
    3: (22, 28, 12, 17, 4, 16),
}  # fmt: skip


def make(root: Path) -> None:
    """Two of the thirty subjects."""
    for n in (1, 30):
        stem = f"a{n:02d}"
        folder = root / "Hammers_data"
        write_pair(folder / f"{stem}.nii.gz", folder / f"{stem}-seg.nii.gz", BOXES, low=0, high=900)
