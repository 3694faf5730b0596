"""ChestMNIST: grey images and a row of fourteen zeros and ones for each; all zeros: no finding."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, noise

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 2, "val": 1},
    names=("atelectasis", "pleural effusion", "hernia", "no finding"),
)
PRESENT = {"train": [[0, 2], []], "val": [[13]], "test": [[7, 12]]}  # positions of the ones


def make(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    arrays = {}
    for split, images in PRESENT.items():
        labels = np.zeros((len(images), 14), np.uint8)
        for row, ones in zip(labels, images, strict=True):
            row[ones] = 1
        pictures = 255 * noise((len(images), 28, 28), split)
        arrays[f"{split}_images"] = pictures.astype(np.uint8)
        arrays[f"{split}_labels"] = labels
    np.savez(root / "chestmnist.npz", **arrays)
