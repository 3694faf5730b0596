"""RSNA-MICCAI MGMT: four series a patient, numbers without their zeros in the table."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom_series, noise, write_table

EXPECTED = Expected(
    cases=12,
    subjects=3,
    splits={"test": 4, "train": 8},
    annotations={"class": 8},
    rejected=4,  # patient 00109, left out by name
)


def make(root: Path) -> None:
    """`Image-1.dcm` without zeros; 00109 is one of three broken patients; grids differ."""
    planes = {
        "FLAIR": [1, 0, 0, 0, 1, 0],
        "T1w": [1, 0, 0, 0, 0, -1],
        "T1wCE": [1, 0, 0, 0, 1, 0],
        "T2w": [0, 1, 0, 0, 0, -1],
    }
    for part, n in (("train", 0), ("train", 2), ("train", 109), ("test", 1)):
        for sequence, orientation in planes.items():
            volume = (noise((24, 24, 6), f"{n}{sequence}") * 900).astype(np.int16)
            fake_dicom_series(
                root / part / f"{n:05d}" / sequence,
                volume,
                name="Image-{n}.dcm",
                spacing_mm=(1.0, 1.0, 3.0),
                orientation=orientation,
                Modality="MR",
                SOPClassUID="1.2.840.10008.5.1.4.1.1.4",
                PatientID=f"{n:05d}",
                SeriesDescription=sequence,
            )
    write_table(root / "train_labels.csv", ["BraTS21ID", "MGMT_value"], [[0, 1], [2, 0], [109, 1]])
    write_table(root / "sample_submission.csv", ["BraTS21ID", "MGMT_value"], [[1, 0.5]])
