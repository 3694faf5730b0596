"""ISLES 2024: BIDS with raw data and derivatives, a lesion drawn on the follow-up MR."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

EXPECTED = Expected(cases=3, subjects=3, annotations={"mask": 3}, names=("infarct",))
BOXES = {1: (6, 16, 8, 20, 6, 14)}


def make(root: Path) -> None:
    """Derivatives are on the grid of the plain CT; one lesion is named without its space."""
    base = root / "train"
    for n in (1, 16, 142):
        sub = f"sub-stroke{n:04d}"
        raw, out = base / "raw_data" / sub / "ses-01", base / "derivatives" / sub
        for kind in ("ncct", "cta"):
            image, mask = fake_volume((32, 30, 20), BOXES, low=-100, high=120, seed=sub + kind)
            fake_nifti(raw / f"{sub}_ses-01_{kind}.nii.gz", image, orientation="LPS")
        fake_nifti(raw / f"{sub}_ses-01_ctp.nii.gz", np.stack([image, image], axis=-1),
                   orientation="LPS")  # fmt: skip
        acute = out / "ses-01"
        fake_nifti(acute / f"{sub}_ses-01_space-ncct_cta.nii.gz", image, orientation="LPS")
        fake_nifti(acute / f"{sub}_ses-01_space-ncct_lvo-msk.nii.gz", 0 * mask, orientation="LPS")
        fake_nifti(acute / f"{sub}_ses-01_space-ncct_cow-msk.nii.gz", 5 * mask, orientation="LPS")
        for kind in ("cbf", "cbv", "mtt", "tmax"):
            fake_nifti(acute / "perfusion-maps" / f"{sub}_ses-01_space-ncct_{kind}.nii.gz",
                       np.abs(image) // 10, orientation="LPS")  # fmt: skip
        for kind in ("dwi", "adc"):
            image, mask = fake_volume((32, 30, 20), BOXES, low=0, high=900, seed=sub + kind)
            fake_nifti(out / "ses-02" / f"{sub}_ses-02_space-ncct_{kind}.nii.gz", image,
                       orientation="LPS")  # fmt: skip
        space = "" if n == 142 else "_space-ncct"
        fake_nifti(out / "ses-02" / f"{sub}_ses-02{space}_lesion-msk.nii.gz", mask,
                   orientation="LPS")  # fmt: skip
        write_table(base / "phenotype" / sub / "ses-01" / f"{sub}_ses-01_demographic_baseline.csv",
                    ["Age", "Sex"], [[70 + n % 9, "F"]])  # fmt: skip
