"""Tags by the fast walk are those that pydicom reads, over every file at hand and made-up ones."""

import importlib.util
import io
import logging
import random
import struct
import warnings
from pathlib import Path

import nibabel
import pydicom
import pydicom.data
import pytest
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian

from gmai_data.errors import RejectedItem
from gmai_data.grammar.dicom_headers import _text, header_tags
from gmai_data.grammar.dicom_scan import scan_tags

INSIDE = Path(pydicom.data.__file__).parent
ROOTS = [INSIDE, Path(nibabel.__file__).parent / "nicom"]
found = importlib.util.find_spec("data_store")
if found is not None and found.origin:
    ROOTS.append(Path(found.origin).parent)
NAMES = ["PatientID", "SeriesInstanceUID", "Modality", "SOPInstanceUID", "ImageType"]


def by_pydicom(data):
    """Public elements of a header, or None where pydicom reads none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            header = pydicom.dcmread(io.BytesIO(data), stop_before_pixels=True)
            return {e.tag: (e.keyword, _text(e.value)) for e in header if e.keyword
                    and e.tag.group >= 8}  # fmt: skip
        except Exception:  # noqa: BLE001 (a damaged file may fail in any way)
            return None


def test_every_tag_of_every_real_file_is_what_pydicom_says():
    logging.disable(logging.CRITICAL)
    try:
        files = walked = tags = 0
        for root in ROOTS:
            for path in sorted(p for p in root.rglob("*") if p.is_file() and p.suffix != ".py"):
                data = path.read_bytes()
                known = by_pydicom(data)
                if not known:
                    continue
                files += 1
                answered = 0
                for tag, (keyword, text) in known.items():
                    said = scan_tags(data, {int(tag): keyword})
                    if said is not None:
                        assert said == {keyword: text}, (path.name, keyword)
                        answered += 1
                walked += bool(answered)
                tags += answered
    finally:
        logging.disable(logging.NOTSET)
    assert files >= 170
    assert walked >= 0.8 * files  # the rest is big endian, deflated or without a preamble
    assert tags >= 5000


def made_up(rng):
    """A header with random values, sequences of both lengths and odd padding."""
    header = Dataset()
    header.SOPClassUID = "1.2.840.10008.5.1.4.1.1.2"
    header.SOPInstanceUID = f"1.2.{rng.randrange(10**9)}"
    header.Modality = rng.choice(["CT", "MR", "", " CT", "C T"])
    header.PatientID = rng.choice(["a", "a ", " a b", "", "x" * 64, "Müller"])
    header.ImageType = rng.choice([["ORIGINAL", "PRIMARY"], "DERIVED", ["A", "", "B"]])
    header.SeriesDescription = rng.choice(["t1 ", "a\\b", "", "é"])
    header.SliceThickness = rng.choice(["1.50", "-3", "", "1e1", " 2 ", "+4", ".5"])
    header.InstanceNumber = rng.choice(["7", "007", "", "-3", " 5"])
    header.WindowCenter = rng.choice([["40", "400"], "40", None])
    header.Rows = rng.choice([1, 65535])
    header.ImageComments = rng.choice(["one\\two", " lead", "end  ", ""])
    header.SpecificCharacterSet = rng.choice(["ISO_IR 100", "ISO_IR 192", "ISO_IR 6"])
    header.PatientName = rng.choice(["Doe^Jane", "", "A^B^^^"])
    item, inner = Dataset(), Dataset()
    inner.CodeValue = "x" * rng.randrange(6)
    item.ConceptNameCodeSequence = Sequence([inner] * rng.randrange(3))
    item.is_undefined_length_sequence_item = rng.random() < 0.5
    header.ReferencedStudySequence = Sequence([item] * rng.randrange(3))
    header["ReferencedStudySequence"].is_undefined_length = rng.random() < 0.5
    if rng.random() < 0.5:
        block = header.private_block(0x0009, "made up", create=True)
        block.add_new(0x01, "UN", b"\xfe\xff\x00\xe0" * rng.randrange(9))
    header.file_meta = FileMetaDataset()
    header.file_meta.TransferSyntaxUID = rng.choice([ExplicitVRLittleEndian,
                                                     ImplicitVRLittleEndian])  # fmt: skip
    stream = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        header.save_as(stream, enforce_file_format=True)
    return stream.getvalue()


def test_made_up_headers_read_the_same_and_cut_ones_are_left_to_pydicom():
    rng = random.Random(7)
    walked = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for _ in range(300):
            data = made_up(rng)
            known = by_pydicom(data)
            for tag, (keyword, text) in known.items():
                said = scan_tags(data, {int(tag): keyword})
                assert said is None or said == {keyword: text}, keyword
                walked += said is not None
            cut = data[: rng.randrange(len(data))]
            for tag, (keyword, text) in known.items():
                said = scan_tags(cut, {int(tag): keyword})
                assert said is None or said == {keyword: text}
    assert walked > 2000


def rule_of(data):
    """The rule by which a file is refused; "" for one that is read."""
    try:
        header_tags(data, io.BytesIO(data), "x.dcm", NAMES)
    except RejectedItem as reason:
        return reason.rule
    return ""


@pytest.mark.parametrize("seed", range(4))
def test_damaged_headers_never_crash(seed):
    rng = random.Random(seed)
    rules = set()
    for _ in range(400):
        data = bytearray(made_up(rng))
        for _ in range(rng.randrange(1, 4)):
            data[rng.randrange(132, len(data))] = rng.randrange(256)
        rules.add(rule_of(bytes(data)))
    assert rules <= {"", "not-dicom", "broken-header", "not-a-picture"}


def test_headers_longer_than_the_first_bytes_are_read_to_their_end():
    data = made_up(random.Random(3))
    names = ["SOPInstanceUID", "Rows"]
    whole = header_tags(data, io.BytesIO(data), "x", names)
    assert header_tags(data[:200], io.BytesIO(data), "x", names) == whole


@pytest.mark.parametrize("name", ["DICOMDIR", "DICOMDIR-bigEnd", "DICOMDIR-implicit"])
def test_a_dicomdir_is_left_out_by_name(name):
    data = (INSIDE / "test_files" / "dicomdirtests" / name).read_bytes()
    with pytest.raises(RejectedItem) as caught:
        header_tags(data, io.BytesIO(data), name, NAMES)
    assert (caught.value.kind, caught.value.rule) == ("policy", "not-a-picture")


def test_what_is_no_dicom_and_what_is_cut_off_in_the_file_meta_are_named():
    assert rule_of(b"hello") == "not-dicom"
    assert rule_of(bytes(128) + b"DICM") in ("", "not-dicom", "broken-header")
    assert scan_tags(bytes(128) + b"DICM" + struct.pack("<HH", 2, 0), {}) is None


def test_a_walk_reads_the_first_bytes_alone():
    path = get_testdata_file("CT_small.dcm")
    with open(path, "rb") as stream:
        head = stream.read(8192)
    assert header_tags(head, None, path, NAMES)["Modality"] == "CT"
