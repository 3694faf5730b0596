"""RSNA abdominal trauma 2023: patient flags for every series, some series segmented."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom_series, fake_nifti, fake_volume, write_table

EXPECTED = Expected(
    cases=3,
    subjects=2,
    names=("liver", "spleen", "bowel", "liver injury"),
)
SPACING = (0.8, 0.8, 3.0)
HEADER = [
    "patient_id", "bowel_healthy", "bowel_injury", "extravasation_healthy",
    "extravasation_injury", "kidney_healthy", "kidney_low", "kidney_high", "liver_healthy",
    "liver_low", "liver_high", "spleen_healthy", "spleen_low", "spleen_high", "any_injury",
]  # fmt: skip


def make(root: Path) -> None:
    """Patient 10004 has two series; file names are instance numbers that do not start at 1."""
    boxes = {1: (2, 14, 6, 20, 6, 11), 2: (22, 30, 10, 20, 6, 11), 3: (22, 28, 18, 26, 2, 5),
             4: (4, 10, 18, 26, 2, 5), 5: (12, 20, 8, 18, 1, 5)}  # fmt: skip
    for patient, series, segmented in (
        (10004, 21057, True),
        (10004, 51033, False),
        (10005, 18667, False),
    ):
        image, mask = fake_volume((32, 32, 12), boxes, seed=str(series))
        fake_dicom_series(
            root / "train_images" / str(patient) / str(series),
            image,
            name="{n}.dcm",
            spacing_mm=SPACING,
            PatientID=str(patient),
            SeriesInstanceUID=f"1.2.123.12345.1.2.3.{patient}.1.{series}",
        )
        if segmented:  # LPS of the series as RAS, slices from the head down
            affine = np.diag([-SPACING[0], -SPACING[1], -SPACING[2], 1.0])
            affine[2, 3] = SPACING[2] * 11
            turned = np.ascontiguousarray(mask[:, :, ::-1])
            fake_nifti(root / "segmentations" / f"{series}.nii", turned, affine=affine)
    write_table(
        root / "train.csv",
        HEADER,
        [
            [10004, 1, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 1, 1],
            [10005, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0],
        ],
    )
    write_table(
        root / "train_series_meta.csv",
        ["patient_id", "series_id", "aortic_hu", "incomplete_organ"],
        [[10004, 21057, 146.0, 0], [10004, 51033, 454.75, 0], [10005, 18667, 187.0, 0]],
    )
    write_table(
        root / "image_level_labels.csv",
        ["patient_id", "series_id", "instance_number", "injury_name"],
        [[10004, 21057, 5, "Active_Extravasation"]],
    )
