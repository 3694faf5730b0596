"""The toolchain by behaviour: digests of what the installed decoders and encoders do.

A library upgrade that changes no byte invalidates nothing, and a machine whose codecs differ is
seen before its chunks are mixed with another's. ``pixels`` covers decoding and resizing, ``bytes``
the encoders. The kernels are those that images go through in `read`.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import io
import zlib
from collections.abc import Callable, Mapping
from typing import Any, Final

from gmai_data.canonical import digest


@functools.cache
def probes() -> Mapping[str, str]:
    """``{"pixels": …, "bytes": …}``: 16 hex digits each."""
    found = each_probe()
    return {
        group: digest("probes", {k: v for k, v in found.items() if k.startswith(group)})[:16]
        for group in ("bytes", "pixels")
    }


@functools.cache
def each_probe() -> Mapping[str, str]:
    """Every probe by name, for `run.json`: a diff of two of them names the codec that changed."""
    import cv2
    import numpy as np

    cv2.setNumThreads(1)
    grey = _pattern(np, (96, 80))
    colour = np.stack([grey, grey[::-1], grey[:, ::-1]], axis=-1)
    wide = (grey.astype(np.float32) * 17.3 - 1024.0).astype(np.float32)
    jpeg = base64.b64decode(_JPEG)

    def pillow(image: Any, **options: Any) -> bytes:
        from PIL import Image

        sink = io.BytesIO()
        Image.fromarray(image).save(sink, **options)
        return sink.getvalue()

    def decoded_jpeg() -> bytes:
        from PIL import Image

        with Image.open(io.BytesIO(jpeg)) as image:
            return bytes(np.asarray(image.convert("RGB")).tobytes())

    def libdeflate() -> bytes:
        import deflate

        return bytes(deflate.zlib_compress(colour.tobytes(), 1))

    def resized(image: Any, size: tuple[int, int]) -> bytes:
        return bytes(cv2.resize(image, size, interpolation=cv2.INTER_AREA).tobytes())

    def pillow_resized() -> bytes:
        from PIL import Image

        image = Image.fromarray(colour)
        return bytes(image.resize((37, 53), Image.Resampling.LANCZOS).tobytes())

    kernels: dict[str, Callable[[], bytes]] = {
        "bytes.deflate": libdeflate,
        "bytes.jpeg.cv2": lambda: bytes(
            cv2.imencode(".jpg", colour, [cv2.IMWRITE_JPEG_QUALITY, 95])[1].tobytes()
        ),
        "bytes.jpeg.pillow": lambda: pillow(colour, format="JPEG", quality=95),
        "bytes.png.pillow": lambda: pillow(colour, format="PNG"),
        "pixels.area.f32": lambda: resized(wide, (37, 53)),
        "pixels.area.u8": lambda: resized(colour, (37, 53)),
        "pixels.clip": lambda: (
            (np.clip((wide + 160) / 400, 0, 1) * 255 + 0.5).astype(np.uint8).tobytes()
        ),
        "pixels.inflate": lambda: zlib.decompress(zlib.compress(grey.tobytes())),
        "pixels.jpeg.cv2": lambda: bytes(
            np.asarray(cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR)).tobytes()
        ),
        "pixels.jpeg.pillow": decoded_jpeg,
        "pixels.lanczos": pillow_resized,
        "pixels.percentile": lambda: np.percentile(wide, [0.5, 99.5]).round(4).tobytes(),
    }
    return {name: hashlib.sha256(kernel()).hexdigest()[:16] for name, kernel in kernels.items()}


def _pattern(np: Any, shape: tuple[int, int]) -> Any:
    """Integer texture with edges and noise, without a random generator or a float function."""
    y, x = np.indices(shape, dtype=np.uint32)
    noise = (x * 2654435761 + y * 40503) >> 7
    return ((x * y + (x // 8 + y // 8) % 2 * 97 + noise % 23) % 256).astype(np.uint8)


# 24 x 16 pixels, 4:2:0, quality 80
_JPEG: Final = (
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYW"
    "ICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo"
    "KCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAQABgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcI"
    "CQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRol"
    "JicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ip"
    "qrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAA"
    "AAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLR"
    "ChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaX"
    "mJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEA"
    "PwDnvDsWwL8rH6Hiu48OT7NvL14zo++3wUZ1Pqv0x/jXs2lz7McvRXwEaEatqWunX1trb9PvBcOf2dbT2vtf+3bcv/gV"
    "73PKLEX2jSpFqFvNbvx99cclVfH+9tdCR1GecUVet9enuGV7i4eRuOp74AyPfAHPfFFcWP4clCrab18l/wAEqOUfWFz/"
    "AFLm8+a1/lyu33s//9k="
)
