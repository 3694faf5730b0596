"""LNQ2023: NRRD pairs and a screenshot; some nodes are drawn in training, all in the other sets."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=3, subjects=3, splits={"test": 1, "train": 1, "val": 1}, annotations={"mask": 3},
    names=("lymph node",),
)  # fmt: skip


def make(root: Path) -> None:
    """A case of each set; the screenshot is no image of a case."""
    for split, n in (("train", 5), ("val", 3), ("test", 12)):
        stem = root / split / f"lnq2023-{split}-{n:04d}"
        write_pair(
            stem.with_name(stem.name + "-ct.nrrd"),
            stem.with_name(stem.name + "-seg.nrrd"),
            cells((1,)),
        )
        fake_image(stem.with_name(stem.name + ".png"), (40, 30))
