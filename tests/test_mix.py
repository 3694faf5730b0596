"""Mixes: what a recipe takes, evenly shuffled shards, the same bytes always, and nothing half."""

import hashlib
import importlib
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections import Counter
from pathlib import Path
from unittest import mock

import pyarrow.parquet as pq
import pytest
import webdataset
from hypothesis import given, settings
from hypothesis import strategies as st

from gmai_data import store
from gmai_data.build import build
from gmai_data.config import PackConfig
from gmai_data.errors import CheckFailedError, TransientError, UsageError
from gmai_data.find import find
from gmai_data.mix import mix
from gmai_data.mixing import copying
from gmai_data.mixing.numbers import numbers, share
from gmai_data.mixing.recipe import parse_recipe, read_recipe, shipped
from gmai_data.verify import verify
from tests import toy_source
from tests.command_line import gmai_data
from tests.toy_source import contents

FAKE = ("bccd-voc", "cmexam", "cmtmedqa")  # boxes and a benchmark's test split; text; dialogues
CASES = 96


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of a toy source with many cases and several shards, and three small sources."""
    place = tmp_path_factory.mktemp("built")
    toy_source.declare(place / "sources")
    toy_source.add(place / "data", range(CASES))
    for name in FAKE:
        importlib.import_module(f"tests.sources.{name.replace('-', '_')}").make(
            place / "data" / name
        )
    config = toy_source.config(place, sources=("toy", *FAKE), pack=PackConfig(shard_bytes=1 << 18))
    build(config)
    return place / "out"


def recipe(tmp: Path, text: str) -> str:
    path = tmp / f"{hashlib.sha256(text.encode()).hexdigest()[:8]}.toml"
    path.write_text(text)
    return str(path)


def made(built: Path, tmp: Path, text: str, name: str = "mix", **how) -> Path:
    mix(str(built), recipe(tmp, text), str(tmp / name), **how)
    return tmp / name


def rows(out: Path, split: str = "train") -> list[dict]:
    return pq.read_table(out / f"samples/{split}.parquet").to_pylist()


def built_rows(built: Path) -> dict[str, dict]:
    found = {}
    for path in (built / "samples").glob("*.parquet"):
        found |= {row["key"]: row for row in pq.read_table(path).to_pylist()}
    return found


def by_part(found: list[dict]) -> Counter:
    return Counter((row["source"], row["subset"]) for row in found)


def test_every_training_sample_is_there_once_and_byte_for_byte(built: Path, tmp_path: Path) -> None:
    out = made(built, tmp_path, "shards = 5")
    there = {k: row for k, row in built_rows(built).items() if row["split"] == "train"}
    found = rows(out)
    assert sorted(row["id"] for row in found) == sorted(there)
    for row in found:
        old = there[row["key"]]
        before = (built / old["shard"]).read_bytes()[old["offset"] :][: old["bytes"]]
        after = (out / row["shard"]).read_bytes()[row["offset"] :][: row["bytes"]]
        assert before == after


def test_the_number_of_workers_changes_no_byte(built: Path, tmp_path: Path) -> None:
    text = "shards = 7\ncopies = 2\n[sources]\ntoy = 1.5"
    one = made(built, tmp_path, text, "one", workers=1)
    many = made(built, tmp_path, text, "many", workers=5)
    assert contents(one) == contents(many)


def test_shards_are_even_and_each_is_a_fair_draw_of_everything(built: Path, tmp_path: Path) -> None:
    found = rows(made(built, tmp_path, "shards = 6"))
    sizes = Counter(row["shard"] for row in found)
    assert len(sizes) == 6
    assert max(sizes.values()) - min(sizes.values()) <= 1
    for part, total in by_part(found).items():
        mine = Counter(r["shard"] for r in found if (r["source"], r["subset"]) == part)
        assert all(abs(mine[shard] - total / 6) < 1 for shard in sizes)


def test_a_shard_reads_one_range_of_a_source_and_subset(built: Path, tmp_path: Path) -> None:
    out = made(built, tmp_path, "shards = 6\n[subsets]\ncaption = 0.7\npercept = 1")
    there = [r for r in built_rows(built).values() if r["split"] == "train"]
    for subset in ("caption", "percept"):
        ordered = sorted(
            r["key"] for r in there if r["key"].startswith("toy-") and r["subset"] == subset
        )
        place = {key: n for n, key in enumerate(ordered)}
        over_the_end = 0
        for shard in {row["shard"] for row in rows(out)}:
            at = sorted(
                place[r["key"]] for r in rows(out)
                if r["shard"] == shard and r["source"] == "toy" and r["subset"] == subset
            )  # fmt: skip
            jumps = sum(b - a > 1 for a, b in itertools.pairwise(at))
            over_the_end += jumps
            assert jumps <= 1
        assert over_the_end <= 1


def test_order_within_a_shard_is_shuffled_and_follows_the_seed(built: Path, tmp_path: Path) -> None:
    first = [row["id"] for row in rows(made(built, tmp_path, "shards = 1", "a"))]
    other = [row["id"] for row in rows(made(built, tmp_path, "shards = 1\nseed = 5", "b"))]
    assert sorted(first) == sorted(other)
    assert first != other
    neighbours = sum(a[:20] == b[:20] for a, b in itertools.pairwise(first))
    in_order = sum(a[:20] == b[:20] for a, b in itertools.pairwise(sorted(first)))
    assert neighbours < in_order / 4


def test_what_is_said_of_a_slice_in_two_subsets_lies_apart(built: Path, tmp_path: Path) -> None:
    found = [row for row in rows(made(built, tmp_path, "shards = 8")) if row["source"] == "toy"]
    shards: dict[str, dict[str, set]] = {}
    for row in found:
        shards.setdefault(row["key"][:20], {}).setdefault(row["subset"], set()).add(row["shard"])
    both = [s for s in shards.values() if {"caption", "percept"} <= s.keys()]
    assert sum(bool(s["caption"] & s["percept"]) for s in both) < len(both) / 2


def test_a_smaller_ratio_is_within_a_larger_one(built: Path, tmp_path: Path) -> None:
    whole = by_part(rows(made(built, tmp_path, "", "all")))["toy", "percept"]
    taken = {}
    for ratio in ("0.3", "0.5"):
        out = made(built, tmp_path, f"[subsets]\npercept = {ratio}", ratio)
        taken[ratio] = {row["key"] for row in rows(out) if row["source"] == "toy"}
        assert len(taken[ratio]) == int(float(ratio) * whole + 0.5)
    assert taken["0.3"] < taken["0.5"]
    other = made(built, tmp_path, "seed = 1\n[subsets]\npercept = 0.3", "other")
    assert {row["key"] for row in rows(other) if row["source"] == "toy"} != taken["0.3"]


def test_copies_have_ids_of_their_own_and_the_key_of_the_sample(
    built: Path, tmp_path: Path
) -> None:
    out = made(built, tmp_path, "shards = 4\ncopies = 3\n[subsets]\ncaption = 2.5")
    found = [row for row in rows(out) if row["source"] == "toy"]
    times = Counter(row["key"] for row in found)
    assert len({row["id"] for row in found}) == len(found)
    assert set(times.values()) == {2, 3}
    assert len(found) == int(2.5 * len(times) + 0.5)
    names, records = [], {}
    for path in sorted((out / "shards").iterdir()):
        with tarfile.open(path) as tar:
            for member in tar:
                names.append(member.name)
                if member.name.endswith(".json"):
                    records[member.name[:-5]] = json.load(tar.extractfile(member))
    assert len(set(names)) == len(names)
    for row in found:
        record = records[row["id"]]
        assert (record["id"], record["key"]) == (row["id"], row["key"])
        assert record["image"] == f"{row['id']}.png"
        assert record["image"] in names
        assert re.fullmatch(re.escape(row["key"]) + r"(-r[12])?", row["id"])
    assert not verify(str(out)).problems
    manifest = json.loads((out / "manifest.json").read_text())
    assert manifest["copies"] == sum(row["id"] != row["key"] for row in rows(out))


def test_benchmark_and_test_samples_are_taken_only_when_the_recipe_says_so(
    built: Path, tmp_path: Path
) -> None:
    everything = built_rows(built)
    test = {key for key, row in everything.items() if row["split"] == "test"}
    assert any(key.startswith("bccd-voc-") for key in test)
    plain = made(built, tmp_path, "", "plain")
    assert {everything[row["key"]]["split"] for row in rows(plain)} == {"train"}
    assert [path.name for path in (plain / "samples").iterdir()] == ["train.parquet"]
    with_test = made(built, tmp_path, 'splits = ["train", "test"]', "test")
    benchmarks = {"bccd-voc", "cmexam"}
    assert {row["source"] for row in rows(with_test, "test")}.isdisjoint(benchmarks)
    assert {everything[row["key"]]["split"] for row in rows(with_test)} == {"train"}
    told = made(built, tmp_path, 'splits = ["test"]\nbenchmarks = true', "benchmarks")
    assert {row["key"] for row in rows(told, "test")} == test


def test_a_languages_ratio_thins_it_over_all_shards(built: Path, tmp_path: Path) -> None:
    whole = rows(made(built, tmp_path, "", "all"))
    zh = sum("-zh-" in row["key"] for row in whole if row["source"] == "toy")
    out = made(built, tmp_path, "shards = 4\n[languages]\nen = 1\nzh = 0.5")
    found = [row for row in rows(out) if row["source"] == "toy"]
    assert sum("-en-" in row["key"] for row in found) == len(
        [row for row in whole if row["source"] == "toy" and "-en-" in row["key"]]
    )
    mine = Counter(row["shard"] for row in found if "-zh-" in row["key"])
    assert abs(sum(mine.values()) - zh / 2) <= 2
    assert len(mine) == 4
    only = rows(made(built, tmp_path, "[languages]\nen = 1", "only"))
    assert all("-en-" in row["key"] for row in only)


AVAILABLE = {("a", "caption"): 100, ("a", "percept"): 60, ("b", "caption"): 40, ("c", "caption"): 7}


A, AP, B, C = AVAILABLE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {A: 100, AP: 60, B: 40, C: 7}),
        ("[subsets]\ncaption = 0.5", {A: 50, B: 20, C: 4}),
        ('[subsets]\ncaption = 0.5\n[sources]\na = 0.1\n"*" = 0', {A: 5}),
        ("[sources]\na = {cap = 16}\nb = 0\nc = 1", {A: 10, AP: 6, C: 7}),
        ("[subsets]\ncaption = {cap = 147}", {A: 100, B: 40, C: 7}),
        ("[subsets]\ncaption = {cap = 14}", {A: 9, B: 4, C: 1}),
        ("samples = 207", {A: 100, AP: 60, B: 40, C: 7}),
        (
            "samples = 50\n[subsets]\ncaption = {weight = 3}\npercept = {weight = 2}",
            {A: 20, AP: 20, B: 8, C: 2},
        ),
        (
            "samples = 50\n[subsets]\ncaption = {weight = 1}\npercept = {weight = 1}\n"
            "[sources]\na = {cap = 16}",
            None,
        ),
        (
            "samples = 30\ncopies = 3\n[subsets]\ncaption = 1\n"
            "[sources]\na = {weight = 1}\nb = 0\nc = {weight = 2}",
            {A: 10, C: 20},
        ),
        (
            "[sources.a]\nratio = 0.5\nsubsets = {percept = 1}\n[subsets]\ncaption = 1",
            {A: 50, AP: 60, B: 40, C: 7},
        ),
    ],
)
def test_numbers_of_a_recipe(text: str, expected: dict | None) -> None:
    recipe = parse_recipe(text, "r.toml")
    if expected is None:  # by weight, more than a cap allows
        with pytest.raises(UsageError, match="by its weight percept is 25 of 50 samples"):
            numbers(recipe, AVAILABLE, "r.toml")
    else:
        assert numbers(recipe, AVAILABLE, "r.toml") == expected


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_share_is_whole_within_its_limits_and_in_proportion(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 8))
    weights = data.draw(st.lists(st.integers(0, 50), min_size=count, max_size=count))
    limits = data.draw(st.lists(st.integers(0, 50), min_size=count, max_size=count))
    total = data.draw(st.integers(0, 300))
    found = share(total, weights, limits)
    room = sum(limit for limit, weight in zip(limits, weights, strict=True) if weight)
    assert sum(found) == min(total, room)
    assert all(0 <= n <= limit for n, limit in zip(found, limits, strict=True))
    assert all(weight or not n for n, weight in zip(found, weights, strict=True))
    free = [i for i in range(count) if weights[i] and found[i] < limits[i]]
    for i in free:
        for j in free:
            assert abs(found[i] * weights[j] - found[j] * weights[i]) <= max(weights[i], weights[j])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("shard = 1", "there is no setting shard. Did you mean shards?"),
        ("[subsets]\ncaptions = 1", "there is no subset captions. Did you mean caption?"),
        ("[languages]\nfr = 1", "there is no language fr"),
        ('splits = ["training"]', "'training' is none of train, val, test"),
        ("[sources]\nbccd = 1", "sources.bccd is in no build and no source is known by that name. "
         "Did you mean bccd-voc?"),
        ("[subsets]\ncaption = 1.5", "have the ratio 1.5, more than there is where a sample may be "
         "written once. Lower the ratio, or allow more: copies = 2."),
        ("[subsets]\ncaption = -1", "subsets.caption is -1. It is a number from 0."),
        ("[subsets]\ncaption = nan", "subsets.caption is NaN"),
        ('[subsets]\ncaption = "all"', "must be a number, found 'all'"),
        ("[subsets]\ncaption = {ration = 1}", "there is no setting ration. Did you mean ratio?"),
        ("[subsets]\ncaption = {weight = 1}", "Give the total: samples = 1_000_000."),
        ("[languages]\nzh = 2", "languages.zh is 2, more than there is"),
        ("samples = 10_000_000", "samples = 10,000,000, and the ratios and caps leave"),
        ("samples = 5000\n[subsets]\ncaption = {weight = 1}", "by its weight caption is 5,000 of"),
        ("samples = 9\n[subsets]\ncaption = {weight = 1}\npercept = 1", "percept has no weight"),
        ("shards = 2\nshard_bytes = 100_000", "are both given. Keep one."),
        ("shards = 0", "shards is 0. It is at least 1."),
        ("seed = true", "seed must be a whole number, found True."),
        ("[subsets]\ncaption = 0", "this takes no sample of the build"),
        ("seed = ", "is not TOML"),
        ("[sources.toy.subsets]\ncaptoin = 1", "there is no subset captoin"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_recipe_is_a_sentence(
    built: Path, tmp_path: Path, text: str, said: str
) -> None:
    run = gmai_data(
        "mix", str(built), "--recipe", recipe(tmp_path, text), "--out", str(tmp_path / "m")
    )
    assert run.returncode == 2
    assert said in run.stderr
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "m").exists()


def test_a_source_that_is_known_and_not_built_is_named(built: Path, tmp_path: Path) -> None:
    path = recipe(tmp_path, '[sources]\nmimic-cxr-jpg = 0.3\n"omni*" = 0.1')
    run = gmai_data("mix", str(built), "--recipe", path, "--out", str(tmp_path / "m"))
    assert run.returncode == 0, run.stderr
    assert "not in the build: mimic-cxr-jpg, omni*." in run.stdout


def test_shipped_recipes_name_known_sources_and_stand_for_the_papers_stages() -> None:
    assert shipped() == ["stage1", "stage2", "stage3"]
    known = find()
    one, two, three = (read_recipe(name)[0] for name in shipped())
    assert (one.subsets, one.sources, one.splits) == (two.subsets, two.sources, two.splits)
    assert one.seed != two.seed
    assert not any(name.startswith("text") for name in one.subsets)
    assert {name: str(part.ratio) for name, part in three.subsets.items()} == {
        "caption": "1.0", "percept": "1.0", "instruct": "1.0", "text-single": "1.0",
        "text-multi": "1.0",
    }  # fmt: skip
    assert set(three.sources) <= set(known)
    assert str(three.source("mimic-cxr-jpg").ratio) == "0.3"
    assert not any(recipe.benchmarks or recipe.splits != ("train",) for recipe in (one, two, three))


def test_a_second_run_writes_nothing(built: Path, tmp_path: Path) -> None:
    out = made(built, tmp_path, "shards = 3")
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    again = mix(str(built), recipe(tmp_path, "shards = 3"), str(out))
    assert again.written == 0
    assert before == {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}


def test_another_recipe_replaces_a_mix_and_leaves_nothing_of_it(
    built: Path, tmp_path: Path
) -> None:
    made(built, tmp_path, 'shards = 5\nsplits = ["train", "val"]')
    changed = made(built, tmp_path, "shards = 2\n[subsets]\ncaption = 1")
    fresh = made(built, tmp_path, "shards = 2\n[subsets]\ncaption = 1", "fresh")
    assert contents(changed) == contents(fresh)
    assert not verify(str(changed)).problems


@pytest.mark.fault("the disk is full", "mix, shard 3 of 5", "same bytes after another run")
def test_an_interrupted_mix_has_no_manifest_and_goes_on(built: Path, tmp_path: Path) -> None:
    whole = made(built, tmp_path, "shards = 5", "whole")
    real, calls = copying._write, 0

    def full(*arguments: object) -> None:
        nonlocal calls
        calls += 1
        if calls == 6:
            raise OSError(28, "No space left on device")
        real(*arguments)

    with mock.patch.object(copying, "_write", full), pytest.raises(TransientError, match="is full"):
        made(built, tmp_path, "shards = 5", "cut", workers=1)
    cut = tmp_path / "cut"
    assert not (cut / "manifest.json").exists()
    with pytest.raises(CheckFailedError, match="no finished build"):
        verify(str(cut))
    kept = {path: path.stat().st_mtime_ns for path in (cut / "shards").iterdir()}
    assert 0 < len(kept) < 5
    assert mix(str(built), recipe(tmp_path, "shards = 5"), str(cut)).written == 5 - len(kept)
    assert all(path.stat().st_mtime_ns == at for path, at in kept.items())
    assert contents(cut) == contents(whole)


def test_verify_accepts_a_mix_and_finds_what_was_altered(built: Path, tmp_path: Path) -> None:
    out = made(built, tmp_path, "shards = 3")
    found = verify(str(out))
    assert not found.problems
    assert found.samples == len(rows(out))
    shard = out / "shards/train-00001.tar"
    data = bytearray(shard.read_bytes())
    data[600] ^= 1
    shard.write_bytes(data)
    (out / "shards/train-00002.tar").unlink()
    (out / "shards/stray.tar").write_bytes(b"")
    table = pq.read_table(out / "samples/train.parquet")
    ids = ["twice" if n in (1, 3) else name for n, name in enumerate(table["id"].to_pylist())]
    store.write_table(str(out / "samples/train.parquet"), table.set_column(0, "id", [ids]))
    assert {(p.path, p.rule) for p in verify(str(out)).problems} == {
        ("shards/train-00001.tar", "sha256"), ("shards/train-00002.tar", "missing"),
        ("shards/stray.tar", "orphan"), ("samples/train.parquet", "twins"),
        ("samples/train.parquet", "rows"),
    }  # fmt: skip


def test_only_a_mix_is_written_over(built: Path, tmp_path: Path) -> None:
    path = recipe(tmp_path, "shards = 2")
    with pytest.raises(UsageError, match="is the build itself"):
        mix(str(built), path, str(built))
    (tmp_path / "full").mkdir()
    (tmp_path / "full/thesis.tex").write_text("mine")
    with pytest.raises(UsageError, match="is not empty, and no mix"):
        mix(str(built), path, str(tmp_path / "full"))
    out = made(built, tmp_path, "shards = 2")
    with pytest.raises(UsageError, match=r"is no build \(but: mix\)"):
        mix(str(out), path, str(tmp_path / "again"))


def test_a_build_that_is_not_what_it_says_is_refused(built: Path, tmp_path: Path) -> None:
    copy = tmp_path / "build"
    shutil.copytree(built, copy, ignore=shutil.ignore_patterns("work"))
    path = recipe(tmp_path, "shards = 2")
    shard = next((copy / "shards/caption").glob("toy-train-*.tar"))
    data = bytearray(shard.read_bytes())
    data[:100] = b"other-0000000000000000-caption-en-0.png".ljust(100, b"\0")
    shard.write_bytes(data)
    with pytest.raises(CheckFailedError, match="should begin here"):
        mix(str(copy), path, str(tmp_path / "m"))
    shard.unlink()
    with pytest.raises(CheckFailedError, match="is not there, or not as long"):
        mix(str(copy), path, str(tmp_path / "n"))
    (copy / "manifest.json").unlink()
    with pytest.raises(CheckFailedError, match="no finished build"):
        mix(str(copy), path, str(tmp_path / "o"))


@pytest.mark.parametrize(("nodes", "workers"), [(1, 1), (2, 3), (4, 2)])
def test_a_training_pipeline_sees_each_sample_exactly_once(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nodes: int, workers: int
) -> None:
    out = made(built, tmp_path, "shards = 8")
    seen: Counter = Counter()
    sizes = []
    for node in range(nodes):
        for worker in range(workers):
            for name, value in (
                ("RANK", node), ("WORLD_SIZE", nodes), ("WORKER", worker), ("NUM_WORKERS", workers)
            ):  # fmt: skip
                monkeypatch.setenv(name, str(value))
            pipeline = webdataset.DataPipeline(
                webdataset.SimpleShardList(str(out / "shards/train-{00000..00007}.tar")),
                webdataset.shuffle(10, seed=3),
                webdataset.split_by_node,
                webdataset.split_by_worker,
                webdataset.tarfile_to_samples(),
                webdataset.shuffle(20, seed=worker),
                webdataset.decode("pil"),
                webdataset.map(lambda s: (s["json"]["id"], s.get("png", s.get("jpg")), s["json"])),
                webdataset.batched(4, collation_fn=None),
            )
            for batch in pipeline:
                sizes.append(len(batch))
                for name, picture, record in batch:
                    seen[name] += 1
                    assert (picture is None) == (not record["image"])
                    assert picture is None or picture.size == (record["width"], record["height"])
                    assert record["split"] == "train"
    assert set(seen.values()) == {1}
    assert set(seen) == {row["id"] for row in rows(out)}
    assert max(sizes) == 4


@pytest.mark.slow
def test_datasets_reads_a_mix_by_its_card(built: Path, tmp_path: Path) -> None:
    from datasets import load_dataset

    out = made(built, tmp_path, "shards = 3")
    found = load_dataset(str(out), split="train", cache_dir=str(tmp_path / "cache"))
    assert sorted(row["__key__"].split("/")[-1] for row in found) == sorted(
        row["id"] for row in rows(out)
    )
    kinds = {(row["png"] or row["jpg"]) is None for row in found}
    assert kinds == {True, False}


def test_the_command_prints_counts_and_json(built: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "mix")
    run = gmai_data("mix", str(built), "--recipe", "stage1", "--out", out, "--workers", "2")
    assert run.returncode == 0, run.stderr
    assert re.search(r"^toy +\d+ +\d+", run.stdout, re.MULTILINE)
    assert "text-single" not in run.stdout
    again = gmai_data("mix", str(built), "--recipe", "stage1.toml", "--out", out, "--json")
    told = json.loads(again.stdout)
    assert told["written"] == 0
    assert told["samples"] == sum(n for counts in told["sources"].values() for n in counts.values())
    assert os.path.exists(os.path.join(out, "recipe.toml"))


KILLED = """
import os, sys
from gmai_data import mix, store
from gmai_data.mixing import copying

real, calls = copying._write, 0

def dies(*arguments):
    global calls
    calls += 1
    if calls == 6:
        arguments[0].write(b"half")
        arguments[0].flush()
        os.kill(os.getpid(), 9)
    real(*arguments)

copying._write = dies
mix.mix(*sys.argv[1:], workers=1)
"""


@pytest.mark.slow
@pytest.mark.fault("SIGKILL of the driver", "mix, shard 3 of 5", "same bytes after another run")
def test_a_killed_mix_goes_on_and_leaves_nothing_behind(built: Path, tmp_path: Path) -> None:
    whole = made(built, tmp_path, "shards = 5", "whole")
    path, cut = recipe(tmp_path, "shards = 5"), tmp_path / "cut"
    arguments = [sys.executable, "-c", KILLED, str(built), path, str(cut)]
    assert subprocess.run(arguments, check=False).returncode == -9
    assert list(cut.glob("shards/.tmp-*"))
    assert not (cut / "manifest.json").exists()
    assert 0 < mix(str(built), path, str(cut)).written < 5
    assert contents(cut) == contents(whole)
    assert not [name for name in cut.rglob(".*") if name.is_file()]
