"""The circuit breaker: an endpoint that fails again and again is left alone, then tried by one.

After `threshold` failures in a row nothing is sent for a while. Then a single request goes out: if
it is answered all others follow, else the wait doubles. After `openings` waits without one answer
the endpoint is given up.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

MAX_WAIT_S = 60.0


@dataclass(slots=True)
class Breaker:
    """One for the whole process."""

    threshold: int = 20
    openings: int = 6
    wait_s: float = 2.0
    clock: Callable[[], float] = time.monotonic
    opened: int = 0  # times in a row without an answer
    _failures: int = 0
    _until: float = 0.0
    _generation: int = 0  # failures of requests that left before it opened do not count again
    _probing: bool = False
    _closed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def given_up(self) -> bool:
        """Whether the endpoint failed at every probe."""
        return self.opened > self.openings

    async def enter(self) -> int:
        """Wait until a request may leave; what to give back to `failed`."""
        while self.opened and not self.given_up:
            left = self._until - self.clock()
            if left > 0:
                await asyncio.sleep(left)
            elif not self._probing:
                self._probing = True
                return self._generation
            else:
                self._closed.clear()
                await self._closed.wait()
        return self._generation

    def answered(self) -> None:
        """The endpoint answered, whatever it said."""
        self._failures = self.opened = 0
        self._release()

    def failed(self, generation: int) -> None:
        """A request was not answered."""
        if generation != self._generation:
            return
        self._failures += 1
        if self._probing or self._failures >= self.threshold:
            self.opened += 1
            self._generation += 1
            self._failures = 0
            self._until = self.clock() + min(self.wait_s * 2 ** (self.opened - 1), MAX_WAIT_S)
            self._release()

    def left(self, generation: int) -> None:
        """A request ended in neither way (it was cancelled, or never sent)."""
        if generation == self._generation:
            self._release()

    def _release(self) -> None:
        self._probing = False
        self._closed.set()
