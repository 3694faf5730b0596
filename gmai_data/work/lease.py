"""One build at a time in an output folder: a lease that names who holds it.

The holder rewrites a *beat* every few seconds. A lease is stale when its process is dead (same
machine), or when its beat has not changed for five minutes on the observer's own monotonic clock
(another machine: clocks of two machines are never compared).
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from gmai_data import store
from gmai_data.errors import TransientError, UsageError

NAME = ".lease.json"
BEAT_SECONDS = 5.0
STALE_SECONDS = 300.0


@dataclass(slots=True)
class Lease:
    """The right to write an output folder, until :meth:`check` says otherwise."""

    path: str
    run: str
    beat: int = 0
    _stop: threading.Event = field(default_factory=threading.Event)

    def check(self) -> None:
        """Raise TransientError when another build has taken the folder over."""
        held = read(self.path)
        if held is None or held.get("run") != self.run:
            raise TransientError(
                f"{os.path.dirname(self.path)}: another build took this folder over. "
                "Nothing more is written; run the same command again when it is done."
            )

    def body(self) -> bytes:
        """What the lease file says."""
        return json.dumps(
            {"beat": self.beat, "host": socket.gethostname(), "pid": os.getpid(), "run": self.run}
        ).encode()

    def keep(self) -> None:
        """Rewrite the beat until told to stop."""
        while not self._stop.wait(BEAT_SECONDS):
            held = read(self.path)
            if held is None or held.get("run") != self.run:
                return
            self.beat += 1
            with contextlib.suppress(TransientError, UsageError, OSError):
                store.write_bytes(self.path, self.body())

    def stop(self) -> None:
        """End the beat."""
        self._stop.set()


@contextlib.contextmanager
def lease(out: str, stale_seconds: float = STALE_SECONDS) -> Iterator[Lease]:
    """Hold the output folder ``out`` for the block.

    Raises:
        UsageError: another build holds it (names host and process), or it cannot be written.
    """
    held = Lease(os.path.join(out, NAME), uuid.uuid4().hex)
    while not store.create(held.path, held.body()):
        other = read(held.path)
        if other is None:
            continue
        if not _stale(held.path, other, stale_seconds):
            raise UsageError(
                f"{out}: another build is writing here (process {other.get('pid')} on "
                f"{other.get('host')}). Wait for it, or choose another --out."
            )
        store.remove(held.path)
    beat = threading.Thread(target=held.keep, daemon=True, name="lease")
    beat.start()
    try:
        yield held
    finally:
        held.stop()
        beat.join()
        mine = read(held.path)
        if mine is not None and mine.get("run") == held.run:
            store.remove(held.path)


def read(path: str) -> dict[str, Any] | None:
    """What a lease file says; ``None`` when there is none."""
    try:
        with open(path, "rb") as file:
            found = json.loads(file.read())
    except FileNotFoundError:
        return None
    except ValueError:  # being created by another process, or cut off by a full disk
        return {}
    return found if isinstance(found, dict) else {}


def _stale(path: str, other: dict[str, Any], seconds: float) -> bool:
    if other.get("host") == socket.gethostname() and isinstance(other.get("pid"), int):
        return not store.alive(other["pid"])
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        if read(path) != other:
            return False
        time.sleep(min(1.0, seconds))
    return True
