"""Which sources are known, which of them are on disk, and what the others need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from gmai_data.config import Config
from gmai_data.declare import Records, Source, Table, Term, spaces_of
from gmai_data.errors import DeclarationError
from gmai_data.find import find, locate, look_again, refuse_places

if TYPE_CHECKING:
    from gmai_data.roots import Root

SHOWN: Final = 3  # modalities of a source in a listing


@dataclass(frozen=True, slots=True)
class Known:
    """One source as the listing shows it; ``source`` is ``None`` when it cannot be loaded."""

    name: str
    origin: str
    source: Source | None
    root: Root | None
    error: str = ""


def known(config: Config) -> list[Known]:
    """Every known source in name order, loaded and looked for on disk."""
    look_again()
    refuse_places(config)
    listed = []
    for name, found in find(config.source_path).items():
        try:
            source = found.load()
        except DeclarationError as error:
            listed.append(Known(name, found.origin, None, None, str(error)))
        else:
            listed.append(Known(name, found.origin, source, locate(source, config)))
    return listed


def listed_row(entry: Known, config: Config) -> tuple[str, ...]:
    """Name, state, modality, verified, licence and where, of a source that can be loaded.

    The state is ``on disk``, ``bundled`` (in an installed package), or what it takes to get it:
    ``download``, ``register`` or ``agreement``; then ``where`` is its page and the folder that is
    looked in.
    """
    source = entry.source
    assert source is not None
    if entry.root is not None:
        state, where = "bundled" if source.package else "on disk", entry.root.path
    elif source.package:
        state, where = "bundled", f"in the package {source.package.split('/', maxsplit=1)[0]}"
    else:
        state = {"open": "download", "registration": "register", "agreement": "agreement"}[
            source.access
        ]
        where = f"{source.homepage} -> {folder(source, config)}"
    several = modality(source).split(", ")
    more = f" and {len(several) - SHOWN} more" if len(several) > SHOWN else ""
    images = ", ".join(several[:SHOWN]) + more
    return (source.name, state, images, source.verified, source.license, where)


def needs(source: Source, config: Config) -> str:
    """What somebody has to do before the source can be built, in one line."""
    if source.package:
        if config.data:
            return f"bundled; ask for it by name, or put a copy at {folder(source, config)}"
        top = source.package.split("/", maxsplit=1)[0]
        return f"the package {top}: pip install 'gmai-data[demo]'"
    step = {
        "open": "download from",
        "registration": "register and download at",
        "agreement": "sign the agreement and download at",
    }[source.access]
    return f"{step} {source.homepage}, into {folder(source, config)}"


def folder(source: Source, config: Config) -> str:
    """Where a source's files are looked for under the data root."""
    return f"{config.data.rstrip('/') or 'DATA'}/{source.name}/"


def facts(source: Source) -> dict[str, Any]:
    """The declared facts of a source by name, as `show` prints and ``--json`` writes them."""
    rights = {True: "yes", False: "no", None: "not known"}
    return {
        "name": source.name,
        "title": source.title,
        "version": source.version,
        "homepage": source.homepage,
        "license": source.license,
        "access": source.access,
        "redistribution": rights[source.redistribution],
        "commercial use": rights[source.commercial],
        "derivatives": rights[source.derivatives],
        "send to an API": rights[source.send_to_api],
        "identity": source.identity,
        "benchmark splits": list(source.benchmark),
        "derived from": list(source.derived_from),
        "subject ids of": ", ".join(spaces_of(source)) if source.subject_space else "",
        "modality": seen(source.modality),
        "sequence": source.sequence,
        "anatomy": list(source.anatomy),
        "department": seen(source.department),
        "language": source.language,
        "package": source.package,
        "verified": source.verified,
        "evidence": list(source.evidence),
        "cite": source.cite,
    }


def modality(source: Source) -> str:
    """What a listing says: the modalities, ``text`` without images, ``mixed`` where it varies."""
    if source.modality:
        return seen(source.modality)
    shapes = [layout.cases for layout in (*source.parts, *source.layouts)]
    images = any(
        shape is not None and (not isinstance(shape, Table | Records) or shape.image is not None)
        for shape in (source.cases, *shapes)
    )
    return "mixed" if images else "text"


def modalities_of(source: Source) -> tuple[str, ...]:
    """The modalities a source may give, those of its parts and layouts too."""
    layouts = (*source.parts, *source.layouts)
    given = (source.modality, *(layout.modality for layout in layouts))
    return tuple(sorted({name for value in given if value for name in seen(value).split(", ")}))


def seen(value: str | Term) -> str:
    """A modality or department: itself, or the values that its column may give."""
    if isinstance(value, str):
        return value
    names = value.names.values() if hasattr(value.names, "values") else value.names
    return ", ".join(sorted({name for name in names if name}))
