"""CRIC Cervix: a row per cell with the centre of its nucleus; a picture without rows."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=2,
    subjects=2,
    names=("HSIL cell", "LSIL cell", "ASC-US cell", "ASC-H cell"),
)
HEADER = [
    "image_id", "image_filename", "image_doi", "cell_id", "bethesda_system", "nucleus_x",
    "nucleus_y",
]  # fmt: skip
FIRST, SECOND = "b1ef5ae6d8c39ed9b2f3e5a0a6b9c3d7.png", "4d5ef7a3b8d8c39ed9b2f3e5a0a6b9c3.png"


def make(root: Path) -> None:
    """Coordinates count from 1: the last one lies on the last pixel."""
    for name in (FIRST, SECOND):
        fake_image(root / "images" / name, (138, 102))
    kinds = ("Negative for intraepithelial lesion", "ASC-US", "LSIL", "ASC-H")
    rows = [
        [1, FIRST, "10.6084/m9.figshare.1", 10 + k, kind, 20 + 20 * k, 40]
        for k, kind in enumerate(kinds)
    ]
    rows += [
        [2, SECOND, "10.6084/m9.figshare.2", 20, "HSIL", 1, 1],
        [2, SECOND, "10.6084/m9.figshare.2", 21, "SCC", 138, 102],
    ]
    write_table(root / "classifications.csv", HEADER, rows)
