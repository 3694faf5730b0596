"""ODIR-5K as on Kaggle: a row per patient, an image per eye, full-width commas in the keywords."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_xlsx

EXPECTED = Expected(
    cases=4,
    subjects=2,
    names=("normal retina", "cataract", "moderate nonproliferative diabetic retinopathy"),
)
HEADER = [
    "ID",
    "Patient Age",
    "Patient Sex",
    "Left-Fundus",
    "Right-Fundus",
    "Left-Diagnostic Keywords",
    "Right-Diagnostic Keywords",
    "N",
    "D",
    "G",
    "C",
    "A",
    "H",
    "M",
    "O",
]
ROWS = [
    [
        0, 69, "Female", "0_left.jpg", "0_right.jpg", "cataract", "normal fundus",
        0, 0, 0, 1, 0, 0, 0, 0,
    ],
    [
        1, 57, "Male", "1_left.jpg", "1_right.jpg",
        "lens dust，moderate non proliferative retinopathy", "lens dust，normal fundus",
        0, 1, 0, 0, 0, 0, 0, 0,
    ],
]  # fmt: skip


def make(root: Path) -> None:
    top = root / "ODIR-5K" / "ODIR-5K"
    write_xlsx(top / "data.xlsx", HEADER, ROWS)
    for row in ROWS:
        for name in row[3:5]:
            fake_image(top / "Training Images" / str(name), (72, 56))
    fake_image(top / "Testing Images" / "937_left.jpg", (72, 56))
    fake_image(root / "preprocessed_images" / "0_right.jpg", (32, 32))
