"""AMD-SD: image and colour label side by side in one PNG, lists with and without suffix."""

from pathlib import Path

import numpy as np
from PIL import Image

from gmai_data.testing import Expected, noise, write_text

EXPECTED = Expected(
    cases=3,
    subjects=2,
    splits={"train": 2, "val": 1},
    annotations={"mask": 3},
    names=("subretinal fluid", "intraretinal fluid", "pigment epithelial detachment"),
)


def make(root: Path) -> None:
    top = root / "AMD-SD"
    for patient, n in ((1, 1), (1, 2), (2, 1)):
        picture = np.zeros((48, 128, 3), np.uint8)
        picture[:, :64] = (255 * noise((48, 64, 1), f"{patient}-{n}")).astype(np.uint8)
        for colour, row in (((255, 0, 0), 4), ((0, 255, 0), 18), ((0, 0, 255), 32)):
            picture[row : row + 10, 70:110] = colour
        path = top / "images" / str(patient) / f"{patient}_{n}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(picture).save(path)
    write_text(top / "training.txt", "1_1.png\n1_2.png\n")
    write_text(top / "validation.txt", "2_1\n")
