"""Whether the sides of a case can be believed: anatomy against the file's geometry.

A file that was mirrored on its way, or labels that were swapped, look like any other. What gives
them away is where organs lie to each other. Situs inversus is about one in ten thousand people, a
mirrored file is far likelier: where one of these rules is broken, no side is said of the case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from gmai_data.schema import Label, Structure
from gmai_data.vocabulary import Term

# the first lies to the right of the second, by their middles, in nearly everybody
RIGHT_OF: Final = (
    ("liver", "spleen"), ("liver", "stomach"), ("gallbladder", "spleen"),
    ("gallbladder", "stomach"), ("inferior vena cava", "aorta"), ("duodenum", "spleen"),
    ("right lower lobe", "left lower lobe"),
    ("right upper lobe", "left upper lobe"),
)  # fmt: skip
MARGIN_MM: Final = 5.0  # middles that are nearer to each other break no rule
DISC_SHARE: Final = 0.10  # of the picture's width that disc and fovea are apart, at least
FOVEA_ABOVE: Final = 0.02  # of the height: a fovea higher above the disc means an inverted picture


def side_doubts(placed: Sequence[tuple[Structure, Term]]) -> tuple[str, ...]:
    """What is wrong with the sides of a case, a sentence for each broken rule.

    ``placed`` are the structures of its volume, bound to their terms.
    """
    where: dict[tuple[str, str, str], float] = {}
    doubts = []
    for structure, term in placed:
        base = term.base or term.term
        where[(structure.rater, base, term.side)] = structure.centre_mm[0]
        if term.side in ("left", "right") and structure.side not in ("", term.side):
            doubts.append(f"side: {term.term} lies on the {structure.side}")
    for rater in sorted({key[0] for key in where}):
        for right, left in RIGHT_OF:
            a, b = where.get((rater, right, "")), where.get((rater, left, ""))
            if a is not None and b is not None and a > b + MARGIN_MM:
                doubts.append(f"side: {right} is left of {left}")
        for base in sorted({key[1] for key in where if key[0] == rater}):
            a, b = where.get((rater, base, "right")), where.get((rater, base, "left"))
            if a is not None and b is not None and a > b + MARGIN_MM:
                doubts.append(f"side: right {base} is left of left {base}")
    return tuple(dict.fromkeys(doubts))


def inherited(labels: Sequence[Label]) -> tuple[Label, ...]:
    """Labels with the side of the structure they lie in: a tumour within the left kidney."""
    sides: dict[str, set[str]] = {}
    for label in labels:
        if label.kind == "mask" and label.presence == "present" and label.side_source:
            sides.setdefault(f"{label.part}/{label.raw}", set()).add(label.side)
    out = []
    for label in labels:
        side = sides.get(label.within, set()) if not label.side else set()
        if len(side) == 1 and side <= {"left", "right"}:
            label = replace(label, side=next(iter(side)), side_source="within")
        out.append(label)
    return tuple(out)


def without_sides(labels: Sequence[Label], terms: Sequence[Term | None]) -> tuple[Label, ...]:
    """Labels under names and facts that have no side.

    A lobe of the lung or a chamber of the heart has no name without its side: it is left out.
    """
    out = []
    for label, term in zip(labels, terms, strict=True):
        if term is not None and not term.side and term.term.startswith(("left ", "right ")):
            continue
        name = term.base if term is not None and term.side else label.name
        out.append(replace(label, name=name, side="", side_source=""))
    return tuple(out)


def eye_of(
    disc: tuple[float, float], fovea: tuple[float, float], width: float, height: float
) -> tuple[str, bool]:
    """Which eye a fundus photograph shows, and whether it is upright.

    The disc is nasal of the fovea: on the picture's right in a right eye, on its left in a left
    one. The fovea lies slightly below the disc; above it, the picture is upside down and both
    sides are exchanged, so no eye is said. A mirrored picture cannot be told from the other eye.
    Points are x, y in pixels.
    """
    if abs(disc[0] - fovea[0]) < DISC_SHARE * width:
        return "", True
    if disc[1] - fovea[1] > FOVEA_ABOVE * height:
        return "", False
    return ("right" if disc[0] > fovea[0] else "left"), True


def with_eye(
    labels: Sequence[Label], modality: str, size: tuple[int, int]
) -> tuple[tuple[Label, ...], tuple[str, ...]]:
    """Labels of a fundus photograph with the eye that its disc and fovea show, and doubts.

    Where the source names the eye, its word stands, unless disc and fovea contradict it.
    ``size`` is width and height.
    """
    labels = tuple(labels)
    if modality != "Fundus Photography":
        return labels, ()
    found = {
        name: [
            one.centroid
            for one in labels
            if one.name == name and one.presence == "present" and one.centroid is not None
        ]
        for name in ("optic disc", "fovea")
    }
    if any(len(points) != 1 for points in found.values()):
        return labels, ()
    eye, upright = eye_of(found["optic disc"][0], found["fovea"][0], *size)
    named = [one for one in labels if one.name in ("left eye", "right eye")]
    if not upright:
        return labels, ("side: the fovea lies above the disc: the picture may be upside down",)
    if not eye:
        return labels, ()
    if not named:
        disc = next(one for one in labels if one.name == "optic disc")
        derived = Label(kind="class", part=disc.part, name=f"{eye} eye", side=eye,
                        side_source="geometry")  # fmt: skip
        return (*labels, derived), ()
    if all(one.name == f"{eye} eye" for one in named):
        return labels, ()
    kept = tuple(one for one in labels if one not in named)
    return kept, (f"side: called {named[0].name}, but disc and fovea are those of a {eye} eye",)
