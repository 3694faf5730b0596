"""Ask a model about the chunks of all sources, round by round, and review what it says.

A round sends, for every request that has no passing answer yet, its next attempt, unless the cache
has it; then the chunks are reviewed by the workers, which get the answers as one file per chunk.
Given the cache the outcome is a pure function: a rebuild takes the same rounds and sends nothing.
"""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from gmai_data import parquet, store
from gmai_data.arrow import from_row, to_table
from gmai_data.canonical import digest
from gmai_data.errors import TransientError, UsageError
from gmai_data.manifest import records_of
from gmai_data.model import endpoint as places
from gmai_data.model.ledger import Ledger, build_id, limit_of
from gmai_data.model.messages import (
    Ask,
    body,
    data_url,
    likely_tokens,
    most_tokens,
    request_key,
)
from gmai_data.model.prices import price_of
from gmai_data.model.sending import Job, image_tokens, new_sender
from gmai_data.steps import words_chunk, words_read
from gmai_data.words.cache import AnswerCache, cache_path
from gmai_data.work import keys
from gmai_data.work.asking import ask_chunk
from gmai_data.work.settle import (
    WORDS_PER_READ,
    Line,
    Work,
    chunk_task,
    largest_first,
    read_all,
    run_chunks,
)
from gmai_data.work.slice_store import Images
from gmai_data.work.wording import Kept

if TYPE_CHECKING:
    from gmai_data.config import Config

_AT_ONCE: Final = 4096  # requests of a chunk that are looked up together


@dataclass(slots=True)
class Chunk:
    """One chunk of requests on its way through the rounds."""

    work: Work
    row: Sequence[Any]  # start, stop, name, weight
    base: str  # the chunk of requests, without suffix
    asked: str  # its key
    waiting: frozenset[str] | None = None  # samples to ask for in this round; None: all
    tried: dict[str, int] = field(default_factory=dict)  # attempts of samples that had several

    @property
    def name(self) -> str:
        """Key of its first case."""
        return str(self.row[2])


def answer_all(line: Line, works: Sequence[Work], *, files: bool = False) -> None:
    """Requests, answers and samples of every chunk, as far as they are not there already.

    Raises:
        BudgetReachedError, TransientError, UsageError: as `model.sending.Sender.send`.
    """
    ask_all(line, works)
    chunks, read = [], digest("words read", words_read(line.config))
    for work in largest_first(works):
        known = records_of(line.out, work.name, "words")
        work.words = {}
        for row in work.meta["chunks"]:
            record = known.get(row[2], {})
            if _settled(line, work, row[2], record, read, files):
                work.words[row[2]] = record
            else:
                asked = work.asks[row[2]]["key"]
                chunks.append(Chunk(work, row, line.requests(work, row[2]), asked))
    if chunks:
        lacking = list(dict.fromkeys(c.work.name for c in chunks if not _stored(c.base)))
        again = [work for work in works if work.name in lacking]
        if again:
            ask_all(line, again, files=True)
        need = {chunk.work.name: chunk.work for chunk in chunks}
        read_all(line, need.values(), files=True)
        _rounds(line, chunks, read)
    for work in works:  # in the order of the chunks
        work.words = {row[2]: work.words[row[2]] for row in work.meta["chunks"]}


def ask_all(line: Line, works: Sequence[Work], *, files: bool = False) -> None:
    """Turn the slices of every source into requests to a model."""
    tasks = [
        chunk_task(
            line, work, "ask", row, known=records_of(line.out, work.name, "ask"), files=files,
            slices=line.slices(work, row[2]), rows=work.reads[row[2]]["rows"],
        )
        for work in largest_first(works)
        for row in work.meta["chunks"]
    ]  # fmt: skip
    records = run_chunks(line, ask_chunk, tasks, WORDS_PER_READ)
    for work in works:
        work.asks = {row[2]: records[work.name, row[2]] for row in work.meta["chunks"]}
    lacking = [w for w in works if any("missing" in record for record in w.asks.values())]
    if lacking:
        read_all(line, lacking, files=True)
        ask_all(line, lacking, files=files)


def _stored(base: str) -> bool:
    return os.path.exists(base + ".parquet")


def _settled(
    line: Line, work: Work, name: str, record: dict[str, Any], read: str, files: bool
) -> bool:
    """Whether the last build made this chunk from the same requests, by the same rules."""
    asked = work.asks[name]["key"]
    if record.get("asked") != asked or (record["failed"] and can_send(line.config)):
        return False
    key = keys.reviewed_key(asked, record["answers"], read)
    made = os.path.join(line.store, "samples", work.name, key[:16])
    return bool(record["key"] == key) and (not files or _stored(made))


def can_send(config: Config) -> bool:
    """Whether there is anybody to ask: a key, or an endpoint on this machine."""
    return places.api_key(places.endpoint(config)) is not None


@contextlib.contextmanager
def _account(config: Config, out: str) -> Iterator[tuple[AnswerCache, Ledger]]:
    with AnswerCache(cache_path(config.cache)) as cache:
        price = price_of(config.model, config.answer.prices)
        yield (
            cache,
            Ledger(cache, build_id(out), price, limit_of(config.max_usd), batch=config.batch),
        )


def _rounds(line: Line, chunks: list[Chunk], read: str) -> None:
    with _account(line.config, line.out) as (cache, ledger):
        for attempt in range(line.config.answer.attempts):
            _send(line, chunks, attempt, cache, ledger)
            tasks = [
                chunk_task(
                    line, c.work, "words", c.row, known={}, files=True, read=read, asked=c.asked,
                    slices=line.slices(c.work, c.name), rows=c.work.reads[c.name]["rows"],
                    answers=_answers(line, c, attempt, cache),
                )
                for c in chunks
            ]  # fmt: skip
            records = run_chunks(line, words_chunk, tasks, WORDS_PER_READ)
            for chunk in chunks:
                chunk.work.words[chunk.name] = records[chunk.work.name, chunk.name]
            if attempt + 1 < line.config.answer.attempts:
                chunks = [chunk for chunk in chunks if _again(line, chunk, attempt, cache)]
            if not chunks:
                break


def _again(line: Line, chunk: Chunk, attempt: int, cache: AnswerCache) -> bool:
    """Whether samples of a chunk are worth another attempt; they are noted."""
    table = parquet.read_table(
        line.samples(chunk.work, chunk.name) + ".requests.parquet", ("key", "outcome")
    )
    rejected = {row["key"] for row in table.to_pylist() if row["outcome"]}
    pairs = [pair for pair in _bases(chunk) if pair[0] in rejected]
    wanted = {request_key(base, attempt): key for key, base in pairs}
    failed = {wanted[name] for name in cache.failures(list(wanted))}
    chunk.waiting = frozenset(key for key, _ in pairs) - failed
    chunk.tried.update((key, attempt + 2) for key in chunk.waiting)
    return bool(chunk.waiting)


def _bases(chunk: Chunk) -> list[tuple[str, str]]:
    """Sample and request digest of every request of a chunk."""
    table = parquet.read_table(chunk.base + ".parquet", ("key", "base"))
    return list(zip(table["key"].to_pylist(), table["base"].to_pylist(), strict=True))


def _send(
    line: Line, chunks: Sequence[Chunk], attempt: int, cache: AnswerCache, ledger: Ledger
) -> None:
    """Bring the answers of one round into the cache."""
    config = line.config
    where = places.endpoint(config)
    key = places.api_key(where)
    total = sum(
        c.work.asks[c.name]["requests"] if c.waiting is None else len(c.waiting) for c in chunks
    )
    line.progress.step("answer", total)

    def told(answered: bool) -> None:
        line.progress.advance("answer")
        line.progress.rejected("answer", 0 if answered else 1)

    if config.batch or config.batch_files:
        _batch(line, chunks, attempt, cache, ledger, where, key)
    elif key is None:
        unanswered = [name for _, names in _missing(line, chunks, attempt, cache) for name in names]
        missing = len(unanswered) - len(cache.failures(unanswered))
        if missing:
            raise places.no_key(where, missing)
    else:
        _no_batches(cache, ledger)
        sender = new_sender(where, key, config.model, config.answer, cache, ledger, told)
        with contextlib.closing(Images()) as images:
            sender.send(_jobs(line, chunks, attempt, cache, ledger, images))
    line.progress.done("answer")


def _no_batches(cache: AnswerCache, ledger: Ledger) -> None:
    """Refuse to ask, and pay, one by one for what batches are asking already."""
    (waiting,) = cache.db.execute(
        "SELECT count(*) FROM batches WHERE build = ? AND state != 'ended'", (ledger.build,)
    ).fetchone()
    if waiting:
        raise UsageError(
            f"{waiting:,} batches of this build are under way. Go on with --batch (or "
            "--batch-files DIR) until they are done."
        )


def _batch(
    line: Line,
    chunks: Sequence[Chunk],
    attempt: int,
    cache: AnswerCache,
    ledger: Ledger,
    where: places.Endpoint,
    key: str | None,
) -> None:
    """Bring the answers of one round into the cache by batches; most runs end here, unfinished."""
    from gmai_data.model.batch import Account, by_api, by_files

    config = line.config
    folder = config.batch_files or os.path.join(line.store, "batches")
    account = Account(cache, ledger, config.model, config.answer, os.path.abspath(folder))
    with contextlib.closing(Images()) as images:
        jobs = _jobs(line, chunks, attempt, cache, ledger, images)
        if config.batch_files:
            by_files(account, _unqueued(jobs, cache))
        elif key is None:
            missing = sum(1 for _ in _unqueued(jobs, cache))
            if missing:
                raise places.no_key(where, missing)
        else:
            by_api(account, where, key, _unqueued(jobs, cache))


def _unqueued(jobs: Iterator[Job], cache: AnswerCache) -> Iterator[Job]:
    """Jobs that are in no batch yet, and that no batch has refused."""
    for job in jobs:
        if not cache.batched([job.key]) and not cache.failures([job.key]):
            yield job


def _missing(
    line: Line, chunks: Sequence[Chunk], attempt: int, cache: AnswerCache
) -> Iterator[tuple[Chunk, dict[str, str]]]:
    """Requests of this round that the cache does not answer, by the key of their answer."""
    for chunk in chunks:
        pairs = _bases(chunk)
        if chunk.waiting is not None:
            pairs = [pair for pair in pairs if pair[0] in chunk.waiting]
        for start in range(0, len(pairs), _AT_ONCE):
            names = {request_key(b, attempt): key for key, b in pairs[start : start + _AT_ONCE]}
            there = cache.known(list(names))
            line.progress.advance("answer", len(there))
            yield chunk, {name: key for name, key in names.items() if name not in there}


def _jobs(
    line: Line,
    chunks: Sequence[Chunk],
    attempt: int,
    cache: AnswerCache,
    ledger: Ledger,
    images: Images,
) -> Iterator[Job]:
    import pyarrow as pa
    import pyarrow.compute as pc

    config, most = line.config, image_tokens(ledger)
    for chunk, names in _missing(line, chunks, attempt, cache):
        if not names:
            continue
        table = parquet.read_table(chunk.base + ".parquet")
        wanted = pa.array(list(names.values()), pa.string())
        rows = table.filter(pc.is_in(table["key"], value_set=wanted)).to_pylist()
        answer_keys = {key: name for name, key in names.items()}
        for row in rows:
            ask = from_row(Ask, row)
            yield Job(
                key=answer_keys[ask.key],
                body=functools.partial(_body, ask, config, attempt, chunk.base, images),
                most_tokens=most_tokens(ask, most),
                likely_tokens=likely_tokens(ask, most),
            )


def _body(ask: Ask, config: Config, attempt: int, base: str, images: Images) -> dict[str, Any]:
    url = ""
    if ask.image:
        url = data_url(images.get(base, ask.image_offset, ask.image_bytes, ask.image))
    return body(ask, config.model, config.answer, attempt, url)


def _answers(line: Line, chunk: Chunk, attempt: int, cache: AnswerCache) -> str:
    """Write what the cache says of a chunk; the file's name, made from its contents."""
    rows: list[Kept] = []
    names = {
        request_key(base, k): (key, k)
        for key, base in _bases(chunk)
        for k in range(chunk.tried.get(key, 1))
    }
    said = cache.get_many(list(names))
    failed = cache.failures([name for name in names if name not in said])
    for name, (key, k) in names.items():
        if name in said:
            reply = said[name]
            rows.append(
                Kept(
                    key=key, attempt=k, finish=reply["finish"], refusal=reply["refusal"],
                    text=reply["text"],
                )
            )  # fmt: skip
        elif name in failed:
            rows.append(Kept(key=key, attempt=k, rule=failed[name][0], value=failed[name][1]))
        else:
            raise TransientError(
                f"{chunk.work.name}: the answer to {key} is not in the cache any more. "
                "Run the same command again."
            )
    rows.sort(key=lambda row: (row.key, row.attempt))
    made = [
        [row.key, row.attempt, row.finish, row.refusal, row.text, row.rule, row.value]
        for row in rows
    ]
    name = digest("answers", [chunk.asked, made])
    base = os.path.join(line.store, "answers", chunk.work.name, name[:16])
    if not _stored(base):
        store.write_table(base + ".parquet", to_table(Kept, rows), rows_per_group=2048)
    return base
