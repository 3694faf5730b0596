"""Keys of cases, slices, samples and subjects, and the split a subject falls into.

A key is made from declared identity (captured fields), never from bytes, position or an absolute
path: a corrected file is *changed*, not *removed and added*.
"""

from __future__ import annotations

import functools
import hashlib
import hmac
import re
import unicodedata
from collections.abc import Sequence
from typing import Any, Final

import orjson

from gmai_data.canonical import digest
from gmai_data.declare import Source
from gmai_data.errors import UsageError
from gmai_data.schema import Pairs
from gmai_data.terms import SPLITS

PUBLIC_KEY: Final = b"gmai-data/public/1"


def text_digest(domain: str, value: Sequence[Any]) -> str:
    """`canonical.digest` of nested lists of text and integers, without its general walk."""
    plain = orjson.dumps(value)
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", plain.decode()).encode()
    return hashlib.sha256(domain.encode() + b"\0" + plain).hexdigest()


def case_key(source: str, identity: Pairs, part: str = "") -> str:
    """16 hex of the source's name, the part of it, and the captured fields."""
    return text_digest("case", [source, part, identity])[:16]


def slice_hash(case: str, plane: str, index: int, variant: str = "") -> str:
    """16 hex of a slice: its case, plane, position and variant."""
    return digest("slice", [case, plane, index, variant])[:16]


def instance_name(path: str) -> str:
    """What one file of a series is called: its name without folder and suffix.

    The last part of ``1.2.3.4`` is no suffix but the end of a UID.
    """
    return re.sub(r"\.[A-Za-z][A-Za-z0-9]*$", "", re.split(r"[/!]", path)[-1])


@functools.lru_cache(maxsize=1 << 16)
def instance_id(case: str, name: str) -> str:
    """16 hex of one file of a case, by the name or UID it is known by: never either of them."""
    return text_digest("instance", [case, name])[:16]


def subject_hmac(source: Source, raw: str, secret: bytes = b"") -> str:
    """16 hex that stand for a patient: HMAC-SHA256 of the raw id within its space of ids.

    The key is a public constant where the publisher already released the ids, the team's secret
    where the source is private. Raises UsageError without a secret for a private source.
    """
    key = PUBLIC_KEY
    if source.identity == "private":
        if not secret:
            raise UsageError(
                f"{source.name} holds private ids: set GMAI_DATA_SECRET to a random text that "
                "your team keeps, so that subjects can be told apart without being named."
            )
        key = secret
    text = unicodedata.normalize("NFC", "\0".join(space_of(source, raw))).encode()
    return hmac.digest(key, text, "sha256").hex()[:16]


def space_of(source: Source, raw: str) -> tuple[str, str]:
    """Whose id it is and the id: of `<lits>7`, where ids of LiTS are declared, `lits` and `7`."""
    if isinstance(source.subject_space, str):
        return source.subject_space or source.name, raw
    space, mark, own = raw[1:].partition(">")
    known = raw.startswith("<") and mark and space in source.subject_space
    return (space, own) if known else (source.name, raw)


def secret_id(secret: bytes) -> str:
    """8 hex by which two runs see that they use the same secret."""
    return hmac.digest(secret, b"id", "sha256").hex()[:8] if secret else ""


def sample_key(source: str, slice: str, subset: str, language: str, n: int) -> str:
    """``<source>-<16 hex>-<subset>-<language>-<n>``: no dots, sorts by slice hash."""
    return f"{source}-{slice}-{subset}-{language}-{n}"


def split_of(
    seed: int, namespace: str, raw_subject: str, ratios: Sequence[float] = (0.9, 0.05, 0.05)
) -> str:
    """The split of a subject that has no official one: by hash of the raw id, without the secret.

    Equal whatever other subjects or sources are in the build. ``ratios`` are of train, val, test.
    """
    bits = int(text_digest("split", [seed, namespace, raw_subject])[:16], 16) >> 11
    at = bits / float(1 << 53) * sum(ratios)
    for split, share in zip(SPLITS, ratios, strict=True):
        if at < share:
            return split
        at -= share
    return next(s for s, share in reversed(list(zip(SPLITS, ratios, strict=True))) if share > 0)
