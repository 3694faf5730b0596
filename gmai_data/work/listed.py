"""``samples/<source>.parquet``: a row per sample, what it is, and where in which shard it lies."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from gmai_data import parquet, places, store
from gmai_data.pack import Shard, plan_schema
from gmai_data.work.ordered import Sorter

if TYPE_CHECKING:
    import pyarrow as pa

    from gmai_data.engine import Record, Watch

_PLACE: Final = ("key", "offset", "bytes", "sha256")  # what a shard's index says of each sample
_NOT_LISTED: Final = ("image_offset", "image_bytes", "sample_bytes", "chunk")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTask:
    """List the samples of one source whose shards are all written."""

    source: str
    plan: str  # what `work.arrange` made, without suffix
    indexes: str  # folder of the shards' indexes
    path: str  # parquet file to write

    @property
    def id(self) -> str:
        """The source."""
        return self.source

    @property
    def crumb(self) -> str:
        """None: only tables are read."""
        return ""


def index_path(folder: str, shard: Shard) -> str:
    """Where it stands what lies where in a shard."""
    return os.path.join(folder, f"{shard.key[:16]}.parquet")


def list_samples(task: ListTask, watch: Watch) -> Record:
    """Join the plan with the shards' indexes, sorted by key.

    A file that holds the same rows already is left alone.
    """
    import pyarrow as pa

    from gmai_data.work.arrange import arranged

    del watch
    shards = arranged(task.plan).shards
    with Sorter(os.path.dirname(task.plan), ("key",)) as rows:
        for shard in shards:
            for table in _placed(task, shard):
                rows.add(table)
        columns = [field for field in plan_schema() if field.name not in _NOT_LISTED]
        places = (("shard", pa.string()), ("offset", pa.int64()), ("bytes", pa.int64()),
                  ("sha256", pa.string()))  # fmt: skip
        schema = pa.schema([*columns, *(pa.field(name, kind) for name, kind in places)])
        with store.scratch(os.path.dirname(task.plan)) as made:
            store.write_tables(made, schema, rows.tables())
            store.copy_changed(made, task.path)
    return {"samples": rows.rows}


def _placed(task: ListTask, shard: Shard) -> Iterator[pa.Table]:
    import pyarrow as pa

    plan = parquet.read_rows(task.plan + ".parquet", shard.start, shard.stop)
    index = parquet.read_table(index_path(task.indexes, shard), _PLACE)
    table = plan.drop_columns(list(_NOT_LISTED))
    assert table["key"].combine_chunks().equals(index["key"].combine_chunks())
    table = table.append_column("shard", pa.repeat(pa.scalar(shard.name), table.num_rows))
    for name in _PLACE[1:]:
        table = table.append_column(name, index[name])
    yield table.replace_schema_metadata(None)


def restore_indexes(listed: str, wanted: Mapping[str, str]) -> None:
    """Write again the indexes that the store has lost, from the list of the last build.

    Args:
        listed: the parquet file of the last build; nothing is restored if it is not whole.
        wanted: name of a shard and the path of its index.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    lost = {name: path for name, path in wanted.items() if not os.path.exists(path)}
    if not lost or not places.is_file(listed):
        return
    with (
        contextlib.suppress(OSError, ValueError),  # Arrow's errors are one or the other
        Sorter(os.path.dirname(next(iter(lost.values()))), ("shard", "key")) as rows,
    ):
        for table in parquet.read_tables(listed, ("shard", *_PLACE)):
            rows.add(table.filter(pc.is_in(table["shard"], value_set=pa.array(list(lost)))))
        for name, table in _groups(rows.tables()):
            store.write_table(lost[name], table.select(list(_PLACE)))


def _groups(tables: Iterator[pa.Table]) -> Iterator[tuple[str, pa.Table]]:
    """The rows of each shard, one shard in memory."""
    import pyarrow as pa
    import pyarrow.compute as pc

    held: list[Any] = []
    name = ""
    for table in tables:
        for found in table["shard"].unique().to_pylist():
            if found != name and held:
                yield name, pa.concat_tables(held)
                held = []
            name = found
            held.append(table.filter(pc.equal(table["shard"], name)))
    if held:
        yield name, pa.concat_tables(held)
