"""ToothFairy: arrays in a folder per patient, dense and sparse canals, splits in a JSON."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, noise, write_json

# slices 0, 10 and so on are cases; three patients have the dense canal
EXPECTED = Expected(
    cases=8,
    subjects=4,
    splits={"test": 2, "train": 4, "val": 2},
    annotations={"mask": 6},
    names=("mandibular canal",),
)


def make(root: Path) -> None:
    """P9 has the sparse canal alone; `synthetic` lists a patient again."""
    base = root / "ToothFairy_Dataset"
    for name in ("P1", "P9", "P20", "P153"):
        folder = base / "Dataset" / name
        folder.mkdir(parents=True, exist_ok=True)
        shape = (20, 30, 32)  # depth, rows, columns
        np.save(folder / "data.npy", (3000 * noise(shape, name)).astype(np.int16))
        canal = np.zeros(shape, np.uint8)
        canal[6:14, 10:14, 5:9] = 1
        if name != "P9":
            np.save(folder / "gt_alpha.npy", canal)
        canal[:, :, 6:] = 0
        np.save(folder / "gt_sparse.npy", canal)
    write_json(base / "splits.json",
               {"train": ["P1", "P9"], "val": ["P20"], "test": ["P153"],
                "synthetic": ["P9"]})  # fmt: skip
