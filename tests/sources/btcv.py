"""BTCV: img0010 is followed by img0021; test images without labels."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("spleen", "portal and splenic vein", "left adrenal gland"),
)


def make(root: Path) -> None:
    """Test/img holds a case that must not be read."""
    base = root / "RawData"
    boxes = {1: (20, 30, 8, 20, 10, 22), 10: (12, 19, 12, 18, 8, 18), 13: (18, 24, 20, 26, 6, 10)}
    for n in (10, 21):
        image, mask = fake_volume((32, 32, 26), boxes, seed=str(n))
        fake_nifti(base / "Training" / "img" / f"img{n:04d}.nii.gz", image, orientation="LAS")
        fake_nifti(base / "Training" / "label" / f"label{n:04d}.nii.gz", mask, orientation="LAS")
    fake_nifti(base / "Test" / "img" / "img0061.nii.gz", image, orientation="LAS")
