"""Fundus-AVSeg: coloured vessels, two lists of file names without a header."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_text

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 3},
    names=("retinal artery", "retinal vein"),
)
LISTS = {"training": ("001_G.png", "002_N.png"), "testing": ("003_A.png",)}


def make(root: Path) -> None:
    top = root / "Fundus-AVSeg"
    size = (64, 64)
    for name, files in LISTS.items():
        write_text(top / f"{name}.txt", "".join(f"{file}\n" for file in files))
        for file in files:
            fake_image(top / "images" / file, size)
            boxes = {
                (255, 0, 0): (4, 16, 60, 20),
                (0, 0, 255): (4, 40, 60, 45),
                (0, 255, 0): (30, 28, 34, 32),
                (255, 255, 255): (50, 50, 56, 54),
            }
            fake_mask(top / "annotation" / file, size, boxes)
