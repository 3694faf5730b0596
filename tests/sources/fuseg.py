"""FUSeg inside its repository: blanks in a folder, masks of 255 and of 1, labels withheld."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 2, "val": 1},
    annotations={"mask": 3},
)


def make(root: Path) -> None:
    data = root / "wound-segmentation" / "data"
    top = data / "Foot Ulcer Segmentation Challenge"
    box = (20, 16, 44, 40)
    for split, name, value in (
        ("train", "0011", 255), ("train", "0015", 1), ("validation", "0002", 255),
        ("test", "1001", 0),
    ):  # fmt: skip
        fake_image(top / split / "images" / f"{name}.png", (64, 64))
        if value:
            fake_mask(top / split / "labels" / f"{name}.png", (64, 64), {value: box})
    other = data / "Medetec_foot_ulcer_224" / "train"
    fake_image(other / "images" / "0011.png", (56, 56))
    fake_mask(other / "labels" / "0011.png", (56, 56), {255: box})
