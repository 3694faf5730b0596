"""What changed between two builds, by cause: the locks are walked step by step.

An output that changed must be explained by a cause of its own step that changed, or by the changed
output of a step before. Anything else is *not reproducible at* that step, the loudest finding.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from gmai_data import manifest
from gmai_data.errors import UsageError
from gmai_data.output.lock import read_locks

EXAMPLES: Final = 5
# output -> (outputs of earlier steps, causes of this step); a name before a dot is a section
CHAIN: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "cases": ((), ("inputs", "adapter.scan", "configuration.scan", "code.scan", "secret_id")),
    "splits": (
        ("cases",),
        ("inputs", "adapter.scan", "configuration.scan", "code.scan", "secret_id"),
    ),
    "slices.pixels": (
        ("cases",),
        (
            "inputs", "adapter.read", "configuration.read", "code.read", "toolchain.pixels",
            "quarantine",
        ),
    ),
    "slices.bytes": (
        ("slices.pixels",),
        ("inputs", "adapter.read", "configuration.read", "code.read", "toolchain.bytes"),
    ),
    "slices.rows": (
        ("cases", "slices.pixels"),
        ("inputs", "adapter.read", "configuration.read", "code.read", "toolchain.pixels"),
    ),
    "requests": (
        ("cases", "slices.rows"),
        ("adapter.words", "prompts", "vocabulary", "configuration.ask", "code.words"),
    ),
    "answers": (("requests",), ("prompts", "vocabulary", "model", "code.words")),
    "samples": (("slices.rows", "answers"), ("review", "vocabulary", "code.words")),
    "shards": (
        ("samples", "slices.bytes", "splits", "cases"),
        ("license", "adapter.facts", "configuration.pack", "code.pack", "secret_id"),
    ),
}  # fmt: skip
FACTS: Final = ("license", "adapter.facts", "version")
NAMES: Final = {
    "code": "code", "configuration": "configuration", "secret_id": "secret",
    "toolchain": "toolchain",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Something that went in and changed."""

    name: str  # inputs, adapter.words, "prompt caption-image.en", model, vocabulary, …
    old: str
    new: str
    effect: bool = True  # false: no output changed with it


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """Sample by sample, where both builds are at hand."""

    added: int
    removed: int
    changed: int
    moved: int  # to another split
    by: Mapping[str, int] = field(default_factory=dict)  # "changed caption-image en" -> n
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # added -> keys …


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One source that differs."""

    source: str
    kind: str  # new, removed or changed
    version: tuple[str, str]
    causes: tuple[Cause, ...] = ()
    effects: tuple[str, ...] = ()  # outputs that changed, in the order of the line
    unexplained: tuple[str, ...] = ()  # steps whose output changed without a cause
    counts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    labels: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    rejected: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    samples: Samples | None = None
    bump: str = ""  # smallest legal: none, patch, minor or major
    bump_ok: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """Two builds, or two sets of locks."""

    old: str
    new: str
    same: int
    changes: tuple[Change, ...]

    @property
    def exit_code(self) -> int:
        """0 when nothing differs, else 1."""
        return 1 if self.changes else 0


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: locks by source, and where sample tables lie, if they do."""

    path: str
    locks: Mapping[str, Mapping[str, Any]]
    samples: str = ""
    locks_at: str = ""  # folder of the lock files, relative to `path`


def side(path: str) -> Side:
    """A build (``locks/``, ``samples/``), a manifests folder (``sources/``), or a file of locks.

    Raises:
        UsageError: there are no locks at ``path``.
    """
    if os.path.isfile(path):
        with open(path, "rb") as file:
            found = json.loads(file.read())
        if isinstance(found.get("sources"), dict) and "shards" not in found:
            return Side(path, found["sources"])
        if "source" in found:
            return Side(path, {found["source"]: found})
    for folder in ("locks", "sources", ""):
        locks = read_locks(os.path.join(path, folder))
        if locks:
            if folder == "locks" and os.path.exists(os.path.join(path, manifest.NAME)):
                whole = manifest.read_manifest(path)["sources"]
                locks = {name: lock for name, lock in locks.items() if name in whole}
            samples = os.path.join(path, "samples")
            return Side(path, locks, samples if os.path.isdir(samples) else "", folder)
    if os.path.isdir(path) and os.path.isdir(os.path.join(path, "sources")):
        return Side(path, {}, "", "sources")
    raise UsageError(
        f"{path}: no locks there. Name a build, a manifests folder (with sources/*.lock.json), "
        "or a lock file."
    )


def diff(old: str, new: str, sources: Sequence[str] = ()) -> Diff:
    """Compare two builds or manifests; ``sources`` narrows the comparison.

    Raises:
        UsageError: one of the two holds no locks.
        CheckFailedError: a lock cannot be read.
    """
    a, b = side(old), side(new)
    names = sorted({*a.locks, *b.locks})
    if sources:
        names = [name for name in names if name in sources]
    changes = [change for name in names if (change := _change(name, a, b)) is not None]
    return Diff(old=old, new=new, same=len(names) - len(changes), changes=tuple(changes))


def _change(name: str, a: Side, b: Side) -> Change | None:
    old, new = a.locks.get(name), b.locks.get(name)
    if old is None or new is None:
        lock = old or new or {}
        counts = {k: (lock["counts"][k],) * 2 for k in ("cases", "slices", "samples")}
        return Change(
            source=name,
            kind="new" if old is None else "removed",
            version=(old["version"] if old else "", new["version"] if new else ""),
            counts={k: (0, n) if old is None else (n, 0) for k, (n, _) in counts.items()},
        )
    if old == new:
        return None
    effects = tuple(o for o in CHAIN if old["outputs"].get(o) != new["outputs"].get(o))
    changed = dict(_causes(old, new))
    used: set[str] = set()
    unexplained = []
    for output in effects:
        before, own = CHAIN[output]
        mine = [name for name in changed if _section(name) in own or name in own]
        used.update(mine)
        if not mine and not any(o in effects for o in before):
            if output == "answers" and new["model"]["name"] != "offline":
                changed["answers (re-drawn)"] = ("", "")
                used.add("answers (re-drawn)")
            else:
                unexplained.append(output)
    used.update(name for name in changed if name in FACTS)
    samples = _samples(name, a, b)
    bump = _bump(old, new, effects, samples)
    return Change(
        source=name,
        kind="changed",
        version=(old["version"], new["version"]),
        causes=tuple(
            Cause(name=_label(n), old=o, new=w, effect=n in used) for n, (o, w) in changed.items()
        ),
        effects=effects,
        unexplained=tuple(unexplained),
        counts=_pairs(_flat(old["counts"]), _flat(new["counts"])),
        labels=_pairs(old["labels"], new["labels"]),
        rejected=_pairs(old["rejected"], new["rejected"]),
        samples=samples,
        bump=bump,
        bump_ok=_bump_ok(old["version"], new["version"], bump),
    )


def _causes(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[tuple[str, tuple[str, str]]]:
    """What went in and changed, in the order of the line: section.key -> old and new."""
    found = []
    if old["inputs"] != new["inputs"]:
        a, b = (f"{x['files']} files, {x['bytes']} bytes" for x in (old["inputs"], new["inputs"]))
        same = a == b
        found.append(
            (
                "inputs",
                (old["inputs"]["sha256"][:8], new["inputs"]["sha256"][:8]) if same else (a, b),
            )
        )
    for section in ("adapter", "prompts", "configuration", "code", "toolchain", "review", "model"):
        for key, a, b in _differing(old[section], new[section]):
            if section in ("configuration", "prompts"):
                for inner, x, y in _differing(a or {}, b or {}):
                    found.append((f"{section}.{key}.{inner}", (_short(x), _short(y))))
            else:
                found.append((f"{section}.{key}", (_short(a), _short(b))))
    for name in ("vocabulary", "license", "secret_id", "version"):
        if old[name] != new[name]:
            found.append((name, (_short(old[name]), _short(new[name]))))
    if old["quarantine"] != new["quarantine"]:
        counts = (str(old["quarantine"]["count"]), str(new["quarantine"]["count"]))
        found.append(("quarantine", counts))
    return found


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[tuple[str, Any, Any]]:
    return [
        (key, old.get(key), new.get(key))
        for key in sorted({*old, *new})
        if old.get(key) != new.get(key)
    ]


def _section(name: str) -> str:
    """``prompts.caption.en`` -> prompts, ``configuration.read.budget`` -> configuration.read."""
    parts = name.split(".")
    if parts[0] in ("prompts", "review", "model"):
        return parts[0]
    return ".".join(parts[:2])


def _label(name: str) -> str:
    """The name of a cause as users read it."""
    section, _, rest = name.partition(".")
    singular = {"prompts": "prompt", "review": "review", "model": "model"}
    if section in singular:
        return f"{singular[section]} {rest}"
    return f"{NAMES[section]} {rest}".strip() if section in NAMES else name


def _short(value: Any) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value)
    return (
        text[:8] if len(text) in (16, 64) and all(c in "0123456789abcdef" for c in text) else text
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


_COMPARED: Final = (
    "key", "sample_sha256", "image_sha256", "split", "task", "prompt", "language", "sha256",
)  # fmt: skip


def _samples(name: str, a: Side, b: Side) -> Samples | None:
    """Sample by sample, when both sides have their tables."""
    from gmai_data import store

    paths = [os.path.join(s.samples, f"{name}.parquet") for s in (a, b) if s.samples]
    if len(paths) < 2 or not all(os.path.exists(path) for path in paths):
        return None
    old, new = (
        {row["key"]: row for row in store.read_table(path, _COMPARED).to_pylist()} for path in paths
    )
    keys = {
        "added": sorted(new.keys() - old.keys()),
        "changed": sorted(
            key for key in old.keys() & new.keys()
            if any(old[key][c] != new[key][c] for c in ("sample_sha256", "image_sha256"))
        ),
        "moved": sorted(k for k in old.keys() & new.keys() if old[k]["split"] != new[k]["split"]),
        "removed": sorted(old.keys() - new.keys()),
    }  # fmt: skip
    by: Counter[str] = Counter()
    for what, found in keys.items():
        for key in found:
            row = new.get(key) or old[key]
            by[f"{what} {row['prompt']} {row['language']}"] += 1
    return Samples(
        added=len(keys["added"]),
        removed=len(keys["removed"]),
        changed=len(keys["changed"]),
        moved=len(keys["moved"]),
        by=dict(sorted(by.items())),
        examples={what: tuple(found[:EXAMPLES]) for what, found in keys.items() if found},
    )


def _bump(
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    effects: Sequence[str],
    samples: Samples | None,
) -> str:
    """The smallest legal version step: patch for other bytes, minor for added, major else.

    Another picture under the same words is other data: only the same pixels in other bytes, or
    another licence in the records, are a patch.
    """
    data = {"samples", "slices.pixels"} & set(effects)
    if samples is not None:
        if samples.removed or samples.changed or samples.moved:
            return "major" if data or samples.moved or samples.removed else "patch"
        return "minor" if samples.added else ("patch" if effects else "none")
    if not data and "splits" not in effects:
        return "patch" if effects else "none"
    grown = new["counts"]["samples"] > old["counts"]["samples"]
    return "minor or major" if grown else "major"


def _bump_ok(old: str, new: str, bump: str) -> bool:
    """Whether the version was raised at least as far as the change asks for."""
    a, b = (_numbers(version) for version in (old, new))
    least = {"none": (0, 0, 0), "patch": (0, 0, 1), "minor": (0, 1, 0), "minor or major": (0, 1, 0)}
    step = least.get(bump, (1, 0, 0))
    if step == (0, 0, 0):
        return True
    at = step.index(1)
    return b[: at + 1] > a[: at + 1]


def _numbers(version: str) -> tuple[int, ...]:
    parts = [int(p) if p.isdigit() else 0 for p in version.split(".")]
    return tuple((*parts, 0, 0, 0)[:3])
