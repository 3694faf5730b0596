"""Arrays in npy, npz, HDF5 and MATLAB files, never unpickled.

``a.npz!key``, ``a.h5!group/name`` and ``a.mat!struct/field`` name an array in a container. A MATLAB
file of version 7.3 is HDF5 with its axes the other way round, so that ``image(r, c)`` comes as
[r, c] from both versions of the format; older ones are read by scipy. Object arrays, function
handles and references to other files are not followed.
"""

from __future__ import annotations

import functools
import io
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from gmai_data.errors import RejectedItem, UsageError
from gmai_data.read.inputs import MAX_FILE_BYTES, Inputs
from gmai_data.roots import KEYED, container_of

_MAGIC: Final = b"\x89HDF\r\n\x1a\n"
MAX_CELL: Final = 1 << 16  # numbers of an array that a table's cell may hold
_ERRORS: Final = (  # what numpy, scipy and h5py raise at damaged files
    ValueError, OSError, EOFError, TypeError, IndexError, NotImplementedError, RuntimeError,
    AttributeError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


def split_key(path: str) -> tuple[str, str]:
    """File and key of ``a.npz!key``; no key for a path without one."""
    file = container_of(path)
    return file, path[len(file) + 1 :]


def is_array(path: str) -> bool:
    """Whether a path is of an array file, or of an array in a container."""
    return path.lower().endswith((".npy", *KEYED)) or split_key(path)[1] != ""


def load_array(
    inputs: Inputs, path: str, row: int | None = None, *, page: int | None = None
) -> NDArray[Any]:
    """The array of ``a.npy`` or of a container's key, read-only.

    ``row`` takes that row of the first axis only, ``page`` that place of the third: a plain npy
    file on disk is mapped and an HDF5 dataset read in part, so that one row costs one row; other
    arrays are kept for the next case of the same file.

    Raises:
        RejectedItem: corrupt ``not-an-array`` (also for pickled objects), ``no-such-key``,
            ``no-such-row``; policy ``array-too-large``.
        UsageError: a package that reads the file is not installed.
    """
    file, key = split_key(path)
    with inputs.local(file) as name, _named(name, path):
        if not key:
            lasting = inputs.lasting(file)
            array = np.load(name, allow_pickle=False, mmap_mode="r" if lasting else None)
            if not isinstance(array, np.ndarray):
                found = "an archive: name its key with !"
                raise RejectedItem("corrupt", "not-an-array", found, path)
        elif is_hdf5(name):
            return _hdf5(name, key, row, page, path)
        else:
            stat = os.stat(name)
            array = _kept(name, stat.st_mtime_ns, stat.st_size, key)
    if page is not None:
        _check_page(array.shape, page, path)
        return np.asarray(array[:, :, page])
    if row is None:
        return np.asarray(array)
    return np.asarray(_row(array, row, path))


def _row(array: Any, row: int, path: str) -> Any:
    if row >= array.shape[0]:
        raise RejectedItem("corrupt", "no-such-row", f"row {row} of {array.shape[0]}", path)
    return array[row]


def _check_page(shape: tuple[int, ...], page: int, path: str) -> None:
    if len(shape) < 3 or page >= shape[2]:
        found = f"row {page} of {shape[2] if len(shape) > 2 else 1}"
        raise RejectedItem("corrupt", "no-such-row", found, path)


@contextmanager
def _named(name: str, path: str) -> Iterator[None]:
    """Failures of libraries as rejections that do not tell the place on this machine."""
    try:
        yield
    except KeyError as error:
        key = str(error.args[0] if error.args else "")
        raise RejectedItem("corrupt", "no-such-key", key[:80], path) from None
    except (OverflowError, MemoryError):
        raise RejectedItem("policy", "array-too-large", split_key(path)[1], path) from None
    except _ERRORS as error:
        what = (str(error) or type(error).__name__).replace(name, path)[:120]
        raise RejectedItem("corrupt", "not-an-array", what, path) from None


@functools.lru_cache(maxsize=2)
def _kept(name: str, mtime_ns: int, size: int, key: str) -> Any:
    del mtime_ns, size  # only part of the cache's key: a replaced file is read anew
    if name.lower().endswith(".mat"):
        array = _old_matlab(name, key)
    else:
        with zipfile.ZipFile(name) as archive, archive.open(f"{key}.npy") as stream:
            if archive.getinfo(f"{key}.npy").file_size > MAX_FILE_BYTES:
                raise OverflowError
            array = np.lib.format.read_array(stream, allow_pickle=False)
    array.flags.writeable = False
    return array


def is_hdf5(name: str) -> bool:
    """Whether a file on disk is HDF5, whatever its suffix."""
    with open(name, "rb") as stream:
        head = stream.read(520)
    return head[:8] == _MAGIC or head[512:520] == _MAGIC  # MATLAB puts a text before it


def _h5py() -> Any:
    try:
        import h5py
    except ImportError:
        raise UsageError(
            "HDF5 and MATLAB 7.3 files need h5py: pip install 'gmai-data[arrays]'."
        ) from None
    return h5py


def _hdf5(name: str, key: str, row: int | None, page: int | None, path: str) -> NDArray[Any]:
    h5py = _h5py()
    matlab = name.lower().endswith(".mat")
    with h5py.File(name, "r") as file:
        found = _dataset(h5py, file, key)
        if found.dtype.kind == "O":
            raise RejectedItem("corrupt", "not-an-array", "objects or text", path)
        if found.size * found.dtype.itemsize > MAX_FILE_BYTES and row is None and page is None:
            raise OverflowError
        if page is not None:
            _check_page(found.shape[::-1] if matlab else found.shape, page, path)
            if matlab:  # [c, page, w, h] in the file
                return np.asarray(found[(slice(None),) * (found.ndim - 3) + (page,)]).T
            return np.asarray(found[:, :, page])
        if row is None:
            whole = np.asarray(found[()])
            return whole.T if matlab else whole
        if matlab:  # MATLAB's first axis is the last of the file
            return np.asarray(_row(found[()].T, row, path))
        return np.asarray(_row(found, row, path))


def _dataset(h5py: Any, file: Any, key: str) -> Any:
    """The dataset of a key; soft and external links are not followed out of the file."""
    place = file
    for step in key.split("/"):
        if not isinstance(place, h5py.Group) or step not in place:
            raise KeyError(key)
        if isinstance(place.get(step, getlink=True), h5py.ExternalLink):
            raise ValueError(f"{key} is a link to another file")
        place = place[step]
    if not isinstance(place, h5py.Dataset) or place.external or place.is_virtual:
        raise ValueError(f"{key} is not an array of this file")
    return place


def _scipy() -> Any:
    try:
        import scipy.io
    except ImportError:
        raise UsageError("MATLAB files need scipy: pip install 'gmai-data[arrays]'.") from None
    return scipy.io


def _matlab_values(name: str, wanted: str | None = None) -> dict[str, Any]:
    """Arrays of an old MATLAB file by key; of a struct, by ``struct/field``."""
    io_ = _scipy()
    names = None if wanted is None else [wanted]
    try:
        found = io_.loadmat(name, variable_names=names, squeeze_me=False, mat_dtype=False)
    except io_.matlab.MatReadError as error:
        raise ValueError(str(error)) from None
    out: dict[str, Any] = {}
    for key, value in found.items():
        if not key.startswith("__"):
            _flatten(key, value, out)
    return out


def _flatten(key: str, value: Any, out: dict[str, Any]) -> None:
    if isinstance(value, np.ndarray) and value.dtype.names and value.size == 1:
        for field in value.dtype.names:
            _flatten(f"{key}/{field}", value.reshape(-1)[0][field], out)
    elif isinstance(value, np.ndarray) and value.dtype.kind in "biufcUS":
        out[key] = value


def _old_matlab(name: str, key: str) -> NDArray[Any]:
    return np.array(_matlab_values(name, key.partition("/")[0])[key])


def keys_of(name: str, path: str) -> list[tuple[str, int]]:
    """Keys and bytes of the arrays in a file on disk; ``path`` is what messages call it.

    Raises:
        RejectedItem: corrupt ``not-an-array``.
    """
    found: list[tuple[str, int]] = []
    with _named(name, path):
        if is_hdf5(name):
            h5py = _h5py()

            def visit(key: str, thing: Any) -> None:
                if isinstance(thing, h5py.Dataset) and not key.startswith("#"):
                    found.append((key, int(thing.size) * thing.dtype.itemsize))

            with h5py.File(name, "r") as file:
                file.visititems(visit)
        elif name.lower().endswith(".mat"):
            found = [(k, int(v.nbytes)) for k, v in _matlab_values(name).items()]
        else:
            with zipfile.ZipFile(name) as archive:
                found = [(e.filename.removesuffix(".npy"), e.file_size) for e in archive.infolist()]
    return sorted(found)


def shape_of(inputs: Inputs, path: str) -> tuple[int, ...]:
    """The shape of an array from its header.

    Raises:
        RejectedItem: as :func:`load_array`.
    """
    file, key = split_key(path)
    with inputs.local(file) as name, _named(name, path):
        if key and is_hdf5(name):
            h5py = _h5py()
            with h5py.File(name, "r") as opened:
                shape = tuple(_dataset(h5py, opened, key).shape)
            return shape[::-1] if name.lower().endswith(".mat") else shape
        if not key:
            return tuple(np.load(name, allow_pickle=False, mmap_mode="r").shape)
        if name.lower().endswith(".mat"):
            return tuple(load_array(inputs, path).shape)
        with zipfile.ZipFile(name) as archive, archive.open(f"{key}.npy") as stream:
            return _header_shape(stream)


def _header_shape(stream: Any) -> tuple[int, ...]:
    version = np.lib.format.read_magic(stream)
    read = {(1, 0): np.lib.format.read_array_header_1_0}.get(
        version, np.lib.format.read_array_header_2_0
    )
    shape, _, _ = read(stream)
    return tuple(shape)


def cells_of(data: bytes, path: str) -> dict[str, str]:
    """Scalars, texts and short vectors of a container as cells of one row, by key.

    A vector is written as a JSON list. MATLAB 7.3 keeps text as 16-bit characters.

    Raises:
        RejectedItem: corrupt ``not-an-array``.
    """
    cells: dict[str, str] = {}
    with _named(path, path):
        if data[:8] == _MAGIC or data[512:520] == _MAGIC:
            h5py = _h5py()

            def visit(key: str, thing: Any) -> None:
                if isinstance(thing, h5py.Dataset) and thing.size <= MAX_CELL:
                    text = thing.attrs.get("MATLAB_class") in (b"char", "char")
                    value = thing.asstr()[()] if h5py.check_string_dtype(thing.dtype) else thing[()]
                    _cell(key, value, text, cells)

            with h5py.File(io.BytesIO(data), "r") as file:
                file.visititems(visit)
        elif path.lower().endswith(".mat"):
            # scipy reads any file object; its annotation names one kind
            for key, value in _matlab_values(io.BytesIO(data)).items():  # type: ignore[arg-type]
                _cell(key, value, False, cells)
        else:
            with np.load(io.BytesIO(data), allow_pickle=False) as archive:
                for key in archive.files:
                    _cell(key, archive[key], False, cells)
    return cells


def _cell(key: str, value: Any, text: bool, cells: dict[str, str]) -> None:
    import json

    if isinstance(value, str):
        cells[key] = value
        return
    array = np.asarray(value)
    if array.dtype.kind not in "biufUS" or array.size > MAX_CELL or array.ndim > 2:
        return
    if array.ndim == 2 and 1 not in array.shape:
        return
    flat = array.reshape(-1).tolist()
    if text:
        cells[key] = "".join(map(chr, flat))
    elif array.size == 1:
        from gmai_data.grammar.tables import as_text

        given = flat[0].decode() if isinstance(flat[0], bytes) else flat[0]
        cells[key] = as_text(given) or ""
    elif array.dtype.kind in "biuf":
        cells[key] = json.dumps(flat)
