"""FLARE23: partial labels, organs in one case and a tumour in another; unlabelled scans beside."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"mask": 3},
    names=("liver", "right kidney", "left kidney", "tumour", "right adrenal gland"),
)


def make(root: Path) -> None:
    """Nothing may be said to be absent: 0 is no background here."""
    base = root / "MICCAI-FLARE23"
    # the patient's right is at low i
    organs = {
        1: (1, 12, 2, 10, 8, 18), 2: (2, 8, 14, 22, 4, 14), 13: (24, 30, 14, 22, 4, 14),
        3: (22, 30, 4, 12, 8, 18), 7: (9, 12, 14, 18, 12, 18), 8: (20, 23, 14, 18, 12, 18),
        5: (14, 18, 16, 20, 2, 18),
    }  # fmt: skip
    for n, boxes in (
        (1, organs),
        (2, {14: (10, 18, 10, 18, 4, 14)}),
        (2200, {**organs, **cells([14])}),
    ):
        write_pair(
            base / "imagesTr2200" / f"FLARE23_{n:04d}_0000.nii.gz",
            base / "labelsTr2200" / f"FLARE23_{n:04d}.nii.gz",
            boxes,
        )
    write_pair(base / "unlabeledTr1800" / "FLARE23_2201_0000.nii.gz", None, {})
    write_pair(base / "validation" / "FLARE23Ts_0001_0000.nii.gz", None, {})
