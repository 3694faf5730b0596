"""PanNuke: two folds of float64 tiles, instance ids per class channel, tissue names."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, noise

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"class": 3, "mask": 3},
    names=("neoplastic cell", "inflammatory cell", "breast", "bile duct"),
)


def make(root: Path) -> None:
    for fold, tissues in ((1, ("Breast", "Bile-duct")), (2, ("Breast",))):
        images = root / f"Fold {fold}" / "images" / f"fold{fold}"
        masks = root / f"Fold {fold}" / "masks" / f"fold{fold}"
        images.mkdir(parents=True)
        masks.mkdir(parents=True)
        count = len(tissues)
        np.save(images / "images.npy", np.floor(255 * noise((count, 64, 64, 3), f"f{fold}")))
        np.save(images / "types.npy", np.array(tissues))
        values = np.zeros((count, 64, 64, 6))
        values[:, 4:14, 4:14, 0] = 3
        values[:, 20:30, 20:30, 0] = 7
        values[:, 40:50, 8:20, 1] = 5
        values[..., 5] = values[..., :5].max(axis=-1) == 0
        np.save(masks / "masks.npy", values)
