"""INbreast: file numbers joined to longer DICOM names, plist contours, ids removed in the table."""

import plistlib
from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom, noise, write_table, write_text

EXPECTED = Expected(
    cases=4,
    subjects=3,
    names=("BI-RADS category 4A", "BI-RADS category 1", "breast density B", "breast mass"),
)
HEADER = ["Patient ID", "Patient age", "Laterality", "View", "Acquisition date", "File Name",
          "ACR", "Bi-Rads"]  # fmt: skip
IMAGES = (  # file, hash of the patient, side, view, density, category
    (22678622, "61b13c59bcba149e", "R", "CC", "2", "4a"),
    (22678646, "61b13c59bcba149e", "R", "MLO", "2", "4a"),
    (20586908, "6c613a14b80a8591", "L", "CC", "4 ", "1"),
    (53586869, "dda3e6fdf6b9a0ad", "L", "MLO", "", "6"),
)


def _plist(path: Path, rois: list[tuple[str, list[str]]]) -> None:
    items = [
        {"Area": 1.5, "IndexInImage": k, "Name": name, "NumberOfPoints": len(points),
         "Point_px": points, "Type": 15 if len(points) > 1 else 19}
        for k, (name, points) in enumerate(rois)
    ]  # fmt: skip
    content = {"Images": [{"ImageIndex": 0, "NumberOfROIs": len(items), "ROIs": items}]}
    write_text(path, plistlib.dumps(content).decode())


def make(root: Path) -> None:
    top = root / "INbreast Release 1.0"
    rows = []
    for file, patient, side, view, density, category in IMAGES:
        fake_dicom(
            top / "AllDICOMs" / f"{file}_{patient}_MG_{side}_{view}_ANON.dcm",
            (4095 * noise((80, 64), str(file))).astype(np.uint16),
            Modality="MG",
            SOPClassUID="1.2.840.10008.5.1.4.1.1.1.2",
            PatientID="removed",
            PatientName="removed",
            BitsStored=14,
            HighBit=13,
        )
        rows.append(["removed", "removed", side, view, 201001, file, density, category])
    write_table(top / "INbreast.csv", HEADER, rows, sep=";")
    mass = ["(10.5, 20.0)", "(40.0, 20.0)", "(40.0, 50.0)", "(10.5, 50.0)"]
    _plist(top / "AllXML" / "22678622.xml", [("Mass", mass), ("Calcification", ["(50.0, 60.0)"])])
    _plist(top / "AllXML" / "22678646.xml", [("Mass", mass)])
    _plist(top / "AllXML" / "53586869.xml", [("Calcification", ["(30.0, 30.0)"])])
    (top / "AllDICOMs" / ".DS_Store").write_bytes(b"junk of macOS")
    write_text(top / "MedicalReports" / "22678622.txt", "Mamografia\n")
