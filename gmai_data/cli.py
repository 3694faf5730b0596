"""The command line: parses, calls the line's functions, prints. No logic lives here.

Results go to standard output, progress and messages to standard error. Exit codes: 0 done, 1 no
(differences, a failed check, too many rejects), 2 usage or configuration, 3 interrupted or
transient (run the same command again), 4 budget reached (resumable), 130 Ctrl-C.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Annotated, Final

import typer

from gmai_data.cli_checks import check, clean, diff, verify
from gmai_data.cli_model import ablate, judge
from gmai_data.cli_training import export, mix
from gmai_data.errors import GmaiDataError
from gmai_data.options import (
    BaseUrl,
    Batch,
    BatchFiles,
    Cache,
    ConfigFile,
    Data,
    Duplicates,
    Json,
    Languages,
    Limit,
    MaxRejected,
    MaxUsd,
    Model,
    Out,
    Prompts,
    Quiet,
    Scheduler,
    Seed,
    SourcePath,
    Sources,
    Store,
    Workers,
    names_in,
    settings_of,
    several,
)

app = typer.Typer(
    name="gmai-data",
    help="Turn a disk full of public medical datasets into vision-language training shards.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

INTERRUPTED: Final = 130


def main() -> None:
    """Run the command line; a mistake of the user is one sentence and an exit code."""
    signal.signal(signal.SIGINT, _interrupted)
    try:
        app()
    except GmaiDataError as error:
        sys.stderr.write(f"gmai-data: {error}\n")
        sys.exit(error.exit_code)
    except OSError as error:
        if error.errno is None or not error.filename:  # of a library, or a pipe that was closed
            raise
        from gmai_data.store import refusal

        told_of = refusal(error)
        sys.stderr.write(f"gmai-data: {told_of}\n")
        sys.exit(told_of.exit_code)
    except SystemExit as ended:
        if ended.code == INTERRUPTED:
            sys.stderr.write("gmai-data: interrupted. Run the same command again to go on.\n")
        raise


def _interrupted(*_: object) -> None:
    """Ctrl-C: what has begun is let go in good order; the second time nothing is waited for."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    sys.stderr.write("gmai-data: stopping. Ctrl-C again ends at once.\n")
    raise KeyboardInterrupt


def _version(asked: bool) -> None:
    if asked:
        from gmai_data import __version__

        typer.echo(f"gmai-data {__version__}")
        raise typer.Exit


@app.callback(epilog="Start with: gmai-data build --sources all --out demo-out")
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@app.command(epilog="Example: gmai-data sources --where modality=CT --where task=segmentation")
def sources(
    data: Data = None,
    config: ConfigFile = "",
    source_path: SourcePath = None,
    where: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=VALUE",
            help="Only sources with this modality, task, anatomy, department, license, access, "
            "language, verified or state ('on disk', 'missing'); * stands for anything; "
            "repeatable.",
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """List known sources: on disk, or what each needs."""
    from gmai_data import catalogue, report
    from gmai_data.known import facts, known, listed_row, needs
    from gmai_data.unclaimed import told

    settings = settings_of(config, data=data, source_path=several(source_path))
    whole = known(settings)
    listed = catalogue.chosen(whole, where or ())
    if as_json:
        report.print_json(
            [
                {
                    **(facts(k.source) if k.source else {"name": k.name}),
                    "tasks": list(catalogue.tasks_of(k.source)) if k.source else [],
                    "origin": k.origin,
                    "on_disk": k.root.path if k.root else None,
                    "needs": needs(k.source, settings) if k.source and not k.root else None,
                    "error": k.error or None,
                }
                for k in listed
            ]
        )
    else:
        report.print_table(
            ("source", "state", "modality", "verified", "licence", "where"),
            [listed_row(k, settings) for k in listed if k.source],
            one_line=True,
        )
        report.warn(catalogue.summary(listed))
        if passed_by := told(settings, (k.name for k in whole)):
            report.warn(f"gmai-data: {passed_by}")
    for broken in whole:  # whatever is asked for: what it is of is not known
        if broken.error:
            report.warn(f"gmai-data: {broken.error}")


@app.command(epilog="Example: gmai-data show kits23")
def show(
    name: Annotated[str, typer.Argument(help="A source.")],
    data: Data = None,
    config: ConfigFile = "",
    source_path: SourcePath = None,
    as_json: Json = False,
) -> None:
    """Show what a source declares: facts, cases, labels."""
    from gmai_data import report
    from gmai_data.find import find, load, locate
    from gmai_data.grammar.declaration import declaration
    from gmai_data.graph import titled, whole_graph
    from gmai_data.known import facts, needs

    settings = settings_of(config, data=data, source_path=several(source_path))
    source = load(name, settings.source_path)
    root = locate(source, settings)
    whole = whole_graph(settings.source_path)
    shown = {
        **facts(source),
        "all it is made from": [titled(n) for n in whole.ancestors(name)],
        "made from it": list(whole.descendants(name)),
        "same patients in": list(whole.same_patients(name)),
        "origin": find(settings.source_path)[name].origin,
        "on disk": root.path if root else "",
        "needs": "" if root else needs(source, settings),
    }
    if as_json:
        report.print_json({**shown, "declaration": declaration(source)})
        return
    report.print_facts(shown)
    report.say()
    report.print_facts(declaration(source))


@app.command(epilog="Example: gmai-data new my-source --from /data/my-source")
def new(
    name: Annotated[str, typer.Argument(help="Name of the new source, in kebab-case.")],
    like: Annotated[str, typer.Option(metavar="NAME", help="The source to start from.")] = "",
    folder: Annotated[
        str, typer.Option("--from", metavar="DIR", help="A copy of the data to look at.")
    ] = "",
    into: Annotated[
        str, typer.Option(metavar="DIR", help="Folder to write to; default: this repository.")
    ] = "",
    source_path: SourcePath = None,
) -> None:
    """Write a new source: as one that is like it, or as its data suggests.

    The declaration comes with a maker of fake data and a test.
    """
    from gmai_data import report
    from gmai_data.errors import UsageError
    from gmai_data.scaffold import scaffold, scaffold_from

    if bool(like) == bool(folder):
        raise UsageError("Say what to start from: --like NAME, or --from DIR.")
    if like:
        written, steps = scaffold(name, like, into, tuple(source_path or ()))
    else:
        written, steps, draft = scaffold_from(name, folder, into, tuple(source_path or ()))
        for title, lines in (
            ("Found", draft.found), ("Guessed", draft.guessed), ("Not told", draft.unsure),
        ):  # fmt: skip
            for line in lines:
                report.say(f"{title}: {line}")
    for path in written:
        report.say(f"wrote {path}")
    report.say("\nNext:")
    for number, step in enumerate(steps, 1):
        report.say(f"  {number}. {step}")


app.command(epilog="Example: gmai-data check kits23 --data /data")(check)


@app.command(epilog="Example: gmai-data plan --sources all --data /data")
def plan(
    sources: Sources = None,
    data: Data = None,
    out: Out = None,
    config: ConfigFile = "",
    source_path: SourcePath = None,
    languages: Languages = None,
    limit: Limit = None,
    model: Model = None,
    base_url: BaseUrl = None,
    prompts: Prompts = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Estimate a build: cases, samples, disk, money."""
    from gmai_data import report
    from gmai_data.arrow import to_row
    from gmai_data.output import summary
    from gmai_data.plan import plan as estimate
    from gmai_data.progress import progress

    settings = settings_of(
        config, sources=names_in(sources), data=data, out=out, source_path=several(source_path),
        languages=names_in(languages), limit=limit, model=model, base_url=base_url,
        prompts=prompts,
    )  # fmt: skip
    with progress(quiet) as told:
        found = estimate(settings, told)
    if as_json:
        report.print_json(to_row(found))
    else:
        summary.print_plan(found, settings)
    summary.warn_broken(found.broken)
    raise typer.Exit(0 if found.fits else 1)


@app.command(epilog="Example: gmai-data build --sources all --out demo-out")
def build(
    sources: Sources = None,
    data: Data = None,
    out: Out = None,
    config: ConfigFile = "",
    source_path: SourcePath = None,
    languages: Languages = None,
    limit: Limit = None,
    workers: Workers = None,
    scheduler: Scheduler = None,
    model: Model = None,
    base_url: BaseUrl = None,
    max_usd: MaxUsd = None,
    cache: Cache = None,
    batch: Batch = None,
    batch_files: BatchFiles = None,
    max_rejected: MaxRejected = None,
    locked: Annotated[
        bool | None, typer.Option("--locked", help="Refuse to change a lock.", show_default=False)
    ] = None,
    update: Annotated[
        bool | None,
        typer.Option("--update", help="Remake what another configuration made in OUT."),
    ] = None,
    store: Store = None,
    prompts: Prompts = None,
    duplicates: Duplicates = None,
    seed: Seed = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Build sources into shards, a manifest and locks.

    Run it again to update them: what did not change is kept. Of all sources, one that cannot be
    built costs itself alone: the others are built, and the exit code is 1.
    """
    from gmai_data import report
    from gmai_data.build import build as build_all
    from gmai_data.output import summary
    from gmai_data.progress import progress

    settings = settings_of(
        config, sources=names_in(sources), data=data, out=out, source_path=several(source_path),
        languages=names_in(languages), limit=limit, workers=workers, scheduler=scheduler,
        model=model, base_url=base_url, max_usd=max_usd, cache=cache, batch=batch,
        batch_files=batch_files, max_rejected=max_rejected, locked=locked, update=update,
        store=store, prompts=prompts, seed=seed, duplicates=duplicates,
    )  # fmt: skip
    with progress(quiet) as told:
        result = build_all(settings, told)
    if as_json:
        report.print_json(summary.as_json(result, settings))
    else:
        summary.print_build(result, settings)
    raise typer.Exit(1 if summary.warn_broken(result.broken) else 0)


@app.command(epilog="Example: gmai-data status demo-out")
def status(
    out: Annotated[str, typer.Argument(help="An output folder.")],
    store: Store = None,
    cache: Cache = None,
    as_json: Json = False,
) -> None:
    """Say what an output folder holds, finished or not."""
    from gmai_data import report
    from gmai_data.arrow import to_row
    from gmai_data.output import summary
    from gmai_data.status import status as look

    found = look(out, store or "", cache or "")
    if as_json:
        report.print_json(to_row(found))
    else:
        summary.print_status(found)


app.command(epilog="Example: gmai-data verify demo-out --rebuild 1% --data /data")(verify)


app.command(epilog="Example: gmai-data clean demo-out --dry-run")(clean)


@app.command(epilog="Example: gmai-data view demo-out --contact-sheet sheet.png")
def view(
    out: Annotated[str, typer.Argument(help="An output folder.")],
    page: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="The page; default OUT/view.html, of a URL view.html."),
    ] = None,
    contact_sheet: Annotated[
        str, typer.Option(metavar="FILE", help="Write all pictures as one PNG, too.")
    ] = "",
    per_modality: Annotated[int, typer.Option(min=1, metavar="N", help="Pictures of each.")] = 8,
    store: Store = None,
) -> None:
    """Write one page of pictures, labels and texts, by modality."""
    from gmai_data.places import is_url
    from gmai_data.view import PAGE, pictures_of, write_view

    page = page or (PAGE if is_url(out) else os.path.join(out, PAGE))
    write_view(pictures_of(out, per_modality, store or ""), page, contact_sheet)
    typer.echo("\n".join(filter(None, (page, contact_sheet))))


app.command(epilog="Example: gmai-data diff manifests/sources demo-out --format markdown")(diff)


app.command(epilog="Example: gmai-data mix demo-out --recipe stage1 --out stage1")(mix)
app.command(epilog="Example: gmai-data export stage1 --format swift --out stage1-swift")(export)


app.command(
    epilog="Example: gmai-data ablate --sources busi --data /data --model my-model --limit 20"
)(ablate)
app.command(epilog="Example: gmai-data judge demo-out --model my-judge --limit 30")(judge)
