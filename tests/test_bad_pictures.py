"""Broken, odd and hostile picture files: right pixels, or a rejection with a name and a rule."""

import io
import os
import random
import struct
import subprocess
import sys
import zipfile

import numpy as np
import pytest
from PIL import Image

from gmai_data import Files
from gmai_data.errors import RejectedItem
from gmai_data.read.image import decode, raw_pixels
from gmai_data.roots import Root, read_bytes
from gmai_data.testing import write_tar_gz
from tests.read_cases import read, source_of

COLOUR = np.random.default_rng(0).integers(0, 255, (30, 40, 3)).astype(np.uint8)
SOURCE = source_of(modality="Dermoscopy", cases=Files("{n}.png"))


def saved(image, fmt, **options):
    sink = io.BytesIO()
    image.save(sink, fmt, **options)
    return sink.getvalue()


def stored(picture):
    return np.asarray(Image.open(io.BytesIO(picture.image)))


def test_a_jpeg_called_png_is_read_as_what_it_is(tmp_path):
    data = saved(Image.fromarray(COLOUR), "JPEG", quality=95)
    (tmp_path / "a.png").write_bytes(data)
    (picture,) = read(tmp_path, SOURCE, "a.png")
    assert picture.slice.encoding == "jpg"
    assert np.array_equal(stored(picture), np.asarray(Image.open(io.BytesIO(data))))


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "tiff_adobe_deflate", "packbits"])
@pytest.mark.parametrize("mode", ["L", "RGB", "I;16"])
def test_tiff_of_every_lossless_compression_keeps_its_pixels(compression, mode):
    deep = COLOUR[..., 0].astype(np.uint16) * 250
    image = Image.fromarray(deep) if mode == "I;16" else Image.fromarray(COLOUR).convert(mode)
    data = saved(image, "TIFF", compression=compression)
    assert np.array_equal(raw_pixels(data, "a.tif"), np.asarray(image))


def test_a_tiled_tiff_and_its_pages_are_read(tmp_path):
    tifffile = pytest.importorskip("tifffile")
    with tifffile.TiffWriter(tmp_path / "a.tif") as out:
        for k in range(3):
            out.write(np.roll(COLOUR, k, 0), tile=(16, 16), compression="zlib", photometric="rgb")
    pictures = read(tmp_path, SOURCE, "a.tif")
    assert [p.slice.index for p in pictures] == [0, 1, 2]
    assert all(np.array_equal(stored(p), np.roll(COLOUR, k, 0)) for k, p in enumerate(pictures))


def test_cmyk_of_adobe_is_not_inverted():
    red = Image.new("CMYK", (16, 16), (0, 255, 255, 0))
    for data, name in ((saved(red, "JPEG"), "a.jpg"), (saved(red, "TIFF"), "a.tif")):
        decoded = decode(data, name)
        assert decoded.ready is None
        assert decoded.pixels[8, 8, 0] > 240
        assert decoded.pixels[8, 8, 1:].max() < 15


def test_a_camera_picture_with_a_preview_is_one_picture(tmp_path):
    big, small = Image.fromarray(COLOUR), Image.fromarray(COLOUR[::2, ::2])
    data = saved(big, "MPO", save_all=True, append_images=[small])
    assert Image.open(io.BytesIO(data)).format == "MPO"
    (tmp_path / "a.jpg").write_bytes(data)
    (picture,) = read(tmp_path, SOURCE, "a.jpg")
    assert (picture.slice.count, picture.slice.width) == (1, 40)


def test_one_pixel_is_a_picture(tmp_path):
    Image.fromarray(COLOUR[:1, :1]).save(tmp_path / "a.png")
    (picture,) = read(tmp_path, SOURCE, "a.png")
    assert (picture.slice.width, picture.slice.height) == (1, 1)


def tiff_of(width, height):
    """A TIFF that says it has that many pixels and holds none."""
    entries = [(256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1),
               (273, 4, 8), (277, 3, 1), (278, 4, height), (279, 4, 1)]  # fmt: skip
    body = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + body + bytes(4)


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "not-an-image: an empty file"),
        (b"<html>404 Not Found</html>", "not-an-image: 26 bytes that no decoder knows"),
        (b"\x89PNG\r\n\x1a\n", "not-an-image|truncated-file"),
        (tiff_of(60_000, 60_000), "image-too-large"),
        (tiff_of(0, 10), "not-an-image|truncated-file"),
        (b"GIF89a" + struct.pack("<HHBBB", 65535, 65535, 0, 0, 0) + b",", "image-too-large|not-an"),
    ],
)
def test_what_is_no_picture_is_refused_by_name_and_rule(tmp_path, data, rule):
    (tmp_path / "a.tif").write_bytes(data)
    with pytest.raises(RejectedItem, match=rule) as caught:
        read(tmp_path, SOURCE, "a.tif")
    assert caught.value.path == "a.tif"


def test_a_page_larger_than_the_first_is_not_a_way_around_the_limit(monkeypatch):
    from gmai_data.read import image

    monkeypatch.setattr(image, "MAX_PIXELS", 1000)
    small, large = Image.new("L", (10, 10)), Image.new("L", (60, 60))
    data = saved(small, "TIFF", save_all=True, append_images=[large])
    assert raw_pixels(data, "a.tif").shape == (10, 10)
    with pytest.raises(RejectedItem, match="image-too-large"):
        raw_pixels(data, "a.tif", 1)


def test_no_change_of_bytes_makes_a_decoder_fail_otherwise_than_by_rejection(capfd):
    rng = random.Random(0)
    sources = [
        saved(Image.fromarray(COLOUR).convert(mode), fmt, **options)
        for fmt, mode, options in (
            ("PNG", "RGB", {}), ("PNG", "P", {}), ("JPEG", "RGB", {}), ("JPEG", "CMYK", {}),
            ("TIFF", "RGB", {"compression": "tiff_lzw"}), ("TIFF", "L", {}), ("BMP", "P", {}),
            ("GIF", "P", {}), ("WEBP", "RGB", {}), ("PPM", "RGB", {}), ("JPEG2000", "RGB", {}),
        )
    ]  # fmt: skip
    good = 0
    for _ in range(1500):
        data = bytearray(rng.choice(sources))
        for _ in range(rng.choice((1, 3, 12))):
            data[rng.randrange(min(len(data), rng.choice((64, 4000))))] = rng.randrange(256)
        cut = bytes(data[: rng.randrange(len(data))] if rng.random() < 0.2 else data)
        try:
            decode(cut, "x")
            good += 1
        except RejectedItem as error:
            assert error.path == "x"  # noqa: PT017 - what is not rejected is decoded
    assert good > 100
    capfd.readouterr()  # libtiff says what it found on the error stream


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    from gmai_data import roots

    monkeypatch.setattr(roots, "MAX_MEMBER_BYTES", 1 << 20)
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.png", bytes(1 << 22))
    write_tar_gz(tmp_path / "x.tar.gz", {"a.png": bytes(1 << 22)})
    made = {"a": Root("a", str(tmp_path))}
    for archive in ("x.zip", "x.tar.gz"):
        with pytest.raises(RejectedItem, match="archive-bomb: 4194304 bytes"):
            read_bytes(made, "a", f"{archive}!a.png")


@pytest.mark.slow
def test_a_large_picture_is_refused_without_the_memory_it_would_need(tmp_path):
    """In a process of its own: 60,000 x 60,000 pixels must not be allocated."""
    (tmp_path / "a.tif").write_bytes(tiff_of(60_000, 60_000))
    code = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))\n"
        "from gmai_data.read.image import decode\n"
        "from gmai_data.errors import RejectedItem\n"
        "try:\n decode(open(sys.argv[1], 'rb').read(), 'a.tif')\n"
        "except RejectedItem as error:\n print(error.rule)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.tif")], capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": os.getcwd()}, check=False,
    )  # fmt: skip
    assert done.stdout.strip() == "image-too-large", done.stderr[-500:]
