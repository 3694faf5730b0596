"""What a channel can show: a label defined by enhancement or uptake is not visible on every one.

Masks of a multi-channel examination are drawn on all its channels together. "An enhancing tumour"
may only be said, as present or as absent, of a picture that can show it (radiology notes, §6.2:
enhancement on T1 after contrast, uptake on PET, white matter hyperintensity on other than T1, scar
of the heart on late enhancement and its oedema on T2). The same holds for a CT window: what lies in
aerated lung is named on a lung window only; solid nodules and masses are visible on both.
"""

from __future__ import annotations

import re
from typing import Final

from gmai_data.schema import Slice
from gmai_data.words.imaging import window_name

_ENHANCEMENT: Final = re.compile(r"\benhanc")
_UPTAKE: Final = re.compile(r"\b(?:FDG|PSMA|tracer)-avid\b|\buptake\b")
_HYPERINTENSE: Final = re.compile(r"\bwhite matter hyperintensit")  # bright on T2, dark on T1
_SCAR: Final = re.compile(r"\b(?:myocardial scar|no-reflow area)")  # late enhancement alone
_MYOCARDIAL_OEDEMA: Final = re.compile(r"\bmyocardial oedema\b")
_DIFFUSION: Final = re.compile(r"\brestricted diffusion\b")
_AFTER_CONTRAST: Final = frozenset({
    "T1w+Gd", "DCE", "LGE", "contrast-enhanced", "arterial phase", "portal venous phase",
    "delayed phase", "CT angiography",
})  # fmt: skip
_IN_AERATED_LUNG: Final = frozenset({
    "ground-glass opacity", "emphysema", "bronchiectasis", "infiltration", "pulmonary fibrosis",
    "interstitial lung disease",
})  # fmt: skip


def shows(name: str, slice: Slice) -> bool:
    """Can the picture show what the term means? Channels that nothing is known of can."""
    if _UPTAKE.search(name):
        return slice.modality == "PET"
    if _ENHANCEMENT.search(name) and slice.modality in ("MR", "CT") and slice.sequence:
        return slice.sequence in _AFTER_CONTRAST
    if _HYPERINTENSE.search(name) and slice.modality == "MR":
        return not slice.sequence.startswith("T1")
    if _SCAR.search(name) and slice.modality == "MR" and slice.sequence:
        return slice.sequence in ("LGE", "T1w+Gd")
    if _MYOCARDIAL_OEDEMA.search(name) and slice.modality == "MR" and slice.sequence:
        return slice.sequence in ("T2w", "STIR")
    if _DIFFUSION.search(name) and slice.modality == "MR" and slice.sequence:
        return slice.sequence in ("DWI", "ADC")
    if name in _IN_AERATED_LUNG and slice.modality == "CT":
        return window_name(slice.window) in ("", "lung")
    return True
