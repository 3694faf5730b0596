"""Raw values of a source and the vocabulary terms its declaration gives them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from gmai_data.declare import Names
from gmai_data.errors import RejectedItem

_WHOLE = re.compile(r"-?[0-9]+(?:\.0+)?")


class UnknownLabelError(RejectedItem):
    """A raw value that `names` does not list: an error, never a guess."""

    def __init__(self, raw: str, known: tuple[str, ...]) -> None:
        near = difflib.get_close_matches(raw, known, 1)
        hint = f", nearest is '{near[0]}'" if near else ""
        super().__init__("corrupt", "unknown-label", f"'{raw}' is not in names{hint}")
        self.raw = raw


def items(names: Names | None) -> Iterator[tuple[Any, str | None]]:
    """Pairs of key and term; of a list, index and term."""
    if isinstance(names, Mapping):
        yield from names.items()
    elif names is not None:
        yield from enumerate(names)


def key_text(key: Any) -> str:
    """Canonical text of one key: "1", "55-70" for ``range(55, 71)``, "/regex/", "" for None."""
    if key is None:
        return ""
    if isinstance(key, range):
        if not key:
            return "empty range"
        step = f" step {key.step}" if key.step != 1 and len(key) > 1 else ""
        return f"{key[0]}-{key[-1]}{step}" if len(key) > 1 else str(key[0])
    if isinstance(key, re.Pattern):
        return f"/{key.pattern}/"
    return str(key)


def name_keys(names: Names | None) -> tuple[str, ...]:
    """Canonical text of each key of `names`, in declared order."""
    return tuple(key_text(key) for key, _ in items(names))


def _number(raw: str) -> int | None:
    return int(raw.partition(".")[0]) if _WHOLE.fullmatch(raw) else None


def _equals(key: Any, raw: str, number: int | None) -> bool:
    if key is None:
        return raw == ""
    if isinstance(key, range):
        return number is not None and number in key
    if isinstance(key, re.Pattern):
        return key.fullmatch(raw) is not None
    if number is None:
        return False
    return key == number if isinstance(key, int) else _number(str(key)) == number


def find_key(names: Names | None, raw: str) -> str | None:
    """Canonical text of the key that ``raw`` matches, or None.

    An equal text wins over a number (``"01"`` is ``1``), a range or a pattern, in declared order.
    """
    texts = name_keys(names)
    if raw in texts:
        return raw
    number = _number(raw)
    for (key, _), text in zip(items(names), texts, strict=True):
        if _equals(key, raw, number):
            return text
    return None


def bind_name(names: Names | None, raw: str, name: str | None = None) -> str | None:
    """The vocabulary term of a raw value; None where it is known and ignored.

    ``raw`` may be the value itself or the canonical text of a key (`name_keys`). A part with a
    fixed ``name`` and no `names` has that name whatever the value. Raises UnknownLabelError.
    """
    if names is None:
        return name
    found = find_key(names, raw)
    if found is None:
        if raw == "" and name is not None:
            return name
        raise UnknownLabelError(raw, name_keys(names))
    for key, term in items(names):
        if key_text(key) == found:
            return term
    raise AssertionError(found)
