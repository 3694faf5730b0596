"""BraTS 2021: two sibling folders, the validation one without labels, junk of a Mac."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table, write_text

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"train": 3, "val": 1},
    annotations={"mask": 3},
    names=("necrotic tumour core", "peritumoural oedema", "enhancing tumour"),
)


def make(root: Path) -> None:
    """Training cases 557 and 639 are one patient; value 3 is never used."""
    boxes = {2: (4, 22, 4, 22, 4, 20), 4: (7, 19, 7, 19, 7, 17), 1: (10, 16, 10, 16, 10, 14)}
    for part, case in (("Training", 0), ("Training", 557), ("Training", 639), ("Validation", 1)):
        name = f"BraTS2021_{case:05d}"
        folder = root / f"RSNA_ASNR_MICCAI_BraTS2021_{part}Data" / name
        for channel in ("flair", "t1", "t1ce", "t2"):
            image, mask = fake_volume((24, 24, 24), boxes, low=0, high=900, seed=f"{case}{channel}")
            fake_nifti(folder / f"{name}_{channel}.nii.gz", image, orientation="LPS")
        if part == "Training":
            fake_nifti(folder / f"{name}_seg.nii.gz", mask, orientation="LPS")
    write_table(
        root / "BraTS21-17_Mapping.csv",
        ["BraTS2021", "BraTS2020", "BraTS2019", "BraTS2018", "BraTS2017", "Site No"],
        [
            ["BraTS2021_00000", "BraTS20_Training_001", "BraTS19_2013_2_1", "Brats18_2013_2_1", "",
             1],
            ["BraTS2021_00001", "BraTS20_Validation_001", "BraTS19_CBICA_AAM_1", "", "", 1],
            ["BraTS2021_00002", "", "", "", "", 1],
        ],
    )  # fmt: skip
    write_table(
        root / "BraTS2021_MappingToTCIA.csv",
        [
            "Data Collection (as on TCIA+additional)", "PatientID on TCIA Radiology Portal",
            "BraTS2021 ID", "Segmentation (Task 1) Cohort",
        ],
        [
            ["UPENN-GBM", "UPENN-GBM-00001", "BraTS2021_00000", "Training"],
            ["TCGA-GBM", "TCGA-02-0006", "BraTS2021_00001", "Validation"],
            ["Collection1", "new-not-previously-in-TCIA", "BraTS2021_00002", ""],
        ],
    )  # fmt: skip
    write_text(folder / f"._{name}_flair.nii.gz", "Mac OS X")
