"""QUBIQ 2021: pancreas and pancreatic lesion, a folder per phase, two readers each.

Slices come first in the files, and their header says 1 mm in each direction.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"train": 3, "val": 1},
    annotations={"mask": 8},
    names=("pancreas",),
)


def make(root: Path) -> None:
    """Case 1 has two phases; a 2D task of QUBIQ lies beside."""
    for part, organ, case in (
        ("training_data_v3_QC", "pancreas", "case1-1"),
        ("training_data_v3_QC", "pancreas", "case1-2"),
        ("training_data_v3_QC", "pancreatic-lesion", "case7-1"),
        ("validation_data_qubiq2021_QC", "pancreas/Validation", "case39-1"),
    ):
        folder = root / part / organ / case
        for reader in (1, 2):
            box = {1: (6, 14, 8 + reader, 16, 8, 16)}
            image, mask = fake_volume((20, 28, 28), box, seed=part + organ + case)
            fake_nifti(folder / f"task01_seg{reader:02d}.nii.gz", mask)
        fake_nifti(folder / "image.nii.gz", image)
    fake_image(root / "training_data_v3_QC" / "brain-growth" / "case01" / "image.png")
