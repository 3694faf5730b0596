"""Stored values to 8 bits: modality LUT once, VOI or a named window, percentiles of a volume.

PS3.4 N.2 gives the order: modality LUT (rescale or table, never both), VOI (window or table),
then polarity. What was done is a short text that the slice keeps (``Slice.window``).
"""

from __future__ import annotations

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

    def apply(self, pixels: Pixels) -> Grey:
        """8-bit pixels; rounds to nearest, saturates at both ends."""
        return to_8bit(pixels, self.low, self.high, invert=self.invert)


SUV_WINDOW: Final = Window(0.0, 10.0, "SUV 0-10, hot is bright")


def to_8bit(pixels: Pixels, low: float, high: float, *, invert: bool = False) -> Grey:
    """Linear map of ``low``..``high`` to 0..255, saturating; NaN becomes black."""
    width = max(high - low, 1e-6)
    scale, offset = 255.0 / width, -low * 255.0 / width
    if pixels.dtype in (np.int16, np.uint16, np.uint8):
        # convertScaleAbs takes the absolute value: cut off below `low` first. One pass each.
        floor = math.ceil(low)
        limits = np.iinfo(pixels.dtype)
        if floor > limits.min:
            pixels = np.maximum(pixels, pixels.dtype.type(min(floor, limits.max)))
        grey = cv2.convertScaleAbs(np.ascontiguousarray(pixels), alpha=scale, beta=offset)
        grey = grey.reshape(pixels.shape)
    else:
        values = np.asarray(pixels, dtype=np.float32)
        # divided by the width at the end: values at the edges come out exact
        values = (values - np.float32(low)) * np.float32(scale)
        grey = np.rint(np.clip(np.nan_to_num(values, nan=0.0), 0, 255)).astype(np.uint8)
    inverted: Grey = 255 - grey if invert else grey
    return inverted


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

    Raises:
        DeclarationError: the declared window is not one of :data:`CT_WINDOWS`.
    """
    if declared:
        if declared not in CT_WINDOWS:
            known = ", ".join(sorted(CT_WINDOWS))
            raise DeclarationError(f'There is no CT window "{declared}". Known: {known}.')
        return declared
    parts = tuple(anatomy)
    if len(parts) > 2:
        return "soft tissue"  # several organs: the window that shows most of them
    for name, organs in _BY_ANATOMY:
        if any(part in organs for part in parts):
            return name
    return "soft tissue"


def ct_window(name: str) -> Window:
    """A named window with fixed limits, never the slice's own range."""
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


def is_hu(volume: Pixels) -> bool:
    """Whether the values of a CT can be HU: air or at least fat is in the picture."""
    sample = volume.reshape(-1)[:: max(1, volume.size // SAMPLE)]
    return bool(sample.size) and float(sample.min()) <= PLAUSIBLE_HU


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
