"""What the endpoint said: kept as it came, then read as turns or rejected by name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson

from gmai_data.errors import RejectedItem
from gmai_data.schema import Answer, Request, Turn

_FENCE: Final = re.compile(r"\A\s*```(?:json)?\s*\n(.*?)\n?\s*```\s*\Z", re.DOTALL)
_SHOWN: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One completion, as much of it as an answer may depend on, and what it cost in tokens."""

    text: str
    finish: str  # stop, length, content_filter …, as the endpoint calls it
    refusal: str = ""
    served_by: str = ""  # the model's name as the endpoint gives it
    sent_tokens: int | None = None  # None: the endpoint did not say
    received_tokens: int | None = None


def kept(reply: Reply) -> dict[str, Any]:
    """What the cache keeps of a reply; tokens belong to the ledger."""
    return {
        "finish": reply.finish,
        "refusal": reply.refusal,
        "served_by": reply.served_by,
        "text": reply.text,
    }


class NotACompletion(ValueError):
    """The body of a response is not a chat completion."""


def reply_of(data: bytes) -> Reply:
    """Read the body of a response.

    Raises:
        NotACompletion: it is cut, not JSON, or something else.
    """
    try:
        found = orjson.loads(data)
        choice = found["choices"][0]
        message = choice["message"]
        text, refusal = message.get("content") or "", message.get("refusal") or ""
        usage = found.get("usage") or {}
        return Reply(
            text=text if isinstance(text, str) else orjson.dumps(text).decode(),
            finish=str(choice.get("finish_reason") or "stop"),
            refusal=str(refusal),
            served_by=str(found.get("model") or ""),
            sent_tokens=_number(usage.get("prompt_tokens")),
            received_tokens=_number(usage.get("completion_tokens")),
        )
    except (orjson.JSONDecodeError, KeyError, IndexError, TypeError, AttributeError) as error:
        shown = data[:_SHOWN].decode("utf-8", "replace")
        raise NotACompletion(f"{type(error).__name__}: {shown!r}") from error


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def answer_of(
    reply: Mapping[str, Any],
    request: Request,
    fields: Sequence[str],
    generator: str,
    attempt: int,
    *,
    fenced: bool = False,
) -> Answer:
    """The turns of a kept reply.

    Args:
        reply: ``text``, ``finish`` and ``refusal`` as `Reply` has them.
        request: what was asked.
        fields: names that the answer must hold beside ``evidence``.
        generator: name of the model.
        attempt: which attempt it was.
        fenced: JSON within a Markdown fence will do: the endpoint was not held to a schema.

    Raises:
        RejectedItem: rules ``refusal``, ``length``, ``content-filter``, ``finish``, ``bad-json``,
            ``wrong-schema``, ``no-evidence``, ``unknown-evidence``.
    """
    text = str(reply["text"])
    found = json_of(reply, fenced=fenced)
    said = _said(found, tuple(fields))
    if said is None:
        raise _rejected("wrong-schema", text)
    known = {fact.id for fact in request.facts}
    evidence = tuple(dict.fromkeys(found["evidence"]))
    unknown = [name for name in evidence if name not in known]
    if unknown:
        raise _rejected("unknown-evidence", ", ".join(unknown[:5]))
    if known and not evidence:
        raise _rejected("no-evidence", text)
    turns = tuple(
        # `_said` gives no other roles than these two, as text
        Turn(role=role, text=words, evidence=evidence if role == "assistant" else ())  # type: ignore[arg-type]
        for role, words in said
    )
    return Answer(request=request.key, turns=turns, generator=generator, attempt=attempt)


def json_of(reply: Mapping[str, Any], *, fenced: bool = False) -> Any:
    """The JSON value of a kept reply, whatever it is.

    Raises:
        RejectedItem: rules ``refusal``, ``length``, ``content-filter``, ``finish``, ``bad-json``.
    """
    text = str(reply["text"])
    if reply["refusal"]:
        raise _rejected("refusal", str(reply["refusal"]))
    if reply["finish"] == "length":
        raise _rejected("length", f"cut off after: …{text[-_SHOWN:]}")
    if reply["finish"] == "content_filter":
        raise _rejected("content-filter", text or "the endpoint filtered the text")
    if reply["finish"] != "stop":
        raise _rejected("finish", str(reply["finish"]))
    if fenced and (match := _FENCE.match(text)):
        text = match[1]
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        raise _rejected("bad-json", text) from None


def _said(found: Any, fields: tuple[str, ...]) -> list[tuple[str, str]] | None:
    """Role and text of each turn, or ``None`` when the value is not of the schema."""
    if not isinstance(found, dict) or set(found) != {*fields, "evidence"}:
        return None
    evidence = found["evidence"]
    if not isinstance(evidence, list) or not all(isinstance(e, str) for e in evidence):
        return None
    if "turns" in fields:
        turns = found["turns"]
        if not isinstance(turns, list) or len(turns) < 2 or len(turns) % 2:
            return None
        said = []
        for number, turn in enumerate(turns):
            if not isinstance(turn, dict) or set(turn) != {"role", "text"}:
                return None
            if turn["role"] != ("assistant" if number % 2 else "user"):
                return None
            said.append((turn["role"], turn["text"]))
    else:
        said = [("user", found[fields[0]]), ("assistant", found[fields[-1]])]
    if not all(isinstance(text, str) and text.strip() for _, text in said):
        return None
    return [(role, text.strip()) for role, text in said]


def _rejected(rule: str, value: str) -> RejectedItem:
    return RejectedItem("corrupt", rule, " ".join(value.split())[:300])
