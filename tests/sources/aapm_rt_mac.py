"""AAPM RT-MAC: T2 series with an RTSTRUCT of glands and neck levels in the same study."""

from pathlib import Path

from pydicom.uid import generate_uid

from gmai_data.testing import Expected, fake_dicom_series, fake_volume, write_table
from tests.dicom_objects import write_rtstruct

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"mask": 3},
    names=("left parotid gland", "right parotid gland"),
)
SIDES = {"R": 2, "L": 20}  # columns grow to the patient's left


def make(root: Path) -> None:
    """A patient of each set; contours of both sides are named with L and R."""
    contours: dict[str, tuple[int, int, int, int, int, int]] = {}
    for side, i in SIDES.items():
        contours |= {
            f"Parotid_{side}": (i, i + 9, 3, 9, 2, 6),
            f"Glnd_Submand_{side}": (i, i + 7, 11, 16, 2, 6),
            f"LN_Neck_II_{side}": (i, i + 7, 18, 22, 2, 5),
            f"LN_Neck_III_{side}": (i, i + 7, 24, 28, 1, 4),
        }
    for patient, study in (
        ("RTMAC-LIVE-001", "08-26-1998-NA-ResearchHead and neck-48089"),
        ("RTMAC-TEST-001", "09-26-1998-NA-Simulation ProtocolsHead  Neck-94350"),
        ("RTMAC-TRAIN-001", "10-02-1998-NA-Simulation ProtocolsHead  Neck-10263"),
    ):
        folder = root / "AAPM-RT-MAC" / patient / study
        image, _ = fake_volume((32, 30, 8), low=0, high=900, seed=patient)
        made = fake_dicom_series(
            folder / "3.000000-Ax T2 TSE-90761",
            image,
            name="1-{n:03d}.dcm",
            spacing_mm=(1.0, 1.0, 2.0),
            PatientID=patient,
            StudyInstanceUID=generate_uid(entropy_srcs=["study", patient]),
            Modality="MR",
            SOPClassUID="1.2.840.10008.5.1.4.1.1.4",
        )
        write_rtstruct(
            folder / "1.000000-RS Unapproved Structure Set-62326" / "1-1.dcm", made, contours
        )
    write_table(root / "metadata.csv", ["Series UID", "Modality"], [["1.2.3", "MR"]])
