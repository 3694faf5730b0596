"""The worker functions: scan a source, read a chunk of cases, word a chunk of slices.

Each takes a task of names and returns a record of about 1 kB; what it makes is published in the
store under a name made from its key. A step whose result is there already returns at once.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from gmai_data import parquet, store
from gmai_data.arrow import arrow_schema, from_row, to_row, to_table
from gmai_data.canonical import digest, digest_rows
from gmai_data.config import Config
from gmai_data.engine import Record, Watch
from gmai_data.errors import RejectedItem, TransientError
from gmai_data.roots import Root
from gmai_data.schema import Case, Rejection
from gmai_data.work import keys
from gmai_data.work.digests import FileDigest, adapter_digest, file_digests

if TYPE_CHECKING:
    import pyarrow as pa

    from gmai_data.declare import Source
    from gmai_data.words.prompts import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanTask:
    """Find the cases of one source."""

    source: str
    declaration: str  # digest of the declaration that is meant
    roots: tuple[Root, ...]  # its own first, then those of sources it is derived from
    config: Config
    store: str

    @property
    def id(self) -> str:
        """The source."""
        return self.source

    @property
    def crumb(self) -> str:
        """None: a scan opens tables, not pixels."""
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChunkTask:
    """Read, or word, one chunk of a source's cases."""

    step: str  # read or words
    source: str
    name: str  # key of the first case
    cases: str  # the scan's files, without suffix
    start: int  # rows of the case table
    stop: int
    weight: int  # planned bytes
    declaration: str
    roots: tuple[Root, ...]
    config: Config
    store: str
    slices: str = ""  # words: the chunk of slices, without suffix
    rows: str = ""  # words: digest of its rows
    known: str = ""  # record of the last build, as JSON
    files: bool = False  # the chunk's files are needed, not only its record
    read: str = ""  # words: digest of `words_read`
    asked: str = ""  # words of a model: key of the chunk of requests
    answers: str = ""  # words of a model: the chunk of answers, without suffix

    @property
    def id(self) -> str:
        """Source and first case."""
        return f"{self.source}-{self.name}"

    @property
    def crumb(self) -> str:
        """Where the case being worked on is named."""
        return os.path.join(self.store, "crumbs", f"{self.step}-{self.id}")


def secret() -> bytes:
    """The team's secret for private ids: every process reads it from its own environment."""
    return os.environ.get("GMAI_DATA_SECRET", "").encode()


def declared(source: Source) -> str:
    """Digest of a whole declaration: how a task says which one it means."""
    return digest("declaration", [adapter_digest(source), source.version])


@functools.lru_cache(maxsize=64)
def _source(name: str, source_path: tuple[str, ...], declaration: str) -> Source:
    from gmai_data.find import load

    source = load(name, source_path)
    if declared(source) != declaration:
        raise TransientError(
            f"{name}: this process knows another declaration than the one that began the build. "
            "Start the workers again, with the same sources everywhere."
        )
    return source


def source_of(task: Any) -> Source:
    """The declaration a task is about.

    Raises:
        TransientError: it is not the one that the build began with.
    """
    return _source(task.source, tuple(task.config.source_path), task.declaration)


def scan_source(task: ScanTask, watch: Watch) -> Record:
    """List the root and find the cases: ``cases/<source>/<key>.{parquet,json,…}``."""
    import pyarrow as pa

    from gmai_data.grammar.identity import secret_id
    from gmai_data.listing import list_root
    from gmai_data.scan import scan
    from gmai_data.work.case_chunks import told_by_chunk
    from gmai_data.work.ordered import resized

    del watch
    source, roots = source_of(task), {root.source: root for root in task.roots}
    adapter = adapter_digest(source)
    listing = list_root(task.roots[0])
    files = pa.table([listing.paths, listing.sizes, listing.tokens], ["path", "size", "token"])
    who = secret_id(secret()) if source.identity == "private" else ""
    others = [_listing_digest(list_root(root)) for root in task.roots[1:]]
    key = keys.scan_key(adapter["scan"], _listing_digest(listing), task.config, who, others)
    base = os.path.join(task.store, "cases", source.name, key[:16])
    if not all(os.path.exists(base + end) for end in (".json", ".official.parquet")):
        folder = os.path.dirname(base)
        with store.scratch(folder) as spill:
            found = scan(source, roots, listing, task.config, secret(), spill)
            meta = {
                "adapter": adapter,
                "inputs": digest_rows("inputs", found.inputs),
                "key": key,
                "notes": list(found.notes),
                "rejected": len(found.rejected),
                "rejections": digest_rows(
                    "rejected", ((r.key, f"{r.rule} {r.value}") for r in found.rejected)
                ),
                "secret_id": who,
                **told_by_chunk(found.tables, task.config.pack.chunk_bytes, files, others, folder),
            }
            tables = resized(found.tables(), 1024)
            store.write_tables(base + ".parquet", arrow_schema(Case), tables)
        store.write_table(base + ".listing.parquet", files, rows_per_group=65536)
        store.write_table(base + ".rejected.parquet", to_table(Rejection, found.rejected))
        store.write_table(base + ".official.parquet", found.official)
        rows = [{"path": path, "sha256": sha256} for path, sha256 in found.inputs]
        inputs = pa.schema([("path", pa.string()), ("sha256", pa.string())])
        store.write_table(base + ".inputs.parquet", pa.Table.from_pylist(rows, schema=inputs))
        store.write_bytes(base + ".json", json.dumps(meta).encode())
    return {"meta": base + ".json"}


def _listing_digest(listing: Any) -> str:
    total = hashlib.sha256()
    for column in (listing.paths, listing.sizes, listing.tokens):
        before = b"["
        for start in range(0, len(column), 1 << 16):
            some = column.slice(start, 1 << 16).to_pylist()
            total.update(before + json.dumps(some, ensure_ascii=False)[1:-1].encode())
            before = b", "
        total.update(b"]\n" if len(column) else b"[]\n")
    return total.hexdigest()


def load_cases(task: ChunkTask) -> list[Case]:
    """The cases of a chunk."""
    rows = parquet.read_rows(task.cases + ".parquet", task.start, task.stop).to_pylist()
    return [from_row(Case, row) for row in rows]


def read_chunk(task: ChunkTask, watch: Watch) -> Record:
    """Cases to slices: ``slices/<source>/<key>.{tar,parquet}``, sorted by slice hash."""
    from gmai_data.work.probes import probes
    from gmai_data.work.slice_store import Buffer, stored

    source, cases = source_of(task), load_cases(task)
    roots = {root.source: root for root in task.roots}
    files = _digests(task, cases, roots)
    key = keys.read_key(adapter_digest(source)["read"], cases, files, task.config.read, probes())
    folder = os.path.join(task.store, "slices", source.name)
    base = os.path.join(folder, key[:16])
    if (record := stored(base)) is not None:
        return record
    known = json.loads(task.known) if task.known else {}
    if known.get("key") == key and not task.files:
        return dict(known)
    from gmai_data.read import read_case

    rejected: list[Rejection] = []
    buffer = Buffer(folder)
    sha256 = {path: file.sha256 for path, file in files.items()}
    try:
        for case in cases:
            try:
                _enter(watch, case)
                pictures = read_case(source, case, roots, task.config.read, sha256)
                if len({picture.slice.hash for picture in pictures}) < len(pictures):
                    path = case.files[0].path if case.files else ""
                    raise RejectedItem("corrupt", "duplicate-slice", "two of one hash", path)
                for picture in pictures:
                    buffer.add(picture)
            except MemoryError:
                error = RejectedItem("quarantined", "memory", "more memory than this machine has")
                rejected.append(rejection(source, case.key, case.key, "read", error, roots))
            except RejectedItem as error:
                rejected.append(rejection(source, case.key, case.key, "read", error, roots))
        _unchanged(task, cases, files, roots)
        again = sorted(r.key for r in rejected if r.kind == "quarantined")
        if again:  # tried at each build: never published under the name of the clean result
            key = digest("quarantine", [key, again])
            base = os.path.join(folder, key[:16])
        extra = {"cases": len(cases), "key": key, "quarantined": again}
        read = [replace(file, token="") for file in files.values()]  # a time is no input
        record = buffer.commit(base, rejected, read, extra)
    finally:
        buffer.close()
    return record


def _enter(watch: Watch, case: Case) -> None:
    """Name the case in the crumb; one that kills processes is rejected instead."""
    if case.key in watch.skip:
        kind, rule = watch.skip[case.key]
        path = case.files[0].path if case.files else ""
        raise RejectedItem(kind, rule, "reading it ends the process", path)
    watch.enter(case.key)


def _digests(
    task: ChunkTask, cases: Sequence[Case], roots: Mapping[str, Root]
) -> dict[str, FileDigest]:
    import pyarrow as pa
    import pyarrow.compute as pc

    paths = sorted({path for case in cases for path in keys.case_paths(case)})
    listing = _listing(task.cases + ".listing.parquet")
    at = pc.index_in(pa.array(paths, pa.string()), value_set=listing["path"]).to_pylist()
    known = [i for i in at if i is not None]
    rows = listing.take(known).to_pylist() if known else []
    listed = {row["path"]: (row["size"], row["token"]) for row in rows}
    cache = os.path.join(task.store, "digests", task.source, f"{task.name}.parquet")
    return file_digests(roots, task.source, paths, cache, listed)


@functools.lru_cache(maxsize=2)
def _listing(path: str) -> pa.Table:
    return parquet.read_table(path).combine_chunks()


def _unchanged(
    task: ChunkTask,
    cases: Sequence[Case],
    files: Mapping[str, FileDigest],
    roots: Mapping[str, Root],
) -> None:
    from gmai_data.work.digests import stats_of

    paths = sorted({p for case in cases for p in keys.case_paths(case)} & files.keys())
    now = stats_of(roots, task.source, paths)
    for path in paths:
        if now.get(path) != (files[path].size, files[path].token):
            raise TransientError(
                f"{task.source}: {path} changed while it was read. Run the same command again."
            )


def rejection(
    source: Source, key: str, case: str, stage: str, error: RejectedItem, roots: Mapping[str, Root]
) -> Rejection:
    """A row of the rejected table, without the place of the root; private paths are left out."""
    value, path = str(error.value), str(error.path)
    for root in roots.values():
        value = value.replace(root.path.rstrip("/") + "/", "")
        path = path.replace(root.path.rstrip("/") + "/", "")
    if source.identity == "private":
        path = ""
    return Rejection(
        key=key, source=source.name, stage=stage, kind=error.kind, rule=error.rule,
        value=value[:500], path=path, case=case,
    )  # fmt: skip


def words_read(config: Config) -> dict[str, Any]:
    """What all words depend on beside the slice: prompts, vocabulary, review rules.

    Prompts that were edited since this process read them are read anew.
    """
    from gmai_data.words import prompts

    folder = config.prompts or str(prompts.find_folder())
    with os.scandir(folder) as entries:
        stamp = tuple(sorted((e.name, e.stat().st_mtime_ns, e.stat().st_size) for e in entries))
    if _STAMPS.get(folder) != stamp:
        prompts._load.cache_clear()
        _words_read.cache_clear()
        _STAMPS[folder] = stamp
    block: Block = "offline" if config.model == "offline" else "ask"
    return dict(_words_read(tuple(config.ask.languages), config.prompts, block))


_STAMPS: Final[dict[str, tuple[tuple[str, int, int], ...]]] = {}  # of prompts that were read


@functools.lru_cache(maxsize=4)
def _words_read(languages: tuple[str, ...], folder: str, block: Block) -> Mapping[str, Any]:
    from gmai_data.review import RULES
    from gmai_data.words.prompts import load_prompts

    found = load_prompts(folder or None, block)
    fingerprints = dict(found.fingerprints)
    if block == "ask":  # the source's own words are said offline, whoever says the others
        said = load_prompts(folder or None).fingerprints
        fingerprints |= {k: said[k] for k, prompt in found.prompts.items() if prompt.verbatim}
    return {
        "prompts": {k: v for k, v in fingerprints.items() if k.rpartition(".")[2] in languages},
        "rules": {name: rule.version for name, rule in RULES.items()},
        "vocabulary": vocabulary_digest(),
    }


@functools.cache
def vocabulary_digest() -> str:
    """Of every row of the vocabulary."""
    from gmai_data.vocabulary import load

    terms = load().terms
    return digest_rows("vocabulary", ((name, term_digest(terms[name])) for name in terms))


def term_digest(term: Any) -> str:
    """Of one row of the vocabulary, wherever it stands."""
    return digest("term", {k: v for k, v in to_row(term).items() if k != "file"})


def words_chunk(task: ChunkTask, watch: Watch) -> Record:
    """Slices to samples: ``samples/<source>/<key>.parquet``, sorted by key.

    Answered offline here and now, or by a model before: then ``task.answers`` has the answers.
    """
    from gmai_data.work.wording import word_chunk

    source, cases = source_of(task), load_cases(task)
    read = words_read(task.config)
    if digest("words read", read) != task.read:
        raise TransientError(
            f"{task.source}: this process has other prompts, vocabulary or review rules than the "
            "one that began the build. Start the workers again, with the same ones everywhere."
        )
    if task.answers:
        key = keys.reviewed_key(task.asked, os.path.basename(task.answers), task.read)
    else:
        adapter = adapter_digest(source)["words"]
        key = keys.words_key(adapter, task.rows, cases, task.config.ask, task.config.model, read)
    base = os.path.join(task.store, "samples", source.name, key[:16])
    note = parquet.read_note(base + ".parquet")
    if note is not None:
        record: Record = json.loads(note["record"])
        return record
    known = json.loads(task.known) if task.known else {}
    if known.get("key") == key and not task.files:
        return dict(known)
    if not os.path.exists(task.slices + ".parquet"):
        return {"key": key, "missing": "slices"}
    return word_chunk(task, source, cases, key, base, watch)
