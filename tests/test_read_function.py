"""The rung of the ladder for containers that the grammar cannot name: a source's own reader."""

import io

import numpy as np
import pytest
from PIL import Image

from gmai_data import Arrays, Boxes, DicomSeries, Files, Frames, Mask, Tiles
from gmai_data.errors import RejectedItem
from gmai_data.grammar.lint import lint
from tests.read_cases import annotation, read, source_of

PICTURE = np.arange(24, dtype=np.uint8).reshape(4, 6) * 10


def headerless(name):
    """Four rows of six 16-bit numbers, most significant byte first, as JSRT stores them."""
    return np.fromfile(name, dtype=">u2").reshape(4, 6)


def raw_source(function, **known):
    return source_of(
        Boxes(xyxy=("{n}",) * 4, name="nodule"), cases=Files("{n}.IMG"), subject="{n}",
        modality="X-Ray", read=function, **known,
    )  # fmt: skip


def test_a_headerless_picture_is_read_by_the_sources_own_function(tmp_path):
    (tmp_path / "a.IMG").write_bytes(PICTURE.astype(">u2").tobytes())
    source = raw_source(headerless)
    assert lint(source) == ()
    box = annotation(source, values=(("x1", "1"), ("y1", "1"), ("x2", "4"), ("y2", "3")))
    (picture,) = read(tmp_path, source, "a.IMG", [box])
    assert np.array_equal(np.asarray(Image.open(io.BytesIO(picture.image))), PICTURE)
    assert picture.slice.labels[0].box == (1, 1, 4, 3)
    assert picture.slice.files[0].sha256


def test_its_numbers_go_by_the_declared_intensity(tmp_path):
    (tmp_path / "a.IMG").write_bytes((PICTURE.astype(">u2") + 1024).astype(">u2").tobytes())
    source = raw_source(headerless, intensity="HU-1024", window="soft tissue")
    (picture,) = read(tmp_path, source, "a.IMG")
    assert picture.slice.window == "soft tissue 50/400 HU"


def test_a_mask_beside_it_may_be_a_metaimage_of_one_plane(tmp_path):
    import SimpleITK as sitk

    (tmp_path / "a.IMG").write_bytes(PICTURE.astype(">u2").tobytes())
    label = np.zeros((4, 6), np.uint8)
    label[1:3, 2:5] = 1
    sitk.WriteImage(sitk.GetImageFromArray(label), str(tmp_path / "a.mha"))
    sitk.WriteImage(sitk.GetImageFromArray(np.stack([label] * 2)), str(tmp_path / "b.mha"))
    source = source_of(
        Mask("{n}.mha", names={1: "liver"}), cases=Files("{n}.IMG"), subject="{n}",
        modality="X-Ray", read=headerless,
    )  # fmt: skip
    (picture,) = read(tmp_path, source, "a.IMG", [annotation(source, files=("a.mha",))])
    assert [known.box for known in picture.slice.labels] == [(2, 1, 5, 3)]
    with pytest.raises(RejectedItem, match=r"mask-size: mask of shape \(2, 4, 6\)"):
        read(tmp_path, source, "a.IMG", [annotation(source, files=("b.mha",))])


@pytest.mark.parametrize(
    ("function", "rule"),
    [
        (lambda name: np.zeros((4, 4))[9], "read-function: IndexError"),
        (lambda name: open(name + "x"), "read-function: FileNotFoundError"),  # noqa: SIM115
        (lambda name: np.zeros((4, 4, 4, 4)), "not-a-picture: array of shape"),
        (lambda name: None, "not-a-picture"),
        (lambda name: np.zeros((0, 4)), "not-a-picture"),
        (lambda name: np.full((4, 4), "a"), "not-a-picture"),
    ],
)
def test_a_reader_that_fails_is_a_rejection_with_the_files_name(tmp_path, function, rule):
    (tmp_path / "a.IMG").write_bytes(b"1234")
    with pytest.raises(RejectedItem, match=rule) as caught:
        read(tmp_path, raw_source(function), "a.IMG")
    assert (caught.value.kind, caught.value.path) == ("corrupt", "a.IMG")
    assert str(tmp_path) not in str(caught.value)


@pytest.mark.parametrize(
    "cases",
    [DicomSeries("{n}.dcm"), Arrays("{n}.npy"), Frames("{n}.mp4"), Tiles("{n}.svs")],
)
def test_a_reader_beside_cases_that_have_one_is_refused(cases):
    source = source_of(cases=cases, subject="{n}", read=headerless)
    assert any("has a reader of its own" in message for message in lint(source))
