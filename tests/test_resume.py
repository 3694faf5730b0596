"""A build that is killed, or runs out of disk, anywhere: the next one makes the same bytes."""

import dataclasses
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gmai_data import manifest
from gmai_data.build import build
from gmai_data.config import PackConfig
from tests import toy_source
from tests.test_faults import small, undisturbed
from tests.toy_source import contents, toy

pytestmark = pytest.mark.slow

KILLED = """
import os, signal, sys
from pathlib import Path
from gmai_data.build import build
from tests import toy_source
from tests.test_faults import small

rename, at, left = os.replace, sys.argv[2], [int(sys.argv[3])]

def killed(old, new):  # a file is written, and has not its name yet
    if at in str(new):
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
    rename(old, new)

os.replace = killed
build(small(toy_source.config(Path(sys.argv[1]))))
"""


@pytest.mark.fault(
    "SIGKILL of the build while each kind of file is written",
    where="one process",
    result="the next build makes the same bytes, finished chunks are not read again",
)
def test_a_build_in_one_process_that_is_killed_at_any_step_resumes_to_the_same_bytes(tmp_path):
    config = small(toy(tmp_path, 24))
    chunks: dict[Path, int] = {}
    out = Path(config.out)
    steps = {
        "/cases/": 3, "/slices/": 6, "/samples/": 5, "/plans/": 1, "/shards/": 3, "/records/": 1,
        "/manifest.json": 1,
    }  # fmt: skip
    for step, file in steps.items():  # each goes on where the one before was killed
        command = [sys.executable, "-c", KILLED, str(tmp_path), step, str(file)]
        run = subprocess.run(
            command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False
        )
        assert run.returncode == -signal.SIGKILL, step + run.stderr
        assert list(out.rglob(".tmp-*")), step  # it was writing
        assert not (out / manifest.NAME).exists()
        if step == "/slices/":
            chunks = {
                p: p.stat().st_mtime_ns for p in out.glob(f"work/slices/toy/{16 * '?'}.parquet")
            }
            assert chunks
    build(config)
    assert all(p.stat().st_mtime_ns == time for p, time in chunks.items())  # not read again
    assert contents(config.out) == undisturbed(tmp_path, config)
    assert not list(out.rglob(".tmp-*"))
    assert not list(out.glob("work/crumbs/*"))


FULL = """
import errno, os, pathlib
import gmai_data.store

if not hasattr(os.replace, "fills"):
    _rename = os.replace

    def _replace(old, new):
        if "/slices/" in str(new) and not pathlib.Path({room!r}).exists():
            pathlib.Path({told!r}).write_text(str(os.getpid()))
            raise OSError(errno.ENOSPC, "No space left on device")
        _rename(old, new)

    _replace.fills = True
    os.replace = _replace
"""


@pytest.mark.fault(
    "full disk under a worker",
    where="local cluster",
    result="exit 3 with bytes needed and free; the next build makes the same bytes",
)
def test_a_disk_that_fills_up_under_a_worker_is_exit_code_3_and_the_next_build_finishes(tmp_path):
    config = toy(tmp_path, 24)
    config = dataclasses.replace(config, pack=PackConfig(shard_bytes=65536, chunk_bytes=300_000))
    room, told = tmp_path / "room", tmp_path / "told"
    toy_source.declare(tmp_path / "sources", FULL.format(room=str(room), told=str(told)))
    (tmp_path / "build.yaml").write_text("pack: {shard_bytes: 65536, chunk_bytes: 300000}\n")
    command = [
        sys.executable, "-m", "gmai_data", "build", "--config", "build.yaml", "--sources", "toy",
        "--source-path", "sources", "--data", "data", "--out", "out", "--workers", "2",
    ]  # fmt: skip
    process = subprocess.Popen(
        command, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    _, said = process.communicate(timeout=60)
    assert process.returncode == 3, said
    assert said.count("gmai-data: ") == 1
    assert "slices/toy/" in said
    assert "the disk is full (" in said
    assert " bytes needed, " in said
    assert " free). Free some space" in said
    assert "Traceback" not in said
    assert int(told.read_text()) != process.pid  # it was a worker
    assert not list((tmp_path / "out").rglob(".tmp-*"))
    assert not (tmp_path / "out" / manifest.NAME).exists()
    room.touch()
    again = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stderr
    toy_source.declare(tmp_path / "sources")
    assert contents(config.out) == undisturbed(tmp_path, config)


TWENTY = """
import os, random, resource, signal, sys, time
from pathlib import Path
from gmai_data import manifest
from gmai_data.build import build
from gmai_data.words.prompts import load_prompts
from tests import toy_source
from tests.test_faults import small

here, chance = Path(sys.argv[1]), random.Random(20)
load_prompts()

def run(out, seconds):
    child = os.fork()
    if not child:
        # what this signal does by default is to end the process, wherever it is
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            build(small(toy_source.config(here, out)))
        finally:
            os._exit(0)
    _, status, used = os.wait4(child, 0)
    return status, used.ru_utime + used.ru_stime

whole = run("timed", 0)[1]
killed = again = 0
while killed < 20:
    status, _ = run("out", chance.uniform(0.01, 0.3) * whole)
    killed += os.WIFSIGNALED(status)
    if not os.WIFSIGNALED(status):  # it was finished: touch what it made, and go on
        again += 1
        assert again < 20
        for path in sorted((here / "out").glob("shards/*/*.tar"))[::2]:
            path.unlink()
print(killed, "times")
assert run("out", 0)[0] == 0
"""


@pytest.mark.fault(
    "killed twenty times at random points",
    where="one process",
    result="equals the undisturbed build byte for byte",
)
def test_a_build_killed_twenty_times_at_random_points_equals_the_undisturbed_one(tmp_path):
    config = small(toy(tmp_path, 24))
    run = subprocess.run(
        [sys.executable, "-c", TWENTY, str(tmp_path)], cwd=Path(__file__).parents[1],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.stdout.endswith("20 times\n"), run.stderr
    assert contents(config.out) == undisturbed(tmp_path, config)
    assert contents(config.out) == contents(str(tmp_path / "timed"))
    assert not list(Path(config.out).rglob(".tmp-*"))
    assert not list(Path(config.out).glob("work/crumbs/*"))
