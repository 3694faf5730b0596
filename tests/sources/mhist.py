"""MHIST: one table with a bracketed column name and the split in a column."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 3},
    names=("hyperplastic polyp", "sessile serrated adenoma"),
)
HEADER = [
    "Image Name", "Majority Vote Label", "Number of Annotators who Selected SSA (Out of 7)",
    "Partition",
]  # fmt: skip
ROWS = [
    ["MHIST_aaa.png", "SSA", 6, "train"],
    ["MHIST_aab.png", "HP", 0, "train"],
    ["MHIST_aac.png", "SSA", 5, "train"],
    ["MHIST_aae.png", "HP", 1, "test"],
]


def make(root: Path) -> None:
    write_table(root / "annotations.csv", HEADER, ROWS)
    for row in ROWS:
        fake_image(root / "images" / str(row[0]), (56, 56))
