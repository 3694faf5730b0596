"""MedMNIST 3D: six archives of 28 voxel cubes, labels in a column, three splits in the keys."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, noise

EXPECTED = Expected(
    cases=16,
    subjects=16,
    splits={"test": 4, "train": 8, "val": 4},
    annotations={"class": 16},
    names=("liver", "left lung", "right femur", "displaced rib fracture"),
)
# name -> labels of two training, one validation and one test cube
LABELS = {
    "organ": (0, 8, 10, 3),  # 0 liver, 3 right femur, 8 left lung, 10 pancreas
    "nodule": (0, 1, 1, 0),
    "adrenal": (0, 1, 0, 1),
    "fracture": (0, 1, 2, 2),
    "vessel": (0, 1, 0, 1),
    "synapse": (0, 1, 1, 0),
}


def make(root: Path) -> None:
    """The adrenal and vessel cubes are shapes, 0 and 255 only: not to be read as images."""
    root.mkdir(parents=True, exist_ok=True)
    for name, (one, two, val, test) in LABELS.items():
        arrays = {}
        for split, labels in (("train", [one, two]), ("val", [val]), ("test", [test])):
            cubes = noise((len(labels), 28, 28, 28), name + split)
            if name in ("adrenal", "vessel"):
                cubes = cubes > 0.5
            arrays[f"{split}_images"] = (255 * cubes).astype(np.uint8)
            arrays[f"{split}_labels"] = np.array(labels, np.uint8)[:, None]
        np.savez(root / f"{name}mnist3d.npz", **arrays)
