"""Peak memory of a process and its children, watched from outside."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # it ships no types

MB = 1 << 20


@dataclass(frozen=True)
class Run:
    """A command that has ended: what it printed, and the peaks of its resident memory."""

    printed: str
    driver_mb: float
    worker_mb: float  # of its largest child
    stopped: bool  # by Ctrl-C, as asked


def watched(command: Sequence[str], folder: Path, until: Callable[[], bool] = lambda: False) -> Run:
    """Run ``command``; once ``until`` holds, press Ctrl-C and wait.

    Raises:
        SystemExit: the command failed.
    """
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    peaks = {process.pid: 0}
    ended, stopped = threading.Event(), threading.Event()

    def watch() -> None:
        with contextlib.suppress(psutil.Error):  # the process has ended
            while not ended.wait(0.05):
                parent = psutil.Process(process.pid)
                for one in [parent, *parent.children(True)]:
                    with contextlib.suppress(psutil.Error):
                        peaks[one.pid] = max(peaks.get(one.pid, 0), one.memory_info().rss)
                if not stopped.is_set() and until():
                    stopped.set()
                    os.killpg(process.pid, signal.SIGINT)

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    printed, _ = process.communicate()
    ended.set()
    watching.join()
    if process.returncode and not (stopped.is_set() and process.returncode == 130):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    driver = peaks.pop(process.pid) / MB
    return Run(printed, driver, max(peaks.values(), default=0) / MB, stopped.is_set())
