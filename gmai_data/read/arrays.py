"""Arrays in npy and npz files, never unpickled."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gmai_data.errors import RejectedItem
from gmai_data.read.inputs import MAX_FILE_BYTES, Inputs


def load_array(inputs: Inputs, path: str) -> NDArray[Any]:
    """The array of ``a.npy`` or ``a.npz!key``.

    Raises:
        RejectedItem: corrupt ``not-an-array`` (also for pickled objects), ``no-such-key``; policy
            ``array-too-large``.
    """
    file, _, key = path.rpartition("!") if ".npz!" in path else (path, "", "")
    data = inputs.data(file or path)
    try:
        if not key:
            return _bounded(np.load(io.BytesIO(data), allow_pickle=False), path)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(f"{key}.npy").file_size > MAX_FILE_BYTES:
                raise RejectedItem("policy", "array-too-large", key, path)
            member = io.BytesIO(archive.read(f"{key}.npy"))
            return _bounded(np.load(member, allow_pickle=False), path)
    except KeyError:
        raise RejectedItem("corrupt", "no-such-key", key, path) from None
    except (ValueError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise RejectedItem("corrupt", "not-an-array", str(error)[:120], path) from None


def _bounded(array: Any, path: str) -> NDArray[Any]:
    if not isinstance(array, np.ndarray):
        raise RejectedItem("corrupt", "not-an-array", "an archive: name its key with !", path)
    return array
