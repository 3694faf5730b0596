"""What an output folder holds, finished or not."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gmai_data import manifest, places
from gmai_data.build import RUN, holds_build
from gmai_data.errors import UsageError
from gmai_data.model.ledger import spend_in
from gmai_data.output.lock import read_locks
from gmai_data.store import work_folder
from gmai_data.work import lease
from gmai_data.work.publish import interrupted


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStatus:
    """One source of a build."""

    name: str
    version: str
    finished: bool  # its shards are recorded and stand in the manifest
    cases: int
    slices: int
    samples: int
    quarantined: int
    rejected: Mapping[str, int]  # "class:rule" -> rows
    seconds: Mapping[str, float]  # of work in each step of the last run


@dataclass(frozen=True, slots=True, kw_only=True)
class StepStatus:
    """One step of the last run: where its time went."""

    name: str
    clock_seconds: float  # that passed
    tasks: int
    work_seconds: float  # of all workers together; what is lacking, they stood idle


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """An output folder."""

    out: str
    finished: bool  # there is a manifest
    building: str  # "process 12 on host" that holds the folder now, or ""
    publishing: tuple[str, ...]  # sources whose shards a build had begun to write when it stopped
    samples: int
    shards: int
    bytes: int
    store_bytes: int  # of the content-named chunks; they may be deleted
    steps: tuple[StepStatus, ...]  # of the last run, finished or not
    sources: tuple[SourceStatus, ...]
    spend: Mapping[str, Any] | None = None  # on models, by all runs: `model.ledger.spend_in`


def status(out: str, store: str = "", cache: str = "") -> Status:
    """Look at an output folder. Raises UsageError when there is none."""
    if not places.is_folder(out):
        raise UsageError(
            f"{out}: there is nothing there. Build into it with `gmai-data build --out {out}`."
        )
    if not holds_build(out) and not places.is_file(os.path.join(out, manifest.NAME)):
        raise UsageError(f"{out} holds no build. Name the folder that a build was given as --out.")
    held: dict[str, Any] = lease.read(os.path.join(out, lease.NAME)) or {}
    whole = places.is_file(os.path.join(out, manifest.NAME))
    made: dict[str, Any] = manifest.read_manifest(out) if whole else {"sources": {}, "shards": []}
    locks = read_locks(os.path.join(out, "locks"))
    spent = last_run(out).get("spent", [])
    return Status(
        out=out,
        finished=whole,
        building=f"process {held['pid']} on {held['host']}" if "pid" in held else "",
        publishing=tuple(interrupted(out)),
        samples=sum(shard["samples"] for shard in made["shards"]),
        shards=len(made["shards"]),
        bytes=sum(shard["bytes"] for shard in made["shards"]),
        store_bytes=_bytes(work_folder(out, store)),
        steps=tuple(
            StepStatus(
                name=step["step"],
                clock_seconds=step["clock_seconds"],
                tasks=step["tasks"],
                work_seconds=round(sum(step["work_seconds"].values()), 3),
            )
            for step in spent
        ),
        sources=tuple(
            SourceStatus(
                name=name,
                version=lock["version"],
                finished=name in made["sources"],
                cases=lock["counts"]["cases"],
                slices=lock["counts"]["slices"],
                samples=lock["counts"]["samples"],
                quarantined=lock["quarantine"]["count"],
                rejected=lock["rejected"],
                seconds={
                    step["step"]: step["work_seconds"][name]
                    for step in spent
                    if name in step["work_seconds"]
                },
            )
            for name, lock in locks.items()
        ),
        spend=spend_in(cache, out),
    )


def last_run(out: str) -> dict[str, Any]:
    """What the last run left in ``run.json``; nothing where there is none."""
    try:
        found = json.loads(places.read(os.path.join(out, RUN)))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _bytes(folder: str) -> int:
    return sum(size for _, size in places.files(folder))
