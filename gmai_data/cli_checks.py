"""The commands that judge a source or a build: `check`, `verify`, `diff`; and `clean`."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from gmai_data.options import (
    Cache,
    ConfigFile,
    Data,
    Json,
    Limit,
    Quiet,
    SourcePath,
    Sources,
    Store,
    Workers,
    names_in,
    settings_of,
    several,
)


def check(
    name: Annotated[str, typer.Argument(help="A source.")],
    data: Data = None,
    config: ConfigFile = "",
    source_path: SourcePath = None,
    limit: Limit = None,
    accepted: Annotated[
        bool, typer.Option("--accept", help="Build it, write its lock, say what changed.")
    ] = False,
    manifests: Annotated[
        str, typer.Option(metavar="DIR", help="Folder of committed locks, for --accept.")
    ] = os.path.join("manifests", "sources"),
    out: Annotated[
        str,
        typer.Option(metavar="DIR", help="Build to bring up to date for --accept."),
    ] = "",
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Check a declaration, and what it finds on disk."""
    from gmai_data import report
    from gmai_data.check import check_source, print_check
    from gmai_data.progress import progress

    settings = settings_of(config, data=data, source_path=several(source_path), limit=limit)
    if accepted:
        from gmai_data.accept import accept, accepted_json, print_accepted

        with progress(quiet) as told:
            taken = accept(name, settings, manifests=manifests, out=out, progress=told)
        if as_json:
            report.print_json(accepted_json(taken))
        else:
            print_accepted(taken)
        return
    result = check_source(name, settings)
    if as_json:
        report.print_json(result.as_json())
    else:
        print_check(result)
    raise typer.Exit(0 if result.good else 1)


def verify(
    out: Annotated[str, typer.Argument(help="An output folder.")],
    share: Annotated[
        float, typer.Option(metavar="SHARE", help="Of the shards whose bytes are read, 0 to 1.")
    ] = 1.0,
    again: Annotated[
        str, typer.Option("--rebuild", metavar="SHARE", help="Of the cases to make again: 1%.")
    ] = "",
    orphans: Annotated[bool, typer.Option("--orphans", help="List what nothing needs.")] = False,
    data: Data = None,
    config: ConfigFile = "",
    source_path: SourcePath = None,
    store: Store = None,
    cache: Cache = None,
    workers: Workers = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Compare a build with its manifest, byte by byte.

    Exit code 1 when anything differs.
    """
    from gmai_data import report
    from gmai_data.arrow import to_row
    from gmai_data.output import summary
    from gmai_data.progress import progress
    from gmai_data.verify import share_of, with_leftovers, with_rebuilt
    from gmai_data.verify import verify as compare

    settings = settings_of(
        config, data=data, source_path=several(source_path), store=store, cache=cache,
        workers=workers,
    )  # fmt: skip
    with progress(quiet) as told:
        found = compare(out, share=share, workers=settings.workers, progress=told)
        found = with_rebuilt(found, share_of(again), settings, told) if again else found
    found = with_leftovers(found, settings.store) if orphans else found
    if as_json:
        report.print_json(to_row(found))
    else:
        summary.print_verified(found)
    raise typer.Exit(found.exit_code)


def clean(
    out: Annotated[str, typer.Argument(help="An output folder.")],
    remove: Annotated[
        list[str] | None,
        typer.Option("--remove", metavar="SOURCE", help="Take a source out; repeatable."),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(
            "--keep", metavar="DIR", help="Another build that uses the store; repeatable."
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")] = False,
    config: ConfigFile = "",
    source_path: SourcePath = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Delete what no finished build needs any more.

    Chunks of interrupted builds go, too: they would be made again.
    """
    from gmai_data import report
    from gmai_data.arrow import to_row
    from gmai_data.clean import clean as sweep
    from gmai_data.output import summary

    settings = settings_of(config, source_path=several(source_path), store=store)
    found = sweep(
        out, config=settings, keep=tuple(keep or ()), remove=tuple(remove or ()), dry_run=dry_run
    )
    if as_json:
        report.print_json({**to_row(found), "bytes": found.bytes})
    else:
        summary.print_cleaned(found)


def diff(
    old: Annotated[str, typer.Argument(help="A build, a folder of locks, or a lock file.")],
    new: Annotated[str, typer.Argument(help="The same, later.")],
    form: Annotated[
        str, typer.Option("--format", metavar="FORM", help="text, json, markdown or github.")
    ] = "text",
    sources: Sources = None,
    rules: Annotated[
        str, typer.Option(metavar="FILE", help="TOML file of what changes may do.")
    ] = "",
) -> None:
    """Compare two builds: what changed, by cause.

    Exit code 1 when anything did; with --rules, when a rule is broken or an effect has no cause.
    """
    from gmai_data.diff import diff as compare
    from gmai_data.diff_rules import judge, read_rules
    from gmai_data.output.diff_render import render, tell_github

    known = read_rules(rules) if rules else ()
    found = compare(old, new, names_in(sources) or ())
    found = judge(found, known) if rules else found
    if form == "github":
        sys.stdout.write(tell_github(found, os.environ.get("GITHUB_STEP_SUMMARY", "")))
    else:
        sys.stdout.write(render(found, form))
    raise typer.Exit(found.exit_code)
