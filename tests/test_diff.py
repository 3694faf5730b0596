import dataclasses
import json
import shutil
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pytest

from gmai_data import diff_samples, store
from gmai_data.build import build
from gmai_data.config import ReadConfig
from gmai_data.diff import Change, Diff, diff
from gmai_data.diff_causes import CHAIN, Cause
from gmai_data.diff_samples import Example, Samples, compare_samples
from gmai_data.errors import CheckFailedError, UsageError
from gmai_data.output.diff_render import render, tell_github
from gmai_data.output.lock import lock_text, read_locks
from gmai_data.testing import fake_image
from gmai_data.words.prompts import find_folder
from tests import toy_source
from tests.toy_source import contents, toy


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A build that the tests compare theirs with; they never write to it."""
    tmp = tmp_path_factory.mktemp("first")
    build(toy(tmp, 6))
    return tmp


@pytest.fixture
def second(first, tmp_path):
    """A copy of its declaration, data and store, and the configuration that builds from it."""
    for name in ("data", "sources"):
        shutil.copytree(first / name, tmp_path / name)
    toy_source.forget()
    return toy_source.config(tmp_path, store=str(first / "out" / "work"))


def compared(first, config) -> Change:
    build(config)
    (change,) = diff(str(first / "out"), config.out).changes
    assert change.unexplained == ()
    return change


def causes(change):
    return [cause.name for cause in change.causes if cause.effect]


def test_equal_builds_do_not_differ(first, second):
    build(second)
    found = diff(str(first / "out"), second.out)
    assert found.exit_code == 0
    assert found.same == 1
    assert render(found) == f"{first / 'out'} -> {second.out}: no difference in 1 source\n"


def test_a_changed_image_is_inputs(first, second, tmp_path):
    path = sorted((tmp_path / "data").rglob("*.png"))[2]
    fake_image(path, (40, 32), seed="another")
    change = compared(first, second)
    assert causes(change) == ["inputs"]
    assert change.effects == ("slices.pixels", "slices.bytes", "shards")
    assert change.samples.changed > 0
    assert change.samples.added == change.samples.removed == 0
    assert change.bump == "major"
    assert not change.bump_ok


def test_a_new_case_is_inputs_and_at_least_minor(first, second, tmp_path):
    toy_source.add(tmp_path / "data", [6])
    toy_source.declare(tmp_path / "sources", version="1.1.0")
    change = compared(first, second)
    assert causes(change) == ["inputs", "version"]
    assert change.effects == tuple(CHAIN)
    assert change.samples.added > 0
    assert change.samples.removed == change.samples.changed == change.samples.moved == 0
    assert change.bump == "minor"
    assert change.bump_ok
    assert change.counts["cases"] == (6, 7)


def test_a_removed_case_is_major(first, second, tmp_path):
    sorted((tmp_path / "data").rglob("*.png"))[0].unlink()
    change = compared(first, second)
    assert change.samples.removed > 0
    assert change.bump == "major"


def test_a_renamed_label_is_adapter_words_and_leaves_pixels_alone(first, second, tmp_path):
    toy_source.declare(tmp_path / "sources", first="cataract")
    change = compared(first, second)
    assert causes(change) == ["adapter.words"]
    assert change.effects[0] == "requests"
    assert change.labels["cataract"][0] == 0
    assert change.bump == "major"


def test_a_licence_changes_shards_and_no_sample(first, second, tmp_path):
    toy_source.declare(tmp_path / "sources", license="CC0-1.0")
    change = compared(first, second)
    assert causes(change) == ["adapter.facts", "license"]
    assert change.effects == ("shards",)
    assert change.bump == "patch"


def test_one_edited_prompt_changes_its_samples_only(first, second, tmp_path):
    shutil.copytree(find_folder(), tmp_path / "prompts")
    path = tmp_path / "prompts" / "caption-image.en.j2"
    text = path.read_text()
    assert text.count('{% include "_ask-caption.en.j2" %}') == 1
    path.write_text(text.replace('{% include "_ask-caption.en.j2" %}', "What is to be seen here?"))
    config = dataclasses.replace(second, prompts=str(tmp_path / "prompts"))
    change = compared(first, config)
    assert causes(change) == ["prompt caption-image.en"]
    assert {name.split(" ", 1)[1] for name in change.samples.by} == {"caption-image en"}
    old, new = contents(str(first / "out")), contents(config.out)
    same = {n for n in old if n.endswith(".tar") and "/caption/" not in n}
    assert same
    assert all(old[name] == new[name] for name in same)


def test_a_configuration_is_named_field_by_field(first, second):
    change = compared(first, dataclasses.replace(second, read=ReadConfig(max_side=16)))
    assert causes(change) == ["configuration read.max_side"]
    assert (change.causes[0].old, change.causes[0].new) == ("1024", "16")
    assert "slices.pixels" in change.effects


def test_new_ratios_move_subjects_between_splits(first, second):
    change = compared(first, dataclasses.replace(second, ratios=(0.1, 0.8, 0.1)))
    assert causes(change) == ["configuration scan.ratios"]
    assert change.effects == ("splits", "shards")
    assert change.samples.moved > 0
    assert change.bump == "major"


def test_a_saved_copy_of_locks_and_samples_can_stand_for_a_build(first, second, tmp_path):
    build(second)
    saved = tmp_path / "saved"
    for name in ("locks", "samples"):
        shutil.copytree(Path(second.out) / name, saved / name)
    toy_source.declare(tmp_path / "sources", first="cataract")
    build(second)
    (change,) = diff(str(saved), second.out).changes
    assert change.samples.changed > 0


def test_committed_locks_are_compared_without_data(first, second, tmp_path):
    manifests = tmp_path / "manifests" / "sources"
    manifests.mkdir(parents=True)
    shutil.copy(first / "out" / "locks" / "toy.lock.json", manifests)
    one = tmp_path / "fixtures.lock.json"
    one.write_text(json.dumps({"schema": 1, "sources": read_locks(str(manifests))}))
    build(second)
    for old in (tmp_path / "manifests", manifests, one, manifests / "toy.lock.json"):
        assert diff(str(old), second.out).exit_code == 0, old
    toy_source.declare(tmp_path / "sources", first="cataract")
    build(second)
    (change,) = diff(str(tmp_path / "manifests"), second.out).changes
    assert change.samples is None
    assert causes(change) == ["adapter.words"]


def edited(first, tmp_path, edit):
    """Two folders of locks: as built, and with one lock edited."""
    (lock,) = read_locks(str(first / "out" / "locks")).values()
    lock = json.loads(json.dumps(lock))
    edit(lock)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "toy.lock.json").write_text(lock_text(lock))
    return diff(str(first / "out" / "locks"), str(tmp_path / "new"))


@pytest.mark.parametrize("step", list(CHAIN))
def test_an_effect_without_a_cause_is_not_reproducible_at_its_step(first, tmp_path, step):
    found = edited(first, tmp_path, lambda lock: lock["outputs"].update({step: "0" * 64}))
    (change,) = found.changes
    assert change.unexplained == (step,)
    assert found.exit_code == 1
    assert f"not reproducible at {step}" in render(found)
    assert render(found, "github").startswith("::error file=manifests/sources/toy.lock.json")


def test_a_cause_without_an_effect_is_said_to_have_none(first, tmp_path):
    found = edited(first, tmp_path, lambda lock: lock["toolchain"].update(bytes="0" * 16))
    (change,) = found.changes
    assert [(c.name, c.effect) for c in change.causes] == [("toolchain bytes", False)]
    assert change.bump == "none"
    assert "(no effect)" in render(found)


def test_other_answers_of_a_model_are_redrawn_and_not_irreproducible(first, tmp_path):
    def edit(lock):
        lock["model"] = {"name": "m"}
        lock["outputs"]["answers"] = "0" * 64

    found = edited(first, tmp_path, edit)
    assert found.changes[0].causes[0].name == "model name"
    other = tmp_path / "redrawn"
    other.mkdir()
    lock = json.loads((tmp_path / "new" / "toy.lock.json").read_text())
    lock["outputs"]["answers"] = "1" * 64
    (other / "toy.lock.json").write_text(lock_text(lock))
    (change,) = diff(str(tmp_path / "new"), str(other)).changes
    assert [c.name for c in change.causes] == ["answers (re-drawn)"]
    assert change.unexplained == ()


def test_new_and_removed_sources_are_said_to_be_so(first, tmp_path):
    (tmp_path / "sources").mkdir()
    old = diff(str(first / "out"), str(tmp_path))
    assert [(c.source, c.kind) for c in old.changes] == [("toy", "removed")]
    new = diff(str(tmp_path), str(first / "out"))
    assert [(c.source, c.kind) for c in new.changes] == [("toy", "new")]
    assert "+ toy  1.0.0  new" in render(new)


def test_json_is_stable_and_complete(first, tmp_path):
    found = edited(first, tmp_path, lambda lock: lock["outputs"].update(samples="0" * 64))
    data = json.loads(render(found, "json"))
    assert data["schema"] == 1
    assert data["exit_code"] == 1
    assert data["changes"][0]["unexplained"] == ["samples"]
    assert render(found, "json") == render(found, "json")


def test_github_shows_ten_annotations_of_a_level_worst_first_and_escapes_them():
    changes = [
        Change(source=f"s{n:02d}", kind=kind, version=("", "1"))
        for n in range(12)
        for kind in ("new", "removed")
    ]
    bad = Change(source="zz", kind="changed", version=("1", "1"), unexplained=("samples",))
    found = Diff(old="a", new="b", same=0, changes=(*changes, bad))
    lines = render(found, "github").splitlines()
    levels = Counter(line.split()[0] for line in lines)
    assert levels == {"::error": 1, "::warning": 10, "::notice": 10}
    assert lines[0].startswith("::error file=manifests/sources/zz.lock.json,line=1,title=zz%3A ")
    assert "%0A" in lines[0]
    assert lines[10] == "::warning title=more sources::and 3 more, see the summary of this step"


def large(sources: int) -> Diff:
    counts = {f"count {n}": (n, n + 1) for n in range(200)}
    changes = tuple(
        Change(source=f"s{n:05d}", kind="changed", version=("1.0.0", "1.0.0"), counts=counts)
        for n in range(sources)
    )
    return Diff(old="a", new="b", same=0, changes=changes)


@pytest.mark.parametrize("sources", [1, 8, 9, 100, 600])
def test_a_comment_and_a_message_stay_below_what_github_takes(sources):
    text = render(large(sources), "markdown")
    assert len(text.encode()) <= 65_536
    assert ("More changed than fits here" in text) == (sources > 8)
    assert text.count("<details>") == text.count("</details>") == text.count("```text")
    assert max(len(line.encode()) for line in render(large(sources), "github").splitlines()) < 5000


def test_the_summary_of_a_step_leaves_room_for_what_is_there_already(tmp_path):
    summary = tmp_path / "summary.md"
    summary.write_text("x" * 900_000)
    printed = tell_github(large(600), str(summary))
    assert all(line.startswith("::") for line in printed.splitlines())
    assert 950_000 < summary.stat().st_size <= 1 << 20
    summary.write_text("x" * (1 << 20))
    tell_github(large(600), str(summary))
    assert summary.stat().st_size == 1 << 20
    assert "### Samples" in tell_github(large(1))
    with pytest.raises(UsageError, match="GITHUB_STEP_SUMMARY"):
        tell_github(large(1), str(tmp_path / "none" / "summary.md"))


def test_texts_of_samples_cannot_leave_the_block_they_are_shown_in():
    hostile = "```\n</details> <script> ::error:: %0A | [x](y)"
    example = Example(
        what="changed", key="k", old_key="", picture=False, splits=("", ""), old=hostile, new="b"
    )
    samples = Samples(added=0, removed=0, changed=1, moved=0, by={"changed x en": 1},
                      examples=(example,))  # fmt: skip
    cause = Cause(name="prompt a|<b>", kind="prompt", old="", new="")
    change = Change(
        source="s", kind="changed", version=("1", "1"), samples=samples, causes=(cause,)
    )
    found = Diff(old="a", new="b", same=0, changes=(change,))
    text = render(found, "markdown")
    assert text.count("````") == 2
    assert "prompt a\\|&lt;b>" in text
    (line,) = render(found, "github").splitlines()
    assert "%250A" in line
    assert line.count("\n") == 0


def test_what_cannot_be_compared_is_said(first, tmp_path):
    with pytest.raises(UsageError, match="no locks"):
        diff(str(tmp_path), str(first / "out"))
    with pytest.raises(UsageError, match="--format"):
        render(Diff(old="", new="", same=0, changes=()), "xml")
    (tmp_path / "toy.lock.json").write_text('{"schema": 99}')
    with pytest.raises(CheckFailedError, match="schema 99"):
        diff(str(tmp_path), str(first / "out"))


COLUMNS = ("key", "sample_sha256", "image_sha256", "split", "prompt", "subset", "language",
           "shard", "subject", "study")  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [("", ""), ("", "abc"), ("abc", ""), ("aceg", "bdfh"), ("abcdefgh", "acegh"), ("a", "zyx"),
     ("abcxyz", "axyz"), ("ABCdef", "abcdef")],
)  # fmt: skip
@pytest.mark.parametrize("rows", [1, 2, 3, 100])
def test_tables_read_a_window_at_a_time_are_compared_as_sets(old, new, rows, tmp_path, monkeypatch):
    """A letter is a key; in capitals its text is another."""
    monkeypatch.setattr(diff_samples, "_ROWS", rows)
    for out, letters in (("a", old), ("b", new)):
        keys = sorted(letters, key=str.lower)
        table = {name: ["x"] * len(keys) for name in COLUMNS}
        table |= {"key": [k.lower() for k in keys], "sample_sha256": keys}
        table |= {"image_sha256": [out + k for k in keys], "offset": [0] * len(keys)}
        if old == "ABCdef":
            table["image_sha256"] = ["p"] * len(keys)
        kinds = {"offset": pa.int64(), "bytes": pa.int64()}
        table["bytes"] = [0] * len(keys)
        schema = pa.schema([(name, kinds.get(name, pa.string())) for name in table])
        store.write_table(str(tmp_path / out / "samples" / "s.parquet"), pa.table(table, schema))
    found = compare_samples((str(tmp_path / "a"), "s"), (str(tmp_path / "b"), "s"))
    before, after = set(old.lower()), set(new.lower())
    assert found.added == len(after - before)
    assert found.removed == len(before - after)
    assert found.changed == (3 if old == "ABCdef" else len(before & after))
    assert found.renamed == found.moved == 0
