"""What a mask says: box, area, diameters, pieces, place. Sizes on the native grid.

Rules: research notes on RECIST-style diameters; the longest diameter is corner to corner of the
pixels (consistent with boxes), the short one is the width at right angles to it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from gmai_data.read.masks import (
    Bits,
    Cropped,
    cropped,
    encode_rle,
    piece_boxes,
    resize_mask,
)
from gmai_data.schema import Box, Label

MAIN_PIECE = 0.95  # share of the mask the largest piece needs for a diameter to mean anything
ONE_SIDE = 0.95  # share of an object's pixels that must lie on one side
PAIR_MM = 8.0  # how far from the midline both members of a pair are, at least
MIN_REGION_PX = 3  # a smaller piece of a mask is a crumb
MAX_REGIONS = 32
MIN_PIXELS = 3.0  # a diameter shorter than this many pixels is not a number


@dataclass(frozen=True, slots=True)
class Extent:
    """Measures of a mask on the native grid of its picture."""

    area_px: int
    area_mm2: float | None
    diameter_mm: float | None
    short_mm: float | None
    regions: int  # 8-connected
    truncated: bool  # touches the border of the picture


def measure(mask: Bits | Cropped, spacing_mm: tuple[float, float] | None) -> Extent:
    """Size of a mask (rows, columns) with row and column spacing in mm, or None if unknown."""
    region = mask if isinstance(mask, Cropped) else cropped(mask)
    area = region.area
    if area == 0:
        return Extent(0, None, None, None, 0, False)
    x1, y1, x2, y2 = region.box
    edge = x1 == 0 or y1 == 0 or y2 == region.size[0] or x2 == region.size[1]
    labelled, areas = region.pieces
    area_mm2 = diameter = short = None
    if spacing_mm is not None:
        area_mm2 = round(area * spacing_mm[0] * spacing_mm[1], 3)
        largest = max(areas)
        if largest >= MAIN_PIECE * area:
            one = len(areas) == 1
            main = region.bits if one else labelled == areas.index(largest) + 1
            diameter, short = diameters(main, spacing_mm)
            if diameter < MIN_PIXELS * max(spacing_mm):
                diameter = short = None
    return Extent(area, area_mm2, diameter, short, len(areas), edge)


def diameters(mask: Bits, spacing_mm: tuple[float, float]) -> tuple[float, float]:
    """Longest diameter and the width across it, in mm, between corners of pixels."""
    corners = _corners(mask)
    hull = cv2.convexHull(corners).reshape(-1, 2).astype(np.float64)
    x, y = hull[:, 0] * spacing_mm[1], hull[:, 1] * spacing_mm[0]
    squares = np.round((x[:, None] - x) ** 2 + (y[:, None] - y) ** 2, 6)
    first, second = divmod(int(np.argmax(squares)), len(hull))
    longest = math.sqrt(float(squares[first, second]))
    dx, dy = x[second] - x[first], y[second] - y[first]
    across = np.round((x * -dy + y * dx) / longest, 6)
    return round(longest, 3), round(float(across.max() - across.min()), 3)


def _corners(mask: Bits) -> NDArray[np.int32]:
    rows = np.flatnonzero(mask.any(axis=1))
    here = mask if rows.size == mask.shape[0] else mask[rows]
    found = np.empty((2, 2, rows.size, 2), dtype=np.int32)
    found[0, :, :, 0] = here.argmax(axis=1)
    found[1, :, :, 0] = mask.shape[1] - here[:, ::-1].argmax(axis=1)
    found[:, 0, :, 1] = rows
    found[:, 1, :, 1] = rows + 1
    return found.reshape(-1, 2)


def mask_label(
    mask: Bits | Cropped,
    stored: tuple[int, int],
    spacing_mm: tuple[float, float] | None,
    **known: object,
) -> Label:
    """The label of a mask (native rows, columns) on a picture stored as (height, width).

    ``known`` are the other fields of :class:`Label`: part, raw, instance, side, volume_ml …
    Box, run lengths, area in pixels, share and centroid are those of the stored picture.
    """
    height, width = stored
    region = mask if isinstance(mask, Cropped) else cropped(mask)
    extent = measure(region, spacing_mm)
    kept = region
    if region.size != stored:
        kept = cropped(resize_mask(region.full(), width, height))
    area, box, centroid = kept.area, None, None
    if area:
        box = kept.box
        x = int(kept.by_column @ np.arange(box[0], box[2])) / area
        y = int(kept.by_row @ np.arange(box[1], box[3])) / area
        centroid = (round(x + 0.5, 2), round(y + 0.5, 2))
    return Label(
        kind="mask",
        box=None if box is None else _floats(box),
        boxes=region_boxes(kept) if extent.regions > 1 else (),
        mask=encode_rle(kept),
        area_px=area,
        area_mm2=extent.area_mm2,
        share=round(area / (width * height), 6),
        diameter_mm=extent.diameter_mm,
        short_mm=extent.short_mm,
        centroid=centroid,
        regions=extent.regions,
        truncated=extent.truncated,
        **known,  # type: ignore[arg-type]
    )


def region_boxes(mask: Cropped) -> tuple[Box, ...]:
    """A box per 8-connected region of a stored mask, largest first, at most 32.

    Crumbs under 3 pixels are left out: no larger floor, a microaneurysm is a finding. The largest
    region never is a crumb.
    """
    found = piece_boxes(mask.bits)
    kept = [b for n, (area, b) in enumerate(found) if n == 0 or area >= MIN_REGION_PX][:MAX_REGIONS]
    x, y = mask.x, mask.y
    return tuple(_floats((a + x, b + y, c + x, d + y)) for a, b, c, d in kept)


def _floats(box: tuple[int, int, int, int]) -> Box:
    return float(box[0]), float(box[1]), float(box[2]), float(box[3])


def side_of(offsets_mm: NDArray[np.float64], regions: int, margin_mm: float) -> str:
    """Side of an object from its pixels' distances to the midline, in LPS (left is positive).

    Left or right where nearly all of it lies there and its middle is beyond ``margin_mm`` (how
    well the midline is known); both where two pieces lie on the two sides; midline where it is
    centred on it; else "", which allows no side word.
    """
    if offsets_mm.size == 0:
        return ""
    left = float(np.count_nonzero(offsets_mm > 0)) / offsets_mm.size
    middle = round(_median(offsets_mm), 6)
    if left >= ONE_SIDE and middle > margin_mm:
        return "left"
    if left <= 1 - ONE_SIDE and middle < -margin_mm:
        return "right"
    if regions >= 2 and 0.2 <= left <= 0.8:
        near = float(np.count_nonzero(np.abs(offsets_mm) <= margin_mm)) / offsets_mm.size
        middles = (_median(offsets_mm[offsets_mm > 0]), -_median(offsets_mm[offsets_mm <= 0]))
        # two halves of one structure on the midline (the vermis) are not a pair
        apart = round(min(middles), 6) > max(margin_mm, PAIR_MM)
        return "both" if near <= 1 - ONE_SIDE and apart else ""
    if regions == 1 and 0.35 <= left <= 0.65:
        return "midline"
    return ""


def _median(values: NDArray[np.float64]) -> float:
    """`np.median`, without what it does for other arrays."""
    low, high = (values.size - 1) // 2, values.size // 2
    ordered = np.partition(values, (low, high))
    return float((ordered[low] + ordered[high]) / 2)
