"""RSNA lumbar 2024: series in study folders, grades per study, coordinates per instance."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom_series, noise, write_table

EXPECTED = Expected(
    cases=3,
    subjects=2,
    annotations={"class": 75, "points": 3},  # 25 grades a study, an empty one included
    names=("normal or mild", "moderate", "severe"),
)
LEVELS = ("l1_l2", "l2_l3", "l3_l4", "l4_l5", "l5_s1")
CONDITIONS = (
    "spinal_canal_stenosis", "left_neural_foraminal_narrowing", "right_neural_foraminal_narrowing",
    "left_subarticular_stenosis", "right_subarticular_stenosis",
)  # fmt: skip
SERIES = ((4003253, 702807833, "Sagittal T2/STIR"), (4003253, 1054713880, "Sagittal T1"),
          (4646740, 3201256954, "Axial T2"))  # fmt: skip


def make(root: Path) -> None:
    """Instance numbers are file names and do not start at 1 in the second series."""
    for study, series, _ in SERIES:
        volume = (noise((32, 32, 5), str(series)) * 900).astype(np.int16)
        fake_dicom_series(
            root / "train_images" / str(study) / str(series),
            volume,
            name="{n}.dcm",
            spacing_mm=(1.0, 1.0, 4.0),
            Modality="MR",
            SOPClassUID="1.2.840.10008.5.1.4.1.1.4",
            PatientID=str(study),
        )
    columns = [f"{c}_{level}" for c in CONDITIONS for level in LEVELS]
    first = ["Normal/Mild"] * 23 + ["Moderate", "Severe"]
    write_table(
        root / "train.csv",
        ["study_id", *columns],
        [[4003253, *first], [4646740, *["Normal/Mild"] * 22, "", "Severe", "Moderate"]],
    )
    write_table(
        root / "train_label_coordinates.csv",
        ["study_id", "series_id", "instance_number", "condition", "level", "x", "y"],
        [
            [4003253, 702807833, 3, "Spinal Canal Stenosis", "L1/L2", 16.5, 8.0],
            [4003253, 1054713880, 4, "Left Neural Foraminal Narrowing", "L4/L5", 10.0, 20.5],
            [4646740, 3201256954, 2, "Right Subarticular Stenosis", "L5/S1", 12.0, 14.0],
        ],
    )
    write_table(root / "train_series_descriptions.csv",
                ["study_id", "series_id", "series_description"], SERIES)  # fmt: skip
