"""NCI-ISBI 2013: two DICOM collections, NRRD labels of three parts, `_truth` after training."""

from pathlib import Path

import SimpleITK as sitk

from gmai_data.testing import Expected, fake_dicom_series, fake_volume, write_text

EXPECTED = Expected(
    cases=4,
    subjects=4,
    annotations={"mask": 4},
    names=("peripheral zone", "central gland"),
)
BOXES = {1: (6, 26, 14, 24, 1, 7), 2: (8, 24, 6, 14, 1, 7)}
STUDY = "1.3.6.1.4.1.14519.5.2.1.7307.2101"


def make(root: Path) -> None:
    """One label of training has a correction in its name; those of the other parts the truth."""
    for collection, patient, part, suffix in (
        ("Prostate-3T", "Prostate3T-01-0001", "Training", ""),
        ("PROSTATE-DIAGNOSIS", "ProstateDx-01-0006", "Training", "_correctedLabels"),
        ("Prostate-3T", "Prostate3T-02-0001", "Leaderboard", "_truth"),
        ("PROSTATE-DIAGNOSIS", "ProstateDx-03-0001", "Test", "_truth"),
    ):
        image, mask = fake_volume((32, 30, 8), BOXES, low=0, high=900, seed=patient)
        spacing = (0.8, 0.8, 4.0)
        fake_dicom_series(
            root / collection / patient / f"{STUDY}.1" / f"{STUDY}.2",
            image,
            name="000{n:03d}.dcm",
            spacing_mm=spacing,
            Modality="MR",
            SOPClassUID="1.2.840.10008.5.1.4.1.1.4",
            SeriesDescription="t2_tse_tra" if "3T" in patient else "T2 AX SENSE",
            PatientID=patient,
        )
        labels = sitk.GetImageFromArray(mask.transpose(2, 1, 0))
        labels.SetSpacing(spacing)
        write_text(root / part / "README.txt", "labels")
        sitk.WriteImage(labels, str(root / part / f"{patient}{suffix}.nrrd"), True)
