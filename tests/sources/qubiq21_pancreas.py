"""QUBIQ 2021: pancreas and pancreatic lesion, a folder per phase, two readers each."""

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
        ("validation_data_qubiq2021_QC", "pancreas", "case39-1"),
    ):
        folder = root / part / organ / case
        for reader in (1, 2):
            box = {1: (8 + reader, 16, 8, 16, 6, 14)}
            image, mask = fake_volume((28, 28, 20), box, seed=part + organ + case)
            fake_nifti(folder / f"task01_seg{reader:02d}.nii.gz", mask, spacing_mm=(1, 1, 2))
        fake_nifti(folder / "image.nii.gz", image, spacing_mm=(1, 1, 2))
    fake_image(root / "training_data_v3_QC" / "brain-growth" / "case01" / "image.png")
