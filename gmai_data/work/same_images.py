"""Identical pictures of sources that share images: kept in one of them, left out of the others.

Two slices are identical when their 8-bit pixels are, or their files where pictures are passed
through unseen (`Slice.pixels_sha256`). The copy that stays is the one in the strictest split
(a benchmark's, then test, val, train), so that no picture of a test set is trained on; of equal
ones the original's, by `Graph.rank`. Only sources that `derived_from` connects are compared: a
black picture is in many. A volume that another release cuts at other slices is not recognised.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from gmai_data import parquet, store
from gmai_data.arrow import to_table
from gmai_data.canonical import digest, digest_rows
from gmai_data.grammar.subjects import STRICTEST
from gmai_data.graph import graph_of
from gmai_data.schema import Rejection
from gmai_data.work.settle import Line, Work, read_all
from gmai_data.work.versions import STORE

if TYPE_CHECKING:
    import pyarrow as pa

KIND: Final = "duplicates"  # folder of the store
RULE: Final = "duplicate-of"
_COLUMNS: Final = ("slice", "case", "of", "source")


def drop_duplicates(line: Line, works: Sequence[Work]) -> None:
    """Find, for each source, the slices that another keeps: ``meta["duplicates"]``, by that one.

    What was found lies in the store, under a name made of all that it depends on.
    """
    if line.config.duplicates != "drop":
        return
    by_name = {work.name: work for work in works}
    for names in graph_of(by_name, line.config.source_path).families(by_name):
        family = [by_name[name] for name in names]
        key = digest(
            KIND,
            [
                [w.name, w.source.benchmark, w.meta["splits"], [r["key"] for r in w.reads.values()]]
                for w in family
            ]
            + [STORE],
        )  # fmt: skip
        paths = {w.name: os.path.join(line.store, KIND, w.name, key[:16]) for w in family}
        if not all(os.path.exists(path + ".parquet") for path in paths.values()):
            read_all(line, family, files=True)
            _write(line, family, paths)
        for work in family:
            found = parquet.read_table(paths[work.name] + ".parquet")
            work.meta = {**work.meta, "dropped": key[:16], KIND: _by_other(found)}


def dropped_path(folder: str, work: Work) -> str:
    """The table of the slices that a source leaves out, without suffix; "" where none was made."""
    name = work.meta.get("dropped", "")
    return os.path.join(folder, KIND, work.name, name) if name else ""


def without(samples: pa.Table, dropped: str) -> pa.Table:
    """Samples of slices that stay."""
    import pyarrow.compute as pc

    if not dropped:
        return samples
    slices = parquet.read_table(dropped + ".parquet", ("slice",))["slice"].combine_chunks()
    return samples.filter(pc.invert(pc.is_in(samples["slice"], value_set=slices)))


def rejections(source: str, dropped: str) -> pa.Table:
    """A policy rejection per slice that is left out, with the slice that is kept."""
    rows = parquet.read_table(dropped + ".parquet").to_pylist() if dropped else []
    return to_table(
        Rejection,
        [
            Rejection(
                key=row["slice"], source=source, stage="pack", kind="policy", rule=RULE,
                value=f"{row['source']} {row['of']}", case=row["case"],
            )
            for row in rows
        ],
    )  # fmt: skip


def _by_other(found: pa.Table) -> dict[str, str]:
    """For each source that keeps some: how many, and a digest of which."""
    pairs: dict[str, list[tuple[str, str]]] = {}
    for row in found.to_pylist():
        pairs.setdefault(row["source"], []).append((row["slice"], row["of"]))
    return {
        name: f"{len(some)} slices, {digest_rows(KIND, some)[:16]}"
        for name, some in sorted(pairs.items())
    }


def _write(line: Line, family: Sequence[Work], paths: dict[str, str]) -> None:
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = pa.concat_tables([_pictures(line, work, n) for n, work in enumerate(family)])
    shared = rows.group_by("pixels").aggregate([("rank", "count_distinct")])
    shared = shared.filter(pc.greater(shared["rank_count_distinct"], 1))["pixels"]
    rows = rows.filter(pc.is_in(rows["pixels"], value_set=shared.combine_chunks()))
    order = [(name, "ascending") for name in ("pixels", "strict", "rank", "slice")]
    rows = rows.sort_by(order).combine_chunks()
    kept: dict[str, tuple[int, str]] = {}
    found: dict[str, list[dict[str, str]]] = {work.name: [] for work in family}
    for row in rows.to_pylist():
        rank, of = kept.setdefault(row["pixels"], (row["rank"], row["slice"]))
        if rank != row["rank"]:
            found[family[row["rank"]].name].append(
                {"slice": row["slice"], "case": row["case"], "of": of, "source": family[rank].name}
            )
    schema = pa.schema([(name, pa.string()) for name in _COLUMNS])
    for name, some in found.items():
        some.sort(key=lambda row: row["slice"])
        store.write_table(paths[name] + ".parquet", pa.Table.from_pylist(some, schema=schema))


def _pictures(line: Line, work: Work, rank: int) -> pa.Table:
    """The pictures of a source: digest of the pixels, slice, case, and how strict the split is."""
    import pyarrow as pa
    import pyarrow.compute as pc

    strict: dict[str, int] = {split: n for n, split in enumerate(STRICTEST, 1)}
    strict |= dict.fromkeys(work.source.benchmark, 0)
    cases = parquet.read_table(line.cases(work) + ".parquet", ("key", "split"))
    of_case = pa.array([strict[s] for s in cases["split"].to_pylist()], pa.int8())
    tables = [_empty()]
    for name in work.reads:
        table = parquet.read_table(
            line.slices(work, name) + ".parquet", ("hash", "case", "pixels_sha256", "width")
        )
        table = table.filter(pc.greater(table["width"], 0)).replace_schema_metadata(None)
        at = pc.index_in(table["case"], value_set=cases["key"].combine_chunks())
        columns: list[Any] = [
            pc.utf8_slice_codeunits(table["pixels_sha256"], 0, 32), table["hash"], table["case"],
            of_case.take(at.combine_chunks()), pa.repeat(pa.scalar(rank, pa.int32()), len(table)),
        ]  # fmt: skip
        tables.append(pa.table(columns, schema=_empty().schema))
    return pa.concat_tables(tables)


def _empty() -> pa.Table:
    import pyarrow as pa

    names = ("pixels", "slice", "case")
    fields = [(name, pa.string()) for name in names]
    return pa.schema([*fields, ("strict", pa.int8()), ("rank", pa.int32())]).empty_table()
