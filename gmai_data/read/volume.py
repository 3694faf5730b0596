"""Volumes to arrays: NIfTI by a streaming reader, MetaImage and NRRD by SimpleITK.

Arrays are (slice, row, column) in memory order with the fastest file axis last; a fourth, first
axis holds channels or time. The affine belongs to that axis order and is in LPS mm.
"""

from __future__ import annotations

import math
import zlib
from dataclasses import dataclass
from typing import IO, Any, Final

import numpy as np
from numpy.typing import NDArray

from gmai_data.errors import RejectedItem
from gmai_data.read.geometry import Grid
from gmai_data.read.inputs import MAX_FILE_BYTES

NIFTI: Final = frozenset((".nii", ".nii.gz", ".hdr", ".img", ".hdr.gz", ".img.gz", ".mgz", ".mgh"))
ITK: Final = frozenset((".mha", ".mhd", ".nrrd", ".nhdr"))
SIZE_TOLERANCE: Final = 0.01  # affine columns against pixdim


@dataclass(frozen=True, slots=True, eq=False)
class Volume:
    """Voxels on a grid; ``array`` is (z, y, x) or (channel, z, y, x)."""

    array: NDArray[Any]
    grid: Grid


def load_volume(name: str, path: str) -> Volume:
    """A volume from a local file ``name``; ``path`` is what messages call it.

    Raises:
        RejectedItem: corrupt ``truncated-file``, ``not-a-volume``, ``no-spacing``; policy
            ``volume-too-large``.
    """
    lower = name.lower()
    if any(lower.endswith(suffix) for suffix in ITK):
        return _load_itk(name, path)
    return _load_nifti(name, path)


def _load_nifti(name: str, path: str) -> Volume:
    import nibabel
    from nibabel.filebasedimages import ImageFileError
    from nibabel.wrapstruct import WrapStructError

    try:
        image: Any = nibabel.load(name)
        header = image.header
        shape = tuple(int(n) for n in image.shape)
    except (ImageFileError, WrapStructError, OSError, EOFError, ValueError, zlib.error) as error:
        what = str(error).replace(name, path)[:160]
        raise RejectedItem("corrupt", "not-a-volume", what, path) from None
    while len(shape) > 3 and shape[-1] == 1:
        shape = shape[:-1]
    if len(shape) == 5 and shape[3] == 1:  # vector images keep their channels on axis 4
        shape = (*shape[:3], shape[4])
    if len(shape) not in (2, 3, 4) or min(shape) < 1:
        raise RejectedItem("corrupt", "not-a-volume", f"shape {shape}", path)
    if len(shape) == 2:
        shape = (*shape, 1)
    kind = np.dtype(header.get_data_dtype())
    if kind.fields is not None or kind.kind == "c":
        raise RejectedItem("corrupt", "voxel-type", f"voxels are {kind}", path)
    size = math.prod(shape) * kind.itemsize
    if size > MAX_FILE_BYTES:
        raise RejectedItem("policy", "volume-too-large", f"{size} bytes", path)
    plain = isinstance(image, nibabel.Nifti1Image) and name.lower().endswith((".nii", ".nii.gz"))
    try:
        if plain:
            proxy = image.dataobj  # the header in memory has lost its offset and its scaling
            flat = _stream(name, int(proxy.offset), kind, math.prod(shape))
            array = _scaled(flat, float(proxy.slope), float(proxy.inter))
        else:
            stored = np.asanyarray(image.dataobj)
            array = np.ascontiguousarray(stored.reshape(shape).T).reshape(-1)
    except (EOFError, OSError, ValueError, zlib.error) as error:
        what = str(error).replace(name, path)[:160] or type(error).__name__
        raise RejectedItem("corrupt", "truncated-file", what, path) from None
    array = array.reshape(shape[::-1])
    return Volume(array, _nifti_grid(image, header, shape[:3], path))


def _stream(name: str, offset: int, kind: np.dtype[Any], count: int) -> NDArray[Any]:
    """``count`` voxels after ``offset`` bytes, into one buffer; nothing beyond is inflated."""
    flat = np.empty(count, dtype=kind)
    view = memoryview(flat.view(np.uint8).data)
    with _open(name) as stream:
        skip = offset
        while skip > 0:
            passed = len(stream.read(min(skip, 1 << 20)))
            if passed == 0:
                raise EOFError("the file ends in its header")
            skip -= passed
        done = 0
        while done < len(view):
            read = stream.readinto(view[done:])  # type: ignore[attr-defined]
            if not read:
                raise EOFError(f"the file ends after {done} of {len(view)} bytes of voxels")
            done += read
    return flat if kind.isnative else flat.astype(kind.newbyteorder("="))


def _open(name: str) -> IO[bytes]:
    if name.lower().endswith(".gz"):
        from isal import igzip

        opened: IO[bytes] = igzip.open(name, "rb")
        return opened
    return open(name, "rb")


def _scaled(flat: NDArray[Any], slope: float, inter: float) -> NDArray[Any]:
    if slope == 1 and inter == 0:
        return flat
    whole = slope.is_integer() and inter.is_integer()
    if whole and flat.dtype.kind in "iu" and flat.dtype.itemsize <= 2:
        wide = flat.astype(np.int32) * int(slope) + int(inter)
        low, high = int(wide.min()), int(wide.max())
        return wide.astype(np.int16) if low >= -32768 and high <= 32767 else wide
    return flat.astype(np.float32) * np.float32(slope) + np.float32(inter)


def _nifti_grid(image: Any, header: Any, shape: tuple[int, ...], path: str) -> Grid:
    """Grid of a NIfTI: sform, else qform, else voxel sizes without an orientation.

    The affine's steps must be the voxel sizes within 1 %: where sform and pixdim conflict (ACDC)
    sizes come from pixdim and nothing is said of the orientation.
    """
    zooms = [abs(float(z)) for z in header.get_zooms()[:3]]
    zooms += [1.0] * (3 - len(zooms))
    affine = np.round(np.asarray(image.affine, dtype=np.float64), 9)
    coded, template = True, False
    if hasattr(header, "get_sform"):
        codes = int(header["sform_code"]), int(header["qform_code"])
        code = codes[0] or codes[1]
        coded, template = code > 0, code in (3, 4)
    elif type(image).__name__ in ("AnalyzeImage", "Spm99AnalyzeImage", "Spm2AnalyzeImage"):
        coded = False
    steps = [math.sqrt(sum(float(v) ** 2 for v in affine[:3, a])) for a in range(3)]
    finite = bool(np.isfinite(affine).all())
    agree = all(
        z > 0 and abs(s / z - 1) <= SIZE_TOLERANCE for s, z in zip(steps, zooms, strict=True)
    )
    if coded and finite and agree:
        lps = affine * np.array([[-1.0], [-1.0], [1.0], [1.0]])
        return Grid(_three(shape), lps[:, [2, 1, 0, 3]], True, template)
    if not all(math.isfinite(z) and z > 0 for z in zooms):
        raise RejectedItem("corrupt", "no-spacing", f"voxel sizes {zooms}", path)
    bare = np.diag([*zooms, 1.0])[:, [2, 1, 0, 3]]
    return Grid(_three(shape), bare, False)


def _load_itk(name: str, path: str) -> Volume:
    import SimpleITK as sitk

    sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(1)
    sitk.ProcessObject.GlobalWarningDisplayOff()
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
    if image.GetDimension() not in (2, 3):
        raise RejectedItem("corrupt", "not-a-volume", f"{image.GetDimension()} dimensions", path)
    array = np.array(sitk.GetArrayViewFromImage(image))
    parts = image.GetNumberOfComponentsPerPixel()
    if parts > 1:
        array = np.ascontiguousarray(np.moveaxis(array, -1, 0))
    flat = image.GetDimension() == 2
    spacing = (*image.GetSpacing(), 1.0)[:3]
    origin = (*image.GetOrigin(), 0.0)[:3]
    direction = np.eye(3)
    n = image.GetDimension()
    direction[:n, :n] = np.array(image.GetDirection()).reshape(n, n)
    affine = np.eye(4)
    affine[:3, :3] = direction * np.array(spacing)
    affine[:3, 3] = origin
    if flat:
        array = array[..., None, :, :]
    trusted = not flat and _itk_oriented(name)
    shape = _three(tuple(reversed(array.shape[-3:])))
    if not trusted:
        affine = np.diag([*spacing, 1.0])
    return Volume(array, Grid(shape, np.round(affine, 9)[:, [2, 1, 0, 3]], trusted))


def _itk_oriented(name: str) -> bool:
    """Whether a MetaImage has a TransformMatrix, or an NRRD a patient space."""
    with open(name, "rb") as stream:
        head = stream.read(4096)
    text = head.split(b"\n\n", 1)[0].lower()
    if name.lower().endswith((".mha", ".mhd")):
        return b"transformmatrix" in text or b"orientation" in text
    return b"space:" in text and (b"left-posterior" in text or b"right-anterior" in text
                                  or b"left-anterior" in text or b"space: lps" in text
                                  or b"space: ras" in text)  # fmt: skip


def _three(shape: tuple[int, ...]) -> tuple[int, int, int]:
    """File order (x, y, z) as the array's (z, y, x)."""
    x, y, z = shape[:3]
    return int(z), int(y), int(x)
