"""Micro-ultrasound of the prostate: expert and other annotators, prefixes that differ by folder."""

from pathlib import Path

from gmai_data.testing import Expected, write_text
from tests.pairs import write_pair, write_volume

EXPECTED = Expected(cases=3, subjects=3, splits={"test": 1, "train": 2}, names=("prostate",))
OTHERS = {
    "train": (("non_expert_annotations", "nonexpert_annotation"),),
    "test": (
        ("medical_student_annotations", "medical_student_annotation"),
        ("master_student_annotations", "master_student_annotation"),
        ("clinician_annotations", "clinician_annotation"),
    ),
}


def make(root: Path) -> None:
    """Numbers of training and test overlap."""
    base = root / "Micro_Ultrasound_Prostate_Segmentation_Dataset"
    for split, n in (("train", 1), ("train", 55), ("test", 1)):
        tail = f"{split}_{n:02d}.nii.gz"
        labels = write_pair(
            base / split / "micro_ultrasound_scans" / f"microUS_{tail}",
            base / split / "expert_annotations" / f"expert_annotation_{tail}",
            {1: (8, 24, 8, 22, 4, 16)},
            low=0,
            high=255,
        )
        for folder, prefix in OTHERS[split]:
            write_volume(base / split / folder / f"{prefix}_{tail}", labels)
    write_text(base / "train" / "expert_annotations" / "._expert_annotation_train_01.nii.gz", "x")
