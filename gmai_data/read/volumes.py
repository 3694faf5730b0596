"""Cases of volume files: NIfTI, MetaImage, NRRD, one file per channel or channels in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from gmai_data.config import ReadConfig
from gmai_data.declare import (
    Boxes,
    Files,
    Points,
    Source,
    Term,
    display_of,
    intensity_of,
    label_parts,
    window_of,
)
from gmai_data.errors import RejectedItem
from gmai_data.read.geometry import Grid, describe, grid_map, same_grid
from gmai_data.read.inputs import Inputs
from gmai_data.read.intensity import (
    SUV_WINDOW,
    Window,
    ct_scale,
    ct_window,
    declared_offset,
    percentile_window,
    window_name,
)
from gmai_data.read.mask_files import frame_of, volume_objects
from gmai_data.read.midline import find_midline
from gmai_data.read.planar import box_marks, known_of, point_mark
from gmai_data.read.slicing import Channel, slice_volume
from gmai_data.read.stored import Mark, Picture
from gmai_data.read.volume import Volume, load_volume
from gmai_data.schema import Annotation, Case

MIN_SIDE: Final = 8  # voxels of the shorter side of a picture


def read_volumes(source: Source, case: Case, inputs: Inputs, config: ReadConfig) -> list[Picture]:
    """Pictures of a case of volume files. Channels on one grid are cut at the same places."""
    loaded: dict[str, Volume] = {}
    groups: list[tuple[Grid, list[Channel]]] = []
    frame = _frame(case)
    for file in case.files:
        if file.path not in loaded:
            with inputs.local(file.path) as name:
                loaded[file.path] = load_volume(name, file.path, frame=frame)
        volume = loaded[file.path]
        array = one_channel_of(source, case, file.role, volume.array, file.path)
        check_size(volume.grid, file.path)
        channel = image_channel(source, case, file.role, array)[0]
        channel = replace(channel, files=(inputs.file(file.role, file.path),))
        home = next((g for g in groups if _matches(g[0], volume.grid)), None)
        if home is None:
            groups.append((volume.grid, [channel]))
        else:
            home[1].append(channel)
    loaded.clear()
    _check_owners(source, case)
    pictures: list[Picture] = []
    parts = label_parts(source)
    for number, (grid, channels) in enumerate(groups):
        roles = {c.role for c in channels}
        mine = [a for a in case.annotations if a.kind == "mask" and _owns(source, a, roles, number)]
        objects, absent = volume_objects(source, mine, grid, inputs)
        placed = placed_marks(source, case, grid) if number == 0 else {}
        hu = next((c.array for c in channels if c.hu), None)
        display = display_of(source, case.layout)
        # frames or arrays kept as volumes: the header's axes are made up, and so are unit steps
        if display in ("as stored", "as array"):
            grid = replace(grid, trusted=False, reversed=display == "as array")
        millimetres = known_size(grid) and display != "as array"
        pictures += slice_volume(
            case, channels, grid, objects, absent, config,
            mask_files=tuple(inputs.file("mask", p) for p in sorted({p for a in mine
                                                                     for p in a.files})),
            millimetres=millimetres,
            midline=find_midline(grid, hu) if objects else None,
            protocol=_modality(source, case, channels[0].role) == "MR",
            levels=[p.level for p in parts], empties=[p.empty for p in parts], placed=placed,
            viewed=source.view is not None,
        )  # fmt: skip
    return pictures


def check_size(grid: Grid, path: str) -> None:
    """Refuse what cannot be shown in any plane.

    Raises:
        RejectedItem: corrupt ``too-small``.
    """
    if sorted(grid.shape)[1] < MIN_SIDE:
        size = " x ".join(str(n) for n in reversed(grid.shape))
        found = f"{size} voxels; a picture has at least {MIN_SIDE} x {MIN_SIDE}"
        raise RejectedItem("corrupt", "too-small", found, path)


def _frame(case: Case) -> int | None:
    """The frame of a 4D file that a case is, where it is one."""
    text = dict((*case.identity, *case.fields)).get("frame", "")
    return int(text) if text.isdigit() else None


def _check_owners(source: Source, case: Case) -> None:
    """Refuse a mask that belongs to a channel which this case lacks: it would be lost.

    Raises:
        RejectedItem: corrupt ``mask-grid``.
    """
    parts = label_parts(source)
    roles = {file.role for file in case.files}
    for annotation in case.annotations:
        grid = getattr(parts[annotation.part], "grid", None)
        if grid and grid not in roles and annotation.state == "given":
            found = f"the mask is on the grid of {grid!r}, which this case does not have"
            path = annotation.files[0] if annotation.files else ""
            raise RejectedItem("corrupt", "mask-grid", found, path)


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


def one_channel_of(
    source: Source, case: Case, role: str, array: NDArray[Any], path: str
) -> NDArray[Any]:
    """The 3D array of one channel or frame of a file that may hold several."""
    if array.ndim == 3:
        return array
    channels = source.cases.channels if isinstance(source.cases, Files) else None
    at = _frame(case)
    if isinstance(channels, Sequence) and role in channels:
        at = list(channels).index(role)
    return frame_of(array, at, path)


def image_channel(
    source: Source, case: Case, role: str, array: NDArray[Any], modality: str = "", part: str = ""
) -> tuple[Channel, NDArray[Any] | None]:
    """A channel with its window, and its voxels in HU if it is a CT.

    HU windows are used only for values that are HU: declared so, or a CT whose values show it. What
    they show instead is a doubt that the slices keep; what they contradict is refused.
    ``part`` is the header's body part, for a source that declares no anatomy.

    Raises:
        RejectedItem: corrupt ``intensity-conflict``.
    """
    if array.dtype == bool:
        array = array.view(np.uint8)
    kind = modality or _modality(source, case, role)
    intensity = intensity_of(source, case.layout)
    declared = declared_offset(intensity)
    window: Window
    doubt, hu = "", False
    if kind == "CT" and (declared is None or declared[0] == "HU"):
        if declared is not None and declared[1]:
            array = _offset(array, int(declared[1]))
        scale, seen = ct_scale(array)
        if declared is not None and scale in ("offset", "twice", "8-bit", "normalised"):
            found = f'{seen}, but intensity="{intensity}" is declared'
            raise RejectedItem("corrupt", "intensity-conflict", found, _path_of(case, role))
        hu = declared is not None or scale == "HU"
        doubt = "" if hu else f"not in HU: {seen}"
    if hu:
        anatomy = source.anatomy or ((part.lower(),) if part else ())
        window = ct_window(window_name(window_of(source, case.layout), anatomy))
    elif kind == "PET" and declared is not None and declared[0] == "SUV":
        window = SUV_WINDOW
    elif (declared is None and array.dtype == np.uint8) or (
        declared is not None and declared[0] == "8-bit"
    ):
        if array.dtype != np.uint8 and (array.min(initial=0) < 0 or array.max(initial=0) > 255):
            found = f'values run from {array.min():g} to {array.max():g}, but "8-bit" is declared'
            raise RejectedItem("corrupt", "intensity-conflict", found, _path_of(case, role))
        window = Window(0.0, 255.0, "8-bit as stored")
    elif doubt and seen.endswith("before"):
        window = Window(0.0, 255.0, "8-bit as stored")
    else:
        window = percentile_window(array)
    return Channel(role, array, window, hu=hu, doubt=doubt), array if hu else None


def _offset(array: NDArray[Any], by: int) -> NDArray[Any]:
    """Stored values as HU in 16 bits, a slice at a time: never a second wide copy."""
    out = np.empty(array.shape, dtype=np.int16)
    for stored, slab in zip(array, out, strict=True):
        slab[...] = np.clip(stored.astype(np.int32) + by, -32768, 32767)
    return out


def _path_of(case: Case, role: str) -> str:
    return next((file.path for file in case.files if file.role == role), "")


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
