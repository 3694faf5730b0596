"""VinDr-CXR: three readers per train image, a consensus in test, one column of two names."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom, noise, write_table

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"boxes": 3, "flags": 186},
    names=("cardiomegaly", "no finding"),
    absent=("pneumothorax",),
)
CLASSES = [
    "Aortic enlargement",
    "Atelectasis",
    "Calcification",
    "Cardiomegaly",
    "Clavicle fracture",
    "Consolidation",
    "Edema",
    "Emphysema",
    "Enlarged PA",
    "ILD",
    "Infiltration",
    "Lung Opacity",
    "Lung cavity",
    "Lung cyst",
    "Mediastinal shift",
    "Nodule/Mass",
    "Pleural effusion",
    "Pleural thickening",
    "Pneumothorax",
    "Pulmonary fibrosis",
    "Rib fracture",
    "Other lesion",
    "COPD",
    "Lung tumor",
    "Pneumonia",
    "Tuberculosis",
    "Other diseases",
    "No finding",
]
ONE, TWO, THREE = (f"{c * 8}a4e2d3f1b0c59687{c * 8}" for c in "123")


def _flags(name: str) -> list[str]:
    return ["1" if c == name else "0" for c in CLASSES]


def make(root: Path) -> None:
    top = root / "1.0.0"
    tables = top / "annotations"
    readers = ("R8", "R9", "R10")
    rows = [[ONE, r, *_flags("Cardiomegaly")] for r in readers]
    rows += [[TWO, r, *_flags("No finding")] for r in readers]
    write_table(tables / "image_labels_train.csv", ["image_id", "rad_id", *CLASSES], rows)
    test = ["Other disease" if c == "Other diseases" else c for c in CLASSES]
    write_table(
        tables / "image_labels_test.csv", ["image_id", *test], [[THREE, *_flags("No finding")]]
    )
    header = ["image_id", "rad_id", "class_name", "x_min", "y_min", "x_max", "y_max"]
    boxes = [[ONE, r, "Cardiomegaly", 10 + k, 20, 50, 44] for k, r in enumerate(readers)]
    boxes += [[TWO, r, "No finding", "", "", "", ""] for r in readers]
    write_table(tables / "annotations_train.csv", header, boxes)
    header.remove("rad_id")
    write_table(tables / "annotations_test.csv", header, [[THREE, "No finding", "", "", "", ""]])
    for split, name, photometric in (
        ("train", ONE, "MONOCHROME2"), ("train", TWO, "MONOCHROME1"),
        ("test", THREE, "MONOCHROME2"),
    ):  # fmt: skip
        fake_dicom(
            top / split / f"{name}.dicom",
            (4095 * noise((64, 64), name)).astype(np.uint16),
            Modality="DX",
            SOPClassUID="1.2.840.10008.5.1.4.1.1.1.1",
            PhotometricInterpretation=photometric,
            BitsStored=12,
            HighBit=11,
            PatientID=None,
        )
