"""Adrenal-ACC-Ki67-Seg: two CT series in a study, one DICOM SEG that refers to the first."""

from pathlib import Path

from pydicom.uid import generate_uid

from gmai_data.testing import Expected, fake_dicom_series, fake_volume, write_table
from tests.dicom_objects import write_seg

# a case is a study, whose SEG belongs to one of its series
EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("adrenal tumour",))


def make(root: Path) -> None:
    """Patient 001 has a second CT series on the same coordinates."""
    base = root / "Adrenal-ACC-Ki67-Seg"
    for n, series in ((1, ("2.000000-PARENCHYME AC-18492", "5.000000-LUNG-94387")),
                      (2, ("4.000000-ABD-10001",))):  # fmt: skip
        patient = f"Adrenal_Ki67_Seg_{n:03d}"
        study = base / patient / "08-22-2000-NA-CT ABDOMEN-56266"
        image, mask = fake_volume((32, 30, 10), {1: (6, 12, 8, 16, 2, 8)}, seed=patient)
        made = [
            fake_dicom_series(
                study / name,
                image - k,  # reconstructions differ
                name="1-{n:02d}.dcm",
                spacing_mm=(0.8, 0.8, 5.0),
                PatientID=patient,
                StudyInstanceUID=generate_uid(entropy_srcs=["study", patient]),
                FrameOfReferenceUID=generate_uid(entropy_srcs=["frame", patient]),
            )
            for k, name in enumerate(series)
        ]
        write_seg(
            study / "300.000000-Segmentation-33545" / "1-1.dcm", made[0], mask, {1: "Adrenal tumor"}
        )
    write_table(root / "metadata.csv", ["Series UID", "Modality"], [["1.2.3", "CT"]])
