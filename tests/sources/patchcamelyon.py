"""PatchCamelyon: an HDF5 file per array and split, labels of four axes, slides in the tables."""

from pathlib import Path

import h5py
import numpy as np

from gmai_data.testing import Expected, noise, write_table

EXPECTED = Expected(
    cases=5,
    subjects=4,
    splits={"test": 1, "train": 3, "val": 1},
    names=("nodal metastasis",),
)
STEM = "camelyonpatch_level_2_split"
SPLITS = {
    "train": [(1, "camelyon16_train_tumor_001"), (0, "camelyon16_train_tumor_001"),
              (0, "camelyon16_train_normal_107")],
    "valid": [(1, "camelyon16_train_tumor_038")],
    "test": [(0, "camelyon16_test_117")],
}  # fmt: skip


def make(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    for split, patches in SPLITS.items():
        images = (255 * noise((len(patches), 96, 96, 3), split)).astype(np.uint8)
        labels = np.array([label for label, _ in patches], np.uint8).reshape(-1, 1, 1, 1)
        for letter, array in (("x", images), ("y", labels)):
            with h5py.File(root / f"{STEM}_{split}_{letter}.h5", "w", track_order=True) as file:
                file.create_dataset(letter, data=array)
        rows = [
            [i, 64 * i, 512, "True", bool(label), slide] for i, (label, slide) in enumerate(patches)
        ]
        header = ["", "coord_x", "coord_y", "tumor_patch", "center_tumor_patch", "wsi"]
        write_table(root / f"{STEM}_{split}_meta.csv", header, rows)
    with h5py.File(root / f"{STEM}_train_mask.h5", "w") as file:
        file.create_dataset("mask", data=np.zeros((3, 96, 96, 1), np.uint8))
