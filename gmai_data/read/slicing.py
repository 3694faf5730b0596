"""A volume, or several channels on one grid, to pictures: planes, choice, window, labels."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from gmai_data.config import ReadConfig
from gmai_data.read.choose import choose, is_blank
from gmai_data.read.findings import side_of
from gmai_data.read.geometry import Cut, Grid, cuts
from gmai_data.read.intensity import Grey, Window
from gmai_data.read.looks import looked_at
from gmai_data.read.masks import Cropped, cropped
from gmai_data.read.midline import Midline
from gmai_data.read.objects import Object3D
from gmai_data.read.relations import related, structures_of, third_of
from gmai_data.read.stored import Mark, Picture, store
from gmai_data.schema import Case, Pairs, Slice, SliceFile

VIEWS: Final = 32  # pictures kept while slices are chosen


@dataclass(frozen=True, slots=True, eq=False)
class Channel:
    """One image volume and what is known of it."""

    role: str  # "image" for the only one
    array: NDArray[Any]  # (z, y, x)
    window: Window
    modality: str = ""
    acquisition: Pairs = ()
    files: tuple[SliceFile, ...] = ()
    shows: tuple[SliceFile, ...] = ()  # by index along the first axis, where a file is a slice
    hu: bool = False  # values are Hounsfield units
    doubt: str = ""  # why the values may not be what their modality says


def slice_volume(
    case: Case,
    channels: Sequence[Channel],
    grid: Grid,
    objects: Sequence[Object3D],
    absent: Sequence[Mark],
    config: ReadConfig,
    *,
    mask_files: tuple[SliceFile, ...] = (),
    millimetres: bool = True,
    midline: Midline | None = None,
    protocol: bool = False,
    gantry: bool = False,
    levels: Sequence[str] = (),
    empties: Sequence[str] = (),
    loose: bool = False,
    viewed: bool = False,
    placed: Mapping[int, Sequence[Mark]] | None = None,
    variant: str = "",
    instances: Sequence[tuple[str, ...]] = (),
    noted: Mapping[str, Sequence[int]] | None = None,
) -> list[Picture]:
    """Pictures of the channels at the chosen positions of every plane that can be shown.

    ``absent`` are labels that hold for every slice. ``levels`` and ``empties`` are by label part:
    what its labels are true of, and what its absence from a slice means. ``loose`` slices are
    parallel but not evenly spaced: only the acquired plane, no volumes. ``viewed`` volumes show a
    declared view, which only the acquired plane has. ``placed`` are marks drawn on single slices,
    by index along the first array axis, in its (row, column) pixels. ``instances`` say by the same
    index which file a slice shows, ``noted`` of which slices a class is stated.
    """
    placed = placed or {}
    pictures: list[Picture] = []
    voxel_mm3 = abs(float(np.linalg.det(grid.affine[:3, :3])))
    files = {c.role: _files(c, mask_files) for c in channels}
    structures = () if loose else structures_of(objects, grid, midline)
    holders = {f"{o.annotation.part}/{o.raw}": o for o in objects if not o.instance}
    for cut in _planes(grid, config, protocol=protocol, gantry=gantry, loose=loose, viewed=viewed):
        shown = {}
        drawn, stated = {}, {}
        size = [grid.shape[a] for a in range(3) if a != cut.axis]
        if cut.axis == 0:
            drawn = {cut.count - 1 - i if cut.flip_index else i: m for i, m in placed.items()}
            stated = {
                f"noted {name}": _only(_turned(cut, at), cut.count, size)
                for name, at in (noted or {}).items()
            }
        for number, thing in enumerate(objects):
            areas = thing.areas(cut.axis)
            shown[number] = areas[::-1] if cut.flip_index else areas
        shown_at = _viewer(cut, channels[0])
        chosen = (
            range(cut.count)
            if config.budget == 0
            else choose(
                cut.count,
                {
                    **{_name(o, n): shown[n].tolist() for n, o in enumerate(objects)},
                    **{f"drawn {k}": _only([k], cut.count, size) for k in drawn},
                    **stated,
                },
                budget=config.budget,
                label_free=config.label_free,
                min_area=config.min_mask_share * size[0] * size[1],
                seed=f"{case.key}/{cut.plane or cut.display}",
                usable=_shows_something(shown_at),
            )
        )
        for index in chosen:
            if config.budget == 0 and is_blank(shown_at(index)):
                continue
            marks = list(absent)
            for number, thing in enumerate(objects):
                marks += _marks(
                    thing, cut, index, grid, midline, bool(shown[number][index]), voxel_mm3,
                    levels, empties,
                    millimetres=millimetres and not loose,
                )  # fmt: skip
            marks += [turn_mark(m, cut, (size[0], size[1])) for m in drawn.get(index, ())]
            marks = [_with_third(m, holders, cut, index, grid) for m in related(marks)]
            at = cut.array_index(index)
            made_of = instances[at] if instances and cut.axis == 0 else ()
            for channel in channels:
                view = shown_at if channel is channels[0] else _viewer(cut, channel)
                pixels = view(index)
                known = Slice(
                    hash="", case="", source="", modality=channel.modality,
                    sequence="" if channel.role == "image" else channel.role,
                    plane=cut.plane, index=index, count=cut.count,
                    variant=variant or ("" if channel.role == "image" else channel.role),
                    thickness_mm=cut.step_mm if millimetres and not loose else None,
                    orientation=cut.orientation, display=cut.display, window=channel.window.text,
                    acquisition=turned_facts(channel.acquisition, cut),
                    files=files[channel.role](cut, at), instances=made_of, structures=structures,
                    doubts=(channel.doubt,) if channel.doubt else (),
                )  # fmt: skip
                hu = cut.take(channel.array, index) if channel.hu and marks else None
                pictures.append(
                    store(
                        case, pixels, looked_at(marks, pixels, hu), config, known,
                        spacing_mm=cut.spacing_mm if millimetres else None,
                        aspect=cut.spacing_mm,
                    )
                )  # fmt: skip
    return pictures


def turned_facts(acquisition: Pairs, cut: Cut) -> Pairs:
    """The facts of an acquired picture, with how it was stored where it was turned for display."""
    if not cut.stored or cut.stored == cut.orientation or not cut.acquired:
        return acquisition
    return tuple(sorted((*acquisition, ("stored_orientation", cut.stored))))


def _files(
    channel: Channel, mask_files: tuple[SliceFile, ...]
) -> Callable[[Cut, int], tuple[SliceFile, ...]]:
    """What a slice was made of, by place in the array: its own file, or all of them across."""
    every = (*channel.files, *mask_files)
    own = [(file, *mask_files) for file in channel.shows]
    return lambda cut, at: own[at] if own and cut.axis == 0 else every


def _viewer(cut: Cut, channel: Channel) -> Callable[[int], Grey]:
    """8-bit pictures of a channel by index; the last ones are kept, not a second volume."""

    @functools.lru_cache(maxsize=VIEWS)
    def view(index: int) -> Grey:
        return upright(cut, channel.window.apply(cut.plane_of(channel.array, index)))

    return view


def upright(cut: Cut, grey: Grey) -> Grey:
    """A grey plane of the array as the stored picture shows it: `Cut.turn` at half the cost."""
    if cut.row_axis > cut.column_axis:
        grey = cv2.transpose(grey)
    if cut.flip_rows or cut.flip_columns:
        across = 1 if cut.flip_columns else 0
        grey = cv2.flip(grey, -1 if cut.flip_rows and cut.flip_columns else across)
    return grey


def _shows_something(view: Callable[[int], Grey]) -> Callable[[int], bool]:
    return lambda index: not is_blank(view(index))


def _turned(cut: Cut, indices: Sequence[int]) -> list[int]:
    """Places along the first array axis as indices of the cut."""
    return [cut.count - 1 - i if cut.flip_index else i for i in indices]


def _only(indices: Sequence[int], count: int, size: Sequence[int]) -> list[int]:
    """Areas of something that is on these slices only, large enough to choose one."""
    return [size[0] * size[1] if i in indices else 0 for i in range(count)]


def turn_mark(mark: Mark, cut: Cut, size: tuple[int, int]) -> Mark:
    """A mark in the pixels of the array (height, width) of ``size``, as the picture is turned."""
    height, width = size
    mask = None if mark.mask is None else cropped(cut.turn(mark.mask.full()))
    box, point = mark.box, mark.point
    if cut.row_axis > cut.column_axis:
        height, width = width, height
        box = None if box is None else (box[1], box[0], box[3], box[2])
        point = None if point is None else (point[1], point[0])
    if cut.flip_columns:
        box = None if box is None else (width - box[2], box[1], width - box[0], box[3])
        point = None if point is None else (width - point[0], point[1])
    if cut.flip_rows:
        box = None if box is None else (box[0], height - box[3], box[2], height - box[1])
        point = None if point is None else (point[0], height - point[1])
    return replace(mark, mask=mask, box=box, point=point)


def _planes(
    grid: Grid, config: ReadConfig, *, protocol: bool, gantry: bool, loose: bool, viewed: bool
) -> list[Cut]:
    """The planes worth storing: those asked for and not too thin; the acquired one always."""
    kept = []
    only = 0 if loose or grid.shape[0] == 1 else None
    for cut in cuts(grid, protocol=protocol, gantry=gantry, only=only):
        height = grid.shape[cut.row_axis] * cut.spacing_mm[0]
        width = grid.shape[cut.column_axis] * cut.spacing_mm[1]
        thin = min(height, width) < config.min_edge_ratio * max(height, width)
        if viewed and not cut.acquired:
            continue
        few = cut.step_mm > 1.5 * max(cut.spacing_mm)  # slices are thick: this is how it was made
        if cut.plane in ("axial", "coronal", "sagittal"):
            if cut.plane not in config.planes:
                continue
            if thin and not (cut.acquired and (few or only is not None)):
                continue
        kept.append(cut)
    return kept


def _name(thing: Object3D, number: int) -> str:
    return f"{thing.annotation.part}/{thing.raw}/{thing.annotation.rater}/{number}"


def _marks(
    thing: Object3D,
    cut: Cut,
    index: int,
    grid: Grid,
    midline: Midline | None,
    here: bool,
    voxel_mm3: float,
    levels: Sequence[str],
    empties: Sequence[str],
    *,
    millimetres: bool,
) -> list[Mark]:
    annotation = thing.annotation
    # in the volume but not on this slice: absent here where the source annotates all of it
    stated = empties and empties[annotation.part] == "absent" and not thing.instance
    if not here and not (stated and thing.annotated_on(cut, index)):
        return []
    known: dict[str, Any] = {
        "part": annotation.part, "raw": thing.raw, "instance": thing.instance,
        "rater": annotation.rater, "attrs": annotation.attrs,
        "level": levels[annotation.part] if levels else "image",
    }  # fmt: skip
    if not here:
        return [Mark("mask", {**known, "presence": "absent"}, empty="absent")]
    mask = thing.slice(cut, index)
    if millimetres and not thing.cut_off:
        known["volume_ml"] = round(thing.voxels * voxel_mm3 / 1000, 3)
    if midline is not None and grid.trusted:
        offsets = np.round(_offsets(mask, cut, index, grid) - midline.x_mm, 6)
        side = side_of(offsets, len(mask.pieces[1]), midline.margin_mm)
        if side:
            known["side"], known["side_source"] = side, "geometry"
    return [Mark("mask", known, mask=mask)]


def _with_third(
    mark: Mark, holders: Mapping[str, Object3D], cut: Cut, index: int, grid: Grid
) -> Mark:
    """A mark with the third of the structure it lies in, where that one is whole."""
    holder = holders.get(str(mark.known.get("within", "")))
    if holder is None or mark.mask is None:
        return mark
    z_mm = round(float(_places(mark.mask, cut, index, grid, 2).mean()), 6)
    third = third_of(holder, grid, z_mm)
    return replace(mark, known={**mark.known, "third": third}) if third else mark


def _offsets(mask: Cropped, cut: Cut, index: int, grid: Grid) -> NDArray[np.float64]:
    """Coordinates from right to left (LPS, mm) of the pixels of a mask, in any order."""
    if grid.affine[0, cut.row_axis] != 0:
        return _places(mask, cut, index, grid, 0)
    columns = np.arange(mask.box[0], mask.box[2])
    place = _along(np.zeros_like(columns), columns, cut, index, grid, 0)
    return np.repeat(place, mask.by_column)  # one sum per column: all rows have the same


def _places(mask: Cropped, cut: Cut, index: int, grid: Grid, axis: int) -> NDArray[np.float64]:
    """Coordinate along a patient axis (LPS, mm) of every pixel of a mask."""
    return _along(*mask.points, cut, index, grid, axis)


def _along(
    rows: NDArray[np.int64], columns: NDArray[np.int64], cut: Cut, index: int, grid: Grid, axis: int
) -> NDArray[np.float64]:
    if cut.flip_rows:
        rows = grid.shape[cut.row_axis] - 1 - rows
    if cut.flip_columns:
        columns = grid.shape[cut.column_axis] - 1 - columns
    x = grid.affine[axis]
    place = (
        x[cut.row_axis] * rows
        + x[cut.column_axis] * columns
        + x[cut.axis] * cut.array_index(index)
        + x[3]
    )
    return np.asarray(np.round(place, 6))
