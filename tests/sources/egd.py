"""EGD: four channels and a mask in a folder per subject, facts in JSON, masks of the atlas."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json

EXPECTED = Expected(cases=2, subjects=2)


def make(root: Path) -> None:
    """Facts not known are -1."""
    for subject, grade in (("EGD-0001", 4), ("EGD-0505", -1)):
        folder = root / "SUBJECTS" / subject
        for channel in ("T1", "T1GD", "T2", "FLAIR"):
            image, mask = fake_volume(
                (28, 32, 26), {1: (6, 16, 8, 18, 6, 16)}, low=0, high=900, seed=subject + channel
            )
            fake_nifti(folder / f"{channel}.nii.gz", image, orientation="LPS")
        fake_nifti(folder / "MASK.nii.gz", mask, orientation="LPS")
        write_json(
            folder / "metadata.json",
            {
                "Subject": subject,
                "Genetic_and_Histological_labels": {"IDH": 0, "1p19q": -1, "Grade": grade},
                "Clinical_data": {"Sex": "F", "Age": 56},
                "Scan_characteristics": {"T1": {"Field": 1.5}},
            },
        )
    for name in ("Brain_mask", "Deface_mask"):
        fake_nifti(root / "METADATA" / f"{name}.nii.gz", (mask >= 0).astype("uint8"))
