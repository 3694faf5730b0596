"""OIMHS: picture and coloured label side by side, a stage per eye, two eyes of one patient."""

from pathlib import Path

import numpy as np
from PIL import Image

from gmai_data.testing import Expected, noise, write_xlsx

EXPECTED = Expected(
    cases=4,
    subjects=3,
    annotations={"class": 4, "mask": 4},
    names=("choroid", "macular hole"),
)
HEADER = ["Eye ID", "Patient ID", "Sex", "Age", "Stage"]
ROWS = [[1, 1, "F", 63, 3], [2, 1, "F", 63, 4], [10, 2, "M", 70, 2]]
PICTURES = ((1, 1), (1, 2), (2, 1), (10, 1))


def make(root: Path) -> None:
    write_xlsx(root / "Demographics of the participants.xlsx", HEADER, ROWS)
    for eye, n in PICTURES:
        picture = np.zeros((512, 1024, 3), np.uint8)
        picture[:, :512] = (255 * noise((512, 512, 1), f"{eye}-{n}")).astype(np.uint8)
        for colour, top in (((0, 255, 0), 150), ((255, 255, 0), 300)):
            picture[top : top + 100, 532:1004] = colour
        picture[160:240, 740:800] = (255, 0, 0)
        picture[170:190, 600:640] = (0, 0, 255)
        path = root / "Images" / str(eye) / f"{n}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(picture).save(path)
