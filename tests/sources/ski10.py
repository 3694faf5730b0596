"""SKI10: knees as MetaImage; images of validation have a region of interest beside them."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair, write_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"train": 2, "val": 1},
    annotations={"mask": 3},
    names=("femur", "femoral cartilage", "tibia", "tibial cartilage"),
)


def make(root: Path) -> None:
    """Numbers run through both sets; `roi-061` is no image."""
    for split, n in (("training", 1), ("training", 60), ("validation", 61)):
        folder = root / split
        labels = write_pair(
            folder / f"image-{n:03d}.mhd",
            folder / f"labels-{n:03d}.mhd",
            cells((1, 2, 3, 4)),
            low=0,
            high=900,
            seed=f"{split}{n}",
        )
        if n == 61:
            write_volume(folder / f"roi-{n:03d}.mhd", labels)
