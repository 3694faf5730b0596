"""BreakHis as the Kaggle copy nests it: one patient at two magnifications, and a fold table."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=4,
    subjects=3,
    annotations={"class": 8, "value": 4},
    names=("adenosis", "ductal carcinoma", "phyllodes tumour", "benign", "malignant"),
)


def make(root: Path) -> None:
    top = root / "BreaKHis_v1" / "BreaKHis_v1" / "histology_slides" / "breast"
    for folder, slide, mag, name in (
        ("benign/SOB/adenosis", "SOB_B_A_14-22549AB", 40, "SOB_B_A-14-22549AB-40-001"),
        ("benign/SOB/adenosis", "SOB_B_A_14-22549AB", 400, "SOB_B_A-14-22549AB-400-001"),
        ("benign/SOB/phyllodes_tumor", "SOB_B_PT_14-21998AB", 100, "SOB_B_PT-14-21998AB-100-012"),
        ("malignant/SOB/ductal_carcinoma", "SOB_M_DC_14-13412", 200, "SOB_M_DC-14-13412-200-003"),
    ):
        fake_image(top / folder / slide / f"{mag}X" / f"{name}.png", (70, 46))
    write_text(root / "Folds.csv", "fold,mag,grp,filename\n1,100,train,BreaKHis_v1/x.png\n")
