"""Stored values to 8 bits: modality LUT once, VOI or a named window, percentiles of a volume.

PS3.4 N.2 gives the order: modality LUT (rescale or table, never both), VOI (window or table),
then polarity. What was done is a short text that the slice keeps (``Slice.window``).
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from gmai_data.errors import DeclarationError

cv2.setNumThreads(1)

# centre and width in HU; usual names, sites differ by about a fifth
CT_WINDOWS: Final[Mapping[str, tuple[int, int]]] = {
    "brain": (40, 80),
    "subdural": (80, 200),
    "stroke": (40, 40),
    "orbit": (50, 350),
    "temporal bone": (600, 2800),
    "head and neck": (50, 400),
    "lung": (-600, 1500),
    "mediastinum": (50, 350),
    "pulmonary angiography": (100, 700),
    "angiography": (300, 800),
    "soft tissue": (50, 400),
    "liver": (30, 150),
    "colon": (-150, 1500),
    "bone": (400, 1800),
    "spine": (50, 250),
}
_BY_ANATOMY: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("temporal bone", ("temporal bone", "cochlea", "inner ear", "middle ear")),
    ("bone", ("bone", "rib", "ribs", "spine", "vertebra", "vertebrae", "pelvic bone", "skull",
              "knee", "hip", "shoulder", "wrist", "hand", "ankle", "foot", "femur", "tooth",
              "teeth", "jaw", "mandible", "clavicle", "scapula", "sternum", "facial skeleton")),
    ("brain", ("brain", "head", "skull base", "cerebellum", "brainstem")),
    ("lung", ("lung", "lungs", "airway", "airways", "trachea", "bronchus", "bronchi", "pleura",
              "pulmonary nodule")),
    ("pulmonary angiography", ("pulmonary artery", "pulmonary vessel", "pulmonary vein")),
    ("angiography", ("coronary artery", "coronary arteries", "aorta", "carotid artery")),
    ("mediastinum", ("mediastinum", "heart", "thorax", "chest", "oesophagus", "breast")),
    ("head and neck", ("head and neck", "neck", "larynx", "pharynx", "thyroid gland")),
)  # fmt: skip
PERCENTILES: Final = (0.5, 99.5)
SAMPLE: Final = 1 << 21  # voxels a percentile is taken over, spread evenly
PLAUSIBLE_HU: Final = -200.0  # a CT volume that never goes below this is not in HU
SOFT_TISSUE: Final = (-150.0, 250.0)  # HU of fat to enhanced organs
HU_FLOOR: Final = -1024.0

Pixels = NDArray[Any]
Grey = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Window:
    """Two limits that become 0 and 255, and how they were found."""

    low: float
    high: float
    text: str  # "soft tissue 50/400 HU", "percentile 0.5-99.5: 12-840"
    invert: bool = False  # MONOCHROME1: low values are bright
    bands: tuple[Window, ...] = ()  # of a picture in colour: a window for red, green and blue

    def apply(self, pixels: Pixels) -> Grey:
        """8-bit pixels; rounds to nearest, saturates at both ends. Colour is the last axis."""
        if self.bands:
            return np.ascontiguousarray(np.stack([b.apply(pixels) for b in self.bands], axis=-1))
        return to_8bit(pixels, self.low, self.high, invert=self.invert)


SUV_WINDOW: Final = Window(0.0, 10.0, "SUV 0-10, hot is bright")


def to_8bit(pixels: Pixels, low: float, high: float, *, invert: bool = False) -> Grey:
    """Linear map of ``low``..``high`` to 0..255, saturating; NaN becomes black."""
    width = max(high - low, 1e-6)
    scale = 255.0 / width
    if pixels.dtype in _WHOLE:
        return _look_up(pixels, _table(pixels.dtype.char, low, high, invert))
    # divided by the width at the end: values at the edges come out exact
    values = np.asarray(pixels, dtype=np.float32) - np.float32(low)
    values *= np.float32(scale)
    if np.isnan(values.max(initial=0.0)):
        values[np.isnan(values)] = 0.0
    np.clip(values, 0, 255, out=values)
    grey = np.rint(values, out=values).astype(np.uint8)
    inverted: Grey = 255 - grey if invert else grey
    return inverted


_WHOLE: Final = (np.dtype(np.int16), np.dtype(np.uint16), np.dtype(np.uint8))
# OpenCV 4 knows tables for 8 bits only
_WIDE_TABLES: Final = int(cv2.__version__.split(".")[0]) >= 5


@functools.lru_cache(maxsize=8)
def _table(kind: str, low: float, high: float, invert: bool) -> Grey:
    """The grey level of every value that 8 or 16 bits can hold, by its bits as unsigned."""
    dtype = np.dtype(kind)
    unsigned = np.dtype(f"u{dtype.itemsize}")
    values = np.arange(1 << 8 * dtype.itemsize, dtype=unsigned).view(dtype)
    scale, offset = 255.0 / max(high - low, 1e-6), -low * 255.0 / max(high - low, 1e-6)
    # convertScaleAbs takes the absolute value: cut off below `low` first
    floor, limits = math.ceil(low), np.iinfo(dtype)
    if floor > limits.min:
        values = np.maximum(values, dtype.type(min(floor, limits.max)))
    grey: Grey = cv2.convertScaleAbs(values, alpha=scale, beta=offset).reshape(-1)
    grey = np.subtract(255, grey, dtype=np.uint8) if invert else grey
    grey.flags.writeable = False
    return grey


def _look_up(pixels: Pixels, table: Grey) -> Grey:
    """Grey levels by table: one pass, at half the cost of a cut and a linear map."""
    flat = np.ascontiguousarray(pixels)
    indices = flat.view(np.dtype(f"u{flat.dtype.itemsize}"))
    if flat.ndim == 2 and flat.size and (_WIDE_TABLES or flat.dtype.itemsize == 1):
        grey: Grey = cv2.LUT(indices, table)
        return grey
    taken: Grey = np.take(table, indices)
    return taken


def voi(values: Pixels, centre: float, width: float, function: str = "LINEAR") -> Pixels:
    """The VOI LUT function of PS3.3 C.11.2.1.2-3 onto 0..255, as float64.

    LINEAR (with its half-value offsets), LINEAR_EXACT or SIGMOID.
    """
    x = np.asarray(values, dtype=np.float64)
    if function == "SIGMOID":
        # a table over whole numbers would be as good; exp is kept out of stored pixels by rounding
        return np.round(255.0 / (1.0 + np.exp(-4.0 * (x - centre) / width)), 6)
    if function == "LINEAR_EXACT":
        return np.clip(((x - centre) / width + 0.5) * 255.0, 0, 255)
    span = max(width - 1.0, 1e-6)
    return np.clip(((x - (centre - 0.5)) / span + 0.5) * 255.0, 0, 255)


def linear_limits(centre: float, width: float, function: str = "LINEAR") -> tuple[float, float]:
    """The values that LINEAR or LINEAR_EXACT map to 0 and 255."""
    if function == "LINEAR_EXACT":
        return centre - width / 2, centre + width / 2
    half = max(width - 1.0, 1e-6) / 2
    return centre - 0.5 - half, centre - 0.5 + half


def window_name(declared: str, anatomy: Iterable[str]) -> str:
    """The CT window of a source: the declared one, else by its anatomy, else soft tissue.

    Three names joined by `` + `` are shown together, in red, green and blue.

    Raises:
        DeclarationError: the declared window is not one of :data:`CT_WINDOWS`.
    """
    if declared:
        names = declared.split(" + ")
        for name in names:
            if name not in CT_WINDOWS:
                known = ", ".join(sorted(CT_WINDOWS))
                raise DeclarationError(f'There is no CT window "{name}". Known: {known}.')
        if len(names) not in (1, 3):
            raise DeclarationError(
                f'window="{declared}" has {len(names)} windows: one, or three for red, green and '
                'blue, as in "lung + soft tissue + bone".'
            )
        return declared
    parts = tuple(anatomy)
    if len(parts) > 2:
        return "soft tissue"  # several organs: the window that shows most of them
    for name, organs in _BY_ANATOMY:
        if any(part in organs for part in parts):
            return name
    return "soft tissue"


def ct_window(name: str) -> Window:
    """A named window with fixed limits, never the slice's own range; three of them in colour."""
    if " + " in name:
        bands = tuple(ct_window(one) for one in name.split(" + "))
        text = " + ".join(band.text.removesuffix(" HU") for band in bands) + " HU in RGB"
        return Window(bands[0].low, bands[0].high, text, bands=bands)
    centre, width = CT_WINDOWS[name]
    return Window(centre - width / 2, centre + width / 2, f"{name} {centre}/{width} HU")


def percentile_window(
    pixels: Pixels, *, invert: bool = False, ignore: float | None = None, what: str = "percentile"
) -> Window:
    """Limits at the 0.5 and 99.5 percentile of the values that are not background.

    Background is zero, the padding value ``ignore``, a lowest value that very many voxels share,
    and everything that is not a number. Taken
    over a whole volume and channel, so that slices stay comparable.
    """
    flat = pixels.reshape(-1)
    sample = flat[:: max(1, flat.size // SAMPLE)]
    if sample.dtype.kind == "f":
        sample = sample[np.isfinite(sample)]
    kept = sample[sample != 0]
    if kept.size:
        # a rescaled zero, or air clipped at one value: background that is not called zero
        floor = kept.min()
        if np.count_nonzero(kept == floor) > 0.02 * kept.size:
            kept = kept[kept != floor]
    if ignore is not None:
        kept = kept[kept != ignore]
    if kept.size < 16:
        kept = sample
    if kept.size == 0:
        return Window(0.0, 1.0, f"{what}: empty", invert)
    low, high = (round(float(v), 6) for v in np.percentile(kept.astype(np.float64), PERCENTILES))
    if high - low < 1e-6:
        low, high = round(float(kept.min()), 6), round(float(kept.max()), 6)
    if high - low < 1e-6:
        high = low + 1.0
    return Window(low, high, f"{what} {PERCENTILES[0]:g}-{PERCENTILES[1]:g}: {low:g} to {high:g}",
                  invert)  # fmt: skip


def ct_scale(volume: Pixels) -> tuple[str, str]:
    """What the values of a CT are, as far as they show it, and the sentence that says so.

    ``HU`` (air or fat is in the picture, soft tissue where it belongs); ``offset`` (HU + 1024, so
    nothing below zero); ``twice`` (HU - 1024: the intercept was applied once too often);
    ``8-bit`` (a window was applied); ``normalised``; ``unknown``.
    """
    # a copy: every look at values that are far apart costs a cache line each
    sample = np.ascontiguousarray(volume.reshape(-1)[:: max(1, volume.size // SAMPLE)])
    if sample.dtype.kind == "f":
        sample = sample[np.isfinite(sample)]
    if sample.size == 0:
        return "unknown", "no values"
    low, high = float(sample.min()), float(sample.max())

    def share(start: float, end: float) -> float:
        return np.count_nonzero((sample >= start) & (sample < end)) / sample.size

    run = f"values run from {low:g} to {high:g}"
    if low >= -1.5 and high <= 1.5:
        return "normalised", f"{run}: normalised"
    if low >= 0 and high <= 255:
        return "8-bit", f"{run}: 8-bit, a window was applied before"
    if low > PLAUSIBLE_HU:
        if share(*_shift(SOFT_TISSUE, 1024)) >= 0.05 and share(300, 700) < 0.5:
            return "offset", f"{run}, soft tissue near 1064: HU + 1024"
        return "unknown", f"{run}: no air and no fat, so perhaps not HU"
    beyond = share(low + 1, -1400)  # more than one value: air, not padding
    if beyond >= 0.02 and share(*SOFT_TISSUE) < 0.01 and share(*_shift(SOFT_TISSUE, -1024)) >= 0.02:
        return "twice", f"{run}, soft tissue near -984: HU - 1024, rescaled twice"
    return "HU", run


def _shift(limits: tuple[float, float], by: float) -> tuple[float, float]:
    return limits[0] + by, limits[1] + by


def declared_offset(intensity: str) -> tuple[str, float] | None:
    """Unit and offset of ``Source.intensity``: ``"HU"``, ``"HU-32768"`` (stored minus 32768).

    None when nothing is declared.

    Raises:
        DeclarationError: the text is neither.
    """
    if not intensity:
        return None
    match = re.fullmatch(r"(HU|SUV|raw|8-bit)([+-]\d+(?:\.\d+)?)?", intensity)
    if match is None:
        raise DeclarationError(
            f'intensity="{intensity}" is not understood. Write "HU", "HU-32768" (HU is the stored '
            'value minus 32768), "SUV", "8-bit" or "raw".'
        )
    return match[1], float(match[2] or 0)


def suv_factor(header: Mapping[str, Any]) -> float | None:
    """Factor from Bq/mL to body-weight SUV, or None where one tag is missing or not sane.

    ``header`` holds units, corrected (set of words), decay_correction, weight_kg, dose_bq,
    half_life_s and elapsed_s (injection to scan reference). Source: QIBA vendor-neutral SUV.
    """
    try:
        weight = float(header["weight_kg"])
        dose = float(header["dose_bq"])
        half_life = float(header["half_life_s"])
        elapsed = float(header["elapsed_s"])
        corrected = set(header["corrected"])
        decay = header["decay_correction"]
    except (KeyError, TypeError, ValueError):
        return None
    sane = 2 <= weight <= 300 and 1e7 <= dose <= 1e9 and half_life > 0 and 0 <= elapsed < 86400
    if header.get("units") != "BQML" or not sane or not {"ATTN", "DECY"} <= corrected:
        return None
    if decay == "START":
        dose *= 2.0 ** (-elapsed / half_life)
    elif decay != "ADMIN":
        return None
    return round(weight * 1000.0 / dose, 12)
