"""StructSeg 2019 Task3: numbered folders with `data` and `label`."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("lung", "heart", "oesophagus", "trachea", "spinal cord"),
)
# the patient's right is at low i
BOXES = {
    1: (21, 31, 4, 26, 2, 18),
    2: (1, 11, 4, 26, 2, 18),
    3: (12, 20, 2, 10, 2, 10),
    4: (12, 15, 16, 20, 2, 18),
    5: (16, 20, 12, 15, 8, 18),
    6: (14, 18, 22, 26, 2, 18),
}


def make(root: Path) -> None:
    """Lungs are read without a side."""
    for n in (1, 50):
        folder = root / "Thoracic_OAR" / str(n)
        write_pair(folder / "data.nii.gz", folder / "label.nii.gz", BOXES, seed=str(n))
