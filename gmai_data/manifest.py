"""`manifest.json`: what a build holds; a pure function of the locks and records beside it.

Written last and taken away first: a folder without it is not a build. Every shard stands in it with
its SHA-256, bytes and number of samples, every source with the digest of its lock.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import Any

from gmai_data import parquet, places
from gmai_data.canonical import canonical
from gmai_data.errors import CheckFailedError
from gmai_data.output.lock import lock_digest, read_locks
from gmai_data.terms import SPLITS, SUBSETS

NAME = "manifest.json"
SCHEMA = 1
FACTS = (
    "access", "commercial", "derivatives", "homepage", "identity", "license", "redistribution",
    "send_to_api", "title", "verified",
)  # fmt: skip


def make_manifest(
    locks: Mapping[str, Mapping[str, Any]],
    shards: Iterable[Mapping[str, Any]],
    facts: Mapping[str, Mapping[str, Any]],
) -> dict[str, Any]:
    """The manifest of the sources in ``locks``.

    Args:
        locks: by source.
        shards: path, source, subset, split, samples, bytes, sha256 of each.
        facts: `source_facts` by source.
    """
    listed = sorted((dict(shard) for shard in shards), key=lambda shard: shard["path"])
    languages = sorted({name for lock in locks.values() for name in lock["counts"]["languages"]})
    return {
        "configuration": _shared(locks),
        "languages": languages,
        "samples": sum(shard["samples"] for shard in listed),
        "schema": SCHEMA,
        "shards": listed,
        "sources": {
            name: {
                **facts[name],
                "answers": lock["counts"].get("answers", {}),
                "cases": lock["counts"]["cases"],
                "lock": lock_digest(lock),
                "samples": lock["counts"]["samples"],
                "slices": lock["counts"]["slices"],
                "subjects": lock["counts"]["subjects"],
                "version": lock["version"],
            }
            for name, lock in sorted(locks.items())
        },
        "splits": _sums(listed, "split", SPLITS),
        "subsets": _sums(listed, "subset", SUBSETS),
    }


def source_facts(source: Any) -> dict[str, Any]:
    """What trainers and lawyers ask of a source, for the manifest."""
    return {name: getattr(source, name) for name in FACTS} | {"benchmark": list(source.benchmark)}


def _shared(locks: Mapping[str, Mapping[str, Any]]) -> Any:
    """The configuration that all sources were built with; a list of several after an update."""
    found: dict[bytes, Any] = {}
    for _, lock in sorted(locks.items()):
        made = {**lock["configuration"], "model": lock["model"]}
        found[canonical(made)] = made
    made_with = [found[text] for text in sorted(found)]
    return made_with[0] if len(made_with) == 1 else made_with


def _sums(shards: list[dict[str, Any]], column: str, order: tuple[str, ...]) -> dict[str, int]:
    sums = {name: 0 for name in order if any(shard[column] == name for shard in shards)}
    for shard in shards:
        sums[shard[column]] += shard["samples"]
    return sums


def manifest_text(manifest: Mapping[str, Any]) -> str:
    """Sorted JSON, a line per shard and per source."""
    lines = []
    for name in sorted(manifest):
        value = manifest[name]
        if name == "shards":
            inner = ",\n".join("    " + _json(shard) for shard in value)
            text = f"[\n{inner}\n  ]" if value else "[]"
        elif name == "sources":
            inner = ",\n".join(f"    {_json(key)}: {_json(value[key])}" for key in sorted(value))
            text = f"{{\n{inner}\n  }}" if value else "{}"
        else:
            text = _json(value)
        lines.append(f"  {_json(name)}: {text}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _json(value: Any) -> str:
    return json.dumps(json.loads(canonical(value)), sort_keys=True, ensure_ascii=False)


def read_manifest(out: str) -> dict[str, Any]:
    """The manifest of a build.

    Raises:
        CheckFailedError: there is none (an unfinished build, or no build), or it is not readable.
    """
    path = os.path.join(out, NAME)
    try:
        found: dict[str, Any] = json.loads(places.read(path))
    except FileNotFoundError as error:
        raise CheckFailedError(
            f"{out}: no {NAME}, so this is no finished build. "
            "Run the build again to finish it, or name another folder."
        ) from error
    except ValueError as error:
        raise CheckFailedError(f"{path}: not a manifest ({error}).") from error
    if found.get("schema") != SCHEMA:
        raise CheckFailedError(
            f"{path}: schema {found.get('schema')}, this version reads {SCHEMA}."
        )
    return found


def recorded_shards(out: str, sources: Iterable[str]) -> list[dict[str, Any]]:
    """The shards of finished sources, from ``records/``."""
    found = []
    for source in sources:
        for record in records_of(out, source, "pack").values():
            found.append({k: v for k, v in record.items() if k != "key"})
    return found


def records_of(out: str, source: str, step: str) -> dict[str, dict[str, Any]]:
    """What a step made of each of its units, as the last build of a source recorded it."""
    path = os.path.join(out, "records", f"{source}.parquet")
    table = parquet.read_if_whole(path)
    rows = [] if table is None else table.to_pylist()
    return {row["name"]: json.loads(row["record"]) for row in rows if row["step"] == step}


def finished(out: str) -> dict[str, dict[str, Any]]:
    """The locks of the sources in ``out`` whose shards are all recorded."""
    recorded = places.names(os.path.join(out, "records"))
    return {
        name: lock
        for name, lock in read_locks(os.path.join(out, "locks")).items()
        if f"{name}.parquet" in recorded
    }
