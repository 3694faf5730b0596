"""Scans of the BraTS kind: four sequences and a label map in one folder, named after it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from gmai_data.testing import fake_nifti, fake_volume

CHANNELS = ("t1n", "t1c", "t2w", "t2f")
# 2 surrounds 3, which surrounds 1
NESTED = {2: (4, 22, 4, 22, 4, 20), 3: (7, 19, 7, 19, 7, 17), 1: (10, 16, 10, 16, 10, 14)}


def write_scan(
    folder: Path,
    name: str,
    *,
    labelled: bool = True,
    boxes: Mapping[int, Sequence[int]] = NESTED,
) -> None:
    """``<folder>/<name>/<name>-<sequence>.nii.gz`` and ``-seg``, in the atlas space of BraTS."""
    for channel in CHANNELS:
        image, mask = fake_volume((24, 24, 24), boxes, low=0, high=900, seed=f"{name}{channel}")
        fake_nifti(folder / name / f"{name}-{channel}.nii.gz", image, orientation="LPS")
    if labelled:
        fake_nifti(folder / name / f"{name}-seg.nii.gz", mask, orientation="LPS")
