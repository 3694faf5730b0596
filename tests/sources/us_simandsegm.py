"""US simulation and segmentation: real (RUS) and simulated (AUS) scans, colour masks for some.

Real scans are JPEG, their masks PNG; those of the train part have no masks at all; some masks have
an alpha band, mixed colours along the edges and a tinted background. In simulated ones the tissue
between organs is (10, 10, 10). The same file names occur in both folders. Simulated
scans are no ultrasound: they are not to be read.
"""

from pathlib import Path

import numpy as np
from PIL import Image

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=2,
    subjects=2,
    splits={"test": 1, "train": 1},
    annotations={"mask": 1},
    names=("liver", "kidney", "gallbladder"),
)
SIZE = (64, 48)
LIVER, KIDNEY, GALLBLADDER = (100, 0, 100), (255, 255, 0), (0, 255, 0)
BOXES = {LIVER: (4, 4, 36, 30), KIDNEY: (40, 20, 58, 40), GALLBLADDER: (20, 32, 34, 44)}


def make(root: Path) -> None:
    top = root / "abdominal_US" / "abdominal_US"
    for kind, part, n, drawn in (
        ("AUS", "train", 1, True), ("AUS", "train", 2, False), ("AUS", "test", 3, True),
        ("RUS", "train", 1, False), ("RUS", "test", 3, True),
    ):  # fmt: skip
        end = "jpg" if kind == "RUS" else "png"
        fake_image(top / kind / "images" / part / f"{n}.{end}", SIZE, seed=f"{kind}{part}{n}")
        if not drawn:
            continue
        mask = top / kind / "annotations" / part / f"{n}.png"
        fake_mask(mask, SIZE, BOXES, background=(10, 10, 10) if kind == "AUS" else (10, 0, 10))
        if kind == "RUS":
            colours = np.array(Image.open(mask))
            colours[30, 4:36] = (50, 0, 50)  # between liver and background
            alpha = np.full((*colours.shape[:2], 1), 255, np.uint8)
            Image.fromarray(np.concatenate([colours, alpha], axis=2)).save(mask)
