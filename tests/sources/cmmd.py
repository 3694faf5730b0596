"""CMMD: a spreadsheet row per breast, joined by the laterality in the header; two cohorts."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom, noise, write_table, write_xlsx

EXPECTED = Expected(
    cases=6,
    subjects=2,
    names=("breast calcification", "breast mass", "benign", "malignant"),
)
HEADER = ["ID1", "LeftRight", "Age", "number", "abnormality", "classification", "subtype"]
ROWS = [
    ["D1-0001", "R", 44, 2, "calcification", "Benign", None],
    ["D2-0001", "L", 61, 2, "both", "Malignant", "Luminal A"],
    ["D2-0001", "R", 61, 2, "mass", "Benign", None],
]


def make(root: Path) -> None:
    top = root / "manifest-1616439774456"
    write_xlsx(root / "CMMD_clinicaldata_revision.xlsx", HEADER, ROWS)
    places = {"D1-0001": "07-18-2010-NA-NA-79377/1.000000-NA-NA-70244",
              "D2-0001": "07-18-2011-NA-NA-12345/1.000000-NA-NA-54321"}  # fmt: skip
    for patient, sides in (("D1-0001", "RR"), ("D2-0001", "LLRR")):
        for n, side in enumerate(sides, start=1):
            fake_dicom(
                top / "CMMD" / patient / places[patient] / f"1-{n}.dcm",
                (255 * noise((80, 64), f"{patient}{n}")).astype(np.uint8),
                Modality="MG",
                SOPClassUID="1.2.840.10008.5.1.4.1.1.1.2",
                PatientID=patient,
                SeriesInstanceUID=f"1.3.6.1.4.1.14519.5.2.1.{len(sides)}",
                ImageLaterality=side,
                InstanceNumber=n,
            )
    table = [
        [f"1.3.6.1.4.1.14519.5.2.1.{count}", "CMMD", patient, "MG", count,
         f"./CMMD/{patient}/{places[patient]}"]
        for patient, count in (("D1-0001", 2), ("D2-0001", 4))
    ]  # fmt: skip
    header = ["Series UID", "Collection", "Subject ID", "Modality", "Number of Images",
              "File Location"]  # fmt: skip
    write_table(top / "metadata.csv", header, table)
