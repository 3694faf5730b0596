"""HC18: an ellipse drawn as a line, repeats of a fetus as 2HC, a test set with a size only."""

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(cases=4, subjects=3, splits={"test": 1, "train": 3}, names=("fetal head",))
SIZE = (80, 54)
TRAIN = {"000_HC": 44.3, "010_HC": 177.1, "010_2HC": 179.9}


def make(root: Path) -> None:
    folder = root / "training_set"
    rows = []
    for name, circumference in TRAIN.items():
        fake_image(folder / f"{name}.png", SIZE, mode="L")
        line = Image.fromarray(np.zeros(SIZE[::-1], np.uint8))
        ImageDraw.Draw(line).ellipse((16, 8, 64, 46), outline=255)
        line.save(folder / f"{name}_Annotation.png")
        rows.append([f"{name}.png", 0.069136, circumference])
    header = ["filename", "pixel size(mm)", "head circumference (mm)"]
    write_table(root / "training_set_pixel_size_and_HC.csv", header, rows)
    fake_image(root / "test_set" / "000_HC.png", SIZE, mode="L", seed="test")
    write_table(root / "test_set_pixel_size.csv", header[:2], [["000_HC.png", 0.235857]])
