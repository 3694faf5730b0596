"""Check that a build is what its manifest says, from the shards' bytes up."""

from __future__ import annotations

import hashlib
import json
import os
import tarfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gmai_data import manifest, store
from gmai_data.canonical import digest_rows, fraction
from gmai_data.engine import Progress, Silent
from gmai_data.errors import CheckFailedError, UsageError
from gmai_data.output.lock import SUFFIX, lock_digest, read_lock
from gmai_data.output.record import IMAGE_TOKEN

TABLES = ("records", "rejected", "samples")
CARDS = ("DATASHEET.md", "LICENSES.md", "README.md", "croissant.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is not as the manifest says."""

    path: str  # relative to the build
    rule: str  # missing, size, sha256, orphan, lock, unreadable, rows, members, record, leak, count
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
            and tables are checked in any case.
        progress: told of each shard.

    Raises:
        CheckFailedError: there is no manifest.
        UsageError: ``share`` is not between 0 and 1.
    """
    if not 0 <= share <= 1:
        raise UsageError(f"{share}: give a share between 0 and 1.")
    progress = progress or Silent()
    made = manifest.read_manifest(out)
    problems = list(_files(out, made))
    chosen = [s for s in made["shards"] if share >= 1 or fraction("verify", s["path"]) < share]
    progress.step("verify", len(chosen))
    for source in made["sources"]:
        rows = _rows(out, f"samples/{source}.parquet", problems)
        problems += _source(out, source, made, rows)
        by_shard = _by_shard(rows)
        for shard in (s for s in chosen if s["source"] == source):
            problems += _shard(out, shard, by_shard.get(shard["path"], []) if rows else None)
            progress.advance("verify")
    progress.done("verify")
    return Verified(
        out=out,
        shards=len(chosen),
        samples=sum(shard["samples"] for shard in chosen),
        bytes=sum(shard["bytes"] for shard in chosen),
        problems=tuple(problems),
    )


def _files(out: str, made: Mapping[str, Any]) -> Iterator[Problem]:
    shards = {shard["path"]: shard["bytes"] for shard in made["shards"]}
    tables = [f"{kind}/{name}.parquet" for kind in TABLES for name in made["sources"]]
    locks = [f"locks/{name}{SUFFIX}" for name in made["sources"]]
    for path in sorted([*shards, *tables, *locks, *CARDS]):
        size = store.size_of(os.path.join(out, path))
        if size is None:
            yield Problem(path=path, rule="missing", value="no such file")
        elif size != shards.get(path, size):
            value = f"{size} bytes, {shards[path]} in the manifest"
            yield Problem(path=path, rule="size", value=value)
    known = {*shards, *tables, *locks}
    for kind in ("shards", "locks", *TABLES):
        for folder, _, names in sorted(os.walk(os.path.join(out, kind))):
            for name in sorted(names):
                path = os.path.relpath(os.path.join(folder, name), out).replace(os.sep, "/")
                if path not in known:
                    yield Problem(path=path, rule="orphan", value="not in the manifest")


def _source(
    out: str, name: str, made: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]
) -> Iterator[Problem]:
    """A source's lock, and its tables against the lock and the manifest."""
    path = os.path.join(out, "locks", name + SUFFIX)
    if not os.path.exists(path):
        return
    try:
        lock = read_lock(path)
    except CheckFailedError as error:
        yield Problem(path=f"locks/{name}{SUFFIX}", rule="lock", value=str(error))
        return
    if lock_digest(lock) != made["sources"][name]["lock"]:
        value = "not the lock that the manifest names"
        yield Problem(path=f"locks/{name}{SUFFIX}", rule="lock", value=value)
        return
    path = f"samples/{name}.parquet"
    listed = ((row["key"], row["sample_sha256"]) for row in rows)
    if rows and digest_rows("samples", listed) != lock["outputs"]["samples"]:
        yield Problem(path=path, rule="rows", value="not the samples that the lock names")
    yield from _leaks(path, rows)
    path, problems = f"rejected/{name}.parquet", list[Problem]()
    kinds = Counter(f"{row['kind']}:{row['rule']}" for row in _rows(out, path, problems))
    yield from problems
    if not problems and dict(kinds) != lock["rejected"]:
        yield Problem(path=path, rule="rows", value="not as many as the lock counts")
    path, problems = f"records/{name}.parquet", []
    packed = [json.loads(r["record"]) for r in _rows(out, path, problems) if r["step"] == "pack"]
    mine = {shard["path"]: shard["sha256"] for shard in made["shards"] if shard["source"] == name}
    yield from problems
    if not problems and {r["path"]: r["sha256"] for r in packed} != mine:
        yield Problem(path=path, rule="rows", value="not the shards that the manifest names")


def _rows(out: str, path: str, problems: list[Problem]) -> list[dict[str, Any]]:
    """Rows of a table; a file that is not there is named elsewhere."""
    if not os.path.exists(os.path.join(out, path)):
        return []
    try:
        return [dict(row) for row in store.read_table(os.path.join(out, path)).to_pylist()]
    except (OSError, ValueError) as error:  # Arrow's are one or the other
        problems.append(Problem(path=path, rule="unreadable", value=str(error).split("\n")[0]))
        return []


def _by_shard(rows: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["shard"], []).append(row)
    return found


def _leaks(path: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    split_of: dict[str, str] = {}
    for row in rows:
        first = split_of.setdefault(row["subject"], row["split"])
        if row["subject"] and first != row["split"]:
            value = f"subject {row['subject']} is in {first} and {row['split']}"
            yield Problem(path=path, rule="leak", value=value)


def _shard(
    out: str, shard: Mapping[str, Any], rows: Sequence[dict[str, Any]] | None
) -> Iterator[Problem]:
    """Every byte of a shard: its digest, then each member against the rows of samples/, if any."""
    path = os.path.join(out, shard["path"])
    if store.size_of(path) != shard["bytes"]:
        return
    with open(path, "rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    if sha256 != shard["sha256"]:
        value = f"not the bytes that were written: {sha256}, {shard['sha256']} in the manifest"
        yield Problem(path=shard["path"], rule="sha256", value=value)
    elif rows is not None:
        table = f"samples/{shard['source']}.parquet"
        for rule, value in _against(path, shard, rows):
            yield Problem(path=table, rule=rule, value=value)


def _against(
    path: str, shard: Mapping[str, Any], rows: Sequence[dict[str, Any]]
) -> Iterator[tuple[str, str]]:
    """What is wrong with the rows of a shard that is whole."""
    if len(rows) != shard["samples"]:
        yield "count", f"{len(rows)} rows of {shard['path']}, {shard['samples']} in the manifest"
    expected = {row["key"]: row for row in rows}
    for key, found in _members(path):
        row = expected.pop(key, None)
        if row is None:
            yield "members", f"no row for {key}, which is in {shard['path']}"
            continue
        for name in sorted(row.keys() & found.keys()):
            if row[name] != found[name]:
                yield "rows", f"{key}: {name} is {row[name]!r}, {found[name]!r} in its shard"
        spoken = "".join(turn["value"] for turn in found["conversations"][:1])
        if spoken.startswith(IMAGE_TOKEN) != bool(found["image_sha256"]):
            yield "record", f"{key}: record and members do not agree"
    for key in sorted(expected):
        yield "members", f"{key} is not in {shard['path']}"


def _members(path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each sample of a shard: what its record says, where it lies, digests of its members."""
    began, image = 0, ""
    with tarfile.open(path) as tar:
        for member in tar:
            key, _, suffix = member.name.partition(".")
            data = tar.extractfile(member)
            assert data is not None
            content = data.read()
            if suffix != "json":
                image = _sha256(content)
                continue
            end = member.offset_data + -(-member.size // 512) * 512
            place = {"offset": began, "bytes": end - began, "sha256": _sha256(content)}
            yield key, {**json.loads(content), **place, "image_sha256": image}
            began, image = end, ""


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
