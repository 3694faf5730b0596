"""DICOM objects: opening, decoding, and the header facts that may leave.

Decoding is pydicom's, with the colour space converted there and only there. Grey values pass the
modality LUT once (PS3.4 N.2).
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from pydicom.errors import BytesLengthException

from gmai_data.errors import RejectedItem
from gmai_data.read.dicom_facts import image_type, number_of, text_of
from gmai_data.read.dicom_walk import native_frame, walk_dicom
from gmai_data.read.inputs import MAX_FILE_BYTES
from gmai_data.read.jpeg12 import decode_extended12, is_extended12

_BROKEN: Final = (AttributeError, ValueError, NotImplementedError, RuntimeError, KeyError,
                  TypeError, IndexError, OSError, EOFError, OverflowError, struct.error,
                  zlib.error, BytesLengthException)  # fmt: skip
NOT_PICTURES: Final = frozenset(("SEG", "RTSTRUCT", "RTDOSE", "RTPLAN", "SR", "PR", "KO", "REG",
                                 "ECG", "HD", "EPS", "DOC", "AU", "RTRECORD"))  # fmt: skip
# objects that hold no picture and often no modality: a DICOMDIR, presentation states, raw data
_NO_PICTURE_CLASSES: Final = frozenset((
    "1.2.840.10008.1.3.10", "1.2.840.10008.5.1.4.1.1.11.1", "1.2.840.10008.5.1.4.1.1.66",
))  # fmt: skip
MAX_UNPACKED: Final = 2 << 30  # bytes of a compressed file
_BIG_ENDIAN: Final = "1.2.840.10008.1.2.2"
_DEFLATED: Final = b"1.2.840.10008.1.2.1.99"


def open_dicom(data: bytes, path: str, *, pixels: bool = True) -> Any:
    """A pydicom Dataset; private elements may be left out.

    Raises:
        RejectedItem: corrupt ``not-dicom``, ``broken-gzip`` or ``bomb``.
    """
    import pydicom
    from pydicom.errors import InvalidDicomError

    data = unpacked(data, path)
    walked = walk_dicom(data, pixels=pixels)
    if walked is not None:
        return walked
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                header = pydicom.dcmread(io.BytesIO(data), stop_before_pixels=not pixels)
            except InvalidDicomError:
                header = pydicom.dcmread(io.BytesIO(data), force=True)
                if "SOPClassUID" not in header and "Rows" not in header:
                    raise RejectedItem("corrupt", "not-dicom", "no DICOM tags", path) from None
                if "TransferSyntaxUID" not in header.file_meta:
                    header.file_meta.TransferSyntaxUID = pydicom.uid.ImplicitVRLittleEndian
    except _BROKEN as error:
        # not its text: pydicom quotes the bytes, which may be a name
        found = f"its tags cannot be read ({type(error).__name__})"
        raise RejectedItem("corrupt", "not-dicom", found, path) from None
    return header


@contextmanager
def tags_of(path: str) -> Iterator[None]:
    """Names the file of an error in a tag: values are converted when they are first asked for.

    Raises:
        RejectedItem: corrupt ``broken-header``, for errors of pydicom's and none of our own.
    """
    try:
        yield
    except RejectedItem:
        raise
    except (*_BROKEN, RecursionError) as error:
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = "" if trace is None else str(trace.tb_frame.f_globals.get("__name__", ""))
        if not where.startswith("pydicom"):
            raise
        found = f"its tags cannot be read ({type(error).__name__})"
        raise RejectedItem("corrupt", "broken-header", found, path) from None


def unpacked(data: bytes, path: str) -> bytes:
    """The file without gzip around it; refuses what deflates to more than memory should hold.

    Raises:
        RejectedItem: corrupt ``broken-gzip``, ``bomb``.
    """
    if data[:2] == b"\x1f\x8b":
        engine = zlib.decompressobj(31)
        try:
            data = engine.decompress(data, MAX_UNPACKED)
        except zlib.error as error:
            raise RejectedItem("corrupt", "broken-gzip", str(error)[:120], path) from None
        if engine.unconsumed_tail:
            raise RejectedItem("corrupt", "bomb", f"over {MAX_UNPACKED} bytes", path)
        if not engine.eof:
            raise RejectedItem("corrupt", "broken-gzip", "the file ends too early", path)
    if _DEFLATED in data[132:1024] and data[132:136] == b"\x02\0\0\0":
        start = 144 + int.from_bytes(data[140:144], "little")  # behind the file meta information
        engine = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            engine.decompress(data[start:], MAX_UNPACKED)
        except zlib.error as error:
            raise RejectedItem("corrupt", "not-dicom", str(error)[:120], path) from None
        if engine.unconsumed_tail:
            raise RejectedItem("corrupt", "bomb", f"over {MAX_UNPACKED} bytes", path)
    return data


def check_picture(header: Any, path: str) -> None:
    """Refuse objects that hold no picture, by modality and size.

    Raises:
        RejectedItem: policy ``not-a-picture``, ``image-too-large``; corrupt ``no-pixels``.
    """
    modality = text_of(header, "Modality")
    if modality in NOT_PICTURES or text_of(header, "SOPClassUID") in _NO_PICTURE_CLASSES:
        kind = f"modality {modality}" if modality else "a DICOMDIR or another list of objects"
        raise RejectedItem("policy", "not-a-picture", kind, path)
    if "DirectoryRecordSequence" in header:
        raise RejectedItem("policy", "not-a-picture", "a DICOMDIR", path)
    words = image_type(header)
    if "LOCALIZER" in words:
        raise RejectedItem("policy", "localizer", "\\".join(words), path)
    rows, columns = int(header.get("Rows", 0) or 0), int(header.get("Columns", 0) or 0)
    if not rows or not columns or "PixelData" not in header:
        raise RejectedItem("corrupt", "no-pixels", f"{columns} x {rows} pixels", path)
    size = rows * columns * frame_count(header, path) * int(header.get("SamplesPerPixel", 1) or 1)
    if size * (int(header.get("BitsAllocated", 8)) + 7) // 8 > MAX_FILE_BYTES:
        raise RejectedItem("policy", "image-too-large", f"{size} samples", path)


def frame_count(header: Any, path: str) -> int:
    """NumberOfFrames; 1 where it is absent."""
    try:
        return max(1, int(header.get("NumberOfFrames", 1) or 1))
    except (TypeError, ValueError):
        raise RejectedItem("corrupt", "frame-count", "not a number", path) from None


def frame(header: Any, index: int, path: str) -> NDArray[Any]:
    """One frame as stored: (rows, columns), or RGB (rows, columns, 3) in 8 bits.

    Raises:
        RejectedItem: corrupt ``undecodable``: truncated, or in a coding nothing here reads.
    """
    from pydicom.pixels import apply_color_lut, pixel_array

    plain = native_frame(header)
    if plain is not None and index == 0:
        return plain
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            count = frame_count(header, path)
            if is_extended12(header):
                pixels = decode_extended12(header, index, count)
            else:
                pixels = pixel_array(header, index=index) if count > 1 else pixel_array(header)
            pixels = pixels.astype(pixels.dtype.newbyteorder("="), copy=False)
            if text_of(header, "PhotometricInterpretation") == "PALETTE COLOR":
                pixels = apply_color_lut(pixels, header)
                if pixels.itemsize == 2 and _syntax(header) == _BIG_ENDIAN:
                    pixels = pixels.byteswap()  # pydicom takes the table for little endian
    except BaseException as error:
        # a decoder written in Rust panics with what is no Exception
        if not isinstance(error, _BROKEN) and type(error).__name__ != "PanicException":
            raise
        raise RejectedItem("corrupt", "undecodable", _undecoded(header, error), path) from None
    if pixels.ndim == 3 and pixels.dtype != np.uint8:
        bits = int(header.get("BitsStored", 16)) if pixels.dtype == np.uint16 else 32
        if text_of(header, "PhotometricInterpretation") == "PALETTE COLOR":
            bits = 16 if pixels.max(initial=0) > 255 else 8  # some tables hold 8 bits in 16
        pixels = (pixels >> max(0, bits - 8)).clip(0, 255).astype(np.uint8)
    expected = int(header.Rows), int(header.Columns)
    if pixels.shape[:2] != expected or pixels.ndim not in (2, 3):
        found = f"{pixels.shape} where {expected} is declared"
        raise RejectedItem("corrupt", "undecodable", found, path)
    return np.ascontiguousarray(pixels)


def stored_frame(data: bytes, path: str, index: int = 0) -> NDArray[Any]:
    """Stored values of a frame of a mask that was saved as DICOM."""
    header = open_dicom(data, path)
    return frame(header, index, path)


def modality_values(header: Any, pixels: NDArray[Any], path: str, item: Any = None) -> NDArray[Any]:
    """Values after the modality LUT: rescale or table, once. Whole numbers stay integers.

    ``item`` is the frame's functional group with the rescale of an enhanced object.
    """
    from pydicom.pixels import apply_modality_lut

    if "ModalityLUTSequence" in header:
        try:
            return np.asarray(apply_modality_lut(pixels, header))
        except _BROKEN as error:
            raise RejectedItem("corrupt", "modality-lut", _reason(error), path) from None
    where = item if item is not None and "RescaleSlope" in item else header
    slope = number_of(where.get("RescaleSlope", None), 1.0)
    intercept = number_of(where.get("RescaleIntercept", None), 0.0)
    if slope == 1.0 and intercept == 0.0:
        return pixels
    if slope.is_integer() and intercept.is_integer() and pixels.dtype.itemsize <= 2:
        factor, shift = int(slope), int(intercept)
        ends = [int(v) * factor + shift for v in (pixels.min(), pixels.max())]
        if min(ends) >= -32768 and max(ends) <= 32767 and abs(factor) < 1 << 15:
            # whole numbers wrap around in 16 bits and come back: the result is in range
            whole = pixels.astype(np.int16, copy=factor != 1)
            whole = np.multiply(whole, np.int16(factor), out=whole) if factor != 1 else whole
            return whole + np.int16((shift + 32768) % 65536 - 32768)
        return pixels.astype(np.int32) * factor + shift
    return pixels.astype(np.float32) * np.float32(slope) + np.float32(intercept)


def padding(header: Any, pixels: NDArray[Any]) -> NDArray[np.bool_] | None:
    """Pixels outside what was reconstructed, by PixelPaddingValue on *stored* values.

    After lossy compression equality fails: everything up to 5 % of the range above it counts.
    """
    value = header.get("PixelPaddingValue", None)
    if value is None or pixels.ndim != 2:
        return None
    try:
        low = int(value)
        limit = header.get("PixelPaddingRangeLimit", None)
        high = low if limit is None else int(limit)
    except (TypeError, ValueError):
        return None
    if int(header.get("PixelRepresentation", 0) or 0) and low > 32767:
        low, high = low - 65536, (high - 65536 if high > 32767 else high)
    low, high = min(low, high), max(low, high)
    lossy = text_of(header, "LossyImageCompression") == "01" or _is_lossy(header)
    if lossy and low <= float(np.median(pixels)):
        spread = (int(pixels.max()) - max(low, int(pixels.min()))) * 0.05
        return np.asarray(pixels <= high + spread)
    return np.asarray((pixels >= low) & (pixels <= high))


def _syntax(header: Any) -> str:
    return str(getattr(header.file_meta, "TransferSyntaxUID", ""))


def _is_lossy(header: Any) -> bool:
    lossy = ("50", "51", "81", "91", "203")  # JPEG, JPEG-LS near-lossless, JPEG 2000, HTJ2K
    return _syntax(header) in {f"1.2.840.10008.1.2.4.{last}" for last in lossy}


# what decodes a coding that pydicom cannot: the last part of the transfer syntax's UID
_DECODERS: Final = {
    **dict.fromkeys(("50", "51", "57", "70"), "install pylibjpeg-libjpeg"),
    **dict.fromkeys(("80", "81"), "install pyjpegls"),
    **dict.fromkeys(("90", "91", "201", "202", "203"), "install pylibjpeg-openjpeg"),
    **dict.fromkeys(("100", "101", "102", "103", "104", "105", "106", "107", "108"),
                    "take its frames out as pictures with ffmpeg"),
}  # fmt: skip


def _undecoded(header: Any, error: BaseException) -> str:
    """The coding of the pixels by name and UID, what could decode it, and what went wrong."""
    syntax = getattr(header.file_meta, "TransferSyntaxUID", None)
    if syntax is None:
        return _reason(error)
    hint = "if the file is whole, convert it with gdcmconv --raw"
    if str(syntax).startswith("1.2.840.10008.1.2.4."):
        hint = "if the file is whole, " + _DECODERS.get(
            str(syntax).rpartition(".")[2], "convert it with gdcmconv --raw"
        )
    name = str(getattr(syntax, "name", "")) or "unknown"
    plain = not getattr(syntax, "is_private", False) and not getattr(syntax, "is_compressed", True)
    said = f"{name} ({syntax})" if name != str(syntax) else f"transfer syntax {syntax}"
    return f"{said}: {_reason(error)}" if plain else f"{said}: {hint}; {_reason(error)}"


def _reason(error: BaseException) -> str:
    lines = [line.strip() for line in str(error).strip().splitlines() if line.strip()]
    return " ".join(lines or [type(error).__name__])[:200]
