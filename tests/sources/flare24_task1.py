"""FLARE24 task 1: a folder per origin, labels of all in one folder, unlabelled and hidden parts."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_text

EXPECTED = Expected(names=("lesion",), cases=5, subjects=5, splits={"train": 4, "val": 1})
TUMOUR = {1: (8, 14, 8, 16, 6, 14)}


def make(root: Path) -> None:
    """Public validation has its own label folder; healthy images carry no lesion."""
    top = root / "FLARE24-Task1"
    for place, labels, case in (
        ("Train-Labeled/COVID-19-209", "Train-Labeled/labelsTr", "coronacases_001"),
        ("Train-Labeled/KiTS23-488", "Train-Labeled/labelsTr", "KiTS23_case_00000"),
        ("Train-Labeled/MSD-892", "Train-Labeled/labelsTr", "MSD_colon_001"),
        ("Train-Labeled/DeepLesion-1093", "Train-Labeled/labelsTr", "DeepLesion_000001_03_01"),
        ("Train-Unlabeled/MSD-506", "", "MSD_lung_090"),
        ("Validation-Public/lesion-images", "Validation-Public/lesion-gts", "FLARE24_val_0001"),
        ("Validation-Public/HealthyImages-noLesion", "", "healthy_0001"),
        ("Validation-Hidden", "", "FLARE24Val_0001"),
    ):
        image, mask = fake_volume((28, 28, 20), TUMOUR, seed=case)
        fake_nifti(top / place / f"{case}_0000.nii.gz", image, spacing_mm=(2, 2, 3))
        if labels:
            fake_nifti(top / labels / f"{case}.nii.gz", mask, spacing_mm=(2, 2, 3))
    write_text(top / "readme.txt", "FLARE 2024")
