"""Canonical JSON and domain-separated digests: the only way anything here is hashed."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any


def canonical(value: Any) -> bytes:
    """UTF-8 JSON with sorted keys, NFC text and no floats (RFC 8785 in spirit).

    Floats are refused because their text differs between writers: pass decimals as strings or
    lengths as integers. Tuples are lists; sets are refused.
    """
    return json.dumps(
        _plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    ).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Mapping):
        return {unicodedata.normalize("NFC", str(k)): _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    raise TypeError(f"{type(value).__name__} has no canonical form: {value!r}")


def digest(domain: str, value: Any) -> str:
    """SHA-256 hex of ``domain``, a NUL byte and the canonical JSON of ``value``."""
    return hashlib.sha256(domain.encode() + b"\0" + canonical(value)).hexdigest()


def exact(value: Any) -> Any:
    """The same value with every float as the shortest text that reads back as it."""
    kind = type(value)
    if kind is str or value is None or kind is int or kind is bool:
        return value
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, dict | Mapping):
        return {k: exact(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [exact(v) for v in value]
    return value


def digest_rows(domain: str, rows: Iterable[tuple[str, str]]) -> str:
    """SHA-256 hex over ``(key, digest)`` pairs, in sorted order whatever order they come in."""
    total = hashlib.sha256(domain.encode() + b"\0")
    for key, value in sorted(rows):
        total.update(canonical([key, value]) + b"\n")
    return total.hexdigest()


def hash64(domain: str, value: Any) -> int:
    """First 64 bits of :func:`digest` as an unsigned integer."""
    return int(digest(domain, value)[:16], 16)


def fraction(domain: str, value: Any) -> float:
    """A number in [0, 1) drawn from ``value``: equal everywhere for equal input."""
    return (hash64(domain, value) >> 11) / float(1 << 53)


def pretty(value: Any) -> str:
    """The committed form: sorted, indented by two, one trailing newline."""
    return json.dumps(_plain(value), sort_keys=True, ensure_ascii=False, indent=2) + "\n"
