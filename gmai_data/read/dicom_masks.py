"""Masks of a case of DICOM images: which stack each belongs to, and what they say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from gmai_data.declare import ABSENT, LabelPart, Mask, Source, label_parts
from gmai_data.errors import RejectedItem
from gmai_data.read.dicom import open_dicom, tags_of
from gmai_data.read.inputs import Inputs, suffix_of
from gmai_data.read.mask_files import volume_objects
from gmai_data.read.objects import Object3D, absent_keys, empty_object, united
from gmai_data.read.planar import known_of
from gmai_data.read.reference import Reference, Target, reference_of
from gmai_data.read.rtstruct import rtstruct_objects
from gmai_data.read.seg import seg_objects
from gmai_data.read.stored import Mark
from gmai_data.schema import Annotation

_FORMS = {"seg": seg_objects, "rtstruct": rtstruct_objects}


@dataclass(frozen=True, slots=True, eq=False)
class Masks:
    """What masks say of one stack."""

    objects: list[Object3D]
    absent: list[Mark]  # holds for every slice
    files: tuple[str, ...]  # the masks' paths
    doubts: tuple[str, ...] = ()


def form_of(part: LabelPart, annotation: Annotation) -> str:
    """``seg`` or ``rtstruct`` for a mask that is such an object, else ""."""
    if not isinstance(part, Mask) or annotation.state != "given" or not annotation.files:
        return ""
    if part.form in _FORMS:
        return str(part.form)
    suffix = suffix_of(annotation.files[0])
    return "seg" if part.form == "map" and suffix in (".dcm", "") else ""


def references_of(
    source: Source, annotations: Sequence[Annotation], inputs: Inputs
) -> dict[str, Reference]:
    """What every mask object of a case was drawn on, by path.

    Raises:
        RejectedItem: corrupt ``not-dicom``.
    """
    parts = label_parts(source)
    found = {}
    for annotation in annotations:
        if form_of(parts[annotation.part], annotation):
            for path in annotation.files:
                with tags_of(path):
                    found[path] = reference_of(open_dicom(inputs.data(path), path, pixels=False))
    return found


def belongs(
    path: str, target: Target, targets: Sequence[Target], references: Mapping[str, Reference]
) -> bool:
    """Whether a mask is of a stack: the one it names, else every one that shares its coordinates.

    Raises:
        RejectedItem: corrupt ``frame-of-reference`` where none of the stacks does.
    """
    reference = references[path]
    fitting = [t for t in targets if reference.fits(t)]
    if not fitting:
        found = "its FrameOfReferenceUID is not that of the image"
        raise RejectedItem("corrupt", "frame-of-reference", found, path)
    named = [t for t in fitting if reference.names(t)]
    return any(t is target for t in named or fitting)


def stack_masks(
    source: Source,
    annotations: Sequence[Annotation],
    target: Target,
    targets: Sequence[Target],
    references: Mapping[str, Reference],
    inputs: Inputs,
    slices: Sequence[str],
) -> Masks:
    """Objects and absences of the masks of one stack among those of the case.

    ``slices`` are the files of its slices in order.

    Raises:
        RejectedItem: corrupt ``frame-of-reference``, ``mask-grid``, ``seg-frames`` …: see
            `seg_objects`, `rtstruct_objects` and `volume_objects`.
    """
    parts = label_parts(source)
    others = [a for a in annotations if not form_of(parts[a.part], a)]
    objects, absent = volume_objects(source, others, target.grid, inputs, slices)
    paths = {path for a in others for path in a.files}
    doubts: list[str] = []
    drawn: list[Object3D] = []
    for annotation in annotations:
        part = parts[annotation.part]
        form = form_of(part, annotation)
        if not form or not isinstance(part, Mask):
            continue
        for path in annotation.files:
            if not belongs(path, target, targets, references):
                continue
            with tags_of(path):
                found = _FORMS[form](part, annotation, target, inputs.data(path), path)
            drawn += found.objects
            doubts += found.doubts
            paths.add(path)
            if part.empty != ABSENT:
                continue
            for raw in absent_keys(part, annotation, found.objects):
                if found.annotated is None:
                    known = {**known_of(part, annotation, raw), "presence": ABSENT}
                    absent.append(Mark("mask", known, empty=ABSENT))
                elif np.any(found.annotated):
                    shape = target.grid.shape
                    drawn.append(empty_object(annotation, raw, shape, found.annotated))
    objects += united(parts, drawn)
    return Masks(objects, absent, tuple(sorted(paths)), tuple(dict.fromkeys(doubts)))
