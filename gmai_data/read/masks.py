"""Masks of one picture: run lengths, pieces, boxes, and polygons drawn on pixel centres."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from gmai_data.errors import RejectedItem

cv2.setNumThreads(1)  # workers are the parallelism; results must not depend on it

Bits = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Cropped:
    """A mask cut to its foreground: the box around it on its picture, and the pixels in the box.

    Most masks are a small part of their picture: all that is measured is measured in the box.
    """

    size: tuple[int, int]  # height and width of the picture
    x: int  # of the left column of the box
    y: int  # of its upper row
    bits: Bits  # (rows, columns) of the box, contiguous; (0, 0) where nothing is marked

    @property
    def box(self) -> tuple[int, int, int, int]:
        """(x1, y1, x2, y2), right and lower edges exclusive."""
        return self.x, self.y, self.x + self.bits.shape[1], self.y + self.bits.shape[0]

    @functools.cached_property
    def by_row(self) -> NDArray[np.int32]:
        """Pixels in each row of the box."""
        return self._sums(1)

    @functools.cached_property
    def by_column(self) -> NDArray[np.int32]:
        """Pixels in each column of the box."""
        return self._sums(0)

    def _sums(self, axis: int) -> NDArray[np.int32]:
        if not self.bits.size:
            return np.zeros(0, dtype=np.int32)
        sums = cv2.reduce(self.bits.view(np.uint8), axis, cv2.REDUCE_SUM, dtype=cv2.CV_32S)
        return np.asarray(sums, dtype=np.int32).reshape(-1)

    @functools.cached_property
    def area(self) -> int:
        """Pixels of the foreground."""
        return int(np.count_nonzero(self.bits))

    @functools.cached_property
    def points(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Rows and columns of the foreground on the picture."""
        rows, columns = np.nonzero(self.bits)
        return rows + self.y, columns + self.x

    @functools.cached_property
    def pieces(self) -> tuple[NDArray[np.int32], list[int]]:
        """See :func:`pieces`, of the box."""
        return pieces(self.bits)

    def full(self) -> Bits:
        """The mask of the whole picture."""
        mask = np.zeros(self.size, dtype=bool)
        x1, y1, x2, y2 = self.box
        mask[y1:y2, x1:x2] = self.bits
        return mask


def cropped(mask: Bits, size: tuple[int, int] | None = None, x: int = 0, y: int = 0) -> Cropped:
    """A mask cut to its foreground; of a part of a mask that begins at (x, y) of ``size``."""
    box = box_of(mask)
    size = size or (mask.shape[0], mask.shape[1])
    if box is None:
        return Cropped(size, 0, 0, np.zeros((0, 0), dtype=bool))
    x1, y1, x2, y2 = box
    return Cropped(size, x + x1, y + y1, np.ascontiguousarray(mask[y1:y2, x1:x2]))


def encode_rle(mask: Bits | Cropped) -> str:
    """Run lengths of a mask (rows, columns), row by row, starting with background.

    Decimal numbers separated by blanks; they add up to the number of pixels. A mask that starts
    with foreground begins with ``0``.
    """
    region = mask if isinstance(mask, Cropped) else cropped(mask)
    height, width = region.size
    total = height * width
    if not region.bits.size:
        return str(total) if total else ""
    rows, columns = region.bits.shape
    framed = np.zeros((rows, columns + 2), dtype=np.uint8)  # every row begins and ends empty
    framed[:, 1:-1] = region.bits
    flat = framed.reshape(-1)
    row, column = np.divmod(np.flatnonzero(flat[1:] != flat[:-1]), columns + 2)
    edges = (row + region.y) * width + column + region.x
    if columns == width and rows > 1:  # runs that go on in the next row
        apart = edges[1:-1:2] != edges[2::2]
        edges = edges[np.concatenate(([True], np.repeat(apart, 2), [True]))]
    runs = np.diff(np.concatenate(([0], edges, [total]))).tolist()
    return " ".join(map(str, runs if runs[-1] else runs[:-1]))


def decode_rle(text: str, height: int, width: int) -> Bits:
    """The mask (height, width) that :func:`encode_rle` wrote.

    Raises:
        RejectedItem: corrupt, ``rle``, where the runs are not whole numbers or do not fill the
            picture.
    """
    try:
        runs = np.array(text.split(), dtype=np.int64)
    except (ValueError, OverflowError):
        raise RejectedItem("corrupt", "rle", f"not run lengths: {text[:40]!r}") from None
    if (runs < 0).any() or int(runs.sum()) != height * width:
        total = f"run lengths add up to {int(runs.sum())}, the picture is {width} x {height}"
        raise RejectedItem("corrupt", "rle", total)
    values = np.arange(runs.size) % 2 == 1
    return np.repeat(values, runs).reshape(height, width)


def decode_source_rle(
    text: str, height: int, width: int, *, order: str = "column", base: int = 1
) -> Bits:
    """A mask from a data set's ``start length start length …`` pairs (the Kaggle form).

    ``order`` is the order pixels are counted in, ``base`` the number of the first pixel. Blank,
    ``-1`` and ``nan`` mean an empty mask.

    Raises:
        RejectedItem: corrupt, ``rle``, for text that is not pairs of numbers inside the picture.
    """
    flat = np.zeros(height * width, dtype=bool)
    words = text.replace(",", " ").split()
    if not words or words == ["-1"] or words[0].lower() in ("nan", "none"):
        return flat.reshape(height, width)
    try:
        numbers = np.array(words, dtype=np.int64)
    except (ValueError, OverflowError):
        raise RejectedItem("corrupt", "rle", f"not pairs of numbers: {text[:40]!r}") from None
    if numbers.size % 2:
        raise RejectedItem("corrupt", "rle", f"{numbers.size} numbers are not pairs")
    starts, lengths = numbers[0::2] - base, numbers[1::2]
    if (starts < 0).any() or (lengths < 0).any() or (starts + lengths > flat.size).any():
        raise RejectedItem("corrupt", "rle", f"runs leave the picture of {width} x {height}")
    for start, length in zip(starts.tolist(), lengths.tolist(), strict=True):
        flat[start : start + length] = True
    if order == "row":
        return flat.reshape(height, width)
    return np.ascontiguousarray(flat.reshape(width, height).T)


def fill_polygons(
    polygons: Sequence[Sequence[tuple[float, float]]], height: int, width: int
) -> Bits:
    """Pixels whose centre lies inside, by the even-odd rule over all polygons together.

    Points are (x, y) with pixel (0, 0) covering 0..1, so its centre is (0.5, 0.5). Nested
    polygons make holes (DICOM PS3.3 C.8.8.6.3, closed planar contours combined by XOR).
    """
    mask = np.zeros((height, width), dtype=bool)
    for polygon in polygons:
        points = np.round(np.asarray(polygon, dtype=np.float64).reshape(-1, 2), 6)
        if len(points) < 3:
            continue
        x1, y1 = points[:, 0], points[:, 1]
        x2, y2 = np.roll(x1, -1), np.roll(y1, -1)
        first = max(0, int(np.floor(y1.min())))
        last = min(height - 1, int(np.ceil(y1.max())))
        for row in range(first, last + 1):
            y = row + 0.5
            cut = (y1 <= y) != (y2 <= y)
            if not cut.any():
                continue
            xs = x1[cut] + (y - y1[cut]) * (x2[cut] - x1[cut]) / (y2[cut] - y1[cut])
            # a pixel is inside when its centre is right of an odd number of crossings
            starts = np.clip(np.ceil(np.sort(np.round(xs, 6)) - 0.5).astype(int), 0, width)
            for left, right in zip(starts[0::2], starts[1::2], strict=True):
                mask[row, left:right] ^= True
    return mask


def box_of(mask: Bits) -> tuple[int, int, int, int] | None:
    """(x1, y1, x2, y2) around the foreground, right and lower edges exclusive; None if empty."""
    rows = np.flatnonzero(mask.any(axis=1))
    if rows.size == 0:
        return None
    columns = np.flatnonzero(mask[rows[0] : rows[-1] + 1].any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def pieces(mask: Bits) -> tuple[NDArray[np.int32], list[int]]:
    """8-connected pieces: an array numbered from 1, and the pixels of each."""
    number, labelled, stats, _ = cv2.connectedComponentsWithStats(
        np.ascontiguousarray(mask).view(np.uint8), connectivity=8
    )
    areas = [int(stats[i, cv2.CC_STAT_AREA]) for i in range(1, number)]
    return labelled, areas


def piece_boxes(mask: Bits) -> list[tuple[int, tuple[int, int, int, int]]]:
    """Pixels and box of each 8-connected piece, largest first, then from the top left."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(
        np.ascontiguousarray(mask).view(np.uint8), connectivity=8
    )
    found = [(area, (x, y, x + w, y + h)) for x, y, w, h, area in stats[1:].tolist()]
    return sorted(found, key=lambda one: (-one[0], one[1][1], one[1][0], one[1]))


def resize_mask(mask: Bits, width: int, height: int) -> Bits:
    """The mask on the stored picture: a pixel is in where at least half of it was.

    A thin object that would vanish keeps every pixel it touches, so that what is annotated never
    disappears by resizing.
    """
    if mask.shape == (height, width):
        return mask
    grey = np.ascontiguousarray(mask).view(np.uint8) * np.uint8(255)
    shrinks = width <= mask.shape[1] and height <= mask.shape[0]
    how = cv2.INTER_AREA if shrinks else cv2.INTER_NEAREST
    covered = cv2.resize(grey, (width, height), interpolation=how)
    kept: Bits = covered >= 128
    if not kept.any() and mask.any():
        rows, columns = np.nonzero(mask)
        kept = np.zeros((height, width), dtype=bool)
        kept[rows * height // mask.shape[0], columns * width // mask.shape[1]] = True
    return kept
