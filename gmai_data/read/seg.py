"""DICOM segmentations (SEG) on the slices of their image, segment by segment.

PS3.3 C.8.20.2: binary frames are bit-packed without padding, fractional ones count from half of
the maximum, label maps hold segment numbers. Each frame is placed by its own position, or by the
image it was derived from; order of frames means nothing. A frame that is left out is an empty one
(C.8.20.3.3 leaves it to the writer), but only on slices that the segmentation refers to.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gmai_data.declare import Mask
from gmai_data.errors import RejectedItem
from gmai_data.grammar.names import UnknownLabelError, bind_name, find_key, name_keys
from gmai_data.read.dicom import frame, frame_count, open_dicom
from gmai_data.read.dicom_facts import numbers, text_of
from gmai_data.read.dicom_walk import NATIVE
from gmai_data.read.geometry import Grid, describe, grid_map, plane_grid
from gmai_data.read.objects import Object3D, on_grid, value_objects
from gmai_data.read.reference import (
    SLICE_MM,
    Drawn,
    Reference,
    Target,
    check_frame,
    reference_of,
    spanned,
    target_of_grid,
)
from gmai_data.schema import Annotation

Bits = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class SegFrame:
    """One frame of a SEG: what it is of and where it lies."""

    index: int
    segment: int  # 0 in a label map
    placed: Grid | None  # of one slice; None where only the image it was made on is named
    source: str  # SOPInstanceUID of the one image it was derived from, or ""


def seg_objects(
    part: Mask,
    annotation: Annotation,
    image: Grid | Target,
    data: bytes,
    path: str,
) -> Drawn:
    """Objects of a SEG on the image's slices, one per segment that `names` keeps.

    Raises:
        RejectedItem: corrupt ``not-a-seg``, ``seg-frames`` (items and frames disagree),
            ``seg-geometry`` (no position, or two that disagree), ``frame-of-reference``,
            ``mask-grid`` (another grid and no ``resample=True``), ``unknown-label``.
    """
    header = open_dicom(data, path)
    if text_of(header, "Modality") != "SEG":
        found = f"modality {text_of(header, 'Modality') or 'not given'}"
        raise RejectedItem("corrupt", "not-a-seg", found, path)
    target = image if isinstance(image, Target) else target_of_grid(image)
    if not target.grid.trusted:
        raise RejectedItem("corrupt", "mask-grid", "the image's position is unknown", path)
    reference = reference_of(header)
    check_frame(reference, target, path)
    segments = segment_keys(part, annotation, header, path)
    frames = seg_frames(header, path)
    annotated = seg_extent(reference, frames, target)
    by_segment: dict[int, list[SegFrame]] = {}
    for one in frames:
        by_segment.setdefault(one.segment, []).append(one)
    objects: list[Object3D] = []
    for segment, key in segments.items():
        mine = by_segment.get(segment, []) + by_segment.get(0, [])
        volume = _volume(header, mine, segment, target, path, resample=part.resample)
        if volume is None:
            continue
        single = Mask("", name=key or "segment")
        tagged = replace(annotation, raw=key, values=(), slice="")
        found_objects = value_objects(single, tagged, volume.view(np.uint8), target.grid, path)
        objects += [replace(o, annotated=annotated) for o in found_objects]
    return Drawn(objects, annotated)


def seg_extent(reference: Reference, frames: Iterable[SegFrame], target: Target) -> Bits | None:
    """The slices that were segmented, None for all: those referred to, else those between frames.

    What a SEG refers to was segmented, with or without a frame; without a list of instances only
    the slices from the first to the last frame were for certain.
    """
    listed = reference.annotated(target)
    if listed is None:
        places = [one.placed for one in frames if one.placed is not None]
        if not target.sops or not places:
            return None
        normal = target.normal
        depths = [float(np.round((p.affine[:3, 3] * normal).sum(), 6)) for p in places]
        listed = spanned(target, depths)
    return None if listed.all() else listed


def segment_keys(part: Mask, annotation: Annotation, header: Any, path: str) -> dict[int, str]:
    """Segment number to the `names` key its label matches; ignored segments left out."""
    keys: dict[int, str] = {}
    for item in header.get("SegmentSequence", None) or ():
        number = int(item.SegmentNumber)
        label = text_of(item, "SegmentLabel")
        if part.names is None:
            keys[number] = annotation.raw
            continue
        key = find_key(part.names, label) or find_key(part.names, str(number))
        if key is None:
            error = UnknownLabelError(label, name_keys(part.names))
            raise RejectedItem(error.kind, error.rule, f"segment {error.value}", path)
        if bind_name(part.names, key) is not None:
            keys[number] = key
    if not keys and not header.get("SegmentSequence", None):
        raise RejectedItem("corrupt", "seg-frames", "no segments", path)
    return keys


def seg_frames(header: Any, path: str) -> list[SegFrame]:
    """What each frame is of and where it lies; no pixels.

    Raises:
        RejectedItem: corrupt ``seg-frames``, ``seg-geometry``.
    """
    items = header.get("PerFrameFunctionalGroupsSequence", None) or ()
    count = frame_count(header, path)
    if len(items) != count:
        found = f"{len(items)} frame items, {count} frame{'s' if count > 1 else ''}"
        raise RejectedItem("corrupt", "seg-frames", found, path)
    shared = (header.get("SharedFunctionalGroupsSequence", None) or [None])[0]
    kind = text_of(header, "SegmentationType").upper()
    shape = int(header.Rows), int(header.Columns)
    described = {int(s.SegmentNumber) for s in header.get("SegmentSequence", None) or ()}
    frames = []
    for index, item in enumerate(items):
        number = 0
        if kind != "LABELMAP":
            which = _group(item, shared, "SegmentIdentificationSequence")
            if which is None or which.get("ReferencedSegmentNumber", None) is None:
                raise RejectedItem("corrupt", "seg-frames", "a frame of no segment", path)
            number = int(which.ReferencedSegmentNumber)
            if number not in described:
                found = f"frame {index + 1} is of segment {number}, which is not described"
                raise RejectedItem("corrupt", "seg-frames", found, path)
        source = _source_of(item, shared)
        placed = _placed(item, shared, shape)
        if placed is None and not source:
            found = f"frame {index + 1} has no position and names no image"
            raise RejectedItem("corrupt", "seg-geometry", found, path)
        frames.append(SegFrame(index, number, placed, source))
    return frames


def frame_bits(header: Any, index: int, segment: int, path: str) -> Bits:
    """The pixels of one frame that belong to a segment."""
    if header.get("BitsAllocated", None) == 1 and header.file_meta.TransferSyntaxUID in NATIVE:
        return _packed_frame(header, index, path)
    pixels = frame(header, index, path)
    kind = text_of(header, "SegmentationType").upper()
    if kind == "LABELMAP":
        return np.asarray(pixels == segment)
    if kind == "FRACTIONAL":
        full = int(header.get("MaximumFractionalValue", 255) or 255)
        return np.asarray(pixels.astype(np.int32) * 2 >= full)
    return np.asarray(pixels > 0)


def _packed_frame(header: Any, index: int, path: str) -> Bits:
    """One frame of single bits, which may start within a byte (PS3.5 8.2).

    pydicom 3.0 refuses some frames whose size is no multiple of eight.
    """
    rows, columns = int(header.Rows), int(header.Columns)
    start, end = index * rows * columns, (index + 1) * rows * columns
    data, last = header.get("PixelData", None) or b"", -(-end // 8)
    if len(data) < last:
        found = f"{len(data)} bytes of pixels, frame {index + 1} ends with byte {last}"
        raise RejectedItem("corrupt", "undecodable", found, path)
    packed = np.frombuffer(data, np.uint8, last - start // 8, start // 8)
    bits = np.unpackbits(packed, bitorder="little")[start % 8 :][: end - start]
    return bits.reshape(rows, columns).view(bool)


def _volume(
    header: Any,
    frames: Sequence[SegFrame],
    segment: int,
    target: Target,
    path: str,
    *,
    resample: bool,
) -> Bits | None:
    """The voxels of one segment on the target's slices; None where it has no frame."""
    if not frames:
        return None
    volume = np.zeros(target.grid.shape, dtype=bool)
    where = {sop: k for k, sop in enumerate(target.sops)}
    unique = len(where) == len(target.sops)
    try:
        for one in frames:
            bits = frame_bits(header, one.index, segment, path)
            at = where.get(one.source) if unique else None
            if one.placed is None:
                _lay(volume, bits, at, target, path)
            else:
                _check_source(one.placed, at, target, path)
                _paste(volume, bits, one.placed, target, path)
    except RejectedItem as reason:
        placed = {one.index: one.placed for one in frames if one.placed is not None}
        if reason.rule != "mask-grid" or not resample or len(placed) < len(frames):
            raise
        own, array = _own_volume(header, frames, placed, segment, target, path)
        nearest = on_grid(array.view(np.uint8), own, target.grid, path, resample=True)
        return nearest.view(bool)
    return volume


def _lay(volume: Bits, bits: Bits, at: int | None, target: Target, path: str) -> None:
    """A frame that names its image and has no position of its own."""
    if at is None or bits.shape != target.grid.shape[1:]:
        found = "a frame has no position, and the image it names is not this one"
        raise RejectedItem("corrupt", "seg-geometry", found, path)
    volume[at] |= bits


def _check_source(placed: Grid, at: int | None, target: Target, path: str) -> None:
    """Refuse a frame whose position is not that of the one image it says it was made on."""
    if at is None:
        return
    index, off, half = target.nearest(_depth(placed, target))
    if index != at or off > max(half, SLICE_MM):
        found = f"a frame lies at slice {index + 1} of the image and says it is of slice {at + 1}"
        raise RejectedItem("corrupt", "seg-geometry", found, path)


def _depth(placed: Grid, target: Target) -> float:
    return float(np.round((placed.affine[:3, 3] * target.normal).sum(), 6))


def _paste(volume: Bits, bits: Bits, placed: Grid, target: Target, path: str) -> None:
    """Add a frame to the volume where its pixels are voxels of the image.

    Raises:
        RejectedItem: corrupt ``mask-grid``.
    """
    rows, columns = np.nonzero(bits)
    if rows.size == 0:
        return
    grid, first = target.grid, 0
    if not target.even:  # slices at uneven distances: the one that the frame lies on
        first, off, _ = target.nearest(_depth(placed, target))
        affine = target.grid.affine.copy()
        affine[:3, 0], affine[:3, 3] = target.normal, target.positions[first]
        grid = Grid((1, *target.grid.shape[1:]), affine)
        if off > SLICE_MM:
            raise _off_grid(placed, target, path)
    mapping = grid_map(placed, grid)
    at: list[NDArray[np.int64]] = []
    for row in range(3):
        m = mapping[row]
        exact = m[1] * rows + m[2] * columns + m[3]
        near = np.rint(np.round(exact, 4))
        if np.abs(exact - near).max() > 0.1:
            raise _off_grid(placed, target, path)
        at.append(near.astype(np.int64))
    for axis in range(3):
        if at[axis].min() < 0 or at[axis].max() >= grid.shape[axis]:
            raise _off_grid(placed, target, path)
    # steps must be voxel by voxel: otherwise two pixels could share a voxel or leave gaps
    if np.abs(np.abs(mapping[:, 1:3]).sum(axis=0) - 1).max() > 1e-3:
        raise _off_grid(placed, target, path)
    volume[at[0] + first, at[1], at[2]] = True


def _off_grid(placed: Grid, target: Target, path: str) -> RejectedItem:
    found = f"frame is {describe(placed)}; image is {describe(target.grid)}"
    return RejectedItem("corrupt", "mask-grid", found, path)


def _own_volume(
    header: Any,
    frames: Sequence[SegFrame],
    placed: Mapping[int, Grid],
    segment: int,
    target: Target,
    path: str,
) -> tuple[Grid, Bits]:
    """The voxels of one segment on the segmentation's own grid.

    Raises:
        RejectedItem: corrupt ``seg-geometry`` where its frames are no stack of even steps.
    """
    first = placed[frames[0].index]
    normal = first.affine[:3, 0]
    depths = {i: round(float((g.affine[:3, 3] * normal).sum()), 4) for i, g in placed.items()}
    levels = sorted(set(depths.values()))
    shared = (header.get("SharedFunctionalGroupsSequence", None) or [None])[0]
    measures = _group(None, shared, "PixelMeasuresSequence")
    keywords = ("SpacingBetweenSlices", "SliceThickness")
    stated = [numbers([measures.get(k, None)], 1) for k in keywords] if measures else []
    steps = [b - a for a, b in itertools.pairwise(levels) if b - a > SLICE_MM]
    step = min(steps) if steps else next((s[0] for s in stated if s and s[0] > 0), 1.0)
    low = min(depths, key=lambda i: (depths[i], i))
    start = placed[low]
    count = round((levels[-1] - levels[0]) / step) + 1
    affine = start.affine.copy()
    affine[:3, 0] = normal * step
    grid = Grid((count, *start.shape[1:]), np.round(affine, 9))
    volume = np.zeros(grid.shape, dtype=bool)
    own = Target(grid, np.array([affine[:3, 3] + k * affine[:3, 0] for k in range(count)]))
    for one in frames:
        bits = frame_bits(header, one.index, segment, path)
        try:
            _paste(volume, bits, placed[one.index], own, path)
        except RejectedItem:
            found = f"its frames are no stack; image is {describe(target.grid)}"
            raise RejectedItem("corrupt", "seg-geometry", found, path) from None
    return grid, volume


def _placed(item: Any, shared: Any, shape: tuple[int, ...]) -> Grid | None:
    """The grid of one frame: its own functional group first, then the shared one."""
    groups = [
        _group(item, shared, name)
        for name in ("PlanePositionSequence", "PlaneOrientationSequence", "PixelMeasuresSequence")
    ]
    if any(group is None for group in groups):
        return None
    position = numbers(groups[0].get("ImagePositionPatient", None), 3)
    turn = numbers(groups[1].get("ImageOrientationPatient", None), 6)
    spacing = numbers(groups[2].get("PixelSpacing", None), 2)
    if position is None or turn is None or spacing is None or min(spacing) <= 0:
        return None
    return plane_grid(position, turn, spacing, shape)


def _source_of(item: Any, shared: Any) -> str:
    """The one image a frame was derived from; "" for none or several."""
    derived = _group(item, shared, "DerivationImageSequence")
    images: Any = (derived.get("SourceImageSequence", None) or ()) if derived is not None else ()
    return text_of(images[0], "ReferencedSOPInstanceUID") if len(images) == 1 else ""


def _group(item: Any, shared: Any, keyword: str) -> Any:
    for holder in (item, shared):
        sequence = None if holder is None else holder.get(keyword, None)
        if sequence:
            return sequence[0]
    return None
