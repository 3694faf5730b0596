"""The files a scan may see: listings of the roots, archive members and container keys, by template.

Everything is answered from listings made once; a template is matched over them once, as columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from gmai_data.errors import DeclarationError, UsageError
from gmai_data.grammar.template import Template, ambiguous, compile_template, values_of
from gmai_data.grammar.tokens import Format
from gmai_data.listing import Listing, list_root
from gmai_data.roots import KEYED, Root, is_archive, list_members, local_path

Choose = Callable[[Template, str], Sequence[tuple[str, ...]]]
CONTAINERS = (".npy", *KEYED)
AT_ONCE: Final = 1 << 16  # paths of a listing that are Python objects while they are sieved


@dataclass(frozen=True, slots=True)
class Matches:
    """Files that a template matches: a row per file, a column per capture, sorted by path."""

    template: Template
    paths: list[str]
    columns: dict[str, list[str]]

    def __len__(self) -> int:
        return len(self.paths)


@dataclass(slots=True)
class Disk:
    """Listings of one source and of those it refers to, filled as they are asked for."""

    roots: Mapping[str, Root]
    source: str
    listing: Listing
    notes: list[str] = field(default_factory=list)
    _listings: dict[str, Listing] = field(default_factory=dict)
    _members: dict[tuple[str, str], list[tuple[str, int]]] = field(default_factory=dict)
    _known: dict[str, dict[str, int]] = field(default_factory=dict)
    _folded: dict[str, dict[str, str]] = field(default_factory=dict)

    def of(self, owner: str) -> Listing:
        """The listing of a source's root. Raises UsageError where it is not on disk."""
        if owner == self.source:
            return self.listing
        if owner not in self._listings:
            if owner not in self.roots:
                raise UsageError(
                    f"{self.source} refers to files of {owner}, which is not on disk: put them "
                    f"under DATA/{owner}/ or name their folder in the configuration file."
                )
            self._listings[owner] = list_root(self.roots[owner])
        return self._listings[owner]

    def sizes(self, owner: str) -> dict[str, int]:
        """Bytes of each file of a root, by relative path; members that were listed included."""
        if owner not in self._known:
            listing = self.of(owner)
            pairs = zip(listing.paths.to_pylist(), listing.sizes.to_pylist(), strict=True)
            self._known[owner] = dict(pairs)
        return self._known[owner]

    def members(self, owner: str, archive: str) -> list[str]:
        """Paths ``archive!member`` of an archive, or of the keys of an npz file."""
        key = (owner, archive)
        if key not in self._members:
            named = _members(self.roots, owner, archive)
            self._members[key] = [(f"{archive}!{name}", size) for name, size in named]
            self.sizes(owner).update(self._members[key])
            self._folded.pop(owner, None)
        return [path for path, _ in self._members[key]]

    def size(self, path: str) -> int:
        """Bytes of a file by its path as cases write it; 0 where the listing does not say."""
        owner, relative = owner_of(path, self.source)
        return self.sizes(owner).get(relative, 0)

    def folder(self, owner: str, text: str, known: Mapping[str, Format] | None) -> str:
        """The shallowest folder of another source in which a template matches, "" or "a/b/"."""
        template = compile_template(split_container(text)[0], known)
        best: str | None = None
        for path in filtered(self.of(owner).paths, template, anywhere=True):
            at = 0
            while best is None or at < len(best):
                if template.regex.fullmatch(path, at):
                    best = path[:at]
                    break
                at = path.find("/", at) + 1
                if at == 0:
                    break
            if best == "":
                break
        return best or ""

    def exact(self, owner: str, path: str) -> str | None:
        """The path as it stands on disk, letter case of the suffix aside; None if not there."""
        known = self.sizes(owner)
        if path in known:
            return path
        if owner not in self._folded:
            self._folded[owner] = {_fold(p): p for p in known}
        return self._folded[owner].get(_fold(path))


def _fold(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    stem, dot, suffix = name.partition(".")
    return f"{folder}{slash}{stem}{dot}{suffix.lower()}"


def owner_of(path: str, source: str) -> tuple[str, str]:
    """Source and relative path of ``<other>/a.png``; of a plain path, ``source`` and itself."""
    if not path.startswith("<"):
        return source, path
    owner, _, relative = path[1:].partition(">")
    return owner, relative.removeprefix("/")


def qualified(path: str, owner: str, source: str) -> str:
    """The path as a case of ``source`` writes it."""
    return path if owner == source else f"<{owner}>/{path}"


def split_container(text: str) -> tuple[str, str, str]:
    """Container, kind ("archive", "keys" or "") and inner part of a template with ``!``."""
    outer, mark, inner = text.partition("!")
    if not mark:
        return text, "", ""
    if is_archive(outer):
        return outer, "archive", inner
    if outer.lower().endswith(CONTAINERS):
        return outer, "keys", inner
    return text, "", ""


def variants(text: str) -> list[str]:
    """Templates for the unpacked forms of ``x.zip!a``: its own folder, and in place."""
    outer, kind, inner = split_container(text)
    if kind != "archive":
        return []
    folder, slash, name = outer.rpartition("/")
    for suffix in (".tar.gz", ".tar.bz2", ".tar.xz", ".tgz", ".zip", ".tar"):
        name = name[: -len(suffix)] if name.lower().endswith(suffix) else name
    return [f"{folder}{slash}{name}/{inner}", f"{folder}{slash}{inner}"]


def find(
    disk: Disk,
    text: str,
    prefix: str = "",
    known: Mapping[str, Format] | None = None,
    choose: Choose | None = None,
) -> Matches:
    """All files that match a template under ``prefix``, packed or unpacked; unpacked wins.

    ``choose`` settles a path with several readings by what is known of the cases; without it
    such a path raises DeclarationError.
    """
    owner, text = owner_of(text, disk.source)
    text = literal(prefix if owner == disk.source else disk.folder(owner, text, known)) + text
    outer, kind, _ = split_container(text)
    main = compile_template(text, known)
    rows: dict[tuple[str, ...], None] = {}
    seen: set[str] = set()
    paths: list[str] = []
    values: list[tuple[str, ...]] = []
    for variant in variants(text):
        template = compile_template(variant, known)
        if set(template.fields) != set(main.fields):
            continue
        order = [template.fields.index(name) for name in main.fields]
        got, found = match_paths(template, filtered(disk.of(owner).paths, template), choose)
        for path, value in zip(got, found, strict=True):
            if path not in seen:
                seen.add(path)
                paths.append(path)
                values.append(tuple(value[i] for i in order))
    rows = dict.fromkeys(values)
    packed: list[str] = []
    if kind:
        container = compile_template(outer, known)
        files, _ = match_paths(container, filtered(disk.of(owner).paths, container), choose)
        for file in files:
            packed += disk.members(owner, file)
        got, found = match_paths(main, packed, choose)
    else:
        got, found = match_paths(main, filtered(disk.of(owner).paths, main), choose)
    hidden = 0
    for path, value in zip(got, found, strict=True):
        if rows and value in rows:
            hidden += 1
            continue
        paths.append(path)
        values.append(value)
    if hidden:
        disk.notes.append(f"{outer} is both packed and unpacked: the unpacked files are read.")
    order_by = sorted(range(len(paths)), key=paths.__getitem__) if kind else range(len(paths))
    names = main.fields
    columns = {name: [values[i][n] for i in order_by] for n, name in enumerate(names)}
    return Matches(main, [qualified(paths[i], owner, disk.source) for i in order_by], columns)


def literal(text: str) -> str:
    """Text as a template that stands for itself."""
    return text.replace("{", "{{").replace("}", "}}")


def sieve(paths: pa.Array, template: Template, *, anywhere: bool, loose: bool = False) -> Any:
    """Which paths have the template's literal end and, unless ``anywhere``, its start; None: all.

    A path that the template matches is among them; ``loose``, one in any letter case.
    """
    mask: Any = None
    if template.prefix and not anywhere:
        mask = pc.starts_with(paths, template.prefix, ignore_case=loose)
    if template.suffix:
        end = template.suffix[template.suffix.rfind(".") :] if "." in template.suffix else ""
        if end:
            ends = pc.ends_with(paths, end, ignore_case=True)
            mask = ends if mask is None else pc.and_(mask, ends)
    return mask


def filtered(paths: pa.Array, template: Template, *, anywhere: bool = False) -> Iterator[str]:
    """The paths of a `sieve`, of which a few are Python objects at once."""
    for start in range(0, len(paths), AT_ONCE):
        some = paths.slice(start, AT_ONCE)
        mask = sieve(some, template, anywhere=anywhere)
        yield from (some if mask is None else some.filter(mask)).to_pylist()


def match_paths(
    template: Template, paths: Iterable[str], choose: Choose | None = None
) -> tuple[list[str], list[tuple[str, ...]]]:
    """The paths a template matches with their values, in the order given."""
    fullmatch, lazy = template.regex.fullmatch, template.lazy
    formats = [template.formats[name] for name in template.fields]
    ints = [n for n, format in enumerate(formats) if format.kind == "int"]
    plain = lazy is None and not any("." in f.choices for f in formats)
    plain = plain and all(len(groups) == 1 for groups in template.groups)
    out: list[str] = []
    values: list[tuple[str, ...]] = []
    for path in paths:
        found = fullmatch(path)
        if found is None:
            continue
        if not plain:
            value = values_of(template, found)
        elif ints:
            cells = list(found.groups())
            for n in ints:
                cells[n] = str(int(cells[n]))
            value = tuple(cells)
        else:
            value = found.groups()
        if value is None:
            continue
        if lazy is not None:
            other = lazy.fullmatch(path)
            second = values_of(template, other) if other else value
            if second != value and second is not None:
                options = choose(template, path) if choose else ()
                if len(options) > 1 or choose is None:
                    one, two = (options[0], options[1]) if len(options) > 1 else (second, value)
                    raise ambiguous(template, path, one, two)
                if not options:
                    continue
                value = options[0]
        out.append(path)
        values.append(value)
    return out, values


def _members(roots: Mapping[str, Root], owner: str, file: str) -> list[tuple[str, int]]:
    lower = file.lower()
    if is_archive(lower):
        return [(n, s) for n, s in list_members(roots, owner, file) if not _junk(n)]
    from gmai_data.read.arrays import keys_of

    if not lower.endswith(KEYED):
        raise DeclarationError(f"{file} holds one array: leave out ! and what follows.")
    with local_path(roots, owner, file) as name:
        return keys_of(name, file)


def _junk(path: str) -> bool:
    from gmai_data.listing import is_junk

    return any(is_junk(name) for name in path.split("/"))
