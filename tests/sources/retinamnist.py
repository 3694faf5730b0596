"""RetinaMNIST: one archive with images and column-vector labels of three splits."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, noise

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 2, "val": 1},
    annotations={"class": 4},
    names=("proliferative diabetic retinopathy", "no diabetic retinopathy"),
)
LABELS = {"train": [4, 2], "val": [0], "test": [1]}


def make(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    arrays = {}
    for split, labels in LABELS.items():
        images = 255 * noise((len(labels), 28, 28, 3), split)
        arrays[f"{split}_images"] = images.astype(np.uint8)
        arrays[f"{split}_labels"] = np.array(labels, np.uint8)[:, None]
    np.savez(root / "retinamnist.npz", **arrays)
