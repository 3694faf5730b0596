"""ACDC: the 4D cine beside its two labelled frames, Info.cfg, an sform that forgot the spacing."""

from pathlib import Path
from typing import Any

import nibabel as nib
import numpy as np

from gmai_data.testing import Expected, fake_volume, write_text

EXPECTED = Expected(
    cases=6,
    subjects=3,
    splits={"test": 2, "train": 4},
    annotations={"mask": 6, "class": 6},
    names=("right ventricle", "left ventricular myocardium", "left ventricle"),
)


def make(root: Path) -> None:
    """The systolic frame has another number in each patient."""
    patients = (("training", 1, 12, "DCM"), ("training", 20, 11, "NOR"), ("testing", 101, 14, "RV"))
    boxes = {1: (3, 12, 8, 24, 1, 7), 2: (13, 27, 7, 25, 1, 7), 3: (16, 24, 10, 22, 1, 7)}
    for split, patient, systole, group in patients:
        name = f"patient{patient:03d}"
        folder = root / "database" / split / name
        for frame in (1, systole):
            image, mask = fake_volume((32, 32, 8), boxes, low=0, high=800, seed=f"{name}{frame}")
            stem = f"{name}_frame{frame:02d}"
            _write(folder / f"{stem}.nii.gz", image)
            _write(folder / f"{stem}_gt.nii.gz", mask)
        _write(folder / f"{name}_4d.nii.gz", np.stack([image, image], axis=-1))
        write_text(
            folder / "Info.cfg",
            f"ED: 1\nES: {systole}\nGroup: {group}\nHeight: 184.0\nNbFrame: 30\nWeight: 95.0\n",
        )


def _write(path: Path, array: np.ndarray[Any, Any]) -> None:
    """Voxel sizes 1.5, 1.5, 8 mm in the header, 1 mm and no orientation in the sform."""
    header = nib.Nifti1Header()
    header.set_data_dtype(array.dtype)
    header.set_data_shape(array.shape)
    header.set_zooms((1.5, 1.5, 8.0, 1.0)[: array.ndim])
    header.set_sform(np.eye(4), code=1)
    path.parent.mkdir(parents=True, exist_ok=True)
    nib.save(nib.Nifti1Image(array, None, header), str(path))
