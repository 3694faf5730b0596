"""JPEG and PNG files that are stored as they came, without their metadata.

A file that `is_sound` needs no decoding: it is checked for everything that would make a decoder
stop, so that what is passed on can be opened. Others are decoded first.
"""

from __future__ import annotations

import functools
import re
from typing import Final

import numpy as np
from isal import isal_zlib
from isal.igzip_lib import IsalError

PNG_HEAD: Final = b"\x89PNG\r\n\x1a\n"
MAX_INFLATED: Final = 1 << 28  # bytes of a PNG that are inflated only to be checked
_BASELINE: Final = (0xC0, 0xC1)
_IN_SCAN: Final = re.compile(rb"\xff[^\x00\xd0-\xd7]")  # a marker that is not part of the scan


def strip_jpeg(data: bytes) -> bytes | None:
    """The same JPEG without metadata: no Exif, XMP, IPTC, comments, thumbnails or trailing bytes.

    JFIF and Adobe markers stay (they say what the components are). None where the file is not a
    plain 8-bit Huffman-coded JPEG of one or three components that ends properly.
    """
    if data[:2] != b"\xff\xd8":
        return None
    kept = [b"\xff\xd8"]
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        segment = data[at : at + 2 + size]
        if size < 2 or len(segment) < size + 2:
            return None
        if marker in (0xC0, 0xC1, 0xC2):
            if size < 8 or segment[4] != 8 or segment[9] not in (1, 3):
                return None
        elif 0xC3 <= marker <= 0xCF and marker not in (0xC4, 0xC8):
            return None
        if marker == 0xDA:
            end = _jpeg_end(data, at)
            return None if end is None else b"".join([*kept, data[at:end]])
        is_metadata = 0xE1 <= marker <= 0xEF or marker == 0xFE
        is_adobe = marker == 0xEE and segment[4:9] == b"Adobe" and size == 14
        if marker == 0xE0:
            if segment[4:9] == b"JFIF\0" and size >= 14:  # without its thumbnail
                kept.append(b"\xff\xe0\x00\x10" + segment[4:16] + b"\0\0")
        elif is_adobe or not is_metadata:
            kept.append(segment)
        at += 2 + size
    return None


def _jpeg_end(data: bytes, at: int) -> int | None:
    """Position after the end-of-image marker; None where a scan hides other segments."""
    while True:
        found = _IN_SCAN.search(data, at + 1)
        if found is None:
            return None
        at, marker = found.start(), data[found.start() + 1]
        if marker == 0xD9:
            return at + 2
        # between the scans of a progressive file a comment could hide: leave those to re-encoding
        if 0xE0 <= marker <= 0xEF or marker == 0xFE:
            return None


def strip_png(data: bytes) -> bytes | None:
    """The same PNG with its header, pixels and end only; None unless 8-bit grey or RGB."""
    if not data.startswith(PNG_HEAD):
        return None
    kept = [PNG_HEAD]
    at = len(PNG_HEAD)
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        chunk = data[at : at + 12 + size]
        if len(chunk) != size + 12:
            return None
        is_head = kind == b"IHDR"
        if is_head and (size != 13 or chunk[16] != 8 or chunk[17] not in (0, 2) or chunk[20] != 0):
            return None
        if kind in (b"tRNS", b"PLTE", b"acTL"):
            return None
        if kind in (b"IHDR", b"IDAT", b"IEND"):
            kept.append(chunk)
        if kind == b"IEND":
            return b"".join(kept)
        at += 12 + size
    return None


def is_sound(stripped: bytes) -> bool:
    """Whether a stripped file is sure to decode: no decoder's error can come from it.

    JPEG: one baseline scan of all components, every table defined and well formed, nothing but
    coded data up to the end. PNG: the checksums hold and the pixels inflate to their size.
    """
    if stripped.startswith(PNG_HEAD):
        return _sound_png(stripped)
    return _sound_jpeg(stripped)


def _sound_jpeg(data: bytes) -> bool:
    quantised: set[int] = set()
    coded: set[int] = set()
    frame: dict[int, int] = {}  # component -> its quantisation table
    at = 2
    while at + 4 <= len(data):
        marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        body = data[at + 4 : at + 2 + size]
        if marker == 0xDB:
            tables = _quantisation(body)
            if tables is None:
                return False
            quantised.update(tables)
        elif marker == 0xC4:
            tables = _huffman(body)
            if tables is None:
                return False
            coded.update(tables)
        elif marker in _BASELINE:
            if frame or not _sound_frame(body):
                return False
            frame = {body[6 + 3 * n]: body[8 + 3 * n] for n in range(body[5])}
        elif marker == 0xDA:
            scan = _IN_SCAN.search(data, at + 2 + size)
            one_scan = scan is not None and scan.start() + 2 == len(data) and data[-1] == 0xD9
            return one_scan and _sound_scan(body, frame, quantised, coded)
        elif marker == 0xDD:
            if len(body) != 2:
                return False
        elif marker not in (0xE0, 0xEE):
            return False
        at += 2 + size
    return False


def _sound_frame(body: bytes) -> bool:
    if len(body) < 6 or len(body) != 6 + 3 * body[5]:
        return False
    height, width = int.from_bytes(body[1:3], "big"), int.from_bytes(body[3:5], "big")
    factors = [divmod(body[7 + 3 * n], 16) for n in range(body[5])]
    if not all(1 <= across <= 4 and 1 <= down <= 4 for across, down in factors):
        return False
    # decoders differ in what they make of odd factors: those in use are 1 and 2
    usual = all(across in (1, 2) and down in (1, 2) for across, down in factors)
    first = factors[0]
    others = all(f == (1, 1) or f == first for f in factors[1:])
    distinct = len({body[6 + 3 * n] for n in range(body[5])}) == body[5]
    blocks = sum(across * down for across, down in factors)
    return height > 0 and width > 0 and usual and others and distinct and blocks <= 10


def _sound_scan(body: bytes, frame: dict[int, int], quantised: set[int], coded: set[int]) -> bool:
    if not body or not frame or len(body) != 4 + 2 * body[0] or body[0] != len(frame):
        return False
    scans = [(body[1 + 2 * n], *divmod(body[2 + 2 * n], 16)) for n in range(body[0])]
    return (
        [component for component, _, _ in scans] == list(frame)
        and all(dc in coded and 16 + ac in coded for _, dc, ac in scans)
        and all(table in quantised for table in frame.values())
        and body[-3:] == b"\x00\x3f\x00"
    )


@functools.lru_cache(maxsize=256)
def _quantisation(body: bytes) -> frozenset[int] | None:
    """Which tables a DQT segment defines; None where it is not well formed."""
    found, at = set(), 0
    while at < len(body):
        wide, number = divmod(body[at], 16)
        step = 1 + 64 * (wide + 1)
        values = body[at + 1 : at + step]
        if wide > 1 or number > 3 or len(values) != step - 1 or 0 in values[wide :: wide + 1]:
            return None
        found.add(number)
        at += step
    return frozenset(found)


@functools.lru_cache(maxsize=256)
def _huffman(body: bytes) -> frozenset[int] | None:
    """Which tables a DHT segment defines (AC plus 16); None where it is not well formed."""
    found, at = set(), 0
    while at < len(body):
        kind, number = divmod(body[at], 16)
        counts = body[at + 1 : at + 17]
        values = body[at + 17 : at + 17 + sum(counts)]
        code = 0
        for length, count in enumerate(counts, start=1):
            code += count
            if code > 1 << length:
                return None
            code <<= 1
        fits = len(counts) == 16 and len(values) == sum(counts) and 0 < sum(counts) <= 256
        if kind > 1 or number > 3 or not fits or (kind == 0 and max(values) > 15):
            return None
        found.add(16 * kind + number)
        at += 17 + len(values)
    return frozenset(found)


def _sound_png(data: bytes) -> bool:
    at, parts = len(PNG_HEAD), []
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        checked = memoryview(data)[at + 4 : at + 8 + size]
        if isal_zlib.crc32(checked) != int.from_bytes(data[at + 8 + size : at + 12 + size], "big"):
            return False
        if data[at + 4 : at + 8] == b"IDAT":
            parts.append(checked[4:])
        at += 12 + size
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    row = 1 + width * (3 if data[25] == 2 else 1)
    if not parts or not width or not height or row * height > MAX_INFLATED or data[26] or data[27]:
        return False
    inflate = isal_zlib.decompressobj()
    try:
        lines = inflate.decompress(b"".join(parts), row * height + 1)
    except IsalError:  # type: ignore[misc]
        return False
    filters = np.frombuffer(lines, np.uint8)[::row]
    return len(lines) == row * height and inflate.eof and int(filters.max()) <= 4
