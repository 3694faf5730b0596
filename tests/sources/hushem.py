"""HuSHeM: numbered folders, upper-case suffix, the same file names in each."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(cases=5, subjects=5, annotations={"class": 5})


def make(root: Path) -> None:
    for folder, count in (
        ("01_Normal", 2),
        ("02_Tapered", 1),
        ("03_Pyriform", 1),
        ("04_Amorphous", 1),
    ):
        for n in range(1, count + 1):
            fake_image(root / folder / f"image_{n:03d}.BMP", (65, 65), seed=f"{folder}{n}")
