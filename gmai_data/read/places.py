"""Which slice of a case an annotation is of: by the name or UID of its file, or by position.

An annotation with ``slice="sop=X"`` is of the file called X (without folder and suffix) or of the
object with that SOPInstanceUID. One that fits no file is an error of the case, never left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gmai_data.declare import Points, Source, label_parts
from gmai_data.errors import RejectedItem
from gmai_data.grammar.identity import instance_id, instance_name
from gmai_data.read.geometry import cross
from gmai_data.read.inputs import Inputs
from gmai_data.read.planar import known_of, planar_marks
from gmai_data.read.stored import Mark
from gmai_data.schema import Annotation, Case

if TYPE_CHECKING:
    from gmai_data.read.dicom_stack import Plane

_NAMED = "sop="
_PLACED = ("mask", "boxes", "points")


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """What the files of a case are called: objects by name, and names by object."""

    objects: Mapping[str, frozenset[str]]  # file name or UID -> UIDs
    names: Mapping[str, tuple[str, ...]]  # UID -> every name of it

    def of(self, annotation: Annotation) -> frozenset[str]:
        """The objects that an annotation with ``sop=`` names; none for another."""
        if not annotation.slice.startswith(_NAMED):
            return frozenset()
        return self.objects.get(annotation.slice.removeprefix(_NAMED), frozenset())

    def ids(self, case: Case, uid: str) -> tuple[str, ...]:
        """What `Slice.instances` holds of an object."""
        return tuple(sorted(instance_id(case.key, name) for name in self.names.get(uid, ())))


def names_of(files: Iterable[tuple[str, str]]) -> Names:
    """The names of files given as path and UID (the path again where there is none)."""
    objects: dict[str, set[str]] = {}
    names: dict[str, set[str]] = {}
    for path, uid in files:
        for name in (instance_name(path), uid):
            objects.setdefault(name, set()).add(uid)
            names.setdefault(uid, set()).add(name)
    return Names(
        {name: frozenset(uids) for name, uids in objects.items()},
        {uid: tuple(sorted(found)) for uid, found in names.items()},
    )


def check_named(source: Source, case: Case, names: Names) -> None:
    """Refuse a case with an annotation of a file that it does not have.

    Raises:
        RejectedItem: corrupt ``no-such-slice``, ``ambiguous-slice`` where two files have the name
            and the annotation is drawn.
    """
    for annotation in case.annotations:
        if annotation.state != "given" or not annotation.slice.startswith(_NAMED):
            continue
        found = names.of(annotation)
        if not found:
            raise _refused("no-such-slice", source, case, annotation)
        if len(found) > 1 and annotation.kind in _PLACED:
            raise _refused("ambiguous-slice", source, case, annotation)


def _refused(rule: str, source: Source, case: Case, annotation: Annotation) -> RejectedItem:
    where = annotation.slice or "(none named)"
    if source.identity == "private" and annotation.slice.startswith(_NAMED):
        where = "(not shown)"  # a name or UID of a private release
    value = f"{annotation.kind} on slice {where}"
    return RejectedItem("corrupt", rule, value, case.files[0].path)


def check_places(
    source: Source, case: Case, stacks: Sequence[Sequence[Plane]], names: Names
) -> None:
    """Refuse a case with a drawn annotation that lies on no slice, or on several.

    Raises:
        RejectedItem: corrupt ``no-such-slice``, ``ambiguous-slice``, ``point-outside``.
    """
    check_named(source, case, names)
    planes = [plane for stack in stacks for plane in stack]
    inside = {plane.sop for plane in planes}
    for annotation in case.annotations:
        if not _is_drawn(annotation):
            continue
        if _in_mm(source, annotation):
            if planes and all(spot_in_mm(stack, annotation) is None for stack in stacks):
                at = ", ".join(v for k, v in annotation.values if k in ("x", "y", "z"))
                found = f"({at}) mm is on none of {len(planes)} slices"
                raise RejectedItem("corrupt", "point-outside", found, case.files[0].path)
            continue
        named = names.of(annotation)
        if len(planes) < 2 or (named and not named & inside):
            continue  # a picture without a place, or an object that is left out by policy
        count = sum(_is_of(annotation, plane, names) for plane in planes)
        if count != 1:
            rule = "ambiguous-slice" if count else "no-such-slice"
            raise _refused(rule, source, case, annotation)


def placed_marks(
    source: Source, case: Case, stack: Sequence[Plane], names: Names, inputs: Inputs
) -> dict[int, list[Mark]]:
    """Marks of annotations of single slices, by index in the stack."""
    size = stack[0].values.shape[0], stack[0].values.shape[1]
    parts = label_parts(source)
    placed: dict[int, list[Mark]] = {}
    for annotation in case.annotations:
        if not _is_drawn(annotation):
            continue
        if _in_mm(source, annotation):
            spot = spot_in_mm(stack, annotation)
            if spot is not None:
                known = known_of(parts[annotation.part], annotation, annotation.raw)
                placed.setdefault(spot[0], []).append(Mark("point", known, point=spot[1:]))
            continue
        for index, plane in enumerate(stack):
            if (len(stack) == 1 and not annotation.slice) or _is_of(annotation, plane, names):
                marks = planar_marks(source, [annotation], size, inputs)
                placed.setdefault(index, []).extend(marks)
    return placed


def noted_slices(case: Case, stack: Sequence[Plane], names: Names) -> dict[str, list[int]]:
    """Slices that a class is stated of, by class: they should be among the chosen ones."""
    index = {plane.sop: i for i, plane in enumerate(stack)}
    noted: dict[str, list[int]] = {}
    for annotation in case.annotations:
        states = dict(annotation.values).get("state", "present")
        if annotation.kind not in ("class", "flags") or states != "present":
            continue
        for uid in sorted(names.of(annotation)):
            if uid in index and annotation.state == "given":
                noted.setdefault(f"{annotation.part}/{annotation.raw}", []).append(index[uid])
    return noted


def spot_in_mm(stack: Sequence[Plane], annotation: Annotation) -> tuple[int, float, float] | None:
    """Index of the slice nearest to a point in LPS mm, and its x and y in pixels.

    None where the point is further than half a step from every slice, or beside the picture.

    Raises:
        RejectedItem: corrupt ``point-values``, ``no-pixel-size``.
    """
    values = dict(annotation.values)
    try:
        at = tuple(float(values[k]) for k in ("x", "y", "z"))
    except (KeyError, ValueError):
        raise RejectedItem("corrupt", "point-values", str(values)[:100]) from None
    first = stack[0]
    if min(first.spacing) <= 0:
        raise RejectedItem("corrupt", "no-pixel-size", "a point in mm", first.file.path)
    across, down = first.turn[:3], first.turn[3:]
    normal = cross(across, down)
    gaps = [round(_dot(normal, _from(plane, at)), 6) for plane in stack]
    index = min(range(len(stack)), key=lambda i: (abs(gaps[i]), i))
    if abs(gaps[index]) > _step(stack, gaps, index) / 2:
        return None
    offset = _from(stack[index], at)
    x = round(_dot(across, offset) / first.spacing[1] + 0.5, 4)
    y = round(_dot(down, offset) / first.spacing[0] + 0.5, 4)
    height, width = first.values.shape[:2]
    return (index, x, y) if 0 <= x <= width and 0 <= y <= height else None


def _step(stack: Sequence[Plane], gaps: Sequence[float], index: int) -> float:
    """Distance to the next slice on the side of the point, else on the other, else thickness."""
    side = 1 if gaps[index] > 0 else -1
    for near in (index + side, index - side):
        if 0 <= near < len(stack):
            return abs(gaps[near] - gaps[index])
    thickness = dict(stack[0].acquisition).get("slice_thickness_mm")
    return float(thickness) if thickness else max(stack[0].spacing)


def _from(plane: Plane, at: Sequence[float]) -> tuple[float, ...]:
    return tuple(a - p for a, p in zip(at, plane.position, strict=True))


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _in_mm(source: Source, annotation: Annotation) -> bool:
    part = label_parts(source)[annotation.part]
    return isinstance(part, Points) and part.space == "LPS mm"


def _is_drawn(annotation: Annotation) -> bool:
    """Whether it is drawn on single slices: not a mask of the whole volume."""
    whole = annotation.kind == "mask" and annotation.files and not annotation.slice
    return annotation.state == "given" and annotation.kind in _PLACED and not whole


def _is_of(annotation: Annotation, plane: Plane, names: Names) -> bool:
    frame = re.fullmatch(r"frame=(\d+)", annotation.slice)
    return plane.sop in names.of(annotation) or (frame is not None and plane.order == int(frame[1]))
