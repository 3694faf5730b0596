"""MyoPS 2020: three sequences, label values up to 2221, encrypted test labels."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, write_text
from tests.pairs import write_pair, write_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 2},
    names=(
        "left ventricular cavity",
        "right ventricular cavity",
        "left ventricular myocardium",
        "myocardial scar",
        "myocardial oedema",
    ),
)
VALUES = {1: 200, 2: 500, 3: 600, 4: 1220, 5: 2221}
BOXES = {
    1: (12, 28, 6, 24, 0, 4), 2: (16, 24, 10, 20, 0, 4), 3: (2, 11, 8, 22, 0, 4),
    4: (25, 28, 6, 12, 0, 4), 5: (25, 28, 12, 20, 0, 4),
}  # fmt: skip


def make(root: Path) -> None:
    """Values are no 8-bit numbers: oedema is 1220, scar 2221."""
    for n in (101, 125, 201):
        part, place = ("training", "train25") if n < 200 else ("test", "test20")
        for channel in ("C0", "DE", "T2"):
            name = f"myops_{part}_{n}_{channel}.nii.gz"
            labels = write_pair(
                root / place / name, None, BOXES, shape=(32, 30, 4), spacing_mm=(0.75, 0.75, 12),
                low=0, high=900,
            )  # fmt: skip
        if part == "training":
            values = np.zeros(labels.shape, np.int16)
            for number, value in VALUES.items():
                values[labels == number] = value
            name = f"myops_training_{n}_gd.nii.gz"
            write_volume(root / "train25_myops_gd" / name, values, (0.75, 0.75, 12))
    write_text(
        root / "MyoPS2020_EvaluateByYourself" / "test_data_gd" / "myops_test_201_gdencrypt.nii.gz",
        "encrypted",
    )
