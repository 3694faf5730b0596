"""Cases of several pictures: each label is on the picture it is of, or the case is refused."""

import pytest

from gmai_data import ABSENT, Boxes, Class, Files, Mask, Records, Table
from gmai_data.arrow import from_table
from gmai_data.config import Config, ReadConfig
from gmai_data.errors import RejectedItem
from gmai_data.grammar.lint import lint
from gmai_data.listing import list_root
from gmai_data.read import read_case
from gmai_data.roots import Root
from gmai_data.scan import scan
from gmai_data.schema import Case
from gmai_data.testing import fake_image, fake_mask, write_json, write_table
from gmai_data.words.bind import bind
from tests.read_cases import source_of

XYXY = ("{x1}", "{y1}", "{x2}", "{y2}")


def labels_of(folder, source):
    """Labels by the last part of the picture's path, for the one case."""
    assert lint(source) == ()
    roots = {source.name: Root(source.name, str(folder))}
    found = scan(source, roots, list_root(roots[source.name]), Config())
    assert not found.rejected
    (case,) = from_table(Case, found.cases)
    out = {}
    for picture in read_case(source, case, roots, ReadConfig()):
        name = "/".join(picture.slice.files[0].path.rsplit("/", 2)[-2:])
        labels = bind(source, case, picture.slice).labels
        out[name] = sorted((x.name, x.presence, x.box) for x in labels)
    return out


def views(folder):
    for view, size in (("CC", (40, 30)), ("MLO", (30, 40))):
        fake_image(folder / f"p1/{view}/1.png", size)


def rows_of(folder, *rows, header=("patient", "view", "x1", "y1", "x2", "y2", "kind")):
    write_table(folder / "t.csv", header, rows)


def source(*labels, **known):
    cases = Table("t.csv", image="{patient}/{view}/1.png", key="{patient}")
    return source_of(*labels, cases=cases, subject="{patient}", modality="X-Ray", **known)


def test_a_box_of_a_row_is_on_the_picture_of_that_row(tmp_path):
    views(tmp_path)
    rows_of(tmp_path, ("p1", "CC", 1, 2, 11, 12, "b"), ("p1", "MLO", 5, 6, 15, 16, "b"),
            ("p1", "MLO", 20, 6, 29, 16, "b"))  # fmt: skip
    found = labels_of(tmp_path, source(Boxes(xyxy=XYXY, name="breast mass")))
    assert found == {
        "CC/1.png": [("breast mass", "present", (1, 2, 11, 12))],
        "MLO/1.png": [("breast mass", "present", (5, 6, 15, 16)),
                      ("breast mass", "present", (20, 6, 29, 16))],
    }  # fmt: skip


def test_a_mask_file_is_on_the_picture_whose_fields_it_has(tmp_path):
    views(tmp_path)
    fake_mask(tmp_path / "masks/p1_CC.png", (40, 30), {255: (1, 2, 11, 12)})
    fake_mask(tmp_path / "masks/p1_MLO.png", (30, 40), {255: (5, 6, 15, 16)})
    rows_of(tmp_path, ("p1", "CC", 0, 0, 0, 0, "b"), ("p1", "MLO", 0, 0, 0, 0, "b"))
    part = Mask("masks/{patient}_{view}.png", form="binary", name="breast mass")
    assert labels_of(tmp_path, source(part)) == {
        "CC/1.png": [("breast mass", "present", (1, 2, 11, 12))],
        "MLO/1.png": [("breast mass", "present", (5, 6, 15, 16))],
    }


def test_boxes_of_a_table_joined_by_picture_are_on_that_picture(tmp_path):
    views(tmp_path)
    rows_of(tmp_path, ("p1", "CC", 0, 0, 0, 0, "b"), ("p1", "MLO", 0, 0, 0, 0, "b"))
    write_table(tmp_path / "b.csv", ["patient", "view", "x1", "y1", "x2", "y2"],
                [["p1", "MLO", 5, 6, 15, 16]])  # fmt: skip
    table = Table("b.csv", on=("patient", "view"), alias=None)
    part = Boxes(xyxy=XYXY, name="breast mass", table=table, missing="unknown")
    found = labels_of(tmp_path, source(part))
    assert found == {"CC/1.png": [], "MLO/1.png": [("breast mass", "present", (5, 6, 15, 16))]}


def test_a_label_that_does_not_say_its_picture_is_refused_by_name(tmp_path):
    views(tmp_path)
    rows_of(tmp_path, ("p1", "CC", 0, 0, 0, 0, "b"), ("p1", "MLO", 0, 0, 0, 0, "b"))
    write_table(tmp_path / "b.csv", ["patient", "x1", "y1", "x2", "y2"], [["p1", 5, 6, 15, 16]])
    part = Boxes(xyxy=XYXY, name="breast mass", table=Table("b.csv", on="patient"))
    with pytest.raises(RejectedItem, match="ambiguous-image: boxes, and the case has several"):
        labels_of(tmp_path, source(part))
    fake_mask(tmp_path / "masks/p1.png", (40, 30), {255: (1, 2, 11, 12)})
    with pytest.raises(RejectedItem, match="ambiguous-image: mask"):
        labels_of(tmp_path, source(Mask("masks/{patient}.png", form="binary", name="x")))


def test_a_class_that_differs_between_pictures_is_said_of_its_own(tmp_path):
    views(tmp_path)
    part = Class("{kind}", names={"b": "benign tumour", "m": "malignant tumour"})
    rows_of(tmp_path, ("p1", "CC", 0, 0, 0, 0, "b"), ("p1", "MLO", 0, 0, 0, 0, "m"))
    found = labels_of(tmp_path, source(part))
    assert {k: [x[0] for x in v] for k, v in found.items()} == {
        "CC/1.png": ["benign tumour"], "MLO/1.png": ["malignant tumour"],
    }  # fmt: skip
    rows_of(tmp_path, ("p1", "CC", 0, 0, 0, 0, "m"), ("p1", "MLO", 0, 0, 0, 0, "m"))
    found = labels_of(tmp_path, source(part))
    assert {x[0] for v in found.values() for x in v} == {"malignant tumour"}
    assert len(found) == 2


def test_roles_are_channels_and_grid_names_the_one_that_is_drawn_on(tmp_path):
    views(tmp_path)
    fake_mask(tmp_path / "masks/p1_mlo.png", (30, 40), {255: (5, 6, 15, 16)})
    cases = Files({"CC": "{patient}/CC/1.png", "MLO": "{patient}/MLO/1.png"})
    part = Mask("masks/{patient}_mlo.png", form="binary", name="breast mass", grid="MLO",
                missing=ABSENT)  # fmt: skip
    made = source_of(part, cases=cases, subject="{patient}", modality="X-Ray")
    assert labels_of(tmp_path, made) == {
        "CC/1.png": [], "MLO/1.png": [("breast mass", "present", (5, 6, 15, 16))],
    }  # fmt: skip


def test_records_with_a_list_of_pictures_do_not_guess(tmp_path):
    views(tmp_path)
    record = {"id": "p1", "images": ["p1/CC/1.png", "p1/MLO/1.png"], "box": [1, 2, 11, 12]}
    write_json(tmp_path / "r.json", [record])
    made = source_of(
        Boxes(xyxy="{box}", name="breast mass"),
        cases=Records("r.json", image="{images}", key="{id}"), subject="{id}", modality="X-Ray",
    )  # fmt: skip
    with pytest.raises(RejectedItem, match="ambiguous-image"):
        labels_of(tmp_path, made)
