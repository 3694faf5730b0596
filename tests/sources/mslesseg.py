"""MSLesSeg: training scans lie one level deeper, by time point, than the test scans."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=3,
    subjects=2,
    splits={"test": 1, "train": 2},
    annotations={"mask": 3},
    names=("multiple sclerosis lesion",),
)


def make(root: Path) -> None:
    """P9 was seen three times, two of them are here; P54 is a test patient."""
    base = root / "MSLesSeg Dataset"
    for folder, stem in (("train/P9/T1", "P9_T1"), ("train/P9/T3", "P9_T3"), ("test/P54", "P54")):
        for sequence in ("T1", "T2", "FLAIR"):
            write_pair(
                base / folder / f"{stem}_{sequence}.nii.gz",
                base / folder / f"{stem}_MASK.nii.gz",
                {1: (8, 14, 8, 14, 6, 12)},
                low=0,
                high=900,
            )
