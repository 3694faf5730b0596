"""SIIM COVID-19: ids with suffixes, boxes as a list in a cell, two images of a study."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom, noise, write_table

EXPECTED = Expected(cases=3, subjects=2, names=("lung opacity",))
GRADES = [
    "Negative for Pneumonia", "Typical Appearance", "Indeterminate Appearance",
    "Atypical Appearance",
]  # fmt: skip
BOXES = (
    "[{'x': 8.5, 'y': 10.25, 'width': 20.0, 'height': 30.5}, "
    "{'x': 38.0, 'y': 12.0, 'width': 18.5, 'height': 28.0}]"
)
LABEL = "opacity 1 8.5 10.25 28.5 40.75 opacity 1 38.0 12.0 56.5 40.0"
IMAGES = [
    ("00086460a852", "9e8302230c91", "65761e66de9f", BOXES, LABEL),
    ("00086460a852", "7ac1b8a4f0d2", "51759b5579bc", "", "none 1 0 0 1 1"),
    ("000c9c05fd14", "e555410bd2cd", "000a312787f2", "", "none 1 0 0 1 1"),
]


def make(root: Path) -> None:
    studies = [["00086460a852_study", 0, 1, 0, 0], ["000c9c05fd14_study", 1, 0, 0, 0]]
    write_table(root / "train_study_level.csv", ["id", *GRADES], studies)
    rows = [[f"{sop}_image", boxes, label, study] for study, _, sop, boxes, label in IMAGES]
    header = ["id", "boxes", "label", "StudyInstanceUID"]
    write_table(root / "train_image_level.csv", header, rows)
    test = ("00188a671292", "3eb5a506ccf3", "3dcdfc352a06", "", "")
    for folder, image in [("train", i) for i in IMAGES] + [("test", test)]:
        study, series, sop = image[:3]
        fake_dicom(
            root / folder / study / series / f"{sop}.dcm",
            (4095 * noise((64, 64), sop)).astype(np.uint16),
            Modality="DX",
            SOPClassUID="1.2.840.10008.5.1.4.1.1.1.1",
            SOPInstanceUID=f"1.2.3.{int(sop, 16)}",
            StudyInstanceUID=f"1.2.4.{int(study, 16)}",
            SeriesInstanceUID=f"1.2.5.{int(series, 16)}",
            PatientID=study,
            BitsStored=12,
            HighBit=11,
        )
