"""QIN-PROSTATE-Repeatability: two visits, three kinds of series, a SEG and an SR for each kind."""

from pathlib import Path

from pydicom.uid import generate_uid

from gmai_data.testing import Expected, fake_dicom_series, fake_volume
from tests.dicom_objects import write_seg

EXPECTED = Expected(
    cases=4,
    subjects=1,
    annotations={"mask": 4},
    names=("prostate", "peripheral zone"),
)
BOXES = {
    1: (6, 26, 4, 14, 1, 7), 2: (6, 26, 15, 22, 1, 7), 3: (8, 12, 23, 27, 2, 5),
    4: (18, 22, 23, 27, 2, 5),
}  # fmt: skip
GLAND = {1: "WholeGland", 2: "PeripheralZone", 3: "TumorROI_PZ_1", 4: "NormalROI_PZ_1"}
SERIES = (
    ("6.000000-T2 Weighted Axial-23000", "1006.000000-T2 Weighted Axial Segmentations-7.172"),
    ("901.000000-Apparent Diffusion Coefficient-27387",
     "1901.000000-Apparent Diffusion Coefficient Segmentations-8.345"),
)  # fmt: skip


def make(root: Path) -> None:
    """The diffusion series has no segmentation."""
    patient = "PCAMPMRI-00001"
    for study in ("06-20-1994-NA-PROBD Pelvis w-01133", "07-02-1994-NA-BDPRO Pelvis w-25664"):
        folder = root / "QIN-PROSTATE-Repeatability" / patient / study
        tags = {
            "PatientID": patient,
            "StudyInstanceUID": generate_uid(entropy_srcs=["study", study]),
            "FrameOfReferenceUID": generate_uid(entropy_srcs=["frame", study]),
            "Modality": "MR",
            "SOPClassUID": "1.2.840.10008.5.1.4.1.1.4",
        }
        for name, segmentation in (*SERIES, ("9.000000-DWI-97525", "")):
            image, mask = fake_volume((32, 30, 8), BOXES, low=0, high=900, seed=study + name)
            made = fake_dicom_series(
                folder / name, image, name="1-{n:03d}.dcm", spacing_mm=(1.0, 1.0, 3.0), **tags,
                SeriesDescription=name.split("-")[1],
            )  # fmt: skip
            if segmentation:
                write_seg(folder / segmentation / "1-1.dcm", made, mask, GLAND)
