"""Skin tumour tiles: a table of tiles with paths from above `data`, class and official set.

Columns `file`, `class`, `set` and the misspelt `malignicy` as public loaders read them; one class
folder per name. A file's name holds the number of its slide.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json, write_table

EXPECTED = Expected(
    cases=5,
    subjects=4,
    splits={"test": 1, "train": 3, "val": 1},
    annotations={"class": 5},
    names=("dermis", "basal cell carcinoma", "melanoma"),
)
ROWS = [
    ("nontumor_skin_chondraltissue_chondraltissue", "ws_44_1", "nontumor", "Train"),
    ("nontumor_skin_dermis_dermis", "ws_44_5", "nontumor", "Train"),
    ("tumor_skin_epithelial_bcc", "ws_97_10", "tumor", "Train"),
    ("tumor_skin_melanoma_melanoma", "ws_98_11", "tumor", "Validation"),
    ("nontumor_skin_muscle_skeletal", "ws_7_3", "nontumor", "Test"),
]


def make(root: Path) -> None:
    cells = []
    for kind, name, nature, split in ROWS:
        file = f"data/tiles/{kind}/{kind}_{name}.jpg"
        fake_image(root / file, (96, 96))
        cells.append([file, kind, nature, split])
    write_table(root / "data" / "tiles_v2.csv", ["file", "class", "malignicy", "set"], cells)
    write_json(root / "data" / "class_dict.json", {kind: n for n, (kind, *_) in enumerate(ROWS)})
