"""NeurIPS 2022 Cell Seg: mixed formats, 16-bit TIFF labels, pictures without labels."""

from pathlib import Path

import numpy as np
from PIL import Image

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=5,
    subjects=5,
    splits={"test": 1, "train": 3, "val": 1},
    annotations={"mask": 5},
    names=("cell",),
)


def make(root: Path) -> None:
    for folder, name in (
        ("Training-labeled", "cell_00001.bmp"),
        ("Training-labeled", "cell_00150.png"),
        ("Training-labeled", "cell_00301.tif"),
        ("Tuning", "cell_00001.tiff"),
        ("Testing/Public", "OpenTest_001.png"),
    ):
        stem = name.split(".")[0]
        fake_image(root / folder / "images" / name, (64, 48), seed=folder + name)
        ids = np.zeros((48, 64), np.uint16)
        ids[4:20, 4:20] = 1
        ids[24:44, 30:60] = 700
        target = root / folder / "labels" / f"{stem}_label.tiff"
        target.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(ids).save(target)
    fake_image(root / "release-part1" / "unlabeled_cell_00000.png", (64, 48))
