"""HVSMR 2016: two label sets (A, B) beside each training image, test images without."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 2},
    names=("ventricular myocardium", "cardiac blood pool", "aorta"),
)
# as the label files of the release: slices are sagittal, though the names say axial
SPACING, ORIENTATION = (0.9, 0.9, 0.9), "PIR"


def make(root: Path) -> None:
    """Patients are numbered through both parts; B also tells two great vessels."""
    boxes = {1: (4, 26, 4, 26, 4, 22), 2: (8, 20, 8, 20, 8, 18)}
    for part, n in (("training", 0), ("training", 9), ("testing", 10)):
        stem = f"{part}_axial_full_pat{n}"
        folder = root / "hvsmr_2016" / f"hvsmr_2016_{part}"
        image, mask = fake_volume((30, 32, 26), boxes, low=0, high=900, seed=stem)
        fake_nifti(folder / f"{stem}.nii.gz", image, spacing_mm=SPACING, orientation=ORIENTATION)
        if part == "training":
            fake_nifti(
                folder / f"{stem}_label_A.nii.gz", mask, spacing_mm=SPACING, orientation=ORIENTATION
            )
            mask[8:12, 8:12, 8:18] = 64
            mask[14:18, 8:12, 8:18] = 71
            fake_nifti(
                folder / f"{stem}_label_B.nii.gz", mask, spacing_mm=SPACING, orientation=ORIENTATION
            )
