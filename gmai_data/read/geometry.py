"""Where a voxel is in the patient: direction letters, planes, display, spacing, other grids.

Everything here is in the DICOM patient frame: +x to the patient's Left, +y to the Posterior, +z
to the Head, millimetres (PS3.3 C.7.6.2.1.1). An affine maps array indices (axis 0, 1, 2 of the
array in memory) to that frame; NIfTI's RAS affines are converted on reading. Numbers are rounded
to 1e-6 before anything is decided, so that decisions are the same on every CPU.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Vector = tuple[float, float, float]
Affine = NDArray[np.float64]

PLANES: Final = ("sagittal", "coronal", "axial")  # by the patient axis of the normal
AXIAL_TILT: Final = 10.0  # degrees up to which a plane keeps its plain name
OBLIQUE_COSINE: Final = 0.8  # under this no plane word at all (as GDCM and PixelMed decide)
SHEAR_DEGREES: Final = 0.1
# what the stored picture shows along its columns (+x) and rows (+y): axis and sign in LPS
_DISPLAY: Final = {"axial": ((0, 1), (1, 1)), "coronal": ((0, 1), (2, -1)),
                   "sagittal": ((1, 1), (2, -1))}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A voxel grid in the patient."""

    shape: tuple[int, int, int]
    affine: Affine  # (4, 4), array index to LPS mm, voxel centres
    trusted: bool = True  # may planes and sides be said
    template: bool = False  # in Talairach or MNI space: x = 0 is the midline
    reversed: bool = False  # not trusted, saved from an array: its last axis counts the slices

    def spacing(self, axis: int) -> float:
        """Length of one step along an array axis, mm."""
        return _length(self.affine[:3, axis])


@dataclass(frozen=True, slots=True)
class Cut:
    """One family of parallel slices of a grid, and how a slice becomes the stored picture."""

    axis: int  # array axis the slices are counted along
    row_axis: int  # array axis that runs down the picture
    column_axis: int  # array axis that runs along its rows
    flip_rows: bool
    flip_columns: bool
    plane: str  # axial, coronal, sagittal, "oblique axial", oblique, or ""
    tilt: float  # degrees between normal and nearest patient axis
    orientation: str  # letters of +x and +y of the picture, "L\\P"; "" unknown
    display: str  # radiological, or as stored
    spacing_mm: tuple[float, float]  # row and column spacing (vertical, horizontal)
    step_mm: float  # distance of neighbouring slices along the normal
    acquired: bool = False  # the plane the scanner made, as far as spacing tells
    count: int = 1  # slices of the family
    flip_index: bool = False  # slices are numbered towards the head, back and left
    stored: str = ""  # letters of +x and +y of the slices as the file has them

    def array_index(self, index: int) -> int:
        """Where slice ``index`` is in the array."""
        return self.count - 1 - index if self.flip_index else index

    def take(self, array: NDArray[Any], index: int) -> NDArray[Any]:
        """The picture (rows, columns) of slice ``index``, turned and flipped, contiguous."""
        return np.ascontiguousarray(self.turn(self.plane_of(array, index)))

    def plane_of(self, array: NDArray[Any], index: int) -> NDArray[Any]:
        """The array's own plane of slice ``index``, not turned, no copy."""
        at = [slice(None)] * 3
        at[self.axis] = self.array_index(index)  # type: ignore[call-overload]
        return array[tuple(at)]

    def turn(self, plane: NDArray[Any]) -> NDArray[Any]:
        """A plane with its two array axes in order, as the stored picture shows it."""
        picture = plane.T if self.row_axis > self.column_axis else plane
        rows = slice(None, None, -1) if self.flip_rows else slice(None)
        columns = slice(None, None, -1) if self.flip_columns else slice(None)
        return picture[rows, columns]


def letters(vector: Sequence[float] | NDArray[np.float64]) -> str:
    """Direction letters of a vector, largest part first: ``L``, ``PF`` (PS3.3 C.7.6.1.1.1).

    Parts of at most 0.0001 are dropped; F and H are feet and head.
    """
    names = (("R", "L"), ("A", "P"), ("F", "H"))
    parts = [(abs(round(float(v), 6)), axis) for axis, v in enumerate(vector)]
    order = sorted((p for p in parts if p[0] > 1e-4), key=lambda p: (-p[0], p[1]))
    return "".join(names[axis][float(vector[axis]) > 0] for _, axis in order)


def cross(a: Sequence[float], b: Sequence[float]) -> Vector:
    """The vector product."""
    return (
        float(a[1] * b[2] - a[2] * b[1]),
        float(a[2] * b[0] - a[0] * b[2]),
        float(a[0] * b[1] - a[1] * b[0]),
    )


def plane_of(normal: Sequence[float]) -> tuple[str, float, float]:
    """Nearest plane, tilt in degrees, and the cosine of that tilt; "" where two planes tie."""
    size = _length(normal)
    parts = [abs(round(float(v) / size, 6)) for v in normal]
    ordered = sorted(parts, reverse=True)
    cosine = min(1.0, ordered[0])
    tilt = round(math.degrees(math.acos(cosine)), 2)
    if ordered[0] - ordered[1] < 0.01:
        return "", tilt, cosine
    return PLANES[parts.index(ordered[0])], tilt, cosine


def plane_word(normal: Sequence[float], *, protocol: bool = False, gantry: bool = False) -> str:
    """What may be said of a plane.

    Up to 10 degrees the plane, up to 36.9 degrees "oblique axial" and so on, then "oblique".
    ``protocol`` is for joints, hearts and MR in general, whose oblique planes follow the organ:
    beyond 10 degrees they are just "oblique". ``gantry`` is CT that calls itself axial, allowed
    30 degrees.
    """
    plane, tilt, cosine = plane_of(normal)
    if plane and (tilt <= AXIAL_TILT or (gantry and plane == "axial" and tilt <= 30.0)):
        return plane
    if plane and cosine >= OBLIQUE_COSINE and not protocol:
        return f"oblique {plane}"
    return "oblique"


def cuts(
    grid: Grid, *, protocol: bool = False, gantry: bool = False, only: int | None = None
) -> tuple[Cut, ...]:
    """The families of slices a grid can show, the acquired one first.

    A straight grid gives three planes in radiological display. An oblique or sheared one gives
    only the acquired planes, turned by quarter turns and flips. A grid that is not trusted gives
    the slices along its first axis (its last, if reversed) as they are stored, and says nothing
    about planes. ``only`` is the acquired axis where it is known and nothing else may be cut.
    """
    columns = [grid.affine[:3, a] for a in range(3)]
    lengths = [grid.spacing(a) for a in range(3)]
    largest = max(lengths)
    # files store slices one after another: axis 0 is the acquired one unless steps say otherwise
    first = 0 if lengths[0] >= largest * 0.99 else lengths.index(largest)
    first = first if only is None else only
    if not grid.trusted:
        return (_stored(grid, (2, 1, 0) if grid.reversed else (0, 1, 2)),)
    directions = [[round(float(v) / lengths[a], 6) for v in columns[a]] for a in range(3)]
    along = _nearest_axes(directions)
    sheared = is_sheared(grid.affine)
    families: list[Cut] = []
    for axis in (first, *(a for a in range(3) if a != first)):
        one, two = (a for a in range(3) if a != axis)
        normal = cross(directions[one], directions[two])
        word = plane_word(normal, protocol=protocol, gantry=gantry)
        plane, tilt, _ = plane_of(normal)
        oblique = tilt > AXIAL_TILT or any(f.tilt > AXIAL_TILT for f in families)
        if axis != first and (only is not None or sheared or oblique):
            continue
        families.append(_family(grid, axis, along, directions, word, plane, tilt, axis == first))
    return tuple(families)


def _family(
    grid: Grid,
    axis: int,
    along: Sequence[int],
    directions: Sequence[Sequence[float]],
    word: str,
    plane: str,
    tilt: float,
    acquired: bool,
) -> Cut:
    one, two = (a for a in range(3) if a != axis)
    normal = cross(directions[one], directions[two])
    step = abs(sum(float(n) * float(c) for n, c in zip(normal, grid.affine[:3, axis], strict=True)))
    step /= _length(normal)
    nearest = PLANES[along[axis]]
    if tilt > 45.0 or not plane or nearest != plane:
        row, column, flip_rows, flip_columns, display = one, two, False, False, "as stored"
    else:
        (x_axis, x_sign), (y_axis, y_sign) = _DISPLAY[nearest]
        column, row = along.index(x_axis), along.index(y_axis)
        flip_columns = directions[column][x_axis] * x_sign < 0
        flip_rows = directions[row][y_axis] * y_sign < 0
        display = "radiological"
    x = [-v for v in directions[column]] if flip_columns else directions[column]
    y = [-v for v in directions[row]] if flip_rows else directions[row]
    return Cut(
        axis=axis, row_axis=row, column_axis=column, flip_rows=flip_rows,
        flip_columns=flip_columns, plane=word, tilt=tilt,
        orientation=f"{letters(x)}\\{letters(y)}", display=display,
        spacing_mm=(_tidy(grid.spacing(row)), _tidy(grid.spacing(column))),
        step_mm=_tidy(step), acquired=acquired, count=grid.shape[axis],
        flip_index=directions[axis][along[axis]] < 0,
        stored=f"{letters(directions[two])}\\{letters(directions[one])}",
    )  # fmt: skip


def _stored(grid: Grid, order: tuple[int, int, int]) -> Cut:
    axis, row, column = order
    return Cut(
        axis=axis, row_axis=row, column_axis=column, flip_rows=False, flip_columns=False, plane="",
        tilt=0.0, orientation="", display="as stored",
        spacing_mm=(_tidy(grid.spacing(row)), _tidy(grid.spacing(column))),
        step_mm=_tidy(grid.spacing(axis)), acquired=True, count=grid.shape[axis],
    )  # fmt: skip


def _nearest_axes(directions: Sequence[Sequence[float]]) -> tuple[int, int, int]:
    """For each array axis the patient axis it runs along, each patient axis used once."""

    def fit(order: tuple[int, ...]) -> float:
        return round(sum(abs(directions[a][order[a]]) for a in range(3)), 6)

    best = max(itertools.permutations(range(3)), key=lambda p: (fit(p), tuple(-v for v in p)))
    return (best[0], best[1], best[2])


def is_sheared(affine: Affine) -> bool:
    """Whether two axes are off a right angle by more than 0.1 degree (gantry tilt, or damage)."""
    limit = math.sin(math.radians(SHEAR_DEGREES))
    for a, b in ((0, 1), (0, 2), (1, 2)):
        u, v = affine[:3, a], affine[:3, b]
        dot = sum(float(x) * float(y) for x, y in zip(u, v, strict=True))
        if abs(round(dot / (_length(u) * _length(v)), 6)) > limit:
            return True
    return False


def grid_map(from_grid: Grid, to_grid: Grid) -> Affine:
    """The affine (3, 4) from indices of one grid to indices of another, rounded to 1e-6."""
    inverse = np.linalg.inv(to_grid.affine)
    product = np.einsum("ij,jk->ik", inverse, from_grid.affine)
    return np.asarray(np.round(product[:3], 6))


def same_grid(mapping: Affine, tolerance: float = 1e-3) -> tuple[tuple[int, int], ...] | None:
    """For each target axis its (source axis, sign) where two grids hold the same voxels.

    None where they do not. ``mapping`` is from :func:`grid_map`; steps must agree to ``tolerance``
    and origins to a tenth of a voxel.
    """
    axes = []
    for row in range(3):
        part = mapping[row, :3]
        axis = int(np.argmax(np.abs(part)))
        rest = np.delete(part, axis)
        if abs(abs(part[axis]) - 1) > tolerance or (np.abs(rest) > tolerance).any():
            return None
        axes.append((axis, 1 if part[axis] > 0 else -1))
    if sorted(a for a, _ in axes) != [0, 1, 2]:
        return None
    return tuple(axes)


def plane_grid(
    position: Sequence[float],
    turn: Sequence[float],
    spacing: Sequence[float],
    shape: Sequence[int],
    step: Sequence[float] | None = None,
    count: int = 1,
) -> Grid:
    """A grid of ``count`` slices from ImagePosition, ImageOrientation and PixelSpacing (LPS mm).

    ``step`` leads from slice to slice; without it, 1 mm along the normal.
    """
    affine = np.eye(4)
    affine[:3, 0] = cross(turn[:3], turn[3:]) if step is None else step
    affine[:3, 1] = [v * spacing[0] for v in turn[3:]]
    affine[:3, 2] = [v * spacing[1] for v in turn[:3]]
    affine[:3, 3] = position
    return Grid((count, int(shape[0]), int(shape[1])), affine)


def describe(grid: Grid) -> str:
    """A grid in words, for messages: size, voxel size and first voxel."""
    size = " x ".join(str(n) for n in reversed(grid.shape))
    step = " x ".join(f"{grid.spacing(a):.4g}" for a in (2, 1, 0))
    origin = ", ".join(f"{v:.4g}" for v in grid.affine[:3, 3])
    axes = "".join(letters(grid.affine[:3, a])[:1] for a in (2, 1, 0))
    return f"{size} voxels of {step} mm, axes {axes}, first at ({origin})"


def _length(vector: Sequence[float] | NDArray[np.float64]) -> float:
    return math.sqrt(sum(float(v) * float(v) for v in vector))


def _tidy(length: float) -> float:
    return round(length, 6)
