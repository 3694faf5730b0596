"""Tables larger than memory, in order: an external merge sort, and digests of rows in order.

What does not fit waits in sorted runs on disk. Runs are merged a thousand rows at a time, so
memory grows with the number of runs (a few hundred for a hundred million rows), not of rows.
"""

from __future__ import annotations

import bisect
import contextlib
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from gmai_data import store
from gmai_data.canonical import canonical

if TYPE_CHECKING:
    import pyarrow as pa

RUN_BYTES: Final = 32 << 20  # of rows are sorted in memory
BATCH_ROWS: Final = 1024  # of each run are in memory while runs are merged
_PLAIN: Final = r"^[ !#-\[\]-~]*$"  # text that JSON writes as it is


class Sorter:
    """Takes tables of one schema, gives their rows back sorted by some columns."""

    def __init__(self, folder: str, by: Sequence[str], run_bytes: int = RUN_BYTES) -> None:
        """``folder`` holds the runs that do not fit in memory, ``by`` are the columns of order."""
        self.by = tuple(by)
        self.rows = 0
        self._folder = folder
        self._run_bytes = run_bytes
        self._waiting: list[pa.Table] = []
        self._bytes = 0
        self._runs: list[str] = []
        self._stack = contextlib.ExitStack()

    def add(self, table: pa.Table) -> None:
        """Take a table."""
        self._waiting.append(table)
        self._bytes += table.nbytes
        self.rows += table.num_rows
        if self._bytes > self._run_bytes:
            self._spill()

    def tables(self, rows: int = 8192) -> Iterator[pa.Table]:
        """Everything in order, ``rows`` at a time; once."""
        if self._runs:
            self._spill()
            found: Iterable[pa.Table] = self._merged()
        else:
            found = [self._sorted()] if self._waiting else []
        yield from resized(found, rows)

    def close(self) -> None:
        """Delete the runs."""
        self._waiting = []
        self._stack.close()

    def __enter__(self) -> Sorter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _sorted(self) -> pa.Table:
        import pyarrow as pa

        table = pa.concat_tables(self._waiting).combine_chunks()
        self._waiting, self._bytes = [], 0
        return table.sort_by([(name, "ascending") for name in self.by])

    def _spill(self) -> None:
        import pyarrow as pa

        if not self._waiting:
            return
        table = self._sorted()
        path = self._stack.enter_context(store.scratch(self._folder))
        with (
            store.writing(path, table.nbytes),
            pa.OSFile(path, "wb") as file,
            pa.ipc.new_stream(file, table.schema) as run,
        ):
            run.write_table(table, max_chunksize=BATCH_ROWS)
        self._runs.append(path)

    def _merged(self) -> Iterator[pa.Table]:
        import pyarrow as pa

        with contextlib.ExitStack() as files:
            opened = [files.enter_context(pa.OSFile(path, "rb")) for path in self._runs]
            runs = [iter(pa.ipc.open_stream(file)) for file in opened]
            heads = [next(run) for run in runs]
            while heads:
                bound = min(_row(head, self.by, head.num_rows - 1) for head in heads)
                ready, rest, left = [], [], []
                for head, run in zip(heads, runs, strict=True):
                    n = _count_up_to(head, self.by, bound)
                    if n:
                        ready.append(head.slice(0, n))
                    following = head.slice(n) if n < head.num_rows else next(run, None)
                    if following is not None:
                        rest.append(following)
                        left.append(run)
                heads, runs = rest, left
                order = [(name, "ascending") for name in self.by]
                yield pa.Table.from_batches(ready).combine_chunks().sort_by(order)


def _row(batch: pa.RecordBatch, by: Sequence[str], at: int) -> tuple[bytes, ...]:
    """The columns of order of one row, as they compare in Arrow: text by its UTF-8 bytes."""
    values = (batch[name][at].as_py() for name in by)
    return tuple(v.encode() if isinstance(v, str) else v for v in values)


def _count_up_to(batch: pa.RecordBatch, by: Sequence[str], bound: tuple[bytes, ...]) -> int:
    if _row(batch, by, batch.num_rows - 1) <= bound:
        return int(batch.num_rows)
    return bisect.bisect_right(range(batch.num_rows), bound, key=lambda at: _row(batch, by, at))


def resized(tables: Iterable[pa.Table], rows: int) -> Iterator[pa.Table]:
    """The same rows in tables of exactly ``rows`` each, but for the last."""
    import pyarrow as pa

    waiting: list[pa.Table] = []
    count = 0
    for table in tables:
        waiting.append(table)
        count += table.num_rows
        if count < rows:
            continue
        whole = pa.concat_tables(waiting)
        for start in range(0, count - rows + 1, rows):
            yield whole.slice(start, rows).combine_chunks()
        rest = count % rows
        waiting, count = [whole.slice(count - rest)], rest
    if count:
        yield pa.concat_tables(waiting).combine_chunks()


class RowsDigest:
    """`canonical.digest_rows` of rows that come in order, a table at a time."""

    def __init__(self, domain: str) -> None:
        """``domain`` as in `canonical.digest`."""
        self._total = hashlib.sha256(domain.encode() + b"\0")

    def add(self, keys: Any, values: Any) -> None:
        """Arrow columns of text, a row each."""
        text, _ = json_rows([keys, values], "\n")
        self._total.update(text)

    def hexdigest(self) -> str:
        """SHA-256 hex of all rows so far."""
        return self._total.hexdigest()


def json_rows(columns: Sequence[Any], end: str) -> tuple[memoryview, Any]:
    """Rows of text columns as canonical JSON lists, each followed by ``end``; where each begins.

    Returns:
        The text, and the offsets of its rows (one more than there are rows).
    """
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    whole = [c.combine_chunks() if isinstance(c, pa.ChunkedArray) else c for c in columns]
    if all(pc.all(pc.match_substring_regex(c, _PLAIN)).as_py() in (True, None) for c in whole):
        parts: list[Any] = ['["', whole[0]]
        for column in whole[1:]:
            parts += ['","', column]
        text = pc.binary_join_element_wise(*parts, '"]' + end, "")
        offsets = np.frombuffer(text.buffers()[1], np.int32)[: len(text) + 1]
        data = memoryview(text.buffers()[2] or b"") if len(text) else memoryview(b"")
        return data[offsets[0] : offsets[-1]] if len(text) else data, offsets - offsets[0]
    rows = zip(*(column.to_pylist() for column in whole), strict=True)
    lines = [canonical(list(row)) + end.encode() for row in rows]
    offsets = np.cumsum([0, *map(len, lines)])
    return memoryview(b"".join(lines)), offsets
