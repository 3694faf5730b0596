"""SMILE-UHURA: compressed images, uncompressed labels, plausible labels beside."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"train": 2, "val": 1},
    annotations={"mask": 3},
)


def make(root: Path) -> None:
    """Validation images have labels in `validate_label`; plausible ones are of training only."""
    for part, folder, subject in (
        ("TrainingSet", "train", "sub004"),
        ("TrainingSet", "train", "sub011"),
        ("ValidationSet", "validate", "sub007"),
    ):
        image, mask = fake_volume(
            (32, 36, 28), {1: (8, 11, 4, 30, 10, 13)}, low=0, high=900, seed=subject
        )
        fake_nifti(root / part / folder / f"{subject}.nii.gz", image, spacing_mm=(0.3, 0.3, 0.3))
        fake_nifti(
            root / part / f"{folder}_label" / f"{subject}.nii", mask, spacing_mm=(0.3, 0.3, 0.3)
        )
        if folder == "train":
            for n in range(2):
                fake_nifti(
                    root / part / "train_plausiblelabel" / f"{subject}_Segmentation_{n}.nii.gz",
                    mask,
                    spacing_mm=(0.3, 0.3, 0.3),
                )
