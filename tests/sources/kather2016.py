"""Kather 2016: eight folders, the slide in the middle of names with ".tif" twice, nested twice."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=6,
    subjects=3,
    names=("tumour epithelium", "complex stroma", "adipose tissue", "background"),
)
TILES = (
    ("01_TUMOR", "1A11_CRC-Prim-HE-07_022.tif_Row_601_Col_151.tif"),
    ("01_TUMOR", "10009_CRC-Prim-HE-03_009.tif_Row_301_Col_151.tif"),
    ("03_COMPLEX", "1A0B_CRC-Prim-HE-07_004.tif_Row_151_Col_1.tif"),
    ("07_ADIPOSE", "1A2C_CRC-Prim-HE-10_011.tif_Row_1_Col_451.tif"),
    ("06_MUCOSA", "10647_CRC-Prim-HE-10c.tif_Row_1_Col_1.tif"),
    ("08_EMPTY", "17A5_CRC-Prim-HE-10_021.tif_Row_451_Col_1.tif"),
)


def make(root: Path) -> None:
    name = "Kather_texture_2016_image_tiles_5000"
    for folder, tile in TILES:
        fake_image(root / name / name / folder / tile, (64, 64))
