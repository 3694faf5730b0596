"""Numbers of a source at the precision in which a clinician says them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

_WHOLE_FROM: Final[dict[str, int]] = {  # 8 HU, 64 years, but half a year is none
    "HU": 0, "µm": 10, "um": 10, "years": 10, "year": 10, "months": 10, "month": 10, "weeks": 10,
    "week": 10, "days": 10, "day": 10, "bpm": 10,
}  # fmt: skip
_ELSE_FROM: Final = 20  # 226 mm, 62 %, 118 mL; but 4.3 mm
_OF_NO_UNIT: Final = 2  # decimals of a ratio: 0.71


def rounded(value: str, unit: str) -> str:
    """``0.7097`` → ``0.71``, ``226.34`` mm → ``226``, ``4.27`` mm → ``4.3``; others as they are.

    Never finer than it is written, and never rounded to nothing: ``0.003`` of no unit stays.
    """
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or "." not in value or "e" in value.lower():
        return value
    if unit in ("", "1"):
        places = _OF_NO_UNIT
    else:
        places = 0 if abs(number) >= _WHOLE_FROM.get(unit, _ELSE_FROM) else 1
    kept = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if not kept:
        return value
    text = f"{kept:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
