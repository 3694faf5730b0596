"""Header tags of DICOM files as rows: the only step of a scan that opens image files."""

from __future__ import annotations

import functools
import gzip
import io
import struct
import warnings
import zlib
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, Any, Final

from gmai_data.errors import RejectedItem
from gmai_data.grammar.dicom_scan import scan_tags
from gmai_data.grammar.rows import Column, Rows
from gmai_data.roots import open_file, read_bytes, resolve

if TYPE_CHECKING:
    from gmai_data.grammar.survey import Survey

_FIRST_BYTES: Final = 1 << 16  # of a file: nearly every header ends before
_PACKED_BYTES: Final = 16 << 20
_CLASS: Final = "SOPClassUID"
_DICOMDIR: Final = "1.2.840.10008.1.3.10"


def keywords(names: Iterable[str]) -> list[str]:
    """Those names that are keywords of the DICOM dictionary, sorted."""
    from pydicom.datadict import tag_for_keyword

    return sorted(name for name in set(names) if tag_for_keyword(name) is not None)


def header_rows(survey: Survey, rows: Rows, tags: Iterable[str]) -> Rows:
    """Add a column per header tag that the declaration mentions.

    A file that is no DICOM file is rejected and its row left out. A captured field of the same
    name stays as captured. Multi-valued tags are joined with backslashes, as in the standard.
    """
    from gmai_data.grammar.survey import rejection

    names = [n for n in keywords({*tags, *survey.wanted}) if n not in rows.columns]
    assert rows.files is not None
    columns: dict[str, Column] = {name: [] for name in names}
    keep = []
    for at, files in enumerate(rows.files):
        path = files[0][1]
        try:
            values = read_header(survey, path, names)
        except RejectedItem as error:
            failed = rejection(survey, "", error.rule, error.value, path, error.kind)
            survey.rejected.append(failed)
            continue
        keep.append(at)
        for name in names:
            columns[name].append(values[name])
    out = rows if len(keep) == rows.n else rows.take(keep)
    out.columns.update(columns)
    return out


def read_header(survey: Survey, path: str, names: list[str]) -> dict[str, str | None]:
    """The tags of one file as text; None where it has none.

    Raises:
        RejectedItem: corrupt ``not-dicom``, ``broken-header``; policy ``not-a-picture`` for a
            DICOMDIR, which lists the others.
    """
    location, member = resolve(survey.disk.roots, survey.source.name, path)
    stream = (
        io.BytesIO(read_bytes(survey.disk.roots, survey.source.name, path))
        if member
        else open_file(location, path, _FIRST_BYTES)
    )
    with stream:
        data = stream.read(_FIRST_BYTES)
        if data[:2] == b"\x1f\x8b":
            stream.seek(0)
            with gzip.GzipFile(fileobj=stream) as packed:
                return header_tags(_packed(packed, path), None, path, names)
        return header_tags(data, stream, path, names)


def header_tags(
    data: bytes, stream: IO[bytes] | None, path: str, names: list[str]
) -> dict[str, str | None]:
    """The tags in the first bytes of a file, or in all of ``stream`` where that takes more."""
    fast = scan_tags(data, _numbers(tuple(names)))
    if fast is not None and fast[_CLASS] != _DICOMDIR:
        return {name: fast.get(name) for name in names}
    import pydicom
    from pydicom.errors import BytesLengthException, InvalidDicomError

    if stream is not None:
        stream.seek(0)
    whole = io.BytesIO(data) if stream is None else stream
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            header = pydicom.dcmread(
                whole, stop_before_pixels=True, specific_tags=[*names, _CLASS]
            )  # fmt: skip
            if str(header.get(_CLASS, "")) == _DICOMDIR or _is_directory(header):
                raise RejectedItem("policy", "not-a-picture", "a DICOMDIR", path)
            return {name: _text(header.get(name)) for name in names}
    except InvalidDicomError as error:
        raise RejectedItem("corrupt", "not-dicom", "no DICOM header", path) from error
    # all that pydicom was seen to raise at damaged files
    except (EOFError, ValueError, KeyError, AttributeError, NotImplementedError, TypeError,
            IndexError, OverflowError, RecursionError, OSError, struct.error, zlib.error,
            BytesLengthException) as error:  # fmt: skip
        # not its text: pydicom quotes the bytes, which may be a name
        found = f"its tags cannot be read ({type(error).__name__})"
        raise RejectedItem("corrupt", "broken-header", found, path) from None


def _packed(stream: gzip.GzipFile, path: str) -> bytes:
    """The beginning of a packed file: a header is never as long as this."""
    try:
        return stream.read(_PACKED_BYTES)
    except (OSError, EOFError, zlib.error) as error:
        raise RejectedItem("corrupt", "broken-gzip", str(error)[:200], path) from error


def _is_directory(header: Any) -> bool:
    meta = getattr(header, "file_meta", None) or {}
    return str(meta.get("MediaStorageSOPClassUID", "")) == _DICOMDIR


@functools.lru_cache(maxsize=64)
def _numbers(names: tuple[str, ...]) -> dict[int, str]:
    from pydicom.datadict import tag_for_keyword

    found = {name: tag_for_keyword(name) for name in (*names, _CLASS)}
    return {int(number): name for name, number in found.items() if number is not None}


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, str | int | float):
        return str(value).strip()
    if hasattr(value, "__iter__") and not hasattr(value, "original_string"):
        return "\\".join(str(v) for v in value)
    return str(value).strip()
