"""FLARE21 as the public listing has it: the same name for image and label, unlabelled tests."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("liver", "kidney", "spleen", "pancreas"),
)
# both kidneys are one class
BOXES = {
    1: (1, 12, 2, 10, 8, 18),
    2: (2, 30, 16, 24, 4, 12),
    3: (22, 30, 4, 12, 8, 18),
    4: (13, 21, 6, 12, 6, 12),
}


def make(root: Path) -> None:
    """Numbers start at 0."""
    base = root / "FLARE21"
    for n in (0, 360):
        name = f"train_{n:03d}.nii.gz"
        write_pair(base / "imagesTr" / name, base / "labelsTr" / name, BOXES)
    write_pair(base / "imagesTs" / "validation_001.nii.gz", None, {})
