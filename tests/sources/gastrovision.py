"""GastroVision: folders named after classes, with blanks, a quote and underscores; split lists.

The lists cover 22 of the 27 classes: an image of the others is in none.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=6,
    subjects=6,
    splits={"test": 1, "train": 3, "val": 1},
    annotations={"class": 6},
    names=("terminal ileum", "Barrett's oesophagus", "oesophageal varices"),
)
ROWS = [
    ["1a8df39f-4959-42f5-a206-694c40fafb31.jpg", "Small bowel_terminal ileum", "test"],
    ["0f886d51-8576-4208-a850-98aefb696241.jpg", "Small bowel_terminal ileum", "train"],
    ["1af4b587-a832-4fce-8cc0-c84ec99cc890.jpg", "Barrett's esophagus", "validate"],
    [
        "2af4b587-a832-4fce-8cc0-c84ec99cc890.jpg",
        "Gastroesophageal_junction_normal z-line",
        "train",
    ],
    ["3af4b587-a832-4fce-8cc0-c84ec99cc890.jpg", "Colon polyps", "train"],
    ["4af4b587-a832-4fce-8cc0-c84ec99cc890.jpg", "Esophageal varices", ""],
]


def make(root: Path) -> None:
    cells = [[name, kind, "64", "48", "3.1"] for name, kind, _ in ROWS]
    header = ["Filename", "Class", "Width", "Height", "Size (kB)"]
    write_table(root / "GastroVision_metadata.csv", header, cells)
    for split in ("train", "validate", "test"):
        rows = [[name, kind] for name, kind, where in ROWS if where == split]
        write_table(root / "Split" / f"{split}.csv", ["Filename", "Class"], rows)
    for name, kind, _ in ROWS:
        fake_image(root / "Gastrovision" / kind / name, (64, 48))
