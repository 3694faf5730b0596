"""CT-ORG: volume-N beside labels-N, the first 21 numbers are the test split."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_text

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 3},
    names=("liver", "urinary bladder", "lung", "kidney", "bone", "brain"),
)


def make(root: Path) -> None:
    """Numbers 20 and 21 are on both sides of the split."""
    boxes = {
        1: (20, 29, 6, 20, 10, 16), 2: (12, 20, 8, 16, 1, 5), 3: (4, 28, 6, 20, 18, 24),
        4: (4, 12, 10, 18, 10, 16), 5: (13, 18, 22, 27, 2, 24), 6: (10, 22, 8, 20, 25, 30),
    }  # fmt: skip
    for n in (20, 21, 139):
        image, mask = fake_volume((32, 28, 32), boxes, seed=str(n))
        fake_nifti(root / "volumes" / f"volume-{n}.nii.gz", image)
        fake_nifti(root / "labels" / f"labels-{n}.nii.gz", mask)
    write_text(root / "README.txt", "CT-ORG\n")
