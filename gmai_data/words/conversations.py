"""Instruction conversations about one slice: open, reasoned, multi-turn, and honest refusals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from gmai_data.canonical import hash64
from gmai_data.schema import Fact, Pairs, Slice
from gmai_data.words.facts import PRESENT, qualifier
from gmai_data.words.plans import Plan, boxed, is_view, pictured, whole_image, with_qualifiers

_SECTIONS: Final = frozenset({"CT", "MR", "PET"})
_FIXED: Final = frozenset({"Pathology", "Microscopy"})  # a section does not grow
# Findings of this one picture: nobody asks how long the bubbles have been there.
_OF_THE_MOMENT: Final = frozenset({
    "artefact", "blurred fundus", "blurred region", "bubbles", "impacted stool",
    "overexposed region", "reduced mucosal view", "specular reflection",
})  # fmt: skip


def conversations(facts: Sequence[Fact], slice: Slice, limit: int) -> list[Plan]:
    """At most ``limit`` instruction plans, chosen by the slice's hash."""
    found = list(_candidates(facts, slice))
    found.sort(key=lambda plan: hash64("instruct", [slice.hash, plan.task]))
    return found[:limit]


def _candidates(facts: Sequence[Fact], slice: Slice) -> Iterator[Plan]:
    alone = _alone(boxed(facts))
    # What lies in several places has no place to speak of: it is talked of as a class.
    located = [f for f in alone if not _in_pieces(facts, f)]
    pieces = [f for f in alone if f not in located]
    findings = [f for f in located if f.kind == "finding"]
    classes = [f for f in whole_image(facts) if not is_view(f)]
    views = [f for f in whole_image(facts) if is_view(f)]
    leveled = {f.of for f in facts if f.kind == "level"}
    absent = [f for f in facts if f.kind == "absent" and f.id not in leveled]
    about = _one(findings or located or pieces or classes, "open", slice)
    if about is None:
        if views:
            yield _plan("instruct-open", facts, views[:1], views[0])
        return
    yield _plan("instruct-open", facts, [about], about)
    turns = [f for f in (about, _one(absent, "multi", slice)) if f is not None]
    absentee = (("absentee", turns[-1].id),) if turns[-1].kind == "absent" else ()
    yield _plan("instruct-multi", facts, turns, about, absentee)
    if _sides_agree(facts, about, slice):
        yield _plan("instruct-reasoned", facts, [about], about)
    premise = _one(absent, "premise", slice)
    if premise is not None:
        # The correction ends with what is there instead.
        yield _plan("instruct-premise", facts, [premise, about], about, (("absentee", premise.id),))
    again = slice.modality not in _FIXED and about.value not in _OF_THE_MOMENT
    if about.kind == "finding" and again:
        section = "section" if slice.plane and slice.modality in _SECTIONS else ""
        which = str(_unanswerable(facts, about, slice) if section else 1)
        yield _plan("instruct-abstain", facts, [about], about, (("ask", which),))


def _unanswerable(facts: Sequence[Fact], about: Fact, slice: Slice) -> int:
    """0 volume, 1 change over time, 2 the rest of the organ; volumes of what was measured only."""
    kinds = (0, 1, 2) if qualifier(facts, about.id, "size") else (1, 2)
    return kinds[hash64("abstain", slice.hash) % len(kinds)]


def _plan(
    task: str, facts: Sequence[Fact], chosen: Sequence[Fact], about: Fact, slots: Pairs = ()
) -> Plan:
    without = ("box",) if _in_pieces(facts, about) else ()
    used = (*pictured(facts), *with_qualifiers(facts, chosen, without))
    ordered = tuple(dict.fromkeys((*used, *(f for f in facts if f.kind == "display"))))
    return Plan("instruct", task, task, ordered, (("about", about.id), *slots))


def _in_pieces(facts: Sequence[Fact], one: Fact) -> bool:
    return sum(f.of == one.id and f.kind == "box" for f in facts) > 1


def _alone(facts: Sequence[Fact]) -> list[Fact]:
    """Things that are the only one of their name: ``the tumour`` means one."""
    names = [(f.kind, f.value) for f in facts]
    return [f for f in facts if names.count((f.kind, f.value)) == 1]


def _one(facts: Sequence[Fact], salt: str, slice: Slice) -> Fact | None:
    present = [f for f in facts if f.kind == "absent" or f.kind in PRESENT]
    return present[hash64("one", [slice.hash, salt]) % len(present)] if present else None


def _sides_agree(facts: Sequence[Fact], about: Fact, slice: Slice) -> bool:
    """May the side be read off the picture? Radiological display, thing in the mirrored half."""
    if slice.display != "radiological" or slice.plane not in ("axial", "coronal"):
        return False
    side, place = (qualifier(facts, about.id, kind) for kind in ("side", "position"))
    if side is None or place is None or about.kind == "organ":
        return False
    column = place.value.rpartition(" ")[2]
    return {"left": "right", "right": "left"}.get(side.value) == column
