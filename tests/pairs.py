"""An image and its mask on one grid, in the format that each file's suffix names."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gmai_data.testing import fake_nifti, fake_volume

# Whether index i grows to the patient's left or right: here to the left, j to the back, k up, so
# that a box at low i is on the right and the names of sides agree with the geometry.
ORIENTATION = "LPS"


def write_volume(
    path: Path, array: NDArray[Any], spacing_mm: Sequence[float] = (1.0, 1.0, 1.0)
) -> None:
    """Write ``array`` (i, j, k) as NIfTI, NRRD or MetaImage, by suffix."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.name.endswith((".nii", ".nii.gz")):
        fake_nifti(path, array, spacing_mm=spacing_mm, orientation=ORIENTATION)
        return
    import SimpleITK as sitk

    picture = sitk.GetImageFromArray(np.ascontiguousarray(array.transpose(2, 1, 0)))
    picture.SetSpacing(tuple(map(float, spacing_mm)))
    sitk.WriteImage(picture, str(path))


def write_pair(
    image: Path,
    mask: Path | None,
    boxes: Mapping[int, Sequence[int]],
    *,
    shape: tuple[int, int, int] = (32, 30, 20),
    spacing_mm: Sequence[float] = (1.0, 1.0, 1.0),
    low: int = -1000,
    high: int = 400,
    seed: str = "",
) -> NDArray[np.uint8]:
    """An image with its label map; returns the label map."""
    volume, labels = fake_volume(shape, boxes, low=low, high=high, seed=seed or image.name)
    write_volume(image, volume, spacing_mm)
    if mask is not None:
        write_volume(mask, labels, spacing_mm)
    return labels


def cells(values: Sequence[int], *, columns: int = 6) -> dict[int, tuple[int, ...]]:
    """A box for each value, side by side in the plane of ``write_pair``'s default shape."""
    found = {}
    for n, value in enumerate(values):
        i, j = 1 + 5 * (n % columns), 1 + 5 * (n // columns)
        found[value] = (i, i + 4, j, j + 4, 3, 17)
    return found
