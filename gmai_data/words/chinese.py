"""Chinese phrases from facts: measure words, sides, sizes, lists, spacing (GB/T 15834, 15835)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from gmai_data import vocabulary
from gmai_data.schema import Fact
from gmai_data.vocabulary import SIDES_ZH, Term, zh_sided
from gmai_data.words.english import vertebrae
from gmai_data.words.facts import REGIONS
from gmai_data.words.imaging import (
    MODALITY_WORDS,
    PLANE_WORDS,
    POSITION_WORDS,
    SEQUENCE_WORDS,
    VIEW_WORDS,
    WINDOW_WORDS,
)
from gmai_data.words.items import Item, sort_of
from gmai_data.words.precision import rounded

NUMBERS: Final = ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九")
_MEASURES: Final = (
    ("微血管瘤", "个"), ("动脉瘤", "个"), ("结节", "枚"), ("息肉", "枚"), ("结石", "枚"),
    ("淋巴结", "枚"), ("骨折", "处"), ("肿块", "个"), ("囊肿", "个"), ("核分裂象", "个"),
    ("牙", "颗"), ("肋骨", "根"), ("椎体", "个"), ("椎间盘", "个"), ("支架", "枚"), ("导管", "根"),
    ("插管", "根"), ("引流管", "根"), ("起搏器", "个"), ("血管", "支"), ("痣", "枚"),
)  # fmt: skip
_BY_KIND: Final = {
    "cell": "个", "organism": "个", "organ": "个", "instrument": "把", "finding": "处",
    "tissue": "处",
}  # fmt: skip
_KIND_WORDS: Final = {
    "organ": "结构", "finding": "病变或征象", "cell": "细胞", "tissue": "组织",
    "instrument": "器械或装置", "organism": "病原体",
}  # fmt: skip
_HAN: Final = r"\u3007\u3400-\u9fff"
_MARK: Final = r"\ue000-\uf8ef"
_FULL: Final = "，。；：、？！（）“”×"
_LATIN: Final = r"A-Za-z0-9¹²³α-ω%"


def measure_word(term: Term, kind: str) -> str:
    """枚, 个, 处 …: the word that counts this thing."""
    if term.kind == "device":
        return next((word for tail, word in _MEASURES if term.zh.endswith(tail)), "个")
    for tail, word in _MEASURES:
        if term.zh.endswith(tail):
            return word
    return _BY_KIND.get(kind, "处")


def noun(item: Item) -> str:
    """左肾肿瘤, 双侧胸腔积液, 肝脏."""
    if item.kind == "normal" and item.term.term.startswith("normal"):
        return "正常"
    if item.side and item.side != "midline" and item.term.sides:
        return zh_sided(item.term, item.side)
    return item.term.zh


def phrase(item: Item, form: int = 0) -> str:
    """The noun with its number where it is counted: 息肉 2 枚, 两枚息肉; and its mark."""
    lead = ""
    if item.side and not item.term.sides:
        lead = {"left": "左侧", "right": "右侧", "both": "双侧", "midline": "中线处"}[item.side]
    name = lead + noun(item)
    if item.count is None or item.term.noun != "count" or item.kind == "organ":
        if item.count is not None and item.count > 1 and item.term.noun == "count":
            return f"{item.count} {measure_word(item.term, item.kind)}{name}{item.mark}"
        return name + item.mark
    word = measure_word(item.term, item.kind)
    if form % 3 == 0:
        return f"{name} {item.count} {word}{item.mark}"
    if form % 3 == 1:
        return f"{NUMBERS[item.count]}{word}{name}{item.mark}"
    return f"{item.count} {word}{name}{item.mark}"


def listing(phrases: Sequence[str], word: str = "及") -> str:
    """甲、乙及丙."""
    if len(phrases) < 2:
        return "".join(phrases)
    return f"{'、'.join(phrases[:-1])}{word}{phrases[-1]}"


def size(item: Item, form: int = 0) -> str:
    """34 mm×28 mm, or 3.4 cm×2.8 cm: every factor carries its unit."""
    factors = item.size.split("×")
    if form % 2 and all(int(f) >= 5 for f in factors):
        text = "×".join(f"{int(f) / 10:.1f} cm" for f in factors)
    else:
        text = "×".join(f"{f} mm" for f in factors)
    return text + item.marks.get("size", "")


def sized(item: Item, form: int = 0) -> str:
    """The noun with number and size: 左肾肿瘤，大小约 34 mm×28 mm; or the size in brackets."""
    if not item.size or (item.count or 1) != 1:
        return phrase(item, form)
    if form % 2:
        return f"{phrase(item, form)}（{size(item, form // 2)}）"
    label = "大小约" if "×" in item.size else "最大径约"
    return f"{phrase(item, form)}，{label} {size(item, form // 2)}"


def where(item: Item) -> str:
    """左上部, 中央: of the image; "" without a position."""
    return POSITION_WORDS[item.position][1] + item.marks["position"] if item.position else ""


def inside(item: Item) -> str:
    """左肾内, 左肾上部; or ""."""
    if not item.within:
        return ""
    term = vocabulary.lookup(item.within)
    side = item.holder if term.sides and item.holder in ("left", "right") else ""
    name = zh_sided(term, side) if side else term.zh
    used = item.marks["within"] + item.marks.get("holder", "")
    if item.third:
        third = {"upper": "上", "middle": "中", "lower": "下"}[item.third]
        return f"{name}{used}{third}部{item.marks['third']}"
    return f"{name}{used}内"


def kind_word(item: Item) -> str:
    """What to ask for: 结构, 病变或征象."""
    return _KIND_WORDS.get(sort_of(item), "目标")


def share(item: Item) -> str:
    """约 12%."""
    return f"约 {float(item.share):.0f}%" + item.marks.get("share", "")


def measure(item: Item) -> str:
    """The value of a measure with its unit."""
    return number(item.value, item.unit) + item.marks.get("value", "")


def number(value: str, unit: str) -> str:
    """62%, 226 mm."""
    names = {"year": "岁", "years": "岁", "month": "个月", "months": "个月", "um": "μm", "µm": "μm"}
    value = rounded(value, unit)
    unit = names.get(unit, unit)
    if unit in ("", "1"):
        return value
    if unit in ("x", "×"):
        return f"×{value}"
    return value + unit if unit in ("%", "°") else f"{value} {unit}"


def sentences(text: str) -> str:
    """No space between Han characters or beside full-width marks, one beside Latin and digits."""
    text = re.sub(rf" ([{_MARK}]*) +", r" \1", re.sub(r"\s+", " ", text).strip())
    for _ in range(2):
        text = re.sub(
            rf"([{_HAN}{_FULL}][{_MARK}]*) +(?=[{_MARK}]*[{_HAN}{_FULL}])",
            r"\1",
            text,
        )
    text = re.sub(rf"([{_HAN}][{_MARK}]*)(?=[{_LATIN}]|<box)", r"\1 ", text)
    text = re.sub(rf"((?:[{_LATIN}]|</box>)[{_MARK}]*)(?=[{_HAN}])", r"\1 ", text)
    text = re.sub(r" +([，。；：、？！）])", r"\1", text)
    return re.sub(r"([，。；：、？！（]) +", r"\1", text)


def each(items: Sequence[Item], form: int = 0) -> list[str]:
    """Phrases of several items, sizes in brackets; vertebrae from above, in one phrase."""
    spine = vertebrae(items)
    inner = 2 * (form % 3) + 1
    if len(spine) < 2:
        return [sized(item, form if len(items) == 1 else inner) for item in items]
    levels = [item.term.term.removesuffix(" vertebra") + item.mark for item in spine]
    others = [sized(item, inner) for item in items if item not in spine]
    return [*others, f"{listing(levels)} 椎体"]


def nouns(items: Sequence[Item]) -> list[str]:
    """Nouns with their marks."""
    return [noun(item) + item.mark for item in items]


def simple(phrases: Sequence[str]) -> bool:
    """Do the phrases hold no comma, so that 、 can join them?"""
    return not any("，" in phrase for phrase in phrases)


def term_name(name: str) -> str:
    """Chinese of a vocabulary name, or ""."""
    term = vocabulary.load().get(name)
    return term.zh if term is not None else ""


def term_names(names: Sequence[str]) -> list[str]:
    """Chinese of several vocabulary names."""
    return [term_name(name) for name in names]


def fact_text(fact: Fact) -> str:
    """The value of a fact in Chinese, for the list of facts in an instruction."""
    for table in (MODALITY_WORDS, SEQUENCE_WORDS, PLANE_WORDS, VIEW_WORDS, WINDOW_WORDS):
        if fact.kind in ("modality", "sequence", "plane", "view", "window") and fact.value in table:
            return table[fact.value].zh
    if fact.kind == "side":
        return SIDES_ZH.get(fact.value, fact.value)
    if fact.kind == "position":
        return POSITION_WORDS[fact.value][1]
    value = term_name(fact.value) or fact.value
    if fact.unit in ("view", "exclusive") or fact.kind in ("report", "caption", "question"):
        return value
    if fact.kind == "within":
        return f"{value}（{fact.unit}）"
    if fact.unit == REGIONS:
        return f"{value}（多个区域）"
    if fact.kind in ("grade", "attribute") and fact.unit:
        return f"{value}（{term_name(fact.unit) or fact.unit}）"
    return number(value, fact.unit)
