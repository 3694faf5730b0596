"""VinBigData: a row per box and reader, class 14 with blank cells, a test set without labels."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom, noise, write_table

EXPECTED = Expected(
    cases=3,
    subjects=3,
    names=("cardiomegaly", "aortic enlargement", "no finding"),
)
HEADER = ["image_id", "class_name", "class_id", "rad_id", "x_min", "y_min", "x_max", "y_max"]
ONE, TWO, THREE, TEST = (f"{c * 8}7fe0a1b29c3d4e5f{c * 8}" for c in "1234")
ROWS = [
    [ONE, "Cardiomegaly", 3, "R10", 10.0, 30.0, 52.0, 48.0],
    [ONE, "Cardiomegaly", 3, "R9", 11.0, 31.0, 52.0, 49.0],
    [ONE, "Aortic enlargement", 0, "R8", 24.0, 12.0, 36.0, 22.0],
    *([TWO, "No finding", 14, reader, "", "", "", ""] for reader in ("R1", "R2", "R3")),
    [THREE, "Nodule/Mass", 8, "R9", 40.0, 14.0, 46.0, 20.0],
    [THREE, "No finding", 14, "R10", "", "", "", ""],
    [THREE, "Other lesion", 9, "R8", 8.0, 8.0, 14.0, 15.0],
]


def make(root: Path) -> None:
    write_table(root / "train.csv", HEADER, ROWS)
    write_table(
        root / "sample_submission.csv", ["image_id", "PredictionString"], [[TEST, "14 1 0 0 1 1"]]
    )
    for folder, name, photometric in (
        ("train", ONE, "MONOCHROME2"), ("train", TWO, "MONOCHROME1"),
        ("train", THREE, "MONOCHROME2"), ("test", TEST, "MONOCHROME2"),
    ):  # fmt: skip
        fake_dicom(
            root / folder / f"{name}.dicom",
            (4095 * noise((64, 64), name)).astype(np.uint16),
            Modality="DX",
            SOPClassUID="1.2.840.10008.5.1.4.1.1.1.1",
            PhotometricInterpretation=photometric,
            BitsStored=12,
            HighBit=11,
            PatientID=None,
        )
