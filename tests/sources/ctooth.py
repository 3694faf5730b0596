"""CTooth: images and labels of equal names, and images without a label (layout not seen)."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("tooth",))


def make(root: Path) -> None:
    """The two labelled cases."""
    for case in ("1000889125_20171009", "1000915254_20171201"):
        image, mask = fake_volume((30, 30, 26), {1: (8, 14, 8, 14, 8, 16)}, seed=case)
        fake_nifti(root / "image" / f"{case}.nii.gz", image, spacing_mm=(0.4, 0.4, 0.4))
        fake_nifti(root / "label" / f"{case}.nii.gz", mask, spacing_mm=(0.4, 0.4, 0.4))
