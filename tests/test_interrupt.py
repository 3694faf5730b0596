"""Ctrl-C at a build, in one process and on a cluster: what is left, and what comes next."""

import dataclasses
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gmai_data import manifest
from gmai_data.build import build
from tests import toy_source
from tests.test_faults import KILLER, chunks_read, small, undisturbed, until
from tests.toy_source import contents, toy

pytestmark = pytest.mark.slow

PACK = "pack: {shard_bytes: 65536, chunk_bytes: 300000}\n"


def begin(tmp_path: Path, workers: int) -> subprocess.Popen[str]:
    """A build at a terminal of its own, as a user starts it."""
    (tmp_path / "build.yaml").write_text(PACK)
    return subprocess.Popen(
        [sys.executable, "-m", "gmai_data", "build", "--config", "build.yaml", "--sources", "toy",
         "--source-path", "sources", "--data", "data", "--out", "out", "--workers", str(workers)],
        cwd=tmp_path, start_new_session=True, text=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip


def configured(tmp_path: Path, cases: int):
    config = small(toy(tmp_path, cases))
    return dataclasses.replace(config, pack=dataclasses.replace(config.pack, shard_bytes=65536))


def litter(out: Path) -> list[str]:
    """Scratch files, crumbs and leases."""
    found = [*out.rglob(".tmp-*"), *out.glob("work/crumbs/*"), *out.glob(".lease.json")]
    return sorted(str(path.relative_to(out)) for path in found)


@pytest.mark.fault(
    "Ctrl-C at a terminal while chunks are read",
    where="one process, local cluster",
    result="exit 130, no litter; the next build makes the same bytes",
)
@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_ends_with_a_sentence_and_130_and_the_next_build_makes_the_same_bytes(
    tmp_path, workers
):
    config = configured(tmp_path, 24)
    toy_source.declare(tmp_path / "sources", KILLER.format(acts={"p0": config.out}))
    process = begin(tmp_path, workers)
    until(lambda: chunks_read(config.out) > 1)
    os.killpg(process.pid, signal.SIGINT)  # a terminal tells the workers, too
    (tmp_path / "go").touch()
    _, said = process.communicate(timeout=120)
    assert process.returncode == 130, said
    assert "Run the same command again" in said
    assert "Traceback" not in said
    assert litter(tmp_path / "out") == []
    assert not (tmp_path / "out" / manifest.NAME).exists()
    toy_source.declare(tmp_path / "sources")
    build(config)
    assert contents(config.out) == undisturbed(tmp_path, config)


@pytest.mark.fault(
    "Ctrl-C twice while a decoder does not answer",
    where="one process, local cluster",
    result="ends at once; the next build makes the same bytes",
)
@pytest.mark.parametrize("workers", [1, 2])
def test_a_second_ctrl_c_ends_at_once(tmp_path, workers):
    config = configured(tmp_path, 12)
    toy_source.declare(tmp_path / "sources", HANGS)
    process = begin(tmp_path, workers)
    until((tmp_path / "hangs").exists)
    os.killpg(process.pid, signal.SIGINT)
    time.sleep(0.5)
    assert process.poll() is None  # the case in work is awaited
    began = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=120)
    assert time.monotonic() - began < 2
    assert process.returncode == 130, said
    toy_source.declare(tmp_path / "sources")
    build(config)
    assert contents(config.out) == undisturbed(tmp_path, config)
    assert litter(tmp_path / "out") == []


HANGS = """
import gmai_data.read as _read

if not hasattr(_read.read_case, "hangs"):
    _real = _read.read_case

    def _hangs(source, case, *rest):
        import os, pathlib, time
        if "p003" in case.files[0].path:
            pathlib.Path("hangs").touch()
            end = time.monotonic() + 8
            while time.monotonic() < end:
                try:
                    time.sleep(8)
                except KeyboardInterrupt:  # as a library in C would
                    pass
        return _real(source, case, *rest)

    _hangs.hangs = True
    _read.read_case = _hangs
"""
