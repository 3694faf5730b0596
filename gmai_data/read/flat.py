"""Cases of 2D picture files and arrays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from gmai_data.config import ReadConfig
from gmai_data.declare import Arrays, Mask, Source, label_parts
from gmai_data.errors import RejectedItem
from gmai_data.grammar.identity import instance_id
from gmai_data.read.arrays import load_array, split_key
from gmai_data.read.choose import choose
from gmai_data.read.image import decode, grey_if_equal, open_image, pages
from gmai_data.read.inputs import Inputs
from gmai_data.read.intensity import percentile_window, window_name
from gmai_data.read.places import check_named, names_of
from gmai_data.read.planar import geometric, planar_marks
from gmai_data.read.stored import Picture, store
from gmai_data.schema import Annotation, Case, CaseFile, Slice, SliceFile


def read_images(source: Source, case: Case, inputs: Inputs, config: ReadConfig) -> list[Picture]:
    """Pictures of a case of 2D files: one per file, or several pages of one.

    Every file is a channel of its own; annotations belong to the channel that their part names by
    ``grid``, or to all of them.
    """
    window = window_name(source.window, source.anatomy)
    pictures = []
    names = names_of([(file.path, file.path) for file in case.files])
    check_named(source, case, names)
    for file in case.files:
        data = inputs.data(file.path)
        count = pages(open_image(data, file.path))
        ids = names.ids(case, file.path)
        for page in frames_of(case, count, config):
            image = decode(
                data, file.path, page=page, intensity=source.intensity, window=window
            )  # fmt: skip
            height, width = image.pixels.shape[:2]
            mine = annotations_of(source, case, file, page, count, ids)
            whole = (0, 0, width, height)
            crop = _crop(source, mine, whole)
            pixels = image.pixels[crop[1] : crop[3], crop[0] : crop[2]]
            size = pixels.shape[0], pixels.shape[1]
            marks = planar_marks(source, mine, size, inputs, page if count > 1 else 0)
            known = Slice(
                hash="", case="", source="", index=page, count=count,
                variant=variant_of(case, file), instances=ids,
                sequence="" if file.role == "image" else file.role, window=image.window,
                display=source.display or "as stored", files=(inputs.file(file.role, file.path),
                                            *mask_files(mine, inputs)),
            )  # fmt: skip
            pictures.append(
                store(case, pixels, marks, config, known, encoding=image.encoding,
                      ready=image.ready if crop == whole else None)
            )  # fmt: skip
    return pictures


def read_array(source: Source, case: Case, inputs: Inputs, config: ReadConfig) -> list[Picture]:
    """A picture that is row ``i`` of an array, or a whole 2D array."""
    path = case.files[0].path
    array = load_array(inputs, path)
    fields = dict((*case.identity, *case.fields))
    row = int(fields["i"]) if fields.get("i", "").isdigit() else 0
    if "i" in fields and array.ndim in (3, 4):
        axes = axes_of(source, case)
        if len(axes) == array.ndim:
            array = np.moveaxis(array, [axes.index(a) for a in "NHWC" if a in axes],
                                range(array.ndim))  # fmt: skip
        if row >= array.shape[0]:
            found = f"row {row} of {array.shape[0]}"
            raise RejectedItem("corrupt", "no-such-row", found, path)
        array = np.asarray(array[row])
    if array.ndim == 3 and array.shape[2] == 1:
        array = array[..., 0]
    if array.ndim not in (2, 3) or (array.ndim == 3 and array.shape[2] != 3):
        raise RejectedItem("corrupt", "not-a-picture", f"array of shape {array.shape}", path)
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
    height, width = pixels.shape[:2]
    file = CaseFile(role="image", path=split_key(path)[0])
    known = Slice(
        hash="", case="", source="", window=text, display="as stored",
        files=(inputs.file(file.role, file.path),),
    )  # fmt: skip
    marks = planar_marks(source, geometric(case), (height, width), inputs, row)
    return [store(case, pixels, marks, config, known)]


def axes_of(source: Source, case: Case) -> str:
    """The declared axes of the array a case is a row of."""
    layouts = {layout.name: layout.cases for layout in (*source.parts, *source.layouts)}
    cases = layouts.get(case.layout) or source.cases
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
