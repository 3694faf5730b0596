import contextlib
import errno
import json
import os
import subprocess
import sys

import pyarrow as pa
import pytest

from gmai_data import parquet, store
from gmai_data.errors import TransientError, UsageError
from gmai_data.work import lease


def names(folder):
    return sorted(name for name in os.listdir(folder))


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    path = str(tmp_path / "a" / "b.bin")
    with contextlib.suppress(RuntimeError), store.publish(path) as file:
        file.write(b"half")
        raise RuntimeError
    assert names(tmp_path / "a") == []
    store.write_bytes(path, b"whole")
    assert (tmp_path / "a" / "b.bin").read_bytes() == b"whole"
    assert names(tmp_path / "a") == ["b.bin"]


def test_the_old_file_stays_while_the_new_one_is_written(tmp_path):
    path = str(tmp_path / "x")
    store.write_bytes(path, b"old")
    with store.publish(path) as file:
        file.write(b"new")
        assert (tmp_path / "x").read_bytes() == b"old"
    assert (tmp_path / "x").read_bytes() == b"new"


def test_equal_contents_are_not_written_again(tmp_path):
    path = str(tmp_path / "x")
    assert store.write_changed(path, b"same")
    before = os.stat(path)
    assert not store.write_changed(path, b"same")
    assert os.stat(path).st_mtime_ns == before.st_mtime_ns
    assert os.stat(path).st_ino == before.st_ino
    assert store.write_changed(path, b"other")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_transient_and_says_how_much_is_needed_and_free(tmp_path, code, monkeypatch):
    def full(*_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(TransientError) as caught:
        store.write_bytes(str(tmp_path / "x"), b"12345")
    assert "5 bytes needed" in str(caught.value)
    assert "free" in str(caught.value)
    assert caught.value.exit_code == 3
    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_made_is_a_usage_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError) as caught:
        store.write_bytes(str(tmp_path / "file" / "x"), b"")
    assert caught.value.exit_code == 2


def test_chunks_of_a_build_in_a_store_lie_on_this_machine(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = store.work_folder("s3://bucket/out")
    assert folder == store.work_folder("s3://bucket/out/") != store.work_folder("s3://bucket/two")
    assert folder.startswith(str(tmp_path / "gmai-data" / "work"))
    assert store.work_folder("s3://bucket/out", str(tmp_path / "s")) == str(tmp_path / "s")
    with pytest.raises(UsageError, match="Only --data and --out may be in an object store"):
        store.work_folder("out", "s3://bucket/store")
    assert store.work_folder(str(tmp_path)) == str(tmp_path / "work")
    assert store.work_folder(str(tmp_path), str(tmp_path / "s")) == str(tmp_path / "s")


def test_rows_of_a_range_come_from_their_row_groups_only(tmp_path):
    path = str(tmp_path / "t.parquet")
    table = pa.table({"n": list(range(1000))})
    store.write_table(path, table, rows_per_group=64, note={"a": "b"})
    for start, stop in ((0, 1), (63, 65), (100, 100), (0, 1000), (990, 1000), (64, 128)):
        assert parquet.read_rows(path, start, stop)["n"].to_pylist() == list(range(start, stop))
    assert parquet.read_note(path) == {"a": "b"}
    assert parquet.read_note(str(tmp_path / "none.parquet")) is None
    (tmp_path / "cut.parquet").write_bytes((tmp_path / "t.parquet").read_bytes()[:200])
    assert parquet.read_note(str(tmp_path / "cut.parquet")) is None


def test_equal_tables_give_equal_files(tmp_path):
    table = pa.table({"a": [1, 2], "b": ["x", None]})
    assert store.table_bytes(table) == store.table_bytes(pa.table(table.to_pydict()))


@pytest.mark.fault(
    "scratch files of a dead build",
    where="one process",
    result="cleared; those of a live one are kept",
)
def test_scratch_of_dead_writers_is_cleared_and_of_live_ones_kept(tmp_path):
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"],
                          capture_output=True, text=True, check=True).stdout.strip()  # fmt: skip
    (tmp_path / f".tmp-{store._host()}-{dead}-0").write_text("")
    (tmp_path / f".tmp-{store._host()}-{os.getpid()}-0").write_text("")
    (tmp_path / f".tmp-elsewhere-{dead}-0").write_text("")
    assert store.clear_scratch(str(tmp_path)) == 1
    assert len(names(tmp_path)) == 2


def test_a_second_build_is_refused_and_told_who_has_the_folder(tmp_path):
    with lease.lease(str(tmp_path)) as held:
        refused = pytest.raises(UsageError, match=f"process {os.getpid()} on")
        with refused, lease.lease(str(tmp_path)):
            pass
        held.check()
    assert names(tmp_path) == []


@pytest.mark.fault(
    "the lease of a build that died",
    where="one process",
    result="taken over at once",
)
def test_the_lease_of_a_dead_process_is_taken_over_at_once(tmp_path):
    code = (
        "import os, sys; from gmai_data.work.lease import lease\n"
        "with lease(sys.argv[1]): os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert names(tmp_path) == [".lease.json"]
    with lease.lease(str(tmp_path)) as held:
        held.check()
    assert names(tmp_path) == []


@pytest.mark.fault(
    "the lease of a build on another machine",
    where="one process",
    result="stale only when its beat stops, by the observer's own clock",
)
def test_another_hosts_lease_is_stale_only_when_its_beat_stops(tmp_path):
    path = tmp_path / ".lease.json"
    path.write_text(json.dumps({"host": "elsewhere", "pid": 1, "run": "a", "beat": 1}))
    with lease.lease(str(tmp_path), stale_seconds=0.2) as held:
        held.check()
    path.write_text(json.dumps({"host": "elsewhere", "pid": 1, "run": "a", "beat": 1}))
    import threading

    later = threading.Timer(
        0.5, path.write_text, [json.dumps({"host": "elsewhere", "pid": 1, "run": "a", "beat": 2})]
    )
    later.start()
    with pytest.raises(UsageError, match="elsewhere"), lease.lease(str(tmp_path), stale_seconds=5):
        pass


@pytest.mark.fault(
    "a lease that another build took over",
    where="one process",
    result="nothing more is written",
)
def test_a_build_whose_lease_was_taken_stops(tmp_path):
    with lease.lease(str(tmp_path)) as held:
        (tmp_path / ".lease.json").write_text(json.dumps({"run": "another"}))
        with pytest.raises(TransientError, match="took this folder over"):
            held.check()
    assert names(tmp_path) == [".lease.json"]  # the other's is not removed
