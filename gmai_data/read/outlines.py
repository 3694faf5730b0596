"""Outlines and run lengths of label files and cells to masks and boxes of one picture.

A region is the union of its polygons; within a polygon the rings after the first are holes. Pixels
belong to it whose centre lies inside (see `masks.fill_polygons`). ``Place`` says where a picture
lies in the pixels that regions are drawn in: all of it for a photograph, a window of a slide for a
tile.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from gmai_data.declare import Boxes, Mask
from gmai_data.errors import RejectedItem
from gmai_data.grammar.dialects import Polygon, Region, regions_of
from gmai_data.grammar.names import bind_name, find_key, items, key_text
from gmai_data.read.inputs import Inputs
from gmai_data.read.masks import Bits, fill_polygons
from gmai_data.read.values import polygons_of
from gmai_data.schema import Annotation, Box


@dataclass(frozen=True, slots=True)
class Place:
    """A picture within the pixels that regions are drawn in."""

    x: float = 0.0  # of its left edge, in pixels of the drawing
    y: float = 0.0
    scale_x: float = 1.0  # pixels of the picture for one of the drawing
    scale_y: float = 1.0

    def moved(self, polygon: Polygon) -> Polygon:
        """A polygon in pixels of the picture."""
        return tuple(
            tuple(((x - self.x) * self.scale_x, (y - self.y) * self.scale_y) for x, y in ring)
            for ring in polygon
        )


def fill(polygons: Sequence[Polygon], height: int, width: int) -> Bits:
    """Pixels inside any of the polygons; the rings of one combine by the even-odd rule."""
    mask = np.zeros((height, width), dtype=bool)
    for polygon in polygons:
        mask |= fill_polygons(polygon, height, width)
    return mask


def cell_mask(part: Mask, text: str, drawn_for: tuple[int, int], size: tuple[int, int]) -> Bits:
    """The mask of a ``polygon=`` cell on a picture of ``size`` (height, width).

    ``drawn_for`` is the size that the numbers are for. The cell is what ``part.form`` says: COCO
    polygons (united) or run lengths, a VIA shape, a ``{"polygons": …}`` of ``Table(form=…)``, or
    lists of points, which combine by the even-odd rule.

    Raises:
        RejectedItem: corrupt ``polygon``, ``rle``, ``mask-size``.
    """
    value = _object(text)
    if isinstance(value, Mapping) and "counts" in value:
        return coco_mask(value, size)
    place = Place(scale_x=size[1] / drawn_for[1], scale_y=size[0] / drawn_for[0])
    return fill([place.moved(p) for p in cell_polygons(part, text)], *size)


def cell_polygons(part: Mask, text: str) -> tuple[Polygon, ...]:
    """The polygons of a ``polygon=`` cell.

    Raises:
        RejectedItem: corrupt ``polygon``.
    """
    value = _object(text)
    if isinstance(value, Mapping) and "polygons" in value:
        return _pairs(value["polygons"])
    if isinstance(value, Mapping) and "name" in value:
        from gmai_data.grammar.dialects import via_polygons

        try:
            return tuple(via_polygons(value))
        except (KeyError, TypeError, ValueError):
            raise RejectedItem("corrupt", "polygon", text[:80]) from None
    if part.form == "coco":
        return tuple((tuple(ring),) for ring in polygons_of(text))
    return (tuple(tuple(ring) for ring in polygons_of(text)),)


def _object(text: str) -> Any:
    if not text.lstrip().startswith("{"):
        return None
    from gmai_data.grammar.records import literal

    return literal(text)


def _pairs(value: Any) -> tuple[Polygon, ...]:
    try:
        return tuple(
            tuple(tuple((float(x), float(y)) for x, y in ring) for ring in polygon)
            for polygon in value
        )
    except (TypeError, ValueError):
        raise RejectedItem("corrupt", "polygon", str(value)[:80]) from None


def coco_mask(value: Mapping[str, Any], size: tuple[int, int]) -> Bits:
    """The mask of a COCO ``{"size": [height, width], "counts": …}``.

    Counts are run lengths down the columns, starting with background: a list of numbers, or the
    text that pycocotools writes (``rleToString`` in its ``maskApi.c``).

    Raises:
        RejectedItem: corrupt ``rle``, ``mask-size``.
    """
    try:
        height, width = (int(n) for n in value["size"])
        counts = value["counts"]
        if isinstance(counts, str):
            counts = coco_counts(counts)
        runs = np.array([int(n) for n in counts], dtype=np.int64)
    except (KeyError, TypeError, ValueError, IndexError, OverflowError) as error:
        raise RejectedItem("corrupt", "rle", f"not COCO run lengths: {error}") from None
    if (height, width) != size:
        found = f"run lengths are for {width} x {height}, image {size[1]} x {size[0]}"
        raise RejectedItem("corrupt", "mask-size", found)
    if (runs < 0).any() or int(runs.sum()) != height * width:
        found = f"run lengths add up to {int(runs.sum())}, the picture is {width} x {height}"
        raise RejectedItem("corrupt", "rle", found)
    flat = np.repeat(np.arange(runs.size) % 2 == 1, runs)
    return np.ascontiguousarray(flat.reshape(width, height).T)


def coco_counts(text: str) -> list[int]:
    """Run lengths of the compressed COCO text: base 32 digits, from the third on differences."""
    counts: list[int] = []
    at = 0
    while at < len(text):
        value, shift, more = 0, 0, True
        while more:
            digit = ord(text[at]) - 48
            if not 0 <= digit < 64 or shift > 60:
                raise ValueError(f"character {text[at]!r}")
            value |= (digit & 31) << shift
            more = bool(digit & 32)
            at, shift = at + 1, shift + 5
        if digit & 16:
            value -= 1 << shift
        counts.append(value + counts[-2] if len(counts) > 2 else value)
    return counts


def file_regions(part: Mask | Boxes, annotation: Annotation, inputs: Inputs) -> list[Region]:
    """The regions in the files of one annotation that the part names.

    Regions of the class ``background=`` are cut out of the others (the holes of CAMELYON16).

    Raises:
        RejectedItem: corrupt ``region-file``, ``unknown-label``, ``region-shape`` for a point or
            a line of a class that is declared to have an area.
    """
    kept: list[Region] = []
    holes: list[Polygon] = []
    cut = str(part.background) if isinstance(part, Mask) else None
    for path in annotation.files:
        for region in regions_of(str(part.form), inputs.data(path), path):
            if annotation.raw:  # the file's name says the class
                region = replace(region, raw=annotation.raw)
            if cut not in (None, "0") and region.raw == cut:
                holes += region.polygons
                continue
            if part.name is None:
                try:
                    term = bind_name(part.names, region.raw)
                except RejectedItem as error:
                    raise RejectedItem(error.kind, error.rule, error.value, path) from None
                if term is None:
                    continue
            if not region.polygons:
                found = f"a {region.shape} of '{region.raw}' has no area"
                raise RejectedItem("corrupt", "region-shape", found, path)
            kept.append(region)
    return [replace(region, holes=tuple(holes)) for region in kept]


def region_marks(
    part: Mask,
    annotation: Annotation,
    regions: Sequence[Region],
    place: Place,
    size: tuple[int, int],
) -> Iterator[tuple[str, str, Bits]]:
    """Raw class, object and mask of regions on a picture of ``size`` (height, width).

    One for each region with ``instances=True``, else one for each class: its regions united.
    Named classes that no region has come with an empty mask.
    """
    united: dict[str, Bits] = {}
    for number, region in enumerate(regions, 1):
        mask = region_mask(region, place, size)
        if part.instances is True:
            if mask.any():
                yield region.raw, region.instance or str(number), mask
            united.setdefault(region.raw, mask)
        elif region.raw in united:
            united[region.raw] |= mask
        else:
            united[region.raw] = mask
    if part.instances is not True:
        for raw, mask in sorted(united.items()):
            yield raw, annotation.instance, mask
    if part.name is not None:
        absent = [] if united else [annotation.raw]
    else:
        there = {find_key(part.names, raw) for raw in united}
        keys = [key_text(key) for key, term in items(part.names) if term is not None]
        absent = [key for key in keys if key not in there]
    for raw in absent:
        yield raw, "", np.zeros(size, dtype=bool)


def region_mask(region: Region, place: Place, size: tuple[int, int]) -> Bits:
    """The pixels of a region on a picture of ``size`` (height, width)."""
    mask = fill([place.moved(p) for p in region.polygons], *size)
    if region.holes and mask.any():
        mask &= ~fill([place.moved(p) for p in region.holes], *size)
    return mask


def region_box(region: Region, place: Place) -> Box:
    """The box around a region, in pixels of the picture, not clipped."""
    points = [p for polygon in region.polygons for ring in place.moved(polygon) for p in ring]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)
