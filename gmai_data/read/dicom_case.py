"""Cases of DICOM files: a series or an enhanced object is a volume, the rest are pictures."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from gmai_data.config import ReadConfig
from gmai_data.declare import Source, label_parts
from gmai_data.errors import RejectedItem
from gmai_data.read.dicom import (
    acquisition,
    check_picture,
    frame,
    frame_count,
    image_type,
    modality_values,
    numbers,
    open_dicom,
    padding,
    pet_header,
    text_of,
)
from gmai_data.read.dicom_flat import read_flat
from gmai_data.read.geometry import Grid, cross
from gmai_data.read.identifying import check_pixels
from gmai_data.read.inputs import Inputs
from gmai_data.read.intensity import SUV_WINDOW, suv_factor
from gmai_data.read.midline import find_midline
from gmai_data.read.places import Names, check_places, names_of, noted_slices, placed_marks
from gmai_data.read.seg import plane_grid
from gmai_data.read.slicing import slice_volume
from gmai_data.read.stored import Picture
from gmai_data.read.volumes import image_channel, volume_objects
from gmai_data.schema import Case, CaseFile, Pairs, SliceFile

CROSS_SECTIONAL: Final = frozenset(("CT", "MR", "PT"))
_ENHANCED: Final = frozenset((
    "1.2.840.10008.5.1.4.1.1.2.1", "1.2.840.10008.5.1.4.1.1.4.1", "1.2.840.10008.5.1.4.1.1.130",
))  # fmt: skip
EVEN_MM: Final = 0.1  # slice distances that differ by less, or by 2 %, are even
EVEN_SHARE: Final = 0.02
# slices that differ in one of these are different images of the same places
_APART: Final = ("EchoTime", "EchoNumbers", "AcquisitionNumber", "TemporalPositionIdentifier",
                 "DiffusionBValue", "TriggerTime", "ConvolutionKernel", "ImageType",
                 "ContrastBolusAgent")  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """One decoded slice with its place in the patient."""

    values: NDArray[Any]  # after the modality LUT
    position: tuple[float, ...]
    turn: tuple[float, ...]
    spacing: tuple[float, ...]  # row, column
    apart: tuple[str, ...]
    sop: str
    modality: str
    hu: bool
    image_type: tuple[str, ...]
    acquisition: Pairs
    file: SliceFile
    order: int
    suv: float | None = None  # factor from the values to SUV, of a PET that has all it needs


def read_dicom(source: Source, case: Case, inputs: Inputs, config: ReadConfig) -> list[Picture]:
    """Pictures of a case of DICOM files.

    Raises:
        RejectedItem: the first reason, where none of the files can be used; corrupt files always.
    """
    planes: list[Plane] = []
    pictures: list[Picture] = []
    flat: list[tuple[CaseFile, Any]] = []
    refused: RejectedItem | None = None
    called: list[tuple[str, str]] = []
    for file in case.files:
        header = open_dicom(inputs.data(file.path), file.path)
        called.append((file.path, uid_of(header, file)))
        try:
            check_picture(header, file.path)
            check_pixels(header, file.path, looked_at=source.pixels_checked)
        except RejectedItem as reason:
            if reason.kind != "policy":
                raise
            refused = refused or reason
            continue
        found = planes_of(header, file, inputs, len(planes))
        planes += found
        if not found:
            flat.append((file, header))
    names = names_of(called)
    for file, header in flat:
        ids = names.ids(case, uid_of(header, file))
        beside = bool(planes)
        pictures += read_flat(source, case, file, header, inputs, config, ids, beside=beside)
    stacks = stacks_of(planes)
    check_places(source, case, stacks, names)
    for number, stack in enumerate(stacks):
        variant = f"stack{number + 1}" if len(stacks) > 1 else ""
        pictures += _read_stack(source, case, stack, names, inputs, config, variant)
    if not pictures and refused is not None:
        raise refused
    return pictures


def uid_of(header: Any, file: CaseFile) -> str:
    """SOPInstanceUID; the path of a file without one."""
    return text_of(header, "SOPInstanceUID") or file.path


def planes_of(header: Any, file: CaseFile, inputs: Inputs, start: int) -> list[Plane]:
    """The slices of an object that knows where they are; none for a projection or a photograph."""
    modality = text_of(header, "Modality")
    if modality not in CROSS_SECTIONAL:
        return []
    count = frame_count(header, file.path)
    items = header.get("PerFrameFunctionalGroupsSequence", None) or ()
    if text_of(header, "SOPClassUID") in _ENHANCED or count > 1:
        if len(items) != count:
            found = f"{len(items)} frame items, {count} frames"
            raise RejectedItem("corrupt", "no-functional-groups", found, file.path)
    elif numbers(header.get("ImageOrientationPatient", None), 6) is None:
        return []
    shared = (header.get("SharedFunctionalGroupsSequence", None) or [None])[0]
    planes = []
    for index in range(count):
        groups = (items[index] if items else None, shared, header)
        where = {
            "position": _from(groups, "PlanePositionSequence", "ImagePositionPatient", 3),
            "turn": _from(groups, "PlaneOrientationSequence", "ImageOrientationPatient", 6),
            "spacing": _from(groups, "PixelMeasuresSequence", "PixelSpacing", 2),
        }
        missing = [k for k, v in where.items() if v is None]
        if "turn" in missing or "position" in missing:
            raise RejectedItem("corrupt", "no-position", f"frame {index + 1}", file.path)
        stored = frame(header, index, file.path)
        if stored.ndim != 2:
            return []
        rescale = _holder(groups, "PixelValueTransformationSequence")
        values = modality_values(header, stored, file.path, rescale)
        hidden = padding(header, stored)
        if hidden is not None and hidden.any() and not hidden.all():
            values = values.copy()
            values[hidden] = values[~hidden].min()
        planes.append(
            Plane(
                values=values, position=where["position"] or (), turn=where["turn"] or (),
                spacing=where["spacing"] or (0.0, 0.0), apart=_apart(groups, header),
                sop=uid_of(header, file), modality=modality,
                hu=_is_hu(header, rescale), image_type=image_type(header),
                acquisition=acquisition(header), file=inputs.file(file.role, file.path),
                order=start + index,
                suv=suv_factor(pet_header(header)) if modality == "PT" else None,
            )
        )  # fmt: skip
    return planes


def stacks_of(planes: Sequence[Plane]) -> list[list[Plane]]:
    """Slices that belong together, each stack in order along its normal, largest stacks first.

    Same orientation, size, spacing and acquisition; equal positions go to different stacks; an
    object that is there twice counts once.
    """
    groups: dict[tuple[Any, ...], list[Plane]] = {}
    seen: set[tuple[str, tuple[float, ...]]] = set()
    for plane in planes:
        if (plane.sop, plane.position) in seen:
            continue
        seen.add((plane.sop, plane.position))
        key = (
            tuple(round(v, 3) for v in plane.turn), plane.values.shape,
            tuple(round(v, 4) for v in plane.spacing), plane.apart, plane.modality,
        )  # fmt: skip
        groups.setdefault(key, []).append(plane)
    stacks: list[list[Plane]] = []
    for group in groups.values():
        layers: list[list[Plane]] = []
        places: dict[float, int] = {}
        for plane in sorted(group, key=lambda p: (_depth(p), p.order)):
            depth = round(_depth(plane), 3)
            layer = places.get(depth, 0)
            places[depth] = layer + 1
            if layer == len(layers):
                layers.append([])
            layers[layer].append(plane)
        stacks += layers
    return sorted(stacks, key=lambda s: (-len(s), s[0].apart, s[0].order))


def is_even(stack: Sequence[Plane]) -> bool:
    """Whether slices are at even distances, so that they make a volume."""
    if len(stack) < 2:
        return False
    depths = [_depth(p) for p in stack]
    gaps = [round(b - a, 6) for a, b in itertools.pairwise(depths)]
    middle = sorted(gaps)[len(gaps) // 2]
    return all(abs(g - middle) <= max(EVEN_MM, EVEN_SHARE * middle) for g in gaps)


def stack_grid(stack: Sequence[Plane]) -> Grid:
    """The grid of a stack; sheared where positions drift along the couch (gantry tilt)."""
    first, last = stack[0], stack[-1]
    spacing = first.spacing if min(first.spacing) > 0 else (1.0, 1.0)
    step = None
    if len(stack) > 1:
        steps = [(b - a) / (len(stack) - 1) for a, b in zip(first.position, last.position,
                                                            strict=True)]  # fmt: skip
        step = tuple(round(v, 6) for v in steps)
    shape = first.values.shape
    return plane_grid(first.position, first.turn, spacing, shape, step, len(stack))


def _read_stack(
    source: Source,
    case: Case,
    stack: list[Plane],
    names: Names,
    inputs: Inputs,
    config: ReadConfig,
    variant: str,
) -> list[Picture]:
    first = stack[0]
    grid = stack_grid(stack)
    kinds = {p.values.dtype for p in stack}
    common = next(iter(kinds)) if len(kinds) == 1 else np.result_type(*kinds)
    array = np.stack([p.values.astype(common, copy=False) for p in stack])
    kind = {"CT": "CT", "PT": "PET"}.get(first.modality, first.modality)
    if first.modality == "CT" and not first.hu:
        kind = "CT map"
    factors = {p.suv for p in stack}
    body_part = dict(first.acquisition).get("body_part", "")
    channel, hu = image_channel(source, case, first.file.role, array, kind, body_part)
    factor = factors.pop() if len(factors) == 1 else None
    if factor is not None:
        array = array.astype(np.float32) * np.float32(factor)
        channel = replace(channel, array=array, window=SUV_WINDOW)
    channel = replace(
        channel, modality=first.modality, acquisition=first.acquisition,
        files=tuple(p.file for p in stack) if len({p.file for p in stack}) > 1 else (first.file,),
    )  # fmt: skip
    masks = [a for a in case.annotations if (a.kind == "mask" and not a.slice and a.files)
             or (a.kind == "mask" and a.state != "given")]  # fmt: skip
    objects, absent = volume_objects(source, masks, grid, inputs, [p.file.path for p in stack])
    placed = placed_marks(source, case, stack, names, inputs)
    parts = label_parts(source)
    return slice_volume(
        case, [channel], grid, objects, absent, config,
        mask_files=tuple(inputs.file("mask", p) for p in sorted({p for a in masks
                                                                 for p in a.files})),
        millimetres=min(first.spacing) > 0,
        midline=find_midline(grid, hu) if objects and is_even(stack) else None,
        protocol=first.modality == "MR",
        gantry=len(first.image_type) > 2 and first.image_type[2] == "AXIAL",
        levels=[p.level for p in parts], empties=[p.empty for p in parts],
        loose=not is_even(stack), placed=placed, variant=variant,
        instances=[names.ids(case, p.sop) for p in stack],
        noted=noted_slices(case, stack, names),
    )  # fmt: skip


def _depth(plane: Plane) -> float:
    normal = cross(plane.turn[:3], plane.turn[3:])
    return round(sum(n * p for n, p in zip(normal, plane.position, strict=True)), 6)


def _is_hu(header: Any, rescale: Any) -> bool:
    """Whether a CT object's values are Hounsfield units: said so, or original and axial."""
    holder = rescale if rescale is not None else header
    kind = text_of(holder, "RescaleType").upper()
    words = image_type(header)
    if kind == "HU":
        return True
    plain = not kind or kind == "US"
    derived_map = "RealWorldValueMappingSequence" in header or "DERIVED" in words[:1]
    return (
        plain
        and not (kind == "US" and derived_map)
        and ("AXIAL" in words or not words or words[0] == "ORIGINAL")
    )


def _apart(groups: Sequence[Any], header: Any) -> tuple[str, ...]:
    found = [text_of(header, keyword) for keyword in _APART]
    content = groups[0].get("FrameContentSequence", None) if groups[0] is not None else None
    if content:
        found += [text_of(content[0], "TemporalPositionIndex"), text_of(content[0], "StackID")]
    return tuple(found)


def _holder(groups: Sequence[Any], keyword: str) -> Any:
    for holder in groups[:2]:
        sequence = None if holder is None else holder.get(keyword, None)
        if sequence:
            return sequence[0]
    return None


def _from(groups: Sequence[Any], keyword: str, tag: str, count: int) -> tuple[float, ...] | None:
    holder = _holder(groups, keyword)
    return numbers((holder if holder is not None else groups[2]).get(tag, None), count)
