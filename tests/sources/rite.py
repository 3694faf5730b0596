"""RITE: the images of DRIVE with arteries red, veins blue, crossings green, doubt white."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    names=("retinal artery", "retinal vein"),
)
COLOURS = {
    (255, 0, 0): (8, 10, 48, 14),
    (0, 0, 255): (8, 30, 48, 34),
    (0, 255, 0): (20, 10, 24, 34),
    (255, 255, 255): (40, 40, 48, 44),
}


def make(root: Path) -> None:
    size = (56, 58)
    for folder, n in (("training", 21), ("training", 22), ("test", 1)):
        top = root / "AV_groundTruth" / folder
        name = f"{n:02d}_{folder}"
        fake_image(top / "images" / f"{name}.tif", size)
        fake_mask(top / "av" / f"{name}.png", size, COLOURS)
        fake_mask(top / "vessel" / f"{name}.png", size, {255: (8, 10, 48, 14)})
