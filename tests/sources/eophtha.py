"""e-ophtha: two sets with a folder per exam, masks of another suffix, Thumbs.db among the pictures.

Masks of exudates end with `_EX`, those of microaneurysms have the name of the picture.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=5,
    subjects=4,
    annotations={"class": 2, "mask": 3},
    names=("microaneurysm",),
)


def make(root: Path) -> None:
    size = (72, 48)
    exudates, aneurysms = root / "e_optha_EX", root / "e_optha_MA"
    fake_image(exudates / "EX" / "E0019457" / "C0001273.jpg", size)
    fake_mask(
        exudates / "Annotation_EX" / "E0019457" / "C0001273_EX.png", size, {255: (20, 10, 34, 22)}
    )
    fake_image(exudates / "healthy" / "E0000043" / "C0000886.jpg", size)
    (exudates / "EX" / "E0019457" / "Thumbs.db").write_bytes(b"junk of Windows")
    for name in ("C0000887", "C0000888"):  # two pictures of one exam
        fake_image(aneurysms / "MA" / "E0000404" / f"{name}.jpg", size)
        path = aneurysms / "Annotation_MA" / "E0000404" / f"{name}.png"
        fake_mask(path, size, {255: (40, 20, 44, 24)})
    fake_image(aneurysms / "healthy" / "E0000500" / "C0003000.JPG", size)
