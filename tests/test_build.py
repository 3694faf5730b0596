import dataclasses
import json
import os
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from gmai_data import manifest
from gmai_data.build import build
from gmai_data.config import PackConfig
from gmai_data.engine import Silent
from gmai_data.errors import CheckFailedError, SourceNotFoundError, UsageError
from gmai_data.output.lock import lock_text, read_locks
from gmai_data.plan import plan
from gmai_data.status import status
from gmai_data.testing import fake_image
from gmai_data.verify import verify
from gmai_data.words.prompts import find_folder
from tests import toy_source
from tests.toy_source import contents, shards, toy


def test_a_build_has_everything_the_output_contract_names(tmp_path):
    result = build(toy(tmp_path))
    out = Path(result.out)
    for name in (
        "manifest.json", "run.json", "README.md", "DATASHEET.md", "LICENSES.md", "croissant.json",
        "locks/toy.lock.json", "samples/toy.parquet", "rejected/toy.parquet",
        "records/toy.parquet", "work",
    ):  # fmt: skip
        assert (out / name).exists(), name
    assert not (out / ".lease.json").exists()
    assert result.changed
    assert result.samples > 0
    assert verify(result.out).problems == ()
    made = manifest.read_manifest(result.out)
    assert made["samples"] == result.samples == sum(s["samples"] for s in made["shards"])
    rows = pq.read_table(out / "samples" / "toy.parquet").to_pylist()
    assert [row["key"] for row in rows] == sorted(row["key"] for row in rows)
    for row in rows[:5]:
        with open(out / row["shard"], "rb") as file:
            file.seek(row["offset"])
            assert file.read(100).rstrip(b"\0").decode().startswith(row["key"])
    found = status(result.out)
    assert found.finished
    assert found.sources[0].samples == result.samples


def test_an_unchanged_rebuild_touches_nothing(tmp_path):
    config = toy(tmp_path)
    build(config)
    before = contents(config.out, times=True)
    again = build(config)
    assert not again.changed
    assert again.written == 0
    assert contents(config.out, times=True) == before


def test_without_its_store_an_unchanged_rebuild_still_touches_nothing(tmp_path):
    config = toy(tmp_path)
    build(config)
    before = contents(config.out, times=True)
    shutil.rmtree(tmp_path / "out" / "work")
    assert not build(config).changed
    assert contents(config.out, times=True) == before
    assert not (tmp_path / "out" / "work" / "slices").exists()  # nothing was decoded again


def test_touched_files_are_hashed_and_not_read_again(tmp_path, monkeypatch):
    config = toy(tmp_path)
    build(config)
    before = contents(config.out, times=True)
    for path in (tmp_path / "data").rglob("*.png"):
        os.utime(path, (1_800_000_000, 1_800_000_000))
    import gmai_data.read

    def read_case(*_):
        raise AssertionError("read again")

    monkeypatch.setattr(gmai_data.read, "read_case", read_case)
    assert not build(config).changed
    assert contents(config.out, times=True) == before


def test_two_folders_hold_the_same_bytes_wherever_the_data_lies(tmp_path):
    config = toy(tmp_path)
    build(config)
    shutil.move(tmp_path / "data", tmp_path / "elsewhere")
    other = dataclasses.replace(
        config, data=str(tmp_path / "elsewhere"), out=str(tmp_path / "other")
    )
    build(other)
    assert contents(other.out) == contents(config.out)
    for name, data in contents(config.out).items():
        assert str(tmp_path).encode() not in data, name


@pytest.mark.slow
def test_two_workers_make_the_bytes_that_one_makes(tmp_path):
    config = dataclasses.replace(
        toy(tmp_path, 24), pack=PackConfig(shard_bytes=20_000, chunk_bytes=300_000)
    )
    build(config)
    other = dataclasses.replace(config, workers=2, out=str(tmp_path / "other"))
    assert build(other).shards > 8
    assert contents(other.out) == contents(config.out)


def test_chunking_changes_no_sample(tmp_path):
    config = toy(tmp_path, 24)
    build(config)
    other = dataclasses.replace(
        config, out=str(tmp_path / "other"), pack=PackConfig(chunk_bytes=200_000)
    )
    build(other)
    assert shards(other.out) == shards(config.out)
    old, new = (read_locks(os.path.join(c.out, "locks"))["toy"] for c in (config, other))
    assert old["outputs"] == new["outputs"]


def test_a_new_case_rewrites_the_shards_its_samples_fall_into(tmp_path):
    config = dataclasses.replace(toy(tmp_path, 60), pack=PackConfig(shard_bytes=30_000))
    build(config)
    before = shards(config.out)
    toy_source.add(tmp_path / "data", [60])
    result = build(config)
    after = shards(config.out)
    changed = [name for name in after if before.get(name) != after[name]]
    assert 1 <= result.written == len(changed) <= 5  # one a subset, split and slice
    assert len(after) > 8
    assert verify(config.out).problems == ()


def test_other_words_for_a_label_decode_nothing_again(tmp_path, monkeypatch):
    config = toy(tmp_path)
    build(config)
    before = shards(config.out)
    toy_source.declare(tmp_path / "sources", first="cataract")
    import gmai_data.read

    def read_case(*_):
        raise AssertionError("read again")

    monkeypatch.setattr(gmai_data.read, "read_case", read_case)
    assert build(config).changed
    assert shards(config.out) != before
    assert verify(config.out).problems == ()


def test_a_new_homepage_changes_no_shard(tmp_path):
    config = toy(tmp_path)
    build(config)
    before = contents(config.out, times=True)
    path = tmp_path / "sources" / "toy.py"
    path.write_text(path.read_text().replace("https://example.org/", "https://www.example.org/"))
    toy_source.forget()
    result = build(config)
    assert result.written == 0
    after = contents(config.out, times=True)
    changed = {name for name in after if after[name][0] != before[name][0]}
    assert {"locks/toy.lock.json", "manifest.json"} <= changed
    assert all(after[n] == before[n] for n in after if n.endswith((".tar", "samples/toy.parquet")))


def test_removed_cases_leave_no_stale_shard(tmp_path):
    config = dataclasses.replace(toy(tmp_path, 40), pack=PackConfig(shard_bytes=20_000))
    build(config)
    many = len(shards(config.out))
    for path in sorted((tmp_path / "data").rglob("*.png"))[8:]:
        path.unlink()
    result = build(config)
    assert len(shards(config.out)) == result.shards < many
    assert verify(config.out).problems == ()


def test_building_one_source_keeps_the_others(tmp_path):
    toy(tmp_path)
    toy_source.declare(tmp_path / "sources", name="toy-two", title="Second")
    toy_source.add(tmp_path / "data", range(6), name="toy-two")
    config = toy_source.config(tmp_path, sources=("toy",))
    build(config)
    before = shards(config.out)
    result = build(dataclasses.replace(config, sources=("toy-two",)))
    assert {s.name: s.state for s in result.sources} == {"toy": "kept", "toy-two": "built"}
    after = shards(config.out)
    assert all(after[name] == before[name] for name in before)
    assert verify(config.out).problems == ()
    whole = dataclasses.replace(config, sources=("toy", "toy-two"), out=str(tmp_path / "whole"))
    build(whole)
    assert contents(whole.out) == contents(config.out)


def test_a_folder_of_another_configuration_is_refused_unless_updated(tmp_path):
    config = toy(tmp_path)
    build(config)
    other = dataclasses.replace(config, ask=dataclasses.replace(config.ask, languages=("en",)))
    with pytest.raises(UsageError, match=r"languages .* -> "):
        build(other)
    build(dataclasses.replace(other, update=True))
    assert manifest.read_manifest(config.out)["languages"] == ["en"]
    assert verify(config.out).problems == ()


def test_locked_refuses_a_change_before_anything_is_written(tmp_path):
    config = toy(tmp_path)
    locked = dataclasses.replace(config, locked=True)
    with pytest.raises(CheckFailedError, match="toy"):
        build(locked)
    build(config)
    before = contents(config.out, times=True)
    assert not build(locked).changed
    toy_source.declare(tmp_path / "sources", first="cataract")
    with pytest.raises(CheckFailedError, match="--locked"):
        build(locked)
    assert contents(config.out, times=True) == before


def test_committed_locks_can_be_checked_in_an_empty_folder(tmp_path):
    config = toy(tmp_path)
    build(config)
    fresh = tmp_path / "fresh" / "locks"
    fresh.mkdir(parents=True)
    shutil.copy(tmp_path / "out" / "locks" / "toy.lock.json", fresh)
    again = dataclasses.replace(config, out=str(tmp_path / "fresh"), locked=True)
    build(again)
    assert contents(again.out) == contents(config.out)


def test_a_source_that_yields_no_sample_is_built_all_the_same(tmp_path):
    config = toy(tmp_path, 3)
    for path in (tmp_path / "data").rglob("*.png"):
        path.write_bytes(b"not a picture")
    config = dataclasses.replace(config, max_rejected=1.0)
    result = build(config)
    assert (result.samples, result.shards) == (0, 0)
    assert verify(config.out).problems == ()
    assert not build(config).changed


def test_a_limit_is_nested_and_stands_in_the_lock(tmp_path):
    config = toy(tmp_path, 20)
    keys = {}
    for limit in (5, 10):
        out = str(tmp_path / f"l{limit}")
        build(dataclasses.replace(config, limit=limit, out=out))
        rows = pq.read_table(f"{out}/samples/toy.parquet", columns=["case"]).to_pylist()
        keys[limit] = {row["case"] for row in rows}
        lock = read_locks(f"{out}/locks")["toy"]
        assert lock["configuration"]["scan"]["limit"] == limit
        assert lock["counts"]["cases"] == limit
    assert keys[5] < keys[10]


def test_a_lock_has_under_100_lines_and_no_time_host_or_path(tmp_path):
    config = toy(tmp_path)
    build(config)
    text = (tmp_path / "out" / "locks" / "toy.lock.json").read_text()
    assert text.count("\n") <= 100
    assert str(tmp_path) not in text
    lock = json.loads(text)
    assert lock_text(lock) == text
    assert set(lock["outputs"]) == {
        "answers", "cases", "requests", "samples", "shards", "slices.bytes", "slices.pixels",
        "slices.rows", "splits",
    }  # fmt: skip
    assert all(len(value) == 64 for value in lock["outputs"].values())


def test_a_store_can_be_shared_by_two_outputs(tmp_path, monkeypatch):
    config = dataclasses.replace(toy(tmp_path), store=str(tmp_path / "store"))
    build(config)
    import gmai_data.read

    monkeypatch.setattr(gmai_data.read, "read_case", None)
    other = dataclasses.replace(config, out=str(tmp_path / "other"))
    build(other)
    assert contents(other.out) == contents(config.out)
    assert not (tmp_path / "other" / "work").exists()


def test_what_is_not_on_disk_is_named(tmp_path):
    config = toy(tmp_path)
    shutil.rmtree(tmp_path / "data" / "toy")
    with pytest.raises(SourceNotFoundError, match="toy"):
        build(config)


def test_a_plan_writes_nothing_and_is_near_what_is_built(tmp_path):
    config = toy(tmp_path, 20)
    expected = plan(config)
    assert not (tmp_path / "out").exists()
    result = build(config)
    assert expected.sources[0].cases == 20
    assert expected.sources[0].slices == result.sources[0].slices
    assert 0.5 < expected.sources[0].samples / result.samples < 2
    real = sum(s["bytes"] for s in manifest.read_manifest(config.out)["shards"])
    assert 0.5 < expected.sources[0].shard_bytes / real < 2
    assert expected.fits


def planned(config):
    (found,) = plan(config).sources
    return found.chunks, found.to_read, found.to_word, found.why


def test_a_plan_says_what_would_run_and_why(tmp_path):
    config = dataclasses.replace(toy(tmp_path, 24), pack=PackConfig(chunk_bytes=300_000))
    chunks, to_read, to_word, why = planned(config)
    assert chunks > 3
    assert (to_read, to_word, why) == (chunks, chunks, ("new",))
    build(config)
    assert planned(config) == (chunks, 0, 0, ())
    toy_source.declare(tmp_path / "sources", title="Other")
    assert planned(config) == (chunks, 0, 0, ("declaration: licence and other facts",))
    toy_source.declare(tmp_path / "sources", first="cataract")
    assert planned(config) == (chunks, 0, chunks, ("declaration: names",))
    toy_source.declare(tmp_path / "sources")
    more = dataclasses.replace(config, read=dataclasses.replace(config.read, max_side=64))
    assert planned(more) == (
        chunks, chunks, chunks, ("configuration: read.max_side 1024 -> 64",),
    )  # fmt: skip
    path = sorted((tmp_path / "data").rglob("*.png"))[0]
    fake_image(path, (40, 32), seed="another")
    os.utime(path, (1_600_000_000, 1_600_000_000))
    assert planned(config) == (chunks, 1, 1, ("inputs: 24 cases, 24 before",))
    toy_source.add(tmp_path / "data", [24])
    _, to_read, to_word, why = planned(config)
    assert why == ("inputs: 25 cases, 24 before",)
    assert to_read == to_word <= 3
    build(config)
    assert planned(config)[1:] == (0, 0, ())


def test_a_plan_names_the_prompt_that_changed(tmp_path):
    config = dataclasses.replace(toy(tmp_path, 4), prompts=str(tmp_path / "prompts"))
    shutil.copytree(find_folder(), tmp_path / "prompts")
    build(config)
    path = tmp_path / "prompts" / "caption-image.en.j2"
    said = '{% include "_ask-caption.en.j2" %}'
    assert said in path.read_text()
    path.write_text(path.read_text().replace(said, "What is to be seen here?"))
    assert planned(config)[1:] == (0, 1, ("prompt: caption-image.en",))


def test_one_changed_case_makes_one_chunk_and_the_shards_of_its_samples_again(tmp_path):
    config = toy(tmp_path, 64)
    pack = PackConfig(chunk_bytes=300_000, shard_bytes=65536)
    config = dataclasses.replace(config, pack=pack, ask=dataclasses.replace(
        config.ask, languages=("en",), subsets=("caption",)))  # fmt: skip
    build(config)
    before = shards(config.out)
    store = Path(config.out) / "work"
    chunks = set(store.glob("slices/toy/*.tar"))
    path = sorted((tmp_path / "data").rglob("*.png"))[7]
    fake_image(path, (40, 32), seed="another")
    os.utime(path, (1_600_000_000, 1_600_000_000))
    result = build(config)
    assert len(set(store.glob("slices/toy/*.tar")) - chunks) == 1
    after = shards(config.out)
    assert len(before) == len(after) > 2
    assert sum(after[name] != before[name] for name in after) == result.written == 1


def test_status_says_where_the_time_of_the_last_run_went(tmp_path):
    config = toy(tmp_path)
    build(config)
    found = status(config.out)
    assert [step.name for step in found.steps] == [
        "scan", "read", "words", "arrange", "pack", "list",
    ]  # fmt: skip
    assert all(0 < step.work_seconds <= step.clock_seconds + 0.01 for step in found.steps)
    assert set(found.sources[0].seconds) == {step.name for step in found.steps}

    class Interrupts(Silent):
        def advance(self, name, n=1):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(config, Interrupts())
    assert [step.name for step in status(config.out).steps] == ["scan"]
