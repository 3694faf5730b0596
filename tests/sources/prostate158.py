"""Prostate158: a folder per case, tables with relative paths, readers, empty.nii.gz."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, write_table
from tests.pairs import write_pair, write_volume

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 2, "val": 1},
    names=("transition zone", "peripheral zone"),
)
HEADER = ["ID", "t2", "adc", "dwi", "t2_anatomy_reader1", "t2_tumor_reader1", "adc_tumor_reader1",
          "adc_tumor_reader2"]  # fmt: skip
ZONES = {1: (8, 22, 6, 14, 3, 15), 2: (6, 24, 14, 24, 3, 15)}
TUMOUR = (9, 13, 15, 20, 6, 10)
PARTS = (("train", "020", True), ("train", "021", False), ("train", "022", True),
         ("test", "001", True))  # fmt: skip


def make(root: Path) -> None:
    """Case 021 has no tumour: its columns name an empty file; a tumour is 1, or 3 in one file."""
    rows = {}
    for part, case, tumour in PARTS:
        base = root / f"prostate158_{part}"
        folder = base / part / case
        for channel in ("t2", "adc", "dwi"):
            mask = folder / "t2_anatomy_reader1.nii.gz" if channel == "t2" else None
            labels = write_pair(folder / f"{channel}.nii.gz", mask, ZONES, low=0, high=900,
                                spacing_mm=(0.5, 0.5, 3.0), seed=case + channel)  # fmt: skip
        found = np.zeros_like(labels)
        if tumour:
            i1, i2, j1, j2, k1, k2 = TUMOUR
            found[i1:i2, j1:j2, k1:k2] = 3 if case == "022" else 1
            for name in ("t2_tumor_reader1", "adc_tumor_reader1", "adc_tumor_reader2"):
                write_volume(folder / f"{name}.nii.gz", found, (0.5, 0.5, 3.0))
        else:
            write_volume(folder / "empty.nii.gz", found, (0.5, 0.5, 3.0))
        names = HEADER[1:5] + ([*HEADER[5:]] if tumour else ["empty"] * 3)
        rows[case] = [case, *(f"{part}/{case}/{name}.nii.gz" for name in names)]
    write_table(root / "prostate158_train" / "train.csv", HEADER, [rows["020"], rows["021"]])
    write_table(root / "prostate158_train" / "valid.csv", HEADER, [rows["022"]])
    write_table(root / "prostate158_test" / "test.csv", HEADER, [rows["001"]])
