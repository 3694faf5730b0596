"""AIIB23: airway in fibrotic lungs; numbers without padding."""

from pathlib import Path

from gmai_data.testing import Expected, write_text
from tests.pairs import write_pair

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("airway",))


def make(root: Path) -> None:
    """Images and labels have the same names, in two folders."""
    base = root / "AIIB23_Train_T1"
    for n in (30, 107):
        name = f"AIIB23_{n}.nii.gz"
        write_pair(base / "img" / name, base / "gt" / name, {1: (12, 18, 10, 18, 2, 18)})
    write_text(base / "gt" / f"._{name}", "Mac OS X")
