"""VinDr-SpineXR: DICOM radiographs of the spine, boxes of one reader, "No finding" without a box.

Two series of one study are one patient's; the table has a row per box.
"""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom, noise, write_table

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"test": 1, "train": 3},
    names=("osteophyte", "no finding"),
)
HEADER = [
    "study_id", "series_id", "image_id", "rad_id", "lesion_type", "xmin", "ymin", "xmax", "ymax",
]  # fmt: skip
STUDY_ONE, STUDY_TWO, STUDY_THREE = (c * 32 for c in "abc")
ONE, TWO, THREE, FOUR = (f"{c * 8}0a4e2d3f1b0c5968{c * 8}" for c in "1234")
TRAIN = [
    [STUDY_ONE, "s1", ONE, "rad1", "Osteophytes", "10.5", "8.25", "30.0", "24.75"],
    [STUDY_ONE, "s1", ONE, "rad1", "Disc space narrowing", "12", "30", "40", "38"],
    [STUDY_ONE, "s2", TWO, "rad1", "Surgical implant", "20", "10", "44", "56"],
    [STUDY_TWO, "s3", THREE, "rad2", "No finding", "", "", "", ""],
]
TEST = [[STUDY_THREE, "s4", FOUR, "rad3", "Spondylolysthesis", "10", "10", "30", "30"]]


def make(root: Path) -> None:
    top = root / "physionet.org" / "files" / "vindr-spinexr" / "1.0.0"
    for name, rows in (("train", TRAIN), ("test", TEST)):
        write_table(top / "annotations" / f"{name}.csv", HEADER, rows)
        meta = [[image, "Lumbar", 64] for image in dict.fromkeys(str(row[2]) for row in rows)]
        write_table(top / "annotations" / f"{name}_meta.csv", ["image_id", "part", "rows"], meta)
        for image, _, _ in meta:
            fake_dicom(
                top / f"{name}_images" / f"{image}.dicom",
                (4095 * noise((64, 64), str(image))).astype(np.uint16),
                Modality="DX",
                SOPClassUID="1.2.840.10008.5.1.4.1.1.1.1",
                BitsStored=12,
                HighBit=11,
                PatientID=None,
                PatientName=None,
            )
