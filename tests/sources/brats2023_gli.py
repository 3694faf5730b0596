"""BraTS 2023 GLI: hyphens, a patient with two time points, validation without labels."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

EXPECTED = Expected(
    cases=3,
    subjects=2,
    splits={"train": 2, "val": 1},
    annotations={"mask": 2},
    names=("necrotic tumour core", "peritumoural oedema", "enhancing tumour"),
)


def make(root: Path) -> None:
    """Patient 2 was scanned twice; enhancing tumour is 3."""
    boxes = {2: (4, 22, 4, 22, 4, 20), 3: (7, 19, 7, 19, 7, 17), 1: (10, 16, 10, 16, 10, 14)}
    for part, patient, time in (("Training", 2, 0), ("Training", 2, 1), ("Validation", 4, 0)):
        name = f"BraTS-GLI-{patient:05d}-{time:03d}"
        folder = root / f"ASNR-MICCAI-BraTS2023-GLI-Challenge-{part}Data" / name
        for channel in ("t1n", "t1c", "t2w", "t2f"):
            image, mask = fake_volume((24, 24, 24), boxes, low=0, high=900, seed=f"{name}{channel}")
            fake_nifti(folder / f"{name}-{channel}.nii.gz", image, orientation="LPS")
        if part == "Training":
            fake_nifti(folder / f"{name}-seg.nii.gz", mask, orientation="LPS")
    write_table(
        root / "BraTS2023_2017_GLI_Mapping.csv",
        ["BraTS2023", "BraTS2021", "BraTS2020", "BraTS2019", "BraTS2018", "BraTS2017"],
        [
            ["BraTS-GLI-00002-000", "BraTS2021_00639", "", "", "", ""],
            ["BraTS-GLI-00002-001", "BraTS2021_00557", "", "", "", ""],
            ["BraTS-GLI-00004-000", "BraTS2021_00000", "BraTS20_Training_001", "",
             "Brats18_2013_2_1", ""],
            ["", "BraTS2021_00011", "", "", "", ""],
        ],
    )  # fmt: skip
