"""What a change may do: rules in a TOML file, which make CI fail with the name of the rule.

::

    [diff.rules.prompts-leave-splits-alone]
    when = ["prompt"]           # only sources with such a cause, effect or kind of change
    forbid = ["splits"]         # … may have none of these

    [diff.rules.little-is-lost]
    max_removed = "0.5 %"       # of the samples of a source; or a number: 20

A rule holds for every source, or for those that match ``sources``.
"""

from __future__ import annotations

import dataclasses
import difflib
import fnmatch
import tomllib
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from gmai_data.diff import Change, Diff, Finding
from gmai_data.diff_causes import CHAIN, Kind
from gmai_data.errors import UsageError

LIMITS: Final = ("max_added", "max_changed", "max_moved", "max_removed")
NOT_RAISED: Final = "version-not-raised"
_CHANGES: Final = ("new", "removed", "changed", "renamed")
_NAMES: Final = ("adapter", "inputs", "license", "quarantine", "vocabulary", "version")
_LISTS: Final = ("when", "forbid", "sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. Names are those that `gmai-data diff` prints."""

    name: str
    when: tuple[str, ...] = ()  # any of these, or it does not apply; () = always
    forbid: tuple[str, ...] = ()  # none of these
    sources: tuple[str, ...] = ("*",)  # patterns
    limits: tuple[tuple[str, str], ...] = ()  # max_removed -> "0.5 %" or "20"


def read_rules(path: str) -> tuple[Rule, ...]:
    """The rules of a file, in its order.

    Raises:
        UsageError: not readable, not TOML, no ``[diff.rules]``, a name that means nothing.
    """
    try:
        with open(path, "rb") as file:
            found = tomllib.load(file)
    except OSError as error:
        raise UsageError(f"Cannot read the rules {path}: {error.strerror}.") from error
    except ValueError as error:
        raise UsageError(f"{path} is not TOML: {error}.") from error
    rules = found.get("diff", {}).get("rules") if isinstance(found.get("diff"), dict) else None
    if not isinstance(rules, dict) or not rules:
        raise UsageError(f"{path}: there is no rule in it. Write a table [diff.rules.NAME].")
    return tuple(_rule(path, name, value) for name, value in rules.items())


def judge(diff: Diff, rules: Sequence[Rule]) -> Diff:
    """The same diff with what the rules say about it."""
    findings = [
        finding
        for change in diff.changes
        for rule in rules
        if any(fnmatch.fnmatchcase(change.source, pattern) for pattern in rule.sources)
        for finding in _judged(rule, change)
    ]
    return dataclasses.replace(diff, judged=True, findings=tuple(findings))


def _judged(rule: Rule, change: Change) -> Iterator[Finding]:
    there = dict(_said_of(change))
    if rule.when and not any(name in there for name in rule.when):
        return
    for name in rule.forbid:
        if name in there:
            yield _finding(rule, change, True, f"{there[name]}, which the rule forbids")
    for limit, most in rule.limits:
        what = limit.removeprefix("max_")
        least, exact, total = _number(change, what)
        allowed = _allowed(most, total)
        text = f"{least:,} of {total:,} samples {what}, at most {most} allowed"
        if least > allowed:
            yield _finding(rule, change, True, text if exact else f"at least {text}")
        elif not exact:
            why = f"how many samples were {what} cannot be told from locks: compare two builds"
            yield _finding(rule, change, False, why)


def _finding(rule: Rule, change: Change, broken: bool, why: str) -> Finding:
    return Finding(rule=rule.name, source=change.source, broken=broken, why=why)


def _said_of(change: Change) -> Iterator[tuple[str, str]]:
    """Every name that a rule may use for this change, and the sentence that tells it."""
    yield change.kind, f"it is {change.kind}"
    if not change.bump_ok:
        yield NOT_RAISED, f"its version must be raised to {change.least_version} at least"
    for effect in change.effects:
        yield effect, f"{effect} changed"
    for cause in change.causes:
        values = f" ({cause.old or '-'} -> {cause.new or '-'})" if cause.old or cause.new else ""
        text = f"{cause.name} changed{values}"
        yield cause.name, text
        yield cause.kind, text
        yield cause.name.partition(".")[0], text


def _number(change: Change, what: str) -> tuple[int, bool, int]:
    """How many samples at least, whether that is exact, and how many there were (added: are)."""
    if change.samples is not None:
        number = getattr(change.samples, what)
        if what in ("added", "removed"):
            number += change.samples.renamed  # the key it was known by is gone
        return number, True, change.total[1 if what == "added" else 0]
    a, b = change.total
    if change.kind in ("new", "removed", "renamed"):
        found = {"added": b, "removed": a}.get(what, 0)
        return found, True, b if what == "added" else a
    if what == "moved":
        return 0, "splits" not in change.effects, a
    exact = not {"samples", "slices.pixels"} & set(change.effects)
    least = {"added": b - a, "removed": a - b}.get(what, 0)
    return (0 if exact else max(0, least)), exact, b if what == "added" else a


def _allowed(most: str, total: int) -> Decimal:
    if most.endswith("%"):
        return Decimal(most.rstrip("% ")) * total / 100
    return Decimal(most)


def _rule(path: str, name: str, value: Any) -> Rule:
    where = f"{path}: [diff.rules.{name}]"
    if not isinstance(value, Mapping):
        raise UsageError(f"{where} must be a table, found {value!r}.")
    for key in value:
        if key not in (*_LISTS, *LIMITS):
            raise UsageError(
                f"{where}: there is no {key!r}.{_near(key, (*_LISTS, *LIMITS))} A rule has "
                f"{', '.join((*_LISTS, *LIMITS))}."
            )
    lists = {key: _texts(where, key, value[key]) for key in _LISTS if key in value}
    for key in ("when", "forbid"):
        for said in lists.get(key, ()):
            _known(where, key, said)
    limits = tuple((key, _limit(where, key, value[key])) for key in LIMITS if key in value)
    if not limits and "forbid" not in lists:
        raise UsageError(f"{where} forbids nothing. Give forbid, or one of {', '.join(LIMITS)}.")
    return Rule(name=name, limits=limits, **lists)


def _texts(where: str, key: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not value or not all(isinstance(v, str) for v in value):
        raise UsageError(f"{where}: {key} must be a list of texts, found {value!r}.")
    return tuple(value)


def _known(where: str, key: str, said: str) -> None:
    """Raise UsageError for a name that no change could ever have."""
    if said.partition(" ")[0].partition(".")[0] in typing.get_args(Kind):
        return  # one cause of a kind: "prompt caption-image.en", "adapter.words"
    names = (*typing.get_args(Kind), *CHAIN, *_CHANGES, *_NAMES, NOT_RAISED)
    if said not in names:
        raise UsageError(
            f"{where}: {key} names {said!r}, which no change has.{_near(said, names)} "
            f"Names are {', '.join(dict.fromkeys(names))}."
        )


def _limit(where: str, key: str, value: Any) -> str:
    text = value if isinstance(value, str) else str(value)
    try:
        number = Decimal(text.rstrip("% ") if text.endswith("%") else text)
    except InvalidOperation:
        number = Decimal(-1)
    if isinstance(value, bool) or number < 0 or not number.is_finite():
        raise UsageError(f'{where}: {key} is {value!r}. Give a share such as "0.5 %", or a number.')
    if isinstance(value, float):
        raise UsageError(f'{where}: {key} is {value!r}. Write a share as text: "0.5 %".')
    return text


def _near(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f" Did you mean {near[0]!r}?" if near else ""
