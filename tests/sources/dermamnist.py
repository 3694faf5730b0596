"""DermaMNIST: one archive with colour images and column-vector labels of three splits."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, noise

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 2, "val": 1},
    names=("melanoma", "melanocytic naevus", "vascular skin lesion"),
)
LABELS = {"train": [0, 6], "val": [5], "test": [4]}


def make(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    arrays = {}
    for split, labels in LABELS.items():
        images = 255 * noise((len(labels), 224, 224, 3), split)
        arrays[f"{split}_images"] = images.astype(np.uint8)
        arrays[f"{split}_labels"] = np.array(labels, np.uint8)[:, None]
    np.savez(root / "dermamnist_224.npz", **arrays)
