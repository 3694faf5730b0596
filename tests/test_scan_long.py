"""Long tables are scanned a piece at a time, and tell what they tell at once."""

import csv
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gmai_data import NO_SUBJECT, QA, Class, Records, Source, Table, Term
from gmai_data import scan as scanning
from gmai_data.config import Config
from gmai_data.errors import DeclarationError
from gmai_data.grammar import pieces
from gmai_data.listing import list_root
from gmai_data.roots import Root
from gmai_data.scan import Scan, scan

cells = st.text(st.sampled_from('ab,\t "\n\u4e2d\u00e9x'), min_size=1, max_size=12).filter(
    str.strip
)


def toy(cases: object, **words: object) -> Source:
    given_ = {"labels": [QA("{question}", answer="{answer}")], "subject": NO_SUBJECT, **words}
    return Source(
        name="toy", title="Toy", version="1.0.0", homepage="https://example.org/",
        license="CC0-1.0", access="open", department="General Practice", language="en",
        cases=cases, evidence=("https://example.org/",), verified="memory", **given_,
    )  # fmt: skip


def run(folder: Path, source: Source, spill: str = "", **config: object) -> Scan:
    root = Root("toy", str(folder))
    return scan(source, {"toy": root}, list_root(root), Config(**config), spill=spill)


def told(found: Scan) -> tuple[object, ...]:
    return found.cases.to_pylist(), found.rejected, found.notes, found.inputs


def outcome(scanned: Callable[[], Scan]) -> object:
    """What a scan tells, or the sentence with which it refuses (most cases lack a label)."""
    try:
        return told(scanned())
    except DeclarationError as error:
        return str(error)


def in_pieces(folder: Path, source: Source, piece: int, **config: object) -> tuple[Scan, int]:
    """The scan with pieces of ``piece`` bytes, and how many tables it made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "LONG_BYTES", 0)
        patch.setattr(pieces, "PIECE_BYTES", piece)
        found = run(folder, source, spill=str(folder.with_suffix(".spill")), **config)
    return found, len(list(found.tables()))


def written(rows: list[tuple[str, ...]], sep: str = ",", end: str = "\n") -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=sep, lineterminator=end)
    writer.writerow(("question", "answer", "set"))
    writer.writerows(rows)
    return text.getvalue()


ROWS = st.lists(
    st.tuples(cells, cells, st.sampled_from(["train", "test"])), min_size=1, max_size=40
)


NAMES = st.sampled_from(["a.csv", "a.tsv", "a.csv.gz"])


@given(ROWS, st.integers(30, 400), NAMES, st.sampled_from(["\n", "\r\n"]), st.booleans())
@settings(max_examples=120, deadline=None)
def test_a_table_in_pieces_tells_what_it_tells_at_once(
    tmp_path_factory, rows, piece, name, end, few
):
    limit = 3 if few else None
    folder = tmp_path_factory.mktemp("t") / "d"
    folder.mkdir()
    text = written(rows, "\t" if name == "a.tsv" else ",", end).encode()
    (folder / name).write_bytes(gzip.compress(text, mtime=0) if name.endswith("gz") else text)
    source = toy(Table(name), split="{set}")
    at_once = outcome(lambda: run(folder, source, limit=limit))
    assert outcome(lambda: in_pieces(folder, source, piece, limit=limit)[0]) == at_once


RECORDS = st.lists(
    st.dictionaries(st.sampled_from(["question", "answer", "more"]), cells), max_size=30
)


@given(RECORDS, st.integers(30, 300))
@example([{"answer": "a" * n} for n in range(1, 25)], 60)  # most have no question: refused
@settings(max_examples=60, deadline=None)
def test_records_in_pieces_tell_what_they_tell_at_once(tmp_path_factory, records, piece):
    folder = tmp_path_factory.mktemp("t") / "d"
    folder.mkdir()
    whole = [{"question": "q?", "answer": "a"}, *records]
    (folder / "a.jsonl").write_text("\n".join(json.dumps(record) for record in whole))
    source = toy(Records("a.jsonl", lines=True))
    at_once = outcome(lambda: run(folder, source))
    assert outcome(lambda: in_pieces(folder, source, piece)[0]) == at_once


def many(folder: Path, names: tuple[str, ...] = ("a.csv",), **extra: str) -> None:
    folder.mkdir(exist_ok=True)
    for at, name in enumerate(names):
        rows = [(f"q{n % 70} of {at}?", f"answer {n % 70}", "train") for n in range(100)]
        (folder / name).write_text(written(rows))


@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz", "a.jsonl", "a.jsonl.gz"])
def test_pieces_are_really_cut_and_a_record_that_comes_again_is_one_case(tmp_path, name):
    folder = tmp_path / "d"
    many(folder)
    text = (folder / "a.csv").read_text()
    if "json" in name:
        lines = [json.dumps(row) for row in csv.DictReader(io.StringIO(text))]
        text = "\n".join(lines) + "\n\n"
    (folder / "a.csv").unlink()
    data = text.encode()
    (folder / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    source = toy(Records(name, lines=True) if "json" in name else Table(name))
    found, tables = in_pieces(folder, source, 600)
    assert tables >= 4
    assert found.cases.num_rows == 70
    assert told(found) == told(run(folder, source))


def test_several_files_are_taken_in_order_and_their_names_are_read(tmp_path):
    many(tmp_path / "d", ("train.csv", "test.csv"))
    source = toy(Table("{part:train|test}.csv"), split=Term("{part}", {"train": "train",
                                                                      "test": "test"}))  # fmt: skip
    found, tables = in_pieces(tmp_path / "d", source, 600)
    assert tables >= 8
    assert told(found) == told(run(tmp_path / "d", source))
    assert set(found.cases["split"].to_pylist()) == {"train", "test"}


def test_a_key_whose_rows_lie_pages_apart_is_one_case_all_the_same(tmp_path):
    many(tmp_path / "d")
    source = toy(Table("a.csv", key="{answer}"))
    found, _ = in_pieces(tmp_path / "d", source, 600)
    assert told(found) == told(run(tmp_path / "d", source))


def test_excluded_and_filtered_rows_are_left_out_of_every_piece(tmp_path):
    many(tmp_path / "d")
    source = toy(
        Table("a.csv", key="{question}", where={"answer": r"answer [0-6][0-9]"}),
        exclude={"q44 of 0?": "twice wrong", "nobody": "not there"},
    )
    (tmp_path / "d" / "a.csv").write_text(
        written([(f"q{n} of 0?", f"answer {n}", "train") for n in range(100)])
    )
    found, tables = in_pieces(tmp_path / "d", source, 600)
    assert tables > 3
    assert found.cases.num_rows == 59
    assert told(found) == told(run(tmp_path / "d", source))


def test_a_wrong_cell_in_a_late_piece_is_the_same_mistake(tmp_path):
    many(tmp_path / "d")
    text = (tmp_path / "d" / "a.csv").read_text()
    (tmp_path / "d" / "a.csv").write_text(text + "q?,a,validation\n")
    source = toy(Table("a.csv"), split="{set}")
    with pytest.raises(DeclarationError) as whole:
        run(tmp_path / "d", source)
    with pytest.raises(DeclarationError) as cut:
        in_pieces(tmp_path / "d", source, 600)
    assert str(cut.value) == str(whole.value)
    assert "'validation' is not train, val or test" in str(cut.value)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "cp1252"])
def test_a_code_page_is_told_from_the_whole_file(tmp_path, encoding):
    folder = tmp_path / "d"
    folder.mkdir()
    rows = [(f"q{n}?", "\u00e4" if n == 90 else "a", "train") for n in range(100)]
    (folder / "a.csv").write_bytes(written(rows).encode(encoding))
    source = toy(Table("a.csv"))
    assert told(in_pieces(folder, source, 600)[0]) == told(run(folder, source))


def test_labels_of_another_table_and_subjects_are_scanned_at_once(tmp_path, monkeypatch):
    many(tmp_path / "d", ("a.csv", "b.csv"))
    monkeypatch.setattr(scanning, "_found_long", None)
    elsewhere = Class("{set}", table=Table("b.csv", on="question"), names={"train": "normal"})
    for source in (toy(Table("b.csv", key="{question}"), labels=[elsewhere]),
                   toy(Table("a.csv"), subject="{answer}")):  # fmt: skip
        found, _ = in_pieces(tmp_path / "d", source, 600)
        assert found.cases.num_rows == 70
