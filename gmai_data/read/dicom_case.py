"""Cases of DICOM files: a series or an enhanced object is a volume, the rest are pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from gmai_data.config import ReadConfig
from gmai_data.declare import Source, label_parts
from gmai_data.errors import RejectedItem
from gmai_data.read.dicom import check_picture, open_dicom, tags_of
from gmai_data.read.dicom_flat import read_flat
from gmai_data.read.dicom_masks import references_of, stack_masks
from gmai_data.read.dicom_stack import Plane, is_even, planes_of, stack_facts, stacks_of, uid_of
from gmai_data.read.identifying import check_pixels, may_be_read
from gmai_data.read.inputs import Inputs
from gmai_data.read.intensity import SUV_WINDOW
from gmai_data.read.midline import find_midline
from gmai_data.read.places import Names, check_places, names_of, noted_slices, placed_marks
from gmai_data.read.reference import Reference, Target, target_of_stack
from gmai_data.read.slicing import slice_volume
from gmai_data.read.stored import Picture
from gmai_data.read.volumes import image_channel
from gmai_data.schema import Annotation, Case, CaseFile


def read_dicom(source: Source, case: Case, inputs: Inputs, config: ReadConfig) -> list[Picture]:
    """Pictures of a case of DICOM files.

    Raises:
        RejectedItem: the first reason, where none of the files can be used; corrupt files always.
    """
    planes: list[Plane] = []
    pictures: list[Picture] = []
    flat: list[tuple[CaseFile, Any, bool]] = []
    refused: RejectedItem | None = None
    called: list[tuple[str, str]] = []
    for file in case.files:
        header = open_dicom(inputs.data(file.path), file.path)
        try:
            with tags_of(file.path):
                called.append((file.path, uid_of(header, file)))
                check_picture(header, file.path)
                doubt = _doubt(header, file, source)
                if doubt is not None and not (config.phi_ocr and may_be_read(header)):
                    raise doubt
                found = planes_of(header, file, inputs, len(planes))
                if doubt is not None and found:
                    raise doubt
        except RejectedItem as reason:
            if reason.kind != "policy":
                raise
            refused = refused or reason
            continue
        planes += found
        if not found:
            flat.append((file, header, doubt is not None))
    names = names_of(called)
    for file, header, unsure in flat:
        ids = names.ids(case, uid_of(header, file))
        with tags_of(file.path):
            try:
                pictures += read_flat(source, case, file, header, inputs, config, ids,
                                      beside=bool(planes), read_text=unsure)  # fmt: skip
            except RejectedItem as reason:
                if reason.kind != "policy":
                    raise
                refused = refused or reason
    stacks = stacks_of(planes)
    check_places(source, case, stacks, names)
    masks = [a for a in case.annotations if a.kind == "mask"
             and (a.state != "given" or (a.files and not a.slice))]  # fmt: skip
    references = references_of(source, masks, inputs) if stacks else {}
    targets = [target_of_stack(stack) for stack in stacks]
    for number, stack in enumerate(stacks):
        variant = f"stack{number + 1}" if len(stacks) > 1 else ""
        pictures += _read_stack(source, case, stack, names, inputs, config, variant, masks,
                                references, targets[number], targets)  # fmt: skip
    if not pictures and refused is not None:
        raise refused
    return pictures


def _doubt(header: Any, file: CaseFile, source: Source) -> RejectedItem | None:
    """Why the pixels may identify somebody, by the header; None where nothing says so."""
    try:
        check_pixels(header, file.path, looked_at=source.pixels_checked)
    except RejectedItem as reason:
        return reason
    return None


def _read_stack(
    source: Source,
    case: Case,
    stack: list[Plane],
    names: Names,
    inputs: Inputs,
    config: ReadConfig,
    variant: str,
    masks: Sequence[Annotation],
    references: Mapping[str, Reference],
    target: Target,
    targets: Sequence[Target],
) -> list[Picture]:
    first = stack[0]
    grid = target.grid
    kinds = {p.values.dtype for p in stack}
    common = next(iter(kinds)) if len(kinds) == 1 else np.result_type(*kinds)
    array = np.stack([p.values.astype(common, copy=False) for p in stack])
    kind = {"CT": "CT", "PT": "PET"}.get(first.modality, first.modality)
    if first.modality == "CT" and not first.hu:
        kind = "CT map"
    factors = {p.suv for p in stack}
    body_part = dict(first.acquisition).get("body_part", "")
    channel, hu = image_channel(source, case, first.file.role, array, kind, body_part)
    factor = factors.pop() if len(factors) == 1 else None
    if factor is not None:
        array = array.astype(np.float32) * np.float32(factor)
        channel = replace(channel, array=array, window=SUV_WINDOW)
    paths = [p.file.path for p in stack]
    marked = stack_masks(source, masks, target, targets, references, inputs, paths)
    doubt = "; ".join(text for text in (channel.doubt, *marked.doubts) if text)
    channel = replace(
        channel, modality=first.modality, acquisition=stack_facts(stack), doubt=doubt,
        files=tuple(dict.fromkeys(p.file for p in stack)), shows=tuple(p.file for p in stack),
    )  # fmt: skip
    placed = placed_marks(source, case, stack, names, inputs)
    parts = label_parts(source)
    return slice_volume(
        case, [channel], grid, marked.objects, marked.absent, config,
        mask_files=tuple(inputs.file("mask", p) for p in marked.files),
        millimetres=min(first.spacing) > 0,
        midline=find_midline(grid, hu) if marked.objects and is_even(stack) else None,
        protocol=first.modality == "MR",
        gantry=len(first.image_type) > 2 and first.image_type[2] == "AXIAL",
        levels=[p.level for p in parts], empties=[p.empty for p in parts],
        loose=not is_even(stack), viewed=source.view is not None, placed=placed, variant=variant,
        instances=[names.ids(case, p.sop) for p in stack],
        noted=noted_slices(case, stack, names),
    )  # fmt: skip
