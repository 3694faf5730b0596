"""JSIEC 1000: class folders with numbers and dots, suffixes in both cases."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=7,
    subjects=7,
    names=(
        "normal retina", "macular hole", "branch retinal vein occlusion", "retinitis pigmentosa",
        "rhegmatogenous retinal detachment",
    ),
)  # fmt: skip
FILES = (
    "0.0.Normal/1ffa9330-8d87-11e8-9daf-6045cb817f5b..JPG",
    "0.3.DR1/1.jpg",
    "2.0.BRVO/BRVO12.JPG",
    "4.Rhegmatogenous RD/RD 3.jpg",
    "8.MH/1ffa92e4-8d87-11e8-9daf-6045cb817f5b.JPG",
    "15.0.Retinitis pigmentosa/7.jpg",
    "29.1.Blur fundus with suspected PDR/9.jpg",
)


def make(root: Path) -> None:
    for file in FILES:
        fake_image(root / "1000images" / file, (72, 56))
