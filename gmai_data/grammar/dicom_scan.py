"""Tags of a DICOM file as text by one walk over its first bytes: what a scan of a tree needs.

The walk ends at the last tag that is wanted. It takes little endian files whose values are plain;
whatever is not (big endian, deflated, text beyond ASCII, no preamble, damage) it leaves to pydicom
by answering None. What it answers is what pydicom would, tag by tag (PS3.5, 6.2 and 7.1).
"""

from __future__ import annotations

import functools
import struct
from collections.abc import Mapping
from typing import Final

_SYNTAX: Final = 0x00020010
_PLAIN: Final = frozenset(("1.2.840.10008.1.2", "1.2.840.10008.1.2.1"))
_WITH_FRAGMENTS: Final = "1.2.840.10008.1.2.4."  # JPEG and its kin: the header is explicit little
_RLE: Final = "1.2.840.10008.1.2.5"
_LONG: Final = frozenset(b"OB OD OF OL OV OW SQ SV UC UN UR UT UV".split())
_SHORT: Final = frozenset(b"AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US".split())
# text with one value, and with several between backslashes
_ONE: Final = frozenset(("ST", "LT", "UT"))
_MANY: Final = frozenset(("AE", "AS", "CS", "DA", "DT", "LO", "SH", "TM", "UC", "UI"))
_NUMBERS: Final = frozenset(("DS", "IS"))
_BINARY: Final = {"US": "H", "SS": "h", "UL": "I", "SL": "i"}
_ITEM, _ITEM_END, _SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
_UNDEFINED: Final = 0xFFFFFFFF
_PIXELS: Final = 0x7FE00010
_explicit = struct.Struct("<HH2sH").unpack_from
_implicit = struct.Struct("<HHI").unpack_from
_length = struct.Struct("<I").unpack_from


class _NotPlainError(Exception):
    """pydicom must read this file."""


def scan_tags(data: bytes, wanted: Mapping[int, str]) -> dict[str, str | None] | None:
    """Wanted tags (number to keyword) as text; None for one that is not there.

    ``data`` begins with the file; where it ends before the last wanted tag could come, or holds
    anything that is not plain, the answer is None.
    """
    if data[128:132] != b"DICM":
        return None
    try:
        return _scan(data, wanted)
    except (_NotPlainError, struct.error, UnicodeDecodeError, KeyError, ValueError):
        return None


def _scan(data: bytes, wanted: Mapping[int, str]) -> dict[str, str | None]:
    group_length = data[132:140] == b"\x02\0\0\0UL\x04\0"
    if not group_length:
        raise _NotPlainError
    start = 144 + _length(data, 140)[0]
    at = data.find(b"\x02\0\x10\0UI", 144, start)
    if at < 0:
        raise _NotPlainError
    size = int.from_bytes(data[at + 6 : at + 8], "little")
    syntax = data[at + 8 : at + 8 + size].rstrip(b"\0 ").decode("ascii")
    if syntax not in _PLAIN and not syntax.startswith(_WITH_FRAGMENTS) and syntax != _RLE:
        raise _NotPlainError
    implicit = syntax == "1.2.840.10008.1.2"
    found: dict[str, str | None] = dict.fromkeys(wanted.values())
    last = max(wanted, default=0)
    at, end, before = start, len(data), 0
    while before < last:
        if at + 12 > end:
            raise _NotPlainError  # there may be more behind what was read
        if implicit:
            group, element, length = _implicit(data, at)
            vr, at = b"", at + 8
        else:
            group, element, vr, length = _explicit(data, at)
            at += 8
            if vr in _LONG:
                length, at = _length(data, at)[0], at + 4
            elif vr not in _SHORT:
                raise _NotPlainError
        number = group << 16 | element
        if number <= before or group < 8 or group == 0xFFFE:
            raise _NotPlainError
        before = number
        if number > last or number >= _PIXELS:
            break
        if length == _UNDEFINED:
            if number in wanted:
                raise _NotPlainError
            at = _after_items(data, at, number, vr, implicit)
            continue
        if number in wanted:
            if at + length > end:
                raise _NotPlainError
            name = vr_of(number) if vr in (b"", b"UN") else vr.decode("ascii")
            found[wanted[number]] = _text(data[at : at + length], name)
        at += length
    return found


def _text(raw: bytes, vr: str) -> str | None:
    if vr in _BINARY:
        kind = _BINARY[vr]
        count = len(raw) // struct.calcsize(kind)
        if not raw:
            return None
        values = struct.unpack(f"<{count}{kind}", raw)
        return "\\".join(map(str, values))
    if vr not in _ONE and vr not in _MANY and vr not in _NUMBERS:
        raise _NotPlainError
    text = raw.decode("ascii")
    if "\x1b" in text:
        raise _NotPlainError
    text = text.rstrip("\0 ")
    if vr in _ONE:
        return text.strip()
    if vr in _NUMBERS:
        return _number(text, vr)
    parts = text.split("\\")
    if vr == "UI":
        parts = [part.rstrip("\0") for part in parts]
    elif vr in ("LO", "SH", "UC"):
        parts = [part.rstrip("\0 ") for part in parts]
    elif any(part != part.strip() for part in parts) or "\0" in text:
        raise _NotPlainError
    return parts[0].strip() if len(parts) == 1 else "\\".join(parts)


def _number(text: str, vr: str) -> str | None:
    """Numbers as they are written; None for none. What is no plain number is left to pydicom."""
    if not text:
        return None
    for part in text.split("\\"):
        bare = part[1:] if part[:1] == "-" else part
        digits = bare.replace(".", "", 1) if vr == "DS" else bare
        if not digits.isdigit() or (vr == "IS" and str(int(part)) != part):
            raise _NotPlainError
    return text


def _after_items(data: bytes, at: int, number: int, vr: bytes, implicit: bool) -> int:
    """Position after a sequence of undefined length."""
    if vr not in (b"", b"SQ") or (not vr and not _is_sequence(number)):
        raise _NotPlainError
    while True:
        group, element, length = _implicit(data, at)
        at += 8
        tag = group << 16 | element
        if tag == _SEQUENCE_END:
            return at
        if tag != _ITEM:
            raise _NotPlainError
        at = at + length if length != _UNDEFINED else _after_item(data, at, implicit)


def _after_item(data: bytes, at: int, implicit: bool) -> int:
    """Position after an item of undefined length."""
    while True:
        group, element, length = _implicit(data, at)
        number = group << 16 | element
        if number == _ITEM_END:
            return at + 8
        vr = b""
        if not implicit:
            _, _, vr, length = _explicit(data, at)
            if vr in _LONG:
                at += 4
                length = _length(data, at + 4)[0]
            elif vr not in _SHORT:
                raise _NotPlainError
        at += 8
        at = at + length if length != _UNDEFINED else _after_items(data, at, number, vr, implicit)


@functools.lru_cache(maxsize=4096)
def vr_of(number: int) -> str:
    """The value representation of a tag in the dictionary. Raises KeyError."""
    from pydicom.datadict import dictionary_VR

    return str(dictionary_VR(number))


def _is_sequence(number: int) -> bool:
    try:
        return vr_of(number) == "SQ"
    except KeyError:
        return False
