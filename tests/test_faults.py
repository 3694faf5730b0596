"""After each fault: the same command again, and the same bytes as an undisturbed build."""

import dataclasses
import errno
import hashlib
import itertools
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from gmai_data import manifest, places
from gmai_data.build import build
from gmai_data.config import Config, PackConfig
from gmai_data.engine import Silent
from gmai_data.errors import CheckFailedError, TransientError, UsageError
from gmai_data.output.lock import read_locks
from gmai_data.verify import verify
from gmai_data.work.publish import PENDING
from tests import toy_source
from tests.toy_source import contents, shards, toy

KILLER = """
import gmai_data.read as _read

if not hasattr(_read.read_case, "kills"):
    _real = _read.read_case

    def _kills(source, case, *rest):
        import os, signal, time
        path = case.files[0].path
        for name, act in {acts}.items():
            if source.name == "toy" and name in path:
                if act == "slow":
                    time.sleep(0.05)
                elif act.startswith("SIG"):
                    os.kill(os.getpid(), getattr(signal, act))
                else:
                    from tests.test_faults import wait
                    wait(act)
        return _real(source, case, *rest)

    _kills.kills = True
    _read.read_case = _kills
"""


def chunks_read(out):
    return len(list(Path(out, "work/slices/toy").glob(16 * "?" + ".parquet")))


def wait(out):
    """In a reader: once two chunks are read, nothing goes on until the test says ``go``."""
    while chunks_read(out) > 1 and not Path(out).with_name("go").exists():
        time.sleep(0.01)


def undisturbed(tmp_path, config):
    """What the build gives when nothing happens; made once for equal data and declarations."""
    whole = dataclasses.replace(config, out=str(tmp_path / "undisturbed"), workers=1, store="")
    inputs = hashlib.sha256(repr((config.sources, config.pack, config.max_rejected)).encode())
    for path in sorted([*(tmp_path / "data").rglob("*.*"), *(tmp_path / "sources").glob("*.py")]):
        inputs.update(path.name.encode() + path.read_bytes())
    key = inputs.digest()
    if key not in UNDISTURBED:
        build(whole)
        UNDISTURBED[key] = contents(whole.out)
    return UNDISTURBED[key]


UNDISTURBED: dict[bytes, dict[str, object]] = {}


def small(config, **changes):
    pack = PackConfig(shard_bytes=20_000, chunk_bytes=300_000)
    return dataclasses.replace(config, pack=pack, **changes)


def rejected(out):
    return pq.read_table(os.path.join(out, "rejected", "toy.parquet")).to_pylist()


@pytest.mark.fault(
    "a poison file: the decoder crashes in C, or the kernel kills it",
    where="local cluster",
    result="the case is named in `rejected/`, the rest is built; a killed one is tried again",
)
@pytest.mark.slow
def test_cases_that_kill_their_worker_are_rejected_by_name_and_the_rest_is_built(tmp_path, disarm):
    config = small(toy(tmp_path, 24), workers=2)
    acts = {"p003-v1": "SIGSEGV", "p007-v0": "SIGKILL"}
    toy_source.declare(tmp_path / "sources", KILLER.format(acts=acts))
    build(config)
    rows = {row["path"]: (row["kind"], row["rule"]) for row in rejected(config.out)}
    assert rows == {
        "images/p003-v1-b.png": ("corrupt", "crashed-sigsegv"),
        "images/p007-v0-b.png": ("quarantined", "killed"),
    }
    lock = read_locks(os.path.join(config.out, "locks"))["toy"]
    assert lock["quarantine"]["count"] == 1
    assert lock["counts"]["slices"] == 22
    assert verify(config.out).problems == ()
    assert not list(Path(config.out).rglob(".tmp-*"))
    # what was quarantined is tried again; what crashed is known
    toy_source.declare(tmp_path / "sources")
    disarm()
    result = build(dataclasses.replace(config, workers=1))
    assert result.changed
    lock = read_locks(os.path.join(config.out, "locks"))["toy"]
    assert lock["quarantine"]["count"] == 0
    assert lock["counts"]["slices"] == 23


DRIVER = """
import dataclasses, sys
from pathlib import Path
from gmai_data.build import build
from gmai_data.config import Config, PackConfig
from tests import toy_source
from tests.test_faults import small
build(small(toy_source.config(Path(sys.argv[1])), workers=int(sys.argv[2])))
"""


def driver(tmp_path, workers):
    return subprocess.Popen(
        [sys.executable, "-c", DRIVER, str(tmp_path), str(workers)],
        cwd=Path(__file__).parents[1],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def until(found, seconds=120):
    end = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.01)


@pytest.mark.fault(
    "SIGKILL of a build and its workers while it reads",
    where="local cluster",
    result="the next build makes the same bytes, finished chunks are not read again",
)
@pytest.mark.slow
def test_a_killed_build_of_two_workers_resumes_to_the_same_bytes(tmp_path):
    config = small(toy(tmp_path, 24))
    out = Path(config.out)
    toy_source.declare(tmp_path / "sources", KILLER.format(acts={"p0": str(out)}))
    process = driver(tmp_path, 2)
    committed = "work/slices/toy/" + 16 * "?" + ".parquet"
    until(lambda: chunks_read(out) > 1)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert not (out / manifest.NAME).exists()
    assert (out / ".lease.json").exists()
    done = {p: p.stat().st_mtime_ns for p in out.glob(committed)}
    toy_source.declare(tmp_path / "sources")
    build(config)
    assert contents(config.out) == undisturbed(tmp_path, config)
    assert all(p.stat().st_mtime_ns == done[p] for p in done)  # they were not read again
    assert not list(out.rglob(".tmp-*"))


@pytest.mark.fault(
    "Ctrl-C in scan, read, words or pack",
    where="one process",
    result="the next build makes the same bytes",
)
def test_an_interrupt_leaves_a_folder_that_the_next_build_finishes(tmp_path):
    config = small(toy(tmp_path, 24))

    @dataclasses.dataclass
    class Interrupts(Silent):
        at: str

        def advance(self, name, n=1):
            if name == self.at:
                raise KeyboardInterrupt

    for step in ("scan", "read", "words", "pack"):
        with pytest.raises(KeyboardInterrupt):
            build(config, Interrupts(step))
        assert not (tmp_path / "out" / manifest.NAME).exists()
        assert not (tmp_path / "out" / ".lease.json").exists()
    build(config)
    assert contents(config.out) == undisturbed(tmp_path, config)


@pytest.mark.fault(
    "Ctrl-C between two shards of a rebuild",
    where="one process",
    result="no manifest, so no build; the next build keeps finished shards",
)
def test_an_interrupted_pack_takes_the_manifest_away_and_reuses_finished_shards(tmp_path):
    config = small(toy(tmp_path, 24))
    build(config)
    toy_source.declare(tmp_path / "sources", first="cataract")

    class Interrupts(Silent):
        left = 3

        def advance(self, name, n=1):
            if name == "pack":
                self.left -= 1
                if not self.left:
                    raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(config, Interrupts())
    assert not (tmp_path / "out" / manifest.NAME).exists()
    with pytest.raises(CheckFailedError, match="no finished build"):
        verify(config.out)
    result = build(config)
    assert 0 < result.written < result.shards
    assert contents(config.out) == undisturbed(tmp_path, config)


@pytest.mark.fault(
    "Ctrl-C in pack, then a build of another source",
    where="one process",
    result="refused until the first is finished or given up",
)
def test_a_source_whose_shards_were_being_written_is_not_dropped_by_a_build_of_another(tmp_path):
    both = Config(sources=("pydicom-ct", "skimage-ihc"), out=str(tmp_path / "out"), workers=1)

    class Interrupts(Silent):
        def advance(self, name, n=1):
            if name == "pack":
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(both, Interrupts())
    with pytest.raises(UsageError, match=r"stopped while it wrote the shards of pydicom-ct\. .*"):
        build(dataclasses.replace(both, sources=("skimage-ihc",)))
    build(both)
    build(dataclasses.replace(both, sources=("skimage-ihc",)))
    assert not (tmp_path / "out" / PENDING).exists()
    assert set(json.loads((tmp_path / "out" / manifest.NAME).read_text())["sources"]) == {
        "pydicom-ct", "skimage-ihc",
    }  # fmt: skip


def test_a_source_whose_shards_were_being_written_can_be_given_up(tmp_path):
    config = toy(tmp_path)
    build(config)

    class Interrupts(Silent):
        def advance(self, name, n=1):
            if name == "pack":
                raise KeyboardInterrupt

    toy_source.declare(tmp_path / "sources", first="cataract")
    with pytest.raises(KeyboardInterrupt):
        build(config, Interrupts())
    toy_source.declare(tmp_path / "sources", name="toy-two", title="Another")
    toy_source.add(tmp_path / "data", range(4), "toy-two")
    other = dataclasses.replace(config, sources=("toy-two",))
    with pytest.raises(UsageError, match=r"To give them up, delete \.publishing\.json"):
        build(other)
    (tmp_path / "out" / PENDING).unlink()
    (tmp_path / "out" / "locks" / "toy.lock.json").unlink()
    build(other)
    assert contents(config.out) == undisturbed(tmp_path, other)


@pytest.mark.fault(
    "Ctrl-C in pack, then the change is taken back",
    where="one process",
    result="the bytes of before, no foreign shard",
)
def test_going_back_after_an_interrupted_change_leaves_no_foreign_shard(tmp_path):
    config = small(toy(tmp_path, 24))
    build(config)
    before = contents(config.out)

    class Interrupts(Silent):
        def advance(self, name, n=1):
            if name == "pack":
                raise KeyboardInterrupt

    toy_source.declare(tmp_path / "sources", first="cataract")
    with pytest.raises(KeyboardInterrupt):
        build(config, Interrupts())
    toy_source.declare(tmp_path / "sources")
    build(config)
    assert contents(config.out) == before


@pytest.mark.fault(
    "full disk while slices, samples, shards or locks are written",
    where="one process",
    result="exit 3 with bytes needed and free; the next build makes the same bytes",
)
@pytest.mark.parametrize("step", ["slices", "samples", "shards", "locks"])
def test_a_full_disk_says_so_and_the_next_build_finishes(tmp_path, step, monkeypatch):
    config = small(toy(tmp_path))
    real = os.replace

    def full(a, b):
        if f"/{step}/" in str(b):
            raise OSError(errno.ENOSPC, "No space left on device")
        real(a, b)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        with pytest.raises(TransientError, match="disk is full"):
            build(config)
    assert not (tmp_path / "out" / manifest.NAME).exists()
    assert not list((tmp_path / "out").rglob(".tmp-*"))
    build(config)
    assert contents(config.out) == undisturbed(tmp_path, config)


@pytest.mark.fault(
    "read-only output",
    where="one process",
    result="exit 2 before anything is read",
)
def test_an_output_that_cannot_be_written_is_a_usage_error(tmp_path):
    config = toy(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        build(dataclasses.replace(config, out=str(tmp_path / "file" / "out")))


@pytest.mark.fault(
    "a truncated image",
    where="one process",
    result="rejected with its name, the rest is built",
)
def test_a_broken_image_is_rejected_with_its_name(tmp_path):
    config = toy(tmp_path)
    path = sorted((tmp_path / "data").rglob("*.png"))[3]
    path.write_bytes(path.read_bytes()[:60])
    result = build(config)
    (row,) = rejected(config.out)
    assert row["path"] == f"images/{path.name}"
    assert row["kind"] == "corrupt"
    assert row["stage"] == "read"
    assert result.sources[0].slices == 11


@pytest.mark.fault(
    "more broken images than `--max-rejected`",
    where="one process",
    result="exit 1 with a table of reasons, nothing is published",
)
def test_too_many_broken_images_fail_the_source_with_a_table_and_publish_nothing(tmp_path):
    config = toy(tmp_path)
    for path in sorted((tmp_path / "data").rglob("*.png"))[:5]:
        path.write_bytes(b"not a picture")
    with pytest.raises(CheckFailedError) as caught:
        build(config)
    assert "toy: 5 of 12 cases rejected, 3 allowed" in str(caught.value)
    assert "images/p000-v0-a.png" in str(caught.value)
    assert not (tmp_path / "out" / manifest.NAME).exists()
    build(dataclasses.replace(config, max_rejected=0.5))
    assert verify(config.out).problems == ()


@pytest.mark.fault(
    "a file changes while it is read",
    where="one process",
    result="exit 3; the next build makes the same bytes",
)
def test_a_file_that_changes_while_it_is_read_is_transient(tmp_path, monkeypatch):
    config = toy(tmp_path)
    import gmai_data.read

    real = gmai_data.read.read_case

    def touches(source, case, *rest):
        pictures = real(source, case, *rest)
        path = tmp_path / "data" / "toy" / case.files[0].path
        os.utime(path, (1_900_000_000, 1_900_000_000))
        return pictures

    monkeypatch.setattr(gmai_data.read, "read_case", touches)
    with pytest.raises(TransientError, match="changed while it was read"):
        build(config)
    monkeypatch.undo()
    build(config)
    assert contents(config.out) == undisturbed(tmp_path, config)


@pytest.mark.fault(
    "a flipped bit in a chunk of the store",
    where="one process",
    result="noticed as it is copied, the chunk is made anew",
)
def test_a_damaged_chunk_is_dropped_and_made_anew(tmp_path):
    config = toy(tmp_path)
    build(config)
    (tar,) = (tmp_path / "out" / "work" / "slices" / "toy").glob("*.tar")
    data = bytearray(tar.read_bytes())
    data[700] ^= 255
    tar.write_bytes(data)
    for shard in (tmp_path / "out" / "shards").rglob("*.tar"):
        shard.unlink()
    with pytest.raises(TransientError, match="dropped"):
        build(config)
    build(config)
    assert contents(config.out) == undisturbed(tmp_path, config)


@pytest.mark.fault(
    "a chunk of the store that is cut short",
    where="one process",
    result="made anew",
)
def test_a_cut_chunk_is_not_taken_for_a_whole_one(tmp_path):
    config = toy(tmp_path)
    build(config)
    (tar,) = (tmp_path / "out" / "work" / "slices" / "toy").glob("*.tar")
    tar.write_bytes(tar.read_bytes()[:1000])
    for shard in (tmp_path / "out" / "shards").rglob("*.tar"):
        shard.unlink()
    build(config)
    assert contents(config.out) == undisturbed(tmp_path, config)


@pytest.mark.fault(
    "a deleted or altered shard",
    where="one process",
    result="`verify` names it, the next build writes it again",
)
def test_a_deleted_or_altered_shard_is_seen_and_written_again(tmp_path):
    config = small(toy(tmp_path))
    build(config)
    whole = contents(config.out)
    name = sorted(shards(config.out))[0]
    path = tmp_path / "out" / name
    data = bytearray(path.read_bytes())
    data[600] ^= 1
    path.write_bytes(data)
    assert [p.rule for p in verify(config.out).problems] == ["sha256"]
    path.unlink()
    assert [p.rule for p in verify(config.out).problems] == ["missing"]
    assert build(config).written == 1
    assert contents(config.out) == whole


@pytest.mark.fault(
    "files between the shards that no manifest knows",
    where="one process",
    result="`verify` names them, the next build sweeps them",
)
def test_litter_between_the_shards_is_reported_and_swept_by_the_next_build(tmp_path):
    config = toy(tmp_path)
    build(config)
    litter = tmp_path / "out" / "shards" / "caption" / "toy-train-00099.tar"
    litter.write_bytes(b"x")
    assert [p.rule for p in verify(config.out).problems] == ["orphan"]
    build(config)
    assert not litter.exists()


@pytest.mark.fault(
    "two builds into one output",
    where="one process",
    result="the second is refused and told who has it",
)
def test_two_builds_into_one_folder_do_not_mix(tmp_path):
    config = toy(tmp_path)

    class Starts(Silent):
        said = ""

        def step(self, name, total):
            if name == "read":
                with pytest.raises(UsageError, match="another build is writing here") as caught:
                    build(config)
                self.said = str(caught.value)

    watching = Starts()
    build(config, watching)
    assert f"process {os.getpid()}" in watching.said
    assert places.size_of(os.path.join(config.out, manifest.NAME))


@pytest.mark.fault(
    "the clock jumps three years, back and forth",
    where="one process",
    result="the same bytes, nothing is made twice",
)
@pytest.mark.parametrize("jump", [-1e8, 1e8], ids=["back", "forward"])
def test_a_clock_that_jumps_changes_nothing(tmp_path, jump, monkeypatch):
    config = small(toy(tmp_path))
    real, calls = time.time, itertools.count()
    with monkeypatch.context() as patch:
        patch.setattr(time, "time", lambda: real() + (jump if next(calls) % 2 else 0))
        patch.setattr(time, "time_ns", lambda: int(time.time() * 1e9))
        build(config)
        first = contents(config.out, times=True)
        build(config)
    assert contents(config.out, times=True) == first  # nothing was made again
    assert contents(config.out) == undisturbed(tmp_path, config)
    assert verify(config.out).problems == ()
