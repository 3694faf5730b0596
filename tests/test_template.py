"""The template language: what it captures, what it refuses, and that it reads what it wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmai_data.errors import DeclarationError
from gmai_data.grammar.readings import readings
from gmai_data.grammar.template import compile_template, match, render
from gmai_data.grammar.tokens import fields_of


def read(template: str, text: str, *, cell: bool = False) -> dict[str, str] | None:
    return match(compile_template(template, cell=cell), text)


@pytest.mark.parametrize(
    ("template", "text", "fields"),
    [
        ("case_{case:05d}/imaging.nii.gz", "case_00012/imaging.nii.gz", {"case": "12"}),
        ("case_{case:05d}/imaging.nii.gz", "case_0012/imaging.nii.gz", None),
        ("{n:05d}.png", "123456.png", {"n": "123456"}),
        ("{n:05d}.png", "012345.png", None),
        ("{n:d}.png", "007.png", {"n": "7"}),
        ("{n:d}.png", "-7.png", None),
        ("{code:6}_sa.nii", "A0S9V9_sa.nii", {"code": "A0S9V9"}),
        ("{code:6}_sa.nii", "A0S9V_sa.nii", None),
        ("{c:t1|t1ce}.nii", "t1ce.nii", {"c": "t1ce"}),
        ("{c:t1|t1ce}.nii", "t2.nii", None),
        ("{label:benign|normal}/{label} ({n:d}).png", "benign/benign (1).png",
         {"label": "benign", "n": "1"}),
        ("{label}/{label}_1.png", "a/b_1.png", None),
        ("a/{x}.png", "a/b/c.png", None),
        ("a/*/{x}.png", "a/b/c.png", {"x": "c"}),
        ("**/{x}.png", "c.png", {"x": "c"}),
        ("**/{x}.png", "a/b/c.png", {"x": "c"}),
        ("a/**/{x}.png", "a/c.png", {"x": "c"}),
        ("{s}.{:png|jpg}", "x.JPG", {"s": "x"}),
        ("{s}.nii.gz", "x.NII.GZ", {"s": "x"}),
        ("A{s}.png", "ax.png", None),
        ("{set:T|V}/{lab:L|U|.}/{code}.nii", "T/x.nii", {"set": "T", "lab": ".", "code": "x"}),
        ("{set:T|V}/{lab:L|U|.}/{code}.nii", "T/U/x.nii", {"set": "T", "lab": "U", "code": "x"}),
        ("a [b] (c) & #+%.{x}", "a [b] (c) & #+%.y", {"x": "y"}),
        ("images_*.zip!**/{f}.png", "images_1.zip!a/b/c.png", {"f": "c"}),
    ],
)  # fmt: skip
def test_template_captures(template: str, text: str, fields: dict[str, str] | None) -> None:
    assert read(template, text) == fields


@pytest.mark.parametrize(
    ("template", "text", "fields"),
    [
        ("A:{a:text}", "A: left/right\nlung!", {"a": " left/right\nlung!"}),
        ("{x1}, {y1}", "1.5, 2", {"x1": "1.5", "y1": "2"}),
        ("{n:d}", "-3", {"n": "-3"}),
        ("**-{tail:5}", "07/12-1999-abcde", {"tail": "abcde"}),
        ("{sop}_{finding:epidural|any}", "ID_1_any", {"sop": "ID_1", "finding": "any"}),
    ],
)
def test_cells_are_cut_by_the_same_language(
    template: str, text: str, fields: dict[str, str]
) -> None:
    assert read(template, text, cell=True) == fields


def test_column_names_with_blanks_slashes_and_dots_are_fields() -> None:
    assert fields_of("{Image Index} {Frontal/Lateral} {list.Split} {a/b[@L=X]} {@id}") == (
        "Image Index", "Frontal/Lateral", "list.Split", "a/b[@L=X]", "@id",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("template", "text", "one", "two"),
    [
        (
            "{patient}_{study}.nii.gz",
            "a_b_c.nii.gz",
            "patient=a, study=b_c",
            "patient=a_b, study=c",
        ),
        ("{a}{n:d}.png", "x12.png", "a=x, n=12", "a=x1, n=2"),
        ("{a:x|x_y}_{b}.png", "x_y_z.png", "a=x, b=y_z", "a=x_y, b=z"),
        ("*_{b}.png", "x_y_z.png", "b=y_z", "b=z"),
    ],
)
def test_two_readings_are_an_error_that_shows_both(
    template: str, text: str, one: str, two: str
) -> None:
    with pytest.raises(DeclarationError) as error:
        read(template, text)
    assert one in str(error.value)
    assert two in str(error.value)


@pytest.mark.parametrize(
    "template", ["{a}_{n:d}_{m:d}.png", "{n:d}_{a}.png", "{a}/{b}.png", "{a:x|y}_{b}.png"]
)
def test_templates_with_one_reading_need_no_second_pass(template: str) -> None:
    assert compile_template(template).lazy is None


def test_touching_captures_are_refused_unless_typed() -> None:
    with pytest.raises(DeclarationError, match="touch"):
        compile_template("{a}{b}.png")
    assert read("RET{id:03d}{eye:i}.jpg", "RET012OD.jpg") == {"id": "12", "eye": "OD"}


def test_brace_without_its_pair_is_refused_and_doubled_brace_is_literal() -> None:
    with pytest.raises(DeclarationError, match="brace"):
        compile_template("{a.png")
    assert read("{{{a}}}.png", "{x}.png") == {"a": "x"}


def test_format_is_inherited_from_what_is_known() -> None:
    known = compile_template("case_{case:05d}.nii").formats
    label = compile_template("seg_{case}.nii", known)
    assert match(label, "seg_00007.nii") == {"case": "7"}
    assert match(label, "seg_7.nii") is None
    assert render(label, {"case": "7"}) == "seg_00007.nii"


def test_render_needs_every_field_and_no_wildcard() -> None:
    assert render(compile_template("{a}/{b}.png"), {"a": "x"}) is None
    with pytest.raises(DeclarationError, match="wildcard"):
        render(compile_template("{a}/*.png"), {"a": "x"})


def test_all_readings_of_an_ambiguous_text_are_found() -> None:
    found = set(readings(compile_template("{a}_{b}_{c}"), "x_y_z_w"))
    assert found == {("x_y", "z", "w"), ("x", "y_z", "w"), ("x", "y", "z_w")}


WORD = st.text("abcXYZ019-. é病", min_size=1, max_size=6)


@given(WORD, WORD, st.integers(0, 99999))
def test_what_is_rendered_is_read_back(one: str, two: str, number: int) -> None:
    template = compile_template("{one}/{two}/{n:04d}.nii.gz")
    row = {"one": one, "two": two, "n": str(number)}
    text = render(template, row)
    assert text is not None
    assert match(template, text) == row


@given(st.text("ab_", min_size=1, max_size=8))
def test_ambiguity_is_reported_exactly_when_there_are_two_readings(text: str) -> None:
    template = compile_template("{a}_{b}")
    count = len(list(readings(template, text)))
    try:
        found = match(template, text)
    except DeclarationError:
        assert count > 1
    else:
        assert count == (0 if found is None else 1)
