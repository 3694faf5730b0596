"""Tar archives with fixed headers: the same members give the same bytes on every machine.

Headers are POSIX.1-1988 ustar with mode 644, owner 0 and an integer time of 0. A float time makes
`webdataset.ShardWriter` add an extended header to each member: 9 % larger files, and slower.
"""

from __future__ import annotations

import hashlib
from typing import BinaryIO

BLOCK = 512
_BUFFER = 1 << 20
_HEAD = b"0000644\0" + b"0000000\0" * 2
_TAIL = b"0" + b"\0" * 100 + b"ustar\0" + b"00" + b"\0" * 247
_FIXED = sum(_HEAD) + sum(_TAIL) + sum(b"00000000000\0") + 8 * ord(" ")


def header(name: bytes, size: int) -> bytes:
    """The 512-byte header of a regular file.

    Raises:
        ValueError: the name is longer than 100 bytes or the file is 8 GiB or more, which ustar
            cannot hold.
    """
    if not 0 < len(name) <= 100 or not 0 <= size < 8 << 30:
        raise ValueError(f"{name!r} ({size} bytes) does not fit a ustar header")
    length = b"%011o\0" % size
    total = _FIXED + sum(name) + sum(length)
    return b"".join(
        (name.ljust(100, b"\0"), _HEAD, length, b"00000000000\0", b"%06o\0 " % total, _TAIL)
    )


class TarWriter:
    """Appends members to an open file, through one buffer, with a running SHA-256."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._parts: list[bytes] = []
        self._waiting = 0
        self._sha = hashlib.sha256()
        self.size = 0  # bytes so far, headers and padding included

    def add(self, name: str, data: bytes) -> int:
        """Append a member; the offset of its first byte."""
        head = header(name.encode(), len(data))
        self._parts += (head, data, bytes(-len(data) % BLOCK))
        start = self.size + BLOCK
        self.size = start + len(data) + -len(data) % BLOCK
        self._waiting += BLOCK + len(data)
        if self._waiting >= _BUFFER:
            self._flush()
        return start

    def finish(self) -> str:
        """Write the end of the archive; SHA-256 hex of the whole file."""
        self._parts.append(bytes(2 * BLOCK))
        self.size += 2 * BLOCK
        self._flush()
        return self._sha.hexdigest()

    def _flush(self) -> None:
        data = b"".join(self._parts)
        self._sha.update(data)
        self._file.write(data)
        self._parts, self._waiting = [], 0
