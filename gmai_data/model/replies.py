"""A list of requests beside a build, answered through its cache, ledger and limits.

For what is measured of a model (`ablate`, `judge`) rather than built: one attempt each, live.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from gmai_data.model import endpoint as places
from gmai_data.model.messages import (
    Ask,
    base_key,
    body,
    data_url,
    likely_tokens,
    most_tokens,
    request_key,
)
from gmai_data.model.prices import IMAGE_TOKENS, price_of, usd

if TYPE_CHECKING:
    from gmai_data.config import Config

_AT_ONCE: Final = 4096  # keys that are looked up together
ANSWER_TOKENS: Final = 120  # of a reply, about


@dataclass(frozen=True, slots=True)
class Posed:
    """A request with the picture that goes with it."""

    ask: Ask
    jpeg: bytes = b""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What requests would take, before any is sent."""

    requests: int
    cached: int  # of these, answered already
    tokens: int  # sent and received, of the others
    usd: str | None  # decimal text; None: the price is not known

    def __str__(self) -> str:
        price = "price not known" if self.usd is None else f"about {self.usd} USD"
        return (
            f"{self.requests:,} requests, {self.cached:,} in the cache, {self.tokens:,} tokens, "
            + price
        )


def names_of(posed: Sequence[Posed], config: Config) -> list[str]:
    """The keys of their answers in the cache."""
    return [request_key(base_key(one.ask, config.model, config.answer), 0) for one in posed]


def estimate(posed: Sequence[Posed], config: Config) -> Estimate:
    """Tokens and money of what the cache does not answer."""
    from gmai_data.words.cache import AnswerCache, cache_path

    price = price_of(config.model, config.answer.prices)
    picture = price.image_tokens if price else IMAGE_TOKENS
    names = names_of(posed, config)
    with AnswerCache(cache_path(config.cache)) as cache:
        there = _known(cache, names)
    new = [one for name, one in dict(zip(names, posed, strict=True)).items() if name not in there]
    sent = sum(likely_tokens(one.ask, picture) for one in new)
    received = len(new) * ANSWER_TOKENS
    return Estimate(
        requests=len(posed), cached=sum(name in there for name in names), tokens=sent + received,
        usd=None if price is None else usd(price.cost(sent, received)),
    )  # fmt: skip


def replies(
    posed: Sequence[Posed], config: Config, account: str, told: Callable[[bool], None]
) -> list[Mapping[str, Any] | None]:
    """What the model says to each, in order; ``None`` where the endpoint failed.

    Args:
        posed: the requests; equal ones are sent once.
        config: model, endpoint, limits, cache.
        account: name in the ledger that the spend is booked under.
        told: called after each request that is sent: whether it was answered.

    Raises:
        UsageError: no key where one is needed, and what `Sender.send` raises.
    """
    from gmai_data.model.ledger import Ledger, build_id, limit_of
    from gmai_data.model.sending import Job, image_tokens, new_sender
    from gmai_data.words.cache import AnswerCache, cache_path

    where = places.endpoint(config)
    key = places.api_key(where)
    names = names_of(posed, config)
    with AnswerCache(cache_path(config.cache)) as cache:
        there = _known(cache, names)
        new = {n: p for n, p in zip(names, posed, strict=True) if n not in there}
        price = price_of(config.model, config.answer.prices)
        ledger = Ledger(cache, build_id(account), price, limit_of(config.max_usd))
        if new and key is None:
            raise places.no_key(where, len(new))
        most = image_tokens(ledger)
        jobs = (
            Job(
                key=name, body=functools.partial(_body, one, config),
                most_tokens=most_tokens(one.ask, most), likely_tokens=likely_tokens(one.ask, most),
            )
            for name, one in new.items()
        )  # fmt: skip
        sender = new_sender(where, key or "", config.model, config.answer, cache, ledger, told)
        sender.send(jobs)
        said: dict[str, Any] = {}
        for start in range(0, len(names), _AT_ONCE):
            said.update(cache.get_many(names[start : start + _AT_ONCE]))
    return [said.get(name) for name in names]


def _known(cache: Any, names: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(names), _AT_ONCE):
        found |= cache.known(names[start : start + _AT_ONCE])
    return found


def _body(one: Posed, config: Config) -> dict[str, Any]:
    picture = data_url(one.jpeg) if one.jpeg else ""
    return body(one.ask, config.model, config.answer, 0, picture)
