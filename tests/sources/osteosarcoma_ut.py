"""Osteosarcoma (UT): names in the table have blanks around dashes and no suffix; two cases.

The table calls "Case 3 A10 -31205-17980" what the folder calls "Case-3-A10-31205-17980.jpg".
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4,
    subjects=2,
    annotations={"class": 4},
    names=("non-tumour tissue", "viable tumour", "non-viable tumour"),
)
ROWS = [
    ["Case 3 A10 -31205-17980", "Non-Tumor", "Training-Set-1/set1"],
    ["Case 3 A15-25491-11534", "Viable", "Training-Set-1/set10"],
    ["Case 48 - P5 C4-16519-14571", "Non-Viable-Tumor", "Training-Set-2/set2"],
    ["Case-48-P5-C7 -1219-9571", "viable: non-viable", "Training-Set-2/set2"],
]


def make(root: Path) -> None:
    cells = [[name, kind, "0.25"] for name, kind, _ in ROWS]
    write_table(
        root / "ML_Features_1144.csv", ["image.name", "classification", "circularity"], cells
    )
    for name, _, folder in ROWS:
        file = name.replace(" -", "-").replace("- ", "-").replace(" ", "-")
        fake_image(root / folder / f"{file}.jpg", (64, 64))
