"""Check that a build is what its manifest says, from the shards' bytes up."""

from __future__ import annotations

import hashlib
import json
import os
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gmai_data import manifest, store
from gmai_data.canonical import fraction
from gmai_data.engine import Progress, Silent
from gmai_data.errors import UsageError
from gmai_data.output.lock import lock_digest, read_locks
from gmai_data.output.record import IMAGE_TOKEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is not as the manifest says."""

    path: str  # relative to the build
    rule: str  # missing, size, sha256, orphan, lock, members, record, leak, count
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was checked and what was wrong."""

    out: str
    shards: int
    samples: int
    bytes: int
    problems: tuple[Problem, ...]

    @property
    def exit_code(self) -> int:
        """0 when everything is as it should be, else 1."""
        return 1 if self.problems else 0


def verify(out: str, *, share: float = 1.0, progress: Progress | None = None) -> Verified:
    """Compare a build with its manifest.

    Args:
        out: the build.
        share: of the shards whose bytes are read, 0 to 1, always the same ones; names, sizes, locks
            and sample tables are checked in any case.
        progress: told of each shard.

    Raises:
        CheckFailedError: there is no manifest.
        UsageError: ``share`` is not between 0 and 1.
    """
    if not 0 <= share <= 1:
        raise UsageError(f"{share}: give a share between 0 and 1.")
    progress = progress or Silent()
    made = manifest.read_manifest(out)
    problems = [*_files(out, made), *_locks(out, made)]
    tables: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for source in made["sources"]:
        rows = _sample_rows(out, source, problems)
        tables[source] = _by_shard(rows)
        problems += _leaks(source, rows)
    chosen = [s for s in made["shards"] if share >= 1 or fraction("verify", s["path"]) < share]
    progress.step("verify", len(chosen))
    total = 0
    for shard in chosen:
        rows = tables.get(shard["source"], {}).get(shard["path"], [])
        problems += _shard(out, shard, rows)
        total += shard["bytes"]
        progress.advance("verify")
    progress.done("verify")
    return Verified(
        out=out,
        shards=len(chosen),
        samples=sum(shard["samples"] for shard in chosen),
        bytes=total,
        problems=tuple(problems),
    )


def _files(out: str, made: Mapping[str, Any]) -> Iterator[Problem]:
    known = {shard["path"] for shard in made["shards"]}
    for shard in made["shards"]:
        size = store.size_of(os.path.join(out, shard["path"]))
        if size is None:
            yield Problem(path=shard["path"], rule="missing", value="no such file")
        elif size != shard["bytes"]:
            value = f"{size} bytes, {shard['bytes']} in the manifest"
            yield Problem(path=shard["path"], rule="size", value=value)
    for folder, _, names in sorted(os.walk(os.path.join(out, "shards"))):
        for name in sorted(names):
            path = os.path.relpath(os.path.join(folder, name), out).replace(os.sep, "/")
            if path not in known:
                yield Problem(path=path, rule="orphan", value="not in the manifest")


def _locks(out: str, made: Mapping[str, Any]) -> Iterator[Problem]:
    locks = read_locks(os.path.join(out, "locks"))
    for name, facts in made["sources"].items():
        path = f"locks/{name}.lock.json"
        if name not in locks:
            yield Problem(path=path, rule="missing", value="no such file")
        elif lock_digest(locks[name]) != facts["lock"]:
            yield Problem(path=path, rule="lock", value="not the lock that the manifest names")


def _sample_rows(out: str, source: str, problems: list[Problem]) -> list[dict[str, Any]]:
    path = os.path.join(out, "samples", f"{source}.parquet")
    columns = ("key", "shard", "offset", "bytes", "sha256", "split", "subject", "image_sha256")
    if not os.path.exists(path):
        problems.append(
            Problem(path=f"samples/{source}.parquet", rule="missing", value="no such file")
        )
        return []
    return [dict(row) for row in store.read_table(path, columns).to_pylist()]


def _by_shard(rows: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["shard"], []).append(row)
    return found


def _leaks(source: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    split_of: dict[str, str] = {}
    for row in rows:
        first = split_of.setdefault(row["subject"], row["split"])
        if row["subject"] and first != row["split"]:
            yield Problem(
                path=f"samples/{source}.parquet",
                rule="leak",
                value=f"subject {row['subject']} is in {first} and {row['split']}",
            )


def _shard(out: str, shard: Mapping[str, Any], rows: list[dict[str, Any]]) -> Iterator[Problem]:
    """Every byte of a shard: its digest, its members, each member against the sample table."""
    path = os.path.join(out, shard["path"])
    if store.size_of(path) != shard["bytes"]:
        return
    with open(path, "rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    if sha256 != shard["sha256"]:
        yield Problem(path=shard["path"], rule="sha256", value=sha256)
        return
    if len(rows) != shard["samples"]:
        value = f"{len(rows)} rows in samples/, {shard['samples']} in the manifest"
        yield Problem(path=shard["path"], rule="count", value=value)
    expected = {row["key"]: row for row in rows}
    seen: dict[str, dict[str, str]] = {}
    with tarfile.open(path) as tar:
        for member in tar:
            key, _, suffix = member.name.partition(".")
            data = tar.extractfile(member)
            assert data is not None
            content = data.read()
            digests = seen.setdefault(key, {})
            digests["sha256" if suffix == "json" else "image_sha256"] = _sha256(content)
            if suffix == "json":
                yield from _record(shard["path"], key, content, "image_sha256" in digests)
    for key, digests in seen.items():
        row = expected.get(key, {})
        if {k: row.get(k) for k in digests} != digests or "sha256" not in digests:
            yield Problem(path=shard["path"], rule="members", value=f"{key}: not in samples/ so")
    for key in sorted(expected.keys() - seen.keys()):
        yield Problem(path=shard["path"], rule="members", value=f"{key}: not in the shard")


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _record(path: str, key: str, content: bytes, has_image: bool) -> Iterator[Problem]:
    record = json.loads(content)
    first = record["conversations"][0]["value"] if record["conversations"] else ""
    if record["key"] != key or first.startswith(IMAGE_TOKEN) != has_image:
        yield Problem(path=path, rule="record", value=f"{key}: record and members do not agree")
