"""What a mask object of DICOM (SEG, RTSTRUCT) was drawn on, and whether that is a given stack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from gmai_data.errors import RejectedItem
from gmai_data.read.dicom_facts import text_of
from gmai_data.read.dicom_stack import Plane, is_even, stack_grid
from gmai_data.read.geometry import Grid, cross
from gmai_data.read.objects import Object3D

SLICE_MM: Final = 0.1  # a plane that is nearer to a slice than this lies on it


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """The slices of an image that a mask is put on, in order along the grid's first axis."""

    grid: Grid
    positions: NDArray[np.float64]  # (slice, 3), LPS mm of the first pixel's centre
    even: bool = True  # the grid's steps are the slices' own
    sops: tuple[str, ...] = ()  # SOPInstanceUID of each slice
    series: str = ""
    frame_of_reference: str = ""
    thickness_mm: float = 0.0

    @property
    def normal(self) -> NDArray[np.float64]:
        """Unit normal of the slices."""
        down, across = self.grid.affine[:3, 1].tolist(), self.grid.affine[:3, 2].tolist()
        normal: NDArray[np.float64] = np.array(cross(across, down))
        return np.asarray(normal / np.sqrt((normal * normal).sum()))

    def depths(self) -> NDArray[np.float64]:
        """Distance of each slice from the origin along the normal, mm."""
        return np.asarray(np.round((self.positions * self.normal).sum(axis=1), 6))

    def nearest(self, depth: float) -> tuple[int, float, float]:
        """The slice nearest to a depth, how far off it is, and half its distance to a neighbour.

        The nearer neighbour: what lies in a gap of the series belongs to no slice.
        """
        own = self.depths()
        gaps = np.round(own - depth, 6)
        index = int(np.argmin(np.abs(gaps)))
        beside = [i for i in (index - 1, index + 1) if 0 <= i < gaps.size]
        steps = [abs(float(own[i] - own[index])) for i in beside]
        return index, abs(float(gaps[index])), min(steps, default=self.thickness_mm) / 2


def target_of_stack(stack: Sequence[Plane]) -> Target:
    """The slices of a DICOM stack."""
    first = stack[0]
    thickness = dict(first.acquisition).get("slice_thickness_mm", "0")
    return Target(
        stack_grid(stack), np.array([p.position for p in stack], dtype=np.float64),
        len(stack) == 1 or is_even(stack), tuple(p.sop for p in stack), first.series,
        first.frame_of_reference, float(thickness),
    )  # fmt: skip


def target_of_grid(grid: Grid) -> Target:
    """The slices of a volume file, which refers to no DICOM object."""
    steps = np.arange(grid.shape[0], dtype=np.float64)[:, None]
    positions = np.round(grid.affine[:3, 3] + steps * grid.affine[:3, 0], 6)
    return Target(grid, positions, thickness_mm=grid.spacing(0))


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """What a mask object holds of one image."""

    objects: list[Object3D]
    annotated: NDArray[np.bool_] | None = None  # slices that were annotated; None: all of them
    doubts: tuple[str, ...] = ()  # what was left out or moved, and why


@dataclass(frozen=True, slots=True)
class Reference:
    """What the header of a mask says it was drawn on."""

    frames: frozenset[str] = frozenset()  # FrameOfReferenceUID
    series: frozenset[str] = frozenset()
    instances: frozenset[str] = frozenset()

    def fits(self, target: Target) -> bool:
        """Whether coordinates of the mask and of the image are comparable (PS3.3 C.7.4.1)."""
        known = target.frame_of_reference
        return not known or not self.frames or known in self.frames

    def names(self, target: Target) -> bool:
        """Whether the mask refers to this very image."""
        return target.series in self.series or not self.instances.isdisjoint(target.sops)

    def annotated(self, target: Target) -> NDArray[np.bool_] | None:
        """The slices that were annotated; None where the header does not say.

        Every instance that is referred to was looked at: what has no frame or contour there is
        absent. A slice that is not referred to was not annotated.
        """
        listed = np.array([sop in self.instances for sop in target.sops], dtype=bool)
        if listed.any():
            return listed
        if not self.instances and target.series in self.series:
            return np.ones(target.grid.shape[0], dtype=bool)
        return None


def reference_of(header: Any) -> Reference:
    """The references of a SEG (Common Instance Reference) or RTSTRUCT (C.8.8.5, C.8.8.6)."""
    frames, series, instances = set(), set(), set()
    for item in (header, *_items(header, "StructureSetROISequence")):
        frames |= {text_of(item, "ReferencedFrameOfReferenceUID")}
    frames |= {text_of(header, "FrameOfReferenceUID")}
    listed = [*_items(header, "ReferencedSeriesSequence")]
    for item in _items(header, "ReferencedFrameOfReferenceSequence"):
        frames |= {text_of(item, "FrameOfReferenceUID")}
        for study in _items(item, "RTReferencedStudySequence"):
            listed += _items(study, "RTReferencedSeriesSequence")
    for item in listed:
        series |= {text_of(item, "SeriesInstanceUID")}
        for keyword in ("ReferencedInstanceSequence", "ContourImageSequence"):
            for one in _items(item, keyword):
                instances |= {text_of(one, "ReferencedSOPInstanceUID")}
    return Reference(*(frozenset(found - {""}) for found in (frames, series, instances)))


def _items(holder: Any, keyword: str) -> Iterator[Any]:
    yield from holder.get(keyword, None) or ()


def check_frame(reference: Reference, target: Target, path: str) -> None:
    """Refuse a mask whose coordinates are not those of the image.

    Raises:
        RejectedItem: corrupt ``frame-of-reference``.
    """
    if not reference.fits(target):
        found = "its FrameOfReferenceUID is not that of the image"
        raise RejectedItem("corrupt", "frame-of-reference", found, path)


def spanned(target: Target, depths: Sequence[float]) -> NDArray[np.bool_]:
    """Slices from the lowest to the highest of some depths: what was annotated at the least."""
    if not depths:
        return np.zeros(target.grid.shape[0], dtype=bool)
    own = target.depths()
    return np.asarray((own >= min(depths) - SLICE_MM) & (own <= max(depths) + SLICE_MM))
