"""What a build says when it is done: a row per source, files to look at, and what is missing."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from gmai_data.config import Config
from gmai_data.known import known, needs
from gmai_data.report import print_table, say, warn

if TYPE_CHECKING:
    from gmai_data.build import BuildResult
    from gmai_data.clean import Cleaned, Leftover
    from gmai_data.plan import Plan
    from gmai_data.status import Status
    from gmai_data.verify import Verified

REASONS_SHOWN: Final = 3
MISSING_SHOWN: Final = 12


def as_json(result: BuildResult, config: Config) -> dict[str, Any]:
    """The result for scripts: rows per source, totals, and what is not on disk."""
    return {
        "out": result.out,
        "changed": result.changed,
        "samples": result.samples,
        "shards": result.shards,
        "shards_written": result.written,
        "spend": result.spend,
        "sources": _rows(result),
        "missing": _missing(config, result.missing),
        "broken": dict(result.broken),
    }


def print_build(result: BuildResult, config: Config) -> None:
    """The result as tables on standard output."""
    rows = _rows(result)
    print_table(
        ("source", "", "cases", "slices", "samples", "shards", "rejected"),
        [
            (r["source"], r["state"], r["cases"], r["slices"], r["samples"], r["shards"],
             _reasons(r["rejected"]))
            for r in rows
        ],
    )  # fmt: skip
    say()
    shards = _number(result.shards, "shard")
    say(f"{result.samples:,} samples in {shards}, {result.written:,} written now.")
    if result.spend is not None:
        say(_spent(result.spend))
    for line in _examples(result):
        say(line)
    say("Look at:")
    for path in _places(result):
        say(f"  {path}")
    missing = _missing(config, result.missing)
    if missing:
        say()
        say(f"{_number(len(missing), 'known source')} not built:")
        for name, need in list(missing.items())[:MISSING_SHOWN]:
            say(f"  {name}: {need}")
        if len(missing) > MISSING_SHOWN:
            say(f"  … {len(missing) - MISSING_SHOWN} more: gmai-data sources lists all")


def print_plan(plan: Plan, config: Config) -> None:
    """What a build would take, as a table; numbers beside the cases are estimates."""
    rows = [
        (p.name, p.cases, p.input_bytes, p.slices, p.requests, p.samples, p.shard_bytes, p.seconds)
        for p in plan.sources
    ]
    if len(rows) > 1:
        columns = list(zip(*rows, strict=True))[1:]
        rows.append((f"all {len(rows):,}", *(sum(column) for column in columns)))
    print_table(
        ("source", "cases", "input", "slices", "requests", "samples", "shards", "one core"),
        [(*r[:2], size(r[2]), *r[3:6], size(r[6]), f"{r[7]:,.0f} s") for r in rows],
    )
    say()
    if any(p.to_word < p.chunks or p.why != ("new",) for p in plan.sources):
        print_table(
            ("source", "chunks", "to read", "to word", "why"),
            [(p.name, p.chunks, p.to_read, p.to_word, "; ".join(p.why)) for p in plan.sources],
        )
        say()
    room = "fits" if plan.fits else "does not fit"
    free = size(plan.free_bytes)
    say(f"disk    {size(plan.disk_bytes)} for shards and store, {free} free: {room}")
    say(f"tokens  {plan.tokens:,}")
    say(f"cost    {'not known' if plan.usd is None else plan.usd + ' USD'}")
    if plan.tokens:
        say("        for first attempts that no cache answers; a rejected text is asked for again")
    if plan.missing:
        say(
            f"{_number(len(plan.missing), 'known source')} not on disk: gmai-data sources lists all"
        )
    say("Counts of cases are exact, the rest is estimated from the first cases of each source.")


def print_status(status: Status) -> None:
    """What an output folder holds, as a table."""
    print_table(
        ("source", "version", "state", "cases", "slices", "samples", "quarantined", "rejected",
         "seconds of work"),
        [
            (s.name, s.version, "finished" if s.finished else "not finished", s.cases, s.slices,
             s.samples, s.quarantined, _reasons(s.rejected), _seconds(s.seconds))
            for s in status.sources
        ],
    )  # fmt: skip
    say()
    if status.steps:
        print_table(
            ("last run", "tasks", "seconds", "seconds of work"),
            [(s.name, s.tasks, f"{s.clock_seconds:,.1f}", f"{s.work_seconds:,.1f}")
             for s in status.steps],
        )  # fmt: skip
        say()
    if status.building:
        say(f"{status.building} is building here.")
    elif status.publishing:
        say(
            f"A build stopped while it wrote shards of {', '.join(status.publishing)}. Finish it: "
            f"gmai-data build --sources {','.join(status.publishing)} --out {status.out}"
        )
    elif not status.finished:
        say("Not finished: run the same build again.")
    shards = _number(status.shards, "shard")
    say(f"{status.samples:,} samples in {shards} of {size(status.bytes)} in all.")
    say(f"The store holds {size(status.store_bytes)}, which may be deleted.")
    if status.spend is not None:
        say(_spent(status.spend))


def _seconds(by_step: Mapping[str, float]) -> str:
    """The steps of the last run that a source took time in, the longest first."""
    longest = sorted(by_step.items(), key=lambda item: -item[1])
    return ", ".join(f"{step} {seconds:,.1f}" for step, seconds in longest if seconds >= 0.05)


def print_verified(verified: Verified) -> None:
    """What was checked, and a line per problem."""
    for problem in verified.problems:
        say(f"✗ {problem.path}: {problem.rule}: {problem.value}")
    for leftover in verified.leftovers or ():
        say(f"? {leftover.path}: {leftover.why}: {size(leftover.bytes)}")
    checked = f"{_number(verified.shards, 'shard')}, {verified.samples:,} samples"
    good = (
        "as the manifest says"
        if not verified.problems
        else (f"{_number(len(verified.problems), 'problem')}")
    )
    if verified.rebuilt:
        say(f"{_number(verified.rebuilt, 'case')} made again from the raw files.")
    if verified.leftovers is not None:
        say(_left(verified.leftovers, f"`gmai-data clean {verified.out}` deletes them."))
    say(f"{verified.out}: {checked}, {size(verified.bytes)} read: {good}")
    if any(problem.rule == "rebuild" for problem in verified.problems):
        say(
            "Raw files have changed since the build, or it cannot be reproduced: build into another"
        )
        say(f"folder and run `gmai-data diff {verified.out} THERE` for the cause.")
    if any(problem.rule != "rebuild" for problem in verified.problems):
        say("Delete the files that are named and run the same build again: it makes them anew.")


def print_cleaned(cleaned: Cleaned) -> None:
    """What was deleted, or would be, by kind."""
    would = "would be deleted" if cleaned.dry_run else "deleted"
    if cleaned.dry_run:
        for leftover in cleaned.leftovers:
            say(f"{leftover.path}: {leftover.why}: {size(leftover.bytes)}")
    for name in cleaned.removed:
        say(f"{name}: {'would be taken out' if cleaned.dry_run else 'taken out'}.")
    say(_left(cleaned.leftovers, would + "."))


def _left(leftovers: Sequence[Leftover], then: str) -> str:
    if not leftovers:
        return "Nothing is left over."
    total = size(sum(leftover.bytes for leftover in leftovers))
    return f"{_number(len(leftovers), 'file')} of {total} that nothing needs: {then}"


def _spent(spend: Mapping[str, Any]) -> str:
    """Requests, tokens and money of all runs into a folder, in a sentence."""
    cost = "a price that is not known" if spend["usd"] is None else f"{spend['usd']} USD"
    held = ""
    if spend["usd"] is not None and float(spend["held_usd"]):
        held = f" ({spend['held_usd']} USD held for requests whose outcome is not known)"
    return (
        f"The model got {spend['requests']:,} requests with {spend['sent_tokens']:,} tokens and "
        f"said {spend['received_tokens']:,}, for {cost}{held}."
    )


def size(number: int) -> str:
    """Bytes for people: ``1.2 GB``."""
    value = float(number)
    for unit in ("B", "kB", "MB", "GB"):
        if value < 1000:
            return f"{value:,.0f} {unit}" if unit == "B" else f"{value:,.1f} {unit}"
        value /= 1000
    return f"{value:,.1f} TB"


def warn_broken(broken: Mapping[str, str]) -> bool:
    """A line on standard error per source that could not be loaded; whether there is any."""
    for why in broken.values():
        warn(f"gmai-data: {why}")
    return bool(broken)


def _rows(result: BuildResult) -> list[dict[str, Any]]:
    from gmai_data.manifest import read_manifest
    from gmai_data.output.lock import read_locks

    shards: dict[str, int] = {}
    for shard in read_manifest(result.out)["shards"]:
        shards[shard["source"]] = shards.get(shard["source"], 0) + 1
    locks = read_locks(os.path.join(result.out, "locks"))
    return [
        {
            "source": source.name,
            "state": source.state,
            "cases": source.cases,
            "slices": source.slices,
            "samples": source.samples,
            "shards": shards.get(source.name, 0),
            "rejected": locks.get(source.name, {}).get("rejected", {}),
        }
        for source in result.sources
    ]


def _reasons(rejected: Mapping[str, int]) -> str:
    """``14: 9 policy:thin-plane, 5 corrupt:truncated-file``."""
    if not rejected:
        return "0"
    frequent = sorted(rejected.items(), key=lambda item: (-item[1], item[0]))
    shown = [f"{number:,} {rule}" for rule, number in frequent[:REASONS_SHOWN]]
    more = [f"{len(frequent) - REASONS_SHOWN} more rules"] if len(frequent) > REASONS_SHOWN else []
    return f"{sum(rejected.values()):,}: {', '.join(shown + more)}"


def _examples(result: BuildResult) -> list[str]:
    """A few broken files by name; what a policy leaves out is as it should be."""
    from gmai_data.parquet import read_table

    lines: list[str] = []
    for source in (s for s in result.sources if s.rejected and s.state != "kept"):
        rows = read_table(os.path.join(result.out, "rejected", f"{source.name}.parquet"))
        for row in rows.to_pylist():
            if row["kind"] != "policy" and len(lines) < REASONS_SHOWN:
                where = row["path"] or row["key"]
                lines.append(f"  {source.name}: {where}: {row['rule']}: {row['value']}")
    return ["Rejected, for example:", *lines] if lines else []


def _places(result: BuildResult) -> list[str]:
    """A few files that show what the build is."""
    from gmai_data.manifest import read_manifest
    from gmai_data.places import is_url

    shards = read_manifest(result.out)["shards"]
    first: dict[str, str] = {}
    for shard in shards:
        first.setdefault(shard["subset"], shard["path"])
    places = ["manifest.json", "README.md", *list(first.values())[:3]]
    places += [f"samples/{result.sources[0].name}.parquet"] if result.sources else []
    broken = [s.name for s in result.sources if s.rejected]
    places += [f"rejected/{broken[0]}.parquet"] if broken else []
    out = result.out
    if not is_url(out) and not (shown := os.path.relpath(out)).startswith(".."):
        out = shown
    return [os.path.join(out, place) for place in places]


def _missing(config: Config, names: tuple[str, ...]) -> dict[str, str]:
    """What each source that is not on disk needs."""
    listed = {k.name: k.source for k in known(config)} if names else {}
    return {name: needs(source, config) for name in names if (source := listed.get(name))}


def _number(number: int, word: str) -> str:
    return f"{number:,} {word}" + ("" if number == 1 else "s")
