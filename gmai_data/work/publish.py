"""Shards, locks and manifest: the only part of a build that changes the output folder.

All sources are settled before it begins. If anything must change, `manifest.json` is taken away
first and written last, so that a reader never sees the manifest of other shards.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gmai_data import manifest, parquet, places, store
from gmai_data.canonical import digest, digest_rows, exact, pretty
from gmai_data.errors import CheckFailedError, TransientError
from gmai_data.output.lock import (
    RELATED,
    SUFFIX,
    Measured,
    causes,
    lock_text,
    make_lock,
    read_lock,
    read_locks,
)
from gmai_data.output.record import record_facts
from gmai_data.pack import PackTask, Shard, pack_shard
from gmai_data.steps import declared
from gmai_data.work.arrange import Arranged, ArrangeTask, arrange, arranged
from gmai_data.work.listed import ListTask, index_path, list_samples, restore_indexes
from gmai_data.work.same_images import dropped_path
from gmai_data.work.settle import Line, Work
from gmai_data.work.versions import PACK, STORE

if TYPE_CHECKING:
    from gmai_data.work.lease import Lease

PENDING = ".publishing.json"  # names of the sources whose shards are being written
_ARRANGED_PER_SECOND = 40_000  # samples: plans the number of workers


@dataclass(slots=True)
class Plan:
    """What a changed source will be: its shards, and its lock but for them."""

    work: Work
    found: Arranged
    lock: dict[str, Any]  # without the digest of its shards
    there: dict[str, dict[str, Any]] = field(default_factory=dict)  # records of shards that stand
    todo: list[Shard] = field(default_factory=list)  # the others


def source_key(line: Line, work: Work) -> str:
    """Of everything a source's files in the output depend on, shards included."""
    made = [
        work.meta["digest"], work.meta["splits"], work.meta["inputs"], work.meta["rejections"],
        [r["key"] for r in work.reads.values()], [r["key"] for r in work.words.values()],
        record_facts(work.source), exact(line.config.pack.shard_bytes), PACK,
    ]  # fmt: skip
    return digest("source", [*made, *filter(None, [work.meta.get("duplicates")])])


def unchanged(line: Line, work: Work) -> bool:
    """Whether the output folder holds this source already, as it would be made now."""
    known = manifest.records_of(line.out, work.name, "source")
    if known.get("", {}).get("key") != source_key(line, work):
        return False
    own = [lock_path(line.out, work.name)]
    own += [os.path.join(line.out, k, f"{work.name}.parquet") for k in ("samples", "rejected")]
    shards = manifest.recorded_shards(line.out, [work.name])
    stats = places.stats([*own, *(os.path.join(line.out, shard["path"]) for shard in shards)])
    return all(stats) and all(
        stat is not None and stat[0] == shard["bytes"]
        for stat, shard in zip(stats[len(own) :], shards, strict=True)
    )


def lock_path(out: str, source: str) -> str:
    """Where the lock of a source lies in a build."""
    return os.path.join(out, "locks", source + SUFFIX)


def _records_path(out: str, source: str) -> str:
    return os.path.join(out, "records", f"{source}.parquet")


def arrange_all(line: Line, works: Sequence[Work]) -> list[Plan]:
    """The shards of sources whose chunks are all in the store, and their locks but for them."""
    tasks = [_arrange_task(line, work) for work in works]
    line.progress.step("plan", len(tasks))
    rows = sum(r["samples"] for work in works for r in work.words.values())
    for _ in line.pool.run(arrange, tasks, seconds=rows / _ARRANGED_PER_SECOND):
        line.progress.advance("plan")
    line.progress.done("plan")
    return [_plan(line, work, arranged(task.base)) for work, task in zip(works, tasks, strict=True)]


def _arrange_task(line: Line, work: Work) -> ArrangeTask:
    key = digest("arrange", [source_key(line, work), STORE])
    base = os.path.join(line.store, "plans", work.name, key[:16])
    chunks = [
        [start, stop, work.words[name]["key"][:16], work.reads[name]["key"][:16]]
        for start, stop, name, *_ in work.meta["chunks"]
    ]
    store.write_changed(base + ".chunks.json", json.dumps(chunks).encode())
    return ArrangeTask(
        source=work.name, declaration=declared(work.source), base=base, cases=line.cases(work),
        config=line.config, store=line.store, dropped=dropped_path(line.store, work),
    )  # fmt: skip


def _plan(line: Line, work: Work, found: Arranged) -> Plan:
    measured = Measured(**found.measured)
    plan = Plan(work, found, make_lock(work.source, line.config, work.meta, measured, ""))
    known = manifest.records_of(line.out, work.name, "pack")
    kept = {
        shard.name: index_name(line, work, shard)
        for shard in found.shards
        if known.get(shard.name, {}).get("key") == shard.key
        and places.size_of(os.path.join(line.out, shard.name)) == known[shard.name]["bytes"]
    }
    restore_indexes(_listed_path(line, work), kept)
    for shard in found.shards:
        record = _there(line, plan, shard, known[shard.name] if shard.name in kept else None)
        if record is None:
            plan.todo.append(shard)
        else:
            plan.there[shard.name] = record
    return plan


def _there(
    line: Line, plan: Plan, shard: Shard, known: dict[str, Any] | None
) -> dict[str, Any] | None:
    """The record of a shard that lies in the output as it would be written, else ``None``.

    Where its samples lie must be known, too: the store says it, of what the last build wrote
    (`known`) as of what a build that was interrupted has left.
    """
    index = index_name(line, plan.work, shard)
    if known is not None and os.path.exists(index):
        return known
    path = os.path.join(line.out, shard.name)
    note = parquet.read_note(index)
    record: dict[str, Any] = json.loads(note["record"]) if note and "record" in note else {}
    if not record or places.size_of(path) != record["bytes"]:
        return None
    return record if record["sha256"] == places.sha256_of(path) else None


def _listed_path(line: Line, work: Work) -> str:
    return os.path.join(line.out, "samples", f"{work.name}.parquet")


def index_name(line: Line, work: Work, shard: Shard) -> str:
    """Where in the store it stands what lies where in a shard."""
    return index_path(os.path.join(line.store, "index", work.name), shard)


def publish(
    line: Line, held: Lease, plans: Sequence[Plan], same: Sequence[Work], removed: Sequence[str]
) -> tuple[dict[str, Any], int]:
    """Write what changed; the manifest, and how many shards were written.

    Raises:
        CheckFailedError: ``config.locked`` and a lock would change.
    """
    locks = {work.name: _same_lock(line, work) for work in same}
    if line.config.locked:
        _refuse_changes(line, plans, locks)
    wanted = {*locks, *(plan.work.name for plan in plans), *_built(line.out)} - set(removed)
    dirty = bool(plans or removed) or any(
        not _holds(lock_path(line.out, name), lock_text(lock)) for name, lock in locks.items()
    )
    if dirty:
        held.check()
        pending = sorted({*interrupted(line.out), *(plan.work.name for plan in plans)})
        store.write_bytes(os.path.join(line.out, PENDING), pretty(pending).encode())
        store.remove(os.path.join(line.out, manifest.NAME))
    for name in removed:
        for path in (lock_path(line.out, name), _records_path(line.out, name)):
            store.remove(path)
    records = _pack(line, plans)
    _list_samples(line, plans)
    for plan in plans:
        locks[plan.work.name] = _finish_source(line, plan, records)
    if line.config.locked:
        _refuse_changes(line, plans, locks)
    for name, lock in locks.items():
        store.write_changed(lock_path(line.out, name), lock_text(lock).encode())
    made = _manifest(line, [*(p.work for p in plans), *same])
    _refuse_gaps(line.out, wanted - set(made["sources"]))
    _sweep(line, made)
    held.check()
    for name, data in _cards(line, made).items():
        store.write_changed(os.path.join(line.out, name), data)
    text = manifest.manifest_text(made).encode()
    store.write_changed(os.path.join(line.out, manifest.NAME), text)
    store.remove(os.path.join(line.out, PENDING))
    return made, len(records)


def _built(out: str) -> set[str]:
    """Sources of the build that a store holds; none of a folder, where a lock may be deleted."""
    if not places.is_url(out):
        return set()
    try:
        return set(manifest.read_manifest(out)["sources"])
    except CheckFailedError:
        return set()


def _refuse_gaps(out: str, lacking: set[str]) -> None:
    """Refuse a manifest without sources that are there: a listing can be behind."""
    if lacking and places.is_url(out):
        raise TransientError(
            f"{out}: the store does not list the files of {', '.join(sorted(lacking))}, which are "
            "there. Run the same command again when it does."
        )


def interrupted(out: str) -> list[str]:
    """Sources whose shards an earlier build had begun to write and did not finish."""
    try:
        return [str(name) for name in json.loads(places.read(os.path.join(out, PENDING)))]
    except (OSError, ValueError):
        return []


def _pack(line: Line, plans: Sequence[Plan]) -> dict[str, dict[str, Any]]:
    tasks = []
    for plan in plans:
        if plan.todo:  # a half-written source must not pass for the one recorded before
            store.remove(_records_path(line.out, plan.work.name))
            tasks += [
                PackTask(
                    source=plan.work.name, declaration=declared(plan.work.source),
                    shard=shard, plan=plan.found.base, out=line.out, store=line.store,
                    index=index_name(line, plan.work, shard), config=line.config,
                )
                for shard in plan.todo
            ]  # fmt: skip
    line.progress.step("pack", len(tasks))
    records = {}
    total = sum(shard.stop - shard.start for plan in plans for shard in plan.todo)
    for _, record in line.pool.run(pack_shard, tasks, seconds=total / 4000):
        records[record["name"]] = record
        line.progress.advance("pack")
    line.progress.done("pack")
    return records


def _list_samples(line: Line, plans: Sequence[Plan]) -> None:
    tasks = [
        ListTask(
            source=plan.work.name, plan=plan.found.base, path=_listed_path(line, plan.work),
            indexes=os.path.join(line.store, "index", plan.work.name),
        )
        for plan in plans
    ]  # fmt: skip
    rows = sum(shard.stop - shard.start for plan in plans for shard in plan.found.shards)
    for _ in line.pool.run(list_samples, tasks, seconds=rows / _ARRANGED_PER_SECOND):
        pass


def _finish_source(
    line: Line, plan: Plan, records: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """Rejected rows and records of a packed source; its lock."""
    work = plan.work
    shards = []
    for shard in plan.found.shards:
        known = records.get(shard.name) or plan.there[shard.name]
        shards.append(
            {
                "bytes": known["bytes"], "key": shard.key, "path": shard.name,
                "samples": shard.stop - shard.start, "sha256": known["sha256"],
                "source": work.name, "split": shard.split, "subset": shard.subset,
            }
        )  # fmt: skip
    rejected = os.path.join(line.out, "rejected", f"{work.name}.parquet")
    store.copy_changed(plan.found.base + ".rejected.parquet", rejected)
    _write_records(line, work, shards)
    total = digest_rows("shards", ((shard["path"], shard["sha256"]) for shard in shards))
    return {**plan.lock, "outputs": {**plan.lock["outputs"], "shards": total}}


def _write_records(line: Line, work: Work, shards: Sequence[Mapping[str, Any]]) -> None:
    import pyarrow as pa

    found: list[tuple[str, str, Mapping[str, Any]]] = [
        (
            "source",
            "",
            {
                "dropped": work.meta.get("dropped", ""),
                "facts": manifest.source_facts(work.source),
                "key": source_key(line, work),
            },
        )
    ]
    found += [("read", name, record) for name, record in sorted(work.reads.items())]
    found += [("ask", name, record) for name, record in sorted(work.asks.items())]
    found += [("words", name, record) for name, record in sorted(work.words.items())]
    found += [("pack", shard["path"], shard) for shard in shards]
    rows = [
        {"step": step, "name": name, "record": json.dumps(record, sort_keys=True)}
        for step, name, record in found
    ]
    table = pa.Table.from_pylist(
        rows, schema=pa.schema([(n, pa.string()) for n in ("step", "name", "record")])
    )
    path = _records_path(line.out, work.name)
    store.write_changed(path, store.table_bytes(table))


def _same_lock(line: Line, work: Work) -> dict[str, Any]:
    """The lock of a source whose samples did not change: its facts may have."""
    old = read_lock(lock_path(line.out, work.name))
    old = {name: value for name, value in old.items() if name not in RELATED}
    return {**old, **causes(work.source, line.config, work.meta)}


def _refuse_changes(
    line: Line, plans: Sequence[Plan], locks: Mapping[str, Mapping[str, Any]]
) -> None:
    old = read_locks(os.path.join(line.out, "locks"))
    new: dict[str, Mapping[str, Any]] = {
        plan.work.name: {
            **plan.lock,
            "outputs": {
                **plan.lock["outputs"],
                "shards": old.get(plan.work.name, {}).get("outputs", {}).get("shards"),
            },
        }
        for plan in plans
    }
    new.update(locks)
    changed = sorted(name for name, lock in new.items() if old.get(name) != lock)
    if changed:
        raise CheckFailedError(
            f"--locked: the lock of {', '.join(changed)} would change. Build without --locked "
            "into another folder and see `gmai-data diff` for the cause."
        )


def _manifest(line: Line, works: Sequence[Work]) -> dict[str, Any]:
    locks = manifest.finished(line.out)
    facts = {
        name: manifest.records_of(line.out, name, "source").get("", {}).get("facts", {})
        for name in locks
    }
    facts.update({work.name: manifest.source_facts(work.source) for work in works})
    return manifest.make_manifest(locks, manifest.recorded_shards(line.out, locks), facts)


def _sweep(line: Line, made: Mapping[str, Any]) -> None:
    """Delete shards, and files of sources, that the manifest does not know."""
    known = {shard["path"] for shard in made["shards"]}
    for path, _ in places.files(os.path.join(line.out, "shards")):
        if places.relative(path, line.out) not in known:
            store.remove(path)
    for kind in ("locks", "records", "rejected", "samples"):
        folder = os.path.join(line.out, kind)
        for name in places.names(folder):
            if name.split(".")[0] not in made["sources"]:
                store.remove(os.path.join(folder, name))


def _cards(line: Line, made: Mapping[str, Any]) -> dict[str, bytes]:
    from gmai_data.errors import UsageError
    from gmai_data.find import load
    from gmai_data.output.cards import write_cards

    sources = {}
    for name in made["sources"]:
        with contextlib.suppress(UsageError):  # kept from a build that knew it
            sources[name] = load(name, line.config.source_path)
    return write_cards(made, sources)


def _holds(path: str, text: str) -> bool:
    try:
        return places.read(path) == text.encode()
    except OSError:
        return False
