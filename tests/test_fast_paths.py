"""Every fast path against the library it stands in for, over many small made-up files."""

import gzip
import io
import itertools
import struct
import warnings
import zlib

import cv2
import nibabel
import numpy as np
import pydicom
import pytest
from isal import isal_zlib
from PIL import Image
from pydicom.data import get_testdata_files
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.pixels import apply_modality_lut, pixel_array
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRBigEndian, ExplicitVRLittleEndian, ImplicitVRLittleEndian

from gmai_data.errors import RejectedItem
from gmai_data.read.choose import is_blank
from gmai_data.read.dicom import frame, modality_values, open_dicom
from gmai_data.read.dicom_walk import native_frame, walk_dicom
from gmai_data.read.encode import pixels_sha256, png
from gmai_data.read.geometry import Cut
from gmai_data.read.intensity import to_8bit
from gmai_data.read.pass_through import is_sound, strip_jpeg, strip_png
from gmai_data.read.slicing import upright
from gmai_data.read.volume import load_volume

KINDS = ("u1", "i1", "u2", "i2", "u4", "i4", "f4", "f8", "i8")
SCALES = ((1.0, 0.0), (1.0, -1024.0), (2.0, 0.0), (0.5, 3.25), (0.0, 0.0), (-1.0, 100.0),
          (300.0, 5.0))  # fmt: skip
MAPS = [
    (order, signs)
    for order in itertools.permutations(range(3))
    for signs in itertools.product((1, -1), repeat=3)
]  # the 48 axis orientations


def made_nifti(rng, number):
    """A random small NIfTI as bytes, and how it was made."""
    kind = np.dtype(KINDS[number % len(KINDS)]).newbyteorder("<>"[number // 9 % 2])
    shape = tuple(rng.integers(1, 7, size=int(rng.integers(3, 5))).tolist())
    if kind.kind == "f":
        data = rng.normal(0, 300, shape).astype(kind)
        if number % 5 == 0:
            data.reshape(-1)[:: max(1, data.size // 4)] = np.nan
    else:
        # 64-bit values beyond a double's whole numbers are in no image
        limits = np.iinfo(np.dtype(f"{kind.kind}{min(kind.itemsize, 4)}"))
        data = rng.integers(limits.min, limits.max, shape, endpoint=True).astype(kind)
    order, signs = MAPS[number % len(MAPS)]
    affine = np.zeros((4, 4))
    sizes = rng.uniform(0.4, 5.0, 3).round(3)
    for column, (row, sign) in enumerate(zip(order, signs, strict=True)):
        affine[row, column] = sign * sizes[column]
    affine[:3, 3] = rng.uniform(-300, 300, 3).round(3)
    affine[3, 3] = 1.0
    two = number % 11 == 0
    made = nibabel.Nifti2Header if two else nibabel.Nifti1Header
    header = made(endianness="<>"[number // 9 % 2])
    header.set_data_dtype(kind)
    header.set_data_shape(shape)
    header.set_zooms((*sizes, 1.0)[: len(shape)])
    header.set_sform(affine, 1)
    scale = SCALES[number % len(SCALES)] if number % 3 else (1.0, 0.0)
    header["scl_slope"], header["scl_inter"] = scale  # a slope of 0 means: not scaled
    start = (544 if two else 352) + 16 * int(number % 4)
    header["vox_offset"] = start
    raw = bytearray(header.binaryblock)
    raw += bytes(start - len(raw))
    raw += data.astype(kind).tobytes(order="F")
    return bytes(raw)


def stored_as(raw, number):
    """The bytes plain, gzipped at some level, or as several gzip members; and the suffix."""
    way = number % 4
    if way == 0:
        return raw, ".nii"
    if way == 1:
        return gzip.compress(raw, number % 10, mtime=0), ".nii.gz"
    if way == 2:
        cut = 1 + number * 37 % (len(raw) - 1)
        return gzip.compress(raw[:cut], 6) + gzip.compress(raw[cut:], 1), ".nii.gz"
    return b"".join(gzip.compress(raw[i : i + 700]) for i in range(0, len(raw), 700)), ".nii.gz"


def test_volumes_are_those_that_nibabel_reads(tmp_path):
    rng = np.random.default_rng(1)
    compared = 0
    for number in range(1500):
        data, suffix = stored_as(made_nifti(rng, number), number)
        path = tmp_path / f"v{suffix}"
        path.write_bytes(data)
        reference = nibabel.load(str(path))
        expected = np.asanyarray(reference.dataobj)
        shape = expected.shape
        while len(shape) > 3 and shape[-1] == 1:
            shape = shape[:-1]
        expected = expected.reshape(shape).T
        found = load_volume(str(path), "v")
        what = f"number {number}: {reference.header.get_data_dtype()} {shape} {suffix}"
        assert found.array.shape == expected.shape, what
        assert found.array.dtype.isnative, what
        if found.array.dtype.kind in "iu":
            assert np.array_equal(found.array, expected), what
        else:
            with np.errstate(over="ignore", invalid="ignore"):
                same = np.isclose(found.array, expected, rtol=3e-6, atol=1e-4, equal_nan=True)
            assert same.all(), what
        lps = reference.affine * np.array([[-1.0], [-1.0], [1.0], [1.0]])
        assert np.allclose(found.grid.affine, lps[:, [2, 1, 0, 3]], atol=1e-4), what
        compared += 1
    assert compared == 1500


def test_what_follows_the_first_gzip_member_is_never_overlooked(tmp_path):
    image = nibabel.Nifti1Image(np.arange(24, dtype=np.int16).reshape(2, 3, 4), np.eye(4))
    raw = image.to_bytes()
    one, other = gzip.compress(raw, mtime=0), gzip.compress(raw[::-1], mtime=0)
    path = tmp_path / "v.nii.gz"
    path.write_bytes(one + bytes(8))  # padded to a block of tape
    assert load_volume(str(path), "v").array.shape == (4, 3, 2)
    path.write_bytes(one + other)  # as long as the first: its length alone does not give it away
    with pytest.raises(RejectedItem) as error:
        load_volume(str(path), "v")
    assert error.value.rule == "data-size"


def test_a_cut_gzip_is_refused_and_never_padded(tmp_path):
    raw = made_nifti(np.random.default_rng(2), 3)
    data = gzip.compress(raw, 6)
    path = tmp_path / "v.nii.gz"
    for end in range(len(data) // 3, len(data) - 9, 7):
        path.write_bytes(data[:end])
        with pytest.raises(RejectedItem):
            load_volume(str(path), "v")


def test_damaged_gzip_data_is_refused_or_read_and_nothing_else(tmp_path):
    rng = np.random.default_rng(11)
    values = rng.integers(0, 500, (20, 20, 20)).astype(np.int16)
    raw = nibabel.Nifti1Image(values, np.eye(4)).to_bytes()
    data = gzip.compress(raw, 6)
    path = tmp_path / "v.nii.gz"
    rules = set()
    for _ in range(500):
        damaged = bytearray(data)
        for at in rng.integers(10, len(data), 2).tolist():
            damaged[at] = int(rng.integers(0, 256))
        path.write_bytes(damaged)
        try:
            load_volume(str(path), "v")
        except RejectedItem as error:  # any other error is what must never happen
            rules.add(error.rule)
    assert rules >= {"truncated-file", "not-a-volume"}


def test_a_volume_that_claims_more_than_memory_is_refused(tmp_path):
    header = nibabel.Nifti1Header()
    header.set_data_dtype(np.int16)
    header.set_data_shape((3000, 3000, 3000))
    path = tmp_path / "v.nii.gz"
    path.write_bytes(gzip.compress(header.binaryblock + bytes(4)))
    with pytest.raises(RejectedItem) as error:
        load_volume(str(path), "v")
    assert error.value.rule == "volume-too-large"


@pytest.mark.slow
def test_voxels_beyond_4_gib_of_a_gzip_are_found(tmp_path):
    shape, frames = (512, 512, 128), 65  # 64 MiB a frame
    header = nibabel.Nifti1Header()
    header.set_data_dtype(np.int16)
    header.set_data_shape((*shape, frames))
    header.set_zooms((1.0, 1.0, 1.0, 1.0))
    header.set_sform(np.eye(4), 1)
    header["vox_offset"] = 352
    empty = gzip.compress(bytes(64 << 20), 1)
    last = np.zeros(shape, np.int16)
    last[3, 5, 7] = 4711
    path = tmp_path / "v.nii.gz"
    with path.open("wb") as file:
        file.write(gzip.compress(header.binaryblock + bytes(4)))
        for _ in range(frames - 1):
            file.write(empty)
        file.write(gzip.compress(last.tobytes(order="F"), 1))
    array = load_volume(str(path), "v", frame=frames - 1).array
    assert array[7, 5, 3] == 4711
    assert np.count_nonzero(array) == 1


def by_definition(pixels, low, high, invert):
    """The window as it is defined: cut off below, scale, round, saturate."""
    scale = 255.0 / max(high - low, 1e-6)
    values = np.maximum(pixels.astype(np.float64), np.ceil(low))
    grey = np.clip((values - low) * scale, 0, 255)
    return 255 - grey if invert else grey


@pytest.mark.parametrize("kind", ["u1", "u2", "i2"])
def test_windows_by_table_are_those_by_arithmetic(kind):
    rng = np.random.default_rng(3)
    limits = np.iinfo(kind)
    every = np.arange(limits.min, limits.max + 1).astype(kind)
    for number in range(200):
        low = float(rng.uniform(limits.min, limits.max).__round__(number % 3))
        high = low + float(rng.uniform(1, (limits.max - limits.min) / 2).__round__(number % 3))
        invert = bool(number % 2)
        side = 256 if kind != "u1" else 16
        found = to_8bit(every.reshape(side, -1), low, high, invert=invert).reshape(-1)
        expected = by_definition(every, low, high, invert)
        assert np.abs(found - expected).max() <= 0.51, (low, high, invert)
        inside = rng.permutation(every)[:240]
        for shape in ((10, -1), (-1,), (2, 4, -1)):
            part = to_8bit(inside.reshape(shape), low, high, invert=invert)
            assert np.array_equal(part.reshape(-1), found[inside.astype(np.int64) - limits.min])


def test_float_windows_put_what_is_no_number_to_black():
    values = np.array([[np.nan, -np.inf, np.inf], [0.0, 50.0, 100.0]], np.float32)
    assert to_8bit(values, 0.0, 100.0).tolist() == [[0, 0, 255], [0, 128, 255]]
    assert to_8bit(values.astype(np.float64), 0.0, 100.0).tolist()[0] == [0, 0, 255]


@pytest.mark.parametrize("flips", list(itertools.product((False, True), repeat=2)))
@pytest.mark.parametrize("turned", [False, True])
def test_grey_planes_are_turned_as_any_plane(flips, turned):
    rows, columns = (2, 1) if turned else (1, 2)
    cut = Cut(axis=0, row_axis=rows, column_axis=columns, flip_rows=flips[0],
              flip_columns=flips[1], plane="axial", tilt=0.0, orientation="", display="",
              spacing_mm=(1.0, 1.0), step_mm=1.0)  # fmt: skip
    for shape in ((5, 7), (1, 4), (4, 1)):
        plane = np.arange(np.prod(shape), dtype=np.uint8).reshape(shape)
        assert np.array_equal(upright(cut, plane), cut.turn(plane))


def test_pngs_of_every_size_decode_the_same_in_three_decoders():
    rng = np.random.default_rng(4)
    for number in range(300):
        shape = tuple(rng.integers(1, 70, 2).tolist()) + ((3,) if number % 2 else ())
        spread = int(rng.integers(1, 256))
        pixels = rng.integers(0, spread, shape).astype(np.uint8)
        data = png(pixels)
        with Image.open(io.BytesIO(data)) as image:
            assert np.array_equal(np.asarray(image), pixels)
        by_cv2 = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
        assert np.array_equal(by_cv2 if pixels.ndim == 2 else by_cv2[..., ::-1], pixels)
        size, kind = struct.unpack(">I4s", data[33:41])
        assert kind == b"IDAT"
        check = zlib.crc32(data[37 : 41 + size])
        assert struct.unpack(">I", data[41 + size : 45 + size])[0] == check
    assert isal_zlib.crc32(b"IDAT") == zlib.crc32(b"IDAT")


def test_digests_do_not_depend_on_the_memory_layout():
    pixels = np.random.default_rng(5).integers(0, 256, (40, 30), dtype=np.uint8)
    assert pixels_sha256(pixels[::-1]) == pixels_sha256(pixels[::-1].copy())
    assert pixels_sha256(pixels) != pixels_sha256(pixels[::-1])


def test_blank_pictures_are_those_of_one_commonest_grey():
    rng = np.random.default_rng(6)
    seen = set()
    for number in range(300):
        side = int(rng.integers(1, 300))
        picture = np.full((side, side), int(rng.integers(0, 256)), np.uint8)
        spots = rng.random((side, side)) < rng.choice([0, 0.001, 0.004, 0.01, 0.5])
        picture[spots] = rng.integers(0, 256, int(spots.sum()))
        looked = picture[::4, ::4] if side >= 256 else picture
        counts = np.bincount(looked.ravel(), minlength=256)
        mode = int(counts.argmax())
        rest = looked.size - counts[max(0, mode - 4) : mode + 5].sum()
        expected = int(looked.max()) - int(looked.min()) < 8 or rest < 0.005 * looked.size
        assert is_blank(picture) == expected, number
        seen.add(expected)
    assert seen == {True, False}


def read_by_pydicom(data, *, pixels=True):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pydicom.dcmread(io.BytesIO(data), stop_before_pixels=not pixels)


def public(header):
    return {element.tag: element for element in header if not element.tag.is_private}


def test_headers_of_real_files_are_those_that_pydicom_reads():
    walked = left = frames = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in sorted(set(get_testdata_files())):
            try:
                with open(name, "rb") as file:
                    data = file.read()
            except IsADirectoryError:
                continue
            for pixels in (True, False):
                header = walk_dicom(data, pixels=pixels)
                if header is None:
                    left += 1
                    continue
                reference = read_by_pydicom(data, pixels=pixels)
                assert public(header) == public(reference), name
                assert header.file_meta == reference.file_meta, name
                for element in reference:
                    if element.keyword and not element.tag.is_private:
                        again = header.get(element.keyword)
                        assert again == reference.get(element.keyword), (name, element.keyword)
                walked += 1
                picture = native_frame(header) if pixels else None
                if picture is not None:
                    expected = pixel_array(reference)
                    assert picture.dtype == expected.dtype, name
                    assert np.array_equal(picture, expected), name
                    frames += 1
    assert walked > 200
    assert left > 50  # big endian, deflated, broken: the reference's
    assert frames > 10


def made_dicom(rng, number):
    """A random small grey DICOM file in one of three codings, with sequences in sequences."""
    syntax = (ExplicitVRLittleEndian, ImplicitVRLittleEndian, ExplicitVRBigEndian)[
        0 if number % 5 < 3 else number % 5 - 2
    ]
    allocated = (8, 16)[number % 2]
    stored = int(rng.integers(1, allocated + 1)) if number % 3 else allocated
    signed = number // 2 % 2
    rows, columns = rng.integers(1, 9, 2).tolist()
    header = Dataset()
    header.file_meta = FileMetaDataset()
    header.file_meta.TransferSyntaxUID = syntax
    header.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.2"
    header.file_meta.MediaStorageSOPInstanceUID = f"1.2.3.{number + 1}"
    header.SOPClassUID = "1.2.840.10008.5.1.4.1.1.2"
    header.SOPInstanceUID = f"1.2.3.{number + 1}"
    if number % 4 == 0:
        header.SpecificCharacterSet = "ISO_IR 192"
        header.PatientName = "Müller^Jörg"
    header.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    header.ImagePositionPatient = rng.uniform(-200, 200, 3).round(4).tolist()
    header.add_new(0x00091001, "LO", "private")
    header.add_new(0x00180050, "DS", "" if number % 7 == 0 else "1.25")
    inner = Dataset()
    inner.CodeValue, inner.CodeMeaning = "T-A0100", "Brain"
    middle = Dataset()
    middle.AnatomicRegionSequence = Sequence([inner] * (number % 3))
    middle.PatientOrientation = ["L", "P"]
    middle.is_undefined_length_sequence_item = bool(number % 2)
    header.ReferencedImageSequence = Sequence([middle] * (number % 4))
    header["ReferencedImageSequence"].is_undefined_length = number % 5 in (1, 3, 4)
    header.Rows, header.Columns, header.SamplesPerPixel = rows, columns, 1
    header.BitsAllocated, header.BitsStored, header.HighBit = allocated, stored, stored - 1
    header.PixelRepresentation = signed
    header.PhotometricInterpretation = f"MONOCHROME{1 + number % 2}"
    header.RescaleSlope = str(rng.choice([1, 1, 2, -1, 0.5, 300]))
    header.RescaleIntercept = str(rng.choice([0, -1024, 100, -32768, 40000, 0.5]))
    noise = rng.integers(0, 256, rows * columns * allocated // 8 + 1, dtype=np.uint8).tobytes()
    size = rows * columns * allocated // 8
    header.PixelData = noise[: size + size % 2]
    header["PixelData"].VR = "OW" if allocated == 16 else "OB"
    out = io.BytesIO()
    header.save_as(out, enforce_file_format=True)
    return out.getvalue()


def test_made_up_dicom_files_are_those_that_pydicom_reads():
    rng = np.random.default_rng(7)
    walked = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for number in range(900):
            data = made_dicom(rng, number)
            reference = read_by_pydicom(data)
            expected = pixel_array(reference)
            header = open_dicom(data, "a.dcm")
            walked += walk_dicom(data) is not None
            assert public(header) == public(reference), number
            pixels = frame(header, 0, "a.dcm")
            assert pixels.dtype.newbyteorder("=") == expected.dtype.newbyteorder("="), number
            assert np.array_equal(pixels, expected), number
            values = modality_values(header, pixels, "a.dcm")
            assert np.allclose(values, apply_modality_lut(expected, reference)), number
    assert walked == 720  # all but the big endian ones


def test_a_cut_dicom_file_is_left_to_the_reference():
    data = made_dicom(np.random.default_rng(8), 1)
    for end in range(132, len(data) - 1):
        header = walk_dicom(data[:end])
        if header is not None:  # it ends between two elements
            assert "PixelData" not in header
            assert public(header) == public(read_by_pydicom(data[:end]))
        assert walk_dicom(data[:end], whole=False, pixels=False) is None or end > len(data) - 20
    for at in range(140, len(data) - 4, 5):  # a wrong length or tag anywhere never raises
        walk_dicom(data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :])


def test_only_the_wanted_elements_of_a_header_are_kept():
    data = made_dicom(np.random.default_rng(9), 40)
    tags = frozenset((0x00200032, 0x00280010))
    found = walk_dicom(data, pixels=False, tags=tags)
    assert set(map(int, found._dict)) == tags | {0x00080005}
    assert found.Rows == read_by_pydicom(data).Rows
    assert walk_dicom(data[:400], pixels=False, whole=False, tags=tags) is None  # it goes on


def made_picture(rng, number):
    """A small JPEG (baseline, progressive, restarts, subsampled) or PNG, and one in four whole."""
    mode = ("L", "RGB")[number % 2]
    width, height = rng.integers(1, 60, 2).tolist()
    shape = (height // 4 + 1, width // 4 + 1) + ((3,) if mode == "RGB" else ())
    image = Image.fromarray(rng.integers(0, 256, shape).astype(np.uint8)).resize((width, height))
    out = io.BytesIO()
    if number % 3 == 0:
        image.save(out, "PNG")
    else:
        given = {"restart_marker_blocks": 2} if number % 4 == 0 else {}
        image.save(out, "JPEG", quality=int(rng.integers(5, 100)), subsampling=number % 9 // 3,
                   optimize=number % 5 == 0, progressive=number % 7 == 0, **given)  # fmt: skip
    return out.getvalue()


def broken(rng, data, times):
    """The bytes with some of them changed, removed or added."""
    data = bytearray(data)
    for _ in range(times):
        at = int(rng.integers(0, len(data)))
        kind = int(rng.integers(0, 4))
        if kind == 0:
            data[at] = int(rng.integers(0, 256))
        elif kind == 1:
            data[at] = 0xFF
        elif kind == 2:
            del data[at : at + int(rng.integers(1, 20))]
        else:
            data[at:at] = bytes(rng.integers(0, 256, 3).tolist())
    return bytes(data)


def test_what_is_passed_through_undecoded_decodes_and_broken_files_do_not_pass():
    rng = np.random.default_rng(10)
    passed = whole = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for number in range(2400):
            data = made_picture(rng, number)
            damaged = broken(rng, data, number % 4)
            is_png = number % 3 == 0
            stripped = strip_png(damaged) if is_png else strip_jpeg(damaged)
            if stripped is None or not is_sound(stripped):
                assert number % 4 or (not is_png and number % 7 == 0), (
                    number
                )  # progressive: decoded
                continue
            passed += 1
            with Image.open(io.BytesIO(stripped)) as image:
                pixels = np.asarray(image)  # an error here is what must never happen
            if number % 4 == 0:
                with Image.open(io.BytesIO(data)) as image:
                    assert np.array_equal(pixels, np.asarray(image)), number
                whole += 1
    assert whole > 500
    assert passed > whole + 100
