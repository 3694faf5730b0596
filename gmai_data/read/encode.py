"""Stored pictures: square pixels, capped size, PNG by hand.

The PNG writer (one SUB filter, libdeflate at level 1) is about ten times as fast as Pillow's for
a few percent more bytes. ISA-L's deflate is three times as fast again, but one in some thousand
small pictures came out in other bytes from run to run.
"""

from __future__ import annotations

import hashlib
import io
import struct
from dataclasses import dataclass
from typing import Final

import cv2
import deflate
import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray

from gmai_data.read.pass_through import PNG_HEAD

cv2.setNumThreads(1)

Pixels = NDArray[np.uint8]
JPEG_QUALITY: Final = 95
SQUARE: Final = 0.01  # spacings that differ by less than this share count as square


@dataclass(frozen=True, slots=True)
class Fit:
    """How a native picture becomes the stored one."""

    width: int
    height: int
    scale_x: float  # stored over native columns
    scale_y: float  # stored over native rows
    spacing_mm: tuple[float, float] | None  # row and column spacing of the stored picture

    @property
    def scale(self) -> float:
        """Stored size over native size along the better resolved direction."""
        return round(min(self.scale_x, self.scale_y), 6)


def fit(height: int, width: int, spacing_mm: tuple[float, float] | None, max_side: int = 0) -> Fit:
    """Size of the stored picture: square pixels at the finer spacing, long side at most max_side.

    ``max_side`` 0 keeps the native size. ``spacing_mm`` is (row, column) spacing, or any two
    numbers in the ratio of a pixel's height to its width.
    """
    grow_x = grow_y = 1.0
    if spacing_mm is not None and abs(spacing_mm[0] / spacing_mm[1] - 1) > SQUARE:
        finer = min(spacing_mm)
        grow_y, grow_x = spacing_mm[0] / finer, spacing_mm[1] / finer
    longest = max(height * grow_y, width * grow_x)
    shrink = min(1.0, max_side / longest) if max_side else 1.0
    new_height = max(1, round(round(height * grow_y * shrink, 6)))
    new_width = max(1, round(round(width * grow_x * shrink, 6)))
    scale_x, scale_y = new_width / width, new_height / height
    spacing = None
    if spacing_mm is not None:
        spacing = (round(spacing_mm[0] / scale_y, 6), round(spacing_mm[1] / scale_x, 6))
    return Fit(new_width, new_height, round(scale_x, 9), round(scale_y, 9), spacing)


def resize(pixels: Pixels, width: int, height: int) -> Pixels:
    """Area averages where both sides shrink, else bilinear; both are equal on every CPU tried."""
    if pixels.shape[:2] == (height, width):
        return pixels
    shrinks = width <= pixels.shape[1] and height <= pixels.shape[0]
    how = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    resized: Pixels = cv2.resize(np.ascontiguousarray(pixels), (width, height), interpolation=how)
    return resized


def png(pixels: Pixels) -> bytes:
    """A PNG of 8-bit grey (rows, columns) or RGB (rows, columns, 3) pixels."""
    height, width = pixels.shape[:2]
    step = 1 if pixels.ndim == 2 else 3
    rows = np.ascontiguousarray(pixels, dtype=np.uint8).reshape(height, width * step)
    lines = np.empty((height, 1 + width * step), dtype=np.uint8)
    lines[:, 0] = 1  # filter type SUB
    lines[:, 1 : 1 + step] = rows[:, :step]
    np.subtract(rows[:, step:], rows[:, :-step], out=lines[:, 1 + step :])
    header = struct.pack(">IIBBBBB", width, height, 8, 0 if step == 1 else 2, 0, 0, 0)
    data = bytes(deflate.zlib_compress(lines, 1))
    return PNG_HEAD + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = isal_zlib.crc32(data, isal_zlib.crc32(kind))
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)


def jpeg(pixels: Pixels) -> bytes:
    """A JPEG at quality 95 without chroma subsampling, for pictures that came as JPEG."""
    from PIL import Image

    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return out.getvalue()


def pixels_sha256(pixels: Pixels) -> str:
    """SHA-256 of the shape and the 8-bit pixels."""
    shape = "x".join(map(str, pixels.shape)).encode()
    total = hashlib.sha256(shape + b"\0")
    total.update(np.ascontiguousarray(pixels).data)
    return total.hexdigest()
