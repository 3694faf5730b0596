import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis.extra.numpy import array_shapes, arrays
from PIL import Image, PngImagePlugin

from gmai_data.read.encode import fit, jpeg, pixels_sha256, png, resize
from gmai_data.read.pass_through import strip_jpeg, strip_png

grey = arrays(np.uint8, array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=40))


def decoded(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    return np.asarray(image)


@given(grey)
@settings(max_examples=100, deadline=None)
def test_a_grey_png_decodes_to_its_pixels(pixels):
    assert np.array_equal(decoded(png(pixels)), pixels)


@given(arrays(np.uint8, (7, 13, 3)))
@settings(max_examples=30, deadline=None)
def test_a_colour_png_decodes_to_its_pixels(pixels):
    assert np.array_equal(decoded(png(pixels)), pixels)


def photo(mode="RGB", size=(40, 30)):
    rng = np.random.default_rng(0)
    shape = (size[1], size[0], 3) if mode == "RGB" else (size[1], size[0])
    return Image.fromarray(rng.integers(0, 255, shape).astype(np.uint8))


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("progressive", [False, True])
def test_a_stripped_jpeg_has_the_same_pixels_and_no_metadata(mode, progressive):
    image = photo(mode)
    exif = image.getexif()
    exif[0x010E] = "Jane Doe 1970-01-01"
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif, comment=b"Jane Doe", progressive=progressive,
               icc_profile=b"Jane Doe" * 4)  # fmt: skip
    stripped = strip_jpeg(out.getvalue() + b"Jane Doe trailing")
    assert stripped is not None
    assert b"Jane" not in stripped
    assert len(stripped) < len(out.getvalue())
    assert np.array_equal(decoded(stripped), decoded(out.getvalue()))


def test_a_stripped_jpeg_keeps_the_marker_that_says_what_its_colours_are():
    out = io.BytesIO()
    photo().save(out, "JPEG", keep_rgb=True)  # RGB components, said by Adobe's marker
    stripped = strip_jpeg(out.getvalue())
    assert np.array_equal(decoded(stripped), decoded(out.getvalue()))


@pytest.mark.parametrize("cut", [2, 10, 200, -2])
def test_a_truncated_or_foreign_jpeg_is_not_passed_through(cut):
    out = io.BytesIO()
    photo().save(out, "JPEG")
    assert strip_jpeg(out.getvalue()[:cut]) is None
    assert strip_jpeg(b"not a jpeg at all") is None
    cmyk = io.BytesIO()
    photo().convert("CMYK").save(cmyk, "JPEG")
    assert strip_jpeg(cmyk.getvalue()) is None


def test_a_stripped_png_has_the_same_pixels_and_no_text():
    text = PngImagePlugin.PngInfo()
    text.add_text("Patient", "Jane Doe")
    out = io.BytesIO()
    photo("L").save(out, "PNG", pnginfo=text)
    stripped = strip_png(out.getvalue())
    assert b"Jane" in out.getvalue()
    assert b"Jane" not in stripped
    assert np.array_equal(decoded(stripped), decoded(out.getvalue()))


@pytest.mark.parametrize("mode", ["RGBA", "P", "I;16", "1"])
def test_a_png_that_is_not_8_bit_grey_or_rgb_is_not_passed_through(mode):
    out = io.BytesIO()
    image = photo("L")
    image = Image.fromarray(np.asarray(image).astype(np.uint16)) if mode == "I;16" else (
        image.convert(mode))  # fmt: skip
    image.save(out, "PNG")
    assert strip_png(out.getvalue()) is None


def test_png_bytes_are_a_valid_file_with_true_checksums():
    data = png(np.arange(12, dtype=np.uint8).reshape(3, 4))
    at = 8
    kinds = []
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        kinds.append(kind)
        body = data[at + 4 : at + 8 + size]
        assert zlib.crc32(body) == struct.unpack(">I", data[at + 8 + size : at + 12 + size])[0]
        at += 12 + size
    assert kinds == [b"IHDR", b"IDAT", b"IEND"]


def test_the_long_side_is_capped_and_spacing_grows_with_the_pixels():
    found = fit(2000, 1000, (0.5, 0.5), 1024)
    assert (found.width, found.height) == (512, 1024)
    assert found.spacing_mm == pytest.approx((0.976563, 0.976563), abs=1e-6)
    assert fit(2000, 1000, None, 0).width == 1000
    assert fit(300, 200, None, 1024).scale == 1.0


def test_unequal_spacing_becomes_square_pixels_at_the_finer_one():
    found = fit(40, 200, (5.0, 1.0), 1024)
    assert (found.width, found.height, found.spacing_mm) == (200, 200, (1.0, 1.0))
    assert (found.scale_x, found.scale_y) == (1.0, 5.0)


def test_nothing_is_enlarged_for_its_own_sake():
    pixels = np.zeros((10, 10), np.uint8)
    assert resize(pixels, 10, 10) is pixels


def test_digests_of_pixels_know_the_shape():
    flat = np.zeros((2, 6), np.uint8)
    assert pixels_sha256(flat) != pixels_sha256(flat.reshape(3, 4))


def test_a_jpeg_is_written_the_same_twice():
    pixels = np.asarray(photo())
    assert jpeg(pixels) == jpeg(pixels)
