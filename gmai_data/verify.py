"""Check that a build is what its manifest says, from the shards' bytes up.

Tables are read a window at a time and shards one per worker, so that memory does not grow with the
build.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from gmai_data import manifest, parquet, places, store
from gmai_data.canonical import canonical, digest_rows, fraction
from gmai_data.engine import Pool, Progress, Silent
from gmai_data.errors import CheckFailedError, UsageError
from gmai_data.output.lock import SUFFIX, lock_digest, read_lock
from gmai_data.verify_shards import ShardTask, verify_shard
from gmai_data.work.ordered import Sorter

if TYPE_CHECKING:
    from gmai_data.clean import Leftover
    from gmai_data.config import Config

TABLES: Final = ("records", "rejected", "samples")
CARDS: Final = ("DATASHEET.md", "LICENSES.md", "README.md", "croissant.json")
_BYTES_PER_SECOND: Final = 60 << 20  # hashed, parsed and decoded by one core
_LISTED: Final = ("key", "sample_sha256", "shard", "subject", "split", "subset", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is not as the manifest says."""

    path: str  # relative to the build
    # missing, size, sha256, orphan, lock, unreadable, rows, members, record, image, leak, count,
    # rebuild
    rule: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was checked and what was wrong."""

    out: str
    shards: int
    samples: int
    bytes: int
    problems: tuple[Problem, ...]
    rebuilt: int = 0  # cases that were made again
    leftovers: tuple[Leftover, ...] | None = None  # files that nothing needs, where asked for

    @property
    def exit_code(self) -> int:
        """0 when everything is as it should be, else 1."""
        return 1 if self.problems else 0


def verify(
    out: str, *, share: float = 1.0, workers: int = 0, progress: Progress | None = None
) -> Verified:
    """Compare a build with its manifest.

    Args:
        out: the build.
        share: of the shards whose bytes are read, 0 to 1, always the same ones; names, sizes, locks
            and tables are checked in any case.
        workers: processes that read shards; 0 = as many as cores when there is much, 1 = this one.
        progress: told of each shard.

    Raises:
        CheckFailedError: there is no manifest.
        UsageError: ``share`` is not between 0 and 1.
    """
    if not 0 <= share <= 1:
        raise UsageError(f"{share}: give a share between 0 and 1.")
    progress = progress or Silent()
    made = manifest.read_manifest(out)
    if made.get("kind"):
        return _verify_mix(out, made, share, progress)
    problems = list(_files(out, made))
    chosen = [s for s in made["shards"] if share >= 1 or fraction("verify", s["path"]) < share]
    progress.step("verify", len(chosen))
    for source in made["sources"]:
        problems += _source(out, source, made)
    tasks = [
        ShardTask(
            out=places.absolute(out), license=made["sources"][shard["source"]]["license"],
            **{k: shard[k] for k in ("path", "source", "bytes", "samples", "sha256")},
        )
        for shard in chosen
    ]  # fmt: skip
    found: dict[str, list[Problem]] = {}
    total = sum(shard["bytes"] for shard in chosen)
    with Pool(workers, note=progress.note) as pool:
        for task, record in pool.run(verify_shard, tasks, seconds=total / _BYTES_PER_SECOND):
            found[task.path] = [Problem(path=p, rule=r, value=v) for p, r, v in record["problems"]]
            progress.advance("verify")
    problems += [problem for path in sorted(found) for problem in found[path]]
    progress.done("verify")
    return Verified(
        out=out,
        shards=len(chosen),
        samples=sum(shard["samples"] for shard in chosen),
        bytes=total,
        problems=tuple(problems),
    )


def share_of(text: str) -> float:
    """``1%`` or ``0.01``. Raises UsageError for what is neither."""
    try:
        return float(text.rstrip("% ")) / 100 if text.endswith("%") else float(text)
    except ValueError:
        raise UsageError(f"--rebuild {text}: give a share such as 1% or 0.01.") from None


def with_rebuilt(verified: Verified, share: float, config: Config, progress: Progress) -> Verified:
    """The same after a share of the cases was made again from the raw files (`rebuild`)."""
    from gmai_data.rebuild import rebuild

    found = rebuild(verified.out, share, config, progress)
    problems = tuple(
        Problem(path=f"samples/{source}.parquet", rule="rebuild", value=sentence)
        for source, sentence in found.differing
    )
    return dataclasses.replace(verified, problems=verified.problems + problems, rebuilt=found.cases)


def with_leftovers(verified: Verified, store_folder: str = "") -> Verified:
    """The same with every file in the output and its store that nothing needs (`clean`)."""
    from gmai_data.clean import leftovers

    folder = store.work_folder(verified.out, store_folder)
    return dataclasses.replace(verified, leftovers=tuple(leftovers(verified.out, folder)))


def _verify_mix(out: str, made: Mapping[str, Any], share: float, progress: Progress) -> Verified:
    """The same of what `mix` wrote."""
    from gmai_data.mixing.check import check_files, check_shard

    if made["kind"] != "mix":
        raise UsageError(f"{out} is an export. Verify the build or the mix that it was made from.")
    found = list(check_files(out, made))
    chosen = [s for s in made["shards"] if share >= 1 or fraction("verify", s["path"]) < share]
    progress.step("verify", len(chosen))
    for shard in chosen:
        found += check_shard(out, shard)
        progress.advance("verify")
    progress.done("verify")
    return Verified(
        out=out,
        shards=len(chosen),
        samples=sum(shard["samples"] for shard in chosen),
        bytes=sum(shard["bytes"] for shard in chosen),
        problems=tuple(Problem(path=path, rule=rule, value=value) for path, rule, value in found),
    )


def _files(out: str, made: Mapping[str, Any]) -> Iterator[Problem]:
    shards = {shard["path"]: shard["bytes"] for shard in made["shards"]}
    tables = [f"{kind}/{name}.parquet" for kind in TABLES for name in made["sources"]]
    locks = [f"locks/{name}{SUFFIX}" for name in made["sources"]]
    there = {
        places.relative(path, out): size
        for kind in ("shards", "locks", *TABLES)
        for path, size in places.files(os.path.join(out, kind))
    }
    known = {*shards, *tables, *locks}
    stats = places.stats(os.path.join(out, name) for name in CARDS)
    sizes = {**there, **{n: stat[0] for n, stat in zip(CARDS, stats, strict=True) if stat}}
    for path in sorted([*known, *CARDS]):
        size = sizes.get(path)
        if size is None:
            yield Problem(path=path, rule="missing", value="no such file")
        elif size != shards.get(path, size):
            value = f"{size} bytes, {shards[path]} in the manifest"
            yield Problem(path=path, rule="size", value=value)
    for path in there:
        if path not in known:
            yield Problem(path=path, rule="orphan", value="not in the manifest")


def _source(out: str, name: str, made: Mapping[str, Any]) -> Iterator[Problem]:
    """A source's lock, and its tables against the lock and the manifest."""
    path = os.path.join(out, "locks", name + SUFFIX)
    if not places.is_file(path):
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
    shards = {s["path"]: s for s in made["shards"] if s["source"] == name}
    for kind, check in (("samples", _samples), ("rejected", _rejected), ("records", _records)):
        path = f"{kind}/{name}.parquet"
        if not places.is_file(os.path.join(out, path)):
            continue  # named where files are counted
        try:
            found = [*check(os.path.join(out, path), lock, shards)]
        except (OSError, ValueError) as error:  # Arrow's are one or the other
            found = [("unreadable", str(error).split("\n")[0])]
        for rule, value in found:
            yield Problem(path=path, rule=rule, value=value)


Lock = Mapping[str, Any]
Shards = Mapping[str, Mapping[str, Any]]


def _samples(path: str, lock: Lock, shards: Shards) -> Iterator[tuple[str, str]]:
    """Rows of samples/: their digest, their counts, and that no subject is in two splits."""
    total = hashlib.sha256(b"samples\0")
    last, ordered = "", True
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("shard", *_COUNTED)}
    with tempfile.TemporaryDirectory() as folder, Sorter(folder, ("subject", "split")) as subjects:
        for table in parquet.read_tables(path, _LISTED):
            columns = {name: table[name].to_pylist() for name in _LISTED}
            for key, sha256 in zip(columns["key"], columns["sample_sha256"], strict=True):
                ordered, last = ordered and last < key, key
                total.update(canonical([key, sha256]) + b"\n")
            for name, counter in counts.items():
                counter.update(columns[name])
            pairs = table.select(["subject", "split"]).group_by(["subject", "split"])
            subjects.add(pairs.aggregate([]))
        if total.hexdigest() != lock["outputs"]["samples"]:
            yield "rows", "not the samples that the lock names"
        elif not ordered:
            yield "rows", "not sorted by key"
        yield from _leaks(subjects)
    for name, counted in _COUNTED.items():
        if dict(counts[name]) != lock["counts"][counted]:
            yield "count", f"{counted} {dict(counts[name])}, {lock['counts'][counted]} in the lock"
    for shard in sorted({*shards, *counts["shard"]}):
        rows, said = counts["shard"][shard], shards.get(shard, {}).get("samples", 0)
        if rows != said:
            yield "count", f"{rows} rows of {shard}, {said} in the manifest"


_COUNTED: Final = {"language": "languages", "split": "splits", "subset": "subsets"}


def _leaks(subjects: Sorter) -> Iterator[tuple[str, str]]:
    before, where = "", ""
    for table in subjects.tables():
        for row in table.to_pylist():
            if row["subject"] and row["subject"] == before and row["split"] != where:
                yield "leak", f"subject {before} is in {where} and {row['split']}"
            before, where = row["subject"], row["split"]


def _rejected(path: str, lock: Lock, shards: Shards) -> Iterator[tuple[str, str]]:
    del shards
    kinds: Counter[str] = Counter()
    for table in parquet.read_tables(path, ("kind", "rule")):
        kinds.update(f"{row['kind']}:{row['rule']}" for row in table.to_pylist())
    if dict(kinds) != lock["rejected"]:
        yield "rows", "not as many as the lock counts"


def _records(path: str, lock: Lock, shards: Shards) -> Iterator[tuple[str, str]]:
    packed = {
        record["path"]: record["sha256"]
        for table in parquet.read_tables(path, ("step", "record"))
        for row in table.to_pylist()
        if row["step"] == "pack"
        for record in (json.loads(row["record"]),)
    }
    if packed != {path: shard["sha256"] for path, shard in shards.items()}:
        yield "rows", "not the shards that the manifest names"
    elif digest_rows("shards", packed.items()) != lock["outputs"]["shards"]:
        yield "rows", "not the shards that the lock names"
