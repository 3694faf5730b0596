"""What lies in what: marks of one picture, and whole structures of a volume."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from gmai_data.read.geometry import Grid
from gmai_data.read.masks import Cropped
from gmai_data.read.midline import Midline
from gmai_data.read.objects import Object3D
from gmai_data.read.stored import Mark
from gmai_data.schema import Structure

INSIDE: Final = 0.95  # share of a mark that must lie in another


def related(marks: Sequence[Mark]) -> list[Mark]:
    """Marks with the smallest other one that holds at least 95 % of each, on this picture.

    Only masks of classes hold something, not numbered objects. Masks of two readers are not
    compared.
    """
    drawn = {n: m.mask for n, m in enumerate(marks) if m.mask is not None and m.mask.area}
    holders = [(n, mask) for n, mask in drawn.items() if not marks[n].known.get("instance")]
    if not holders or len(drawn) < 2:
        return list(marks)
    out = list(marks)
    boxes = np.array([mask.box for mask in drawn.values()])
    held = np.array([mask.box for _, mask in holders])
    # no more of a mask can lie in a holder than of their boxes overlap
    wide, high = (
        np.minimum(boxes[:, None, k + 2], held[:, k + 2])
        - np.maximum(boxes[:, None, k], held[:, k])
        for k in (0, 1)
    )  # fmt: skip
    most = np.where((wide > 0) & (high > 0), wide * high, 0)
    areas = np.array([mask.area for mask in drawn.values()])[:, None]
    larger = areas < np.array([mask.area for _, mask in holders])
    likely = larger & (most >= INSIDE * areas)
    for (n, mask), row in zip(drawn.items(), likely, strict=True):
        area, best = mask.area, -1
        for at in np.flatnonzero(row).tolist():
            other, holder = holders[at]
            if best >= 0 and holder.area >= drawn[best].area:
                continue
            if _comparable(marks[n], marks[other]) and _shared(mask, holder) >= INSIDE * area:
                best = other
        if best >= 0:
            holds = marks[best].known
            within = {
                "within": f"{holds['part']}/{holds['raw']}",
                "within_share": round(area / drawn[best].area, 4),
            }
            out[n] = replace(marks[n], known={**marks[n].known, **within})
    return out


def _shared(one: Cropped, other: Cropped) -> int:
    """Pixels that two masks of one picture, whose boxes overlap, have in common."""
    x1, y1 = max(one.x, other.x), max(one.y, other.y)
    x2, y2 = min(one.box[2], other.box[2]), min(one.box[3], other.box[3])
    a, b = (r.bits[y1 - r.y : y2 - r.y, x1 - r.x : x2 - r.x] for r in (one, other))
    return int(np.count_nonzero(a & b))


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
