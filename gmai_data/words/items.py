"""Facts grouped into the things a sentence speaks of, in no language yet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from gmai_data import vocabulary
from gmai_data.schema import Fact
from gmai_data.vocabulary import Term
from gmai_data.words.facts import PRESENT

_FIRST_MARK: Final = 0xE000
_OF_ONE: Final = (
    "size",
    "share",
    "box",
    "position",
    "value",
    "attenuation",
    "within",
)  # said of one object only
_MARKS: Final = {code: None for code in range(_FIRST_MARK, 0xF8FF)}
_NOT_A_CELL: Final = re.compile(r"nucle|gland|sheet|cluster|\bhead$")
LINE: Final = "\uf8f2"  # a new line that survives the tidying of white space
_LINE: Final = re.compile(rf" *{LINE} *")


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
    attenuation: str = ""  # mean, in HU
    within: str = ""  # the structure that holds it, a vocabulary term
    third: str = ""  # of that structure: upper, middle or lower
    part: str = ""  # of that structure's area on this slice, in per cent
    holder: str = ""  # side of that structure, where one may be said
    attributes: tuple[tuple[str, str], ...] = ()  # name and marked value, of one object
    unit: str = ""  # of the value; the scale of a grade; "view" of the part that is pictured
    marks: Mapping[str, str] = field(default_factory=dict)  # of size, share, box, position, value

    @property
    def side(self) -> str:
        """left, right, both, midline or ""."""
        return "both" if len(self.sides) > 1 else self.sides[0] if self.sides else ""


def sort_of(item: Item) -> str:
    """The kind to ask for: a nucleus or a gland, which stand among the cells, is a structure."""
    is_part = item.kind == "cell" and _NOT_A_CELL.search(item.term.term)
    return "organ" if is_part else item.kind


def mark(ids: Sequence[str]) -> str:
    """Private-use characters for fact ids; :func:`marked` reads them back."""
    return "".join(chr(_FIRST_MARK + int(id[1:])) for id in ids)


def marked(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its marks, and the fact ids they name, in numeric order."""
    found = sorted({ord(c) - _FIRST_MARK for c in text if _FIRST_MARK <= ord(c) < 0xF8F0})
    return _LINE.sub("\n", text).translate(_MARKS).strip(), tuple(f"f{n}" for n in found)


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
            # Of several objects each has its own; a grade holds at all the levels it is given for.
            several = kind != "grade" and len(_things(group, about)) > 1
            extra = [] if several else [q for f in group for q in _attributes(facts, f.id)]
            found.append(_item(kind, term, level_name or "image", group, about, extra))
    return tuple(found)


def _things(group: Sequence[Fact], about: Mapping[str, Mapping[str, Fact]]) -> list[Fact]:
    """The objects of a group: a class of the image beside them says one of them again."""
    located = [fact for fact in group if "box" in about.get(fact.id, {})]
    return located or list(group)


def _attributes(facts: Sequence[Fact], id: str) -> list[Fact]:
    return [f for f in facts if f.of == id and f.kind == "attribute"]


def _item(
    kind: str, term: Term, level: str, group: list[Fact], about: dict[str, dict[str, Fact]],
    extra: Sequence[Fact],
) -> Item:  # fmt: skip
    things = _things(group, about)
    first = about.get(things[0].id, {})
    sides = sorted({a["side"].value for f in things if "side" in (a := about.get(f.id, {}))})
    sided = all("side" in about.get(f.id, {}) for f in things)
    used = [fact.id for fact in group]
    used += [about[f.id]["side"].id for f in group if "side" in about.get(f.id, {})]
    used += [about[f.id]["level"].id for f in group if "level" in about.get(f.id, {})]
    counted = [a["count"] for f in group if "count" in (a := about.get(f.id, {}))]
    count = int(counted[0].value) if len(counted) == 1 and len(sides) <= 1 else None
    if count is not None:
        used.append(counted[0].id)
    own: dict[str, Fact] = {}
    if len(things) == 1:
        own = {name: first[name] for name in _OF_ONE if name in first}
    if "within" in own:
        inside = own["within"]
        own |= {q: f for q in ("third", "part") if (f := about.get(inside.id, {}).get(q))}
        held = about.get(inside.unit, {}).get("side")
        own |= {"holder": held} if held else {}
        if not held and "third" not in own and inside.value.split()[0] in term.term:
            del own["within"]  # a liver tumour: its name says where it lies
            own.pop("part", None)
    return Item(
        kind=kind,
        term=term,
        mark=mark(used),
        level=level,
        sides=tuple(sides) if sided else (),
        count=count,
        objects=len(things),
        unit=own["value"].unit if "value" in own else things[0].unit,
        attributes=tuple((fact.unit, fact.value + mark([fact.id])) for fact in extra),
        marks={name: mark([fact.id]) for name, fact in own.items()},
        **{name: fact.value for name, fact in own.items()},
    )
