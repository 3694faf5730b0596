"""DRIVE: TIFF images, GIF labels, a field of view called mask, a test part without labels."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 2},
    names=("retinal vessel",),
)


def make(root: Path) -> None:
    top = root / "DRIVE"
    size = (56, 58)
    for folder, name, n in (("training", "training", 21), ("training", "training", 22),
                            ("test", "test", 1)):  # fmt: skip
        fake_image(top / folder / "images" / f"{n:02d}_{name}.tif", size)
        field = {255: (4, 4, 52, 54)}
        fake_mask(top / folder / "mask" / f"{n:02d}_{name}_mask.gif", size, field)
        if folder == "training":
            path = top / folder / "1st_manual" / f"{n:02d}_manual1.gif"
            fake_mask(path, size, {255: (8, 26, 48, 30)})
