"""Text that is burned into a picture, by OCR: the optional extra ``phi``.

The header rules of `identifying` refuse what may show a name. Where a build asks for it
(``read: {phi_ocr: true}``), such pictures are read instead, and refused when what stands in them
may identify somebody. What a scanner writes of itself (gain, depth, thermal index) may stay.
What was read is never kept nor quoted. Recognition is not exact: it misses faint or small text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from gmai_data.errors import RejectedItem, UsageError

SURE: Final = 0.5  # a line that is recognised with less is no text
MIN_SIDE: Final = 640  # smaller pictures are enlarged: banners have letters of eight pixels
# words that machines write of themselves and of the view; all else of three letters is a name
MACHINE: Final = frozenset((
    "abd", "abdomen", "abdominal", "acuson", "adult", "aloka", "ao", "aorta", "apical",
    "area", "asc", "avg", "axis", "bladder", "bpm", "breast", "canon", "cardiac", "cine",
    "cist", "cm", "color", "colour", "compr", "crd", "cts", "cw", "dep", "depth", "diam",
    "dist", "dr", "dyn", "echo", "esaote", "focus", "fps", "fr", "frame", "freq", "frq",
    "fujifilm", "gain", "gen", "general", "gray", "grey", "harm", "harmonic", "healthcare",
    "high", "hitachi", "hpen", "hz", "index", "ivs", "khz", "kidney", "left", "liver", "long",
    "low", "lvid", "map", "max", "mboff", "mbt", "med", "medison", "mhz", "mi", "min",
    "mindray", "mm", "mmode", "ms", "msec", "mskel", "ob", "obstetric", "off", "on", "pelvis",
    "pen", "pers", "persist", "philips", "power", "prf", "probe", "pw", "pwr", "rate",
    "renal", "res", "right", "sag", "sagittal", "samsung", "scale", "sec", "sector", "short",
    "siemens", "sm", "smooth", "spatial", "speed", "subcostal", "sv", "tgc", "thi", "thyroid",
    "tib", "tic", "tis", "toshiba", "trans", "transverse", "ultrasound", "vel", "velocity",
    "view", "vol", "volume", "wf", "zoom",
))  # fmt: skip
_DATE: Final = re.compile(
    r"\d{1,4}\s*[-/.]\s*(?:\d{1,2}|[A-Za-z]{3})\s*[-/.]\s*\d{2,4}|(?:19|20)\d{6}"
)
_TIME: Final = re.compile(r"\d{1,2}\s*:\s*\d{2}")
_LONG_NUMBER: Final = re.compile(r"\d{5,}")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")


def check_text(pixels: NDArray[np.uint8], header: Any, path: str) -> None:
    """Refuse a picture (rows, columns[, 3]) in which text stands that may identify somebody.

    Raises:
        RejectedItem: policy ``burned-in-identity``; the value says what kind of text.
        UsageError: the extra is not installed.
    """
    found = identifying(lines_of(pixels), words_of(header))
    if found:
        raise RejectedItem("policy", "burned-in-identity", f"{found} is written in it", path)


def identifying(lines: Iterable[str], names: Iterable[str] = ()) -> str:
    """What kind of identifying text is among some lines; "" for none.

    ``names`` are words of the header that are the patient's, in lower case.
    """
    known = set(names)
    for line in lines:
        words = [word.lower() for word in _WORD.findall(line)]
        if known & set(words) or any(name in line.lower() for name in known if len(name) > 4):
            return "a name or number of the header"
        if _DATE.search(line):
            return "a date"
        if _TIME.search(line):
            return "a time of day"
        if _LONG_NUMBER.search(line):
            return "a long number"
        if any(word not in MACHINE for word in words):
            return "a word that no machine writes of itself"
    return ""


def words_of(header: Any) -> tuple[str, ...]:
    """Words of the patient, the place and the people in a header, in lower case."""
    found: list[str] = []
    for keyword in ("PatientName", "PatientID", "AccessionNumber", "InstitutionName",
                    "ReferringPhysicianName", "OperatorsName", "PerformingPhysicianName",
                    "StudyID", "PatientBirthDate"):  # fmt: skip
        text = str(header.get(keyword, "") or "").lower()
        found += [word for word in re.split(r"[\W_]+", text) if len(word) >= 3]
    return tuple(sorted(set(found)))


def lines_of(pixels: NDArray[np.uint8]) -> Sequence[str]:
    """The lines of text in a picture.

    Raises:
        UsageError: the extra ``phi`` is not installed.
    """
    picture = pixels if pixels.ndim == 3 else cv2.cvtColor(pixels, cv2.COLOR_GRAY2RGB)
    short = min(picture.shape[:2])
    if short < MIN_SIDE:
        factor = min(4, -(-MIN_SIDE // short))
        size = picture.shape[1] * factor, picture.shape[0] * factor
        picture = cv2.resize(picture, size, interpolation=cv2.INTER_LINEAR)
    result, _ = _engine()(np.ascontiguousarray(picture[..., ::-1]), use_cls=False)
    return [str(text) for _, text, score in result or () if float(score) >= SURE]


@functools.cache
def _engine() -> Any:
    try:
        from rapidocr_onnxruntime import RapidOCR
    except ImportError:
        raise UsageError(
            "read: phi_ocr needs the extra that reads text in pictures. "
            'Install it with: pip install "gmai-data[phi]"'
        ) from None
    return RapidOCR(intra_op_num_threads=1, inter_op_num_threads=1)
