"""LungHist700: numbers restart per class and magnification; the table's patients cross classes."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=5,
    subjects=3,
    names=("lung adenocarcinoma", "lung squamous cell carcinoma", "moderately differentiated"),
)
ROWS = [
    ["aca", "bd", "20x", "12", "6"],
    ["aca", "md", "40x", "12", "6"],
    ["nor", "", "20x", "1", "6"],
    ["scc", "pd", "20x", "1", "38"],
    ["scc", "bd", "40x", "901", "22"],
]


def make(root: Path) -> None:
    top = root / "LungHist700"
    header = ["superclass", "subclass", "resolution", "image_id", "patient_id"]
    write_table(top / "data.csv", header, ROWS)
    for superclass, subclass, resolution, number, _ in ROWS:
        kind = f"{superclass}_{subclass}" if subclass else superclass
        fake_image(top / "images" / kind / f"{kind}_{resolution}_{number}.jpg", (80, 60))
