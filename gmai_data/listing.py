"""One listing per root: every later question about files is answered from it, never by the disk."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from gmai_data import object_store
from gmai_data.errors import UsageError
from gmai_data.places import is_url
from gmai_data.roots import Root

_KINDS: Final = (pa.string(), pa.int64(), pa.string())
_AT_ONCE: Final = 1 << 16  # files that are Python objects while a root is walked
_JUNK: Final = frozenset(("__macosx", "thumbs.db", "desktop.ini"))


def is_junk(name: str) -> bool:
    """Whether a file or folder name is one that systems leave behind: invisible everywhere."""
    return name.startswith(".") or name.lower() in _JUNK


@dataclass(frozen=True, slots=True)
class Listing:
    """Files under a root, sorted by path.

    ``paths`` are relative and posix; ``sizes`` in bytes; ``tokens`` are modification times in
    nanoseconds or etags, as text: equal token and size mean that a file was not touched.
    """

    paths: pa.Array
    sizes: pa.Array
    tokens: pa.Array

    def __len__(self) -> int:
        return len(self.paths)


def list_root(root: Root) -> Listing:
    """Walk a root once; junk (``._*``, ``__MACOSX``, dot files …) is left out.

    Raises UsageError where there is no such folder, TransientError where a store does not answer.
    """
    found = _remote(root.path) if is_url(root.path) else _local(root.path)
    columns: list[list[pa.Array]] = [[pa.array([], kind)] for kind in _KINDS]
    while some := list(itertools.islice(found, _AT_ONCE)):
        for column, values, kind in zip(columns, zip(*some, strict=True), _KINDS, strict=True):
            column.append(pa.array(values, kind))
    paths = pa.concat_arrays(columns.pop(0))
    order = pc.sort_indices(paths)
    ordered = [paths.take(order)]
    del paths  # of one column at a time there are two copies
    while columns:
        ordered.append(pa.concat_arrays(columns.pop(0)).take(order))
    return Listing(*ordered)


def _local(top: str) -> Iterator[tuple[str, int, str]]:
    if not os.path.isdir(top):
        raise UsageError(f"There is no folder {top}.")
    folders = [("", top)]
    open_folders: set[tuple[int, int]] = set()
    while folders:
        prefix, folder = folders.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if is_junk(entry.name):
                    continue
                path = prefix + entry.name
                if entry.is_dir():
                    if entry.is_symlink():
                        stat = entry.stat()
                        if (stat.st_dev, stat.st_ino) in open_folders:
                            continue  # a link that leads back would never end
                        open_folders.add((stat.st_dev, stat.st_ino))
                    folders.append((path + "/", entry.path))
                elif entry.is_file():
                    stat = entry.stat()
                    yield _text(path, top), stat.st_size, str(stat.st_mtime_ns)


def _text(path: str, top: str) -> str:
    try:
        path.encode()
    except UnicodeEncodeError as error:
        raise UsageError(
            f"In {top}, the file name {path!r} is not UTF-8: rename it, or mount the disk with its "
            "encoding."
        ) from error
    return path


def _remote(url: str) -> Iterator[tuple[str, int, str]]:
    found = False
    for path, size, token in object_store.listed(url.rstrip("/")):
        found = True
        if path and not any(is_junk(name) for name in path.split("/")):
            yield path, size, token
    if not found:
        raise UsageError(f"There is nothing at {url}.")
