"""WSI-VQA: questions on breast slides of TCGA; half of them have no choices."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, noise, write_json
from tests.slides import write_pyramid

EXPECTED = Expected(cases=3, subjects=3, splits={"test": 1, "train": 1, "val": 1})
SLIDES = {
    "train": "TCGA-A2-A0CM-01Z-00-DX1.AC4901DE-4B6D-4185-BB9F-156033839828",
    "val": "TCGA-AR-A1AN-01Z-00-DX1.6ACE5A3B-0000-4A6C-9A5A-0123456789AB",
    "test": "TCGA-BH-A0B3-01Z-00-DX1.D8A96A2E-0000-4C5D-8F3C-0123456789AB",
}


def make(root: Path) -> None:
    for split, slide in SLIDES.items():
        pixels = np.full((1024, 1024, 3), 255, np.uint8)
        tissue = noise((768, 768, 3), slide) * 60 + np.array((170, 80, 140))
        pixels[128:896, 128:896] = tissue.astype(np.uint8)
        write_pyramid(root / "slides" / f"{slide}.svs", pixels, levels=(1, 4))
        name = slide[:12]
        write_json(
            root / f"dataset/WSI_captions/WsiVQA_{split}.json",
            [
                {
                    "Id": name, "Question": "What is the result of estrogen receptor?",
                    "Choice": ["Negative", "Positive"], "Answer": "Positive",
                },
                {"Id": name, "Question": "What is the pathological diagnosis?",
                 "Answer": "Infiltrating duct carcinoma"},
            ],
        )  # fmt: skip
