"""Contours of an RTSTRUCT on the slices of their image, region by region.

PS3.3 C.8.8.6: only closed planar contours make masks. Contours of one region on one slice are
combined by exclusive or, which is right for the XOR type and for nested plain contours. A contour
belongs to the nearest slice within half a slice distance; the interpreted type is not trusted to
say what a region is, its name is.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from gmai_data.declare import Mask
from gmai_data.errors import RejectedItem
from gmai_data.grammar.names import UnknownLabelError, bind_name, find_key, name_keys
from gmai_data.read.dicom import numbers, open_dicom, text_of
from gmai_data.read.geometry import Grid
from gmai_data.read.masks import fill_polygons
from gmai_data.read.objects import Object3D, value_objects
from gmai_data.schema import Annotation

_CLOSED = ("CLOSED_PLANAR", "CLOSEDPLANAR_XOR", "CLOSED_PLANAR_XOR")


def rtstruct_objects(
    part: Mask, annotation: Annotation, grid: Grid, data: bytes, path: str
) -> list[Object3D]:
    """Objects of the regions that `names` keeps, on the grid of the image.

    Raises:
        RejectedItem: corrupt ``contour-grid`` (a contour off every slice, or across slices),
            ``unknown-label``, ``mask-grid`` for an image without a position.
    """
    header = open_dicom(data, path)
    if text_of(header, "Modality") != "RTSTRUCT":
        found = f"modality {text_of(header, 'Modality') or 'not given'}"
        raise RejectedItem("corrupt", "not-an-rtstruct", found, path)
    if not grid.trusted:
        raise RejectedItem("corrupt", "mask-grid", "the image's position is unknown", path)
    names = {
        int(item.ROINumber): text_of(item, "ROIName")
        for item in header.get("StructureSetROISequence", None) or ()
    }
    to_index = np.linalg.inv(grid.affine)
    objects: list[Object3D] = []
    for region in header.get("ROIContourSequence", None) or ():
        label = names.get(int(region.ReferencedROINumber), "")
        key = annotation.raw if part.names is None else find_key(part.names, label)
        if key is None:
            error = UnknownLabelError(label, name_keys(part.names))
            raise RejectedItem(error.kind, error.rule, f"region {error.value}", path)
        if part.names is not None and bind_name(part.names, key) is None:
            continue
        volume = np.zeros(grid.shape, dtype=bool)
        for index, polygons in contours(region, to_index, path).items():
            if 0 <= index < grid.shape[0]:
                volume[index] = fill_polygons(polygons, grid.shape[1], grid.shape[2])
        tagged = Annotation(
            part=annotation.part, kind="mask", raw=key, files=annotation.files,
            attrs=annotation.attrs, rater=annotation.rater, instance=annotation.instance,
        )  # fmt: skip
        single = Mask("", name=key or "region")
        objects += value_objects(single, tagged, volume.view(np.uint8), grid, path)
    return objects


def contours(region: Any, to_index: Any, path: str) -> dict[int, list[list[tuple[float, float]]]]:
    """Closed contours of a region by slice, as (x, y) with pixel (0, 0) covering 0..1."""
    found: dict[int, list[list[tuple[float, float]]]] = {}
    for contour in region.get("ContourSequence", None) or ():
        if text_of(contour, "ContourGeometricType") not in _CLOSED:
            continue
        count = int(contour.get("NumberOfContourPoints", 0) or 0)
        flat = numbers(contour.get("ContourData", None), 3 * count)
        if flat is None or count < 3:
            raise RejectedItem("corrupt", "contour-points", f"{count} points", path)
        points = np.array(flat).reshape(-1, 3)
        index = np.round(np.einsum("ij,nj->ni", to_index[:3, :3], points) + to_index[:3, 3], 6)
        depth = float(np.median(index[:, 0]))
        place = int(np.rint(depth))
        if abs(depth - place) > 0.5 or np.abs(index[:, 0] - depth).max() > 0.1:
            what = f"a contour lies at slice {depth:.2f} of the image, or across slices"
            raise RejectedItem("corrupt", "contour-grid", what, path)
        polygon = [(float(x) + 0.5, float(y) + 0.5) for y, x in index[:, 1:]]
        found.setdefault(place, []).append(polygon)
    return found
