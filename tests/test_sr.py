"""DICOM structured reports of measurements (TID 1500), written item by item with pydicom."""

import io
import json
import math

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sr.codedict import codes
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian

from gmai_data import NO_SUBJECT, Boxes, DicomSeries, Mask, Points, Table, Value
from gmai_data.arrow import from_table
from gmai_data.canonical import hash64
from gmai_data.config import Config, ReadConfig
from gmai_data.errors import RejectedItem
from gmai_data.grammar.lint import lint
from gmai_data.grammar.sr import sr_rows
from gmai_data.listing import list_root
from gmai_data.read import read_case
from gmai_data.roots import Root
from gmai_data.scan import scan
from gmai_data.schema import Case
from gmai_data.testing import fake_dicom_series
from tests.read_cases import source_of

CT = "1.2.840.10008.5.1.4.1.1.2"
SR = "1.2.840.10008.5.1.4.1.1.88.33"  # Comprehensive SR
NODULE = ("27925004", "SCT", "Nodule")
LUNG = ("39607008", "SCT", "Lung")
LENGTH = ("410668003", "SCT", "Length")
VOLUME = ("118565006", "SCT", "Volume")


def code(given):
    value, scheme, meaning = given
    out = Dataset()
    out.CodeValue, out.CodingSchemeDesignator, out.CodeMeaning = value, scheme, meaning
    return out


def item(kind, concept=None, relation="CONTAINS", inner=(), **tags):
    out = Dataset()
    out.RelationshipType, out.ValueType = relation, kind
    if concept is not None:
        out.ConceptNameCodeSequence = [code(concept)]
    for name, value in tags.items():
        setattr(out, name, value)
    if inner:
        out.ContentSequence = list(inner)
    return out


def coded(concept, value, inner=()):
    return item("CODE", concept, inner=inner, ConceptCodeSequence=[code(value)])


def graphic(kind, points, sop, frame=None, relation="CONTAINS"):
    image = Dataset()
    image.ReferencedSOPClassUID, image.ReferencedSOPInstanceUID = CT, sop
    if frame is not None:
        image.ReferencedFrameNumber = frame
    shown = item("IMAGE", relation="SELECTED FROM", ReferencedSOPSequence=[image])
    return item("SCOORD", ("111030", "DCM", "Image Region"), relation, [shown],
                GraphicType=kind, GraphicData=[float(v) for p in points for v in p])  # fmt: skip


def number(concept, value, unit, inner=()):
    measured = Dataset()
    measured.NumericValue = value
    measured.MeasurementUnitsCodeSequence = [code((unit, "UCUM", "a free text"))]
    return item("NUM", concept, inner=inner, MeasuredValueSequence=[measured])


def site(side):
    inner = [coded(("272741003", "SCT", "Laterality"), side)] if side else []
    return coded(("363698007", "SCT", "Finding Site"), LUNG, inner)


def report(*groups, syntax=ExplicitVRLittleEndian, root=("126010", "DCM", "Imaging Measurements")):
    """The bytes of a report with these measurement groups."""
    out = Dataset()
    out.file_meta = FileMetaDataset()
    out.file_meta.TransferSyntaxUID = syntax
    out.SOPClassUID = out.file_meta.MediaStorageSOPClassUID = SR
    out.SOPInstanceUID = out.file_meta.MediaStorageSOPInstanceUID = "1.2.3.4"
    out.Modality, out.ValueType, out.PatientName = "SR", "CONTAINER", "Doe^Jane"
    out.ConceptNameCodeSequence = [code(("126000", "DCM", "Imaging Measurement Report"))]
    held = [item("CONTAINER", ("125007", "DCM", "Measurement Group"), inner=g) for g in groups]
    observer = item("PNAME", ("121008", "DCM", "Person Observer Name"), PersonName="Roe^Richard")
    out.ContentSequence = [observer, item("CONTAINER", root, inner=held)]
    sink = io.BytesIO()
    out.save_as(sink, enforce_file_format=True)
    return sink.getvalue()


def group(*items, uid="1.2.9.1", side=("7771000", "SCT", "Left")):
    return [
        item("TEXT", ("112039", "DCM", "Tracking Identifier"), TextValue="Jane's nodule"),
        item("UIDREF", ("112040", "DCM", "Tracking Unique Identifier"), UID=uid),
        coded(("121071", "DCM", "Finding"), NODULE), site(side), *items,
    ]  # fmt: skip


SQUARE = ((5, 4), (15, 4), (15, 14), (5, 14), (5, 4))


def test_the_codes_are_those_of_the_dictionary():
    dcm, sct = codes.DCM, codes.SCT
    assert [dcm.ImagingMeasurements.value, dcm.MeasurementGroup.value, dcm.Finding.value,
            dcm.TrackingUniqueIdentifier.value, dcm.ImageRegion.value] == [
                "126010", "125007", "121071", "112040", "111030"]  # fmt: skip
    assert [sct.FindingSite.value, sct.Laterality.value, sct.Left.value, sct.Right.value,
            sct.RightAndLeft.value] == [
                "363698007", "272741003", "7771000", "24028007", "51440002"]  # fmt: skip


@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, ImplicitVRLittleEndian])
def test_an_outline_and_its_numbers_are_rows_with_finding_site_and_side(syntax):
    line = graphic("POLYLINE", ((5, 4), (15, 14)), "1.2.3", relation="INFERRED FROM")
    data = report(group(graphic("POLYLINE", SQUARE, "1.2.3"), number(LENGTH, "14.1", "mm", [line]),
                        number(VOLUME, "1.5", "cm3")), syntax=syntax)  # fmt: skip
    region, length, volume = sr_rows(data, "a.dcm")
    for row in (region, length, volume):
        assert [row[k] for k in ("instance", "finding", "site", "laterality", "SOPInstanceUID",
                                 "frame", "finding_code")] == [
            f"{hash64('tracking', ['1.2.9.1']):016x}", "Nodule", "Lung", "left", "1.2.3", "",
            "SCT:27925004"]  # fmt: skip
    assert json.loads(region["polygon"]) == {"polygons": [[[list(map(float, p))
                                                            for p in SQUARE[:4]]]]}  # fmt: skip
    assert [region[k] for k in ("x", "y", "x1", "y1", "x2", "y2")] == [
        "10", "9", "5", "4", "15", "14"]  # fmt: skip
    assert [length[k] for k in ("kind", "measurement", "value", "unit", "shape", "polygon")] == [
        "measurement", "Length", "14.1", "mm", "POLYLINE", ""]  # fmt: skip
    assert [volume[k] for k in ("measurement", "value", "unit", "shape")] == [
        "Volume", "1.5", "cm3", "POLYLINE"]  # fmt: skip
    assert "Jane" not in str((region, length, volume))
    assert "Roe" not in str((region, length, volume))


def test_circles_and_ellipses_have_their_areas_and_points_their_places():
    data = report(group(
        graphic("CIRCLE", ((20, 20), (26, 28)), "1", frame=3),
        graphic("ELLIPSE", ((10, 10), (30, 30), (25, 15), (15, 25)), "1"),
        graphic("POINT", ((7.5, 8.25),), "1"), graphic("MULTIPOINT", ((1, 2), (3, 4)), "1"),
    ))  # fmt: skip
    circle, ellipse, *points = sr_rows(data, "a.dcm")

    def area(row):
        (((*ring,),),) = [tuple(json.loads(row["polygon"])["polygons"][0])]
        x, y = np.array(ring[0] if len(ring) == 1 else ring).T
        return abs(float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum())) / 2

    assert area(circle) == pytest.approx(math.pi * 100, rel=1e-3)
    assert circle["frame"] == "2"
    assert area(ellipse) == pytest.approx(math.pi * math.sqrt(200) * math.sqrt(50), rel=1e-3)
    assert (ellipse["x"], ellipse["y"]) == ("20", "20")
    assert [(p["x"], p["y"], p["shape"], p["polygon"]) for p in points] == [
        ("7.5", "8.25", "POINT", ""),
        ("1", "2", "MULTIPOINT", ""),
        ("3", "4", "MULTIPOINT", ""),
    ]


def test_a_number_of_several_outlines_has_no_place_of_its_own():
    far = graphic("POLYLINE", SQUARE, "1.2.4")
    (*_, volume) = sr_rows(report(group(graphic("POLYLINE", SQUARE, "1.2.3"), far,
                                        number(VOLUME, "1.5", "cm3"))), "a.dcm")  # fmt: skip
    assert (volume["SOPInstanceUID"], volume["polygon"]) == ("", "")


def test_a_number_that_could_not_be_had_is_none():
    empty = number(LENGTH, "1", "mm")
    empty.MeasuredValueSequence = []
    assert sr_rows(report(group(empty)), "a.dcm") == []


@pytest.mark.parametrize(
    "data",
    [
        report(group(), root=("121111", "DCM", "Summary")),
        report(group(graphic("SPIRAL", SQUARE, "1"))),
        report(group(graphic("CIRCLE", SQUARE, "1"))),
        report(group(item("SCOORD", ("111030", "DCM", "Image Region"), GraphicType="POINT",
                          GraphicData=[1.0, 2.0]))),
        report(group(item("NUM", LENGTH, MeasuredValueSequence=[Dataset()]))),
    ],
)  # fmt: skip
def test_what_is_no_report_of_measurements_is_refused_by_name(data):
    with pytest.raises(RejectedItem, match="region-file") as caught:
        sr_rows(data, "a.dcm")
    assert caught.value.path == "a.dcm"


def test_the_real_report_and_picture_of_pydicom_are_no_such_reports():
    for name in ("test-SR.dcm", "CT_small.dcm"):
        with open(get_testdata_file(name), "rb") as stream, pytest.raises(
            RejectedItem, match="TID 1500"
        ):  # fmt: skip
            sr_rows(stream.read(), name)
    with pytest.raises(RejectedItem):
        sr_rows(b"no dicom at all", "x")


def test_masks_boxes_points_and_values_of_a_report_are_labels_of_the_slices_it_names(tmp_path):
    volume = np.random.default_rng(0).integers(-900, 300, (64, 64, 6)).astype(np.int16)
    made = fake_dicom_series(tmp_path / "ct", volume)
    sops = [one.SOPInstanceUID for one in made]
    (tmp_path / "sr.dcm").write_bytes(report(
        group(graphic("POLYLINE", SQUARE, sops[2]), number(LENGTH, "14.1", "mm")),
        group(graphic("POINT", ((30.5, 20.5),), sops[4]), uid="1.2.9.2", side=None),
    ))  # fmt: skip
    assert dcmread(tmp_path / "sr.dcm").Modality == "SR"
    drawn = Table(
        "sr.dcm", form="sr", on="SOPInstanceUID", where={"shape": "POLYLINE", "kind": "region"}
    )
    source = source_of(
        Mask(polygon="{polygon}", by="{laterality} {finding}", names={"left Nodule": "lung nodule"},
             instances="{instance}", table=drawn),
        Boxes(xyxy=("{x1}", "{y1}", "{x2}", "{y2}"), name="lung nodule", table=drawn),
        Points(xy=("{x}", "{y}"), name="lung nodule", table=Table(
            "sr.dcm", form="sr", on="SOPInstanceUID", where={"shape": "POINT"})),
        Value("{value}", name="diameter", unit="mm", table=Table(
            "sr.dcm", form="sr", on="SOPInstanceUID",
            where={"measurement": "Length", "unit": "mm"})),
        cases=DicomSeries("ct/*.dcm"), subject=NO_SUBJECT,
    )  # fmt: skip
    assert lint(source) == ()
    roots = {source.name: Root(source.name, str(tmp_path))}
    found = scan(source, roots, list_root(roots[source.name]), Config())
    assert len(found.rejected) == 0
    (case,) = from_table(Case, found.cases)
    pictures = read_case(source, case, roots, ReadConfig(budget=0, planes=("axial",)))
    here = {(p.slice.index, x.kind, x.box or x.centroid, x.area_px or 0)
            for p in pictures for x in p.slice.labels}  # fmt: skip
    assert here == {(2, "mask", (5.0, 4.0, 15.0, 14.0), 100), (2, "box", (5.0, 4.0, 15.0, 14.0), 0),
                    (4, "point", (30.5, 20.5), 0)}  # fmt: skip
    (value,) = [a for a in case.annotations if a.kind == "value"]
    assert dict(value.values)["value"] == "14.1"
    assert value.slice == "sop=0003"  # the file of that instance
