"""Volume files of every kind, and what is wrong with them: read right, or refused by rule."""

import gzip
import struct
from pathlib import Path

import nibabel
import numpy as np
import pytest
import SimpleITK as sitk

from gmai_data import Files, Mask
from gmai_data.config import ReadConfig
from gmai_data.errors import RejectedItem
from gmai_data.read.geometry import letters
from gmai_data.read.volume import load_volume
from tests.read_cases import annotation, read, source_of

AXIAL = ReadConfig(planes=("axial",))
AFFINE = np.diag([-1.5, -1.5, 3.0, 1.0])


def texture(shape: tuple[int, ...] = (24, 20, 12), seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 900, shape).astype(np.int16)


def save(path: Path, array: np.ndarray, affine: np.ndarray = AFFINE) -> None:
    image = nibabel.Nifti1Image(array, affine)
    image.set_sform(affine, 1)
    image.set_qform(affine, 1)
    nibabel.save(image, str(path))


def refused(folder: Path, name: str, **known: object) -> RejectedItem:
    source = source_of(modality="MR", **known)
    with pytest.raises(RejectedItem) as caught:
        read(folder, source, name)
    assert str(folder) not in str(caught.value)
    return caught.value


@pytest.mark.parametrize("suffix", [".nii", ".nii.gz"])
@pytest.mark.parametrize("scaling", [(1, 0), (1, -1024), (2.5, 0.25), (-1, 5), (300, 0)])
@pytest.mark.parametrize("dtype", ["i1", "u1", "<i2", ">i2", "<u2", ">u4", "<i8", "<f4", ">f8"])
def test_every_type_and_scaling_is_read_as_nibabel_reads_it(
    tmp_path: Path, dtype: str, scaling: tuple[float, float], suffix: str
) -> None:
    array = np.random.default_rng(2).integers(0, 100, (7, 6, 5)).astype(dtype)
    header = nibabel.Nifti1Header(endianness=">" if dtype[0] == ">" else "<")
    header.set_data_dtype(np.dtype(dtype))
    header.set_data_shape(array.shape)
    header.set_sform(AFFINE, 1)
    header.set_zooms((1.5, 1.5, 3.0))
    header["magic"], header["vox_offset"] = b"n+1", 352
    header["scl_slope"], header["scl_inter"] = scaling
    name = str(tmp_path / f"x{suffix}")
    with (gzip.open if suffix.endswith("gz") else open)(name, "wb") as stream:
        stream.write(header.binaryblock + b"\0" * 4)
        stream.write(array.tobytes(order="F"))
    expected = np.asanyarray(nibabel.load(name).dataobj).T
    assert np.allclose(load_volume(name, "x").array, expected)
    if scaling[0] == int(scaling[0]):
        labels = load_volume(name, "x", labels=True).array
        assert np.array_equal(labels, np.rint(expected))
        assert labels.dtype.kind in "iu"


def test_a_frame_of_a_4d_file_is_the_frame_that_is_asked_for(tmp_path: Path) -> None:
    array = texture((12, 10, 8, 3))
    save(tmp_path / "x.nii.gz", array)
    for frame in range(3):
        volume = load_volume(str(tmp_path / "x.nii.gz"), "x", frame=frame)
        assert np.array_equal(volume.array, array[..., frame].T)
    for frame in (3, -1):
        with pytest.raises(RejectedItem, match="no-such-frame"):
            load_volume(str(tmp_path / "x.nii.gz"), "x", frame=frame)


def test_a_4d_image_or_mask_never_gives_its_first_frame_by_itself(tmp_path: Path) -> None:
    save(tmp_path / "x.nii.gz", texture((24, 20, 12, 3)))
    assert refused(tmp_path, "x.nii.gz").rule == "frames-undeclared"
    save(tmp_path / "i.nii.gz", texture())
    save(tmp_path / "m.nii.gz", np.ones((24, 20, 12, 3), np.uint8))
    source = source_of(Mask("m", names={1: "a"}), modality="MR")
    with pytest.raises(RejectedItem, match="frames-undeclared") as caught:
        read(tmp_path, source, "i.nii.gz", [annotation(source, files=("m.nii.gz",))])
    assert caught.value.path == "m.nii.gz"


def test_sform_and_qform_that_point_to_different_sides_give_no_orientation(tmp_path: Path) -> None:
    image = nibabel.Nifti1Image(texture(), AFFINE)
    image.set_sform(AFFINE, 1)
    image.set_qform(AFFINE @ np.diag([-1, 1, 1, 1]), 1)
    nibabel.save(image, str(tmp_path / "x.nii"))
    assert not load_volume(str(tmp_path / "x.nii"), "x").grid.trusted
    image.set_qform(AFFINE @ np.diag([-1, 1, 1, 1]), 0)  # the same, but not claimed
    nibabel.save(image, str(tmp_path / "x.nii"))
    assert load_volume(str(tmp_path / "x.nii"), "x").grid.trusted


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"srow_x": (np.nan, 0, 0, 0)}, "bad-affine"),
        ({"srow_z": (0, 0, np.inf, 0)}, "bad-affine"),
        ({"srow_x": (0.9, 0.9, 0, 0), "srow_y": (1.2, 1.2, 0, 0), "qform_code": 0}, "bad-affine"),
        ({"pixdim": (1, 0, 1.5, 3, 0, 0, 0, 0)}, "no-spacing"),
        ({"pixdim": (1, np.nan, 1.5, 3, 0, 0, 0, 0), "qform_code": 0}, "no-spacing"),
        ({"dim": (3, 0, 20, 12, 1, 1, 1, 1)}, "not-a-volume"),
        ({"dim": (7, 2, 2, 2, 2, 2, 2, 2)}, "not-a-volume"),
        ({"dim": (3, 240, 200, 12, 1, 1, 1, 1)}, "truncated-file"),
        ({"dim": (3, 24, 20, 4, 1, 1, 1, 1)}, "data-size"),
        ({"datatype": 999}, "not-a-volume"),
        ({"datatype": 128, "bitpix": 24}, "voxel-type"),
        ({"datatype": 32, "bitpix": 64}, "voxel-type"),
    ],
)
@pytest.mark.parametrize("suffix", [".nii", ".nii.gz"])
def test_a_header_that_lies_is_refused_by_rule(
    tmp_path: Path, change: dict[str, object], rule: str, suffix: str
) -> None:
    save(tmp_path / "x.nii", texture())
    data = bytearray((tmp_path / "x.nii").read_bytes())
    header = nibabel.Nifti1Header(bytes(data[:348]), check=False)
    for name, value in change.items():
        header[name] = value
    data[:348] = header.binaryblock
    (tmp_path / f"b{suffix}").write_bytes(gzip.compress(data) if "gz" in suffix else bytes(data))
    found = refused(tmp_path, f"b{suffix}")
    assert (found.kind, found.rule, found.path) == ("corrupt", rule, f"b{suffix}")


def test_a_header_of_any_bytes_is_read_or_refused_and_never_crashes(tmp_path: Path) -> None:
    save(tmp_path / "x.nii", texture())
    good = (tmp_path / "x.nii").read_bytes()
    rng = np.random.default_rng(7)
    rules = set()
    for _ in range(400):
        data = bytearray(good)
        for at in rng.integers(0, 348, rng.integers(1, 6)):
            data[at] = rng.integers(0, 256)
        (tmp_path / "f.nii").write_bytes(data)
        try:
            volume = load_volume(str(tmp_path / "f.nii"), "f.nii")
            assert np.isfinite(volume.grid.affine).all()
        except RejectedItem as found:
            rules.add(found.rule)
    assert {"not-a-volume", "truncated-file"} <= rules


@pytest.mark.parametrize("shape", [(1, 1, 40), (40, 1, 1), (7, 40, 5), (1, 1, 1)])
def test_a_volume_too_small_for_a_picture_is_refused(
    tmp_path: Path, shape: tuple[int, ...]
) -> None:
    save(tmp_path / "x.nii", texture(shape))
    assert refused(tmp_path, "x.nii").rule == "too-small"


def test_a_broken_checksum_is_found_though_all_voxels_came_out(tmp_path: Path) -> None:
    save(tmp_path / "x.nii.gz", texture())
    data = bytearray((tmp_path / "x.nii.gz").read_bytes())
    data[-6] ^= 0xFF  # of the CRC32 at the end
    (tmp_path / "b.nii.gz").write_bytes(data)
    assert refused(tmp_path, "b.nii.gz").rule == "truncated-file"


def test_two_members_of_gzip_are_one_file(tmp_path: Path) -> None:
    save(tmp_path / "x.nii", texture())
    data = (tmp_path / "x.nii").read_bytes()
    (tmp_path / "x.nii.gz").write_bytes(gzip.compress(data[:5000]) + gzip.compress(data[5000:]))
    assert np.array_equal(load_volume(str(tmp_path / "x.nii.gz"), "x").array, texture().T)


def test_analyze_has_sizes_and_no_sides(tmp_path: Path) -> None:
    image = nibabel.AnalyzeImage(texture(), np.diag([2.0, 3.0, 4.0, 1.0]))
    nibabel.save(image, str(tmp_path / "x.img"))
    for name in ("x.img", "x.hdr"):
        volume = load_volume(str(tmp_path / name), name)
        assert np.array_equal(volume.array, texture().T)
        assert [volume.grid.spacing(a) for a in (2, 1, 0)] == [2.0, 3.0, 4.0]
        assert not volume.grid.trusted


NRRD = """NRRD0004
type: short
dimension: 3
{space}sizes: 24 20 12
space directions: (1.5,0,0) (0,2,0) (0,0,3)
kinds: domain domain domain
endian: {endian}
encoding: {encoding}
space origin: (10,20,30)

"""


@pytest.mark.parametrize("encoding", ["raw", "gzip"])
@pytest.mark.parametrize("endian", ["little", "big"])
@pytest.mark.parametrize(
    ("space", "axes"),
    [("left-posterior-superior", "LPH"), ("right-anterior-superior", "RAH"), ("LPS", "LPH"),
     ("RAS", "RAH"), ("left-anterior-superior", "LAH"), ("scanner-xyz", ""), ("", "")],
)  # fmt: skip
def test_an_nrrd_says_in_its_space_which_way_its_axes_run(
    tmp_path: Path, space: str, axes: str, endian: str, encoding: str
) -> None:
    array = texture()
    stored = array.astype(">i2" if endian == "big" else "<i2").tobytes(order="F")
    named = f"space: {space}\n" if space else "space dimension: 3\n"
    text = NRRD.format(space=named, endian=endian, encoding=encoding).encode()
    name = tmp_path / "x.nrrd"
    name.write_bytes(text + (gzip.compress(stored) if encoding == "gzip" else stored))
    volume = load_volume(str(name), "x.nrrd")
    assert np.array_equal(volume.array, array.T)
    assert [round(volume.grid.spacing(a), 6) for a in (2, 1, 0)] == [1.5, 2.0, 3.0]
    assert volume.grid.trusted is bool(axes)
    if axes:
        found = "".join(letters(volume.grid.affine[:3, a]) for a in (2, 1, 0))
        assert found == axes
        signs = [1 if letter in "LPH" else -1 for letter in axes]
        expected = [s * v for s, v in zip(signs, (10, 20, 30), strict=True)]
        assert volume.grid.affine[:3, 3].tolist() == expected


MHD = "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = {msb}\n{matrix}" \
      "ElementSpacing = 1.5 2 3\nDimSize = 24 20 12\nElementType = MET_SHORT\n" \
      "ElementDataFile = {file}\n"  # fmt: skip


@pytest.mark.parametrize("msb", ["True", "False"])
@pytest.mark.parametrize("matrix", ["TransformMatrix = -1 0 0 0 1 0 0 0 1\nOffset = 1 2 3\n",
                                    "AnatomicalOrientation = RAI\n", ""])  # fmt: skip
def test_a_metaimage_is_oriented_only_by_a_matrix(tmp_path: Path, matrix: str, msb: str) -> None:
    array = texture()
    (tmp_path / "x.raw").write_bytes(
        array.astype(">i2" if msb == "True" else "<i2").tobytes(order="F")
    )
    (tmp_path / "x.mhd").write_text(MHD.format(msb=msb, matrix=matrix, file="x.raw"))
    volume = load_volume(str(tmp_path / "x.mhd"), "x.mhd")
    assert np.array_equal(volume.array, array.T)
    assert volume.grid.trusted is matrix.startswith("Transform")
    if volume.grid.trusted:
        assert letters(volume.grid.affine[:3, 2]) == "R"


@pytest.mark.parametrize("file", ["/etc/passwd", "../x.raw", "a/../../x.raw", "LIST\n../x.raw"])
def test_a_header_may_not_name_pixels_outside_its_folder(tmp_path: Path, file: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "x.raw").write_bytes(texture().tobytes())
    (tmp_path / "sub/x.mhd").write_text(MHD.format(msb="False", matrix="", file=file))
    assert refused(tmp_path, "sub/x.mhd").rule == "path-escape"
    text = NRRD.format(space="", endian="little", encoding="raw").rstrip("\n")
    (tmp_path / "sub/x.nhdr").write_text(f"{text}\ndata file: {file}\n")
    assert refused(tmp_path, "sub/x.nhdr").rule == "path-escape"


@pytest.mark.parametrize("spacing", ["0 2 3", "nan 2 3"])
def test_a_metaimage_without_a_size_is_refused(tmp_path: Path, spacing: str) -> None:
    (tmp_path / "x.raw").write_bytes(texture().tobytes(order="F"))
    text = MHD.format(msb="False", matrix="TransformMatrix = 1 0 0 0 1 0 0 0 1\n", file="x.raw")
    (tmp_path / "x.mhd").write_text(text.replace("1.5 2 3", spacing))
    assert refused(tmp_path, "x.mhd").kind == "corrupt"


def test_a_cut_metaimage_is_refused(tmp_path: Path) -> None:
    sitk.WriteImage(sitk.GetImageFromArray(texture()), str(tmp_path / "x.mha"), True)
    data = (tmp_path / "x.mha").read_bytes()
    for size in (len(data) // 2, 60, 0):
        (tmp_path / "t.mha").write_bytes(data[:size])
        assert refused(tmp_path, "t.mha").kind == "corrupt"


def slicer(folder: Path, array: np.ndarray, box: tuple[slice, slice, slice], **layers: int) -> None:
    """An image, and a segmentation of 3D Slicer that holds only a box of it (z, y, x)."""
    image = sitk.GetImageFromArray(texture(array.shape, 3))
    image.SetSpacing((1.5, 1.5, 3.0))
    sitk.WriteImage(image, str(folder / "i.nrrd"))
    seg = sitk.GetImageFromArray(array[box])
    seg.SetSpacing(image.GetSpacing())
    seg.SetOrigin(image.TransformIndexToPhysicalPoint([b.start for b in box[::-1]]))
    for n, (name, value) in enumerate(layers.items()):
        seg.SetMetaData(f"Segment{n}_Name", name.replace("_", " "))
        seg.SetMetaData(f"Segment{n}_LabelValue", str(value))
        seg.SetMetaData(f"Segment{n}_Layer", "0")
    sitk.WriteImage(seg, str(folder / "m.seg.nrrd"), True)


def test_segments_of_slicer_go_by_their_names_and_lie_in_a_box_of_the_image(tmp_path: Path) -> None:
    array = np.zeros((12, 20, 24), np.uint8)
    array[3:9, 5:10, 6:15] = 7
    array[4:8, 12:18, 6:15] = 2
    slicer(tmp_path, array, np.s_[2:10, 4:19, 5:16], left_kidney=7, tumour=2)
    names = {"left kidney": "left kidney", "tumour": "kidney tumour"}
    source = source_of(Mask("m", names=names), modality="MR")
    note = annotation(source, files=("m.seg.nrrd",))
    pictures = read(tmp_path, source, "i.nrrd", [note], AXIAL)
    found = {(x.raw, x.box) for p in pictures if p.slice.index == 5 for x in p.slice.labels}
    assert found == {("left kidney", (6, 5, 15, 10)), ("tumour", (6, 12, 15, 18))}
    wrong = source_of(Mask("m", names={"left kidney": "left kidney"}), modality="MR")
    with pytest.raises(RejectedItem, match="unknown-label: segment 'tumour'"):
        read(tmp_path, wrong, "i.nrrd", [note], AXIAL)
    by_value = source_of(Mask("m", names={7: "left kidney", 2: None}), modality="MR")
    pictures = read(tmp_path, by_value, "i.nrrd", [note], AXIAL)
    assert {x.raw for p in pictures for x in p.slice.labels} == {"7"}


@pytest.mark.parametrize("dtype", ["<f4", "<f8", ">i2", "<i4"])
def test_label_maps_of_any_type_are_whole_numbers(tmp_path: Path, dtype: str) -> None:
    mask = np.zeros((24, 20, 12), dtype)
    mask[4:12, 4:12, 3:8] = 300
    mask[14:20, 4:12, 3:8] = -5 if dtype != ">i2" else 4
    save(tmp_path / "i.nii.gz", texture())
    save(tmp_path / "m.nii.gz", mask)
    names = {300: "a", -5: "b", 4: "b"}
    source = source_of(Mask("m", names=names), modality="MR")
    note = annotation(source, files=("m.nii.gz",))
    pictures = read(tmp_path, source, "i.nii.gz", [note], AXIAL)
    assert len({x.raw for p in pictures for x in p.slice.labels}) == 2
    if dtype[1] == "f":
        mask[5, 5, 5] = 0.4
        save(tmp_path / "m.nii.gz", mask)
        with pytest.raises(RejectedItem, match="mask-values"):
            read(tmp_path, source, "i.nii.gz", [note], AXIAL)


def test_a_probability_is_a_mask_only_above_a_declared_threshold(tmp_path: Path) -> None:
    mask = np.zeros((24, 20, 12), np.float32)
    mask[4:12, 4:12, 3:8] = 0.4
    mask[6:10, 6:10, 3:8] = 0.9
    save(tmp_path / "i.nii.gz", texture())
    save(tmp_path / "m.nii.gz", mask)
    note = {"files": ("m.nii.gz",)}
    for threshold, side in ((0.5, 4), (0.3, 8)):
        source = source_of(Mask("m", name="a", threshold=threshold), modality="MR")
        pictures = read(tmp_path, source, "i.nii.gz", [annotation(source, **note)], AXIAL)
        assert {x.area_px for p in pictures for x in p.slice.labels} == {side * side}
    source = source_of(Mask("m", name="a"), modality="MR")
    with pytest.raises(RejectedItem, match="threshold="):
        read(tmp_path, source, "i.nii.gz", [annotation(source, **note)], AXIAL)


def test_numbered_objects_start_after_the_declared_background(tmp_path: Path) -> None:
    mask = np.full((24, 20, 12), 9, np.uint8)
    mask[4:12, 4:12, 3:8] = 0
    mask[14:20, 4:12, 3:8] = 3
    save(tmp_path / "i.nii.gz", texture())
    save(tmp_path / "m.nii.gz", mask)
    source = source_of(Mask("m", name="a", instances="{pixel}", background=9), modality="MR")
    note = annotation(source, files=("m.nii.gz",))
    pictures = read(tmp_path, source, "i.nii.gz", [note], AXIAL)
    assert {x.instance for p in pictures for x in p.slice.labels} == {"0", "3"}


def test_a_mask_of_a_channel_that_is_not_there_is_refused_and_not_lost(tmp_path: Path) -> None:
    save(tmp_path / "a.nii.gz", texture())
    save(tmp_path / "m.nii.gz", np.ones((24, 20, 12), np.uint8))
    files = Files("{channel}.nii.gz", channels={"a": "T1w", "b": "T2w"}, optional=("T2w",))
    source = source_of(Mask("m", names={1: "a"}, grid="T2w"), modality="MR", cases=files)
    note = annotation(source, files=("m.nii.gz",))
    with pytest.raises(RejectedItem, match=r"mask-grid.*'T2w'"):
        read(tmp_path, source, {"T1w": "a.nii.gz"}, [note], AXIAL)


def test_pet_and_ct_on_their_own_grids_are_cut_apart_and_masks_stay_with_theirs(
    tmp_path: Path,
) -> None:
    ct = np.full((40, 40, 24), -1000, np.int16)
    ct[8:32, 8:32] = texture((24, 24, 24)) // 20
    save(tmp_path / "CT.nii.gz", ct, np.diag([-1.0, -1.0, 2.0, 1.0]))
    save(tmp_path / "PT.nii.gz", texture((20, 20, 12)), np.diag([-2.0, -2.0, 4.0, 1.0]))
    lesion = np.zeros((20, 20, 12), np.uint8)
    lesion[6:12, 6:12, 3:8] = 1
    save(tmp_path / "m.nii.gz", lesion, np.diag([-2.0, -2.0, 4.0, 1.0]))
    files = Files("{channel}.nii.gz", channels={"CT": "CT", "PT": "PET"})
    paths = {"CT": "CT.nii.gz", "PET": "PT.nii.gz"}
    for grid, owner in (("PET", "PET"), (None, "CT")):
        part = Mask("m", names={1: "a"}, grid=grid)
        source = source_of(part, modality="PET", cases=files)
        note = annotation(source, files=("m.nii.gz",))
        if owner == "CT":  # the first channel owns the masks: another grid is refused
            with pytest.raises(RejectedItem, match="mask-grid"):
                read(tmp_path, source, paths, [note], AXIAL)
            continue
        pictures = read(tmp_path, source, paths, [note], AXIAL)
        assert {p.slice.variant for p in pictures} == {"CT", "PET"}
        assert {p.slice.variant for p in pictures if p.slice.labels} == {"PET"}
        assert {p.slice.spacing_mm for p in pictures} == {(1.0, 1.0), (2.0, 2.0)}
        windows = {p.slice.variant: p.slice.window.split(" ")[0] for p in pictures}
        assert windows == {"CT": "soft", "PET": "percentile"}


def test_nifti_2_is_read_as_nifti_1_is(tmp_path: Path) -> None:
    image = nibabel.Nifti2Image(texture(), AFFINE)
    image.set_sform(AFFINE, 1)
    nibabel.save(image, str(tmp_path / "x.nii.gz"))
    volume = load_volume(str(tmp_path / "x.nii.gz"), "x")
    assert np.array_equal(volume.array, texture().T)
    assert volume.grid.trusted
    with gzip.open(tmp_path / "x.nii.gz") as stream:
        assert struct.unpack("<i", stream.read(4))[0] == 540
