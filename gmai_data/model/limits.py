"""Requests and tokens per minute: when the next request may leave.

Evenly spaced (the generic cell rate algorithm): a minute's worth is never sent in its first second.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Limiter:
    """One for the whole process; 0 = no limit."""

    requests_per_minute: int = 0
    tokens_per_minute: int = 0
    clock: Callable[[], float] = time.monotonic
    _request_at: float = field(default=0.0)  # when the next request may leave
    _token_at: float = field(default=0.0)  # when the tokens sent so far are paid off
    _paused_until: float = field(default=0.0)

    def reserve(self, tokens: int) -> float:
        """Take a place in the line; seconds to wait for it."""
        now = self.clock()
        at = max(now, self._paused_until, self._request_at, self._token_at)
        if self.requests_per_minute:
            self._request_at = at + 60 / self.requests_per_minute
        if self.tokens_per_minute:
            self._token_at = at + 60 * tokens / self.tokens_per_minute
        return at - now

    async def wait(self, tokens: int) -> None:
        """Return when a request of so many tokens may leave, pauses that come later included."""
        await asyncio.sleep(self.reserve(tokens))
        while (left := self._paused_until - self.clock()) > 0:
            await asyncio.sleep(left)

    def pause(self, seconds: float) -> None:
        """Nothing leaves for so long: the endpoint said when to come back."""
        self._paused_until = max(self._paused_until, self.clock() + seconds)
