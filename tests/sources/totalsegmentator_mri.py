"""TotalSegmentator MRI v1: a file per structure (56), most of them empty, and a meta.csv."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, write_table
from tests.pairs import write_pair, write_volume

SINGLE = (
    "spleen", "gallbladder", "liver", "stomach", "pancreas", "esophagus", "small_bowel",
    "duodenum", "colon", "urinary_bladder", "prostate", "sacrum", "vertebrae",
    "intervertebral_discs", "spinal_cord", "heart", "aorta", "inferior_vena_cava",
    "portal_vein_and_splenic_vein", "fibula", "tibia", "brain",
)  # fmt: skip
PAIRED = (
    "kidney", "adrenal_gland", "lung", "iliac_artery", "iliac_vena", "humerus", "femur", "hip",
    "gluteus_maximus", "gluteus_medius", "gluteus_minimus", "autochthon", "iliopsoas",
    "quadriceps_femoris", "thigh_medial_compartment", "thigh_posterior_compartment", "sartorius",
)  # fmt: skip
STEMS = (*SINGLE, *(f"{stem}_{side}" for stem in PAIRED for side in ("left", "right")))
FOUND = {"liver": (2, 12, 4, 20, 4, 14), "kidney_left": (20, 27, 12, 20, 4, 12),
         "femur_right": (3, 8, 21, 28, 2, 8), "vertebrae": (14, 19, 21, 28, 4, 16)}  # fmt: skip
EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 3 * 56},
    names=("liver", "left kidney", "right femur", "vertebra"),
)


def make(root: Path) -> None:
    """Every folder holds all 56 files; the sequence is nowhere in the path."""
    assert len(STEMS) == 56
    base = root / "TotalsegmentatorMRI_dataset_v100"
    subjects = (("s0001", "train"), ("s0010", "train"), ("s0297", "test"))
    for name, _ in subjects:
        numbers = {n: box for n, box in enumerate(FOUND.values(), 1)}
        labels = write_pair(base / name / "mri.nii.gz", None, numbers, low=0, high=700, seed=name)
        for stem in STEMS:
            number = [*FOUND].index(stem) + 1 if stem in FOUND else 255
            file = base / name / "segmentations" / f"{stem}.nii.gz"
            write_volume(file, (labels == number).astype(np.uint8))
    write_table(
        base / "meta.csv",
        ["image_id", "age", "gender", "institute", "study_type", "split"],
        [[name, 61, "f", "A", "mr abdomen", split] for name, split in subjects],
        sep=";",
    )
