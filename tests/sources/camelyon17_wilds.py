"""Camelyon17-WILDS: paths made of columns, hospitals as splits, an index column without a name."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4, subjects=3, splits={"test": 1, "train": 2, "val": 1}, names=("nodal metastasis",)
)
ROWS = [
    [0, 4, 4, 3328, 21792, 1, 0, 0, 0],
    [1, 4, 4, 3200, 22272, 0, 0, 0, 1],
    [2, 20, 1, 3328, 21824, 1, 30, 1, 0],
    [3, 40, 2, 512, 1024, 0, 40, 2, 0],
]


def make(root: Path) -> None:
    top = root / "camelyon17_v1.0"
    header = ["", "patient", "node", "x_coord", "y_coord", "tumor", "slide", "center", "split"]
    write_table(top / "metadata.csv", header, ROWS)
    for row in ROWS:
        name = f"patient_{row[1]:03d}_node_{row[2]}"
        path = top / "patches" / name / f"patch_{name}_x_{row[3]}_y_{row[4]}.png"
        fake_image(path, (96, 96), mode="RGBA")
    write_table(top / "RELEASE_v1.0.txt", [], [])
