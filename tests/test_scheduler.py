"""A Dask scheduler and workers that run already, as processes of their own on this machine."""

import dataclasses
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gmai_data import engine
from gmai_data.build import build
from gmai_data.config import Config
from gmai_data.engine import Pool, Silent
from gmai_data.errors import TransientError, UsageError
from gmai_data.find import load_all
from gmai_data.words.prompts import find_folder
from gmai_data.work import cluster as work_cluster
from tests import toy_source
from tests.test_faults import KILLER, small, undisturbed, until
from tests.toy_source import contents, toy

pytestmark = pytest.mark.slow

OTHER = """
from gmai_data.work import versions

versions.VERSIONS = {**versions.VERSIONS, "read": 99}
"""


class Cluster:
    """A scheduler, and workers that come and go."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, folder / "scheduler.json"
        self.processes: list[subprocess.Popen[bytes]] = []
        self.start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
                   "--scheduler-file", str(self.file))  # fmt: skip
        until(lambda: self.file.exists() and self.file.read_text().endswith("}"))  # in one piece
        self.address = json.loads(self.file.read_text())["address"]

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments],
            cwd=self.folder, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.processes.append(process)
        return process

    def worker(self, *options: str) -> subprocess.Popen[bytes]:
        return self.start(
            "worker", self.address, "--nthreads", "1", "--host", "127.0.0.1", "--no-dashboard",
            "--local-directory", str(self.folder), *options,
        )  # fmt: skip

    def close(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    found = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        found.worker()
        found.worker()
        yield found
    finally:
        found.close()


def test_the_bundled_sources_are_the_same_bytes_as_in_one_process(
    cluster: Cluster, tmp_path: Path
) -> None:
    names = tuple(name for name, source in load_all()[0].items() if source.package)
    assert len(names) > 4
    config = Config(sources=names, out=str(tmp_path / "one"), workers=1)
    build(config)
    build(
        dataclasses.replace(
            config, out=str(tmp_path / "many"), scheduler=cluster.address, workers=0
        )
    )
    assert contents(str(tmp_path / "many")) == contents(str(tmp_path / "one"))


def test_workers_that_go_on_running_see_an_edited_source_and_an_edited_prompt(
    cluster: Cluster, tmp_path: Path
) -> None:
    config = dataclasses.replace(
        toy(tmp_path, 4), scheduler=cluster.address, prompts=str(tmp_path / "prompts")
    )
    (tmp_path / "prompts").mkdir()
    for path in find_folder().glob("*.j2"):
        (tmp_path / "prompts" / path.name).write_bytes(path.read_bytes())
    build(config)
    toy_source.declare(tmp_path / "sources", first="cataract")
    path = tmp_path / "prompts/caption-image.en.j2"
    text = path.read_text()
    path.write_text(text.replace('{% include "_ask-caption.en.j2" %}', "What is to be seen here?"))
    assert path.read_text() != text
    build(config)
    build(dataclasses.replace(config, out=str(tmp_path / "one"), scheduler="", workers=1))
    assert contents(config.out) == contents(str(tmp_path / "one"))


@pytest.mark.fault(
    "a worker with another version",
    where="running cluster",
    result="refused by name before anything is made",
)
def test_a_worker_of_another_version_is_refused_by_name(cluster: Cluster, tmp_path: Path) -> None:
    (tmp_path / "other.py").write_text(OTHER)
    worker = cluster.worker("--preload", str(tmp_path / "other.py"), "--no-nanny")
    try:
        until_it_has(cluster, 3)
        said = r"worker tcp://\S+ has .*read 99.*here it is .*read \d+,"
        with Pool(scheduler=cluster.address) as pool, pytest.raises(UsageError, match=said):
            pool.client()
    finally:
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
        until_it_has(cluster, 2)


@pytest.mark.fault(
    "SIGKILL of a worker and its nanny amid a chunk",
    where="running cluster",
    result="the others do its work, the same bytes",
)
def test_a_machine_that_goes_away_amid_its_chunks_costs_nothing(
    cluster: Cluster, tmp_path: Path
) -> None:
    config = small(toy(tmp_path, 24))
    toy_source.declare(tmp_path / "sources", KILLER.format(acts={"p0": "slow"}))
    worker = cluster.worker()
    until_it_has(cluster, 3)

    class Leaves(Silent):
        def advance(self, name: str, n: int = 1) -> None:
            if name == "read" and worker.poll() is None:
                os.killpg(worker.pid, signal.SIGKILL)
                worker.wait()

    build(dataclasses.replace(config, scheduler=cluster.address, workers=0), Leaves())
    assert worker.poll() is not None
    toy_source.declare(tmp_path / "sources")
    assert contents(config.out) == undisturbed(tmp_path, config)
    until_it_has(cluster, 2)


@pytest.mark.fault(
    "a worker that does not see the data or the output",
    where="running cluster",
    result="refused by name",
)
def test_a_worker_that_does_not_see_the_data_is_refused_by_name(cluster: Cluster) -> None:
    said = r"worker tcp://\S+ does not see /nowhere/data\. .* same path on every machine"
    with (
        Pool(scheduler=cluster.address, shared=("/", "/nowhere/data")) as pool,
        pytest.raises(UsageError, match=said),
    ):
        pool.client()


def until_it_has(cluster: Cluster, number: int) -> None:
    from distributed import Client

    with Client(cluster.address) as client:
        until(lambda: len(client.scheduler_info()["workers"]) == number)


@pytest.mark.fault(
    "a worker with another version joins late",
    where="running cluster",
    result="its tasks make nothing",
)
def test_a_worker_that_joins_late_with_another_version_makes_nothing(tmp_path: Path) -> None:
    task = object()
    found = engine.attempt(lambda *_: {}, task, like="gmai-data 0.0.0")
    assert found["error"] == "UsageError"
    assert "gmai-data 0.0.0 is asked for" in found["message"]


@pytest.mark.fault(
    "no scheduler, or one without workers",
    where="running cluster",
    result="a sentence that says what to start",
)
def test_a_scheduler_that_is_not_there_or_has_no_worker_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_cluster, "CONNECT_SECONDS", 1.0)
    with pytest.raises(TransientError, match=r"does not answer\. Start it with `dask scheduler`"):
        Pool(scheduler="tcp://127.0.0.1:9").client()
    with pytest.raises(UsageError, match="Give the address that `dask scheduler` printed"):
        Pool(scheduler="nonsense://x").client()
    alone = Cluster(tmp_path)
    try:
        with pytest.raises(TransientError, match=r"has no worker\. Start one with `dask worker"):
            Pool(scheduler=alone.address).client()
    finally:
        alone.close()
