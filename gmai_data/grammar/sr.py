"""Measurements and outlines of a DICOM structured report as rows, as TID 1500 arranges them.

"Imaging Measurement Report" > "Imaging Measurements" > one "Measurement Group" per thing, with what
was found, where, on which side, its outlines or points in images, and numbers with their units.
Coordinates are those of the picture, the corner of the first pixel is 0, 0 (PS3.3 C.18.6.1).

PS3.16 TID 1500, 1410, 1411, 1419, 1501; PS3.3 C.17.3 and C.18. Names of concepts go by their codes:
meanings are free text. Free text of the report (tracking identifiers, comments) is left behind.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, Final

from gmai_data.canonical import hash64
from gmai_data.errors import RejectedItem
from gmai_data.grammar.dialects import Region, Ring, ellipse_ring

_MEASUREMENTS: Final = ("126010", "DCM")
_GROUP: Final = ("125007", "DCM")
_TRACKING_UID: Final = ("112040", "DCM")
_FINDING: Final = ("121071", "DCM")
_SITE: Final = frozenset((("363698007", "SCT"), ("G-C0E3", "SRT")))
_LATERALITY: Final = frozenset((("272741003", "SCT"), ("G-C171", "SRT")))
_SIDES: Final = {
    ("7771000", "SCT"): "left", ("G-A101", "SRT"): "left",
    ("24028007", "SCT"): "right", ("G-A100", "SRT"): "right",
    ("51440002", "SCT"): "both", ("G-A102", "SRT"): "both",
}  # fmt: skip
Row = dict[str, str | None]


def sr_rows(data: bytes, path: str) -> list[Row]:
    """A row per measurement and per outline or point of a report.

    Columns: kind (measurement or region), instance (16 hex of the group's tracking UID, the same in
    every report that follows the thing; else its place in the report), finding, site, measurement
    (meanings of their codes) with finding_code, site_code and measurement_code, laterality (left,
    right, both or ""), value and unit (UCUM), shape (GraphicType), polygon ("" for what has no
    area), x and y (middle, or the point), x1 y1 x2 y2 (the box around it), SOPInstanceUID and frame
    (from 0; "" for all of the image). A measurement has the place of the outline it was inferred
    from, else of the group's only one.

    Raises:
        RejectedItem: corrupt ``not-dicom``; ``region-file`` for a report of another template.
    """
    from gmai_data.read.dicom import open_dicom, tags_of

    header = open_dicom(data, path, pixels=False)
    with tags_of(path):
        parts = [i for i in _items(header) if _concept(i) == _MEASUREMENTS]
        if str(header.get("Modality", "")) != "SR" or not parts:
            found = "not a report with Imaging Measurements (TID 1500)"
            raise RejectedItem("corrupt", "region-file", found, path)
        groups = [g for part in parts for g in _items(part) if _concept(g) == _GROUP]
        try:
            return [row for n, group in enumerate(groups, 1) for row in _group(group, n)]
        except (ValueError, IndexError, TypeError, AttributeError) as error:
            found = f"not the sr form: {type(error).__name__} {str(error)[:80]}"
            raise RejectedItem("corrupt", "region-file", found, path) from None


def _group(group: Any, number: int) -> Iterator[Row]:
    items = _items(group)
    tracked = [hash64("tracking", [str(i.UID)]) for i in items if _concept(i) == _TRACKING_UID]
    known: Row = {"instance": f"{tracked[0]:016x}" if tracked else str(number), **_what(items)}
    places = [place for i in items if i.ValueType == "SCOORD" for place in _places(i)]
    for place in places:
        yield {**known, **place, "kind": "region"}
    for item in items:
        if item.ValueType != "NUM":
            continue
        own = _what(_items(item))
        held = [p for i in _items(item) if i.ValueType == "SCOORD" for p in _places(i)] or places
        measured = (item.get("MeasuredValueSequence", None) or [None])[0]
        if measured is None:
            continue  # a number that could not be had
        unit = _code(measured.MeasurementUnitsCodeSequence[0])[0]
        yield {
            **known, **{name: text for name, text in own.items() if text},
            **(held[0] if len(held) == 1 else _nowhere(held)), "kind": "measurement",
            "measurement": _meaning(item.ConceptNameCodeSequence[0]),
            "measurement_code": _coded(item.ConceptNameCodeSequence[0]),
            "value": str(measured.NumericValue), "unit": "" if unit == "1" else unit,
        }  # fmt: skip


def _what(items: Sequence[Any]) -> Row:
    """What was found, where in the body and on which side."""
    found: Row = dict.fromkeys(("finding", "finding_code", "site", "site_code", "laterality"), "")
    for item in items:
        concept = _concept(item)
        if item.ValueType != "CODE" or (concept != _FINDING and concept not in _SITE):
            continue
        name = "finding" if concept == _FINDING else "site"
        value = item.ConceptCodeSequence[0]
        found[name], found[f"{name}_code"] = _meaning(value), _coded(value)
        for inner in _items(item):
            if _concept(inner) in _LATERALITY:
                found["laterality"] = _SIDES.get(_code(inner.ConceptCodeSequence[0]), "")
    return found


def _places(item: Any) -> Iterator[Row]:
    """An outline in the image it was drawn on; one row for each of several points."""
    numbers = [float(v) for v in item.GraphicData]
    if len(numbers) % 2 or not numbers or not all(math.isfinite(v) for v in numbers):
        raise ValueError(f"GraphicData of {len(numbers)} numbers")
    points: Ring = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    images = [i.ReferencedSOPSequence[0] for i in _items(item) if i.ValueType == "IMAGE"]
    if len(images) != 1:
        raise ValueError(f"an outline selected from {len(images)} images")
    frame = images[0].get("ReferencedFrameNumber", None)
    on = {"SOPInstanceUID": str(images[0].ReferencedSOPInstanceUID),
          "frame": "" if frame is None else str(int(frame) - 1)}  # fmt: skip
    shape = str(item.GraphicType)
    for drawn in [(p,) for p in points] if shape == "MULTIPOINT" else [points]:
        ring, closed = _ring(shape, drawn)
        xs, ys = [p[0] for p in ring], [p[1] for p in ring]
        x1, y1, x2, y2 = min(xs), min(ys), max(xs), max(ys)
        numbers_of = {"x": (x1 + x2) / 2, "y": (y1 + y2) / 2,
                      "x1": x1, "y1": y1, "x2": x2, "y2": y2}  # fmt: skip
        yield {
            **on, "shape": shape, "polygon": Region("", ((ring,),)).cell() if closed else "",
            **{name: f"{round(value, 6):.12g}" for name, value in numbers_of.items()},
        }  # fmt: skip


def _ring(shape: str, points: Ring) -> tuple[Ring, bool]:
    """The corners of a graphic and whether it holds an area; arcs as polygons."""
    if shape == "CIRCLE":  # middle, and a point on the line
        (x, y), edge = points
        radius = math.dist((x, y), edge)
        return ellipse_ring(x, y, radius, radius), True
    if shape == "ELLIPSE":  # ends of the major axis, then of the minor one
        (ax, ay), (bx, by), c, d = points
        turn = math.atan2(by - ay, bx - ax)
        radii = math.dist((ax, ay), (bx, by)) / 2, math.dist(c, d) / 2
        return ellipse_ring((ax + bx) / 2, (ay + by) / 2, *radii, turn), True
    if shape not in ("POLYLINE", "POINT", "MULTIPOINT"):
        raise ValueError("unknown GraphicType")
    closed = shape == "POLYLINE" and len(points) > 3 and points[0] == points[-1]
    return points[:-1] if closed else points, closed


def _nowhere(places: Sequence[Row]) -> Row:
    """Of several outlines only the image, where it is one."""
    images = {(p["SOPInstanceUID"], p["frame"]) for p in places}
    sop, frame = images.pop() if len(images) == 1 else ("", "")
    blank = dict.fromkeys(("shape", "polygon", "x", "y", "x1", "y1", "x2", "y2"), "")
    return {**blank, "SOPInstanceUID": sop, "frame": frame}


def _items(item: Any) -> Sequence[Any]:
    found: Sequence[Any] = item.get("ContentSequence", None) or ()
    return found


def _concept(item: Any) -> tuple[str, str]:
    names = item.get("ConceptNameCodeSequence", None)
    return _code(names[0]) if names else ("", "")


def _code(item: Any) -> tuple[str, str]:
    return str(item.get("CodeValue", "")), str(item.get("CodingSchemeDesignator", ""))


def _coded(item: Any) -> str:
    return ":".join(reversed(_code(item)))


def _meaning(item: Any) -> str:
    return str(item.get("CodeMeaning", "")).strip()
