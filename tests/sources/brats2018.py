"""BraTS 2018: the grade is the folder, ids hold underscores, validation has neither."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table, write_text

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"train": 2, "val": 1},
    annotations={"class": 2, "mask": 2},
    names=(
        "non-enhancing tumour core",
        "peritumoural oedema",
        "enhancing tumour",
        "high-grade glioma",
        "low-grade glioma",
    ),
)


def make(root: Path) -> None:
    """Value 3 is never used; the survival table holds another part of the patients."""
    boxes = {2: (4, 22, 4, 22, 4, 20), 4: (7, 19, 7, 19, 7, 17), 1: (10, 16, 10, 16, 10, 14)}
    train = root / "MICCAI_BraTS_2018_Data_Training"
    high, low, held_out = ("2013_2_1", "2013_0_1", "CBICA_AAM_1")
    for place, case in (
        (train / "HGG", high),
        (train / "LGG", low),
        (root / "MICCAI_BraTS_2018_Data_Validation", held_out),
    ):
        name = f"Brats18_{case}"
        for channel in ("flair", "t1", "t1ce", "t2"):
            image, mask = fake_volume((24, 24, 24), boxes, low=0, high=900, seed=f"{case}{channel}")
            fake_nifti(place / name / f"{name}_{channel}.nii.gz", image, orientation="LPS")
        if case != held_out:
            fake_nifti(place / name / f"{name}_seg.nii.gz", mask, orientation="LPS")
    write_text(train / "HGG" / f"Brats18_{high}" / f"._Brats18_{high}_t1.nii.gz", "Mac OS X")
    write_table(
        train / "survival_data.csv",
        ["BraTS18ID", "Age", "Survival", "ResectionStatus"],
        [[f"Brats18_{high}", 60.463, 289, "GTR"]],
    )
