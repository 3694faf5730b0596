"""Corneal nerves (Padova): the label at the end of the name; the second set's is only in a PDF."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(cases=3, subjects=3)


def make(root: Path) -> None:
    for stem in ("Imm01_Normal", "Imm02_Normal", "Imm07_NonNormal"):
        fake_image(root / "Corneal Nerve Dataset" / f"{stem}.jpg", (76, 58))
    other = root / "Corneal Nerve Tortuosity Dataset"
    fake_image(other / "image01.tif", (38, 38), mode="L")
    (other / "Manual grading table.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
