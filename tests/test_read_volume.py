import dataclasses
import gzip
import io
import itertools
import re

import nibabel
import numpy as np
import pytest
from nibabel.testing import data_path
from PIL import Image

from gmai_data import ABSENT, Boxes, Files, Layout, Mask, Points
from gmai_data.config import ReadConfig
from gmai_data.declare import display_of
from gmai_data.errors import RejectedItem
from gmai_data.read.masks import decode_rle
from gmai_data.read.volume import load_volume
from tests.read_cases import annotation, read, source_of

SPACING = (2.0, 1.5, 3.0)
RAS = np.diag([*SPACING, 1.0])


def phantom():
    """A trunk of 36 x 40 x 30 voxels in RAS with two kidneys-to-be and a spine-to-be."""
    shape = (180, 120, 24)
    i, j, k = np.mgrid[: shape[0], : shape[1], : shape[2]]
    rng = np.random.default_rng(3)
    image = rng.normal(-1000, 5, shape)
    body = ((i - 89.5) / 80) ** 2 + ((j - 60) / 50) ** 2 <= 1
    image[body] = rng.normal(40, 10, shape)[body]
    mask = np.zeros(shape, np.uint8)
    inside = (k >= 4) & (k < 20)
    mask[inside & (((i - 130) / 12) ** 2 + ((j - 40) / 14) ** 2 <= 1)] = 1  # to the right (RAS)
    mask[inside & (((i - 50) / 12) ** 2 + ((j - 40) / 14) ** 2 <= 1)] = 2  # to the left
    mask[inside & (((i - 89.5) / 8) ** 2 + ((j - 30) / 8) ** 2 <= 1)] = 3
    image[mask > 0] += 60
    return image.astype(np.int16), mask


def save(path, array, affine=RAS, code=1, sform=True):
    image = nibabel.Nifti1Image(array, affine)
    image.header.set_xyzt_units("mm")
    image.set_sform(affine, code if sform else 0)
    image.set_qform(affine, code)
    nibabel.save(image, str(path))


NAMES = {1: "right thing", 2: "left thing", 3: "spine"}


def facts(pictures):
    rows = []
    for picture in pictures:
        s = picture.slice
        rows.append((s.plane, s.index, s.count, s.orientation, s.display, s.spacing_mm,
                     s.thickness_mm, s.window, s.pixels_sha256, s.labels))  # fmt: skip
    return sorted(rows)


def test_all_48_storage_orders_give_identical_slices_and_facts(tmp_path):
    image, mask = phantom()
    image, mask = image[::2, ::2, ::1], mask[::2, ::2, ::1]
    affine = np.diag([4.0, 3.0, 6.0, 1.0])
    source = source_of(Mask("m.nii", names=NAMES), anatomy=("kidney",))
    config = ReadConfig(budget=3, min_edge_ratio=0.3)
    expected = None
    for order in itertools.permutations(range(3)):
        for flips in itertools.product((1, -1), repeat=3):
            columns, origin = affine[:3, list(order)].copy(), affine[:3, 3].copy()
            turned = [np.transpose(a, order) for a in (image, mask)]
            for axis, sign in enumerate(flips):
                if sign < 0:
                    origin = origin + columns[:, axis] * (turned[0].shape[axis] - 1)
                    columns[:, axis] *= -1
                    turned = [np.flip(a, axis) for a in turned]
            new = np.eye(4)
            new[:3, :3], new[:3, 3] = columns, origin
            for name, array in zip(("i.nii", "m.nii"), turned, strict=True):
                save(tmp_path / name, np.ascontiguousarray(array), new)
            found = facts(read(tmp_path, source, "i.nii",
                               [annotation(source, files=("m.nii",))], config))  # fmt: skip
            expected = expected or found
            assert found == expected
    sides = {label.raw: label.side for row in expected for label in row[9] if row[0] == "axial"}
    assert sides == {"1": "right", "2": "left", "3": "midline"}
    assert {row[0] for row in expected} == {"axial", "coronal", "sagittal"}


def test_a_part_is_shown_in_its_own_way(tmp_path):
    parts = (Layout("mr"), Layout("ultrasound", display="as stored"))
    source = dataclasses.replace(source_of(), parts=parts)
    save(tmp_path / "i.nii", np.arange(8000, dtype=np.int16).reshape(20, 20, 20), np.eye(4))
    planes = {
        part: {p.slice.plane for p in read(tmp_path, source, "i.nii", layout=part)}
        for part in ("mr", "ultrasound")
    }
    assert planes == {"mr": {"axial", "coronal", "sagittal"}, "ultrasound": {""}}
    shown = dataclasses.replace(source, display="as stored")
    assert display_of(shown, "mr") == "as stored"  # the source's, where the part says nothing


def test_a_frame_kept_as_a_volume_is_shown_as_stored_and_has_no_plane(tmp_path):
    image = np.zeros((20, 30, 1), np.uint8)
    image[4:9, 10:22] = 200  # columns 4 to 8, rows 10 to 21
    affine = np.diag([0.3, 0.15, 1.0, 1.0])
    save(tmp_path / "i.nii", image, affine)
    save(tmp_path / "m.nii", (image > 0).astype(np.uint8), affine)
    source = source_of(Mask("m.nii", names={1: "heart"}), modality="Ultrasound",
                       display="as stored")  # fmt: skip
    (picture,) = read(tmp_path, source, "i.nii", [annotation(source, files=("m.nii",))])
    s = picture.slice
    assert (s.plane, s.orientation, s.display) == ("", "", "as stored")
    assert s.spacing_mm == (0.15, 0.15)  # columns are twice as wide as rows are high
    assert [(label.box, label.side) for label in s.labels] == [((8, 10, 18, 22), "")]
    assert np.asarray(Image.open(io.BytesIO(picture.image))).shape == (30, 40)


def test_an_array_kept_as_a_volume_is_cut_along_its_first_axis_and_has_no_size(tmp_path):
    image = np.zeros((10, 40, 30), np.int16)  # slice, row, column
    image[4:7, 6:20, 12:25] = 200
    save(tmp_path / "i.nii", image, np.eye(4))
    save(tmp_path / "m.nii", (image > 0).astype(np.uint8), np.eye(4))
    source = source_of(Mask("m.nii", names={1: "pancreas"}), display="as array")
    pictures = read(tmp_path, source, "i.nii", [annotation(source, files=("m.nii",))])
    assert {p.slice.count for p in pictures} == {10}
    assert {(p.slice.plane, p.slice.orientation, p.slice.display) for p in pictures} == {
        ("", "", "as stored")
    }
    assert {p.slice.spacing_mm for p in pictures} == {None}
    drawn = {label.box for p in pictures for label in p.slice.labels if label.box}
    assert drawn == {(12, 6, 25, 20)}
    sized = [label for p in pictures for label in p.slice.labels if label.diameter_mm]
    assert not sized


def test_a_mask_stored_the_other_way_round_is_turned_exactly(tmp_path):
    image, mask = phantom()
    save(tmp_path / "i.nii.gz", image)
    save(tmp_path / "m.nii.gz", mask)
    flipped = RAS.copy()
    flipped[:3, 0] *= -1
    flipped[0, 3] = SPACING[0] * (mask.shape[0] - 1)
    save(tmp_path / "f.nii.gz", np.ascontiguousarray(mask[::-1]), flipped)
    source = source_of(Mask("m.nii.gz", names=NAMES))
    one = read(tmp_path, source, "i.nii.gz", [annotation(source, files=("m.nii.gz",))])
    two = read(tmp_path, source, "i.nii.gz", [annotation(source, files=("f.nii.gz",))])
    assert facts(one) == facts(two)


def test_box_area_and_side_of_an_axial_slice_are_those_of_the_phantom(tmp_path):
    image, mask = phantom()
    save(tmp_path / "i.nii.gz", image)
    save(tmp_path / "m.nii.gz", mask)
    source = source_of(Mask("m.nii.gz", names=NAMES))
    pictures = read(tmp_path, source, "i.nii.gz", [annotation(source, files=("m.nii.gz",))])
    axial = [p.slice for p in pictures if p.slice.plane == "axial" and p.slice.labels]
    slice_ = axial[0]
    assert slice_.orientation == "L\\P"
    assert slice_.display == "radiological"
    right = next(label for label in slice_.labels if label.raw == "1")
    # stored at 1.5 mm: 2 mm columns grow by 4/3; RAS i runs to image-left
    assert slice_.spacing_mm == (1.5, 1.5)
    assert right.box[2] < slice_.width / 2
    area = int((mask[:, :, 10] == 1).sum())
    assert right.area_mm2 == pytest.approx(area * 3.0)
    assert right.volume_ml == pytest.approx((mask == 1).sum() * 9 / 1000, abs=1e-3)
    assert right.centroid[1] == pytest.approx(120 - 40.5, abs=0.6)
    assert decode_rle(right.mask, slice_.height, slice_.width).sum() == right.area_px


def test_a_mask_on_another_grid_is_refused_and_both_grids_are_named(tmp_path):
    image, mask = phantom()
    save(tmp_path / "i.nii.gz", image)
    save(tmp_path / "m.nii.gz", mask[::2, ::2], np.diag([4.0, 3.0, 3.0, 1.0]))
    source = source_of(Mask("m.nii.gz", names=NAMES))
    with pytest.raises(RejectedItem, match=r"mask-grid.*90 x 60 x 24.*180 x 120 x 24") as caught:
        read(tmp_path, source, "i.nii.gz", [annotation(source, files=("m.nii.gz",))])
    assert (caught.value.kind, caught.value.path) == ("corrupt", "m.nii.gz")


def test_a_mask_of_the_same_shape_elsewhere_in_the_patient_is_refused(tmp_path):
    image, mask = phantom()
    save(tmp_path / "i.nii.gz", image)
    moved = RAS.copy()
    moved[2, 3] = 30.0
    save(tmp_path / "m.nii.gz", mask, moved)
    source = source_of(Mask("m.nii.gz", names=NAMES))
    with pytest.raises(RejectedItem, match="mask-grid"):
        read(tmp_path, source, "i.nii.gz", [annotation(source, files=("m.nii.gz",))])


def test_resampling_by_position_brings_a_coarse_mask_to_the_image(tmp_path):
    image, mask = phantom()
    save(tmp_path / "i.nii.gz", image)
    coarse = np.diag([4.0, 3.0, 3.0, 1.0])
    coarse[:3, 3] = (1.0, 0.75, 0.0)  # centre of each 2 x 2 block of voxels
    save(tmp_path / "m.nii.gz", np.ascontiguousarray(mask[::2, ::2]), coarse)
    source = source_of(Mask("m.nii.gz", names=NAMES, resample=True))
    pictures = read(tmp_path, source, "i.nii.gz", [annotation(source, files=("m.nii.gz",))])
    volumes = {label.raw: label.volume_ml for p in pictures for label in p.slice.labels}
    for value in (1, 2):
        assert volumes[str(value)] == pytest.approx((mask == value).sum() * 9 / 1000, rel=0.06)


def test_an_unnamed_value_is_an_error_and_an_ignored_one_is_not(tmp_path):
    image, mask = phantom()
    save(tmp_path / "i.nii.gz", image)
    save(tmp_path / "m.nii.gz", mask)
    source = source_of(Mask("m.nii.gz", names={1: "right thing", 2: "left thing"}))
    with pytest.raises(RejectedItem, match=r"unknown-label: mask values 3"):
        read(tmp_path, source, "i.nii.gz", [annotation(source, files=("m.nii.gz",))])
    source = source_of(Mask("m.nii.gz", names={1: "right thing", range(2, 4): None}))
    pictures = read(tmp_path, source, "i.nii.gz", [annotation(source, files=("m.nii.gz",))])
    assert {label.raw for p in pictures for label in p.slice.labels} == {"1"}


def test_values_of_a_range_or_a_pattern_are_one_object(tmp_path):
    image, mask = phantom()
    save(tmp_path / "i.nii.gz", image)
    save(tmp_path / "m.nii.gz", mask)
    source = source_of(Mask("m.nii.gz", names={range(1, 3): "kidney", re.compile("3"): "spine"}))
    pictures = read(tmp_path, source, "i.nii.gz", [annotation(source, files=("m.nii.gz",))])
    labels = [label for p in pictures if p.slice.plane == "axial" for label in p.slice.labels]
    assert {label.raw for label in labels} == {"1-2", "/3/"}
    both = next(label for label in labels if label.raw == "1-2")
    assert (both.side, both.regions) == ("both", 2)


def test_a_file_per_class_keeps_the_class_of_its_annotation(tmp_path):
    image, mask = phantom()
    save(tmp_path / "i.nii.gz", image)
    source = source_of(Mask("{s}.nii.gz", by="{s}", names={"a": "right thing", "b": None}))
    for name, value in (("a", 1), ("b", 2)):
        save(tmp_path / f"{name}.nii.gz", (mask == value).astype(np.float32))
    notes = [annotation(source, files=(f"{n}.nii.gz",), raw=n) for n in "ab"]
    pictures = read(tmp_path, source, "i.nii.gz", notes)
    assert {label.raw for p in pictures for label in p.slice.labels} == {"a"}


def test_absence_is_said_only_where_the_source_annotates_it(tmp_path):
    image, mask = phantom()
    save(tmp_path / "i.nii.gz", image)
    save(tmp_path / "m.nii.gz", np.where(mask == 1, 1, 0).astype(np.uint8))
    names = {1: "organ", 2: "lesion"}
    for empty, expected in ((ABSENT, {"2"}), ("unknown", set())):
        source = source_of(Mask("m.nii.gz", names=names, empty=empty))
        notes = [annotation(source, files=("m.nii.gz",))]
        pictures = read(tmp_path, source, "i.nii.gz", notes)
        labels = [label for p in pictures for label in p.slice.labels]
        assert "1" in {label.raw for label in labels if label.presence == "present"}
        absent = {label.raw for label in labels if label.presence == "absent"} - {"1"}
        assert absent == expected


def test_no_orientation_means_as_stored_no_plane_and_no_side(tmp_path):
    image, mask = phantom()
    save(tmp_path / "i.nii.gz", image, code=0)
    save(tmp_path / "m.nii.gz", mask, code=0)
    source = source_of(Mask("m.nii.gz", names=NAMES))
    pictures = read(tmp_path, source, "i.nii.gz", [annotation(source, files=("m.nii.gz",))])
    assert {(p.slice.plane, p.slice.display, p.slice.orientation) for p in pictures} == {
        ("", "as stored", "")
    }
    assert {label.side for p in pictures for label in p.slice.labels} == {""}


def test_voxel_sizes_that_contradict_the_sform_take_the_orientation_away(tmp_path):
    image = nibabel.Nifti1Image(phantom()[0][:40, :40], None)
    image.header.set_zooms((1.316, 1.316, 10.0))
    image.set_sform(np.diag([-1.0, -1.0, 1.0, 1.0]), 1, update_affine=False)
    image.header["pixdim"][1:4] = (1.316, 1.316, 10.0)
    nibabel.save(image, str(tmp_path / "i.nii.gz"))
    grid = load_volume(str(tmp_path / "i.nii.gz"), "i.nii.gz").grid
    assert not grid.trusted
    assert [round(grid.spacing(a), 3) for a in range(3)] == [10.0, 1.316, 1.316]


def test_a_mask_without_orientation_is_not_paired_by_index(tmp_path):
    image, mask = phantom()
    save(tmp_path / "i.nii.gz", image)
    save(tmp_path / "m.nii.gz", mask, code=0)
    source = source_of(Mask("m.nii.gz", names=NAMES))
    with pytest.raises(RejectedItem, match=r"mask-grid.*orientation of the mask is unknown"):
        read(tmp_path, source, "i.nii.gz", [annotation(source, files=("m.nii.gz",))])


@pytest.mark.parametrize("dtype", ["<i2", ">i2", "u1", "<f4", ">f4", "<u2", "<i4", "<f8"])
@pytest.mark.parametrize("suffix", [".nii", ".nii.gz"])
def test_the_streaming_reader_agrees_with_nibabel(tmp_path, dtype, suffix):
    rng = np.random.default_rng(4)
    array = rng.integers(0, 200, (7, 5, 3)).astype(dtype)
    image = nibabel.Nifti1Image(array, RAS, dtype=np.dtype(dtype))
    image.header.set_data_dtype(np.dtype(dtype))
    image.header.set_slope_inter(2, -10) if array.dtype.kind in "iu" else None
    name = str(tmp_path / f"x{suffix}")
    nibabel.save(image, name)
    volume = load_volume(name, "x")
    expected = np.asanyarray(nibabel.load(name).dataobj).T
    assert np.allclose(volume.array, expected)
    assert volume.array.flags.c_contiguous
    assert volume.array.dtype.isnative


@pytest.mark.parametrize(
    "name",
    ["example4d.nii.gz", "anatomical.nii", "functional.nii", "example_nifti2.nii.gz",
     "resampled_anat_moved.nii"],
)  # fmt: skip
def test_real_files_of_nibabel_are_read_as_nibabel_reads_them(name):
    path = f"{data_path}/{name}"
    volume = load_volume(path, name)
    expected = np.asanyarray(nibabel.load(path).dataobj).T
    assert np.allclose(volume.array, expected, equal_nan=True, rtol=1e-5)


def test_the_real_brain_of_nibabel_is_axial_with_its_spacing():
    source = source_of(modality="MR", anatomy=("brain",))
    config = ReadConfig(planes=("axial",))
    with pytest.raises(RejectedItem, match="frames-undeclared: 2 frames"):
        read(data_path, source, "example4d.nii.gz", config=config)
    pictures = read(data_path, source, "example4d.nii.gz", config=config, fields=(("frame", "1"),))
    found = {(p.slice.plane, p.slice.thickness_mm, p.slice.display) for p in pictures}
    assert {plane for plane, _, _ in found} == {"axial"}
    assert {display for _, _, display in found} == {"radiological"}
    assert pictures[0].slice.thickness_mm == pytest.approx(2.2, abs=0.05)
    assert pictures[0].slice.spacing_mm == pytest.approx((2.0, 2.0), abs=0.01)
    assert pictures[0].slice.orientation.startswith("L")


def test_a_truncated_file_is_named_and_not_a_crash(tmp_path):
    save(tmp_path / "i.nii.gz", phantom()[0])
    data = (tmp_path / "i.nii.gz").read_bytes()
    source = source_of()
    for cut in (len(data) // 2, 100, 3, 0):
        (tmp_path / "t.nii.gz").write_bytes(data[:cut])
        with pytest.raises(RejectedItem) as caught:
            read(tmp_path, source, "t.nii.gz")
        assert caught.value.kind == "corrupt"
        assert caught.value.path == "t.nii.gz"
        assert str(tmp_path) not in str(caught.value)


def test_a_header_that_promises_a_huge_volume_is_refused_before_reading(tmp_path):
    header = nibabel.Nifti1Header()
    header.set_data_dtype(np.float64)
    header.set_data_shape((30000, 30000, 3000))
    header["vox_offset"], header["magic"] = 352, b"n+1"
    with gzip.open(tmp_path / "i.nii.gz", "wb") as stream:
        stream.write(header.binaryblock + b"\0" * 1000)
    with pytest.raises(RejectedItem, match="volume-too-large"):
        read(tmp_path, source_of(), "i.nii.gz")


def test_channels_are_cut_at_the_same_places_and_masks_go_with_their_grid(tmp_path):
    image, mask = phantom()
    for name in ("a.nii.gz", "b.nii.gz"):
        save(tmp_path / name, np.abs(image))
    save(tmp_path / "m.nii.gz", mask)
    files = Files("{channel}.nii.gz", channels={"a": "T1", "b": "T2"})
    source = source_of(Mask("m.nii.gz", names=NAMES, grid="T2"), modality="MR", cases=files)
    pictures = read(tmp_path, source, {"T1": "a.nii.gz", "T2": "b.nii.gz"},
                    [annotation(source, files=("m.nii.gz",))])  # fmt: skip
    places = {}
    for p in pictures:
        places.setdefault(p.slice.variant, set()).add((p.slice.plane, p.slice.index))
    assert places["T1"] == places["T2"]
    assert {p.slice.sequence for p in pictures} == {"T1", "T2"}
    assert len({p.slice.hash for p in pictures}) == len(pictures)


def test_channels_of_a_4d_file_are_taken_by_their_declared_place(tmp_path):
    image = np.abs(phantom()[0][::3, ::3]).astype(np.int16)
    both = np.stack([image, image[::-1]], axis=-1)
    save(tmp_path / "i.nii.gz", both, np.diag([6.0, 4.5, 3.0, 1.0]))
    source = source_of(modality="MR", cases=Files("i.nii.gz", channels=["FLAIR", "T1w"]))
    paths = {"FLAIR": "i.nii.gz", "T1w": "i.nii.gz"}
    pictures = read(tmp_path, source, paths, config=ReadConfig(planes=("axial",), budget=1))
    first, second = (np.asarray(Image.open(io.BytesIO(p.image))) for p in pictures)
    assert np.array_equal(first, second[:, ::-1])


def test_thin_planes_are_skipped_and_the_acquired_one_is_not(tmp_path):
    image, _ = phantom()
    save(tmp_path / "i.nii.gz", image[:, :, :6])
    pictures = read(tmp_path, source_of(), "i.nii.gz")
    assert {p.slice.plane for p in pictures} == {"axial"}


def test_a_ct_that_is_not_in_hounsfield_units_gets_no_window_in_them(tmp_path):
    image, _ = phantom()
    save(tmp_path / "i.nii.gz", (image.astype(np.int32) + 1024).clip(0).astype(np.int16))
    for known, expected in (({}, "percentile"), ({"intensity": "HU-1024"}, "soft tissue 50/400")):
        pictures = read(tmp_path, source_of(**known), "i.nii.gz")
        assert all(p.slice.window.startswith(expected) for p in pictures)


def test_an_nrrd_and_a_metaimage_give_what_the_nifti_gives(tmp_path):
    import SimpleITK as sitk

    image, mask = phantom()
    save(tmp_path / "i.nii.gz", image)
    save(tmp_path / "m.nii.gz", mask)
    source = source_of(Mask("m", names=NAMES))
    expected = facts(read(tmp_path, source, "i.nii.gz",
                          [annotation(source, files=("m.nii.gz",))]))  # fmt: skip
    for suffix in (".nrrd", ".mha"):
        for name in "im":
            sitk.WriteImage(sitk.ReadImage(str(tmp_path / f"{name}.nii.gz")),
                            str(tmp_path / f"{name}{suffix}"), True)  # fmt: skip
        found = facts(read(tmp_path, source, f"i{suffix}",
                           [annotation(source, files=(f"m{suffix}",))]))  # fmt: skip
        assert found == expected


def test_template_space_has_its_midline_at_zero(tmp_path):
    mask = np.zeros((60, 60, 40), np.uint8)
    mask[10:20, 20:30, 10:30] = 1
    mask[40:50, 20:30, 10:30] = 2
    image = np.random.default_rng(5).integers(0, 200, mask.shape).astype(np.int16)
    affine = np.diag([2.0, 2.0, 2.0, 1.0])
    affine[:3, 3] = (-59, -60, -40)
    save(tmp_path / "i.nii.gz", image, affine, code=4)
    save(tmp_path / "m.nii.gz", mask, affine, code=4)
    source = source_of(Mask("m.nii.gz", names={1: "a", 2: "b"}), modality="MR")
    pictures = read(tmp_path, source, "i.nii.gz", [annotation(source, files=("m.nii.gz",))])
    found = {(label.raw, label.side, label.side_source)
             for p in pictures for label in p.slice.labels}  # fmt: skip
    assert found == {("1", "left", "geometry"), ("2", "right", "geometry")}


def test_points_in_world_millimetres_are_on_their_slice_and_outside_is_refused(tmp_path):
    image, _ = phantom()
    save(tmp_path / "i.nii.gz", image)
    source = source_of(Points(xyz=("{x}", "{y}", "{z}"), space="LPS mm", name="nodule"))
    # voxel (130, 40, 10) is RAS (260, 60, 30), so LPS (-260, -60, 30)
    point = (("x", "-260"), ("y", "-60"), ("z", "30"))
    config = ReadConfig(planes=("axial",))
    pictures = read(tmp_path, source, "i.nii.gz", [annotation(source, values=point)], config)
    shown = [p.slice for p in pictures if p.slice.labels]
    assert [s.index for s in shown] == [10]
    x, y = shown[0].labels[0].centroid
    assert (x, y) == pytest.approx(((180 - 130.5) * 4 / 3, 120 - 40.5), abs=0.7)
    far = (("x", "260"), ("y", "-60"), ("z", "30"))
    with pytest.raises(RejectedItem, match="point-outside"):
        read(tmp_path, source, "i.nii.gz", [annotation(source, values=far)], config)


def test_a_box_of_a_volume_needs_a_frame(tmp_path):
    image, _ = phantom()
    save(tmp_path / "i.nii.gz", image)
    source = source_of(Boxes(xyxy=("{a}",) * 4, name="x"))
    box = (("x1", "10"), ("y1", "20"), ("x2", "40"), ("y2", "50"))
    with pytest.raises(RejectedItem, match="no-frame"):
        read(tmp_path, source, "i.nii.gz", [annotation(source, values=box)])
    notes = [annotation(source, values=(*box, ("frame", "7")))]
    pictures = read(tmp_path, source, "i.nii.gz", notes, ReadConfig(planes=("axial",)))
    assert [p.slice.index for p in pictures if p.slice.labels] == [7]


def test_a_volume_of_nothing_is_rejected_by_rule_and_not_silently(tmp_path):
    save(tmp_path / "i.nii.gz", np.full((32, 32, 32), -1000, np.int16))
    with pytest.raises(RejectedItem, match="no-slices") as caught:
        read(tmp_path, source_of(), "i.nii.gz")
    assert caught.value.kind == "policy"


def test_a_declared_view_is_that_of_the_acquired_plane_only(tmp_path):
    image, _ = phantom()
    save(tmp_path / "heart.nii.gz", image)
    plain = source_of(modality="MR")
    every = ReadConfig(min_edge_ratio=0.0)
    shown = [
        {picture.slice.plane for picture in read(tmp_path, source, "heart.nii.gz", config=every)}
        for source in (plain, dataclasses.replace(plain, view="short axis"))
    ]
    assert shown == [{"axial", "coronal", "sagittal"}, {"axial"}]
