"""An ablation against a scripted model, so that the rates which come out are known."""

import dataclasses
import json
import re

import pytest

from gmai_data.ablate import ARMS, ablate
from gmai_data.config import AnswerConfig, AskConfig
from gmai_data.engine import Silent
from gmai_data.errors import BudgetReachedError, UsageError
from gmai_data.proportions import Rate
from tests.command_line import gmai_data as run
from tests.fault_server import Server
from tests.toy_source import toy

PRICES = '[models."m"]\ninput = "1.00"\noutput = "4.00"\nimage_tokens = 500\n'
FACT = re.compile(r"^- (f\d+) (finding|absent)[:：] ?(.*?)(?:\s*[(（].*)?$", re.M)
OPTION = re.compile(r"^([A-D])\. (.*)$", re.M)
INVENTED = {"en": "Drusen are seen.", "zh": "可见玻璃膜疣。"}


@pytest.fixture(autouse=True)
def _no_key(monkeypatch):
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


def user(body):
    content = body["messages"][-1]["content"]
    return content if isinstance(content, str) else content[-1]["text"]


def says(body):
    """What is known where anything is, an invention where nothing is."""
    text = user(body)
    language = "zh" if re.search(r"[\u4e00-\u9fff]", text) else "en"
    facts = FACT.findall(text)
    if not facts:
        return {"text": f"E. {INVENTED[language]}"}
    _, kind, value = facts[0]
    options = {o.lower().strip(): letter for letter, o in OPTION.findall(text)}
    if value.lower() in options:
        answer = f"{options[value.lower()]}."
    elif kind == "absent":
        answer = f"No {value} is present." if language == "en" else f"未见{value}。"
    else:
        answer = f"{value}." if language == "en" else f"{value}。"
    return {"text": answer}


def config_of(tmp_path, server, **changes):
    table = tmp_path / "prices.toml"
    table.write_text(PRICES)
    answer = AnswerConfig(concurrency=8, timeout_s=10.0, prices=str(table))
    return dataclasses.replace(
        toy(tmp_path, cases=4), model="m", base_url=server.url, cache=str(tmp_path / "cache"),
        answer=answer, **changes,
    )  # fmt: skip


def test_a_model_that_uses_facts_and_else_invents_has_all_and_nothing_right(tmp_path):
    with Server(say=says) as server:
        found = ablate(config_of(tmp_path, server), Silent())
    assert found.pairs > 10
    assert len(server.bodies) == 2 * found.pairs
    with_facts, without = (found.rows["", arm] for arm in ARMS)
    assert with_facts.consistent == Rate(found.pairs, found.pairs)
    assert with_facts.unsupported == Rate(0, found.pairs)
    assert without.consistent == Rate(0, found.pairs)
    assert without.unsupported == Rate(found.pairs, found.pairs)
    assert with_facts.unanswered == without.unanswered == 0
    prompts = {prompt for prompt, _ in found.rows} - {""}
    assert "percept-modality" not in prompts, "the header answers that in both arms"
    for arm in ARMS:
        rows = [found.rows[prompt, arm] for prompt in prompts]
        assert sum(row.consistent.tried for row in rows) == found.pairs


def test_the_rates_are_those_of_the_texts(tmp_path):
    def sometimes(body):
        return says(body) if body["seed"] % 4 else {"text": "Drusen 玻璃膜疣"}

    with Server(say=sometimes) as server:
        found = ablate(config_of(tmp_path, server), Silent())
    guided = [body for body in server.bodies if FACT.search(user(body))]
    invented = sum(body["seed"] % 4 == 0 for body in guided)
    assert 0 < invented < len(guided) == found.pairs
    row = found.rows["", "with"]
    assert row.consistent == Rate(found.pairs - invented, found.pairs)
    assert row.unsupported == Rate(invented, found.pairs)
    low, high = row.unsupported.interval
    assert low < row.unsupported.share < high


def test_both_arms_get_the_same_picture_question_and_seed_and_differ_in_facts_alone(tmp_path):
    with Server(say=says) as server:
        config = config_of(tmp_path, server, ask=AskConfig(languages=("en",)))
        ablate(config, Silent())
    pairs = {}
    for body in server.bodies:
        content = body["messages"][-1]["content"]
        question = content[-1]["text"].partition("The question: ")[2]
        key = (content[0]["image_url"]["url"], question, body["seed"], str(body["messages"][0]))
        pairs.setdefault(key, []).append(content[-1]["text"])
    assert all(len(texts) == 2 for texts in pairs.values())
    for texts in pairs.values():
        (without,) = [text for text in texts if "header of the file" in text]
        known = without.partition("The question: ")[0]
        assert re.findall(r"^- f\d+ (\w+)", known, re.M) == ["modality"]


def test_a_second_run_asks_nothing_and_a_reply_without_a_text_is_counted_apart(tmp_path):
    def broken(n, body):
        return "wrong-schema" if n == 1 else "refusal" if n == 2 else ""

    with Server(broken, say=says) as server:
        config = config_of(tmp_path, server)
        first = ablate(config, Silent())
        sent = len(server.bodies)
        again = ablate(config, Silent())
        assert len(server.bodies) == sent
    assert again.rows == first.rows
    assert again.estimate.cached == again.estimate.requests == sent
    assert sum(first.rows["", arm].unanswered for arm in ARMS) == 2


def test_the_estimate_comes_first_and_the_limit_holds(tmp_path):
    with Server(say=says) as server:
        config = config_of(tmp_path, server)
        seen = []

        def before(estimate):
            seen.append((estimate, len(server.bodies)))
            return False

        assert ablate(config, Silent(), before).rows == {}
        ((estimate, sent),) = seen
        assert sent == 0 == len(server.bodies)
        assert float(estimate.usd) > 0
        with pytest.raises(BudgetReachedError):
            ablate(dataclasses.replace(config, max_usd="0.002"), Silent())
        spent = (server.sent_tokens + 4 * server.received_tokens) / 1e6
        assert spent <= 0.002


def test_offline_is_no_model(tmp_path):
    with pytest.raises(UsageError, match="--model"):
        ablate(toy(tmp_path, cases=1), Silent())


def test_the_command_prints_a_table_or_json(tmp_path):
    with Server(say=says) as server:
        config = config_of(tmp_path, server)
        command = ["ablate", "--sources", "toy", "--data", config.data, "--model", "m",
                   "--source-path", config.source_path[0], "--base-url", server.url,
                   "--cache", config.cache, "--languages", "en", "--limit", "2",
                   "--workers", "1"]  # fmt: skip
        dry = run(*command, "--dry-run")
        assert (dry.returncode, server.bodies) == (0, [])
        assert "price not known" in dry.stderr
        done = run(*command)
        assert done.returncode == 0, done.stderr
        assert re.search(r"^all +with +\d+ +100.0% \(", done.stdout, re.M)
        found = json.loads(run(*command, "--json").stdout)
    row = next(r for r in found["prompts"] if (r["prompt"], r["arm"]) == ("all", "without"))
    assert row["unsupported"]["share"] == 1.0
    assert row["unsupported"]["texts"] == found["pairs"]
