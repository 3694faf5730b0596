"""English noun phrases from facts: articles, plurals, agreement, sides, sizes, lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from gmai_data import vocabulary
from gmai_data.schema import Fact
from gmai_data.vocabulary import Term, plural_of
from gmai_data.words.facts import REGIONS
from gmai_data.words.imaging import POSITION_WORDS
from gmai_data.words.items import Item, sort_of
from gmai_data.words.precision import rounded

NUMBERS: Final = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
)  # fmt: skip
_YOU: Final = re.compile(r"uni(?!n|m|d)|ure|uro|ute|usa|one|eu")  # said as "you", "won"
_LETTER_VOWELS: Final = "AEFHILMNORSX"
_SAID_AS_WORDS: Final = {"FLAIR": "a", "STIR": "a", "NILM": "a", "PET": "a", "COVID": "a"}
# Structures of which a body has many: never "the rib".
_MANY: Final = frozenset({
    "vertebra", "rib", "tooth", "lymph node", "bone", "muscle", "blood vessel", "nerve",
    "vertebral body", "cervical vertebra", "thoracic vertebra", "lumbar vertebra", "bronchus",
    "intervertebral disc", "finger", "costal cartilage", "meniscus", "gland", "eyelid", "joint",
    "bile duct",
})  # fmt: skip
_VESSELS: Final = frozenset({
    "pulmonary vessel", "hepatic vessel", "retinal vessel", "retinal artery", "retinal vein",
    "coronary artery", "blood vessel", "airway", "hepatic vein", "cerebral blood vessel",
    "cerebral artery",
})  # fmt: skip
_ONE_IN_VIEW: Final = frozenset({"cornea", "iris", "pupil"})  # a picture is of one eye
_KIND_WORDS: Final = {
    "organ": "structure", "finding": "finding", "cell": "cell", "tissue": "tissue",
    "instrument": "instrument or device", "organism": "organism",
}  # fmt: skip
_MARKS: Final = "".join(map(chr, range(0xE000, 0xF8F0)))
_VERTEBRA: Final = re.compile(r"([CTLS])(\d+) vertebra")
_ACRONYMS: Final = frozenset({"NILM", "ASC-US", "ASC-H", "LSIL", "HSIL"})
_SIDED: Final = {"left": "left ", "right": "right ", "both": "bilateral "}


def article(phrase: str) -> str:
    """``a`` or ``an`` in front of the phrase, by sound."""
    phrase = phrase.strip()
    return f"{_a(phrase)} {phrase}"


def is_many(term: Term) -> bool:
    """Has a body many of them, so that ``the`` would be wrong?"""
    return term.term in _MANY


def single(item: Item) -> bool:
    """Is there one of it in a body, so that several regions are parts of one thing?"""
    return item.kind == "organ" and not item.term.sides and item.term.term not in _MANY


def _a(phrase: str) -> str:
    first = re.split(r"[\s\-/&,;.\ue000-\uf8ef]", phrase.lstrip("(*"), maxsplit=1)[0]
    if first in _SAID_AS_WORDS:
        return _SAID_AS_WORDS[first]
    if first[:1].isupper() and (first.isupper() or any(c.isupper() for c in first[1:])):
        return "an" if first[0] in _LETTER_VOWELS else "a"
    if first[:1].isdigit():
        return "an" if first.startswith(("8", "11", "18")) else "a"
    if _YOU.match(first.lower()):
        return "a"
    return "an" if first[:1].lower() in "aeiou" else "a"


def listing(phrases: Sequence[str], word: str = "and") -> str:
    """``a, b and c``."""
    if len(phrases) < 2:
        return "".join(phrases)
    return f"{', '.join(phrases[:-1])} {word} {phrases[-1]}"


def noun(item: Item) -> str:
    """The bare noun with its side where the name can carry one: ``left pleural effusion``."""
    term = item.term
    if item.kind == "normal" and term.term.startswith("normal"):
        return "normal"  # of what, the picture says
    if term.sides and item.side in _SIDED:
        return _SIDED[item.side] + term.term
    return term.term


def many(item: Item) -> bool:
    """Does it take a plural verb?"""
    term = item.term
    if term.noun != "count":
        return term.noun == "plural"
    if item.count is not None:
        return item.count > 1
    several = item.objects > 1 or _in_pieces(item)
    return several or term.term in _VESSELS or (item.side == "both" and term.sides)


def _in_pieces(item: Item) -> bool:
    """Is it outlined as several regions that are not parts of one organ?"""
    whole = item.kind == "organ" and not item.term.sides and item.term.term not in _MANY
    return item.unit == REGIONS and not whole


def counted(item: Item) -> str:
    """The number in words with its noun: ``one nucleus``, ``three left lung nodules``."""
    name = noun(item) if item.count == 1 else _plural(item)
    after = "" if item.term.sides else _after(item)
    return f"{NUMBERS[item.count or 0]} {name}{after}{item.mark}"


def phrase(item: Item) -> str:
    """The noun phrase with article or number, and its mark: ``a left lung nodule``."""
    return _phrase(item) + item.mark


def _phrase(item: Item) -> str:
    term = item.term
    after = "" if term.sides else _after(item)
    if item.kind == "organ" or term.kind in ("organ", "region", "structure"):
        return _organ(item) + after
    if item.count is not None and term.noun == "count":
        if item.count == 1:
            return article(noun(item)) + after
        name = _plural(item)
        return f"{NUMBERS[item.count]} {name}{after}"
    if term.noun != "count" or item.kind in ("grade", "normal", "phase"):
        return noun(item) + after
    if many(item):
        return _plural(item) + after
    return article(noun(item)) + after


def _after(item: Item) -> str:
    """The side behind the noun, where the name cannot carry it."""
    if item.side in ("left", "right"):
        return f" on the {item.side}"
    return {"both": " on both sides", "midline": " in the midline"}.get(item.side, "")


def _plural(item: Item) -> str:
    lead = _SIDED[item.side] if item.term.sides and item.side in _SIDED else ""
    return lead + plural_of(item.term)


def _organ(item: Item) -> str:
    term = item.term
    if term.noun == "mass":
        return noun(item)
    if term.sides:
        if item.side == "both":
            return f"both {plural_of(term)}"
        if item.side in ("left", "right"):
            if item.objects > 1:
                return f"{item.side} {plural_of(term)}"
            if term.term in _MANY:
                return f"a {item.side} {term.term}"
            return f"the {item.side} {term.term}"
        if item.count is not None and item.count > 1:
            return f"{NUMBERS[item.count]} {plural_of(term)}"
        if item.objects > 1:
            return plural_of(term)
        if _in_pieces(item):  # both of a pair
            return f"the {plural_of(term)}"
        if item.unit == "view" or term.term in _ONE_IN_VIEW:
            return f"the {term.term}"
        return article(term.term)
    if item.count is not None and item.count > 1:
        return f"{NUMBERS[item.count]} {plural_of(term)}"
    if term.term in _VESSELS:
        return plural_of(term)
    if term.term in _MANY:
        return plural_of(term) if item.objects > 1 or _in_pieces(item) else article(term.term)
    return f"the {term.term}"


def definite(item: Item) -> str:
    """``the left kidney tumour``, ``the polyps``, ``the kidney``."""
    if item.kind == "organ":
        name = _organ(item)
        return re.sub(r"^an? ", "the ", name) + item.mark
    name = _plural(item) if many(item) and item.term.noun == "count" else noun(item)
    if item.term.noun == "mass" and name[:1].isupper():  # COVID-19, Gleason pattern 3
        return name + item.mark
    return f"the {name}{item.mark}"


def plain(item: Item) -> str:
    """Singular noun without article or side: for questions and names in boxes."""
    return item.term.term


def any_of(term: Term) -> str:
    """After ``any`` or ``no``: ``pleural effusion``, ``fracture``."""
    return term.term


def indefinite(term: Term) -> str:
    """``a fracture``, ``ascites``, ``drusen``."""
    return article(term.term) if term.noun == "count" else term.term


def plural(term: Term) -> str:
    """``fractures``, ``ascites``."""
    return plural_of(term)


def size(item: Item, form: int = 0) -> str:
    """``34 × 28 mm``, ``34 by 28 mm``, ``34 mm × 28 mm``; or one diameter."""
    first, _, second = item.size.partition("×")
    text = f"{first} mm"
    if second:
        text = (f"{first} × {second} mm", f"{first} by {second} mm", f"{first} mm × {second} mm")[
            form % 3
        ]
    return text + item.marks.get("size", "")


def sized(item: Item, form: int = 0) -> str:
    """The noun phrase with its size where there is one: ``a 34 × 28 mm left kidney tumour``."""
    if not item.size or item.term.noun != "count" or (item.count or 1) != 1:
        return phrase(item)
    across = "" if "×" in item.size else " across"
    if form % 4 == 0:
        return f"{phrase(item)} measuring {size(item, form)}"
    if form % 4 == 1:
        after = "" if item.term.sides else _after(item)
        return article(f"{size(item)} {noun(item)}") + after + item.mark
    if form % 4 == 2:
        return f"{phrase(item)} ({size(item, 2)})"
    return f"{phrase(item)}, {size(item, 1)}{across},"


def where(item: Item) -> str:
    """``in the upper left part``, ``at the centre``: of the image; "" without a position."""
    if not item.position:
        return ""
    name = POSITION_WORDS[item.position][0] + item.marks["position"]
    return f"at the {name}" if item.position == "centre" else f"in the {name} part"


def inside(item: Item) -> str:
    """``within the left kidney``, ``in the upper third of the left kidney``; or ""."""
    if not item.within:
        return ""
    term = vocabulary.lookup(item.within)
    side = item.holder if term.sides and item.holder in ("left", "right") else ""
    name = f"the {side} {term.term}".replace("  ", " ")
    used = item.marks["within"] + item.marks.get("holder", "")
    if item.third:
        return f"in the {item.third} third{item.marks['third']} of {name}{used}"
    return f"within {name}{used}"


def kind_word(item: Item) -> str:
    """What to ask for: ``Which structure …``."""
    return _KIND_WORDS.get(sort_of(item), "object")


def share(item: Item) -> str:
    """``about 12%``: of the picture."""
    return f"about {float(item.share):.0f}%" + item.marks.get("share", "")


def measure(item: Item) -> str:
    """The value of a measure with its unit."""
    return number(item.value, item.unit) + item.marks.get("value", "")


def number(value: str, unit: str) -> str:
    """``62 %`` → ``62%``, ``226 mm``; rounded as a clinician says it."""
    value = rounded(value, unit)
    if unit in ("", "1"):
        return value
    if unit in ("x", "×"):
        return f"{value}×"
    return value + unit if unit in ("%", "°") else f"{value} {unit}"


def sentences(text: str) -> str:
    """One space between words, none before marks, a capital after every full stop."""
    text = re.sub(r" ([\ue000-\uf8ef]*) +", r" \1", re.sub(r"\s+", " ", text).strip())
    text = re.sub(r" +([\ue000-\uf8ef]*[,.;:?!)])", r"\1", text).replace("( ", "(")
    text = re.sub(r"([\w)%][\ue000-\uf8ef]*[.?!][\ue000-\uf8ef]*)(?=[A-Za-z])", r"\1 ", text)

    def capital(found: re.Match[str]) -> str:
        return found[1] + found[2].upper()

    text = re.sub(r",([\ue000-\uf8ef]*)([,.;:?!]| \()", r"\1\2", text)  # a closed aside
    text = re.sub(r"\)([\ue000-\uf8ef]*) \(", r"\1; ", text)  # two asides in a row are one
    return re.sub(r"((?:^|[.?!\uf8f0\uf8f1] ?)[\ue000-\uf8ef]*)([a-z])(?![A-Z])", capital, text)


def fact_text(fact: Fact) -> str:
    """The value of a fact with its unit or scale, for the list of facts in an instruction."""
    if fact.unit in ("view", "exclusive") or fact.kind in ("report", "caption", "question"):
        return fact.value
    if fact.kind == "within":
        return f"{fact.value} ({fact.unit})"
    if fact.unit == REGIONS:
        return f"{fact.value} (several regions)"
    if fact.kind in ("grade", "attribute") and fact.unit:
        return f"{fact.value} ({fact.unit})"
    return number(fact.value, fact.unit)


def each(items: Sequence[Item], form: int = 0) -> list[str]:
    """Noun phrases of several items, sizes in brackets; vertebrae from above, in one phrase."""
    spine = vertebrae(items)
    if len(spine) < 2:
        return [sized(item, form if len(items) == 1 else 2) for item in items]
    levels = [item.term.term.removesuffix(" vertebra") + item.mark for item in spine]
    others = [sized(item, 2) for item in items if item not in spine]
    return [*others, f"the {listing(levels)} vertebrae"]


def vertebrae(items: Sequence[Item]) -> list[Item]:
    """Numbered vertebrae, from above."""
    found = [(key, item) for item in items if (key := _VERTEBRA.fullmatch(item.term.term))]
    found.sort(key=lambda pair: ("CTLS".index(pair[0][1]), int(pair[0][2])))
    return [item for _, item in found]


def none_of(items: Sequence[Item]) -> str:
    """``no effusion, nodule or fracture``; a name with "or" in it has a "no" of its own."""
    names = nouns(items)
    if len(names) > 1 and any(" or " in item.term.term for item in items):
        return listing([f"no {name}" for name in names])
    return "no " + listing(names, "or")


def rated(items: Sequence[Item]) -> list[tuple[list[Item], str]]:
    """Grades of an examination by value and levels: of which things, and at which levels."""
    groups: dict[tuple[str, tuple[str, ...]], list[Item]] = {}
    for item in items:
        levels = tuple(value.rstrip(_MARKS) for _, value in item.attributes)
        groups.setdefault((item.term.term, levels), []).append(item)
    return [
        (
            group,
            "".join(value[len(value.rstrip(_MARKS)) :] for i in group for _, value in i.attributes),
        )
        for group in groups.values()
    ]


def levels(item: Item) -> list[str]:
    """The levels that a grade holds at, without marks: ``["L3/L4", "L4/L5"]``."""
    return [value.rstrip(_MARKS) for _, value in item.attributes]


def style(item: Item) -> str:
    """How a grade is said: what it is a grade of decides the verb.

    ``scaled``: "the severity is mild"; ``malignancy``: "the lesion is benign"; ``stated``: a name
    that stands for itself, "breast density C"; ``rated``: "rated as BI-RADS category 4".
    """
    name = item.term.term
    if name == "ungradable":
        return "stated"
    if name in ("benign", "malignant"):
        return "pathology" if item.unit == "pathology" else "malignancy"
    if item.unit and item.unit != "malignancy" and " " not in name and name not in _ACRONYMS:
        return "scaled"
    if name.startswith("breast density") or name.endswith(("image quality", "breast")):
        return "stated"
    return "rated"


def by_reading(items: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    """Items by how an examination is read: as *showing* a finding, a diagnosis, none, a phase."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        if item.term.term == "no finding":
            way = "none"
        elif item.kind == "phase":
            way = "phase"
        elif item.kind == "grade" and item.unit:
            way = "graded"
        else:
            way = "named" if item.kind == "normal" or item.term.kind == "disease" else "shown"
        groups.setdefault(way, []).append(item)
    return list(groups.items())


def nouns(items: Sequence[Item]) -> list[str]:
    """Bare nouns with their marks, for categories and after ``no``."""
    return [noun(item) + item.mark for item in items]
