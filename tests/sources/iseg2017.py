"""iSeg-2017: pairs of .hdr and .img without an orientation, grey values as labels."""

from pathlib import Path
from typing import Any

import nibabel as nib
import numpy as np

from gmai_data.testing import Expected, fake_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 2},
    names=("cerebrospinal fluid", "grey matter", "white matter"),
)
BOXES = {10: (3, 25, 3, 25, 3, 21), 150: (6, 22, 6, 22, 5, 19), 250: (9, 19, 9, 19, 7, 17)}


def make(root: Path) -> None:
    """subject-1 and subject-10 share a beginning; the test subjects start at 11."""
    for part, n in (("Training", 1), ("Training", 10), ("Testing", 11)):
        folder = root / f"iSeg-2017-{part}"
        for channel in ("T1", "T2"):
            image, mask = fake_volume((28, 28, 24), BOXES, low=0, high=900, seed=f"{n}{channel}")
            _write(folder / f"subject-{n}-{channel}.hdr", image)
        if part == "Training":
            _write(folder / f"subject-{n}-label.hdr", mask)


def _write(path: Path, array: np.ndarray[Any, Any]) -> None:
    """ANALYZE 7.5: voxel sizes and nothing of the patient."""
    header = nib.AnalyzeHeader()
    header.set_data_dtype(array.dtype)
    header.set_data_shape(array.shape)
    header.set_zooms((1.0, 1.0, 1.0))
    path.parent.mkdir(parents=True, exist_ok=True)
    nib.AnalyzeImage(array, None, header).to_filename(str(path))
