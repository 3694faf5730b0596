"""One patient, one split, over all sources of a build that have ids of one space.

A subject is in the strictest official split that any of these sources declares for it: test before
val before train, as within one source. Where none declares one, equal ids fall into equal splits by
their hash. What a source becomes depends on which sources are in the build, never on their order.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from gmai_data import parquet, store
from gmai_data.canonical import digest, digest_rows
from gmai_data.grammar.subjects import STRICTEST

if TYPE_CHECKING:
    import pyarrow as pa

_BESIDE: Final = (".inputs.parquet", ".listing.parquet", ".official.parquet", ".rejected.parquet")
Official = Mapping[str, tuple[str, str]]  # subject -> its split, and the source that declares it


def agree(base: str, source: str, meta: dict[str, Any], others: Mapping[str, str]) -> Any:
    """Move the cases of one scanned source to where other sources have their subjects.

    Args:
        base: of the scan's files, without suffix.
        source: its name.
        meta: what its scan found.
        others: the other sources of its space, with the base of their scan's files each.

    Returns:
        ``meta``, or that of a table beside the scan's in which cases have moved.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    decided = _strictest(
        [_official(source, base), *(_official(*o) for o in sorted(others.items()))]
    )
    decided = {subject: found for subject, found in decided.items() if found[1] != source}
    whose = parquet.read_table(base + ".parquet", ("key", "subject", "split"))
    at = pc.index_in(whose["subject"], value_set=pa.array(list(decided), pa.string()))
    split = pc.coalesce(pa.array([s for s, _ in decided.values()], pa.string()).take(at),
                        whose["split"])  # fmt: skip
    moved = pc.not_equal(split, whose["split"])
    if not pc.any(moved).as_py():
        return meta
    rows = whose.filter(moved).append_column("new", split.filter(moved))
    theirs = {s: decided[s] for s in pc.unique(rows["subject"]).to_pylist()}
    key = digest("agreed", [meta["key"], sorted([s, *found] for s, found in theirs.items())])
    agreed = os.path.join(os.path.dirname(base), key[:16])
    made = {
        **meta,
        "key": key,
        "notes": [*meta["notes"], *_notes(rows, theirs)],
        "shared": {
            name: digest_rows("shared", ((s, f[0]) for s, f in theirs.items() if f[1] == name))[:16]
            for name in sorted({name for _, name in theirs.values()})
        },
        "splits": digest_rows("splits", zip(whose["key"].to_pylist(), split.to_pylist(),
                                            strict=True)),
    }  # fmt: skip
    if not os.path.exists(agreed + ".json"):
        for end in _BESIDE:
            store.link(base + end, agreed + end)
        _write_moved(base + ".parquet", agreed + ".parquet", split, moved)
        store.write_bytes(agreed + ".json", json.dumps(made).encode())
    return made


def _official(name: str, base: str) -> dict[str, tuple[str, str]]:
    table = parquet.read_table(base + ".official.parquet", ("subject", "split"))
    pairs = zip(table["subject"].to_pylist(), table["split"].to_pylist(), strict=True)
    return {subject: (split, name) for subject, split in pairs}


def _strictest(tables: Sequence[Official]) -> dict[str, tuple[str, str]]:
    """The strictest split of each subject; of equal ones the first table's."""
    found: dict[str, tuple[str, str]] = {}
    for table in tables:
        for subject, (split, name) in table.items():
            before = found.get(subject)
            if before is None or STRICTEST.index(split) < STRICTEST.index(before[0]):
                found[subject] = (split, name)
    return found


def _notes(rows: pa.Table, theirs: Official) -> list[str]:
    counts: dict[tuple[str, str, str], int] = {}
    for subject, old, new in zip(
        *(rows[name].to_pylist() for name in ("subject", "split", "new")), strict=True
    ):
        of = (old, new, theirs[subject][1])
        counts[of] = counts.get(of, 0) + 1
    return [
        f"{count:,} cases move from {old} to {new}, where {name} declares their subjects to be."
        for (old, new, name), count in sorted(counts.items())
    ]


def _write_moved(source: str, path: str, split: Any, moved: Any) -> None:
    """The case table with other splits, a row group at a time: annotations may be many."""
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    file, start = pq.ParquetFile(source), 0

    def tables() -> Any:
        nonlocal start
        for number in range(file.num_row_groups):
            table = file.read_row_group(number)
            here = slice(start, start + table.num_rows)
            start += table.num_rows
            mine = moved[here]
            origin = pc.if_else(mine, pa.scalar("subject"), table["split_origin"])
            for name, column in (("split", split[here]), ("split_origin", origin)):
                at = table.schema.get_field_index(name)
                table = table.set_column(at, table.schema.field(name), column)
            yield table

    store.write_tables(path, file.schema_arrow, tables())
    file.close()
