"""2D picture files to 8 bits: PNG, JPEG, TIFF, BMP, GIF, WebP; 8 and 16 bit, alpha, palette."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from gmai_data.errors import RejectedItem
from gmai_data.read.intensity import (
    CT_WINDOWS,
    Window,
    ct_window,
    declared_offset,
    percentile_window,
)
from gmai_data.read.pass_through import is_sound, strip_jpeg, strip_png

MAX_PIXELS: Final = 178_956_970  # Pillow's own bomb limit, twice its warning
SUFFIXES: Final = frozenset((".png", ".jpg", ".jpeg", ".jfif", ".tif", ".tiff", ".bmp", ".gif",
                             ".webp", ".pgm", ".ppm", ".jp2"))  # fmt: skip
_ORIENTATION: Final = 274
# What decoders raise on broken files: Pillow promises no more than an exception.
_DECODER_ERRORS: Final = (
    OSError, ValueError, SyntaxError, IndexError, KeyError, TypeError, AttributeError,
    OverflowError, EOFError, MemoryError, RuntimeError, ZeroDivisionError, struct.error,
    zlib.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Decoded:
    """A picture of a file in 8 bits, upright."""

    pixels: NDArray[np.uint8] | None  # (rows, columns) or (rows, columns, 3); None: `ready` is it
    size: tuple[int, int]  # (height, width) of the upright picture
    window: str  # how it became 8 bits; "" when it was
    ready: bytes | None = None  # the file without metadata, where it may be stored as it is
    encoding: str = "png"  # of `ready`, and what to encode a resized picture as
    orientation: int = 1  # EXIF orientation of the stored pixels, 1 to 8; `pixels` are upright


def open_image(data: bytes, path: str) -> Image.Image:
    """A lazily opened picture of bounded size.

    Raises:
        RejectedItem: corrupt ``not-an-image``, policy ``image-too-large``.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return Image.open(io.BytesIO(data))
    except Image.DecompressionBombError:
        raise _too_large(path) from None
    except UnidentifiedImageError:
        what = f"{len(data)} bytes that no decoder knows" if data else "an empty file"
        raise RejectedItem("corrupt", "not-an-image", what, path) from None
    except _DECODER_ERRORS as error:
        raise RejectedItem("corrupt", "not-an-image", _reason(error), path) from None


def pages(image: Image.Image, path: str) -> int:
    """How many pictures a file holds; of a camera's MPO one, the rest are previews of it.

    Raises:
        RejectedItem: corrupt ``truncated-file`` where their directory is broken.
    """
    try:
        return 1 if image.format == "MPO" else int(getattr(image, "n_frames", 1))
    except _DECODER_ERRORS as error:
        raise RejectedItem("corrupt", "truncated-file", _reason(error), path) from None


def _bounded(image: Image.Image, path: str) -> None:
    """Pillow checks the size of the first page only."""
    if image.width * image.height > MAX_PIXELS:
        raise _too_large(path)


def _too_large(path: str) -> RejectedItem:
    found = f"more than {MAX_PIXELS} pixels; a whole slide is read with cases=Tiles(…)"
    return RejectedItem("policy", "image-too-large", found, path)


def raw_pixels(data: bytes, path: str, page: int = 0) -> NDArray[Any]:
    """Stored values of a mask: indices of a palette, not its colours; upright; no window.

    Shape (rows, columns) or (rows, columns, channels).

    Raises:
        RejectedItem: corrupt ``truncated-file``, ``not-an-image`` or ``no-such-page``.
    """
    return np.asarray(_load(open_image(data, path), path, page)[0])


def decode(
    data: bytes, path: str, *, page: int = 0, intensity: str = "", window: str = "soft tissue"
) -> Decoded:
    """A picture file in 8 bits.

    EXIF orientation is applied, palette, CMYK and YCbCr become RGB, alpha is laid on black.
    16 bits become 8 by the declared intensity (HU with an offset) or by percentiles of this
    picture; what was done is in ``window``.

    Raises:
        RejectedItem: as :func:`raw_pixels` and :func:`open_image`.
    """
    opened = open_image(data, path)
    kind, mode, many = opened.format or "", opened.mode, pages(opened, path) > 1
    image, turn = _load(opened, path, page)
    ready, encoding = None, "jpg" if kind == "JPEG" else "png"
    if turn == 1 and not many and mode in ("L", "RGB"):
        ready = strip_jpeg(data) if kind == "JPEG" else strip_png(data) if kind == "PNG" else None
    if image.mode in ("I;16", "I;16B", "I;16L", "I;16N", "I", "F"):
        pixels, text = to_8bit(np.asarray(image), intensity, window)
        return Decoded(pixels, pixels.shape, text, orientation=turn)
    note = ""
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        image, note = _flatten(image)
    if image.mode == "1":
        image = image.convert("L")
    elif image.mode not in ("L", "RGB"):
        image = image.convert("RGB")
    pixels = np.asarray(image)
    if ready is None and pixels.ndim == 3:
        pixels = grey_if_equal(pixels)
    return Decoded(pixels, (pixels.shape[0], pixels.shape[1]), note, ready, encoding, turn)


def undecoded(opened: Image.Image, data: bytes) -> Decoded | None:
    """A JPEG or PNG of one upright grey or RGB picture that is sound, without decoding it."""
    if opened.mode not in ("L", "RGB") or opened.format not in ("JPEG", "PNG"):
        return None
    if opened.width * opened.height > MAX_PIXELS:
        return None
    if opened.format == "JPEG":
        try:
            turned = opened.getexif().get(_ORIENTATION, 1) in range(2, 9)
        except _DECODER_ERRORS:
            return None
        ready = None if turned else strip_jpeg(data)
    else:  # Pillow would decode it to look for the orientation
        ready = None if b"eXIf" in data else strip_png(data)
    if ready is None or not is_sound(ready):
        return None
    encoding = "jpg" if opened.format == "JPEG" else "png"
    return Decoded(None, (opened.height, opened.width), "", ready, encoding)


def grey_if_equal(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """One channel of an RGB picture whose three channels are the same."""
    red = pixels[..., 0]
    if np.array_equal(red, pixels[..., 1]) and np.array_equal(red, pixels[..., 2]):
        return np.ascontiguousarray(red)
    return pixels


def _load(image: Image.Image, path: str, page: int) -> tuple[Image.Image, int]:
    """The decoded picture, upright, and the EXIF orientation it was stored with."""
    try:
        if page:
            image.seek(page)
        _bounded(image, path)
        image.load()
        turn = image.getexif().get(_ORIENTATION, 1)
        if turn not in range(2, 9):
            return image, 1
        return ImageOps.exif_transpose(image), int(turn)
    except EOFError:
        found = f"page {page} of {pages(image, path)}"
        raise RejectedItem("corrupt", "no-such-page", found, path) from None
    except Image.DecompressionBombError:
        raise _too_large(path) from None
    except _DECODER_ERRORS as error:
        raise RejectedItem("corrupt", "truncated-file", _reason(error), path) from None


def _flatten(image: Image.Image) -> tuple[Image.Image, str]:
    whole = image.convert("RGBA")
    if whole.getchannel("A").getextrema() == (255, 255):
        return whole.convert("RGB"), ""
    black = Image.new("RGBA", whole.size, (0, 0, 0, 255))
    return Image.alpha_composite(black, whole).convert("RGB"), "alpha on black"


def to_8bit(pixels: NDArray[Any], intensity: str, window: str) -> tuple[NDArray[np.uint8], str]:
    """Stored values as 8 bits: by the declared intensity, else by percentiles; and how."""
    pixels = np.ascontiguousarray(pixels)
    declared = declared_offset(intensity)
    if declared and declared[0] == "HU":
        hu = pixels.astype(np.int32) + int(declared[1])
        chosen = ct_window(window if window in CT_WINDOWS else "soft tissue")
        return chosen.apply(np.clip(hu, -32768, 32767).astype(np.int16)), chosen.text
    if pixels.dtype.kind in "iu" and pixels.size and int(pixels.min()) >= 0:
        peak = int(pixels.max())
        if peak <= 255 or (declared and declared[0] == "8-bit"):
            return pixels.clip(0, 255).astype(np.uint8), ""
        if peak <= 65535:
            pixels = pixels.astype(np.uint16)
    limits: Window = percentile_window(pixels)
    return limits.apply(pixels), limits.text


def _reason(error: Exception) -> str:
    return (str(error) or type(error).__name__)[:120]
