"""One build at a time in an output folder: a lease that names who holds it.

The holder rewrites a *beat* every few seconds. A lease is stale when its process is dead (same
machine), or when its beat has not changed for five minutes on the observer's own monotonic clock
(another machine: clocks of two machines are never compared).

In an object store the lease is created, beaten and taken over by conditional writes (S3:
``If-None-Match``, ``If-Match``), so that of two builds one gets it. A store that does not know
them is told by a second creation, which it lets pass: there a build waits and looks whether
another has begun meanwhile, which tells two apart that begin within `SETTLE_SECONDS`.
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

from gmai_data import places, store
from gmai_data.errors import TransientError, UsageError

NAME = ".lease.json"
BEAT_SECONDS = 5.0
STALE_SECONDS = 300.0
SETTLE_SECONDS = 3.0


@dataclass(slots=True)
class Lease:
    """The right to write an output folder, until :meth:`check` says otherwise."""

    path: str
    run: str
    beat: int = 0
    conditional: bool = True  # the store refuses to create what is there
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
            with contextlib.suppress(TransientError, UsageError, OSError):
                token = _token(self.path)
                held = read(self.path)
                if held is None or held.get("run") != self.run:
                    return
                self.beat += 1
                self._write(token)

    def take(self, token: str) -> bool:
        """Write the lease over a stale one; false when somebody was faster."""
        if not places.is_url(self.path):
            store.remove(self.path)
            return False  # to be created, as if there had been none
        return self._write(token)

    def create(self) -> bool:
        """Write the lease where there is none; false where there is one."""
        if not places.is_url(self.path):
            return store.create(self.path, self.body())
        if read(self.path) is not None:
            return False
        try:
            if not store.create(self.path, self.body()):
                return False
            self.beat += 1  # other bytes: its own would look like an answer that was lost
            self.conditional = not store.create(self.path, self.body())
        except NotImplementedError:
            self.conditional = False
            store.write_bytes(self.path, self.body())
        return self.conditional or self._alone()

    def _write(self, token: str) -> bool:
        if self.conditional and places.is_url(self.path):
            try:
                return store.replace(self.path, self.body(), token)
            except NotImplementedError:
                self.conditional = False
        store.write_bytes(self.path, self.body())
        return self.conditional or self._alone()

    def _alone(self) -> bool:
        """Whether no other build has written its lease over this one meanwhile."""
        time.sleep(SETTLE_SECONDS)
        held = read(self.path)
        return held is not None and held.get("run") == self.run

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
    while not held.create():
        token = _token(held.path)
        other = read(held.path)
        if other is None:
            continue
        if not _stale(held.path, other, stale_seconds):
            raise UsageError(
                f"{out}: another build is writing here (process {other.get('pid')} on "
                f"{other.get('host')}). Wait for it, or choose another --out."
            )
        if held.take(token):
            break
    beat = threading.Thread(target=held.keep, daemon=True, name="lease")
    beat.start()
    try:
        yield held
    finally:
        held.stop()
        beat.join()
        with contextlib.suppress(TransientError):  # a store that is gone: the lease goes stale
            mine = read(held.path)
            if mine is not None and mine.get("run") == held.run:
                store.remove(held.path)


def read(path: str) -> dict[str, Any] | None:
    """What a lease file says; ``None`` when there is none."""
    try:
        found = json.loads(places.read(path))
    except FileNotFoundError:
        return None
    except ValueError:  # being created by another process, or cut off by a full disk
        return {}
    return found if isinstance(found, dict) else {}


def _token(path: str) -> str:
    """What tells this lease from the one that another build would write over it."""
    try:
        return places.stat(path)[1]
    except OSError:
        return ""


def _stale(path: str, other: dict[str, Any], seconds: float) -> bool:
    if other.get("host") == socket.gethostname() and isinstance(other.get("pid"), int):
        return not store.alive(other["pid"])
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        if read(path) != other:
            return False
        time.sleep(min(1.0, seconds))
    return True
