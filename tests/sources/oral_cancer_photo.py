"""Oral Cancer (Lips and Tongue): two folders of web photographs with whatever names they had."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(cases=4, subjects=4)
FILES = (
    ("cancer", "01960a64-cfe8-444d-bbc5-575c15389a21.jpg"),
    ("cancer", "324950_1100.jpg"),
    ("non-cancer", "20200314_1130302.jpg"),
    ("non-cancer", "IMG_3506-e1564923599677.jpeg"),
)


def make(root: Path) -> None:
    for folder, name in FILES:
        fake_image(root / "OralCancer" / folder / name, (60, 45))
