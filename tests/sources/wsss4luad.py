"""WSSS4LUAD: the label vector in the file name, palette masks with a second background mask."""

from pathlib import Path

import numpy as np
from PIL import Image

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=5,
    subjects=4,  # two tiles are of one slide
    splits={"test": 1, "train": 3, "val": 1},
    annotations={"flags": 9, "mask": 2},
    names=("tumour epithelium", "tumour-associated stroma", "normal lung tissue"),
    absent=("normal lung tissue",),
)


def make(root: Path) -> None:
    for name in ("1005501-18568-43055-[1, 1, 0]", "1005501-18792-43055-[1, 0, 0]",
                 "387709-1032-54013-[0, 0, 1]"):  # fmt: skip
        fake_image(root / "1.training" / f"{name}.png", (64, 64))
    for folder in ("2.validation", "3.testing"):
        top = root / folder
        fake_image(top / "img" / "00.png", (64, 64), seed=folder)
        values = np.full((64, 64), 3, np.uint8)
        values[4:40, 4:40] = 0
        values[40:60, 4:40] = 1
        values[4:20, 44:60] = 2
        mask = Image.fromarray(values).convert("P")
        mask.putdata(values.ravel().tolist())
        mask.putpalette([205, 51, 51, 0, 255, 0, 65, 105, 225, 255, 255, 255])
        (top / "mask").mkdir()
        mask.save(top / "mask" / "00.png")
        fake_mask(top / "background-mask" / "00.png", (64, 64), {255: (40, 20, 64, 64)})
