"""LIDC-IDRI reading sessions (``LidcReadMessage`` XML) as rows: an outline per nodule and slice.

Up to four readers outlined each nodule of 3 mm or more. The pixels of an outline (``edgeMap``, in
columns and rows of the slice that ``imageSOP_UID`` names) are the first ones *outside* the nodule,
and an outline with ``inclusion`` FALSE cuts a hole. The mask of a slice is therefore what lies
strictly inside the TRUE outlines less what lies strictly inside the FALSE ones, which is what
pylidc 0.2.3 does (``Annotation.boolean_mask``).

Armato et al., Medical Physics 38 (2011) 915, and the XML description on the collection's page.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, Final

from gmai_data.errors import RejectedItem
from gmai_data.grammar.dialects import Region, pixel_polygons

RATINGS: Final = ("subtlety", "internalStructure", "calcification", "sphericity", "margin",
                  "lobulation", "spiculation", "texture", "malignancy")  # fmt: skip
MAX_SIDE: Final = 4096  # of an outline; a CT slice has 512
Point = tuple[int, int]


def lidc_rows(data: bytes, path: str) -> list[dict[str, str | None]]:
    """A row per nodule, reader and slice, and one per small nodule and non-nodule.

    Columns: kind (nodule, small nodule or non-nodule), polygon (pixels inside, "" where there
    is no outline), x and y (middle of the outline, in pixels), z (mm, as the file says),
    SOPInstanceUID, SeriesInstanceUID, StudyInstanceUID, reader (1 to 4), instance (the reader's
    own number of the nodule), and the nine ratings.

    Raises:
        RejectedItem: corrupt ``broken-xml``, ``region-file``.
    """
    from gmai_data.grammar.records import parse_xml

    root = parse_xml(data, path)
    try:
        return list(_rows(root))
    except (KeyError, ValueError, AttributeError, TypeError) as error:
        found = f"not a LIDC reading: {type(error).__name__} {str(error)[:80]}"
        raise RejectedItem("corrupt", "region-file", found, path) from None


def _rows(root: Any) -> Iterator[dict[str, str | None]]:
    if _tag(root) != "LidcReadMessage":
        raise ValueError(f"the document is a {_tag(root)}")
    header = _child(root, "ResponseHeader")
    known: dict[str, str | None] = {
        "SeriesInstanceUID": _text(header, "SeriesInstanceUid"),
        "StudyInstanceUID": _text(header, "StudyInstanceUID"),
    }
    for number, session in enumerate(_children(root, "readingSession"), 1):
        for nodule in _children(session, "unblindedReadNodule"):
            yield from _nodule(nodule, {**known, "reader": str(number)})
        for other in _children(session, "nonNodule"):
            found = {**known, "reader": str(number), "kind": "non-nodule", "polygon": ""}
            point = _child(other, "locus")
            yield _placed(found, other, [_point(point)], _text(other, "nonNoduleID"))


def _nodule(nodule: Any, known: dict[str, str | None]) -> Iterator[dict[str, str | None]]:
    name = _text(nodule, "noduleID")
    rated = _child(nodule, "characteristics")
    ratings = {} if rated is None else {key: _text(rated, key) for key in RATINGS}
    slices: dict[str, list[Any]] = {}
    for roi in _children(nodule, "roi"):
        slices.setdefault(_text(roi, "imageSOP_UID"), []).append(roi)
    for rois in slices.values():
        drawn = [(_text(r, "inclusion").upper() != "FALSE", _outline(r)) for r in rois]
        large = rated is not None and bool(ratings.get("malignancy"))
        large = large or any(len(points) > 1 for _, points in drawn)
        inside = _inside([p for keep, p in drawn if keep], [p for keep, p in drawn if not keep])
        polygons = pixel_polygons(*inside) if large else ()
        row = {
            **known, **ratings, "kind": "nodule" if large else "small nodule",
            "polygon": Region("", polygons).cell() if polygons else "",
        }  # fmt: skip
        yield _placed(row, rois[0], [p for _, points in drawn for p in points], name)


def _placed(
    row: dict[str, str | None], place: Any, points: Sequence[Point], name: str
) -> dict[str, str | None]:
    across, down = [p[0] for p in points], [p[1] for p in points]
    return {
        **row, "instance": name, "SOPInstanceUID": _text(place, "imageSOP_UID"),
        "z": _text(place, "imageZposition"),
        "x": f"{(min(across) + max(across)) / 2 + 0.5:g}",
        "y": f"{(min(down) + max(down)) / 2 + 0.5:g}",
    }  # fmt: skip


def _inside(added: Sequence[Sequence[Point]], cut: Sequence[Sequence[Point]]) -> Any:
    """Pixels strictly inside outlines, as a mask with its left and upper pixel."""
    import numpy as np

    points = [p for outline in added for p in outline]
    if not points:
        return np.zeros((0, 0), bool), 0, 0
    left, top = min(p[0] for p in points), min(p[1] for p in points)
    width = max(p[0] for p in points) - left + 1
    height = max(p[1] for p in points) - top + 1
    if max(width, height) > MAX_SIDE:
        raise ValueError(f"an outline of {width} x {height} pixels")
    mask = np.zeros((height, width), bool)
    for outline in added:
        mask |= _filled(outline, left, top, (height, width))
    for outline in cut:
        mask &= ~_filled(outline, left, top, (height, width))
    return mask, left, top


def _filled(outline: Sequence[Point], left: int, top: int, shape: tuple[int, int]) -> Any:
    """Pixels whose centre is strictly inside the line through the centres of the outline's."""
    from gmai_data.read.masks import fill_polygons

    moved = [(x - left, y - top) for x, y in outline]
    mask = fill_polygons([[(x + 0.5, y + 0.5) for x, y in moved]], *shape)
    for (x1, y1), (x2, y2) in zip(moved, (*moved[1:], moved[0]), strict=True):
        steps = max(1, math.gcd(x2 - x1, y2 - y1))
        for n in range(steps + 1):
            x, y = x1 + (x2 - x1) // steps * n, y1 + (y2 - y1) // steps * n
            if 0 <= y < shape[0] and 0 <= x < shape[1]:
                mask[y, x] = False
    return mask


def _outline(roi: Any) -> list[Point]:
    return [_point(edge) for edge in _children(roi, "edgeMap")]


def _point(edge: Any) -> Point:
    return int(_text(edge, "xCoord")), int(_text(edge, "yCoord"))


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _children(element: Any, name: str) -> list[Any]:
    return [child for child in element if _tag(child) == name]


def _child(element: Any, name: str) -> Any:
    return next(iter(_children(element, name)), None)


def _text(element: Any, name: str) -> str:
    child = None if element is None else _child(element, name)
    return "" if child is None else (child.text or "").strip()
