"""Boxes in a file beside each picture: Pascal VOC (XML), YOLO (text), or around its outlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from gmai_data.declare import Boxes
from gmai_data.errors import RejectedItem
from gmai_data.grammar.dialects import FILE_FORMS
from gmai_data.grammar.names import bind_name
from gmai_data.read.inputs import Inputs
from gmai_data.read.outlines import Place, file_regions, region_box
from gmai_data.schema import Annotation, Pairs

ASPECT = 0.01  # a declared size whose shape differs by more is not that of this picture


def boxes_of_files(
    part: Boxes, annotation: Annotation, size: tuple[int, int], inputs: Inputs
) -> Iterator[Annotation]:
    """An annotation with coordinates for every box in the files of one; ignored names left out.

    ``size`` is (height, width) of the picture. VOC boxes are scaled to it where the file says
    what size it was drawn for; YOLO boxes are shares of it.

    Raises:
        RejectedItem: corrupt ``box-file``, ``box-size``, ``unknown-label``, ``region-file``.
    """
    if part.form in FILE_FORMS:
        for number, region in enumerate(file_regions(part, annotation, inputs), 1):
            corners = zip(("x1", "y1", "x2", "y2"), region_box(region, Place()), strict=True)
            yield replace(
                annotation, raw=region.raw, instance=region.instance or str(number), files=(),
                values=tuple((name, repr(value)) for name, value in corners),
            )  # fmt: skip
        return
    for path in annotation.files:
        data = inputs.data(path)
        rows = _voc(data, size, path) if part.form == "voc" else _yolo(data, path)
        for raw, values in rows:
            try:
                term = bind_name(part.names, raw)
            except RejectedItem as error:
                raise RejectedItem(error.kind, error.rule, error.value, path) from None
            if term is not None:
                yield replace(annotation, raw=raw, values=values, files=())


def _voc(data: bytes, size: tuple[int, int], path: str) -> Iterator[tuple[str, Pairs]]:
    from gmai_data.grammar.records import parse_xml

    root = parse_xml(data, path)
    drawn_for = _voc_size(root, size, path)
    for thing in root.iter("object"):
        raw = _text(thing.find("name"))
        box = thing.find("bndbox")
        if not raw or box is None:
            raise RejectedItem("corrupt", "box-file", "an object without name or bndbox", path)
        names = (("x1", "xmin"), ("y1", "ymin"), ("x2", "xmax"), ("y2", "ymax"))
        yield raw, (*((slot, _text(box.find(tag))) for slot, tag in names), *drawn_for)


def _voc_size(root: Any, size: tuple[int, int], path: str) -> Pairs:
    found = root.find("size")
    if found is None:
        return ()
    width, height = (_text(found.find(tag)) for tag in ("width", "height"))
    try:
        across, down = float(width or 0), float(height or 0)
    except ValueError:
        raise RejectedItem("corrupt", "box-file", f"size {width} x {height}", path) from None
    if across <= 0 or down <= 0:  # some writers leave it out
        return ()
    if abs(across * size[0] - down * size[1]) > ASPECT * max(across * size[0], down * size[1]):
        value = f"boxes are for {width} x {height}, image {size[1]} x {size[0]}"
        raise RejectedItem("corrupt", "box-size", value, path)
    return (("size_w", width), ("size_h", height))


def _text(element: Any) -> str:
    return "" if element is None else (element.text or "").strip()


def _yolo(data: bytes, path: str) -> Iterator[tuple[str, Pairs]]:
    from gmai_data.grammar.tables import text_of

    for number, line in enumerate(text_of(data).splitlines(), 1):
        words = line.split()
        if not words:
            continue
        if len(words) not in (5, 6):  # a sixth is a detector's confidence
            found = f"line {number} has {len(words)} numbers, a box has 5"
            raise RejectedItem("corrupt", "box-file", found, path)
        yield words[0], tuple(zip(("cx", "cy", "w", "h"), words[1:5], strict=True))
