"""RFMiD: three folders whose ids restart at 1, MH beside MHL in a wide table."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 2, "val": 1},
    names=("diabetic retinopathy", "media haze", "macular hole"),
    absent=("drusen",),
)
CODES = [
    "DR",
    "ARMD",
    "MH",
    "DN",
    "MYA",
    "BRVO",
    "TSLN",
    "ERM",
    "LS",
    "MS",
    "CSR",
    "ODC",
    "CRVO",
    "TV",
    "AH",
    "ODP",
    "ODE",
    "ST",
    "AION",
    "PT",
    "RT",
    "RS",
    "CRS",
    "EDN",
    "RPEC",
    "MHL",
    "RP",
    "CWS",
    "CB",
    "ODPM",
    "PRH",
    "MNF",
    "HR",
    "CRAO",
    "TD",
    "CME",
    "PTCR",
    "CF",
    "VH",
    "MCA",
    "VS",
    "BRAO",
    "PLQ",
    "HPED",
    "CL",
]
SETS = (
    ("Training_Set/Training", "Training_Set/RFMiD_Training_Labels", [{"DR", "MH"}, set()]),
    ("Evaluation_Set/Validation", "Evaluation_Set/RFMiD_Validation_Labels", [{"MHL"}]),
    ("Test_Set/Test", "Test_Set/RFMiD_Testing_Labels", [{"MH"}]),
)


def make(root: Path) -> None:
    for folder, table, images in SETS:
        rows = []
        for n, codes in enumerate(images, start=1):
            fake_image(root / folder / f"{n}.png", (64, 48), seed=f"{folder}{n}")
            rows.append([n, int(bool(codes)), *(int(code in codes) for code in CODES)])
        write_table(root / f"{table}.csv", ["ID", "Disease_Risk", *CODES], rows)
