"""CURVAS: three readers per scan, folders named by a UID."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 1, "val": 1},
    annotations={"mask": 9},
    names=("pancreas", "kidney", "liver"),
)


def make(root: Path) -> None:
    """The readers disagree by a voxel."""
    for part, uid in (("training", "UKCHLL001"), ("validation", "UKCHLL020"), ("testing", "U_30")):
        folder = root / f"{part}_set" / uid
        for rater in (1, 2, 3):
            boxes = {
                1: (12, 18, 10, 16, 10 + rater, 18), 2: (3, 11, 10, 20, 6, 16),
                3: (20, 29, 6, 20, 10, 22),
            }  # fmt: skip
            image, mask = fake_volume((32, 28, 26), boxes, seed=uid)
            fake_nifti(folder / f"annotation_{rater}.nii.gz", mask)
        fake_nifti(folder / "image.nii.gz", image)
