"""Duke breast MRI: DICOM phases of a contrast series, one 3D box per patient in a sheet."""

from pathlib import Path

import numpy as np
from pydicom.uid import generate_uid

from gmai_data.testing import Expected, fake_dicom_series, noise, write_xlsx

EXPECTED = Expected(cases=6, subjects=3, names=("breast cancer",))
SERIES = {  # the phase before contrast is named differently from patient to patient
    1: ("3.000000-ax dyn pre-93877", "4.000000-ax dyn 1st pass-59157"),
    2: ("5.000000-ax dynamic-54321", "6.000000-Ph1ax dynamic-33333"),
    596: ("7.000000-Ph2ax dyn-11111", "8.000000-Ph1ax dyn-22222"),
}


def make(root: Path) -> None:
    """Rows, columns and slices of the sheet count from 1; the clinical sheet has three headers."""
    for n, folders in SERIES.items():
        name = f"Breast_MRI_{n:03d}"
        for number, folder in enumerate(folders, 3):
            fake_dicom_series(
                root / "Duke-Breast-Cancer-MRI" / name
                / f"01-01-1990-NA-MRI BREAST BILATERAL WWO-{97500 + n}" / folder,
                (900 * noise((48, 48, 12), name + folder)).astype(np.int16),
                name="1-{n:03d}.dcm",
                spacing_mm=(0.7, 0.7, 2.0),
                Modality="MR",
                SOPClassUID="1.2.840.10008.5.1.4.1.1.4",
                PatientID=name,
                StudyInstanceUID=generate_uid(entropy_srcs=["study", name]),
                SeriesNumber=number,
                SeriesDescription=folder.split("-")[1],
            )  # fmt: skip
    write_xlsx(
        root / "Annotation_Boxes.xlsx",
        ["Patient ID", "Start Row", "End Row", "Start Column", "End Column", "Start Slice",
         "End Slice"],
        [[f"Breast_MRI_{n:03d}", 10, 22, 8, 20, 4, 8] for n in SERIES],
    )  # fmt: skip
    write_xlsx(
        root / "Clinical_and_Other_Features.xlsx",
        ["Patient Information", "MRI Technical Information"],
        [["Patient ID", "Days to MRI"], ["", ""],
         *([f"Breast_MRI_{n:03d}", 6] for n in SERIES)],
    )  # fmt: skip
