"""EPVS 2024: three cohorts; the first number of an Edinburgh name is a cohort of its own."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(cases=4, subjects=4, annotations={"mask": 4})


def make(root: Path) -> None:
    """Two patients of one Edinburgh cohort; other cohorts have names of other patterns."""
    for cohort, scan in (("ED", "ED_01_01"), ("ED", "ED_01_02"), ("MACC", "HD0012_01"),
                         ("SG70", "SGSG012")):  # fmt: skip
        folder = root / "EPVS_challenge_data" / cohort / scan
        for channel in ("T1w", "T2w", "FLAIR"):
            image, mask = fake_volume(
                (30, 34, 28), {1: (8, 13, 9, 14, 8, 13)}, low=0, high=900, seed=scan + channel
            )
            fake_nifti(folder / f"{scan}_{channel}.nii.gz", image)
        fake_nifti(folder / f"{scan}_PVS.nii.gz", mask)
