"""Outlines as annotation programs write them: a file to regions with a class.

Every dialect measures from the top left corner of the picture, so that pixel (0, 0) covers 0 to 1
and a square drawn from 2 to 5 holds pixels 2, 3 and 4. LIDC alone counts pixels: its outlines are
turned into the pixels they enclose (`lidc.py`).

Sources: labelme ``LabelFile``; QuPath 0.5 "Exporting annotations" (RFC 7946 geometries); ASAP
``AnnotationList``; Aperio ImageScope XML; the Supervisely annotation format; VGG Image Annotator 2
project files; the COCO "data format" page.
"""

from __future__ import annotations

import base64
import json
import math
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gmai_data.errors import RejectedItem
from gmai_data.schema import Pairs

Ring = tuple[tuple[float, float], ...]
Polygon = tuple[Ring, ...]  # the outline, then its holes

MAX_PIECE_BYTES: Final = 1 << 28  # of a bitmap inside an annotation file
_CORNERS: Final = 180  # of a circle drawn as a polygon: its area is right to 0.02 %


@dataclass(frozen=True, slots=True)
class Region:
    """Something outlined in a file: the union of its polygons.

    ``polygons`` is empty for a point or a line, which have no area.
    """

    raw: str  # the class, as the file writes it
    polygons: tuple[Polygon, ...]
    shape: str = "polygon"  # what the file calls it, for messages
    instance: str = ""
    image: str = ""  # name of the picture, where one file holds those of many
    attrs: Pairs = ()
    holes: tuple[Polygon, ...] = ()  # cut out of all polygons

    def cell(self) -> str:
        """The outline as the text of a table's cell."""
        return json.dumps({"polygons": self.polygons}, separators=(",", ":"))


def regions_of(form: str, data: bytes, path: str) -> list[Region]:
    """The regions of one file.

    Raises:
        RejectedItem: corrupt ``region-file`` where it is not what ``form`` says, ``broken-json``,
            ``broken-xml``.
    """
    try:
        return list(_PARSERS[form](data, path))
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        found = f"not the {form} form: {type(error).__name__} {str(error)[:80]}"
        raise RejectedItem("corrupt", "region-file", found, path) from None


def rows_of_file(form: str, data: bytes, path: str) -> list[dict[str, str | None]]:
    """The regions of one file as rows: polygon, class, instance, image, and facts of each.

    Raises:
        RejectedItem: as :func:`regions_of`.
    """
    return [
        {
            **dict(region.attrs), "polygon": region.cell() if region.polygons else "",
            "class": region.raw, "instance": region.instance, "image": region.image,
            "shape": region.shape,
        }
        for region in regions_of(form, data, path)
    ]  # fmt: skip


def _json(data: bytes, path: str) -> Any:
    from gmai_data.grammar.records import parse_json

    return parse_json(data, path)


def _xml(data: bytes, path: str) -> Any:
    from gmai_data.grammar.records import parse_xml

    return parse_xml(data, path)


def _ring(points: Sequence[Any]) -> Ring:
    ring = tuple((float(p[0]), float(p[1])) for p in points)
    if not all(math.isfinite(x) and math.isfinite(y) for x, y in ring):
        raise ValueError("a point is not a number")
    return ring


def _rectangle(x1: float, y1: float, x2: float, y2: float) -> Ring:
    return _ring([(x1, y1), (x2, y1), (x2, y2), (x1, y2)])


def ellipse_ring(x: float, y: float, rx: float, ry: float, turn: float = 0.0) -> Ring:
    """An ellipse as a polygon, turned by an angle in radians."""
    points = []
    for n in range(_CORNERS):
        angle = 2 * math.pi * n / _CORNERS
        dx, dy = rx * math.cos(angle), ry * math.sin(angle)
        points.append((
            round(x + dx * math.cos(turn) - dy * math.sin(turn), 6),
            round(y + dx * math.sin(turn) + dy * math.cos(turn), 6),
        ))  # fmt: skip
    return _ring(points)


def pixel_polygons(mask: Any, x: int, y: int) -> tuple[Polygon, ...]:
    """The pixels of a small mask (rows, columns) at (x, y), as a rectangle for each run."""
    import numpy as np

    found = []
    for row, line in enumerate(np.asarray(mask, dtype=bool)):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], line.astype(np.int8), [0]))))
        for start, end in zip(edges[0::2].tolist(), edges[1::2].tolist(), strict=True):
            found.append((_rectangle(x + start, y + row, x + end, y + row + 1),))
    return tuple(found)


def _bitmap(packed: bytes, corner: Sequence[float], path: str) -> tuple[Polygon, ...]:
    import numpy as np

    from gmai_data.read.image import raw_pixels

    pixels = raw_pixels(packed, path)
    if pixels.ndim == 3:
        pixels = pixels[..., -1]  # the alpha of an RGBA piece
    return pixel_polygons(np.asarray(pixels) > 0, round(corner[0]), round(corner[1]))


def _labelme(data: bytes, path: str) -> Iterator[Region]:
    document = _json(data, path)
    for shape in document["shapes"]:
        kind = shape.get("shape_type") or "polygon"
        points = shape["points"]
        polygons: tuple[Polygon, ...] = ()
        if kind == "polygon" and len(points) >= 3:
            polygons = ((_ring(points),),)
        elif kind == "rectangle":
            (x1, y1), (x2, y2) = points[0], points[-1 if len(points) == 2 else 2]
            polygons = ((_rectangle(x1, y1, x2, y2),),)
        elif kind == "circle":
            (x, y), (edge_x, edge_y) = points
            radius = math.hypot(edge_x - x, edge_y - y)
            polygons = ((ellipse_ring(x, y, radius, radius),),)
        elif kind == "mask":
            packed = base64.b64decode(shape["mask"], validate=True)
            polygons = _bitmap(packed, points[0], path)
        group = shape.get("group_id")
        instance = "" if group is None else str(group)
        yield Region(str(shape["label"]), polygons, kind, instance)


def _geojson(data: bytes, path: str) -> Iterator[Region]:
    document = _json(data, path)
    features = document if isinstance(document, list) else document.get("features", [document])
    for feature in features:
        known = feature.get("properties") or {}
        given = known.get("classification")
        raw = given.get("name") if isinstance(given, Mapping) else given
        raw = raw or known.get("class") or known.get("label") or known.get("name") or ""
        geometry = feature["geometry"]
        polygons = tuple(_geometry(geometry))
        yield Region(str(raw), polygons, str(geometry["type"]), str(feature.get("id", "")))


def _geometry(geometry: Mapping[str, Any]) -> Iterator[Polygon]:
    kind = geometry["type"]
    if kind == "Polygon":
        yield tuple(_ring(ring) for ring in geometry["coordinates"])
    elif kind == "MultiPolygon":
        for polygon in geometry["coordinates"]:
            yield tuple(_ring(ring) for ring in polygon)
    elif kind == "GeometryCollection":
        for inner in geometry["geometries"]:
            yield from _geometry(inner)


def _asap(data: bytes, path: str) -> Iterator[Region]:
    for thing in _xml(data, path).iter("Annotation"):
        places = sorted(thing.iter("Coordinate"), key=lambda c: int(float(c.get("Order", 0))))
        ring = _ring([(c.get("X"), c.get("Y")) for c in places])
        kind = thing.get("Type", "Polygon")
        drawn = kind in ("Polygon", "Spline", "Rectangle") and len(ring) >= 3
        yield Region(
            thing.get("PartOfGroup", ""), ((ring,),) if drawn else (), kind, thing.get("Name", "")
        )  # fmt: skip


def _imagescope(data: bytes, path: str) -> Iterator[Region]:
    for layer in _xml(data, path).iter("Annotation"):
        names = [layer.get("Name"), *(a.get("Name") for a in layer.iter("Attribute"))]
        raw = next((n for n in names if n), layer.get("Id", ""))
        drawn: list[tuple[Ring, str, str]] = []
        holes: list[tuple[Ring, str, str]] = []
        for region in layer.iter("Region"):
            ring = _ring([(v.get("X"), v.get("Y")) for v in region.iter("Vertex")])
            kind = region.get("Type", "0")
            if kind in ("1", "2") and len(ring) in (2, 4):
                xs, ys = [x for x, _ in ring], [y for _, y in ring]
                x1, y1, x2, y2 = min(xs), min(ys), max(xs), max(ys)
                round_ = ellipse_ring((x1 + x2) / 2, (y1 + y2) / 2, (x2 - x1) / 2, (y2 - y1) / 2)
                ring = round_ if kind == "2" else _rectangle(x1, y1, x2, y2)
            negative = region.get("NegativeROA") == "1"
            (holes if negative else drawn).append((ring, region.get("Id", ""), kind))
        inner = tuple(ring for ring, _, _ in holes if len(ring) >= 3)
        for ring, number, kind in drawn:
            own = tuple(hole for hole in inner if _within(hole, ring))
            area = kind != "5" and len(ring) >= 3  # 5 is an arrow, 4 a ruler of two points
            yield Region(str(raw), ((ring, *own),) if area else (), kind, str(number))


def _within(inner: Ring, outer: Ring) -> bool:
    """Whether a hole begins inside an outline, by the even-odd rule."""
    x, y = inner[0]
    inside = False
    for (x1, y1), (x2, y2) in zip(outer, (*outer[1:], outer[0]), strict=True):
        if (y1 <= y) != (y2 <= y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside


def _supervisely(data: bytes, path: str) -> Iterator[Region]:
    for thing in _json(data, path)["objects"]:
        kind = str(thing.get("geometryType", "polygon"))
        polygons: tuple[Polygon, ...] = ()
        points = thing.get("points") or {}
        if kind == "polygon":
            rings = [_ring(points["exterior"]), *map(_ring, points.get("interior", ()))]
            polygons = (tuple(rings),)
        elif kind == "rectangle":
            (x1, y1), (x2, y2) = points["exterior"]
            polygons = ((_rectangle(x1, y1, x2, y2),),)
        elif kind == "bitmap":
            packed = _inflated(base64.b64decode(thing["bitmap"]["data"]), path)
            polygons = _bitmap(packed, thing["bitmap"]["origin"], path)
        yield Region(str(thing["classTitle"]), polygons, kind, str(thing.get("id", "")))


def _inflated(packed: bytes, path: str) -> bytes:
    machine = zlib.decompressobj()
    try:
        data = machine.decompress(packed, MAX_PIECE_BYTES)
    except zlib.error as error:
        raise RejectedItem("corrupt", "region-file", f"bitmap: {error}", path) from None
    if machine.unconsumed_tail:
        raise RejectedItem("policy", "image-too-large", "a bitmap inside the file", path)
    return data


def _lines(data: bytes, path: str) -> Iterator[Region]:
    from gmai_data.grammar.tables import text_of

    points = []
    for number, line in enumerate(text_of(data).splitlines(), 1):
        words = line.replace(",", " ").replace(";", " ").split()
        if not words:
            continue
        if len(words) != 2:
            found = f"line {number} has {len(words)} numbers, a point has 2"
            raise RejectedItem("corrupt", "region-file", found, path)
        points.append(words)
    if points:
        ring = _ring(points)
        yield Region("", ((ring,),) if len(ring) >= 3 else (), "line")


def _via(data: bytes, path: str) -> Iterator[Region]:
    document = _json(data, path)
    images = document.get("_via_img_metadata", document)
    for key, image in images.items():
        if not isinstance(image, Mapping) or "regions" not in image:
            raise ValueError(f"{key} has no regions")
        regions = image["regions"]
        for region in regions.values() if isinstance(regions, Mapping) else regions:
            shape, known = region["shape_attributes"], region.get("region_attributes") or {}
            attrs = tuple((str(k), _flat(v)) for k, v in known.items())
            raw = next(iter(attrs), ("", ""))[1]
            yield Region(
                raw, tuple(via_polygons(shape)), str(shape["name"]), "", str(image["filename"]),
                attrs,
            )  # fmt: skip


def _flat(value: Any) -> str:
    """An attribute: text, or the names of the boxes that are ticked."""
    if isinstance(value, Mapping):
        return "|".join(str(k) for k, ticked in value.items() if ticked)
    return str(value).strip()


def via_polygons(shape: Mapping[str, Any]) -> Iterator[Polygon]:
    """The outline of a ``shape_attributes``; none for a point or a line."""
    kind = shape["name"]
    if kind in ("polygon", "polyline"):
        points = list(zip(shape["all_points_x"], shape["all_points_y"], strict=True))
        closed = kind == "polygon" or points[0] == points[-1]
        if closed and len(points) >= 3:
            yield (_ring(points),)
    elif kind == "rect":
        x, y = shape["x"], shape["y"]
        yield (_rectangle(x, y, x + shape["width"], y + shape["height"]),)
    elif kind == "circle":
        yield (ellipse_ring(shape["cx"], shape["cy"], shape["r"], shape["r"]),)
    elif kind == "ellipse":
        turn = float(shape.get("theta", 0.0))
        yield (ellipse_ring(shape["cx"], shape["cy"], shape["rx"], shape["ry"], turn),)


def coco_rows(data: bytes, path: str) -> list[dict[str, str | None]]:
    """The annotations of a COCO file: file_name, class, segmentation, x, y, w, h, instance.

    Raises:
        RejectedItem: corrupt ``region-file``, ``broken-json``.
    """
    document = _json(data, path)
    try:
        images = {str(i["id"]): i for i in document["images"]}
        classes = {str(c["id"]): str(c["name"]) for c in document["categories"]}
        rows: list[dict[str, str | None]] = []
        for thing in document["annotations"]:
            image = images[str(thing["image_id"])]
            box = thing.get("bbox") or [None] * 4
            cell = thing.get("segmentation")
            rows.append({
                "file_name": str(image["file_name"]), "image_id": str(thing["image_id"]),
                "class": classes[str(thing["category_id"])], "instance": str(thing["id"]),
                "category_id": str(thing["category_id"]), "iscrowd": str(thing.get("iscrowd", 0)),
                "segmentation": json.dumps(cell) if cell else "",
                "width": str(image.get("width", "")), "height": str(image.get("height", "")),
                **{k: None if v is None else repr(v) for k, v in zip("xywh", box, strict=True)},
            })  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        found = f"not the coco form: {type(error).__name__} {str(error)[:80]}"
        raise RejectedItem("corrupt", "region-file", found, path) from None
    return rows


def _lidc_rows(data: bytes, path: str) -> list[dict[str, str | None]]:
    from gmai_data.grammar.lidc import lidc_rows

    return lidc_rows(data, path)


_PARSERS: Final[Mapping[str, Callable[[bytes, str], Iterator[Region]]]] = {
    "labelme": _labelme, "geojson": _geojson, "asap": _asap, "imagescope": _imagescope,
    "supervisely": _supervisely, "xy-lines": _lines, "via": _via,
}  # fmt: skip
# One file for each picture: a form of Mask and Boxes. Those of many pictures are tables.
FILE_FORMS: Final = tuple(name for name in _PARSERS if name != "via")
TABLE_FORMS: Final = (*_PARSERS, "coco", "lidc", "sr")


def table_rows(form: str, data: bytes, path: str) -> list[dict[str, str | None]]:
    """The rows of ``Table(…, form=…)``.

    Raises:
        RejectedItem: what is wrong with the file.
    """
    if form == "coco":
        return coco_rows(data, path)
    if form == "lidc":
        return _lidc_rows(data, path)
    if form == "sr":
        from gmai_data.grammar.sr import sr_rows

        return sr_rows(data, path)
    return rows_of_file(form, data, path)
