"""RSNA mammography 2022: a row per image, blank BIRADS and density, MONOCHROME1."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom, noise, write_table

EXPECTED = Expected(
    cases=4,
    subjects=2,
    names=("breast cancer", "BI-RADS category 0", "breast density B", "breast prosthesis"),
    absent=("breast cancer",),
)
HEADER = [
    "site_id", "patient_id", "image_id", "laterality", "view", "age", "cancer", "biopsy",
    "invasive", "BIRADS", "implant", "density", "machine_id", "difficult_negative_case",
]  # fmt: skip
ROWS = [
    [2, 10006, 462822612, "L", "CC", 61.0, 0, 0, 0, "", 0, "", 29, "False"],
    [2, 10006, 1459541791, "L", "MLO", 61.0, 0, 0, 0, "", 0, "", 29, "False"],
    [1, 10130, 388811999, "R", "CC", 71.0, 1, 1, 1, "0.0", 1, "B", 49, "False"],
    [1, 10130, 613462606, "R", "MLO", 71.0, 1, 1, 1, "0.0", 1, "B", 49, "False"],
]


def make(root: Path) -> None:
    write_table(root / "train.csv", HEADER, ROWS)
    test = [[2, 10008, 736471439, "L", "MLO", 81, 0, 21, "10008_L"]]
    header = [*HEADER[:6], "implant", "machine_id", "prediction_id"]
    write_table(root / "test.csv", header, test)
    for folder, row in [("train_images", r) for r in ROWS] + [("test_images", r) for r in test]:
        fake_dicom(
            root / folder / str(row[1]) / f"{row[2]}.dcm",
            (4095 * noise((96, 72), str(row[2]))).astype(np.uint16),
            Modality="MG",
            SOPClassUID="1.2.840.10008.5.1.4.1.1.1.2",
            PhotometricInterpretation="MONOCHROME1" if row[1] == 10006 else "MONOCHROME2",
            PatientID=str(row[1]),
            ImageLaterality=row[3],
            BitsStored=12,
            HighBit=11,
        )
