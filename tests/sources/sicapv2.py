"""SICAPv2: one-hot tables for the test and for four overlapping folds, slides and patients."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_text, write_xlsx

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"test": 1, "train": 3},
    names=("Gleason pattern 3", "Gleason pattern 4"),
)
HEADER = ["image_name", "NC", "G3", "G4", "G5", "G4C"]
PATCHES = {
    "16B0001851_Block_Region_1_0_0_xini_6803_yini_59786": ("Train", (0, 1, 0, 0, 0), 1),
    "16B0001851_Block_Region_1_0_1_xini_7827_yini_59786": ("Train", (0, 0, 1, 0, 1), 2),
    "18B0003896D_Block_Region_11_0_15_xini_21248_yini_38634": ("Train", (1, 0, 0, 0, 0), 0),
    "17B0021667_Block_Region_3_1_2_xini_100_yini_200": ("Test", (0, 0, 0, 1, 0), 3),
}
SLIDES = (("16B0001851", 1, 3, 4), ("18B0003896D", 2, 0, 0), ("17B0021667", 3, 5, 4))


def make(root: Path) -> None:
    top = root / "SICAPv2"
    for name, (_, _, value) in PATCHES.items():
        fake_image(top / "images" / f"{name}.jpg", (64, 64))
        boxes = {value: (16, 16, 60, 60)} if value else {}
        fake_mask(top / "masks" / f"{name}.png", (64, 64), boxes)
    for split in ("Train", "Test"):
        rows = [[f"{name}.jpg", *hot] for name, (part, hot, _) in PATCHES.items() if part == split]
        write_xlsx(top / "partition" / "Test" / f"{split}.xlsx", HEADER, rows)
        cribriform = [[row[0], row[5]] for row in rows]
        name = f"{split}Cribfriform.xlsx"
        write_xlsx(top / "partition" / "Test" / name, ["image_name", "G4C"], cribriform)
    rows = [[f"{name}.jpg", *hot] for name, (part, hot, _) in PATCHES.items() if part == "Train"]
    for fold in ("Val1", "Val2"):
        write_xlsx(top / "partition" / "Validation" / fold / "Test.xlsx", HEADER, rows[:1])
        write_xlsx(top / "partition" / "Validation" / fold / "Train.xlsx", HEADER, rows[1:])
    header = ["slide_id", "patient_id", "Gleason_primary", "Gleason_secondary"]
    write_xlsx(top / "wsi_labels.xlsx", header, SLIDES)
    write_text(top / "readme.txt", "D1. images\n\tProstate histology patches of slides at 10X\n")
