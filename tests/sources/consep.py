"""CoNSeP: instance and type maps in MATLAB files, overlays beside, train and test folders."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_image, write_mat

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 12},
    names=("inflammatory cell", "fibroblast", "muscle cell"),
)
TILES = (("Train", "train_1", (3, 2)), ("Train", "train_2", (4, 5)), ("Test", "test_1", (6, 7)))


def make(root: Path) -> None:
    """Two nuclei of each of two types; numbers of nuclei have a gap."""
    for folder, name, types in TILES:
        top = root / "CoNSeP" / folder
        fake_image(top / "Images" / f"{name}.png", (80, 80))
        fake_image(top / "Overlay" / f"{name}.png", (80, 80))
        instances, kinds = np.zeros((80, 80)), np.zeros((80, 80))
        numbers = (1, 2, 4, 5)
        for n, number in enumerate(numbers):
            x = 4 + 19 * n
            instances[10:24, x : x + 14] = number
            kinds[10:24, x : x + 14] = types[n % 2]
        path = top / "Labels" / f"{name}.mat"
        path.parent.mkdir(parents=True, exist_ok=True)
        inside = {
            "inst_map": instances,
            "type_map": kinds,
            "inst_type": np.array([[float(types[n % 2])] for n in range(4)]),
            "inst_centroid": np.array([[11.0 + 19 * n, 17.0] for n in range(4)]),
        }
        write_mat(path, inside, compressed=True)
