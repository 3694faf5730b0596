"""Rules that compare numbers with the facts: sizes, shares, values, and counts of things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from gmai_data.schema import Fact
from gmai_data.words import counting
from gmai_data.words import quantities as numbers
from gmai_data.words.claims import Checked
from gmai_data.words.precision import rounded
from gmai_data.words.quantities import Quantity
from gmai_data.words.reading import Reading

Measured = list[tuple[str, tuple[float, ...]]]  # id of the thing, and its values
_JOINED: Final = re.compile(r"(?:(?! of | in | and | with | is | on | at )[a-z -]){0,24}|\s*的?\s*")
_OF_IMAGE: Final = re.compile(r"\b(?:image|picture|frame|view|field)\b|画面|图像|图中")
_OF_ONE_BOX: Final = frozenset({"caption-box", "percept-box"})


def number_rule(check: Checked) -> str:
    """Every number is a fact's, at the precision in which it is written, with the fact's unit."""
    known: dict[str, Measured] | None = None
    for reading in check.readings:
        for quantity in numbers.quantities(reading, check.language):
            if _said_as_fact(check, quantity):
                continue
            known = _measured(check.facts) if known is None else known
            values = known.get(quantity.unit, [])
            if quantity.unit == "%" and not _OF_IMAGE.search(_near(reading, quantity)):
                values = values + known.get("part", [])
            own = _own(check, reading, quantity, values)
            if not any(numbers.fits(quantity, value) for value in own):
                return quantity.text
    return ""


def _near(reading: Reading, quantity: Quantity) -> str:
    return reading.text[max(0, quantity.start - 12) : quantity.end + 24]


def _measured(facts: Sequence[Fact]) -> dict[str, Measured]:
    """Values of things by their unit: sizes in mm, shares in %, attenuation in HU."""
    of = {fact.id: fact.of for fact in facts}
    known: dict[str, Measured] = {}
    for fact in facts:
        if not fact.of or not fact.unit or not fact.value.lstrip("-")[:1].isdigit():
            continue
        thing = fact.of
        while of.get(thing):  # the share of a structure belongs to what lies in it
            thing = of[thing]
        try:
            values = tuple(float(part) for part in fact.value.split("×"))
        except ValueError:
            continue
        if fact.kind == "part":  # of the structure around it, not of the picture
            known.setdefault("part", []).append((thing, values))
            continue
        unit, factor = numbers.UNITS.get(fact.unit.lower(), (fact.unit, 1.0))
        values = tuple(value * factor for value in values)
        known.setdefault(unit, []).append((thing, values))
    return known


def _own(
    check: Checked, reading: Reading, quantity: Quantity, known: Measured
) -> list[tuple[float, ...]]:
    """The values of the thing that is measured; of all things where none is named."""
    measured = {id for id, _ in known}
    before: set[str] = set()
    after: set[str] = set()
    for mention in reading.mentions:
        if mention.kind != "term":
            continue
        ids = {f.id for f in check.owners(mention)} & measured
        if ids and mention.end <= quantity.start:
            before = ids
        elif ids and mention.start >= quantity.end:
            after = ids if not before or _JOINED.fullmatch(
                reading.low, quantity.end, mention.start
            ) else before  # fmt: skip
            break
    chosen = after or before
    return [value for id, value in known if not chosen or id in chosen]


def _said_as_fact(check: Checked, quantity: Quantity) -> bool:
    """A value or a count in the fact's own form; a number in words is left to the count rule."""
    if not quantity.unit and not quantity.digits:
        return True
    if len(quantity.values) != 1:
        return False
    number = quantity.values[0] * quantity.factor
    for fact in check.facts:
        if fact.kind in ("value", "attribute"):
            if quantity.unit in ("", fact.unit) and _equal(fact, number, quantity):
                return True
        elif fact.kind == "count" and not quantity.unit and fact.value == f"{number:g}":
            return True
    return False


def _equal(fact: Fact, number: float, quantity: Quantity) -> bool:
    value = fact.value
    try:
        if fact.kind == "value" and float(rounded(value, fact.unit)) == number:
            return True
        return (
            abs(float(value) - number)
            <= 0.5 * quantity.step * quantity.factor * (0.0 if quantity.step == 1 else 1.0) + 1e-9
        )
    except ValueError:
        return value == quantity.text


def count_rule(check: Checked) -> str:
    """A number of things is the count of things that the source lists completely."""
    counts = {f.of: int(f.value) for f in check.facts if f.kind == "count"}
    by_id = {f.id: f.value for f in check.facts if f.id in counts}
    for reading in check.readings:
        for count in counting.counts(reading, check.language):
            own: set[str] = set()
            if count.place >= 0:
                mention = reading.mentions[count.place]
                own = {f.value for f in check.owners(mention)} if mention.kind == "term" else set()
            allowed = [n for id, n in counts.items() if not own or by_id.get(id) in own]
            if check.request.task in _OF_ONE_BOX and len(own) == 1:
                allowed.append(1)  # one box holds one thing: 一枚息肉 is "a polyp"
            if not any(count.least <= n <= count.most for n in allowed):
                return count.text
    return ""
