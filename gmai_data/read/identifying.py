"""Pixels that may show who the patient is: decided from the header, refused when in doubt.

No text is read from pictures here. Ultrasound machines, secondary captures and screens write
name, id, date and hospital into the picture as a rule, so such objects pass only with a statement:
BurnedInAnnotation NO, the Clean Pixel Data option of de-identification (PS3.15 code 113101), or a
declaration of the source that its pictures were looked at. YES is refused whatever is declared.
"""

from __future__ import annotations

from typing import Any, Final

from gmai_data.errors import RejectedItem

# modalities whose pictures carry a banner or are photographs of screens and paper
RISKY_MODALITIES: Final = frozenset(
    ("US", "IVUS", "BDUS", "EPS", "ES", "XC", "SC", "OT", "HC", "DOC", "SM", "GM", "OP", "ECG",
     "RF", "DS", "DD", "TG", "LS", "")
)  # fmt: skip
_CAPTURE_CLASSES: Final = (
    "1.2.840.10008.5.1.4.1.1.7",  # secondary capture, also its multi-frame forms .7.1 to .7.4
    "1.2.840.10008.5.1.4.1.1.6",  # ultrasound
    "1.2.840.10008.5.1.4.1.1.3",  # ultrasound multi-frame
    "1.2.840.10008.5.1.4.1.1.77.1",  # visible light photographs and endoscopy
)
_SCREEN_WORDS: Final = frozenset(("SCREEN SAVE", "SCREENSHOT", "SCREEN", "DOSE REPORT", "REPORT",
                                  "DOSE_INFO", "SCREEN SNAPSHOT"))  # fmt: skip
_CROSS_SECTIONAL: Final = frozenset(("CT", "MR", "PT", "NM"))
CLEAN_PIXELS: Final = "113101"


def check_pixels(header: Any, path: str, *, looked_at: str = "") -> None:
    """Refuse a DICOM object whose pixels may identify the patient.

    ``header`` is a pydicom Dataset; ``looked_at`` is the source's statement of who looked at its
    pictures (``Source.pixels_checked``), "" for none.

    Raises:
        RejectedItem: policy ``burned-in-identity``; the value says which header fact.
    """
    stated = str(header.get("BurnedInAnnotation", "") or "").strip().upper()
    if stated == "YES":
        raise RejectedItem("policy", "burned-in-identity", "BurnedInAnnotation is YES", path)
    why = risk(header)
    if not why or stated == "NO" or looked_at or _cleaned(header):
        return
    found = f"{why}, and nothing says that its pixels are clean"
    raise RejectedItem("policy", "burned-in-identity", found, path)


def may_be_read(header: Any) -> bool:
    """Whether OCR may decide: not where the header itself says that something is burned in."""
    return str(header.get("BurnedInAnnotation", "") or "").strip().upper() != "YES"


def risk(header: Any) -> str:
    """Why a picture may carry text of the patient; "" where it is not to be expected."""
    modality = str(header.get("Modality", "") or "").strip().upper()
    kind = str(header.get("SOPClassUID", "") or "")
    if any(kind == uid or kind.startswith(uid + ".") for uid in _CAPTURE_CLASSES):
        return f"a capture or ultrasound object (modality {modality or 'not given'})"
    if modality in RISKY_MODALITIES:
        return f"modality {modality or 'not given'}"
    image_type = header.get("ImageType", None) or ()
    words = {str(w).strip().upper() for w in ([image_type] if isinstance(image_type, str)
                                              else image_type)}  # fmt: skip
    if words & _SCREEN_WORDS:
        return "a saved screen"
    placed = modality in _CROSS_SECTIONAL and header.get("ImageOrientationPatient", None)
    if header.get("ConversionType", None) and not placed:
        return "converted from film, video or a workstation"  # a placed slice is no screen
    if modality in _CROSS_SECTIONAL:
        colour = str(header.get("PhotometricInterpretation", "")).strip()
        colour = "" if colour.startswith("MONOCHROME") else colour
        # a slice has 10 or more bits; colour or 8 bits under such a class is a rendered screen
        if colour or int(header.get("BitsStored", 16) or 16) <= 8:
            return f"a rendered {modality} picture"
    return ""


def _cleaned(header: Any) -> bool:
    if str(header.get("PatientIdentityRemoved", "") or "").strip().upper() != "YES":
        return False
    codes = header.get("DeidentificationMethodCodeSequence", None) or ()
    return any(str(item.get("CodeValue", "")).strip() == CLEAN_PIXELS for item in codes)
