"""ORIGA(-light) as on Kaggle: a table of sets A and B, masks of the disc with the cup in it."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_table

EXPECTED = Expected(cases=3, subjects=3, names=("glaucoma",), absent=("glaucoma",))
ROWS = [
    ["001.jpg", 0.7097, 1, "A", 0],
    ["002.jpg", 0.6953, 1, "A", 0],
    ["650.jpg", 0.8213, 2, "B", 1],
]


def make(root: Path) -> None:
    top = root / "ORIGA" / "ORIGA"
    size = (72, 56)
    write_table(top / "OrigaList.csv", ["Filename", "ExpCDR", "Eye", "Set", "Glaucoma"], ROWS)
    for row in ROWS:
        stem = str(row[0]).removesuffix(".jpg")
        fake_image(top / "Images" / f"{stem}.jpg", size)
        fake_mask(top / "Masks" / f"{stem}.png", size, {1: (20, 18, 44, 42), 2: (28, 26, 36, 34)})
    (top / "Semi-automatic-annotations").mkdir()
