"""Known answers that no other file of tests holds, and the table that says which test holds each.

``known_answers.tsv`` has the sixty known answers of the radiology notes by number: each names the
tests that hold it, as file::function.
"""

import ast
import csv
from pathlib import Path

import cv2
import numpy as np
import pytest
import SimpleITK as sitk
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from gmai_data import Boxes, DicomSeries, Flags, Mask
from gmai_data.declare import CHEXPERT, label_parts
from gmai_data.errors import RejectedItem
from gmai_data.find import load
from gmai_data.grammar.names import bind_name
from gmai_data.read.dicom import frame, modality_values, open_dicom, padding
from gmai_data.read.dicom_flat import pixel_mm, to_picture
from gmai_data.read.geometry import cross, letters, plane_of
from gmai_data.schema import Annotation
from gmai_data.testing import fake_dicom
from gmai_data.words.bind import bind
from gmai_data.words.facts import facts_of
from tests.read_cases import annotation, read, source_of
from tests.words_cases import a_case, a_slice, source

TABLE = Path(__file__).with_name("known_answers.tsv")


def test_every_known_answer_is_held_by_tests_that_are_there() -> None:
    with TABLE.open(encoding="utf-8") as stream:
        rows = list(csv.reader(stream, delimiter="\t"))
    assert [int(number) for number, _ in rows] == list(range(1, 61))
    wanted = {held for _, tests in rows for held in tests.split()}
    files = {held.split("::")[0] for held in wanted}
    there = {
        f"{name}::{node.name}"
        for name in files
        for node in ast.walk(ast.parse(Path(__file__).with_name(name).read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }
    assert wanted <= there


def path_of(name: str) -> Path:
    """A file of pydicom or pydicom-data; its tests are left out where that is not installed."""
    found = get_testdata_file(name, download=False)
    return Path(found) if found else pytest.skip("pydicom-data is not installed")


def opened(name: str):
    return open_dicom(path_of(name).read_bytes(), name)


def pictures_of(name: str, modality: str = "CT"):
    path = path_of(name)
    return read(path.parent, source_of(cases=DicomSeries("*"), modality=modality), path.name)


# 1, 2, 3, 4, 5
@pytest.mark.parametrize(
    ("name", "turn", "plane", "tilt"),
    [
        ("CT_small.dcm", "L\\P", "axial", 0.0),
        ("J2K_pixelrep_mismatch.dcm", "L\\PF", "axial", 22.0),
        ("MR2_UNCR.dcm", "PL\\F", "sagittal", 34.7),
        ("eCT_Supplemental.dcm", "R\\P", "axial", 0.0),
        ("explicit_VR-UN.dcm", "L\\A", "axial", 0.0),
    ],
)
def test_letters_plane_and_tilt_of_real_files(
    name: str, turn: str, plane: str, tilt: float
) -> None:
    header = opened(name)
    groups = header.get("SharedFunctionalGroupsSequence")
    holder = groups[0].PlaneOrientationSequence[0] if groups else header
    cosines = [float(v) for v in holder.ImageOrientationPatient]
    assert f"{letters(cosines[:3])}\\{letters(cosines[3:])}" == turn
    normal = cross(cosines[:3], cosines[3:])
    assert plane_of(normal)[:2] == (plane, pytest.approx(tilt, abs=0.1))
    if name == "explicit_VR-UN.dcm":
        assert normal == (0, 0, -1)


# 1
def test_the_real_ct_lay_with_its_feet_first_and_is_shown_as_it_is_stored() -> None:
    (picture,) = pictures_of("CT_small.dcm")
    facts = dict(picture.slice.acquisition)
    assert facts["patient_position"] == "FFS"
    assert "stored_orientation" not in facts


# 4, 5, 7
@pytest.mark.parametrize(
    ("name", "modality", "stored", "shown"),
    [
        ("eCT_Supplemental.dcm", "CT", "R\\P", "L\\P"),
        ("explicit_VR-UN.dcm", "CT", "L\\A", "L\\P"),
        ("RG3_UNCR.dcm", "X-Ray", "R\\F", "L\\F"),
    ],
)
def test_a_picture_that_was_turned_says_how_it_was_stored(
    name: str, modality: str, stored: str, shown: str
) -> None:
    for picture in pictures_of(name, modality):
        assert picture.slice.orientation == shown
        assert dict(picture.slice.acquisition)["stored_orientation"] == stored


# 6
def test_a_chest_radiograph_in_the_standard_display_is_not_said_to_be_turned() -> None:
    (picture,) = pictures_of("RG1_UNCR.dcm", "X-Ray")
    assert "stored_orientation" not in dict(picture.slice.acquisition)


# 29
def test_twenty_millimetres_between_slices_of_five_are_not_believed() -> None:
    header = opened("693_J2KI.dcm")
    assert (header.SpacingBetweenSlices, header.SliceThickness) == (20, 5)
    (picture,) = pictures_of("693_J2KI.dcm")
    assert picture.slice.thickness_mm is None
    assert "slice_gap_mm" not in dict(picture.slice.acquisition)


# 31
def test_an_enhanced_mr_without_functional_groups_is_refused() -> None:
    assert float(opened("emri_small.dcm").SpacingBetweenSlices) == pytest.approx(1.2)
    with pytest.raises(RejectedItem, match="no-functional-groups"):
        pictures_of("emri_small.dcm", "MR")


# 34
def test_a_box_on_pixels_that_are_not_square_is_scaled_with_them(tmp_path: Path) -> None:
    pixels = np.tile(np.linspace(100, 4000, 40).astype(np.uint16), (60, 1))
    fake_dicom(tmp_path / "i.dcm", pixels, Modality="DX", BitsStored=12, PixelAspectRatio=[2, 1],
               SOPClassUID="1.2.840.10008.5.1.4.1.1.1.1")  # fmt: skip
    source = source_of(Boxes(xyxy=("{a}",) * 4, name="nodule"), cases=DicomSeries("*.dcm"),
                       modality="X-Ray")  # fmt: skip
    note = annotation(source, values=(("x1", "10"), ("y1", "20"), ("x2", "30"), ("y2", "25")))
    (picture,) = read(tmp_path, source, "i.dcm", [note])
    assert (picture.slice.width, picture.slice.height) == (40, 120)
    assert [x.box for x in picture.slice.labels] == [(10.0, 40.0, 30.0, 50.0)]


# 35
def test_a_region_in_seconds_gives_no_millimetres() -> None:
    header = opened("OBXXXX1A_2frame.dcm")
    units = [(int(r.PhysicalUnitsXDirection), int(r.PhysicalUnitsYDirection))
             for r in header.SequenceOfUltrasoundRegions]  # fmt: skip
    assert units[1][0] == 4
    size = int(header.Rows), int(header.Columns)
    assert pixel_mm(header, size) == (0.262288, 0.262288)
    header.SequenceOfUltrasoundRegions = Sequence([header.SequenceOfUltrasoundRegions[1]])
    assert pixel_mm(header, size) is None
    strip = Dataset()
    strip.RegionSpatialFormat, strip.PhysicalUnitsXDirection = 1, 4
    strip.PhysicalUnitsYDirection = 3
    strip.RegionLocationMaxX1 = strip.RegionLocationMaxY1 = 10
    strip.PhysicalDeltaX = strip.PhysicalDeltaY = 0.01
    header.SequenceOfUltrasoundRegions = Sequence([strip])
    assert pixel_mm(header, size) is None


# 39
def test_tables_have_the_ends_that_the_standard_gives_them() -> None:
    header = opened("mlut_18.dcm")
    stored = frame(header, 0, "")
    values = modality_values(header, stored, "").astype(np.int64)
    assert (int(stored.min()), int(stored.max())) == (-2048, 2047)
    assert (int(values[stored == -2048].max()), int(values[stored == 2047].min())) == (0, 65535)
    header = opened("vlut_04.dcm")
    shown = to_picture(header, frame(header, 0, ""), "")[0]
    assert (int(shown.min()), int(shown.max())) == (0, 255)


# 42
def test_padding_that_lossy_coding_has_smeared_is_all_black() -> None:
    header, twin = opened("693_J2KI.dcm"), opened("693_UNCI.dcm")
    stored, whole = frame(header, 0, ""), frame(twin, 0, "")
    value = int(header.PixelPaddingValue)
    value -= 65536 if value > 32767 else 0
    assert (value, int((stored == -2000).sum())) == (-2000, 494)
    hidden = padding(header, stored)
    assert hidden is not None
    assert int(hidden.sum()) >= 50942
    assert not hidden[200:300, 200:300].any()  # inside the head
    (picture,) = pictures_of("693_J2KI.dcm")
    shown = cv2.imdecode(np.frombuffer(picture.image, np.uint8), cv2.IMREAD_UNCHANGED)
    assert shown[hidden].max() == 0
    assert whole.shape == stored.shape


# 46
@pytest.mark.parametrize("name", ["rgb_color", "jpeg2k", "ybr_color", "palette"])
def test_colours_of_real_files_are_those_of_another_decoder(name: str) -> None:
    header = opened(f"examples_{name}.dcm")
    pixels = frame(header, 0, "").astype(int)
    other = sitk.GetArrayFromImage(sitk.ReadImage(str(path_of(f"examples_{name}.dcm"))))
    other = other[0] if other.ndim == 4 else other
    assert (pixels.shape, pixels.shape[2]) == (other.shape, 3)
    assert np.abs(pixels - other).max() <= 2


# 58
def test_the_four_states_of_a_chexpert_row_are_four_states() -> None:
    states = {key: bind_name(CHEXPERT, key) for key in ("1.0", "0.0", "-1.0")}
    assert states == {"1.0": "present", "0.0": "absent", "-1.0": "uncertain"}
    columns = {"A": "cardiomegaly", "B": "pneumothorax", "C": "pneumonia", "D": "fracture",
               "N": "no finding"}  # fmt: skip
    src = source(modality="X-Ray", anatomy=("chest",), labels=[Flags(names=columns)])
    row = {"A": "present", "B": "absent", "C": "uncertain"}  # D is blank
    notes = [Annotation(part=0, kind="flags", raw=raw, values=(("state", state),))
             for raw, state in row.items()]  # fmt: skip
    case = a_case(*notes)
    bound = bind(src, case, a_slice(1))
    found = {f.value: f.kind for f in facts_of(src, case, bound) if f.value in columns.values()}
    assert found == {"cardiomegaly": "finding", "pneumothorax": "absent"}
    assert {x.name: x.presence for x in bound.labels} == {
        "cardiomegaly": "present", "pneumothorax": "absent", "pneumonia": "uncertain",
    }  # fmt: skip


# 59
@pytest.mark.parametrize(
    ("name", "value", "term"),
    [
        ("brats2021", 4, "enhancing tumour"), ("brats2024-gli", 4, "resection cavity"),
        ("brats2023-gli", 3, "enhancing tumour"), ("acdc", 3, "left ventricle"),
        ("mnms", 3, "right ventricle"), ("flare22", 13, "left kidney"),
        ("amos22", 3, "left kidney"), ("abdomenatlas-1-0-mini", 3, "left kidney"),
        ("word", 3, "left kidney"), ("btcv", 2, "right kidney"),
    ],
)  # fmt: skip
def test_a_value_means_what_its_release_says(name: str, value: int, term: str) -> None:
    masks = [part for part in label_parts(load(name)) if isinstance(part, Mask)]
    assert bind_name(masks[0].names, str(value)) == term
