"""Cases of whole slides: tissue tiles at the declared magnification, with what is drawn on them.

A slide is cut into a grid of square tiles from its upper left corner; what is left over at the
right and lower edges is not used. Tiles with tissue on at least half of them are candidates (a
tenth where none has that much). Of these the read budget is chosen as of a volume's slices: every
declared class where it is largest, some without a label, the rest spread; the choice depends on
the case's key, never on chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from gmai_data.config import ReadConfig
from gmai_data.declare import Boxes, Mask, Source, Tiles, cases_of, label_parts
from gmai_data.errors import RejectedItem
from gmai_data.grammar.dialects import FILE_FORMS, Polygon, Region
from gmai_data.read.choose import choose
from gmai_data.read.flat import mask_files
from gmai_data.read.inputs import Inputs
from gmai_data.read.masks import cropped
from gmai_data.read.outlines import Place, cell_polygons, file_regions, fill, region_marks
from gmai_data.read.planar import absent_marks, array_marks, box_marks, geometric, known_of
from gmai_data.read.slide import (
    NATIVE,
    WholeSlide,
    open_slide,
    overview,
    shares,
    tissue,
    window,
)
from gmai_data.read.stored import Mark, Picture, store
from gmai_data.schema import Annotation, Case, Slice

ENOUGH: Final = (0.5, 0.1)  # tissue share of a tile: the rule, and where no tile has that much
MIN_SHARE: Final = 0.01  # of a tile: less of a class does not choose it


@dataclass(frozen=True, slots=True)
class Grid:
    """Square tiles over a slide, from its upper left corner."""

    rows: int
    columns: int
    width: float  # of a tile, in pixels of the slide's largest level
    height: float
    side: int  # of a tile, in its own pixels
    spacing_mm: tuple[float, float]  # of a tile's pixels

    def corner(self, index: int) -> tuple[float, float]:
        """Left and upper edge of a tile in pixels of the slide."""
        row, column = divmod(index, self.columns)
        return column * self.width, row * self.height

    def place(self, index: int) -> Place:
        """Where a tile lies in the pixels of the slide."""
        x, y = self.corner(index)
        return Place(x, y, self.side / self.width, self.side / self.height)


def read_tiles(source: Source, case: Case, inputs: Inputs, config: ReadConfig) -> list[Picture]:
    """Pictures of some tiles of a slide.

    Raises:
        RejectedItem: corrupt ``not-a-slide``, ``no-pixel-size``; policy ``no-magnification`` where
            the slide is coarser than asked, ``no-tissue``, ``slide-without-pyramid``.
    """
    declared = cases_of(source, case.layout)
    assert isinstance(declared, Tiles)
    file = case.files[0]
    with inputs.local(file.path) as name, open_slide(name, file.path) as slide:
        grid = grid_of(slide, declared)
        drawn = [_drawn(source, a, inputs, slide) for a in geometric(case)]
        wanted = _wanted(slide, grid, drawn, case, config)
        pictures = []
        for index in wanted:
            pixels = window(
                slide, grid.corner(index), (grid.width, grid.height), (grid.side, grid.side)
            )
            marks = [mark for one in drawn for mark in one.marks(grid, index)]
            known = Slice(
                hash="", case="", source="", index=index, count=grid.rows * grid.columns,
                display="as stored",
                files=(inputs.file(file.role, file.path), *mask_files(geometric(case), inputs)),
            )  # fmt: skip
            stored = store(case, pixels, marks, config, known, spacing_mm=grid.spacing_mm)
            pictures.append(stored)
    return pictures


def grid_of(slide: WholeSlide, declared: Tiles) -> Grid:
    """The tiles of a slide at the declared microns per pixel.

    Raises:
        RejectedItem: corrupt ``no-pixel-size``, policy ``no-magnification``.
    """
    if slide.mpp is None:
        found = "the file does not say how many microns a pixel has"
        raise RejectedItem("corrupt", "no-pixel-size", found, slide.path)
    factors = [declared.mpp / mpp for mpp in slide.mpp]
    if max(factors) < 1 - NATIVE:
        found = f"{slide.mpp[1]:g} microns a pixel, {declared.mpp:g} are asked for"
        raise RejectedItem("policy", "no-magnification", found, slide.path)
    if all(abs(factor - 1) <= NATIVE for factor in factors):
        factors = [1.0, 1.0]
    height, width = (declared.size * factor for factor in factors)
    rows, columns = int(slide.size[0] / height), int(slide.size[1] / width)
    spacing = [round(m * f / 1000, 9) for m, f in zip(slide.mpp, factors, strict=True)]
    return Grid(max(1, rows), max(1, columns), width, height, declared.size,
                (spacing[0], spacing[1]))  # fmt: skip


def _wanted(
    slide: WholeSlide, grid: Grid, drawn: Sequence[_Drawn], case: Case, config: ReadConfig
) -> list[int]:
    picture = overview(slide)
    used = grid.rows * grid.height / slide.size[0], grid.columns * grid.width / slide.size[1]
    used = min(1.0, used[0]), min(1.0, used[1])
    counts = shares(tissue(picture), grid.rows, grid.columns, used).reshape(-1)
    cells = shares(np.ones(picture.shape[:2], bool), grid.rows, grid.columns, used).reshape(-1)
    cells = np.maximum(cells, 1)
    candidates: NDArray[np.int64] = np.flatnonzero(counts >= ENOUGH[0] * cells)
    if not candidates.size:
        candidates = np.flatnonzero(counts >= ENOUGH[1] * cells)
    if not candidates.size:
        found = f"none of {grid.rows * grid.columns} tiles shows stained tissue"
        raise RejectedItem("policy", "no-tissue", found, slide.path)
    areas: dict[str, Any] = {}
    for one in drawn:
        for raw, mask in one.seen(picture.shape[:2]):
            area = shares(mask, grid.rows, grid.columns, used).reshape(-1)[candidates]
            areas[raw] = areas.get(raw, 0) + area
    chosen = choose(
        len(candidates), areas, budget=config.frames, label_free=config.label_free,
        min_area=MIN_SHARE * float(cells.min()), seed=f"{case.key}/tiles",
    )  # fmt: skip
    return [int(candidates[i]) for i in chosen]


@dataclass(frozen=True, slots=True, eq=False)
class _Drawn:
    """One annotation of a slide: read once, then cut for each tile."""

    part: Any
    annotation: Annotation
    inputs: Inputs
    slide: WholeSlide
    regions: Sequence[Region] | None = None
    polygons: tuple[Polygon, ...] | None = None
    box: Mark | None = None

    def seen(self, shape: tuple[int, ...]) -> list[tuple[str, NDArray[np.bool_]]]:
        """What it marks on an overview of this shape, by class."""
        size = shape[0], shape[1]
        scale = size[1] / self.slide.size[1], size[0] / self.slide.size[0]
        place = Place(0, 0, *scale)
        raw = f"{self.annotation.part}/{self.annotation.raw}"
        if self.regions is not None:
            return [
                (
                    f"{self.annotation.part}/{r.raw}",
                    fill([place.moved(p) for p in r.polygons], *size),
                )
                for r in self.regions
            ]
        if self.polygons is not None:
            return [(raw, fill([place.moved(p) for p in self.polygons], *size))]
        if self.box is not None and self.box.box is not None:
            x1, y1, x2, y2 = self.box.box
            ring = ((x1, y1), (x2, y1), (x2, y2), (x1, y2))
            return [(raw, fill([place.moved((ring,))], *size))]
        found = []
        for path in self.annotation.files:
            with self.inputs.local(path) as name, open_slide(name, path) as masks:
                array = _nearest(overview(masks, smooth=False), size)
            for mark in array_marks(self.part, self.annotation, _values(array), path):
                if mark.mask is not None and mark.mask.area:
                    found.append((f"{self.annotation.part}/{mark.known['raw']}", mark.mask.full()))
        return found

    def marks(self, grid: Grid, index: int) -> list[Mark]:
        """What it marks on a tile, in pixels of the tile."""
        part, annotation, size = self.part, self.annotation, (grid.side, grid.side)
        place = grid.place(index)
        if annotation.state != "given":
            return absent_marks(part, annotation)
        if self.regions is not None and isinstance(part, Mask):
            return [
                Mark("mask", {**known_of(part, annotation, raw), "instance": instance},
                     cropped(mask), empty=part.empty)
                for raw, instance, mask in region_marks(
                    part, annotation, self.regions, place, size
                )
            ]  # fmt: skip
        if self.regions is not None:
            return [
                box
                for number, region in enumerate(self.regions, 1)
                for box in _box_within(part, annotation, region, number, place, grid.side)
            ]
        if self.polygons is not None:
            mask = fill([place.moved(p) for p in self.polygons], *size)
            known = known_of(part, annotation, annotation.raw)
            return [Mark("mask", known, cropped(mask), empty=part.empty)]
        if self.box is not None:
            return _clipped(self.box, place, grid.side)
        return self._of_mask_slides(grid, index)

    def _of_mask_slides(self, grid: Grid, index: int) -> list[Mark]:
        found: list[Mark] = []
        for path in self.annotation.files:
            with self.inputs.local(path) as name, open_slide(name, path) as masks:
                down, across = (m / s for m, s in zip(masks.size, self.slide.size, strict=True))
                if abs(down / across - 1) > 0.01:
                    shown = f"{masks.size[1]} x {masks.size[0]}"
                    whole = f"{self.slide.size[1]} x {self.slide.size[0]}"
                    raise RejectedItem(
                        "corrupt", "mask-size", f"mask is {shown}, slide {whole}", path
                    )
                x, y = grid.corner(index)
                array = window(
                    masks, (x * across, y * down), (grid.width * across, grid.height * down),
                    (grid.side, grid.side), smooth=False,
                )  # fmt: skip
            found += array_marks(self.part, self.annotation, _values(array), path)
        return found


def _drawn(source: Source, annotation: Annotation, inputs: Inputs, slide: WholeSlide) -> _Drawn:
    """What an annotation says of the whole slide.

    Raises:
        RejectedItem: corrupt ``slide-label`` for one that cannot be cut into tiles.
    """
    part: Any = label_parts(source)[annotation.part]
    made = _Drawn(part, annotation, inputs, slide)
    values = dict(annotation.values)
    if annotation.state != "given":
        return made
    if isinstance(part, Mask | Boxes) and part.form in FILE_FORMS:
        return replace(made, regions=file_regions(part, annotation, inputs))
    if "polygon" in values:
        return replace(made, polygons=cell_polygons(part, values["polygon"]))
    if isinstance(part, Boxes) and not annotation.files:
        return replace(made, box=next(iter(box_marks(part, annotation, slide.size)), None))
    if isinstance(part, Mask) and annotation.files:
        return made
    found = f"{annotation.kind} of a slide: outlines, boxes and mask slides are read"
    raise RejectedItem("corrupt", "slide-label", found, slide.path)


def _values(array: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Mask values: a label map that OpenSlide shows as grey, or as red alone."""
    if not array[..., 1:].any():
        return np.ascontiguousarray(array[..., 0])
    return array


def _nearest(array: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    """A mask's overview on that of its slide, by nearest pixel."""
    rows = (np.arange(size[0]) * 2 + 1) * array.shape[0] // (2 * size[0])
    columns = (np.arange(size[1]) * 2 + 1) * array.shape[1] // (2 * size[1])
    return np.ascontiguousarray(array[np.ix_(rows, columns)])


def _box_within(
    part: Boxes, annotation: Annotation, region: Region, number: int, place: Place, side: int
) -> list[Mark]:
    from gmai_data.read.outlines import region_box

    known = known_of(part, annotation, region.raw)
    known["instance"] = region.instance or str(number)
    return _clipped(Mark("box", known, box=region_box(region, Place())), place, side)


def _clipped(mark: Mark, place: Place, side: int) -> list[Mark]:
    """A box on a tile, where at least half of it lies there."""
    if mark.box is None:
        return []
    (((x1, y1), (x2, y2)),) = place.moved(((mark.box[:2], mark.box[2:]),))
    box = max(0.0, x1), max(0.0, y1), min(float(side), x2), min(float(side), y2)
    inside = max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])
    if inside < 0.5 * (x2 - x1) * (y2 - y1):
        return []
    return [Mark("box", mark.known, box=box)]
