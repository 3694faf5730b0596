"""A Dask cluster: started here, or one that runs already; who may work in it; how to let it go."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Sequence
from typing import Any

from gmai_data import places
from gmai_data.errors import GmaiDataError, TransientError, UsageError

CONNECT_SECONDS = 30.0
STOP_SECONDS = 10.0  # tasks that have begun are awaited this long when a run is given up
_SAME_EVERYWHERE = "Install the same package versions on every machine (constraints.txt)."

_MOUNTED = (
    "The data, the --store and the --out must lie at the same path on every machine: mount them "
    "there."
)
_REACHED = (
    "Give every worker the store's credentials and endpoint in its environment, and install "
    "gmai-data[s3] there."
)

# Ctrl-C at a terminal reaches every process: workers leave it to the build, which lets them finish.
_NO_INTERRUPT = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
_SETTINGS = {
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": 0.85,
    "distributed.worker.memory.terminate": 0.95,
    "distributed.scheduler.allowed-failures": 3,
    "distributed.comm.timeouts.connect": "60s",
}


def started(workers: int) -> tuple[Any, Any]:
    """Client and cluster of ``workers`` single-threaded processes on this machine."""
    import dask
    from distributed import Client, LocalCluster

    dask.config.set(_SETTINGS)
    cluster = LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=True,
        memory_limit=memory_share(workers),
        dashboard_address="127.0.0.1:0",  # never clashes with another build's
        silence_logs=50,
        preload=[_NO_INTERRUPT],
    )
    return Client(cluster), cluster


def memory_share(workers: int) -> int:
    """Bytes that one of ``workers`` on this machine may take before it is ended."""
    import psutil  # type: ignore[import-untyped]

    return int(0.8 * psutil.virtual_memory().total / workers)


def connected(address: str, shared: Sequence[str] = ()) -> Any:
    """The client of a scheduler that runs already.

    Args:
        address: of the scheduler.
        shared: files and folders of this machine that every worker must see at the same path.

    Raises:
        UsageError: no such address, or a worker would make other bytes than this process.
        TransientError: the scheduler does not answer, or has no worker.
    """
    from distributed import Client

    try:
        client = Client(address, timeout=CONNECT_SECONDS)
    except ValueError as error:
        raise UsageError(
            f"--scheduler {address}: {error}. Give the address that `dask scheduler` printed."
        ) from error
    except OSError as error:
        raise TransientError(
            f"--scheduler {address} does not answer. Start it with `dask scheduler`, or correct "
            "the address, and run the same command again."
        ) from error
    try:
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
        _handshake(client)
        _refuse_apart(client, shared)
    except OSError as error:
        client.close(timeout=STOP_SECONDS)
        raise TransientError(
            f"--scheduler {address} has no worker. Start one with `dask worker {address} "
            "--nthreads 1`, and run the same command again."
        ) from error
    except UsageError:
        client.close(timeout=STOP_SECONDS)
        raise
    return client


def dashboard(client: Any) -> str:
    """Where the cluster can be watched; "" where its pages need bokeh and that is not installed."""
    import importlib.util

    return str(client.dashboard_link) if importlib.util.find_spec("bokeh") else ""


def let_go(client: Any, futures: Sequence[Any]) -> None:
    """Cancel tasks. Those that have begun are awaited a few seconds: they leave whole files."""
    if not futures:
        return
    client.cancel(futures)
    keys = {future.key for future in futures}

    def finished() -> None:
        with contextlib.suppress(OSError, RuntimeError):  # the cluster is gone
            while any(keys.intersection(found) for found in client.run(_running).values()):
                time.sleep(0.05)

    waiting = threading.Thread(target=finished, daemon=True)  # a decoder may let nobody answer
    waiting.start()
    waiting.join(STOP_SECONDS)


def _running(dask_worker: Any) -> list[str]:
    return [task.key for task in dask_worker.state.executing]


def _handshake(client: Any) -> None:
    """Refuse a cluster whose workers would make other bytes."""
    here = introduction()
    for worker, there in sorted(client.run(introduction, on_error="return").items()):
        if isinstance(there, BaseException):
            raise UsageError(f"worker {worker} cannot work: {there}. {_SAME_EVERYWHERE}")
        if there != here:
            raise UsageError(f"worker {worker} has {there}; here it is {here}. {_SAME_EVERYWHERE}")


def _refuse_apart(client: Any, shared: Sequence[str]) -> None:
    """Refuse a cluster whose workers do not see the data, the store and the output."""
    for worker, lacking in sorted(client.run(_lacking, list(shared)).items()):
        if lacking:
            raise UsageError(
                f"worker {worker} does not see {lacking[0]}. "
                + (_REACHED if places.is_url(lacking[0]) else _MOUNTED)
            )


def _lacking(paths: Sequence[str]) -> list[str]:
    return [path for path in paths if not _seen(path)]


def _seen(path: str) -> bool:
    with contextlib.suppress(GmaiDataError):  # of a store that refuses this worker
        return places.is_file(path) or places.is_folder(path)
    return False


def introduction() -> str:
    """What must be equal in all processes of a build, as text: versions, codecs, the secret."""
    from gmai_data import __version__
    from gmai_data.grammar.identity import secret_id
    from gmai_data.steps import secret
    from gmai_data.work.probes import probes
    from gmai_data.work.versions import VERSIONS

    found = {"gmai-data": __version__, **VERSIONS, **probes()}
    if secret():
        found["secret"] = secret_id(secret())
    return ", ".join(f"{name} {value}" for name, value in found.items())


def refuse_unlike(like: str) -> None:
    """Raise UsageError when this process would make other bytes than the one that asks."""
    if like != introduction():
        raise UsageError(
            f"worker on {socket.gethostname()}: {like} is asked for, it has {introduction()}. "
            + _SAME_EVERYWHERE
        )
