"""MRNet: an array per exam and plane, label tables without a header, leading zeros."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, noise, write_table

EXPECTED = Expected(
    cases=9,
    subjects=3,
    splits={"train": 6, "val": 3},
    names=("meniscal tear", "anterior cruciate ligament tear"),
    absent=("meniscal tear", "anterior cruciate ligament tear"),
)
EXAMS = (("train", "0000", 1, 0, 1), ("train", "0001", 1, 1, 0), ("valid", "1130", 0, 0, 0))


def make(root: Path) -> None:
    """Slices, rows, columns; the number of slices differs from plane to plane."""
    base = root / "MRNet-v1.0"
    for split, exam, *_ in EXAMS:
        for slices, plane in enumerate(("axial", "coronal", "sagittal"), 18):
            array = (255 * noise((slices, 64, 64), exam + plane)).astype(np.uint8)
            (base / split / plane).mkdir(parents=True, exist_ok=True)
            np.save(base / split / plane / f"{exam}.npy", array)
    for split in ("train", "valid"):
        for column, task in enumerate(("abnormal", "acl", "meniscus"), 2):
            rows = [[exam[1], exam[column]] for exam in EXAMS if exam[0] == split]
            write_table(base / f"{split}-{task}.csv", [], rows)
