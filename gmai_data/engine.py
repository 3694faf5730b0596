"""`Pool.run`: many tasks through Dask, or one after another; the same results either way.

A task is a small frozen dataclass of names (never bytes or tables); its function is a module-level
function ``fn(task, watch) -> record`` that publishes content-named files and returns about 1 kB.
Before each item it calls ``watch.enter(key)``, which leaves the item's key in a *crumb* file. A
process that dies (a decoder's crash, the kernel's memory killer, ``kill -9``) leaves its crumb
behind, and whoever runs the task next, be it Dask on another worker or the next build, runs it in a
child process (`isolate.py`), where an item that kills again is named and skipped.
"""

from __future__ import annotations

import faulthandler
import itertools
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from gmai_data import store
from gmai_data.errors import GmaiDataError, TransientError

SERIAL_SECONDS = 20.0  # less planned work than this is not worth starting a cluster
ITEM_SECONDS = 900.0  # one case may take this long
RESUBMITS = 3

Record = dict[str, Any]


class Task(Protocol):
    """What every task has: a name that is unique in its run, and where its crumb lies."""

    @property
    def id(self) -> str:
        """Unique among the tasks of one run."""

    @property
    def crumb(self) -> str:
        """Path of the file that names the item being worked on."""


T = TypeVar("T", bound=Task)
_numbers = itertools.count()  # Dask remembers the outcome of a key: each submission has its own


class Progress(Protocol):
    """What a build tells while it runs; `gmai_data.progress` draws it."""

    def step(self, name: str, total: int) -> None:
        """A step begins, with ``total`` tasks."""

    def advance(self, name: str, n: int = 1) -> None:
        """``n`` more tasks of the step are done."""

    def note(self, text: str) -> None:
        """One sentence for the user."""

    def done(self, name: str) -> None:
        """The step has ended."""


class Silent:
    """Progress that nobody watches."""

    def step(self, name: str, total: int) -> None:
        """Nothing."""

    def advance(self, name: str, n: int = 1) -> None:
        """Nothing."""

    def note(self, text: str) -> None:
        """Nothing."""

    def done(self, name: str) -> None:
        """Nothing."""


@dataclass(slots=True)
class Watch:
    """Names the item that is being worked on, in a file that outlives the process."""

    path: str = ""
    skip: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # item -> kind, rule
    seconds: float = 0.0  # a longer item ends the process; 0 = never
    _handle: int = -1

    def enter(self, item: str) -> None:
        """Work on ``item`` begins."""
        if self._handle >= 0:
            os.pwrite(self._handle, item.encode().ljust(64), 0)
        if self.seconds:
            faulthandler.dump_traceback_later(self.seconds, exit=True)

    def __enter__(self) -> Watch:
        if self.path:
            with store.writing(self.path):
                os.makedirs(os.path.dirname(self.path), exist_ok=True)
                self._handle = os.open(self.path, os.O_CREAT | os.O_RDWR | os.O_TRUNC, 0o644)
        return self

    def __exit__(self, *_: object) -> None:
        if self.seconds:
            faulthandler.cancel_dump_traceback_later()
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
            store.remove(self.path)


def attempt(fn: Callable[[Any, Watch], Record], task: Any, seconds: float = 0.0) -> Record:
    """Run one task, in a child process when an earlier attempt did not survive it.

    Expected errors come back as a record ``{"error": …}``, so that a cluster never retries them.
    """
    from gmai_data.work.isolate import failure, isolated

    try:
        if task.crumb and os.path.exists(task.crumb):
            return isolated(fn, task, seconds or ITEM_SECONDS)
        with Watch(task.crumb, seconds=seconds) as watch:
            return fn(task, watch)
    except GmaiDataError as error:
        return failure(error)


@dataclass(slots=True)
class Pool:
    """Where tasks run: in this process until enough work is planned, then on a Dask cluster."""

    workers: int = 0  # 0 = as many as cores, when there is enough to do; 1 = this process
    scheduler: str = ""
    item_seconds: float = ITEM_SECONDS
    _client: Any = None
    _cluster: Any = None

    def run(
        self, fn: Callable[[T, Watch], Record], tasks: Iterable[T], *, seconds: float = 0.0
    ) -> Iterator[tuple[T, Record]]:
        """Each task with its record, in the order they are done. ``seconds`` of work are planned.

        Raises:
            GmaiDataError: what a task raised, once the tasks in flight have been let go.
        """
        outcomes = self._cluster_run(fn, tasks) if self._parallel(seconds) else _serial(fn, tasks)
        try:
            for task, record in outcomes:
                if "error" in record:
                    from gmai_data.work.isolate import error_of

                    raise error_of(record)
                yield task, record
        finally:
            outcomes.close()

    def _parallel(self, seconds: float) -> bool:
        if self.scheduler or self._client is not None:
            return True
        return self.workers > 1 or (
            self.workers == 0 and seconds > SERIAL_SECONDS and (os.cpu_count() or 1) > 1
        )

    def _cluster_run(
        self, fn: Callable[[T, Watch], Record], tasks: Iterable[T]
    ) -> Generator[tuple[T, Record], None, None]:
        from distributed import KilledWorker, as_completed

        client = self.client()
        waiting = iter(tasks)
        flying: dict[Any, tuple[T, int]] = {}

        def submit(task: T, tries: int = 0) -> Any:
            future = client.submit(
                attempt, fn, task, self.item_seconds,
                key=f"{fn.__name__}-{task.id}-{os.getpid()}-{next(_numbers)}", pure=False,
            )  # fmt: skip
            flying[future.key] = (task, tries)
            return future

        window = 2 * max(1, sum(client.nthreads().values()))
        done = as_completed([submit(task) for task in itertools.islice(waiting, window)])
        try:
            for future in done:
                task, tries = flying.pop(future.key)
                error = future.exception()
                if error is None:
                    record = future.result()
                    future.release()
                    for following in itertools.islice(waiting, 1):
                        done.add(submit(following))
                    yield task, record
                elif isinstance(error, KilledWorker) and tries < RESUBMITS:
                    done.add(submit(task, tries + 1))
                elif isinstance(error, KilledWorker):
                    raise TransientError(
                        f"{task.id}: its worker died {tries + 1} times. Run the same command "
                        "again, with fewer --workers if memory is short."
                    )
                else:
                    raise error
        finally:
            client.cancel([f for f in done.futures if f.key in flying])

    def client(self) -> Any:
        """The Dask client; a local cluster of single-threaded processes is started if needed."""
        if self._client is None:
            import dask
            from distributed import Client, LocalCluster

            if self.scheduler:
                self._client = Client(self.scheduler, timeout=30)
                _handshake(self._client)
                return self._client
            import psutil  # type: ignore[import-untyped]

            n = self.workers or os.cpu_count() or 1
            dask.config.set(_SETTINGS)
            self._cluster = LocalCluster(
                n_workers=n,
                threads_per_worker=1,
                processes=True,
                memory_limit=int(0.8 * psutil.virtual_memory().total / n),
                dashboard_address="127.0.0.1:0",  # never clashes with another build's
                silence_logs=50,
            )
            self._client = Client(self._cluster)
        return self._client

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        if self._client is not None:
            self._client.close(timeout=10)
        if self._cluster is not None:
            self._cluster.close(timeout=10)
        self._client = self._cluster = None


_SETTINGS = {
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": 0.85,
    "distributed.worker.memory.terminate": 0.95,
    "distributed.scheduler.allowed-failures": 3,
    "distributed.comm.timeouts.connect": "60s",
}


def _serial(
    fn: Callable[[T, Watch], Record], tasks: Iterable[T]
) -> Generator[tuple[T, Record], None, None]:
    for task in tasks:
        yield task, attempt(fn, task)


def _handshake(client: Any) -> None:
    """Refuse a cluster whose workers would make other bytes."""
    from gmai_data.errors import UsageError
    from gmai_data.work.probes import probes
    from gmai_data.work.versions import VERSIONS

    here = (VERSIONS, probes())
    for worker, there in sorted(client.run(_introduce).items()):
        if there != here:
            raise UsageError(
                f"worker {worker} has other codecs or another gmai-data than this process. "
                "Install the same package versions on every machine (constraints.txt)."
            )


def _introduce() -> tuple[Mapping[str, int], Mapping[str, str]]:
    from gmai_data.work.probes import probes
    from gmai_data.work.versions import VERSIONS

    return VERSIONS, probes()
