"""DICOM slices that know where they are in the patient, and the stacks that they make.

Slices belong together by series, frame of reference, orientation, size and spacing, in order along
their normal by ImagePositionPatient: never by file name, InstanceNumber or SliceLocation. Where
several lie at one place, the tag that tells them apart (echo, time, b-value, kernel …) splits
them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from gmai_data.errors import RejectedItem
from gmai_data.read.dicom import frame, frame_count, modality_values, padding
from gmai_data.read.dicom_facts import acquisition, image_type, numbers, pet_header, text_of
from gmai_data.read.geometry import Grid, cross, plane_grid
from gmai_data.read.inputs import Inputs
from gmai_data.read.intensity import suv_factor
from gmai_data.read.mosaic import Tiles, is_mosaic, tiles_of
from gmai_data.schema import CaseFile, Pairs, SliceFile

CROSS_SECTIONAL: Final = frozenset(("CT", "MR", "PT"))
_ENHANCED: Final = frozenset((
    "1.2.840.10008.5.1.4.1.1.2.1", "1.2.840.10008.5.1.4.1.1.4.1", "1.2.840.10008.5.1.4.1.1.130",
))  # fmt: skip
EVEN_MM: Final = 0.1  # slice distances that differ by less, or by 2 %, are even
EVEN_SHARE: Final = 0.02
SAME_TURN: Final = 2e-3  # direction cosines that differ by less are of one stack
# what tells images of the same places apart, the likeliest first
_APART: Final = (
    "EchoTime", "EchoNumbers", "TemporalPositionIdentifier", "TemporalPositionIndex",
    "DiffusionBValue", "TriggerTime", "NominalCardiacTriggerDelayTime", "ContrastBolusAgent",
    "ConvolutionKernel", "AcquisitionNumber", "StackID", "InversionTime", "AcquisitionDateTime",
    "AcquisitionTime", "ContentTime",
)  # fmt: skip
_ENHANCED_NAMES: Final = {
    "EchoTime": ("EffectiveEchoTime",),
    "AcquisitionDateTime": ("FrameAcquisitionDateTime", "FrameReferenceDateTime"),
}
# projections through a volume and oblique reconstructions of it are not its slices
_RECONSTRUCTED: Final = frozenset(("MIP", "MINIP", "MPR", "PROJECTION IMAGE", "VOLREN", "CURVED"))


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """One decoded slice with its place in the patient."""

    values: NDArray[Any]  # after the modality LUT
    position: tuple[float, ...]
    turn: tuple[float, ...]
    spacing: tuple[float, ...]  # row, column
    apart: tuple[str, ...]  # values of `_APART`, "" where absent
    sop: str
    modality: str
    hu: bool
    image_type: tuple[str, ...]
    acquisition: Pairs
    file: SliceFile
    order: int
    suv: float | None = None  # factor from the values to SUV, of a PET that has all it needs
    series: str = ""  # SeriesInstanceUID
    frame_of_reference: str = ""  # FrameOfReferenceUID; "" where the object has none
    number: int = 0  # InstanceNumber or frame: the order of repeats at one place


def planes_of(header: Any, file: CaseFile, inputs: Inputs, start: int) -> list[Plane]:
    """The slices of an object that knows where they are; none for a projection or a photograph.

    Raises:
        RejectedItem: corrupt ``no-functional-groups``, ``no-position``, ``undecodable`` …; policy
            ``mosaic`` where the private header does not say how it was tiled.
    """
    modality = text_of(header, "Modality")
    if modality not in CROSS_SECTIONAL:
        return []
    count = frame_count(header, file.path)
    items = header.get("PerFrameFunctionalGroupsSequence", None) or ()
    tiles = tiles_of(header, inputs.data(file.path), file.path) if is_mosaic(header) else None
    if text_of(header, "SOPClassUID") in _ENHANCED or count > 1:
        if len(items) != count:
            found = f"{len(items)} frame items, {count} frames"
            raise RejectedItem("corrupt", "no-functional-groups", found, file.path)
    elif numbers(header.get("ImageOrientationPatient", None), 6) is None:
        return []
    shared = (header.get("SharedFunctionalGroupsSequence", None) or [None])[0]
    common: dict[str, Any] = {
        "sop": uid_of(header, file), "modality": modality, "image_type": image_type(header),
        "acquisition": acquisition(header), "file": inputs.file(file.role, file.path),
        "suv": suv_factor(pet_header(header)) if modality == "PT" else None,
        "series": text_of(header, "SeriesInstanceUID"),
        "frame_of_reference": text_of(header, "FrameOfReferenceUID"),
    }  # fmt: skip
    planes: list[Plane] = []
    for index in range(count):
        groups = (items[index] if items else None, shared, header)
        position = _from(groups, "PlanePositionSequence", "ImagePositionPatient", 3)
        turn = _from(groups, "PlaneOrientationSequence", "ImageOrientationPatient", 6)
        spacing = _from(groups, "PixelMeasuresSequence", "PixelSpacing", 2)
        if turn is None or position is None:
            raise RejectedItem("corrupt", "no-position", f"frame {index + 1}", file.path)
        check_turn(turn, file.path)
        stored = frame(header, index, file.path)
        if stored.ndim != 2:
            return []
        rescale = _holder(groups, "PixelValueTransformationSequence")
        values = modality_values(header, stored, file.path, rescale)
        hidden = padding(header, stored)
        if hidden is not None and hidden.any() and not hidden.all():
            values = values.copy()
            values[hidden] = values[~hidden].min()
        unit = _unit(groups)
        if unit:
            facts = {**dict(acquisition(header)), "value_unit": unit}
            common["acquisition"] = tuple(sorted(facts.items()))
        common |= {
            "hu": is_hu(header, rescale), "apart": _apart(groups, header), "turn": turn,
            "spacing": spacing or (0.0, 0.0),
        }  # fmt: skip
        if tiles is None:
            number = index if items else _whole(header.get("InstanceNumber", None))
            planes.append(Plane(values=values, position=position, order=start + index,
                                number=number, **common))  # fmt: skip
        else:
            planes += _untiled(values, tiles, start, common)
    return planes


def _untiled(values: NDArray[Any], tiles: Tiles, start: int, common: dict[str, Any]) -> list[Plane]:
    return [
        Plane(values=tile, position=position, order=start + k, number=k, **common)
        for k, (tile, position) in enumerate(tiles.cut(values))
    ]


def check_turn(turn: Sequence[float], path: str) -> None:
    """Refuse direction cosines that are no two unit vectors at a right angle.

    Raises:
        RejectedItem: corrupt ``bad-orientation``.
    """
    across, down = turn[:3], turn[3:]
    sizes = [sum(v * v for v in part) for part in (across, down)]
    dot = sum(a * b for a, b in zip(across, down, strict=True))
    if any(abs(size - 1) > 0.01 for size in sizes) or abs(dot) > 0.01:
        found = f"ImageOrientationPatient is {list(turn)}"
        raise RejectedItem("corrupt", "bad-orientation", found, path)


def uid_of(header: Any, file: CaseFile) -> str:
    """SOPInstanceUID; the path of a file without one."""
    return text_of(header, "SOPInstanceUID") or file.path


def stacks_of(planes: Sequence[Plane]) -> list[list[Plane]]:
    """Slices that belong together, each stack in order along its normal, largest stacks first.

    An object that is there twice counts once, as does a picture that is there twice at one place.
    """
    groups: list[list[Plane]] = []
    seen: set[tuple[str, tuple[float, ...], int]] = set()
    for plane in planes:
        same = (plane.sop, plane.position, plane.number)
        if same in seen:
            continue
        seen.add(same)
        home = next((g for g in groups if _belongs(plane, g[0])), None)
        if home is None:
            groups.append([plane])
        else:
            home.append(plane)
    stacks = [stack for group in groups for part in _parted(group) for stack in _layers(part)]
    return sorted(stacks, key=lambda s: (-len(s), s[0].apart, s[0].order))


def _belongs(plane: Plane, other: Plane) -> bool:
    return (
        plane.values.shape == other.values.shape
        and (plane.series, plane.frame_of_reference, plane.modality, plane.image_type)
        == (other.series, other.frame_of_reference, other.modality, other.image_type)
        and all(abs(a - b) <= 1e-4 for a, b in zip(plane.spacing, other.spacing, strict=True))
        and all(abs(a - b) <= SAME_TURN for a, b in zip(plane.turn, other.turn, strict=True))
    )


def _parted(group: list[Plane]) -> list[list[Plane]]:
    """A group split by the tags that differ between slices at one place, as few as it takes."""
    for at in range(len(_APART)):
        crowded = _crowded(group)
        if not crowded:
            return [group]
        if all(len({p.apart[at] for p in same}) == 1 for same in crowded):
            continue
        by_value: dict[str, list[Plane]] = {}
        for plane in group:
            by_value.setdefault(plane.apart[at], []).append(plane)
        if len(by_value) > max(len(same) for same in crowded):
            continue  # a tag that differs from slice to slice tells no stacks apart
        return [part for some in by_value.values() for part in _parted(some)]
    return [group]


def _crowded(group: Sequence[Plane]) -> list[list[Plane]]:
    places: dict[float, list[Plane]] = {}
    for plane in group:
        places.setdefault(round(depth_of(plane), 2), []).append(plane)
    return [same for same in places.values() if len(same) > 1]


def _layers(group: Sequence[Plane]) -> list[list[Plane]]:
    """Slices in order of place; what no tag tells apart by its number, equal pictures once."""
    layers: list[list[Plane]] = []
    ordered = sorted(group, key=lambda p: (depth_of(p), p.number, p.order))
    for _, places in itertools.groupby(ordered, key=lambda p: round(depth_of(p), 2)):
        kept: list[Plane] = []
        for plane in places:
            if not any(np.array_equal(plane.values, other.values) for other in kept):
                kept.append(plane)
        for layer, plane in enumerate(kept):
            if layer == len(layers):
                layers.append([])
            layers[layer].append(plane)
    return layers


def is_even(stack: Sequence[Plane]) -> bool:
    """Whether slices are at even distances, so that they make a volume."""
    if len(stack) < 2 or set(stack[0].image_type) & _RECONSTRUCTED:
        return False
    gaps = steps_of(stack)
    middle = sorted(gaps)[len(gaps) // 2]
    return all(abs(g - middle) <= max(EVEN_MM, EVEN_SHARE * middle) for g in gaps)


def steps_of(stack: Sequence[Plane]) -> list[float]:
    """Distances of neighbouring slices along the normal, mm."""
    depths = [depth_of(plane) for plane in stack]
    return [round(b - a, 6) for a, b in itertools.pairwise(depths)]


def stack_facts(stack: Sequence[Plane]) -> Pairs:
    """Header facts of a stack, and what its positions say: gaps between or over slices."""
    facts = dict(stack[0].acquisition)
    steps = steps_of(stack)
    if steps and is_even(stack):
        thickness = float(facts.get("slice_thickness_mm", "0"))
        gap = round(sorted(steps)[len(steps) // 2] - thickness, 2)
        if thickness > 0 and abs(gap) >= EVEN_MM:
            facts["slice_gap_mm"] = f"{gap:g}"
        else:
            facts.pop("slice_gap_mm", None)
    elif steps:
        facts.pop("slice_gap_mm", None)
        facts["slice_steps_mm"] = f"{min(steps):g} to {max(steps):g}"
    return tuple(sorted(facts.items()))


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


def depth_of(plane: Plane) -> float:
    """Distance of a slice from the origin along its normal, mm."""
    normal = cross(plane.turn[:3], plane.turn[3:])
    return round(sum(n * p for n, p in zip(normal, plane.position, strict=True)), 6)


def is_hu(header: Any, rescale: Any) -> bool:
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
    holders = [header]
    for group in groups[:2]:
        for keyword in ("FrameContentSequence", "MREchoSequence", "MRDiffusionSequence",
                        "CardiacSynchronizationSequence", "MRImagingModifierSequence"):  # fmt: skip
            sequence = None if group is None else group.get(keyword, None)
            if sequence:
                holders.append(sequence[0])
    found = []
    for keyword in _APART:
        names = (keyword, *_ENHANCED_NAMES.get(keyword, ()))
        texts = [text_of(h, name) for name in names for h in reversed(holders)]
        found.append(next((text for text in texts if text), ""))
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


def _unit(groups: Sequence[Any]) -> str:
    """What the values of a map are in (UCUM), from its real world value mapping (C.7.6.16.2.11)."""
    for group in groups:
        for item in (group.get("RealWorldValueMappingSequence", None) or ()) if group else ():
            codes = item.get("MeasurementUnitsCodeSequence", None) or ()
            text = text_of(codes[0], "CodeValue") if codes else ""
            if re.fullmatch(r"[A-Za-z0-9%/*^.{}()\[\]-]{1,16}", text):
                return text
    return ""


def _whole(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0
