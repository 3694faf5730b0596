"""ABIDE I: BIDS folders per site, a table whose ids lack the zeros, -9999 for not known."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

EXPECTED = Expected(cases=3, subjects=3)
ROWS = [
    ["PITT", 50002, 1, 1, 16.77, 1, -9999, 103],
    ["PITT", 50030, 2, 0, 25.12, 1, "R", 108],
    ["NYU", 51036, 2, 0, 12.04, 2, "", -9999],
    ["NYU", 51037, 1, -9999, 9.5, 1, "", 99],  # has no image
]


def make(root: Path) -> None:
    """A functional run lies beside the T1w; one row of the table has no image."""
    for site, subject in (("PITT", "0050002"), ("PITT", "0050030"), ("NYU", "0051036")):
        folder = root / "RawDataBIDS" / site / f"sub-{subject}"
        image, _ = fake_volume((30, 34, 28), low=0, high=900, seed=subject)
        fake_nifti(folder / "anat" / f"sub-{subject}_T1w.nii.gz", image)
        fake_nifti(folder / "func" / f"sub-{subject}_task-rest_run-1_bold.nii.gz", image)
    write_table(
        root / "Phenotypic_V1_0b.csv",
        ["SITE_ID", "SUB_ID", "DX_GROUP", "DSM_IV_TR", "AGE_AT_SCAN", "SEX",
         "HANDEDNESS_CATEGORY", "FIQ"],
        ROWS,
    )  # fmt: skip
