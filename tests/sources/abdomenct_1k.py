"""AbdomenCT-1K: images with a channel suffix, masks without; the last numbers have no mask."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"mask": 2},
    names=("liver", "kidney", "spleen", "pancreas"),
)


def make(root: Path) -> None:
    """Case_01062 is one of the images that the masks do not cover."""
    base = root / "AbdomenCT-1K"
    boxes = {1: (17, 30, 8, 26, 12, 26), 2: (3, 9, 4, 12, 4, 14), 3: (2, 9, 4, 12, 17, 26),
             4: (8, 16, 14, 18, 12, 16)}  # fmt: skip
    for n in (1, 1000, 1062):
        image, mask = fake_volume((32, 32, 28), boxes, seed=str(n))
        fake_nifti(base / "Images" / f"Case_{n:05d}_0000.nii.gz", image, spacing_mm=(1, 1, 2.5))
        if n <= 1000:
            fake_nifti(base / "Masks" / f"Case_{n:05d}.nii.gz", mask, spacing_mm=(1, 1, 2.5))
