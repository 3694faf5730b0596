"""OLIVES: two trials whose paths differ in depth, leading slashes, fundus pictures among scans."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4,
    subjects=2,
    annotations={"flags": 64, "value": 8},
    names=("intraretinal fluid", "subretinal fluid"),
)
HEADER = [
    "Path (Trial/Arm/Folder/Visit/Eye/Image Name)", "Scan (n/49)",
    "Atrophy / thinning of retinal layers", "Disruption of EZ", "DRIL", "IR hemorrhages", "IR HRF",
    "Partially attached vitreous face", "Fully attached vitreous face",
    "Preretinal tissue/hemorrhage", "Vitreous debris", "VMT", "DRT/ME", "Fluid (IRF)",
    "Fluid (SRF)", "Disruption of RPE", "PED (serous)", "SHRM", "Eye_ID", "BCVA", "CST",
    "Patient_ID",
]  # fmt: skip
NONE = [0] * 16
WET = [0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 0, 0]
ROWS = [
    ["/TREX DME/GILA/0201GOD/V1/OD/TREXJ_000000.tif", 1, *NONE, 1, 75, 335, 201],
    ["/TREX DME/GILA/0201GOD/V1/OD/TREXJ_000001.tif", 2, *WET, 1, 75, 335, 201],
    ["/Prime_FULL/01-001/W0/OS/27.png", 28, *WET, 57, 81, 287, 1],
    ["/Prime_FULL/01-001/W52/OS/27.png", 28, *NONE, 57, 84, 251, 1],
]


def make(root: Path) -> None:
    """Only some B-scans are annotated; the table is in the second of two label folders."""
    top = root / "OLIVES"
    for row in ROWS:
        fake_image(top / str(row[0])[1:], (80, 64), mode="L", seed=str(row[0]))
    fake_image(top / "TREX DME/GILA/0201GOD/V1/OD/TREXJ_000002.tif", (80, 64), mode="L")
    fake_image(top / "TREX DME/GILA/0201GOD/V1/OD/fundus_OD_V1.tif", (64, 64), mode="L")
    fake_image(top / "Prime_FULL/01-001/W0/OS/fundus_W0.png", (64, 64), mode="L")
    labels = root / "OLIVES_Dataset_Labels"
    name = "Biomarker_Clinical_Data_Images.csv"
    write_table(labels / "ml_centric_labels" / name, HEADER, ROWS)
