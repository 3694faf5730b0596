"""LEG-3D-US: sweeps of a leg with three muscles as 100, 150 and 200, and other values beside."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=4, subjects=3, splits={"test": 1, "train": 2, "val": 1}, annotations={"mask": 4},
    names=("soleus muscle",),
)  # fmt: skip


def make(root: Path) -> None:
    """Two sweeps of the first volunteer; `x1` goes with `masksX1`."""
    for split, case, sweep in (("train", 1, 1), ("train", 1, 2), ("val", 12, 1), ("test", 30, 1)):
        folder = root / split / f"{case}"
        write_pair(
            folder / f"x{sweep}.mha",
            folder / f"masksX{sweep}.mha",
            cells((100, 150, 200, 250)),
            low=0,
            high=255,
            seed=f"{case}{sweep}",
        )
