"""Numbers in a text: measurements with their units, shares, and how many of a thing.

Written numbers are compared at the precision in which they are written, in the text's unit
(`docs/checker.md`, rules ``number`` and ``count``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gmai_data.words.reading import Reading

_ONES: Final = {
    word: n for n, word in enumerate(
        (
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen",
        )
    )
}  # fmt: skip
_TENS: Final = {
    word: 10 * n for n, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}  # fmt: skip
_SPELLED: Final = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(list(_ONES)[1:10])}))?|{'|'.join(_ONES)})"
)
NUMBER_WORDS: Final = frozenset({*_ONES, *_TENS})
_UNITS_EN: Final = {
    "mm": ("mm", 1.0), "millimetre": ("mm", 1.0), "millimeter": ("mm", 1.0),
    "cm": ("mm", 10.0), "centimetre": ("mm", 10.0), "centimeter": ("mm", 10.0),
    "µm": ("mm", 0.001), "μm": ("mm", 0.001), "um": ("mm", 0.001), "micron": ("mm", 0.001),
    "micrometre": ("mm", 0.001), "micrometer": ("mm", 0.001), "m": ("mm", 1000.0),
    "metre": ("mm", 1000.0), "meter": ("mm", 1000.0), "inche": ("mm", 25.4), "inch": ("mm", 25.4),
    "%": ("%", 1.0), "percent": ("%", 1.0), "per cent": ("%", 1.0),
    "mm²": ("mm²", 1.0), "mm2": ("mm²", 1.0), "cm²": ("mm²", 100.0), "cm2": ("mm²", 100.0),
    "ml": ("mL", 1.0), "cc": ("mL", 1.0), "cm³": ("mL", 1.0), "cm3": ("mL", 1.0),
    "mm³": ("mL", 0.001), "mm3": ("mL", 0.001), "l": ("mL", 1000.0),
    "hu": ("HU", 1.0), "°": ("°", 1.0), "degree": ("°", 1.0), "g": ("g", 1.0), "kg": ("kg", 1.0),
    "year": ("years", 1.0), "month": ("months", 1.0), "bpm": ("bpm", 1.0),
    "week": ("weeks", 1.0), "day": ("days", 1.0),
}  # fmt: skip
_UNITS_ZH: Final = {
    "毫米": ("mm", 1.0), "厘米": ("mm", 10.0), "公分": ("mm", 10.0), "微米": ("mm", 0.001),
    "米": ("mm", 1000.0), "毫升": ("mL", 1.0), "立方厘米": ("mL", 1.0), "平方毫米": ("mm²", 1.0),
    "平方厘米": ("mm²", 100.0), "％": ("%", 1.0), "度": ("°", 1.0), "岁": ("years", 1.0),
    "个月": ("months", 1.0), "克": ("g", 1.0),
}  # fmt: skip
UNITS: Final = {**_UNITS_EN, **_UNITS_ZH}
UNIT: Final = "|".join(re.escape(u) for u in sorted(UNITS, key=len, reverse=True))
_HANDIGITS: Final = {
    "〇": 0,
    "零": 0,
    "两": 2,
    **{c: n for n, c in enumerate("一二三四五六七八九", 1)},
}
_HAN: Final = r"[〇零一二两三四五六七八九十百]+(?:点[〇零一二三四五六七八九]+)?"
_AFTER_UNIT: Final = r"(?:e?s)?(?![a-z])"
_MEASURE: Final = re.compile(
    rf"(?<![\w.])(?P<number>[-−]?\d+(?:\.\d+)?|{_SPELLED}(?=[ -](?:{UNIT})))"
    rf"(?:\s*[- ]?\s*(?P<unit>{UNIT}){_AFTER_UNIT})?"
)
_MEASURE_ZH: Final = re.compile(
    rf"(?P<percent>百分之)?(?P<number>(?<![A-Za-z0-9.第])[-−]?\d+(?:\.\d+)?|{_HAN}(?=\s*(?:{UNIT}))"
    rf"|(?<=百分之){_HAN})(?:\s*(?P<unit>{UNIT})(?![a-z]))?"
)
DIGIT: Final = re.compile(r"\d")
_MEASURING: Final = NUMBER_WORDS | {"half", "third", "quarter", "fifth", "tenth"}
_JOINT: Final = re.compile(r"\s*(?:×|x|by|\*|乘以?)\s*")
_RANGE: Final = re.compile(r"\s*(?:-|–|—|~|〜|～|to|至|到)\s*")
_FRACTION: Final = re.compile(
    r"(?<!left )(?<!right )(?<!upper )(?<!lower )(?<!middle )(?<!central )"
    r"\b(half|third|quarter|fifth|tenth)\b"
    r"(?= of (?:the|this) (?:image|picture|frame|field|view|slice|photograph|area|\0))"
    r"|(二分之一|三分之一|四分之一|五分之一|一半|三分之二)"
)
_FRACTIONS: Final = {
    "half": 50.0, "third": 33.3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0, "二分之一": 50.0,
    "三分之一": 33.3, "四分之一": 25.0, "五分之一": 20.0, "一半": 50.0, "三分之二": 66.7,
}  # fmt: skip
_LEADS: Final = (
    ("about", re.compile(
        r"(?:\babout|\bapproximately|\bapprox\.?|\broughly|\baround|\bcirca|\bca\.|~|≈|\bsome"
        r"|\bclose to|约|大约|约为|接近)\s*$")),
    ("nearly", re.compile(r"(?:\bnearly|\balmost|\bjust under|近|将近|几乎)\s*$")),
    ("under", re.compile(r"(?:\bless than|\bunder|\bbelow|\bsmaller than|<|不足|小于|不到)\s*$")),
    ("over", re.compile(
        r"(?:\bmore than|(?<!extends )(?<!spread )(?<!spans )\bover|\bexceed(?:s|ing)|\babove"
        r"|\blarger than|>|超过|大于)\s*$")),
    ("most", re.compile(r"(?:\bup to|\bat most|\bno more than|≤|不超过|至多|最大不过)\s*$")),
    ("least", re.compile(r"(?:\bat least|\bno less than|≥|至少|不少于|不小于)\s*$")),
)  # fmt: skip
_ABOUT_AFTER: Final = re.compile(r"\s*(?:左右|上下|or so\b)")
_PLACES: Final = re.compile(r"[上中下左右内外前后]\s*[1-3]\s*/\s*[2-4]|1\s*/\s*3 of the image")
_SHORT: Final = re.compile(
    r"short(?:est)?[ -]axis|short(?:est)? diameter|\bwidth\b|\bwide\b|短径|宽"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """Numbers with a unit, as written: ``3.4 × 2.8 cm``; no unit for a bare number."""

    values: tuple[float, ...]
    step: float  # of the last written digit
    unit: str  # mm, %, mL …: the base unit of the dimension; "" for none
    factor: float  # of the written unit in base units
    hedge: str  # "", about, nearly, under, over, most, least or range
    short: bool  # of the short axis
    digits: bool  # written in digits
    start: int
    end: int
    text: str


def quantities(reading: Reading, language: str) -> Iterator[Quantity]:
    """Every measurement and bare number of a text, products joined."""
    text = reading.low
    if language == "en":
        if not _may_measure(reading):
            return
        found = list(_MEASURE.finditer(text))
    else:
        text = _PLACES.sub(lambda m: " " * len(m[0]), text)
        found = list(_MEASURE_ZH.finditer(text))
    at = 0
    while at < len(found):
        group, ranged = [found[at]], False
        while at + 1 < len(found):
            between = text[found[at].end() : found[at + 1].start()]
            joint = _JOINT.fullmatch(between)
            ranged = ranged or (not joint and _RANGE.fullmatch(between) is not None)
            if not joint and not _RANGE.fullmatch(between):
                break
            at += 1
            group.append(found[at])
        at += 1
        yield _quantity(reading, group, ranged)
    for match in _FRACTION.finditer(text):
        share = _FRACTIONS[match[1] or match[2]]
        yield Quantity((share,), 8.0, "%", 1.0, "about", False, False, *match.span(), match[0])


def _may_measure(reading: Reading) -> bool:
    return DIGIT.search(reading.rest) is not None or not reading.words.isdisjoint(_MEASURING)


def _quantity(reading: Reading, group: list[re.Match[str]], ranged: bool) -> Quantity:
    text = reading.low
    units = [m["unit"] for m in group if m["unit"]]
    unit, factor = UNITS[units[-1]] if units else ("", 1.0)
    if not units and group[0].groupdict().get("percent"):
        unit = "%"
    values = tuple(_value(m["number"]) for m in group)
    last = group[-1]["number"]
    step = 10.0 ** -len(last.partition(".")[2]) if last[-1].isdigit() else 1.0
    start, end = group[0].start(), group[-1].end()
    before = text[max(0, start - 14) : start]
    hedge = next((name for name, lead in _LEADS if lead.search(before)), "")
    if _ABOUT_AFTER.match(text, end):
        hedge = "about"
    if ranged:
        hedge = "range"
    near = reading.text[max(0, start - 32) : end + 14].lower()  # the words, not the blanks
    return Quantity(
        values, step, unit, factor, hedge, _SHORT.search(near) is not None,
        last[-1].isdigit(), start, end, reading.text[start:end],
    )  # fmt: skip


def _value(written: str) -> float:
    written = written.replace("−", "-")
    if written[-1].isdigit():
        return float(written)
    if written[0] in "〇零一二两三四五六七八九十百":
        whole, _, part = written.partition("点")
        tail = "".join(str(_HANDIGITS[c]) for c in part)
        return float(f"{han_number(whole)}.{tail or 0}")
    tens, _, ones = written.replace("-", " ").partition(" ")
    return float(_TENS.get(tens, 0) + _ONES.get(ones or tens, 0))


def han_number(written: str) -> int:
    """三十四 → 34."""
    total, digit = 0, -1
    for c in written:
        if c in ("十", "百"):
            total += max(digit, 1 if digit < 0 else digit) * (10 if c == "十" else 100)
            digit = -1
        else:
            digit = _HANDIGITS[c]
    return total + max(digit, 0)


def fits(quantity: Quantity, fact: tuple[float, ...]) -> bool:
    """Does a fact's value (longest first, in base units) agree with what is written?

    One written number is the longest of the fact, or the short axis where the text says so; more
    numbers than the fact has are invented.
    """
    written = sorted(quantity.values, reverse=True)
    if quantity.hedge == "range":
        low, high = written[-1] * quantity.factor, written[0] * quantity.factor
        return low <= fact[0] <= high and high - low <= 0.5 * fact[0]
    if len(written) > len(fact):
        return False
    against = fact[-1:] if quantity.short and len(written) == 1 else fact
    return all(
        _agrees(quantity, number, value)
        for number, value in zip(written, against, strict=False)
    )  # fmt: skip


def _agrees(quantity: Quantity, number: float, value: float) -> bool:
    number, step = number * quantity.factor, quantity.step * quantity.factor
    if quantity.hedge == "about":
        loose = 0.05 * value if round(number / step) % 5 == 0 else 0.0  # "about 65", not 64
        return abs(number - value) <= max(0.5 * step, loose) + 1e-9
    if quantity.hedge == "nearly":
        return 0.9 * number <= value <= 1.02 * number
    if quantity.hedge in ("under", "most"):
        return 0.5 * number <= value <= number
    if quantity.hedge in ("over", "least"):
        return number <= value <= 2 * number
    return abs(number - value) <= 0.5 * step + 1e-9
