"""Run a task in a child process, naming and skipping the items that kill it.

The parent watches the crumb (`engine.Watch`) that the child leaves before each item. When the child
dies, that item has killed twice (once it killed the process that ran the task before): it becomes
a rejection and the task starts again without it. Items that were only near a crash are acquitted.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from gmai_data import errors, store
from gmai_data.arrow import from_row, to_row
from gmai_data.errors import GmaiDataError, TransientError

START_SECONDS = 60.0  # until the first item, beside what an item may take
_SLACK_BYTES = 1 << 30  # of address space: libraries loaded later, stacks, arenas


def isolated(fn: Callable[..., Any], task: Any, seconds: float) -> dict[str, Any]:
    """The record of ``fn(task)`` made in children that may die.

    Args:
        fn: a module-level function of a task and a watch.
        task: a frozen dataclass of names; ``task.crumb`` is where its crumb lies.
        seconds: an item that takes longer is ended and quarantined as ``timeout``.

    Raises:
        TransientError: a child dies outside any item.
    """
    try:
        return _until_done(fn, task, seconds)
    finally:
        store.remove(task.crumb + ".child")


def _until_done(fn: Callable[..., Any], task: Any, seconds: float) -> dict[str, Any]:
    skip: dict[str, tuple[str, str]] = {}
    while True:
        kind, rule = _one_child(fn, task, skip, seconds)
        if rule == "done":
            result = task.crumb + ".result"
            with open(result, "rb") as file:
                record = json.loads(file.read())
            store.remove(result)
            store.remove(task.crumb)
            return dict(record)
        item = _crumb(task.crumb + ".child")[0]
        if not item or item in skip:
            raise TransientError(
                f"{task.id}: a process of its own ended ({rule}) outside any item. "
                "Run the same command again."
            )
        skip[item] = (kind, rule)


def _one_child(
    fn: Callable[..., Any], task: Any, skip: dict[str, tuple[str, str]], seconds: float
) -> tuple[str, str]:
    """Run one child to its end: ``("", "done")`` or the class and rule of its death."""
    job = {
        "fn": [fn.__module__, fn.__qualname__],
        "task": [type(task).__module__, type(task).__qualname__, to_row(task)],
        "skip": skip,
        "memory": memory_share(),
    }
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    child = subprocess.Popen(
        [sys.executable, "-m", "gmai_data.work.isolate"],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment,
    )  # fmt: skip
    assert child.stdin is not None
    try:
        child.stdin.write(json.dumps(job).encode() + b"\n")
        child.stdin.flush()  # it stays open: its end tells the child that this process is gone
        seen, since = ("", 0), time.monotonic()
        while True:
            try:
                code = child.wait(timeout=0.2)
                break
            except subprocess.TimeoutExpired:
                now = _crumb(task.crumb + ".child")
                if now != seen:
                    seen, since = now, time.monotonic()
                if time.monotonic() - since > (seconds if seen[0] else seconds + START_SECONDS):
                    return "quarantined", "timeout"
    except BrokenPipeError:
        code = child.wait()
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()
        with contextlib.suppress(BrokenPipeError):
            child.stdin.close()
    if code == 0:
        return "", "done"
    if code in (-signal.SIGINT, -signal.SIGTERM):
        raise TransientError(f"{task.id}: it was interrupted. Run the same command again.")
    if code == -signal.SIGKILL:  # nobody but the kernel (out of memory) or a person sends it
        return "quarantined", "killed"
    name = signal.Signals(-code).name if code < 0 else f"exit {code}"
    return "corrupt", f"crashed-{name.lower().replace(' ', '-')}"


def _crumb(path: str) -> tuple[str, int]:
    try:
        with open(path, "rb") as file:
            return file.read().decode().strip(), os.stat(path).st_mtime_ns
    except FileNotFoundError:
        return "", 0


def failure(error: GmaiDataError) -> dict[str, Any]:
    """An expected error as a record."""
    return {"error": type(error).__name__, "message": str(error)}


def error_of(record: dict[str, Any]) -> GmaiDataError:
    """The error back from :func:`failure`."""
    cls = getattr(errors, record["error"], GmaiDataError)
    found = cls(record["message"])
    assert isinstance(found, GmaiDataError)
    return found


def own_fault(error: GmaiDataError) -> bool:
    """Whether an error is of one task: its declaration, its files; not of the disk or a service."""
    return isinstance(error, errors.UsageError | errors.UnreadableError)


def _named(module: str, name: str) -> Any:
    return getattr(importlib.import_module(module), name)


def main() -> None:
    """The child: a job on standard input, its record in a file beside the crumb."""
    from gmai_data.engine import Watch

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent gets it too, and decides
    job = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    fn = _named(*job["fn"])
    module, name, row = job["task"]
    task = from_row(_named(module, name), row)
    skip = {item: (kind, rule) for item, (kind, rule) in job["skip"].items()}
    limit = _address_space() + job["memory"] + _SLACK_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))  # too large is an error, not a kill
    watch = Watch(task.crumb + ".child", skip)
    with watch:
        try:
            record = fn(task, watch)
        except GmaiDataError as error:
            record = failure(error)
    store.write_bytes(task.crumb + ".result", json.dumps(record).encode())


def memory_share() -> int:
    """Bytes that an item may take: the limit of the Dask worker that asks, else most there is.

    The child is no part of its worker's memory, so it must have a limit of its own.
    """
    if (workers := sys.modules.get("distributed.worker")) is not None:
        with contextlib.suppress(ValueError):  # not in a worker
            limit = workers.get_worker().memory_manager.memory_limit
            if limit:
                return int(limit)
    return int(0.8 * os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))


def _address_space() -> int:
    """Bytes that this process has mapped."""
    import psutil  # type: ignore[import-untyped]

    return int(psutil.Process().memory_info().vms)


def _end_with_parent() -> None:
    os.read(0, 1)
    os._exit(1)


if __name__ == "__main__":
    main()
