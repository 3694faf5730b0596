"""The asymmetric phantom in all 48 axis orientations and every format: the same findings."""

import functools

import numpy as np
import pytest

from gmai_data import DicomSeries, Files, Mask
from gmai_data.config import ReadConfig
from tests import phantom
from tests.read_cases import annotation, read, source_of

BY_VALUE = phantom.NAMES
BY_NAME = {name: name for name in phantom.NAMES.values()}
CONFIG = ReadConfig(budget=3, label_free=1, min_edge_ratio=0.1)


def facts(pictures):
    """What may be said of each picture, in an order and with names that no format decides."""
    rows = []
    for picture in pictures:
        s = picture.slice
        labels = sorted(
            (BY_VALUE[int(one.raw)] if one.raw.isdigit() else one.raw, one.side, one.presence,
             one.box, one.area_mm2, one.diameter_mm, one.short_mm, one.volume_ml, one.centroid,
             one.regions, one.truncated, one.mask)
            for one in s.labels
        )  # fmt: skip
        rows.append((s.plane, s.index, s.count, s.orientation, s.display, s.spacing_mm,
                     s.thickness_mm, s.window, s.width, s.height, s.pixels_sha256,
                     labels))  # fmt: skip
    return sorted(rows)


def of_files(folder, suffix, write, orientation):
    image, labels, affine = phantom.turned(orientation)
    write(folder / f"i{suffix}", image, affine)
    write(folder / f"m{suffix}", labels, affine)
    source = source_of(Mask(f"m{suffix}", names=BY_VALUE), cases=Files(f"{{n}}{suffix}"),
                       anatomy=("kidney",))  # fmt: skip
    notes = [annotation(source, files=(f"m{suffix}",))]
    return read(folder, source, f"i{suffix}", notes, CONFIG)


@functools.lru_cache(maxsize=2)
def series_of(folder, orientation, *, enhanced):
    """The body as a series or an enhanced object, written once; what was written."""
    image, _, affine = phantom.turned(orientation)
    if enhanced:
        return [phantom.write_enhanced(folder / "enhanced" / "all", image, affine)]
    return phantom.write_series(folder / "series", image, affine)


def of_dicom(folder, form, names, write, orientation, *, enhanced=False, mask="mask"):
    shared, name = folder.parent, "enhanced" if enhanced else "series"
    made = series_of(shared, orientation, enhanced=enhanced)
    _, labels, affine = phantom.turned(orientation)
    write(folder / mask, labels, affine, made)
    mask = f"{folder.name}/{mask}"
    paths = sorted(f"{name}/{p.name}" for p in (shared / name).iterdir())
    source = source_of(Mask(mask, form=form, names=names), cases=DicomSeries(f"{name}/*"),
                       anatomy=("kidney",))  # fmt: skip
    return read(shared, source, paths, [annotation(source, files=(mask,))], CONFIG)


def of_volume(folder, suffix, write, form, write_mask, orientation):
    """An image in one file with a mask that is a DICOM object."""
    image, labels, affine = phantom.turned(orientation)
    write(folder / f"i{suffix}", image, affine)
    write_mask(folder / "mask.dcm", labels, affine, ())
    source = source_of(Mask("mask.dcm", form=form, names=BY_NAME), cases=Files(f"{{n}}{suffix}"),
                       anatomy=("kidney",))  # fmt: skip
    notes = [annotation(source, files=("mask.dcm",))]
    return read(folder, source, f"i{suffix}", notes, CONFIG)


def as_seg(path, labels, affine, made):
    phantom.write_seg(path, labels, affine, series=made)


def as_rtstruct(path, labels, affine, made):
    regions = phantom.contours_of(labels, affine)
    phantom.write_rtstruct(path, regions, series=made)


def as_file(write, path, labels, affine, made):
    write(path, labels, affine)


def map_of(suffix, write, *, enhanced=False):
    """A DICOM series or object whose mask is a label map in another format."""
    as_map = functools.partial(as_file, write)
    return functools.partial(of_dicom, form="map", names=BY_VALUE, mask=f"mask{suffix}",
                             write=as_map, enhanced=enhanced)  # fmt: skip


WRITERS = {
    "nifti": functools.partial(of_files, suffix=".nii", write=phantom.write_nifti),
    "mha": functools.partial(of_files, suffix=".mha", write=phantom.write_mha),
    "nrrd": functools.partial(of_files, suffix=".nrrd", write=phantom.write_nrrd),
    "series + SEG": functools.partial(of_dicom, form="seg", names=BY_NAME, write=as_seg),
    "series + RTSTRUCT": functools.partial(of_dicom, form="rtstruct", names=BY_NAME,
                                           write=as_rtstruct),
    "enhanced + SEG": functools.partial(of_dicom, form="seg", names=BY_NAME, write=as_seg,
                                        enhanced=True),
    "enhanced + RTSTRUCT": functools.partial(of_dicom, form="rtstruct", names=BY_NAME,
                                             write=as_rtstruct, enhanced=True),
    "series + nifti": map_of(".nii", phantom.write_nifti),
    "series + nrrd": map_of(".nrrd", phantom.write_nrrd),
    "enhanced + mha": map_of(".mha", phantom.write_mha, enhanced=True),
    "nifti + SEG": functools.partial(of_volume, suffix=".nii", write=phantom.write_nifti,
                                     form="seg", write_mask=as_seg),
    "nrrd + RTSTRUCT": functools.partial(of_volume, suffix=".nrrd", write=phantom.write_nrrd,
                                         form="rtstruct", write_mask=as_rtstruct),
}  # fmt: skip


@pytest.fixture(scope="module")
def truth(tmp_path_factory):
    """Facts of the body as NIfTI with its axes in the plainest order."""
    folder = tmp_path_factory.mktemp("truth")
    return facts(of_files(folder, ".nii", phantom.write_nifti, phantom.ORIENTATIONS[0]))


def named(orientation):
    return "".join("zyx"[a] + "+-"[s < 0] for a, s in zip(*orientation, strict=True))


@pytest.mark.parametrize("orientation", phantom.ORIENTATIONS, ids=named)
def test_every_format_says_the_same_in_every_orientation(tmp_path, truth, orientation):
    for number, (name, write) in enumerate(WRITERS.items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert facts(write(folder, orientation=orientation)) == truth, name


def test_the_findings_are_those_that_were_drawn(truth):
    """Side, plane, area, extents and volume by the maker's own arithmetic."""
    _, labels = phantom.body()
    dz, dy, dx = phantom.STEP
    axes = {"axial": (0, dy * dx), "coronal": (1, dz * dx), "sagittal": (2, dz * dy)}
    sides = {"liver": "right", "spleen": "left", "node": "left", "spine": "midline"}
    seen = set()
    for plane, index, count, orientation, display, *_, marks in truth:
        axis, pixel = axes[plane]
        assert (count, display) == (phantom.SHAPE[axis], "radiological")
        assert orientation == {"axial": "L\\P", "coronal": "L\\F", "sagittal": "P\\F"}[plane]
        # slices are counted towards the head, the back and the left: as LPS indices are
        drawn = np.take(labels, index, axis=axis)
        here = {phantom.NAMES[n] for n in np.unique(drawn) if n}
        assert {name for name, *_ in marks} == here
        for name, side, _, box, area, longest, short, volume, *_ in marks:
            number = next(n for n, known in phantom.NAMES.items() if known == name)
            assert area == pytest.approx(int((drawn == number).sum()) * pixel)
            whole = int((labels == number).sum()) * dz * dy * dx / 1000
            assert volume == pytest.approx(whole, rel=1e-3)
            if plane != "sagittal" and name in sides:
                assert side == sides[name]
            assert longest is None or longest >= short > 0
            assert box is not None
            seen.add((plane, name))
    assert {name for _, name in seen} == set(phantom.NAMES.values())
    assert {plane for plane, _ in seen} == set(axes)
