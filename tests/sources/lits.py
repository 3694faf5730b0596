"""LiTS: two training batches, uncompressed NIfTI, test volumes with numbers of their own."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 2},
    names=("liver", "liver tumour"),
)


def make(root: Path) -> None:
    """test-volume-0 is another patient than volume-0; the axes of a scan are its own."""
    boxes = {1: (4, 24, 8, 26, 6, 24), 2: (9, 17, 12, 20, 10, 18)}
    for batch, n, orientation in ((1, 0, "RAS"), (2, 28, "LPS")):
        folder = root / f"Training Batch {batch}"
        image, mask = fake_volume((32, 32, 28), boxes, seed=str(n))
        fake_nifti(folder / f"volume-{n}.nii", image, orientation=orientation)
        fake_nifti(folder / f"segmentation-{n}.nii", mask, orientation=orientation)
    fake_nifti(root / "test" / "test-volume-0.nii", image)
