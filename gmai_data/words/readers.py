"""Several readers of one picture: which of their labels are said, by the rule the source declares.

``raters="majority"``: what more than half of the readers say. An outline, box or landmark counts
for another reader's of the same name where half of the smaller lies in the larger; what they agree
on is said once, in the words of the first of them. ``raters="first"``: one reader's labels only.
Where there is a reader called "consensus", its outlines are said and nobody else's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gmai_data.declare import GEOMETRIC, LabelPart
from gmai_data.schema import Annotation, Box, Case, Label

LOCATED = ("mask", "box", "point")
SHARED = 0.5  # of the smaller of two boxes, for them to be of one thing


def heard(parts: Sequence[LabelPart], case: Case, labels: Sequence[Label]) -> frozenset[int]:
    """Indices of the labels that may be said; all of what has no reader."""
    readers = readers_of(parts, case, labels)
    consensus = any(one.rater == "consensus" and one.kind in LOCATED for one in labels)
    found = [i for i, label in enumerate(labels) if not label.rater]
    order = sorted((i for i, one in enumerate(labels) if one.rater),
                   key=lambda i: (labels[i].rater, i))  # fmt: skip
    said: list[Label] = []
    for i in order:
        label = labels[i]
        voices = readers[label.part]
        located = label.kind in LOCATED
        if located and consensus:
            may = label.rater == "consensus"
        elif parts[label.part].raters == "first":
            may = label.rater == voices[0]
        else:
            votes = {other.rater for other in labels if _agree(label, other)}
            again = any(_agree(label, o) and o.rater != label.rater for o in said)
            may = 2 * len(votes) > len(voices) and not again
        if may:
            found.append(i)
            said.append(label)
    return frozenset(found)


def readers_of(
    parts: Sequence[LabelPart], case: Case, labels: Sequence[Label]
) -> Mapping[int, Sequence[str]]:
    """Who read the case, by label part, in order of their names.

    Who classed the image and outlined nothing in it has read it as well.
    """
    by_part: list[set[str]] = [set() for _ in parts]
    classed: set[str] = set()
    every: list[Annotation | Label] = [*case.annotations, *labels]
    for one in every:
        if one.rater and one.rater != "consensus":
            by_part[one.part].add(one.rater)
            if one.kind not in GEOMETRIC and one.kind not in LOCATED:
                classed.add(one.rater)
    return {i: sorted(who | classed if who & classed else who) for i, who in enumerate(by_part)}


def counted(
    part: LabelPart, readers: Sequence[str], labels: Sequence[Label], name: str, count: int
) -> bool:
    """Whether a number of objects is that of more than half of the readers, where there are any."""
    if len(readers) < 2 or part.raters == "first":
        return True
    drawn = [x.rater for x in labels if x.kind in LOCATED and x.name == name
             and x.presence == "present"]  # fmt: skip
    if "consensus" in drawn:
        return True
    return 2 * sum(drawn.count(reader) == count for reader in readers) > len(readers)


def _agree(one: Label, other: Label) -> bool:
    """Whether two labels say the same of the same thing."""
    located = one.kind in LOCATED
    if located != (other.kind in LOCATED):
        return False
    fields = ("name", "presence", "level", "of", "value", "attrs")
    same = all(getattr(one, f) == getattr(other, f) for f in fields[: 3 if located else 6])
    if not same or one.box is None or other.box is None:
        return same
    return one is other or _overlap(one.box, other.box) >= SHARED


def _overlap(a: Box, b: Box) -> float:
    """Share of the smaller of two boxes that lies in the larger."""
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    smaller = min((x2 - x1) * (y2 - y1) for x1, y1, x2, y2 in (a, b))
    return width * height / smaller if min(width, height) > 0 and smaller > 0 else 0.0
