"""RSNA-ICH: slices of two series in one folder, a row per slice and type, some rows twice."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom, noise, write_table

EXPECTED = Expected(
    cases=6,
    subjects=2,
    annotations={"flags": 36},
    names=("intracranial haemorrhage", "subdural haemorrhage"),
    absent=("epidural haemorrhage",),
)
TYPES = ("epidural", "intraparenchymal", "intraventricular", "subarachnoid", "subdural", "any")


def make(root: Path) -> None:
    rows = []
    for n in range(6):
        name, series = f"ID_{n:02d}a3f9c1", n % 2
        found = ("subdural", "any") if n in (2, 4) else ()
        rows += [[f"{name}_{kind}", int(kind in found)] for kind in TYPES]
        fake_dicom(
            root / "stage_2_train" / f"{name}.dcm",
            (1024 + 60 * noise((64, 64), name)).astype(np.uint16),
            SOPInstanceUID=f"1.2.826.0.1.1{n}",
            SeriesInstanceUID=f"1.2.826.0.2.{series + 1}",
            StudyInstanceUID=f"1.2.826.0.3.{series + 1}",
            PatientID=f"ID_{series}b10cbee",
            ImageOrientationPatient=[1.0, 0.0, 0.0, 0.0, 1.0, 0.0],
            ImagePositionPatient=[0.0, 0.0, 5.0 * n],
            PixelSpacing=[0.488281, 0.488281],
            RescaleIntercept=-1024,
            RescaleSlope=1,
        )
    write_table(root / "stage_2_train.csv", ["ID", "Label"], [*rows, *rows[:6]])
