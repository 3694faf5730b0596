"""FGADR: grey mask edges, a table without header, six folders (one misspelt), a second series."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_table

EXPECTED = Expected(
    cases=3,
    subjects=2,
    names=("microaneurysm", "hard exudate", "severe nonproliferative diabetic retinopathy"),
)
FOLDERS = (
    "HardExudate_Masks", "Hemohedge_Masks", "IRMA_Masks", "Microaneurysms_Masks",
    "Neovascularization_Masks", "SoftExudate_Masks",
)  # fmt: skip
ROWS = [["0000_1.png", 2], ["0000_2.png", 3], ["1841_3.png", 0]]


def make(root: Path) -> None:
    top = root / "Seg-set"
    size = (64, 64)
    write_table(top / "DR_Seg_Grading_Label.csv", [], ROWS)
    for name, grade in ROWS:
        fake_image(top / "Original_Images" / str(name), size)
        for folder in FOLDERS:
            there = grade and folder not in ("IRMA_Masks", "Neovascularization_Masks")
            boxes = {90: (18, 18, 38, 34), 255: (20, 20, 36, 32)} if there else {}
            fake_mask(top / folder / str(name), size, boxes)
