"""Oblique grids with unequal steps: sizes, places and sides are those of the body, not of the grid.

Two balls in the patient, known by their centres and radii, are sampled on a grid that is turned by
15 to 30 degrees about an axis of the patient and stored with its axes in any order and direction.
"""

import math
import tempfile
from pathlib import Path

import nibabel
import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from gmai_data import DicomSeries, Files, Mask
from gmai_data.config import ReadConfig
from tests import phantom
from tests.read_cases import annotation, read, source_of

FIELD_MM = 150.0
BALLS = {1: ((-36.0, 5.0, -8.0), 24.0, "right"), 2: ((34.0, -6.0, 10.0), 17.0, "left")}
TEMPLATE = 4  # the sform code of MNI space, where x = 0 is the midline
WITHOUT_SHRINKING = (Phase.explicit, Phase.generate)  # an example takes long enough
CONFIG = ReadConfig(budget=4, label_free=1)


def turn(axis: int, degrees: float) -> np.ndarray:
    """Rotation about a patient axis."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    out = np.eye(3)
    one, two = (axis + 1) % 3, (axis + 2) % 3
    out[one, one], out[one, two], out[two, one], out[two, two] = c, -s, s, c
    return out


def sampled(axis: int, degrees: float, steps, orientation):
    """Image, labels and affine (array index to LPS mm); the first of ``steps`` is of slices."""
    order, signs = orientation
    columns = turn(axis, degrees)[:, [2 - a for a in order]] * signs * [steps[a] for a in order]
    shape = [math.ceil(FIELD_MM / steps[a]) for a in order]
    affine = np.eye(4)
    affine[:3, :3] = columns
    affine[:3, 3] = -columns @ ((np.array(shape) - 1) / 2)
    index = np.stack(np.meshgrid(*(np.arange(n) for n in shape), indexing="ij"))
    place = np.einsum("ij,jabc->iabc", columns, index) + affine[:3, 3][:, None, None, None]
    labels = np.zeros(shape, np.uint8)
    for value, (centre, radius, _) in BALLS.items():
        labels[((place - np.reshape(centre, (3, 1, 1, 1))) ** 2).sum(axis=0) <= radius**2] = value
    inside = (place**2).sum(axis=0) <= 68**2
    image = np.where(inside, 300 + 2 * place[0] + place[1] + place[2], 0) + 200 * (labels > 0)
    return image.astype(np.int16), labels, affine


def write_template(path: Path, array: np.ndarray, affine: np.ndarray) -> None:
    ras = np.diag([-1.0, -1.0, 1.0, 1.0]) @ affine[:, [2, 1, 0, 3]]
    image = nibabel.Nifti1Image(np.ascontiguousarray(array.T), ras)
    image.set_sform(ras, TEMPLATE)
    image.set_qform(ras, TEMPLATE)
    nibabel.save(image, str(path))


def of_files(folder: Path, suffix: str, write, made):
    image, labels, affine = made
    write(folder / f"i{suffix}", image, affine)
    write(folder / f"m{suffix}", labels, affine)
    source = source_of(Mask(f"m{suffix}", names={1: "a", 2: "b"}), modality="MR",
                       cases=Files(f"{{n}}{suffix}"))  # fmt: skip
    return read(folder, source, f"i{suffix}", [annotation(source, files=(f"m{suffix}",))], CONFIG)


def of_series(folder: Path, form: str, made):
    """The same as a DICOM series, its mask a NIfTI or a SEG."""
    image, labels, affine = made
    tags = {"Modality": "MR", "SOPClassUID": "1.2.840.10008.5.1.4.1.1.4",
            "ImageType": ["ORIGINAL", "PRIMARY", "OTHER"],
            "RescaleIntercept": None, "RescaleSlope": None, "RescaleType": None}  # fmt: skip
    series = phantom.write_series(folder / "mr", image - 1024, affine, **tags)
    names = {1: "a", 2: "b"} if form == "map" else {"a": "a", "b": "b"}
    mask = "mask.nii" if form == "map" else "mask"
    if form == "map":
        phantom.write_nifti(folder / mask, labels, affine)
    else:
        phantom.write_seg(folder / mask, labels, affine, names={1: "a", 2: "b"}, series=series)
    source = source_of(Mask(mask, form=form, names=names), modality="MR",
                       cases=DicomSeries("mr/*"))  # fmt: skip
    paths = sorted(f"mr/{p.name}" for p in (folder / "mr").iterdir())
    return read(folder, source, paths, [annotation(source, files=(mask,))], CONFIG)


def facts(pictures):
    rows = []
    for s in (p.slice for p in pictures):
        labels = sorted(("ab"[int(x.raw) - 1] if x.raw.isdigit() else x.raw, x.area_px, x.mask,
                         x.box, x.regions) for x in s.labels)  # fmt: skip
        rows.append((s.plane, s.index, s.count, s.orientation, s.display, s.width, s.height,
                     s.pixels_sha256, labels))  # fmt: skip
    return sorted(rows)


angles = st.builds(lambda a, s: a * s, st.floats(15, 30), st.sampled_from((-1, 1)))
steps = st.tuples(st.floats(4.0, 6.0), st.floats(1.5, 3.0), st.floats(1.5, 3.0))


@settings(max_examples=30, deadline=None, phases=WITHOUT_SHRINKING)
@given(st.sampled_from(range(3)), angles, steps, st.sampled_from(phantom.ORIENTATIONS))
def test_millimetres_and_sides_are_those_of_the_body_on_any_oblique_grid(
    axis, degrees, steps, orientation
):
    made = sampled(axis, degrees, steps, orientation)
    _, labels, affine = made
    with tempfile.TemporaryDirectory() as folder:
        pictures = of_files(Path(folder), ".nii", write_template, made)
    thick = orientation[0].index(0)  # the array axis along which slices were taken
    across = [a for a in range(3) if a != thick]
    step = affine[:3, thick]
    nearest = int(np.argmax(np.abs(step)))
    half = math.hypot(*(np.linalg.norm(affine[:3, a]) for a in across)) / 2
    assert pictures
    seen = set()
    for s in (p.slice for p in pictures):
        assert s.count == labels.shape[thick]
        assert s.thickness_mm == pytest.approx(steps[0], abs=1e-3)
        at = s.index if step[nearest] > 0 else s.count - 1 - s.index
        unit = step / np.linalg.norm(step)
        depth = unit @ (affine[:3, 3] + at * step)
        for label in s.labels:
            centre, radius, side = BALLS[int(label.raw)]
            seen.add(label.raw)
            assert (label.side, label.side_source) == (side, "geometry")
            assert label.volume_ml == pytest.approx(4 / 3 * math.pi * radius**3 / 1000, rel=0.04)
            off = abs(unit @ centre - depth)
            r = math.sqrt(max(0.0, radius**2 - off**2))
            assert label.area_mm2 == pytest.approx(math.pi * r * r, abs=2 * math.pi * r * half)
            if label.diameter_mm is not None:
                assert label.diameter_mm == pytest.approx(2 * r, abs=2 * half)
                assert label.short_mm == pytest.approx(2 * r, abs=2 * half)
            x1, y1, x2, y2 = label.box
            pixel = max(s.spacing_mm)  # boxes are those of the stored picture
            assert (x2 - x1) * s.spacing_mm[1] == pytest.approx(2 * r, abs=2 * half + pixel)
            assert (y2 - y1) * s.spacing_mm[0] == pytest.approx(2 * r, abs=2 * half + pixel)
        for one in s.structures:
            off_mm = np.abs(np.subtract(one.centre_mm, BALLS[int(one.raw)][0]))
            assert off_mm.max() <= max(steps) / 2
            assert one.side in ("", BALLS[int(one.raw)][2])
    assert seen == {"1", "2"}


@settings(max_examples=8, deadline=None, phases=WITHOUT_SHRINKING)
@given(st.sampled_from(range(3)), angles, steps,
       st.sampled_from([o for o in phantom.ORIENTATIONS if o[0][0] == 0]))  # fmt: skip
def test_every_format_says_the_same_of_an_oblique_grid(axis, degrees, steps, orientation):
    made = sampled(axis, degrees, steps, orientation)
    writers = {
        ".nii": lambda f: of_files(f, ".nii", phantom.write_nifti, made),
        ".mha": lambda f: of_files(f, ".mha", phantom.write_mha, made),
        ".nrrd": lambda f: of_files(f, ".nrrd", phantom.write_nrrd, made),
        "series + nifti": lambda f: of_series(f, "map", made),
        "series + SEG": lambda f: of_series(f, "seg", made),
    }
    found = {}
    for name, write in writers.items():
        with tempfile.TemporaryDirectory() as folder:
            found[name] = facts(write(Path(folder)))
    for name, rows in found.items():
        assert rows == found[".nii"], name
