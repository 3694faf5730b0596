import base64
import gzip
import io
import os
from dataclasses import asdict
from pathlib import Path

import cv2
import nibabel
import numpy as np
import pydicom
import pydicom.data
import pytest
from nibabel.nicom.dicomwrappers import wrapper_from_data
from PIL import Image
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.sequence import Sequence
from pydicom.uid import UID

from gmai_data import Boxes, DicomSeries, Mask, Points
from gmai_data.config import ReadConfig
from gmai_data.errors import RejectedItem
from gmai_data.read.dicom import frame, modality_values, open_dicom
from gmai_data.read.dicom_flat import to_picture
from gmai_data.read.geometry import cross, letters, plane_of
from gmai_data.read.identifying import check_pixels
from gmai_data.read.intensity import voi
from gmai_data.read.mosaic import tiles_of
from gmai_data.testing import fake_dicom, fake_dicom_series
from tests import phantom
from tests.read_cases import annotation, read, source_of

FILES = os.path.join(os.path.dirname(pydicom.data.__file__), "test_files")
AXIAL = (1, 0, 0, 0, 1, 0)


def series_of(*labels, **known):
    return source_of(*labels, cases=DicomSeries("*.dcm"), **known)


def stored(picture):
    return np.asarray(Image.open(io.BytesIO(picture.image)))


def one(name, **known):
    return read(FILES, series_of(**known), name)[0]


def test_the_real_ct_is_axial_in_hounsfield_units_with_image_left_the_right():
    s = one("CT_small.dcm").slice
    assert (s.plane, s.orientation, s.modality) == ("axial", "L\\P", "CT")
    assert s.display == "radiological"
    assert s.spacing_mm == (0.661468, 0.661468)
    assert s.window == "soft tissue 50/400 HU"
    header = open_dicom(Path(FILES, "CT_small.dcm").read_bytes(), "")
    hu = modality_values(header, frame(header, 0, ""), "")
    assert (int(hu.min()), int(hu.max())) == (-896, 1167)


def test_a_tilted_head_ct_is_axial_by_its_orientation_and_gets_the_window_of_its_body_part():
    s = one("J2K_pixelrep_mismatch.dcm").slice
    assert (s.plane, s.orientation) == ("axial", "L\\PF")
    assert s.window == "brain 40/80 HU"


def test_padding_of_a_lossy_ct_is_black():
    picture = one("693_J2KI.dcm")
    pixels = stored(picture)
    assert pixels[:20, :20].max() == 0
    assert picture.slice.thickness_mm is None  # SpacingBetweenSlices says 20 mm and is not believed


@pytest.mark.parametrize(
    "name",
    ["implicit", "bigendian", "RLE", "jp2klossless", "jpeg_ls_lossless", "padded", "expb"],
)
def test_every_coding_of_the_real_mr_gives_the_same_pixels(name):
    expected, found = one("MR_small.dcm").slice, one(f"MR_small_{name}.dcm").slice
    assert found.pixels_sha256 == expected.pixels_sha256
    assert found.window == expected.window
    assert found.plane == "axial"


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("MR_truncated.dcm", "undecodable"),
        ("no_meta.dcm", "not-dicom"),
        ("rtplan.dcm", "not-a-picture"),
        ("test-SR.dcm", "not-a-picture"),
        ("waveform_ecg.dcm", "not-a-picture"),
        ("liver_1frame.dcm", "not-a-picture"),
        ("UN_sequence.dcm", "no-pixels"),
    ],
)
def test_broken_files_and_objects_without_pictures_are_named(name, rule):
    with pytest.raises(RejectedItem) as caught:
        one(name, pixels_checked="the test suite's author, every file")
    assert (caught.value.rule, caught.value.path) == (rule, name)


def test_twelve_bits_of_jpeg_extended_are_those_of_libjpeg_to_one_grey_level():
    for name in ("JPGExtended.dcm", "JPEG-lossy.dcm"):
        header = open_dicom(Path(get_testdata_file(name)).read_bytes(), name)
        pixels = frame(header, 0, name)
        assert (pixels.shape, pixels.dtype, int(pixels.max())) == ((1024, 256), np.uint16, 264)
        assert abs(int(pixels[420, 140]) - 244) <= 1
        assert abs(int(pixels[230, 120]) - 95) <= 1


@pytest.mark.parametrize(
    ("uid", "said"),
    [
        ("1.2.840.10008.1.2.4.51", "install pylibjpeg-libjpeg"),
        ("1.2.840.10008.1.2.4.203", "install pylibjpeg-openjpeg"),
        ("1.2.840.10008.1.2.4.102", "with ffmpeg"),
        ("1.2.3.4", "gdcmconv --raw"),
    ],
)
def test_pixels_that_cannot_be_decoded_name_their_coding_and_what_would_help(uid, said):
    header = open_dicom(Path(get_testdata_file("JPGExtended.dcm")).read_bytes(), "x.dcm")
    header.file_meta.TransferSyntaxUID = UID(uid)
    header.PixelData = header.PixelData[:200]
    with pytest.raises(RejectedItem, match="undecodable") as caught:
        frame(header, 0, "x.dcm")
    assert uid in caught.value.value
    assert said in caught.value.value


@pytest.mark.parametrize(
    "name",
    ["examples_palette.dcm", "examples_rgb_color.dcm", "examples_jpeg2k.dcm",
     "examples_ybr_color.dcm", "ExplVR_BigEnd.dcm", "JPGExtended.dcm", "SC_rgb_rle.dcm"],
)  # fmt: skip
def test_pictures_that_may_show_the_patients_name_never_leave(name):
    with pytest.raises(RejectedItem) as caught:
        one(name)
    assert (caught.value.kind, caught.value.rule) == ("policy", "burned-in-identity")


def header_of(**tags):
    header = Dataset()
    given = {"Modality": "CT", "SOPClassUID": "1.2.840.10008.5.1.4.1.1.2", "BitsStored": 12,
             "PhotometricInterpretation": "MONOCHROME2", **tags}  # fmt: skip
    for keyword, value in given.items():
        setattr(header, keyword, value)
    return header


US = {"Modality": "US", "SOPClassUID": "1.2.840.10008.5.1.4.1.1.6.1", "BitsStored": 8}


@pytest.mark.parametrize(
    "tags",
    [
        {"BurnedInAnnotation": "YES"},
        US,
        {**US, "PatientIdentityRemoved": "YES"},  # says nothing of pixels
        {**US, "SequenceOfUltrasoundRegions": Sequence([])},
        {"Modality": "OT"},
        {"Modality": ""},
        {"SOPClassUID": "1.2.840.10008.5.1.4.1.1.7.4"},
        {"PhotometricInterpretation": "RGB"},
        {"BitsStored": 8},
        {"ImageType": ["DERIVED", "SECONDARY", "SCREEN SAVE"]},
        {"ConversionType": "WSD"},
    ],
)
def test_headers_that_do_not_vouch_for_risky_pixels_are_refused(tags):
    with pytest.raises(RejectedItem, match="burned-in-identity"):
        check_pixels(header_of(**tags), "")


@pytest.mark.parametrize(
    "tags",
    [{}, {"Modality": "MR"}, {"Modality": "DX"}, {**US, "BurnedInAnnotation": "NO"}],
)
def test_plain_slices_and_vouched_pictures_pass(tags):
    check_pixels(header_of(**tags), "")
    check_pixels(header_of(**US), "", looked_at="all 30 frames, by eye")


def test_cleaned_pixels_pass_and_yes_is_refused_whatever_is_declared():
    code = Dataset()
    code.CodeValue = "113101"
    cleaned = {"PatientIdentityRemoved": "YES",
               "DeidentificationMethodCodeSequence": Sequence([code])}  # fmt: skip
    check_pixels(header_of(**US, **cleaned), "")
    with pytest.raises(RejectedItem, match="burned-in-identity"):
        check_pixels(header_of(BurnedInAnnotation="YES", **cleaned), "", looked_at="me")


def test_nothing_of_the_patient_leaves_with_the_header_facts(tmp_path):
    secret = {"PatientName": "Doe^Jane", "PatientID": "P77", "PatientBirthDate": "19700101",
              "StudyDate": "20200202", "InstitutionName": "St Elsewhere", "AccessionNumber": "A99",
              "StudyDescription": "Jane Doe", "ConvolutionKernel": "Jane Doe 7",
              "BodyPartExamined": "JANE^DOE", "SliceThickness": 3, "KVP": 120}  # fmt: skip
    pixels = np.random.default_rng(0).integers(0, 2000, (32, 32)).astype(np.uint16)
    made = fake_dicom(tmp_path / "i.dcm", pixels, ImageOrientationPatient=list(AXIAL),
                      ImagePositionPatient=[0, 0, 0], PixelSpacing=[1, 1], **secret)  # fmt: skip
    picture = read(tmp_path, series_of(), "i.dcm")[0]
    text = str(asdict(picture.slice)) + picture.image.decode("latin1")
    for word in ("Doe", "Jane", "P77", "1970", "20200202", "Elsewhere", "A99",
                 made.SOPInstanceUID):  # fmt: skip
        assert word not in text
    assert picture.slice.acquisition == (("kvp", "120"), ("slice_thickness_mm", "3"))


def trunk(shape=(40, 36, 12)):
    """(column, row, slice) in air with a bright block towards the patient's left and back."""
    rng = np.random.default_rng(1)
    volume = rng.normal(40, 10, shape)
    volume[:2] = volume[-2:] = volume[:, :2] = volume[:, -2:] = -1000
    volume[25:33, 22:30, 4:9] = 190
    return volume.astype(np.int16)


def test_slices_of_a_series_are_ordered_by_position_and_not_by_name(tmp_path):
    volume = trunk()
    fake_dicom_series(tmp_path, volume, spacing_mm=(2, 2, 3))
    names = sorted(p.name for p in tmp_path.iterdir())
    source = series_of()
    config = ReadConfig(planes=("axial",), budget=0)
    forward = read(tmp_path, source, names, config=config)
    backward = read(tmp_path, source, names[::-1], config=config)
    assert [p.image for p in forward] == [p.image for p in backward]
    assert [p.slice.index for p in forward] == list(range(12))
    assert {p.slice.thickness_mm for p in forward} == {3.0}
    assert stored(forward[6])[26, 29] > 200


def test_a_mirrored_series_is_turned_to_the_radiological_display(tmp_path):
    volume = trunk()
    fake_dicom_series(tmp_path / "a", volume, spacing_mm=(2, 2, 3))
    fake_dicom_series(tmp_path / "b", volume[::-1], spacing_mm=(2, 2, 3),
                      orientation=(-1, 0, 0, 0, 1, 0), origin_mm=(78, 0, 33))  # fmt: skip
    config = ReadConfig(planes=("axial",), budget=0)
    for folder in "ab":
        names = sorted(f"{folder}/{p.name}" for p in (tmp_path / folder).iterdir())
        pictures = read(tmp_path, series_of(), names, config=config)
        assert {p.slice.orientation for p in pictures} == {"L\\P"}
        bright = [p.slice.index for p in pictures if stored(p)[26, 29] > 200]
        if folder == "a":
            expected = bright
    assert len(bright) == len(expected) == 5


def test_a_missing_slice_breaks_the_volume_and_not_the_slices(tmp_path):
    fake_dicom_series(tmp_path, trunk(), spacing_mm=(2, 2, 3))
    names = sorted(p.name for p in tmp_path.iterdir())
    pictures = read(tmp_path, series_of(), names[:5] + names[6:], config=ReadConfig(budget=0))
    assert {p.slice.plane for p in pictures} == {"axial"}
    assert {p.slice.thickness_mm for p in pictures} == {None}
    assert {p.slice.spacing_mm for p in pictures} == {(2.0, 2.0)}


def test_two_echoes_at_the_same_places_are_two_stacks(tmp_path):
    volume = np.abs(trunk())
    for echo in (10, 90):
        fake_dicom_series(tmp_path / str(echo), volume + echo, spacing_mm=(2, 2, 3), Modality="MR",
                          SOPClassUID="1.2.840.10008.5.1.4.1.1.4", EchoTime=echo)  # fmt: skip
    names = sorted(str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*.dcm"))
    pictures = read(tmp_path, series_of(), names, config=ReadConfig(planes=("axial",), budget=2))
    assert {(p.slice.variant, dict(p.slice.acquisition)["echo_time_ms"]) for p in pictures} == {
        ("stack1", "10"), ("stack2", "90"),
    }  # fmt: skip
    assert len({p.slice.hash for p in pictures}) == 4


def test_a_gantry_tilt_gives_a_step_along_the_normal_and_no_reformats(tmp_path):
    tilt = np.radians(15)
    turn = (1, 0, 0, 0, np.cos(tilt), np.sin(tilt))
    volume = trunk()
    made = fake_dicom_series(tmp_path, volume, spacing_mm=(2, 2, 5), orientation=turn)
    for k, header in enumerate(made):
        header.ImagePositionPatient = [0.0, 0.0, 5.0 * k]  # the couch moves along z
        header.save_as(tmp_path / f"{k + 1:04d}.dcm", enforce_file_format=True)
    names = sorted(p.name for p in tmp_path.iterdir())
    pictures = read(tmp_path, series_of(), names)
    assert {p.slice.plane for p in pictures} == {"axial"}
    assert pictures[0].slice.thickness_mm == pytest.approx(5 * np.cos(tilt), abs=1e-3)


def test_localizers_are_left_out_of_their_series(tmp_path):
    fake_dicom_series(tmp_path, trunk(), spacing_mm=(2, 2, 3))
    fake_dicom(tmp_path / "scout.dcm", np.ones((32, 32), np.uint16),
               ImageType=["ORIGINAL", "PRIMARY", "LOCALIZER"])  # fmt: skip
    names = sorted(p.name for p in tmp_path.iterdir())
    assert {p.slice.count for p in read(tmp_path, series_of(), names)} <= {12, 40, 36}
    with pytest.raises(RejectedItem, match="localizer"):
        read(tmp_path, series_of(), "scout.dcm")


def test_a_box_on_one_slice_of_a_series_is_turned_with_it(tmp_path):
    made = fake_dicom_series(tmp_path, trunk()[::-1], spacing_mm=(2, 2, 3),
                             orientation=(-1, 0, 0, 0, 1, 0))  # fmt: skip
    source = series_of(Boxes(xyxy=("{a}",) * 4, name="x"))
    values = (("x1", "7"), ("y1", "22"), ("x2", "15"), ("y2", "30"))
    note = annotation(source, values=values, slice=f"sop={made[6].SOPInstanceUID}")
    names = sorted(p.name for p in tmp_path.iterdir())
    pictures = read(tmp_path, source, names, [note])
    boxes = [label.box for p in pictures for label in p.slice.labels]
    assert boxes == [(25.0, 22.0, 33.0, 30.0)]


def radiograph(folder, **tags):
    pixels = np.tile(np.linspace(100, 4000, 40).astype(np.uint16), (60, 1))
    given = {"Modality": "DX", "SOPClassUID": "1.2.840.10008.5.1.4.1.1.1.1",
             "PatientOrientation": ["L", "F"], "WindowCenter": 2000, "WindowWidth": 4000,
             "BitsStored": 12, **tags}  # fmt: skip
    fake_dicom(folder / "i.dcm", pixels, **given)
    return read(folder, series_of(modality="X-Ray"), "i.dcm")[0]


def test_monochrome1_and_inverse_are_the_same_inversion_done_once(tmp_path):
    plain = stored(radiograph(tmp_path))
    assert plain[0, 0] < plain[0, -1]
    for tags in (
        {"PhotometricInterpretation": "MONOCHROME1"},
        {"PresentationLUTShape": "INVERSE"},
        {"PhotometricInterpretation": "MONOCHROME1", "PresentationLUTShape": "INVERSE"},
    ):
        assert np.abs(stored(radiograph(tmp_path, **tags)).astype(int) - (255 - plain)).max() <= 1


def test_a_mirrored_radiograph_is_turned_and_its_letters_follow(tmp_path):
    mirrored = radiograph(tmp_path, PatientOrientation=["R", "F"])
    assert np.array_equal(stored(mirrored), stored(radiograph(tmp_path))[:, ::-1])
    assert (mirrored.slice.orientation, mirrored.slice.display) == ("L\\F", "radiological")
    breast = radiograph(tmp_path, Modality="MG", PatientOrientation=["A", "R"])
    assert (breast.slice.orientation, breast.slice.display) == ("A\\R", "as stored")


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ({"ImagerPixelSpacing": [0.143, 0.143]}, None),
        ({"PixelSpacing": [0.143, 0.143]}, None),
        ({"PixelSpacing": [0.143, 0.143], "ImagerPixelSpacing": [0.143, 0.143]}, None),
        ({"PixelSpacing": [0.0, 0.0]}, None),
        ({"PixelSpacing": [0.12, 0.12], "ImagerPixelSpacing": [0.143, 0.143]}, (0.12, 0.12)),
        ({"PixelSpacing": [0.143, 0.143], "PixelSpacingCalibrationType": "FIDUCIAL"},
         (0.143, 0.143)),
    ],
)  # fmt: skip
def test_millimetres_on_a_radiograph_need_a_calibration(tmp_path, tags, expected):
    assert radiograph(tmp_path, **tags).slice.spacing_mm == expected


def test_pixels_that_are_not_square_are_stored_square(tmp_path):
    s = radiograph(tmp_path, PixelAspectRatio=[2, 1]).slice
    assert (s.width, s.height, s.spacing_mm) == (40, 120, None)


def test_a_declared_cine_gives_frames_without_repeating_colour_conversion():
    pictures = read(FILES, series_of(pixels_checked="all frames"), "examples_ybr_color.dcm",
                    config=ReadConfig(frames=4))  # fmt: skip
    assert [p.slice.count for p in pictures] == [30] * 4
    assert len({p.slice.index for p in pictures}) == 4
    assert {p.slice.spacing_mm for p in pictures} == {None}  # its region is outside the picture
    grey = stored(pictures[0])
    assert grey.shape[:2] == (240, 320)
    assert grey[5:60, 220:300].mean() < 30  # the corner is black, not green


def test_a_mask_picture_per_slice_is_paired_by_name_and_not_by_order(tmp_path):
    fake_dicom_series(tmp_path / "ct", trunk(), spacing_mm=(2, 2, 3), origin_mm=(0, 0, 0))
    for n in (5, 6):
        mask = np.zeros((36, 40), np.uint8)
        mask[22:30, 25:33] = 63
        (tmp_path / "gt").mkdir(exist_ok=True)
        Image.fromarray(mask).save(tmp_path / "gt" / f"{n:04d}.png")
    source = series_of(Mask("gt/*.png", form="png-stack", names={range(55, 71): "liver"}))
    paths = sorted(str(p.relative_to(tmp_path)) for p in (tmp_path / "ct").iterdir())
    notes = [annotation(source, files=("gt/0006.png", "gt/0005.png"))]
    config = ReadConfig(planes=("axial",), budget=0)
    pictures = read(tmp_path, source, paths, notes, config)
    assert [p.slice.index for p in pictures if p.slice.labels] == [4, 5]
    (tmp_path / "gt" / "x.png").write_bytes((tmp_path / "gt" / "0005.png").read_bytes())
    with pytest.raises(RejectedItem, match="mask-stack-files"):
        read(tmp_path, source, paths, [annotation(source, files=("gt/x.png",))], config)


@pytest.mark.parametrize("missing", ["", "PatientWeight", "AcquisitionTime", "Units"])
def test_a_pet_is_in_suv_only_where_the_header_has_all_it_takes(tmp_path, missing):
    drug = Dataset()
    drug.RadionuclideTotalDose, drug.RadionuclideHalfLife = 370e6, 6586.2
    drug.RadiopharmaceuticalStartTime = "100000"
    tags = {"Units": "BQML", "CorrectedImage": ["DECY", "ATTN"], "DecayCorrection": "START",
            "PatientWeight": 70, "SeriesTime": "110000", "AcquisitionTime": "110000.5",
            "RadiopharmaceuticalInformationSequence": Sequence([drug])}  # fmt: skip
    tags.pop(missing, None)
    volume = np.zeros((32, 32, 3), np.int16)
    volume[8:24, 8:24] = 3000
    volume[12, 12] = 1810  # 0.5 SUV: 2.763 SUV are 10 000 Bq/mL
    fake_dicom_series(tmp_path, volume, Modality="PT", SOPClassUID="1.2.840.10008.5.1.4.1.1.128",
                      RescaleSlope=10.0, RescaleIntercept=0.0, **tags)  # fmt: skip
    names = sorted(p.name for p in tmp_path.iterdir())
    config = ReadConfig(planes=("axial",), budget=1)
    picture = read(tmp_path, series_of(modality="PET"), names, config=config)[0]
    if missing:
        assert picture.slice.window.startswith("percentile")
        return
    assert picture.slice.window == "SUV 0-10, hot is bright"
    assert stored(picture)[10, 10] == round(30_000 * 2.763e-4 / 10 * 255)


def test_a_point_is_on_the_slice_of_its_uid_or_file_name_and_never_dropped(tmp_path):
    made = fake_dicom_series(tmp_path, trunk(), spacing_mm=(2, 2, 3))
    source = series_of(Points(xy=("{x}", "{y}"), name="x"))
    names = sorted(p.name for p in tmp_path.iterdir())
    at = (("x", "10"), ("y", "20"))
    config = ReadConfig(planes=("axial",))
    for place in (f"sop={made[3].SOPInstanceUID}", "sop=0004"):
        notes = [annotation(source, values=at, slice=place)]
        pictures = read(tmp_path, source, names, notes, config)
        assert [(p.slice.index, p.slice.labels[0].centroid) for p in pictures
                if p.slice.labels] == [(3, (10.0, 20.0))]  # fmt: skip
    for place in ("sop=9.9.9", ""):
        with pytest.raises(RejectedItem, match="no-such-slice"):
            read(tmp_path, source, names, [annotation(source, values=at, slice=place)], config)


NICOM = os.path.join(os.path.dirname(nibabel.__file__), "nicom", "tests", "data")


def axial(folder, depths, *, name="i{n:03d}.dcm", first=0, turn=AXIAL, **tags):
    """Slices at given depths along the body, each with a picture of its own."""
    made = []
    for n, z in enumerate(depths):
        pixels = np.full((32, 32), 1024, np.uint16)
        pixels[4:28, 4:28] = 1064 + 10 * n + first
        pixels[10:14, 6 + n % 12 : 10 + n % 12] = 1264
        pixels[0, :] = 24
        given = {"ImageOrientationPatient": list(map(float, turn)), "PixelSpacing": [2, 2],
                 "ImagePositionPatient": [0.0, 0.0, float(z)], "InstanceNumber": n + 1,
                 "RescaleIntercept": -1024, "RescaleSlope": 1, "RescaleType": "HU",
                 "SeriesInstanceUID": "1.2.3", "FrameOfReferenceUID": "1.2.4", **tags}  # fmt: skip
        made.append(fake_dicom(folder / name.format(n=first + n), pixels, **given))
    return made


def all_of(folder, config=None, **known):
    names = sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())
    config = config or ReadConfig(planes=("axial",), budget=0)
    return read(folder, series_of(**known), names, config=config)


def stacks(pictures):
    found = {}
    for p in pictures:
        found.setdefault(p.slice.variant, []).append(p)
    return found


def test_a_gap_is_noted_and_never_closed(tmp_path):
    axial(tmp_path, (0, 3, 6, 12, 15))
    pictures = all_of(tmp_path)
    assert {p.slice.thickness_mm for p in pictures} == {None}
    assert {dict(p.slice.acquisition)["slice_steps_mm"] for p in pictures} == {"3 to 6"}
    assert {p.slice.plane for p in all_of(tmp_path, ReadConfig(budget=0))} == {"axial"}


def test_the_gap_between_thick_slices_is_known_from_their_positions(tmp_path):
    axial(tmp_path, (0, 6.6, 13.2), SliceThickness=6.0, SpacingBetweenSlices=20)
    assert {dict(p.slice.acquisition)["slice_gap_mm"] for p in all_of(tmp_path)} == {"0.6"}


def test_instance_numbers_in_reverse_change_nothing(tmp_path):
    for folder, numbers in (("a", range(1, 6)), ("b", range(5, 0, -1))):
        for header, number in zip(axial(tmp_path / folder, range(0, 15, 3)), numbers, strict=True):
            header.InstanceNumber = number
            path = tmp_path / folder / f"i{int(header.ImagePositionPatient[2]) // 3:03d}.dcm"
            header.save_as(path, enforce_file_format=True)
    one, two = all_of(tmp_path / "a"), all_of(tmp_path / "b")
    assert [p.slice.pixels_sha256 for p in one] == [p.slice.pixels_sha256 for p in two]


@pytest.mark.parametrize(
    "tags",
    [
        ({"EchoTime": 10}, {"EchoTime": 90}),
        ({"TemporalPositionIdentifier": 1}, {"TemporalPositionIdentifier": 2}),
        ({"ConvolutionKernel": "B30f"}, {"ConvolutionKernel": "B70f"}),
        ({"SeriesInstanceUID": "1.2.3"}, {"SeriesInstanceUID": "1.2.5"}),
        ({"FrameOfReferenceUID": "1.2.4"}, {"FrameOfReferenceUID": "1.2.6"}),
        ({"ImageType": ["ORIGINAL", "PRIMARY", "AXIAL"]},
         {"ImageType": ["DERIVED", "PRIMARY", "AXIAL"]}),
        ({"PixelSpacing": [2, 2]}, {"PixelSpacing": [1, 1]}),
        ({"InstanceNumber": 1}, {"InstanceNumber": 2}),
    ],
)  # fmt: skip
def test_images_of_the_same_places_that_differ_in_a_tag_are_two_stacks(tmp_path, tags):
    for n, given in enumerate(tags):
        axial(tmp_path, range(0, 15, 3), first=100 * n, **given)
    found = stacks(all_of(tmp_path))
    assert {name: len(some) for name, some in found.items()} == {"stack1": 5, "stack2": 5}
    for some in found.values():
        assert {p.slice.thickness_mm for p in some} == {3.0}


def test_a_tag_that_differs_from_slice_to_slice_does_not_tear_a_stack_apart(tmp_path):
    made = axial(tmp_path, range(0, 15, 3))
    for n, header in enumerate(made):
        header.AcquisitionNumber, header.AcquisitionTime = n + 1, f"1200{n:02d}"
        header.save_as(tmp_path / f"i{n:03d}.dcm", enforce_file_format=True)
    assert {p.slice.count for p in all_of(tmp_path)} == {5}


def test_a_picture_that_is_there_twice_counts_once(tmp_path):
    axial(tmp_path / "a", range(0, 15, 3))
    axial(tmp_path / "b", range(0, 15, 3))  # the same objects
    for n, header in enumerate(axial(tmp_path / "c", range(0, 15, 3))):
        header.SOPInstanceUID = f"1.2.9.{n}"  # the same pictures, exported anew
        header.save_as(tmp_path / "c" / f"i{n:03d}.dcm", enforce_file_format=True)
    assert [p.slice.index for p in all_of(tmp_path)] == [0, 1, 2, 3, 4]


def test_orientations_in_one_series_are_told_apart(tmp_path):
    axial(tmp_path, range(0, 15, 3))
    axial(tmp_path, (0.0,), first=50, turn=(1, 0, 0, 0, 0, -1))
    axial(tmp_path, (0.0,), first=60, turn=(0, 1, 0, 0, 0, -1))
    found = stacks(all_of(tmp_path, ReadConfig(budget=0)))
    planes = {name: {p.slice.plane for p in some} for name, some in found.items()}
    assert sorted(planes.values(), key=sorted) == [{"axial"}, {"coronal"}, {"sagittal"}]


def test_a_projection_through_the_volume_has_no_slice_distance(tmp_path):
    axial(tmp_path, range(0, 15, 3), ImageType=["DERIVED", "SECONDARY", "AXIAL", "MIP"])
    assert {p.slice.thickness_mm for p in all_of(tmp_path)} == {None}


@pytest.mark.parametrize("turn", [(1, 0, 0, 1, 0, 0), (2, 0, 0, 0, 1, 0), (0, 0, 0, 0, 0, 0)])
def test_an_orientation_that_is_none_is_refused(tmp_path, turn):
    axial(tmp_path, (0, 3), turn=turn)
    with pytest.raises(RejectedItem, match="bad-orientation"):
        all_of(tmp_path)


def test_a_mosaic_is_taken_apart_into_its_slices(tmp_path):
    with gzip.open(os.path.join(NICOM, "siemens_dwi_0.dcm.gz")) as stream:
        header = pydicom.dcmread(stream)
    assert (header.Rows, header.Columns) == (896, 896)
    montage = np.random.default_rng(5).integers(0, 900, (896, 896)).astype(np.uint16)
    for k in range(49):  # the real file's pixels are all zero
        row, column = divmod(k, 7)
        montage[128 * row : 128 * row + 128, 128 * column : 128 * column + 128] += 10 * k
    header.PixelData = montage.tobytes()
    header.save_as(tmp_path / "m.dcm")
    pictures = read(tmp_path, series_of(modality="MR"), "m.dcm",
                    config=ReadConfig(planes=("axial",), budget=0))  # fmt: skip
    assert {(p.slice.width, p.slice.height, p.slice.count) for p in pictures} == {(128, 128, 48)}
    assert [p.slice.index for p in pictures] == list(range(48))
    assert [p.slice.thickness_mm for p in pictures] == pytest.approx([3.0] * 48, abs=1e-5)
    assert {p.slice.plane for p in pictures} == {"axial"}
    data = (tmp_path / "m.dcm").read_bytes()
    tiles = tiles_of(open_dicom(data, ""), data, "")
    assert tiles.first == pytest.approx((-115, -135.029, -78.710), abs=1e-3)
    assert tiles.step == pytest.approx((0, 0.015708, 2.999959), abs=1e-5)
    wrapped = wrapper_from_data(header).get_data()
    for k, (tile, _) in enumerate(tiles.cut(montage)):
        assert np.array_equal(tile, wrapped[:, :, k])


@pytest.mark.parametrize("name", ["0.dcm", "csa_slice_norm.dcm"])
def test_a_montage_that_nothing_explains_is_never_a_picture(name):
    with pytest.raises(RejectedItem) as caught:
        read(NICOM, series_of(), name)
    assert caught.value.rule in ("mosaic", "no-pixels")


def test_frames_of_an_enhanced_object_at_one_place_are_time_points(tmp_path):
    image, _, affine = phantom.turned(phantom.ORIENTATIONS[0])
    header = phantom.write_enhanced(tmp_path / "all", image, affine)
    frames = np.frombuffer(header.PixelData, np.uint16).reshape(12, 30, 40)
    header.PixelData = np.concatenate([frames, frames + 30]).tobytes()
    header.NumberOfFrames = 24
    items = list(header.PerFrameFunctionalGroupsSequence)
    twice = []
    for time in (1, 2):
        for item in items:
            content, copy = Dataset(), Dataset()
            content.TemporalPositionIndex = time
            copy.PlanePositionSequence = item.PlanePositionSequence
            copy.FrameContentSequence = Sequence([content])
            twice.append(copy)
    header.PerFrameFunctionalGroupsSequence = Sequence(twice)
    header.save_as(tmp_path / "all", enforce_file_format=True)
    config = ReadConfig(planes=("axial",), budget=0, min_edge_ratio=0.1)
    found = stacks(all_of(tmp_path, config))
    assert {name: [p.slice.index for p in some] for name, some in found.items()} == {
        "stack1": list(range(12)), "stack2": list(range(12)),
    }  # fmt: skip


def test_gzip_around_a_file_is_taken_off_and_a_broken_one_is_named(tmp_path):
    data = Path(FILES, "CT_small.dcm").read_bytes()
    packed = gzip.compress(data)
    (tmp_path / "a.dcm.gz").write_bytes(packed)
    (tmp_path / "b.dcm.gz").write_bytes(packed[:-200])
    assert read(tmp_path, series_of(), "a.dcm.gz")[0].slice.plane == "axial"
    with pytest.raises(RejectedItem, match="broken-gzip"):
        read(tmp_path, series_of(), "b.dcm.gz")


def test_a_file_that_unpacks_without_end_is_refused(monkeypatch):
    monkeypatch.setattr("gmai_data.read.dicom.MAX_UNPACKED", 1 << 16)
    with pytest.raises(RejectedItem, match="bomb"):
        open_dicom(gzip.compress(bytes(1 << 20)), "a.dcm.gz")
    with pytest.raises(RejectedItem, match="bomb"):
        open_dicom(Path(FILES, "image_dfl.dcm").read_bytes(), "image_dfl.dcm")


@pytest.mark.parametrize("name", ["IM0", "1.2.840.113619.2", "scan.2", "CT.1.2.3.dcm"])
def test_files_without_a_suffix_are_read_as_what_they_are(tmp_path, name):
    (tmp_path / name).write_bytes(Path(FILES, "CT_small.dcm").read_bytes())
    assert read(tmp_path, series_of(), name)[0].slice.modality == "CT"


def test_a_dicomdir_among_the_files_is_no_picture_and_no_damage(tmp_path):
    axial(tmp_path, range(0, 15, 3))
    (tmp_path / "DICOMDIR").write_bytes(Path(FILES, "dicomdirtests", "DICOMDIR").read_bytes())
    assert len(all_of(tmp_path)) == 5


def whole(name):
    """A file of pydicom-data; its tests are left out where that is not installed."""
    path = get_testdata_file(name, download=False)
    return path if path else pytest.skip("pydicom-data is not installed")


def only(name, **known):
    path = Path(whole(name))
    return read(path.parent, series_of(**known), path.name)


def test_an_oblique_shoulder_has_letters_and_no_plane_word():
    (picture,) = only("MR2_UNCR.dcm", modality="MR")
    s = picture.slice
    assert (s.plane, s.orientation) == ("oblique", "PL\\F")
    assert dict(s.acquisition)["slice_gap_mm"] == "0.6"
    header = open_dicom(Path(whole("MR2_UNCR.dcm")).read_bytes(), "")
    values = modality_values(header, frame(header, 0, ""), "")
    assert float(values.max()) == pytest.approx(2245.6, abs=0.1)
    turn = [float(v) for v in header.ImageOrientationPatient]
    assert plane_of(cross(turn[:3], turn[3:]))[:2] == ("sagittal", pytest.approx(34.7, abs=0.1))


def test_a_mirrored_perfusion_map_is_turned_and_is_not_in_hounsfield_units():
    pictures = only("eCT_Supplemental.dcm")
    header = open_dicom(Path(whole("eCT_Supplemental.dcm")).read_bytes(), "")
    assert letters(header.SharedFunctionalGroupsSequence[0].PlaneOrientationSequence[0]
                   .ImageOrientationPatient[:3]) == "R"  # fmt: skip
    assert {(p.slice.orientation, p.slice.display) for p in pictures} == {("L\\P", "radiological")}
    assert {p.slice.thickness_mm for p in pictures} == {10.0}
    assert {p.slice.window.split()[0] for p in pictures} == {"percentile"}
    assert {dict(p.slice.acquisition)["value_unit"] for p in pictures} == {"ml/100ml/s"}


def test_a_slice_stored_upside_down_is_turned_about_its_rows_alone():
    (picture,) = only("explicit_VR-UN.dcm")
    header = open_dicom(Path(whole("explicit_VR-UN.dcm")).read_bytes(), "")
    assert [float(v) for v in header.ImageOrientationPatient] == [1, 0, 0, 0, -1, 0]
    assert picture.slice.orientation == "L\\P"
    values = modality_values(header, frame(header, 0, ""), "").astype(float)
    shown = stored(picture).astype(float)
    soft = np.clip((values + 150) / 400, 0, 1)
    assert np.corrcoef(shown.ravel(), soft[::-1].ravel())[0, 1] > 0.99
    table = (values > 300).sum(axis=1)  # bone: the spine is at the top of the file …
    assert table[:256].sum() > table[256:].sum()
    bright = (shown > 250).sum(axis=1)  # … and at the bottom of the picture
    assert bright[256:].sum() > bright[:256].sum()


def test_a_chest_radiograph_is_inverted_once_and_not_flipped():
    (picture,) = only("RG1_UNCR.dcm", modality="X-Ray")
    s = picture.slice
    assert (s.orientation, s.display, s.spacing_mm, s.view) == ("L\\F", "radiological", None, "PA")
    shown, scale = stored(picture).astype(float), s.scale
    lung, middle = (
        shown[int(r1 * scale) : int(r2 * scale), int(c1 * scale) : int(c2 * scale)].mean()
        for r1, r2, c1, c2 in ((700, 900, 400, 600), (1000, 1200, 900, 950))
    )
    assert lung < middle


def test_a_leg_stored_mirrored_is_flipped_and_its_side_is_known():
    (picture,) = only("RG3_UNCR.dcm", modality="X-Ray")
    header = open_dicom(Path(whole("RG3_UNCR.dcm")).read_bytes(), "")
    assert list(header.PatientOrientation) == ["R", "F"]
    assert (picture.slice.orientation, picture.slice.view) == ("L\\F", "AP")
    assert dict(picture.slice.acquisition)["laterality"] == "R"
    plain = to_picture(header, frame(header, 0, ""), "")[0]
    small = cv2.resize(plain[:, ::-1], stored(picture).shape[::-1], interpolation=cv2.INTER_AREA)
    assert np.abs(stored(picture).astype(int) - small).max() <= 2


def test_the_tilt_of_a_head_comes_from_its_orientation_and_not_from_the_gantry_tag():
    header = open_dicom(Path(FILES, "J2K_pixelrep_mismatch.dcm").read_bytes(), "")
    turn = [float(v) for v in header.ImageOrientationPatient]
    normal = cross(turn[:3], turn[3:])
    assert plane_of(normal)[:2] == ("axial", pytest.approx(22.0, abs=0.1))
    assert float(header.GantryDetectorTilt) == -22.0
    assert normal[1] > 0  # the normal leans to the back: +22


@pytest.mark.parametrize(
    ("name", "expected"),
    [("examples_palette.dcm", None), ("examples_ybr_color.dcm", None),
     ("OBXXXX1A_2frame.dcm", (0.262288, 0.262288))],
)  # fmt: skip
def test_millimetres_in_ultrasound_need_a_region_inside_the_picture(name, expected):
    found = {p.slice.spacing_mm for p in only(name, modality="Ultrasound", pixels_checked="all")}
    assert found == {expected}


def test_tables_of_the_modality_and_of_the_display_span_their_range():
    header = open_dicom(Path(whole("mlut_18.dcm")).read_bytes(), "")
    values = modality_values(header, frame(header, 0, ""), "")
    assert (int(values.min()), int(values.max())) == (0, 65535)
    header = open_dicom(Path(whole("vlut_04.dcm")).read_bytes(), "")
    shown = to_picture(header, frame(header, 0, ""), "")[0]
    assert (int(shown.min()), int(shown.max())) == (0, 255)


@pytest.mark.parametrize(
    ("function", "value", "grey"),
    [("LINEAR", -160, 0), ("LINEAR", 40, 127.82), ("LINEAR", 239, 255),
     ("LINEAR_EXACT", 40, 127.5), ("SIGMOID", 40, 127.5), ("SIGMOID", 240, 224.6)],
)  # fmt: skip
def test_the_three_window_functions_have_the_values_of_the_standard(function, value, grey):
    assert float(voi(np.array(value), 40, 400, function)) == pytest.approx(grey, abs=0.01)


def test_overlays_stay_out_of_the_picture():
    (picture,) = only("MR-SIEMENS-DICOM-WithOverlays.dcm", modality="MR")
    header = open_dicom(Path(whole("MR-SIEMENS-DICOM-WithOverlays.dcm")).read_bytes(), "")
    raw = pydicom.dcmread(whole("MR-SIEMENS-DICOM-WithOverlays.dcm"))
    drawn = raw.overlay_array(0x6000).astype(bool)
    assert drawn.any()
    values = frame(header, 0, "").astype(float)
    assert int(values.max()) < 4096  # no plane in the unused high bits
    shown = stored(picture).astype(float)
    inside = np.corrcoef(shown[drawn], np.minimum(values, 745)[drawn])[0, 1]
    assert inside > 0.99


@pytest.mark.parametrize("name", ["CT_small.dcm", "MR_small_implicit.dcm", "MR_small_RLE.dcm"])
def test_a_damaged_file_is_read_or_refused_and_quotes_nothing(tmp_path, name):
    data = Path(FILES, name).read_bytes()
    rng = np.random.default_rng(11)
    outcomes, said = set(), []
    for n in range(120):
        broken = bytearray(data if n % 3 else data[: int(rng.integers(len(data)))])
        for at in rng.integers(0, min(len(broken), 3000), 3):
            broken[at] = int(rng.integers(256))
        (tmp_path / "x.dcm").write_bytes(broken)
        try:
            read(tmp_path, series_of(), "x.dcm")
            outcomes.add("read")
        except RejectedItem as reason:
            outcomes.add(reason.rule)
            said.append(reason.value)
    assert not any("CompressedSamples" in value for value in said)  # the name in these headers
    assert "read" in outcomes
    assert len(outcomes) > 1


# 16 x 16 pixels of 12 bits, reversible, made with OpenJPH
HTJ2K = (
    "/0//UQApQAAAAAAQAAAAEAAAAAAAAAAAAAAAEAAAABAAAAAAAAAAAAABDwEB/1AACAACAAAACv9SAAwAAgABAAUE"
    "BEAB/1wAEyCIkJCQkJCQkJCQkJCQiIiI/2QAFwABT3BlbkpQSCBWZXIgMC4yNi4zLv+QAAoAAAAAAH0AAf+TwAAm"
    "GfgFB3QAAMAAEsAAEwDsAQd0ANj+Awd0AMAAE0AAE4A0/QCCdABoR/sAo1QAwAAVEAAFWBhj/KpwAnUApps2bfrA"
    "QgHstgDAACsgABaQiIiIiOfAp6enwngAnj09PT09PT39jGB79jGB7LoA/9k="
)


@pytest.mark.parametrize("last", ["201", "202", "203"])
def test_high_throughput_jpeg_2000_is_decoded(last):
    header = header_of(Rows=16, Columns=16, BitsAllocated=16, HighBit=11, PixelRepresentation=0,
                       SamplesPerPixel=1)  # fmt: skip
    header.file_meta = FileMetaDataset()
    header.file_meta.TransferSyntaxUID = UID(f"1.2.840.10008.1.2.4.{last}")
    header.PixelData = encapsulate([base64.b64decode(HTJ2K)])
    header["PixelData"].is_undefined_length = True
    expected = (np.arange(256).reshape(16, 16) * 13) % 4096
    assert np.array_equal(frame(header, 0, ""), expected)


def test_jpeg_lossless_and_jpeg_ls_and_deflated_are_decoded():
    for name, shape in (("JPEG-LL.dcm", (1024, 256)), ("MR_small_jpeg_ls_lossless.dcm", (64, 64)),
                        ("image_dfl.dcm", (512, 512))):  # fmt: skip
        header = open_dicom(Path(whole(name)).read_bytes(), name)
        assert frame(header, 0, name).shape == shape
