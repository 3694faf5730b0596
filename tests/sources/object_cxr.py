"""Object-CXR: rectangle, ellipse and polygon in one cell, blank cells for images without object."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"train": 3, "val": 1},
    names=("foreign body",),
    absent=("foreign body",),
)
TRAIN = [
    ["00001.jpg", "0 10 12 30 34;1 40 20 60 50"],
    ["00002.jpg", ""],
    ["00003.jpg", "2 8 8 30 10 24 40 6 30"],
]
DEV = [["08001.jpg", "0 5 5 25 20"]]


def make(root: Path) -> None:
    for folder, rows in (("train", TRAIN), ("dev", DEV)):
        write_table(root / f"{folder}.csv", ["image_name", "annotation"], rows)
        for name, _ in rows:
            fake_image(root / folder / name, (80, 72), mode="L")
