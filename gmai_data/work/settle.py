"""Bring the sources' chunks up to date: scan, read and word what changed, for all sources together.

Nothing here touches the output folder: chunks are content-named files of the store.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gmai_data.arrow import to_row
from gmai_data.canonical import digest, exact
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
from gmai_data.work.digests import adapter_digest
from gmai_data.work.probes import probes
from gmai_data.work.seen import made_of, remember, seen_before
from gmai_data.work.slice_store import stored
from gmai_data.work.versions import READ, STORE, WORDS

if TYPE_CHECKING:
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
    asks: dict[str, dict[str, Any]] = field(default_factory=dict)  # of a model
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

    def requests(self, work: Work, name: str) -> str:
        """The store name of a chunk's requests to a model, without suffix."""
        return self._base("requests", work, work.asks[name])

    def cases(self, work: Work) -> str:
        """The store name of a source's cases, without suffix."""
        return self._base("cases", work, work.meta)

    def chunks(self, work: Work) -> list[tuple[str, str]]:
        """Samples and slices of every chunk of a source."""
        return [(self.samples(work, n), self.slices(work, n)) for n in work.reads]

    def _base(self, kind: str, work: Work, record: Mapping[str, Any]) -> str:
        return os.path.join(self.store, kind, work.name, record["key"][:16])


def scan_all(line: Line, works: Sequence[Work], *, spare: bool = False) -> dict[str, str]:
    """Find the cases of every source.

    With ``spare``, a source that cannot be scanned costs itself alone: it is left without cases,
    and returned with the sentence that says why.
    """
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
    failed: dict[str, str] = {}
    line.progress.step("scan", len(tasks))
    for task, record in line.pool.run(scan_source, tasks, spare=spare):
        if "error" in record:
            failed[task.source] = _why(task.source, record)
            line.progress.advance("scan")
            continue
        with open(record["meta"], "rb") as file:
            by_name[task.source].meta = json.loads(file.read())
        line.progress.rejected("scan", by_name[task.source].meta["rejected"])
        line.progress.advance("scan")
    line.progress.done("scan")
    works = [work for work in works if work.name not in failed]
    _agree_on_splits(line, works)
    for work in works:
        for note in work.meta["notes"]:
            line.progress.note(f"{work.name}: {note.removeprefix(f'{work.name}: ')}")
    return dict(sorted(failed.items()))


def _why(source: str, record: Mapping[str, Any]) -> str:
    """The sentence of a task that failed, with its source."""
    why = str(record["message"])
    return why if why.startswith(source) else f"{source}: {why}"


def _agree_on_splits(line: Line, works: Sequence[Work]) -> None:
    """One patient, one split, in all sources that know patients by the same ids."""
    from gmai_data.graph import graph
    from gmai_data.work.same_subjects import agree

    by_name = {work.name: work for work in works}
    for names in graph({w.name: w.source for w in works}).spaces_of(by_name):
        bases = {name: line.cases(by_name[name]) for name in names}
        metas = {
            name: agree(bases[name], name, by_name[name].meta,
                        {n: base for n, base in bases.items() if n != name})
            for name in names
        }  # fmt: skip
        for name, meta in metas.items():
            by_name[name].meta = meta


def read_all(
    line: Line, works: Iterable[Work], *, files: bool = False, spare: bool = False
) -> dict[str, str]:
    """Read the chunks of every source, largest source first so that it does not form the tail.

    With ``files`` the chunks themselves are made where only their records are left. With ``spare``
    a source whose files cannot be read is returned with the sentence that says why.
    """
    works = list(works)
    tasks: list[ChunkTask] = []
    for work in largest_first(works):
        if not files:
            work.reads = _as_before(line, work, "read", _read_of(line, work))
        known = records_of(line.out, work.name, "read")
        tasks += [
            chunk_task(line, work, "read", c, known=known, files=files)
            for c in work.meta["chunks"]
            if c[2] not in work.reads or (files and stored(line.slices(work, c[2])) is None)
        ]
    failed: dict[str, str] = {}
    records = run_chunks(line, read_chunk, tasks, 1.0, failed if spare else None)
    for work in (work for work in works if work.name not in failed):
        work.reads = _merged(work, work.reads, records)
        remember(line.store, work.name, "read", _read_of(line, work), work.reads)
    return dict(sorted(failed.items()))


def read_again(line: Line, work: Work) -> list[str]:
    """Names of the chunks that cannot be told unchanged without reading their files."""
    before = _as_before(line, work, "read", _read_of(line, work))
    return [c[2] for c in work.meta["chunks"] if c[2] not in before]


def words_again(line: Line, work: Work, read: str) -> list[str]:
    """Names of the chunks whose words cannot be told unchanged; ``read`` as in `ChunkTask`."""
    reads = _as_before(line, work, "read", _read_of(line, work))
    known = Work(work.source, work.roots, work.meta, reads)
    before = _as_before(line, known, "words", _words_of(line, known, read))
    return [c[2] for c in work.meta["chunks"] if c[2] not in before]


def _merged(
    work: Work, before: Mapping[str, Any], records: Mapping[tuple[str, str], Any]
) -> dict[str, Any]:
    """The record of every chunk, in order: a new one, or the one that holds."""
    names = [c[2] for c in work.meta["chunks"]]
    return {n: records[work.name, n] if (work.name, n) in records else before[n] for n in names}


def _read_of(line: Line, work: Work) -> dict[str, str]:
    """What reading each chunk depends on, as a digest; none where that cannot be told cheaply."""
    return made_of(
        work.meta["seen"], "read", adapter_digest(work.source)["read"],
        exact(to_row(line.config.read)), dict(probes()), READ, STORE,
    )  # fmt: skip


def _words_of(line: Line, work: Work, read: str) -> dict[str, str]:
    rows = {n: r["rows"] + work.meta["seen"][n] for n, r in work.reads.items()
            if n in work.meta["seen"]}  # fmt: skip
    return made_of(
        rows, "words", adapter_digest(work.source)["words"], exact(to_row(line.config.ask)), read,
        WORDS, STORE,
    )  # fmt: skip


def _as_before(line: Line, work: Work, step: str, now: Mapping[str, str]) -> dict[str, Any]:
    """Records of the chunks that cannot have changed."""
    before = seen_before(line.store, work.name, step)
    return {name: record for name, (made, record) in before.items() if now.get(name, "") == made}


def words_all(line: Line, works: Iterable[Work], *, files: bool = False) -> None:
    """Word the chunks of every source; slices that only a record is left of are read again."""
    if line.config.model != "offline":
        from gmai_data.work.answering import answer_all

        answer_all(line, list(works), files=files)
        return
    works = list(works)
    tasks: list[ChunkTask] = []
    read = digest("words read", words_read(line.config))
    for work in largest_first(works):
        if not files:
            work.words = _as_before(line, work, "words", _words_of(line, work, read))
        known = records_of(line.out, work.name, "words")
        for chunk in work.meta["chunks"]:
            name = chunk[2]
            there = name in work.words
            if not there or (files and not os.path.exists(line.samples(work, name) + ".parquet")):
                tasks.append(
                    chunk_task(
                        line, work, "words", chunk, known=known, files=files,
                        slices=line.slices(work, name), rows=work.reads[name]["rows"], read=read,
                    )
                )  # fmt: skip
    records = run_chunks(line, words_chunk, tasks, WORDS_PER_READ)
    for work in works:
        work.words = _merged(work, work.words, records)
        remember(line.store, work.name, "words", _words_of(line, work, read), work.words)
    lacking = [w for w in works if any("missing" in record for record in w.words.values())]
    if lacking:
        read_all(line, lacking, files=True)
        words_all(line, lacking)


def with_files(line: Line, works: Sequence[Work]) -> None:
    """Make the chunk files of these sources where only their records are left."""
    if works:
        read_all(line, works, files=True)
        words_all(line, works, files=True)


def largest_first(works: Iterable[Work]) -> list[Work]:
    """In the order in which they are worked on: the largest must not form the tail."""
    return sorted(works, key=lambda w: (-sum(c[3] for c in w.meta["chunks"]), w.name))


def chunk_task(
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
    asked: str = "",
    answers: str = "",
) -> ChunkTask:
    """The task of one chunk (`steps.ChunkTask`); ``known`` are the last build's records."""
    start, stop, name, weight = chunk
    return ChunkTask(
        step=step, source=work.name, name=name, cases=line.cases(work), start=start, stop=stop,
        weight=weight + (stop - start) * CASE_BYTES,
        declaration=declared(work.source), roots=work.roots, config=line.config,
        store=line.store, slices=slices, rows=rows, files=files, read=read, asked=asked,
        answers=answers,
        known=json.dumps(known[name]) if name in known else "",
    )  # fmt: skip


def run_chunks(
    line: Line,
    fn: Callable[..., Any],
    tasks: Sequence[ChunkTask],
    cost: float,
    failed: dict[str, str] | None = None,
) -> dict[tuple[str, str], dict[str, Any]]:
    """Run tasks of one step; their records by source and chunk.

    With ``failed``, sources whose tasks fail are added to it with the sentence that says why.
    """
    records: dict[tuple[str, str], dict[str, Any]] = {}
    if not tasks:
        return records
    step = tasks[0].step
    new = [task.weight for task in tasks if not task.known or task.files]
    line.progress.step(step, sum(task.stop - task.start for task in tasks))
    planned = cost * sum(new) / BYTES_PER_SECOND
    for task, record in line.pool.run(fn, tasks, seconds=planned, spare=failed is not None):
        if failed is not None and "error" in record:
            failed.setdefault(task.source, _why(task.source, record))
        records[task.source, task.name] = record
        line.progress.rejected(step, record.get("rejected", 0))
        line.progress.advance(step, task.stop - task.start)
    line.progress.done(step)
    return records
