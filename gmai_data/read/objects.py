"""Annotated objects of a volume: label maps and masks on the grid of their image."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gmai_data.declare import LabelPart, Mask
from gmai_data.errors import RejectedItem
from gmai_data.grammar.names import bind_name, items, key_text
from gmai_data.read.geometry import Cut, Grid, describe, grid_map, same_grid
from gmai_data.read.masks import Cropped, cropped
from gmai_data.read.values import (
    background_of,
    foreground,
    group_values,
    held_keys,
    is_map,
    present_values,
    whole_values,
)
from gmai_data.read.volume import Volume
from gmai_data.schema import Annotation


@dataclass(frozen=True, eq=False)
class Object3D:
    """One annotated thing in a volume: the voxels of ``values`` that are in ``members``.

    Objects of one label map share ``values`` and ``counts``. Both are cropped to the foreground.
    """

    annotation: Annotation
    raw: str
    instance: str
    members: tuple[int, ...]
    values: NDArray[Any]  # (z, y, x), cropped
    low: tuple[int, int, int]  # where the crop starts in the grid
    counts: tuple[Mapping[int, NDArray[np.int64]], ...]  # per axis: value -> area per slice
    shape: tuple[int, int, int]  # of the grid
    # which slices along the first axis were annotated, where not all of them were
    annotated: NDArray[np.bool_] | None = None

    def areas(self, axis: int) -> NDArray[np.int64]:
        """Voxels of the object in each slice along an array axis; none across slices it skips."""
        return self._areas[axis]

    @functools.cached_property
    def _areas(self) -> tuple[NDArray[np.int64], ...]:
        along = [np.zeros(n, dtype=np.int64) for n in self.shape]
        for axis, total in enumerate(along):
            start = self.low[axis]
            for value in self.members:
                row = self.counts[axis][value]
                total[start : start + row.size] += row
        places = np.flatnonzero(along[0])
        known = self.annotated
        if known is not None and places.size and not known[places[0] : places[-1] + 1].all():
            # slices between its first and its last were not annotated
            along[1], along[2] = np.zeros_like(along[1]), np.zeros_like(along[2])
        for total in along:
            total.flags.writeable = False
        return tuple(along)

    @functools.cached_property
    def _spans(self) -> tuple[tuple[int, int], ...]:
        """First and last place plus one along each axis of the crop."""
        spans = []
        for axis in range(3):
            total = sum((self.counts[axis][v] for v in self.members), np.zeros(1, np.int64))
            places = np.flatnonzero(total)
            spans.append((int(places[0]), int(places[-1]) + 1) if places.size else (0, 0))
        return tuple(spans)

    def slice(self, cut: Cut, index: int) -> Cropped:
        """The mask on a picture of the grid, turned as the picture is; empty if not there."""
        axis, one = cut.axis, cut.array_index(index)
        height, width = self.shape[cut.row_axis], self.shape[cut.column_axis]
        at = one - self.low[axis]
        if not 0 <= at < self.values.shape[axis]:
            return cropped(np.zeros((0, 0), dtype=bool), (height, width))
        where: list[Any] = [slice(*span) for span in self._spans]
        where[axis] = at
        plane = self.values[tuple(where)]
        bits = plane == self.members[0] if len(self.members) == 1 else np.isin(plane, self.members)
        y, x = (self.low[a] + self._spans[a][0] for a in (cut.row_axis, cut.column_axis))
        turned = cut.turn(bits)
        y = height - y - turned.shape[0] if cut.flip_rows else y
        x = width - x - turned.shape[1] if cut.flip_columns else x
        return cropped(turned, (height, width), x, y)

    @property
    def voxels(self) -> int:
        """Voxels of the whole object."""
        return int(sum(self.counts[0][value].sum() for value in self.members))

    @functools.cached_property
    def cut_off(self) -> bool:
        """Whether it reaches the edge of what was annotated, so that its volume is not known."""
        if any(a[0] > 0 or a[-1] > 0 for a in self._areas):
            return True
        if self.annotated is None:
            return False
        here = self.areas(0) > 0
        beside = here[1:] & ~self.annotated[:-1] | here[:-1] & ~self.annotated[1:]
        return bool(beside.any())

    def annotated_on(self, cut: Cut, index: int) -> bool:
        """Whether all of a picture lies in what was annotated: it may be absent only there."""
        if self.annotated is None:
            return True
        return bool(self.annotated[cut.array_index(index)] if cut.axis == 0 else
                    self.annotated.all())  # fmt: skip


def objects_of(
    part: Mask, annotation: Annotation, volume: Volume, grid: Grid, path: str
) -> list[Object3D]:
    """The objects of one mask volume, brought to the grid of the image.

    Raises:
        RejectedItem: corrupt ``mask-grid`` (another grid and no ``resample=True``),
            ``unknown-label``, ``mask-values``.
    """
    array = volume.array
    if array.ndim == 4:
        if part.stack is None or array.shape[0] != len(part.stack):
            raise RejectedItem("corrupt", "mask-stack", f"{array.shape[0]} channels", path)
        found: list[Object3D] = []
        for channel, term in enumerate(part.stack):
            if term is not None:
                values = on_grid(array[channel], volume.grid, grid, path, resample=part.resample)
                bits = foreground(part, values).view(np.uint8)
                found += _objects(annotation, bits, grid, {str(channel): (1,)})
        return found
    values = on_grid(array, volume.grid, grid, path, resample=part.resample)
    return value_objects(part, annotation, values, grid, path)


def value_objects(
    part: Mask, annotation: Annotation, values: NDArray[Any], grid: Grid, path: str
) -> list[Object3D]:
    """The objects of mask values that are on the image's grid."""
    if is_map(part, annotation):
        values = whole_values(values, path)
        groups = group_values(part, present_values(values), path)
        return _objects(annotation, values, grid, groups)
    if part.names is not None and annotation.raw and bind_name(part.names, annotation.raw) is None:
        return []
    if part.instances in ("{pixel}", True):
        values = whole_values(values, path)
        wanted = annotation.instance
        found = [v for v in present_values(values) if v != background_of(part)]
        groups = {str(v): (v,) for v in found if not wanted or wanted == str(v)}
        return [
            replace(o, raw=annotation.raw, instance=o.raw)
            for o in _objects(annotation, values, grid, groups)
        ]
    bits = foreground(part, values).view(np.uint8)
    return _objects(annotation, bits, grid, {annotation.raw: (1,)})


def united(parts: Sequence[LabelPart], objects: Sequence[Object3D]) -> list[Object3D]:
    """Objects with what lies in them (``Mask.includes``): a kidney with its tumour and cyst.

    An organ's mask that leaves out its lesions is neither its shape nor its size. What is included
    stays an object of its own; an organ that is nowhere but where its lesion is, is not invented.
    """
    out = []
    for thing in objects:
        part = parts[thing.annotation.part]
        keys = held_keys(part, thing.raw) if isinstance(part, Mask) else ()
        inner = [
            other
            for other in objects
            if other.raw in keys
            and other.annotation.part == thing.annotation.part
            and other.annotation.rater == thing.annotation.rater
        ]
        out.append(_with(thing, inner) if inner else thing)
    return out


def _with(thing: Object3D, inner: Sequence[Object3D]) -> Object3D:
    if all(other.values is thing.values for other in inner):
        members = [*thing.members, *(m for other in inner for m in other.members)]
        return replace(thing, members=tuple(sorted(set(members))))
    every = (thing, *inner)
    low = [min(o.low[a] for o in every) for a in range(3)]
    high = [max(o.low[a] + o.values.shape[a] for o in every) for a in range(3)]
    bits = np.zeros([h - b for b, h in zip(low, high, strict=True)], dtype=np.uint8)
    for o in every:
        where = tuple(
            slice(o.low[a] - low[a], o.low[a] - low[a] + o.values.shape[a]) for a in range(3)
        )
        bits[where] |= np.isin(o.values, o.members)
    at = (low[0], low[1], low[2])
    return replace(thing, members=(1,), values=bits, low=at, counts=_count(bits, [1]))


def empty_object(
    annotation: Annotation, raw: str, shape: tuple[int, int, int], annotated: NDArray[np.bool_]
) -> Object3D:
    """What is nowhere in the slices that were annotated, and unknown in the others."""
    nothing = np.zeros((0, 0, 0), np.uint8)
    counts: tuple[Mapping[int, NDArray[np.int64]], ...] = ({}, {}, {})
    return Object3D(annotation, raw, annotation.instance, (), nothing, (0, 0, 0), counts, shape,
                    annotated)  # fmt: skip


def absent_keys(part: Mask, annotation: Annotation, found: Sequence[Object3D]) -> list[str]:
    """Raw keys of a part that none of the objects has."""
    if not is_map(part, annotation):
        return [] if found else [annotation.raw]
    present = {o.raw for o in found}
    return [
        key_text(key)
        for key, term in items(part.names)
        if term is not None and key_text(key) not in present
    ]


def on_grid(
    array: NDArray[Any],
    own: Grid,
    grid: Grid,
    path: str,
    *,
    resample: bool = False,
    crops: bool = False,
) -> NDArray[Any]:
    """A mask's values on the image's grid: as they are, turned exactly, or by nearest position.

    ``crops`` says that the mask may be a box of the image's own voxels.

    Raises:
        RejectedItem: corrupt ``mask-grid`` where the grids differ and ``resample`` is not asked
            for: masks are never paired by index.
    """
    if own.trusted != grid.trusted:
        raise RejectedItem("corrupt", "mask-grid", _both(own, grid) + _hint(own, grid), path)
    mapping = grid_map(grid, own)
    axes = same_grid(mapping)
    if axes is not None and sorted(own.shape) == sorted(grid.shape):
        turned = np.transpose(array, np.argsort([a for a, _ in axes]))
        turned = turned[tuple(slice(None, None, _sign(axes, a)) for a in range(3))]
        if turned.shape == grid.shape and _origin_fits(mapping, axes, own.shape):
            return np.ascontiguousarray(turned)
    offsets = mapping[:, 3]
    inside = crops and axes is not None and bool((np.abs(offsets - np.rint(offsets)) < 0.1).all())
    if not resample and not inside:
        raise RejectedItem("corrupt", "mask-grid", _both(own, grid), path)
    return nearest(array, mapping, grid.shape)


def _sign(axes: Sequence[tuple[int, int]], source: int) -> int:
    return next(sign for axis, sign in axes if axis == source)


def _origin_fits(
    mapping: NDArray[np.float64], axes: Sequence[tuple[int, int]], shape: Sequence[int]
) -> bool:
    for row, (_, sign) in enumerate(axes):
        expected = 0.0 if sign > 0 else shape[row] - 1.0
        if abs(mapping[row, 3] - expected) > 0.1:
            return False
    return True


def nearest(
    array: NDArray[Any], mapping: NDArray[np.float64], shape: tuple[int, int, int]
) -> NDArray[Any]:
    """Values at the nearest voxel by physical position; 0 outside the mask's grid."""
    out = np.zeros(shape, dtype=array.dtype)
    y = np.arange(shape[1], dtype=np.float64)[:, None]
    x = np.arange(shape[2], dtype=np.float64)[None, :]
    for z in range(shape[0]):
        inside = np.ones(shape[1:], dtype=bool)
        at = []
        for row in range(3):
            m = mapping[row]
            place = np.rint(np.round(m[0] * z + m[1] * y + m[2] * x + m[3], 4)).astype(np.int64)
            inside &= (place >= 0) & (place < array.shape[row])
            at.append(place)
        out[z][inside] = array[at[0][inside], at[1][inside], at[2][inside]]
    return out


def _both(own: Grid, grid: Grid) -> str:
    return f"mask is {describe(own)}; image is {describe(grid)}"


def _hint(own: Grid, grid: Grid) -> str:
    return "; the orientation of the " + ("image" if own.trusted else "mask") + " is unknown"


def _objects(
    annotation: Annotation,
    values: NDArray[Any],
    grid: Grid,
    groups: Mapping[str, tuple[int, ...]],
) -> list[Object3D]:
    """Objects by raw key; empty ones are left out."""
    wanted = sorted({v for members in groups.values() for v in members})
    if not wanted:
        return []
    low, crop = _crop(values, wanted)
    if crop.size == 0:
        return []
    counts = _count(crop, wanted)
    found = []
    for raw, members in groups.items():
        present = tuple(v for v in members if counts[0][v].any())
        if present:
            found.append(
                Object3D(annotation, raw, annotation.instance, present, crop, low, counts,
                         grid.shape)
            )  # fmt: skip
    return found


def _crop(values: NDArray[Any], wanted: Sequence[int]) -> tuple[tuple[int, int, int], NDArray[Any]]:
    hits = [np.zeros(n, dtype=bool) for n in values.shape]
    for z, slab in enumerate(values):  # no copy of a whole volume
        bits = slab != 0 if 0 not in wanted else np.isin(slab, wanted)
        rows = bits.any(axis=1)
        if rows.any():
            hits[0][z] = True
            hits[1] |= rows
            hits[2] |= bits.any(axis=0)
    if not hits[0].any():
        return (0, 0, 0), np.zeros((0, 0, 0), values.dtype)
    places = [np.flatnonzero(hit) for hit in hits]
    spans = [(int(at[0]), int(at[-1]) + 1) for at in places]
    (z1, z2), (y1, y2), (x1, x2) = spans
    return (z1, y1, x1), values[z1:z2, y1:y2, x1:x2].copy()


def _count(
    crop: NDArray[Any], wanted: Sequence[int]
) -> tuple[Mapping[int, NDArray[np.int64]], ...]:
    """Area of each wanted value per slice, for the three axes: by runs of equal values in rows."""
    known = np.array(wanted)
    tables = [np.zeros((len(wanted), n), dtype=np.int64) for n in crop.shape]
    _, height, width = crop.shape
    rows, columns = np.zeros((len(wanted), height)), np.zeros((len(wanted), width + 1))
    for z, slab in enumerate(crop):
        flat = slab.reshape(-1)
        changed = np.empty(flat.size, dtype=bool)  # whether a run ends after a pixel
        np.not_equal(flat[1:], flat[:-1], out=changed[:-1])
        changed[width - 1 :: width] = True
        stops = np.flatnonzero(changed) + 1
        starts = np.concatenate(([0], stops[:-1]))
        found = flat[starts]
        place = np.searchsorted(known, found).clip(0, len(known) - 1)
        hit = known[place] == found
        place, starts, stops = place[hit], starts[hit], stops[hit]
        sizes = stops - starts
        row, column = np.divmod(starts, width)
        tables[0][:, z] = np.bincount(place, sizes, len(known))
        rows += np.bincount(place * height + row, sizes, rows.size).reshape(rows.shape)
        first = place * (width + 1) + column
        columns += np.bincount(first, minlength=columns.size).reshape(columns.shape)
        columns -= np.bincount(first + sizes, minlength=columns.size).reshape(columns.shape)
    tables[1][:] = rows
    tables[2][:] = columns.cumsum(axis=1)[:, :-1]
    return tuple(
        {value: table[i] for i, value in enumerate(wanted)} for table in tables
    )  # fmt: skip
