"""CoNIC 2022: all patches in one array, nuclei and classes in the two channels of another."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, noise, write_table

EXPECTED = Expected(
    cases=3,
    subjects=2,
    annotations={"mask": 3},
    names=("nucleus",),
)
PATCHES = ("consep_1-0000", "consep_1-0001", "crag_12-0000")
CLASSES = ((2, 3), (2, 5), (6, 3))
COUNTS = ["neutrophil", "epithelial", "lymphocyte", "plasma", "eosinophil", "connective"]


def make(root: Path) -> None:
    """The name before the hyphen is the picture that patches are cut from."""
    top = root / "data"
    top.mkdir(parents=True)
    side, count = 256, len(PATCHES)
    np.save(top / "images.npy", (255 * noise((count, side, side, 3), "conic")).astype(np.uint8))
    labels = np.zeros((count, side, side, 2), np.uint16)
    for n, classes in enumerate(CLASSES):
        for k, kind in enumerate(classes):
            labels[n, 40:70, 40 + 80 * k : 70 + 80 * k] = (3 * k + 1, kind)
    np.save(top / "labels.npy", labels)
    write_table(top / "patch_info.csv", ["patch_info"], [[name] for name in PATCHES])
    rows = [[int(k in classes) for k in range(1, 7)] for classes in CLASSES]
    write_table(top / "counts.csv", COUNTS, rows)
