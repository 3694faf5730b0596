"""MSSEG 2016: raw and preprocessed copies, seven readers and their consensus, two parts."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    names=("multiple sclerosis lesion",),
)


def make(root: Path) -> None:
    """Patient numbers start anew in each centre and part; the raw copy has another grid."""
    for part, centre, patient in (("Training", 1, 1), ("Training", 7, 1), ("Testing", 1, 1)):
        folder = root / part / f"Center_{centre:02d}_Patient_{patient:02d}"
        seed = f"{part}{centre}"
        for channel in ("FLAIR", "T1", "T2", "DP", "GADO"):
            image, mask = fake_volume(
                (32, 36, 28), {1: (8, 16, 9, 17, 8, 16)}, low=0, high=900, seed=seed + channel
            )
            fake_nifti(folder / "Preprocessed_Data" / f"{channel}_preprocessed.nii.gz", image)
            fake_nifti(folder / "Raw_Data" / f"{channel}.nii.gz", image[:, :, ::3])
        fake_nifti(folder / "Preprocessed_Data" / "Brain_Mask.nii.gz", (mask >= 0).astype("uint8"))
        fake_nifti(folder / "Masks" / "Consensus.nii.gz", mask)
        fake_nifti(folder / "Masks" / "Brain_Mask.nii.gz", (mask >= 0).astype("uint8"))
        for reader in range(1, 8):
            fake_nifti(folder / "Masks" / f"ManualSegmentation_{reader}.nii.gz", mask)
