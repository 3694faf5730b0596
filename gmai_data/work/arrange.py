"""Put a source's samples in the order they are packed in, and sum up what its lock says.

One task per source, from its stored chunks to ``plans/<source>/<key>``: ``.parquet`` has a row per
sample by subset, split and key, ``.rejected.parquet`` every rejection, ``.json`` the shards and the
sums. Chunks are read one at a time and sorted on disk, so that memory does not grow with them.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from gmai_data import parquet, store
from gmai_data.arrow import arrow_schema
from gmai_data.output.record import record_facts
from gmai_data.pack import (
    FROM_CASES,
    FROM_SAMPLES,
    FROM_SLICES,
    OVERHEAD,
    SHARD_COLUMNS,
    Shard,
    plan_schema,
    shards_of,
)
from gmai_data.schema import Rejection
from gmai_data.work.measure import ASKED, SAMPLES, SLICES, Measuring
from gmai_data.work.ordered import Sorter
from gmai_data.work.same_images import rejections as rejections_of
from gmai_data.work.same_images import without

if TYPE_CHECKING:
    import pyarrow as pa

    from gmai_data.config import Config
    from gmai_data.engine import Record, Watch

_ROWS_PER_GROUP: Final = 4096
_OF_SLICES: Final = tuple(dict.fromkeys((*SLICES, *FROM_SLICES)))
_OF_SAMPLES: Final = tuple(dict.fromkeys((*SAMPLES, *FROM_SAMPLES)))
_BROKEN: Final = ("corrupt", "quarantined")  # kinds that count against `max_rejected`


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangeTask:
    """Arrange one source."""

    source: str
    declaration: str
    base: str  # what is made, without suffix; ``<base>.chunks.json`` lists the chunks
    cases: str  # the scan's files, without suffix
    config: Config
    store: str
    dropped: str = ""  # table of slices that another source keeps, without suffix

    @property
    def id(self) -> str:
        """The source."""
        return self.source

    @property
    def crumb(self) -> str:
        """None: only tables are read."""
        return ""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Where a chunk's cases are in the case table, and what was made of them in the store."""

    start: int
    stop: int
    samples: str  # store names without suffix
    slices: str


def chunks_of(base: str, store_folder: str, source: str) -> list[Chunk]:
    """The chunks that a plan was made from."""
    with open(base + ".chunks.json", "rb") as file:
        rows = json.loads(file.read())
    return [
        Chunk(
            start, stop, os.path.join(store_folder, "samples", source, samples),
            os.path.join(store_folder, "slices", source, slices),
        )
        for start, stop, samples, slices in rows
    ]  # fmt: skip


def arrange(task: ArrangeTask, watch: Watch) -> Record:
    """Write the plan of a source.

    Raises:
        CheckFailedError: two samples have one key.
    """
    from gmai_data.steps import source_of

    del watch
    if os.path.exists(task.base + ".json"):
        return {"base": task.base}
    with open(task.cases + ".json", "rb") as file:
        meta = json.loads(file.read())
    folder = os.path.dirname(task.base)
    broken: dict[str, Any] = {"cases": 0, "reasons": {}}
    bytes_of: Counter[tuple[str, str]] = Counter()
    with (
        Measuring(folder) as measuring,
        Sorter(folder, ("subset", "split", "key")) as plan,
        Sorter(folder, ("stage", "key", "rule", "value", "path")) as rejections,
    ):
        for number, chunk in enumerate(chunks_of(task.base, task.store, task.source)):
            rows = _joined(task, chunk, number, measuring)
            for (subset, split), size in _sizes(rows):
                bytes_of[subset, split] += size
            plan.add(rows)
            bases = (chunk.slices, chunk.samples)
            _add_rejected(
                [parquet.read_table(f"{base}.rejected.parquet") for base in bases],
                rejections, measuring, broken,
            )  # fmt: skip
        _add_rejected([rejections_of(task.source, task.dropped)], rejections, measuring, broken)
        for table in parquet.read_tables(f"{task.cases}.rejected.parquet", _REJECTED):
            _add_rejected([table], rejections, measuring, broken)
        for table in parquet.read_tables(f"{task.cases}.inputs.parquet", ("path", "sha256")):
            measuring.add_inputs(_without_size(table), of_scan=True)
        store.write_tables(
            f"{task.base}.rejected.parquet", arrow_schema(Rejection), rejections.tables()
        )
        store.write_tables(f"{task.base}.parquet", plan_schema(), plan.tables(_ROWS_PER_GROUP))
        shards = shards_of(
            task.source,
            parquet.read_tables(f"{task.base}.parquet", SHARD_COLUMNS),
            bytes_of,
            record_facts(source_of(task)),
            task.config.pack.shard_bytes,
        )
        found = {
            "broken": broken,
            "measured": asdict(measuring.measured(meta)),
            "shards": [asdict(shard) for shard in shards],
        }
    store.write_bytes(task.base + ".json", json.dumps(found).encode())
    return {"base": task.base}


@dataclass(frozen=True, slots=True)
class Arranged:
    """What :func:`arrange` found out about a source."""

    base: str
    shards: list[Shard]
    measured: Mapping[str, Any]
    broken: Mapping[str, Any]  # "cases": how many, "reasons": "stage\trule" -> [cases, example]


def arranged(base: str) -> Arranged:
    """Read back what a task left."""
    with open(base + ".json", "rb") as file:
        found = json.loads(file.read())
    shards = [Shard(**shard) for shard in found["shards"]]
    return Arranged(base, shards, found["measured"], found["broken"])


def _joined(task: ArrangeTask, chunk: Chunk, number: int, measuring: Measuring) -> pa.Table:
    """The samples of a chunk with where their images lie and whose they are; all is counted."""
    import pyarrow as pa
    import pyarrow.compute as pc

    cases = parquet.read_rows(
        f"{task.cases}.parquet", chunk.start, chunk.stop, ("key", *FROM_CASES)
    )
    slices = parquet.read_table(f"{chunk.slices}.parquet", _OF_SLICES)
    samples = without(parquet.read_table(f"{chunk.samples}.parquet", _OF_SAMPLES), task.dropped)
    asked = parquet.read_table(f"{chunk.samples}.requests.parquet", ASKED)
    measuring.add(cases, slices, asked, samples)
    measuring.add_inputs(parquet.read_table(f"{chunk.slices}.inputs.parquet"))
    rows = samples.select(list(FROM_SAMPLES))
    for table, key, column, names in (
        (slices, "hash", "slice", FROM_SLICES),
        (cases, "key", "case", FROM_CASES),
    ):
        at = pc.index_in(rows[column], value_set=table[key].combine_chunks())
        for name in names:
            rows = rows.append_column(name, table[name].take(at))
    number_column = pa.repeat(pa.scalar(number, pa.int32()), rows.num_rows)
    return rows.append_column("chunk", number_column).replace_schema_metadata(None)


def _sizes(rows: pa.Table) -> Iterator[tuple[tuple[str, str], int]]:
    import pyarrow.compute as pc

    total = pc.add(pc.add(rows["sample_bytes"], rows["image_bytes"]), OVERHEAD)
    sums = rows.select(["subset", "split"]).append_column("size", total)
    for row in sums.group_by(["subset", "split"]).aggregate([("size", "sum")]).to_pylist():
        yield (row["subset"], row["split"]), row["size_sum"]


_REJECTED: Final = tuple(arrow_schema(Rejection).names)


def _add_rejected(
    tables: Iterable[pa.Table], rejections: Sorter, measuring: Measuring, broken: dict[str, Any]
) -> None:
    """Rejections of one chunk, or of the scan: a case is broken once, for its last reason."""
    last: dict[str, Mapping[str, Any]] = {}
    for table in tables:
        if table.num_rows:
            measuring.add_rejected(table)
            rejections.add(table.select(list(_REJECTED)).replace_schema_metadata(None))
            for row in table.to_pylist():
                # A request that a model did not answer leaves its case whole.
                if row["kind"] in _BROKEN and row["stage"] != "answer":
                    last[_case_of(row)] = row
    broken["cases"] += len(last)
    for row in last.values():
        example = f"{row['path'] or row['key']}: {row['value']}"[:200]
        name = f"{row['stage']}\t{row['rule']}"
        count, smallest = broken["reasons"].get(name, (0, example))
        broken["reasons"][name] = (count + 1, min(smallest, example))


_OF_SERIES: Final = ("broken-gzip", "broken-header", "not-dicom")


def _case_of(row: Mapping[str, Any]) -> str:
    """The case that a rejection is of, or what stands for it where the scan could not tell.

    That is its file; of files of a series, which the scan looks into one by one, their folder.
    """
    path = str(row["path"])
    at = os.path.dirname(path) if row["rule"] in _OF_SERIES else path
    return str(row["case"] or row["key"] or at or row["value"])


def _without_size(table: pa.Table) -> pa.Table:
    """Tables and records were counted by their contents, not as files to read."""
    import pyarrow as pa

    return table.append_column("size", pa.repeat(pa.scalar(0, pa.int64()), table.num_rows))
