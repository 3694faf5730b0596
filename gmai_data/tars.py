"""Members of tar files in any order, each archive unpacked once and never onto the disk.

The first question of a process runs through the archive and notes where each member lies. In a
``.tar.gz`` it also keeps, at most 256 times, the state of the decompressor: a member is then read
from the state before it, so that N members cost about N × 1/512 of the archive in any order, and
one pass in the order they lie. bz2 and xz have no such states and lie unpacked in a file without a
name, for as long as the process lives.
"""

from __future__ import annotations

import bisect
import bz2
import lzma
import tarfile
import tempfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO, Any, Final

STATES: Final = 256  # decompressor states kept of one archive, about 50 KB each
STATE_BYTES: Final = 4 << 20  # packed bytes between two states, at least
MAX_SPOOLED: Final = 1 << 38  # unpacked bytes of a .tar.bz2 or .tar.xz
_PIECE: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class _State:
    """A place in a gzip file to go on from."""

    at: int  # position in the unpacked data
    source: int  # position in the packed data
    machine: Any  # a zlib decompressor, never used itself but copied
    pending: bytes  # packed bytes that are read and not yet unpacked


@dataclass(slots=True, eq=False)
class Gunzipped:
    """The unpacked bytes of a gzip file, also of several members, as a seekable file.

    Raises:
        zlib.error, EOFError: from ``read``, where the file is broken or cut off.
    """

    stream: IO[bytes]
    every: int  # packed bytes between two states
    states: list[_State] = field(default_factory=list)
    _at: int = 0
    _source: int = 0
    _pending: bytes = b""
    _machine: Any = None

    def __post_init__(self) -> None:
        self._machine = zlib.decompressobj(wbits=31)
        self.states.append(_State(0, 0, self._machine.copy(), b""))

    def tell(self) -> int:
        """Position in the unpacked data."""
        return self._at

    def seekable(self) -> bool:
        """Backwards too, from the nearest state."""
        return True

    def seek(self, at: int, whence: int = 0) -> int:
        """Go to a position, from the nearest state where that is nearer."""
        at = at + self._at if whence == 1 else at
        state = self.states[bisect.bisect_right([s.at for s in self.states], at) - 1]
        if at < self._at or state.at > self._at:
            self._at, self._source, self._pending = state.at, state.source, state.pending
            self._machine = state.machine.copy()
        while self._at < at and self._unpacked(min(_PIECE * 16, at - self._at)):
            pass
        return self._at

    def read(self, size: int = -1) -> bytes:
        """That many bytes, fewer at the end."""
        pieces = []
        while size and (piece := self._unpacked(_PIECE * 16 if size < 0 else size)):
            pieces.append(piece)
            size -= len(piece) if size > 0 else 0
        return b"".join(pieces)

    def _unpacked(self, most: int) -> bytes:
        while True:
            if self._machine.eof:
                self._pending = self._machine.unused_data or self._pending
                self._pending = self._pending.lstrip(b"\0") or self._packed().lstrip(b"\0")
                if not self._pending:
                    return b""
                self._machine = zlib.decompressobj(wbits=31)
            self._pending = self._pending or self._packed()
            if not self._pending:
                raise EOFError("the gzip file is cut off")
            data: bytes = self._machine.decompress(self._pending, min(most, _PIECE * 16))
            self._pending = self._machine.unconsumed_tail
            if data:
                self._at += len(data)
                self._keep()
                return data

    def _packed(self) -> bytes:
        self.stream.seek(self._source)
        data = self.stream.read(_PIECE)
        self._source += len(data)
        return data

    def _keep(self) -> None:
        last = self.states[-1]
        due = self._at > last.at and self._source - last.source >= self.every
        if due and not self._machine.eof:
            state = _State(self._at, self._source, self._machine.copy(), self._pending)
            self.states.append(state)


@dataclass(frozen=True, slots=True, eq=False)
class Tar:
    """An open tar file: where each regular member lies in its unpacked bytes."""

    stream: Any
    members: Mapping[str, tuple[int, int]]  # name -> position and size

    def read(self, name: str) -> bytes:
        """The bytes of a member.

        Raises:
            KeyError: there is no such member.
            EOFError, zlib.error: the archive is broken.
        """
        at, size = self.members[name]
        self.stream.seek(at)
        data: bytes = self.stream.read(size)
        if len(data) < size:
            raise EOFError("the archive is cut off")
        return data


def open_tar(stream: IO[bytes], name: str) -> Tar:
    """Index a tar file; ``name`` says how it is packed. The stream stays open.

    Raises:
        tarfile.TarError, EOFError, OSError, zlib.error, lzma.LZMAError: the archive is broken.
    """
    lower = name.lower()
    plain: Any = stream
    if lower.endswith((".gz", ".tgz")):
        size = stream.seek(0, 2)
        plain = Gunzipped(stream, max(STATE_BYTES, size // STATES))
    elif lower.endswith((".bz2", ".xz")):
        plain = _spooled(stream, lower)
    plain.seek(0)
    with tarfile.open(fileobj=plain, mode="r:") as archive:
        found = {
            m.name.removeprefix("./"): (m.offset_data, m.size)
            for m in archive
            if m.isreg() and m.sparse is None
        }
    return Tar(plain, found)


def _spooled(stream: IO[bytes], lower: str) -> IO[bytes]:
    copy = tempfile.TemporaryFile(prefix="gmai-data-")  # noqa: SIM115 - lives with the archive
    size = 0
    with bz2.open(stream) if lower.endswith(".bz2") else lzma.open(stream) as opened:
        while piece := opened.read(1 << 20):
            size += len(piece)
            if size > MAX_SPOOLED:
                raise OSError(f"the archive unpacks to more than {MAX_SPOOLED} bytes")
            copy.write(piece)
    return copy
