"""Derm7pt: a clinical and a dermoscopic image per row, splits by the row's place from 0."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 1, "val": 1},
    names=("Clark naevus", "melanoma", "typical pigment network"),
)
HEADER = [
    "case_num",
    "diagnosis",
    "seven_point_score",
    "pigment_network",
    "streaks",
    "pigmentation",
    "regression_structures",
    "dots_and_globules",
    "blue_whitish_veil",
    "vascular_structures",
    "level_of_diagnostic_difficulty",
    "elevation",
    "location",
    "sex",
    "management",
    "clinic",
    "derm",
    "case_id",
    "notes",
]
ROWS = [
    [1, "clark nevus", 0, "typical", "absent", "absent", "absent", "regular", "absent", "absent",
     "low", "flat", "back", "male", "no further examination", "NEL/NEL026.jpg", "NEL/Nel026.jpg",
     "", ""],
    [2, "melanoma (less than 0.76 mm)", 5, "atypical", "irregular", "diffuse irregular",
     "blue areas", "irregular", "present", "linear irregular", "medium", "palpable",
     "lower limbs", "female", "excision", "FAL/Fal028.jpg", "FAL/Fal027.jpg", "", ""],
    [4, "seborrheic keratosis", 1, "absent", "absent", "absent", "combinations", "absent",
     "absent", "comma", "high", "nodular", "head neck", "female", "clinical follow up",
     "Gzl/Gzl003.jpg", "Gzl/Gzl002.jpg", "A 12", "a remark, with a comma"],
]  # fmt: skip


def make(root: Path) -> None:
    top = root / "release_v0"
    write_table(top / "meta" / "meta.csv", HEADER, ROWS)
    for n, split in enumerate(("train", "valid", "test")):
        write_table(top / "meta" / f"{split}_indexes.csv", ["indexes"], [[n]])
    for row in ROWS:
        for column in (15, 16):
            fake_image(top / "images" / str(row[column]), (76, 51))
