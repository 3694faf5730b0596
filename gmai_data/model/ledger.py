"""What a build has spent: every request is paid for here before it is sent.

The upper bound of a request's price is *reserved*, and *settled* to what the answer really took.
A reservation that was never settled (the process was killed, the connection broke) counts in full,
for the endpoint may have done the work. Rows lie beside the answers, and last over all runs into
one output folder: so does the limit.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gmai_data import places
from gmai_data.errors import BudgetReachedError, UsageError
from gmai_data.model.prices import Price, pusd, usd

if TYPE_CHECKING:
    from gmai_data.words.cache import AnswerCache


@dataclass(frozen=True, slots=True, kw_only=True)
class Spend:
    """Money and tokens of one build, over all its runs."""

    requests: int  # sent
    sent_tokens: int
    received_tokens: int
    pusd: int | None  # pico-dollars, what is held included; None: the price is not known
    held_pusd: int  # of these, for requests whose outcome is not known


def build_id(out: str) -> str:
    """The name of an output folder in the ledger."""
    place = places.absolute(out) if places.is_url(out) else os.path.realpath(out)
    return hashlib.sha256(place.encode()).hexdigest()[:16]


@dataclass(slots=True)
class Ledger:
    """The account of one build; ``price`` is ``None`` when it is not known."""

    cache: AnswerCache
    build: str
    price: Price | None
    limit_pusd: int | None = None
    batch: bool = False  # at the price of batches
    flying: int = 0
    factor: float = 1.0  # the endpoint counts this many times our upper bound
    _total: int = field(default=0)

    def __post_init__(self) -> None:
        refuse_unknown(self.price, self.limit_pusd)
        self._total = spent(self.cache.db, self.build).pusd or 0

    @property
    def left_pusd(self) -> int | None:
        """What may still be spent; ``None`` without a limit."""
        return None if self.limit_pusd is None else self.limit_pusd - self._total

    def upper(self, sent: int, received: int) -> int | None:
        """The most that a request of so many tokens costs."""
        if self.price is None:
            return None
        return self.price.cost(int(sent * self.factor) + 1, received, batch=self.batch)

    def reserve(self, key: str, most: int | None) -> int | None:
        """Pay the upper bound of a request; a receipt, or ``None`` when the limit is too near."""
        if self.limit_pusd is not None and self._total + (most or 0) > self.limit_pusd:
            return None
        with self.cache.writing():
            receipt = self.book(key, most)
        self.flying += 1
        return receipt

    def book(self, key: str, most: int | None) -> int:
        """Reserve without asking; within `AnswerCache.writing`. The receipt."""
        row = self.cache.db.execute(
            "INSERT INTO spend (build, key, reserved) VALUES (?, ?, ?)",
            (self.build, bytes.fromhex(key), most),
        )
        self._total += most or 0
        return int(row.lastrowid or 0)

    def settle_booked(self, key: str, sent: int | None, received: int | None) -> None:
        """Settle what was booked for a key, if it still is."""
        for receipt, most in self._booked(key):
            self.settle(receipt, most, sent, received)
            self.flying += 1  # it was booked, not sent by this process

    def unbook(self, key: str) -> None:
        """Free what was booked for a key, if it still is; within `AnswerCache.writing`."""
        for receipt, most in self._booked(key):
            self.cache.db.execute("DELETE FROM spend WHERE id = ?", (receipt,))
            self._total -= most or 0

    def _booked(self, key: str) -> list[tuple[int, int | None]]:
        rows = self.cache.db.execute(
            "SELECT id, reserved FROM spend WHERE key = ? AND build = ? AND settled IS NULL "
            "AND sent IS NULL ORDER BY id LIMIT 1",
            (bytes.fromhex(key), self.build),
        )
        return [(row[0], row[1]) for row in rows.fetchall()]

    def settle(
        self, receipt: int, most: int | None, sent: int | None, received: int | None
    ) -> None:
        """What it really took; within `AnswerCache.writing`, with the answer it paid for."""
        known = self.price is not None and sent is not None and received is not None
        cost = most
        if known and self.price:
            cost = self.price.cost(sent or 0, received or 0, batch=self.batch)
        self.cache.db.execute(
            "UPDATE spend SET settled = ?, sent = ?, received = ? WHERE id = ?",
            (cost, sent, received, receipt),
        )
        self._total += (cost or 0) - (most or 0)
        self.flying -= 1

    def learn(self, bound: int, sent: int | None) -> None:
        """Take larger reservations once the endpoint has counted more than the upper bound."""
        if sent is not None and sent > bound * self.factor:
            self.factor = sent / bound

    def release(self, receipt: int, most: int | None) -> None:
        """It was not charged: the endpoint said no."""
        with self.cache.writing() as db:
            db.execute("DELETE FROM spend WHERE id = ?", (receipt,))
        self._total -= most or 0
        self.flying -= 1

    def hold(self) -> None:
        """Its outcome is not known: what was reserved stays spent."""
        self.flying -= 1


def limit_reached(ledger: Ledger, most: int) -> BudgetReachedError:
    """What to say when the next request, of at most so many pico-dollars, does not fit any more."""
    left, limit = ledger.left_pusd or 0, ledger.limit_pusd or 0
    return BudgetReachedError(
        f"--max-usd {usd(limit)} is reached: {usd(limit - left)} are spent or held, and the next "
        f"request may cost {usd(most)}. What was answered is kept; run again with a larger "
        "--max-usd to go on."
    )


def refuse_unknown(price: Price | None, limit_pusd: int | None) -> None:
    """Raise UsageError: a limit cannot be held where the price is not known."""
    if limit_pusd is not None and price is None:
        raise UsageError(
            "--max-usd cannot be held: the price of this model is not known. Add it to a price "
            "table (`answer: {prices: FILE}` in the configuration; 0 for your own server), or "
            "leave --max-usd out."
        )


def limit_of(max_usd: str) -> int | None:
    """``--max-usd`` in pico-dollars."""
    return pusd(max_usd) if max_usd else None


def spent(db: sqlite3.Connection, build: str) -> Spend:
    """What a build has spent so far."""
    row = db.execute(
        "SELECT count(*), total(sent), total(received), sum(coalesce(settled, reserved)), "
        "sum(CASE WHEN settled IS NULL THEN reserved ELSE 0 END), "
        "total(coalesce(settled, reserved) IS NULL) FROM spend WHERE build = ?",
        (build,),
    ).fetchone()
    return Spend(
        requests=row[0],
        sent_tokens=int(row[1]),
        received_tokens=int(row[2]),
        pusd=None if row[5] else int(row[3] or 0),
        held_pusd=int(row[4] or 0),
    )


def spend_in(folder: str, out: str) -> dict[str, Any] | None:
    """What the builds into ``out`` have spent, by the cache in ``folder``.

    ``None`` when nothing was ever sent; within it an unknown price is ``None``.
    """
    from gmai_data.words.cache import AnswerCache, cache_path

    path = cache_path(folder)
    if not os.path.exists(path):
        return None
    with AnswerCache(path) as cache:
        found = spent(cache.db, build_id(out))
    if not found.requests:
        return None
    return {
        "held_usd": usd(found.held_pusd),
        "received_tokens": found.received_tokens,
        "requests": found.requests,
        "sent_tokens": found.sent_tokens,
        "usd": None if found.pusd is None else usd(found.pusd),
    }
