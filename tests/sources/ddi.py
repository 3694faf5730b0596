"""DDI: a table with an unnamed index, diseases joined by hyphens, three bands of skin tone."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4,
    subjects=4,
    names=("melanoma in situ", "seborrhoeic keratosis", "benign", "malignant"),
)
HEADER = ["", "DDI_ID", "DDI_file", "skin_tone", "malignant", "disease"]
ROWS = [
    [0, 1, "000001.png", 56, "True", "melanoma-in-situ"],
    [1, 2, "000002.png", 56, "True", "melanoma-in-situ"],
    [2, 3, "000003.png", 12, "False", "seborrheic-keratosis"],
    [3, 4, "000004.png", 34, "True", "squamous-cell-carcinoma-in-situ"],
]


def make(root: Path) -> None:
    write_table(root / "ddi_metadata.csv", HEADER, ROWS)
    for row in ROWS:
        fake_image(root / "ddidiversedermatologyimages" / str(row[2]), (60, 70))
