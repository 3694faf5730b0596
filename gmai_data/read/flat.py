"""Cases of 2D picture files and arrays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gmai_data.config import ReadConfig
from gmai_data.declare import (
    Arrays,
    Mask,
    Source,
    cases_of,
    display_of,
    intensity_of,
    label_parts,
    window_of,
)
from gmai_data.errors import RejectedItem
from gmai_data.grammar.identity import instance_id
from gmai_data.read.arrays import load_array
from gmai_data.read.choose import choose
from gmai_data.read.image import decode, grey_if_equal, open_image, pages, to_8bit, undecoded
from gmai_data.read.inputs import Inputs
from gmai_data.read.intensity import declared_offset, percentile_window, window_name
from gmai_data.read.places import check_named, names_of
from gmai_data.read.planar import geometric, planar_marks
from gmai_data.read.stored import Mark, Picture, store
from gmai_data.read.upright import turned_mark
from gmai_data.schema import Annotation, Case, CaseFile, Slice, SliceFile


def read_images(source: Source, case: Case, inputs: Inputs, config: ReadConfig) -> list[Picture]:
    """Pictures of a case of 2D files: one per file, or several pages of one.

    Every file is a channel of its own; annotations belong to the channel that their part names by
    ``grid``, or to all of them.
    """
    window = window_name(window_of(source, case.layout), source.anatomy)
    intensity = intensity_of(source, case.layout)
    pictures = []
    names = names_of([(file.path, file.path) for file in case.files])
    check_named(source, case, names)
    for file in case.files:
        data = inputs.data(file.path)
        opened = open_image(data, file.path)
        count = pages(opened, file.path)
        quick = undecoded(opened, data) if count == 1 and keeps_size(opened, config) else None
        ids = names.ids(case, file.path)
        for page in frames_of(case, count, config):
            mine = annotations_of(source, case, file, page, count, ids)
            image = quick
            if image is None or _crop(source, mine, (0, 0, 2, 2)) != (0, 0, 2, 2):
                image = decode(
                    data, file.path, page=page, intensity=intensity, window=window
                )  # fmt: skip
            height, width = image.size
            whole = (0, 0, width, height)
            crop = _crop(source, mine, whole)
            size = crop[3] - crop[1], crop[2] - crop[0]
            pixels = image.pixels
            if pixels is not None:
                pixels = pixels[crop[1] : crop[3], crop[0] : crop[2]]
            turn = image.orientation if crop == whole else 1
            marks = _marks(source, mine, size, turn, inputs, page if count > 1 else 0)
            known = Slice(
                hash="", case="", source="", index=page, count=count,
                variant=variant_of(case, file), instances=ids,
                sequence="" if file.role == "image" else file.role, window=image.window,
                display=display_of(source, case.layout) or "as stored",
                files=(inputs.file(file.role, file.path), *mask_files(mine, inputs)),
            )  # fmt: skip
            pictures.append(
                store(case, pixels, marks, config, known, encoding=image.encoding,
                      ready=image.ready if crop == whole else None, size=size)
            )  # fmt: skip
    return pictures


def keeps_size(opened: Image.Image, config: ReadConfig) -> bool:
    """Whether a picture is stored as large as it is."""
    return config.max_side == 0 or max(opened.size) <= config.max_side


def _marks(
    source: Source,
    annotations: Sequence[Annotation],
    size: tuple[int, int],
    orientation: int,
    inputs: Inputs,
    page: int,
) -> list[Mark]:
    """Marks on the upright picture of ``size``, where they are drawn on the stored pixels too."""
    turn = orientation if source.drawn_on == "stored" else 1
    stored = size if turn < 5 else (size[1], size[0])
    try:
        marks = planar_marks(source, annotations, stored, inputs, page)
    except RejectedItem as error:
        if error.rule != "mask-size" or turn > 1 or orientation < 5:
            raise
        hint = f'{error.value}. Drawn on the pixels before EXIF turns them? drawn_on="stored"'
        raise RejectedItem(error.kind, error.rule, hint, error.path) from None
    return [turned_mark(mark, turn, stored) for mark in marks]


def read_array(source: Source, case: Case, inputs: Inputs, config: ReadConfig) -> list[Picture]:
    """A picture that is row ``i`` of an array, or a whole 2D array; of a depth, its middle."""
    path = case.files[0].path
    fields = dict((*case.identity, *case.fields))
    row = int(fields["i"]) if fields.get("i", "").isdigit() else None
    axes = axes_of(source, case)
    first = row if row is not None and axes[0] == "N" else None
    last = row if axes == "HWN" else None
    array = load_array(inputs, path, first, page=last)
    rest = axes[1:] if first is not None else "HW" if last is not None else axes
    if row is not None and len(rest) == array.ndim:
        order = [rest.index(a) for a in "NDHWC" if a in rest]
        array = np.moveaxis(array, order, range(array.ndim))
        if "N" in rest and first is None:
            if row >= array.shape[0]:
                found = f"row {row} of {array.shape[0]}"
                raise RejectedItem("corrupt", "no-such-row", found, path)
            array = array[row]
        if "D" in axes:
            array = array[array.shape[0] // 2]
    pixels, text = _picture(array, path, source, case.layout)
    height, width = pixels.shape[:2]
    file = case.files[0]
    known = Slice(
        hash="", case="", source="", window=text, display="as stored",
        files=(inputs.file(file.role, file.path),),
    )  # fmt: skip
    marks = planar_marks(
        source, geometric(case), (height, width), inputs, row or 0, axes.endswith("N")
    )
    return [store(case, pixels, marks, config, known)]


def read_container(source: Source, case: Case, inputs: Inputs, config: ReadConfig) -> list[Picture]:
    """Pictures of files that the declaration's own ``read`` opens.

    Raises:
        RejectedItem: corrupt ``read-function`` where it fails, ``not-a-picture``.
    """
    assert source.read is not None
    pictures = []
    for file in case.files:
        with inputs.local(file.path) as name:
            try:
                array = np.asarray(source.read(name))
            except RejectedItem:
                raise
            except Exception as error:
                found = f"{type(error).__name__}: {str(error).replace(name, file.path)[:100]}"
                raise RejectedItem("corrupt", "read-function", found, file.path) from error
        pixels, text = _picture(array, file.path, source, case.layout)
        size = pixels.shape[0], pixels.shape[1]
        mine = annotations_of(source, case, file, 0, 1)
        known = Slice(
            hash="", case="", source="", variant=variant_of(case, file), window=text,
            sequence="" if file.role == "image" else file.role,
            display=display_of(source, case.layout) or "as stored",
            files=(inputs.file(file.role, file.path), *mask_files(mine, inputs)),
        )  # fmt: skip
        marks = planar_marks(source, mine, size, inputs)
        pictures.append(store(case, pixels, marks, config, known))
    return pictures


def _picture(
    array: NDArray[Any], path: str, source: Source, layout: str
) -> tuple[NDArray[np.uint8], str]:
    """An array as 8 bits, and how it became so."""
    if array.ndim == 3 and array.shape[2] == 1:
        array = array[..., 0]
    if array.ndim not in (2, 3) or (array.ndim == 3 and array.shape[2] != 3):
        raise RejectedItem("corrupt", "not-a-picture", f"array of shape {array.shape}", path)
    if array.size == 0 or array.dtype.kind not in "biuf":
        found = f"{array.shape} of {array.dtype}"
        raise RejectedItem("corrupt", "not-a-picture", found, path)
    intensity = intensity_of(source, layout)
    if declared_offset(intensity):
        return to_8bit(array, intensity, window_name(window_of(source, layout), source.anatomy))
    text = ""
    if array.dtype == np.uint8:
        pixels = np.ascontiguousarray(array)
    elif array.dtype.kind in "iuf" and array.min() >= 0 and 1 < array.max() <= 255:
        pixels = np.rint(array).astype(np.uint8)
    else:
        limits = percentile_window(array)
        pixels, text = limits.apply(array), limits.text
    if pixels.ndim == 3:
        pixels = grey_if_equal(pixels)
    return pixels, text


def axes_of(source: Source, case: Case) -> str:
    """The declared axes of the array a case is a row of."""
    cases = cases_of(source, case.layout)
    return cases.axes if isinstance(cases, Arrays) else "NHWC"


def frames_of(case: Case, count: int, config: ReadConfig) -> Sequence[int]:
    """Pages or frames of a file to store: the declared one, all, or a spread of them."""
    fields: Mapping[str, str] = dict((*case.identity, *case.fields))
    if count == 1:
        return (0,)
    if fields.get("frame", "").isdigit():
        return (int(fields["frame"]),)
    wanted = {_frame(a) for a in case.annotations if a.kind in ("mask", "boxes", "points")}
    areas = {f"frame {i}": [int(j == i) for j in range(count)] for i in wanted if 0 <= i < count}
    return choose(
        count, areas, budget=config.frames, label_free=config.label_free, min_area=1,
        seed=f"{case.key}/frames",
    )  # fmt: skip


def _frame(annotation: Annotation) -> int:
    found = re.fullmatch(r"frame=(\d+)", annotation.slice)
    number = found[1] if found else dict(annotation.values).get("frame", "")
    return int(number) if number.isdigit() else -1


def variant_of(case: Case, file: CaseFile) -> str:
    """What tells the pictures of a case's files apart: role, and number within the role."""
    same = [f.path for f in case.files if f.role == file.role]
    if len(same) == 1:
        return "" if len(case.files) == 1 else file.role
    number = same.index(file.path) + 1
    return f"file{number}" if file.role == "image" else f"{file.role} {number}"


def annotations_of(
    source: Source,
    case: Case,
    file: CaseFile,
    page: int,
    count: int,
    instances: Sequence[str] = (),
    *,
    beside: bool = False,
) -> tuple[Annotation, ...]:
    """Geometric annotations of one file of a case and, in a file of many, of one frame.

    ``beside`` a stack of slices only those that name the file: the rest is the stack's.

    Raises:
        RejectedItem: corrupt ``ambiguous-image`` where several files have the role and the
            annotation does not say which of them it is drawn on.
    """
    parts = label_parts(source)
    several = sum(f.role == file.role for f in case.files) > 1
    mine = []
    for annotation in geometric(case):
        grid = getattr(parts[annotation.part], "grid", None)
        if grid and file.role not in ("image", grid):
            continue
        if annotation.slice.startswith("sop="):
            if instance_id(case.key, annotation.slice.removeprefix("sop=")) not in instances:
                continue
        elif beside:
            continue
        elif several and annotation.state == "given":
            found = f"{annotation.kind}, and the case has several pictures"
            raise RejectedItem("corrupt", "ambiguous-image", found, file.path)
        if count > 1 and _frame(annotation) not in (-1, page):
            continue
        mine.append(annotation)
    return tuple(mine)


def mask_files(annotations: Sequence[Annotation], inputs: Inputs) -> list[SliceFile]:
    """Records of the files that masks came from."""
    paths = sorted({p for a in annotations if a.kind == "mask" for p in a.files})
    return [inputs.file("mask", path) for path in paths]


def _crop(
    source: Source, annotations: Sequence[Annotation], whole: tuple[int, int, int, int]
) -> tuple[int, int, int, int]:
    """The half of a composite that is the image, where a mask part names its own half."""
    _, _, width, height = whole
    other = {
        "right half": (0, 0, width // 2, height), "left half": (width - width // 2, 0, width,
                                                                height),
        "bottom half": (0, 0, width, height // 2), "top half": (0, height - height // 2, width,
                                                                height),
    }  # fmt: skip
    parts = label_parts(source)
    for annotation in annotations:
        part = parts[annotation.part]
        if isinstance(part, Mask) and part.crop in other:
            return other[part.crop]
    return whole
