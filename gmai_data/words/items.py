"""Facts grouped into the things a sentence speaks of, in no language yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from gmai_data import vocabulary
from gmai_data.schema import Fact
from gmai_data.vocabulary import Term
from gmai_data.words.facts import PRESENT

_FIRST_MARK: Final = 0xE000
_OF_ONE: Final = ("size", "share", "box", "position", "value")  # said of one object only
_MARKS: Final = {ord(chr(code)): None for code in range(_FIRST_MARK, 0xF8FF)}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing: a structure, a finding, several of them, or both sides of a pair."""

    kind: str  # a kind of fact
    term: Term
    mark: str  # invisible characters that name the facts it rests on
    level: str = "image"
    sides: tuple[str, ...] = ()  # in the order left, right; ("both",) where one label says so
    count: int | None = None  # only where the annotation lists every object
    objects: int = 1  # located objects in the group; a lower bound, not a count
    size: str = ""  # "34×28" in mm, where there is one object
    share: str = ""  # of the image, in per cent
    box: str = ""  # normalised, where there is one object
    position: str = ""  # of the box in the image
    value: str = ""  # of a measure
    attributes: tuple[tuple[str, str], ...] = ()  # name and marked value, of one object
    unit: str = ""  # of the value; the scale of a grade; "view" of the part that is pictured
    marks: Mapping[str, str] = field(default_factory=dict)  # of size, share, box, position, value

    @property
    def side(self) -> str:
        """left, right, both, midline or ""."""
        return "both" if len(self.sides) > 1 else self.sides[0] if self.sides else ""


def mark(ids: Sequence[str]) -> str:
    """Private-use characters for fact ids; :func:`marked` reads them back."""
    return "".join(chr(_FIRST_MARK + int(id[1:])) for id in ids)


def marked(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its marks, and the fact ids they name, in numeric order."""
    found = sorted({ord(c) - _FIRST_MARK for c in text if _FIRST_MARK <= ord(c) < 0xF8F0})
    return text.translate(_MARKS), tuple(f"f{n}" for n in found)


def items_of(facts: Sequence[Fact]) -> tuple[Item, ...]:
    """Present things, grades, measures and absences, objects of one name in one item."""
    known = vocabulary.load()
    about: dict[str, dict[str, Fact]] = {}
    for fact in facts:
        if fact.of:
            about.setdefault(fact.of, {}).setdefault(fact.kind, fact)
    groups: dict[tuple[str, str, str, str], list[Fact]] = {}
    for fact in facts:
        if fact.kind in PRESENT or fact.kind in ("grade", "measure", "absent"):
            level = about.get(fact.id, {}).get("level")
            scale = fact.unit if fact.kind == "grade" else ""  # mild of this and mild of that
            key = (fact.kind, fact.value, level.value if level else "", scale)
            groups.setdefault(key, []).append(fact)
    found = []
    for (kind, name, level_name, _), group in groups.items():
        term = known.get(name)
        if term is not None:
            found.append(_item(kind, term, level_name or "image", group, about))
    return tuple(found)


def _item(
    kind: str, term: Term, level: str, group: list[Fact], about: dict[str, dict[str, Fact]]
) -> Item:
    first = about.get(group[0].id, {})
    sides = sorted({a["side"].value for f in group if "side" in (a := about.get(f.id, {}))})
    sided = all("side" in about.get(f.id, {}) for f in group)
    used = [fact.id for fact in group]
    used += [about[f.id]["side"].id for f in group if "side" in about.get(f.id, {})]
    used += [about[f.id]["level"].id for f in group if "level" in about.get(f.id, {})]
    counted = [a["count"] for f in group if "count" in (a := about.get(f.id, {}))]
    count = int(counted[0].value) if len(counted) == 1 and len(sides) <= 1 else None
    if count is not None:
        used.append(counted[0].id)
    own = {name: first[name] for name in _OF_ONE if name in first} if len(group) == 1 else {}
    extra = [first["attribute"]] if len(group) == 1 and "attribute" in first else []
    return Item(
        kind=kind,
        term=term,
        mark=mark(used),
        level=level,
        sides=tuple(sides) if sided else (),
        count=count,
        objects=len(group),
        unit=own["value"].unit if "value" in own else group[0].unit,
        attributes=tuple((fact.unit, fact.value + mark([fact.id])) for fact in extra),
        marks={name: mark([fact.id]) for name, fact in own.items()},
        **{name: fact.value for name, fact in own.items()},
    )
