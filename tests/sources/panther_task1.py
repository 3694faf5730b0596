"""PANTHER task 1: capital letters in the folder names, two studies of one patient."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=3, subjects=2, annotations={"mask": 3}, names=("pancreatic tumour", "pancreas")
)


def make(root: Path) -> None:
    """The part before the first underscore is the patient."""
    for study in ("10000_0001", "10003_0001", "10003_0002"):
        write_pair(
            root / "ImagesTr" / f"{study}_0000.mha",
            root / "LabelsTr" / f"{study}.mha",
            {2: (4, 26, 6, 18, 4, 15), 1: (8, 16, 8, 16, 5, 14)},
            low=0,
            high=900,
            spacing_mm=(1.1, 1.1, 3),
        )
