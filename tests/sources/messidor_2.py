"""Messidor-2: eyes of a patient in a table of pairs, suffixes in another case, one ungradable."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4,
    subjects=2,
    names=(
        "no diabetic retinopathy",
        "moderate nonproliferative diabetic retinopathy",
        "ungradable",
    ),
)
GRADES = [  # as in the table; the second pair is .JPG on disk
    ["20051020_43808_0100_PP.png", "0", "0", 1],
    ["20051020_43832_0100_PP.png", "2", "1", 1],
    ["IM000001.jpg", "0", "0", 1],
    ["IM000002.jpg", "", "", 0],
]


def make(root: Path) -> None:
    for name in ("20051020_43808_0100_PP.png", "20051020_43832_0100_PP.png", "IM000001.JPG",
                 "IM000002.JPG"):  # fmt: skip
        fake_image(root / "IMAGES" / name, (72, 48))
    header = ["image_id", "adjudicated_dr_grade", "adjudicated_dme", "adjudicated_gradable"]
    write_table(root / "messidor_data.csv", header, GRADES)
    pairs = [["20051020_43808_0100_PP.png", "20051020_43832_0100_PP.png"],
             ["IM000001.JPG", "IM000002.JPG"]]  # fmt: skip
    write_table(root / "messidor-2.csv", ["left", "right"], pairs, sep=";")
