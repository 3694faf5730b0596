"""Uncompressed DICOM without pydicom's reader: headers by one walk, pixels by one view.

The walk takes the top-level elements of a file in little endian (PS3.5, 7.1) as they are and gives
them to pydicom, which converts those that are asked for. What is unusual is left to pydicom: both
functions answer None, and the caller reads the reference way.
"""

from __future__ import annotations

import functools
import struct
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

PIXEL_DATA: Final = 0x7FE00010
_CHARACTER_SET: Final = 0x00080005
_SYNTAX: Final = 0x00020010
_ITEM, _ITEM_END, _SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
_UNDEFINED: Final = 0xFFFFFFFF
_LONG: Final = frozenset(b"OB OD OF OL OV OW SQ SV UC UN UR UT UV".split())  # 32-bit lengths
_SHORT: Final = frozenset(b"AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US".split())
_NAMES: Final[dict[bytes | None, str | None]] = {vr: vr.decode("ascii") for vr in _LONG | _SHORT}
_NAMES[None] = None  # implicit
_SHARED: Final = frozenset(("CS", "DA", "DS", "FD", "IS", "TM", "UI", "US"))  # no character set
_IMPLICIT: Final = "1.2.840.10008.1.2"
NATIVE: Final = frozenset((_IMPLICIT, "1.2.840.10008.1.2.1"))
_ELSEWHERE: Final = frozenset(("1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"))  # big, deflated
_SHAPE: Final = ("Rows", "Columns", "BitsAllocated", "BitsStored", "PixelRepresentation",
                 "SamplesPerPixel")  # fmt: skip
_explicit = struct.Struct("<HH2sH").unpack_from
_long = struct.Struct("<I").unpack_from
_tag_length = struct.Struct("<HHI").unpack_from


class _UnusualError(Exception):
    """The file is not what the walk is for."""


def walk_dicom(
    data: bytes, *, pixels: bool = True, whole: bool = True, tags: frozenset[int] | None = None
) -> Any | None:
    """The public elements of a file in memory, equal to those pydicom reads, or None.

    Without ``pixels`` the walk ends where they begin, and may be of a compressed file. ``data``
    that is not the ``whole`` file must reach to the pixels, else None. With them only uncompressed
    little endian is walked. Of the elements those in ``tags`` are kept, and what says how text is
    coded; without it all but private ones.
    """
    from pydicom.charset import convert_encodings
    from pydicom.dataset import FileMetaDataset
    from pydicom.values import convert_string

    if data[128:132] != b"DICM":
        return None
    try:
        meta, at = _elements(data, 132, implicit=False, meta=True, stop=0x00030000)
        syntax = bytes(meta[_SYNTAX].value).rstrip(b"\0 ").decode("ascii")
        if syntax in _ELSEWHERE or not syntax.startswith("1.2.840.10008.1.2"):
            return None
        if pixels and syntax not in NATIVE:
            return None
        implicit = syntax == _IMPLICIT
        stop = _UNDEFINED if pixels else PIXEL_DATA
        wanted = None if tags is None else tags | {_CHARACTER_SET}
        found, end = _elements(data, at, implicit=implicit, stop=stop, wanted=wanted)
    except (_UnusualError, KeyError, struct.error, UnicodeDecodeError, IndexError):
        return None
    if end == at or (end == len(data) and not whole):
        return None
    header = _header_type()(found)
    encoding: Any = "iso8859"
    if _CHARACTER_SET in found:
        try:
            encoding = convert_encodings(convert_string(found[_CHARACTER_SET].value or b"", True))
        except (ValueError, LookupError):
            return None
    header.set_original_encoding(implicit, True, encoding)
    header.file_meta = FileMetaDataset(meta)
    return header


def _elements(
    data: bytes,
    at: int,
    *,
    implicit: bool,
    stop: int,
    meta: bool = False,
    wanted: frozenset[int] | None = None,
) -> tuple[dict[Any, Any], int]:
    """Raw elements by tag, and where the first at or after ``stop`` is, or the end."""
    from pydicom.dataelem import RawDataElement

    make, end = RawDataElement._make, len(data)
    found: dict[Any, Any] = {}
    last = 0
    vr: bytes | None = None
    while at + 8 <= end:
        if implicit:
            group, element, length = _tag_length(data, at)
        else:
            group, element, vr, length = _explicit(data, at)
        number = group << 16 | element
        if number >= stop:
            return found, at
        start = at + 8
        if vr in _LONG:
            (length,) = _long(data, start)
            start += 4
        elif not implicit and vr not in _SHORT:
            raise _UnusualError
        if number <= last or group == 0xFFFE or (group == 2) != meta:
            raise _UnusualError  # pydicom knows what to make of it
        last = number
        name = _NAMES[vr]
        if length == _UNDEFINED:
            if not _holds_items(number, vr):
                raise _UnusualError
            at = _end_of_items(data, start, implicit)
            length, name = at - 8 - start, "SQ"
        else:
            at = start + length
            if at > end:
                raise _UnusualError
        if group & 1 if wanted is None else number not in wanted:
            continue
        value = data[start : start + length] if length else _empty(name)
        tag = _tag(number)
        found[tag] = make((tag, name, length, value, start, implicit, True, True, False))
    if at != end:
        raise _UnusualError  # a few bytes more than elements
    return found, at


def _end_of_items(data: bytes, at: int, implicit: bool) -> int:
    """Position after the delimiter of a sequence of undefined length."""
    while True:
        group, element, length = _tag_length(data, at)
        number, at = group << 16 | element, at + 8
        if number == _SEQUENCE_END:
            return at
        if number != _ITEM:
            raise _UnusualError
        at = _end_of_item(data, at, implicit) if length == _UNDEFINED else at + length
        if at > len(data):
            raise _UnusualError


def _end_of_item(data: bytes, at: int, implicit: bool) -> int:
    """Position after the delimiter of an item of undefined length."""
    while True:
        group, element, length = _tag_length(data, at)
        number = group << 16 | element
        if number == _ITEM_END:
            return at + 8
        vr = None
        if implicit:
            at += 8
        else:
            _, _, vr, length = _explicit(data, at)
            at += 8
            if vr in _LONG:
                (length,) = _long(data, at)
                at += 4
            elif vr not in _SHORT:
                raise _UnusualError
        if length != _UNDEFINED:
            at += length
        elif _holds_items(number, vr):
            at = _end_of_items(data, at, implicit)
        else:
            raise _UnusualError
        if at > len(data):
            raise _UnusualError


@functools.cache
def _header_type() -> Any:
    """A data set that shares converted values: the slices of a series differ in few of them."""
    from pydicom.dataelem import RawDataElement
    from pydicom.dataset import Dataset

    # pydicom is not followed by mypy, so its classes are Any
    class Header(Dataset):  # type: ignore[misc]
        """What `walk_dicom` returns: values asked for by keyword are converted once per series."""

        def get(self, key: Any, default: Any = None) -> Any:
            """As `Dataset.get`."""
            tag = _tag_of(key) if isinstance(key, str) else None
            if tag is None:
                return super().get(key, default)
            raw = self._dict.get(tag)
            if raw is None:
                return default
            if isinstance(raw, RawDataElement):
                if raw.VR in _SHARED and len(raw.value or b"") <= 64:
                    return _value(tag, raw.VR, raw.value)
                return self[tag].value
            return raw.value

    return Header


@functools.lru_cache(maxsize=1 << 16)
def _value(tag: Any, vr: str, value: bytes | None) -> Any:
    """The value of a short element whose text has no character set."""
    from pydicom.dataelem import RawDataElement, convert_raw_data_element

    raw = RawDataElement(tag, vr, len(value or b""), value, 0, False, True)
    return convert_raw_data_element(raw).value


@functools.lru_cache(maxsize=4096)
def _tag_of(keyword: str) -> Any:
    from pydicom.datadict import tag_for_keyword

    number = tag_for_keyword(keyword)
    return None if number is None else _tag(number)


@functools.lru_cache(maxsize=4096)
def _tag(number: int) -> Any:
    from pydicom.tag import BaseTag

    return BaseTag(number)


@functools.lru_cache(maxsize=64)
def _empty(vr: str | None) -> Any:
    from pydicom.dataelem import empty_value_for_VR

    return empty_value_for_VR(vr, raw=True)


@functools.lru_cache(maxsize=4096)
def _holds_items(number: int, vr: bytes | None) -> bool:
    """Whether an element of undefined length is a sequence; a private one may be anything."""
    from pydicom.datadict import dictionary_VR

    if vr is not None:
        return vr == b"SQ"
    try:
        return str(dictionary_VR(number)) == "SQ"
    except KeyError:
        return False


def native_frame(header: Any) -> NDArray[Any] | None:
    """The one grey frame of an uncompressed little endian object, read-only, or None.

    Bits above BitsStored are not the pixel's (PS3.5, 8.1.1): shifted out, as pydicom does.
    """
    if str(header.file_meta.get("TransferSyntaxUID", "")) not in NATIVE:
        return None
    try:
        rows, columns, allocated, stored, signed, samples = (
            int(header.get(keyword, None)) for keyword in _SHAPE
        )
        plain = samples == 1 and int(header.get("NumberOfFrames", 1) or 1) == 1
        data = header.get("PixelData", None)
    except (TypeError, ValueError):
        return None
    size = rows * columns * allocated // 8
    grey = header.get("PhotometricInterpretation", "") in ("MONOCHROME1", "MONOCHROME2")
    whole = isinstance(data, bytes) and size > 0 and len(data) == size + size % 2
    right = allocated in (8, 16) and 0 < stored <= allocated and signed in (0, 1)
    odd = "FloatPixelData" in header or "DoubleFloatPixelData" in header
    if not (plain and grey and whole and right) or odd:
        return None
    kind = np.dtype(f"<{'ui'[signed]}{allocated // 8}").newbyteorder("=")
    pixels = np.frombuffer(data, dtype=kind, count=rows * columns).reshape(rows, columns)
    if stored < allocated:
        pixels = np.left_shift(pixels, allocated - stored)
        np.right_shift(pixels, allocated - stored, out=pixels)
    return pixels
