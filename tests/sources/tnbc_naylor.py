"""TNBC nuclei: slide folders with two tiles of one patient, masks of 255."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(cases=3, subjects=2, annotations={"mask": 3}, names=("nucleus",))


def make(root: Path) -> None:
    top = root / "TNBC_NucleiSegmentation"
    for slide, name in (("01", "01_1"), ("01", "01_2"), ("11", "11_1")):
        fake_image(top / f"Slide_{slide}" / f"{name}.png", (64, 64), mode="RGBA")
        fake_mask(top / f"GT_{slide}" / f"{name}.png", (64, 64), {255: (10, 12, 30, 34)})
    (top / "._Slide_01").write_bytes(b"\0")
