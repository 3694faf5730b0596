"""Which sources a build is of: those asked for, as far as they are on disk, and what they need."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gmai_data.errors import DeclarationError, SourceNotFoundError, UsageError
from gmai_data.output.lock import read_locks
from gmai_data.work.settle import Work

if TYPE_CHECKING:
    from gmai_data.config import Config
    from gmai_data.declare import Source
    from gmai_data.roots import Root


@dataclass(frozen=True, slots=True)
class Selected:
    """What was asked for, sorted by what can be done about it."""

    works: list[Work]  # on disk
    missing: tuple[str, ...]  # known, and not on disk
    broken: Mapping[str, str]  # cannot be loaded: the sentence that says why
    notes: tuple[str, ...] = ()  # what they have to do with each other


def select(config: Config, *, together: bool = True) -> Selected:
    """The chosen sources, as far as they are on disk.

    Of all sources, one that cannot be loaded costs itself alone; asked for by name it is an error.

    With ``together``, a source in OUT that must be judged with a chosen one is chosen, too.

    Raises:
        SourceNotFoundError: a source named by the user is unknown or not on disk.
        DeclarationError: a source named by the user cannot be loaded.
        UsageError: none of all known sources is on disk.
    """
    from gmai_data.find import load, load_all, locate, look_again
    from gmai_data.graph import graph_of, sentence

    look_again()
    chosen: dict[str, Source]
    broken: dict[str, str] = {}
    everything = "all" in config.sources
    if everything:
        chosen, broken = load_all(config.source_path)
    else:
        chosen = {name: load(name, config.source_path) for name in config.sources}
    notes = _bound(chosen, config) if together else []
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
    names = [work.name for work in works]
    if config.duplicates == "keep" and len(names) > 1:
        notes.append(sentence(graph_of(names, config.source_path), names))
    return Selected(works, tuple(missing), broken, tuple(filter(None, notes)))


def _bound(chosen: dict[str, Source], config: Config) -> list[str]:
    """Add to the chosen sources those in OUT that share patients with them, or dropped images.

    What becomes of a source depends on the others of its group: one of them alone would be left as
    it was, in contradiction to the rest. Returns a sentence for each that was added.
    """
    from gmai_data.find import find, load
    from gmai_data.graph import graph_of

    known = find(config.source_path)
    there = [n for n in read_locks(os.path.join(config.out, "locks")) if n not in chosen]
    there = [name for name in there if name in known]
    if not there or not chosen:
        return []
    whole = graph_of([*chosen, *there], config.source_path)
    names = [*chosen, *there]
    groups = [("patients", group) for group in whole.spaces_of(names)]
    if config.duplicates == "drop":
        groups += [("images", group) for group in whole.families(names)]
    notes = []
    for what, group in groups:
        mine = [name for name in group if name in chosen]
        for name in group if mine else ():
            if name not in chosen:
                chosen[name] = load(name, config.source_path)
                notes.append(f"{name} is built again, too: it shares {what} with {mine[0]}.")
    return notes


def _others(source: Source, chosen: dict[str, Source], config: Config) -> list[Root]:
    """The roots of the sources that this one refers to."""
    from gmai_data.find import load, locate

    found = []
    for name in source.derived_from:
        try:
            other = chosen.get(name) or load(name, config.source_path)
        except (SourceNotFoundError, DeclarationError):
            continue  # named for the record, or broken: who needs its files will say so
        root = locate(other, config)
        if root is not None:
            found.append(root)
    return found
