"""Where files lie: a folder of this machine, or an object store by URL (``s3://bucket/prefix``).

The verbs that the line reads with, the same for both; `store` writes. A path in a store is a URL.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, BinaryIO, Final, TypeVar, cast

from gmai_data import object_store

T = TypeVar("T")
AT_ONCE: Final = 16  # requests for many small objects
AHEAD: Final = 8 << 20  # bytes that are asked of a store at once, read front to back


def is_url(path: str) -> bool:
    """Whether a path is in an object store."""
    return "://" in path


def absolute(path: str) -> str:
    """The same place from wherever this process stands."""
    return path.rstrip("/") if is_url(path) else os.path.abspath(path)


def same(one: str, other: str) -> bool:
    """Whether two folders are one."""
    if is_url(one) or is_url(other):
        return absolute(one) == absolute(other)
    return os.path.realpath(one) == os.path.realpath(other)


def relative(path: str, folder: str) -> str:
    """A path as it is called within a folder, with ``/``."""
    if is_url(path):
        return path.removeprefix(absolute(folder) + "/")
    return os.path.relpath(path, folder).replace(os.sep, "/")


def size_of(path: str) -> int | None:
    """Bytes of a file, or ``None`` when it is not there."""
    try:
        return stat(path)[0]
    except OSError:
        return None


def is_file(path: str) -> bool:
    """Whether there is such a file."""
    return size_of(path) is not None if is_url(path) else os.path.isfile(path)


def is_folder(path: str) -> bool:
    """Whether there is such a folder; in a store, whether anything lies in it."""
    if not is_url(path):
        return os.path.isdir(path)
    return object_store.holds(absolute(path))


def stat(path: str) -> tuple[int, str]:
    """Size and token of a file: equal ones mean that it was not touched.

    Raises FileNotFoundError.
    """
    if not is_url(path):
        found = os.stat(path)
        return found.st_size, str(found.st_mtime_ns)
    return object_store.stat(path)


def stats(paths: Iterable[str]) -> list[tuple[int, str] | None]:
    """`stat` of many files, in their order; ``None`` for one that is not there."""

    def of(path: str) -> tuple[int, str] | None:
        try:
            return stat(path)
        except FileNotFoundError:
            return None

    return at_once(of, paths)


def at_once(do: Callable[[str], T], paths: Iterable[str], root: str = "") -> list[T]:
    """What ``do`` returns for each path, in their order; in threads where a store must be asked.

    ``root``: where the paths begin, if they are relative.
    """
    paths = list(paths)
    if not any(map(is_url, [root, *paths])):
        return [do(path) for path in paths]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(do, paths))


def files(folder: str) -> list[tuple[str, int]]:
    """Paths and sizes of all files beneath a folder, sorted; none where there is none."""
    if is_url(folder):
        top = absolute(folder)
        return sorted((f"{top}/{name}", size) for name, size, _ in object_store.listed(top))
    found = []
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            if (size := size_of(path)) is not None:
                found.append((path, size))
    return sorted(found)


def names(folder: str) -> list[str]:
    """Names of the files and folders in a folder, sorted; none where there is none."""
    try:
        if is_url(folder):
            return sorted(set(object_store.first_level(absolute(folder))))
        return sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return []


def read(path: str) -> bytes:
    """All bytes of a file. Raises FileNotFoundError and, of a local one, any OSError."""
    if is_url(path):
        return object_store.read(path)
    with open(path, "rb") as file:
        return file.read()


def read_range(path: str, start: int, size: int) -> bytes:
    """``size`` bytes from ``start``; fewer at the end of the file."""
    if is_url(path):
        return object_store.read(path, start, start + size)
    with open(path, "rb") as file:
        file.seek(start)
        return file.read(size)


def opened(path: str, buffer: int = AHEAD) -> BinaryIO:
    """A file to read and to seek in. ``buffer``: bytes asked of a store at once.

    Raises FileNotFoundError and, of a local one, any OSError.
    """
    return object_store.opened(path, buffer) if is_url(path) else open(path, "rb")


def sha256_of(path: str) -> str:
    """SHA-256 hex of a file, read a buffer at a time. Raises as `opened` does."""
    with opened(path) as file:
        # What `opened` gives has the readinto that is asked for; BinaryIO does not say so.
        return hashlib.file_digest(cast(Any, file), "sha256").hexdigest()
