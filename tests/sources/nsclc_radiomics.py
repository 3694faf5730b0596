"""NSCLC-Radiomics: CT with a DICOM SEG and an RTSTRUCT; one patient has the RTSTRUCT alone."""

from pathlib import Path

from pydicom.uid import generate_uid

from gmai_data.testing import Expected, fake_dicom_series, fake_volume
from tests.dicom_objects import write_rtstruct, write_seg

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    rejected=1,
    names=("lung tumour", "left lung"),
)
BOXES = {2: (18, 28, 4, 24, 2, 9), 1: (20, 25, 8, 13, 3, 6)}  # columns grow to the left


def make(root: Path) -> None:
    """LUNG1-003 has no SEG; every RTSTRUCT also holds a contour that is no structure."""
    for n in (1, 3, 128):
        study = root / "NSCLC-Radiomics" / f"LUNG1-{n:03d}" / f"0{n % 9 + 1}-18-2008-StudyID-NA-1"
        image, mask = fake_volume((32, 32, 12), BOXES, seed=str(n))
        slices = fake_dicom_series(
            study / f"0.000000-NA-{n}",
            image,
            name="1-{n:03d}.dcm",
            spacing_mm=(1.0, 1.0, 3.0),
            PatientID=f"LUNG1-{n:03d}",
            StudyInstanceUID=generate_uid(entropy_srcs=["study", str(n)]),
        )
        if n != 3:
            write_seg(
                study / "300.000000-Segmentation-9.554" / "1-1.dcm",
                slices,
                mask,
                {1: "Neoplasm, Primary", 2: "Left Lung"},
            )
        write_rtstruct(
            study / f"3.000000-NA-{n + 7}" / "1-1.dcm",
            slices,
            {"GTV-1": BOXES[1], "Lung-Left": BOXES[2], "couch": BOXES[1]},
        )
