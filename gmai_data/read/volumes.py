"""Cases of volume files: NIfTI, MetaImage, NRRD, one file per channel or channels in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from gmai_data.config import ReadConfig
from gmai_data.declare import Boxes, Files, Mask, Points, Source, Term, label_parts
from gmai_data.errors import RejectedItem
from gmai_data.read.geometry import Grid, describe, grid_map, same_grid
from gmai_data.read.image import SUFFIXES, raw_pixels
from gmai_data.read.inputs import Inputs, suffix_of
from gmai_data.read.intensity import (
    SUV_WINDOW,
    Window,
    ct_window,
    declared_offset,
    is_hu,
    percentile_window,
    window_name,
)
from gmai_data.read.midline import find_midline
from gmai_data.read.objects import Object3D, absent_keys, objects_of, value_objects
from gmai_data.read.planar import absent_marks, box_marks, known_of, point_mark
from gmai_data.read.slicing import Channel, slice_volume
from gmai_data.read.stored import Mark, Picture
from gmai_data.read.values import one_channel, whole_values
from gmai_data.read.volume import ITK, NIFTI, Volume, load_volume
from gmai_data.schema import Annotation, Case


def read_volumes(source: Source, case: Case, inputs: Inputs, config: ReadConfig) -> list[Picture]:
    """Pictures of a case of volume files. Channels on one grid are cut at the same places."""
    loaded: dict[str, Volume] = {}
    groups: list[tuple[Grid, list[Channel], NDArray[Any] | None]] = []
    for file in case.files:
        if file.path not in loaded:
            with inputs.local(file.path) as name:
                loaded[file.path] = load_volume(name, file.path)
        volume = loaded[file.path]
        array = one_channel_of(source, case, file.role, volume.array, file.path)
        channel, hu = image_channel(source, case, file.role, array)
        channel = replace(channel, files=(inputs.file(file.role, file.path),))
        grid = volume.grid
        home = next((g for g in groups if _matches(g[0], grid)), None)
        if home is None:
            groups.append((grid, [channel], hu))
        else:
            home[1].append(channel)
    pictures: list[Picture] = []
    for number, (grid, channels, hu) in enumerate(groups):
        roles = {c.role for c in channels}
        mine = [a for a in case.annotations if a.kind == "mask" and _owns(source, a, roles, number)]
        objects, absent = volume_objects(source, mine, grid, inputs)
        parts = label_parts(source)
        placed = placed_marks(source, case, grid) if number == 0 else {}
        pictures += slice_volume(
            case, channels, grid, objects, absent, config,
            mask_files=tuple(inputs.file("mask", p) for p in sorted({p for a in mine
                                                                     for p in a.files})),
            millimetres=known_size(grid),
            midline=find_midline(grid, hu) if objects else None,
            protocol=_modality(source, case, channels[0].role) == "MR",
            levels=[p.level for p in parts], empties=[p.empty for p in parts], placed=placed,
        )  # fmt: skip
    return pictures


def placed_marks(source: Source, case: Case, grid: Grid) -> dict[int, list[Mark]]:
    """Boxes and points of a volume, by index along the first axis of its array.

    Points in LPS mm go to the slice nearest to them; boxes and points in pixels need a frame.

    Raises:
        RejectedItem: corrupt ``point-outside``, ``no-frame``, ``mask-grid`` for points in mm on a
            volume without a position.
    """
    parts = label_parts(source)
    placed: dict[int, list[Mark]] = {}
    for annotation in case.annotations:
        part = parts[annotation.part]
        if annotation.state != "given" or not isinstance(part, Boxes | Points):
            continue
        values = dict(annotation.values)
        if isinstance(part, Points) and part.space == "LPS mm":
            if not grid.trusted:
                raise RejectedItem("corrupt", "mask-grid", "the image's position is unknown")
            at = [float(values[k]) for k in ("x", "y", "z")]
            inverse = np.linalg.inv(grid.affine)
            index = np.round(np.einsum("ij,j->i", inverse[:3, :3], at) + inverse[:3, 3], 4)
            if any(not -0.5 <= index[a] <= grid.shape[a] - 0.5 for a in range(3)):
                found = f"({', '.join(f'{v:g}' for v in at)}) mm; image is {describe(grid)}"
                raise RejectedItem("corrupt", "point-outside", found)
            mark = Mark("point", known_of(part, annotation, annotation.raw),
                        point=(float(index[2]) + 0.5, float(index[1]) + 0.5))  # fmt: skip
            placed.setdefault(int(np.rint(index[0])), []).append(mark)
            continue
        frame = values.get("frame", "") or annotation.slice.removeprefix("frame=")
        if not frame.isdigit() or int(frame) >= grid.shape[0]:
            found = f"{annotation.kind} of a volume on frame {frame!r}"
            raise RejectedItem("corrupt", "no-frame", found)
        size = grid.shape[1], grid.shape[2]
        marks = [point_mark(part, annotation)] if isinstance(part, Points) else (
            box_marks(part, annotation, size)
        )  # fmt: skip
        placed.setdefault(int(frame), []).extend(marks)
    return placed


def volume_objects(
    source: Source,
    annotations: Sequence[Annotation],
    grid: Grid,
    inputs: Inputs,
    slices: Sequence[str] = (),
) -> tuple[list[Object3D], list[Mark]]:
    """Objects of mask annotations on a grid, and labels that are absent in all of it.

    ``slices`` are the files of the image's slices in order along its first axis, for masks that
    are stacks of pictures.
    """
    parts = label_parts(source)
    objects: list[Object3D] = []
    absent: list[Mark] = []
    for annotation in annotations:
        part = parts[annotation.part]
        if not isinstance(part, Mask):
            continue
        if annotation.state != "given":
            absent += absent_marks(part, annotation)
            continue
        found: list[Object3D] = []
        if part.form in STACKS and annotation.files:
            array = stacked(part, annotation.files, slices, grid, inputs)
            found = value_objects(part, annotation, array, grid, annotation.files[0])
        else:
            for path in annotation.files:
                found += _load_objects(part, annotation, grid, inputs, path)
        objects += found
        if part.empty in ("absent", "outside"):
            absent += [
                Mark("mask", {**known_of(part, annotation, raw), "presence": part.empty},
                     empty=part.empty)
                for raw in absent_keys(part, annotation, found)
            ]  # fmt: skip
    return objects, absent


STACKS: Final = ("png-stack", "dicom-stack")  # a mask that is one picture per slice


def stacked(
    part: Mask, files: Sequence[str], slices: Sequence[str], grid: Grid, inputs: Inputs
) -> NDArray[Any]:
    """A mask volume from one picture per slice, each paired with the slice of its name.

    Where no name is shared, pictures and slices are paired by the order of their file names: only
    if there are as many of one as of the other.

    Raises:
        RejectedItem: corrupt ``mask-stack-files`` where neither way pairs all pictures,
            ``mask-size``.
    """
    stems = {_stem(path): k for k, path in enumerate(slices)}
    order = sorted(range(len(slices)), key=lambda k: slices[k])
    named = [stems.get(_stem(path)) for path in files]
    if all(k is not None for k in named) and len(set(named)) == len(files):
        places = [k for k in named if k is not None]
    elif len(files) == len(slices) == grid.shape[0] and len(stems) == len(slices):
        rank = {path: n for n, path in enumerate(sorted(files))}
        places = [order[rank[path]] for path in files]
    else:
        found = f"{len(files)} pictures for {len(slices)} slices, and their names differ"
        raise RejectedItem("corrupt", "mask-stack-files", found, files[0])
    volume = np.zeros(grid.shape, dtype=np.int32)
    for path, place in zip(files, places, strict=True):
        plane = whole_values(one_plane(path, inputs), path)
        if plane.shape != grid.shape[1:]:
            size = f"mask is {plane.shape[1]} x {plane.shape[0]}, slice {grid.shape[2]} x "
            raise RejectedItem("corrupt", "mask-size", f"{size}{grid.shape[1]}", path)
        volume[place] = plane
    return whole_values(volume, files[0])


def one_plane(path: str, inputs: Inputs) -> NDArray[Any]:
    """Stored values of one mask picture."""
    if suffix_of(path) in SUFFIXES:
        return one_channel(raw_pixels(inputs.data(path), path), path)
    from gmai_data.read.dicom import stored_frame

    return stored_frame(inputs.data(path), path)


def _stem(path: str) -> str:
    name = path.rsplit("!", 1)[-1].rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[0]


def _load_objects(
    part: Mask, annotation: Annotation, grid: Grid, inputs: Inputs, path: str
) -> list[Object3D]:
    suffix = suffix_of(path)
    if suffix in NIFTI or suffix in ITK:
        with inputs.local(path) as name:
            volume = load_volume(name, path)
        frame = dict(annotation.values).get("frame", "")
        if volume.array.ndim == 4 and part.stack is None:
            at = int(frame) if frame.isdigit() else 0
            if at >= volume.array.shape[0]:
                found = f"frame {at} of {volume.array.shape[0]}"
                raise RejectedItem("corrupt", "no-such-frame", found, path)
            volume = Volume(volume.array[at], volume.grid)
        return objects_of(part, annotation, volume, grid, path)
    if suffix in (".npy", ".npz") or ".npz!" in path:
        from gmai_data.read.arrays import load_array

        array = load_array(inputs, path)
        if array.shape != grid.shape:
            found = f"array of {array.shape}; image is {describe(grid)}"
            raise RejectedItem("corrupt", "mask-grid", found, path)
        return value_objects(part, annotation, array, grid, path)
    if part.form == "rtstruct":
        from gmai_data.read.rtstruct import rtstruct_objects

        return rtstruct_objects(part, annotation, grid, inputs.data(path), path)
    if part.form == "seg" or suffix in (".dcm", ""):
        from gmai_data.read.seg import seg_objects

        return seg_objects(part, annotation, grid, inputs.data(path), path)
    raise RejectedItem("corrupt", "mask-format", f'no volume mask is read from "{suffix}"', path)


def one_channel_of(
    source: Source, case: Case, role: str, array: NDArray[Any], path: str
) -> NDArray[Any]:
    """The 3D array of one channel or frame of a file that may hold several."""
    if array.ndim == 3:
        return array
    fields: Mapping[str, str] = dict((*case.identity, *case.fields))
    channels = source.cases.channels if isinstance(source.cases, Files) else None
    at = 0
    if isinstance(channels, Sequence) and role in channels:
        at = list(channels).index(role)
    elif fields.get("frame", "").isdigit():
        at = int(fields["frame"])
    if at >= array.shape[0]:
        found = f"frame {at} of {array.shape[0]}"
        raise RejectedItem("corrupt", "no-such-frame", found, path)
    return np.ascontiguousarray(array[at])


def image_channel(
    source: Source, case: Case, role: str, array: NDArray[Any], modality: str = "", part: str = ""
) -> tuple[Channel, NDArray[Any] | None]:
    """A channel with its window, and its voxels in HU if it is a CT.

    HU windows are used only for values that are HU: declared so, or a CT whose values reach air.
    ``part`` is the header's body part, for a source that declares no anatomy.
    """
    if array.dtype == bool:
        array = array.view(np.uint8)
    kind = modality or _modality(source, case, role)
    declared = declared_offset(source.intensity)
    window: Window
    hu: NDArray[Any] | None = None
    if kind == "CT" and (declared is None or declared[0] == "HU"):
        if declared is not None and declared[1]:
            array = np.clip(array.astype(np.int32) + int(declared[1]), -32768, 32767).astype(
                np.int16
            )
        if declared is not None or is_hu(array):
            hu = array
    if hu is not None:
        anatomy = source.anatomy or ((part.lower(),) if part else ())
        window = ct_window(window_name(source.window, anatomy))
    elif kind == "PET" and declared is not None and declared[0] == "SUV":
        window = SUV_WINDOW
    elif array.dtype == np.uint8 and (declared is None or declared[0] == "8-bit"):
        window = Window(0.0, 255.0, "8-bit as stored")
    else:
        window = percentile_window(array)
    return Channel(role, array, window), hu


def _modality(source: Source, case: Case, role: str) -> str:
    """CT, PET, MR or "" of a channel, as far as its intensities depend on it."""
    words = role.upper().replace("-", " ").replace("_", " ").split()
    for kind in ("CT", "PET"):
        if kind in words or (kind == "PET" and "SUV" in words):
            return kind
    if isinstance(source.modality, Term):
        from gmai_data.grammar.names import bind_name

        fields = dict((*case.identity, *case.fields))
        text = source.modality.expr if isinstance(source.modality.expr, str) else ""
        raw = fields.get(text.strip("{}").split(":")[0], "")
        try:
            return bind_name(source.modality.names, raw) or ""
        except RejectedItem:
            return ""
    declared = source.modality
    if declared in ("CT", "PET", "MR"):
        return declared if role == "image" or declared == "MR" else ""
    return ""


def known_size(grid: Grid) -> bool:
    """Whether voxel sizes can be believed: unit steps without an orientation are a default."""
    return grid.trusted or any(abs(grid.spacing(a) - 1.0) > 1e-6 for a in range(3))


def _matches(one: Grid, two: Grid) -> bool:
    if one.shape != two.shape or one.trusted != two.trusted:
        return False
    mapping = grid_map(one, two)
    axes = same_grid(mapping)
    return axes == ((0, 1), (1, 1), (2, 1)) and bool((np.abs(mapping[:, 3]) < 0.1).all())


def _owns(source: Source, annotation: Annotation, roles: set[str], number: int) -> bool:
    grid = getattr(label_parts(source)[annotation.part], "grid", None)
    return grid in roles if grid else number == 0
