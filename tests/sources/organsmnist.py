"""OrganSMNIST: one archive with images and column-vector labels of three splits."""

from pathlib import Path
from typing import Any

import numpy as np

from gmai_data.testing import Expected, noise

EXPECTED = Expected(
    cases=5,
    subjects=5,
    splits={"test": 2, "train": 2, "val": 1},
    annotations={"class": 5},
    names=("left kidney", "right kidney", "right femur", "left lung", "spleen"),
)
LABELS = {"train": [4, 5], "val": [2], "test": [7, 10]}


def make(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, Any] = {}
    for split, labels in LABELS.items():
        images = 255 * noise((len(labels), 28, 28), f"sagittal {split}")
        arrays[f"{split}_images"] = images.astype(np.uint8)
        arrays[f"{split}_labels"] = np.array(labels, np.uint8)[:, None]
    np.savez(root / "organsmnist.npz", **arrays)
