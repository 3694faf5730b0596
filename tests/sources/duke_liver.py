"""Duke Liver: series and masks as `.dicom` files, several series of a patient."""

from pathlib import Path

from gmai_data.testing import Expected, fake_dicom_series, fake_volume

EXPECTED = Expected(cases=3, subjects=2, annotations={"mask": 3}, names=("liver",))
MR = "1.2.840.10008.5.1.4.1.1.4"


def make(root: Path) -> None:
    """Patient 0001 has two series; a mask is one DICOM picture per slice, 1 is liver."""
    for patient, series in (("0001", "3"), ("0001", "12"), ("0002", "5")):
        folder = root / "Segmentation" / patient / series
        image, mask = fake_volume(
            (32, 28, 8), {1: (3, 18, 6, 22, 1, 7)}, low=0, high=900, seed=patient + series
        )
        for place, volume in (("images", image), ("masks", mask.astype("int16"))):
            fake_dicom_series(
                folder / place, volume, name="{n:04d}.dicom", spacing_mm=(1.5, 1.5, 5.0),
                Modality="MR", SOPClassUID=MR, PatientID=patient,
            )  # fmt: skip
