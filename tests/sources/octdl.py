"""OCTDL: a table without suffixes, several pictures of a patient, the table beside the folders."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=5,
    subjects=4,
    names=(
        "age-related macular degeneration", "vitreomacular interface disease", "normal retina",
        "retinal vein occlusion",
    ),
)  # fmt: skip
HEADER = [
    "file_name", "disease", "subcategory", "condition", "patient_id", "eye", "sex", "year",
    "image_width", "image_hight",
]  # fmt: skip
ROWS = [
    ["amd_1047099_1", "AMD", "late", "CNV", 1, "OD", "F", 1946, 64, 48],
    ["amd_1047099_2", "AMD", "late", "CNV", 1, "OD", "F", 1946, 64, 48],
    ["no_1106921_1", "NO", "", "", 402, "OS", "M", 1988, 64, 48],
    ["rvo_1045207_1", "RVO", "BRVO", "", 700, "OS", "M", 1955, 64, 48],
    ["vid_1026012_1", "VID", "VMT", "", 733, "OD", "F", 1960, 64, 48],
]


def make(root: Path) -> None:
    write_table(root / "OCTDL_labels.csv", HEADER, ROWS)
    for row in ROWS:
        fake_image(root / "OCTDL" / str(row[1]) / f"{row[0]}.jpg", (64, 48), mode="L")
