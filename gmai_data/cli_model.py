"""The commands that measure a model: `ablate` and `judge`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from gmai_data.options import (
    BaseUrl,
    Cache,
    ConfigFile,
    Data,
    Json,
    Languages,
    Limit,
    MaxUsd,
    Model,
    Prompts,
    Quiet,
    SourcePath,
    Sources,
    Store,
    Workers,
    names_in,
    settings_of,
    several,
)

if TYPE_CHECKING:
    from gmai_data.model.replies import Estimate

DryRun = Annotated[bool, typer.Option("--dry-run", help="Print what it would cost, send nothing.")]


def ablate(
    sources: Sources = None,
    data: Data = None,
    config: ConfigFile = "",
    source_path: SourcePath = None,
    languages: Languages = None,
    limit: Limit = None,
    workers: Workers = None,
    model: Model = None,
    base_url: BaseUrl = None,
    max_usd: MaxUsd = None,
    cache: Cache = None,
    store: Store = None,
    prompts: Prompts = None,
    dry_run: DryRun = False,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Measure what annotations in the prompt are worth.

    The same pictures and questions with and without them: how many texts say what is annotated, and
    how many say what is not.
    """
    from gmai_data import report
    from gmai_data.ablate import ablate as measure
    from gmai_data.ablate import print_ablation
    from gmai_data.progress import progress

    settings = settings_of(
        config, sources=names_in(sources), data=data, source_path=several(source_path),
        languages=names_in(languages), limit=limit, workers=workers, model=model,
        base_url=base_url, max_usd=max_usd, cache=cache, store=store, prompts=prompts,
    )  # fmt: skip
    with progress(quiet) as told:
        found = measure(settings, told, _before(dry_run))
    if as_json:
        report.print_json(found.as_json())
    elif not dry_run:
        print_ablation(found)


def judge(
    out: Annotated[str, typer.Argument(metavar="OUT", help="A finished build.")],
    texts: Annotated[
        int, typer.Option("--limit", min=1, metavar="N", help="Texts of each source.")
    ] = 30,
    sources: Sources = None,
    config: ConfigFile = "",
    source_path: SourcePath = None,
    model: Model = None,
    base_url: BaseUrl = None,
    max_usd: MaxUsd = None,
    cache: Cache = None,
    prompts: Prompts = None,
    dry_run: DryRun = False,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Have another model score texts of a build.

    By the rubric of GMAI-VL: 1 is best, 5 worst, a source passes with a mean of at most 3.
    """
    from gmai_data import report
    from gmai_data.judge import judge as score
    from gmai_data.judge import print_judgement
    from gmai_data.progress import progress

    settings = settings_of(
        config, sources=names_in(sources), source_path=several(source_path), model=model,
        base_url=base_url, max_usd=max_usd, cache=cache, prompts=prompts,
    )  # fmt: skip
    with progress(quiet) as told:
        found = score(out, settings, texts, told, _before(dry_run))
    if as_json:
        report.print_json(found.as_json())
    elif not dry_run:
        print_judgement(found)


def _before(dry_run: bool) -> Callable[[Estimate], bool]:
    """Print the estimate; go on unless it is all that was asked for."""

    def told(estimate: Estimate) -> bool:
        sys.stderr.write(f"{estimate}\n")
        return not dry_run

    return told
