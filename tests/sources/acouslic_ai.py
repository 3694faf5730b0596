"""ACOUSLIC-AI: frames of six sweeps stacked in one MetaImage, measurements per sweep in a table."""

from pathlib import Path

import numpy as np
import SimpleITK as sitk

from gmai_data.testing import Expected, noise, write_table

EXPECTED = Expected(cases=3, subjects=2, annotations={"mask": 3})
FRAMES = 12
UUIDS = (
    ("0d0a3298-a9c6-43c3-a9e3-df3a9c0afa06", "a5a4"),
    ("0d7c4d8f-6e07-4f2b-aa76-8915ce15a38f", "a5a4"),
    ("1b7a0b25-44de-4b4e-9d2c-7f2b3d1a9c10", "b0b1"),
)


def make(root: Path) -> None:
    """Two scans of one subject; few frames are drawn on, the third scan has poor planes alone."""
    base = root / "acouslic-ai-train-set"
    rows = []
    for n, (uuid, subject) in enumerate(UUIDS):
        image = (noise((FRAMES, 40, 48), uuid) * 255).astype(np.uint8)
        mask = np.zeros_like(image)
        mask[3, 10:30, 12:36] = 2
        if n < 2:
            mask[4:6, 10:30, 12:36] = 1
        _write(base / "images" / "stacked_fetal_ultrasound" / f"{uuid}.mha", image)
        _write(base / "masks" / "stacked_fetal_abdomen" / f"{uuid}.mha", mask)
        rows.append([uuid, subject, 213.4 + n, "", 215.0, "", "", ""])
    write_table(
        base / "circumferences" / "fetal_abdominal_circumferences_per_sweep.csv",
        ["uuid", "subject_id", *(f"sweep_{k}_ac_mm" for k in range(1, 7))],
        rows,
    )


def _write(path: Path, frames: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = sitk.GetImageFromArray(frames)
    picture.SetSpacing((0.28, 0.28, 0.28))
    sitk.WriteImage(picture, str(path))
