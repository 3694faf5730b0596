"""PH2: a folder per case with image, mask and colour regions; a header on row 13 with X marks."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_xlsx

EXPECTED = Expected(
    cases=3,
    subjects=3,
    names=("common naevus", "atypical naevus", "melanoma", "skin lesion"),
)
HEADER = [
    "Image Name", "Histological Diagnosis", "Common Nevus", "Atypical Nevus", "Melanoma",
    "Asymmetry\n(0/1/2)",
]  # fmt: skip


def make(root: Path) -> None:
    top = root / "PH2Dataset"
    legend: list[list[object]] = [["Legend", str(n)] for n in range(11)]
    rows = [
        ["IMD003", "", "X", "", "", 0],
        ["IMD009", "", "", "X", "", 0],
        ["IMD058", "superficial", "", "", "X", 2],
    ]
    write_xlsx(top / "PH2_dataset.xlsx", ["PH2 database"], [*legend, HEADER, *rows])
    for row in rows:
        name = str(row[0])
        folder = top / "PH2 Dataset images" / name
        fake_image(folder / f"{name}_Dermoscopic_Image" / f"{name}.bmp", (64, 48))
        boxes = {255: (12, 10, 50, 40)}
        fake_mask(folder / f"{name}_lesion" / f"{name}_lesion.bmp", (64, 48), boxes)
        fake_mask(folder / f"{name}_roi" / f"{name}_R1_Label3.bmp", (64, 48), boxes)
