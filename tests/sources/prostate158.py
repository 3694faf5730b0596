"""Prostate158: a folder per case, tables with relative paths, readers, empty.nii.gz."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, write_table
from tests.pairs import write_pair, write_volume

EXPECTED = Expected(
    cases=5,
    subjects=5,
    splits={"test": 1, "train": 3, "val": 1},
    # zones of every case; a tumour on ADC in three, by two readers each, and on T2w alone in one
    annotations={"mask": 5 + 3 * 2 + 1},
    names=("transition zone", "peripheral zone", "prostate cancer"),
    absent=("prostate cancer",),
)
HEADER = ["ID", "t2", "adc", "dwi", "t2_anatomy_reader1", "t2_tumor_reader1", "adc_tumor_reader1",
          "adc_tumor_reader2"]  # fmt: skip
ZONES = {1: (8, 22, 6, 14, 3, 15), 2: (6, 24, 14, 24, 3, 15)}
TUMOUR = (9, 13, 15, 20, 6, 10)
BOTH = ("t2_tumor_reader1", "adc_tumor_reader1", "adc_tumor_reader2")
PARTS = (("train", "020", BOTH), ("train", "021", ()), ("train", "022", BOTH),
         ("train", "023", BOTH[:1]), ("test", "001", BOTH))  # fmt: skip


def make(root: Path) -> None:
    """Case 021 has no tumour, 023 one on T2w only: the columns name an empty file.

    A tumour is 1, or 3 in one file.
    """
    rows = {}
    for part, case, drawn in PARTS:
        base = root / f"prostate158_{part}"
        folder = base / part / case
        for channel in ("t2", "adc", "dwi"):
            mask = folder / "t2_anatomy_reader1.nii.gz" if channel == "t2" else None
            labels = write_pair(folder / f"{channel}.nii.gz", mask, ZONES, low=0, high=900,
                                spacing_mm=(0.5, 0.5, 3.0), seed=case + channel)  # fmt: skip
        found = np.zeros_like(labels)
        if drawn:
            i1, i2, j1, j2, k1, k2 = TUMOUR
            found[i1:i2, j1:j2, k1:k2] = 3 if case == "022" else 1
            for name in drawn:
                write_volume(folder / f"{name}.nii.gz", found, (0.5, 0.5, 3.0))
        if len(drawn) < len(BOTH):
            empty = np.zeros_like(found)
            write_volume(folder / "empty.nii.gz", empty, (0.5, 0.5, 3.0))
        names = HEADER[1:5] + [name if name in drawn else "empty" for name in HEADER[5:]]
        rows[case] = [case, *(f"{part}/{case}/{name}.nii.gz" for name in names)]
    train = [rows[case] for case in ("020", "021", "023")]
    write_table(root / "prostate158_train" / "train.csv", HEADER, train)
    write_table(root / "prostate158_train" / "valid.csv", HEADER, [rows["022"]])
    write_table(root / "prostate158_test" / "test.csv", HEADER, [rows["001"]])
