"""Pictures that stand in a table, and what a missing or broken file is called."""

import base64
import io

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from PIL import Image

from gmai_data import NO_SUBJECT, QA, Inline, Records, Source, Table
from gmai_data.arrow import from_table
from gmai_data.config import Config, ReadConfig
from gmai_data.errors import RejectedItem, TransientError
from gmai_data.listing import list_root
from gmai_data.read import read_case
from gmai_data.roots import Root, open_file, read_bytes
from gmai_data.scan import scan
from gmai_data.schema import Case
from gmai_data.testing import write_json, write_table


def picture(grey: int) -> bytes:
    out = io.BytesIO()
    Image.fromarray(np.full((8, 8), grey, np.uint8)).save(out, "PNG")
    return out.getvalue()


def text(grey: int) -> str:
    return base64.b64encode(picture(grey)).decode()


def source_of(cases) -> Source:
    return Source(
        name="made-up", title="Made up", version="1.0.0", homepage="https://example.org",
        license="CC0-1.0", access="open", evidence=("made up",), verified="data",
        modality="X-Ray", cases=cases, subject=NO_SUBJECT, labels=[QA("{q}", answer="{a}")],
    )  # fmt: skip


def greys(folder, source) -> list[int]:
    roots = {source.name: Root(source.name, str(folder))}
    found = scan(source, roots, list_root(roots[source.name]), Config())
    shown = []
    for case in sorted(from_table(Case, found.cases), key=lambda c: c.identity):
        (one,) = read_case(source, case, roots, ReadConfig())
        assert one.slice.files[0].sha256
        shown.append(int(np.asarray(Image.open(io.BytesIO(one.image)))[0, 0]))
    return shown


ROWS = [("0", 10), ("1", 20), ("2", 30)]


@pytest.mark.parametrize("suffix", ["tsv", "csv", "jsonl", "parquet", "bytes", "struct"])
def test_every_kind_of_table_gives_each_row_its_own_picture(tmp_path, suffix):
    header, names = ["index", "image", "q", "a"], [n for n, _ in ROWS]
    image = Inline("{image}")
    if suffix in ("tsv", "csv"):
        sep = "\t" if suffix == "tsv" else ","
        rows = [(n, text(grey), "what\nis it?", "x") for n, grey in ROWS]
        write_table(tmp_path / f"t.{suffix}", header, rows, sep)
        cases = Table(f"t.{suffix}", image=image, key="{index}")
    elif suffix == "jsonl":
        rows = [dict(zip(header, (n, text(g), "what?", "x"), strict=True)) for n, g in ROWS]
        write_json(tmp_path / "t.jsonl", rows, lines=True)
        cases = Records("t.jsonl", lines=True, image=image, key="{index}")
    else:
        columns = {"index": names, "q": ["what?"] * 3, "a": ["x"] * 3}
        columns["image"] = {
            "parquet": [text(g) for _, g in ROWS],
            "bytes": [picture(g) for _, g in ROWS],
            "struct": [{"bytes": picture(g), "path": f"{n}.png"} for n, g in ROWS],
        }[suffix]
        pq.write_table(pa.table(columns), tmp_path / "t.parquet")
        image = Inline("{image}", "base64" if suffix == "parquet" else "bytes")
        cases = Table("t.parquet", image=image, key="{index}")
    assert greys(tmp_path, source_of(cases)) == [10, 20, 30]


def test_the_table_is_parsed_once_for_all_its_pictures(tmp_path, monkeypatch):
    from gmai_data.grammar import tables

    write_table(tmp_path / "t.tsv", ["index", "image"],
                [(n, text(grey)) for n, grey in ROWS], "\t")  # fmt: skip
    calls = []
    whole = tables.read_table
    monkeypatch.setattr(tables, "read_table", lambda *a: calls.append(1) or whole(*a))
    roots = {"s": Root("s", str(tmp_path))}
    for line in (2, 3, 4, 2):
        assert read_bytes(roots, "s", f"t.tsv!image/{line}.png").startswith(b"\x89PNG")
    assert len(calls) == 1


@pytest.mark.parametrize(
    ("member", "rule"),
    [("image/9.png", "missing-member"), ("other/2.png", "missing-member"),
     ("image/x.png", "missing-member"), ("image/2.png", "not-base64")],
)  # fmt: skip
def test_a_cell_that_is_no_picture_is_named_by_its_table_and_line(tmp_path, member, rule):
    write_table(tmp_path / "t.tsv", ["index", "image"], [("0", "no picture!")], "\t")
    with pytest.raises(RejectedItem, match=rule) as caught:
        read_bytes({"s": Root("s", str(tmp_path))}, "s", f"t.tsv!{member}")
    assert caught.value.path == f"t.tsv!{member}"


@pytest.mark.parametrize("path", ["gone.png", "gone.tar!a.png", "gone.tar.gz!a.png", "gone.zip!a",
                                  "gone.tsv!image/2.png"])  # fmt: skip
def test_a_missing_file_is_named_relative_to_its_source(tmp_path, path):
    with pytest.raises(RejectedItem, match="missing-file") as caught:
        read_bytes({"s": Root("s", str(tmp_path))}, "s", path)
    assert str(tmp_path) not in str(caught.value)
    assert caught.value.path == path


def test_a_file_that_cannot_be_opened_is_named_without_the_place_of_its_root(tmp_path):
    with pytest.raises(TransientError) as caught:
        open_file(str(tmp_path), "folder")
    assert str(tmp_path) not in str(caught.value)
    assert "folder" in str(caught.value)
