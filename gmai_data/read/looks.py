"""How a marked region looks: its mean attenuation, and whether the window can show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from gmai_data.read.intensity import Grey
from gmai_data.read.masks import Bits, box_of
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
    box = None if mark.mask is None else box_of(mark.mask)
    if mark.mask is None or box is None:
        return mark
    known = dict(mark.known)
    x1, y1, x2, y2 = box
    inner = mark.mask[y1:y2, x1:x2]
    if hu is not None:
        values = hu[y1:y2, x1:x2][inner]
        if values.size >= MIN_PIXELS:
            known["mean_hu"] = round(round(float(values.mean(dtype=np.float64)), 6))
    if grey.ndim == 2 and is_hidden(mark.mask, box, grey):
        known["hidden"] = True
    return replace(mark, known=known)


def is_hidden(mask: Bits, box: tuple[int, int, int, int], grey: Grey) -> bool:
    """Whether a region and what surrounds it are both black, or both white."""
    y1, y2 = max(0, box[1] - RING), min(mask.shape[0], box[3] + RING)
    x1, x2 = max(0, box[0] - RING), min(mask.shape[1], box[2] + RING)
    bits, pixels = mask[y1:y2, x1:x2], grey[y1:y2, x1:x2]
    region = pixels[bits]
    ends = [e for e in (0, 255) if np.count_nonzero(region == e) >= SATURATED * region.size]
    if not ends:
        return False
    kernel = np.ones((2 * RING + 1, 2 * RING + 1), np.uint8)
    around = cv2.dilate(np.ascontiguousarray(bits).view(np.uint8), kernel).astype(bool) & ~bits
    ring = pixels[around]
    return bool(np.count_nonzero(ring == ends[0]) >= SATURATED * ring.size)
