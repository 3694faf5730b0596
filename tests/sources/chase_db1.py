"""CHASE_DB1: a flat folder of both eyes of two children, each image with two observers."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(cases=4, subjects=2, annotations={"mask": 8}, names=("retinal vessel",))


def make(root: Path) -> None:
    top = root / "CHASEDB1"
    size = (100, 96)
    for name in ("Image_01L", "Image_01R", "Image_02L", "Image_02R"):
        fake_image(top / f"{name}.jpg", size)
        for observer, y in (("1stHO", 40), ("2ndHO", 42)):
            fake_mask(top / f"{name}_{observer}.png", size, {255: (10, y, 90, y + 6)})
    (top / "._Image_01L.jpg").write_bytes(b"\0\5\x16\7")
