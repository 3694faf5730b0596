import dataclasses
import hashlib
import os
import re

import pytest

from gmai_data.declare import ABSENT, Class, Files, Layout, Mask, Source, Table
from gmai_data.roots import Root
from gmai_data.schema import Case, CaseFile
from gmai_data.work import digests
from gmai_data.work.digests import adapter_digest, file_digests
from gmai_data.work.keys import case_paths

SOURCE = Source(
    name="kits23", title="KiTS23", version="1.0.0", homepage="h", license="CC-BY-NC-SA-4.0",
    access="open", modality="CT", anatomy=("kidney",), department="Urology",
    cases=Files("case_{case:05d}/imaging.nii.gz"), subject="{case}",
    labels=[Mask("case_{case}/seg.nii.gz", names={1: "kidney", 2: "kidney tumour"}),
            Class("{grade}", names={"1": "low grade"}, table=Table("t.csv", on="case"))],
    evidence=("h",), verified="loader",
)  # fmt: skip


def changed(**fields):
    old, new = adapter_digest(SOURCE), adapter_digest(dataclasses.replace(SOURCE, **fields))
    return {part for part in old if old[part] != new[part]}


def mask(**fields):
    return [dataclasses.replace(SOURCE.labels[0], **fields), SOURCE.labels[1]]


def test_each_field_of_a_declaration_stands_in_some_part():
    parts = (digests._SCAN, digests._READ, digests._WORDS, digests._FACTS, digests._OWN)
    assert {f.name for f in dataclasses.fields(Source)} == set().union(*parts)
    assert {f.name for f in dataclasses.fields(Layout)} <= set().union(*parts)


@pytest.mark.parametrize(
    ("fields", "parts"),
    [
        ({"license": "MIT"}, {"facts"}),
        ({"title": "Other"}, {"facts"}),
        ({"verified": "data"}, {"facts"}),
        ({"version": "2.0.0"}, set()),
        ({"department": "Nephrology and Hypertension"}, {"scan", "words"}),
        ({"window": "bone"}, {"read"}),
        ({"intensity": "HU-1024"}, {"read"}),
        ({"subject": "{patient}"}, {"scan"}),
        ({"split": "{set}"}, {"scan"}),
        ({"exclude": {"1": "broken"}}, {"scan"}),
        ({"cases": Files("kits/case_{case:05d}/imaging.nii.gz")}, {"scan"}),
        ({"labels": mask(names={1: "kidney", 2: "renal tumour"})}, {"words"}),
        ({"labels": mask(names={1: "kidney", 2: None})}, {"scan", "read", "words"}),
        ({"labels": mask(names={1: "kidney", 3: "kidney tumour"})}, {"scan", "read", "words"}),
        ({"labels": mask(form="colour")}, {"scan", "read"}),
        ({"labels": mask(empty=ABSENT)}, {"scan", "read", "words"}),
        ({"labels": mask(level="study")}, {"words"}),
    ],
)
def test_a_change_counts_where_it_is_read(fields, parts):
    assert changed(**fields) == parts


def test_functions_and_patterns_count_by_their_text():
    a = {"derive": {"x": lambda row: row["a"]}}
    b = {"derive": {"x": lambda row: row["b"]}}
    one, two = (
        adapter_digest(dataclasses.replace(SOURCE, cases=Files("{a}.png", **x))) for x in (a, b)
    )
    assert one["scan"] != two["scan"]
    assert one["read"] == two["read"]
    keys = [{re.compile("a"): "kidney"}, {re.compile("b"): "kidney"}]
    found = [adapter_digest(dataclasses.replace(SOURCE, labels=mask(names=k))) for k in keys]
    assert found[0]["read"] != found[1]["read"]


def test_the_code_of_a_module_counts_for_the_scan_only():
    one, two = adapter_digest(SOURCE, b"def cases(root): 1"), adapter_digest(SOURCE, b"other")
    assert {part for part in one if one[part] != two[part]} == {"scan"}
    assert adapter_digest(SOURCE, b"a\r\nb") == adapter_digest(SOURCE, b"a\nb")


def hashed(tmp_path, paths, monkeypatch=None):
    roots = {"s": Root("s", str(tmp_path / "data"))}
    cache = str(tmp_path / "cache.parquet")
    return file_digests(roots, "s", paths, cache, {})


def test_only_touched_files_are_hashed_again(tmp_path, monkeypatch):
    (tmp_path / "data").mkdir()
    for name in "abc":
        (tmp_path / "data" / name).write_bytes(name.encode())
        os.utime(tmp_path / "data" / name, (1_700_000_000, 1_700_000_000))
    found = hashed(tmp_path, "abc")
    assert found["a"].sha256 == hashlib.sha256(b"a").hexdigest()
    seen = []
    real = digests._file_sha256
    monkeypatch.setattr(digests, "_file_sha256", lambda *a: seen.append(a[2]) or real(*a))
    assert hashed(tmp_path, "abc") == found
    assert seen == []
    (tmp_path / "data" / "b").write_bytes(b"B")
    os.utime(tmp_path / "data" / "b", (1_700_000_001, 1_700_000_001))
    assert hashed(tmp_path, "abc")["b"].sha256 == hashlib.sha256(b"B").hexdigest()
    assert seen == ["b"]


def test_a_file_written_a_moment_ago_is_not_trusted_next_time(tmp_path):
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "a"
    path.write_bytes(b"1")
    stat = path.stat()
    assert hashed(tmp_path, "a")["a"].sha256 == hashlib.sha256(b"1").hexdigest()
    path.write_bytes(b"2")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # within the clock's grain
    assert hashed(tmp_path, "a")["a"].sha256 == hashlib.sha256(b"2").hexdigest()


def test_a_file_that_is_not_there_has_no_digest(tmp_path):
    (tmp_path / "data").mkdir()
    assert hashed(tmp_path, ["none"]) == {}


def test_members_of_archives_are_hashed_by_their_own_bytes(tmp_path):
    import zipfile

    (tmp_path / "data").mkdir()
    with zipfile.ZipFile(tmp_path / "data" / "a.zip", "w") as archive:
        archive.writestr("m.png", b"pixels")
    assert hashed(tmp_path, ["a.zip!m.png"])["a.zip!m.png"].sha256 == (
        hashlib.sha256(b"pixels").hexdigest()
    )


def test_the_pixels_beside_a_header_file_are_part_of_what_is_read():
    case = Case(key="0" * 16, source="s", files=(CaseFile(role="image", path="a/x.mhd"),))
    assert case_paths(case) == ["a/x.mhd", "a/x.raw", "a/x.zraw"]
