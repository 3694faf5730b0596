"""SegPC-2021: a mask file per plasma cell (40 nucleus, 20 cytoplasm), test images without."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 2, "val": 1},
    annotations={"mask": 4},
    names=("nucleus",),
)


def make(root: Path) -> None:
    top = root / "TCIA_SegPC_dataset"
    size = (64, 48)
    for split, image, cells in (("train", 106, 2), ("train", 108, 1), ("validation", 1700, 1)):
        fake_image(top / split / "x" / f"{image}.bmp", size)
        for k in range(1, cells + 1):
            x = 28 * (k - 1)
            fake_mask(
                top / split / "y" / f"{image}_{k}.bmp",
                size,
                {20: (x + 4, 6, x + 26, 36), 40: (x + 10, 12, x + 20, 24)},
            )
    fake_image(top / "test" / "x" / "2001.bmp", size)
