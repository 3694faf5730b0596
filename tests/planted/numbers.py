"""Sizes, shares and counts as they are written, and the slips that are made with them."""

from __future__ import annotations

from collections.abc import Iterator

_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_HAN = "〇一二三四五六七八九"


def spelled(number: int) -> str:
    """34 → thirty-four."""
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


def han(number: int) -> str:
    """34 → 三十四."""
    tens, ones = divmod(number, 10)
    lead = ("" if tens == 1 else _HAN[tens]) + "十" if tens else ""
    return lead + (_HAN[ones] if ones or not tens else "")


def _forms(size: tuple[int, ...], language: str) -> Iterator[str]:
    a, b = size[0], size[-1]
    if len(size) > 1:
        yield from (f"{a} × {b} mm", f"{a}×{b} mm", f"{a / 10:.1f} × {b / 10:.1f} cm",
                    f"{a} mm × {b} mm", f"{a / 10:.1f} cm×{b / 10:.1f} cm")  # fmt: skip
        if language == "en":
            yield from (f"{a} x {b} mm", f"{a} by {b} mm", f"{a / 10:.1f} cm by {b / 10:.1f} cm")
        else:
            yield from (f"{a}毫米×{b}毫米", f"{a / 10:.1f}厘米×{b / 10:.1f}厘米", f"{a}×{b}毫米")
    yield from (f"{a} mm", f"{a}mm", f"{a / 10:.1f} cm", f"{a / 10:.1f}cm")
    if language == "en":
        yield from (f"{spelled(a)} millimetres", f"{a} millimeters", f"{a / 10:.1f} centimetres")
    else:
        yield from (f"{a}毫米", f"{a / 10:.1f}厘米", f"{han(a)}毫米")


def sizes(
    size: tuple[int, ...], all_sizes: set[tuple[int, ...]], language: str, planted: bool
) -> Iterator[str]:
    """The size in many forms, or a wrong one: off by a third, digits swapped, another thing's."""
    if not planted:
        yield from _forms(size, language)
        return
    apart = [x for s in all_sizes for x in s]
    off = max(3, round(size[0] * 0.3))
    swapped = int(str(size[0])[::-1])
    for long in (size[0] + off, size[0] - off, swapped, size[0] + 10):
        if long < 3 or any(abs(long - x) <= max(1, 0.06 * x) for x in apart) or long > 99:
            continue
        yield from _forms((long, *size[1:]) if size[-1] < long else (long,), language)


def shares(share: str, language: str, planted: bool) -> Iterator[str]:
    """The share of the picture, rounded or not, or a wrong one."""
    value = float(share)
    if not planted:
        if value >= 3:
            yield from (f"{value:.0f}%", f"{value:.0f} %")
            if language == "en":
                yield f"{value:.0f} percent"
            elif value < 100:
                yield f"百分之{han(round(value))}"
        yield from (f"{value:.1f}%", f"{value:.1f} %")
        return
    for wrong in (value * 2 + 1, value + 7, value / 2):
        if abs(wrong - value) > max(1.0, 0.2 * value) and wrong < 95:
            yield from (f"{wrong:.1f}%", f"{wrong:.0f} %" if wrong >= 2 else f"{wrong:.1f} %")
            if language == "en":
                yield f"{wrong:.1f} percent"


def units(size: tuple[int, ...], language: str, planted: bool) -> Iterator[str]:
    """The size with another unit behind the same digits."""
    if not planted:
        yield from _forms(size, language)
        return
    a, b = size[0], size[-1]
    yield from (f"{a} cm", f"{a / 10:.1f} mm", f"{a} µm", f"{a} mL", f"{a} mm²", f"{a}cm", f"{a} m")
    if len(size) > 1:
        yield from (f"{a} × {b} cm", f"{a / 10:.1f} × {b / 10:.1f} mm", f"{a} cm × {b} cm")
        if language == "en":
            yield f"{a} by {b} cm"
    if language == "en":
        yield from (f"{a} centimetres", f"{spelled(a)} centimetres", f"{a} inches", f"{a} microns")
    else:
        yield from (f"{a}厘米", f"{a / 10:.1f}毫米", f"{han(a)}厘米", f"{a}微米", f"{a}毫升")


def counts(count: int, language: str, planted: bool) -> Iterator[tuple[str, bool]]:
    """The number in many forms and whether it is one; or other numbers, and vague ones."""
    values = [n for n in range(1, 8) if (n == count) != planted]
    for n in values:
        if language == "en":
            yield spelled(n), n == 1
            yield str(n), n == 1
        else:
            for unit in "个处枚":
                yield f"{'两' if n == 2 else _HAN[n]}{unit}", n == 1
                yield f"{n} {unit}", n == 1
    if language == "en":
        if (count == 1) != planted:
            yield "a single", True
        if (count == 2) != planted:
            yield "a pair of", False
        if planted:
            yield from ((word, False) for word in ("several", "numerous", "dozens of"))
            if count == 1:
                yield "multiple", False
    else:
        if (count == 1) != planted:
            yield "单个", True
        if planted:
            yield from (("数个", False), ("若干", False), ("十余个", False))
            if count == 1:
                yield "多个", False
