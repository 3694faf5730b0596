"""Facts of a DICOM header: those on the allow-list that may leave, and tags as plain values."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any, Final

from gmai_data.schema import Pairs

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


def acquisition(header: Any) -> Pairs:
    """Header facts on the allow-list, as sorted pairs: never names, dates, ids or free text."""
    found: list[tuple[str, str]] = []
    for name, keyword in _NUMBERS:
        number = number_of(header.get(keyword, None), math.nan)
        if math.isfinite(number) and number > 0:
            found.append((name, f"{number:g}"))
    if text_of(header, "Modality") == "MR":  # the tag is part of MR objects alone, see its IOD
        between = number_of(header.get("SpacingBetweenSlices", None), math.nan)
        gap = between - number_of(header.get("SliceThickness", None), math.nan)
        if math.isfinite(gap) and gap >= 0.05:
            found.append(("slice_gap_mm", f"{round(gap, 2):g}"))
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


def number_of(value: Any, default: float) -> float:
    """A tag's value as a number; ``default`` where it is none."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return default
