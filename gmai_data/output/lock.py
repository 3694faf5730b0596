"""The lock of a source: what went into its samples and what came out, in under 100 lines.

A lock is a chain. Each output has a digest, and beside it stand the digests of everything that may
change it, so that `diff` can name a cause before an effect. Never in it: time, host, path, number
of workers, cost, versions of libraries.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gmai_data import places
from gmai_data.arrow import to_row
from gmai_data.canonical import canonical, digest, digest_rows, exact
from gmai_data.errors import CheckFailedError
from gmai_data.work import keys
from gmai_data.work.versions import VERSIONS

if TYPE_CHECKING:
    from gmai_data.config import Config
    from gmai_data.declare import Source

SCHEMA = 1
LABELS = 30
SUFFIX = ".lock.json"
# What other sources do to this one, by their name: splits of shared subjects, dropped duplicates.
RELATED = ("shared", "duplicates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What the stored chunks of a source hold, as digests and counts."""

    outputs: dict[str, str]  # without shards
    counts: dict[str, Any]
    labels: dict[str, int]  # slices by term, all of them
    inputs: dict[str, Any]
    quarantine: dict[str, Any]
    rejected: dict[str, int]  # rows by class and rule
    prompts: tuple[str, ...]  # "<prompt>.<language>" of every request
    terms: tuple[str, ...]  # vocabulary terms that the samples use


def configuration(config: Config) -> dict[str, Any]:
    """What of the configuration changes samples, by step."""
    steps = {
        "ask": exact(to_row(config.ask)),
        "pack": exact(to_row(config.pack)),
        "read": exact(to_row(config.read)),
        "scan": keys.scan_settings(config),
    }
    if config.duplicates != "keep":
        steps["duplicates"] = {"across": config.duplicates}
    return steps


def make_lock(
    source: Source, config: Config, meta: Mapping[str, Any], measured: Measured, shards: str
) -> dict[str, Any]:
    """The lock as plain values. ``shards`` is the digest of their names and bytes."""
    from gmai_data.steps import words_read

    read = words_read(config)
    most = sorted(measured.labels.items(), key=lambda item: (-item[1], item[0]))
    rest = sorted(most[LABELS:])
    return {
        **causes(source, config, meta),
        "counts": measured.counts,
        "inputs": measured.inputs,
        "labels": dict(most[:LABELS]),
        "labels_more": {
            "count": len(rest),
            "sha256": digest("labels", [list(item) for item in rest]) if rest else "",
        },
        "outputs": {**measured.outputs, "shards": shards},
        "prompts": _by_language(measured.prompts, read["prompts"]),
        "quarantine": measured.quarantine,
        "rejected": measured.rejected,
        "vocabulary": _rows_used(measured.terms),
        "vocabulary_terms": digest("terms used", list(measured.terms))[:16],
    }


def causes(source: Source, config: Config, meta: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a lock that is known without any output."""
    from gmai_data.steps import words_read
    from gmai_data.work.asking import asked_of
    from gmai_data.work.digests import adapter_digest
    from gmai_data.work.probes import probes

    related = {name: meta[name] for name in RELATED if meta.get(name)}
    return {
        **related,
        "adapter": adapter_digest(source),
        "code": dict(VERSIONS),
        "configuration": configuration(config),
        "license": source.license,
        "model": asked_of(config),
        "review": words_read(config)["rules"],
        "schema": SCHEMA,
        "secret_id": meta["secret_id"],
        "source": source.name,
        "toolchain": dict(probes()),
        "version": source.version,
    }


def _by_language(names: tuple[str, ...], found: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """``caption-image.en`` -> a line per prompt with its languages."""
    prompts: dict[str, dict[str, str]] = {}
    for key in names:
        name, _, language = key.rpartition(".")
        prompts.setdefault(name, {})[language] = found.get(key, "")[:16]
    return prompts


def _rows_used(terms: tuple[str, ...]) -> str:
    from gmai_data.steps import term_digest
    from gmai_data.vocabulary import load

    found = load()
    rows = ((name, found.get(name)) for name in terms)
    return digest_rows("terms", ((n, term_digest(t)) for n, t in rows if t is not None))[:16]


def lock_digest(lock: Mapping[str, Any]) -> str:
    """Of a lock's contents, whatever its layout."""
    return digest("lock", dict(lock))


def lock_text(lock: Mapping[str, Any]) -> str:
    """The committed form: sorted, one line per entry of the things people read line by line."""
    opened = ("adapter", "configuration", "duplicates", "labels", "outputs", "prompts", "shared")
    lines = []
    for name in sorted(lock):
        value = lock[name]
        if name in opened and value:
            inner = [f"    {_json(key)}: {_json(value[key])}" for key in sorted(value)]
            lines.append(f"  {_json(name)}: {{\n" + ",\n".join(inner) + "\n  }")
        else:
            lines.append(f"  {_json(name)}: {_json(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _json(value: Any) -> str:
    return json.dumps(json.loads(canonical(value)), sort_keys=True, ensure_ascii=False)


def read_lock(path: str) -> dict[str, Any]:
    """A lock from disk. Raises CheckFailedError for one that this version cannot read."""
    try:
        found: dict[str, Any] = json.loads(places.read(path))
    except ValueError as error:
        raise CheckFailedError(f"{path}: not a lock ({error}). Build again to write it.") from error
    if found.get("schema") != SCHEMA:
        raise CheckFailedError(
            f"{path}: lock schema {found.get('schema')}, this version reads {SCHEMA}. "
            "Install the gmai-data that wrote it, or build again."
        )
    return found


def read_locks(folder: str) -> dict[str, dict[str, Any]]:
    """Every lock of a folder by source."""
    names = [name for name in places.names(folder) if name.endswith(SUFFIX)]
    locks = places.at_once(read_lock, [os.path.join(folder, name) for name in names])
    return {name.removesuffix(SUFFIX): lock for name, lock in zip(names, locks, strict=True)}
