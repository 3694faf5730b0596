import asyncio
from decimal import Decimal

import pytest

from gmai_data import NO_SUBJECT, Files, Source
from gmai_data.config import AnswerConfig, Config
from gmai_data.errors import UsageError
from gmai_data.model.breaker import Breaker
from gmai_data.model.client import retry_after
from gmai_data.model.endpoint import (
    api_key,
    endpoint,
    is_loopback,
    may_be_sent,
    refuse_sources,
    scrubbed,
)
from gmai_data.model.limits import Limiter
from gmai_data.model.prices import PICO, price_of, pusd, usd


def source(name, access="open", **rights):
    return Source(
        name=name, title=name, version="1.0.0", homepage="h", license="CC0-1.0", access=access,
        evidence=("h",), verified="data", cases=Files("{a}.png"), subject=NO_SUBJECT, **rights,
    )  # fmt: skip


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def test_requests_are_spread_over_the_minute():
    limiter = Limiter(requests_per_minute=60, clock=Clock())
    assert [limiter.reserve(1) for _ in range(4)] == [0, 1, 2, 3]


def test_a_large_request_keeps_the_next_one_waiting_for_its_tokens():
    limiter = Limiter(tokens_per_minute=6000, clock=Clock())
    assert [limiter.reserve(n) for n in (300, 100, 100)] == [0, 3, 4]


def test_without_limits_nothing_waits():
    limiter = Limiter(clock=Clock())
    assert {limiter.reserve(10**9) for _ in range(5)} == {0}


def test_a_pause_holds_everybody_and_the_shorter_of_two_does_not_end_it():
    limiter = Limiter(clock=Clock())
    limiter.pause(5)
    limiter.pause(1)
    assert limiter.reserve(1) == 5


def test_the_breaker_opens_after_failures_in_a_row_and_one_probe_closes_it():
    async def story():
        clock = Clock()
        breaker = Breaker(threshold=3, wait_s=0.01, clock=clock)
        for _ in range(3):
            breaker.failed(await breaker.enter())
        assert breaker.opened == 1
        clock.now += 1
        probe = await asyncio.wait_for(breaker.enter(), 1)
        others = [asyncio.ensure_future(breaker.enter()) for _ in range(3)]
        await asyncio.sleep(0.01)
        assert not any(other.done() for other in others)
        breaker.failed(0)  # an old request fails late: it says nothing new
        assert breaker.opened == 1
        breaker.answered()
        breaker.left(probe)
        await asyncio.wait_for(asyncio.gather(*others), 1)

    asyncio.run(story())


def test_a_success_in_between_forgets_the_failures_before():
    async def story():
        breaker = Breaker(threshold=2)
        for _ in range(5):
            breaker.failed(await breaker.enter())
            breaker.answered()
        assert breaker.opened == 0

    asyncio.run(story())


def test_after_probes_in_vain_the_endpoint_is_given_up():
    async def story():
        clock = Clock()
        breaker = Breaker(threshold=1, openings=2, clock=clock)
        while not breaker.given_up:
            breaker.failed(await breaker.enter())
            clock.now += 100
        assert breaker.opened == 3

    asyncio.run(story())


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [({"retry-after": "2"}, 2.0), ({"retry-after-ms": "1500", "retry-after": "9"}, 1.5),
     ({"retry-after": "soon"}, None), ({}, None),
     ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0)],
)  # fmt: skip
def test_retry_after_is_read_in_all_its_forms(headers, seconds):
    assert retry_after(headers) == seconds


def test_prices_are_exact_and_an_unknown_model_has_none(tmp_path):
    price = price_of("gpt-4o-mini")
    assert price.cost(1_000_000, 1_000_000) == pusd("0.75") == 3 * PICO // 4
    assert price.cost(3, 0, batch=True) == 225_000
    assert price_of("my-own-model") is None
    table = tmp_path / "prices.toml"
    table.write_text('[models."my-own-model"]\ninput = "0"\noutput = 0\n')
    assert price_of("my-own-model", str(table)).cost(10**9, 10**9) == 0
    assert price_of("gpt-4o-mini", str(table)) == price


@pytest.mark.parametrize(
    "text",
    ["x = ", '[models."m"]\ninput = "1"', '[models."m"]\ninput = "1"\noutput = "-1"',
     '[models."m"]\ninput = "1"\noutput = "cheap"', '[models."m"]\ninput=1\noutput=1\nimages=3'],
)  # fmt: skip
def test_a_broken_price_table_is_a_sentence(tmp_path, text):
    table = tmp_path / "prices.toml"
    table.write_text(text)
    with pytest.raises(UsageError, match=r"prices\.toml"):
        price_of("m", str(table))


def test_money_is_shown_to_the_cent_or_finer():
    assert usd(0) == "0.00"
    assert usd(pusd("12.346")) == "12.35"
    assert usd(pusd("0.000123")) == "0.000123"
    assert Decimal(usd(pusd("0.5"))) == Decimal("0.5")


@pytest.mark.parametrize(
    ("host", "here"),
    [("localhost", True), ("127.0.0.1", True), ("127.9.9.9", True), ("::1", True),
     ("10.0.0.1", False), ("api.openai.com", False), ("localhost.evil.org", False),
     ("0.0.0.0", False)],
)  # fmt: skip
def test_only_this_machine_is_loopback(host, here):
    assert is_loopback(host) is here


@pytest.mark.parametrize(
    "url", ["gpt", "ftp://x/v1", "https://me:pw@x.org/v1", "https://x.org/v1?key=1"]
)
def test_an_address_that_is_none_or_carries_a_secret_is_refused(url):
    with pytest.raises(UsageError, match="--base-url") as error:
        endpoint(Config(model="m", base_url=url))
    assert "pw" not in str(error.value)


def test_a_key_is_not_sent_unencrypted_to_another_machine(monkeypatch):
    config = Config(model="m", base_url="http://10.0.0.1/v1", answer=AnswerConfig(key_env="MY_KEY"))
    monkeypatch.setenv("MY_KEY", "sk-1234567890")
    with pytest.raises(UsageError, match="https"):
        endpoint(config)
    monkeypatch.delenv("MY_KEY")
    assert api_key(endpoint(config)) is None


def test_what_may_leave_is_what_is_declared_or_open(monkeypatch):
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    there, here = (
        endpoint(Config(model="m")),
        endpoint(Config(model="m", base_url="http://127.0.0.1:1/v1")),
    )
    open_, closed, asked = (
        source(name, access, send_to_api=send)
        for name, access, send in (
            ("open-one", "open", None), ("closed-one", "open", False), ("asked", "agreement", None),
        )
    )  # fmt: skip
    assert may_be_sent(open_)
    assert not may_be_sent(source("p", identity="private"))
    assert may_be_sent(source("q", "agreement", send_to_api=True))
    refuse_sources(here, [open_, closed, asked])
    with pytest.raises(UsageError, match=r"asked, closed-one: .* api\.openai\.com"):
        refuse_sources(there, [open_, closed, asked])


def test_nothing_like_a_key_is_left_in_a_message():
    said = scrubbed("Incorrect key sk-abcdefgh and\n Bearer abcdef123, mysecret", "mysecret")
    assert "abcdef" not in said
    assert "mysecret" not in said
    assert "\n" not in said
