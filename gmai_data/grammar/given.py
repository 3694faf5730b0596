"""What rows say of one label part, before it is tied to cases."""

from __future__ import annotations

from dataclasses import dataclass, field

from gmai_data.schema import Pairs


@dataclass(slots=True)
class Given:
    """What rows say: parallel lists of row, raw class and values; and rows that say nothing."""

    at: list[int] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    values: list[Pairs] = field(default_factory=list)
    empty: set[int] = field(default_factory=set)  # there, but nothing in it
    missing: set[int] = field(default_factory=set)  # no value at all: no such row
    bad: dict[int, tuple[str, str]] = field(default_factory=dict)  # rule and value

    def add(self, at: int, raw: str, values: Pairs = ()) -> None:
        """One more label."""
        self.at.append(at)
        self.raw.append(raw)
        self.values.append(values)
