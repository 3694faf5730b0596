"""Memory and work that do not grow with the number of cases."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gmai_data import parquet, store
from gmai_data.build import build
from gmai_data.canonical import digest_rows
from gmai_data.config import PackConfig
from gmai_data.pack import Shard
from gmai_data.status import status
from gmai_data.verify import verify
from gmai_data.work.listed import index_path, restore_indexes
from gmai_data.work.ordered import RowsDigest, Sorter, resized
from tests.benchmarks import tiny_source
from tests.toy_source import contents

words = st.text(st.sampled_from('ab"\\ é\u0301\u4e2d\n~'), max_size=5)


@given(st.lists(st.tuples(words, words), max_size=60), st.integers(1, 70), st.integers(1, 20))
@settings(max_examples=60, deadline=None)
def test_rows_sorted_on_disk_are_those_sorted_in_memory_and_so_is_their_digest(
    tmp_path_factory, rows, run_bytes, at_once
):
    schema = pa.schema([("key", pa.string()), ("value", pa.string())])
    folder = str(tmp_path_factory.mktemp("runs"))
    total = RowsDigest("rows")
    found = []
    with Sorter(folder, ("key", "value"), run_bytes) as sorter:
        for start in range(0, len(rows), at_once):
            some = [dict(zip(schema.names, row, strict=True)) for row in rows[start:][:at_once]]
            sorter.add(pa.Table.from_pylist(some, schema=schema))
        for table in sorter.tables(at_once):
            total.add(table["key"], table["value"])
            found += [(row["key"], row["value"]) for row in table.to_pylist()]
    assert found == sorted(rows)
    assert total.hexdigest() == digest_rows("rows", rows)
    assert os.listdir(folder) == []


def test_a_sort_holds_a_run_in_memory_however_many_rows_there_are(tmp_path):
    chance, peak = random.Random(3), 0
    before = pa.total_allocated_bytes()
    with Sorter(str(tmp_path), ("key",), run_bytes=1 << 20) as sorter:
        for _ in range(60):
            keys = [f"{chance.getrandbits(64):016x}" for _ in range(4000)]
            sorter.add(pa.table({"key": keys, "value": [key * 4 for key in keys]}))
        last, rows = "", 0
        for table in sorter.tables():
            peak = max(peak, pa.total_allocated_bytes() - before)
            assert last < table["key"][0].as_py()
            last, rows = table["key"][-1].as_py(), rows + table.num_rows
    assert rows == 240_000  # 22 MB
    assert peak < 9 << 20


@given(st.lists(st.integers(0, 9), max_size=12), st.integers(1, 7))
def test_tables_are_cut_anew_without_losing_a_row(sizes, rows):
    numbers = iter(range(10**6))
    tables = [pa.table({"n": pa.array([next(numbers) for _ in range(n)], pa.int64())})
              for n in sizes]  # fmt: skip
    cut = list(resized(tables, rows))
    assert [n for table in cut for n in table["n"].to_pylist()] == list(range(sum(sizes)))
    assert all(table.num_rows == rows for table in cut[:-1])


ARRANGED = """
import json, resource, sys
from gmai_data.engine import Watch
from gmai_data.steps import declared
from gmai_data.find import load
from gmai_data.work.arrange import ArrangeTask, arrange, arranged
from tests.benchmarks import tiny_source
from pathlib import Path
folder, base, cases = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
config = tiny_source.config(folder)
task = ArrangeTask(source="tiny", declaration=declared(load("tiny", config.source_path)),
    base=base, cases=cases, config=config, store=str(folder / "out" / "work"))
arrange(task, Watch())
found = arranged(base)
print(json.dumps([resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10,
    found.measured["counts"]["samples"], found.shards[-1].stop]))
"""


def copies(folder: Path, number: int) -> tuple[str, str]:
    """The only chunk of a build, many times over under other hashes: a plan's base, and cases."""
    work = folder / "out" / "work"
    meta = json.loads(next(work.glob("cases/tiny/*.json")).read_text())
    cases = parquet.read_table(str(work / "cases/tiny" / (meta["key"][:16] + ".parquet")))
    (slices,) = [
        p for p in work.glob("slices/tiny/*.parquet") if "." not in p.stem and p.stem[:8] != "0" * 8
    ]
    (samples,) = [
        p
        for p in work.glob("samples/tiny/*.parquet")
        if "." not in p.stem and p.stem[:8] != "0" * 8
    ]
    chunks, all_cases = [], []

    def renamed(table: pa.Table, chunk: int) -> pa.Table:
        """Other slice hashes and case keys, of the same form."""
        of_sample = table.num_rows and str(table[0][0]).startswith("tiny-")
        for name in ("hash", "slice", "case", "key"):
            if name in table.column_names and table.num_rows:
                at = 11 if name == "key" and of_sample else 6
                column = pc.utf8_replace_slice(table[name], at, at + 4, f"{chunk:04x}")
                table = table.set_column(table.column_names.index(name), name, column)
        return table

    for chunk in range(number):
        name = f"{chunk:016x}"
        for kind, path in (("slices", slices), ("samples", samples)):
            for part in work.glob(f"{kind}/tiny/{path.stem}*.parquet"):
                copy = work / kind / "tiny" / part.name.replace(path.stem, name)
                store.write_table(str(copy), renamed(parquet.read_table(str(part)), chunk))
        chunks.append([chunk * cases.num_rows, (chunk + 1) * cases.num_rows, name, name])
        all_cases.append(renamed(cases, chunk))
    base = str(work / "plans" / "tiny" / f"of-{number}")
    of = str(work / "cases" / "tiny" / f"of-{number}")
    store.write_bytes(base + ".chunks.json", json.dumps(chunks).encode())
    store.write_bytes(of + ".json", json.dumps(meta).encode())
    store.write_table(of + ".parquet", pa.concat_tables(all_cases), rows_per_group=1024)
    for part in ("rejected", "inputs"):
        path = str(work / "cases/tiny" / f"{meta['key'][:16]}.{part}.parquet")
        store.write_table(f"{of}.{part}.parquet", parquet.read_table(path))
    return base, of


@pytest.mark.slow
def test_arranging_thirty_times_the_samples_takes_the_same_memory(tmp_path):
    tiny_source.make(tmp_path, 2000)
    build(tiny_source.config(tmp_path))
    peaks = {}
    for number in (4, 120):
        run = subprocess.run(
            [sys.executable, "-c", ARRANGED, str(tmp_path), *copies(tmp_path, number)],
            cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert run.returncode == 0, run.stderr
        peaks[number], samples, last = json.loads(run.stdout)
        assert samples == last == 2000 * number
    # the rows of 240,000 samples take over 100 MB as a table, and several times that as objects
    print(peaks)
    assert peaks[120] - peaks[4] < 120


def test_nothing_new_sends_no_chunk_to_a_worker_and_fresh_files_are_not_trusted(tmp_path):
    tiny_source.make(tmp_path, 40)
    config = tiny_source.config(tmp_path, pack=PackConfig(chunk_bytes=1 << 20))
    build(config)
    steps = {step.name: step.tasks for step in status(config.out).steps}
    assert steps["read"] == steps["words"] > 1
    build(config)
    assert "read" not in {step.name for step in status(config.out).steps}
    tiny_source.change_one(tmp_path, 7)
    build(config)
    after = {step.name: step.tasks for step in status(config.out).steps}
    assert after["read"] == after["words"] == 1
    assert verify(config.out).problems == ()


def test_a_file_written_just_now_is_hashed_again_by_the_next_build(tmp_path):
    from tests.toy_source import toy

    config = toy(tmp_path)
    path = sorted((tmp_path / "data").rglob("*.png"))[0]
    now = time.time()
    os.utime(path, (now, now))
    build(config)
    build(config)
    assert {step.name: step.tasks for step in status(config.out).steps}["read"] == 1


def test_a_build_whose_store_lost_its_short_cut_makes_the_same_bytes(tmp_path):
    tiny_source.make(tmp_path, 20)
    config = tiny_source.config(tmp_path)
    build(config)
    before = contents(config.out, times=True)
    (tmp_path / "out/work/seen/tiny.json").write_text("{broken")
    build(config)
    assert contents(config.out, times=True) == before


def test_indexes_that_the_store_lost_come_back_from_the_list_of_samples(tmp_path):
    tiny_source.make(tmp_path, 60)
    config = tiny_source.config(tmp_path, pack=PackConfig(shard_bytes=65536))
    build(config)
    folder = tmp_path / "out" / "work" / "index" / "tiny"
    whole = {path: parquet.read_table(str(path)) for path in folder.iterdir()}
    assert len(whole) > 2
    (plan,) = (tmp_path / "out/work/plans/tiny").glob(16 * "?" + ".json")
    shards = [Shard(**shard) for shard in json.loads(plan.read_text())["shards"]]
    wanted = {shard.name: index_path(str(folder), shard) for shard in shards}
    for path in list(whole)[1:]:
        path.unlink()
    restore_indexes(str(tmp_path / "out/samples/tiny.parquet"), wanted)
    assert {p: parquet.read_table(str(p)).to_pylist() for p in folder.iterdir()} == {
        path: table.to_pylist() for path, table in whole.items()
    }


@pytest.mark.slow
def test_a_large_source_beside_many_small_ones_is_built_as_in_one_process(tmp_path):
    tiny_source.make(tmp_path, 300, "large")
    names = tuple(f"small-{n:02d}" for n in range(12))
    for name in names:
        tiny_source.make(tmp_path, 2, name)
    pack = PackConfig(chunk_bytes=1 << 20)
    config = tiny_source.config(tmp_path, (*names, "large"), pack=pack, workers=2)
    build(config)
    one = tiny_source.config(
        tmp_path, (*names, "large"), pack=pack, out=str(tmp_path / "one"), workers=1
    )
    build(one)
    assert contents(config.out) == contents(one.out)
