"""HCC-TACE-Seg: several studies and phases per patient, one of them with a SEG object."""

from pathlib import Path

from gmai_data.testing import Expected, fake_dicom_series, fake_volume
from tests.dicom_objects import write_seg

EXPECTED = Expected(
    cases=3,  # a case is a study, whose SEG belongs to one of its series
    subjects=2,
    annotations={"mask": 2},
    names=("liver", "portal vein", "hepatocellular carcinoma", "necrosis"),
)
BOXES = {1: (4, 16, 8, 22, 1, 9), 2: (6, 12, 10, 18, 3, 7), 3: (16, 20, 12, 18, 1, 9),
         4: (20, 25, 20, 25, 1, 9), 5: (8, 10, 12, 15, 4, 6)}  # fmt: skip
SEGMENTS = {1: "Liver", 2: "Mass", 3: "Portal vein", 4: "Abdominal aorta", 5: "Necrosis"}


def make(root: Path) -> None:
    """The SEG is of the second series of a study; the later study of patient 1 has none.

    Liver, mass and necrosis are cut out of one another.
    """
    for patient, study, series in (
        ("HCC_001", "11-30-1999-NA-CT-CAP WWO CON-00377", "2.000000-PRE LIVER-76970"),
        ("HCC_001", "11-30-1999-NA-CT-CAP WWO CON-00377", "4.000000-Recon 2 LIVER 3 PHASE-38478"),
        ("HCC_001", "04-21-2000-NA-CT ABDPEL WC-49771", "3.000000-C A P-01738"),
        ("HCC_002", "12-12-1998-NA-CT ABDOMEN-73751", "2.000000-PRE LIVER-41233"),
        ("HCC_002", "12-12-1998-NA-CT ABDOMEN-73751", "3.000000-LIVER 2PHASE-71234"),
    ):
        image, mask = fake_volume((28, 28, 10), BOXES, seed=patient + study + series)
        slices = fake_dicom_series(
            root / "HCC-TACE-Seg" / patient / study / series,
            image,
            name="1-{n:02d}.dcm",
            spacing_mm=(1, 1, 2.5),
            PatientID=patient,
            StudyInstanceUID=f"1.2.826.0.1.{len(study)}.{int(patient[4:])}",
        )
        if series[0] in "4" or (patient == "HCC_002" and series[0] == "3"):
            at = root / "HCC-TACE-Seg" / patient / study / "300.000000-Segmentation-99942"
            write_seg(at / "1-1.dcm", slices, mask, SEGMENTS)
