"""Volumes to arrays: NIfTI by a streaming reader, MetaImage and NRRD by SimpleITK.

Arrays are (slice, row, column) in memory order with the fastest file axis last; a fourth, first
axis holds channels or time. The affine belongs to that axis order and is in LPS mm.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from isal.igzip_lib import IsalError
from numpy.typing import NDArray

from gmai_data.errors import RejectedItem
from gmai_data.read.geometry import Grid, letters

NIFTI: Final = frozenset((".nii", ".nii.gz", ".hdr", ".img", ".hdr.gz", ".img.gz", ".mgz", ".mgh"))
ITK: Final = frozenset((".mha", ".mhd", ".nrrd", ".nhdr"))


@dataclass(frozen=True, slots=True, eq=False)
class Volume:
    """Voxels on a grid; ``array`` is (z, y, x) or (channel, z, y, x)."""

    array: NDArray[Any]
    grid: Grid
    # of a `.seg.nrrd`: name of a segment -> its layer and value
    segments: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def load_volume(name: str, path: str, *, labels: bool = False, frame: int | None = None) -> Volume:
    """A volume from a local file ``name``; ``path`` is what messages call it.

    ``labels`` are brought to the smallest whole numbers while they are read. Of a file of several
    frames only ``frame`` is kept, where it is given.

    Raises:
        RejectedItem: corrupt ``truncated-file``, ``data-size``, ``not-a-volume``, ``no-spacing``,
            ``bad-affine``, ``no-such-frame``, ``mask-values``, ``path-escape``; policy
            ``volume-too-large``.
    """
    lower = name.lower()
    if any(lower.endswith(suffix) for suffix in ITK):
        from gmai_data.read.itk import load_itk

        return load_itk(name, path, labels=labels)
    from gmai_data.read.nifti import load_nifti

    try:
        return load_nifti(name, path, labels=labels, frame=frame)
    except IsalError as error:  # type: ignore[misc]  # wherever the file was being inflated
        raise RejectedItem("corrupt", "truncated-file", str(error)[:160], path) from None


def check_affine(affine: NDArray[np.float64], path: str) -> None:
    """Refuse an affine whose axes do not span space.

    Raises:
        RejectedItem: corrupt ``bad-affine``.
    """
    columns = [affine[:3, a] for a in range(3)]
    size = math.prod(math.sqrt(float((c * c).sum())) for c in columns)
    volume = abs(float(np.linalg.det(affine[:3, :3])))
    if not math.isfinite(size) or size <= 0 or round(volume / size, 6) < 1e-3:
        axes = " ".join(letters(c) or "0" for c in columns)
        raise RejectedItem("corrupt", "bad-affine", f"its axes ({axes}) span no volume", path)


def file_shape(shape: tuple[int, ...]) -> tuple[int, int, int]:
    """File order (x, y, z) as the array's (z, y, x)."""
    x, y, z = shape[:3]
    return int(z), int(y), int(x)
