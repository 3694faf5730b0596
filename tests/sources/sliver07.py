"""SLIVER07: MetaImage headers with raw files, test scans without labels."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 2},
    names=("liver",),
)


def make(root: Path) -> None:
    """orig and seg share a number of three digits."""
    for n in (1, 20):
        write_pair(
            root / "training-scans" / f"liver-orig{n:03d}.mhd",
            root / "training-labels" / f"liver-seg{n:03d}.mhd",
            {1: (3, 18, 6, 22, 3, 17)},
            spacing_mm=(0.7, 0.7, 2),
        )
    write_pair(root / "test-scans" / "liver-orig004.mhd", None, {}, spacing_mm=(0.7, 0.7, 2))
