"""A native picture and what is marked on it, as the stored picture with its labels."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gmai_data.config import ReadConfig
from gmai_data.declare import ABSENT
from gmai_data.grammar import identity
from gmai_data.read import encode
from gmai_data.read.findings import mask_label
from gmai_data.read.masks import Cropped
from gmai_data.schema import Box, Case, Label, Slice


@dataclass(frozen=True, slots=True)
class Picture:
    """A slice and its encoded image; ``image`` is empty for a text record."""

    slice: Slice
    image: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """Something annotated on a native picture, in its pixels."""

    kind: str  # mask, box or point
    known: Mapping[str, Any] = field(default_factory=dict)  # fields of Label that are settled
    mask: Cropped | None = None
    box: Box | None = None
    point: tuple[float, float] | None = None  # x, y
    empty: str = ""  # what an empty mask means: absent, or "" for nothing


def label_of(
    mark: Mark, native: tuple[int, int], fit: encode.Fit, spacing_mm: tuple[float, float] | None
) -> Label | None:
    """The label of a mark on the stored picture; None where there is nothing to say."""
    if mark.mask is not None and mark.mask.area:
        stored = (fit.height, fit.width)
        return mask_label(mark.mask, stored, spacing_mm, **mark.known)
    if "presence" in mark.known:
        return Label(kind=mark.kind, **mark.known)
    if mark.kind == "mask":
        if mark.empty != ABSENT:
            return None
        return Label(kind="mask", **{**mark.known, "presence": mark.empty})
    if mark.box is not None:
        x1, y1, x2, y2 = mark.box
        box = (
            round(max(0.0, x1 * fit.scale_x), 2), round(max(0.0, y1 * fit.scale_y), 2),
            round(min(float(fit.width), x2 * fit.scale_x), 2),
            round(min(float(fit.height), y2 * fit.scale_y), 2),
        )  # fmt: skip
        height, width = native
        return Label(
            kind="box", box=box,
            share=round((x2 - x1) * (y2 - y1) / (width * height), 6),
            centroid=(round((box[0] + box[2]) / 2, 2), round((box[1] + box[3]) / 2, 2)),
            truncated=x1 <= 0 or y1 <= 0 or x2 >= width or y2 >= height, **mark.known,
        )  # fmt: skip
    if mark.point is not None:
        x, y = mark.point
        return Label(
            kind="point", centroid=(round(x * fit.scale_x, 2), round(y * fit.scale_y, 2)),
            **mark.known,
        )  # fmt: skip
    return None


def store(
    case: Case,
    pixels: NDArray[np.uint8] | None,
    marks: Sequence[Mark],
    config: ReadConfig,
    known: Slice,
    *,
    spacing_mm: tuple[float, float] | None = None,
    aspect: tuple[float, float] | None = None,
    ready: bytes | None = None,
    size: tuple[int, int] = (0, 0),
    encoding: str = "png",
) -> Picture:
    """The picture as it is stored.

    ``pixels`` are 8-bit, native, turned for display; ``marks`` are in the same pixels; ``known``
    has the facts of the slice (its hash and size are filled here). ``spacing_mm`` is the native
    row and column spacing where millimetres may be said; ``aspect`` is used for square pixels
    where they may not. ``ready`` is stored as it is unless the picture must be resized; where it
    was not decoded ``pixels`` are None, and it is of ``size`` (height, width).
    """
    height, width = size if pixels is None else pixels.shape[:2]
    fit = encode.fit(height, width, spacing_mm or aspect, config.max_side)
    shown = None if pixels is None else encode.resize(pixels, fit.width, fit.height)
    if ready is not None and shown is pixels:
        image = ready
    else:
        assert shown is not None, "a picture that is resized was decoded"
        if encoding == "jpg" and ready is not None:
            image = encode.jpeg(shown)
        else:
            image, encoding = encode.png(shown), "png"
    labels = (label_of(mark, (height, width), fit, spacing_mm) for mark in marks)
    plane = known.plane or known.display
    stored = hashlib.sha256(image).hexdigest()
    done = replace(
        known,
        hash=identity.slice_hash(case.key, plane, known.index, known.variant),
        case=case.key,
        source=case.source,
        width=fit.width,
        height=fit.height,
        encoding=encoding,
        image_bytes=len(image),
        image_sha256=stored,
        pixels_sha256=stored if shown is None else encode.pixels_sha256(shown),
        spacing_mm=fit.spacing_mm if spacing_mm is not None else None,
        scale=fit.scale,
        labels=tuple(label for label in labels if label is not None),
    )
    return Picture(done, image)
