"""HCP Young Adult: one subject packed, one unpacked, and the table of unrestricted data."""

import zipfile
from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

EXPECTED = Expected(cases=2, subjects=2)


def make(root: Path) -> None:
    """Bias fields and field maps lie beside the T1w; a third subject is in the table only."""
    for subject in ("100307", "996782"):
        series = f"{subject}/unprocessed/3T/T1w_MPR1"
        image, _ = fake_volume((32, 40, 40), low=0, high=900, seed=subject)
        for name in ("T1w_MPR1", "BIAS_32CH", "BIAS_BC", "FieldMap_Magnitude"):
            fake_nifti(
                root / series / f"{subject}_3T_{name}.nii.gz",
                image,
                spacing_mm=(0.7, 0.7, 0.7),
                orientation="LAS",
            )
    packed = sorted((root / "996782").rglob("*.nii.gz"))
    with zipfile.ZipFile(root / "996782_3T_Structural_unproc.zip", "w") as archive:
        for file in packed:
            archive.writestr(zipfile.ZipInfo(str(file.relative_to(root))), file.read_bytes())
            file.unlink()
    write_table(
        root / "unrestricted_someone_1_2_2024_3_4_5.csv",
        ["Subject", "Release", "Acquisition", "Gender", "Age", "3T_Full_MR_Compl"],
        [[100307, "Q1", "Q01", "F", "26-30", "true"], [996782, "S900", "Q08", "F", "26-30", "true"],
         [100206, "S900", "Q11", "M", "36+", "true"]],
    )  # fmt: skip
