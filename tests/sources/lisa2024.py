"""LISA 2024: hippocampi of infants at low field, in nnU-Net folders."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("hippocampus",))


def make(root: Path) -> None:
    """Both sides are drawn, 1 and 2."""
    for n in (1, 79):
        image, mask = fake_volume(
            (30, 34, 28), {1: (6, 11, 9, 18, 8, 13), 2: (19, 24, 9, 18, 8, 13)}, low=0, high=900,
            seed=str(n),
        )  # fmt: skip
        fake_nifti(root / "imagesTr" / f"LISA_{n:04d}_0000.nii.gz", image, orientation="LPS")
        fake_nifti(root / "labelsTr" / f"LISA_{n:04d}.nii.gz", mask, orientation="LPS")
    write_json(root / "dataset.json", {"channel_names": {"0": "T2"}, "numTraining": 2})
