"""Rules on claims that look like mere description: the wrong modality's words, *cystic*, *normal*.

Texture (ill-defined, irregular, 边界不清) is free for a writer that saw the picture. These words
are not texture: they state contrast, composition, severity or health, and need a fact.
"""

from __future__ import annotations

import re
from typing import Final

from gmai_data.words.claims import Checked, spelling

_CONTRAST: Final = frozenset({
    "contrast-enhanced", "T1w+Gd", "DCE", "LGE", "arterial phase", "portal venous phase",
    "delayed phase", "CT angiography", "angiography", "fluorescein angiography", "MRA",
})  # fmt: skip
# What is said of one kind of picture only: English, Chinese, the modalities.
_TALK: Final = (
    (re.compile(r"\b(?:hyper|hypo|iso)intens\w+|\bsignal(?: intensity)?\b"),
     re.compile("信号"), frozenset({"MR"})),
    (re.compile(r"\b(?:hyper|hypo|iso)(?:dense|attenuating|density|attenuation)\b|\battenuation\b"),
     re.compile("密度(?!集)"), frozenset({"CT", "X-Ray", "PET"})),
    (re.compile(r"\b(?:hyper|hypo|an|iso)?echo(?:ic|genic|genicity|texture)\b"),
     re.compile("回声"), frozenset({"Ultrasound"})),
    (re.compile(r"\b(?:uptake|suv(?:max)?|tracer)\b"), re.compile("摄取|浓聚"), frozenset({"PET"})),
    (re.compile(r"\b(?:hyper|hypo)?reflectiv(?:e|ity)\b"), re.compile("反射(?!学)"),
     frozenset({"OCT", "Infrared Reflectance Imaging", "Ophthalmoscope", "Ultrasound"})),
)  # fmt: skip
_TALKED: Final = re.compile(r"intens|signal|dens|attenuat|echo|uptake|suv|tracer|reflectiv")
_CLAIMS_EN: Final = re.compile(
    r"\b(?:enhanc(?:es|ed|ing|ement)|cystic|septat\w+|spiculat\w+|(?:hyper|hypo|a)?vascular(?:ity)?"
    r"|cavitat\w+|restricted diffusion|fluid[- ]level|acute|chronic|subacute|mild(?:ly)?"
    r"|moderate(?:ly)?|severe(?:ly)?|marked(?:ly)?|necrotic|calcified|compress(?:es|ed|ing|ion)"
    r"|displac(?:es|ed|ing|ement)|crosses the midline|mass effect|deviated|symptom\w*)\b"
)
_CLAIM_STEMS: Final = re.compile(
    r"enhanc|cystic|septat|spicul|vascular|cavit|diffusion|level|acute|chronic|mild|moderate"
    r"|severe|marked|necrotic|calcif|compress|displac|midline|mass eff|deviat|sympt"
)
_CLAIMS_ZH: Final = re.compile(
    "强化|囊变|囊性|毛刺|血流丰富|血供|扩散受限|弥散受限|液平|分隔|急性|慢性|亚急性|陈旧|轻度|中度|重度|受压|压迫"
    "|推移|越过中线|占位效应|压缩|程度严重"
)
_WELL_EN: Final = re.compile(
    r"\b(?:normal(?:ly)?|unremarkable|healthy|within normal limits|clear lungs"
    r"|no (?:other |further |significant |focal )*(?:lesions?|abnormalit\w+|disease|pathology))\b"
)
_WELL_WORDS: Final = frozenset({
    "normal", "normally", "unremarkable", "healthy", "lungs", "lesion", "lesions", "abnormality",
    "abnormalities", "disease", "pathology",
})  # fmt: skip
_WELL_ZH: Final = re.compile(
    "正常|未见(?:其他|明显|明确|确切)*(?:异常|病变|病灶|占位)|无(?:其他|明显)*(?:异常|病变|病灶|占位)|无特殊"
)
_FREE: Final = frozenset({"instruct-abstain", "instruct-premise"})


def talk_rule(check: Checked) -> str:
    """Signal is of MR, density of CT, echoes of ultrasound: another picture has none of them."""
    own = {f.value for f in check.facts if f.kind == "modality"}
    if not own or check.request.task in _FREE:
        return ""
    for reading in check.readings:
        english = check.language == "en"
        if english and not _TALKED.search(reading.low):
            continue
        for talk_en, talk_zh, allowed in _TALK:
            if allowed.isdisjoint(own):
                found = talk_en.search(reading.low) if english else talk_zh.search(reading.rest)
                if found:
                    return found[0]
    return ""


def attribute_rule(check: Checked) -> str:
    """Contrast, composition, severity and stage of a finding are facts, not description."""
    if check.request.task in _FREE:
        return ""
    for reading in check.readings:
        if check.language == "en":
            if not _CLAIM_STEMS.search(reading.low):
                continue
            matches = _CLAIMS_EN.finditer(reading.low)
        else:
            matches = _CLAIMS_ZH.finditer(reading.rest)
        for found in matches:
            if not _is_fact(check, found[0]):
                return found[0]
    return ""


def _is_fact(check: Checked, word: str) -> bool:
    if word.startswith("enhanc") or word == "强化":
        return any(f.value in _CONTRAST for f in check.facts)
    return any(word in spelling(f.value) or word in spelling(f.unit) for f in check.facts)


def normal_rule(check: Checked) -> str:
    """Nothing is normal, and no lesion is absent, but where an expert said so."""
    if check.request.task in _FREE or any(
        f.kind == "normal" or "normal" in f.value or "no " in f.value for f in check.facts
    ):
        return ""
    for reading in check.readings:
        if check.language == "en":
            if reading.words.isdisjoint(_WELL_WORDS):
                continue
            found = _WELL_EN.search(reading.low)
        else:
            found = _WELL_ZH.search(reading.rest)
        if found:
            return found[0]
    return ""
