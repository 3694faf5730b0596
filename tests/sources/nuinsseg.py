"""NuInsSeg: organ folders with blanks, and several variants of each mask."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=3, subjects=2, annotations={"class": 3, "mask": 3}, names=("nucleus", "fat")
)


def make(root: Path) -> None:
    size = (64, 64)
    for organ, name in (
        ("human bladder", "human_bladder_01"),
        ("human bladder", "human_bladder_02"),
        ("mouse fat (white and brown)_subscapula", "mouse_fat_subscapula_01"),
    ):
        top = root / organ
        fake_image(top / "tissue images" / f"{name}.png", size)
        for folder in ("label masks", "label masks modify"):
            fake_mask(
                top / folder / f"{name}.tif",
                size,
                {1: (5, 5, 20, 18), 2: (30, 8, 44, 20), 7: (40, 40, 58, 60)},
            )
        binary = top / "mask binary" / f"{name}.png"
        fake_mask(binary, size, {255: (5, 5, 20, 18)})
        fake_mask(top / "vague areas" / "mask binary" / f"{name}.png", size, {})
