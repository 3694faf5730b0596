"""A whole-slide image as windows at one magnification: never more than one window is decoded.

OpenSlide reads the formats (Aperio, Hamamatsu, Leica, MIRAX, Philips, Ventana, Zeiss, DICOM, and
tiled TIFF with a pyramid); its decoders come in the package openslide-bin, whose version therefore
decides the pixels. Positions are pixels of the largest level, x to the right.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from gmai_data.errors import RejectedItem, UsageError
from gmai_data.read import encode

MAX_OVERVIEW_PIXELS: Final = 1 << 26  # of the smallest level: a slide needs a pyramid
OVERVIEW_SIDE: Final = 2048  # long side of the picture in which tissue is looked for
NATIVE: Final = 0.1  # a magnification this near to the slide's own is read without resizing
_STRIP: Final = 1024  # rows read at a time
_COLOURED: Final = 20  # grey levels between the channels of a stained pixel
_DARK: Final = 30  # a pixel below is no tissue but the edge of the scan


@dataclass(frozen=True, slots=True, eq=False)
class WholeSlide:
    """An open slide. ``size`` is (height, width) of its largest level; ``mpp`` microns per pixel.

    ``mpp`` is (row, column) spacing, or None where the file does not say.
    """

    handle: Any
    path: str
    size: tuple[int, int]
    mpp: tuple[float, float] | None


@contextmanager
def open_slide(name: str, path: str) -> Iterator[WholeSlide]:
    """Open a slide on disk; ``path`` is what messages call it.

    Raises:
        RejectedItem: corrupt ``not-a-slide``.
        UsageError: openslide is not installed.
    """
    try:
        import openslide
    except (ImportError, OSError):
        raise UsageError("Whole slides need OpenSlide: pip install 'gmai-data[slides]'.") from None
    try:
        handle = openslide.OpenSlide(name)
    except openslide.OpenSlideError as error:
        found = str(error).replace(name, path)[:120]
        raise RejectedItem("corrupt", "not-a-slide", found, path) from None
    try:
        width, height = handle.dimensions
        across = handle.properties.get("openslide.mpp-x", "")
        down = handle.properties.get("openslide.mpp-y", across)
        mpp = None
        if across and float(across) > 0 and float(down) > 0:
            mpp = float(down), float(across)
        yield WholeSlide(handle, path, (height, width), mpp)
    except openslide.OpenSlideError as error:  # also from read_region, in the body
        found = str(error).replace(name, path)[:120]
        raise RejectedItem("corrupt", "not-a-slide", found, path) from None
    finally:
        handle.close()


def window(
    slide: WholeSlide,
    corner: tuple[float, float],
    extent: tuple[float, float],
    size: tuple[int, int],
    *,
    smooth: bool = True,
) -> NDArray[np.uint8]:
    """A window at ``corner`` (x, y) of ``extent`` (width, height) as RGB, size (rows, columns).

    Read from the coarsest level that is at least as fine, then reduced by area; of a mask
    (``smooth`` False) by nearest pixel. What the slide does not cover is white, of a mask black.
    """
    factor = min(extent[0] / size[1], extent[1] / size[0])
    level = slide.handle.get_best_level_for_downsample(factor * 1.001)
    step = slide.handle.level_downsamples[level]
    width, height = max(1, round(extent[0] / step)), max(1, round(extent[1] / step))
    place = int(corner[0] + 0.5), int(corner[1] + 0.5)
    pixels = _laid(slide.handle.read_region(place, level, (width, height)), 255 if smooth else 0)
    if (height, width) == size:
        return pixels
    if smooth:
        return encode.resize(pixels, size[1], size[0])
    rows = (np.arange(size[0]) * 2 + 1) * height // (2 * size[0])
    columns = (np.arange(size[1]) * 2 + 1) * width // (2 * size[1])
    return np.ascontiguousarray(pixels[np.ix_(rows, columns)])


def _laid(image: Any, ground: int) -> NDArray[np.uint8]:
    """RGBA as RGB: not scanned parts are transparent."""
    pixels = np.array(image)
    found = np.ascontiguousarray(pixels[..., :3])
    found[pixels[..., 3] == 0] = ground
    return found


def overview(slide: WholeSlide, *, smooth: bool = True) -> NDArray[np.uint8]:
    """The whole slide as RGB, long side at most 2048, from its smallest level.

    Raises:
        RejectedItem: policy ``slide-without-pyramid`` where that level is too large to be read.
    """
    width, height = slide.handle.level_dimensions[-1]
    if width * height > MAX_OVERVIEW_PIXELS:
        found = (
            f"the smallest level has {width} x {height} pixels. Give it a pyramid, for example "
            "with vips tiffsave --tile --pyramid"
        )
        raise RejectedItem("policy", "slide-without-pyramid", found, slide.path)
    scale = max(1.0, max(width, height) / OVERVIEW_SIDE)
    size = max(1, round(height / scale)), max(1, round(width / scale))
    whole = slide.size[1], slide.size[0]
    if width * height <= _STRIP * OVERVIEW_SIDE:
        return window(slide, (0, 0), whole, size, smooth=smooth)
    rows = max(1, int(_STRIP / scale))
    per_row = whole[1] / size[0]
    return np.concatenate([
        window(slide, (0, at * per_row), (whole[0], (min(at + rows, size[0]) - at) * per_row),
               (min(at + rows, size[0]) - at, size[1]), smooth=smooth)
        for at in range(0, size[0], rows)
    ])  # fmt: skip


def tissue(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Stained pixels: coloured by at least 20 of 255 grey levels, and not black.

    A fixed rule, where Otsu's threshold would depend on how much of this slide is empty.
    """
    high, low = pixels.max(axis=2), pixels.min(axis=2)
    found: NDArray[np.bool_] = (high - low >= _COLOURED) & (high >= _DARK)
    return found


def shares(mask: NDArray[np.bool_], rows: int, columns: int, used: tuple[float, float]) -> Any:
    """Foreground pixels of a mask in each cell of a grid, as (rows, columns) of counts.

    ``used`` is the share of the mask's height and width that the grid covers.
    """
    total = np.zeros((mask.shape[0] + 1, mask.shape[1] + 1), np.int64)
    total[1:, 1:] = mask.cumsum(axis=0).cumsum(axis=1)
    ys = np.rint(np.arange(rows + 1) / rows * mask.shape[0] * used[0]).astype(int)
    xs = np.rint(np.arange(columns + 1) / columns * mask.shape[1] * used[1]).astype(int)
    corners = total[np.ix_(ys, xs)]
    return corners[1:, 1:] - corners[:-1, 1:] - corners[1:, :-1] + corners[:-1, :-1]
