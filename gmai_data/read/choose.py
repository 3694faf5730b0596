"""Which slices of a volume are kept: every label at its largest area, the rest spread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from gmai_data.canonical import hash64

NEAR_LARGEST = 0.9  # a slice with this share of a label's largest area shows it as well
BLANK_SPREAD = 8  # grey levels under which a picture is blank
SAMPLED_SIDE = 256  # pictures at least this large are judged by every fourth pixel each way
BLANK_SHARE = 0.005  # share of pixels that must differ from the commonest grey


def choose(
    count: int,
    areas: Mapping[str, Sequence[int]],
    *,
    budget: int,
    label_free: int,
    min_area: float,
    seed: str,
    usable: Callable[[int], bool] = lambda _: True,
    free: bool = True,
) -> list[int]:
    """Indices of the slices to keep, ascending.

    ``areas`` gives each label's area per slice. Labels whose largest area is under ``min_area``
    do not choose a slice. ``usable`` is asked only of slices that are candidates. ``free`` says
    whether slices without labels are wanted. ``budget`` 0 keeps every usable slice.
    """
    if budget == 0:
        return [i for i in range(count) if usable(i)]
    table = {k: np.asarray(v, dtype=np.int64) for k, v in sorted(areas.items())}
    total = np.zeros(count, dtype=np.int64)
    for row in table.values():
        total += row
    table = {k: row for k, row in table.items() if row.size and row.max() >= max(1.0, min_area)}
    plain = np.flatnonzero(total == 0).tolist()
    quota = min(label_free, len(plain), budget - 1) if table and free else 0
    chosen = _cover(table, budget - quota, usable)
    chosen |= _spread(plain, quota, seed + "/free", usable, chosen)
    large = sum(table.values(), np.zeros(count, dtype=np.int64))
    rest = np.flatnonzero(large > 0).tolist() if table else list(range(count))
    chosen |= _spread(rest, budget - len(chosen), seed + "/spread", usable, chosen)
    return sorted(chosen)


def _cover(
    table: Mapping[str, NDArray[np.int64]], room: int, usable: Callable[[int], bool]
) -> set[int]:
    """Slices at the largest area of every label, those that show several labels first."""
    chosen: set[int] = set()
    refused: set[int] = set()
    if not table:
        return chosen
    left = np.stack(list(table.values()))
    largest = left.max(axis=1)
    while left.size and len(chosen) < room:
        shows: dict[int, int] = {}
        for row, most in zip(left, largest, strict=True):
            peak = [i for i in np.flatnonzero(row == most).tolist() if i not in refused]
            if peak and peak[len(peak) // 2] not in shows:
                middle = peak[len(peak) // 2]
                here = left[:, middle]
                shows[middle] = int(np.count_nonzero((here > 0) & (here >= NEAR_LARGEST * largest)))
        if not shows:
            break
        best = min(shows, key=lambda i: (-shows[i], i))
        if not usable(best):
            refused.add(best)
            continue
        chosen.add(best)
        rest = left[:, best] < NEAR_LARGEST * largest
        left, largest = left[rest], largest[rest]
    return chosen


def _spread(
    candidates: Sequence[int],
    number: int,
    seed: str,
    usable: Callable[[int], bool],
    taken: set[int],
) -> set[int]:
    """``number`` of the candidates, one in each of as many equal stretches, by hash within."""
    rest = [i for i in candidates if i not in taken]
    number = min(number, len(rest))
    chosen: set[int] = set()
    for k in range(number):
        stretch = rest[k * len(rest) // number : (k + 1) * len(rest) // number]
        for index in sorted(stretch, key=lambda i: hash64("choose-slice", [seed, i])):
            if usable(index):
                chosen.add(index)
                break
    return chosen


def is_blank(picture: NDArray[np.uint8]) -> bool:
    """Whether an 8-bit picture shows nothing: one grey nearly everywhere."""
    if min(picture.shape[:2]) >= SAMPLED_SIDE:
        picture = np.ascontiguousarray(picture[::4, ::4])  # plenty to tell, and 16 times as fast
    if picture.size == 0 or int(picture.max()) - int(picture.min()) < BLANK_SPREAD:
        return True
    if picture.ndim == 3:
        return False
    counts = cv2.calcHist([picture], [0], None, [256], [0, 256]).reshape(-1)  # exact to 2**24
    mode = int(counts.argmax())
    near = int(counts[max(0, mode - 4) : mode + 5].sum())
    return picture.size - near < BLANK_SHARE * picture.size
