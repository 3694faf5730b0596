"""A mix: evenly sized, globally shuffled shards for one training run, drawn from a build.

    OUT/
      manifest.json            recipe, the build it was drawn from, every shard with SHA-256
      shards/train-00000.tar   samples of all sources and subsets in shuffled order
      samples/train.parquet    a row per sample: id, key, source, subset, shard, offset, bytes
      recipe.toml  README.md  LICENSES.md

The same recipe and build give the same bytes, whatever the number of workers. A shard appears
under its name when it is whole, the manifest last; a mix that was interrupted goes on where it
stopped.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from typing import Any, Final

from gmai_data import manifest, parquet, places, store
from gmai_data.canonical import digest
from gmai_data.engine import Progress, Silent
from gmai_data.errors import CheckFailedError, UsageError
from gmai_data.find import find
from gmai_data.mixing.card import write_cards
from gmai_data.mixing.choose import Choice, choose, groups
from gmai_data.mixing.copying import index_schema, write_shard
from gmai_data.mixing.numbers import numbers
from gmai_data.mixing.recipe import Recipe, as_json, read_recipe, refuse_unknown
from gmai_data.terms import LANGUAGES, SPLITS, SUBSETS
from gmai_data.work.lease import lease

VERSION: Final = 1  # raise it when the same recipe and build give other bytes
KIND: Final = "mix"
PARTS: Final = ".mixing"  # indexes of the shards that are written, until all are
MOST_THREADS: Final = 8  # unless more are asked for: a disk is not faster for them


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixed:
    """What a mix holds."""

    out: str
    samples: int
    shards: int
    written: int  # of them by this run
    bytes: int
    counts: Mapping[tuple[str, str], int]  # by source and subset
    absent: tuple[str, ...]  # sources that the recipe names and the build does not have


def mix(
    build: str, recipe: str, out: str, *, workers: int = 0, progress: Progress | None = None
) -> Mixed:
    """Write a mix.

    Args:
        build: a finished build.
        recipe: a TOML file, or the name of a recipe that comes with gmai-data.
        out: folder or URL to write to: new, empty, or a mix.
        workers: shards at a time; 0 = as many as cores, 8 at most.
        progress: told of each shard.

    Raises:
        UsageError: a mistake in the recipe, or a folder that is something else.
        CheckFailedError: the build is not finished, or not what its manifest says.
        TransientError: the disk is full, or an I/O error.
    """
    progress = progress or Silent()
    made = manifest.read_manifest(build)
    if "kind" in made:
        raise UsageError(
            f"{build} is no build (but: {made['kind']}). Name the build that it was made from."
        )
    read, text = read_recipe(recipe)
    absent = refuse_unknown(read, made["sources"], find(), recipe)
    _refuse_other(out, build)
    _refuse_altered(build, made)
    chosen = _choose(build, made, read, recipe)
    plan = digest("mix", [VERSION, as_json(read), made["shards"], made["sources"]])
    with lease(out) as held:
        store.clear_scratch(out)
        if _unchanged(out, plan):
            old = manifest.read_manifest(out)
            written = 0
        else:
            old = {}
            store.remove(os.path.join(out, manifest.NAME))
            written = _write(out, build, plan, chosen, read.seed, workers, progress)
        shards = old.get("shards") or _shards(out, plan, chosen)
        new = _manifest(made, read, plan, shards, chosen)
        if not old:
            _list_samples(out, plan, shards)
            _sweep(out, shards)
        for name, data in {**write_cards(new), "recipe.toml": text.encode()}.items():
            store.write_changed(os.path.join(out, name), data)
        held.check()
        store.write_changed(os.path.join(out, manifest.NAME), manifest.manifest_text(new).encode())
        store.remove_folder(os.path.join(out, PARTS))
    return Mixed(
        out=out,
        samples=new["samples"],
        shards=len(shards),
        written=written,
        bytes=sum(shard["bytes"] for shard in shards),
        counts=_counts(chosen),
        absent=tuple(absent),
    )


def _choose(build: str, made: Mapping[str, Any], recipe: Recipe, path: str) -> list[Choice]:
    found = [
        group
        for name, facts in sorted(made["sources"].items())
        if facts["samples"]
        for group in groups(build, name, recipe, facts["benchmark"])
    ]
    available: Counter[tuple[str, str]] = Counter()
    for group in found:
        available[group.source, group.subset] += len(group)
    return choose(recipe, found, numbers(recipe, available, path))


def _refuse_other(out: str, build: str) -> None:
    """Leave alone what is no mix."""
    if places.same(out, build):
        raise UsageError(f"--out {out} is the build itself. Choose another folder.")
    if places.is_file(out):
        raise UsageError(f"--out {out} is a file. Choose a folder.")
    names = {name for name in places.names(out) if not name.startswith(".")}
    if not names or places.is_folder(os.path.join(out, PARTS)):
        return
    try:
        kind = manifest.read_manifest(out).get("kind")
    except CheckFailedError:
        kind = None
    if kind != KIND:
        raise UsageError(f"--out {out} is not empty, and no mix. Choose another folder.")


def _refuse_altered(build: str, made: Mapping[str, Any]) -> None:
    there = _sizes(build)
    for shard in made["shards"]:
        if there.get(shard["path"]) != shard["bytes"]:
            raise CheckFailedError(
                f"{build}: {shard['path']} is not there, or not as long as the manifest says. "
                "See `gmai-data verify`, and build again."
            )


def _unchanged(out: str, plan: str) -> bool:
    """Whether the folder holds this mix already."""
    try:
        made = manifest.read_manifest(out)
    except CheckFailedError:
        return False
    if made.get("plan") != plan:
        return False
    there = _sizes(out)
    return all(there.get(shard["path"]) == shard["bytes"] for shard in made["shards"])


def _sizes(out: str) -> dict[str, int]:
    """Bytes of each shard that lies there, by its path within ``out``."""
    found = places.files(os.path.join(out, "shards"))
    return {places.relative(path, out): size for path, size in found}


def _write(
    out: str, build: str, plan: str, chosen: Sequence[Choice], seed: int, workers: int,
    progress: Progress,
) -> int:  # fmt: skip
    """Write the shards that an earlier run has not; how many."""
    todo = [
        (choice, number)
        for choice in chosen
        for number in range(choice.shards)
        if _record(out, plan, choice.split, number) is None
    ]
    progress.step("mix", len(todo))
    threads = min(workers or os.cpu_count() or 1, max(1, len(todo)))
    pool = ThreadPoolExecutor(threads if workers else min(threads, MOST_THREADS))
    try:
        futures = [
            pool.submit(
                write_shard, _path(out, choice.split, number),
                _index(out, plan, choice.split, number), choice, build, number, seed,
            )
            for choice, number in todo
        ]  # fmt: skip
        for future in as_completed(futures):
            future.result()
            progress.advance("mix")
    finally:
        pool.shutdown(cancel_futures=True)
    progress.done("mix")
    return len(todo)


def _name(split: str, number: int) -> str:
    return f"shards/{split}-{number:05d}.tar"


def _path(out: str, split: str, number: int) -> str:
    return os.path.join(out, _name(split, number))


def _index(out: str, plan: str, split: str, number: int) -> str:
    return os.path.join(out, PARTS, plan[:16], f"{split}-{number:05d}.parquet")


def _record(out: str, plan: str, split: str, number: int) -> dict[str, Any] | None:
    """What is recorded of a shard that was written by this plan and is there."""
    note = parquet.read_note(_index(out, plan, split, number))
    if not note or "record" not in note:
        return None
    record: dict[str, Any] = json.loads(note["record"])
    return record if places.size_of(_path(out, split, number)) == record["bytes"] else None


def _shards(out: str, plan: str, chosen: Sequence[Choice]) -> list[dict[str, Any]]:
    found = []
    for choice in chosen:
        for number in range(choice.shards):
            record = _record(out, plan, choice.split, number)
            assert record is not None
            found.append({**record, "path": _name(choice.split, number), "split": choice.split})
    return sorted(found, key=lambda shard: str(shard["path"]))


def _list_samples(out: str, plan: str, shards: Sequence[Mapping[str, Any]]) -> None:
    """``samples/<split>.parquet``: the shards' indexes, one after another."""
    import pyarrow as pa

    schema = index_schema().append(pa.field("shard", pa.string()))

    def tables(split: str) -> Iterator[pa.Table]:
        for shard in shards:
            if shard["split"] == split:
                name = os.path.basename(shard["path"]).removesuffix(".tar")
                path = os.path.join(out, PARTS, plan[:16], f"{name}.parquet")
                table = parquet.read_table(path).replace_schema_metadata(None)
                yield table.append_column("shard", pa.repeat(shard["path"], table.num_rows))

    for split in sorted({shard["split"] for shard in shards}):
        store.write_tables(os.path.join(out, "samples", f"{split}.parquet"), schema, tables(split))


def _sweep(out: str, shards: Sequence[Mapping[str, Any]]) -> None:
    """Delete shards and lists of a mix that was here before."""
    splits = {shard["split"] for shard in shards}
    known = {shard["path"] for shard in shards} | {f"samples/{split}.parquet" for split in splits}
    for kind in ("samples", "shards"):
        for name in places.names(os.path.join(out, kind)):
            if f"{kind}/{name}" not in known:
                store.remove(os.path.join(out, kind, name))


def _counts(chosen: Sequence[Choice]) -> dict[tuple[str, str], int]:
    counts: Counter[tuple[str, str]] = Counter()
    for choice in chosen:
        for draw in choice.draws:
            counts[draw.group.source, draw.group.subset] += len(draw.group)
    return dict(sorted(counts.items()))


def _manifest(
    made: Mapping[str, Any], recipe: Recipe, plan: str, shards: Sequence[Mapping[str, Any]],
    chosen: Sequence[Choice],
) -> dict[str, Any]:  # fmt: skip
    counts = _counts(chosen)
    spoken: Counter[str] = Counter()
    for choice in chosen:
        for draw in choice.draws:
            for at, name in enumerate(LANGUAGES):
                spoken[name] += int((draw.group.languages == at).sum())
    sources = {
        name: {
            **facts,
            "samples": sum(n for (source, _), n in counts.items() if source == name),
            "subsets": {subset: n for (source, subset), n in counts.items() if source == name},
        }
        for name, facts in made["sources"].items()
        if any(source == name for source, _ in counts)
    }
    return {
        "build": digest("manifest", json.loads(manifest.manifest_text(made))),
        "copies": sum(len(d.group) for choice in chosen for d in choice.draws if d.copy),
        "kind": KIND,
        "languages": {name: n for name, n in spoken.items() if n},
        "plan": plan,
        "recipe": as_json(recipe),
        "samples": sum(shard["samples"] for shard in shards),
        "schema": manifest.SCHEMA,
        "shards": [dict(shard) for shard in shards],
        "sources": sources,
        "splits": {
            split: sum(shard["samples"] for shard in shards if shard["split"] == split)
            for split in SPLITS
            if any(shard["split"] == split for shard in shards)
        },
        "subsets": {
            subset: sum(n for (_, other), n in counts.items() if other == subset)
            for subset in SUBSETS
            if any(other == subset for _, other in counts)
        },
    }
