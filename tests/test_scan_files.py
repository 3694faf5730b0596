"""Sources of very many files are scanned a piece at a time, and tell what they tell at once."""

import importlib
import pkgutil
import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gmai_data import (
    NO_SUBJECT,
    Class,
    DicomSeries,
    Files,
    First,
    Layout,
    Mask,
    Report,
    Source,
    Table,
    Term,
    Value,
    scan_files,
)
from gmai_data import scan as scanning
from gmai_data.config import Config
from gmai_data.errors import DeclarationError
from gmai_data.grammar import disk, file_pieces
from gmai_data.grammar.layout import plans
from gmai_data.listing import Listing, list_root
from gmai_data.roots import Root
from gmai_data.scan import Scan, scan
from gmai_data.testing import fake_dicom
from gmai_data.work.seen import places
from tests import sources as makers


def toy(cases: object, **words: Any) -> Source:
    given_ = {"subject": NO_SUBJECT, "labels": [], "modality": "X-ray", **words}
    return Source(
        name="toy", title="Toy", version="1.0.0", homepage="https://example.org/",
        license="CC0-1.0", access="open", department="General Practice", cases=cases,
        evidence=("https://example.org/",), verified="memory", **given_,
    )  # fmt: skip


def listed(*paths: str) -> Listing:
    """A listing of files that are never opened."""
    found = sorted(set(paths))
    sizes = [len(path) for path in found]
    return Listing(*(pa.array(c) for c in (found, sizes, ["1"] * len(found))))


def told(found: Scan) -> tuple[object, ...]:
    cases = found.cases
    return (
        cases.to_pylist(), cases.schema, found.rejected, found.notes, found.inputs,
        found.official.to_pylist(),
    )  # fmt: skip


def outcome(source: Source, listing: Listing, folder: str, spill: str, **config: Any) -> Any:
    roots = {source.name: Root(source.name, folder)}
    try:
        return told(scan(source, roots, listing, Config(**config), b"secret", spill))
    except DeclarationError as error:
        return str(error)


def both(
    source: Source, listing: Listing, folder: Path, size: int = 4, **config: Any
) -> tuple[Any, Any, int]:
    """What the whole tells, what pieces tell, and how many these were: 0 if it took the whole."""
    whole = outcome(source, listing, str(folder), "", **config)
    count = 0
    at_once, one_piece = scanning._scan, scan_files.found_in

    def counted(*of: Any) -> Any:
        nonlocal count
        count += 1
        return one_piece(*of)

    def given_up(*of: Any) -> Any:
        nonlocal count
        count = -(10**6)
        return at_once(*of)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(file_pieces, "LONG_FILES", 0)
        patch.setattr(file_pieces, "PIECE_FILES", size)
        patch.setattr(scan_files, "found_in", counted)
        patch.setattr(scanning, "_scan", given_up)
        spill = str(folder.with_suffix(".spill"))
        return whole, outcome(source, listing, str(folder), spill, **config), max(0, count)


NAMES = ["a", "b", "A", "7", "07", "007", "12", "a_b", "b-1", "c.x", "\u00e4"]
SETS = ["train", "test", "val"]
WORDS = [*NAMES, *SETS]
names, sets = st.sampled_from(NAMES), st.sampled_from(SETS)
FILES = st.lists(st.tuples(sets, names, names, st.booleans(), st.booleans()), max_size=30)
MASK = {"name": "lung", "form": "binary"}
SOURCES: dict[str, dict[str, Any]] = {
    "a mask of each, in another folder": {
        "cases": Files("i/{set}/{patient}/{visit}.png"), "subject": "{patient}", "split": "{set}",
        "labels": [Mask("m/{patient}/{visit}.png", **MASK, missing="unknown")],
    },
    "a mask of each, which must be there": {
        "cases": Files("i/{set}/{patient}/{visit}.png"), "subject": "{patient}-{visit}",
        "labels": [Mask("m/{patient}/{visit}.png", **MASK)],
    },
    "masks beside the images": {
        "cases": Files("s/{patient}/{visit}.png"), "subject": "{patient}", "study": "{visit}",
        "labels": [Mask("s/{patient}/{visit}_mask.png", **MASK, missing="absent")],
    },
    "a mask of each patient, whose numbers are written otherwise": {
        "cases": Files("i/{set}/{patient}/{visit}.png"), "subject": "{visit}", "split": "{set}",
        "labels": [Mask("n/{patient:d}.png", **MASK, missing="unknown")],
    },
    "masks of several classes, and a name that is read in two ways": {
        "cases": Files("i/{set}/{patient}/{visit}.png"), "subject": "{patient}",
        "labels": [Mask("k/{patient}_{organ}.png", by="{organ}", form="binary",
                        names={"lung": "lung", "b": "liver"}, missing="unknown")],
    },
    "roles that must all be there": {
        "cases": Files({"one": "i/train/{patient}/{visit}.png",
                        "two": "i/test/{patient}/{visit}.png"}),
        "subject": "{patient}",
    },
    "channels, of which one may lack": {
        "cases": Files("i/{channel}/{patient}/{visit}.png", optional=("second",),
                       channels={"train": "first", "test": "second"}),
        "subject": "{patient}",
    },
    "the first folder that is there, and a label in the path": {
        "cases": Files(First("j/{patient}/{visit}.png",
                             "i/{patient:train|test|val}/{room}/{visit}.png",
                             "i/train/{patient}/{visit}.png")),
        "subject": "{visit}", "labels": [Class("{patient}", missing="unknown", sep="|",
                        names={n: None if n == "test" else f"is {n}" for n in WORDS})],
    },
    "either of two masks": {
        "cases": Files("i/{set}/{patient}/{visit}.png"), "subject": "{patient}", "split": "{set}",
        "labels": [Mask(First("m/{patient}/{visit}.png", "n/{patient}.png"), **MASK,
                        missing="unknown")],
    },
    "several templates, what is excluded and what is left out": {
        "cases": Files(("i/train/{patient}/{visit}.png", "s/{patient}/{visit}.png"),
                       where={"visit": "a|b|7|07|.*mask"}),
        "subject": First("{patient}", NO_SUBJECT), "exclude": {"a": "broken", "nobody": "no such"},
    },
}  # fmt: skip


def written(files: list[tuple[str, str, str, bool, bool]]) -> Listing:
    """Images with what lies beside them: masks of some, in folders of several layouts."""
    paths = ["README.txt", "m/a/first.png", "s/q/q.png"]
    paths += [f"i/{one}/a/first.png" for one in SETS[:2]]
    for split, patient, visit, masked, loud in files:
        end = "PNG" if loud else "png"
        paths += [f"i/{split}/{patient}/{visit}.{end}", f"s/{patient}/{visit}.png"]
        if masked and not loud:
            paths += [f"i/{one}/{patient}/{visit}.png" for one in SETS[:2]]
        if masked:
            paths += [f"m/{patient}/{visit}.{end}", f"s/{patient}/{visit}_mask.png",
                      f"n/{patient}.png", f"k/{patient}_lung.png"]  # fmt: skip
    return listed(*paths)


@pytest.mark.parametrize("name", SOURCES)
@given(files=FILES, size=st.integers(1, 12), few=st.booleans())
@settings(max_examples=40, deadline=None)
def test_files_in_pieces_tell_what_they_tell_at_once(tmp_path_factory, name, files, size, few):
    folder = tmp_path_factory.mktemp("t") / "d"
    limit = 3 if few else None
    whole, pieces, _ = both(toy(**SOURCES[name]), written(files), folder, size, limit=limit)
    assert pieces == whole


def grid(*templates: str, patients: int = 12, visits: int = 5) -> list[str]:
    return [
        template.format(p=f"p{p:02d}", v=v, s=("train", "val", "test")[(p * v) % 3])
        for template in templates for p in range(patients) for v in range(visits)
    ]  # fmt: skip


def python_peak(source: Source, listing: Listing, spill: str) -> int:
    """The most bytes that Python objects take at once in a scan."""
    roots = {source.name: Root(source.name, "nowhere")}
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        scan(source, roots, listing, Config(), spill=spill)
        return tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()


@pytest.mark.slow
def test_a_case_more_takes_a_few_numbers_while_it_is_scanned(tmp_path, monkeypatch):
    monkeypatch.setattr(file_pieces, "LONG_FILES", 1000)
    monkeypatch.setattr(file_pieces, "PIECE_FILES", 1000)
    monkeypatch.setattr(disk, "AT_ONCE", 1000)
    monkeypatch.setattr(file_pieces, "AT_ONCE", 1000)
    source = toy(**SOURCES["a mask of each, which must be there"])
    peaks = [
        python_peak(
            source,
            listed(*grid("i/{s}/{p}/v{v}.png", "m/{p}/v{v}.png", patients=patients, visits=20)),
            str(tmp_path / f"{patients}.spill"),
        )
        for patients in (40, 100, 300)
    ]
    # the first run loads modules; at once, a case takes over 1,600 bytes
    assert (peaks[2] - peaks[1]) / (200 * 20) < 100


@pytest.mark.parametrize("name", list(SOURCES)[:4])
def test_pieces_are_really_cut(tmp_path, name):
    paths = grid("i/{s}/{p}/v{v}.png", "s/{p}/v{v}.png", "s/{p}/v{v}_mask.png", "m/{p}/v{v}.png")
    whole, pieces, count = both(toy(**SOURCES[name]), listed(*paths), tmp_path / "d", 10)
    assert count >= 6
    assert pieces == whole


def test_a_subject_in_several_pieces_is_in_one_split_and_told_to_other_sources(tmp_path):
    source = toy(Files("{set}/{visit}/{patient}.png"), subject="{patient}", split="{set}")
    paths = grid("{s}/v{v}/{p}.png")
    whole, pieces, count = both(source, listed(*paths), tmp_path / "d", 10)
    assert count > 3
    assert pieces == whole
    assert len(whole[-1]) == 12
    assert any("move from train to test" in note for note in whole[3])


@pytest.mark.parametrize("lacking", [10, 31, 60])
def test_a_mask_that_most_cases_lack_is_the_same_mistake(tmp_path, lacking):
    paths = grid("i/{s}/{p}/v{v}.png") + grid("m/{p}/v{v}.png")[lacking:]
    source = toy(**SOURCES["a mask of each, which must be there"])
    whole, pieces, count = both(source, listed(*paths), tmp_path / "d", 9)
    assert pieces == whole
    assert isinstance(whole, str) == (lacking > 30)
    assert bool(count) == (lacking <= 30)


def test_tables_are_read_once_and_joined_to_every_piece(tmp_path, monkeypatch):
    folder = tmp_path / "d"
    (folder / "i").mkdir(parents=True)
    rows = [f"p{p:02d},{p % 4},s{p % 5}" for p in range(2, 14)]
    (folder / "t.csv").write_text("\n".join(["patient,grade,who", *rows, ""]))
    (folder / "u.csv").write_text("patient,visit,age\np03,1,40\np04,2,50\n")
    source = toy(
        Files("i/{set}/{patient}/v{visit:d}.png"), subject="{who}", split="{set}",
        join=[Table("t.csv", on="patient")], exclude={"p05": "twice"},
        labels=[Class("{grade}", names={str(n): f"grade {n}" for n in range(4)}),
                Value("{age}", name="age", unit="year", missing="unknown",
                      table=Table("u.csv", on=("patient", "visit")))],
    )  # fmt: skip
    paths = [*grid("i/{s}/{p}/v{v}.png"), "t.csv", "u.csv"]
    whole, pieces, count = both(source, listed(*paths), folder, 9)
    assert count > 4
    assert pieces == whole
    assert len(whole[0]) == 45
    assert len({rejected.rule for rejected in whole[2]}) == 2
    assert any("10 of 60 rows of cases have no row" in note for note in whole[3])


def test_reports_in_files_are_read_in_the_piece_of_their_image(tmp_path):
    folder = tmp_path / "d"
    paths = grid("i/{p}/v{v}.png") + grid("r/{p}/v{v}.txt")
    for path in paths[60:]:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"FINDINGS: of {path}")
    source = toy(Files("i/{patient}/{visit}.png"), subject="{patient}", language="en",
                 labels=[Report("r/{patient}/{visit}.txt")])  # fmt: skip
    whole, pieces, count = both(source, listed(*paths), folder, 9)
    assert count > 4
    assert pieces == whole
    assert len(whole[4]) == 60


def test_two_files_of_one_case_are_the_same_rejection(tmp_path):
    paths = grid("a/{p}/{v}.png", "b/{p}/{v}.png")[:70]
    source = toy(Files(("a/{patient}/{visit}.png", "b/{patient}/{visit}.png")),
                 subject="{patient}")  # fmt: skip
    whole, pieces, count = both(source, listed(*paths), tmp_path / "d", 9)
    assert count > 4
    assert pieces == whole
    assert [rejected.rule for rejected in whole[2]] == ["duplicate-case"] * 10


def test_parts_are_cut_each_in_its_own_way_and_their_cases_are_in_one_order(tmp_path):
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "t.csv").write_text("patient,file\n" + "".join(f"p{p:02d},{p}\n" for p in range(9)))
    (folder / "u.csv").write_text("patient,side\np01,left\np09,right\n")
    side = Table("u.csv", on="patient")
    source = toy(
        None, subject="{patient}", split=Term("{set}", {"a": "train", "b": "test"}),
        exclude={"p03": "odd", "nobody": "not there"},
        parts=(
            Layout("listed", cases=Table("t.csv", image="l/{file}.png"), split="train"),
            Layout("gone", cases=Files("gone/{patient}.png"), split="train"),
            Layout("ours", cases=Files("{set:a|b}/{patient}/{visit}.png"), join=(side,)),
            Layout("theirs", cases=Files("z/{set:a|b}/{visit}/{patient}.png")),
        ),
    )  # fmt: skip
    paths = [f"l/{p}.png" for p in range(9)] + grid("a/{p}/{v}.png") + grid("z/b/{v}/{p}.png")[:50]
    whole, pieces, count = both(source, listed(*paths, "t.csv", "u.csv"), folder, 9)
    assert count > 9
    assert pieces == whole
    assert [note.partition(": ")[2].partition(" ")[0] for note in whole[3]] == [
        "the", "join", "59", "exclude",
    ]  # fmt: skip


def test_a_series_lies_in_one_folder_and_its_files_in_one_piece(tmp_path):
    folder = tmp_path / "d"
    pixels = np.zeros((4, 4), np.int16)
    for n in range(24):
        path = folder / f"p{n // 6}" / f"s{n // 3}" / f"{n}.dcm"
        path.parent.mkdir(parents=True, exist_ok=True)
        fake_dicom(path, pixels, SeriesInstanceUID=f"1.2.{n // 3}")
    cases = DicomSeries("{patient}/{series}/{n}.dcm", by="SeriesInstanceUID")
    source = toy(cases, subject="{patient}")
    listing = list_root(Root("toy", str(folder)))
    whole, pieces, count = both(source, listing, folder, 6)
    assert count == 4
    assert pieces == whole
    assert [len(case["files"]) for case in whole[0]] == [3] * 8
    across = toy(DicomSeries("{patient}/{n}/{file}.dcm", by="SeriesInstanceUID"), subject="{n}")
    for n in range(24):
        path = folder / f"p{n // 6}" / f"s{n % 7}" / f"{n}.dcm"
        path.parent.mkdir(parents=True, exist_ok=True)
        (folder / f"p{n // 6}" / f"s{n // 3}" / f"{n}.dcm").rename(path)
    whole, pieces, count = both(across, list_root(Root("toy", str(folder))), folder, 6)
    assert count == 0
    assert pieces == whole


@pytest.mark.parametrize(
    ("cases", "words"),
    [
        (Files("i/{patient}/{visit}.png"), {"labels": [Mask("m/all/*.png", **MASK)]}),
        (Files("i.zip!{patient}.png"), {}),
        (Files("i/{patient}/{visit}.avi", frame="{visit}"), {}),
        (Files("<other>/{patient}.png"), {}),
        (Files("i/{patient}.png", derive={"patient": lambda row: row["patient"][0]}), {}),
        (Table("t.csv", image="i/{patient}.png"), {}),
    ],
)
def test_what_a_path_does_not_tell_is_scanned_at_once(cases, words):
    (plan,) = plans(toy(cases, subject="{patient}", **words))
    assert file_pieces.shared_fields(plan) == ()


def test_a_root_is_listed_in_the_order_of_its_paths(tmp_path):
    names = ["a/z.png", "a.txt", "a-b/c.png", "B.png", "\u00e4/1.png", "a/\U0001f600.png", "a/b/c"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    found = list_root(Root("toy", str(tmp_path)))
    assert found.paths.to_pylist() == sorted(names)
    assert found.sizes.to_pylist() == [len(name.encode()) for name in sorted(names)]


@given(
    st.lists(st.text("ab/.", max_size=3), unique=True),
    st.lists(st.text("ab/.", max_size=3)),
    st.integers(1, 9),
)
def test_a_path_is_found_in_the_listing_where_it_stands(listing, paths, size):
    chunks = [pa.array(listing[at : at + size]) for at in range(0, len(listing), size)]
    found = places(pa.array(paths, pa.string()), pa.chunked_array(chunks, pa.string()))
    assert found.to_pylist() == [listing.index(p) if p in listing else None for p in paths]


BUNDLED = sorted(m.name for m in pkgutil.iter_modules(makers.__path__))[::12]


@pytest.mark.parametrize("size", [2, 5])
def test_fake_releases_in_pieces_tell_what_they_tell_at_once(tmp_path, size):
    cut = 0
    for name in BUNDLED:
        source = importlib.import_module(f"source_adapters.{name}").SOURCE
        if not any(file_pieces.shared_fields(plan) for plan in plans(source)):
            continue
        folder = tmp_path / source.name
        importlib.import_module(f"tests.sources.{name}").make(folder)
        whole, pieces, count = both(source, list_root(Root(name, str(folder))), folder, size)
        assert pieces == whole, name
        cut += count > 1
    assert cut >= 8
