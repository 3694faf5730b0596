"""UCSF-PDGM: a folder per scan, `_bias` variants beside each channel, one follow-up folder."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

EXPECTED = Expected(
    cases=3,
    subjects=2,
    annotations={"mask": 3},
    names=("necrotic tumour core", "peritumoural oedema", "enhancing tumour"),
)
CHANNELS = ("T1", "T1_bias", "T1c", "T1c_bias", "T2", "T2_bias", "FLAIR", "FLAIR_bias", "SWI",
            "SWI_bias", "DWI", "DWI_bias", "ADC", "ASL", "DTI_eddy_FA")  # fmt: skip


def make(root: Path) -> None:
    """Patient 429 came twice; the table writes its number with three digits."""
    boxes = {2: (4, 24, 4, 24, 4, 22), 4: (7, 20, 7, 20, 7, 19), 1: (10, 16, 10, 16, 10, 14)}
    for scan in ("UCSF-PDGM-0004", "UCSF-PDGM-0429", "UCSF-PDGM-0429_FU003d"):
        folder = root / "UCSF-PDGM-v3" / f"{scan}_nifti"
        for channel in CHANNELS:
            image, mask = fake_volume((28, 28, 26), boxes, low=0, high=900, seed=scan + channel)
            fake_nifti(folder / f"{scan}_{channel}.nii.gz", image, orientation="LPS")
        brain = (mask >= 0).astype("uint8")
        fake_nifti(folder / f"{scan}_brain_segmentation.nii.gz", brain, orientation="LPS")
        fake_nifti(
            folder / f"{scan}_brain_parenchyma_segmentation.nii.gz", brain, orientation="LPS"
        )
        fake_nifti(folder / f"{scan}_tumor_segmentation.nii.gz", mask, orientation="LPS")
    write_table(
        root / "UCSF-PDGM-metadata_v2.csv",
        ["ID", "Sex", "Age at MRI", "WHO CNS Grade", "Final pathologic diagnosis (WHO 2021)"],
        [["UCSF-PDGM-004", "M", 66, 4, "Glioblastoma, IDH-wildtype"]],
    )
