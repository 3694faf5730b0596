"""SimpleITK as an independent witness: our voxels, steps and places in the patient are its own.

ITK's physical frame is LPS, as is the affine of a `Grid`. What ITK reads otherwise is here too,
with why: NIfTI without codes, gantry tilt.
"""

import math
import tempfile
from pathlib import Path

import nibabel
import numpy as np
import pytest
import SimpleITK as sitk
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_np
from pydicom.uid import ExplicitVRBigEndian

from gmai_data.read.dicom import open_dicom
from gmai_data.read.dicom_stack import planes_of, stack_grid, stacks_of
from gmai_data.read.geometry import cuts, is_sheared
from gmai_data.read.inputs import Inputs
from gmai_data.read.volume import load_volume
from gmai_data.roots import Root
from gmai_data.schema import CaseFile
from gmai_data.testing import fake_dicom
from tests import phantom

DTYPES = ("uint8", "int8", "int16", "uint16", "int32", "uint32", "float32", "float64")
shapes = st.tuples(*[st.integers(8, 14)] * 3)
spacings = st.tuples(*[st.floats(0.3, 6.0)] * 3)
origins = st.tuples(*[st.floats(-300, 300)] * 3)


@st.composite
def placed(draw, dtypes=DTYPES):
    """An array (z, y, x) and its affine from index to LPS mm: any order, direction and turn."""
    kind = np.dtype(draw(st.sampled_from(dtypes)))
    limits = {"allow_nan": False, "allow_infinity": False, "width": 32}
    values = (
        st.floats(-1000, 1000, **limits)
        if kind.kind == "f"
        else st.integers(int(np.iinfo(kind).min), int(np.iinfo(kind).max))
    )
    array = draw(st_np.arrays(kind, draw(shapes), elements=values, fill=st.just(kind.type(1))))
    order, signs = draw(st.sampled_from(phantom.ORIENTATIONS))
    axis, angle = draw(st.sampled_from(range(3))), math.radians(draw(st.floats(-30, 30)))
    turn = np.eye(3)
    one, two = (axis + 1) % 3, (axis + 2) % 3
    turn[one, one] = turn[two, two] = math.cos(angle)
    turn[one, two], turn[two, one] = -math.sin(angle), math.sin(angle)
    affine = np.eye(4)
    affine[:3, :3] = turn[:, [2 - a for a in order]] * signs * draw(spacings)
    affine[:3, 3] = draw(origins)
    return array, affine


def check(array, grid, image, *, rel=0.0):
    """Voxels, steps and the places of all corners are those of a SimpleITK image."""
    seen = sitk.GetArrayViewFromImage(image)
    assert array.shape == seen.shape == grid.shape
    if rel:
        assert np.allclose(array.astype(float), seen.astype(float), rtol=rel, atol=rel * 1000)
    else:
        assert np.array_equal(array, seen)
    assert [grid.spacing(a) for a in (2, 1, 0)] == pytest.approx(image.GetSpacing(), abs=1e-4)
    for corner in np.ndindex(2, 2, 2):
        index = [c * (n - 1) for c, n in zip(corner, grid.shape, strict=True)]
        ours = grid.affine[:3, :3] @ index + grid.affine[:3, 3]
        theirs = image.TransformIndexToPhysicalPoint([int(i) for i in index[::-1]])
        assert ours == pytest.approx(theirs, abs=2e-3)


def as_image(array, affine):
    """A SimpleITK image of an array and an affine."""
    columns = affine[:3, [2, 1, 0]]
    steps = np.linalg.norm(columns, axis=0)
    image = sitk.GetImageFromArray(array)
    image.SetSpacing(steps.tolist())
    image.SetDirection((columns / steps).ravel().tolist())
    image.SetOrigin(affine[:3, 3].tolist())
    return image


@settings(max_examples=60, deadline=None)
@given(placed(), st.sampled_from((".mha", ".mhd", ".nrrd", ".nhdr", ".nii", ".nii.gz")),
       st.booleans())  # fmt: skip
def test_files_that_simpleitk_writes_are_read_as_it_reads_them(made, suffix, packed):
    with tempfile.TemporaryDirectory() as folder:
        name = f"{folder}/v{suffix}"
        sitk.WriteImage(as_image(*made), name, useCompression=packed)
        volume = load_volume(name, "v")
        assert volume.grid.trusted
        exact = volume.array.dtype == sitk.GetArrayViewFromImage(sitk.ReadImage(name)).dtype
        check(volume.array, volume.grid, sitk.ReadImage(name), rel=0.0 if exact else 1e-6)


@settings(max_examples=60, deadline=None)
@given(placed(("uint8", "int16", "uint16", "int32", "float32", "float64")), st.sampled_from("<>"),
       st.sampled_from(((1.0, 0.0), (2.0, -1024.0), (0.5, 0.25), (-1.5, 3.0))),
       st.sampled_from((".nii", ".nii.gz")))  # fmt: skip
def test_nifti_of_both_byte_orders_and_any_scaling_is_what_simpleitk_reads(
    made, endian, scaling, suffix
):
    array, affine = made
    ras = np.diag([-1.0, -1.0, 1.0, 1.0]) @ affine[:, [2, 1, 0, 3]]
    header = nibabel.Nifti1Header(endianness=endian)
    image = nibabel.Nifti1Image(np.ascontiguousarray(array.T), ras, header)
    image.set_data_dtype(array.dtype)
    image.set_sform(ras, 1)
    image.set_qform(ras, 1)
    image.header.set_slope_inter(1, 0)
    with tempfile.TemporaryDirectory() as folder:
        name = f"{folder}/v.nii"
        nibabel.save(image, name)
        data = bytearray(Path(name).read_bytes())
        data[112:120] = np.array(scaling, f"{endian}f4").tobytes()  # scl_slope, scl_inter
        assert (data[0] == 92) == (endian == "<")
        if suffix == ".nii.gz":
            import gzip

            name, data = name + ".gz", gzip.compress(bytes(data), 1)
        Path(name).write_bytes(bytes(data))
        volume = load_volume(name, "v")
        check(volume.array, volume.grid, sitk.ReadImage(name, sitk.sitkFloat64), rel=1e-6)


def stack_of(folder: Path):
    """The only stack of a folder of DICOM files."""
    inputs = Inputs({"s": Root("s", str(folder))}, "s")
    planes = []
    for path in sorted(folder.iterdir()):
        file = CaseFile(role="image", path=path.name)
        header = open_dicom(path.read_bytes(), path.name)
        planes += planes_of(header, file, inputs, len(planes))
    (stack,) = stacks_of(planes)
    return np.stack([p.values for p in stack]), stack_grid(stack)


def write_slices(folder, array, affine, *, slope, intercept, big=False):
    columns = affine[:3, [2, 1]]
    steps = np.linalg.norm(columns, axis=0)
    turn = [round(float(v), 12) for c in (columns / steps).T for v in c]
    for k, plane in enumerate(array):
        place = affine[:3, 3] + k * affine[:3, 0]
        name = folder / f"{(5 * k) % 97:02d}.dcm"
        header = fake_dicom(
            name, plane, SeriesInstanceUID="1.2.3", FrameOfReferenceUID="1.2.4",
            InstanceNumber=len(array) - k, RescaleSlope=slope, RescaleIntercept=intercept,
            ImageOrientationPatient=[f"{v:.12f}"[:16] for v in turn],
            ImagePositionPatient=[f"{v:.8f}"[:16] for v in place],
            PixelSpacing=[f"{v:.10f}"[:16] for v in steps[::-1]],
        )  # fmt: skip
        if big:
            header.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
            header.PixelData = plane.astype(plane.dtype.newbyteorder(">")).tobytes()
            header["PixelData"].VR = "OW"
            header.save_as(name, implicit_vr=False, little_endian=False, enforce_file_format=True)


def series_by_gdcm(folder):
    reader = sitk.ImageSeriesReader()
    reader.SetFileNames(reader.GetGDCMSeriesFileNames(str(folder)))
    return reader.Execute()


@settings(max_examples=25, deadline=None)
@given(placed(("int16", "uint16")), st.sampled_from(((1, 0), (1, -1024), (2, 5), (0.5, 0.25))),
       st.booleans())  # fmt: skip
def test_a_dicom_series_is_the_volume_that_gdcm_makes_of_it(made, rescale, big):
    array, affine = made
    normal = np.cross(affine[:3, 2], affine[:3, 1])
    if normal @ affine[:3, 0] < 0:  # a series has no direction of its own: sorted by the normal
        affine[:3, 0] *= -1
    array = np.clip(array, -2000, 15000).astype(array.dtype)
    array += np.arange(array.size, dtype=array.dtype).reshape(array.shape) % 7  # no two the same
    with tempfile.TemporaryDirectory() as folder:
        write_slices(Path(folder), array, affine, slope=rescale[0], intercept=rescale[1], big=big)
        values, grid = stack_of(Path(folder))
        check(values, grid, series_by_gdcm(folder), rel=1e-6)


def test_a_gantry_tilt_is_never_squared_up(tmp_path):
    """ITK drops the shear of a tilted series; here each slice keeps its place and no plane but
    its own is cut."""
    tilt = math.radians(18)
    affine = np.eye(4)
    affine[:3, 0] = (0, 0, 5)  # the couch moves along z
    affine[:3, 1] = (0, 2 * math.cos(tilt), 2 * math.sin(tilt))
    affine[:3, 2] = (2, 0, 0)
    array = np.random.default_rng(1).integers(0, 900, (9, 20, 24)).astype(np.int16)
    write_slices(tmp_path, array, affine, slope=1, intercept=0)
    values, grid = stack_of(tmp_path)
    assert np.array_equal(values, array)
    last = grid.affine[:3, 3] + 8 * grid.affine[:3, 0]
    assert last == pytest.approx((0, 0, 40), abs=1e-4)  # where its header puts it
    assert is_sheared(grid.affine)
    assert [c.axis for c in cuts(grid, gantry=True)] == [0]
    squared = series_by_gdcm(tmp_path).TransformIndexToPhysicalPoint([0, 0, 8])
    assert math.dist(squared, (0, 0, 40)) > 5


def test_a_sheared_nifti_is_refused_by_simpleitk_and_cut_in_no_other_plane_here(tmp_path):
    ras = np.diag([2.0, 2.0, 5.0, 1.0])
    ras[1, 2] = 1.5
    image = nibabel.Nifti1Image(np.zeros((20, 22, 24), np.int16), ras)
    image.set_sform(ras, 1)
    image.set_qform(None, 0)
    image.header["pixdim"][1:4] = np.linalg.norm(ras[:3, :3], axis=0)
    name = str(tmp_path / "v.nii")
    nibabel.save(image, name)
    with pytest.raises(RuntimeError, match="orthonormal"):
        sitk.ReadImage(name)
    grid = load_volume(name, "v").grid
    assert is_sheared(grid.affine)
    assert len(cuts(grid)) == 1
