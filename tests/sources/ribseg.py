"""RibSeg: rib numbers as label maps alone, for images of RibFrac."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("rib",), rejected=1)


def make(root: Path) -> None:
    """RibFrac452 has an image and no ribs; values are 1 to 24."""
    images = root.parent / "ribfrac"
    for n, folder in (
        (1, "ribfrac-train-images-1"), (421, "ribfrac-train-images-2"),
        (452, "ribfrac-train-images-2"),
    ):  # fmt: skip
        mask = root / "ribseg_v2" / "seg" / f"RibFrac{n}-rib-seg.nii.gz"
        write_pair(
            images / folder / "Part" / f"RibFrac{n}-image.nii.gz",
            mask if n != 452 else None,
            cells(range(1, 25)),
        )
