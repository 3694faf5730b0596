"""Every file of pydicom, pydicom-data and nibabel's DICOM tests: read right or refused by name.

``pydicom_files.tsv`` is the whole table: package, file, what comes of it. Where a file is read,
its pictures, modality, plane and letters, size, millimetres and window; where it is not, class and
rule. Pixels are checked against files of the same picture in another coding, and known colours.
"""

import csv
import importlib.util
from pathlib import Path

import nibabel
import numpy as np
import pydicom.data
import pytest

from gmai_data import DicomSeries
from gmai_data.errors import RejectedItem
from gmai_data.read.dicom import frame, open_dicom
from tests.read_cases import read, source_of

INSIDE = Path(pydicom.data.__file__).parent
ROOTS = {
    "pydicom": INSIDE / "test_files",
    "charsets": INSIDE / "charset_files",
    "nibabel": Path(nibabel.__file__).parent / "nicom" / "tests" / "data",
}
found = importlib.util.find_spec("data_store")  # the package in the wheel of pydicom-data
if found is not None and found.origin:
    ROOTS["pydicom-data"] = Path(found.origin).parent / "data"
TABLE = Path(__file__).with_name("pydicom_files.tsv")
SOURCE = source_of(cases=DicomSeries("*"), pixels_checked="every file of the table, by eye")


def rows():
    with TABLE.open(encoding="utf-8") as stream:
        return [tuple(row) for row in csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)]


def outcome(root, name):
    """What comes of a file, as the table says it."""
    try:
        pictures = read(root, SOURCE, name)
    except RejectedItem as reason:
        return f"{reason.kind} {reason.rule}" if reason.path == name else f"of {reason.path}"
    s = pictures[0].slice
    words = [f"{len(pictures)} of {s.count}" if s.count > 1 else "1", s.modality or "-",
             f"{s.plane or '-'} {s.orientation or '-'}", f"{s.width}x{s.height}",
             "-" if s.spacing_mm is None else f"{s.spacing_mm[0]:g} {s.spacing_mm[1]:g} mm",
             s.window or "colour"]  # fmt: skip
    return ", ".join(words)


@pytest.mark.parametrize("package", sorted(ROOTS))
def test_every_file_is_in_the_table(package):
    root = ROOTS[package]
    there = {str(p.relative_to(root)) for p in root.rglob("*") if p.is_file()}
    listed = {name for where, name, _ in rows() if where == package}
    assert {n for n in there if "__pycache__" not in n} == listed


@pytest.mark.parametrize("package", ["charsets", "nibabel", "pydicom", "pydicom-data"])
def test_every_file_is_read_right_or_refused_with_its_reason(package):
    if package not in ROOTS:
        pytest.skip("pydicom-data is not installed")
    wrong = {}
    for where, name, expected in rows():
        if where == package:
            said = outcome(ROOTS[package], name)
            if said != expected:
                wrong[name] = said
    assert wrong == {}


def pixels(name, index=0):
    for root in ROOTS.values():
        if (root / name).exists():
            return frame(open_dicom((root / name).read_bytes(), name), index, name).astype(int)
    return pytest.skip("pydicom-data is not installed")


# the colour bars of the SC_rgb files, and how far lossy or subsampled codings may be off
BARS = [[255, 0, 0], [255, 128, 128], [0, 255, 0], [128, 255, 128], [0, 0, 255], [128, 128, 255],
        [0, 0, 0], [64, 64, 64], [192, 192, 192], [255, 255, 255]]  # fmt: skip
EXACT = [
    "SC_rgb_dcmtk_+eb+cr", "SC_rgb_gdcm_KY", "SC_rgb_jpeg_gdcm", "SC_rgb_rle",
    "SC_rgb_rle_16bit", "SC_rgb_rle_16bit_2frame", "SC_rgb_rle_2frame", "SC_rgb_rle_32bit",
    "SC_rgb_rle_32bit_2frame", "SC_rgb", "SC_rgb_16bit", "SC_rgb_16bit_2frame",
    "SC_rgb_2frame", "SC_rgb_32bit", "SC_rgb_32bit_2frame", "SC_rgb_dcmtk_ebcr_dcmd",
    "SC_rgb_expb", "SC_rgb_expb_16bit", "SC_rgb_expb_16bit_2frame", "SC_rgb_expb_2frame",
    "SC_rgb_expb_32bit", "SC_rgb_expb_32bit_2frame", "SC_rgb_gdcm2k_uncompressed",
]  # fmt: skip
NEAR = [
    "SC_rgb_dcmtk_+eb+cy+n1", "SC_rgb_dcmtk_+eb+cy+n2", "SC_rgb_dcmtk_+eb+cy+np",
    "SC_rgb_dcmtk_+eb+cy+s2", "SC_rgb_dcmtk_+eb+cy+s4", "SC_rgb_jls_lossy_line",
    "SC_rgb_jls_lossy_sample", "SC_rgb_jpeg_dcmtk", "SC_rgb_jpeg_lossy_gdcm",
    "SC_ybr_full_422_uncompressed", "SC_rgb_dcmtk_ebcyn1_dcmd", "SC_rgb_dcmtk_ebcyn2_dcmd",
    "SC_rgb_dcmtk_ebcynp_dcmd", "SC_rgb_dcmtk_ebcys2_dcmd", "SC_rgb_dcmtk_ebcys4_dcmd",
    "SC_ybr_full_uncompressed",
]  # fmt: skip


@pytest.mark.parametrize(("name", "off"), [*((n, 0) for n in EXACT), *((n, 5) for n in NEAR)])
def test_colours_are_converted_exactly_once(name, off):
    bars = pixels(f"{name}.dcm")[5::10, 50]
    assert np.abs(bars - BARS).max() <= off


TWINS = [
    ("OBXXXX1A", "OBXXXX1A_expb", 0), ("OBXXXX1A", "OBXXXX1A_rle", 0),
    ("OBXXXX1A_2frame", "OBXXXX1A_expb_2frame", 1), ("OBXXXX1A_2frame", "OBXXXX1A_rle_2frame", 1),
    ("US1_UNCR", "US1_J2KR", 0), ("US1_UNCI", "US1_J2KI", 0), ("693_UNCR", "693_J2KR", 0),
    ("693_UNCI", "693_J2KI", 0), ("MR2_UNCR", "MR2_J2KR", 0), ("MR2_UNCI", "MR2_J2KI", 0),
    ("RG1_UNCR", "RG1_J2KR", 0), ("RG1_UNCI", "RG1_J2KI", 0), ("RG3_UNCR", "RG3_J2KR", 0),
    ("RG3_UNCI", "RG3_J2KI", 0), ("gdcm-US-ALOKA-16", "gdcm-US-ALOKA-16_big", 0),
    ("color-pl", "color-px", 0), ("JPEG2000_UNC", "JPEG2000", 0),
    ("emri_small", "emri_small_RLE", 9),
    ("emri_small", "emri_small_jpeg_2k_lossless", 9), ("emri_small", "emri_small_big_endian", 9),
    ("emri_small", "emri_small_jpeg_ls_lossless", 4), ("rtdose", "rtdose_rle", 14),
    ("rtdose", "rtdose_expb", 14), ("SC_rgb_small_odd", "SC_rgb_small_odd_big_endian", 0),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "index"), TWINS)
def test_one_picture_in_two_codings_has_the_same_pixels(one, other, index):
    assert np.array_equal(pixels(f"{one}.dcm", index), pixels(f"{other}.dcm", index))
