"""Which sources a build is of: those asked for, as far as they are on disk, and what they need."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gmai_data.errors import (
    CheckFailedError,
    DeclarationError,
    SourceNotFoundError,
    UsageError,
)
from gmai_data.output.lock import read_locks
from gmai_data.work.publish import interrupted
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
    broken: Mapping[str, str]  # cannot be loaded or built: the sentence that says why
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
    from gmai_data.find import find, load, load_all, locate, look_again, refuse_places
    from gmai_data.graph import graph_of, sentence
    from gmai_data.unclaimed import told, unclaimed

    look_again()
    refuse_places(config)
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
        meant = unclaimed(config, find(config.source_path))
        there = "".join(f" There is {at}: is it {n}?" for at, n in meant.items() if n in missing)
        raise SourceNotFoundError(
            f"Not on disk: {', '.join(missing)}. Each is looked for under its name in {where}; "
            f"`gmai-data show NAME` says where to get it.{there}"
        )
    passed_by = told(config, find(config.source_path)) if everything else ""
    if not works:
        raise UsageError(
            "No source was found on disk. Give --data DIR with one folder per source; "
            "`gmai-data sources` lists the names."
            + "".join(f"\n{why}" for why in (passed_by, *broken.values()) if why)
        )
    notes.append(passed_by)
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

    known = find(config.source_path)
    there = [n for n in read_locks(os.path.join(config.out, "locks")) if n not in chosen]
    there = [name for name in there if name in known]
    if not there or not chosen:
        return []
    notes = []
    for what, group in _groups([*chosen, *there], config):
        mine = [name for name in group if name in chosen]
        for name in group if mine else ():
            if name not in chosen:
                chosen[name] = load(name, config.source_path)
                notes.append(f"{name} is built again, too: it shares {what} with {mine[0]}.")
    return notes


def _groups(names: Sequence[str], config: Config) -> list[tuple[str, tuple[str, ...]]]:
    """Sources that must be judged together, and what they share."""
    from gmai_data.graph import graph_of

    whole = graph_of(names, config.source_path)
    groups = [("patients", group) for group in whole.spaces_of(names)]
    if config.duplicates == "drop":
        groups += [("images", group) for group in whole.families(names)]
    return groups


def without(chosen: Selected, failed: Mapping[str, str], config: Config) -> Selected:
    """The rest, where some of all sources turned out not to be usable: they cost themselves alone.

    Raises:
        CheckFailedError: nothing is left, or a source that failed stands in OUT and others cannot
            be built without it.
    """
    left = [work for work in chosen.works if work.name not in failed]
    why = "\n".join(failed.values())
    if not left:
        raise CheckFailedError(f"None of the sources that are on disk can be built.\n{why}")
    half = sorted(failed.keys() & set(interrupted(config.out)))
    if half:
        raise CheckFailedError(
            f"A build stopped while it wrote the shards of {', '.join(half)}, and now it cannot be "
            f"built. Nothing was published.\n{why}"
        )
    there = failed.keys() & read_locks(os.path.join(config.out, "locks")).keys()
    for what, group in _groups([*there, *(work.name for work in left)], config):
        mine, others = sorted(there & set(group)), [n for n in group if n not in there]
        if mine and others:
            raise CheckFailedError(
                f"{mine[0]} is in {config.out}, shares {what} with {others[0]}, and cannot be "
                "built now: nothing was published, so that the two stay apart. Correct it, or "
                f"take it out with `gmai-data clean {config.out} --remove {mine[0]}`.\n{why}"
            )
    return replace(chosen, works=left, broken={**chosen.broken, **failed})


def _others(source: Source, chosen: dict[str, Source], config: Config) -> list[Root]:
    """The roots of the sources that this one refers to."""
    from gmai_data.declare import referred
    from gmai_data.find import load, locate

    found = []
    for name in referred(source):
        try:
            other = chosen.get(name) or load(name, config.source_path)
        except (SourceNotFoundError, DeclarationError):
            continue  # named for the record, or broken: who needs its files will say so
        root = locate(other, config)
        if root is not None:
            found.append(root)
    return found
