"""MRBrainS13: uncompressed NIfTI, two label maps of one scan, a T1 on a grid of its own."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 2},
    names=("basal ganglia", "white matter", "cerebellum", "brainstem"),
)
COARSE = np.array([0, 2, 2, 3, 3, 1, 1, 0, 0], np.uint8)  # by the finer value


def make(root: Path) -> None:
    """Patient ids run from 1 in both folders."""
    boxes = {n: (4 * n - 3, 4 * n, 6, 26, 2, 10) for n in range(1, 9)}
    top = root / "MRBrainS13DataNii"
    for part, n in (("TrainingData", 1), ("TrainingData", 2), ("TestData", 1)):
        folder = top / part / str(n)
        for channel in ("T1", "T1_IR", "T2_FLAIR"):
            image, mask = fake_volume((36, 32, 12), boxes, low=0, high=900, seed=f"{part}{n}")
            fake_nifti(folder / f"{channel}.nii", image, spacing_mm=(0.958, 0.958, 3.0))
        fine, _ = fake_volume((34, 30, 36), low=0, high=900, seed=f"{part}{n}")
        fake_nifti(folder / "T1_1mm.nii", fine)
        if part == "TrainingData":
            for name, labels in (("Training", mask), ("Testing", COARSE[mask])):
                fake_nifti(folder / f"LabelsFor{name}.nii", labels, spacing_mm=(0.958, 0.958, 3.0))
