"""DICOM segmentations (SEG) on the grid of their image, segment by segment.

PS3.3 C.8.20.2: binary frames are bit-packed without padding, fractional ones count from half of
the maximum, label maps hold segment numbers. Each frame is placed by its own position; order and
completeness of frames mean nothing.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from gmai_data.declare import Mask
from gmai_data.errors import RejectedItem
from gmai_data.grammar.names import UnknownLabelError, bind_name, find_key, name_keys
from gmai_data.read.dicom import frame, frame_count, numbers, open_dicom, text_of
from gmai_data.read.geometry import Grid, cross, describe, grid_map
from gmai_data.read.objects import Object3D, value_objects
from gmai_data.schema import Annotation


def seg_objects(
    part: Mask, annotation: Annotation, grid: Grid, data: bytes, path: str
) -> list[Object3D]:
    """Objects of a SEG file on the image's grid, one per segment that `names` keeps.

    Raises:
        RejectedItem: corrupt ``seg-frames`` (items and frames disagree), ``seg-geometry``,
            ``mask-grid``, ``unknown-label``.
    """
    header = open_dicom(data, path)
    if text_of(header, "Modality") != "SEG":
        found = f"modality {text_of(header, 'Modality') or 'not given'}"
        raise RejectedItem("corrupt", "not-a-seg", found, path)
    if not grid.trusted:
        raise RejectedItem("corrupt", "mask-grid", "the image's position is unknown", path)
    segments = segment_keys(part, annotation, header, path)
    volumes: dict[int, NDArray[np.bool_]] = {}
    for number, plane, placed in frames_of(header, path):
        for segment in segments:
            if number not in (segment, 0):
                continue
            bits = plane == segment if number == 0 else plane > 0
            volume = volumes.setdefault(segment, np.zeros(grid.shape, dtype=bool))
            _paste(volume, bits, placed, grid, path)
    found_objects: list[Object3D] = []
    for segment, key in segments.items():
        if segment in volumes:
            single = Mask("", name=key or "segment", resample=part.resample)
            tagged = Annotation(
                part=annotation.part, kind="mask", raw=key, files=annotation.files,
                attrs=annotation.attrs, rater=annotation.rater, instance=annotation.instance,
            )  # fmt: skip
            found_objects += value_objects(
                single, tagged, volumes[segment].view(np.uint8), grid, path
            )
    return found_objects


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


def frames_of(header: Any, path: str) -> list[tuple[int, NDArray[Any], Grid]]:
    """Frames as (segment number or 0 for a label map, pixels, one-slice grid)."""
    items = header.get("PerFrameFunctionalGroupsSequence", None) or ()
    count = frame_count(header, path)
    if len(items) != count:
        found = f"{len(items)} frame items, {count} frame{'s' if count > 1 else ''}"
        raise RejectedItem("corrupt", "seg-frames", found, path)
    shared = (header.get("SharedFunctionalGroupsSequence", None) or [None])[0]
    kind = text_of(header, "SegmentationType").upper()
    half = int(header.get("MaximumFractionalValue", 255) or 255) / 2
    found_frames = []
    for index, item in enumerate(items):
        pixels = frame(header, index, path)
        if kind == "FRACTIONAL":
            pixels = pixels >= half
        number = 0
        if kind != "LABELMAP":
            groups = _group(item, shared, "SegmentIdentificationSequence", path)
            number = int(groups.ReferencedSegmentNumber)
        found_frames.append((number, pixels, frame_grid(item, shared, pixels.shape, path)))
    return found_frames


def frame_grid(item: Any, shared: Any, shape: tuple[int, ...], path: str) -> Grid:
    """The grid of one frame: its own functional group first, then the shared one."""
    position = numbers(
        _group(item, shared, "PlanePositionSequence", path).get("ImagePositionPatient"), 3
    )
    turn = numbers(
        _group(item, shared, "PlaneOrientationSequence", path).get("ImageOrientationPatient"), 6
    )
    measures = _group(item, shared, "PixelMeasuresSequence", path)
    spacing = numbers(measures.get("PixelSpacing"), 2)
    if position is None or turn is None or spacing is None:
        raise RejectedItem("corrupt", "seg-geometry", "a frame has no position", path)
    return plane_grid(position, turn, spacing, shape)


def plane_grid(
    position: tuple[float, ...],
    turn: tuple[float, ...],
    spacing: tuple[float, ...],
    shape: tuple[int, ...],
    step: tuple[float, ...] | None = None,
    count: int = 1,
) -> Grid:
    """A grid of ``count`` slices from ImagePosition, ImageOrientation and PixelSpacing."""
    affine = np.eye(4)
    affine[:3, 0] = cross(turn[:3], turn[3:]) if step is None else step
    affine[:3, 1] = [v * spacing[0] for v in turn[3:]]
    affine[:3, 2] = [v * spacing[1] for v in turn[:3]]
    affine[:3, 3] = position
    return Grid((count, int(shape[0]), int(shape[1])), affine)


def _group(item: Any, shared: Any, keyword: str, path: str) -> Any:
    for holder in (item, shared):
        sequence = None if holder is None else holder.get(keyword, None)
        if sequence:
            return sequence[0]
    raise RejectedItem("corrupt", "seg-geometry", f"no {keyword}", path)


def _paste(
    volume: NDArray[np.bool_], bits: NDArray[np.bool_], placed: Grid, grid: Grid, path: str
) -> None:
    """Add a frame to the volume where its pixels are voxels of the grid."""
    mapping = grid_map(placed, grid)
    at: list[NDArray[np.int64]] = []
    rows, columns = np.nonzero(bits)
    if rows.size == 0:
        return
    for row in range(3):
        m = mapping[row]
        exact = m[1] * rows + m[2] * columns + m[3]
        near = np.rint(np.round(exact, 4))
        if np.abs(exact - near).max() > 0.1:
            found = f"frame is {describe(placed)}; image is {describe(grid)}"
            raise RejectedItem("corrupt", "mask-grid", found, path)
        at.append(near.astype(np.int64))
    for axis in range(3):
        if at[axis].min() < 0 or at[axis].max() >= grid.shape[axis]:
            found = f"frame is {describe(placed)}; image is {describe(grid)}"
            raise RejectedItem("corrupt", "mask-grid", found, path)
    # steps must be voxel by voxel: otherwise two pixels could share a voxel or leave gaps
    if np.abs(np.abs(mapping[:, 1:3]).sum(axis=0) - 1).max() > 1e-3:
        found = f"frame is {describe(placed)}; image is {describe(grid)}"
        raise RejectedItem("corrupt", "mask-grid", found, path)
    volume[at[0], at[1], at[2]] = True
