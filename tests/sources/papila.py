"""PAPILA: spreadsheets with three heading rows, ids with "#", contours by two experts."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text, write_xlsx

EXPECTED = Expected(
    cases=3,
    subjects=2,
    names=("optic cup", "optic disc", "glaucoma"),
    absent=("glaucoma",),
)
FIRST = ["", "Age", "Gender", "Diagnosis", "Refractive_Defect", *[""] * 3, "IOP", *[""] * 4]
SECOND = ["ID", *[""] * 12]
THIRD = [
    "", "", "", "", "dioptre_1", "dioptre_2", "astigmatism", "Phakic/Pseudophakic", "Pneumatic",
    "Perkins", "Pachymetry", "Axial_Length", "VF_MD",
]  # fmt: skip


def make(root: Path) -> None:
    top = root / "PapilaDB-PAPILA-17f8fa7746adb20275b5b6a0d99dc9dfe3007e9f"
    tables = top / "ClinicalData"
    od = [
        ["#002", 47, 0, 2, 0.75, -1.75, 90, 0, 21, "", 586, 23.64, 0.07],
        ["#004", 58, 1, 1, 1.5, -1.75, 85, 0, "", "", 501, 23.06, ""],
    ]
    os = [["#002", 47, 0, 0, 0.5, -2.0, 80, 0, 20, "", 590, 23.5, ""]]
    for eye, rows in (("od", od), ("os", os)):
        write_xlsx(tables / f"patient_data_{eye}.xlsx", FIRST, [SECOND, THIRD, *rows])
    square = "   20.0000   20.0000\n   40.0000   20.0000\n   40.0000   40.0000\n"
    for name in ("RET002OD", "RET002OS", "RET004OD"):
        fake_image(top / "FundusImages" / f"{name}.jpg", (64, 48))
        for what in ("cup", "disc"):
            for expert in (1, 2):
                path = top / "ExpertsSegmentations" / "Contours" / f"{name}_{what}_exp{expert}.txt"
                write_text(path, square)
