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
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gmai_data import parquet, store
from gmai_data.arrow import arrow_schema
from gmai_data.canonical import canonical
from gmai_data.errors import CheckFailedError
from gmai_data.output.record import record_bytes, record_facts, record_of
from gmai_data.output.ustar import TarWriter
from gmai_data.schema import Sample
from gmai_data.work.ordered import json_rows
from gmai_data.work.versions import PACK

if TYPE_CHECKING:
    import pyarrow as pa

    from gmai_data.config import Config
    from gmai_data.engine import Record, Watch

OVERHEAD = 1024 + 512  # headers and padding of a pair of members
FROM_SAMPLES = (
    "key", "subset", "language", "task", "prompt", "generator", "slice", "case", "modality",
    "department", "encoding", "labels", "sample_sha256", "sample_bytes",
)  # fmt: skip
FROM_SLICES = ("image_offset", "image_bytes", "image_sha256")
FROM_CASES = ("split", "subject", "study")
_SHARD_ROW = ("key", "sample_sha256", "image_sha256", *FROM_CASES)  # what its bytes depend on
SHARD_COLUMNS = (*_SHARD_ROW, "subset")
_PACKED = ("key", "encoding", "chunk", *FROM_SLICES, *FROM_CASES)  # what a sample is made with
_JOINED = (*FROM_CASES, "image_sha256")
_AT_ONCE = 512  # rows of a shard that are Python objects
_WINDOW_BYTES = 64 << 20  # of its text are in memory


@dataclass(frozen=True, slots=True)
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
    plan: str  # what `work.arrange` made, without suffix
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


def plan_schema() -> pa.Schema:
    """The columns of a plan: a row per sample, with where its text and its image lie."""
    import pyarrow as pa

    names = (*FROM_SAMPLES, *FROM_SLICES, *FROM_CASES)
    kinds = {"labels": pa.list_(pa.string())} | dict.fromkeys(
        ("sample_bytes", "image_offset", "image_bytes"), pa.int64()
    )
    columns = [(name, kinds.get(name, pa.string())) for name in names]
    return pa.schema([*columns, ("chunk", pa.int32())])


def shards_of(
    source: str,
    plan: Iterable[pa.Table],
    bytes_of: Mapping[tuple[str, str], int],
    facts: Mapping[str, str],
    shard_bytes: int,
) -> list[Shard]:
    """The shards of a plan, in its order, with the key of each.

    Args:
        source: its name.
        plan: rows sorted by subset, split and key, a table at a time.
        bytes_of: what all samples of a subset and split take.
        facts: the source's part of each record.
        shard_bytes: a shard has no more of them on average.

    Raises:
        CheckFailedError: two samples have one key.
    """
    import numpy as np
    import pyarrow.compute as pc

    shards: list[Shard] = []
    numbers: Counter[tuple[str, str]] = Counter()
    total = _key_of_shard(facts)
    row, start, last, here = 0, 0, "", ("", "", -1)

    def finish(stop: int) -> None:
        subset, split, _ = here
        name = f"shards/{subset}/{source}-{split}-{numbers[subset, split]:05d}.tar"
        numbers[subset, split] += 1
        total.update(b"]]")
        shards.append(Shard(name, subset, split, start, stop, total.hexdigest()))

    for table in plan:
        _refuse_twins(last, table["key"])
        last = table["key"][-1].as_py()
        text, offsets = json_rows([table[name] for name in _SHARD_ROW], ",")
        groups = pc.binary_join_element_wise(table["subset"], table["split"], " ").to_numpy()
        hashes = _hashes(table["key"], source)
        ends = np.flatnonzero(groups[1:] != groups[:-1]) + 1
        for a, b in itertools.pairwise([0, *ends.tolist(), table.num_rows]):
            subset, split = groups[a].split(" ")
            bits = shard_bits(bytes_of[subset, split], shard_bytes)
            places = hashes[a:b] >> np.uint64(64 - bits) if bits else np.zeros(b - a, np.uint64)
            cuts = np.flatnonzero(places[1:] != places[:-1]) + 1
            for c, d in itertools.pairwise([0, *cuts.tolist(), b - a]):
                now = (subset, split, int(places[c]))
                if now != here:
                    if row + a + c:
                        finish(row + a + c)
                        total = _key_of_shard(facts)
                    here, start = now, row + a + c
                else:
                    total.update(b",")
                total.update(text[offsets[a + c] : offsets[a + d] - 1])
        row += table.num_rows
    if row:
        finish(row)
    return shards


def _key_of_shard(facts: Mapping[str, str]) -> Any:
    """The digest of a list of rows that is about to begin, as `canonical.digest` would make it."""
    began = canonical([PACK, dict(facts), []])
    return hashlib.sha256(b"shard\0" + began.removesuffix(b"]]"))


def _hashes(keys: Any, source: str) -> Any:
    """The slice hashes within sample keys, as unsigned integers."""
    import numpy as np
    import pyarrow.compute as pc

    found = pc.utf8_slice_codeunits(keys, len(source) + 1, len(source) + 17)
    digits = "".join(found.to_pylist())
    return np.frombuffer(bytes.fromhex(digits), ">u8").astype(np.uint64)


def _refuse_twins(last: str, keys: Any) -> None:
    import pyarrow.compute as pc

    column = keys.combine_chunks()
    twins = column[1:].filter(pc.equal(column[1:], column[:-1]))
    twice = last if column[0].as_py() == last else twins[0].as_py() if len(twins) else ""
    if twice:
        raise CheckFailedError(f"two samples have the key {twice}: its cases cannot be told apart.")


def shard_bits(total: int, target: int) -> int:
    """The smallest ``b`` with ``total / 2**b <= target``."""
    bits = 0
    while total > target << bits:
        bits += 1
    return bits


def pack_shard(task: PackTask, watch: Watch) -> Record:
    """Write a shard and, in the store, where each of its samples lies.

    Raises:
        TransientError: the disk is full, or an image in the store is not what was written.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    from gmai_data.steps import source_of
    from gmai_data.work.arrange import chunks_of
    from gmai_data.work.slice_store import Images

    del watch
    shard, facts = task.shard, record_facts(source_of(task))
    chunks = chunks_of(task.plan, task.store, task.source)
    rows = parquet.read_rows(task.plan + ".parquet", shard.start, shard.stop).combine_chunks()
    images = Images()
    index: list[dict[str, Any]] = []
    path = os.path.join(task.out, shard.name)
    needed = pc.sum(pc.add(rows["image_bytes"], rows["sample_bytes"])).as_py() or 0
    try:
        with store.publish(path, needed=needed + OVERHEAD * rows.num_rows) as file:
            tar = TarWriter(file)
            for row, sample in _pairs(rows, chunks):
                image = b""
                if row["encoding"]:
                    image = images.get(
                        chunks[row["chunk"]].slices,
                        row["image_offset"], row["image_bytes"], row["image_sha256"],
                    )  # fmt: skip
                index.append(_add(tar, row, sample, image, facts))
            sha256 = tar.finish()
    finally:
        images.close()
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
    joined = {name: row[name] for name in _JOINED}
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


def _pairs(
    rows: pa.Table, chunks: Sequence[Any]
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each row with its stored sample: a window of text in Arrow, a few hundred as objects."""
    import numpy as np

    windows = np.cumsum(rows["sample_bytes"].to_numpy()) // _WINDOW_BYTES
    ends = np.flatnonzero(windows[1:] != windows[:-1]) + 1
    for a, b in itertools.pairwise([0, *ends.tolist(), rows.num_rows]):
        window = rows.slice(a, b - a)
        texts = _texts(window, chunks)
        needed = window.select(_PACKED)
        for start in range(0, b - a, _AT_ONCE):
            some, said = (t.slice(start, _AT_ONCE).to_pylist() for t in (needed, texts))
            yield from zip(some, said, strict=True)


def _texts(rows: pa.Table, chunks: Sequence[Any]) -> pa.Table:
    """The stored samples of these rows, in their order."""
    import pyarrow as pa
    import pyarrow.compute as pc

    names = arrow_schema(Sample).names
    found = [arrow_schema(Sample).empty_table()]
    for number in sorted(rows["chunk"].unique().to_pylist()):
        keys = rows["key"].filter(pc.equal(rows["chunk"], number)).combine_chunks()
        for table in parquet.read_between(
            chunks[number].samples + ".parquet", names, "key", keys[0].as_py(), keys[-1].as_py()
        ):
            kept = table.filter(pc.is_in(table["key"], value_set=keys))
            found.append(kept.replace_schema_metadata(None))
    texts = pa.concat_tables(found).combine_chunks()
    at = pc.index_in(rows["key"], value_set=texts["key"].combine_chunks())
    return texts.take(at)
