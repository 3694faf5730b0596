"""Cataract dataset: four folders, two of them numbered 2."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(cases=5, subjects=5, names=("cataract", "glaucoma"))
FILES = (
    "1_normal/NL_001.png", "1_normal/NL_002.png", "2_cataract/cataract_001.png",
    "2_glaucoma/Glaucoma_001.png", "3_retina_disease/Retina_001.png",
)  # fmt: skip


def make(root: Path) -> None:
    for file in FILES:
        fake_image(root / "dataset" / file, (72, 52))
