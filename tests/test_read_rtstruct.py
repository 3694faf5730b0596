"""RTSTRUCT: holes, slices between contours, contours between slices, and what is refused."""

import numpy as np
import pytest
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.uid import generate_uid

from gmai_data import ABSENT, DicomSeries, Mask
from gmai_data.config import ReadConfig
from gmai_data.errors import RejectedItem
from gmai_data.read.dicom import open_dicom
from gmai_data.read.rtstruct import regions_of
from tests import phantom
from tests.read_cases import annotation, read, source_of

EVERY = ReadConfig(planes=("axial",), budget=0, min_edge_ratio=0.1)
X, Y, Z = phantom.ORIGIN
DX, DY, DZ = phantom.STEP[2], phantom.STEP[1], phantom.STEP[0]


@pytest.fixture
def scan(tmp_path):
    image, labels, affine = phantom.turned(phantom.ORIENTATIONS[0])
    return phantom.write_series(tmp_path / "ct", image, affine), labels, affine


def rectangle(columns, rows, k):
    """The outline of whole pixels on slice ``k`` (which may be a fraction), in LPS mm."""
    (c1, c2), (r1, r2) = columns, rows
    corners = ((c1, r1), (c2, r1), (c2, r2), (c1, r2))
    return [(X + (c - 0.5) * DX, Y + (r - 0.5) * DY, Z + k * DZ) for c, r in corners]


def pictures_of(folder, regions, *, names=None, config=EVERY, part=None, **known):
    """Axial pictures of the body with the regions drawn on it."""
    phantom.write_rtstruct(folder / "mask", regions, **known)
    names = {name: name for name in regions} if names is None else names
    source = source_of(Mask("mask", form="rtstruct", names=names, **(part or {})),
                       cases=DicomSeries("ct/*"))  # fmt: skip
    paths = sorted(f"ct/{p.name}" for p in (folder / "ct").iterdir())
    return read(folder, source, paths, [annotation(source, files=("mask",))], config)


def areas(pictures, presence="present"):
    """Area in pixels of the labels, by slice."""
    found = {}
    for p in pictures:
        mine = [one.area_mm2 or 0 for one in p.slice.labels if one.presence == presence]
        if mine:
            found[p.slice.index] = round(sum(mine) / (DX * DY))
    return found


def test_a_hole_by_exclusive_or_and_a_hole_by_keyhole_are_the_same(tmp_path, scan):
    outer, inner = rectangle((5, 25), (5, 25), 5), rectangle((11, 17), (11, 17), 5)
    xor = [("CLOSEDPLANAR_XOR", outer), ("CLOSEDPLANAR_XOR", inner)]
    nested = [("CLOSED_PLANAR", inner), ("CLOSED_PLANAR", outer)]
    keyhole = [*outer, outer[0], *inner, inner[0]]
    for contours in (xor, nested, [("CLOSED_PLANAR", keyhole)]):
        (picture,) = [p for p in pictures_of(tmp_path, {"ring": contours}) if p.slice.labels]
        (label,) = picture.slice.labels
        assert label.area_mm2 == pytest.approx((400 - 36) * DX * DY, rel=0.01)


def test_several_contours_on_a_slice_are_united_where_they_are_apart(tmp_path, scan):
    two = [("CLOSED_PLANAR", rectangle((5, 9), (5, 9), 3)),
           ("CLOSED_PLANAR", rectangle((20, 23), (5, 9), 3))]  # fmt: skip
    (picture,) = [p for p in pictures_of(tmp_path, {"nodes": two}) if p.slice.labels]
    assert (picture.slice.labels[0].regions, areas([picture])) == (2, {3: 28})


@pytest.mark.parametrize(("off", "warned"), [(0.0, False), (0.005, False), (0.4, True)])
def test_a_contour_within_half_a_slice_is_matched_and_noted_when_it_is_off(
    tmp_path, scan, off, warned
):
    pictures = pictures_of(tmp_path, {"a": [("CLOSED_PLANAR", rectangle((5, 9), (5, 9), 6 + off))]})
    assert areas(pictures) == {6: 16}
    said = [doubt for p in pictures for doubt in p.slice.doubts]
    assert bool(said) == warned
    if warned:
        assert "contours: drawn up to 4.80 mm off their slices" in said[0]


@pytest.mark.parametrize("k", [-0.6, 11.6, 40.0])
def test_a_contour_beyond_half_a_slice_is_refused(tmp_path, scan, k):
    with pytest.raises(RejectedItem, match="contour-grid"):
        pictures_of(tmp_path, {"a": [("CLOSED_PLANAR", rectangle((5, 9), (5, 9), k))]})


def test_a_contour_in_a_gap_of_the_series_is_refused(tmp_path, scan):
    files = {f.name: open_dicom(f.read_bytes(), "") for f in (tmp_path / "ct").iterdir()}
    for name, header in files.items():
        if 3 <= round((header.ImagePositionPatient[2] - Z) / DZ) <= 6:
            (tmp_path / "ct" / name).unlink()
    for k in (2, 7.3):
        pictures_of(tmp_path, {"a": [("CLOSED_PLANAR", rectangle((5, 9), (5, 9), k))]})
    for k in (2.6, 4.5, 6.4):
        with pytest.raises(RejectedItem, match="contour-grid"):
            pictures_of(tmp_path, {"a": [("CLOSED_PLANAR", rectangle((5, 9), (5, 9), k))]})


def test_a_contour_across_slices_is_refused(tmp_path, scan):
    leaning = rectangle((5, 9), (5, 9), 3)
    leaning[2] = (*leaning[2][:2], leaning[2][2] + 6)
    with pytest.raises(RejectedItem, match="contour-grid"):
        pictures_of(tmp_path, {"a": [("CLOSED_PLANAR", leaning)]})


def test_contours_of_a_finer_series_do_not_cancel_each_other(tmp_path, scan):
    fine = [("CLOSED_PLANAR", rectangle((5, 9), (5, 9), k)) for k in np.arange(3, 6.1, 0.25)]
    assert areas(pictures_of(tmp_path, {"a": fine})) == {3: 16, 4: 16, 5: 16, 6: 16}


def test_slices_between_contours_were_not_annotated(tmp_path, scan):
    made, _, _ = scan
    every_second = [("CLOSED_PLANAR", rectangle((5, 9), (5, 9), k)) for k in (3, 5, 7)]
    pictures = pictures_of(tmp_path, {"a": every_second}, series=made, part={"empty": ABSENT})
    assert areas(pictures) == {3: 16, 5: 16, 7: 16}
    assert sorted(areas(pictures, "absent")) == [0, 1, 2, 8, 9, 10, 11]
    assert {one.volume_ml for p in pictures for one in p.slice.labels} == {None}
    config = ReadConfig(planes=("coronal",), budget=0, min_edge_ratio=0.1)
    pictures = pictures_of(tmp_path, {"a": every_second}, series=made, part={"empty": ABSENT},
                           config=config)  # fmt: skip
    assert not any(one for p in pictures for one in p.slice.labels)


def test_absence_ends_where_the_images_of_the_structure_set_end(tmp_path, scan):
    made, _, _ = scan
    drawn = {"a": [("CLOSED_PLANAR", rectangle((5, 9), (5, 9), k)) for k in (4, 5)]}
    pictures = pictures_of(tmp_path, drawn, series=made[2:9], part={"empty": ABSENT})
    assert sorted(areas(pictures, "absent")) == [2, 3, 6, 7, 8]


def test_a_contour_too_small_for_a_pixel_does_not_make_its_region_absent(tmp_path, scan):
    made, _, _ = scan
    speck = [(X + 102, Y + 42, Z + 5 * DZ), (X + 104, Y + 42, Z + 5 * DZ),
             (X + 104, Y + 43, Z + 5 * DZ)]  # fmt: skip
    contours = [("CLOSED_PLANAR", rectangle((5, 9), (5, 9), 4)), ("CLOSED_PLANAR", speck)]
    pictures = pictures_of(tmp_path, {"a": contours}, series=made, part={"empty": ABSENT})
    assert areas(pictures) == {4: 16}
    assert 5 not in areas(pictures, "absent")
    pictures = pictures_of(tmp_path, {"a": contours[1:]}, series=made, part={"empty": ABSENT})
    assert 5 not in areas(pictures, "absent")


def test_points_and_open_contours_make_no_mask_and_say_so(tmp_path, scan):
    made, _, _ = scan
    regions = {
        "a": [("CLOSED_PLANAR", rectangle((5, 9), (5, 9), 4)), ("POINT", [(0, 0, 0)]),
              ("OPEN_PLANAR", rectangle((5, 9), (5, 9), 5))],
        "seed": [("POINT", [(0, 0, 0)])],
    }  # fmt: skip
    pictures = pictures_of(tmp_path, regions, series=made, part={"empty": ABSENT})
    assert areas(pictures) == {4: 16}
    said = {doubt for p in pictures for doubt in p.slice.doubts}
    assert said == {
        "contours: 1 of type OPEN_PLANAR make no mask; contours: 2 of type POINT make no mask"
    }
    absent = {one.raw for p in pictures for one in p.slice.labels if one.presence == "absent"}
    assert absent == {"a"}  # a seed that is a point is not absent


def test_regions_that_are_no_structure_need_no_name(tmp_path, scan):
    contour = [("CLOSED_PLANAR", rectangle((5, 9), (5, 9), 4))]
    regions = {"a": contour, "BODY": contour, "iso": [("POINT", [(0, 0, 0)])]}
    kinds = {"BODY": "EXTERNAL", "iso": "ISOCENTER"}
    pictures = pictures_of(tmp_path, regions, names={"a": "a"}, kinds=kinds)
    assert {one.raw for p in pictures for one in p.slice.labels} == {"a"}
    with pytest.raises(RejectedItem, match=r"unknown-label.*BODY"):
        pictures_of(tmp_path, regions, names={"a": "a"})


def test_a_contour_belongs_to_the_image_it_names(tmp_path, scan):
    made, _, _ = scan
    header = phantom.write_rtstruct(
        tmp_path / "mask", {"a": [("CLOSED_PLANAR", rectangle((5, 9), (5, 9), 6.5))]}, series=made
    )
    paths = sorted(f"ct/{p.name}" for p in (tmp_path / "ct").iterdir())
    source = source_of(Mask("mask", form="rtstruct", names={"a": "a"}), cases=DicomSeries("ct/*"))
    for k in (6, 7):
        image = Dataset()
        image.ReferencedSOPInstanceUID = made[k].SOPInstanceUID
        contour = header.ROIContourSequence[0].ContourSequence[0]
        contour.ContourImageSequence = Sequence([image])
        header.save_as(tmp_path / "mask", enforce_file_format=True)
        notes = [annotation(source, files=("mask",))]
        assert areas(read(tmp_path, source, paths, notes, EVERY)) == {k: 16}


def test_coordinates_of_another_frame_of_reference_are_refused(tmp_path, scan):
    contour = {"a": [("CLOSED_PLANAR", rectangle((5, 9), (5, 9), 4))]}
    with pytest.raises(RejectedItem, match="frame-of-reference"):
        pictures_of(tmp_path, contour, frame_of_reference=generate_uid(entropy_srcs=["x"]))


def test_broken_contours_are_refused_by_name(tmp_path, scan):
    header = phantom.write_rtstruct(
        tmp_path / "mask", {"a": [("CLOSED_PLANAR", rectangle((5, 9), (5, 9), 4))]}
    )
    header.ROIContourSequence[0].ContourSequence[0].NumberOfContourPoints = 7
    with pytest.raises(RejectedItem, match="contour-points"):
        list(regions_of(header, "mask"))


def test_the_real_structure_set_has_one_outline_of_the_patient_and_two_points():
    with open(get_testdata_file("rtstruct.dcm"), "rb") as stream:
        header = open_dicom(stream.read(), "rtstruct.dcm")
    regions = {region.name: region for region in regions_of(header, "rtstruct.dcm")}
    closed = [r for r in regions.values() if r.contours]
    assert [(r.kind, len(r.contours)) for r in closed] == [("EXTERNAL", 3)]
    assert [len(c.points) for c in closed[0].contours] == [4, 5, 5]  # the last repeats the first
    assert sorted(float(c.points[0, 2]) for c in closed[0].contours) == [-200, -190, -180]
    for contour in closed[0].contours:
        sides = contour.points.max(axis=0) - contour.points.min(axis=0)
        assert float(sides[0] * sides[1]) == pytest.approx(120_000)
    points = [r for r in regions.values() if not r.contours]
    assert [(r.kind, r.skipped) for r in points] == [("ISOCENTER", (("POINT", 1),))] * 2


def test_the_real_structure_set_gives_no_mask_of_a_structure(tmp_path):
    image = np.zeros((12, 60, 60), np.int16)
    image[:, 10:50, 10:50] = 40
    affine = np.array([[0, 0, 10.0, -300], [0, 10.0, 0, -300], [5.0, 0, 0, -210], [0, 0, 0, 1]])
    with open(get_testdata_file("rtstruct.dcm"), "rb") as stream:
        data = stream.read()
    (tmp_path / "mask").write_bytes(data)
    phantom.write_series(tmp_path / "ct", image, affine, FrameOfReferenceUID=None)
    source = source_of(Mask("mask", form="rtstruct", names={"liver": "liver"}),
                       cases=DicomSeries("ct/*"))  # fmt: skip
    paths = sorted(f"ct/{p.name}" for p in (tmp_path / "ct").iterdir())
    pictures = read(tmp_path, source, paths, [annotation(source, files=("mask",))], EVERY)
    assert pictures
    assert not any(p.slice.labels for p in pictures)
