"""BRACS: regions in folders per split, the newest of two versions, a patient in two splits."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_xlsx

EXPECTED = Expected(
    cases=5,
    subjects=3,
    splits={"test": 1, "train": 1, "val": 3},
    annotations={"class": 5},
    names=("ductal carcinoma in situ", "usual ductal hyperplasia", "flat epithelial atypia"),
)
REGIONS = (
    ("train", "0_N", "BRACS_1003728_N_1"),
    ("train", "2_UDH", "BRACS_1003691_UDH_4"),
    ("train", "5_DCIS", "BRACS_1003691_DCIS_12"),
    ("val", "3_FEA", "BRACS_1003692_FEA_1"),
    ("test", "6_IC", "BRACS_1284_IC_2"),
)
SLIDES = (("BRACS_1003728", 12), ("BRACS_1003691", 67), ("BRACS_1003692", 67), ("BRACS_1284", 3))


def make(root: Path) -> None:
    """Patient 67 has slides in train and in val, as upstream; all of them belong to one split."""
    top = root / "BRACS_RoI"
    for split, kind, name in REGIONS:
        fake_image(top / "latest_version" / split / kind / f"{name}.png", (90, 70))
    fake_image(top / "previous_versions" / "Version1" / "train" / "0_N" / "283_n_1.png", (90, 70))
    header = ["WSI Filename", "Patient Id", "WSI label", "Set", "RoI"]
    rows = [[slide, patient, "PB", "Training", 3] for slide, patient in SLIDES]
    write_xlsx(root / "BRACS.xlsx", header, rows, sheet="WSI_Information")
