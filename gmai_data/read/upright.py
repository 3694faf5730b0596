"""Turning a picture as its EXIF orientation says, and what is drawn on it.

Orientations 1 to 8 are those of TIFF 6.0 (tag 274) and EXIF 2.32: 1 is upright, 6 is to be turned
by 90 degrees clockwise, 2, 4, 5 and 7 are mirrored.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gmai_data.read.masks import cropped
from gmai_data.read.stored import Mark


def turned(array: NDArray[Any], orientation: int) -> NDArray[Any]:
    """Stored rows and columns (first two axes) as they are to be shown."""
    if orientation in (5, 6, 7, 8):
        array = array.swapaxes(0, 1)
    if orientation in (3, 4, 7, 8):
        array = array[::-1]
    if orientation in (2, 3, 6, 7):
        array = array[:, ::-1]
    return np.ascontiguousarray(array)


def turned_point(
    x: float, y: float, orientation: int, stored: tuple[int, int]
) -> tuple[float, float]:
    """Where a point of the stored picture (height, width) is shown."""
    height, width = stored
    if orientation in (5, 6, 7, 8):
        x, y, height, width = y, x, width, height
    if orientation in (3, 4, 7, 8):
        y = height - y
    if orientation in (2, 3, 6, 7):
        x = width - x
    return x, y


def turned_mark(mark: Mark, orientation: int, stored: tuple[int, int]) -> Mark:
    """A mark drawn on the stored pixels, on the upright picture."""
    if orientation == 1:
        return mark
    if mark.mask is not None:
        return replace(mark, mask=cropped(turned(mark.mask.full(), orientation)))
    if mark.box is not None:
        x1, y1 = turned_point(mark.box[0], mark.box[1], orientation, stored)
        x2, y2 = turned_point(mark.box[2], mark.box[3], orientation, stored)
        return replace(mark, box=(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
    if mark.point is not None:
        return replace(mark, point=turned_point(*mark.point, orientation, stored))
    return mark
