"""UPENN-GBM: skull-stripped and unstripped scans, manual and automatic masks, follow-ups."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

EXPECTED = Expected(
    cases=3,
    subjects=2,
    annotations={"mask": 2},
    names=("necrotic tumour core", "peritumoural oedema", "enhancing tumour"),
)
BOXES = {2: (4, 22, 4, 22, 4, 20), 4: (7, 19, 7, 19, 7, 17), 1: (10, 16, 10, 16, 10, 14)}


def make(root: Path) -> None:
    """One baseline has both masks, the other the automatic one; the follow-up (21) has none."""
    base = root / "NIfTI-files"
    for name in ("UPENN-GBM-00001_11", "UPENN-GBM-00002_11", "UPENN-GBM-00002_21"):
        for channel in ("T1", "T1GD", "T2", "FLAIR"):
            image, mask = fake_volume((24, 24, 24), BOXES, low=0, high=900, seed=name + channel)
            stem = f"{name}_{channel}"
            fake_nifti(base / "images_structural" / name / f"{stem}.nii.gz", image,
                       orientation="LPS")  # fmt: skip
            fake_nifti(base / "images_structural_unstripped" / name / f"{stem}_unstripped.nii.gz",
                       image, orientation="LPS")  # fmt: skip
        fake_nifti(base / "images_DTI" / name / f"{name}_DTI_FA.nii.gz", image, orientation="LPS")
        if name.endswith("_11"):
            fake_nifti(base / "automated_segm" / f"{name}_automated_approx_segm.nii.gz", mask,
                       orientation="LPS")  # fmt: skip
        if name == "UPENN-GBM-00001_11":
            fake_nifti(base / "images_segm" / f"{name}_segm.nii.gz", mask, orientation="LPS")
    write_table(
        root / "UPENN-GBM_clinical_info_v1.0.csv",
        ["ID", "Gender", "Age_at_scan_years", "Survival_from_surgery_days"],
        [["UPENN-GBM-00001_11", "M", 74.4, 121], ["UPENN-GBM-00002_11", "M", 55.0, 77]],
    )
