"""MedSegBench: an archive per set; grey and colour, binary and multi-class, per-class repeats."""

from pathlib import Path
from typing import Any

import numpy as np

from gmai_data.testing import Expected, noise

EXPECTED = Expected(
    cases=12,
    subjects=12,
    splits={"test": 4, "train": 4, "val": 4},
    annotations={"mask": 12},
    names=("polyp", "liver", "nucleus"),
)
# name, colour, labels drawn
SETS = (
    ("kvasir", True, {1: (20, 20, 80, 90)}),
    ("ultrasoundnerve", False, {1: (20, 20, 80, 60)}),
    ("wbc", True, {1: (20, 20, 100, 100), 2: (40, 40, 80, 80)}),
    ("m2caiseg", True, {1: (4, 4, 60, 60), 10: (64, 64, 120, 120), 18: (0, 0, 4, 128)}),
)


def make(root: Path) -> None:
    """The white cell set repeats its images per class under keys that end in `_C1`."""
    root.mkdir(parents=True, exist_ok=True)
    for name, colour, boxes in SETS:
        arrays: dict[str, Any] = {}
        for split in ("train", "val", "test"):
            shape = (1, 128, 128, 3) if colour else (1, 128, 128)
            arrays[f"{split}_images"] = (255 * noise(shape, name + split)).astype(np.uint8)
            label = np.zeros((1, 128, 128), np.uint8)
            for value, (x1, y1, x2, y2) in boxes.items():
                label[0, y1:y2, x1:x2] = value
            arrays[f"{split}_label"] = label
            if name == "wbc":
                arrays[f"{split}_images_C1"] = arrays[f"{split}_images"]
                arrays[f"{split}_label_C1"] = label
        np.savez(root / f"{name}_256.npz", **arrays)
