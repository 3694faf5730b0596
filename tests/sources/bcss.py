"""BCSS: index masks of breast regions, rest of the rectangle 0, a table of codes beside."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_table

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1},
    annotations={"mask": 3},
    names=("tumour tissue", "stroma", "ductal carcinoma in situ"),
)
REGIONS = (
    ("TCGA-A1-A0SK-DX1_xmin45749_ymin25055_MPP-0.2500", {1: (8, 8, 40, 40), 2: (44, 8, 88, 60)}),
    ("TCGA-AO-A0J2-DX1_xmin33561_ymin14515_MPP-0.2500", {2: (8, 8, 60, 60), 20: (60, 8, 90, 60)}),
    ("TCGA-OL-A5D7-DX1_xmin114443_ymin22490_MPP-0.2500", {1: (8, 8, 60, 60), 7: (60, 8, 90, 60)}),
)


def make(root: Path) -> None:
    """The centre is the second part of the barcode: OL is a test institute."""
    top = root / "0_Public-data-Amgad2019_0.25MPP"
    for name, boxes in REGIONS:
        fake_image(top / "rgbs_colorNormalized" / f"{name}.png", (96, 72))
        fake_mask(top / "masks" / f"{name}.png", (96, 72), boxes)
    codes = [["outside_roi", 0], ["tumor", 1], ["stroma", 2]]
    write_table(top / "meta" / "gtruth_codes.tsv", ["label", "GT_code"], codes, sep="\t")
