"""What an output folder and its store hold that no finished build needs, and taking it away.

A file of the store is needed when the records of a build name it. Everything else is what builds
that were changed or interrupted have left; content-named, it could only save time. Files that the
manifest lists are never touched, except to take a whole source out.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from gmai_data import manifest, places, store
from gmai_data.canonical import digest
from gmai_data.errors import CheckFailedError, UsageError
from gmai_data.output.lock import SUFFIX
from gmai_data.work import lease
from gmai_data.work.versions import STORE

if TYPE_CHECKING:
    from gmai_data.config import Config

# Folders of the store that a clean knows; others, such as batches that were paid for, are left.
CHUNKS: Final = (
    "answers", "cases", "digests", "duplicates", "index", "plans", "requests", "samples", "seen",
    "slices",
)  # fmt: skip
_TABLES: Final = ("records", "rejected", "samples")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A file that nothing needs."""

    path: str
    bytes: int
    why: str  # chunk, crumb, scratch, orphan


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """What was taken away, or would be."""

    out: str
    removed: tuple[str, ...]  # sources
    leftovers: tuple[Leftover, ...]
    dry_run: bool

    @property
    def bytes(self) -> int:
        """Of all leftovers."""
        return sum(leftover.bytes for leftover in self.leftovers)


def clean(
    out: str,
    *,
    config: Config,
    keep: Sequence[str] = (),
    remove: Sequence[str] = (),
    dry_run: bool = False,
) -> Cleaned:
    """Take away what no finished build in ``out`` needs.

    Args:
        out: a finished build.
        config: its store, and where sources are declared, for the cards.
        keep: other builds that use the same store.
        remove: sources to take out of the build before.
        dry_run: change nothing.

    Raises:
        UsageError: a build is working there, or a source to remove is not in it.
        CheckFailedError: a build is not finished, or its records cannot be read.
    """
    folder = store.work_folder(out, config.store)
    held = contextlib.nullcontext() if dry_run else lease.lease(places.absolute(out))
    with held as mine:
        if remove and not dry_run:
            assert mine is not None
            remove_sources(out, remove, config, mine)
        elif remove:
            _in_build(out, remove)
        found = tuple(leftovers(out, folder, keep, without=remove if dry_run else ()))
        if not dry_run:
            for leftover in found:
                store.remove(leftover.path)
            for place in (folder, os.path.join(out, "shards")):
                if not places.is_url(place):
                    _drop_empty(place)
    return Cleaned(out=out, removed=tuple(remove), leftovers=found, dry_run=dry_run)


def leftovers(
    out: str, folder: str, keep: Sequence[str] = (), without: Sequence[str] = ()
) -> Iterator[Leftover]:
    """Every file that nothing needs, sorted by path.

    Raises:
        CheckFailedError: one of the builds is not finished, or its records cannot be read.
    """
    found: dict[str, str] = {}
    known = [_needed(build, folder, without if build == out else ()) for build in (out, *keep)]
    for kind in CHUNKS:
        for path in _files(os.path.join(folder, kind)):
            source, _, name = os.path.relpath(path, os.path.join(folder, kind)).partition(os.sep)
            if not _scratch(path) and not any(need(kind, source, name) for need in known):
                found[path] = "chunk"
    for path in _files(os.path.join(folder, "crumbs")):
        found[path] = "crumb"
    listed = _listed(out, without)
    for kind in ("shards", "locks", *_TABLES):
        for path in _files(os.path.join(out, kind)):
            if places.relative(path, out) not in listed:
                found[path] = "orphan"
    for place in (out, folder):
        for path in () if places.is_url(place) else _files(place):
            if _scratch(path) and not store.in_use(path):
                found[path] = "scratch"
    for path in sorted(found):
        yield Leftover(path=path, bytes=places.size_of(path) or 0, why=found[path])


def _needed(out: str, folder: str, without: Sequence[str]) -> Callable[[str, str, str], bool]:
    """Whether a build needs a file of the store: asked with kind, source and name."""
    made = manifest.read_manifest(out)
    needed: dict[tuple[str, str], set[str]] = {}
    cases: dict[str, Mapping[str, Any]] = {}
    for source in made["sources"]:
        if source in without:
            continue
        lock = _lock(out, source)
        cases[source] = lock["outputs"]
        for kind, name in _names(out, source):
            needed.setdefault((kind, source), set()).add(name)
    known: dict[str, bool] = {}

    def need(kind: str, source: str, name: str) -> bool:
        stem = name.split(".")[0]
        if kind == "seen":
            return source.removesuffix(".json") in cases
        if kind != "cases":
            return stem in needed.get((kind, source), ())
        if source not in cases:
            return False
        base = os.path.join(folder, kind, source, stem)
        if base not in known:
            known[base] = _finds(base + ".json", cases[source])
        return known[base]

    return need


def _finds(path: str, outputs: Mapping[str, Any]) -> bool:
    """Whether a scan in the store found the cases of a lock."""
    try:
        with open(path, "rb") as file:
            meta = json.loads(file.read())
        return all(meta[m] == outputs[o] for m, o in (("digest", "cases"), ("splits", "splits")))
    except (OSError, ValueError, KeyError):
        return False


def _names(out: str, source: str) -> Iterator[tuple[str, str]]:
    """Kind and stem of each file of the store that the records of a source name."""
    records = {s: manifest.records_of(out, source, s) for s in ("source", "read", "ask", "words",
                                                                 "pack")}  # fmt: skip
    if not records["source"]:
        raise CheckFailedError(
            f"{out}/records/{source}.parquet cannot be read, so what {source} needs is not known. "
            "Run the same build again, then clean."
        )
    yield "plans", digest("arrange", [records["source"][""]["key"], STORE])[:16]
    yield "duplicates", records["source"][""].get("dropped", "")
    for name, record in records["read"].items():
        yield "slices", record["key"][:16]
        yield "digests", name
    for record in records["ask"].values():
        yield "requests", record["key"][:16]
    for record in records["words"].values():
        yield "samples", record["key"][:16]
        if record.get("answers"):
            yield "answers", os.path.basename(record["answers"])[:16]
    for record in records["pack"].values():
        yield "index", record["key"][:16]


def _lock(out: str, source: str) -> Mapping[str, Any]:
    from gmai_data.output.lock import read_lock

    return read_lock(os.path.join(out, "locks", source + SUFFIX))


def _listed(out: str, without: Sequence[str]) -> set[str]:
    """Paths in a build that its manifest lists."""
    made = manifest.read_manifest(out)
    names = [name for name in made["sources"] if name not in without]
    tables = {f"{kind}/{name}.parquet" for kind in _TABLES for name in names}
    locks = {f"locks/{name}{SUFFIX}" for name in names}
    return {s["path"] for s in made["shards"] if s["source"] not in without} | tables | locks


def _files(folder: str) -> list[str]:
    return [path for path, _ in places.files(folder)]


def _scratch(path: str) -> bool:
    return os.path.basename(path).startswith(store.SCRATCH)


def _drop_empty(folder: str) -> None:
    for parent, _, _ in os.walk(folder, topdown=False):
        if parent != folder:
            with contextlib.suppress(OSError):  # not empty
                os.rmdir(parent)


def _in_build(out: str, names: Sequence[str]) -> None:
    try:
        there = set(manifest.read_manifest(out)["sources"])
    except CheckFailedError:
        there = set(manifest.finished(out))  # a removal that was interrupted is gone on with
        if not there:
            raise
    missing = sorted(set(names) - there)
    if missing:
        raise UsageError(
            f"{', '.join(missing)}: not in {out}. In it are {', '.join(sorted(there))}."
        )


def remove_sources(out: str, names: Sequence[str], config: Config, held: lease.Lease) -> None:
    """Take sources out of a build: shards, tables, locks; manifest and cards are written anew.

    The manifest is taken away first and written last, as when a build publishes.

    Raises:
        UsageError: one of them is not in the build.
    """
    import dataclasses

    from gmai_data.engine import Pool, Silent
    from gmai_data.work.publish import interrupted, publish
    from gmai_data.work.settle import Line

    _in_build(out, names)
    begun = sorted(set(interrupted(out)) - set(names))
    if begun:
        raise UsageError(
            f"A build stopped while it wrote shards of {', '.join(begun)}. Finish it first: "
            f"`gmai-data build --sources {','.join(begun)} --out {out}`."
        )
    config = dataclasses.replace(config, out=out, locked=False)
    folder = store.work_folder(out, config.store)
    with Pool(1) as pool:
        line = Line(config, folder, places.absolute(out), pool, Silent())
        publish(line, held, [], [], list(names))
