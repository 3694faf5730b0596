"""Tar archives with fixed headers: the same members give the same bytes on every machine.

Headers are POSIX.1-1988 ustar with mode 644, owner 0 and an integer time of 0. A float time makes
`webdataset.ShardWriter` add an extended header to each member: 9 % larger files, and slower.
"""

from __future__ import annotations

import hashlib
from typing import BinaryIO

BLOCK = 512
_HEAD = b"0000644\0" + b"0000000\0" * 2
_TAIL = b"0" + b"\0" * 100 + b"ustar\0" + b"00" + b"\0" * 247
_PADDING = bytes(BLOCK)
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
    """Appends members to an open buffered file, with a running SHA-256 unless not ``hashed``."""

    def __init__(self, file: BinaryIO, *, hashed: bool = True) -> None:
        self._file = file
        self._sha = hashlib.sha256() if hashed else None
        self.size = 0  # bytes so far, headers and padding included

    def add(self, name: str, data: bytes) -> int:
        """Append a member; the offset of its first byte."""
        start = self.size + BLOCK
        parts = header(name.encode(), len(data)), data, _PADDING[: -len(data) % BLOCK]
        self._write(b"".join(parts))  # one copy costs less than three writes and digests
        return start

    def finish(self) -> str:
        """Write the end of the archive; SHA-256 hex of the whole file, "" where not hashed."""
        self._write(bytes(2 * BLOCK))
        return "" if self._sha is None else self._sha.hexdigest()

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        if self._sha is not None:
            self._sha.update(data)
        self.size += len(data)
