"""Hundreds of requests in flight from one process: limits, retries, the ledger and the cache.

An answer and what it cost are written in one transaction before its place in flight is free, so a
process that is killed loses at most what was in flight.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from gmai_data.canonical import fraction
from gmai_data.errors import BudgetReachedError, GmaiDataError, TransientError, UsageError
from gmai_data.model.breaker import Breaker
from gmai_data.model.endpoint import Endpoint
from gmai_data.model.ledger import Ledger, limit_reached
from gmai_data.model.limits import Limiter
from gmai_data.model.prices import IMAGE_TOKENS
from gmai_data.model.reply import Reply, kept
from gmai_data.words.cache import AnswerCache

if TYPE_CHECKING:
    from openai import AsyncOpenAI

    from gmai_data.config import AnswerConfig
    from gmai_data.model.client import Trouble

_BACKOFF_S: Final = 0.5
_MAX_BACKOFF_S: Final = 30.0
_LONGEST_PAUSE_S: Final = 900.0  # an endpoint that wants longer is left until the next run
_BUSY_TRIES: Final = 50
_GRACE_S: Final = 10.0


@dataclass(frozen=True, slots=True)
class Job:
    """One request that is not in the cache."""

    key: str  # of its answer
    body: Callable[[], dict[str, Any]]  # made when it is sent: pictures are large
    most_tokens: int  # upper bound of what is sent
    likely_tokens: int


@dataclass(slots=True)
class Sender:
    """Everything the requests of a run share."""

    where: Endpoint
    key: str
    model: str
    config: AnswerConfig
    cache: AnswerCache
    ledger: Ledger
    told: Callable[[bool], None]  # after each request: whether it was answered
    limiter: Limiter
    breaker: Breaker
    _stop: GmaiDataError | None = None
    _interrupted: bool = False
    _pilot: bool = True  # the first request is alone: a wrong key costs one request, not hundreds
    _freed: asyncio.Event = field(default_factory=asyncio.Event)
    _ending: asyncio.Event = field(default_factory=asyncio.Event)

    def send(self, jobs: Iterator[Job]) -> None:
        """Send every job; each is then in the cache, or noted there as failed.

        Raises:
            BudgetReachedError: the limit would be crossed; what was in flight is kept.
            TransientError: the endpoint does not answer any more.
            UsageError: it takes no request of ours.
            KeyboardInterrupt: Ctrl-C; requests in flight were given ten seconds.
        """
        first = next(jobs, None)
        if first is not None:
            asyncio.run(self._all(first, jobs))

    async def _all(self, first: Job, jobs: Iterator[Job]) -> None:
        from gmai_data.model.client import clients

        many, timeout_s = self.config.concurrency, self.config.timeout_s
        async with clients(self.where, self.key, many, timeout_s) as open_clients:
            with self._until_ctrl_c() as stopped:
                await self._raced(self._one(open_clients[0], first), stopped)
                self._pilot = False
                lanes = (self._lane(open_clients[n % len(open_clients)], jobs) for n in range(many))
                await self._raced(_together(lanes), stopped)
        if self._interrupted:
            raise KeyboardInterrupt
        if self._stop is not None:
            raise self._stop

    async def _raced(self, work: Any, stopped: asyncio.Event) -> None:
        """Do the work; after Ctrl-C it has ten seconds to end by itself."""
        task, halt = asyncio.ensure_future(work), asyncio.ensure_future(stopped.wait())
        try:
            await asyncio.wait({task, halt}, return_when=asyncio.FIRST_COMPLETED)
            if not task.done():
                await asyncio.wait({task}, timeout=_GRACE_S)
            if task.done():
                task.result()
        finally:
            for one in (task, halt):
                one.cancel()
            await asyncio.gather(task, halt, return_exceptions=True)

    @contextlib.contextmanager
    def _until_ctrl_c(self) -> Iterator[asyncio.Event]:
        """In the main thread Ctrl-C lets requests in flight end; a second one waits for nothing."""
        stopped = asyncio.Event()
        if threading.current_thread() is not threading.main_thread():
            yield stopped
            return
        before = signal.getsignal(signal.SIGINT)

        def halt() -> None:
            signal.signal(signal.SIGINT, before)
            sys.stderr.write("gmai-data: stopping; requests in flight have ten seconds to end.\n")
            self._interrupted = True
            self._ending.set()
            stopped.set()

        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGINT, halt)
        try:
            yield stopped
        finally:
            loop.remove_signal_handler(signal.SIGINT)
            signal.signal(signal.SIGINT, before)

    async def _lane(self, client: AsyncOpenAI, jobs: Iterator[Job]) -> None:
        for job in jobs:
            if self._halted:
                return
            await self._one(client, job)

    @property
    def _halted(self) -> bool:
        return self._stop is not None or self._interrupted

    async def _one(self, client: AsyncOpenAI, job: Job) -> None:
        """Send one job until it is answered, fails for good, or everything stops."""
        body, tries, busy = job.body(), 0, 0
        while not self._halted:
            trouble = await self._try(client, body, job)
            if trouble is None:
                return
            busy += trouble.rule == "busy"
            tries += trouble.rule != "busy"
            if tries >= self.config.tries or busy >= _BUSY_TRIES:
                if self._pilot and trouble.rule == "connection" and not trouble.charged:
                    self._unreachable(trouble.value)
                    return
                self._fail(job, trouble.rule, trouble.value)
                return
            await self._back_off(job, trouble, tries + busy)

    async def _try(self, client: AsyncOpenAI, body: dict[str, Any], job: Job) -> Trouble | None:
        """Send it once; what went wrong, if it is worth another try."""
        from gmai_data.model.client import BadRequest, Filtered, Trouble

        paid, most = await self._paid(job)
        if paid is None:
            return None
        receipt: int | None = paid
        charged = True  # until the endpoint says otherwise; so after Ctrl-C and a broken connection
        generation = -1
        try:
            generation = await self.breaker.enter()
            if self._halted or self.breaker.given_up:
                charged = False
                self._give_up()
                return None
            reply = await self._sent(client, body, job)
            self._keep(job, reply, paid, most)
            receipt = None
        except Filtered as error:
            reply = Reply(
                text=str(error), finish="content_filter", sent_tokens=0, received_tokens=0
            )
            self._keep(job, reply, paid, most)
            receipt = None
            self.breaker.answered()
        except BadRequest as error:
            charged = False
            self._refused(job, str(error))
        except Trouble as trouble:
            charged = trouble.charged
            self.breaker.failed(generation)
            return trouble
        except (UsageError, BudgetReachedError) as error:
            charged = False
            if not self._pilot and isinstance(error, UsageError):
                self._halt(TransientError(str(error)))  # it worked a moment ago
            self._halt(error)
        else:
            self.breaker.answered()
        finally:
            if receipt is not None and charged:
                self.ledger.hold()
            elif receipt is not None:
                self.ledger.release(paid, most)
            self.breaker.left(generation)
            self._freed.set()
        return None

    def _refused(self, job: Job, said: str) -> None:
        """The endpoint does not take a request: this one, or if it is the first, any."""
        self.breaker.answered()
        if self._pilot:
            self._halt(
                UsageError(
                    f"{self.where.base_url} does not take the first request: {said}. An endpoint "
                    "without JSON schemas needs `answer: {schema: json_object}` in the "
                    "configuration, an older one `max_tokens_name: max_tokens`, one without seeds "
                    "`seed: false`, a model without eyes `images: false`."
                )
            )
        else:
            self._fail(job, "bad-request", said)

    def _halt(self, error: GmaiDataError) -> None:
        self._stop = self._stop or error
        self._ending.set()

    async def _sent(self, client: AsyncOpenAI, body: dict[str, Any], job: Job) -> Reply:
        from gmai_data.model.client import complete

        await self.limiter.wait(job.likely_tokens + self.config.max_tokens)
        return await complete(client, body, self.config.timeout_s)

    async def _paid(self, job: Job) -> tuple[int | None, int | None]:
        """Reserve the price; while others are in flight their change may be enough for it."""
        while True:
            most = self.ledger.upper(job.most_tokens, self.config.max_tokens)
            receipt = self.ledger.reserve(job.key, most)
            if receipt is not None:
                return receipt, most
            if not self.ledger.flying or self._halted:
                self._halt(limit_reached(self.ledger, most or 0))
                return None, most
            self._freed.clear()
            await self._freed.wait()

    def _keep(self, job: Job, reply: Reply, receipt: int, most: int | None) -> None:
        sent, received = reply.sent_tokens, reply.received_tokens
        with self.cache.writing():
            self.cache.insert(job.key, kept(reply), self.model)
            self.ledger.settle(receipt, most, sent, received)
        self.ledger.learn(job.most_tokens, sent)
        self.told(True)

    def _fail(self, job: Job, rule: str, value: str) -> None:
        self.cache.failed(job.key, rule, value)
        self.told(False)

    async def _back_off(self, job: Job, trouble: Trouble, tries: int) -> None:
        wait = min(_BACKOFF_S * 2 ** (tries - 1), _MAX_BACKOFF_S)
        wait *= 0.5 + fraction("jitter", [job.key, tries]) / 2  # or all come back at once
        if trouble.retry_after_s is not None:
            if trouble.retry_after_s > _LONGEST_PAUSE_S:
                self._halt(
                    TransientError(
                        f"{self.where.base_url} wants to be left alone for "
                        f"{trouble.retry_after_s / 60:,.0f} minutes. Run the same command again "
                        "then."
                    )
                )
                return
            self.limiter.pause(trouble.retry_after_s)
            wait = trouble.retry_after_s
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._ending.wait(), wait)

    def _unreachable(self, said: str) -> None:
        """Nothing was ever connected to: the others are not tried for minutes."""
        self._halt(
            TransientError(
                f"{self.where.base_url} cannot be reached: {said}. Start the server or correct "
                "--base-url, and run the same command again."
            )
        )

    def _give_up(self) -> None:
        if self.breaker.given_up:
            self._halt(
                TransientError(
                    f"{self.where.base_url} does not answer: {self.breaker.opened} waits were in "
                    "vain. What was answered is kept. Run the same command again when it does."
                )
            )


async def _together(lanes: Any) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            for lane in lanes:
                group.create_task(lane)
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None


def new_sender(
    where: Endpoint,
    key: str,
    model: str,
    config: AnswerConfig,
    cache: AnswerCache,
    ledger: Ledger,
    told: Callable[[bool], None],
) -> Sender:
    """A sender with the limits of a configuration."""
    limiter = Limiter(config.requests_per_minute, config.tokens_per_minute)
    breaker = Breaker(threshold=max(20, config.concurrency))
    return Sender(where, key, model, config, cache, ledger, told, limiter, breaker)


def image_tokens(ledger: Ledger) -> int:
    """Most that one picture counts as."""
    return ledger.price.image_tokens if ledger.price is not None else IMAGE_TOKENS
