"""Bring the sources' chunks up to date: scan, read and word what changed, for all sources together.

Nothing here touches the output folder: chunks are content-named files of the store.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gmai_data import store
from gmai_data.canonical import digest
from gmai_data.engine import Pool, Progress
from gmai_data.manifest import records_of
from gmai_data.steps import (
    ChunkTask,
    ScanTask,
    declared,
    read_chunk,
    scan_source,
    words_chunk,
    words_read,
)
from gmai_data.work.chunks import CASE_BYTES
from gmai_data.work.slice_store import stored

if TYPE_CHECKING:
    import pyarrow as pa

    from gmai_data.config import Config
    from gmai_data.declare import Source
    from gmai_data.roots import Root

BYTES_PER_SECOND = 20 << 20  # of input, read and encoded by one core: plans the number of workers
WORDS_PER_READ = 0.3  # wording a chunk, compared with reading it


@dataclass(slots=True)
class Work:
    """One source on its way through the line; records are by chunk name, in order."""

    source: Source
    roots: tuple[Root, ...]
    meta: dict[str, Any] = field(default_factory=dict)
    reads: dict[str, dict[str, Any]] = field(default_factory=dict)
    words: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Name of the source."""
        return self.source.name


@dataclass(frozen=True, slots=True)
class Line:
    """Where a build works: its configuration, its store, and how it runs tasks."""

    config: Config
    store: str
    out: str
    pool: Pool
    progress: Progress

    def slices(self, work: Work, name: str) -> str:
        """The store name of a chunk's slices, without suffix."""
        return self._base("slices", work, work.reads[name])

    def samples(self, work: Work, name: str) -> str:
        """The store name of a chunk's samples, without suffix."""
        return self._base("samples", work, work.words[name])

    def cases(self, work: Work) -> str:
        """The store name of a source's cases, without suffix."""
        return self._base("cases", work, work.meta)

    def chunks(self, work: Work) -> list[tuple[str, str]]:
        """Samples and slices of every chunk of a source."""
        return [(self.samples(work, n), self.slices(work, n)) for n in work.reads]

    def _base(self, kind: str, work: Work, record: Mapping[str, Any]) -> str:
        return os.path.join(self.store, kind, work.name, record["key"][:16])


def scan_all(line: Line, works: Sequence[Work]) -> None:
    """Find the cases of every source."""
    tasks = [
        ScanTask(
            source=w.name,
            declaration=declared(w.source),
            roots=w.roots,
            config=line.config,
            store=line.store,
        )
        for w in works
    ]
    by_name = {work.name: work for work in works}
    line.progress.step("scan", len(tasks))
    for task, record in line.pool.run(scan_source, tasks):
        with open(record["meta"], "rb") as file:
            by_name[task.source].meta = json.loads(file.read())
        for note in by_name[task.source].meta["notes"]:
            line.progress.note(f"{task.source}: {note}")
        line.progress.rejected("scan", by_name[task.source].meta["rejected"])
        line.progress.advance("scan")
    line.progress.done("scan")


def read_all(line: Line, works: Iterable[Work], *, files: bool = False) -> None:
    """Read the chunks of every source, largest source first so that it does not form the tail.

    With ``files`` the chunks themselves are made where only their records are left.
    """
    tasks: list[ChunkTask] = []
    for work in _largest_first(works):
        known = records_of(line.out, work.name, "read")
        missing = [
            c for c in work.meta["chunks"]
            if not files or stored(line.slices(work, c[2])) is None
        ]  # fmt: skip
        tasks += [_task(line, work, "read", c, known=known, files=files) for c in missing]
    records = _run(line, read_chunk, tasks, 1.0)
    for work in works:
        done = {name: record for (source, name), record in records.items() if source == work.name}
        old = work.reads
        work.reads = {c[2]: done[c[2]] if c[2] in done else old[c[2]] for c in work.meta["chunks"]}


def words_all(line: Line, works: Iterable[Work], *, files: bool = False) -> None:
    """Word the chunks of every source; slices that only a record is left of are read again."""
    tasks: list[ChunkTask] = []
    read = digest("words read", words_read(line.config))
    for work in _largest_first(works):
        known = records_of(line.out, work.name, "words")
        for chunk in work.meta["chunks"]:
            name = chunk[2]
            if not files or not os.path.exists(line.samples(work, name) + ".parquet"):
                tasks.append(
                    _task(
                        line, work, "words", chunk, known=known, files=files,
                        slices=line.slices(work, name), rows=work.reads[name]["rows"], read=read,
                    )
                )  # fmt: skip
    records = _run(line, words_chunk, tasks, WORDS_PER_READ)
    for work in works:
        done = {name: record for (source, name), record in records.items() if source == work.name}
        old = work.words
        work.words = {c[2]: done[c[2]] if c[2] in done else old[c[2]] for c in work.meta["chunks"]}
    lacking = [w for w in works if any("missing" in record for record in w.words.values())]
    if lacking:
        read_all(line, lacking, files=True)
        words_all(line, lacking)


def with_files(line: Line, works: Sequence[Work]) -> None:
    """Make the chunk files of these sources where only their records are left."""
    if works:
        read_all(line, works, files=True)
        words_all(line, works, files=True)


def rejected_of(line: Line, work: Work) -> pa.Table:
    """Every rejection of a source, from its scan to its review."""
    import pyarrow as pa

    bases = [line.cases(work)]
    for samples, slices in line.chunks(work):
        bases += [slices, samples]
    tables = [store.read_table(f"{base}.rejected.parquet") for base in bases]
    order = [(name, "ascending") for name in ("stage", "key", "rule")]
    return pa.concat_tables(tables).sort_by(order)


def _largest_first(works: Iterable[Work]) -> list[Work]:
    return sorted(works, key=lambda w: (-sum(c[3] for c in w.meta["chunks"]), w.name))


def _task(
    line: Line,
    work: Work,
    step: str,
    chunk: Sequence[Any],
    *,
    known: Mapping[str, Any],
    files: bool,
    slices: str = "",
    rows: str = "",
    read: str = "",
) -> ChunkTask:
    start, stop, name, weight = chunk
    return ChunkTask(
        step=step, source=work.name, name=name, cases=line.cases(work), start=start, stop=stop,
        weight=weight + (stop - start) * CASE_BYTES,
        declaration=declared(work.source), roots=work.roots, config=line.config,
        store=line.store, slices=slices, rows=rows, files=files, read=read,
        known=json.dumps(known[name]) if name in known else "",
    )  # fmt: skip


def _run(
    line: Line, fn: Callable[..., Any], tasks: Sequence[ChunkTask], cost: float
) -> dict[tuple[str, str], dict[str, Any]]:
    records: dict[tuple[str, str], dict[str, Any]] = {}
    if not tasks:
        return records
    step = tasks[0].step
    new = [task.weight for task in tasks if not task.known or task.files]
    line.progress.step(step, sum(task.stop - task.start for task in tasks))
    for task, record in line.pool.run(fn, tasks, seconds=cost * sum(new) / BYTES_PER_SECOND):
        records[task.source, task.name] = record
        line.progress.rejected(step, record.get("rejected", 0))
        line.progress.advance(step, task.stop - task.start)
    line.progress.done(step)
    return records
