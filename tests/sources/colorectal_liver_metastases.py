"""Colorectal-Liver-Metastases: CT and one DICOM SEG with liver, remnant, veins and tumours."""

from pathlib import Path

from pydicom.uid import generate_uid

from gmai_data.testing import Expected, fake_dicom_series, fake_volume, write_table
from tests.dicom_objects import write_seg

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("liver", "hepatic vein", "portal vein", "liver metastasis"),
)
SEGMENTS = {
    1: "Liver", 2: "Liver_Remnant", 3: "Hepatic", 4: "Portal", 5: "Tumor_1", 6: "Tumor_2",
}  # fmt: skip
BOXES = {
    1: (2, 26, 2, 26, 1, 9), 2: (2, 9, 2, 26, 1, 9), 3: (12, 15, 4, 9, 3, 8),
    4: (12, 15, 12, 17, 2, 6), 5: (18, 23, 6, 11, 2, 7), 6: (18, 22, 16, 20, 4, 8),
}  # fmt: skip


def make(root: Path) -> None:
    """The first patient has two tumours, the other one."""
    for n, values in ((1001, (1, 2, 3, 4, 5, 6)), (1002, (1, 2, 3, 4, 5))):
        patient = f"CRLM-CT-{n}"
        study = (
            root / "Colorectal-Liver-Metastases" / patient
            / "06-06-1992-NA-CT ANGIO ABD WITH PEL-75163"
        )  # fmt: skip
        image, mask = fake_volume((32, 30, 10), {v: BOXES[v] for v in values}, seed=patient)
        slices = fake_dicom_series(
            study / "101.000000-NA-71548",
            image,
            name="1-{n:03d}.dcm",
            spacing_mm=(0.8, 0.8, 5.0),
            PatientID=patient,
            StudyInstanceUID=generate_uid(entropy_srcs=["study", patient]),
        )
        write_seg(
            study / "100.000000-Segmentation-46600" / "1-1.dcm",
            slices,
            mask,
            {v: SEGMENTS[v] for v in values},
        )
    write_table(root / "Colorectal-Liver-Metastases" / "metadata.csv", ["Series UID"], [["1.2.3"]])
