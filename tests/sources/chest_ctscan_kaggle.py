"""Chest CT-Scan images: class folders named with lobe and stage in two of the three splits."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=5,
    subjects=5,
    splits={"test": 2, "train": 2, "val": 1},
    annotations={"class": 5},
    names=("lung adenocarcinoma", "large cell carcinoma", "normal lung"),
)
NAMES = (
    "train/adenocarcinoma_left.lower.lobe_T2_N0_M0_Ib/000000 (6).png",
    "train/normal/n2 - Copy.jpg",
    "valid/large.cell.carcinoma_left.hilum_T2_N2_M0_IIIa/000013.png",
    "test/adenocarcinoma/000108 (3).png",
    "test/squamous.cell.carcinoma/000110.png",
)


def make(root: Path) -> None:
    for name in NAMES:
        fake_image(root / "Data" / name, (70, 52))
