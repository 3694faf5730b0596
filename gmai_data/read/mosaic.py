"""Siemens mosaics: one picture that tiles all slices of a volume, taken apart into its slices.

How it was tiled is only in the private CSA header (group 0029): the number of slices and the
normal along which they are counted. The position in the public header is that of the montage's
corner as if it were one slice; the slices' own is that of the middle of the montage (nibabel,
``nicom.dicomwrappers.MosaicWrapper``; SPM ``spm_dicom_convert``).
"""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from gmai_data.errors import RejectedItem
from gmai_data.read.dicom import unpacked
from gmai_data.read.dicom_facts import image_type, numbers
from gmai_data.read.geometry import cross


@dataclass(frozen=True, slots=True)
class Tiles:
    """How a montage is made of slices."""

    count: int
    side: int  # tiles per row and per column
    rows: int  # of one slice
    columns: int
    first: tuple[float, ...]  # ImagePositionPatient of the first slice, mm
    step: tuple[float, ...]  # from slice to slice, mm

    def cut(self, montage: NDArray[Any]) -> Iterator[tuple[NDArray[Any], tuple[float, ...]]]:
        """Each slice (rows, columns) with its ImagePositionPatient."""
        for k in range(self.count):
            row, column = divmod(k, self.side)
            tile = montage[row * self.rows : (row + 1) * self.rows,
                           column * self.columns : (column + 1) * self.columns]  # fmt: skip
            place = tuple(round(f + k * s, 6) for f, s in zip(self.first, self.step, strict=True))
            yield tile.copy(), place


def is_mosaic(header: Any) -> bool:
    """Whether ImageType says so."""
    return "MOSAIC" in image_type(header)


def tiles_of(header: Any, data: bytes, path: str) -> Tiles:
    """The tiling of a mosaic; ``data`` is the file, for a header that left private tags out.

    Raises:
        RejectedItem: policy ``mosaic`` where the private header does not say how it was made:
            the montage itself is never a picture.
    """
    import pydicom
    from nibabel.nicom import csareader

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            whole = header
            if csareader.get_csa_header(header, "image") is None:
                whole = pydicom.dcmread(
                    io.BytesIO(unpacked(data, path)), stop_before_pixels=True, force=True
                )
            csa = csareader.get_csa_header(whole, "image")
            count = csareader.get_n_mosaic(csa) if csa else None
            normal = csareader.get_slice_normal(csa) if csa else None
    except (csareader.CSAError, ValueError, KeyError, TypeError, IndexError, AttributeError,
            OSError) as error:  # fmt: skip
        found = f"its private header cannot be read: {str(error)[:120]}"
        raise RejectedItem("policy", "mosaic", found, path) from None
    position = numbers(header.get("ImagePositionPatient", None), 3)
    turn = numbers(header.get("ImageOrientationPatient", None), 6)
    spacing = numbers(header.get("PixelSpacing", None), 2)
    between = numbers([header.get("SpacingBetweenSlices", None)], 1)
    thickness = numbers([header.get("SliceThickness", None)], 1)
    distance = between or thickness
    if not count or position is None or turn is None or spacing is None or distance is None:
        found = "nothing says how many slices it holds and where they are"
        raise RejectedItem("policy", "mosaic", found, path)
    side = math.isqrt(int(count) - 1) + 1
    height, width = int(header.Rows), int(header.Columns)
    if height % side or width % side or distance[0] <= 0:
        found = f"{count} slices do not fill {width} x {height} pixels"
        raise RejectedItem("policy", "mosaic", found, path)
    rows, columns = height // side, width // side
    # what the montage has more than a slice, half of it, leads from its corner to the slice's
    across, down = (width - columns) / 2 * spacing[1], (height - rows) / 2 * spacing[0]
    first = tuple(
        round(p + across * r + down * c, 6)
        for p, r, c in zip(position, turn[:3], turn[3:], strict=True)
    )
    along = cross(turn[:3], turn[3:])
    if normal is not None:
        facing = sum(float(n) * a for n, a in zip(normal, along, strict=True))
        along = (-along[0], -along[1], -along[2]) if facing < 0 else along
    step = tuple(round(distance[0] * a, 9) for a in along)
    return Tiles(int(count), side, rows, columns, first, step)
