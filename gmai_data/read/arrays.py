"""Arrays in npy and npz files, never unpickled."""

from __future__ import annotations

import functools
import os
import zipfile
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gmai_data.errors import RejectedItem
from gmai_data.read.inputs import MAX_FILE_BYTES, Inputs


def split_key(path: str) -> tuple[str, str]:
    """File and key of ``a.npz!key``; no key for an npy file."""
    at = path.lower().find(".npz!")
    return (path, "") if at < 0 else (path[: at + 4], path[at + 5 :])


def load_array(inputs: Inputs, path: str) -> NDArray[Any]:
    """The array of ``a.npy`` or ``a.npz!key``, read-only.

    A plain npy file on disk is mapped, so that one row costs one row; the array of an npz is
    kept for the next case of the same file.

    Raises:
        RejectedItem: corrupt ``not-an-array`` (also for pickled objects), ``no-such-key``; policy
            ``array-too-large``.
    """
    file, key = split_key(path)
    with inputs.local(file) as name:
        try:
            if not key:
                lasting = inputs.lasting(file)
                array = np.load(name, allow_pickle=False, mmap_mode="r" if lasting else None)
            else:
                stat = os.stat(name)
                array = _member(name, stat.st_mtime_ns, stat.st_size, key)
        except KeyError:
            raise RejectedItem("corrupt", "no-such-key", key, path) from None
        except OverflowError:
            raise RejectedItem("policy", "array-too-large", key, path) from None
        except (ValueError, OSError, EOFError, zipfile.BadZipFile) as error:
            what = str(error).replace(name, path)[:120]
            raise RejectedItem("corrupt", "not-an-array", what, path) from None
    if not isinstance(array, np.ndarray):
        raise RejectedItem("corrupt", "not-an-array", "an archive: name its key with !", path)
    return array


@functools.lru_cache(maxsize=2)
def _member(name: str, mtime_ns: int, size: int, key: str) -> Any:
    del mtime_ns, size  # only part of the cache's key: a replaced file is read anew
    with zipfile.ZipFile(name) as archive, archive.open(f"{key}.npy") as stream:
        if archive.getinfo(f"{key}.npy").file_size > MAX_FILE_BYTES:
            raise OverflowError
        array = np.lib.format.read_array(stream, allow_pickle=False)
    array.flags.writeable = False
    return array
