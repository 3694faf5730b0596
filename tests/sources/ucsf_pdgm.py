"""UCSF-PDGM: a folder per scan, `_bias` variants beside each channel, second scans of a patient."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

EXPECTED = Expected(
    cases=5,
    subjects=3,
    annotations={"mask": 5},
    names=("necrotic tumour core", "peritumoural oedema", "enhancing tumour"),
)
CHANNELS = ("T1", "T1_bias", "T1c", "T1c_bias", "T2", "T2_bias", "FLAIR", "FLAIR_bias", "SWI",
            "SWI_bias", "DWI", "DWI_bias", "ADC", "ASL", "DTI_eddy_FA")  # fmt: skip


def make(root: Path) -> None:
    """Patients 429 and 431 came twice; BraTS has both scans of 429 and only the second of 431.

    The table is a later one than the folders' version, and lies beside them.
    """
    boxes = {2: (4, 24, 4, 24, 4, 22), 4: (7, 20, 7, 20, 7, 19), 1: (10, 16, 10, 16, 10, 14)}
    for scan in ("0004", "0429", "0429_FU003d", "0431", "0431_FU001d"):
        folder = root / "UCSF-PDGM-v3" / f"UCSF-PDGM-{scan}_nifti"
        stem = f"UCSF-PDGM-{scan}"
        for channel in CHANNELS:
            image, mask = fake_volume((28, 28, 26), boxes, low=0, high=900, seed=stem + channel)
            fake_nifti(folder / f"{stem}_{channel}.nii.gz", image, orientation="LPS")
        brain = (mask >= 0).astype("uint8")
        fake_nifti(folder / f"{stem}_brain_segmentation.nii.gz", brain, orientation="LPS")
        fake_nifti(
            folder / f"{stem}_brain_parenchyma_segmentation.nii.gz", brain, orientation="LPS"
        )
        fake_nifti(folder / f"{stem}_tumor_segmentation.nii.gz", mask, orientation="LPS")
    write_table(
        root / "UCSF-PDGM-metadata_v5.csv",
        [
            "ID", "Sex", "Age at MRI", "WHO CNS Grade", "Final pathologic diagnosis (WHO 2021)",
            "BraTS21 ID", "BraTS21 Segmentation Cohort",
        ],
        [
            [f"UCSF-PDGM-{scan}", "M", 66, 4, "Glioblastoma, IDH-wildtype", brats, "Training"]
            for scan, brats in (
                ("004", "BraTS2021_00097"), ("429", "BraTS2021_00639"), ("431", ""),
                ("0429_FU003d", "BraTS2021_00557"), ("0431_FU001d", "BraTS2021_00499"),
            )
        ],
    )  # fmt: skip
