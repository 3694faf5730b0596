"""What changed between two builds, by cause: locks first, samples where both builds are at hand."""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from gmai_data import manifest, places
from gmai_data.diff_causes import Cause, explain
from gmai_data.diff_samples import Samples, compare_samples
from gmai_data.errors import UsageError
from gmai_data.output.lock import read_lock, read_locks

Bump = Literal["", "none", "patch", "minor", "minor or major", "major"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One source that differs."""

    source: str
    kind: Literal["new", "removed", "changed", "renamed"]
    version: tuple[str, str]  # old and new, "" where there is none
    old_name: str = ""  # of a renamed source
    causes: tuple[Cause, ...] = ()
    effects: tuple[str, ...] = ()  # outputs that changed, in the order of the line
    unexplained: tuple[str, ...] = ()  # of them, those without a cause: not reproducible
    used: tuple[str, ...] = ()  # prompts and terms that are used now, or no longer
    total: tuple[int, int] = (0, 0)  # samples, old and new
    counts: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # those that differ
    labels: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # slices by term
    rejected: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    samples: Samples | None = None  # null where only locks are at hand
    bump: Bump = ""  # smallest legal version step; "" for a new or removed source
    bump_ok: bool = True  # the version was raised at least that far
    least_version: str = ""  # smallest legal version, where it was not


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule says about one source (`diff_rules`)."""

    rule: str
    source: str
    broken: bool  # false: only the sample tables of both builds could tell
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """Two builds, or two sets of locks."""

    old: str
    new: str
    same: int  # sources that do not differ
    changes: tuple[Change, ...]
    judged: bool = False  # rules were given
    findings: tuple[Finding, ...] = ()  # of those rules

    @property
    def exit_code(self) -> int:
        """0 when nothing differs, or when rules allow it all, else 1.

        No rule allows what is not reproducible.
        """
        if self.judged:
            unexplained = any(change.unexplained for change in self.changes)
            return int(unexplained or any(finding.broken for finding in self.findings))
        return 1 if self.changes else 0


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: locks by source, and the build they are of, if it is at hand."""

    path: str
    locks: Mapping[str, Mapping[str, Any]]
    build: str = ""  # folder with samples/


def side(path: str) -> Side:
    """A build (``locks/``, ``samples/``), a manifests folder (``sources/``), or a file of locks.

    Raises:
        UsageError: there are no locks at ``path``.
        CheckFailedError: a lock cannot be read.
    """
    if places.is_file(path):
        try:
            found = json.loads(places.read(path))
        except ValueError:
            found = None
        if isinstance(found, dict) and "shards" not in found:
            if isinstance(found.get("sources"), dict):
                return Side(path, found["sources"])
            if "source" in found:
                lock = read_lock(path)
                return Side(path, {lock["source"]: lock})
    for folder in ("locks", "sources", ""):
        locks = read_locks(os.path.join(path, folder))
        if locks:
            if folder == "locks" and places.is_file(os.path.join(path, manifest.NAME)):
                whole = manifest.read_manifest(path)["sources"]
                locks = {name: lock for name, lock in locks.items() if name in whole}
            has_samples = places.is_folder(os.path.join(path, "samples"))
            return Side(path, locks, path if has_samples else "")
    if places.is_folder(os.path.join(path, "sources")):
        return Side(path, {})
    raise UsageError(
        f"{path}: no locks there. Name a build, a manifests folder (with sources/*.lock.json), "
        "or a lock file."
    )


def diff(old: str, new: str, sources: Sequence[str] = ()) -> Diff:
    """Compare two builds or manifests; ``sources`` narrows the comparison.

    Raises:
        UsageError: one of the two holds no locks, or a source is in neither.
        CheckFailedError: a lock cannot be read.
    """
    a, b = side(old), side(new)
    names = sorted({*a.locks, *b.locks})
    if sources and "all" not in sources:
        for name in sources:
            if name not in names:
                near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
                hint = f" Did you mean {near[0]}?" if near else ""
                raise UsageError(f"--sources {name}: it is in neither {old} nor {new}.{hint}")
        names = [name for name in names if name in sources]
    renamed = dict(_renamed(a, b, names))
    gone = set(renamed.values())
    changes = []
    for name in names:
        if name in gone:
            continue
        found = _change(name, renamed.get(name, name), a, b)
        if found is not None:
            changes.append(found)
    same = len(names) - len(gone) - len(changes)
    return Diff(old=old, new=new, same=same, changes=tuple(changes))


def _renamed(a: Side, b: Side, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """New and old name of each source that went and came back under another: the same files."""
    gone = [name for name in names if name not in b.locks and a.locks[name]["inputs"]["files"]]
    for name in names:
        if name in a.locks:
            continue
        files = b.locks[name]["inputs"]["sha256"]
        like = [other for other in gone if a.locks[other]["inputs"]["sha256"] == files]
        # Two sources may read the same files: then the one that is read the same way, if any.
        parts = ("read", "scan", "words")
        like.sort(
            key=lambda n: [a.locks[n]["adapter"][p] != b.locks[name]["adapter"][p] for p in parts]
        )
        if like:
            gone.remove(like[0])
            yield name, like[0]


def _change(name: str, old_name: str, a: Side, b: Side) -> Change | None:
    old, new = a.locks.get(old_name), b.locks.get(name)
    if old is None or new is None:
        lock = old or new or {}
        counts = {k: lock["counts"][k] for k in ("cases", "slices", "samples")}
        return Change(
            source=name,
            kind="new" if old is None else "removed",
            version=(old["version"] if old else "", new["version"] if new else ""),
            total=(old["counts"]["samples"] if old else 0, new["counts"]["samples"] if new else 0),
            counts={k: (0, n) if old is None else (n, 0) for k, n in counts.items()},
        )
    if old == new:
        return None
    found = explain(old, new)
    samples = None
    if a.build and b.build and found.effects:
        samples = compare_samples((a.build, old_name), (b.build, name))
    renamed = name != old_name
    bump = "major" if renamed else _bump(old, new, found.effects, samples)
    ok = renamed or _bump_ok(old["version"], new["version"], bump)
    return Change(
        source=name,
        kind="renamed" if renamed else "changed",
        old_name=old_name if renamed else "",
        version=(old["version"], new["version"]),
        causes=found.causes,
        effects=found.effects,
        unexplained=found.unexplained,
        used=found.used,
        total=(old["counts"]["samples"], new["counts"]["samples"]),
        counts=_pairs(_flat(old["counts"]), _flat(new["counts"])),
        labels=_pairs(old["labels"], new["labels"]),
        rejected=_pairs(old["rejected"], new["rejected"]),
        samples=samples,
        bump=bump,
        bump_ok=ok,
        least_version="" if ok else _least(old["version"], bump),
    )


def _flat(counts: Mapping[str, Any]) -> dict[str, int]:
    flat: dict[str, int] = {}
    for name, value in counts.items():
        if isinstance(value, Mapping):
            flat.update({f"{name} {key}": n for key, n in value.items()})
        else:
            flat[name] = value
    return flat


def _pairs(old: Mapping[str, int], new: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    return {
        name: (old.get(name, 0), new.get(name, 0))
        for name in sorted({*old, *new})
        if old.get(name, 0) != new.get(name, 0)
    }


def _bump(
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    effects: Sequence[str],
    samples: Samples | None,
) -> Bump:
    """The smallest legal version step: patch for other bytes, minor for added, major else.

    Another picture under the same words is other data: only the same pixels in other bytes, or
    another licence in the records, are a patch.
    """
    data = {"samples", "slices.pixels"} & set(effects)
    if {"cases", "shards"} <= set(effects):
        data.add("cases")  # the subject or the study that a record names
    if samples is not None:
        if samples.removed or samples.changed or samples.moved or samples.renamed:
            gone = samples.moved or samples.removed or samples.renamed
            return "major" if data or gone else "patch"
        return "minor" if samples.added else ("patch" if effects else "none")
    if not data and "splits" not in effects:
        return "patch" if effects else "none"
    grown = new["counts"]["samples"] > old["counts"]["samples"]
    return "minor or major" if grown else "major"


_STEP: Mapping[Bump, int] = {"patch": 2, "minor": 1, "minor or major": 1, "major": 0}


def _bump_ok(old: str, new: str, bump: Bump) -> bool:
    """Whether the version was raised at least as far as the change asks for."""
    at = _STEP.get(bump)
    return at is None or _numbers(new)[: at + 1] > _numbers(old)[: at + 1]


def _least(old: str, bump: Bump) -> str:
    """The smallest version after ``old`` that is legal."""
    at, numbers = _STEP[bump], list(_numbers(old))
    numbers[at:] = [numbers[at] + 1, *[0] * (2 - at)]
    return ".".join(map(str, numbers))


def _numbers(version: str) -> tuple[int, ...]:
    parts = [int(p) if p.isdigit() else 0 for p in version.split(".")]
    return tuple((*parts, 0, 0, 0)[:3])
