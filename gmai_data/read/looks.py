"""How a marked region looks: its mean attenuation, and whether the window can show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from gmai_data.read.intensity import Grey
from gmai_data.read.masks import Cropped
from gmai_data.read.stored import Mark

MIN_PIXELS: Final = 10  # a mean over fewer is noise
RING: Final = 3  # pixels around a region that it must differ from
SATURATED: Final = 0.98  # share of pixels that are all black, or all white


def looked_at(marks: Sequence[Mark], grey: Grey, hu: NDArray[Any] | None) -> list[Mark]:
    """Marks with their mean in HU, and a flag on those that this picture cannot show.

    ``grey`` is the native picture in 8 bits, ``hu`` its values where they are Hounsfield units.
    """
    return [_one(mark, grey, hu) for mark in marks]


def _one(mark: Mark, grey: Grey, hu: NDArray[Any] | None) -> Mark:
    region = mark.mask
    if region is None or not region.area:
        return mark
    known = dict(mark.known)
    x1, y1, x2, y2 = region.box
    if hu is not None:
        values = hu[y1:y2, x1:x2][region.bits]
        if values.size >= MIN_PIXELS:
            known["mean_hu"] = round(round(float(values.mean(dtype=np.float64)), 6))
    if grey.ndim == 2 and is_hidden(region, grey):
        known["hidden"] = True
    return replace(mark, known=known)


def is_hidden(mask: Cropped, grey: Grey) -> bool:
    """Whether a region and what surrounds it are both black, or both white."""
    x1, y1, x2, y2 = mask.box
    region = grey[y1:y2, x1:x2][mask.bits]
    ends = [e for e in (0, 255) if np.count_nonzero(region == e) >= SATURATED * region.size]
    if not ends:
        return False
    up, left = min(RING, y1), min(RING, x1)
    down, right = min(RING, mask.size[0] - y2), min(RING, mask.size[1] - x2)
    bits = np.pad(mask.bits, ((up, down), (left, right)))
    kernel = np.ones((2 * RING + 1, 2 * RING + 1), np.uint8)
    around = cv2.dilate(bits.view(np.uint8), kernel).astype(bool) & ~bits
    ring = grey[y1 - up : y2 + down, x1 - left : x2 + right][around]
    return bool(np.count_nonzero(ring == ends[0]) >= SATURATED * ring.size)
