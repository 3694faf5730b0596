"""NCT-CRC-HE: the 100K tiles, the 7K tiles and the variant that is not read."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=5,
    subjects=5,
    splits={"test": 2, "train": 3},
    annotations={"class": 5},
    names=("adipose tissue", "colorectal adenocarcinoma epithelium", "lymphocyte"),
)
NAMES = (
    "NCT-CRC-HE-100K/ADI/ADI-AAAFLCLY", "NCT-CRC-HE-100K/TUM/TUM-AAAHQMPD",
    "NCT-CRC-HE-100K/BACK/BACK-AAAFDQLC", "CRC-VAL-HE-7K/ADI/ADI-TCGA-AAICEQFN",
    "CRC-VAL-HE-7K/LYM/LYM-TCGA-AACVRMMK", "NCT-CRC-HE-100K-NONORM/ADI/ADI-AAAFLCLY",
)  # fmt: skip


def make(root: Path) -> None:
    for name in NAMES:
        fake_image(root / f"{name}.tif", (48, 48))
