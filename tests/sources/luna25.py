"""LUNA25: MetaImage CT named by series, a row per nodule with world coordinates and malignancy."""

from pathlib import Path

import numpy as np
import SimpleITK as sitk

from gmai_data.testing import Expected, fake_volume, write_table, write_text

EXPECTED = Expected(cases=3, subjects=2, annotations={"points": 4})
STEM = "1.2.840.113654.2.55."
ORIGIN, SPACING = (-180.5, -170.0, -320.0), (1.0, 1.0, 2.0)
HEADER = [
    "PatientID", "SeriesInstanceUID", "StudyDate", "CoordX", "CoordY", "CoordZ", "LesionID",
    "AnnotationID", "NoduleID", "label", "Age_at_StudyDate", "Gender",
]  # fmt: skip


def make(root: Path) -> None:
    """Patient 100570 has two studies; a scan has a benign and a malignant nodule."""
    rows = []
    for patient, uid, nodules in (
        ("100570", STEM + "1", (((8, 10, 9), 1, 0), ((20, 18, 6), 2, 1))),
        ("100570", STEM + "2", (((8, 10, 9), 1, 0),)),
        ("205714", STEM + "3", (((16, 12, 4), 1, 1),)),
    ):
        image, _ = fake_volume((32, 30, 14), seed=uid)
        picture = sitk.GetImageFromArray(np.ascontiguousarray(image.transpose(2, 1, 0)))
        picture.SetOrigin(ORIGIN)
        picture.SetSpacing(SPACING)
        (root / "luna25_images").mkdir(parents=True, exist_ok=True)
        sitk.WriteImage(picture, str(root / "luna25_images" / f"{uid}.mha"))
        for place, lesion, label in nodules:
            world = [o + s * p for o, s, p in zip(ORIGIN, SPACING, place, strict=True)]
            rows.append(
                [patient, uid, "19990102", *world, lesion, f"{uid}_{lesion}_19990102",
                 f"{patient}_{lesion}", label, 61, "Male"]
            )  # fmt: skip
    write_table(root / "LUNA25_Public_Training_Development_Data.csv", HEADER, rows)
    write_text(root / "luna25_nodule_blocks" / "image" / "README", "blocks cut around nodules")
