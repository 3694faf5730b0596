"""Arrays in npy, npz, HDF5 and MATLAB files: the same picture from each, and what is refused."""

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gmai_data import NO_SUBJECT, Arrays, Class, Files, Mask, Table
from gmai_data.arrow import from_table
from gmai_data.config import Config, ReadConfig
from gmai_data.errors import RejectedItem
from gmai_data.grammar.lint import lint
from gmai_data.listing import list_root
from gmai_data.read import read_case
from gmai_data.read.arrays import cells_of, keys_of, load_array, shape_of
from gmai_data.read.inputs import Inputs
from gmai_data.roots import Root
from gmai_data.scan import scan
from gmai_data.schema import Case
from tests.read_cases import source_of

h5py = pytest.importorskip("h5py")
scipy_io = pytest.importorskip("scipy.io")
rng = np.random.default_rng(0)
PICTURE = rng.integers(0, 255, (12, 20)).astype(np.uint8)
TUMOUR = np.zeros((12, 20), np.uint8)
TUMOUR[3:8, 5:15] = 1


def matlab73(path, **values):
    """A file as MATLAB -v7.3 writes a struct ``cjdata``: a text before HDF5, axes turned round."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with h5py.File(path, "w", userblock_size=512) as file:
        group = file.create_group("cjdata")
        for key, value in values.items():
            if isinstance(value, str):
                codes = np.array([[ord(c)] for c in value], np.uint16)
                group.create_dataset(key, data=codes).attrs["MATLAB_class"] = np.bytes_("char")
            else:
                group.create_dataset(key, data=np.atleast_2d(value).T)
    with path.open("r+b") as stream:
        stream.write(b"MATLAB 7.3 MAT-file".ljust(512))


def old_matlab(path, **values):
    path.parent.mkdir(parents=True, exist_ok=True)
    scipy_io.savemat(path, {"cjdata": values}, do_compression=True)


def inputs_of(folder):
    return Inputs({"made-up": Root("made-up", str(folder))}, "made-up")


def build(folder, source):
    assert lint(source) == ()
    roots = {source.name: Root(source.name, str(folder))}
    found = scan(source, roots, list_root(roots[source.name]), Config())
    assert not found.rejected
    cases = from_table(Case, found.cases)
    return cases, [p for c in cases for p in read_case(source, c, roots, ReadConfig())]


def stored(picture):
    return np.asarray(Image.open(io.BytesIO(picture.image)))


@pytest.mark.parametrize("write", [matlab73, old_matlab])
def test_a_struct_of_image_mask_label_and_patient_is_a_source(tmp_path, write):
    border = np.array([5.0, 3.0, 15.0, 3.0, 15.0, 8.0, 5.0, 8.0])
    write(tmp_path / "data/1.mat", image=PICTURE, tumorMask=TUMOUR, label=2.0, PID="100360",
          tumorBorder=border)  # fmt: skip
    table = Table("data/{n:d}.mat", on="n")
    source = source_of(
        Class("{cjdata/label}", names={1: "meningioma", 2: "glioma", 3: "pituitary tumour"}),
        Mask("data/{n}.mat!cjdata/tumorMask", name="brain tumour"),
        Mask(polygon="{cjdata/tumorBorder}", name="brain tumour", missing="unknown"),
        cases=Files("data/{n:d}.mat!cjdata/image"), modality="MR", join=[table],
        subject="{cjdata/PID}",
    )  # fmt: skip
    (case,), (picture,) = build(tmp_path, source)
    assert np.array_equal(stored(picture), PICTURE)
    assert next((a.kind, a.raw) for a in case.annotations) == ("class", "2")
    assert [x.box for x in picture.slice.labels] == [(5, 3, 15, 8)] * 2
    assert {x.area_px for x in picture.slice.labels} == {50}
    assert {f.path for f in picture.slice.files} == {"data/1.mat"}


def test_slices_of_an_hdf5_reconstruction_are_cases(tmp_path):
    volume = rng.random((3, 12, 20)).astype(np.float32)
    with h5py.File(tmp_path / "file1000.h5", "w") as file:
        file["reconstruction_rss"] = volume
        file["kspace"] = np.zeros((3, 2, 12, 20), np.complex64)
        file["ismrmrd_header"] = "<xml/>"
    source = source_of(
        cases=Arrays("file{n}.h5!reconstruction_rss", axes="NHW"), subject="{n}", modality="MR"
    )
    cases, pictures = build(tmp_path, source)
    assert [dict(c.identity)["i"] for c in cases] == ["0", "1", "2"]
    assert len({p.slice.pixels_sha256 for p in pictures}) == 3
    assert stored(pictures[1]).shape == (12, 20)


def test_axes_may_stand_in_any_order(tmp_path):
    images = rng.integers(0, 255, (12, 20, 3, 4)).astype(np.uint8)
    with h5py.File(tmp_path / "a.h5", "w") as file:
        file["x"] = images
    source = source_of(cases=Arrays("{n}.h5!x", axes="HWCN"), subject="{n}", modality="X-Ray")
    pictures = build(tmp_path, source)[1]
    assert [np.array_equal(stored(p), images[..., i]) for i, p in enumerate(pictures)] == [True] * 4


def test_masks_follow_pictures_that_the_last_axis_counts(tmp_path):
    masks = np.full((12, 20, 4), np.nan)  # two of four were looked at
    masks[..., 1], masks[..., 2] = 3 * TUMOUR, 0
    images = rng.integers(0, 255, masks.shape).astype(np.uint8)
    scipy_io.savemat(tmp_path / "a.mat", {"images": images, "fluid": masks})
    source = source_of(
        Mask("{n}.mat!fluid", form="binary", threshold=0, name="lesion"),
        cases=Arrays("{n}.mat!images", axes="HWN"), subject="{n}", modality="OCT",
    )  # fmt: skip
    pictures = build(tmp_path, source)[1]
    assert [np.array_equal(stored(p), images[..., i]) for i, p in enumerate(pictures)] == [True] * 4
    areas = [[label.area_px for label in p.slice.labels if label.area_px] for p in pictures]
    assert areas == [[], [int(TUMOUR.sum())], [], []]


def test_a_page_of_hdf5_is_read_with_its_channels_of_masks(tmp_path):
    images = rng.integers(0, 255, (12, 20, 3)).astype(np.uint8)
    seg = np.zeros((12, 20, 3, 2), np.uint8)
    seg[..., 1, 1] = TUMOUR
    with h5py.File(tmp_path / "a.h5", "w") as file:
        file["x"], file["seg"] = images, seg
    source = source_of(
        Mask("{n}.h5!seg", stack=("liver", "lesion")),
        cases=Arrays("{n}.h5!x", axes="HWN"), subject="{n}", modality="MR",
    )  # fmt: skip
    pictures = build(tmp_path, source)[1]
    assert [np.array_equal(stored(p), images[..., i]) for i, p in enumerate(pictures)] == [True] * 3
    areas = [{label.area_px for label in p.slice.labels if label.area_px} for p in pictures]
    assert areas == [set(), {int(TUMOUR.sum())}, set()]


def test_an_array_with_a_depth_gives_its_middle_slice(tmp_path):
    volumes = rng.integers(0, 255, (2, 5, 12, 20)).astype(np.uint8)
    np.savez(tmp_path / "a.npz", x=volumes)
    np.save(tmp_path / "b.npy", volumes[0].transpose(1, 2, 0))
    rows = source_of(cases=Arrays("{n}.npz!x", axes="NDHW"), subject="{n}", modality="MR")
    assert [np.array_equal(stored(p), volumes[i, 2])
            for i, p in enumerate(build(tmp_path, rows)[1])] == [True] * 2  # fmt: skip
    alone = source_of(cases=Arrays("{n}.npy", axes="HWD"), subject="{n}", modality="MR")
    (picture,) = build(tmp_path, alone)[1]
    assert np.array_equal(stored(picture), volumes[0, 2])


def test_an_array_of_other_axes_than_declared_is_rejected_by_name(tmp_path):
    np.save(tmp_path / "a.npy", np.zeros((4, 5, 6, 3), np.uint8))
    source = source_of(cases=Arrays("{n}.npy", axes="NHW"), subject="{n}", modality="X-Ray")
    roots = {source.name: Root(source.name, str(tmp_path))}
    (bad,) = scan(source, roots, list_root(roots[source.name]), Config()).rejected
    assert (bad.rule, bad.path) == ("array-axes", "a.npy")
    assert "(4, 5, 6, 3) is not axes=NHW" in bad.value


def test_one_row_of_a_large_npy_file_is_mapped_and_not_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a", b"")
    huge = np.lib.format.open_memmap(
        tmp_path / "images.npy", mode="w+", dtype=np.uint8, shape=(1 << 15, 256, 256, 3)
    )  # 6 GiB of a sparse file
    huge[7, :12, :20, 0] = PICTURE
    del huge
    inputs = inputs_of(tmp_path)
    inputs.digests["images.npy"] = "0" * 64  # known, so that it is not hashed
    assert shape_of(inputs, "images.npy") == (1 << 15, 256, 256, 3)
    row = load_array(inputs, "images.npy", 7)
    assert np.array_equal(row[:12, :20, 0], PICTURE)


def test_keys_of_real_matlab_files_of_scipy_are_read_or_refused_by_name():
    folder = Path(scipy_io.__file__).parent / "matlab/tests/data"
    if not folder.is_dir():
        pytest.skip("this scipy ships no test files")
    inputs = inputs_of(folder)
    assert keys_of(str(folder / "testmatrix_7.4_GLNX86.mat"), "t.mat") == [("testmatrix", 15)]
    assert load_array(inputs, "test3dmatrix_7.4_GLNX86.mat!test3dmatrix").shape == (2, 3, 4)
    nested = dict(keys_of(str(folder / "teststructnest_7.4_GLNX86.mat"), "t.mat"))
    assert set(nested) == {"teststructnest/one", "teststructnest/two/three"}
    text = cells_of((folder / "teststring_7.1_GLNX86.mat").read_bytes(), "t.mat")
    assert text["teststring"].startswith('"Do nine men interpret?"')
    refused = {}
    for path in sorted(folder.glob("*.mat")):
        try:
            for key, _ in keys_of(str(path), path.name):
                load_array(inputs, f"{path.name}!{key}")
        except RejectedItem as error:
            refused[path.name] = error
    assert len(list(folder.glob("*.mat"))) > 80
    assert set(refused) == {
        "bad_miuint32.mat", "bad_miutf8_array_name.mat", "corrupted_zlib_checksum.mat",
        "corrupted_zlib_data.mat", "debigged_m4.mat", "malformed1.mat",
    }  # fmt: skip
    assert {(e.kind, e.rule) for e in refused.values()} == {("corrupt", "not-an-array")}
    assert all(str(folder) not in e.value for e in refused.values())


def test_arrays_that_are_not_there_or_not_arrays_are_refused(tmp_path):
    with h5py.File(tmp_path / "a.h5", "w") as file:
        file["x"] = PICTURE
        file["text"] = "words"
        file["away"] = h5py.ExternalLink("/etc/passwd", "/x")
    np.save(tmp_path / "o.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
    np.savez(tmp_path / "o.npz", o=np.array([{"a": 1}], dtype=object))
    (tmp_path / "b.h5").write_bytes((tmp_path / "a.h5").read_bytes()[:600])
    (tmp_path / "b.mat").write_bytes(b"MATLAB 5.0 MAT-file" + bytes(200))
    (tmp_path / "z.npz").write_bytes(b"")
    for path, rule in {
        "a.h5!y": "no-such-key", "a.h5!x/y": "no-such-key", "a.h5!text": "not-an-array",
        "a.h5!away": "not-an-array", "o.npy": "not-an-array", "o.npz!o": "not-an-array",
        "b.h5!x": "not-an-array", "b.mat!x": "not-an-array|no-such-key", "z.npz!x": "not-an-array",
        "o.npz!p": "no-such-key",
    }.items():  # fmt: skip
        with pytest.raises(RejectedItem, match=rule) as caught:
            load_array(inputs_of(tmp_path), path)
        assert (caught.value.kind, caught.value.path) == ("corrupt", path)
        assert str(tmp_path) not in caught.value.value
    with pytest.raises(RejectedItem, match="no-such-row: row 99 of 12"):
        load_array(inputs_of(tmp_path), "a.h5!x", 99)


def test_medmnist_arrays_are_cases_with_a_class(tmp_path):
    np.savez(tmp_path / "organ.npz", train_images=rng.integers(0, 255, (3, 28, 28), np.uint8),
             train_labels=np.array([[0], [1], [1]], np.uint8))  # fmt: skip
    source = source_of(
        Class(array="organ.npz!{split:train|val|test}_labels", names=["liver", "kidney"]),
        cases=Arrays("organ.npz!{split:train|val|test}_images", axes="NHW"),
        subject=NO_SUBJECT, split="{split}", modality="CT",
    )  # fmt: skip
    cases, pictures = build(tmp_path, source)
    assert [a.raw for c in cases for a in c.annotations] == ["0", "1", "1"]
    assert len(pictures) == 3


def test_the_digest_of_an_array_is_that_of_its_file(tmp_path):
    from gmai_data.work.digests import file_digests

    roots = {"made-up": Root("made-up", str(tmp_path))}
    seen = []
    for value in (1, 2):
        np.savez(tmp_path / "a.npz", x=np.full((4, 4), value))
        path = "a.npz!x"
        found = file_digests(roots, "made-up", [path], str(tmp_path / "cache.parquet"), {})
        seen.append(found[path].sha256)
    assert seen[0] != seen[1]
    assert len(seen[0]) == 64


def test_arrays_in_an_archive_are_read_where_they_lie(tmp_path):
    np.savez(tmp_path / "a.npz", x=PICTURE)
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.write(tmp_path / "a.npz", "in/a.npz")
    assert np.array_equal(load_array(inputs_of(tmp_path), "x.zip!in/a.npz!x"), PICTURE)
