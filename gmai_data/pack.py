"""Samples to shards: a shard is a range of slice hashes, written as one tar.

The number of shards of a source, subset and split is a power of two that depends only on the data
present: it doubles when they double, and then each shard splits in two. One new sample rewrites
one shard. Members are sorted by key, an image is followed by its record.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gmai_data import store
from gmai_data.canonical import digest
from gmai_data.output.record import record_bytes, record_facts, record_of
from gmai_data.output.ustar import TarWriter
from gmai_data.schema import Sample
from gmai_data.work.versions import PACK, STORE

if TYPE_CHECKING:
    import pyarrow as pa

    from gmai_data.config import Config
    from gmai_data.engine import Record, Watch

_OVERHEAD = 1024 + 512  # headers and padding of a pair of members
_FROM_SAMPLES = (
    "key", "subset", "language", "task", "prompt", "generator", "slice", "case", "modality",
    "department", "encoding", "labels", "sample_sha256", "sample_bytes",
)  # fmt: skip
_FROM_SLICES = ("image_offset", "image_bytes", "image_sha256")
_FROM_CASES = ("split", "subject", "study")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """One tar: rows ``[start, stop)`` of the plan."""

    name: str  # shards/<subset>/<source>-<split>-00000.tar
    subset: str
    split: str
    start: int
    stop: int
    key: str  # digest of everything its bytes depend on


@dataclass(frozen=True, slots=True, kw_only=True)
class PackTask:
    """Write one shard."""

    source: str
    declaration: str
    shard: Shard
    plan: str  # parquet file of the plan
    index: str  # parquet file to write: where each sample lies
    out: str
    config: Config
    store: str

    @property
    def id(self) -> str:
        """The shard's name, with dashes."""
        return self.shard.name.replace("/", "-")

    @property
    def crumb(self) -> str:
        """None: packing copies checked bytes."""
        return ""


def make_plan(cases: pa.Table, chunks: Iterable[tuple[str, str]]) -> pa.Table:
    """One row per sample, sorted by subset, split and key, with where its image and text lie.

    Args:
        cases: columns key, split, subject and study.
        chunks: for each chunk its samples and its slices, as store names without suffix.

    Raises:
        CheckFailedError: two samples have one key.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    tables = []
    for samples_base, slices_base in chunks:
        samples = store.read_table(samples_base + ".parquet", _FROM_SAMPLES)
        slices = store.read_table(slices_base + ".parquet", ("hash", *_FROM_SLICES))
        at = pc.index_in(samples["slice"], value_set=slices["hash"].combine_chunks())
        for name in _FROM_SLICES:
            samples = samples.append_column(name, slices[name].take(at))
        for name, value in (("samples", samples_base), ("slices", slices_base)):
            column = pa.repeat(pa.scalar(value), samples.num_rows).dictionary_encode()
            samples = samples.append_column(name, column)
        tables.append(samples)
    if not tables:
        return _no_plan()
    plan = pa.concat_tables(tables).unify_dictionaries().combine_chunks()
    at = pc.index_in(plan["case"], value_set=cases["key"].combine_chunks())
    for name in _FROM_CASES:
        plan = plan.append_column(name, cases[name].take(at))
    plan = plan.sort_by([("subset", "ascending"), ("split", "ascending"), ("key", "ascending")])
    keys = plan["key"].to_pylist()
    if len(set(keys)) != len(keys):
        from gmai_data.errors import CheckFailedError

        twice = next(a for a, b in itertools.pairwise(sorted(keys)) if a == b)
        raise CheckFailedError(f"two samples have the key {twice}: its cases cannot be told apart.")
    return plan


def _no_plan() -> pa.Table:
    import pyarrow as pa

    names = (*_FROM_SAMPLES, *_FROM_SLICES, "samples", "slices", *_FROM_CASES)
    kinds = {"labels": pa.list_(pa.string())} | dict.fromkeys(
        ("sample_bytes", "image_offset", "image_bytes"), pa.int64()
    )
    return pa.schema([(n, kinds.get(n, pa.string())) for n in names]).empty_table()


def shards_of(
    source: str, plan: pa.Table, facts: Mapping[str, str], shard_bytes: int
) -> list[Shard]:
    """The shards of a plan, in its order, with the key of each."""
    columns = ("key", "sample_sha256", "image_sha256", "split", "subject", "study")
    rows = list(zip(*(plan[name].to_pylist() for name in columns), strict=True))
    subsets, splits = plan["subset"].to_pylist(), plan["split"].to_pylist()
    sizes = [
        a + b + _OVERHEAD
        for a, b in zip(
            plan["sample_bytes"].to_pylist(), plan["image_bytes"].to_pylist(), strict=True
        )
    ]
    hashes = [hash_of(key, source) for key in plan["key"].to_pylist()]
    shards: list[Shard] = []
    for (subset, split), group in itertools.groupby(
        range(len(rows)), key=lambda i: (subsets[i], splits[i])
    ):
        members = list(group)
        bits = shard_bits(sum(sizes[i] for i in members), shard_bytes)
        ranges: dict[int, list[int]] = {}  # those without a sample get no number
        for i in members:
            ranges.setdefault(hashes[i] >> (64 - bits), []).append(i)
        for number, at in enumerate(ranges.values()):
            shards.append(
                Shard(
                    name=f"shards/{subset}/{source}-{split}-{number:05d}.tar",
                    subset=subset,
                    split=split,
                    start=at[0],
                    stop=at[-1] + 1,
                    key=digest("shard", [PACK, dict(facts), [list(rows[i]) for i in at]]),
                )
            )
    return shards


def shard_bits(total: int, target: int) -> int:
    """The smallest ``b`` with ``total / 2**b <= target``."""
    bits = 0
    while total > target << bits:
        bits += 1
    return bits


def hash_of(key: str, source: str) -> int:
    """The slice hash within a sample key, as an integer."""
    return int(key[len(source) + 1 : len(source) + 17], 16)


def pack_shard(task: PackTask, watch: Watch) -> Record:
    """Write a shard and, in the store, where each of its samples lies.

    Raises:
        TransientError: the disk is full, or an image in the store is not what was written.
    """
    from gmai_data.steps import source_of
    from gmai_data.work.slice_store import Images

    del watch
    shard, facts = task.shard, record_facts(source_of(task))
    rows = store.read_rows(task.plan, shard.start, shard.stop).to_pylist()
    texts = _samples(rows)
    images = Images()
    index: list[dict[str, Any]] = []
    path = os.path.join(task.out, shard.name)
    needed = sum(row["image_bytes"] + row["sample_bytes"] + _OVERHEAD for row in rows)
    try:
        with store.publish(path, needed=needed) as file:
            tar = TarWriter(file)
            for row in rows:
                image = b""
                if row["encoding"]:
                    image = images.get(
                        row["slices"], row["image_offset"], row["image_bytes"], row["image_sha256"]
                    )
                index.append(_add(tar, row, texts.pop(row["key"]), image, facts))
            sha256 = tar.finish()
    finally:
        images.close()
    import pyarrow as pa

    schema = [("key", pa.string()), ("offset", pa.int64()), ("bytes", pa.int64())]
    schema.append(("sha256", pa.string()))
    record = {"bytes": tar.size, "key": shard.key, "name": shard.name, "sha256": sha256}
    table = pa.Table.from_pylist(index, schema=pa.schema(schema))
    store.write_table(task.index, table, note={"record": json.dumps(record)})
    return record


def _add(
    tar: TarWriter,
    row: Mapping[str, Any],
    sample: Mapping[str, Any],
    image: bytes,
    facts: Mapping[str, str],
) -> dict[str, Any]:
    """Append one sample; where its headers, members and padding lie, and its record's digest."""
    joined = {name: row[name] for name in (*_FROM_CASES, "image_sha256")}
    record = record_bytes(record_of({**sample, **joined}, facts))
    began = tar.size
    if image:
        tar.add(f"{row['key']}.{row['encoding']}", image)
    tar.add(f"{row['key']}.json", record)
    return {
        "key": row["key"],
        "offset": began,
        "bytes": tar.size - began,
        "sha256": hashlib.sha256(record).hexdigest(),
    }


def _samples(rows: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The stored samples of a shard's rows, by key; only their row groups are read."""
    import pyarrow.parquet as pq

    from gmai_data.arrow import arrow_schema

    wanted: dict[str, list[str]] = {}
    for row in rows:
        wanted.setdefault(row["samples"], []).append(row["key"])
    found: dict[str, dict[str, Any]] = {}
    for base, keys in sorted(wanted.items()):
        table = pq.read_table(
            base + ".parquet",
            columns=arrow_schema(Sample).names,
            filters=[("key", ">=", keys[0]), ("key", "<=", keys[-1])],
            memory_map=False,
        )
        chosen = set(keys)
        found.update((s["key"], s) for s in table.to_pylist() if s["key"] in chosen)
    return found


def plan_name(store_folder: str, source: str, shards: Sequence[Shard]) -> str:
    """Where the plan of these shards lies in the store."""
    key = digest("plan", [STORE, [[s.name, s.start, s.stop, s.key] for s in shards]])
    return os.path.join(store_folder, "plans", source, f"{key[:16]}.parquet")
