"""Masks of a volume from their files: label maps, a file per class, stacks, SEG and RTSTRUCT."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from gmai_data.declare import ABSENT, Mask, Source, label_parts
from gmai_data.errors import RejectedItem
from gmai_data.grammar.names import UnknownLabelError, bind_name, find_key, name_keys
from gmai_data.read.geometry import Grid, describe
from gmai_data.read.image import SUFFIXES, raw_pixels
from gmai_data.read.inputs import Inputs, suffix_of
from gmai_data.read.objects import (
    Object3D,
    absent_keys,
    objects_of,
    on_grid,
    united,
    value_objects,
)
from gmai_data.read.planar import absent_marks, known_of
from gmai_data.read.stored import Mark
from gmai_data.read.values import is_map, one_channel, whole_values
from gmai_data.read.volume import ITK, NIFTI, Volume, load_volume
from gmai_data.schema import Annotation


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
        if part.empty == ABSENT:
            absent += [
                Mark("mask", {**known_of(part, annotation, raw), "presence": ABSENT}, empty=ABSENT)
                for raw in absent_keys(part, annotation, found)
            ]
    return united(parts, objects), absent


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
        frame = dict(annotation.values).get("frame", "")
        at = int(frame) if frame.isdigit() else None
        with inputs.local(path) as name:
            volume = load_volume(name, path, labels=part.threshold is None, frame=at)
        if volume.segments and is_map(part, annotation):
            return _segments(part, annotation, volume, grid, path)
        if volume.array.ndim == 4 and part.stack is None:
            volume = Volume(frame_of(volume.array, at, path), volume.grid)
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

        return rtstruct_objects(part, annotation, grid, inputs.data(path), path).objects
    if part.form == "seg" or suffix in (".dcm", ""):
        from gmai_data.read.seg import seg_objects

        return seg_objects(part, annotation, grid, inputs.data(path), path).objects
    raise RejectedItem("corrupt", "mask-format", f'no volume mask is read from "{suffix}"', path)


def frame_of(array: NDArray[Any], at: int | None, path: str) -> NDArray[Any]:
    """One frame of several: the declared one, never the first by default.

    Raises:
        RejectedItem: corrupt ``frames-undeclared``, ``no-such-frame``.
    """
    count = array.shape[0]
    if at is None:
        found = f"{count} frames or channels, and nothing says which: frame=, frames= or channels="
        raise RejectedItem("corrupt", "frames-undeclared", found, path)
    if not 0 <= at < count:
        raise RejectedItem("corrupt", "no-such-frame", f"frame {at} of {count}", path)
    return np.ascontiguousarray(array[at])


def _segments(
    part: Mask, annotation: Annotation, volume: Volume, grid: Grid, path: str
) -> list[Object3D]:
    """Objects of a 3D Slicer segmentation: by the segments' names, or by their values.

    Segments of different layers may overlap; the file may hold only a box around them.
    """
    layers = volume.array if volume.array.ndim == 4 else volume.array[None]
    found: list[Object3D] = []
    for name, (layer, value) in volume.segments.items():
        key = find_key(part.names, name) or find_key(part.names, str(value))
        if key is None:
            error = UnknownLabelError(name, name_keys(part.names))
            raise RejectedItem(error.kind, error.rule, f"segment {error.value}", path)
        if bind_name(part.names, key) is None:
            continue
        if layer >= layers.shape[0]:
            raise RejectedItem("corrupt", "seg-frames", f"no layer {layer} for {name!r}", path)
        bits = (layers[layer] == value).view(np.uint8)
        bits = on_grid(bits, volume.grid, grid, path, resample=part.resample, crops=True)
        one = Mask("", name=key)
        found += value_objects(one, replace(annotation, raw=key), bits, grid, path)
    return found
