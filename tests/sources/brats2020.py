"""BraTS 2020: grades in a table, one mask under another name, numbers twice (train, validation)."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"train": 3, "val": 1},
    annotations={"class": 3, "mask": 3},
    names=(
        "peritumoural oedema",
        "enhancing tumour",
        "high-grade glioma",
        "low-grade glioma",
    ),
)


def make(root: Path) -> None:
    """Training_001 and Validation_001 are two patients; the mask of 355 lost its name."""
    boxes = {2: (4, 22, 4, 22, 4, 20), 4: (7, 19, 7, 19, 7, 17), 1: (10, 16, 10, 16, 10, 14)}
    train = root / "MICCAI_BraTS2020_TrainingData"
    grades = {1: "HGG", 260: "LGG", 355: "HGG"}
    cases = [(train, "Training", n) for n in grades]
    for folder, part, n in [*cases, (root / "MICCAI_BraTS2020_ValidationData", "Validation", 1)]:
        name = f"BraTS20_{part}_{n:03d}"
        for channel in ("flair", "t1", "t1ce", "t2"):
            image, mask = fake_volume((24, 24, 24), boxes, low=0, high=900, seed=f"{name}{channel}")
            fake_nifti(folder / name / f"{name}_{channel}.nii", image, orientation="LPS")
        if part == "Training":
            stem = "W39_1998.09.19_Segm" if n == 355 else f"{name}_seg"
            fake_nifti(folder / name / f"{stem}.nii", mask, orientation="LPS")
    write_table(
        train / "name_mapping.csv",
        [
            "Grade", "BraTS_2017_subject_ID", "BraTS_2018_subject_ID", "TCGA_TCIA_subject_ID",
            "BraTS_2019_subject_ID", "BraTS_2020_subject_ID",
        ],
        [
            [grade, "NA", "NA", tcga, f"BraTS19_{old}", f"BraTS20_Training_{n:03d}"]
            for (n, grade), old, tcga in zip(
                grades.items(),
                ("2013_2_1", "TCIA10_449_1", "CBICA_AA355_1"),
                ("NA", "TCGA-CS-4941", "NA"),
                strict=True,
            )
        ],
    )  # fmt: skip
    write_table(
        root / "MICCAI_BraTS2020_ValidationData" / "name_mapping_validation_data.csv",
        [
            "BraTS_2017_subject_ID", "BraTS_2018_subject_ID", "TCGA_TCIA_subject_ID",
            "BraTS_2019_subject_ID", "BraTS_2020_subject_ID",
        ],
        [["NA", "Brats18_CBICA_AAM_1", "NA", "BraTS19_CBICA_AAM_1", "BraTS20_Validation_001"]],
    )  # fmt: skip
    write_table(
        train / "survival_info.csv",
        ["Brats20ID", "Age", "Survival_days", "Extent_of_Resection"],
        [["BraTS20_Training_001", 60.463, 289, "GTR"]],
    )
