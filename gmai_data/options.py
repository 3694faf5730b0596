"""The options that commands share, by the name of the setting they stand for."""

from __future__ import annotations

from typing import Annotated

import typer

from gmai_data.config import Config

ConfigFile = Annotated[str, typer.Option("--config", metavar="FILE", help="YAML configuration.")]
Data = Annotated[
    str | None,
    typer.Option(metavar="DIR", help="Data root: one folder per source; path or URL (s3://…)."),
]
SourcePath = Annotated[
    list[str] | None,
    typer.Option("--source-path", metavar="DIR", help="Folder with more source files; repeatable."),
]
Out = Annotated[
    str | None,
    typer.Option(metavar="DIR", help="Output, path or URL (s3://…); default gmai-data-out."),
]
Sources = Annotated[
    str | None, typer.Option(metavar="NAMES", help="Names with commas between; default all.")
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON for scripts.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")]
Limit = Annotated[
    int | None, typer.Option(metavar="N", help="Cases per source: the N with smallest key hash.")
]
Languages = Annotated[str | None, typer.Option(metavar="LIST", help="en, zh, or en,zh.")]
Workers = Annotated[
    int | None, typer.Option(metavar="N", help="Processes; 0 = as many as cores, 1 = this one.")
]
Scheduler = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="A running Dask scheduler, tcp://host:8786.")
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Who writes the text: offline (no key, no cost), or a model."
    ),
]
BaseUrl = Annotated[
    str | None, typer.Option(metavar="URL", help="OpenAI-compatible endpoint; default OpenAI's.")
]
Cache = Annotated[
    str | None,
    typer.Option(metavar="DIR", help="Folder of the models' answers, on local disk."),
]
MaxUsd = Annotated[str | None, typer.Option(metavar="X", help="Most that a model may cost.")]
MaxRejected = Annotated[
    float | None,
    typer.Option(metavar="SHARE", help="Broken cases allowed per source; 0.01 is 1 %, at least 3."),
]
Store = Annotated[
    str | None, typer.Option(metavar="DIR", help="Folder of intermediate chunks; default OUT/work.")
]
Prompts = Annotated[
    str | None,
    typer.Option(metavar="DIR", help="Folder of prompts to use instead of those that ship."),
]
Seed = Annotated[int | None, typer.Option(metavar="N", help="Of splits that no source declares.")]
Duplicates = Annotated[
    str | None,
    typer.Option(
        metavar="WHAT", help="Identical pictures of sources that share images: keep, or drop."
    ),
]
Batch = Annotated[
    bool | None,
    typer.Option("--batch", help="Ask by the Batch API: cheaper, up to a day.", show_default=False),
]
BatchFiles = Annotated[
    str | None,
    typer.Option(metavar="DIR", help="Ask by files in DIR, for `vllm run-batch`."),
]


def settings_of(path: str, **options: object) -> Config:
    """The configuration of a file, if there is one, with the options that were given over it."""
    from gmai_data.config_file import checked, read_config, with_options

    return checked(with_options(read_config(path) if path else Config(), **options))


def several(values: list[str] | None) -> tuple[str, ...] | None:
    """The values of a repeatable option; ``None`` where it was not given."""
    return tuple(values) if values else None


def names_in(text: str | None) -> tuple[str, ...] | None:
    """``a,b`` as two names; ``None`` where the option was not given."""
    return None if text is None else tuple(n.strip() for n in text.split(",") if n.strip())
