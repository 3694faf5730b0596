"""One build, from the sources found on disk to the manifest."""

from __future__ import annotations

import json
import os
import platform
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gmai_data import manifest, store
from gmai_data.canonical import canonical
from gmai_data.engine import Pool, Progress, Silent
from gmai_data.errors import CheckFailedError, SourceNotFoundError, UsageError
from gmai_data.output.lock import configuration, read_locks
from gmai_data.work.lease import Lease, lease
from gmai_data.work.publish import PENDING, interrupted, plan_source, publish, unchanged
from gmai_data.work.settle import Line, Work, read_all, rejected_of, scan_all, with_files, words_all

if TYPE_CHECKING:
    from gmai_data.config import Config
    from gmai_data.declare import Source
    from gmai_data.roots import Root

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
    broken: Mapping[str, str]  # sources that cannot be loaded, and why; all others were built
    seconds: float


@dataclass(frozen=True, slots=True)
class Selected:
    """What was asked for, sorted by what can be done about it."""

    works: list[Work]  # on disk
    missing: tuple[str, ...]  # known, and not on disk
    broken: Mapping[str, str]  # cannot be loaded: the sentence that says why


def build(config: Config, progress: Progress | None = None) -> BuildResult:
    """Build the chosen sources into ``config.out``.

    Raises:
        UsageError: a wrong configuration, a folder in use or not writable, nothing on disk.
        DeclarationError: a source's declaration does not fit its files.
        CheckFailedError: too many rejected cases, or ``locked`` and a lock would change.
        TransientError: a full disk, a changed file: run the same command again.
    """
    began, progress = time.time(), progress or Silent()
    if config.model != "offline":
        raise UsageError(
            f"--model {config.model}: only the offline realiser answers so far. Leave --model out."
        )
    folder = store.work_folder(config.out, config.store)
    out = os.path.abspath(config.out)
    chosen = select(config)
    with lease(out) as held:
        _same_configuration(out, config)
        _finish_first(out, chosen.works)
        _clear(out, folder)
        try:
            with Pool(config.workers, config.scheduler) as pool:
                line = Line(config, folder, out, pool, progress)
                return _build(line, held, chosen, began)
        except BaseException:
            _clear(out, folder)  # of workers that were ended
            raise


def _clear(out: str, folder: str) -> None:
    store.clear_scratch(out)
    if not folder.startswith(out + os.sep):
        store.clear_scratch(folder)


def _build(line: Line, held: Lease, chosen: Selected, began: float) -> BuildResult:
    works = chosen.works
    scan_all(line, works)
    read_all(line, works)
    words_all(line, works)
    same = [work for work in works if unchanged(line, work)]
    changed = [work for work in works if work not in same]
    with_files(line, changed)
    _refuse_rejected(line, changed)
    plans = [plan_source(line, work) for work in changed]
    finished = os.path.exists(os.path.join(line.out, manifest.NAME))
    made, written = publish(line, held, plans, same, [])
    states = {w.name: "unchanged" for w in same} | {w.name: "built" for w in changed}
    result = BuildResult(
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
                rejected=_rejected_rows(line.out, name),
            )
            for name, facts in made["sources"].items()
        ),
        missing=chosen.missing,
        broken=chosen.broken,
        seconds=time.time() - began,
    )
    store.write_bytes(os.path.join(line.out, "run.json"), _run_text(line, result, began))
    return result


def select(config: Config) -> Selected:
    """The chosen sources, as far as they are on disk.

    Of all sources, one that cannot be loaded costs itself alone; asked for by name it is an error.

    Raises:
        SourceNotFoundError: a source named by the user is unknown or not on disk.
        DeclarationError: a source named by the user cannot be loaded.
        UsageError: none of all known sources is on disk.
    """
    from gmai_data.find import load, load_all, locate

    chosen: dict[str, Source]
    broken: dict[str, str] = {}
    everything = "all" in config.sources
    if everything:
        chosen, broken = load_all(config.source_path)
    else:
        chosen = {name: load(name, config.source_path) for name in config.sources}
    works: list[Work] = []
    missing: list[str] = []
    for name, source in sorted(chosen.items()):
        root = locate(source, config)
        if root is None:
            missing.append(name)
        else:
            works.append(Work(source, (root, *_others(source, chosen, config))))
    if missing and not everything:
        where = config.data or "the data root (no --data was given)"
        raise SourceNotFoundError(
            f"Not on disk: {', '.join(missing)}. Each is looked for under its name in {where}; "
            "`gmai-data show NAME` says where to get it."
        )
    if not works:
        raise UsageError(
            "No source was found on disk. Give --data DIR with one folder per source; "
            "`gmai-data sources` lists the names." + "".join(f"\n{why}" for why in broken.values())
        )
    return Selected(works, tuple(missing), broken)


def _others(source: Source, chosen: dict[str, Source], config: Config) -> list[Root]:
    """The roots of the sources that this one refers to."""
    from gmai_data.find import load, locate

    found = []
    for name in source.derived_from:
        try:
            other = chosen.get(name) or load(name, config.source_path)
        except SourceNotFoundError:
            continue  # named for the record: a dataset that we have no declaration of
        root = locate(other, config)
        if root is not None:
            found.append(root)
    return found


def _same_configuration(out: str, config: Config) -> None:
    """Refuse to mix: samples of one folder are made with one configuration."""
    if config.update:
        return
    mine = {**configuration(config), "model": {"name": config.model}}
    for name, lock in read_locks(os.path.join(out, "locks")).items():
        made = {**lock["configuration"], "model": lock["model"]}
        if canonical(made) == canonical(mine):
            continue
        differing = [
            f"{step}.{key} {value!r} -> {mine[step].get(key)!r}"
            for step, values in sorted(made.items())
            for key, value in sorted(values.items())
            if mine[step].get(key) != value
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


def _refuse_rejected(line: Line, works: Sequence[Work]) -> None:
    """Fail when more cases than `max_rejected` are broken; policy rejections never count."""
    failed, share = [], line.config.max_rejected
    for work in works:
        rows = rejected_of(line, work).to_pylist()
        broken = {r["case"] or r["key"]: r for r in rows if r["kind"] in ("corrupt", "quarantined")}
        cases = int(work.meta["count"]) + int(work.meta["rejected"])
        allowed = max(MIN_REJECTED, int(share * cases))
        if len(broken) > allowed or (broken and len(broken) == cases and share < 1):
            reasons: dict[tuple[str, str], list[str]] = {}
            for row in broken.values():
                example = f"{row['path'] or row['key']}: {row['value']}"
                reasons.setdefault((row["stage"], row["rule"]), []).append(example)
            table = "\n".join(
                f"  {len(examples):>6}  {stage:<6} {rule:<20} e.g. {min(examples)[:120]}"
                for (stage, rule), examples in sorted(reasons.items(), key=lambda i: -len(i[1]))
            )
            failed.append(
                f"{work.name}: {len(broken)} of {cases} cases rejected, {allowed} allowed:\n{table}"
            )
    if failed:
        raise CheckFailedError(
            "Too many cases were rejected; nothing was published.\n" + "\n".join(failed) + "\n"
            "Repair the files or the declaration, or allow more with --max-rejected."
        )


def _rejected_rows(out: str, name: str) -> int:
    lock = read_locks(os.path.join(out, "locks")).get(name, {})
    return sum(lock.get("rejected", {}).values())


def _run_text(line: Line, result: BuildResult, began: float) -> bytes:
    """What may differ between two runs of one build: times, host, versions."""
    from importlib.metadata import version

    from gmai_data.work.probes import each_probe

    packages = ("gmai-data", "numpy", "pillow", "opencv-python-headless", "pyarrow", "isal", "dask")
    found: dict[str, Any] = {
        "began": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(began)),
        "host": platform.node(),
        "packages": {name: version(name) for name in packages},
        "probes": dict(each_probe()),
        "python": platform.python_version(),
        "seconds": round(result.seconds, 3),
        "shards_written": result.written,
        "workers": line.config.workers,
    }
    return (json.dumps(found, indent=2, sort_keys=True) + "\n").encode()
