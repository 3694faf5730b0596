"""The commands that turn a build into what a trainer reads: `mix` and `export`."""

from __future__ import annotations

from typing import Annotated

import typer

from gmai_data.options import Json, Quiet


def mix(
    build: Annotated[str, typer.Argument(metavar="OUT", help="A finished build.")],
    recipe: Annotated[
        str,
        typer.Option(metavar="FILE", help="TOML file, or a recipe that ships: stage1 to stage3."),
    ],
    out: Annotated[str, typer.Option(metavar="DIR", help="Folder of the mix.")],
    workers: Annotated[
        int, typer.Option(min=0, metavar="N", help="Shards at a time; 0 = as many as cores.")
    ] = 0,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Draw shuffled, evenly sized shards from a build.

    The recipe says how much of each source and subset. The same recipe and build give the same
    bytes.
    """
    from gmai_data import report
    from gmai_data.mix import mix as draw
    from gmai_data.output import drawn
    from gmai_data.progress import progress

    with progress(quiet) as told:
        found = draw(build, recipe, out, workers=workers, progress=told)
    if as_json:
        report.print_json(drawn.mix_json(found))
    else:
        drawn.print_mix(found)


def export(
    build: Annotated[str, typer.Argument(metavar="OUT", help="A finished build, or a mix.")],
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORM",
            help="llava, internvl, qwen-vl, qwen2-vl, llamafactory, swift, hf or energon.",
        ),
    ],
    out: Annotated[str, typer.Option(metavar="DIR", help="Folder of the export.")],
    splits: Annotated[
        str | None, typer.Option(metavar="NAMES", help="train, val, test; default all there are.")
    ] = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Write a build or a mix as a trainer reads it.

    Boxes are written in the trainer's own convention. Each split has its own files.
    """
    from gmai_data import report
    from gmai_data.export import export as write
    from gmai_data.output import drawn
    from gmai_data.progress import progress

    with progress(quiet) as told:
        found = write(build, form, out, splits=_names(splits), progress=told)
    if as_json:
        report.print_json(drawn.export_json(found))
    else:
        drawn.print_export(found)


def _names(text: str | None) -> tuple[str, ...]:
    return tuple(n.strip() for n in (text or "").split(",") if n.strip())
