"""Which sources share images, and which share patients: all declarations as one graph.

An arrow of ``derived_from`` leads from a source to one whose images it holds: wholly, in part, or
changed. ``subject_space`` says that the ids which ``subject=`` gives are those of another source,
so that one text is one patient in both. Names that nobody declares (yet) stand in
``upstream.tsv`` with their title.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from gmai_data.declare import Source, spaces_of
from gmai_data.errors import DeclarationError
from gmai_data.find import find, load_all


@dataclass(frozen=True, slots=True)
class Graph:
    """The sources that are known, and what each says that it is derived from."""

    origins: Mapping[str, tuple[str, ...]]
    spaces: Mapping[str, tuple[str, ...]]  # whose ids its subjects have: often its own name alone

    def ancestors(self, name: str) -> tuple[str, ...]:
        """Everything that a source is made from, nearest first; of equal distance by name."""
        return _walk(self.origins, name)

    def descendants(self, name: str) -> tuple[str, ...]:
        """Every source that is made from this one, nearest first."""
        made: dict[str, list[str]] = {}
        for child in sorted(self.origins):
            for parent in self.origins[child]:
                made.setdefault(parent, []).append(child)
        return _walk(made, name)

    def same_patients(self, name: str) -> tuple[str, ...]:
        """Other sources some of whose subject ids are of a space that this one has, by name."""
        mine = set(self.spaces.get(name, (name,)))
        return tuple(sorted(n for n, s in self.spaces.items() if mine & set(s) and n != name))

    def rank(self, name: str) -> tuple[int, str]:
        """Sorts what is original before what is made from it, however many sources are known.

        What a source is made from is a true part of what its descendants are made from.
        """
        return len(self.ancestors(name)), name

    def families(self, names: Iterable[str]) -> list[tuple[str, ...]]:
        """Groups of two and more of these sources that may hold the same image, originals first.

        Two sources may, when one is made from the other, or both from a third; also a group that
        hangs together by a source in its middle is one.
        """
        made_of = {name: {name, *self.ancestors(name)} for name in names}
        return [tuple(sorted(group, key=self.rank)) for group in _connected(made_of)]

    def spaces_of(self, names: Iterable[str]) -> list[tuple[str, ...]]:
        """Groups of two and more of these sources whose subjects have ids of one space.

        One with ids of several spaces holds their groups together.
        """
        return [
            tuple(sorted(group))
            for group in _connected({name: set(self.spaces.get(name, (name,))) for name in names})
        ]


def _connected(holds: Mapping[str, set[str]]) -> list[set[str]]:
    """Groups of two and more names that hold a thing in common, also by way of others."""
    group = {name: {name} for name in sorted(holds)}
    for a, b in itertools.combinations(group, 2):
        if holds[a] & holds[b] and group[a] is not group[b]:
            group[a] |= group[b]
            for name in group[b]:
                group[name] = group[a]
    whole = {min(members): members for members in group.values() if len(members) > 1}
    return [whole[first] for first in sorted(whole)]


def _walk(arrows: Mapping[str, Sequence[str]], name: str) -> tuple[str, ...]:
    """Everything the arrows lead to, by levels, a name once; an arrow back is not followed."""
    found: dict[str, None] = {}
    level = [name]
    while level:
        following = sorted({to for one in level for to in arrows.get(one, ())})
        level = [to for to in following if to not in found and to != name]
        found |= dict.fromkeys(level)
    return tuple(found)


def graph(sources: Mapping[str, Source]) -> Graph:
    """The graph of these sources."""
    return Graph(
        {name: source.derived_from for name, source in sources.items()},
        {name: spaces_of(source) for name, source in sources.items()},
    )


def graph_of(names: Iterable[str], source_path: Sequence[str] = ()) -> Graph:
    """The graph of some sources and of everything they are made from; no other is loaded.

    One that cannot be loaded has no arrows: who builds it is told why.
    """
    known = find(source_path)
    found: dict[str, Source] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in known and name not in found:
            with contextlib.suppress(DeclarationError):
                found[name] = known[name].load()
                waiting += found[name].derived_from
    return graph(found)


def whole_graph(source_path: Sequence[str] = ()) -> Graph:
    """The graph of every source that can be loaded."""
    return graph(load_all(source_path)[0])


@functools.cache
def upstream() -> Mapping[str, str]:
    """Collections that sources are made from and that no file declares: name -> title."""
    text = (resources.files("gmai_data") / "upstream.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:] if line.strip()]
    return {name: title for name, title in rows}


def titled(name: str) -> str:
    """A name as it stands, with the title of a collection that no file declares."""
    return f"{name} ({upstream()[name]})" if name in upstream() else name


def faults(source: Source, known: Iterable[str]) -> list[str]:
    """A sentence per name that a declaration refers to and nobody knows."""
    names = {*known, *upstream()}
    given = dict.fromkeys((*source.derived_from, *spaces_of(source)))
    return [
        f"{source.name}: {name!r} (derived_from= or subject_space=) is no source. Correct it, or "
        "add a line with its title to gmai_data/upstream.tsv."
        for name in given
        if name not in names and name != source.name
    ] + [
        f"{source.name} is derived from itself. Take it out of derived_from=."
        for name in source.derived_from
        if name == source.name
    ]


def cycles(whole: Graph) -> list[str]:
    """A sentence per source that is, by way of others, made from itself."""
    back = [n for n in whole.origins if any(n in whole.origins.get(a, ())
                                            for a in (n, *whole.ancestors(n)))]  # fmt: skip
    return [
        f"{name} is made from itself by way of {', '.join(whole.ancestors(name))}: take one arrow "
        "of derived_from= away."
        for name in sorted(back)
    ]


def sentence(whole: Graph, names: Iterable[str], most: int = 5) -> str:
    """Which of these sources share images, in one sentence; "" when none do.

    Args:
        whole: the graph.
        names: sources of a build.
        most: origins that are named, and sources of each; those that are in the most sources.
    """
    chosen = set(names)
    holders: dict[str, list[str]] = {}
    for name in sorted(chosen):
        for origin in whole.ancestors(name):
            holders.setdefault(origin, []).append(name)
    shared = {o: some for o, some in holders.items() if len(some) + (o in chosen) > 1}
    if not shared:
        return ""
    parts = []
    for origin, some in sorted(shared.items(), key=lambda item: (-len(item[1]), item[0]))[:most]:
        more = f" and {len(some) - most} more" if len(some) > most else ""
        parts.append(f"those of {origin} are in {', '.join(some[:most])}{more}")
    more = f"; and so on for {len(shared) - most} more" if len(shared) > most else ""
    return (
        f"Sources share images, wholly or in part: {'; '.join(parts)}{more}. `gmai-data show NAME` "
        "tells of each; --duplicates drop keeps identical pictures once."
    )
