"""One build, from the sources found on disk to the manifest."""

from __future__ import annotations

import contextlib
import json
import os
import platform
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from gmai_data import manifest, places, store
from gmai_data.canonical import canonical
from gmai_data.engine import Pool, Progress, Silent, Spent
from gmai_data.errors import (
    CheckFailedError,
    GmaiDataError,
    UsageError,
)
from gmai_data.output.lock import configuration, read_locks
from gmai_data.select import Selected, select, without
from gmai_data.work.asking import asked_of
from gmai_data.work.lease import NAME as LEASE
from gmai_data.work.lease import Lease, lease
from gmai_data.work.publish import PENDING, Plan, arrange_all, interrupted, publish, unchanged
from gmai_data.work.same_images import drop_duplicates
from gmai_data.work.settle import Line, Work, read_all, scan_all, with_files, words_all

if TYPE_CHECKING:
    from gmai_data.config import Config

RUN = "run.json"
MIN_REJECTED = 3  # this many broken cases never fail a source by their number alone


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceResult:
    """What became of one source."""

    name: str
    state: str  # built, unchanged, kept (from an earlier build) or missing (not on disk)
    cases: int = 0
    slices: int = 0
    samples: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What a build did."""

    out: str
    changed: bool  # false: everything was there already
    shards: int  # in the build
    written: int  # shards written by this run
    samples: int
    sources: tuple[SourceResult, ...]
    missing: tuple[str, ...]  # known sources that are not on disk
    broken: Mapping[str, str]  # of all, those that cannot be built, and why; all others were
    seconds: float
    spend: Mapping[str, Any] | None = None  # by all runs into this folder: `model.ledger.spend_in`


def build(config: Config, progress: Progress | None = None) -> BuildResult:
    """Build the chosen sources into ``config.out``.

    Raises:
        UsageError: a wrong configuration, a folder in use or not writable, nothing on disk.
        DeclarationError: a source's declaration does not fit its files.
        CheckFailedError: too many rejected cases, or ``locked`` and a lock would change.
        TransientError: a full disk, a changed file: run the same command again.
        BudgetReachedError: ``max_usd`` would be crossed; the build goes on when it is raised.
    """
    began, progress = time.time(), progress or Silent()
    folder = store.work_folder(config.out, config.store)
    out = places.absolute(config.out)
    chosen = select(config)
    _refuse_folder(out, config, chosen.works)
    for note in chosen.notes:
        progress.note(note)
    if config.model != "offline":
        _may_ask(config, chosen.works)
    with lease(out) as held:
        if not held.conditional:
            progress.note(
                f"{out}: this store cannot write on a condition. A build that begins at the same "
                "moment as another is told apart by waiting; see to it that only one runs."
            )
        _same_configuration(out, config)
        _finish_first(out, chosen.works)
        _clear(out, folder)
        try:
            shared = _shared(held, folder, chosen.works) if config.scheduler else []
            with Pool(config.workers, config.scheduler, note=progress.note, shared=shared) as pool:
                line = Line(config, folder, out, pool, progress)
                try:
                    return _build(line, held, chosen, began)
                finally:
                    _log(line, began)
        except BaseException:
            _clear(out, folder)  # of workers that were ended
            raise


def _shared(held: Lease, folder: str, works: Sequence[Work]) -> list[str]:
    """What every machine must see: the lease of this build, the store, and the data."""
    with store.writing(folder):
        os.makedirs(folder, exist_ok=True)
    roots = {root.path for work in works for root in work.roots}
    packaged = {root.path for w in works if w.source.package for root in w.roots}
    return [held.path, folder, *sorted(roots - packaged)]


def _may_ask(config: Config, works: Sequence[Work]) -> None:
    """Refuse, before hours of reading, what could not be sent or paid for at their end."""
    from gmai_data.model import endpoint as endpoints
    from gmai_data.model.ledger import limit_of, refuse_unknown
    from gmai_data.model.prices import price_of
    from gmai_data.words.cache import cache_path

    where = endpoints.endpoint(config)
    refuse_unknown(price_of(config.model, config.answer.prices), limit_of(config.max_usd))
    if endpoints.api_key(where) is not None:
        endpoints.refuse_sources(where, [work.source for work in works])
    elif not config.batch_files and not os.path.exists(cache_path(config.cache)):
        raise endpoints.no_key(where)  # without a key the cache must do, and there is none


def _clear(out: str, folder: str) -> None:
    store.clear_scratch(out)
    if not folder.startswith(out + os.sep):
        store.clear_scratch(folder)


def _build(line: Line, held: Lease, chosen: Selected, began: float) -> BuildResult:
    spare = "all" in line.config.sources
    if failed := scan_all(line, chosen.works, spare=spare):
        chosen = without(chosen, failed, line.config)
    works = chosen.works
    if failed := read_all(line, works, spare=spare):
        return _build(line, held, _rest(line, chosen, failed), began)
    words_all(line, works)
    drop_duplicates(line, works)
    same = [work for work in works if unchanged(line, work)]
    changed = [work for work in works if work not in same]
    with_files(line, changed)
    plans = arrange_all(line, changed)
    if failed := _too_many_rejected(line, plans, spare=spare):
        return _build(line, held, _rest(line, chosen, failed), began)
    finished = places.is_file(os.path.join(line.out, manifest.NAME))
    made, written = publish(line, held, plans, same, [])
    locks = read_locks(os.path.join(line.out, "locks"))
    states = {w.name: "unchanged" for w in same} | {w.name: "built" for w in changed}
    return BuildResult(
        out=line.out,
        changed=bool(changed) or not finished,
        shards=len(made["shards"]),
        written=written,
        samples=made["samples"],
        sources=tuple(
            SourceResult(
                name=name,
                state=states.get(name, "kept"),
                cases=facts["cases"],
                slices=facts["slices"],
                samples=facts["samples"],
                rejected=sum(locks[name]["rejected"].values()),
            )
            for name, facts in made["sources"].items()
        ),
        missing=chosen.missing,
        broken=chosen.broken,
        seconds=time.time() - began,
        spend=_spend(line),
    )


def _rest(line: Line, chosen: Selected, failed: Mapping[str, str]) -> Selected:
    """What is left without the sources that failed, to be settled as if they were not there."""
    rest = without(chosen, failed, line.config)
    return replace(rest, works=[Work(work.source, work.roots) for work in rest.works])


def _refuse_folder(out: str, config: Config, works: Sequence[Work]) -> None:
    """Refuse an output folder in which files of somebody else would be changed or taken for data.

    Raises UsageError.
    """
    if not places.is_url(out) and os.path.isfile(out):
        raise UsageError(f"{out} is a file. Give --out a folder.")
    if config.data and places.same(out, config.data):
        raise UsageError(f"{out} is the data root. Choose a folder of its own for --out.")
    for work in works:
        for root in work.roots:
            if places.same(out, root.path) or _inside(out, root.path):
                raise UsageError(
                    f"{out} is among the files of {root.source} ({root.path}). Choose another "
                    "folder for --out."
                )
    there = [name for name in places.names(out) if not name.startswith(".")]
    if there and not holds_build(out):
        raise UsageError(
            f"{out} is not empty and holds no build ({', '.join(there[:3])}"
            f"{' …' if there[3:] else ''}). Choose a new or an empty folder for --out."
        )


def holds_build(out: str) -> bool:
    """Whether a build, finished or not, has ever begun in a folder."""
    return bool({RUN, PENDING, LEASE, "locks", "work"}.intersection(places.names(out)))


def _inside(path: str, folder: str) -> bool:
    if places.is_url(path) or places.is_url(folder):
        return path.startswith(places.absolute(folder) + "/")
    return os.path.realpath(path).startswith(os.path.realpath(folder) + os.sep)


def _same_configuration(out: str, config: Config) -> None:
    """Refuse to mix: samples of one folder are made with one configuration."""
    if config.update:
        return
    mine = {**configuration(config), "model": asked_of(config)}
    for name, lock in read_locks(os.path.join(out, "locks")).items():
        made = {**lock["configuration"], "model": lock["model"]}
        if canonical(made) == canonical(mine):
            continue
        differing = [
            f"{step}.{key} {made.get(step, {}).get(key)!r} -> {mine.get(step, {}).get(key)!r}"
            for step in sorted({*made, *mine})
            for key in sorted({*made.get(step, {}), *mine.get(step, {})})
            if made.get(step, {}).get(key) != mine.get(step, {}).get(key)
        ]
        raise UsageError(
            f"{out} was built with another configuration ({name}: {'; '.join(differing)}). "
            "Choose another --out, or --update to change what is there."
        )


def _finish_first(out: str, works: Sequence[Work]) -> None:
    """Refuse a build that would drop sources whose shards were being written when one stopped."""
    left = sorted(set(interrupted(out)) - {work.name for work in works})
    if left:
        raise UsageError(
            f"An earlier build into {out} stopped while it wrote the shards of {', '.join(left)}. "
            "Build them together with the others, or first: "
            f"`gmai-data build --sources {','.join(left)} --out {out}`. To give them up, delete "
            f"{PENDING} and their files in locks/ there."
        )


def _too_many_rejected(line: Line, plans: Sequence[Plan], *, spare: bool) -> dict[str, str]:
    """Sources with more broken cases than `max_rejected`, and why; policy never counts.

    Raises CheckFailedError for them where they are not to be spared.
    """
    failed, share = {}, line.config.max_rejected
    for plan in plans:
        work, broken = plan.work, plan.found.broken["cases"]
        reasons = plan.found.broken["reasons"]
        cases = int(work.meta["count"]) + int(work.meta["rejected"])
        allowed = max(MIN_REJECTED, int(share * cases))
        if broken > allowed or (broken and broken == cases and share < 1):
            table = "\n".join(
                f"  {count:>6}  {stage:<6} {rule:<20} e.g. {example[:120]}"
                for (stage, _, rule), (count, example) in sorted(
                    ((name.partition("\t"), found) for name, found in reasons.items()),
                    key=lambda item: (-item[1][0], item[0]),
                )
            )
            failed[work.name] = (
                f"{work.name}: {broken} of {cases} cases rejected, {allowed} allowed:\n{table}"
            )
    repair = "Repair the files or the declaration, or allow more with --max-rejected."
    if failed and not spare:
        raise CheckFailedError(
            "Too many cases were rejected; nothing was published.\n"
            + "\n".join(failed.values())
            + f"\n{repair}"
        )
    return {name: f"{why}\n{repair}" for name, why in failed.items()}


def _spend(line: Line) -> dict[str, Any] | None:
    if line.config.model == "offline":
        return None
    from gmai_data.model.ledger import spend_in

    return spend_in(line.config.cache, line.out)


def _spent(spent: Spent) -> list[dict[str, Any]]:
    """By step, in order: seconds on the clock, tasks, and by source the seconds of work in them."""
    found = []
    for step, clock in spent.clock.items():
        of_step = {source: at for (name, source), at in spent.work.items() if name == step}
        found.append(
            {
                "clock_seconds": round(clock, 3),
                "step": step,
                "tasks": sum(tasks for tasks, _ in of_step.values()),
                "work_seconds": {name: round(took, 3) for name, (_, took) in of_step.items()},
            }
        )
    return found


def _log(line: Line, began: float) -> None:
    """Say in ``run.json`` where the time of this run went, however it ended."""
    with contextlib.suppress(GmaiDataError, OSError):  # the disk may be what ended it
        store.write_bytes(os.path.join(line.out, RUN), _run_text(line, began))


def _run_text(line: Line, began: float) -> bytes:
    """What may differ between two runs of one build: times, host, versions."""
    from importlib.metadata import version

    from gmai_data.work.probes import each_probe

    packages = (
        "gmai-data",
        "numpy",
        "pillow",
        "opencv-python-headless",
        "pyarrow",
        "deflate",
        "dask",
    )
    found: dict[str, Any] = {
        "began": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(began)),
        "host": platform.node(),
        "packages": {name: version(name) for name in packages},
        "probes": dict(each_probe()),
        "python": platform.python_version(),
        "finished": places.is_file(os.path.join(line.out, manifest.NAME)),
        "seconds": round(time.time() - began, 3),
        "spent": _spent(line.pool.spent),
        "workers": line.config.workers,
    }
    if line.config.model != "offline":
        found["model_spend"] = _spend(line)
    return (json.dumps(found, indent=2, sort_keys=True) + "\n").encode()
