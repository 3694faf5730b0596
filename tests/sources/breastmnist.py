"""BreastMNIST: grey images, 0 is malignant and 1 is normal or benign."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, noise

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 2, "val": 1},
    names=("malignant",),
)
LABELS = {"train": [0, 1], "val": [1], "test": [0]}


def make(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    arrays = {}
    for split, labels in LABELS.items():
        images = 255 * noise((len(labels), 224, 224), split)
        arrays[f"{split}_images"] = images.astype(np.uint8)
        arrays[f"{split}_labels"] = np.array(labels, np.uint8)[:, None]
    np.savez(root / "breastmnist_224.npz", **arrays)
