"""ISIC 2016: the same pictures in parts 1 and 3, tables without a header, words and numbers."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_table

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 2, "train": 2},
    annotations={"class": 4, "mask": 4},
    names=("benign", "malignant"),
)
TRAIN = {"ISIC_0000000": "benign", "ISIC_0000002": "malignant"}
TEST = {"ISIC_0000003": 0.0, "ISIC_0000013": 1.0}


def make(root: Path) -> None:
    for split, labels in (("Training", TRAIN), ("Test", TEST)):
        for name in labels:
            for part in (1, 3):
                picture = root / f"ISBI2016_ISIC_Part{part}_{split}_Data" / f"{name}.jpg"
                fake_image(picture, (72, 56))
            masks = root / f"ISBI2016_ISIC_Part1_{split}_GroundTruth"
            fake_mask(masks / f"{name}_Segmentation.png", (72, 56), {255: (20, 12, 52, 44)})
        table = root / f"ISBI2016_ISIC_Part3_{split}_GroundTruth.csv"
        write_table(table, [], labels.items())
