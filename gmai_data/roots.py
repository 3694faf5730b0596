"""Bytes by reference: a path relative to a source's root, also inside an archive or elsewhere.

``a/b.png`` is a file, ``a.zip!b.png`` a member of an archive, ``a.tsv!image/12.png`` the base64
picture in column ``image`` of line 12, ``<other>/a.png`` a file of another source. Nothing
outside the roots is ever read: no absolute path, no ``..``.
"""

from __future__ import annotations

import contextlib
import functools
import lzma
import os
import shutil
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Final

from gmai_data import places
from gmai_data.errors import RejectedItem, TransientError, UnreadableError, UsageError
from gmai_data.places import is_url
from gmai_data.tars import Tar, open_tar

_MEMBER: Final = 256 << 10  # bytes that are asked of a store at once in an archive
MAX_MEMBER_BYTES: Final = 8 << 30  # an archive member that unpacks to more is refused
TABLES: Final = (".tsv", ".csv", ".tsv.gz", ".csv.gz", ".jsonl", ".parquet")
KEYED: Final = (".npz", ".mat", ".h5", ".hdf5", ".he5")  # files that hold arrays by key
ARCHIVES: Final = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
_BROKEN_TAR: Final = (tarfile.TarError, EOFError, OSError, zlib.error, lzma.LZMAError)


@dataclass(frozen=True, slots=True)
class Root:
    """Where a source's files are: ``path`` is a local absolute folder or an fsspec URL."""

    source: str
    path: str


def is_archive(path: str) -> bool:
    """Whether members of this file can be read."""
    return path.lower().endswith(ARCHIVES)


def resolve(roots: Mapping[str, Root], source: str, path: str) -> tuple[str, str]:
    """The full location of ``path`` and the member within it ("" for a plain file).

    Raises UsageError for another source that is not on disk, RejectedItem for a path that leaves
    its root.
    """
    relative = path
    if path.startswith("<"):
        source, _, relative = path[1:].partition(">")
        relative = relative.removeprefix("/")
    if source not in roots:
        raise UsageError(f"{path}: the files of {source} are needed, and are not on disk.")
    file, member = map(container_of, split_member(relative))
    for part in (file, member):
        if part.startswith("/") or ".." in part.split("/") or "\\" in part or "\0" in part:
            raise RejectedItem("corrupt", "unsafe-path", part, path)
    return roots[source].path.rstrip("/") + "/" + file, member


def split_member(path: str) -> tuple[str, str]:
    """The archive and the member of ``a.zip!b.png``; a ``!`` elsewhere is part of the name."""
    file, mark, member = path.partition("!")
    while mark and not (is_archive(file) or file.lower().endswith(TABLES)):
        more, mark, member = member.partition("!")
        file = f"{file}!{more}" if mark or more else file
    return (file, member) if mark else (path, "")


def container_of(path: str) -> str:
    """The file of ``a.npz!key``: its bytes are what a key of it is read from."""
    lower = path.lower()
    ends = [at + len(s) for s in KEYED if (at := lower.find(f"{s}!")) >= 0]
    return path[: min(ends)] if ends else path


def open_file(location: str, path: str, buffer: int = places.AHEAD) -> IO[bytes]:
    """Open a resolved location for reading; ``path`` is what it is called in messages.

    ``buffer``: as in `places.opened`.

    Raises RejectedItem or TransientError.
    """
    try:
        return places.opened(location, buffer)
    except FileNotFoundError as error:
        raise RejectedItem("corrupt", "missing-file", "no such file", path) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__  # its text has the place on this machine
        kind = UnreadableError if isinstance(error, PermissionError) else TransientError
        raise kind(
            f"{path} cannot be read: {reason}. Correct that and run the same command again."
        ) from error


def read_bytes(roots: Mapping[str, Root], source: str, path: str) -> bytes:
    """All bytes of a file or archive member. Raises RejectedItem for a broken archive."""
    location, member = resolve(roots, source, path)
    if not member and is_url(location):
        try:
            return places.read(location)
        except FileNotFoundError as error:
            raise RejectedItem("corrupt", "missing-file", "no such file", path) from error
    if not member:
        with open_file(location, path) as stream:
            return stream.read()
    if location.lower().endswith(".zip"):
        return _zip_member(location, member, path)
    if location.lower().endswith(TABLES):
        from gmai_data.grammar.inline import cell_bytes

        try:
            return cell_bytes(location, _token(location), member, path)
        except FileNotFoundError as error:
            raise RejectedItem("corrupt", "missing-file", "no such file", path) from error
    return _tar_member(location, member, path)


@functools.lru_cache(maxsize=16)
def _open_zip(location: str, token: tuple[str, int]) -> zipfile.ZipFile:
    del token  # only part of the cache's key: a replaced archive is opened anew
    return zipfile.ZipFile(places.opened(location, _MEMBER) if is_url(location) else location)


def _token(location: str) -> tuple[str, int]:
    return (places.stat(location)[1], os.getpid())  # an open file is not shared after a fork


def _zip_member(location: str, member: str, path: str) -> bytes:
    try:
        archive = _open_zip(location, _token(location))
        info = archive.getinfo(member)
        if info.file_size > MAX_MEMBER_BYTES:
            raise RejectedItem("corrupt", "archive-bomb", f"{info.file_size} bytes", path)
        with archive.open(info) as stream:
            return _bounded(stream, path)
    except FileNotFoundError as error:
        raise RejectedItem("corrupt", "missing-file", "no such file", path) from error
    except KeyError as error:
        raise RejectedItem("corrupt", "missing-member", member, path) from error
    except (
        zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error,
        lzma.LZMAError,
    ) as error:  # fmt: skip
        raise RejectedItem("corrupt", "broken-archive", str(error), path) from error


def _bounded(stream: IO[bytes], path: str) -> bytes:
    data = stream.read(MAX_MEMBER_BYTES + 1)
    if len(data) > MAX_MEMBER_BYTES:
        raise RejectedItem("corrupt", "archive-bomb", f"over {MAX_MEMBER_BYTES} bytes", path)
    return data


@functools.lru_cache(maxsize=4)
def _open_tar(location: str, token: tuple[str, int], path: str) -> Tar:
    del token
    return open_tar(open_file(location, path, _MEMBER), location)


def _tar_member(location: str, member: str, path: str) -> bytes:
    try:
        archive = _open_tar(location, _token(location), path.removesuffix(f"!{member}"))
        found = archive.members.get(member)
        if found is None:
            raise RejectedItem("corrupt", "missing-member", member, path)
        if found[1] > MAX_MEMBER_BYTES:
            raise RejectedItem("corrupt", "archive-bomb", f"{found[1]} bytes", path)
        return archive.read(member)
    except FileNotFoundError as error:
        raise RejectedItem("corrupt", "missing-file", "no such file", path) from error
    except _BROKEN_TAR as error:
        reason = getattr(error, "strerror", None) or str(error)  # never the place of the file
        raise RejectedItem("corrupt", "broken-archive", reason, path) from error


def list_members(roots: Mapping[str, Root], source: str, path: str) -> list[tuple[str, int]]:
    """Names and sizes of the regular members of an archive; unsafe names are left out."""
    location, _ = resolve(roots, source, path)
    try:
        if location.lower().endswith(".zip"):
            entries = _open_zip(location, _token(location)).infolist()
            found = [(e.filename, e.file_size) for e in entries if not e.is_dir()]
        else:
            members = _open_tar(location, _token(location), path).members
            found = [(n, size) for n, (_, size) in members.items()]
    except (zipfile.BadZipFile, *_BROKEN_TAR) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise RejectedItem("corrupt", "broken-archive", reason, path) from error
    return sorted((n, s) for n, s in found if not n.startswith("/") and ".." not in n.split("/"))


@contextlib.contextmanager
def local_path(roots: Mapping[str, Root], source: str, path: str) -> Iterator[str]:
    """A real file on local disk, for libraries that need one.

    A member of an archive or a remote file is copied to a temporary file that keeps its suffixes
    and is removed when the context ends.
    """
    location, member = resolve(roots, source, path)
    if not member and not is_url(location):
        if not os.path.isfile(location):
            raise RejectedItem("corrupt", "missing-file", "no such file", path)
        yield location
        return
    name = (member or location).rpartition("/")[2]
    with tempfile.TemporaryDirectory(prefix="gmai-data-") as folder:
        copy = os.path.join(folder, name)
        with open(copy, "wb") as stream:
            if member:
                stream.write(read_bytes(roots, source, path))
            else:
                with open_file(location, path) as remote:
                    shutil.copyfileobj(remote, stream, places.AHEAD)
        yield copy
