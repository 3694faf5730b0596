import asyncio
import itertools
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections import Counter
from pathlib import Path

import pytest

from gmai_data.canonical import fraction
from gmai_data.config import AnswerConfig
from gmai_data.errors import BudgetReachedError, TransientError, UsageError
from gmai_data.model.endpoint import Endpoint
from gmai_data.model.ledger import Ledger, spent
from gmai_data.model.messages import Ask, base_key, body, most_tokens, request_key
from gmai_data.model.prices import Price
from gmai_data.model.sending import Job, new_sender
from gmai_data.words.cache import AnswerCache
from tests.fault_server import FAULTS, Server

FAST = AnswerConfig(concurrency=32, timeout_s=1.0)
PRICE = Price(input_pusd=150_000, output_pusd=600_000)  # 0.15 and 0.60 USD per million
ROOT = Path(__file__).resolve().parents[1]


def asks(count, config=FAST):
    for n in range(count):
        ask = Ask(
            key=f"toy-{n:016x}-caption-en-0", base="", system="Write.", seed=n,
            user=f"Write a caption.\nFacts:\n- f1 modality: CT\n- f2 number: {n}",
            fields=("question", "caption"),
        )  # fmt: skip
        yield ask, request_key(base_key(ask, "m", config), 0)


def jobs(count, config=FAST):
    for ask, key in asks(count, config):
        yield Job(key, lambda ask=ask: body(ask, "m", config, 0, ""), most_tokens(ask, 0), 100)


def sent(tmp_path, server, work, config=FAST, price=PRICE, limit=None, where=None):
    """Send jobs; the ledger afterwards."""
    with AnswerCache(tmp_path / "a.sqlite") as cache:
        ledger = Ledger(cache, "b", price, limit)
        where = where or Endpoint(server.url, True, "NO_KEY")
        sender = new_sender(where, "none", "m", config, cache, ledger, lambda _: None)
        sender.breaker.wait_s = 0.05
        sender.send(iter(work))
        return ledger


def charged(server):
    return server.sent_tokens * PRICE.input_pusd + server.received_tokens * PRICE.output_pusd


def kept(tmp_path, count, config=FAST):
    with AnswerCache(tmp_path / "a.sqlite") as cache:
        keys = [key for _, key in asks(count, config)]
        return cache.get_many(keys), cache.failures(keys), spent(cache.db, "b")


def test_every_request_is_answered_once_and_paid_for_as_it_was_used(tmp_path):
    with Server(latency_s=0.02) as server:
        sent(tmp_path, server, jobs(100))
        answers, failures, spend = kept(tmp_path, 100)
        assert len(answers) == 100
        assert not failures
        assert set(server.answered.values()) == {1}
        assert spend.pusd == charged(server)
        assert spend.held_pusd == 0
        assert 16 < server.most_in_flight <= 32


def storm(n, body):
    """A fifth of all requests meets a fault, the rarer kinds among them."""
    if fraction("storm", n) > 0.2:
        return ""
    return FAULTS[int(fraction("which", n) * len(FAULTS))]


def weathered(tmp_path, count, concurrency, limit_usd, timeout_s=4.0):
    """Send through a storm of faults; what every promise of the issue can be checked against."""
    config = AnswerConfig(concurrency=concurrency, timeout_s=timeout_s, tries=8)
    limit = int(limit_usd * 10**12)
    with Server(storm) as server:
        server.keep_bodies = False
        stopped = None
        try:
            sent(tmp_path, server, jobs(count, config), config, limit=limit)
        except BudgetReachedError as error:
            stopped = error
        answers, failures, spend = kept(tmp_path, count, config)
        assert server.most_in_flight <= concurrency
        assert set(FAULTS) <= set(server.seen)
        assert max(server.answered.values()) == 1, "an answer in hand was asked for again"
        assert charged(server) <= spend.pusd <= limit
        return answers, failures, spend, stopped, server.seen


@pytest.mark.fault(
    "timeouts, 429, 5xx, cut and broken answers in a storm",
    where="model endpoint",
    result="every request is answered or rejected with its reason",
)
def test_in_a_storm_of_faults_every_request_is_answered_or_rejected_with_a_reason(tmp_path):
    answers, failures, spend, stopped, _ = weathered(tmp_path, 600, 64, 10)
    assert stopped is None
    assert len(answers) + len(failures) == 600
    assert all(rule and value for rule, value in failures.values())
    finishes = Counter(a["finish"] for a in answers.values())
    assert {"stop", "length", "content_filter"} <= set(finishes)
    assert any(a["refusal"] for a in answers.values())
    assert spend.held_pusd > 0  # hangs and half bodies may have been charged


@pytest.mark.slow
def test_two_thousand_requests_weather_the_storm(tmp_path):
    answers, failures, *_ = weathered(tmp_path, 2000, 128, 50)
    assert len(answers) + len(failures) == 2000


def test_the_limit_stops_before_it_is_crossed_and_a_larger_one_goes_on(tmp_path):
    with Server() as server:
        one = sent(tmp_path, server, itertools.islice(jobs(1), 1))._total
        limit = one * 40
        with pytest.raises(BudgetReachedError, match="--max-usd"):
            sent(tmp_path, server, jobs(200), limit=limit)
        assert charged(server) <= limit
        first = len(kept(tmp_path, 200)[0])
        assert 5 < first <= 40
        there = kept(tmp_path, 200)[0]
        missing = [job for job in jobs(200) if job.key not in there]
        sent(tmp_path, server, missing, limit=limit * 100)
        assert len(kept(tmp_path, 200)[0]) == 200
        # The very first request was sent twice by this test itself, no other one.
        assert sorted(server.answered.values())[-2] == 1


@pytest.mark.fault(
    "429 with Retry-After",
    where="model endpoint",
    result="all wait, no request is lost",
)
def test_retry_after_is_honoured_by_all_and_no_request_is_lost(tmp_path):
    times = []

    def busy(n, body):
        times.append(time.monotonic())
        return "429-after" if n == 5 else ""

    with Server(busy) as server:
        sent(tmp_path, server, jobs(60), AnswerConfig(concurrency=4, timeout_s=2))
        assert len(kept(tmp_path, 60, AnswerConfig(concurrency=4))[0]) == 60
    later = [t for t in times if t > times[5] + 0.02]
    assert min(later) - times[5] >= 0.045


def test_an_address_where_nobody_is_ends_with_the_first_request(tmp_path):
    with Server() as server:
        pass  # its port is free again
    config = AnswerConfig(concurrency=2, timeout_s=1, tries=2)
    with pytest.raises(TransientError, match=r"cannot be reached: ConnectError.* --base-url"):
        sent(tmp_path, server, jobs(60, config), config)
    answers, failures, spend = kept(tmp_path, 60, config)
    assert not answers
    assert not failures
    assert spend.held_pusd == 0


@pytest.mark.parametrize("fault", ["500", "hang", "half", "not-json", "drip", "reset", "429"])
def test_a_passing_fault_is_tried_again(tmp_path, fault):
    config = AnswerConfig(concurrency=2, timeout_s=0.3)
    with Server(lambda n, body: fault if n == 1 else "") as server:
        sent(tmp_path, server, jobs(3, config), config)
        assert len(kept(tmp_path, 3, config)[0]) == 3
        assert server.seen[fault] == 1


@pytest.mark.fault(
    "a request that never succeeds",
    where="model endpoint",
    result="noted with its reason, the others go on",
)
def test_one_request_that_never_succeeds_is_noted_with_its_reason_and_others_go_on(tmp_path):
    config = AnswerConfig(concurrency=4, timeout_s=0.5, tries=2)

    def one_bad(n, body):
        return "500" if 'number: 7"' in str(body).replace("'", '"') else ""

    with Server(one_bad) as server:
        sent(tmp_path, server, jobs(12, config), config)
        answers, failures, _ = kept(tmp_path, 12, config)
        assert len(answers) == 11
        assert [rule for rule, _ in failures.values()] == ["server-error"]
        assert server.seen["500"] == 2


def test_a_refusal_a_cut_and_a_filter_are_kept_apart_and_asked_once(tmp_path):
    faults = {1: "refusal", 2: "length", 3: "filtered", 4: "bad-json", 5: "wrong-schema"}
    config = AnswerConfig(concurrency=1)
    with Server(lambda n, body: faults.get(n, "")) as server:
        sent(tmp_path, server, jobs(6, config), config)
        answers, failures, spend = kept(tmp_path, 6, config)
        assert len(answers) == 6
        assert not failures
        found = [answers[key] for _, key in asks(6, config)]
        assert found[1]["refusal"] == "I cannot help with that."
        assert [a["finish"] for a in found] == [
            "stop", "stop", "length", "content_filter", "stop", "stop",
        ]  # fmt: skip
        assert spend.pusd == charged(server)


@pytest.mark.fault(
    "an endpoint that is down",
    where="model endpoint",
    result="given up after a few probes, exit 3",
)
def test_an_endpoint_that_is_down_is_given_up_after_a_few_probes(tmp_path):
    with Server(lambda n, body: "500" if n > 10 else "") as server:
        began = time.monotonic()
        with pytest.raises(TransientError, match="does not answer"):
            sent(tmp_path, server, jobs(3000), AnswerConfig(concurrency=8, timeout_s=1, tries=99))
        assert time.monotonic() - began < 20
        assert server.seen["500"] < 100
        assert len(kept(tmp_path, 3000, AnswerConfig())[0]) == 11


@pytest.mark.fault(
    "a wrong key",
    where="model endpoint",
    result="one request is spent; the key is in no message",
)
def test_a_wrong_key_costs_one_request_and_is_not_repeated_to_the_user(tmp_path):
    with Server(lambda n, body: "401") as server:
        with pytest.raises(UsageError) as error:
            sent(tmp_path, server, jobs(100))
        assert server.seen["401"] == 1
        assert "sk-secret" not in str(error.value)
        assert "401" in str(error.value)


def test_an_endpoint_that_takes_no_schema_says_which_option_helps(tmp_path):
    with Server(lambda n, body: "400") as server, pytest.raises(UsageError, match="json_object"):
        sent(tmp_path, server, jobs(100))


@pytest.mark.fault(
    "an account without credit",
    where="model endpoint",
    result="exit 4, as at `--max-usd`",
)
def test_an_account_without_credit_stops_as_a_budget_does(tmp_path):
    with (
        Server(lambda n, body: "429-quota" if n else "") as server,
        pytest.raises(BudgetReachedError, match="credit"),
    ):
        sent(tmp_path, server, jobs(50))


def test_an_endpoint_that_counts_more_tokens_than_expected_is_believed(tmp_path):
    class Greedy(Server):
        def completion(self, body, fault=""):
            found = super().completion(body, fault)
            found["usage"]["prompt_tokens"] = 50_000
            self.sent_tokens += 50_000 - len(str(body["messages"])) // 4
            return found

    limit = 20 * 50_000 * PRICE.input_pusd
    with Greedy() as server:
        with pytest.raises(BudgetReachedError):
            sent(tmp_path, server, jobs(200), limit=limit)
        _, _, spend = kept(tmp_path, 200)
        assert spend.pusd <= limit
        assert spend.requests >= 15


def test_without_usage_the_upper_bound_is_what_a_request_costs(tmp_path):
    with Server(usage=False) as server:
        sent(tmp_path, server, jobs(5))
        _, _, spend = kept(tmp_path, 5)
        assert spend.pusd >= charged(server) > 0


def test_an_unknown_price_is_unknown_and_holds_no_limit(tmp_path):
    with Server() as server:
        sent(tmp_path, server, jobs(3), price=None)
        assert kept(tmp_path, 3)[2].pusd is None
        with pytest.raises(UsageError, match="price"):
            sent(tmp_path, server, jobs(3), price=None, limit=10**12)


def test_a_redirect_is_not_followed(tmp_path):
    class Elsewhere(Server):
        async def _complete(self, body, writer):
            writer.write(
                b"HTTP/1.1 307 X\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n"
            )
            return True

    with Elsewhere() as server, pytest.raises(UsageError, match="307"):
        sent(tmp_path, server, jobs(3))


def test_a_proxy_of_the_environment_never_sees_what_goes_to_this_machine(tmp_path, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with Server() as server:
        sent(tmp_path, server, jobs(3))
        assert len(kept(tmp_path, 3)[0]) == 3


def test_the_key_goes_out_in_its_header_and_stays_nowhere(tmp_path):
    with Server() as server:
        with AnswerCache(tmp_path / "a.sqlite") as cache:
            ledger = Ledger(cache, "b", PRICE)
            where = Endpoint(server.url, True, "K")
            sender = new_sender(where, "sk-very-secret", "m", FAST, cache, ledger, lambda _: None)
            sender.send(jobs(3))
        assert server.headers[0]["authorization"] == "Bearer sk-very-secret"
    for file in tmp_path.iterdir():
        assert b"very-secret" not in file.read_bytes()


KILLED = """
import sys
from tests.test_model_sending import jobs, sent
from tests.fault_server import Server
from gmai_data.config import AnswerConfig
from gmai_data.model.endpoint import Endpoint
from pathlib import Path
config = AnswerConfig(concurrency=16, timeout_s=20)
sent(Path(sys.argv[1]), None, jobs(100000, config), config,
     where=Endpoint(sys.argv[2], True, "K"))
"""


@pytest.mark.fault(
    "Ctrl-C or SIGKILL amid requests",
    where="model endpoint",
    result="no more is lost than was in flight",
)
@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_killed_at_any_moment_no_more_is_lost_than_was_in_flight(tmp_path, how):
    config = AnswerConfig(concurrency=16)
    with Server() as server:
        run = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(KILLED), str(tmp_path), server.url],
            cwd=ROOT, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        while sum(server.answered.values()) < 150:
            time.sleep(0.01)
        os.kill(run.pid, how)
        run.wait(20)
        done = sum(server.answered.values())
        answers, _, spend = kept(tmp_path, done + 100, config)
        lost = done - len(answers)
        assert lost == 0 if how == signal.SIGINT else 0 <= lost <= 16
        assert spend.pusd >= charged(server)  # reservations of what was lost are held
    db = sqlite3.connect(tmp_path / "a.sqlite")
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_sending_works_from_a_thread_that_handles_no_signals(tmp_path):
    with Server() as server:
        asyncio.run(asyncio.to_thread(sent, tmp_path, server, jobs(4)))
        assert len(kept(tmp_path, 4)[0]) == 4
