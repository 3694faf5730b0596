"""EyePACS: two eyes per patient, names without suffix in the table, an unlabelled test folder."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4,
    subjects=2,
    annotations={"class": 4},
    names=("no diabetic retinopathy", "proliferative diabetic retinopathy"),
)
ROWS = [["10_left", 0], ["10_right", 0], ["13_left", 4], ["13_right", 2]]


def make(root: Path) -> None:
    write_table(root / "trainLabels.csv", ["image", "level"], ROWS)
    for name, _ in ROWS:
        fake_image(root / "train" / f"{name}.jpeg", (64, 48))
    fake_image(root / "test" / "1_left.jpeg", (64, 48))
