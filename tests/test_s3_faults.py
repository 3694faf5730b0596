"""Faults of an object store, injected by a proxy; then the same command and the same bytes."""

import dataclasses
import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gmai_data import manifest, object_store, parquet, places, store
from gmai_data.build import build
from gmai_data.config import Config
from gmai_data.engine import Silent
from gmai_data.errors import TransientError, UsageError
from gmai_data.verify import verify
from gmai_data.work import lease as leases
from gmai_data.work.lease import Lease, lease
from tests import toy_source
from tests.s3_server import BUCKET, S3, no_fault, serving
from tests.test_faults import until
from tests.test_s3 import published, remote, small
from tests.test_scheduler import Cluster, until_it_has
from tests.toy_source import contents, toy

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server() -> Iterator[S3]:
    with serving() as found:
        yield found


@pytest.fixture
def s3(server: S3, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[S3]:
    monkeypatch.setattr(object_store, "WAIT_SECONDS", 0.01)
    with server.of(tmp_path):
        yield server


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What the toy gives when nothing happens."""
    config = small(toy(tmp_path_factory.mktemp("undisturbed"), 12))
    build(config)
    return contents(config.out)


def there(s3: S3, tmp_path: Path) -> Config:
    """The toy, with its data and output in the store."""
    return dataclasses.replace(remote(small(toy(tmp_path, 12)), s3), store=str(tmp_path / "store"))


def every(number: int, what: str, method: str = "", part: str = "") -> Callable[[str, str], str]:
    """A fault for one request of so many, of a method and with this in its path."""
    calls = itertools.count(1)
    return lambda m, path: (
        what if method in m and part in path and next(calls) % number == 0 else ""
    )


def none_half(url: str) -> bool:
    """Whether nothing is begun and not finished: no upload in parts, no scratch object."""
    system, _ = object_store._system(url)
    begun = system.call_s3("list_multipart_uploads", Bucket=BUCKET).get("Uploads", [])
    return not begun and not any(".tmp" in path for path, _ in places.files(url))


@pytest.mark.fault(
    "503 SlowDown, 500, uploads and downloads cut amid, answers lost: one request in three",
    where="object store",
    result="asked again; the same bytes",
)
def test_a_store_that_fails_now_and_then_costs_nothing(
    s3: S3, tmp_path: Path, undisturbed: dict[str, object]
) -> None:
    config = there(s3, tmp_path)
    faults = [
        every(17, "503"), every(19, "500"), every(5, "cut-upload", "PUT"), every(6, "lost", "PUT"),
        every(5, "cut-read", "GET"),
    ]  # fmt: skip
    s3.fault = lambda method, path: next(filter(None, [f(method, path) for f in faults]), "")
    build(config)
    assert verify(config.out).problems == ()
    s3.fault = no_fault
    assert all(s3.seen[what] > 1 for what in ("503", "500", "cut-upload", "lost", "cut-read"))
    assert published(config.out) == undisturbed
    assert none_half(config.out)


@pytest.mark.fault(
    "503 for good, every upload or every download cut, while data is read or shards are written",
    where="object store",
    result="exit 3, no manifest, no half object; the next build makes the same bytes",
)
@pytest.mark.parametrize(
    ("what", "method", "part"),
    [
        ("503", "GET", "/data/toy/images/"),
        ("cut-read", "GET", "/data/toy/images/"),
        ("cut-upload", "PUT", "/shards/percept"),
        ("503", "PUT", "/manifest.json"),
    ],
)
def test_a_store_that_fails_for_good_is_transient_and_the_next_build_finishes(
    s3: S3, tmp_path: Path, what: str, method: str, part: str, undisturbed: dict[str, object]
) -> None:
    config = there(s3, tmp_path)
    s3.fault = every(1, what, method, part)
    with pytest.raises(TransientError, match=r"8 times\. Run the same command again") as caught:
        build(config)
    assert caught.value.exit_code == 3
    s3.fault = no_fault
    there_now = dict(places.files(config.out))
    assert not any(path.endswith(manifest.NAME) for path in there_now)
    whole = {f"{config.out}/{name}": len(data) for name, data in undisturbed.items()}  # type: ignore[arg-type]
    assert all(size == whole[path] for path, size in there_now.items() if "/shards/" in path)
    assert none_half(config.out)
    build(config)
    assert published(config.out) == undisturbed


@pytest.mark.fault(
    "a listing that is behind: files just written are not in it",
    where="object store",
    result="exit 3 and no manifest; the next build makes the same bytes",
)
def test_a_listing_that_is_behind_publishes_nothing_and_deletes_nothing(
    s3: S3, tmp_path: Path
) -> None:
    config = there(s3, tmp_path)
    toy_source.declare(tmp_path / "sources", name="toy-two")
    toy_source.add(tmp_path / "data", range(4), "toy-two")
    remote(dataclasses.replace(config, data=str(tmp_path / "data")), s3)
    build(config)
    both = dataclasses.replace(config, sources=("toy", "toy-two"))
    s3.fault = lambda m, path: "stale" if "list-type=2" in path and "out%2Flocks" in path else ""
    with pytest.raises(TransientError, match="does not list the files of toy-two"):
        build(both)
    s3.fault = no_fault
    assert not places.is_file(f"{config.out}/{manifest.NAME}")
    assert places.is_file(f"{config.out}/locks/toy-two.lock.json")
    build(both)
    build(here := dataclasses.replace(both, data=str(tmp_path / "data"), out=str(tmp_path / "o")))
    assert published(config.out) == contents(here.out)


@pytest.mark.fault(
    "a listing of the data that is behind: a file in it is gone",
    where="object store",
    result="the file is named in `rejected/`; the next build makes the same bytes",
)
def test_a_file_that_is_listed_and_gone_is_named(s3: S3, tmp_path: Path) -> None:
    config = there(s3, tmp_path)
    build(config)
    object_store.remove(f"{config.data}/toy/images/p002-v0-a.png")
    (tmp_path / "data/toy/images/p002-v0-a.png").unlink()
    s3.fault = lambda m, path: "stale" if "list-type=2" in path and "data%2Ftoy" in path else ""
    config = dataclasses.replace(config, store=str(tmp_path / "lost"))  # which knew the file
    result = build(config)
    s3.fault = no_fault
    assert (result.sources[0].slices, result.sources[0].rejected) == (11, 1)
    rows = parquet.read_table(f"{config.out}/rejected/toy.parquet").to_pylist()
    assert [(row["rule"], row["path"]) for row in rows] == [
        ("missing-file", "images/p002-v0-a.png")
    ]
    build(config)
    build(here := dataclasses.replace(config, data=str(tmp_path / "data"), out=str(tmp_path / "o")))
    assert published(config.out) == contents(here.out)


@pytest.mark.fault(
    "an object of the data changes while it is read",
    where="object store",
    result="exit 3; the next build makes the same bytes",
)
def test_an_object_that_changes_while_it_is_read_is_transient(
    s3: S3, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import gmai_data.read

    config = there(s3, tmp_path)
    real, images = gmai_data.read.read_case, tmp_path / "data/toy/images"
    other = (images / "p003-v0-b.png").read_bytes()

    def changes(source, case, *rest):  # type: ignore[no-untyped-def]
        pictures = real(source, case, *rest)
        store.write_bytes(f"{config.data}/toy/images/p003-v1-b.png", other)
        return pictures

    monkeypatch.setattr(gmai_data.read, "read_case", changes)
    with pytest.raises(TransientError, match=r"p003-v1-b\.png changed while it was read"):
        build(config)
    monkeypatch.undo()
    build(config)
    (images / "p003-v1-b.png").write_bytes(other)
    build(here := dataclasses.replace(config, data=str(tmp_path / "data"), out=str(tmp_path / "o")))
    assert published(config.out) == contents(here.out)


@pytest.mark.fault(
    "two builds into one output",
    where="object store",
    result="the second is refused and told who has it",
)
def test_two_builds_into_one_url_do_not_mix(
    s3: S3, tmp_path: Path, undisturbed: dict[str, object]
) -> None:
    config = there(s3, tmp_path)

    class Starts(Silent):
        said = ""

        def step(self, name: str, total: int) -> None:
            if name == "read":
                with pytest.raises(UsageError, match="another build is writing here") as caught:
                    build(config)
                self.said = str(caught.value)

    watching = Starts()
    build(config, watching)
    assert f"process {os.getpid()}" in watching.said
    assert published(config.out) == undisturbed


@pytest.mark.fault(
    "eight builds that begin at the same moment",
    where="object store",
    result="one gets the lease (`If-None-Match`)",
)
def test_of_builds_that_begin_at_once_one_gets_the_lease(s3: S3) -> None:
    assert begin_at_once(s3, 8) == [True]


@pytest.mark.fault(
    "two builds that begin at the same moment, in a store that ignores or refuses conditions",
    where="object store",
    result="told apart by waiting; the build says that the store cannot do better",
)
@pytest.mark.parametrize("how", ["unconditional", "501"])
def test_a_store_without_conditional_writes_is_said_and_two_builds_are_told_apart(
    s3: S3, tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leases, "SETTLE_SECONDS", 1.0)

    def weak(method: str, path: str) -> str:
        return how if method == "PUT" and leases.NAME in path and s3.on_condition else ""

    s3.fault = weak
    assert begin_at_once(s3, 2) == [False]
    config = there(s3, tmp_path)

    class Notes(Silent):
        said = ""

        def note(self, text: str) -> None:
            self.said += text

    build(config, notes := Notes())
    assert "cannot write on a condition" in notes.said


def begin_at_once(s3: S3, number: int) -> list[bool]:
    """Whether each lease that was got is a conditional one, of so many that begin together."""
    got: list[bool] = []
    refused: list[str] = []
    start, end = threading.Barrier(number), threading.Event()

    def begins() -> None:
        start.wait()
        try:
            with lease(s3.url("out")) as held:
                got.append(held.conditional)
                end.wait(30)
        except UsageError as error:
            refused.append(str(error))

    threads = [threading.Thread(target=begins) for _ in range(number)]
    for thread in threads:
        thread.start()
    until(lambda: len(refused) == number - 1)
    end.set()
    for thread in threads:
        thread.join()
    assert not places.is_file(s3.url(f"out/{leases.NAME}"))
    return got


@pytest.mark.fault(
    "the lease of a build on another machine that died; two take it over at once",
    where="object store",
    result="stale when its beat stops; one gets it (`If-Match`)",
)
def test_a_stale_lease_is_taken_over_by_one(s3: S3) -> None:
    path = s3.url(f"out/{leases.NAME}")
    store.write_bytes(path, b'{"beat": 3, "host": "elsewhere", "pid": 1, "run": "x"}')
    token = places.stat(path)[1]
    one, two = Lease(path, "one"), Lease(path, "two")
    assert one.take(token)
    assert not two.take(token)
    store.write_bytes(path, b'{"beat": 3, "host": "elsewhere", "pid": 1, "run": "x"}')
    with lease(s3.url("out"), stale_seconds=0.1) as held:
        held.check()
        store.write_bytes(path, b'{"beat": 0, "host": "elsewhere", "pid": 1, "run": "y"}')
        with pytest.raises(TransientError, match="another build took this folder over"):
            held.check()


def test_a_lease_in_a_store_beats(s3: S3, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leases, "BEAT_SECONDS", 0.05)
    with lease(s3.url("out")) as held:
        first = leases.read(held.path)
        until(lambda: leases.read(held.path) != first)
        held.check()


DRIVER = """
import sys
from pathlib import Path
from gmai_data.build import build
from tests import toy_source
from tests.test_s3 import small
import dataclasses
config = small(toy_source.config(Path(sys.argv[1])))
build(dataclasses.replace(config, data=sys.argv[2], out=sys.argv[3], store=sys.argv[4]))
"""


@pytest.mark.fault(
    "SIGKILL of the build while it writes shards, locks, the manifest",
    where="object store",
    result="no half object; taken over at once; the next build makes the same bytes, finished "
    "shards are not written again",
)
@pytest.mark.parametrize("part", ["/shards/percept/", "/locks/", "/manifest.json"])
def test_a_build_that_is_killed_while_it_publishes_resumes(
    s3: S3, tmp_path: Path, part: str, undisturbed: dict[str, object]
) -> None:
    config = there(s3, tmp_path)
    reached = threading.Event()

    def holds(method: str, path: str) -> str:
        if method == "PUT" and part in path:
            reached.set()
            return "hold"
        return ""

    s3.fault = holds
    process = subprocess.Popen(
        [sys.executable, "-c", DRIVER, str(tmp_path), config.data, config.out, config.store],
        cwd=Path(__file__).parents[1], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert reached.wait(60)
    process.send_signal(signal.SIGKILL)
    process.wait()
    s3.fault = no_fault
    assert not places.is_file(f"{config.out}/{manifest.NAME}")
    assert places.is_file(f"{config.out}/{leases.NAME}")
    done = [path for path, _ in places.files(f"{config.out}/shards")]
    assert done
    s3.requests.clear()
    began = time.monotonic()
    build(config)
    assert time.monotonic() - began < 60
    written = {path for method, path in s3.requests if method == "PUT"}
    assert not any(f"/{path.removeprefix('s3://')}" in written for path in done)
    assert published(config.out) == undisturbed
    assert none_half(config.out)


@pytest.mark.fault(
    "one request in seven fails under two workers",
    where="object store",
    result="asked again by each; the same bytes",
)
def test_a_local_cluster_reads_from_and_writes_to_a_store_that_fails_now_and_then(
    s3: S3, tmp_path: Path, undisturbed: dict[str, object]
) -> None:
    config = there(s3, tmp_path)
    s3.fault = every(7, "503")
    build(dataclasses.replace(config, workers=2))
    s3.fault = no_fault
    assert s3.seen["503"] > 3
    assert published(config.out) == undisturbed
    assert verify(config.out, workers=2).problems == ()


@pytest.mark.fault(
    "a worker without the store's credentials",
    where="object store",
    result="refused by name; those that have them make the same bytes",
)
def test_a_running_cluster_works_in_a_store_and_a_worker_without_keys_is_refused(
    s3: S3, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, undisturbed: dict[str, object]
) -> None:
    config = there(s3, tmp_path)
    cluster = Cluster(tmp_path)
    try:
        with monkeypatch.context() as patch:
            for name in s3.environment:
                patch.delenv(name)
            patch.setenv("AWS_EC2_METADATA_DISABLED", "true")
            patch.setenv("AWS_ENDPOINT_URL", s3.environment["AWS_ENDPOINT_URL"])
            worker = cluster.worker("--no-nanny")
        until_it_has(cluster, 1)
        config = dataclasses.replace(config, scheduler=cluster.address, workers=0)
        said = r"worker tcp://\S+ does not see s3://\S+\. Give every worker the store's credentials"
        with pytest.raises(UsageError, match=said):
            build(config)
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
        cluster.worker("--no-nanny")
        cluster.worker("--no-nanny")
        until_it_has(cluster, 2)
        build(config)
    finally:
        cluster.close()
    assert published(config.out) == undisturbed
