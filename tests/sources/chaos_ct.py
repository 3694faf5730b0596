"""CHAOS CT: a DICOM series per patient, a PNG of 0 and 255 per slice, test sets without masks."""

from pathlib import Path

from gmai_data.testing import Expected, fake_dicom_series, fake_mask, fake_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 2},
    names=("liver",),
)


def make(root: Path) -> None:
    """Numbers are not contiguous; names of DICOM and PNG files share nothing but their order."""
    for part, patient in (("Train_Sets", 1), ("Train_Sets", 30), ("Test_Sets", 3)):
        base = root / part / "CT" / str(patient)
        volume, _ = fake_volume((32, 28, 6), {1: (4, 20, 6, 22, 1, 5)}, seed=str(patient))
        fake_dicom_series(
            base / "DICOM_anon",
            volume,
            name="i{n:04d},0000b.dcm",
            spacing_mm=(1.5, 1.5, 3.0),
            PatientID=str(patient),
        )
        if part == "Train_Sets":
            for n in range(6):
                boxes = {255: (4, 6, 20, 22)} if 0 < n < 5 else {}
                fake_mask(base / "Ground" / f"liver_GT_{n:03d}.png", (32, 28), boxes)
