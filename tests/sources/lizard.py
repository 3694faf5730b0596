"""Lizard: nuclei numbered with gaps, classes in the order of `id`, two archives of pictures."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_image, write_mat, write_table

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"mask": 9},
    names=("lymphocyte", "epithelial cell", "plasma cell"),
)
# name, archive, source, fold, class of nuclei 7, 2 and 9
PICTURES = (
    ("consep_1", 1, "consep", 1, (2, 3, 4)),
    ("crag_12", 1, "crag", 2, (2, 1, 5)),
    ("dpath_3", 2, "dpath", 3, (6, 2, 3)),
)


def make(root: Path) -> None:
    labels = root / "lizard_labels" / "Lizard_Labels"
    for name, archive, _, _, classes in PICTURES:
        top = root / f"lizard_images{archive}" / f"Lizard_Images{archive}"
        fake_image(top / f"{name}.png", (80, 64))
        nuclei = np.zeros((64, 80), np.int32)
        boxes, centroids = [], []
        for n, number in enumerate((7, 2, 9)):
            x = 6 + 24 * n
            nuclei[20:36, x : x + 16] = number
            boxes.append([20, 36, x, x + 16])
            centroids.append([x + 8.0, 28.0])
        path = labels / "Labels" / f"{name}.mat"
        path.parent.mkdir(parents=True, exist_ok=True)
        inside = {
            "inst_map": nuclei,
            "id": np.array([[7], [2], [9]], np.int32),
            "class": np.array([[c] for c in classes], np.int32),
            "bbox": np.array(boxes, np.int32),
            "centroid": np.array(centroids),
        }
        write_mat(path, inside, compressed=True)
    rows = [[name, source, fold] for name, _, source, fold, _ in PICTURES]
    write_table(labels / "info.csv", ["Filename", "Source", "Split"], rows)
