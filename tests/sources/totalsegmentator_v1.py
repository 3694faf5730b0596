"""TotalSegmentator v1: 104 files per scan, most of them empty, and a table with semicolons."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

PAIRS = (
    "iliac_artery", "iliac_vena", "humerus", "scapula", "clavicula", "femur", "hip",
    "gluteus_maximus", "gluteus_medius", "gluteus_minimus", "autochthon", "iliopsoas", "kidney",
    "adrenal_gland", "lung_upper_lobe", "lung_lower_lobe", "heart_atrium", "heart_ventricle",
    *(f"rib_@_{n}" for n in range(1, 13)),
)  # fmt: skip
SINGLE = (
    "spleen", "gallbladder", "liver", "stomach", "aorta", "inferior_vena_cava",
    "portal_vein_and_splenic_vein", "pancreas", "lung_middle_lobe_right", "esophagus", "trachea",
    "heart_myocardium", "pulmonary_artery", "brain", "small_bowel", "duodenum", "colon", "sacrum",
    "face", "urinary_bladder",
    *(f"vertebrae_C{n}" for n in range(1, 8)),
    *(f"vertebrae_T{n}" for n in range(1, 13)),
    *(f"vertebrae_L{n}" for n in range(1, 6)),
)  # fmt: skip
STRUCTURES = [
    *SINGLE,
    *(
        p.replace("@", side) if "@" in p else f"{p}_{side}"
        for p in PAIRS
        for side in ("left", "right")
    ),
]
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
    annotations={"mask": 3 * 104},
    names=("liver", "left kidney", "right upper lobe", "L1 vertebra"),
)


def make(root: Path) -> None:
    """Numbers are not contiguous; every folder holds all 104 files."""
    base = root / "Totalsegmentator_dataset"
    subjects = (("s0000", "train"), ("s0004", "val"), ("s1422", "test"))
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
