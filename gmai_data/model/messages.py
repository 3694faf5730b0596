"""A request as the endpoint gets it, and the digest under which its answer is kept.

Chat Completions, because every server speaks it best. In the digest a picture stands as its
SHA-256; the URL, the key, timeouts and how many run at once are not in it.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gmai_data.canonical import digest, exact
from gmai_data.config import AnswerConfig
from gmai_data.schema import Fact

CANONICAL: Final = 1  # of the canonical form; another number asks for everything anew
_SEEDS: Final = 1 << 31
_OVERHEAD_TOKENS: Final = 64  # roles, separators and what servers add to a request
_STEP: Final = 8
SCORES: Final = (1, 2, 3, 4, 5)  # of a judge: 1 is best
UNCITED: Final = frozenset({"score", "text"})  # fields of replies that name no evidence
_TEXT: Final[Mapping[str, Any]] = {"type": "string"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One request to a model, but for the bytes of its picture and the attempt."""

    key: str  # of the sample it is for
    base: str  # SHA-256 of the canonical request without the attempt
    system: str
    user: str
    fields: tuple[str, ...]  # what the answer must hold beside "evidence"
    seed: int
    last_fact: int = 0  # largest number of a fact it may cite, rounded up to a multiple of eight
    image: str = ""  # SHA-256 of the picture that is sent; "" for none
    image_offset: int = 0  # in the tar beside the chunk of requests
    image_bytes: int = 0


def round_up(facts: Sequence[Fact]) -> int:
    """`Ask.last_fact` of some facts: servers prepare each schema anew, so there must be few."""
    numbers = [int(fact.id[1:]) for fact in facts if fact.id[1:].isdigit()]
    return -(-max(numbers, default=0) // _STEP) * _STEP


def schema(fields: tuple[str, ...], last_fact: int = 0) -> dict[str, Any]:
    """The JSON schema of an answer, within the subset that strict mode knows.

    ``evidence`` holds ids from f1 to ``last_fact``, any text where that is 0; it is not asked for
    beside a field of `UNCITED`.
    """
    turn = _object({"role": {"type": "string", "enum": ["user", "assistant"]}, "text": _TEXT})
    kinds: dict[str, Any] = {
        name: {"type": "array", "items": turn} if name == "turns" else _TEXT for name in fields
    }
    ids = [f"f{n}" for n in range(1, last_fact + 1)]
    if "score" in kinds:
        kinds["score"] = {"type": "integer", "enum": list(SCORES)}
    if not UNCITED.isdisjoint(fields):
        return _object(kinds)
    kinds["evidence"] = {"type": "array", "items": {**_TEXT, "enum": ids} if ids else _TEXT}
    return _object(kinds)


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def body(ask: Ask, model: str, config: AnswerConfig, attempt: int, picture: str) -> dict[str, Any]:
    """The JSON of a request. ``picture`` is the URL of the picture; unused without one."""
    user: Any = ask.user
    if ask.image:
        image = {"url": picture, "detail": config.image_detail}
        user = [{"type": "image_url", "image_url": image}, {"type": "text", "text": ask.user}]
    made: dict[str, Any] = {
        "model": model,
        "messages": [
            {"role": "system", "content": ask.system},
            {"role": "user", "content": user},
        ],
        config.max_tokens_name: config.max_tokens,
        **config.parameters,
    }
    if config.schema == "json_schema":
        name, shape = "_".join(ask.fields), schema(ask.fields, ask.last_fact)
        made["response_format"] = {
            "type": "json_schema",
            "json_schema": {"name": name, "strict": True, "schema": shape},
        }
    elif config.schema == "json_object":
        made["response_format"] = {"type": "json_object"}
    if config.seed:
        made["seed"] = (ask.seed + attempt) % _SEEDS
    return made


def base_key(ask: Ask, model: str, config: AnswerConfig) -> str:
    """SHA-256 hex of everything that decides the answer, but for the attempt."""
    canonical = body(ask, model, config, 0, f"sha256:{ask.image}")
    canonical |= {"canonical": CANONICAL, "revision": config.revision, "sample_seed": ask.seed}
    return digest("request", exact(canonical))


def request_key(base: str, attempt: int) -> str:
    """SHA-256 hex of a request: the key of its answer in the cache."""
    return digest("answer", [base, attempt])


def data_url(jpeg: bytes) -> str:
    """A picture within a request."""
    return "data:image/jpeg;base64," + base64.b64encode(jpeg).decode()


def most_tokens(ask: Ask, image_tokens: int) -> int:
    """No tokenizer cuts text finer than its UTF-8 bytes: an upper bound on what is sent."""
    text = len(ask.system.encode()) + len(ask.user.encode()) + 160 * (len(ask.fields) + 1)
    return text + 6 * ask.last_fact + _OVERHEAD_TOKENS + (image_tokens if ask.image else 0)


def likely_tokens(ask: Ask, image_tokens: int) -> int:
    """About what is sent: English runs to four bytes a token, Chinese to three."""
    text = (len(ask.system.encode()) + len(ask.user.encode())) // 3 + 40 * (len(ask.fields) + 1)
    text += 3 * ask.last_fact
    return text + (image_tokens if ask.image else 0)
