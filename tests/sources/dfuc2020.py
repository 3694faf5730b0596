"""DFUC 2020, training release: one table of boxes, several rows per photograph, no test labels.

One public loader reads `images/` and `groundtruth.csv` with a column `name` that has the suffix, as
made here; another reads a later release, `DFUC2020_trainset/train/`, with `filename` without it.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(cases=3, subjects=3, annotations={"boxes": 4}, names=("diabetic foot ulcer",))
ROWS = (
    ("100002.jpg", 10, 8, 30, 24),
    ("100003.jpg", 4, 4, 20, 20),
    ("100003.jpg", 34, 24, 60, 44),
    ("100011.jpg", 20, 10, 50, 40),
)


def make(root: Path) -> None:
    top = root / "DFUC2020_Training_Release"
    for name in dict.fromkeys(row[0] for row in ROWS):
        fake_image(top / "images" / name, (64, 48))
    write_table(top / "groundtruth.csv", ["name", "xmin", "ymin", "xmax", "ymax"], ROWS)
