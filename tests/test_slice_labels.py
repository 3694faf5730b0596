"""Labels of single slices of a series: each reaches its slice, and none is lost in silence."""

import numpy as np
import pytest
from PIL import Image

from gmai_data import DicomSeries, Files, Flags, Mask, Points, Records, Report, Source, Table
from gmai_data.arrow import from_table
from gmai_data.config import Config, ReadConfig
from gmai_data.errors import RejectedItem
from gmai_data.listing import list_root
from gmai_data.read import read_case
from gmai_data.roots import Root
from gmai_data.scan import scan
from gmai_data.schema import Annotation, Case
from gmai_data.testing import fake_dicom_series, fake_image, noise, write_json, write_table
from gmai_data.words.bind import bind
from gmai_data.words.facts import facts_of
from tests.read_cases import annotation, read, source_of

WHOLE = ReadConfig(planes=("axial",), budget=0)


def volume(depth: int = 5):
    return (1000 * noise((24, 20, depth), "slices")).astype(np.int16)


def series(*labels, **known):
    return source_of(*labels, cases=DicomSeries("{stack}/*.dcm"), subject="{PatientID}", **known)


def scanned(folder, source):
    roots = {source.name: Root(source.name, str(folder))}
    found = scan(source, roots, list_root(roots[source.name]), Config(), b"secret")
    return from_table(Case, found.cases), roots


def flags():
    return Flags(
        "{state}", by="{finding}", missing="unknown",
        names={"sub": "subdural haemorrhage", "epi": "epidural haemorrhage"},
        table=Table("labels.csv", on="SOPInstanceUID"),
    )  # fmt: skip


@pytest.mark.parametrize("name", ["{n:04d}.dcm", "IM{n}", "1.2.3.{n}"])
def test_a_class_of_a_slice_joins_only_the_slice_of_its_file(tmp_path, name):
    made = fake_dicom_series(tmp_path / "a", volume(), name=name, spacing_mm=(2, 2, 5))
    rows = [(one.SOPInstanceUID, kind, int((n, kind) in {(1, "sub"), (3, "epi")}))
            for n, one in enumerate(made) for kind in ("sub", "epi")]  # fmt: skip
    write_table(tmp_path / "labels.csv", ["SOPInstanceUID", "finding", "state"], rows)
    source = source_of(flags(), cases=DicomSeries("{stack}/*"), subject="{PatientID}")
    (case,), roots = scanned(tmp_path, source)
    present = {}
    for picture in read_case(source, case, roots, WHOLE):
        bound = bind(source, case, picture.slice)
        assert len(bound.labels) == 2
        assert all(label.level == "image" for label in bound.labels)
        for label in bound.labels:
            if label.presence == "present":
                present.setdefault(label.name, []).append(bound.index)
    assert present == {"subdural haemorrhage": [1], "epidural haemorrhage": [3]}


def test_a_slice_with_a_stated_class_is_among_the_few_that_are_chosen(tmp_path):
    made = fake_dicom_series(tmp_path / "a", volume(24), spacing_mm=(2, 2, 5))
    rows = [(one.SOPInstanceUID, kind, int(n == at)) for n, one in enumerate(made)
            for kind, at in (("sub", 5), ("epi", 17))]  # fmt: skip
    write_table(tmp_path / "labels.csv", ["SOPInstanceUID", "finding", "state"], rows)
    source = series(flags())
    (case,), roots = scanned(tmp_path, source)
    config = ReadConfig(planes=("axial",), budget=3, label_free=1)
    chosen = [p.slice.index for p in read_case(source, case, roots, config)]
    assert {5, 17} <= set(chosen)
    assert len(chosen) <= 3


@pytest.mark.parametrize("place", ["sop=9.9.9", "sop=0009"])
@pytest.mark.parametrize("kind", ["flags", "points"])
def test_a_label_of_a_slice_that_is_not_there_rejects_the_case(tmp_path, place, kind):
    fake_dicom_series(tmp_path / "a", volume(), spacing_mm=(2, 2, 5))
    source = series(flags(), Points(xy=("{x}", "{y}"), name="nodule"))
    paths = sorted(str(p.relative_to(tmp_path)) for p in (tmp_path / "a").iterdir())
    values = (("x", "3"), ("y", "4")) if kind == "points" else (("state", "present"),)
    note = Annotation(part=int(kind == "points"), kind=kind, raw="sub", values=values, slice=place)
    with pytest.raises(RejectedItem, match="no-such-slice"):
        read(tmp_path, source, paths, [note])


def test_a_private_name_of_a_slice_is_not_in_its_rejection(tmp_path):
    fake_dicom_series(tmp_path / "a", volume(), spacing_mm=(2, 2, 5))
    source = series(flags(), identity="private")
    paths = sorted(str(p.relative_to(tmp_path)) for p in (tmp_path / "a").iterdir())
    note = Annotation(part=0, kind="flags", raw="sub", slice="sop=Doe_Jane",
                      values=(("state", "present"),))  # fmt: skip
    with pytest.raises(RejectedItem, match="no-such-slice") as caught:
        read(tmp_path, source, paths, [note])
    assert "Doe" not in str(caught.value)


def test_one_name_in_two_folders_is_ambiguous_for_what_is_drawn(tmp_path):
    for n, folder in enumerate("ab"):
        fake_dicom_series(tmp_path / folder, volume(2), spacing_mm=(2, 2, 5),
                          SeriesInstanceUID="1.2.3", origin_mm=(0, 0, 10 * n))  # fmt: skip
    source = series(Points(xy=("{x}", "{y}"), name="nodule"))
    paths = [f"{folder}/000{n}.dcm" for folder in "ab" for n in (1, 2)]
    note = annotation(source, values=(("x", "3"), ("y", "4")), slice="sop=0001")
    with pytest.raises(RejectedItem, match="ambiguous-slice"):
        read(tmp_path, source, paths, [note], WHOLE)


def test_a_mask_file_of_one_slice_is_drawn_on_it(tmp_path):
    fake_dicom_series(tmp_path / "ct", volume(), spacing_mm=(2, 2, 5))
    source = source_of(
        Mask("gt/{n}.png", form="binary", name="nodule", missing="unknown"),
        cases=DicomSeries("{stack}/{n}.dcm"), subject="{PatientID}",
    )  # fmt: skip
    (tmp_path / "gt").mkdir()
    for name, at in (("0002", 3), ("0004", 9)):
        mask = np.zeros((20, 24), np.uint8)
        mask[at : at + 5, 2:8] = 255
        Image.fromarray(mask).save(tmp_path / "gt" / f"{name}.png")
    (case,), roots = scanned(tmp_path, source)
    found = {
        p.slice.index: p.slice.labels[0].box
        for p in read_case(source, case, roots, WHOLE) if p.slice.labels
    }  # fmt: skip
    assert found == {1: (2, 3, 8, 8), 3: (2, 9, 8, 14)}


def test_a_text_of_one_slice_is_a_fact_of_that_slice_only(tmp_path):
    made = fake_dicom_series(tmp_path / "a", volume(3), spacing_mm=(2, 2, 5))
    write_table(tmp_path / "t.csv", ["SOPInstanceUID", "text"],
                [(one.SOPInstanceUID, f"Text {n}.") for n, one in enumerate(made)])  # fmt: skip
    source = series(Report("{text}", table=Table("t.csv", on="SOPInstanceUID")))
    (case,), roots = scanned(tmp_path, source)
    for picture in read_case(source, case, roots, WHOLE):
        facts = facts_of(source, case, bind(source, case, picture.slice))
        said = [f.value for f in facts if f.kind == "report"]
        assert said == [f"Text {picture.slice.index}."]


POINTS = Points(xyz=("{x}", "{y}", "{z}"), space="LPS mm", name="nodule")


@pytest.mark.parametrize(
    ("at", "index", "pixel"),
    [((10.0, 8.0, 10.0), 2, (5.5, 4.5)), ((10.0, 8.0, 12.4), 2, (5.5, 4.5)),
     ((10.0, 8.0, 12.6), 3, (5.5, 4.5)), ((0.0, 0.0, -2.4), 0, (0.5, 0.5))],
)  # fmt: skip
def test_a_point_in_patient_millimetres_is_on_the_nearest_slice(tmp_path, at, index, pixel):
    fake_dicom_series(tmp_path, volume(), spacing_mm=(2, 2, 5))
    source = series(POINTS)
    names = sorted(p.name for p in tmp_path.iterdir())
    values = tuple(zip("xyz", map(str, at), strict=True))
    pictures = read(tmp_path, source, names, [annotation(source, values=values)], WHOLE)
    found = [(p.slice.index, p.slice.labels[0].centroid) for p in pictures if p.slice.labels]
    assert found == [(index, pixel)]


@pytest.mark.parametrize("at", [(10, 8, 22.6), (10, 8, -2.6), (-2, 8, 10), (10, 40, 10)])
def test_a_point_in_millimetres_outside_the_series_rejects_the_case(tmp_path, at):
    fake_dicom_series(tmp_path, volume(), spacing_mm=(2, 2, 5))
    source = series(POINTS)
    names = sorted(p.name for p in tmp_path.iterdir())
    values = tuple(zip("xyz", map(str, at), strict=True))
    with pytest.raises(RejectedItem, match="point-outside"):
        read(tmp_path, source, names, [annotation(source, values=values)], WHOLE)


def test_a_point_in_millimetres_in_an_oblique_series_is_placed_along_its_axes(tmp_path):
    c, s = float(np.cos(0.4)), float(np.sin(0.4))
    turn, origin = (1, 0, 0, 0, c, s), np.array([5.0, -7.0, 30.0])
    fake_dicom_series(tmp_path, volume(), spacing_mm=(1.5, 2, 4), orientation=turn,
                      origin_mm=origin)  # fmt: skip
    down, normal = np.array([0, c, s]), np.array([0, -s, c])
    at = origin + 6 * 1.5 * np.array([1, 0, 0]) + 3 * 2 * down + 4.5 * normal
    source = series(POINTS)
    names = sorted(p.name for p in tmp_path.iterdir())
    values = tuple(zip("xyz", map(str, at), strict=True))
    config = ReadConfig(planes=("axial", "oblique axial"), budget=0)
    pictures = read(tmp_path, source, names, [annotation(source, values=values)], config)
    (found,) = [p.slice for p in pictures if p.slice.labels]
    assert found.index == 1
    scale = found.width / 24, found.height / 20
    assert found.labels[0].centroid == pytest.approx((6.5 * scale[0], 3.5 * scale[1]), abs=0.02)


def test_a_point_in_millimetres_on_a_plain_picture_is_refused_and_not_taken_for_pixels(tmp_path):
    fake_image(tmp_path / "a.png")
    source = source_of(POINTS, cases=Files("{n}.png"), modality="X-Ray")
    note = annotation(source, values=(("x", "3"), ("y", "4"), ("z", "5")))
    with pytest.raises(RejectedItem, match="point-space"):
        read(tmp_path, source, "a.png", [note])


def test_several_pictures_of_one_record_are_slices_of_their_own(tmp_path):
    for n in range(3):
        fake_image(tmp_path / "images" / f"{n}.png", seed=str(n))
    write_json(tmp_path / "a.json", [{"id": "1", "report": "Clear.",
                                      "image_path": ["0.png", "1.png", "2.png"]}])  # fmt: skip
    source = Source(
        name="made-up", title="Made up", version="1.0.0", homepage="https://example.org",
        license="CC0-1.0", access="open", evidence=("made up",), verified="data",
        modality="X-Ray", subject="{id}", labels=[Report("{report}", level="study")],
        cases=Records("a.json", image="images/{image_path}", key="{id}"),
    )  # fmt: skip
    (case,), roots = scanned(tmp_path, source)
    slices = [p.slice for p in read_case(source, case, roots, ReadConfig())]
    assert len({s.hash for s in slices}) == len({s.pixels_sha256 for s in slices}) == 3
    assert [s.variant for s in slices] == ["file1", "file2", "file3"]


def test_a_box_that_does_not_say_which_of_several_pictures_it_is_on_is_refused(tmp_path):
    from gmai_data import Boxes

    for n in range(2):
        fake_image(tmp_path / f"{n}.png", seed=str(n))
    source = source_of(Boxes(xyxy="{b}", name="nodule"), cases=Files("{n}.png"), modality="X-Ray")
    values = (("x1", "1"), ("y1", "1"), ("x2", "9"), ("y2", "9"))
    note = annotation(source, values=values)
    with pytest.raises(RejectedItem, match="ambiguous-image"):
        read(tmp_path, source, {"image": ["0.png", "1.png"]}, [note])
    named = annotation(source, values=values, slice="sop=1")
    slices = [p.slice for p in read(tmp_path, source, {"image": ["0.png", "1.png"]}, [named])]
    assert [len(s.labels) for s in slices] == [0, 1]
