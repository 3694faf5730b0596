"""NIfTI 1 and 2, Analyze and MGH: voxels streamed into one buffer, the affine checked.

What the streaming reader cannot do (pairs of files, other formats) is read by nibabel.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator
from typing import IO, Any, Final

import numpy as np
from numpy.typing import NDArray

from gmai_data.errors import RejectedItem
from gmai_data.read.geometry import Affine, Grid
from gmai_data.read.inputs import MAX_FILE_BYTES
from gmai_data.read.values import gather_labels, whole_values
from gmai_data.read.volume import Volume, check_affine, file_shape

SIZE_TOLERANCE: Final = 0.01  # affine columns against pixdim
AGREE_COSINE: Final = 0.5  # sform and qform may be 60 degrees apart; more is another patient axis
CHUNK: Final = 1 << 22  # voxels converted at a time
STEP: Final = 1 << 19  # bytes asked of the decoder: one that is asked for more copies it all twice


def load_nifti(name: str, path: str, *, labels: bool, frame: int | None) -> Volume:
    """A volume from a local file; see `load_volume`."""
    import nibabel
    from nibabel.filebasedimages import ImageFileError
    from nibabel.spatialimages import HeaderDataError, HeaderTypeError
    from nibabel.wrapstruct import WrapStructError

    broken = (ImageFileError, WrapStructError, HeaderDataError, HeaderTypeError, OSError, EOFError,
              ValueError, KeyError, ArithmeticError, zlib.error)  # fmt: skip
    try:
        image: Any = nibabel.load(name)
        header = image.header
        shape = tuple(int(n) for n in image.shape)
        kind = np.dtype(header.get_data_dtype())
    except broken as error:
        what = str(error).replace(name, path)[:160] or type(error).__name__
        raise RejectedItem("corrupt", "not-a-volume", what, path) from None
    while len(shape) > 3 and shape[-1] == 1:
        shape = shape[:-1]
    if len(shape) == 5 and shape[3] == 1:  # vector images keep their channels on axis 4
        shape = (*shape[:3], shape[4])
    if len(shape) not in (2, 3, 4) or min(shape) < 1:
        raise RejectedItem("corrupt", "not-a-volume", f"shape {shape}", path)
    if len(shape) == 2:
        shape = (*shape, 1)
    if kind.fields is not None or kind.kind not in "iufb":
        raise RejectedItem("corrupt", "voxel-type", f"voxels are {kind}", path)
    size = math.prod(shape) * kind.itemsize
    if size > MAX_FILE_BYTES:
        raise RejectedItem("policy", "volume-too-large", f"{size} bytes", path)
    grid = _nifti_grid(image, header, shape[:3], path)
    _check_zooms(name, header, path)
    single = frame is not None and len(shape) == 4
    if single and not 0 <= (frame or 0) < shape[3]:
        raise RejectedItem("corrupt", "no-such-frame", f"frame {frame} of {shape[3]}", path)
    plain = isinstance(image, nibabel.Nifti1Image) and name.lower().endswith((".nii", ".nii.gz"))
    try:
        if plain:
            proxy = image.dataobj  # the header in memory has lost its offset and its scaling
            count = math.prod(shape[:3] if single else shape)
            skip = int(proxy.offset) + (frame or 0) * count * kind.itemsize * single
            # a last slice may be padded; what is longer has another shape than its header says
            slack = shape[0] * shape[1] * kind.itemsize
            with _open(name) as stream:
                _skip(stream, skip)
                scaling = float(proxy.slope), float(proxy.inter)
                array = _read(stream, kind, count, scaling, path, labels=labels)
                whole = not single or frame == shape[3] - 1
                longer = len(stream.read(slack + 1)) > slack if whole else False
            if longer:
                found = f"more than the {size} bytes of voxels that its header says"
                raise RejectedItem("corrupt", "data-size", found, path)
        else:
            stored = np.asanyarray(image.dataobj)
            array = np.ascontiguousarray(stored.reshape(shape).T)
            array = array[frame] if single else array
            array = (whole_values(array, path) if labels else array).reshape(-1)
    except (EOFError, OSError, ValueError, zlib.error) as error:
        what = str(error).replace(name, path)[:160] or type(error).__name__
        raise RejectedItem("corrupt", "truncated-file", what, path) from None
    array = array.reshape(shape[2::-1] if single else shape[::-1])
    return Volume(array, grid)


def _open(name: str) -> IO[bytes]:
    if name.lower().endswith(".gz"):
        from isal import igzip

        opened: IO[bytes] = igzip.open(name, "rb")
        return opened
    return open(name, "rb")


def _skip(stream: IO[bytes], size: int) -> None:
    while size > 0:
        passed = len(stream.read(min(size, 1 << 20)))
        if passed == 0:
            raise EOFError("the file ends before its voxels")
        size -= passed


def _fill(stream: IO[bytes], voxels: NDArray[Any], before: int, total: int) -> None:
    """Bytes of the stream into an array that is there already."""
    view = memoryview(voxels.view(np.uint8).data)
    done = 0
    while done < len(view):
        read = stream.readinto(view[done : done + STEP])  # type: ignore[attr-defined]
        if not read:
            raise EOFError(f"the file ends after {before + done} of {total} bytes of voxels")
        done += read


def _pieces(stream: IO[bytes], kind: np.dtype[Any], count: int) -> Iterator[NDArray[Any]]:
    """Voxels in native byte order, a piece at a time, each valid until the next."""
    buffer = np.empty(min(count, CHUNK), dtype=kind)
    for start in range(0, count, CHUNK):
        piece = buffer[: min(CHUNK, count - start)]
        _fill(stream, piece, start * kind.itemsize, count * kind.itemsize)
        yield piece if kind.isnative else piece.astype(kind.newbyteorder("="))


def _read(
    stream: IO[bytes],
    kind: np.dtype[Any],
    count: int,
    scaling: tuple[float, float],
    path: str,
    *,
    labels: bool,
) -> NDArray[Any]:
    """``count`` voxels with their scaling, never in more than one copy and a piece."""
    slope, inter = scaling
    plain = slope == 1 and inter == 0
    if labels:
        pieces = _pieces(stream, kind, count)
        if not plain:
            pieces = (piece.astype(np.float64) * slope + inter for piece in pieces)
        return gather_labels(pieces, count, path)
    whole = slope.is_integer() and inter.is_integer() and abs(slope) < 1 << 15
    native = kind.newbyteorder("=")
    small = kind.kind in "iu" and kind.itemsize <= 2 and abs(inter) < 1 << 24
    if (small and (plain or whole)) or (plain and native in (np.int32, np.float32)):
        flat = np.empty(count, dtype=native)
        if kind.isnative:
            _fill(stream, flat, 0, flat.nbytes)
        else:
            start = 0
            for piece in _pieces(stream, kind, count):
                flat[start : start + piece.size] = piece
                start += piece.size
        return flat if plain else _shifted(flat, int(slope), int(inter))
    values = np.empty(count, dtype=np.float32)
    start = 0
    for piece in _pieces(stream, kind, count):
        part = values[start : start + piece.size]
        part[:] = piece
        if not plain:
            part *= np.float32(slope)
            part += np.float32(inter)
        start += piece.size
    return values


def _shifted(flat: NDArray[Any], slope: int, inter: int) -> NDArray[Any]:
    """Small integers with a whole slope and intercept: in place where 16 bits hold the result."""
    ends = int(flat.min(initial=0)) * slope + inter, int(flat.max(initial=0)) * slope + inter
    kind = np.int16 if min(ends) >= -32768 and max(ends) <= 32767 else np.int32
    same = np.dtype(kind).itemsize == flat.dtype.itemsize
    out = flat.view(kind) if same else np.empty(flat.size, dtype=kind)
    for start in range(0, flat.size, CHUNK):
        piece = flat[start : start + CHUNK].astype(np.int32)
        out[start : start + CHUNK] = piece * slope + inter
    return out


def _nifti_grid(image: Any, header: Any, shape: tuple[int, ...], path: str) -> Grid:
    """Grid of a NIfTI: sform, else qform, else voxel sizes without an orientation.

    The affine's steps must be the voxel sizes within 1 %: where sform and pixdim conflict (ACDC)
    sizes come from pixdim and nothing is said of the orientation. Neither is it where sform and
    qform both claim to be right and point an axis to different sides of the patient.

    Raises:
        RejectedItem: corrupt ``bad-affine`` (not finite, or flat), ``no-spacing``.
    """
    zooms = [abs(float(z)) for z in header.get_zooms()[:3]]
    zooms += [1.0] * (3 - len(zooms))
    affine: Affine = np.asarray(np.round(np.asarray(image.affine), 9), dtype=np.float64)
    coded, template = True, False
    if hasattr(header, "get_sform"):
        codes = int(header["sform_code"]), int(header["qform_code"])
        code = codes[0] if codes[0] > 0 else codes[1]
        coded, template = code > 0, code in (3, 4)
        if min(codes) > 0 and not _same_way(header):
            coded = False
    elif type(image).__name__ in ("AnalyzeImage", "Spm99AnalyzeImage", "Spm2AnalyzeImage"):
        coded = False
    if not np.isfinite(affine).all():
        raise RejectedItem("corrupt", "bad-affine", "the affine holds what is no number", path)
    steps = [math.sqrt(sum(float(v) ** 2 for v in affine[:3, a])) for a in range(3)]
    agree = all(
        z > 0 and abs(s / z - 1) <= SIZE_TOLERANCE for s, z in zip(steps, zooms, strict=True)
    )
    if coded and agree:
        check_affine(affine, path)
        lps = affine * np.array([[-1.0], [-1.0], [1.0], [1.0]])
        return Grid(file_shape(shape), lps[:, [2, 1, 0, 3]], True, template)
    if not all(math.isfinite(z) and z > 0 for z in zooms):
        raise RejectedItem("corrupt", "no-spacing", f"voxel sizes {zooms}", path)
    bare = np.diag([*zooms, 1.0])[:, [2, 1, 0, 3]]
    return Grid(file_shape(shape), bare, False)


def _check_zooms(name: str, header: Any, path: str) -> None:
    """Refuse voxel sizes of zero in the file itself: nibabel would call them 1 mm.

    Raises:
        RejectedItem: corrupt ``no-spacing``.
    """
    if not hasattr(header, "get_sform") or not name.lower().endswith((".nii", ".nii.gz")):
        return
    with _open(name) as stream:
        stored = type(header)(stream.read(int(header["sizeof_hdr"])), header.endianness, False)
    sizes = [float(v) for v in stored["pixdim"][1 : 1 + min(3, int(stored["dim"][0]))]]
    if not all(v != 0 and math.isfinite(v) for v in sizes):
        raise RejectedItem("corrupt", "no-spacing", f"voxel sizes {sizes}", path)


def _same_way(header: Any) -> bool:
    """Whether sform and qform point the axes to the same sides, as far as both can be read."""
    try:
        one, two = np.asarray(header.get_sform()), np.asarray(header.get_qform())
    except (ValueError, ArithmeticError, np.linalg.LinAlgError):
        return True  # a broken qform beside a good sform says nothing
    for axis in range(3):
        a, b = one[:3, axis], two[:3, axis]
        size = math.sqrt(float((a * a).sum()) * float((b * b).sum()))
        if not size > 0 or round(float((a * b).sum()) / size, 6) < AGREE_COSINE:
            return False
    return True
