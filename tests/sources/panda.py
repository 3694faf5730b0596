"""PANDA: pyramids of two centres, masks whose red channel means another thing in each."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, noise, write_table
from tests.slides import write_pyramid

EXPECTED = Expected(
    cases=3,
    subjects=3,
    names=("Gleason pattern 4", "ISUP grade group 4"),
)
HEADER = ["image_id", "data_provider", "isup_grade", "gleason_score"]
ROWS = [
    ["0005f7aaab2800f6170c399693a96917", "karolinska", 0, "0+0"],
    ["001c62abd11fa4b57bf7a6c603a11bb9", "karolinska", 4, "4+4"],
    ["0018ae58b01bdadc8e347995b69f99aa", "radboud", 4, "4+4"],
]


def make(root: Path) -> None:
    """White glass with pink tissue."""
    side = 1024
    for image, provider, grade, _ in ROWS:
        pixels = np.full((side, side, 3), 255, np.uint8)
        tissue = noise((768, 768, 3), str(image)) * 60 + np.array((170, 80, 140))
        pixels[128:896, 128:896] = tissue.astype(np.uint8)
        write_pyramid(root / "train_images" / f"{image}.tiff", pixels, levels=(1, 4))
        mask = np.zeros((side, side, 3), np.uint8)
        mask[128:896, 128:896, 0] = 1
        if grade:
            mask[256:768, 256:768, 0] = 4 if provider == "radboud" else 2
        write_pyramid(root / "train_label_masks" / f"{image}_mask.tiff", mask, levels=(1, 4))
    write_table(root / "train.csv", HEADER, ROWS)
    write_table(root / "test.csv", HEADER[:2], [["005700be7e06878e6605e7a5a39de1b2", "radboud"]])
