"""ISBI 2015: four preprocessed sequences, two visits, two raters; test scans without masks."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=3, subjects=2, annotations={"mask": 6}, names=("multiple sclerosis lesion",)
)


def make(root: Path) -> None:
    """Patient 1 has visits 1 and 2; original scans stand beside the preprocessed ones."""
    for patient, visit in ((1, 1), (1, 2), (5, 1)):
        folder = root / "training" / f"training{patient:02d}"
        stem = f"training{patient:02d}_{visit:02d}"
        for series in ("flair", "mprage", "pd", "t2"):
            boxes = {1: (8, 12, 8, 12, 8, 12)}
            image, mask = fake_volume((24, 28, 24), boxes, low=0, high=900, seed=stem + series)
            fake_nifti(folder / "preprocessed" / f"{stem}_{series}_pp.nii", image)
            fake_nifti(folder / "orig" / f"{stem}_{series}.nii", image)
        fake_nifti(folder / "masks" / f"{stem}_mask1.nii", mask)
        fake_nifti(folder / "masks" / f"{stem}_mask2.nii", mask)
    fake_nifti(root / "testing" / "test01" / "preprocessed" / "test01_01_flair_pp.nii", image)
