"""What the pieces of one scan share, and what is only known when all of them are read."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from gmai_data.grammar.readings import readings
from gmai_data.grammar.template import Template, values_of

_T = TypeVar("_T")
READINGS: Final = 64  # of one path, that are looked at
_NUMBER: Final = re.compile(r"(?<![^\0])-?\d+(?![^\0])")  # a whole value


class ScanWholeError(Exception):
    """The pieces of a source do not tell what the whole does."""


@dataclass(slots=True)
class Together:
    """The pieces of one scan of files: what is read once for all, and counted over all."""

    fields: tuple[str, ...]  # files with equal values of these are in one piece
    chosen: dict[int, Any] = field(default_factory=dict)  # option of each `First` that has files
    shared: dict[Any, Any] = field(default_factory=dict)  # tables that every piece is joined to
    counts: dict[tuple[str, Any], tuple[int, ...]] = field(default_factory=dict)

    def once(self, what: Any, make: Callable[[], _T]) -> _T:
        """What ``make`` made for the first piece."""
        if what not in self.shared:
            self.shared[what] = make()
        found: _T = self.shared[what]
        return found

    def add(self, kind: str, what: Any, *numbers: int) -> None:
        """Count over the pieces."""
        before = self.counts.get((kind, what), (0,) * len(numbers))
        self.counts[kind, what] = tuple(a + b for a, b in zip(before, numbers, strict=True))

    def counted(self, kind: str) -> Iterator[tuple[Any, tuple[int, ...]]]:
        """All counts of a kind, in the order in which they were first met."""
        return ((what, numbers) for (k, what), numbers in self.counts.items() if k == kind)

    def check(self, template: Template, path: str, row: Mapping[str, str | None]) -> None:
        """That a path which this piece does not have would be in it.

        Raises:
            ScanWholeError: it is not like its own template, or read as of another case.
        """
        own = place_key([row[name] or "" for name in self.fields])
        found = template.regex.fullmatch(path)
        values = values_of(template, found) if found else None
        if values is not None and self.key(template, values) == own:
            return
        if not (found and template.lazy and own in self.keys(template, path)):
            raise ScanWholeError(f"{path} may be in another piece")

    def key(self, template: Template, values: Sequence[str]) -> int:
        """Which files a file lies with, of the captures of its template."""
        return place_key([values[template.fields.index(name)] for name in self.fields])

    def keys(self, template: Template, path: str) -> set[int]:
        """The same of every reading of an ambiguous path."""
        found = list(readings(template, path, READINGS))
        if len(found) >= READINGS:
            raise ScanWholeError(f"{path} can be read in very many ways")
        return {self.key(template, values) for values in found}


def place_key(values: Sequence[str]) -> int:
    """A hash of values that is equal where a join takes them for equal.

    Whatever their format is: padding of integers and letter case do not count.
    """
    text = "\0".join(values).casefold()
    return zlib.crc32(_NUMBER.sub(_unpadded, text).encode())


def _unpadded(number: re.Match[str]) -> str:
    return str(int(number[0]))
