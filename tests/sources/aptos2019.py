"""APTOS 2019: a graded training part and a test part without grades."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"class": 3},
    names=("no diabetic retinopathy", "moderate nonproliferative diabetic retinopathy"),
)
ROWS = [["000c1434d8d7", 2], ["001639a390f0", 4], ["0024cdab0c1e", 0]]


def make(root: Path) -> None:
    write_table(root / "train.csv", ["id_code", "diagnosis"], ROWS)
    for name, _ in ROWS:
        fake_image(root / "train_images" / f"{name}.png", (64, 48))
    write_table(root / "test.csv", ["id_code"], [["0005cfc8afb6"]])
    fake_image(root / "test_images" / "0005cfc8afb6.png", (64, 48))
