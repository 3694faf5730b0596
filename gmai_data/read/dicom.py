"""DICOM objects: opening, decoding, and the header facts that may leave.

Decoding is pydicom's, with the colour space converted there and only there. Grey values pass the
modality LUT once (PS3.4 N.2).
"""

from __future__ import annotations

import io
import math
import re
import warnings
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from gmai_data.errors import RejectedItem
from gmai_data.read.inputs import MAX_FILE_BYTES
from gmai_data.read.jpeg12 import decode_extended12, is_extended12
from gmai_data.schema import Pairs

_BROKEN: Final = (AttributeError, ValueError, NotImplementedError, RuntimeError, KeyError,
                  TypeError, IndexError, OSError, EOFError)  # fmt: skip
NOT_PICTURES: Final = frozenset(("SEG", "RTSTRUCT", "RTDOSE", "RTPLAN", "SR", "PR", "KO", "REG",
                                 "ECG", "HD", "EPS", "DOC", "AU", "RTRECORD"))  # fmt: skip
# header facts that say how the picture was made and never who, where or when
_NUMBERS: Final = (
    ("kvp", "KVP"), ("slice_thickness_mm", "SliceThickness"), ("repetition_time_ms",
    "RepetitionTime"), ("echo_time_ms", "EchoTime"), ("inversion_time_ms", "InversionTime"),
    ("flip_angle_deg", "FlipAngle"), ("field_strength_t", "MagneticFieldStrength"),
    ("frame_time_ms", "FrameTime"),
)  # fmt: skip
_CODES: Final = (
    ("body_part", "BodyPartExamined"), ("laterality", "ImageLaterality"),
    ("view_position", "ViewPosition"), ("patient_position", "PatientPosition"),
    ("scanning_sequence", "ScanningSequence"), ("presentation", "PresentationIntentType"),
    ("rescale_type", "RescaleType"),
)  # fmt: skip
_CODE: Final = re.compile(r"[A-Z][A-Z0-9 _/-]{0,15}")


def open_dicom(data: bytes, path: str, *, pixels: bool = True) -> Any:
    """A pydicom Dataset.

    Raises:
        RejectedItem: corrupt ``not-dicom`` or ``truncated-file``.
    """
    import pydicom
    from pydicom.errors import InvalidDicomError

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
        raise RejectedItem("corrupt", "not-dicom", _reason(error), path) from None
    return header


def check_picture(header: Any, path: str) -> None:
    """Refuse objects that hold no picture, by modality and size.

    Raises:
        RejectedItem: policy ``not-a-picture``, ``image-too-large``; corrupt ``no-pixels``.
    """
    modality = text_of(header, "Modality")
    if modality in NOT_PICTURES:
        raise RejectedItem("policy", "not-a-picture", f"modality {modality}", path)
    words = image_type(header)
    if "LOCALIZER" in words:
        raise RejectedItem("policy", "localizer", "\\".join(words), path)
    if "MOSAIC" in words:
        raise RejectedItem("policy", "mosaic", "a montage of slices is never a picture", path)
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

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            count = frame_count(header, path)
            if is_extended12(header):
                pixels = decode_extended12(header, index, count)
            else:
                pixels = pixel_array(header, index=index) if count > 1 else pixel_array(header)
            if text_of(header, "PhotometricInterpretation") == "PALETTE COLOR":
                pixels = apply_color_lut(pixels, header)
    except _BROKEN as error:
        raise RejectedItem("corrupt", "undecodable", _undecoded(header, error), path) from None
    if pixels.ndim == 3 and pixels.dtype != np.uint8:
        bits = int(header.get("BitsStored", 16)) if pixels.dtype == np.uint16 else 32
        if text_of(header, "PhotometricInterpretation") == "PALETTE COLOR":
            bits = 16
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
    slope = _float(where.get("RescaleSlope", None), 1.0)
    intercept = _float(where.get("RescaleIntercept", None), 0.0)
    if slope == 1.0 and intercept == 0.0:
        return pixels
    if slope.is_integer() and intercept.is_integer() and pixels.dtype.itemsize <= 2:
        wide = pixels.astype(np.int32) * int(slope) + int(intercept)
        fits = int(wide.min(initial=0)) >= -32768 and int(wide.max(initial=0)) <= 32767
        return wide.astype(np.int16) if fits else wide
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


def _is_lossy(header: Any) -> bool:
    syntax = str(getattr(header.file_meta, "TransferSyntaxUID", ""))
    return syntax in ("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51",
                      "1.2.840.10008.1.2.4.91", "1.2.840.10008.1.2.4.81")  # fmt: skip


def acquisition(header: Any) -> Pairs:
    """Header facts on the allow-list, as sorted pairs: never names, dates, ids or free text."""
    found: list[tuple[str, str]] = []
    for name, keyword in _NUMBERS:
        number = _float(header.get(keyword, None), math.nan)
        if math.isfinite(number) and number > 0:
            found.append((name, f"{number:g}"))
    for name, keyword in _CODES:
        value = header.get(keyword, None)
        words = [value] if isinstance(value, str) else list(value or ())
        text = "\\".join(str(w).strip().upper() for w in words if str(w).strip())
        if text and all(_CODE.fullmatch(w) for w in text.split("\\")):
            found.append((name, text))
    if "laterality" not in dict(found) and text_of(header, "Laterality") in ("R", "L"):
        found.append(("laterality", text_of(header, "Laterality")))
    kernel = text_of(header, "ConvolutionKernel")
    if re.fullmatch(r"[A-Za-z]{1,9}\d{0,3}[a-zA-Z]?\d?", kernel):
        found.append(("convolution_kernel", kernel))
    if text_of(header, "ContrastBolusAgent"):
        found.append(("contrast", "yes"))
    return tuple(sorted(found))


def pet_header(header: Any) -> dict[str, Any]:
    """What :func:`gmai_data.read.intensity.suv_factor` needs, as far as a PET header has it.

    A series time after the acquisition is that of a later processing and gives no reference.
    """
    drug = (header.get("RadiopharmaceuticalInformationSequence", None) or [{}])[0]
    start = _seconds(text_of(drug, "RadiopharmaceuticalStartTime"))
    series = _seconds(text_of(header, "SeriesTime"))
    taken = _seconds(text_of(header, "AcquisitionTime"))
    known = {
        "units": text_of(header, "Units"), "weight_kg": header.get("PatientWeight", None),
        "corrected": text_of(header, "CorrectedImage").split("\\"),
        "decay_correction": text_of(header, "DecayCorrection"),
        "dose_bq": drug.get("RadionuclideTotalDose", None),
        "half_life_s": drug.get("RadionuclideHalfLife", None),
    }  # fmt: skip
    if start is not None and series is not None and taken is not None and series <= taken:
        known["elapsed_s"] = series - start if series >= start else series - start + 86400
    return known


def _seconds(text: str) -> float | None:
    """Seconds of a DICOM time, HHMMSS.ffffff."""
    match = re.fullmatch(r"(\d\d)(\d\d)(\d\d(?:\.\d+)?)", text)
    return None if match is None else (
        int(match[1]) * 3600 + int(match[2]) * 60 + float(match[3])
    )  # fmt: skip


def text_of(header: Any, keyword: str) -> str:
    """A single-valued text tag, stripped; "" where it is absent or multiple."""
    value = header.get(keyword, None)
    if value is None or isinstance(value, bytes):
        return ""
    if not isinstance(value, str) and isinstance(value, Sequence):
        return "\\".join(str(v).strip() for v in value)
    return str(value).strip()


def image_type(header: Any) -> tuple[str, ...]:
    """Words of ImageType in capitals."""
    value = header.get("ImageType", None) or ()
    words = [value] if isinstance(value, str) else value
    return tuple(str(w).strip().upper() for w in words)


def numbers(value: Any, count: int) -> tuple[float, ...] | None:
    """``count`` finite numbers of a tag, or None."""
    try:
        found = tuple(float(v) for v in value)
    except (TypeError, ValueError):
        return None
    good = len(found) == count and all(math.isfinite(v) for v in found)
    return found if good else None


def _float(value: Any, default: float) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return default


# what decodes a coding that pydicom cannot: the last part of the transfer syntax's UID
_DECODERS: Final = {
    **dict.fromkeys(("50", "51", "57", "70"), "install pylibjpeg-libjpeg"),
    **dict.fromkeys(("80", "81"), "install pyjpegls"),
    **dict.fromkeys(("90", "91", "201", "202", "203"), "install pylibjpeg-openjpeg"),
    **dict.fromkeys(("100", "101", "102", "103", "104", "105", "106", "107", "108"),
                    "take its frames out as pictures with ffmpeg"),
}  # fmt: skip


def _undecoded(header: Any, error: Exception) -> str:
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


def _reason(error: Exception) -> str:
    lines = [line.strip() for line in str(error).strip().splitlines() if line.strip()]
    return " ".join(lines or [type(error).__name__])[:200]
