"""TotalSegmentator v2: a file per structure, most of them empty, and a table with semicolons."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table
from source_adapters.totalsegmentator_v2 import STRUCTURES

FOUND = {
    "liver": (16, 28, 6, 22, 4, 14),
    "kidney_left": (5, 12, 14, 22, 4, 12),
    "lung_upper_lobe_right": (18, 28, 6, 22, 16, 26),
    "vertebrae_L1": (14, 19, 22, 28, 6, 12),
    "rib_left_7": (2, 6, 6, 24, 14, 18),
}
EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 1, "val": 1},
    annotations={"mask": 3 * len(STRUCTURES)},
    names=("liver", "left kidney", "right upper lobe", "L1 vertebra"),
)


def make(root: Path) -> None:
    """Numbers are not contiguous; every folder holds all 117 files."""
    base = root / "Totalsegmentator_dataset_v2"
    subjects = (("s0000", "train"), ("s0004", "val"), ("s1429", "test"))
    for image_id, _ in subjects:
        numbers = {n: box for n, box in enumerate(FOUND.values(), 1)}
        image, mask = fake_volume((32, 30, 28), numbers, seed=image_id)
        fake_nifti(base / image_id / "ct.nii.gz", image, spacing_mm=(1.5, 1.5, 1.5))
        for structure in STRUCTURES:
            number = [*FOUND].index(structure) + 1 if structure in FOUND else 255
            fake_nifti(
                base / image_id / "segmentations" / f"{structure}.nii.gz",
                (mask == number).astype(np.uint8),
                spacing_mm=(1.5, 1.5, 1.5),
            )
    write_table(
        base / "meta.csv",
        ["image_id", "age", "gender", "institute", "study_type", "split"],
        [[image_id, 60, "m", "B", "ct abdomen", split] for image_id, split in subjects],
        sep=";",
    )
