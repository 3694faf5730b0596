"""One request through the ``openai`` package, and what may go wrong with it, by class.

The package's own retries are off: it would repeat a request that cannot succeed, and count none of
it. Redirects are not followed, because they may lead to another host, and for an endpoint on this
machine proxies of the environment are ignored.
"""

from __future__ import annotations

import asyncio
import contextlib
import email.utils
import time
from collections.abc import AsyncIterator, Mapping
from typing import Any, Final

import openai

from gmai_data.errors import BudgetReachedError, UsageError
from gmai_data.model.endpoint import Endpoint, scrubbed
from gmai_data.model.reply import NotACompletion, Reply, reply_of

_WRONG: Final = (301, 302, 303, 307, 308, 401, 403, 404, 405)  # every request would fail like it
_CONNECTIONS: Final = 32  # of one client
_FILTERS: Final = ("content_filter", "content_policy_violation", "moderation")


class Trouble(Exception):
    """A request was not answered, and may be sent again.

    ``rule`` is busy, server-error, timeout, connection or bad-body. ``retry_after_s`` is when the
    endpoint wants to see us again. ``charged`` says that it may have done the work all the same.
    """

    def __init__(
        self, rule: str, value: str, retry_after_s: float | None = None, charged: bool = False
    ) -> None:
        super().__init__(f"{rule}: {value}")
        self.rule = rule
        self.value = value
        self.retry_after_s = retry_after_s
        self.charged = charged


class BadRequest(Exception):
    """The endpoint does not take this request; sending it again is no use."""


@contextlib.asynccontextmanager
async def clients(
    where: Endpoint, key: str, concurrency: int, timeout_s: float
) -> AsyncIterator[list[openai.AsyncOpenAI]]:
    """Clients for so many requests in flight.

    Several, because each looks at all its connections at every request.
    """
    count = -(-concurrency // _CONNECTIONS)
    async with contextlib.AsyncExitStack() as stack:
        yield [
            await stack.enter_async_context(new_client(where, key, _CONNECTIONS, timeout_s))
            for _ in range(count)
        ]


def new_client(where: Endpoint, key: str, concurrency: int, timeout_s: float) -> openai.AsyncOpenAI:
    """The client, which keeps a connection per request in flight."""
    limits = type(openai.DEFAULT_CONNECTION_LIMITS)(
        max_connections=concurrency, max_keepalive_connections=concurrency
    )
    http = openai.DefaultAsyncHttpxClient(
        limits=limits, follow_redirects=False, trust_env=not where.loopback, timeout=timeout_s
    )
    return openai.AsyncOpenAI(
        api_key=key, base_url=where.base_url, max_retries=0, timeout=timeout_s, http_client=http
    )


async def complete(client: openai.AsyncOpenAI, body: Mapping[str, Any], timeout_s: float) -> Reply:
    """Send one request; the completion, a refusal or a cut one included.

    Args:
        client: from `new_client`.
        body: from `messages.body`.
        timeout_s: for the whole of it: a body that drips in slowly ends too.

    Raises:
        Trouble: worth another try.
        BadRequest: this request is not taken.
        UsageError: no request can succeed: a wrong key, model or address.
        BudgetReachedError: the account has no credit left.
    """
    try:
        async with asyncio.timeout(timeout_s):
            # As `extra_body` it is sent as it is: the package would copy it key by key.
            raw = await client.chat.completions.with_raw_response.create(
                model=body["model"], messages=[], extra_body=dict(body)
            )
            return reply_of(raw.content)
    except (TimeoutError, openai.APITimeoutError):
        raise Trouble("timeout", f"no answer in {timeout_s:g} s", charged=True) from None
    except openai.APIConnectionError as error:
        cause = error.__cause__ or error
        began = type(cause).__name__ not in ("ConnectError", "ConnectTimeout", "PoolTimeout")
        name = type(cause).__name__
        raise Trouble("connection", f"{name}: {cause}"[:200], charged=began) from None
    except NotACompletion as error:
        raise Trouble("bad-body", str(error), charged=True) from None
    except openai.APIStatusError as error:
        raise classified(error, str(client.api_key)) from None


def classified(error: openai.APIStatusError, key: str) -> Exception:
    """What an HTTP error means for this request and for all others."""
    status, code = error.status_code, str(error.code or "")
    said = scrubbed(str(error.message), key)
    if code in _FILTERS or (status == 400 and "content management policy" in said):
        return Filtered(said)
    if status == 429 and code == "insufficient_quota":
        return BudgetReachedError(
            f"The endpoint says that the account has no credit left ({said}). Add some, and run "
            "the same command again: it goes on where it stopped."
        )
    if status == 429:
        return Trouble("busy", said, retry_after_s=retry_after(error.response.headers))
    if status in (408, 409, 425) or status >= 500:
        after = retry_after(error.response.headers)
        return Trouble("server-error", f"{status} {said}", after, charged=status == 504)
    if status in _WRONG:
        url = str(error.request.url)
        return UsageError(
            f"{url} answered {status}: {said}. Check --base-url, --model and the key; nothing else "
            "was sent."
        )
    return BadRequest(f"{status} {said}")


class Filtered(Exception):
    """The endpoint refused by an HTTP error of its content filter: a refusal like any other."""


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that the endpoint wants us to wait: ``retry-after-ms``, seconds or a date."""
    try:
        return max(0.0, float(headers["retry-after-ms"]) / 1000)
    except (KeyError, ValueError):
        pass
    text = headers.get("retry-after", "")
    try:
        return max(0.0, float(text))
    except ValueError:
        pass
    when = email.utils.parsedate_tz(text)
    return None if when is None else max(0.0, email.utils.mktime_tz(when) - time.time())
