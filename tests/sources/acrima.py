"""ACRIMA: glaucoma told by a token in the middle of a name."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(cases=3, subjects=3, names=("glaucoma",), absent=("glaucoma",))


def make(root: Path) -> None:
    top = root / "Database" / "Images"
    for name in ("Im001_ACRIMA", "Im309_ACRIMA", "Im686_g_ACRIMA"):
        fake_image(top / f"{name}.jpg", (60, 60))
    (top / "Thumbs.db").write_bytes(b"junk of Windows")
