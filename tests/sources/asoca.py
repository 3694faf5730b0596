"""ASOCA: NRRD by group, the group is the folder, centre lines beside."""

from pathlib import Path

from gmai_data.testing import Expected, write_text
from tests.pairs import write_pair

EXPECTED = Expected(cases=4, subjects=4, names=("coronary artery",))


def make(root: Path) -> None:
    """Numbers start at 1 in either group."""
    for group in ("Normal", "Diseased"):
        for n in (1, 12):
            stem = f"{group}_{n}"
            base = root / "ASOCA" / group
            write_pair(
                base / "CTCA" / f"{stem}.nrrd",
                base / "Annotations" / f"{stem}.nrrd",
                {1: (8, 20, 8, 16, 2, 18)},
                high=800,
            )
            write_text(base / "Centerlines" / f"{stem}.vtp", "<VTKFile/>")
