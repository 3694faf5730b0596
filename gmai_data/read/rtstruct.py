"""Contours of an RTSTRUCT on the slices of their image, region by region.

PS3.3 C.8.8.6: only closed planar contours make masks. Contours of one region on one slice are
combined by exclusive or, which is right for the XOR type and for nested plain contours; keyholes
need nothing more, a channel of no width holds no pixel's centre. A contour belongs to the nearest
slice within half a slice distance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from gmai_data.declare import Mask
from gmai_data.errors import RejectedItem
from gmai_data.grammar.names import UnknownLabelError, bind_name, find_key, name_keys
from gmai_data.read.dicom import open_dicom
from gmai_data.read.dicom_facts import numbers, text_of
from gmai_data.read.geometry import Grid
from gmai_data.read.masks import fill_polygons
from gmai_data.read.objects import Object3D, empty_object, value_objects
from gmai_data.read.reference import (
    SLICE_MM,
    Drawn,
    Target,
    check_frame,
    reference_of,
    spanned,
    target_of_grid,
)
from gmai_data.schema import Annotation

_CLOSED: Final = ("CLOSED_PLANAR", "CLOSEDPLANAR_XOR", "CLOSED_PLANAR_XOR")
# RT ROI Interpreted Type (C.8.8.8) of what is no structure of the body: it needs no name
PLANNING: Final = frozenset(("EXTERNAL", "SUPPORT", "ISOCENTER", "MARKER", "BOLUS", "FIXATION",
                             "REGISTRATION", "DOSE_REGION", "DOSE_MEASUREMENT", "CONTROL",
                             "TREATED_VOLUME", "IRRAD_VOLUME", "BRACHY_CHANNEL",
                             "BRACHY_ACCESSORY", "BRACHY_SRC_APP", "BRACHY_CHNL_SHLD"))  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Contour:
    """One closed contour."""

    points: NDArray[np.float64]  # (n, 3), LPS mm
    image: str  # SOPInstanceUID of the one image it was drawn on, or ""


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """One region of interest: its closed contours, and what was left out by geometric type."""

    name: str
    kind: str  # RT ROI Interpreted Type
    contours: tuple[Contour, ...]
    skipped: tuple[tuple[str, int], ...]  # POINT, OPEN_PLANAR … and how many


def rtstruct_objects(
    part: Mask, annotation: Annotation, image: Grid | Target, data: bytes, path: str
) -> Drawn:
    """Objects of the regions that `names` keeps, on the slices of the image.

    Raises:
        RejectedItem: corrupt ``not-an-rtstruct``, ``contour-grid`` (a contour off every slice, or
            across slices), ``contour-points``, ``frame-of-reference``, ``unknown-label``,
            ``mask-grid`` for an image without a position.
    """
    header = open_dicom(data, path)
    if text_of(header, "Modality") != "RTSTRUCT":
        found = f"modality {text_of(header, 'Modality') or 'not given'}"
        raise RejectedItem("corrupt", "not-an-rtstruct", found, path)
    target = image if isinstance(image, Target) else target_of_grid(image)
    if not target.grid.trusted:
        raise RejectedItem("corrupt", "mask-grid", "the image's position is unknown", path)
    reference = reference_of(header)
    check_frame(reference, target, path)
    regions = list(regions_of(header, path))
    listed = reference.annotated(target)
    if listed is None and target.sops:
        every = [c.points.mean(axis=0) for region in regions for c in region.contours]
        listed = spanned(target, [float(np.round((p * target.normal).sum(), 6)) for p in every])
    objects: list[Object3D] = []
    skipped, worst = Counter[str](), 0.0
    for region in regions:
        key = annotation.raw if part.names is None else find_key(part.names, region.name)
        if key is None:
            if not region.contours or region.kind in PLANNING:
                continue
            error = UnknownLabelError(region.name, name_keys(part.names))
            raise RejectedItem(error.kind, error.rule, f"region {error.value}", path)
        unnamed = part.names is None and region.kind in PLANNING
        if unnamed or (part.names is not None and bind_name(part.names, key) is None):
            continue
        volume, drawn = region_mask(region, target, path)
        annotated = annotated_by(volume, drawn, listed)
        tagged = replace(annotation, raw=key, values=(), slice="")
        single = Mask("", name=key or "region")
        found_objects = value_objects(single, tagged, volume.view(np.uint8), target.grid, path)
        if not found_objects and (drawn or region.skipped):
            nowhere = np.zeros(target.grid.shape[0], dtype=bool)
            where = nowhere if annotated is None or not drawn else annotated
            found_objects = [empty_object(tagged, key, target.grid.shape, where)]
        objects += [replace(o, annotated=annotated) if drawn else o for o in found_objects]
        skipped.update(dict(region.skipped))
        worst = max(worst, *drawn.values()) if drawn else worst
    doubts = [f"contours: {n} of type {kind} make no mask" for kind, n in sorted(skipped.items())]
    if worst > SLICE_MM:
        doubts.append(f"contours: drawn up to {worst:.2f} mm off their slices")
    known = None if listed is None or listed.all() else listed
    return Drawn(objects, known, tuple(doubts))


def regions_of(header: Any, path: str) -> Iterator[Region]:
    """The regions of an RTSTRUCT with their closed contours.

    A first point that is repeated at the end counts once. Points and open contours make no mask
    and are counted.

    Raises:
        RejectedItem: corrupt ``contour-points``.
    """
    names = {
        int(item.ROINumber): text_of(item, "ROIName")
        for item in header.get("StructureSetROISequence", None) or ()
    }
    kinds = {
        int(item.get("ReferencedROINumber", -1) or -1): text_of(item, "RTROIInterpretedType")
        for item in header.get("RTROIObservationsSequence", None) or ()
    }
    for item in header.get("ROIContourSequence", None) or ():
        number = int(item.ReferencedROINumber)
        closed, skipped = [], Counter[str]()
        for contour in item.get("ContourSequence", None) or ():
            kind = text_of(contour, "ContourGeometricType").upper()
            count = int(contour.get("NumberOfContourPoints", 0) or 0)
            flat = numbers(contour.get("ContourData", None), 3 * count)
            if kind not in _CLOSED:
                skipped[kind or "no type"] += 1
                continue
            points = np.array(flat or ()).reshape(-1, 3)
            if len(points) > 1 and np.abs(points[0] - points[-1]).max() <= 1e-6:
                points = points[:-1]
            if flat is None or count < 1:
                raise RejectedItem("corrupt", "contour-points", f"{count} points", path)
            if len(points) < 3:
                skipped[f"{kind} of {len(points)} points"] += 1
                continue
            images: Any = contour.get("ContourImageSequence", None) or ()
            uid = text_of(images[0], "ReferencedSOPInstanceUID") if len(images) == 1 else ""
            closed.append(Contour(points, uid))
        yield Region(names.get(number, ""), kinds.get(number, "").upper(), tuple(closed),
                     tuple(sorted(skipped.items())))  # fmt: skip


def region_mask(
    region: Region, target: Target, path: str
) -> tuple[NDArray[np.bool_], dict[int, float]]:
    """The voxels of a region, and the slices it is drawn on with how far off they are, mm.

    Where contours of two planes are nearest to one slice (drawn on a finer series), the plane
    that is nearer to it counts: together they would cancel out.

    Raises:
        RejectedItem: corrupt ``contour-grid``.
    """
    placed: dict[int, list[tuple[float, list[tuple[float, float]]]]] = {}
    for contour in region.contours:
        index, off, polygon = placed_on(contour, target, path)
        placed.setdefault(index, []).append((off, polygon))
    volume = np.zeros(target.grid.shape, dtype=bool)
    drawn = {}
    for index, found in placed.items():
        drawn[index] = min(off for off, _ in found)
        polygons = [polygon for off, polygon in found if abs(off - drawn[index]) <= 0.01]
        volume[index] = fill_polygons(polygons, volume.shape[1], volume.shape[2])
    return volume, drawn


def placed_on(
    contour: Contour, target: Target, path: str
) -> tuple[int, float, list[tuple[float, float]]]:
    """The slice of a contour, how far off it lies (mm), and its points as (x, y) in pixels.

    Pixel (0, 0) covers 0..1.
    """
    depths = np.round((contour.points * target.normal).sum(axis=1), 6)
    depth = float(np.median(depths))
    index, off, half = target.nearest(depth)
    limit = max(half, SLICE_MM)
    if contour.image in target.sops and target.sops.count(contour.image) == 1:
        own = target.sops.index(contour.image)
        gap = abs(float(target.depths()[own]) - depth)
        if gap <= limit + 1e-6:
            index, off = own, gap
    if off > limit + 1e-6 or float(np.abs(depths - depth).max()) > max(0.1 * limit * 2, SLICE_MM):
        what = (
            f"a contour lies {off:.2f} mm from slice {index + 1} of {len(target.positions)} or "
            f"across slices; half the slice distance is {half:.2f} mm"
        )
        raise RejectedItem("corrupt", "contour-grid", what, path)
    down, across = target.grid.affine[:3, 1], target.grid.affine[:3, 2]
    offset = contour.points - target.positions[index]
    x = np.round((offset * across).sum(axis=1) / (across * across).sum(), 6)
    y = np.round((offset * down).sum(axis=1) / (down * down).sum(), 6)
    return index, off, [(float(a) + 0.5, float(b) + 0.5) for a, b in zip(x, y, strict=True)]


def annotated_by(
    volume: NDArray[np.bool_], drawn: dict[int, float], listed: NDArray[np.bool_] | None
) -> NDArray[np.bool_] | None:
    """The slices on which a region is known: absent only outside the span of its contours.

    Planners draw every second or third slice: what lies between two contours was not annotated.
    Nor does a contour too small to hold a pixel's centre say that the region is absent.
    """
    known = np.ones(volume.shape[0], dtype=bool) if listed is None else listed.copy()
    if not drawn:
        return np.zeros_like(known)
    for index in range(min(drawn), max(drawn) + 1):
        known[index] = bool(volume[index].any())
    return None if known.all() else known
