"""Drishti-GS1: folder twice, soft maps of four experts, spreadsheet of four heading rows.

Ids in the spreadsheet end with a quote; the fourth row is the header, the fifth names the experts.
"""

from pathlib import Path

import numpy as np
from PIL import Image

from gmai_data.testing import Expected, fake_image, write_text, write_xlsx

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    names=("optic disc", "optic cup", "glaucoma"),
    absent=("glaucoma",),
)
HEADER = ["", "Drishti-GS File", "Marking 1", "Marking 2", "Marking 3", "Marking 4", "Total"]
ROWS = [
    ["", "", "Expert 1", "Expert 2", "Expert 3", "Expert 4", ""],
    ["", "drishtiGS_002'", "Glaucomatous", "Normal", "Glaucomatous", "", "Glaucomatous"],
    ["", "drishtiGS_004'", "Normal", "Normal", "Normal", "", "Normal"],
    ["", "drishtiGS_001'", "Normal", "Normal", "Normal", "", "Normal"],
]


def _soft_map(path: Path, low: int, high: int) -> None:
    """Agreement of four experts: steps of 64, full agreement 255 in the middle."""
    values = np.zeros((64, 64), np.uint8)
    for k, grey in enumerate((64, 128, 191, 255)):
        values[low + k : high - k, low + k : high - k] = grey
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(values).save(path)


def make(root: Path) -> None:
    write_xlsx(
        root / "Drishti-GS1_diagnosis.xlsx",
        ["Drishti-GS1 diagnosis", *[""] * 6],
        [[""] * 7, [""] * 7, HEADER, *ROWS],
    )
    top = root / "Drishti-GS1_files" / "Drishti-GS1_files"
    for part, truth, name in (
        ("Training", "GT", "drishtiGS_002"),
        ("Training", "GT", "drishtiGS_004"),
        ("Test", "Test_GT", "drishtiGS_001"),
    ):
        fake_image(top / part / "Images" / f"{name}.png", (64, 64))
        folder = top / part / truth / name
        _soft_map(folder / "SoftMap" / f"{name}_ODsegSoftmap.png", 12, 52)
        _soft_map(folder / "SoftMap" / f"{name}_cupsegSoftmap.png", 20, 44)
        write_text(folder / "AvgBoundary" / f"{name}_ODAvgBoundary.txt", "14 14\n50 14\n50 50\n")
        write_text(folder / f"{name}_cdrValues.txt", "0.6 0.61 0.59 0.6\n")
