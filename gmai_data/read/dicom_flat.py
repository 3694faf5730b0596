"""DICOM pictures without a place in a stack: radiographs, ultrasound, cine, photographs."""

from __future__ import annotations

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from gmai_data.config import ReadConfig
from gmai_data.declare import Source
from gmai_data.errors import RejectedItem
from gmai_data.read.burned_in import check_text
from gmai_data.read.dicom import frame, frame_count, modality_values, padding
from gmai_data.read.dicom_facts import acquisition, numbers, text_of
from gmai_data.read.flat import annotations_of, frames_of, mask_files, variant_of
from gmai_data.read.geometry import Cut
from gmai_data.read.image import grey_if_equal
from gmai_data.read.inputs import Inputs
from gmai_data.read.intensity import Window, linear_limits, percentile_window, voi
from gmai_data.read.planar import planar_marks
from gmai_data.read.slicing import turn_mark, turned_facts
from gmai_data.read.stored import Picture, store
from gmai_data.schema import Case, CaseFile, Slice

PROJECTIONS: Final = frozenset(("CR", "DX", "RF", "XA", "MG", "RG", "PX", "IO", "RTIMAGE"))
_SLICES: Final = frozenset(("CT", "MR", "PT"))


def read_flat(
    source: Source,
    case: Case,
    file: CaseFile,
    header: Any,
    inputs: Inputs,
    config: ReadConfig,
    instances: tuple[str, ...] = (),
    *,
    beside: bool = False,
    read_text: bool = False,
) -> list[Picture]:
    """Pictures of one object: its only frame, or some frames of a cine.

    ``instances`` are for `Slice.instances`; ``beside`` says that the case has a stack as well.
    With ``read_text`` a picture in which somebody may be named is refused.

    Raises:
        RejectedItem: policy ``burned-in-identity``; corrupt ``undecodable``, ``voi-lut`` …
    """
    count = frame_count(header, file.path)
    cut = display_of(header)
    modality = text_of(header, "Modality")
    pictures = []
    for index in frames_of(case, count, config):
        stored = frame(header, index, file.path)
        pixels, text = to_picture(header, stored, file.path)
        if read_text:
            check_text(pixels, header, file.path)
        mine = annotations_of(
            source, case, file, index, count, instances, beside=beside
        )  # fmt: skip
        size = pixels.shape[0], pixels.shape[1]
        marks = [turn_mark(m, cut, size) for m in planar_marks(source, mine, size, inputs)]
        known = Slice(
            hash="", case="", source="", modality=modality, index=index, count=count,
            variant=variant_of(case, file), instances=instances,
            view=text_of(header, "ViewPosition") if modality in PROJECTIONS else "",
            orientation=cut.orientation, display=cut.display, window=text,
            acquisition=turned_facts(acquisition(header), cut),
            files=(inputs.file(file.role, file.path), *mask_files(mine, inputs)),
        )  # fmt: skip
        pictures.append(
            store(
                case, np.ascontiguousarray(cut.turn(pixels)), marks, config, known,
                spacing_mm=pixel_mm(header, size), aspect=aspect_of(header),
            )
        )  # fmt: skip
    return pictures


def to_picture(header: Any, stored: NDArray[Any], path: str) -> tuple[NDArray[np.uint8], str]:
    """8 bits of a stored frame and what was done: modality LUT, VOI, polarity, padding black."""
    if stored.ndim == 3:
        return grey_if_equal(stored), ""
    values = modality_values(header, stored, path)
    hidden = padding(header, stored)
    invert = text_of(header, "PhotometricInterpretation") == "MONOCHROME1" or (
        text_of(header, "PresentationLUTShape").upper() == "INVERSE"
    )
    pixels, text = _grey(header, values, hidden, path, invert=invert)
    if hidden is not None and not hidden.all():
        pixels = pixels.copy()
        pixels[hidden] = 0
    return pixels, text


def _grey(
    header: Any,
    values: NDArray[Any],
    hidden: NDArray[np.bool_] | None,
    path: str,
    *,
    invert: bool,
) -> tuple[NDArray[np.uint8], str]:
    note = ", inverted" if invert else ""
    table = header.get("VOILUTSequence", None)
    modality = text_of(header, "Modality")
    if table and modality not in _SLICES:
        return _by_table(header, values, path, invert=invert), f"VOI LUT{note}"
    centre = numbers(_first(header.get("WindowCenter", None)), 1)
    width = numbers(_first(header.get("WindowWidth", None)), 1)
    if centre and width and width[0] >= 1 and modality not in ("MR", "PT", "NM"):
        function = text_of(header, "VOILUTFunction").upper() or "LINEAR"
        text = f"header {centre[0]:g}/{width[0]:g} {function}{note}"
        if function == "SIGMOID":
            grey = np.rint(voi(values, centre[0], width[0], function)).astype(np.uint8)
            return (255 - grey if invert else grey), text
        low, high = linear_limits(centre[0], width[0], function)
        return Window(low, high, text, invert).apply(values), text
    if values.dtype == np.uint8 and int(header.get("BitsStored", 8)) <= 8:
        return (255 - values if invert else values), f"8-bit as stored{note}"
    shown = values if hidden is None or hidden.all() else values[~hidden]
    limits = percentile_window(shown, invert=invert)
    return limits.apply(values), limits.text + note


def _by_table(header: Any, values: NDArray[Any], path: str, *, invert: bool) -> NDArray[np.uint8]:
    from pydicom.pixels import apply_voi

    item = header.VOILUTSequence[0]
    try:
        bits = int(item.LUTDescriptor[2])
        seen = np.asarray(apply_voi(values, header, index=0))
    except (AttributeError, ValueError, TypeError, IndexError, NotImplementedError) as error:
        raise RejectedItem("corrupt", "voi-lut", str(error)[:120], path) from None
    grey = Window(0.0, float((1 << bits) - 1), "", invert).apply(seen.astype(np.float32))
    return grey


def display_of(header: Any) -> Cut:
    """How a picture is turned for display, from PatientOrientation: only flips, only frontal.

    A frontal radiograph is shown with the patient's right on image-left and the head up. Breasts,
    laterals and everything without PatientOrientation stay as stored.
    """
    words = header.get("PatientOrientation", None)
    pair = [str(w).strip().upper() for w in words] if words and len(words) == 2 else []
    quadruped = text_of(header, "AnatomicalOrientationType").upper() == "QUADRUPED"
    modality = text_of(header, "Modality")
    frontal = bool(pair and pair[0][:1] in ("L", "R") and pair[1][:1] in ("F", "H"))
    usable = frontal and not quadruped and modality in PROJECTIONS and modality != "MG"
    flip_columns = usable and pair[0][0] == "R"
    flip_rows = usable and pair[1][0] == "H"
    known = bool(pair and all(w and set(w) <= set("LRAPFH") for w in pair)) and not quadruped
    x = _opposite(pair[0]) if flip_columns else pair[0] if known else ""
    y = _opposite(pair[1]) if flip_rows else pair[1] if known else ""
    return Cut(
        axis=0, row_axis=1, column_axis=2, flip_rows=flip_rows, flip_columns=flip_columns,
        plane="", tilt=0.0, orientation=f"{x}\\{y}" if known else "",
        display="radiological" if usable else "as stored", spacing_mm=(1.0, 1.0), step_mm=0.0,
        acquired=True, stored=f"{pair[0]}\\{pair[1]}" if known else "",
    )  # fmt: skip


def _opposite(letters: str) -> str:
    return letters.translate(str.maketrans("LRAPFH", "RLPAHF"))


def pixel_mm(header: Any, size: tuple[int, int]) -> tuple[float, float] | None:
    """Row and column spacing in mm where millimetres in the patient may be stated, else None.

    Cross sections: PixelSpacing. Radiographs: only where it was calibrated to the object (PS3.3
    10.7.1). Ultrasound: one 2D region in centimetres that lies inside the picture (C.8.5.5.1).
    """
    modality = text_of(header, "Modality")
    spacing = _positive(header.get("PixelSpacing", None))
    if modality in _SLICES:
        return spacing
    if modality in PROJECTIONS:
        kind = text_of(header, "PixelSpacingCalibrationType").upper()
        detector = _positive(header.get("ImagerPixelSpacing", None))
        corrected = detector is not None and spacing is not None and any(
            abs(s / d - 1) > 1e-3 for s, d in zip(spacing, detector, strict=True)
        )  # fmt: skip
        return spacing if kind in ("FIDUCIAL", "GEOMETRY") or corrected else None
    if modality in ("US", "IVUS"):
        return _region_mm(header, size)
    return None


def _region_mm(header: Any, size: tuple[int, int]) -> tuple[float, float] | None:
    regions = header.get("SequenceOfUltrasoundRegions", None) or ()
    flat = [r for r in regions if int(r.get("RegionSpatialFormat", 0) or 0) == 1]
    if len(flat) != 1:
        return None
    region = flat[0]
    units = (
        int(region.get("PhysicalUnitsXDirection", 0)),
        int(region.get("PhysicalUnitsYDirection", 0)),
    )
    right = int(region.get("RegionLocationMaxX1", 0))
    bottom = int(region.get("RegionLocationMaxY1", 0))
    if units != (3, 3) or right > size[1] or bottom > size[0]:
        return None  # the picture was cropped or resized after its header was written
    deltas = _positive((region.get("PhysicalDeltaY", 0), region.get("PhysicalDeltaX", 0)))
    return None if deltas is None else (round(deltas[0] * 10, 6), round(deltas[1] * 10, 6))


def aspect_of(header: Any) -> tuple[float, float] | None:
    """Height and width of a pixel as a ratio, for square pixels where no size may be said."""
    ratio = _positive(header.get("PixelAspectRatio", None))
    return ratio or _positive(header.get("ImagerPixelSpacing", None))


def _positive(value: Any) -> tuple[float, float] | None:
    found = numbers(value, 2)
    if found is None or min(found) <= 0 or not all(math.isfinite(v) for v in found):
        return None
    return abs(found[0]), abs(found[1])


def _first(value: Any) -> Any:
    if value is None:
        return None
    return [value[0]] if isinstance(value, list | tuple) or hasattr(value, "append") else [value]
