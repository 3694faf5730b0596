"""Rules of form: boxes, options, language, and what must never stand in a training text."""

from __future__ import annotations

import re
from typing import Final

from gmai_data import vocabulary
from gmai_data.words.claims import Checked
from gmai_data.words.distractors import LETTERS
from gmai_data.words.reading import BOX

_I: Final = re.IGNORECASE
_BOX_TOLERANCE: Final = 0.0101  # two decimals, rounded either way
_REF_BOX: Final = re.compile(r"<ref>([^<>]*)</ref>\s*<box>\s*(\[\[[^<>]*\]\])\s*</box>")
_OPENS: Final = re.compile(r"^\s*\(?([A-J])\)?(?:[.:：、]|\s|$)")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_CODES: Final = re.compile(
    r"<box>.*?</box>|</?ref>|[A-Z][A-Za-z0-9+/&\-]*[A-Z0-9&][A-Za-z0-9]*|\b[A-J]\."
)
_TRADITIONAL: Final = re.compile(r"[圖為體側顯見檢診斷結節腫層術後無異顆處區與關腦臟膽腎腸癥]")
_WRONG_ZH: Final = re.compile(
    "毛玻璃不透明|日冕|称重|质量效应|中线换班|流量空白|电影院|纸巾|幻灯片|诽谤|水螅|微积分|血瘤的|心脏剪影|良好定义"
    "|病态定义|尖刺的|不起眼|后声学|声学阴影|追踪者|脂肪压制|限制的扩散|棉花羊毛|百万样|有丝分裂数字|病人离开|双边的"
    "|温和的|严厉的|公牛|光盘|年级|粘膜|食道|梗塞|X光|红血球|白血球|胸水|综合症|您"
)
_LEAKS_EN: Final = re.compile(
    r"\bannotat\w*|\bground[ -]truth|\blabell?ed (?:as|with)\b|\b(?:the|given|provided) labels?\b"
    r"|\bmetadata\b|\bclass name\b|\bsegmentation (?:map|mask|label)"
    r"|\bbounding box (?:given|provided|shows)"
    r"|\b(?:as|based on|according to|from) (?:the )?(?:provided|given|supplied|above) "
    r"(?:information|data|details|context|caption|report|facts)|\byou (?:provided|mentioned|gave)\b"
    r"|\b(?:red|green|yellow) (?:box|rectangle|arrow)\b|\bfact list\b", _I,
)  # fmt: skip
_LEAKS_ZH: Final = re.compile(
    "标注|标签|真值|元数据|类别名|掩膜|掩模|分割结果|勾画结果|(?:根据|依据)(?:所)?(?:提供|给定)|已知信息|上述信息"
    "|边界框|检测框|标注框|红框|绿框|箭头所指|高亮区域|事实清单"
)
# What must stand in a text before a costly pattern is tried on it.
_LEAK_WORDS: Final = frozenset({
    "annotation", "annotations", "annotated", "annotator", "annotators", "annotate", "ground",
    "labelled", "labeled", "label", "labels", "metadata", "class", "segmentation", "bounding",
    "provided", "given", "supplied", "above", "you", "red", "green", "yellow", "fact",
})  # fmt: skip
_PERSON_WORDS: Final = frozenset({
    "old", "he", "she", "his", "her", "history", "presented", "presents", "smoker", "status", "man",
    "woman", "boy", "girl", "gentleman", "lady",
})  # fmt: skip
_MAY_NAME: Final = re.compile(r"[0-9@DMP]")
_MAY_REFUSE: Final = re.compile(r"\b[Ii]['\u2019 ]|[Aa]s an|anguage model|[Nn]o image")
_MAY_FORM: Final = re.compile(r"[{}<*#]|undefined")
_MAY_FILE: Final = re.compile(r"[0-9.][0-9a-z_]|[据文编]|_")
_FILES: Final = re.compile(
    r"\S+\.(?:jpe?g|png|nii(?:\.gz)?|dcm|tiff?|mha|nrrd|csv)\b|\b(?:case|img|slice|patient|vol)[_-]?\d{2,}\b"
    r"|(?:\d+\.){4,}\d+|\b[0-9a-f]{16,}\b|文件名|数据集|图像编号|样本编号", _I,
)  # fmt: skip
_FORM: Final = re.compile(
    r"\{\{|\}\}|\{%|\bundefined\b|</?(?!box|/box|ref|/ref|image)[a-z]+>|\*\*|^#+ ", re.M
)
_CHAT: Final = re.compile(
    r"^(?:sure|certainly|of course|great question|as an ai)\b|hope this helps"
    r"|^here(?: is|'s) (?:the |your |my |an? )?(?:\w+ ){0,2}(?:caption|description|answer|question"
    r"|text|summary|response|sentence|json|conversation)\b",
    _I,
)
_CHAT_ZH: Final = re.compile("^(?:好的|当然|以下是)|希望对你|综上所述")
_PERSON_EN: Final = re.compile(
    r"\b\d{1,3}[- ]?(?:year|yr|month|day)s?[- ]old\b|\b(?:he|she|his|her)\b|\bhistory of\b"
    r"|\bpresent(?:ed|s) with\b|\bsmoker\b|\bstatus post\b"
    r"|\b(?:man|woman|boy|girl|gentleman|lady)\b",
    _I,
)  # fmt: skip
_PERSON_ZH: Final = re.compile(r"\d+\s*岁|(?:男性|女性)患者|病史|既往|主诉|吸烟史|入院|就诊")
_NAMES: Final = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Prof)\.? [A-Z][a-z]+|\b(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}\b"
    r"|(?:19|20)\d\d\s*年\s*\d{1,2}\s*月"
    r"|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b|\bMRN\b|\b\d{8,}\b|\b1[3-9]\d{9}\b|\S+@\S+\.\w+"
)
_REFUSAL_EN: Final = re.compile(
    r"\bI(?:'m| am) (?:sorry|unable|not able|an AI)|\bas an AI\b|\blanguage model\b"
    r"|\bI can(?:not|'t) (?:see|view|provide|diagnos|assist|help)"
    r"|\bno image (?:was )?(?:provided|attached)", _I,
)  # fmt: skip
_REFUSAL_ZH: Final = re.compile(
    "抱歉|对不起|作为(?:一个)?(?:AI|人工智能|语言模型)|我无法(?:查看|看到|提供)|仅供参考|未(?:收到|提供)图像"
)


def _said(check: Checked) -> list[str]:
    return [turn.text for turn in check.answer.turns if turn.role == "assistant"]


def _all(check: Checked) -> list[str]:
    return [turn.text for turn in check.answer.turns]


def _first(pattern: re.Pattern[str], texts: list[str]) -> str:
    for text in texts:
        found = pattern.search(text)
        if found:
            return found[0].strip()[:80]
    return ""


def box_rule(check: Checked) -> str:
    """Boxes are well formed, inside the image, and equal to a fact's within 0.01."""
    known = [_numbers(f.value) for f in check.facts if f.kind == "box"]
    for text in _all(check):
        if text.count("<box>") != len(BOX.findall(text)):
            return "malformed box"
        for found in BOX.findall(text):
            box = _numbers(found)
            if len(box) != 4 or not (0 <= box[0] < box[2] <= 1 and 0 <= box[1] < box[3] <= 1):
                return str(found)
            if not any(_near(box, k) for k in known):
                return str(found)
    for text in _said(check):
        found = _misnamed(check, text)
        if found:
            return found
    if check.request.task == "percept-detect":
        said = sum(len(BOX.findall(text)) for text in _said(check))
        if said != len(known):
            return f"{said} boxes of {len(known)}"
    return ""


def _misnamed(check: Checked, text: str) -> str:
    """A box that the text gives to another thing, or to the same thing on the other side."""
    about = {f.id: f for f in check.facts}
    sides = {f.of: f.value for f in check.facts if f.kind == "side"}
    for pair in _REF_BOX.finditer(text):
        box = _numbers(pair[2])
        owners = [
            about[f.of] for f in check.facts
            if f.kind == "box" and f.of in about and _near(box, _numbers(f.value))
        ]  # fmt: skip
        names = {_name(o.value, sides.get(o.id, ""), check.language) for o in owners}
        names |= {_name(o.value, "", check.language) for o in owners}
        if _dense(pair[1]) not in names:
            return pair[1]
    return ""


def _name(value: str, side: str, language: str) -> str:
    """A thing's name as a reference writes it, without spaces: ``leftkidney``, 左肾."""
    term = vocabulary.load().get(value)
    if term is None:
        return value
    if side and term.sides:
        term = vocabulary.sided(term, side)
    return (term.term if language == "en" else term.zh).lower().replace(" ", "")


def _near(one: list[float], other: list[float]) -> bool:
    if len(one) != len(other):
        return False
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= _BOX_TOLERANCE


def _numbers(text: str) -> list[float]:
    parts = text.strip("[] ").split(",")
    try:
        return [float(part) for part in parts]
    except ValueError:
        return []


def choices_rule(check: Checked) -> str:
    """The answer opens with the right letter and says that option; options differ."""
    slots = dict(check.request.slots)
    options = [value for key, value in check.request.slots if key.startswith("choice")]
    if not options:
        return ""
    if len({o.strip().lower() for o in options}) != len(options):
        return "two options are equal"
    text = _said(check)[-1]
    found = _OPENS.match(text)
    if found is None or found[1] != slots.get("letter"):
        return f"answer {text[:20]!r}, right is {slots.get('letter')}"
    rest = text[found.end() :].strip()
    right = options[LETTERS.index(found[1])]
    if rest and not _dense(rest).startswith(_dense(right)):
        return f"option {rest[:40]!r} is not {found[1]}"
    asked = _dense(check.answer.turns[0].text)
    missing = [o for o in options if _dense(o) not in asked]
    return f"option {missing[0]!r} is not in the question" if missing else ""


def _dense(text: str) -> str:
    """Without spaces and capitals, which the realiser sets."""
    return re.sub(r"\s+", "", text).lower()


def language_rule(check: Checked) -> str:
    """The language asked for; no untranslated rest, no traditional characters, no known howlers."""
    for text in _all(check):
        if check.language == "en":
            found = _HAN.search(text)
            if found and not check.request.task.startswith("source"):
                return found[0]
            if found and len(_HAN.findall(text)) > 0.1 * len(text):
                return "Chinese"
            continue
        bare = _CODES.sub("", text)
        han, latin = len(_HAN.findall(bare)), len(_LATIN.findall(bare))
        if latin > 0.4 * (han + latin) and latin > 12:
            return "untranslated"
        if check.request.task.startswith("source"):
            continue
        wrong = _WRONG_ZH.search(text)
        if wrong:
            return wrong[0]
        old = _TRADITIONAL.search(text)
        if old:
            return old[0]
    return ""


def leak_rule(check: Checked) -> str:
    """No talk of annotations, labels, boxes given, files, data sets or prompts, and no chat."""
    source = check.request.task.startswith(("source", "caption-source"))
    said = _said(check)
    found = _first(_FILES, [text for text in said if _MAY_FILE.search(text)])
    found = found or _first(_FORM, [text for text in said if _MAY_FORM.search(text)])
    if found or source:
        return found
    if check.language == "en":
        heard = any(not r.words.isdisjoint(_LEAK_WORDS) for r in check.readings)
        return (_first(_LEAKS_EN, said) if heard else "") or _first(_CHAT, said)
    return _first(_LEAKS_ZH, said) or _first(_CHAT_ZH, said)


def identity_rule(check: Checked) -> str:
    """No name, date, number or contact of a person; no invented patient."""
    found = _first(_NAMES, [text for text in _all(check) if _MAY_NAME.search(text)])
    if found or check.request.task.startswith(("source", "caption-source")):
        return found
    if check.language == "en":
        heard = any(not r.words.isdisjoint(_PERSON_WORDS) for r in check.readings)
        return _first(_PERSON_EN, _said(check)) if heard else ""
    return _first(_PERSON_ZH, _said(check))


def refusal_rule(check: Checked) -> str:
    """The model answered: no apology, no machine voice, not cut short."""
    if check.answer.finish != "stop":
        return check.answer.finish
    if check.language == "en":
        return _first(_REFUSAL_EN, [text for text in _said(check) if _MAY_REFUSE.search(text)])
    return _first(_REFUSAL_ZH, _said(check))
