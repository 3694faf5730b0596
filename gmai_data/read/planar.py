"""What is annotated on one 2D picture: masks of its own size, boxes, points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gmai_data.declare import ABSENT, GEOMETRIC, Boxes, Mask, Points, Source, label_parts
from gmai_data.errors import RejectedItem
from gmai_data.grammar.dialects import FILE_FORMS
from gmai_data.grammar.names import bind_name, items, key_text
from gmai_data.read.arrays import is_array, load_array, shape_of
from gmai_data.read.box_files import boxes_of_files
from gmai_data.read.image import raw_pixels
from gmai_data.read.inputs import Inputs, suffix_of
from gmai_data.read.masks import cropped, decode_source_rle
from gmai_data.read.outlines import Place, cell_mask, file_regions, region_marks
from gmai_data.read.relations import related
from gmai_data.read.stored import Mark
from gmai_data.read.values import (
    background_of,
    colour_keys,
    foreground,
    group_values,
    held_keys,
    is_map,
    one_channel,
    present_values,
    whole_values,
)
from gmai_data.schema import Annotation, Box, Case

OUTSIDE_SHARE = 0.5  # a box with less of its area inside than this is an error, not a rounding


def planar_marks(
    source: Source,
    annotations: Sequence[Annotation],
    size: tuple[int, int],
    inputs: Inputs,
    page: int = 0,
    pages_last: bool = False,
) -> list[Mark]:
    """Marks of a picture of native ``size`` (height, width).

    ``page`` is its place in files of several pictures; in arrays the last axis counts them where
    ``pages_last`` says so, else the first.

    Raises:
        RejectedItem: corrupt ``mask-size``, ``unknown-label``, ``box-outside``, ``box-values`` …
    """
    parts = label_parts(source)
    marks: list[Mark] = []
    for annotation in annotations:
        part = parts[annotation.part]
        if annotation.kind not in GEOMETRIC:
            continue
        if annotation.state != "given":
            marks += absent_marks(part, annotation)
        elif isinstance(part, Mask):
            marks += mask_marks(part, annotation, size, inputs, page, pages_last)
        elif isinstance(part, Boxes):
            for one in boxes_of_files(part, annotation, size, inputs) if annotation.files else (
                annotation,
            ):  # fmt: skip
                marks += box_marks(part, one, size)
        elif isinstance(part, Points):
            if part.space != "px":
                found = f"a point in {part.space} on a picture without a position"
                raise RejectedItem("corrupt", "point-space", found)
            marks.append(point_mark(part, annotation))
    return related(marks)


def absent_marks(part: Any, annotation: Annotation) -> list[Mark]:
    """Labels of something annotated as absent, one for each name of the part.

    What is outside the field of view is not said of every one of a hundred pictures: it is what the
    annotation of the case says, and no sentence rests on it.
    """
    if annotation.state != ABSENT:
        return []
    kind = {"mask": "mask", "boxes": "box", "points": "point"}[annotation.kind]
    raws = [annotation.raw]
    if not annotation.raw and part.names is not None and part.name is None:
        raws = [key_text(key) for key, term in items(part.names) if term is not None]
    return [
        Mark(kind, {**known_of(part, annotation, raw), "presence": annotation.state})
        for raw in raws
    ]


def known_of(part: Any, annotation: Annotation, raw: str) -> dict[str, Any]:
    """Fields of a label that come from its annotation and not from pixels."""
    return {
        "part": annotation.part, "raw": raw, "instance": annotation.instance,
        "rater": annotation.rater, "attrs": annotation.attrs, "level": part.level,
    }  # fmt: skip


def mask_marks(
    part: Mask,
    annotation: Annotation,
    size: tuple[int, int],
    inputs: Inputs,
    page: int = 0,
    pages_last: bool = False,
) -> Iterator[Mark]:
    """Marks of one mask annotation: one per class of a label map, one for a binary mask."""
    values = dict(annotation.values)
    if "rle" in values:
        height, width = _declared_size(values, size)
        mask = decode_source_rle(
            values["rle"], height, width, order=part.order, base=part.base
        )  # fmt: skip
        yield _one(part, annotation, _fitted(mask, size, ""), annotation.raw)
        return
    if "polygon" in values:
        drawn_for = _declared_size(values, size)
        mask = cell_mask(part, values["polygon"], drawn_for, size)
        yield _one(part, annotation, mask, annotation.raw)
        return
    if part.form in FILE_FORMS:
        regions = file_regions(part, annotation, inputs)
        for raw, instance, mask in region_marks(part, annotation, regions, Place(), size):
            mark = _one(part, annotation, mask, raw)
            yield replace(mark, known={**mark.known, "instance": instance})
        return
    for path in annotation.files:
        array = _cropped(_stored_values(path, inputs, size, page, pages_last), part.crop)
        if array.shape[:2] != size:
            found = f"mask is {array.shape[1]} x {array.shape[0]}, image {size[1]} x {size[0]}"
            raise RejectedItem("corrupt", "mask-size", found, path)
        yield from array_marks(part, annotation, array, path)


def array_marks(
    part: Mask, annotation: Annotation, array: NDArray[Any], path: str
) -> Iterator[Mark]:
    """Marks of mask values that already have the picture's size."""
    if part.stack is not None:
        if array.ndim != 3 or array.shape[2] != len(part.stack):
            found = f"{array.shape} for {len(part.stack)} names"
            raise RejectedItem("corrupt", "mask-stack", found, path)
        for channel, term in enumerate(part.stack):
            if term is not None:
                yield from _instances(part, annotation, array[..., channel], str(channel), path)
        return
    if part.form == "colour":
        for key, mask in sorted(colour_keys(array, part, path).items()):
            yield _one(part, annotation, mask, key)
        return
    array = one_channel(array, path)
    if not is_map(part, annotation):
        yield from _instances(part, annotation, array, annotation.raw, path)
        return
    array = whole_values(array, path)
    groups = group_values(part, present_values(array), path)
    for key, members in groups.items():
        held = [value for other in held_keys(part, key) for value in groups.get(other, ())]
        yield _one(part, annotation, np.isin(array, [*members, *held]), key)
    if part.empty == ABSENT:
        for key, term in items(part.names):
            if term is not None and key_text(key) not in groups:
                yield _one(part, annotation, np.zeros(array.shape[:2], bool), key_text(key))


def _instances(
    part: Mask, annotation: Annotation, array: NDArray[Any], raw: str, path: str
) -> Iterator[Mark]:
    if part.instances not in ("{pixel}", True):
        if part.names is not None and raw and bind_name(part.names, raw) is None:
            return
        yield _one(part, annotation, foreground(part, array), raw)
        return
    array = whole_values(array, path)
    wanted = annotation.instance
    for value in present_values(array):
        if value == background_of(part) or (wanted and wanted != str(value)):
            continue
        mark = _one(part, annotation, array == value, raw)
        yield Mark(mark.kind, {**mark.known, "instance": str(value)}, mark.mask)


def _one(part: Mask, annotation: Annotation, mask: NDArray[np.bool_], raw: str) -> Mark:
    return Mark("mask", known_of(part, annotation, raw), cropped(mask), empty=part.empty)


def _stored_values(
    path: str, inputs: Inputs, size: tuple[int, int], page: int, pages_last: bool
) -> NDArray[Any]:
    if is_array(path):
        shape = shape_of(inputs, path)
        if pages_last and len(shape) in (3, 4) and shape[:2] == size:
            return load_array(inputs, path, page=page)
        rows = len(shape) >= 3 and shape[:2] != size and shape[1:3] == size
        return load_array(inputs, path, page if rows else None)
    if suffix_of(path) in (".dcm", ".dicom", ".ima"):
        from gmai_data.read.dicom import stored_frame

        return stored_frame(inputs.data(path), path, page)
    if suffix_of(path) in (".mha", ".mhd", ".nrrd", ".nhdr"):
        from gmai_data.read.itk import load_itk

        with inputs.local(path) as name:
            volume = load_itk(name, path, labels=True).array
        if volume.ndim != 3 or volume.shape[0] != 1:
            found = f"mask of shape {volume.shape} for one picture"
            raise RejectedItem("corrupt", "mask-size", found, path)
        only: NDArray[Any] = volume[0]
        return only
    return raw_pixels(inputs.data(path), path, page)


def _cropped(array: NDArray[Any], crop: str | None) -> NDArray[Any]:
    """The part of a composite that holds the mask: a half such as "left half"."""
    if crop is None:
        return array
    height, width = array.shape[:2]
    halves: dict[str, Any] = {
        "left half": np.s_[:, : width // 2], "right half": np.s_[:, width // 2 :],
        "top half": np.s_[: height // 2], "bottom half": np.s_[height // 2 :],
    }  # fmt: skip
    if crop not in halves:
        return array
    half: NDArray[Any] = array[halves[crop]]
    return half


def _declared_size(values: Mapping[str, str], size: tuple[int, int]) -> tuple[int, int]:
    if not values.get("size_w") or not values.get("size_h"):
        return size
    return int(float(values["size_h"])), int(float(values["size_w"]))


def _fitted(mask: NDArray[np.bool_], size: tuple[int, int], path: str) -> NDArray[np.bool_]:
    """A mask drawn for another size of the same picture, by nearest pixel."""
    if mask.shape == size:
        return mask
    if abs(mask.shape[0] * size[1] - mask.shape[1] * size[0]) > max(mask.shape) * max(size) * 0.01:
        found = f"mask is {mask.shape[1]} x {mask.shape[0]}, image {size[1]} x {size[0]}"
        raise RejectedItem("corrupt", "mask-size", found, path)
    rows = (np.arange(size[0]) * 2 + 1) * mask.shape[0] // (2 * size[0])
    columns = (np.arange(size[1]) * 2 + 1) * mask.shape[1] // (2 * size[1])
    fitted: NDArray[np.bool_] = mask[np.ix_(rows, columns)]
    return fitted


def box_marks(part: Boxes, annotation: Annotation, size: tuple[int, int]) -> list[Mark]:
    """The box of one annotation in pixels of the picture; blank cells follow ``empty=``.

    Raises:
        RejectedItem: corrupt ``box-values`` (not numbers, no area), ``box-outside``.
    """
    values = {k: v.strip() for k, v in annotation.values}
    cells = [v for k, v in values.items() if not k.startswith("size_")]
    if not any(cells) or all(v.lower() in ("", "nan", "none") for v in cells):
        known = known_of(part, annotation, annotation.raw)
        if part.empty != ABSENT:
            return []
        return [Mark("box", {**known, "presence": ABSENT})]
    height, width = size
    x1, y1, x2, y2 = _corners(part, values, size)
    if part.origin == "lower":
        y1, y2 = height - y2, height - y1
    if not (x2 > x1 and y2 > y1):
        found = f"({x1:g}, {y1:g}, {x2:g}, {y2:g}) has no area"
        raise RejectedItem("corrupt", "box-values", found)
    inside = max(0.0, min(x2, width) - max(x1, 0)) * max(0.0, min(y2, height) - max(y1, 0))
    if inside < OUTSIDE_SHARE * (x2 - x1) * (y2 - y1):
        found = f"({x1:g}, {y1:g}, {x2:g}, {y2:g}) leaves the image of {width} x {height}"
        raise RejectedItem("corrupt", "box-outside", found)
    box: Box = (max(0.0, x1), max(0.0, y1), min(float(width), x2), min(float(height), y2))
    return [Mark("box", known_of(part, annotation, annotation.raw), box=box)]


def _corners(part: Boxes, values: Mapping[str, str], size: tuple[int, int]) -> Box:
    height, width = size
    try:
        number = {k: float(v) for k, v in values.items() if v}
        if "x1" in number:
            x1, y1, x2, y2 = (number[k] for k in ("x1", "y1", "x2", "y2"))
        elif "r" in number:
            r = number["r"]
            x1, y1 = number["cx"] - r, number["cy"] - r
            x2, y2 = number["cx"] + r, number["cy"] + r
        elif "cx" in number:
            x1, y1 = number["cx"] - number["w"] / 2, number["cy"] - number["h"] / 2
            x2, y2 = x1 + number["w"], y1 + number["h"]
        else:
            x1, y1 = number["x"], number["y"]
            x2, y2 = x1 + number["w"], y1 + number["h"]
    except (KeyError, ValueError):
        raise RejectedItem("corrupt", "box-values", str(dict(values))[:100]) from None
    if "size_w" in number and "size_h" in number:
        across, down = width / number["size_w"], height / number["size_h"]
    elif part.form == "yolo":
        across, down = float(width), float(height)
    else:
        across = down = 1.0
    return x1 * across, y1 * down, x2 * across, y2 * down


def point_mark(part: Points, annotation: Annotation) -> Mark:
    """A landmark in pixels of the picture."""
    values = dict(annotation.values)
    try:
        point = float(values["x"]), float(values["y"])
    except (KeyError, ValueError):
        raise RejectedItem("corrupt", "point-values", str(values)[:100]) from None
    return Mark("point", known_of(part, annotation, annotation.raw), point=point)


def geometric(case: Case) -> tuple[Annotation, ...]:
    """The annotations that are read with the pixels."""
    return tuple(a for a in case.annotations if a.kind in GEOMETRIC)
