"""Mistakes of a declaration that are found without data, each with the sentence that helps."""

from typing import Any

import pytest

from gmai_data import (
    NO_SUBJECT,
    QA,
    Arrays,
    Boxes,
    Class,
    Dialogue,
    DicomSeries,
    Files,
    First,
    Flags,
    Layout,
    Mask,
    Points,
    Records,
    Report,
    Source,
    Table,
    Term,
    Value,
)
from gmai_data.grammar.lint import lint

CASES = Files("case_{case:05d}/imaging.nii.gz")
KIDNEY = {1: "kidney"}


def problems(**words: Any) -> str:
    given = {
        "name": "toy", "title": "Toy", "version": "1.0.0", "homepage": "h", "license": "MIT",
        "access": "open", "evidence": ("e",), "verified": "memory", "cases": CASES,
        "subject": "{case}", **words,
    }  # fmt: skip
    return "\n".join(lint(Source(**given)))


def test_good_declarations_have_no_problem() -> None:
    assert not problems(labels=[Mask("case_{case}/segmentation.nii.gz", names=KIDNEY)])
    assert not problems(
        cases=Table("m.csv", image=First("a.zip!{id}.jpg", "a/{id}.jpg")),
        subject=First("{lesion}", NO_SUBJECT),
        labels=[
            Class("{dx}", names={"a": "A"}),
            Flags("{x}", by="{finding}", names={"b": "B"},
                  table=Table("{set}.csv", on="id")),
            Boxes(xyxy=("{a}", "{b}", "{c}", "{d}"), name="lesion"),
            QA("{q}", answer="{a}"),
        ],
    )  # fmt: skip
    assert not problems(view=Term("{case}{case}", {"1": "PA"}))  # fields may touch where written


def test_typo_in_a_label_template_suggests_the_field() -> None:
    text = problems(labels=[Mask("case_{csae}/{case}.nii.gz", names=KIDNEY)])
    assert 'Mask("case_{csae}/{case}.nii.gz") captures {csae}, which neither' in text
    assert "Did you mean {case}?" in text


def test_a_mask_of_one_file_for_every_case_is_refused() -> None:
    text = problems(labels=[Mask("aal.nii.gz", names=KIDNEY)])
    assert 'Mask("aal.nii.gz") names one file for every case' in text
    assert "(case)" in text
    assert not problems(
        cases=Files("ch2.nii.gz"), subject=NO_SUBJECT, labels=[Mask("aal.nii.gz", names=KIDNEY)]
    )


def test_what_an_organ_includes_must_be_named() -> None:
    part = Mask("case_{case}/s.nii.gz", names={1: "kidney", 2: "kidney tumour"}, includes={1: (2,)})
    assert not problems(labels=[part])
    part = Mask("case_{case}/s.nii.gz", names={1: "kidney"}, includes={1: (2,)})
    assert "includes= has 2, which names= does not list" in problems(labels=[part])


def test_touching_captures_are_named() -> None:
    assert "{a}{b} touch" in problems(cases=Files("{a}{b}.png"))
    labels = [Mask("m/{id}{eye}_{k}.tif", by="{k}", names={"x": "A"})]
    assert not problems(cases=Files("R{id:03d}{eye:i}.jpg"), subject="{id}", labels=labels)


def test_missing_subject_says_what_to_write() -> None:
    text = problems(subject=None)
    assert "subject= is missing" in text
    assert "NO_SUBJECT" in text


def test_label_that_shares_no_field_would_get_every_file() -> None:
    text = problems(labels=[Mask("masks/{s}.nii.gz", by="{s}", names={"a": "A"})])
    assert "shares no field with the cases (case): every case would get every file" in text


def test_label_table_without_on() -> None:
    assert "needs on=" in problems(labels=[Class("{dx}", names={"a": "A"}, table=Table("t.csv"))])
    assert "needs on=" in problems(join=[Table("t.csv")])


def test_names_that_are_missing_and_expressions_without_field() -> None:
    assert "names= is missing" in problems(labels=[Class("{case}")])
    assert "names= is missing" in problems(labels=[Value("{case}")])
    assert "uses {dx}, which no template gives (fields: case)" in problems(
        labels=[Class("{dx}", names={"a": "A"})]
    )
    assert "study= uses {stduy}" in problems(study="{stduy}")
    assert 'by="s" names no field: write by="{s}"' in problems(
        labels=[Mask("case_{case}/{s}.nii.gz", by="s", names={"a": "A"})]
    )


@pytest.mark.parametrize(
    "name", ["Toy", "toy_x", "x-train-2020", "toy--x", "a" * 41, "all", "toy-val"]
)
def test_bad_names_are_refused(name: str) -> None:
    assert f"name '{name}'" in problems(name=name)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ({"modality": "Xray"}, "Did you mean 'X-Ray'?"),
        ({"modality": Term("{case}", {"1": "CT", "2": "MRI"})}, "Did you mean 'MR'?"),
        ({"department": "Eyes"}, "department 'Eyes' is not one of"),
        ({"version": "1.0"}, "not major.minor.patch"),
        ({"access": "free"}, "access='free' must be one of"),
        ({"evidence": ()}, "evidence= is empty"),
        ({"benchmark": ("dev",)}, "not train, val or test"),
        ({"split": "training"}, "map it with split=Term"),
        ({"split": Term("{case}", {"1": "valid"})}, "split 'valid' is not"),
        ({"exclude": {"7": ""}}, "exclude '7' has no reason"),
        ({"cases": None}, "cases= is missing"),
        ({"cases": Files("{case}_{channel}.nii")}, "write channels="),
        ({"cases": Files("{case}.nii", channels={"a": "T1w"})}, "does not capture"),
        ({"labels": [Mask("{case}.nii", names=KIDNEY, missing="nope")]}, "missing='nope'"),
        ({"labels": [Boxes(name="polyp")]}, "give one of a template, xyxy="),
        ({"labels": [QA("{case}")]}, "give answer=, letter= or index="),
        ({"labels": [Flags(names=["a"])]}, "names= maps columns to terms"),
        ({"labels": [Mask("{case}.nii", rle="{x}", names=KIDNEY)]}, "one of a template"),
        (
            {"parts": (Layout("a"), Layout("a"))},
            "two layouts are called 'a'",
        ),
    ],
)
def test_facts_outside_their_enumeration_and_incomplete_parts(
    words: dict[str, Any], part: str
) -> None:
    assert part in problems(**words)


SEEN = Table("t.csv", on="case")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ({"window": "brian"}, 'There is no CT window "brian"'),
        ({"intensity": "hounsfield"}, 'intensity="hounsfield" is not understood'),
        ({"layouts": (Layout("a", window="brian"),)}, 'There is no CT window "brian"'),
        ({"layouts": (Layout("a", intensity="UH"),)}, 'intensity="UH" is not understood'),
        ({"language": "ja"}, "language='ja' must be en or zh"),
        ({"study": First("{case}", NO_SUBJECT)}, "study=: First takes expressions in quotes here"),
        ({"subject": First("{case}", 3)}, "subject=: First takes expressions in quotes here"),
        ({"cases": Table("t.csv", image="{a}.png", on="a")}, "on= has no effect on the tab"),
        ({"cases": Table("t.csv", image="{a}.png", optional=True)}, "optional= has no effect on"),
        ({"cases": Table("t.csv", image="{a}.png", form="cocoa")}, 'form="cocoa" names no dialect'),
        ({"cases": Table("t.xlsx", image="{a}.png", sep=";")}, "sep= has no effect on a spread"),
        ({"cases": Table("t.csv", image="{a}.png", sheet="A")}, "sheet= has no effect on a file"),
        ({"cases": Table("t.parquet", image="{a}.png", skip=1)}, "skip= has no effect on a parq"),
        ({"cases": Table("t.cfg", image="{a}.png", sep=":", skip=1)}, "skip= has no effect on sep"),
        ({"cases": Table("t", image="{a}.png", form=lambda _: [], header=["a"])}, "header= has no"),
        ({"cases": Records("t.xml", image="{a}.png", lines=True)}, "lines=True is of JSON lines"),
        ({"join": [Table("t.csv", on="case", image="{a}.png", key="{a}", frame="{a}")]},
         'Table("t.csv"): image=, key=, frame= has no effect on a join'),
        ({"cases": Arrays("{case}.npz!x", axes="NTHW")}, 'axes="NTHW" must be of N'),
        ({"cases": Arrays("{case}.npz!x", axes="NHH")}, 'axes="NHH" must be of N'),
        ({"cases": Files("{case}.nii", frames={"a": "1"}, frame="2")},
         "frame= has no effect on fr"),
        ({"cases": Files({"a": "{case}_a.nii"}, channels={"a": "T1w"})}, "channels= has no effect"),
        ({"cases": Files("{case}_{channel}.nii", channels=["T1w"])}, "channels inside a file"),
        ({"cases": Files({"a": "{case}_a.nii"}, optional=["b"])},
         "no role or channel of the cases"),
        ({"cases": Files("{case}.nii", optional=["b"])}, "optional= names 'b'"),
        ({"labels": [Class("{case}", by="{case}", names={"1": "A"})]},
         "by= has no effect on Class"),
        ({"labels": [Class("{case}", sep="|", form="list", names={"1": "A"})]}, "sep= has no eff"),
        ({"labels": [Flags("{case}", names={"case": "A"})]},
         "expr= has no effect on Flags without"),
        ({"labels": [Flags("{case}", by="{case}", one=True, names={"1": "A"})]},
         "one= has no effe"),
        ({"labels": [Flags(names={"case": "A"}, empty="absent")]}, "empty= has no effect on flags"),
        ({"labels": [Flags(names={"case": "A"}, name="B")]}, "name= has no effect on Flags"),
        ({"labels": [Mask("{case}.nii", name="A", base=0, order="row")]}, "order=, base= has no e"),
        ({"labels": [Mask("{case}.nii", name="A", size=(4, 4))]}, "size= has no effect on a mask"),
        ({"labels": [Mask("{case}.nii", names=KIDNEY, threshold=127)]}, "threshold= has no effect"),
        ({"labels": [Mask("{case}.png", names=KIDNEY, form="colour", instances=True)]},
         'instances= has no effect on form="colour"'),
        ({"labels": [Mask(rle="{r}", name="A", threshold=3, crop="left half", table=SEEN)]},
         "threshold=, crop= has no effect on rle="),
        ({"labels": [Mask(rle="{r}", names=KIDNEY, table=SEEN)]}, "names= of rle= needs by="),
        ({"labels": [Mask(polygon="{p}", name="A", instances=True, table=SEEN)]},
         "is of mask files"),
        ({"labels": [Mask(DicomSeries("*/{case}", by=None), names=KIDNEY, form="seg")]},
         "by= has no effect on DicomSeries of a mask"),
        ({"labels": [Boxes(xyxy="{b}", names={"a": "A"}, table=SEEN)]}, "names= needs by="),
        ({"labels": [Points(xy=("{x}", "{y}"), table=SEEN)]}, "names= is missing"),
        ({"labels": [Points(xy=("{x}", "{y}"), names={"a": "A"}, table=SEEN)]}, "names= needs by="),
        ({"labels": [Points(xyz=("{x}", "{y}", "{z}"), name="A", table=SEEN)]}, 'needs space="LPS'),
        ({"labels": [Value("{case}", names={"a": "A"})]}, "names= needs by="),
        ({"labels": [Value("{case}", name="A", missing="absent")]}, "says nothing of a value"),
        ({"labels": [Report("{case}", name="A", empty="absent")]},
         "name=, empty= has no effect on"),
        ({"labels": [Report("{case}", sections={"findings": "{case}"})]},
         "expr= has no effect on s"),
        ({"labels": [Report("{case}.txt", missing="absent")]}, "says nothing of a report"),
        ({"labels": [QA("{case}", answer="{case}", base=1)]},
         "base= has no effect on anything but"),
        ({"labels": [QA("{case}", letter="{case}")]}, "chooses among choices="),
        ({"labels": [Dialogue("{case}", user="{case}")]}, "user= has no effect on an expression"),
        ({"labels": [Dialogue(user="{case}", assistant="{case}", text="t")]},
         "text= has no effect"),
    ],
)  # fmt: skip
def test_an_option_that_would_have_no_effect_is_refused(words: dict[str, Any], part: str) -> None:
    assert part in problems(**words)


def test_fields_of_tables_are_not_judged_without_data() -> None:
    assert not problems(
        cases=Records("a.json", image="{image}"), subject="{anything}",
        labels=[Class("{dx}", names={"a": "A"}), Mask("m/{stem}.png", name="polyp")],
    )  # fmt: skip


def test_layouts_are_judged_each_with_its_name() -> None:
    text = problems(
        cases=None, subject=None,
        layouts=(Layout("one", cases=CASES, subject="{case}"), Layout("two", cases=CASES)),
    )  # fmt: skip
    assert "toy (two): subject= is missing" in text
    assert "toy (one)" not in text
