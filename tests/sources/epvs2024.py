"""EPVS 2024: three cohorts, the visit in the last number of a name."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(cases=4, subjects=3, annotations={"mask": 4})


def make(root: Path) -> None:
    """Patient 1 of the first cohort came twice; his number occurs in another cohort too."""
    for cohort, scan in (("ED", "ED_01_01"), ("ED", "ED_01_02"), ("MACC", "MACC_01_01"),
                         ("SG70", "SG70_12_01")):  # fmt: skip
        folder = root / "EPVS_challenge_data" / cohort / scan
        for channel in ("T1w", "T2w", "FLAIR"):
            image, mask = fake_volume(
                (30, 34, 28), {1: (8, 13, 9, 14, 8, 13)}, low=0, high=900, seed=scan + channel
            )
            fake_nifti(folder / f"{scan}_{channel}.nii.gz", image)
        fake_nifti(folder / f"{scan}_PVS.nii.gz", mask)
