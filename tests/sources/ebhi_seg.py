"""EBHI-Seg: blanks in class folders, masks of equal name, pictures of one patient."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=5,
    subjects=4,
    annotations={"class": 5, "mask": 5},
)
PICTURES = (
    ("Adenocarcinoma", "GT2001837-1-400-001"),
    ("Adenocarcinoma", "GT2001837-1-400-002"),
    ("High-grade IN", "GT2008104-1-400-001"),
    ("Serrated adenoma", "GT2012251-1-400-003"),
    ("Normal", "GTZ2010001-1-400-001"),
)


def make(root: Path) -> None:
    """Masks hold 255 where the class's tissue is; a file of a Mac stands among them."""
    top = root / "EBHI-SEG"
    for kind, name in PICTURES:
        fake_image(top / kind / "image" / f"{name}.png", (64, 64))
        fake_mask(top / kind / "label" / f"{name}.png", (64, 64), {255: (10, 10, 54, 54)})
    fake_mask(top / "Normal" / "label" / "._GTZ2010001-1-400-001.png", (8, 8), {})
