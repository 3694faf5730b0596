"""`Pool.run`: many tasks through Dask, or one after another; the same results either way.

A task is a small frozen dataclass of names (never bytes or tables); its function is a module-level
function ``fn(task, watch) -> record`` that publishes content-named files and returns about 1 kB.
Before each item it calls ``watch.enter(key)``, which leaves the item's key in a *crumb* file. A
process that dies (a decoder's crash, the kernel's memory killer, ``kill -9``) leaves its crumb
behind, and whoever runs the task next, be it Dask on another worker or the next build, runs it in a
child process (`work/isolate.py`), where an item that kills again is named and skipped. So is an
item that takes too long: it ends its worker, or, in the process of the build itself, its task.
"""

from __future__ import annotations

import faulthandler
import itertools
import os
import signal
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
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
        """A step begins, with ``total`` sources, cases or shards."""

    def advance(self, name: str, n: int = 1) -> None:
        """``n`` more of them are done."""

    def rejected(self, name: str, n: int) -> None:
        """``n`` more items were rejected in the step."""

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

    def rejected(self, name: str, n: int) -> None:
        """Nothing."""

    def note(self, text: str) -> None:
        """Nothing."""

    def done(self, name: str) -> None:
        """Nothing."""


class Overdue(BaseException):
    """An item takes too long. Like Ctrl-C no failure of the item's, so no reader catches it."""


@dataclass(slots=True)
class Watch:
    """Names the item that is being worked on, in a file that outlives the process."""

    path: str = ""
    skip: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # item -> kind, rule
    seconds: float = 0.0  # a longer item ends the process; 0 = never
    alarm: bool = False  # … raises `Overdue` instead; in the main thread only
    _handle: int = -1
    _handler: Any = None

    def enter(self, item: str) -> None:
        """Work on ``item`` begins."""
        if self._handle >= 0:
            os.pwrite(self._handle, item.encode().ljust(64), 0)
        if self.alarm:
            signal.setitimer(signal.ITIMER_REAL, self.seconds)
        elif self.seconds:
            faulthandler.dump_traceback_later(self.seconds, exit=True)

    def __enter__(self) -> Watch:
        if self.path:
            with store.writing(self.path):
                os.makedirs(os.path.dirname(self.path), exist_ok=True)
                self._handle = os.open(self.path, os.O_CREAT | os.O_RDWR | os.O_TRUNC, 0o644)
        if self.alarm:
            self._handler = signal.signal(signal.SIGALRM, _overdue)
        return self

    def __exit__(self, *_: object) -> None:
        if self.alarm:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._handler)
        elif self.seconds:
            faulthandler.cancel_dump_traceback_later()
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
            store.remove(self.path)


def _overdue(*_: object) -> None:
    raise Overdue


def timed(
    fn: Callable[[Any, Watch], Record], task: Any, seconds: float = 0.0, **how: Any
) -> tuple[Record, float]:
    """What :func:`attempt` gives, and the seconds it took."""
    began = time.monotonic()
    return attempt(fn, task, seconds, **how), time.monotonic() - began


def attempt(
    fn: Callable[[Any, Watch], Record],
    task: Any,
    seconds: float = 0.0,
    *,
    alarm: bool = False,
    like: str = "",
) -> Record:
    """Run one task, in a child process when an earlier attempt did not survive it.

    Expected errors come back as a record ``{"error": …}``, so that a cluster never retries them.

    Args:
        fn: what to do with it.
        task: a task.
        seconds: an item may take; 0 = any time.
        alarm: an item that takes longer ends the attempt, not the process.
        like: `work.cluster.introduction` of the process that asks; a process that differs refuses.
    """
    from gmai_data.work.isolate import failure, isolated

    try:
        if like:
            from gmai_data.work.cluster import refuse_unlike

            refuse_unlike(like)
        if task.crumb and os.path.exists(task.crumb):
            return isolated(fn, task, seconds or ITEM_SECONDS)
        try:
            with Watch(task.crumb, seconds=seconds, alarm=alarm) as watch:
                return fn(task, watch)
        except Overdue:
            return isolated(fn, task, seconds)
    except GmaiDataError as error:
        return failure(error)
    except OSError as error:
        if error.errno is None:  # decoders raise it too
            raise
        return failure(store.refusal(error))


@dataclass(slots=True)
class Spent:
    """Where the time of a run went."""

    clock: dict[str, float] = field(default_factory=dict)  # seconds that passed, by step
    work: dict[tuple[str, str], tuple[int, float]] = field(default_factory=dict)
    # by step and source: tasks, and seconds that workers were busy with them

    def add(self, step: str, source: str, seconds: float) -> None:
        """A task is done."""
        tasks, before = self.work.get((step, source), (0, 0.0))
        self.work[step, source] = (tasks + 1, before + seconds)


@dataclass(slots=True)
class Pool:
    """Where tasks run: in this process until enough work is planned, then on a Dask cluster."""

    workers: int = 0  # 0 = as many as cores, when there is enough to do; 1 = this process
    scheduler: str = ""
    item_seconds: float = ITEM_SECONDS
    note: Callable[[str], None] = lambda text: None  # told where the cluster can be watched
    shared: Sequence[str] = ()  # what workers of a running cluster must see at the same path
    spent: Spent = field(default_factory=Spent)
    _client: Any = None
    _cluster: Any = None

    def run(
        self,
        fn: Callable[[T, Watch], Record],
        tasks: Iterable[T],
        *,
        seconds: float = 0.0,
        spare: bool = False,
    ) -> Iterator[tuple[T, Record]]:
        """Each task with its record, in the order they are done. ``seconds`` of work are planned.

        With ``spare``, a mistake that is the task's own (`isolate.own_fault`) ends that task alone:
        its record is ``{"error": …}``.

        Raises:
            GmaiDataError: what a task raised, once the tasks in flight have been let go.
        """
        step, began = fn.__name__.partition("_")[0], time.monotonic()
        if self._parallel(seconds):
            outcomes = self._cluster_run(fn, tasks)
        else:
            outcomes = _serial(fn, tasks, self.item_seconds)
        try:
            for task, (record, took) in outcomes:
                self.spent.add(step, getattr(task, "source", ""), took)
                if "error" in record:
                    from gmai_data.work.isolate import error_of, own_fault

                    error = error_of(record)
                    if not (spare and own_fault(error)):
                        raise error
                yield task, record
        finally:
            passed = self.spent.clock.get(step, 0.0) + time.monotonic() - began
            self.spent.clock[step] = passed
            outcomes.close()

    def _parallel(self, seconds: float) -> bool:
        if self.scheduler or self._client is not None:
            return True
        return self.workers > 1 or (
            self.workers == 0 and seconds > SERIAL_SECONDS and (os.cpu_count() or 1) > 1
        )

    def _cluster_run(
        self, fn: Callable[[T, Watch], Record], tasks: Iterable[T]
    ) -> Generator[tuple[T, tuple[Record, float]], None, None]:
        from distributed import KilledWorker, as_completed

        from gmai_data.work.cluster import introduction, let_go

        client, like = self.client(), introduction()
        waiting = iter(tasks)
        flying: dict[Any, tuple[T, int]] = {}

        def submit(task: T, tries: int = 0) -> Any:
            future = client.submit(
                timed, fn, task, self.item_seconds, like=like,
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
            let_go(client, [f for f in done.futures if f.key in flying])

    def client(self) -> Any:
        """The Dask client; a local cluster of single-threaded processes is started if needed."""
        if self._client is None:
            from gmai_data.work import cluster

            if self.scheduler:
                self._client = cluster.connected(self.scheduler, self.shared)
            else:
                self._client, self._cluster = cluster.started(self.workers or os.cpu_count() or 1)
            if link := cluster.dashboard(self._client):
                self.note(f"Dask dashboard: {link}")
        return self._client

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        if self._client is not None:
            self._client.close(timeout=10)
        if self._cluster is not None:
            self._cluster.close(timeout=10)
        self._client = self._cluster = None


def _serial(
    fn: Callable[[T, Watch], Record], tasks: Iterable[T], seconds: float
) -> Generator[tuple[T, tuple[Record, float]], None, None]:
    alarm = threading.current_thread() is threading.main_thread()  # where signals are handled
    for task in tasks:
        yield task, timed(fn, task, seconds if alarm else 0, alarm=alarm)
