import base64
import dataclasses
import hashlib
import io
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from PIL import Image

from gmai_data.build import build
from gmai_data.config import AnswerConfig
from gmai_data.diff import diff
from gmai_data.errors import BudgetReachedError, UsageError
from gmai_data.output.lock import read_locks
from gmai_data.plan import plan
from gmai_data.schema import Fact, Request
from gmai_data.status import status
from gmai_data.words.cache import AnswerCache, cache_path
from gmai_data.words.prompts import find_folder
from gmai_data.work.asking import may_leave
from tests.command_line import gmai_data as run
from tests.fault_server import Server, truthful
from tests.toy_source import contents, toy

PRICES = '[models."m"]\ninput = "1.00"\noutput = "4.00"\nimage_tokens = 500\n'


@pytest.fixture(autouse=True)
def _no_key(monkeypatch):
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


def asked(tmp_path, server=None, out="out", cases=2, answer=None, **changes):
    """The toy, answered by a server on this machine, or by the cache alone."""
    table = tmp_path / "prices.toml"
    table.write_text(PRICES)
    settings = {"concurrency": 8, "timeout_s": 5.0, "prices": str(table), **(answer or {})}
    return dataclasses.replace(
        toy(tmp_path, cases=cases), model="m", base_url=server.url if server else "",
        cache=str(tmp_path / "cache"), out=str(tmp_path / out), answer=AnswerConfig(**settings),
        **changes,
    )  # fmt: skip


def rows(config, kind):
    return pq.read_table(Path(config.out) / kind / "toy.parquet").to_pylist()


def lock(config):
    return read_locks(str(Path(config.out) / "locks"))["toy"]


def spoiled(n, body):
    """The first attempt of every other request is cut short."""
    return "bad-json" if body["seed"] % 2 else ""


def test_a_finished_build_is_made_again_from_its_cache_with_no_key_and_no_request(tmp_path):
    with Server() as server:
        config = asked(tmp_path, server)
        made = build(config)
        assert made.samples == len(rows(config, "samples")) > 20
        assert {row["generator"] for row in rows(config, "samples")} == {"m"}
        sent = len(server.bodies)
        assert not build(config).changed
        assert len(server.bodies) == sent
    again = asked(tmp_path, out="again")
    build(again)
    assert contents(again.out) == contents(config.out)
    run_json = json.loads((Path(config.out) / "run.json").read_text())
    assert run_json["model_spend"]["requests"] == sent
    assert float(run_json["model_spend"]["usd"]) > 0


def test_without_key_and_cache_the_missing_answers_are_counted(tmp_path):
    config = asked(tmp_path)
    with pytest.raises(UsageError, match=r"needs a key.*OPENAI_API_KEY"):
        build(config)
    assert not (Path(config.out) / "work").exists()  # nothing was read for nothing
    AnswerCache(cache_path(config.cache)).close()
    with pytest.raises(UsageError, match=r"\d+ answers are not in the cache.*OPENAI_API_KEY"):
        build(config)


def test_a_rejected_answer_is_asked_for_again_and_the_lowest_attempt_that_passes_wins(tmp_path):
    with Server(spoiled) as server:
        config = asked(tmp_path, server)
        build(config)
        samples = rows(config, "samples")
        chunks = Path(config.out, "work", "samples", "toy").glob("*[0-9a-f].parquet")
        tables = [pq.read_table(file) for file in chunks if file.name.count(".") == 1]
        last = max(tables, key=len)
        assert set(last["attempt"].to_pylist()) == {0, 1}
        assert lock(config)["counts"]["requests"] == len(samples)
        odd = sum(body["seed"] % 2 for body in server.bodies)
        assert server.seen["bad-json"] == odd
    again = asked(tmp_path, out="again")
    build(again)
    assert contents(again.out) == contents(config.out)


def test_a_text_that_never_passes_is_a_row_with_its_rule_and_fails_no_source(tmp_path):
    with Server(lambda n, body: "wrong-schema") as server:
        config = asked(tmp_path, server, answer={"attempts": 2})
        assert build(config).samples == 0
        found = rows(config, "rejected")
        assert {(r["stage"], r["kind"], r["rule"]) for r in found} == {
            ("answer", "policy", "wrong-schema")
        }
        assert len(server.bodies) == 2 * len(found)


def test_what_the_reviewer_rejects_names_the_rule_and_what_it_found(tmp_path):
    def invents(body):
        return {
            **truthful(body),
            **{
                k: "A tumour of 45 mm in the left kidney. 左肾肿瘤45毫米。"
                for k in ("caption", "answer")
                if k in truthful(body)
            },
        }

    with Server(say=invents) as server:
        config = asked(tmp_path, server, answer={"attempts": 1})
        build(config)
        found = [row for row in rows(config, "rejected") if row["stage"] == "review"]
        assert len(found) > 20
        assert all(row["rule"] and row["value"] for row in found)
        texts = " ".join(row["task"] for row in rows(config, "samples"))
        assert "caption" not in texts


@pytest.mark.fault(
    "a request without an answer",
    where="model endpoint",
    result="quarantined, asked again by the next build",
)
def test_a_request_that_is_not_answered_is_quarantined_and_tried_again(tmp_path):
    bad = []

    def one(n, body):
        bad[:] = bad or [body["seed"]]
        return "500" if n and body["seed"] == server.bodies[1]["seed"] else ""

    with Server(one) as server:
        config = asked(tmp_path, server, answer={"tries": 2})
        build(config)
        found = [r for r in rows(config, "rejected") if r["kind"] == "quarantined"]
        assert [(r["stage"], r["rule"]) for r in found] == [("answer", "server-error")]
        assert lock(config)["quarantine"]["count"] == 1
        without = asked(tmp_path, out="without")
        build(without)  # nobody can be asked: as it was
        assert contents(without.out) == contents(config.out)
        server.faults = lambda n, body: ""
        sent = len(server.bodies)
        assert build(config).changed
        assert len(server.bodies) == sent + 1
        assert lock(config)["quarantine"]["count"] == 0


def test_the_diff_names_the_model_the_prompt_and_answers_that_were_drawn_again(tmp_path):
    def causes(a, b):
        (change,) = diff(a.out, b.out).changes
        assert not change.unexplained, change
        return {cause.name for cause in change.causes if cause.effect}

    prompts = tmp_path / "prompts"
    shutil.copytree(find_folder(), prompts)
    with Server() as server:
        first = asked(tmp_path, server, out="first")
        build(first)
        other = dataclasses.replace(first, out=str(tmp_path / "other"), model="m2")
        build(other)
        assert causes(first, other) == {"model name"}
        warm = asked(tmp_path, server, out="warm", answer={"parameters": {"temperature": 0.5}})
        build(warm)
        (change,) = diff(first.out, warm.out).changes
        assert {cause.name for cause in change.causes} == {"model parameters"}
        file = prompts / "caption-image.en.j2"
        file.write_text(file.read_text().replace("one to three sentences", "one or two sentences"))
        worded = dataclasses.replace(first, out=str(tmp_path / "worded"), prompts=str(prompts))
        build(worded)
        again = {"caption": "A fundus photograph. 眼底照片。"}
        server.say = lambda body: truthful(body) | (again if "caption" in truthful(body) else {})
        redrawn = dataclasses.replace(
            first, out=str(tmp_path / "redrawn"), cache=str(tmp_path / "another")
        )
        build(redrawn)
        assert causes(first, redrawn) == {"answers (re-drawn)"}
    offline = dataclasses.replace(first, out=str(tmp_path / "off"), model="offline", base_url="")
    build(offline)
    assert causes(first, offline) == {"model name"}
    (change,) = diff(first.out, worded.out).changes
    assert {cause.name for cause in change.causes} == {"prompt caption-image.en"}


def test_the_offline_block_of_a_prompt_does_not_matter_to_a_model(tmp_path):
    prompts = tmp_path / "prompts"
    shutil.copytree(find_folder(), prompts)
    with Server() as server:
        config = asked(tmp_path, server, prompts=str(prompts))
        build(config)
        file = prompts / "percept-modality.en.j2"
        offline = "{% block offline %}"
        file.write_text(file.read_text().replace(offline, f"{offline}\n{{# another #}}"))
        assert not build(config).changed


def test_the_limit_ends_the_build_with_code_4_and_status_shows_the_spend(tmp_path):
    with Server() as server:
        config = asked(tmp_path, server, max_usd="0.02")
        with pytest.raises(BudgetReachedError, match="--max-usd") as error:
            build(config)
        assert error.value.exit_code == 4
        assert not (Path(config.out) / "manifest.json").exists()
        first = len(server.bodies)
        assert 0 < first < 40
        cost = server.sent_tokens + 4 * server.received_tokens
        assert cost <= 0.02 * 1e6
        spend = status(config.out, cache=config.cache).spend
        assert spend["requests"] == first
        assert 0 < float(spend["usd"]) <= 0.02
        done = build(dataclasses.replace(config, max_usd="10"))
        assert done.samples > 0
        assert len(server.bodies) == lock(config)["counts"]["requests"]  # none was sent twice


def test_a_limit_without_a_price_is_refused_before_anything_is_read(tmp_path):
    config = dataclasses.replace(asked(tmp_path), model="unheard-of", max_usd="5")
    with pytest.raises(UsageError, match="price"):
        build(config)


def test_a_plan_says_what_a_model_would_cost(tmp_path):
    config = asked(tmp_path, cases=12)
    found = plan(config)
    assert found.tokens > 0
    assert float(found.usd) > 0
    assert plan(dataclasses.replace(config, model="unheard-of")).usd is None
    with Server() as server:
        build(dataclasses.replace(config, base_url=server.url))
        cost = (server.sent_tokens + 4 * server.received_tokens) / 1e6
    assert cost / 3 < float(found.usd) < cost * 20


def test_a_source_that_may_not_be_sent_is_refused_where_a_third_party_would_see_it(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-1234567890")
    config = asked(tmp_path)
    path = Path(config.source_path[0]) / "toy.py"
    path.write_text(path.read_text().replace('access="open"', 'access="open", send_to_api=False'))
    from tests.toy_source import forget

    forget()
    with pytest.raises(UsageError, match=r"toy: their terms do not allow.*api\.openai\.com"):
        build(config)
    with Server() as server:
        build(dataclasses.replace(config, base_url=server.url))
        assert server.bodies


def test_the_picture_that_is_sent_is_small_and_its_digest_is_on_record(tmp_path):
    with Server() as server:
        config = asked(tmp_path, server, answer={"image_side": 36, "image_quality": 70})
        build(config)
        digests = set()
        for body in server.bodies:
            image, _ = body["messages"][1]["content"]
            data = base64.b64decode(image["image_url"]["url"].partition(",")[2])
            assert max(Image.open(io.BytesIO(data)).size) == 36
            digests.add(hashlib.sha256(data).hexdigest())
    (file,) = Path(config.out, "work", "requests", "toy").glob("*.parquet")
    assert set(pq.read_table(file)["image"].to_pylist()) == digests
    blind = asked(tmp_path, out="blind", answer={"images": False})
    with Server() as server:
        build(dataclasses.replace(blind, base_url=server.url))
        assert all(isinstance(body["messages"][1]["content"], str) for body in server.bodies)


def test_an_endpoint_without_schemas_is_asked_as_the_option_says(tmp_path):
    for form in ("json_object", "none"):
        with Server() as server:
            config = asked(tmp_path, server, out=form, answer={"schema": form})
            assert build(config).samples > 20
            types = {body.get("response_format", {}).get("type") for body in server.bodies}
            assert types == {"json_object" if form == "json_object" else None}


def test_what_people_wrote_about_people_of_a_private_source_never_leaves():
    from tests.test_model_limits import source

    private, public = source("a", identity="private"), source("b")
    said = Fact(id="f1", kind="report", value="Mr Smith, born 1950")
    plain = Fact(id="f2", kind="modality", value="CT")

    def request(fact):
        return Request(
            key="k", subset="caption", task="t", language="en", prompt="p", slice="s", facts=(fact,)
        )

    assert not may_leave(private, request(said))
    assert may_leave(private, request(plain))
    assert may_leave(public, request(said))


@pytest.mark.slow
def test_any_number_of_workers_makes_the_same_bytes_and_none_opens_the_cache(tmp_path):
    with Server(spoiled) as server:
        one = asked(tmp_path, server, out="one", cases=4)
        build(one)
    two = asked(tmp_path, out="two", cases=4)
    build(dataclasses.replace(two, workers=2))
    assert contents(two.out) == contents(one.out)


@pytest.mark.slow
def test_the_command_line_tells_the_story(tmp_path):
    with Server() as server:
        config = asked(tmp_path, server)
        settings = tmp_path / "settings.yaml"
        settings.write_text(f"answer: {{prices: {tmp_path}/prices.toml}}\n")
        options = [
            "--sources", "toy", "--data", config.data, "--out", config.out, "--source-path",
            config.source_path[0], "--config", str(settings), "--model", "m", "--base-url",
            server.url, "--cache", config.cache, "--workers", "1",
        ]  # fmt: skip
        stopped = run("build", *options, "--max-usd", "0.02")
        assert stopped.returncode == 4
        assert "--max-usd 0.02" in stopped.stderr
        shown = run("status", config.out, "--cache", config.cache)
        assert "USD" in shown.stdout
        done = run("build", *options, "--max-usd", "5")
        assert done.returncode == 0, done.stderr
        assert "USD" in done.stdout


@pytest.mark.fault(
    "SIGKILL of a build while it asks",
    where="model endpoint",
    result="answers are kept; the next build asks for the rest",
)
@pytest.mark.slow
def test_a_build_that_is_killed_while_it_asks_loses_only_what_was_in_flight(tmp_path):
    with Server(latency_s=0.05) as server:
        config = asked(tmp_path, server, cases=8, answer={"concurrency": 4})
        arguments = ["build", "--sources", "toy", "--data", config.data, "--out", config.out]
        arguments += ["--source-path", config.source_path[0], "--model", "m", "--cache"]
        settings = tmp_path / "settings.yaml"
        settings.write_text("answer: {concurrency: 4}\n")
        arguments += [config.cache, "--base-url", server.url, "--workers", "1"]
        arguments += ["--config", str(settings)]
        killed = subprocess.Popen([sys.executable, "-m", "gmai_data", *arguments])
        while sum(server.answered.values()) < 40:
            time.sleep(0.01)
            assert killed.poll() is None
        killed.kill()
        killed.wait()
        before = len(server.bodies)
        build(config)
        requests = lock(config)["counts"]["requests"]
        assert len(server.bodies) - before >= requests - before
        assert len(server.bodies) <= requests + 4
    again = asked(tmp_path, out="again", cases=8)
    build(again)
    assert contents(again.out) == contents(config.out)
