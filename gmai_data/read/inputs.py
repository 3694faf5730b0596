"""Bytes of a case's files, and the record of what was read."""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gmai_data.errors import RejectedItem
from gmai_data.schema import SliceFile

if TYPE_CHECKING:
    from gmai_data.roots import Root

MAX_FILE_BYTES = 8 << 30  # of one decoded volume; more is a bomb or belongs in tiles


@dataclass(frozen=True, slots=True, eq=False)
class Inputs:
    """Where the files of one case are read from; remembers their digests."""

    roots: Mapping[str, Root]
    source: str
    digests: Mapping[str, str] = field(default_factory=dict)
    _seen: dict[str, str] = field(default_factory=dict)

    def data(self, path: str) -> bytes:
        """The bytes of a file or archive member.

        Raises:
            RejectedItem: corrupt ``missing-file`` or ``broken-archive``, quarantined
                ``unreadable-file``.
        """
        from gmai_data.roots import read_bytes

        try:
            data = read_bytes(self.roots, self.source, path)
        except RejectedItem as error:  # its path may be a location of this machine
            raise RejectedItem(error.kind, error.rule, error.value, path) from None
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise RejectedItem("quarantined", "unreadable-file", reason, path) from None
        if path not in self.digests and path not in self._seen:
            self._seen[path] = hashlib.sha256(data).hexdigest()
        return data

    @contextmanager
    def local(self, path: str) -> Iterator[str]:
        """A real file on local disk, for as long as the context lasts."""
        from gmai_data.roots import local_path

        with local_path(self.roots, self.source, path) as name:
            if path not in self.digests and path not in self._seen:
                stat = os.stat(name)
                self._seen[path] = _file_digest(name, stat.st_mtime_ns, stat.st_size)
            yield name

    def lasting(self, path: str) -> bool:
        """Whether :meth:`local` gives the file itself and not a copy that goes away."""
        from gmai_data.places import is_url
        from gmai_data.roots import resolve

        location, member = resolve(self.roots, self.source, path)
        return not member and not is_url(location)

    def file(self, role: str, path: str) -> SliceFile:
        """The record of a file that was read; of an array in a container, the container."""
        from gmai_data.roots import container_of

        path = container_of(path)
        digest = self.digests.get(path) or self._seen.get(path, "")
        return SliceFile(role=role, path=path, sha256=digest)


@functools.lru_cache(maxsize=1024)
def _file_digest(name: str, mtime_ns: int, size: int) -> str:
    del mtime_ns, size  # only part of the cache's key: many cases may share one large file
    with open(name, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def suffix_of(path: str) -> str:
    """Lower-case suffix of the innermost name: ``.nii.gz``, ``.png``, or ""."""
    name = path.rsplit("!", 1)[-1].rsplit("/", 1)[-1].lower()
    for double in (".nii.gz", ".img.gz", ".hdr.gz", ".dcm.gz", ".mgz"):
        if name.endswith(double):
            return double
    return "." + name.rsplit(".", 1)[1] if "." in name else ""
