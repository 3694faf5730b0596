"""Text in pictures: which lines may stay, and what OCR finds in real ultrasound."""

import importlib.util
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset

from gmai_data import DicomSeries
from gmai_data.config import ReadConfig
from gmai_data.errors import RejectedItem, UsageError
from gmai_data.read import burned_in
from gmai_data.read.burned_in import identifying, words_of
from gmai_data.testing import fake_dicom
from tests.read_cases import read, source_of

OCR = importlib.util.find_spec("rapidocr_onnxruntime") is not None
needs_ocr = pytest.mark.skipif(not OCR, reason="the extra phi is not installed")
READ_TEXT = ReadConfig(phi_ocr=True)
US = {"Modality": "US", "SOPClassUID": "1.2.840.10008.5.1.4.1.1.6.1", "BitsStored": 8,
      "HighBit": 7, "ImageType": ["ORIGINAL", "PRIMARY"]}  # fmt: skip


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("TIS0.4 MI 1.4", ""), ("Adult Echo", ""), ("49Hz", ""), ("16cm", ""), ("C5-1", ""),
        ("+ Asc Ao Diam 3.3 cm", ""), ("PHILIPS", ""), ("64%", ""), ("", ""),
        ("5/25/2011", "a date"), ("24-MAY-02", "a date"), ("20110525", "a date"),
        ("2:56:22 PM", "a time of day"), ("ID 4711081", "a long number"),
        ("BAPTIST MED CTR", "a word that no machine writes of itself"),
        ("DOE, JANE", "a word that no machine writes of itself"),
        ("王小明医院", "a word that no machine writes of itself"),
    ],
)  # fmt: skip
def test_what_a_machine_writes_of_itself_may_stay_and_nothing_else(line, kind):
    assert identifying(["MI 1.1", line]) == kind


def test_words_of_the_header_are_found_even_where_a_machine_could_write_them():
    header = Dataset()
    header.PatientName, header.PatientID = "Long^Kay", "A7"
    assert words_of(header) == ("kay", "long")
    assert identifying(["Long axis"]) == ""
    assert identifying(["Long axis"], words_of(header)) == "a name or number of the header"


def picture(text, size=30):
    image = Image.new("L", (640, 480))
    draw = ImageDraw.Draw(image)
    draw.ellipse((180, 120, 460, 420), fill=90)
    draw.text((20, 20), text, fill=230, font=ImageFont.load_default(size))
    return np.asarray(image)


def source(**known):
    return source_of(cases=DicomSeries("*"), modality="Ultrasound", **known)


def test_without_the_option_nothing_is_read_and_the_header_rule_holds(tmp_path, monkeypatch):
    monkeypatch.setattr(burned_in, "lines_of", lambda pixels: pytest.fail("read"))
    fake_dicom(tmp_path / "a", picture(""), **US)
    with pytest.raises(RejectedItem, match="nothing says that its pixels are clean"):
        read(tmp_path, source(), "a")


def test_the_option_without_the_extra_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "rapidocr_onnxruntime", None)
    burned_in._engine.cache_clear()
    fake_dicom(tmp_path / "a", picture(""), **US)
    with pytest.raises(UsageError, match=r"gmai-data\[phi\]"):
        read(tmp_path, source(), "a", config=READ_TEXT)


def test_what_is_declared_burned_in_is_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr(burned_in, "lines_of", lambda pixels: pytest.fail("read"))
    fake_dicom(tmp_path / "a", picture(""), BurnedInAnnotation="YES", **US)
    with pytest.raises(RejectedItem, match="BurnedInAnnotation is YES"):
        read(tmp_path, source(), "a", config=READ_TEXT)


@needs_ocr
@pytest.mark.parametrize(
    ("text", "stays"),
    [("", True), ("MI 1.1  TIS 0.4", True), ("Doe, Jane", False), ("25/05/2011", False)],
)
def test_a_made_up_banner_is_read(tmp_path, text, stays):
    fake_dicom(tmp_path / "a", picture(text), **US)
    if stays:
        assert len(read(tmp_path, source(), "a", config=READ_TEXT)) == 1
        return
    with pytest.raises(RejectedItem, match="burned-in-identity") as caught:
        read(tmp_path, source(), "a", config=READ_TEXT)
    assert "Jane" not in caught.value.value


@needs_ocr
@pytest.mark.slow
@pytest.mark.parametrize("name", ["examples_palette.dcm", "examples_rgb_color.dcm"])
def test_real_ultrasound_with_a_hospital_or_a_date_is_refused(name):
    folder = Path(get_testdata_file(name))
    with pytest.raises(RejectedItem, match=r"burned-in-identity: .* is written in it"):
        read(folder.parent, source(), name, config=READ_TEXT)
