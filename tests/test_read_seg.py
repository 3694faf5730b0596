"""DICOM segmentations: placing, sparse frames, what was annotated, and what is refused."""

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
from gmai_data.read.seg import frame_bits, seg_frames
from tests import phantom
from tests.read_cases import annotation, read, source_of

NAMES = {name: name for name in phantom.NAMES.values()}
EVERY = ReadConfig(planes=("axial",), budget=0, min_edge_ratio=0.1)
ALL_PLANES = ReadConfig(budget=0, min_edge_ratio=0.1)


@pytest.fixture
def scan(tmp_path):
    """The body as an axial series: its data sets, label map and affine."""
    image, labels, affine = phantom.turned(phantom.ORIENTATIONS[0])
    return phantom.write_series(tmp_path / "ct", image, affine), labels, affine


def pictures_of(folder, *, form="seg", names=NAMES, config=EVERY, files=("mask",), paths=None,
                **known):  # fmt: skip
    paths = paths or sorted(f"ct/{p.name}" for p in (folder / "ct").iterdir())
    source = source_of(Mask("mask", form=form, names=names, **known), cases=DicomSeries("ct/*"))
    return read(folder, source, paths, [annotation(source, files=files)], config)


def slices_of(pictures, raw, presence="present"):
    """Axial slices on which a label is stated."""
    flat = [p.slice for p in pictures if p.slice.plane == "axial"]
    return [s.index for s in flat for one in s.labels if (one.raw, one.presence) == (raw, presence)]


def truth(labels, name):
    number = next(n for n, known in phantom.NAMES.items() if known == name)
    return [k for k in range(len(labels)) if (labels[k] == number).any()]


def test_frames_are_placed_by_position_whatever_their_order(tmp_path, scan):
    made, labels, affine = scan
    pairs = [(n, k) for k in (7, 4, 9, 2, 6, 5, 3, 8, 10, 11, 1) for n in (3, 1, 2)
             if (labels[k] == n).any()]  # fmt: skip
    phantom.write_seg(tmp_path / "mask", labels, affine, frames=pairs, series=made)
    pictures = pictures_of(tmp_path)
    for name in ("liver", "spleen", "spine"):
        assert slices_of(pictures, name) == truth(labels, name)
    for picture in pictures:
        for label in picture.slice.labels:
            number = next(n for n, known in phantom.NAMES.items() if known == label.raw)
            pixels = int((labels[picture.slice.index] == number).sum())
            assert label.area_mm2 == pytest.approx(pixels * 80.0)


@pytest.mark.parametrize("kind", ["BINARY", "FRACTIONAL", "LABELMAP"])
def test_every_type_of_segmentation_says_the_same(tmp_path, scan, kind):
    made, labels, affine = scan
    frames = [(0, k) for k in range(len(labels))] if kind == "LABELMAP" else None
    phantom.write_seg(tmp_path / "mask", labels, affine, kind=kind, frames=frames, series=made)
    pictures = pictures_of(tmp_path)
    for name in NAMES:
        assert slices_of(pictures, name) == truth(labels, name)


def test_a_fraction_counts_from_half_of_the_maximum(tmp_path, scan):
    made, labels, affine = scan
    levels = np.zeros(labels.shape, np.uint8)
    levels[5, 10, 10:14] = 0, 127, 128, 255
    phantom.write_seg(tmp_path / "mask", labels, affine, kind="FRACTIONAL", levels=levels,
                      frames=[(1, 5)], series=made)  # fmt: skip
    (label,) = (one for p in pictures_of(tmp_path) for one in p.slice.labels)
    assert (label.box, label.area_mm2) == (
        (15.0, 10.0, 18.0, 11.0),
        160.0,
    )  # stored with square pixels of 8 mm


def test_a_frame_that_is_left_out_is_absence_only_on_slices_that_were_segmented(tmp_path, scan):
    made, labels, affine = scan
    phantom.write_seg(tmp_path / "mask", labels, affine, series=made[3:9])
    pictures = pictures_of(tmp_path, empty=ABSENT)
    here = [k for k in truth(labels, "node") if 3 <= k < 9]
    assert slices_of(pictures, "node") == here == [4, 5]
    assert slices_of(pictures, "node", "absent") == [3, 6, 7, 8]
    assert slices_of(pictures, "liver", "absent") == []


def test_a_segment_without_any_frame_is_absent_where_its_segmentation_was_made(tmp_path, scan):
    made, labels, affine = scan
    pairs = [(1, k) for k in truth(labels, "liver")]
    phantom.write_seg(tmp_path / "mask", labels, affine, frames=pairs, series=made[2:11])
    pictures = pictures_of(tmp_path, empty=ABSENT)
    assert slices_of(pictures, "spleen", "absent") == list(range(2, 11))
    assert slices_of(pictures, "spleen") == []
    everywhere = pictures_of(tmp_path, config=ALL_PLANES, empty=ABSENT)
    reformats = [p for p in everywhere if p.slice.plane != "axial"]
    assert reformats
    assert not any(label.presence == "absent" for p in reformats for label in p.slice.labels)


def test_without_references_absence_is_said_between_the_first_and_the_last_frame(tmp_path, scan):
    _, labels, affine = scan
    pairs = [(1, 4), (1, 8), (5, 4), (5, 5)]
    phantom.write_seg(tmp_path / "mask", labels, affine, frames=pairs)
    pictures = pictures_of(tmp_path, empty=ABSENT)
    assert slices_of(pictures, "node", "absent") == [6, 7, 8]
    assert slices_of(pictures, "spine", "absent") == [4, 5, 6, 7, 8]


def test_a_series_that_is_named_without_its_instances_was_segmented_whole(tmp_path, scan):
    made, labels, affine = scan
    header = phantom.write_seg(tmp_path / "mask", labels, affine, series=made)
    del header.ReferencedSeriesSequence[0].ReferencedInstanceSequence
    header.save_as(tmp_path / "mask", enforce_file_format=True)
    pictures = pictures_of(tmp_path, empty=ABSENT)
    assert slices_of(pictures, "node", "absent") == [k for k in range(12) if k not in (4, 5)]


def test_what_is_cut_off_by_the_segmented_slices_has_no_volume(tmp_path, scan):
    made, labels, affine = scan
    phantom.write_seg(tmp_path / "mask", labels, affine, frames=[(1, k) for k in range(4, 8)]
                      + [(5, 4), (5, 5)], series=made[4:8])  # fmt: skip
    volumes = {label.raw: label.volume_ml for p in pictures_of(tmp_path)
               for label in p.slice.labels}  # fmt: skip
    assert volumes == {"liver": None, "node": None}
    phantom.write_seg(tmp_path / "mask", labels, affine, series=made)
    volumes = {label.raw: label.volume_ml for p in pictures_of(tmp_path)
               for label in p.slice.labels}  # fmt: skip
    assert volumes["node"] == pytest.approx((labels == 5).sum() * 0.96)


def test_coordinates_of_another_frame_of_reference_are_refused(tmp_path, scan):
    made, labels, affine = scan
    phantom.write_seg(tmp_path / "mask", labels, affine, series=made,
                      frame_of_reference=generate_uid(entropy_srcs=["other"]))  # fmt: skip
    with pytest.raises(RejectedItem, match="frame-of-reference"):
        pictures_of(tmp_path)


def test_the_stack_that_a_segmentation_names_gets_it_and_no_other(tmp_path, scan):
    _, labels, affine = scan
    image, _, _ = phantom.turned(phantom.ORIENTATIONS[0])
    late = phantom.write_series(tmp_path / "late", image + 40, affine,
                                SeriesInstanceUID=generate_uid(entropy_srcs=["late"]))  # fmt: skip
    phantom.write_seg(tmp_path / "mask", labels, affine, series=late)
    paths = sorted(str(p.relative_to(tmp_path)) for d in ("ct", "late")
                   for p in (tmp_path / d).iterdir())  # fmt: skip
    pictures = pictures_of(tmp_path, paths=paths, empty=ABSENT)
    with_labels = {p.slice.variant for p in pictures if p.slice.labels}
    assert {p.slice.variant for p in pictures} == {"stack1", "stack2"}
    assert len(with_labels) == 1


@pytest.mark.parametrize("number", [5, 17, 30, 47])
def test_a_segmentation_with_its_axes_in_another_order_is_placed_voxel_by_voxel(tmp_path, number):
    image, labels, affine = phantom.turned(phantom.ORIENTATIONS[0])
    made = phantom.write_series(tmp_path / "ct", image, affine)
    _, other, turn = phantom.turned(phantom.ORIENTATIONS[number])
    phantom.write_seg(tmp_path / "mask", other, turn, series=made)
    for name in NAMES:
        assert slices_of(pictures_of(tmp_path), name) == truth(labels, name)


def test_another_grid_is_refused_and_resampled_only_where_that_is_declared(tmp_path, scan):
    made, labels, affine = scan
    fine = np.repeat(np.repeat(labels, 2, axis=1), 2, axis=2)
    half = affine.copy()
    half[:3, 1] /= 2
    half[:3, 2] /= 2
    half[:3, 3] -= half[:3, 1] / 2 + half[:3, 2] / 2
    phantom.write_seg(tmp_path / "mask", fine, half, series=made)
    with pytest.raises(RejectedItem, match="mask-grid"):
        pictures_of(tmp_path)
    pictures = pictures_of(tmp_path, resample=True)
    for name in NAMES:
        assert slices_of(pictures, name) == truth(labels, name)
    for p in pictures:
        for label in p.slice.labels:
            number = next(n for n, known in phantom.NAMES.items() if known == label.raw)
            exact = int((labels[p.slice.index] == number).sum()) * 80.0
            assert label.area_mm2 == pytest.approx(exact)


def test_frames_between_slices_are_refused(tmp_path, scan):
    made, labels, affine = scan
    shifted = affine.copy()
    shifted[2, 3] += 5.0
    phantom.write_seg(tmp_path / "mask", labels, shifted, series=made)
    with pytest.raises(RejectedItem, match="mask-grid"):
        pictures_of(tmp_path)


def derived(header, made, frames):
    """Say of each frame which one image it was made on."""
    items = zip(header.PerFrameFunctionalGroupsSequence, frames, strict=True)
    for item, (_, k) in items:
        image, derivation = Dataset(), Dataset()
        image.ReferencedSOPInstanceUID = made[k].SOPInstanceUID
        derivation.SourceImageSequence = Sequence([image])
        item.DerivationImageSequence = Sequence([derivation])


def test_a_frame_without_a_position_lies_on_the_image_it_names(tmp_path, scan):
    made, labels, affine = scan
    frames = [(1, k) for k in truth(labels, "liver")]
    header = phantom.write_seg(tmp_path / "mask", labels, affine, frames=frames, series=made)
    derived(header, made, frames)
    for item in header.PerFrameFunctionalGroupsSequence:
        del item.PlanePositionSequence
    header.save_as(tmp_path / "mask", enforce_file_format=True)
    assert slices_of(pictures_of(tmp_path), "liver") == truth(labels, "liver")
    derived(header, [made[0]] * 12, frames)
    for item in header.PerFrameFunctionalGroupsSequence:
        del item.DerivationImageSequence
    header.save_as(tmp_path / "mask", enforce_file_format=True)
    with pytest.raises(RejectedItem, match="seg-geometry"):
        pictures_of(tmp_path)


def test_a_frame_that_lies_elsewhere_than_the_image_it_names_is_refused(tmp_path, scan):
    made, labels, affine = scan
    frames = [(1, k) for k in truth(labels, "liver")]
    header = phantom.write_seg(tmp_path / "mask", labels, affine, frames=frames, series=made)
    derived(header, made, frames)
    header.save_as(tmp_path / "mask", enforce_file_format=True)
    assert slices_of(pictures_of(tmp_path), "liver") == truth(labels, "liver")
    derived(header, made, [(1, k - 1) for _, k in frames])
    header.save_as(tmp_path / "mask", enforce_file_format=True)
    with pytest.raises(RejectedItem, match="seg-geometry"):
        pictures_of(tmp_path)


def test_slices_at_uneven_distances_keep_their_frames(tmp_path, scan):
    made, labels, affine = scan
    phantom.write_seg(tmp_path / "mask", labels, affine, frames=[(1, k) for k in (4, 5, 7, 8)],
                      series=made)  # fmt: skip
    order = {h.SOPInstanceUID: k for k, h in enumerate(made)}
    paths = []
    for file in sorted((tmp_path / "ct").iterdir()):
        if order[open_dicom(file.read_bytes(), "").SOPInstanceUID] not in (1, 6):
            paths.append(f"ct/{file.name}")
    pictures = pictures_of(tmp_path, paths=paths)
    present = {p.slice.index: int(p.slice.labels[0].area_mm2) for p in pictures if p.slice.labels}
    kept = [k for k in range(12) if k not in (1, 6)]
    assert present == {kept.index(k): int((labels[k] == 1).sum()) * 80 for k in (4, 5, 7, 8)}
    assert {p.slice.thickness_mm for p in pictures} == {None}


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        (lambda h: h.PerFrameFunctionalGroupsSequence.pop(), "seg-frames: 28 frame items, 29"),
        (lambda h: h.SegmentSequence.pop(0), "seg-frames.*not described"),
        (lambda h: setattr(h, "Modality", "CT"), "not-a-seg"),
        (lambda h: setattr(h, "PixelData", h.PixelData[:100]), "undecodable"),
        (lambda h: setattr(h.SegmentSequence[0], "SegmentLabel", "Heart"), "unknown-label.*Heart"),
    ],
)
def test_broken_segmentations_are_refused_by_name(tmp_path, scan, damage, rule):
    made, labels, affine = scan
    header = phantom.write_seg(tmp_path / "mask", labels, affine, series=made)
    damage(header)
    header.save_as(tmp_path / "mask", enforce_file_format=True)
    with pytest.raises(RejectedItem, match=rule) as caught:
        pictures_of(tmp_path)
    assert caught.value.path == "mask"


def real(name):
    path = get_testdata_file(name, download=False)
    if path is None:
        pytest.skip("pydicom-data is not installed")
    with open(path, "rb") as stream:
        return open_dicom(stream.read(), name)


def test_the_real_liver_has_its_known_areas_and_boxes():
    header = real("liver.dcm")
    frames = seg_frames(header, "liver.dcm")
    pixels, boxes, depths = [], [], []
    for one in frames:
        bits = frame_bits(header, one.index, one.segment, "liver.dcm")
        rows, columns = np.nonzero(bits)
        pixels.append(int(bits.sum()))
        boxes.append((columns.min(), rows.min(), columns.max() + 1, rows.max() + 1))
        depths.append(round(float(one.placed.affine[2, 3]), 2))
    assert pixels == [36233, 35645, 35220]
    assert boxes == [(79, 145, 351, 367), (80, 146, 350, 366), (81, 147, 349, 365)]
    spacing = frames[0].placed.spacing(1) * frames[0].placed.spacing(2)
    assert [round(n * spacing / 100, 1) for n in pixels] == [238.0, 234.2, 231.4]
    step = abs(depths[1] - depths[0])
    assert sum(pixels) * spacing * step / 1000 == pytest.approx(70.36, abs=0.01)


def test_the_real_liver_with_three_items_for_one_frame_is_refused():
    header = real("liver_1frame.dcm")
    with pytest.raises(RejectedItem, match="seg-frames: 3 frame items, 1 frame"):
        seg_frames(header, "liver_1frame.dcm")


@pytest.mark.parametrize(("rows", "columns"), [(5, 7), (9, 9), (41, 75), (82, 75), (16, 16)])
def test_frames_that_begin_within_a_byte_are_whole(tmp_path, rows, columns):
    bits = np.random.default_rng(rows).integers(0, 2, (9, rows, columns)).astype(np.uint8)
    phantom.write_seg(tmp_path / "mask", bits, np.eye(4), names={1: "a"},
                      frames=[(1, k) for k in range(9)])  # fmt: skip
    header = open_dicom((tmp_path / "mask").read_bytes(), "mask")
    for k in range(9):
        assert np.array_equal(frame_bits(header, k, 1, "mask"), bits[k])
    header.PixelData = header.PixelData[: 8 * rows * columns // 8]
    with pytest.raises(RejectedItem, match="undecodable"):
        frame_bits(header, 8, 1, "mask")
