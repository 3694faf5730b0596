"""Outlines of annotation programs: the same region gives the same label in every form."""

import base64
import io
import json
import zlib

import numpy as np
import pytest
from PIL import Image

from gmai_data import ABSENT, NO_SUBJECT, Boxes, DicomSeries, Files, Mask, Table
from gmai_data.arrow import from_table
from gmai_data.config import Config, ReadConfig
from gmai_data.errors import RejectedItem
from gmai_data.grammar.dialects import regions_of
from gmai_data.grammar.lidc import lidc_rows
from gmai_data.grammar.lint import lint
from gmai_data.listing import list_root
from gmai_data.read import read_case
from gmai_data.read.masks import decode_rle
from gmai_data.read.outlines import coco_counts, coco_mask
from gmai_data.roots import Root
from gmai_data.scan import scan
from gmai_data.schema import Case
from gmai_data.testing import fake_dicom_series, fake_image, write_json, write_text
from tests.read_cases import source_of

NAMES = {"polyp": "polyp", "dust": None}
SQUARE = [[5, 4], [15, 4], [15, 14], [5, 14]]
HOLE = [[8, 7], [11, 7], [11, 10], [8, 10]]


def labels_of(folder, *labels, cases=None, rejected=0):
    """Labels of every slice, by way of the declaration, the scan and the reading."""
    source = source_of(
        *labels, cases=cases or Files("img/{n}.png"), subject=NO_SUBJECT, modality="Endoscopy"
    )
    return labels_of_source(folder, source, rejected)


def labels_of_source(folder, source, rejected=0, config=None):
    assert lint(source) == ()
    roots = {source.name: Root(source.name, str(folder))}
    found = scan(source, roots, list_root(roots[source.name]), Config())
    assert len(found.rejected) == rejected, found.rejected
    return [
        label
        for case in from_table(Case, found.cases)
        for picture in read_case(source, case, roots, config or ReadConfig())
        for label in picture.slice.labels
    ]


def png(array):
    sink = io.BytesIO()
    Image.fromarray(array).save(sink, "PNG")
    return sink.getvalue()


def labelme(folder):
    shapes = [{"label": "polyp", "points": SQUARE, "shape_type": "polygon", "group_id": None},
              {"label": "dust", "points": [[1, 1]], "shape_type": "point"}]  # fmt: skip
    write_json(folder / "ann/a.json", {"version": "5.4.1", "shapes": shapes, "imageHeight": 30})


def geojson(folder):
    write_json(folder / "ann/a.json", {"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": "7", "geometry": {"type": "Polygon", "coordinates": [SQUARE]},
         "properties": {"objectType": "annotation", "classification": {"name": "polyp"}}},
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 1]},
         "properties": {"classification": {"name": "dust"}}},
    ]})  # fmt: skip


def asap(folder):
    points = "".join(f'<Coordinate Order="{n}" X="{x}" Y="{y}"/>'
                     for n, (x, y) in reversed(list(enumerate(SQUARE))))  # fmt: skip
    write_text(folder / "ann/a.xml", "<ASAP_Annotations><Annotations><Annotation Name='A 0' "
               f"Type='Polygon' PartOfGroup='polyp'><Coordinates>{points}</Coordinates>"
               "</Annotation></Annotations></ASAP_Annotations>")  # fmt: skip


def imagescope(folder):
    points = "".join(f'<Vertex X="{x}" Y="{y}" Z="0"/>' for x, y in SQUARE)
    write_text(folder / "ann/a.xml", "<Annotations MicronsPerPixel='0.25'><Annotation Id='1' "
               "Name=''><Attributes><Attribute Name='polyp' Id='0'/></Attributes><Regions>"
               f"<Region Id='3' Type='0' NegativeROA='0'><Vertices>{points}</Vertices></Region>"
               "</Regions></Annotation></Annotations>")  # fmt: skip


def supervisely(folder):
    bits = base64.b64encode(zlib.compress(png(np.full((10, 10), 255, np.uint8)))).decode()
    write_json(folder / "ann/a.json", {"size": {"width": 40, "height": 30}, "objects": [
        {"classTitle": "polyp", "geometryType": "bitmap",
         "bitmap": {"data": bits, "origin": [5, 4]}}]})  # fmt: skip


def xy_lines(folder):
    write_text(folder / "ann/a.txt", "\n".join(f"{x} {y}" for x, y in SQUARE))


@pytest.mark.parametrize(
    ("make", "part"),
    [
        (labelme, Mask("ann/{n}.json", form="labelme", names=NAMES)),
        (geojson, Mask("ann/{n}.json", form="geojson", names=NAMES)),
        (asap, Mask("ann/{n}.xml", form="asap", names=NAMES)),
        (imagescope, Mask("ann/{n}.xml", form="imagescope", names=NAMES)),
        (supervisely, Mask("ann/{n}.json", form="supervisely", names=NAMES)),
        (xy_lines, Mask("ann/{n}.txt", form="xy-lines", name="polyp")),
        (labelme, Boxes("ann/{n}.json", form="labelme", names=NAMES)),
        (asap, Boxes("ann/{n}.xml", form="asap", names=NAMES)),
    ],
)
def test_an_outline_is_the_same_in_every_file_form(tmp_path, make, part):
    fake_image(tmp_path / "img/a.png", (40, 30))
    make(tmp_path)
    (label,) = labels_of(tmp_path, part)
    assert label.box == (5, 4, 15, 14)
    assert label.area_px == (100 if isinstance(part, Mask) else None)


COCO = {
    "images": [{"id": 1, "file_name": "a.png", "width": 40, "height": 30}],
    "categories": [{"id": 9, "name": "polyp"}],
    "annotations": [{"id": 3, "image_id": 1, "category_id": 9, "bbox": [5, 4, 10, 10],
                     "segmentation": [[5, 4, 15, 4, 15, 14, 5, 14]], "iscrowd": 0}],
}  # fmt: skip
RUNS = [5 * 30 + 4, 10, *([20, 10] * 9), 30 * 40 - (14 * 30 + 14)]


@pytest.mark.parametrize(
    "segmentation",
    [
        [[5, 4, 15, 4, 15, 14, 5, 14]],
        [[5, 4, 15, 4, 15, 14, 5, 14], [6, 5, 9, 5, 9, 9, 6, 9]],  # united, not cut out
        {"size": [30, 40], "counts": RUNS},
        {"size": [30, 40], "counts": "j4:d000000000000000000Zg0"},
    ],
)
def test_coco_masks_and_boxes_are_a_table(tmp_path, segmentation):
    fake_image(tmp_path / "img/a.png", (40, 30))
    thing = {**COCO["annotations"][0], "segmentation": segmentation}
    write_json(tmp_path / "coco.json", {**COCO, "annotations": [thing]})
    table = Table("coco.json", form="coco", on="file_name")
    mask, box = labels_of(
        tmp_path,
        Mask(polygon="{segmentation}", form="coco", by="{class}", names=NAMES, table=table),
        Boxes(xywh=("{x}", "{y}", "{w}", "{h}"), by="{class}", names=NAMES, table=table),
        cases=Files("img/{file_name}"),
    )
    assert (mask.box, mask.area_px) == ((5, 4, 15, 14), 100)
    assert box.box == (5, 4, 15, 14)


def test_coco_run_lengths_are_those_of_pycocotools():
    # made by pycocotools 2.0.11 from a mask of 30 x 40 with pixels 5-14 x 4-13
    mask = coco_mask({"size": [30, 40], "counts": "j4:d000000000000000000Zg0"}, (30, 40))
    expected = np.zeros((30, 40), bool)
    expected[4:14, 5:15] = True
    assert np.array_equal(mask, expected)
    assert coco_counts("j4:d000000000000000000Zg0") == RUNS


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ({"size": [30, 40], "counts": [1, 2]}, "rle"),
        ({"size": [30, 40], "counts": [-1, 1201]}, "rle"),
        ({"size": [40, 30], "counts": RUNS}, "mask-size"),
        ({"size": [30, 40], "counts": "~"}, "rle"),
        ({"size": [30, 40], "counts": "j"}, "rle"),
        ({"counts": RUNS}, "rle"),
    ],
)
def test_broken_coco_run_lengths_are_refused(cell, rule):
    with pytest.raises(RejectedItem) as caught:
        coco_mask(cell, (30, 40))
    assert (caught.value.kind, caught.value.rule) == ("corrupt", rule)


def test_shapes_of_a_via_project_are_rows(tmp_path):
    fake_image(tmp_path / "img/a.png", (40, 30))
    fake_image(tmp_path / "img/b.png", (40, 30))
    xs, ys = zip(*SQUARE, strict=True)
    regions = [
        {"shape_attributes": {"name": "polygon", "all_points_x": xs, "all_points_y": ys},
         "region_attributes": {"kind": "polyp"}},
        {"shape_attributes": {"name": "rect", "x": 20, "y": 4, "width": 10, "height": 10},
         "region_attributes": {"kind": "polyp"}},
        {"shape_attributes": {"name": "point", "cx": 1, "cy": 1},
         "region_attributes": {"kind": "dust"}},
    ]  # fmt: skip
    write_json(tmp_path / "via.json", {"_via_settings": {}, "_via_img_metadata": {
        "a.png123": {"filename": "a.png", "size": 123, "regions": regions},
        "b.png9": {"filename": "b.png", "size": 9,
                   "regions": {"0": {"shape_attributes": {"name": "circle", "cx": 20, "cy": 15,
                                                          "r": 5},
                                     "region_attributes": {"kind": "polyp"}}}}}})  # fmt: skip
    table = Table("via.json", form="via", on="image")
    part = Mask(polygon="{polygon}", by="{kind}", names=NAMES, table=table, empty="unknown")
    found = labels_of(tmp_path, part, cases=Files("img/{image}"))
    assert [label.box for label in found] == [(5, 4, 15, 14), (20, 4, 30, 14), (15, 10, 25, 20)]
    assert found[2].area_px == pytest.approx(np.pi * 25, abs=4)


def test_a_file_for_each_picture_may_also_be_read_as_a_table(tmp_path):
    fake_image(tmp_path / "img/a.png", (40, 30))
    labelme(tmp_path)
    table = Table("ann/{n}.json", form="labelme", on="n")
    (label,) = labels_of(
        tmp_path, Mask(polygon="{polygon}", by="{class}", names=NAMES, table=table)
    )
    assert label.box == (5, 4, 15, 14)


def test_inner_rings_and_the_background_class_are_holes(tmp_path):
    fake_image(tmp_path / "img/a.png", (40, 30))
    kinds = {"polygon": [SQUARE, HOLE], "apart": [[SQUARE]]}
    write_json(tmp_path / "ann/a.json", [
        {"geometry": {"type": "Polygon", "coordinates": kinds["polygon"]},
         "properties": {"classification": "polyp"}}])  # fmt: skip
    (label,) = labels_of(tmp_path, Mask("ann/{n}.json", form="geojson", names=NAMES))
    assert label.area_px == 91
    write_json(tmp_path / "ann/a.json", [
        {"geometry": {"type": "MultiPolygon", "coordinates": kinds["apart"]},
         "properties": {"name": "polyp"}},
        {"geometry": {"type": "Polygon", "coordinates": [HOLE]}, "properties": {"name": "_2"}},
    ])  # fmt: skip
    part = Mask("ann/{n}.json", form="geojson", names=NAMES, background="_2")
    assert labels_of(tmp_path, part)[0].area_px == 91


def test_each_outline_is_an_object_where_the_source_says_so(tmp_path):
    fake_image(tmp_path / "img/a.png", (40, 30))
    far = [[x + 15, y] for x, y in SQUARE]
    write_json(tmp_path / "ann/a.json", {"shapes": [
        {"label": "polyp", "points": SQUARE, "group_id": 7},
        {"label": "polyp", "points": far, "group_id": None}]})  # fmt: skip
    one = labels_of(tmp_path, Mask("ann/{n}.json", form="labelme", names=NAMES))
    assert [(x.area_px, x.regions) for x in one] == [(200, 2)]
    part = Mask("ann/{n}.json", form="labelme", names=NAMES, instances=True)
    assert [(x.instance, x.area_px) for x in labels_of(tmp_path, part)] == [("7", 100), ("2", 100)]


def test_a_file_without_outlines_means_what_the_source_says(tmp_path):
    fake_image(tmp_path / "img/a.png", (40, 30))
    write_json(tmp_path / "ann/a.json", {"shapes": []})
    assert labels_of(tmp_path, Mask("ann/{n}.json", form="labelme", names=NAMES)) == []
    part = Mask("ann/{n}.json", form="labelme", names=NAMES, empty=ABSENT)
    assert [(x.raw, x.presence) for x in labels_of(tmp_path, part)] == [("polyp", "absent")]


@pytest.mark.parametrize(
    ("form", "text", "rule"),
    [
        ("labelme", "{", "broken-json"),
        ("labelme", "{}", "region-file"),
        ("labelme", '{"shapes": [{"label": "wen", "points": [[0,0],[1,0],[1,1]]}]}',
         "unknown-label"),
        ("labelme", '{"shapes": [{"label": "polyp", "shape_type": "line", "points": [[0,0]]}]}',
         "region-shape"),
        ("labelme", '{"shapes": [{"label": "polyp", "points": [[0,0],[1,NaN],[1,1]]}]}',
         "region-file"),
        ("geojson", '{"features": [{"properties": {}}]}', "region-file"),
        ("asap", "<a><Annotation PartOfGroup='polyp' Type='Dot'/></a>", "region-shape"),
        ("asap", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "broken-xml"),
        ("supervisely", '{"objects": [{"classTitle": "polyp", "geometryType": "bitmap",'
         ' "bitmap": {"data": "AAAA", "origin": [0, 0]}}]}', "region-file"),
        ("xy-lines", "1 2\n3\n", "region-file"),
    ],
)  # fmt: skip
def test_a_broken_outline_file_is_named_and_never_no_outline(tmp_path, form, text, rule):
    fake_image(tmp_path / "img/a.png", (40, 30))
    write_text(tmp_path / "ann/a.txt", text)
    named = {"name": "polyp"} if form == "xy-lines" else {"names": NAMES}
    with pytest.raises(RejectedItem, match=rule) as caught:
        labels_of(tmp_path, Mask("ann/{n}.txt", form=form, **named))
    assert (caught.value.kind, caught.value.path) == ("corrupt", "ann/a.txt")


def test_a_bitmap_that_unpacks_to_a_bomb_is_refused():
    bits = base64.b64encode(zlib.compress(bytes(1 << 29), 9)).decode()
    data = json.dumps({"objects": [{"classTitle": "x", "geometryType": "bitmap",
                                    "bitmap": {"data": bits, "origin": [0, 0]}}]})  # fmt: skip
    with pytest.raises(RejectedItem, match="image-too-large"):
        regions_of("supervisely", data.encode(), "a.json")


def edges(points):
    return "".join(f"<edgeMap><xCoord>{x}</xCoord><yCoord>{y}</yCoord></edgeMap>"
                   for x, y in points)  # fmt: skip


def ring(x1, y1, x2, y2):
    """The pixels of a rectangle's border, each of them once, as LIDC outlines are."""
    top = [(x, y1) for x in range(x1, x2 + 1)]
    right = [(x2, y) for y in range(y1 + 1, y2 + 1)]
    bottom = [(x, y2) for x in range(x2 - 1, x1 - 1, -1)]
    return top + right + bottom + [(x1, y) for y in range(y2 - 1, y1, -1)]


def reading(series, rois, ratings="<malignancy>4</malignancy>"):
    drawn = "".join(
        f"<roi><imageZposition>-1.5</imageZposition><imageSOP_UID>{sop}</imageSOP_UID>"
        f"<inclusion>{'TRUE' if keep else 'FALSE'}</inclusion>{edges(points)}</roi>"
        for sop, keep, points in rois
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><LidcReadMessage xmlns="http://www.nih.gov">'
        f"<ResponseHeader><SeriesInstanceUid>{series}</SeriesInstanceUid></ResponseHeader>"
        "<readingSession><unblindedReadNodule><noduleID>N7</noduleID>"
        f"<characteristics><subtlety>5</subtlety>{ratings}</characteristics>{drawn}"
        "</unblindedReadNodule><unblindedReadNodule><noduleID>s</noduleID><roi><imageZposition>0"
        f"</imageZposition><imageSOP_UID>{rois[0][0]}</imageSOP_UID><inclusion>TRUE</inclusion>"
        f"{edges([(3, 4)])}</roi></unblindedReadNodule><nonNodule><nonNoduleID>x</nonNoduleID>"
        f"<imageZposition>0</imageZposition><imageSOP_UID>{rois[0][0]}</imageSOP_UID>"
        "<locus><xCoord>9</xCoord><yCoord>8</yCoord></locus></nonNodule></readingSession>"
        "</LidcReadMessage>"
    )


def test_lidc_outlines_are_outside_the_nodule_and_hit_the_slice_they_name(tmp_path):
    volume = np.random.default_rng(0).integers(-900, 300, (64, 64, 6)).astype(np.int16)
    made = fake_dicom_series(tmp_path / "LIDC-IDRI-0001/st/se", volume, PatientID="LIDC-IDRI-0001")
    rois = [(made[2].SOPInstanceUID, True, ring(10, 20, 21, 29)),
            (made[2].SOPInstanceUID, False, ring(13, 22, 17, 26)),
            (made[3].SOPInstanceUID, True, ring(10, 20, 16, 24))]  # fmt: skip
    write_text(tmp_path / "tcia-lidc-xml/157/158.xml", reading(made[0].SeriesInstanceUID, rois))
    source = source_of(
        Mask(
            polygon="{polygon}", name="lung nodule", rater="reader {reader}",
            instances="{instance}", attrs={"malignancy": "{malignancy}"},
            table=Table("tcia-lidc-xml/**/*.xml", form="lidc", on="SOPInstanceUID",
                        where={"kind": "nodule"}),
        ),
        cases=DicomSeries("LIDC-IDRI-{p}/**/*.dcm"), subject="{PatientID}",
    )  # fmt: skip
    config = ReadConfig(budget=0, planes=("axial",))
    found = labels_of_source(tmp_path, source, config=config)
    assert sorted((x.box, x.area_px, x.rater, x.instance, x.attrs) for x in found) == [
        ((11, 21, 16, 24), 15, "reader 1", "N7", (("malignancy", "4"),)),
        ((11, 21, 21, 29), 10 * 8 - 9, "reader 1", "N7", (("malignancy", "4"),)),
    ]


def test_lidc_rows_tell_nodules_small_nodules_and_others_apart():
    rows = lidc_rows(reading("1.2", [("1.2.3", True, ring(1, 1, 5, 5))]).encode(), "a.xml")
    assert [(r["kind"], r["x"], r["y"], bool(r["polygon"])) for r in rows] == [
        ("nodule", "3.5", "3.5", True), ("small nodule", "3.5", "4.5", False),
        ("non-nodule", "9.5", "8.5", False),
    ]  # fmt: skip
    assert {r["SOPInstanceUID"] for r in rows} == {"1.2.3"}
    with pytest.raises(RejectedItem, match="region-file"):
        lidc_rows(b"<IdriReadMessage/>", "b.xml")


def test_lidc_outlines_agree_with_strictly_inside_on_any_shape():
    rng = np.random.default_rng(3)
    for _ in range(40):
        points = [tuple(map(int, rng.integers(0, 20, 2))) for _ in range(7)]
        (row, *_) = lidc_rows(reading("1", [("2", True, points)]).encode(), "a.xml")
        value = json.loads(row["polygon"]) if row["polygon"] else {"polygons": []}
        got = {(int(p[0][0][0]) + i, int(p[0][0][1])) for p in value["polygons"]
               for i in range(int(p[0][1][0] - p[0][0][0]))}  # fmt: skip
        assert got == strictly_inside(points)


def strictly_inside(points):
    """Pixels inside by the even-odd rule and on none of the lines, in whole numbers."""
    lines = list(zip(points, (*points[1:], points[0]), strict=True))
    found = set()
    for x in range(20):
        for y in range(20):
            on = any(
                (x2 - x1) * (y - y1) == (y2 - y1) * (x - x1)
                and min(x1, x2) <= x <= max(x1, x2) and min(y1, y2) <= y <= max(y1, y2)
                for (x1, y1), (x2, y2) in lines
            )  # fmt: skip
            crossings = sum(
                (y1 <= y) != (y2 <= y) and (x - x1) * (y2 - y1) * (1 if y2 > y1 else -1)
                < (y - y1) * (x2 - x1) * (1 if y2 > y1 else -1)
                for (x1, y1), (x2, y2) in lines
            )  # fmt: skip
            if crossings % 2 and not on:
                found.add((x, y))
    return found


def test_a_stored_mask_of_an_outline_is_the_pixels_inside(tmp_path):
    fake_image(tmp_path / "img/a.png", (40, 30))
    labelme(tmp_path)
    (label,) = labels_of(tmp_path, Mask("ann/{n}.json", form="labelme", names=NAMES))
    mask = decode_rle(label.mask, 30, 40)
    assert mask[4:14, 5:15].all()
    assert mask.sum() == 100
