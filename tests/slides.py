"""Small and very large whole slides for tests: tiled TIFF with a pyramid."""

import struct
import zlib

import numpy as np


def write_pyramid(path, pixels, mpp=0.5, levels=(1, 2, 4, 8)):
    """A slide of RGB or grey pixels; coarser levels by nearest pixel."""
    import tifffile

    path.parent.mkdir(parents=True, exist_ok=True)
    grey = pixels.ndim == 2
    with tifffile.TiffWriter(path) as out:
        for step in levels:
            out.write(
                np.ascontiguousarray(pixels[::step, ::step]), tile=(256, 256), compression="zlib",
                photometric="minisblack" if grey else "rgb", metadata=None,
                resolution=(10000 / mpp / step,) * 2, resolutionunit="CENTIMETER",
                subfiletype=1 if step > 1 else 0,
            )  # fmt: skip


def write_huge(path, side=60_000, mpp=0.25, levels=8):
    """A slide of ``side`` pixels whose tiles are all the same one: a few hundred kilobytes.

    Every directory of the TIFF points to one compressed tile of pink noise.
    """
    tile = np.random.default_rng(0).integers(0, 60, (256, 256, 3), np.uint8)
    tile += np.array([180, 90, 150], np.uint8)
    packed = zlib.compress(tile.tobytes(), 1)
    out = bytearray(b"II" + struct.pack("<HI", 42, 0) + packed)
    link = 4
    for level in range(levels):
        here = side >> level
        count = (-(-here // 256)) ** 2
        offsets, sizes, bits, resolution = [], [], [], []
        for values, kind in ((offsets, 8), (sizes, len(packed))):
            values.append(len(out))
            out += struct.pack("<I", kind) * count
        bits.append(len(out))
        out += struct.pack("<HHH", 8, 8, 8)
        resolution.append(len(out))
        out += struct.pack("<II", round(10000 / (mpp * 2**level)), 1)
        entries = [
            (254, 4, 1, 1 if level else 0), (256, 4, 1, here), (257, 4, 1, here),
            (258, 3, 3, bits[0]), (259, 3, 1, 8), (262, 3, 1, 2), (277, 3, 1, 3),
            (282, 5, 1, resolution[0]), (283, 5, 1, resolution[0]), (284, 3, 1, 1),
            (296, 3, 1, 3), (322, 3, 1, 256), (323, 3, 1, 256), (324, 4, count, offsets[0]),
            (325, 4, count, sizes[0]),
        ]  # fmt: skip
        out += bytes(len(out) % 2)
        out[link : link + 4] = struct.pack("<I", len(out))
        out += struct.pack("<H", len(entries))
        for tag, kind, number, value in entries:
            out += struct.pack("<HHI", tag, kind, number)
            single = kind == 3 and number == 1
            out += struct.pack("<HH", value, 0) if single else struct.pack("<I", value)
        link = len(out)
        out += bytes(4)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes(out))
