"""VinDr-Mammo: two views of a breast, a box with two categories, a row without a box."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom, noise, write_table

EXPECTED = Expected(
    cases=3,
    subjects=2,
    splits={"test": 1, "train": 2},
    annotations={"boxes": 2, "class": 6},
    names=("breast mass", "breast density C", "BI-RADS category 4"),
)
FIRST, SECOND = (f"{c * 32}" for c in "ab")
IMAGES = (
    (FIRST, "1" * 32, "L", "CC", "BI-RADS 4", "DENSITY C", "training"),
    (FIRST, "2" * 32, "L", "MLO", "BI-RADS 4", "DENSITY C", "training"),
    (SECOND, "3" * 32, "R", "CC", "BI-RADS 1", "DENSITY B", "test"),
)
HEADER = [
    "study_id", "series_id", "image_id", "laterality", "view_position", "height", "width",
    "breast_birads", "breast_density",
]  # fmt: skip


def make(root: Path) -> None:
    breasts, findings = [], []
    for study, image, side, view, birads, density, split in IMAGES:
        known = [study, "9" * 32, image, side, view, 80, 64, birads, density]
        breasts.append([*known, split])
        found: list[object] = ["['No Finding']", "", "", "", "", ""]
        if split == "training":
            kinds = "['Mass', 'Skin Retraction']" if view == "CC" else "['Mass']"
            found = [kinds, "BI-RADS 4", 10.5, 12.0, 30.0, 40.25]
        findings.append([*known, *found, split])
        fake_dicom(
            root / "images" / study / f"{image}.dicom",
            (4095 * noise((80, 64), image)).astype(np.uint16),
            Modality="MG",
            SOPClassUID="1.2.840.10008.5.1.4.1.1.1.2",
            PhotometricInterpretation="MONOCHROME1" if view == "MLO" else "MONOCHROME2",
            BitsStored=12,
            HighBit=11,
            PatientID=None,
        )
    write_table(root / "breast-level_annotations.csv", [*HEADER, "split"], breasts)
    more = ["finding_categories", "finding_birads", "xmin", "ymin", "xmax", "ymax", "split"]
    write_table(root / "finding_annotations.csv", [*HEADER, *more], findings)
