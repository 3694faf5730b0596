"""IVDM3Seg: four Dixon images of one grid and a mask of all discs, in folders by number."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("intervertebral disc",))


def make(root: Path) -> None:
    """Plain .nii; the labels are named with a capital letter."""
    for n in (1, 16):
        folder = root / f"{n:02d}"
        for channel in ("fat", "inn", "opp", "wat"):
            write_pair(
                folder / f"{n:02d}_{channel}.nii",
                folder / f"{n:02d}_Labels.nii",
                cells((1,)),
                low=0,
                high=900,
                spacing_mm=(2.0, 1.25, 1.25),
            )
