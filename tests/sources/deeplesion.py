"""DeepLesion: zips unpacked into `Images_png`, 16-bit PNG of HU + 32768, two lesions on a slice."""

from pathlib import Path

import numpy as np
from PIL import Image

from gmai_data.testing import Expected, noise, write_table

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 1, "val": 1},
    annotations={"boxes": 4},
    names=("lesion", "liver lesion", "lung lesion"),
)
HEADER = [
    "File_name",
    "Patient_index",
    "Study_index",
    "Series_ID",
    "Key_slice_index",
    "Measurement_coordinates",
    "Bounding_boxes",
    "Lesion_diameters_Pixel_",
    "Normalized_lesion_location",
    "Coarse_lesion_type",
    "Possibly_noisy",
    "Slice_range",
    "Spacing_mm_px_",
    "Image_size",
    "DICOM_windows",
    "Patient_gender",
    "Patient_age",
    "Train_Val_Test",
]


def _row(name: str, box: str, kind: int, split: int, noisy: int = 0) -> list[str]:
    patient, study, series, key = (int(n) for n in name.split("_"))
    return [
        f"{name}.png", *map(str, (patient, study, series, key)), "10, 10, 20, 20, 12, 18, 18, 12",
        box, "12.3, 8.1", "0.3, 0.5, 0.6", str(kind), str(noisy), "103, 115",
        "0.488281, 0.488281, 5", "64, 64", "-175, 275", "F", "62", str(split),
    ]  # fmt: skip


def make(root: Path) -> None:
    rows = [
        _row("000001_01_01_109", "10.2, 12.5, 30.1, 28.9", -1, 1),
        _row("000002_01_01_162", "5.0, 6.0, 20.0, 22.0", 5, 2),
        _row("000002_01_01_162", "40.0, 38.0, 55.5, 52.0", 5, 2),
        _row("000003_02_01_044", "22.0, 20.0, 40.0, 44.0", 4, 3),
        _row("000003_02_01_045", "22.0, 20.0, 40.0, 44.0", 4, 3, noisy=1),
    ]
    write_table(root / "DL_info.csv", HEADER, rows)
    for row in rows:
        folder, _, key = row[0].rpartition("_")
        path = root / "Images_png" / "Images_png" / folder / key
        path.parent.mkdir(parents=True, exist_ok=True)
        stored = 32768 - 1000 + 1400 * noise((64, 64), row[0])
        Image.fromarray(stored.astype(np.uint16)).save(path)
        Image.fromarray(stored.astype(np.uint16)).save(path.with_name("000.png"))
