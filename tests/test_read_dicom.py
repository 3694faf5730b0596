import io
import os
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pydicom
import pydicom.data
import pytest
from PIL import Image
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.uid import UID

from gmai_data import Boxes, DicomSeries, Mask, Points
from gmai_data.config import ReadConfig
from gmai_data.errors import RejectedItem
from gmai_data.read.dicom import frame, modality_values, open_dicom
from gmai_data.read.identifying import check_pixels
from gmai_data.testing import fake_dicom, fake_dicom_series
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
    """(column, row, slice) with a bright block towards the patient's left and back."""
    rng = np.random.default_rng(1)
    volume = rng.normal(40, 10, shape)
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


def segmentation(path, series, mask, *, order=None, drop_items=0, segment="Liver"):
    """A binary SEG of ``mask`` (row, column, slice) over a fake series."""
    picked = list(order if order is not None else range(mask.shape[2]))
    bits = np.packbits(
        np.concatenate([mask[:, :, k].ravel() for k in picked]), bitorder="little"
    ).tobytes()
    header = fake_dicom(path, np.zeros((4, 4), np.uint8), Modality="SEG",
                        SOPClassUID="1.2.840.10008.5.1.4.1.1.66.4")  # fmt: skip
    header.Rows, header.Columns = mask.shape[:2]
    header.BitsAllocated = header.BitsStored = 1
    header.HighBit = 0
    header.NumberOfFrames = len(picked)
    header.SegmentationType = "BINARY"
    item = Dataset()
    item.SegmentNumber, item.SegmentLabel = 1, segment
    header.SegmentSequence = Sequence([item])
    shared, orientation, measures = Dataset(), Dataset(), Dataset()
    orientation.ImageOrientationPatient = series[0].ImageOrientationPatient
    measures.PixelSpacing = series[0].PixelSpacing
    shared.PlaneOrientationSequence = Sequence([orientation])
    shared.PixelMeasuresSequence = Sequence([measures])
    header.SharedFunctionalGroupsSequence = Sequence([shared])
    frames = []
    for k in picked[: len(picked) - drop_items]:
        group, place, which = Dataset(), Dataset(), Dataset()
        place.ImagePositionPatient = series[k].ImagePositionPatient
        which.ReferencedSegmentNumber = 1
        group.PlanePositionSequence = Sequence([place])
        group.SegmentIdentificationSequence = Sequence([which])
        frames.append(group)
    header.PerFrameFunctionalGroupsSequence = Sequence(frames)
    header.PixelData = bits + b"\0" * (len(bits) % 2)
    header.save_as(path, enforce_file_format=True)


def test_frames_of_a_segmentation_are_placed_by_position_whatever_their_order(tmp_path):
    series = fake_dicom_series(tmp_path / "ct", trunk(), spacing_mm=(2, 2, 3))
    mask = np.zeros((36, 40, 12), bool)
    mask[22:30, 25:33, 4:9] = True
    segmentation(tmp_path / "seg.dcm", series, mask, order=[7, 4, 8, 5, 6])
    source = series_of(Mask(DicomSeries("seg.dcm"), form="seg", names={"Liver": "liver"}))
    names = sorted(str(p.relative_to(tmp_path)) for p in (tmp_path / "ct").iterdir())
    pictures = read(tmp_path, source, names, [annotation(source, files=("seg.dcm",))])
    labels = [label for p in pictures if p.slice.plane == "axial" for label in p.slice.labels]
    assert {(label.raw, label.box, label.area_mm2) for label in labels} == {
        ("Liver", (25.0, 22.0, 33.0, 30.0), 256.0)
    }
    assert labels[0].volume_ml == pytest.approx(5 * 64 * 12 / 1000)
    assert {p.slice.index for p in pictures
            if p.slice.plane == "axial" and p.slice.labels} <= set(range(4, 9))  # fmt: skip


def test_a_segmentation_whose_items_and_frames_disagree_is_refused(tmp_path):
    series = fake_dicom_series(tmp_path / "ct", trunk(), spacing_mm=(2, 2, 3))
    mask = np.ones((36, 40, 12), bool)
    segmentation(tmp_path / "seg.dcm", series, mask, drop_items=3)
    names = sorted(str(p.relative_to(tmp_path)) for p in (tmp_path / "ct").iterdir())
    source = series_of(Mask(DicomSeries("seg.dcm"), form="seg", names={"Liver": "liver"}))
    with pytest.raises(RejectedItem, match="seg-frames: 9 frame items, 12 frames"):
        read(tmp_path, source, names, [annotation(source, files=("seg.dcm",))])
    (tmp_path / "real.dcm").write_bytes(Path(FILES, "liver_1frame.dcm").read_bytes())
    with pytest.raises(RejectedItem, match="seg-frames: 3 frame items, 1 frame"):
        read(tmp_path, source, names, [annotation(source, files=("real.dcm",))])


def test_a_segmentation_of_other_positions_is_refused(tmp_path):
    series = fake_dicom_series(tmp_path / "ct", trunk(), spacing_mm=(2, 2, 3))
    other = fake_dicom_series(tmp_path / "other", trunk(), spacing_mm=(2, 2, 3),
                              origin_mm=(0.0, 0.0, 1.5))  # fmt: skip
    assert len(series) == len(other)
    segmentation(tmp_path / "seg.dcm", other, np.ones((36, 40, 12), bool))
    names = sorted(str(p.relative_to(tmp_path)) for p in (tmp_path / "ct").iterdir())
    source = series_of(Mask(DicomSeries("seg.dcm"), form="seg", names={"Liver": "liver"}))
    with pytest.raises(RejectedItem, match="mask-grid"):
        read(tmp_path, source, names, [annotation(source, files=("seg.dcm",))])


def test_an_unnamed_segment_is_an_error(tmp_path):
    series = fake_dicom_series(tmp_path / "ct", trunk(), spacing_mm=(2, 2, 3))
    segmentation(tmp_path / "seg.dcm", series, np.ones((36, 40, 12), bool), segment="Spleen")
    names = sorted(str(p.relative_to(tmp_path)) for p in (tmp_path / "ct").iterdir())
    source = series_of(Mask(DicomSeries("seg.dcm"), form="seg", names={"Liver": "liver"}))
    with pytest.raises(RejectedItem, match=r"unknown-label.*Spleen"):
        read(tmp_path, source, names, [annotation(source, files=("seg.dcm",))])


def structures(path, regions):
    """An RTSTRUCT: region name -> contours as (type, [(x, y, z), …])."""
    header = fake_dicom(path, np.zeros((4, 4), np.uint8), Modality="RTSTRUCT",
                        SOPClassUID="1.2.840.10008.5.1.4.1.1.481.3")  # fmt: skip
    del header.PixelData
    names, shapes = [], []
    for number, (name, contours) in enumerate(regions.items(), start=1):
        item, shape = Dataset(), Dataset()
        item.ROINumber, item.ROIName = number, name
        shape.ReferencedROINumber = number
        drawn = []
        for kind, points in contours:
            contour = Dataset()
            contour.ContourGeometricType = kind
            contour.NumberOfContourPoints = len(points)
            contour.ContourData = [float(v) for point in points for v in point]
            drawn.append(contour)
        shape.ContourSequence = Sequence(drawn)
        names.append(item)
        shapes.append(shape)
    header.StructureSetROISequence = Sequence(names)
    header.ROIContourSequence = Sequence(shapes)
    header.save_as(path, enforce_file_format=True)


def square(low, high, z):
    return [(low, low, z), (high, low, z), (high, high, z), (low, high, z)]


def contoured(tmp_path, regions, names):
    fake_dicom_series(tmp_path / "ct", trunk(), spacing_mm=(2, 2, 3))
    structures(tmp_path / "rt.dcm", regions)
    source = series_of(Mask(DicomSeries("rt.dcm"), form="rtstruct", names=names))
    paths = sorted(str(p.relative_to(tmp_path)) for p in (tmp_path / "ct").iterdir())
    notes = [annotation(source, files=("rt.dcm",))]
    return read(tmp_path, source, paths, notes, ReadConfig(planes=("axial",), budget=0))


def test_contours_are_drawn_on_their_slice_and_holes_are_kept(tmp_path):
    ring = [("CLOSED_PLANAR", square(9.0, 49.0, 15.0)), ("CLOSED_PLANAR", square(19.0, 29.0, 15.0)),
            ("POINT", [(0, 0, 0)])]  # fmt: skip
    regions = {"GTV-1": ring, "BODY": [("CLOSED_PLANAR", square(1.0, 61.0, 15.0))]}
    pictures = contoured(tmp_path, regions, {"GTV-1": "tumour", "BODY": None})
    labels = {p.slice.index: p.slice.labels for p in pictures if p.slice.labels}
    assert list(labels) == [5]
    (label,) = labels[5]
    # voxel centres at even millimetres: 10 … 48 inside, 20 … 28 in the hole
    assert (label.raw, label.box, label.area_mm2) == ("GTV-1", (5.0, 5.0, 25.0, 25.0), 1500.0)


@pytest.mark.parametrize(("z", "fits"), [(15.0, True), (16.2, True), (34.7, False)])
def test_contours_between_slices_go_to_the_nearest_and_outside_is_refused(tmp_path, z, fits):
    regions = {"GTV-1": [("CLOSED_PLANAR", square(9.0, 49.0, z))]}
    if not fits:
        pictures = contoured(tmp_path, regions, {"GTV-1": "tumour"})
        assert not any(p.slice.labels for p in pictures)
        return
    pictures = contoured(tmp_path, regions, {"GTV-1": "tumour"})
    assert [p.slice.index for p in pictures if p.slice.labels] == [5]


def test_an_unnamed_region_and_a_contour_across_slices_are_refused(tmp_path):
    flat = [("CLOSED_PLANAR", square(9.0, 49.0, 15.0))]
    with pytest.raises(RejectedItem, match=r"unknown-label.*Heart"):
        contoured(tmp_path, {"Heart": flat}, {"GTV-1": "tumour"})
    leaning = [("CLOSED_PLANAR", [(9, 9, 15), (49, 9, 15), (49, 49, 21)])]
    with pytest.raises(RejectedItem, match="contour-grid"):
        contoured(tmp_path, {"GTV-1": leaning}, {"GTV-1": "tumour"})


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
