"""BUS-BRA: masks named after images with another prefix, two images of a case."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_table

EXPECTED = Expected(
    cases=3,
    subjects=2,
    annotations={"class": 6, "mask": 3},
    names=("breast lesion", "benign", "malignant", "BI-RADS category 4"),
)
HEADER = [
    "ID", "Case", "Histology", "Pathology", "BIRADS", "Device", "Width", "Height", "Side", "BBOX",
]  # fmt: skip
ROWS = [
    ["bus_0001-l", 1, "Fibroadenoma", "benign", 2, "GE Logiq 7", 64, 48, "left", "[10, 8, 30, 22]"],
    ["bus_0001-r", 1, "Fibroadenoma", "benign", 2, "GE Logiq 7", 64, 48, "left", "[10, 8, 30, 22]"],
    ["bus_0004-l", 4, "IDC", "malignant", 4, "GE U-Systems", 64, 48, "left", "[10, 8, 30, 22]"],
]


def make(root: Path) -> None:
    top = root / "BUSBRA"
    write_table(top / "bus_data.csv", HEADER, ROWS)
    write_table(top / "5-fold-cv.csv", ["ID", "kFold"], [[row[0], 1] for row in ROWS])
    for row in ROWS:
        name = str(row[0])
        fake_image(top / "Images" / f"{name}.png", (64, 48), mode="L")
        path = top / "Masks" / f"{name.replace('bus', 'mask')}.png"
        fake_mask(path, (64, 48), {255: (10, 8, 40, 30)})
