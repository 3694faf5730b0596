"""CTSpine1K: volumes by collection, stems full of dots, `_seg` on the label."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=4,
    subjects=4,
    annotations={"mask": 4},
    names=("C7 vertebra", "T1 vertebra", "T12 vertebra", "L1 vertebra", "L6 vertebra"),
)
STEMS = (
    ("COLONOG", "1.3.6.1.4.1.9328.50.4.0001", (18, 19, 20, 24)),
    ("COVID-19", "volume-covid19-A-0011_ct", (8, 9, 10)),
    ("HNSCC-3DCT-RT", "HN_P001", (1, 2, 7, 8)),
    ("MSD-T10", "liver_0", (19, 20, 25)),
)


def make(root: Path) -> None:
    """25 is a sixth lumbar vertebra."""
    for collection, stem, levels in STEMS:
        write_pair(
            root / "raw_data" / "volumes" / collection / f"{stem}.nii.gz",
            root / "raw_data" / "labels" / collection / f"{stem}_seg.nii.gz",
            cells(levels),
            high=1000,
        )
