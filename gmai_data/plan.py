"""A dry run: what a build would read and make, before it does. Nothing is written to OUT.

Cases are counted by the real scan; slices, samples and bytes are estimated from the first few cases
of each source, those with the smallest key hash, read in memory.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from gmai_data import parquet, places, store
from gmai_data.engine import Pool, Progress, Silent
from gmai_data.output.lock import read_locks
from gmai_data.select import select, without
from gmai_data.work import slice_store
from gmai_data.work.reasons import Reasons, reasons
from gmai_data.work.settle import BYTES_PER_SECOND, Line, Work, read_all, scan_all, words_all

if TYPE_CHECKING:
    from gmai_data.config import Config

TRIED = 2  # cases per source that are read to learn what a case yields
TRIED_LIGHT = 64  # of small ones: what a chunk costs beside its cases would hide what they take
LIGHT_BYTES = 1 << 18  # a case of fewer bytes is a small one
SAMPLE_SECONDS = 0.001  # to word and pack one, on one core
PICTURE_SECONDS = 0.004  # to encode one
ANSWER_TOKENS = 120  # of a model, about: a question and an answer as JSON
_RECORD_BYTES = 1536  # headers, padding and what a record has beside its sample


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePlan:
    """What is expected of one source."""

    name: str
    cases: int
    input_bytes: int
    slices: int
    requests: int
    samples: int
    shard_bytes: int
    store_bytes: int
    seconds: float  # on one core
    chunks: int
    to_read: int  # chunks whose files are read again, at most
    to_word: int  # chunks whose words are made again, at most
    why: tuple[str, ...]  # causes; none when nothing would change


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is expected of a build; every number beside ``cases`` is an estimate."""

    sources: tuple[SourcePlan, ...]
    missing: tuple[str, ...]  # known sources that are not on disk
    broken: Mapping[str, str]  # sources that cannot be loaded or scanned, and why
    tokens: int  # sent to and received from a model; 0 offline
    usd: str | None  # decimal text; None = not known, "0" offline
    disk_bytes: int  # needed for shards and store together
    free_bytes: int

    @property
    def fits(self) -> bool:
        """Whether the disk has room."""
        return self.disk_bytes < self.free_bytes


def plan(config: Config, progress: Progress | None = None) -> Plan:
    """Estimate a build.

    Raises:
        UsageError, DeclarationError: as `build` would.
    """
    chosen = select(config)
    for note in chosen.notes:
        (progress or Silent()).note(note)
    works = chosen.works
    out = places.absolute(config.out)
    with tempfile.TemporaryDirectory(prefix="gmai-data-plan-") as folder, Pool(1) as pool:
        quiet = progress or Silent()
        whole = Line(config, folder, folder, pool, quiet)
        if failed := scan_all(whole, works, spare="all" in config.sources):
            chosen = without(chosen, failed, config)
            works = chosen.works
        counts = {work.name: dict(work.meta) for work in works}
        built = Line(config, store.work_folder(config.out, config.store), out, pool, quiet)
        locks = read_locks(os.path.join(out, "locks"))
        again = {work.name: reasons(built, work, locks.get(work.name)) for work in works}
        found, sent, received = [], 0, 0
        for number, some in ((TRIED_LIGHT, _light(works)), (TRIED, _heavy(works))):
            few = replace(config, limit=min(number, config.limit or number), model="offline")
            tried = Line(few, folder, folder, pool, Silent())
            scan_all(tried, some)
            if failed := read_all(tried, some, spare="all" in config.sources):
                chosen = without(chosen, failed, config)
                some = [work for work in some if work.name not in failed]
            words_all(tried, some)
            found += [_source(tried, work, counts[work.name], again[work.name]) for work in some]
            asking = replace(tried, config=replace(few, model=config.model))
            tokens = _tokens(asking, some, counts)
            sent, received = sent + tokens[0], received + tokens[1]
        found.sort(key=lambda source: source.name)
    remote = places.is_url(out)  # shards take no room here
    disk = sum(source.store_bytes + (0 if remote else source.shard_bytes) for source in found)
    return Plan(
        sources=tuple(found),
        missing=chosen.missing,
        broken=chosen.broken,
        tokens=sent + received,
        usd=_usd(config, sent, received),
        disk_bytes=disk,
        free_bytes=slice_store.free_bytes(built.store if remote else out),
    )


def _light(works: list[Work]) -> list[Work]:
    """Sources of small cases."""
    return [w for w in works if _weight(w.meta) < LIGHT_BYTES * w.meta["count"]]


def _heavy(works: list[Work]) -> list[Work]:
    return [w for w in works if _weight(w.meta) >= LIGHT_BYTES * w.meta["count"]]


def _weight(meta: Mapping[str, Any]) -> int:
    """Bytes of input."""
    return sum(chunk[3] for chunk in meta["chunks"])


def _tokens(line: Line, works: list[Work], counts: dict[str, dict[str, Any]]) -> tuple[int, int]:
    """Tokens sent to and received from a model, for the first attempt of every request."""
    if line.config.model == "offline":
        return 0, 0
    from gmai_data.model.prices import IMAGE_TOKENS, price_of
    from gmai_data.work.answering import ask_all

    price = price_of(line.config.model, line.config.answer.prices)
    picture = price.image_tokens if price else IMAGE_TOKENS
    ask_all(line, works)
    sent = received = 0.0
    for work in works:
        cases = sum(record["cases"] for record in work.reads.values()) or 1
        factor = counts[work.name]["count"] / cases
        for record in work.asks.values():
            sent += factor * (record["tokens"] + record["pictured"] * picture)
            received += factor * record["requests"] * ANSWER_TOKENS
    return round(sent), round(received)


def _usd(config: Config, sent: int, received: int) -> str | None:
    if config.model == "offline":
        return "0"
    from gmai_data.model.prices import price_of, usd

    price = price_of(config.model, config.answer.prices)
    return None if price is None else usd(price.cost(sent, received))


def _source(line: Line, work: Work, whole: dict[str, Any], again: Reasons) -> SourcePlan:
    cases = sum(r["cases"] for r in work.reads.values()) or 1
    factor = whole["count"] / cases
    images = sum(r["tar_bytes"] for r in work.reads.values())
    rows = sum(
        places.size_of(base + ".parquet") or 0 for pair in line.chunks(work) for base in pair
    )
    packed = pictures = 0
    for samples, slices in line.chunks(work):
        table = parquet.read_table(f"{samples}.parquet", ("slice", "sample_bytes"))
        size = parquet.read_table(f"{slices}.parquet", ("hash", "image_bytes")).to_pylist()
        by_hash = {row["hash"]: row["image_bytes"] for row in size}
        pictures += sum(size > 0 for size in by_hash.values())
        packed += sum(
            row["sample_bytes"] + by_hash[row["slice"]] + _RECORD_BYTES for row in table.to_pylist()
        )
    weight, samples = _weight(whole), factor * sum(r["samples"] for r in work.words.values())
    return SourcePlan(
        name=work.name,
        cases=whole["count"],
        input_bytes=weight,
        slices=round(factor * sum(r["slices"] for r in work.reads.values())),
        requests=round(factor * sum(r["requests"] for r in work.words.values())),
        samples=round(samples),
        shard_bytes=round(factor * packed),
        store_bytes=round(factor * (images + rows)),
        seconds=round(
            weight / BYTES_PER_SECOND
            + factor * pictures * PICTURE_SECONDS
            + samples * SAMPLE_SECONDS,
            1,
        ),
        chunks=again.chunks,
        to_read=again.to_read,
        to_word=again.to_word,
        why=again.why,
    )
