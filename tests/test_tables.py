"""Rows from tables and records, and what is done to them."""

import gzip
import io
import json
from typing import Any

import pyarrow as pa
import pytest
from openpyxl import Workbook
from pyarrow import parquet

from gmai_data import First, Records, Table
from gmai_data.errors import DeclarationError, RejectedItem
from gmai_data.grammar.records import literal, nested, read_records, walk
from gmai_data.grammar.rows import (
    Rows,
    derive_rows,
    evaluate,
    melt_rows,
    parse_rows,
    where_rows,
)
from gmai_data.grammar.tables import read_table


def rows_of(data: bytes, name: str = "t.csv", **words: Any) -> dict[str, list[str | None]]:
    return read_table(data, name, Table(name, **words), None).columns


def test_csv_cells_are_trimmed_text_and_the_byte_order_mark_is_dropped() -> None:
    data = b'\xef\xbb\xbf a ,b\n 01 , x y \n,"q,\nr"\n'
    assert rows_of(data) == {"a": ["01", ""], "b": ["x y", "q,\nr"]}


@pytest.mark.parametrize(
    ("data", "name", "words", "columns"),
    [
        (b"a\tb\n1\t2\n", "t.tsv", {}, {"a": ["1"], "b": ["2"]}),
        (b"a;b\n1;2\n", "t.csv", {"sep": ";"}, {"a": ["1"], "b": ["2"]}),
        (b"ED: 1\nGroup: DCM\n", "Info.cfg", {"sep": ":"}, {"ED": ["1"], "Group": ["DCM"]}),
        (b"mdb001 G CIRC\nmdb002 D\n", "t.txt", {"header": ["id", "bg", "c"]},
         {"id": ["mdb001", "mdb002"], "bg": ["G", "D"], "c": ["CIRC", ""]}),
        (b"a b.png\nc.png\n", "t.txt", {"header": ["f"]}, {"f": ["a b.png", "c.png"]}),
        (b"junk\na,b\n1,2\n", "t.csv", {"skip": 1}, {"a": ["1"], "b": ["2"]}),
        (b"Orig[Width,Height]\n1,2,\n", "t.csv", {"skip": 1, "header": ["w", "h"]},
         {"w": ["1"], "h": ["2"]}),
        ("名,值\n甲,乙\n".encode("gb18030"), "t.csv", {}, {"名": ["甲"], "值": ["乙"]}),
        (gzip.compress(b"a\n1\n", mtime=0), "t.csv.gz", {}, {"a": ["1"]}),
    ],
)  # fmt: skip
def test_text_tables(
    data: bytes, name: str, words: dict[str, Any], columns: dict[str, list[str]]
) -> None:
    assert rows_of(data, name, **words) == columns


def test_a_line_longer_than_the_header_is_an_error_with_its_number() -> None:
    with pytest.raises(DeclarationError, match="line 3 has 3 cells, the header 2"):
        rows_of(b"a,b\n1,2\n1,2,3\n")


@pytest.mark.parametrize("words", [{"sep": "\t"}, {"sep": "\t", "header": ["a", "b"]}])
def test_a_plain_text_file_has_no_quoting(words: dict[str, Any]) -> None:
    header = b"" if "header" in words else b"a\tb\n"
    rows = rows_of(header + b'1\t"open\n2\t"x" y\n3\tz"\n', "t.txt", **words)
    assert rows == {"a": ["1", "2", "3"], "b": ['"open', '"x" y', 'z"']}


@pytest.mark.parametrize("rest", ["", '3,"said" she\n', '3,"said" she\n4,"x"\n'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_quotation_mark_that_never_closes_is_an_error_with_its_line(
    rest: str, encoding: str
) -> None:
    data = ('a,b\n1,"fine, even\nover lines"\n2,"open\n' + rest).encode(encoding)
    with pytest.raises(DeclarationError, match=r't\.csv line 4: a cell opens .*"open…'):
        rows_of(data)
    with pytest.raises(DeclarationError, match=r"t\.tsv line 2"):
        rows_of(b'a\tb\n1\t"x\n', "t.tsv")


def test_quotation_marks_that_close_or_stand_inside_a_cell_are_read_as_before() -> None:
    data = b'a,b\n"1 ""x"", y","l1\nl2"\n5" deep,"q" r\n"z" ,\n'
    assert rows_of(data) == {"a": ['1 "x", y', '5" deep', "z"], "b": ["l1\nl2", "q r", ""]}


def test_broken_gzip_is_a_rejection() -> None:
    with pytest.raises(RejectedItem) as error:
        rows_of(gzip.compress(b"a\n" * 1000)[:30], "t.csv.gz")
    assert error.value.rule == "broken-gzip"


def test_spreadsheet_whole_floats_become_integers_and_sheets_are_named() -> None:
    book = Workbook()
    book.active.append(["id", "v"])
    book.active.append([1.0, 2.5])
    book.create_sheet("more").append(["x"])
    stream = io.BytesIO()
    book.save(stream)
    assert rows_of(stream.getvalue(), "t.xlsx") == {"id": ["1"], "v": ["2.5"]}
    with pytest.raises(DeclarationError, match=r"no sheet .none.\. It has Sheet, more"):
        rows_of(stream.getvalue(), "t.xlsx", sheet="none")


def test_parquet_is_text_with_nested_values_as_json() -> None:
    table = pa.table({"a": [1, None], "b": [["x", "y"], []], "image": [b"1", b"2"]})
    stream = io.BytesIO()
    parquet.write_table(table, stream)
    assert rows_of(stream.getvalue(), "t.parquet") == {"a": ["1", None], "b": ['["x", "y"]', "[]"]}


def test_only_wanted_columns_are_kept_but_all_are_known() -> None:
    rows = read_table(b"a,b,c\n1,2,3\n", "t.csv", Table("t.csv"), {"b"})
    assert rows.columns == {"b": ["2"]}
    assert rows.names == ("a", "b", "c")


def table(**columns: list[str | None]) -> Rows:
    return Rows(len(next(iter(columns.values()))), dict(columns), names=tuple(columns),
                label="t.csv")  # fmt: skip


def test_parse_cuts_a_cell_takes_the_first_template_that_fits_and_keeps_blanks() -> None:
    rows = table(ID=["p7_any", "p8.avi", "", None])
    out = parse_rows(rows, {"ID": ("{p}_{f:any|x}", "{p}.avi")}, "t")
    assert out.columns["p"] == ["p7", "p8", "", None]
    assert out.columns["f"] == ["any", None, "", None]


def test_a_cell_that_no_template_fits_is_an_error_that_shows_it() -> None:
    with pytest.raises(DeclarationError, match=r"'b' \(1 of 2 rows, first: t.csv row 2\)"):
        parse_rows(table(ID=["a1", "b"]), {"ID": "a{n:d}"}, "t")


def test_melt_makes_long_rows_with_value_and_a_star_keeps_column_names() -> None:
    rows = table(id=["1"], pain_l1_l2=["mild"], pain_l2_l3=["none"])
    out = melt_rows(rows, "{what}_{level:l1_l2|l2_l3}", "t")
    assert out.columns == {
        "id": ["1", "1"], "what": ["pain"] * 2, "level": ["l1_l2", "l2_l3"],
        "value": ["mild", "none"],
    }  # fmt: skip
    eyes = {"id": ["1"], "Left-Fundus": ["l.jpg"], "Right-Fundus": ["r.jpg"], "Left-Note": ["n"]}
    out = melt_rows(Rows(1, dict(eyes)), "{eye:Left|Right}-*", "t")
    assert out.columns == {
        "id": ["1", "1"], "eye": ["Left", "Right"], "Fundus": ["l.jpg", "r.jpg"],
        "Note": ["n", None],
    }  # fmt: skip
    with pytest.raises(DeclarationError, match="matches no column"):
        melt_rows(table(id=["1"]), "image_{k:d}_path", "t")


def test_where_keeps_full_matches_or_listed_values() -> None:
    rows = table(a=["CT", "CTx", "MR"])
    assert where_rows(rows, {"a": "CT"}, "t").columns["a"] == ["CT"]
    assert where_rows(rows, {"a": ("CT", "MR")}, "t").columns["a"] == ["CT", "MR"]


def test_derive_adds_text_and_names_the_row_that_fails() -> None:
    rows = derive_rows(table(n=["2", "3"]), {"f": lambda r: 25 * (int(r["n"]) - 1)}, "t")  # type: ignore[dict-item,return-value]
    assert rows.columns["f"] == ["25", "50"]
    with pytest.raises(DeclarationError, match="row 1: KeyError"):
        derive_rows(table(n=["2"]), {"f": lambda r: r["m"]}, "t")


def test_expressions_join_fields_and_first_skips_blanks() -> None:
    rows = table(a=["1", ""], b=["x", "y"])
    assert evaluate("{a}-{b}", rows, "t") == ["1-x", "-y"]
    assert evaluate(First("{a}", "{b}", "none"), rows, "t") == ["1", "y"]
    assert evaluate(First("{missing}", "{b}"), rows, "t") == ["x", "y"]


def test_a_column_that_is_not_there_shows_what_is_and_the_nearest() -> None:
    with pytest.raises(DeclarationError) as error:
        evaluate("{diagnosis}", table(dx=["a"], diagnose=["b"]), 'Class("{diagnosis}")')
    assert "t.csv has no column 'diagnosis'. It has diagnose, dx. Nearest: {diagnose}." in str(
        error.value
    )


def test_one_column_with_separators_in_its_name_hints_at_sep() -> None:
    rows = read_table(b"a;b;c\n1;2;3\n", "t.csv", Table("t.csv"), None)
    with pytest.raises(DeclarationError, match=r"is sep=.;.\?"):
        evaluate("{b}", rows, "x")


def records(document: Any, wanted: list[str], **words: Any) -> dict[str, list[str | None]]:
    data = document if isinstance(document, bytes) else json.dumps(document).encode()
    name = "d.xml" if data.lstrip().startswith(b"<") else "d.json"
    return read_records(data, name, Records(name, **words), wanted).columns


@pytest.mark.parametrize(
    ("document", "each", "wanted", "columns"),
    [
        ([{"a": 1}, {"a": "x"}], "*", ["a"], {"a": ["1", "x"]}),
        ({"p1": {"q": "?"}}, "{pmid}", ["q"], {"pmid": ["p1"], "q": ["?"]}),
        ({"images": [{"id": 3}], "info": "v"}, "images/*", ["id", "info"],
         {"id": ["3"], "info": ["v"]}),
        ({"a": 1, "b": {"c": [5, 6]}}, ".", ["a", "b/c", "b/c/1"],
         {"a": ["1"], "b/c": ["[5, 6]"], "b/c/1": ["6"]}),
        ([{"Liver": [1, 2]}, {"Lung": [3, 4]}], "*/{organ}", ["0", "1"],
         {"organ": ["Liver", "Lung"], "0": ["1", "3"], "1": ["2", "4"]}),
        ({"s": {"bbox": [{"x": 1}]}}, "{stem}/bbox/*", ["x"], {"stem": ["s"], "x": ["1"]}),
        ({"1": "yes"}, "{id}", ["item"], {"id": ["1"], "item": ["yes"]}),
        ([{"a": None, "b": True, "c": 0.5}], "*", ["a", "b", "c"], {"b": ["true"], "c": ["0.5"]}),
    ],
)  # fmt: skip
def test_each_finds_items_and_fields_are_looked_up_around_them(
    document: Any, each: str, wanted: list[str], columns: dict[str, list[str]]
) -> None:
    assert records(document, wanted, each=each) == columns


def test_xml_tags_attributes_and_enclosing_elements() -> None:
    document = b"""<r><Q id="1"><T>why?</T><A s="3"><X L="F">because</X></A><A s="4"/></Q></r>"""
    assert records(document, ["@s", "T", "X[@L=F]"], each="Q/A") == {
        "@s": ["3", "4"], "T": ["why?", "why?"], "X[@L=F]": ["because", None],
    }  # fmt: skip


def test_json_lines_are_read_as_lines_only_where_declared() -> None:
    data = b'{"a": 1}\n{"a": 2}\n'
    assert records(data, ["a"], lines=True) == {"a": ["1", "2"]}
    with pytest.raises(RejectedItem):
        records(data, ["a"])


def test_xml_bombs_are_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(RejectedItem) as error:
        records(bomb, ["a"])
    assert error.value.rule == "broken-xml"


def test_lists_in_cells_are_json_or_python_and_never_code() -> None:
    assert literal("[{'x': 1}]") == [{"x": 1}]
    assert literal('["a"]') == ["a"]
    assert literal("__import__('os')") is None
    assert literal("[__import__('os')]") is None


def test_nested_rows_know_the_row_they_belong_to() -> None:
    rows = table(id=["1", "2"], boxes=["[{'x': 5}, {'x': 6}]", ""])
    index, found = nested(rows, "boxes/*", ["x"], "t")
    assert index == [0, 0]
    assert found.columns["x"] == ["5", "6"]
    assert [item for item, _, _ in walk([1, 2], "*")] == [1, 2]
