"""Where a thing lies in another: inside it, in which third of it, how much of it, on this slice.

Only where `read` found at least 95 % of its pixels in the other's mask. "Inside" is of the picture:
what lies in front of or behind the slice is not known to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from gmai_data import vocabulary
from gmai_data.schema import Label

Add = Callable[..., str]  # kind, value, unit=, of=, label= → the id of the new fact
THIRDS: Final = ("upper", "middle", "lower")  # of the structure's own height, feet to head
_LEAST: Final = 0.01  # of the structure's area; less is not said as a share
_HOLDS_ALL: Final = frozenset({  # holds everything: says nothing
    "brain", "whole body", "skin", "cardiac blood pool",
})  # fmt: skip
_BESIDE_LUNG: Final = re.compile(r"\bpleural\b|pneumothorax")  # also where a mask fills the chest


def add_places(add: Add, labels: Sequence[Label], ids: Mapping[int, str]) -> None:
    """Adds ``within`` (``unit`` is the fact of the structure), and its ``third`` and ``part``.

    ``ids`` are the facts of located things by the index of their label. ``part`` is the share of
    the structure's area on this slice, in per cent.
    """
    known = vocabulary.load()
    by_origin = {f"{labels[i].part}/{labels[i].raw}": i for i in reversed(list(ids))}
    for index, id in ids.items():
        label = labels[index]
        holder = by_origin.get(label.within)
        if holder is None or holder == index or labels[holder].rater != label.rater:
            continue
        term = known.lookup(labels[holder].name)
        base = term.base or term.term
        inner = known.lookup(label.name)
        name = inner.base or inner.term
        if base in _HOLDS_ALL or known.related(base, name):
            continue
        if "lung" in base and _BESIDE_LUNG.search(name):
            continue
        if base in name and label.third not in THIRDS:  # a kidney tumour says as much
            continue
        within = add("within", base, unit=ids[holder], of=id, label=index)
        if label.third in THIRDS:
            add("third", label.third, of=within, label=index)
        if label.within_share is not None and _LEAST <= label.within_share < 1:
            add("part", f"{label.within_share * 100:.0f}", unit="%", of=within, label=index)
