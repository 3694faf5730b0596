"""VinDr-PCXR: tables at the top, misspelt names, `rad_ID` with a capital."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom, noise, write_table

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    names=("pneumonia", "no finding"),
)
CLASSES = [
    "No finding", "Bronchitis", "Brocho-pneumonia", "Other disease", "Bronchiolitis",
    "Situs inversus", "Pneumonia", "Pleuro-pneumonia", "Diagphramatic hernia", "Tuberculosis",
    "Congenital emphysema", "CPAM", "Hyaline membrane disease", "Mediastinal tumor", "Lung tumor",
]  # fmt: skip
ONE, TWO, THREE = (f"{c * 8}66cb6c10480df5ed08ef" for c in "abc")


def _flags(*names: str) -> list[str]:
    return ["1.0" if c in names else "0.0" for c in CLASSES]


def make(root: Path) -> None:
    top = root / "vindr-pcxr" / "1.0.0"
    header = ["image_id", "rad_ID", *CLASSES]
    rows = [
        [ONE, "R1", *_flags("Pneumonia", "Brocho-pneumonia")],
        [TWO, "R2", *_flags("No finding")],
    ]
    write_table(top / "image_labels_train.csv", header, rows)
    write_table(top / "image_labels_test.csv", header, [[THREE, "R1", *_flags("Bronchiolitis")]])
    header = ["image_id", "rad_ID", "class_name", "x_min", "y_min", "x_max", "y_max", "class_id"]
    boxes = [
        [ONE, "R1", "Consolidation", 10.5, 12.0, 30.25, 40.0, 4],
        [ONE, "R1", "Peribronchovascular interstitial opacity", 34, 16, 56, 44, 9],
        [TWO, "R2", "No finding", "", "", "", "", 0],
    ]
    write_table(top / "annotations_train.csv", header, boxes)
    test = [[THREE, "R1", "Bronchial thickening", 20, 20, 40, 36, 3]]
    write_table(top / "annotations_test.csv", header, test)
    for split, name in (("train", ONE), ("train", TWO), ("test", THREE)):
        fake_dicom(
            top / split / f"{name}.dicom",
            (4095 * noise((64, 60), name)).astype(np.uint16),
            Modality="DX",
            SOPClassUID="1.2.840.10008.5.1.4.1.1.1.1",
            PatientID=None,
            PatientName=None,
            BitsStored=12,
            HighBit=11,
        )
