"""SEG.A: three sources of CTA as NRRD; two are stored 1000 above HU; folders with extra words."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(cases=3, subjects=3, annotations={"mask": 3}, names=("aortic vessel tree",))


def make(root: Path) -> None:
    """A mask is the image's name with `.seg` before the suffix; `R2 (AD)` holds R2."""
    for folder, case, offset in (
        ("KiTS/K1", "K1", 1000), ("Rider/R2 (AD)", "R2", 1000), ("Dongyang/D1", "D1", 0),
    ):  # fmt: skip
        write_pair(
            root / folder / f"{case}.nrrd",
            root / folder / f"{case}.seg.nrrd",
            {1: (12, 20, 12, 20, 1, 19)},
            low=offset - 1000,
            high=offset + 500,
            spacing_mm=(1, 1, 2),
        )
