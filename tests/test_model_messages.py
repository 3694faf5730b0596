from dataclasses import replace

import orjson
import pytest

from gmai_data.config import AnswerConfig
from gmai_data.errors import RejectedItem
from gmai_data.model.messages import (
    Ask,
    base_key,
    body,
    data_url,
    most_tokens,
    request_key,
    round_up,
    schema,
)
from gmai_data.model.reply import NotACompletion, answer_of, reply_of
from gmai_data.schema import Fact, Request

ASK = Ask(
    key="toy-0000000000000001-caption-en-0", base="", system="Write.", user="Facts: f1 CT",
    fields=("question", "caption"), seed=2**31 - 1, image="ab" * 32, image_bytes=10,
)  # fmt: skip
CONFIG = AnswerConfig(parameters={"temperature": 0.7})


def test_the_key_of_a_released_request_never_changes():
    """A silent change of what is hashed would ask, and pay, for every cached answer again."""
    base = base_key(ASK, "gpt-4.1-mini", CONFIG)
    assert base == GOLDEN
    assert request_key(base, 0) != request_key(base, 1)


GOLDEN = "8a288e5909e4ba0d964024244bbca7a9a904211cb17eacd3c0e9c98832e1f2cd"


@pytest.mark.parametrize(
    "change",
    [{"system": "x"}, {"user": "x"}, {"fields": ("question", "answer")}, {"seed": 2},
     {"image": "cd" * 32}],
)  # fmt: skip
def test_the_key_differs_with_everything_of_a_request_that_decides_its_answer(change):
    assert base_key(replace(ASK, **change), "m", CONFIG) != base_key(ASK, "m", CONFIG)


@pytest.mark.parametrize(
    "change",
    [{"revision": "2"}, {"schema": "json_object"}, {"parameters": {"temperature": 0.8}},
     {"max_tokens": 99}, {"seed": False}, {"image_detail": "low"}],
)  # fmt: skip
def test_the_key_differs_with_every_setting_that_decides_an_answer(change):
    assert base_key(ASK, "m", replace(CONFIG, **change)) != base_key(ASK, "m", CONFIG)
    assert base_key(ASK, "n", CONFIG) != base_key(ASK, "m", CONFIG)


@pytest.mark.parametrize(
    "change",
    [{"concurrency": 1}, {"timeout_s": 1.0}, {"tries": 1}, {"key_env": "X"}, {"prices": "p"},
     {"requests_per_minute": 1}, {"tokens_per_minute": 1}, {"attempts": 9}],
)  # fmt: skip
def test_the_key_does_not_depend_on_how_fast_or_by_whom_it_is_sent(change):
    assert base_key(ASK, "m", replace(CONFIG, **change)) == base_key(ASK, "m", CONFIG)
    assert base_key(replace(ASK, image_offset=7, key="z"), "m", CONFIG) == base_key(
        ASK, "m", CONFIG
    )


def test_without_seeds_two_samples_that_ask_the_same_still_get_answers_of_their_own():
    quiet = replace(CONFIG, seed=False)
    assert base_key(ASK, "m", quiet) != base_key(replace(ASK, seed=1), "m", quiet)
    assert "seed" not in body(ASK, "m", quiet, 0, "")


def test_a_request_has_the_picture_as_a_data_url_and_a_strict_schema():
    sent = body(ASK, "m", CONFIG, 1, data_url(b"\xff\xd8"))
    image, text = sent["messages"][1]["content"]
    assert image["image_url"] == {"url": "data:image/jpeg;base64,/9g=", "detail": "auto"}
    assert text == {"type": "text", "text": "Facts: f1 CT"}
    assert sent["seed"] == 0  # 2^31 - 1, the next attempt
    assert sent["temperature"] == 0.7
    assert sent["response_format"]["json_schema"]["strict"] is True


def test_schemas_stay_within_what_strict_mode_knows():
    def walk(node):
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            assert node["required"] == list(node["properties"])
            for child in node["properties"].values():
                walk(child)
        elif node.get("type") == "array":
            walk(node["items"])
        else:
            assert set(node) <= {"type", "enum"}

    for fields in (("question", "caption"), ("question", "answer"), ("turns",)):
        for last in (0, 8):
            walk(schema(fields, last))
            assert "evidence" in schema(fields, last)["properties"]


def test_a_schema_names_the_ids_that_may_be_cited_and_there_are_few_schemas():
    facts = [Fact(id=f"f{n}", kind="finding", value="x") for n in (1, 3, 11)]
    assert round_up(facts) == 16
    assert round_up(facts[:1]) == round_up(facts[:2]) == 8
    assert round_up([]) == 0
    items = schema(("question", "answer"), 8)["properties"]["evidence"]["items"]
    assert items["enum"] == ["f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8"]


def test_no_text_has_more_tokens_than_the_bound():
    chinese = replace(ASK, user="左肾" * 500, image="")
    assert most_tokens(chinese, 999) >= len(("左肾" * 500).encode())


REQUEST = Request(
    key="k", subset="caption", task="caption-image", language="en", prompt="caption-image",
    slice="s", facts=(Fact(id="f1", kind="modality", value="CT"),),
)  # fmt: skip
GOOD = {"question": "What is it?", "caption": "A CT image.", "evidence": ["f1"]}


def read(said, fields=("question", "caption"), finish="stop", refusal="", **options):
    text = said if isinstance(said, str) else orjson.dumps(said).decode()
    reply = {"text": text, "finish": finish, "refusal": refusal}
    return answer_of(reply, REQUEST, fields, "m", 2, **options)


def test_an_answer_of_the_schema_becomes_turns_with_evidence():
    answer = read(GOOD)
    assert [(t.role, t.text, t.evidence) for t in answer.turns] == [
        ("user", "What is it?", ()),
        ("assistant", "A CT image.", ("f1",)),
    ]
    assert (answer.generator, answer.attempt, answer.finish) == ("m", 2, "stop")


def test_a_conversation_alternates():
    turns = [{"role": r, "text": r} for r in ("user", "assistant", "user", "assistant")]
    assert len(read({"turns": turns, "evidence": ["f1"]}, ("turns",)).turns) == 4
    for wrong in (turns[:3], turns[1:], turns[:1] * 2, []):
        with pytest.raises(RejectedItem, match="wrong-schema"):
            read({"turns": wrong, "evidence": ["f1"]}, ("turns",))


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ('{"question": "a", "capt', "bad-json"),
        ("", "bad-json"),
        ("[]", "wrong-schema"),
        ({**GOOD, "more": 1}, "wrong-schema"),
        ({"question": "a", "caption": "b"}, "wrong-schema"),
        ({**GOOD, "caption": ""}, "wrong-schema"),
        ({**GOOD, "caption": 3}, "wrong-schema"),
        ({**GOOD, "evidence": "f1"}, "wrong-schema"),
        ({**GOOD, "evidence": [1]}, "wrong-schema"),
        ({**GOOD, "evidence": []}, "no-evidence"),
        ({**GOOD, "evidence": ["f1", "f9"]}, "unknown-evidence"),
    ],
)
def test_what_is_not_of_the_schema_is_rejected_by_name(said, rule):
    with pytest.raises(RejectedItem) as error:
        read(said)
    assert error.value.rule == rule


@pytest.mark.parametrize(
    ("finish", "refusal", "rule"),
    [("length", "", "length"), ("content_filter", "", "content-filter"), ("stop", "No.", "refusal"),
     ("tool_calls", "", "finish")],
)  # fmt: skip
def test_refusals_and_cuts_are_told_apart(finish, refusal, rule):
    with pytest.raises(RejectedItem) as error:
        read(GOOD, finish=finish, refusal=refusal)
    assert error.value.rule == rule


def test_a_fence_is_taken_off_only_where_no_schema_was_enforced():
    fenced = "```json\n" + orjson.dumps(GOOD).decode() + "\n```"
    assert read(fenced, fenced=True).turns[1].text == "A CT image."
    with pytest.raises(RejectedItem, match="bad-json"):
        read(fenced)


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b"{}", b'{"choices": []}', b'{"choices": [{}]}', b"[1]", b'{"choices"']
)
def test_a_body_that_is_no_completion_is_told(data):
    with pytest.raises(NotACompletion):
        reply_of(data)


def test_missing_or_odd_usage_is_unknown_and_not_zero():
    said = {"choices": [{"message": {"content": "x"}, "finish_reason": "stop"}]}
    for usage in (None, {}, {"prompt_tokens": None}, {"prompt_tokens": -1}, {"prompt_tokens": "9"}):
        assert reply_of(orjson.dumps({**said, "usage": usage})).sent_tokens is None
