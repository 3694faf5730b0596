"""The body's midline, where it is known well enough to say left or right of an object.

Zero of x is not the midline: its origin is the scanner's. Only template space has it there. In CT
of a trunk that lies wholly in the picture, the middle of the body is the midline within about
two centimetres; a head, a limb or a cropped field gives none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from gmai_data.read.geometry import Grid, cuts

BODY_HU: Final = -300
TRUNK_MM: Final = (250.0, 600.0)  # width of an adult trunk; a head or a limb is narrower
SPREAD_MM: Final = 15.0  # the slices that were looked at must agree within this
MARGIN_MM: Final = 20.0
TEMPLATE_MM: Final = 2.0  # how well a brain fits the template's midline


@dataclass(frozen=True, slots=True)
class Midline:
    """A sagittal plane in LPS, and how far an object's middle must be from it."""

    x_mm: float
    margin_mm: float


def find_midline(grid: Grid, hu: NDArray[Any] | None) -> Midline | None:
    """The midline of a volume, or None where none is defensible.

    ``hu`` are the voxels of a CT in Hounsfield units; None for anything else.
    """
    if not grid.trusted:
        return None
    if grid.template:
        return Midline(0.0, TEMPLATE_MM)
    if hu is None:
        return None
    axial = next((c for c in cuts(grid) if c.plane == "axial"), None)
    if axial is None:
        return None
    middles = []
    places = sorted({axial.count * k // 8 for k in range(1, 8)})
    for index in places:
        picture = axial.take(hu, index) > BODY_HU
        middle = _body_middle(picture, axial.spacing_mm[1])
        if middle is not None:
            column = grid.shape[axial.column_axis] - 1 - middle if axial.flip_columns else middle
            at = [0.0, 0.0, 0.0]
            at[axial.axis] = float(axial.array_index(index))
            at[axial.row_axis] = (grid.shape[axial.row_axis] - 1) / 2
            at[axial.column_axis] = column
            x = sum(float(grid.affine[0, a]) * at[a] for a in range(3)) + float(grid.affine[0, 3])
            middles.append(round(x, 6))
    if len(middles) < max(1, (len(places) + 1) // 2) or max(middles) - min(middles) > SPREAD_MM:
        return None
    return Midline(sorted(middles)[len(middles) // 2], MARGIN_MM)


def _body_middle(body: NDArray[np.bool_], column_mm: float) -> float | None:
    number, labelled, stats, _ = cv2.connectedComponentsWithStats(
        body.view(np.uint8), connectivity=4
    )
    if number < 2:
        return None
    largest = 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax())
    top, height = int(stats[largest, cv2.CC_STAT_TOP]), int(stats[largest, cv2.CC_STAT_HEIGHT])
    # the middle third of the body's height: neither the table below nor lines above
    band = labelled[top + height // 3 : top + max(1, 2 * height // 3)] == largest
    hit = np.flatnonzero(band.any(axis=0))
    if hit.size == 0 or hit[0] == 0 or hit[-1] == body.shape[1] - 1:
        return None
    if not TRUNK_MM[0] <= (hit[-1] - hit[0] + 1) * column_mm <= TRUNK_MM[1]:
        return None
    return float(hit[0] + hit[-1]) / 2
