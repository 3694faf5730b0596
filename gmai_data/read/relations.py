"""What lies in what: marks of one picture, and whole structures of a volume."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from gmai_data.read.geometry import Grid
from gmai_data.read.masks import Bits, box_of
from gmai_data.read.midline import Midline
from gmai_data.read.objects import Object3D
from gmai_data.read.stored import Mark
from gmai_data.schema import Structure

INSIDE: Final = 0.95  # share of a mark that must lie in another
SAMPLED: Final = 64  # pixels that tell two masks apart before all are compared


def related(marks: Sequence[Mark]) -> list[Mark]:
    """Marks with the smallest other one that holds at least 95 % of each, on this picture.

    Only masks of classes hold something, not numbered objects. Masks of two readers are not
    compared.
    """
    drawn = {n: m.mask for n, m in enumerate(marks) if m.mask is not None and m.mask.any()}
    holders = {n: mask for n, mask in drawn.items() if not marks[n].known.get("instance")}
    if not holders or len(drawn) < 2:
        return list(marks)
    pixels = {n: _pixels(mask) for n, mask in drawn.items()}
    areas = {n: rows.size for n, (rows, _) in pixels.items()}
    out = list(marks)
    boxes = {n: box_of(mask) or (0, 0, 0, 0) for n, mask in holders.items()}
    for n, (rows, columns) in pixels.items():
        # what holds nearly all of a mask has the middle of its rows and columns in its box
        y, x = rows[rows.size // 2], np.partition(columns, columns.size // 2)[columns.size // 2]
        step = max(1, rows.size // SAMPLED)
        some = rows[::step], columns[::step]
        best = -1
        for other, holder in holders.items():
            if other == n or areas[other] <= areas[n]:
                continue
            x1, y1, x2, y2 = boxes[other]
            if not (x1 <= x < x2 and y1 <= y < y2) or (best >= 0 and areas[other] >= areas[best]):
                continue
            if not _comparable(marks[n], marks[other]):
                continue
            if np.count_nonzero(holder[some]) < 0.8 * some[0].size:
                continue
            if np.count_nonzero(holder[rows, columns]) >= INSIDE * areas[n]:
                best = other
        if best >= 0:
            holds = marks[best].known
            within = {
                "within": f"{holds['part']}/{holds['raw']}",
                "within_share": round(areas[n] / areas[best], 4),
            }
            out[n] = replace(marks[n], known={**marks[n].known, **within})
    return out


def _pixels(mask: Bits) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows and columns of the foreground; most masks are a small part of their picture."""
    x1, y1, x2, y2 = box_of(mask) or (0, 0, 0, 0)
    rows, columns = np.nonzero(mask[y1:y2, x1:x2])
    return rows + y1, columns + x1


def _comparable(one: Mark, other: Mark) -> bool:
    a, b = one.known, other.known
    same = (a.get("part"), a.get("raw")) == (b.get("part"), b.get("raw"))
    return not same and (not a.get("rater") or not b.get("rater") or a["rater"] == b["rater"])


def structures_of(
    objects: Sequence[Object3D], grid: Grid, midline: Midline | None
) -> tuple[Structure, ...]:
    """Where the middle of each class of a volume is in the patient; none without an orientation.

    The record from which it can be told that a case is mirrored or its labels are swapped.
    """
    if not grid.trusted:
        return ()
    found = []
    for thing in objects:
        if thing.instance or thing.annotation.instance or not thing.members:
            continue
        middle = [_middle(thing, axis) for axis in range(3)]
        place = [
            round(sum(float(grid.affine[r, a]) * middle[a] for a in range(3))
                  + float(grid.affine[r, 3]), 1)
            for r in range(3)
        ]  # fmt: skip
        side = ""
        if midline is not None and abs(place[0] - midline.x_mm) > midline.margin_mm:
            side = "left" if place[0] > midline.x_mm else "right"
        found.append(
            Structure(
                part=thing.annotation.part, raw=thing.raw, rater=thing.annotation.rater,
                centre_mm=(place[0], place[1], place[2]), side=side,
            )
        )  # fmt: skip
    return tuple(found)


def _middle(thing: Object3D, axis: int) -> float:
    areas = thing.areas(axis)
    return round(float((areas * np.arange(areas.size)).sum()) / max(1, int(areas.sum())), 6)


def third_of(holder: Object3D, grid: Grid, z_mm: float) -> str:
    """Upper, middle or lower third, from feet to head, of a structure that is whole; else ""."""
    if not grid.trusted or holder.cut_off:
        return ""
    ends = extent_z(holder, grid)
    if ends is None:
        return ""
    share = round((z_mm - ends[0]) / (ends[1] - ends[0]), 6)
    if not 0 <= share <= 1:
        return ""
    return "lower" if share < 1 / 3 else "upper" if share > 2 / 3 else "middle"


def extent_z(thing: Object3D, grid: Grid) -> tuple[float, float] | None:
    """Lowest and highest end of a structure along the body, mm; None on an oblique grid."""
    along = [abs(float(grid.affine[2, a])) / grid.spacing(a) for a in range(3)]
    axis = along.index(max(along))
    if along[axis] < 0.98:  # tilted by more than ten degrees
        return None
    places = np.flatnonzero(thing.areas(axis))
    step = float(grid.affine[2, axis])
    others = sum(
        float(grid.affine[2, a]) * _middle(thing, a) for a in range(3) if a != axis
    ) + float(grid.affine[2, 3])  # fmt: skip
    ends = sorted((others + step * (places[0] - 0.5), others + step * (places[-1] + 0.5)))
    return (ends[0], ends[1]) if ends[1] - ends[0] > 3 * abs(step) else None
