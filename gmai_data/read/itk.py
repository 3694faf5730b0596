"""MetaImage and NRRD by SimpleITK, 3D Slicer's segmentations among them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Final

import numpy as np

from gmai_data.errors import RejectedItem
from gmai_data.read.geometry import Grid
from gmai_data.read.inputs import MAX_FILE_BYTES
from gmai_data.read.values import whole_values
from gmai_data.read.volume import Volume, check_affine, file_shape

_SEGMENT: Final = re.compile(r"Segment(\d+)_(Name|LabelValue|Layer)")
_DETACHED: Final = re.compile(
    rb"^[ \t]*(?:ElementDataFile[ \t]*=|data[ ]?file:)[ \t]*(.*?)[ \t\r]*$",
    re.MULTILINE | re.IGNORECASE,
)
_MATRIX: Final = re.compile(
    rb"^[ \t]*(?:TransformMatrix|Rotation|Orientation)[ \t]*=", re.MULTILINE
)
_SPACE: Final = re.compile(
    rb"^space:[ \t]*(?:(?:left|right)-(?:posterior|anterior)-superior|LPS|RAS|LAS|RPS)[ \t\r]*$",
    re.MULTILINE | re.IGNORECASE,
)


def load_itk(name: str, path: str, *, labels: bool) -> Volume:
    """A volume from a local file; see `load_volume`. Oriented only where the file says so."""
    import SimpleITK as sitk

    sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(1)
    sitk.ProcessObject.GlobalWarningDisplayOff()
    head = _header(name)
    check_detached(name, head, path)
    reader = sitk.ImageFileReader()
    reader.SetFileName(name)
    try:
        reader.ReadImageInformation()
        size = math.prod(reader.GetSize()) * 8
        if size > 8 * MAX_FILE_BYTES:
            raise RejectedItem("policy", "volume-too-large", f"{size} bytes", path)
        image = reader.Execute()
    except RuntimeError as error:
        last = str(error).strip().splitlines()[-1].replace(name, path)
        raise RejectedItem("corrupt", "not-a-volume", last[:160], path) from None
    n = image.GetDimension()
    if n not in (2, 3):
        raise RejectedItem("corrupt", "not-a-volume", f"{n} dimensions", path)
    view = sitk.GetArrayViewFromImage(image)
    if view.dtype.kind not in "iufb":
        raise RejectedItem("corrupt", "voxel-type", f"voxels are {view.dtype}", path)
    if image.GetNumberOfComponentsPerPixel() > 1:
        view = np.moveaxis(view, -1, 0)
    array = np.ascontiguousarray(whole_values(view, path) if labels else view)
    if np.shares_memory(array, view):
        array = array.copy()
    spacing = (*image.GetSpacing(), 1.0)[:3]
    origin = (*image.GetOrigin(), 0.0)[:3]
    if not all(math.isfinite(v) and v > 0 for v in spacing):
        raise RejectedItem("corrupt", "no-spacing", f"voxel sizes {list(spacing)}", path)
    direction = np.eye(3)
    direction[:n, :n] = np.array(image.GetDirection()).reshape(n, n)
    affine = np.eye(4)
    affine[:3, :3] = direction * np.array(spacing)
    affine[:3, 3] = origin
    if not np.isfinite(affine).all():
        raise RejectedItem("corrupt", "bad-affine", "the affine holds what is no number", path)
    if n == 2:
        array = array[..., None, :, :]
    trusted = n == 3 and _itk_oriented(name, head)
    if trusted:
        check_affine(affine, path)
    else:
        affine = np.diag([*spacing, 1.0])
    shape = file_shape(tuple(reversed(array.shape[-3:])))
    grid = Grid(shape, np.round(affine, 9)[:, [2, 1, 0, 3]], trusted)
    keys = {key: image.GetMetaData(key) for key in image.GetMetaDataKeys()}
    return Volume(array, grid, segments=segments_of(keys))


def segments_of(metadata: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """Segments of a 3D Slicer segmentation: name -> (layer, value), from its NRRD fields.

    Source: the `SegmentN_Name`, `SegmentN_Layer` and `SegmentN_LabelValue` keys of `.seg.nrrd`.
    """
    rows: dict[int, dict[str, str]] = {}
    for key, value in metadata.items():
        match = _SEGMENT.fullmatch(key)
        if match is not None:
            rows.setdefault(int(match[1]), {})[match[2]] = value
    return {
        row["Name"]: (int(row.get("Layer", "0")), int(row["LabelValue"]))
        for _, row in sorted(rows.items())
        if "Name" in row and row.get("LabelValue", "").isdigit() and row.get("Layer", "0").isdigit()
    }


def _header(name: str) -> bytes:
    """The text in front of the pixels: all of it for a header file, else its beginning."""
    with open(name, "rb") as stream:
        head = stream.read(1 << 16)
    if name.lower().endswith(".nrrd"):
        return head.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
    local = re.search(rb"ElementDataFile[ \t]*=[ \t]*LOCAL[ \t\r]*\n", head, re.IGNORECASE)
    return head[: local.end()] if local else head


def check_detached(name: str, head: bytes, path: str) -> None:
    """Refuse a header that names pixels elsewhere: only files beside it are read.

    Raises:
        RejectedItem: corrupt ``path-escape``.
    """
    for match in _DETACHED.finditer(head):
        first = match[1].decode("utf-8", "replace").strip()
        listed = re.fullmatch(r"LIST(?:[ :].*)?", first, re.IGNORECASE) is not None
        rest = head[match.end() :].decode("utf-8", "replace").splitlines() if listed else [first]
        for file in rest:
            parts = re.split(r"[\\/]", file.strip())
            if file.strip().startswith(("/", "\\")) or ".." in parts or ":" in parts[0]:
                raise RejectedItem("corrupt", "path-escape", f'its pixels are "{file}"', path)


def _itk_oriented(name: str, head: bytes) -> bool:
    """Whether a MetaImage has a matrix, or an NRRD a patient space."""
    if name.lower().endswith((".mha", ".mhd")):
        return _MATRIX.search(head) is not None
    return _SPACE.search(head) is not None
