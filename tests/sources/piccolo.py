"""PICCOLO: polyps, masks and void masks of a stem; the first number of a name is the patient."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"test": 1, "train": 2, "val": 1},
    annotations={"mask": 4},
    names=("polyp",),
)


def make(root: Path) -> None:
    top = root / "piccolo dataset-release0.1"
    size = (86, 48)
    for split, stem in (
        ("train", "001_VP1_frame0001"),
        ("train", "001_VP2_frame0100"),
        ("validation", "015_VP1_frame0010"),
        ("test", "040_VP1_frame0020"),
    ):
        fake_image(top / split / "polyps" / f"{stem}.png", size)
        fake_mask(top / split / "masks" / f"{stem}_Corrected.tif", size, {255: (20, 10, 60, 40)})
        fake_mask(top / split / "void" / f"{stem}_void.tif", size, {255: (0, 0, 6, 6)})
