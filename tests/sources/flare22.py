"""FLARE22: channel suffix on images only, two folders of labelled cases, one of unlabelled."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"train": 2, "val": 1},
    annotations={"mask": 3},
    names=("liver", "right kidney", "left kidney"),
)


def make(root: Path) -> None:
    """Number 1 exists in both folders: two patients."""
    boxes = {1: (18, 29, 6, 20, 14, 24), 2: (20, 28, 8, 18, 2, 12), 13: (4, 12, 8, 18, 2, 12)}
    for folder, stem in (
        ("Training/FLARE22_LabeledCase50", "FLARE22_Tr_0001"),
        ("Training/FLARE22_LabeledCase50", "FLARE22_Tr_0050"),
        ("Tuning", "FLARETs_0001"),
    ):
        image, mask = fake_volume((32, 28, 26), boxes, seed=stem)
        fake_nifti(root / folder / "images" / f"{stem}_0000.nii.gz", image)
        fake_nifti(root / folder / "labels" / f"{stem}.nii.gz", mask)
    fake_nifti(root / "Training/FLARE22_UnlabeledCase1-1000/Case_00001_0000.nii.gz", image)
