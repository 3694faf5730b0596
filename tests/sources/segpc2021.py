"""SegPC-2021: a mask file per plasma cell (40 nucleus, 20 cytoplasm), test images without.

Folders are nested as in the copy on Kaggle; some masks have three equal channels.
"""

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
    for split, image, cells in (
        ("train/train/train", 106, 2), ("train/train/train", 108, 1),
        ("validation/validation", 1700, 1),
    ):  # fmt: skip
        fake_image(top / split / "x" / f"{image}.bmp", size)
        for k in range(1, cells + 1):
            x = 28 * (k - 1)
            boxes = {20: (x + 4, 6, x + 26, 36), 40: (x + 10, 12, x + 20, 24)}
            grey = {(value,) * 3: box for value, box in boxes.items()}
            mask = top / split / "y" / f"{image}_{k}.bmp"
            fake_mask(mask, size, grey if image == 1700 else boxes)
    fake_image(top / "test" / "test" / "x" / "2001.bmp", size)
