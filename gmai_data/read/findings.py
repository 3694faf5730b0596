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

from gmai_data.read.masks import Bits, box_of, encode_rle, piece_boxes, pieces, resize_mask
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


def measure(mask: Bits, spacing_mm: tuple[float, float] | None) -> Extent:
    """Size of a mask (rows, columns) with row and column spacing in mm, or None if unknown."""
    area = int(np.count_nonzero(mask))
    edge = bool(mask[0].any() or mask[-1].any() or mask[:, 0].any() or mask[:, -1].any())
    box = box_of(mask)
    if box is None:
        return Extent(0, None, None, None, 0, False)
    x1, y1, x2, y2 = box
    labelled, areas = pieces(mask[y1:y2, x1:x2])
    area_mm2 = diameter = short = None
    if spacing_mm is not None:
        area_mm2 = round(area * spacing_mm[0] * spacing_mm[1], 3)
        largest = max(areas)
        if largest >= MAIN_PIECE * area:
            diameter, short = diameters(labelled == areas.index(largest) + 1, spacing_mm)
            if diameter < MIN_PIXELS * max(spacing_mm):
                diameter = short = None
    return Extent(area, area_mm2, diameter, short, len(areas), edge)


def diameters(mask: Bits, spacing_mm: tuple[float, float]) -> tuple[float, float]:
    """Longest diameter and the width across it, in mm, between corners of pixels."""
    corners = _corners(mask)
    hull = cv2.convexHull(corners.astype(np.int32)).reshape(-1, 2).astype(np.float64)
    points = hull * np.array([spacing_mm[1], spacing_mm[0]])
    gaps = points[:, None, :] - points[None, :, :]
    squares = np.round(gaps[..., 0] ** 2 + gaps[..., 1] ** 2, 6)
    first, second = divmod(int(np.argmax(squares)), len(points))
    longest = math.sqrt(float(squares[first, second]))
    dx, dy = points[second] - points[first]
    across = np.round((points[:, 0] * -dy + points[:, 1] * dx) / longest, 6)
    return round(longest, 3), round(float(across.max() - across.min()), 3)


def _corners(mask: Bits) -> NDArray[np.int64]:
    rows = np.flatnonzero(mask.any(axis=1))
    left = mask[rows].argmax(axis=1)
    right = mask.shape[1] - mask[rows][:, ::-1].argmax(axis=1)
    points = [np.stack([x, y], axis=1) for x in (left, right) for y in (rows, rows + 1)]
    return np.concatenate(points)


def mask_label(
    mask: Bits,
    stored: tuple[int, int],
    spacing_mm: tuple[float, float] | None,
    **known: object,
) -> Label:
    """The label of a mask (native rows, columns) on a picture stored as (height, width).

    ``known`` are the other fields of :class:`Label`: part, raw, instance, side, volume_ml …
    Box, run lengths, area in pixels, share and centroid are those of the stored picture.
    """
    height, width = stored
    extent = measure(mask, spacing_mm)
    kept = resize_mask(mask, width, height)
    box = box_of(kept)
    area = int(np.count_nonzero(kept))
    centroid = None
    if box is not None:
        x1, y1, x2, y2 = box
        inside = kept[y1:y2, x1:x2]  # most objects are a small part of their picture
        rows, columns = np.nonzero(inside)
        rows, columns = rows + y1, columns + x1
        centroid = (
            round(int(columns.sum()) / area + 0.5, 2), round(int(rows.sum()) / area + 0.5, 2)
        )  # fmt: skip
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


def region_boxes(mask: Bits) -> tuple[Box, ...]:
    """A box per 8-connected region of a stored mask, largest first, at most 32.

    Crumbs under 3 pixels are left out: no larger floor, a microaneurysm is a finding. The largest
    region never is a crumb.
    """
    box = box_of(mask)
    if box is None:
        return ()
    x, y = box[:2]
    found = piece_boxes(mask[y : box[3], x : box[2]])
    kept = [b for n, (area, b) in enumerate(found) if n == 0 or area >= MIN_REGION_PX][:MAX_REGIONS]
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
    middle = round(float(np.median(offsets_mm)), 6)
    if left >= ONE_SIDE and middle > margin_mm:
        return "left"
    if left <= 1 - ONE_SIDE and middle < -margin_mm:
        return "right"
    if regions >= 2 and 0.2 <= left <= 0.8:
        near = float(np.count_nonzero(np.abs(offsets_mm) <= margin_mm)) / offsets_mm.size
        middles = (np.median(offsets_mm[offsets_mm > 0]), -np.median(offsets_mm[offsets_mm <= 0]))
        # two halves of one structure on the midline (the vermis) are not a pair
        apart = round(float(min(middles)), 6) > max(margin_mm, PAIR_MM)
        return "both" if near <= 1 - ONE_SIDE and apart else ""
    if regions == 1 and 0.35 <= left <= 0.65:
        return "midline"
    return ""
