"""A second model scores a build; against a scripted one the means are known."""

import dataclasses
import json

import pytest

from gmai_data.build import build
from gmai_data.engine import Silent
from gmai_data.errors import UsageError
from gmai_data.judge import judge
from tests.command_line import gmai_data as run
from tests.fault_server import Server
from tests.toy_source import add, config, declare, toy


@pytest.fixture(autouse=True)
def _no_key(monkeypatch):
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


def text_of(body):
    content = body["messages"][-1]["content"]
    return content if isinstance(content, str) else content[-1]["text"]


def by_label(body):
    """Texts of glaucoma are good, all others poor."""
    score = 2 if "Labels: glaucoma" in text_of(body) else 5
    return {"score": score, "comments": "so it is"}


@pytest.fixture
def built(tmp_path):
    """Two sources: one of glaucoma alone, one of diabetic retinopathy alone."""
    for name, numbers in (("good", (0, 1)), ("poor", (2, 3))):
        declare(tmp_path / "sources", name=name)
        add(tmp_path / "data", numbers, name=name)
    made = config(tmp_path, sources=("good", "poor"))
    build(made)
    return made


def judging(built, server, tmp_path, **changes):
    return dataclasses.replace(
        built, model="j", base_url=server.url, cache=str(tmp_path / "cache"), **changes
    )


def test_the_mean_of_each_source_and_the_share_that_passes_come_out(built, tmp_path):
    with Server(say=by_label) as server:
        asked = judging(built, server, tmp_path)
        found = judge(built.out, asked, 5, Silent())
        assert [(s.name, len(s.scores), s.mean, s.passes) for s in found.sources] == [
            ("good", 5, 2.0, True), ("poor", 5, 5.0, False),
        ]  # fmt: skip
        assert found.share == 0.5
        sent = len(server.bodies)
        assert sent == 10
        assert judge(built.out, asked, 5, Silent()).sources == found.sources
        assert len(server.bodies) == sent, "judged once, kept"
        few = judge(built.out, asked, 3, Silent()).sources[0]
        assert {s.key for s in few.scores} < {s.key for s in found.sources[0].scores}
    body = server.bodies[0]
    shape = body["response_format"]["json_schema"]["schema"]["properties"]
    assert shape["score"] == {"type": "integer", "enum": [1, 2, 3, 4, 5]}
    assert set(shape) == {"score", "comments"}
    assert body["messages"][-1]["content"][0]["type"] == "image_url"
    assert "Question:" in text_of(body)
    assert "Answer:" in text_of(body)


def test_what_is_no_score_is_not_counted(built, tmp_path):
    def odd(body):
        return {"score": (1, 6, "2", True, None)[len(server.bodies) % 5], "comments": ""}

    with Server(say=odd) as server:
        asked = dataclasses.replace(
            judging(built, server, tmp_path, sources=("good",)),
            answer=dataclasses.replace(built.answer, concurrency=1),
        )
        (source,) = judge(built.out, asked, 5, Silent()).sources
    assert (len(source.scores), source.unscored, source.mean) == (1, 4, 1.0)


def test_a_model_does_not_judge_its_own_texts(tmp_path):
    with Server() as server:
        own = dataclasses.replace(
            toy(tmp_path, cases=1), model="j", base_url=server.url, cache=str(tmp_path / "cache")
        )
        build(own)
        sent = len(server.bodies)
        with pytest.raises(UsageError, match=r"^j wrote texts of toy itself.*another model"):
            judge(own.out, own, 5, Silent())
        with pytest.raises(UsageError, match="A judge is a model"):
            judge(own.out, dataclasses.replace(own, model="offline"), 5, Silent())
        assert len(server.bodies) == sent


def test_the_command_prints_means_and_the_share(built, tmp_path):
    with Server(say=by_label) as server:
        command = ["judge", built.out, "--model", "j", "--base-url", server.url, "--limit", "2",
                   "--cache", str(tmp_path / "cache"),
                   "--source-path", built.source_path[0]]  # fmt: skip
        done = run(*command)
        assert done.returncode == 0, done.stderr
        assert "1 of 2 sources (50%) have a mean of at most 3, judged by j" in done.stdout
        found = json.loads(run(*command, "--json").stdout)
    assert {s["name"]: s["mean"] for s in found["sources"]} == {"good": 2.0, "poor": 5.0}
    assert found["passing_share"] == 0.5
