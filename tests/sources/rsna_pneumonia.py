"""RSNA Pneumonia: a row per box, one row with blank cells for an image without a box."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom, noise, write_json, write_table

EXPECTED = Expected(
    cases=3,
    subjects=3,
    names=("lung opacity", "normal chest radiograph"),
    absent=("lung opacity",),
)
ONE, TWO, THREE = (f"{c * 8}-36f6-443f-92f9-b4ce35620cb7" for c in "048")


def make(root: Path) -> None:
    write_table(
        root / "stage_2_train_labels.csv",
        ["patientId", "x", "y", "width", "height", "Target"],
        [
            [ONE, 10.0, 12.0, 20.0, 24.0, 1], [ONE, 36.0, 14.0, 18.0, 30.0, 1],
            [TWO, "", "", "", "", 0], [THREE, "", "", "", "", 0],
        ],
    )  # fmt: skip
    write_json(
        root / "pneumonia-challenge-dataset-mappings_2018.json",
        [
            {"StudyInstanceUID": f"1.2.{n}", "subset_img_id": name, "img_id": f"{image}.png"}
            for n, (name, image) in enumerate(
                ((ONE, "00000003_000"), (TWO, "00000001_001"), (THREE, "00000009_004"))
            )
        ],
    )
    classes = [
        [ONE, "Lung Opacity"], [ONE, "Lung Opacity"], [TWO, "Normal"],
        [THREE, "No Lung Opacity / Not Normal"],
    ]  # fmt: skip
    write_table(root / "stage_2_detailed_class_info.csv", ["patientId", "class"], classes)
    for n, name in enumerate((ONE, TWO, THREE)):
        fake_dicom(
            root / "stage_2_train_images" / f"{name}.dcm",
            (255 * noise((64, 64), name)).astype(np.uint8),
            Modality="CR",
            SOPClassUID="1.2.840.10008.5.1.4.1.1.7",
            SOPInstanceUID=f"1.2.276.0.7230010.3.1.4.{n + 1}",
            PatientID=name,
            ViewPosition="PA",
        )
