"""Boxes in files beside pictures, and declarations that nothing would read."""

import pytest

from gmai_data import (
    Boxes,
    Files,
    Inline,
    Mask,
    Points,
    Records,
    Table,
)
from gmai_data.arrow import from_table
from gmai_data.config import Config, ReadConfig
from gmai_data.declare import ABSENT
from gmai_data.errors import RejectedItem
from gmai_data.grammar.lint import lint
from gmai_data.listing import list_root
from gmai_data.read import read_case
from gmai_data.roots import Root
from gmai_data.scan import scan
from gmai_data.schema import Case
from gmai_data.testing import fake_image, write_text
from gmai_data.words.bind import bind
from tests.read_cases import source_of

VOC = """<annotation><size><width>{w}</width><height>{h}</height></size>
<object><name>RBC</name><bndbox><xmin>2</xmin><ymin>4</ymin><xmax>20</xmax><ymax>24</ymax></bndbox>
</object><object><name>dust</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>3</xmax><ymax>3</ymax>
</bndbox></object></annotation>"""
NAMES = {"RBC": "erythrocyte", "dust": None, "WBC": "leucocyte"}


def boxes_in(folder, part):
    source = source_of(part, cases=Files("img/{n}.png"), subject="{n}", modality="Microscopy")
    assert lint(source) == ()
    roots = {source.name: Root(source.name, str(folder))}
    (case,) = from_table(Case, scan(source, roots, list_root(roots[source.name]), Config()).cases)
    (picture,) = read_case(source, case, roots, ReadConfig())
    labels = bind(source, case, picture.slice).labels
    return {(label.name, label.presence): label.box for label in labels}


@pytest.mark.parametrize(
    ("size", "box"),
    [((40, 30), (2, 4, 20, 24)), ((80, 60), (1, 2, 10, 12)), ((0, 0), (2, 4, 20, 24))],
)
def test_voc_boxes_are_read_and_scaled_to_the_picture(tmp_path, size, box):
    fake_image(tmp_path / "img" / "a.png", (40, 30))
    write_text(tmp_path / "xml" / "a.xml", VOC.format(w=size[0], h=size[1]))
    part = Boxes("xml/{n}.xml", form="voc", names=NAMES, empty=ABSENT)
    assert boxes_in(tmp_path, part) == {
        ("erythrocyte", "present"): box, ("leucocyte", "absent"): None,
    }  # fmt: skip


def test_yolo_boxes_are_centres_and_shares_of_the_picture(tmp_path):
    fake_image(tmp_path / "img" / "a.png", (40, 30))
    write_text(tmp_path / "txt" / "a.txt", "1 0.5 0.5 0.25 0.2\n\n0 0.1 0.1 0.1 0.1 0.93\n")
    part = Boxes("txt/{n}.txt", form="yolo", names={0: None, 1: "erythrocyte"})
    assert boxes_in(tmp_path, part) == {("erythrocyte", "present"): (15, 12, 25, 18)}


@pytest.mark.parametrize(
    ("form", "text", "rule"),
    [
        ("voc", "<annotation><object>", "broken-xml"),
        ("voc", "<annotation><object><name>RBC</name></object></annotation>", "box-file"),
        ("voc", VOC.format(w=30, h=40), "box-size"),
        ("voc", VOC.format(w=40, h=30).replace("RBC", "platelet"), "unknown-label"),
        ("voc", '<!DOCTYPE a [<!ENTITY b "c">]><annotation>&b;</annotation>', "broken-xml"),
        ("yolo", "1 0.5 0.5\n", "box-file"),
    ],
)
def test_a_broken_box_file_is_named_and_never_no_boxes(tmp_path, form, text, rule):
    fake_image(tmp_path / "img" / "a.png", (40, 30))
    write_text(tmp_path / "b" / "a.txt", text)
    with pytest.raises(RejectedItem, match=rule) as caught:
        boxes_in(tmp_path, Boxes("b/{n}.txt", form=form, names=NAMES))
    assert caught.value.path == "b/a.txt"


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (Boxes("a/{n}.json", form="coco", names=NAMES), 'with table=Table("….json", form="coco"'),
        (Boxes("a/{n}.xml", names=NAMES), "needs form= one of voc, yolo, labelme"),
        (Boxes("a/{n}.xml", form="voc", name="nodule"), "names= and neither by= nor name="),
        (Boxes(xyxy="{n}", form="yolo", names=NAMES), "is of box files"),
        (Boxes(xyxy="{n}", name="nodule", origin="left"), "must be one of upper, lower"),
        (Mask("a/{n}.txt", form="plist", name="nodule"), 'form="plist" is not read'),
        (Mask("a/{n}.json", form="via", name="nodule"), "of one file for many pictures"),
        (Mask("a/{n}.json", form="labelme", name="x", threshold=1), "threshold= has no effect"),
        (Mask("a/{n}.json", form="labelme", names=NAMES, by="{n}"), "that names its classes"),
        (Mask("a/{n}.txt", form="xy-lines", names=NAMES), "one outline without a class"),
        (Mask("a/{n}.json", form="geojson", name="x", instances="{pixel}"), "instances=True"),
        (Mask("a/{n}.png", form=len, name="nodule"), "form= takes no function"),
        (Mask("a/{n}.png", crop="middle", name="nodule"), "crop='middle' must be one of"),
        (Mask("a/{n}.png", grid="T2w", name="nodule"), "is no channel of the cases"),
        (Points("a/{n}.txt", form="pts", name="nodule"), "points are read from rows"),
        (Points(xy=("{n}", "{n}"), space="LPS mm", name="nodule"), "needs xyz="),
        (Points(xy=("{n}", "{n}"), space="RAS mm", name="nodule"), "must be one of px, LPS mm"),
    ],
)
def test_what_nothing_reads_is_an_error_of_the_declaration(part, said):
    source = source_of(part, cases=Files("img/{n}.png"), subject="{n}")
    assert any(said in message for message in lint(source)), lint(source)


@pytest.mark.parametrize(
    "cases",
    [
        Table("a.tsv", image=Inline("{image}"), sep=";", key="{n}"),
        Table("a.xlsx", image=Inline("{image}"), key="{n}"),
        Table("a.tsv", image=Inline("{image}", "bytes"), key="{n}"),
        Records("a.json", image=Inline("{image}"), key="{n}"),
    ],
)
def test_pictures_in_rows_that_could_not_be_found_again_are_refused(cases):
    source = source_of(Mask(rle="{r}", name="nodule"), cases=cases, subject="{n}")
    assert any("Inline" in message for message in lint(source)), lint(source)
