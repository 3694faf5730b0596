"""MRSpineSeg: vertebrae and discs on sagittal T2; `Case1` beside `mask_case1`."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("sacrum", "L5 vertebra", "T12 vertebra"),
)


def make(root: Path) -> None:
    """Case 113 has all nineteen structures, case 1 stops at the eleventh thoracic vertebra."""
    for n, values in ((1, (1, 2, 3, 7, 8, 11, 12)), (113, tuple(range(1, 20)))):
        write_pair(
            root / "MRSpineSeg_Challenge_SMU" / "train" / "MR" / f"Case{n}.nii.gz",
            root / "MRSpineSeg_Challenge_SMU" / "train" / "Mask" / f"mask_case{n}.nii.gz",
            cells(values),
            low=0,
            high=900,
        )
