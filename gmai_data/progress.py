"""Progress of a build on standard error: a bar per step, its rate, time left, what was rejected.

Drawn at a terminal only. In a pipe, a log or with ``--quiet`` nothing is drawn; notes are still
written as lines, unless quiet.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gmai_data.engine import Progress


class Lines:
    """Notes as lines on standard error, no bars; with ``quiet`` not even those."""

    def __init__(self, quiet: bool = False) -> None:
        self.quiet = quiet
        self._said: set[str] = set()  # a build that begins anew without a source says it again

    def step(self, name: str, total: int) -> None:
        """Nothing is drawn."""

    def advance(self, name: str, n: int = 1) -> None:
        """Nothing is drawn."""

    def rejected(self, name: str, n: int) -> None:
        """Nothing is drawn."""

    def note(self, text: str) -> None:
        """One sentence."""
        if not self.quiet and text not in self._said:
            self._said.add(text)
            sys.stderr.write(f"gmai-data: {text}\n")

    def done(self, name: str) -> None:
        """Nothing is drawn."""


class Bars:
    """A bar per step: what is done, of how many, per second, time left, how many were rejected."""

    def __init__(self, bars: Any) -> None:
        self._bars = bars
        self._tasks: dict[str, Any] = {}
        self._rejected: dict[str, int] = {}
        self._said: set[str] = set()

    def step(self, name: str, total: int) -> None:
        """A bar appears; a step that is named again starts anew."""
        self._rejected[name] = 0
        if name in self._tasks:
            self._bars.reset(self._tasks[name], total=total, rejected="")
        else:
            self._tasks[name] = self._bars.add_task(name, total=total, rejected="")

    def advance(self, name: str, n: int = 1) -> None:
        """The bar grows."""
        if name in self._tasks:
            self._bars.advance(self._tasks[name], n)

    def rejected(self, name: str, n: int) -> None:
        """Their number stands behind the bar."""
        if n and name in self._tasks:
            self._rejected[name] += n
            self._bars.update(self._tasks[name], rejected=f"{self._rejected[name]:,} rejected")

    def note(self, text: str) -> None:
        """One sentence above the bars."""
        if text not in self._said:
            self._said.add(text)
            self._bars.console.print(text, markup=False, highlight=False)

    def done(self, name: str) -> None:
        """The bar is full and stays."""
        task = self._tasks.get(name)
        if task is not None:
            bar = next(t for t in self._bars.tasks if t.id == task)
            self._bars.update(task, total=bar.completed, completed=bar.completed)


@contextlib.contextmanager
def progress(quiet: bool = False) -> Iterator[Progress]:
    """What to pass to a build: bars at a terminal, lines elsewhere, silence with ``quiet``."""
    if quiet or not sys.stderr.isatty():
        yield Lines(quiet)
        return
    from rich import progress as rich_progress
    from rich.console import Console

    class Rate(rich_progress.ProgressColumn):
        """Sources, cases or shards per second."""

        def render(self, task: rich_progress.Task) -> str:
            speed = task.finished_speed or task.speed
            return f"{speed:,.1f}/s" if speed else ""

    with rich_progress.Progress(
        rich_progress.TextColumn("{task.description}"),
        rich_progress.BarColumn(bar_width=30),
        rich_progress.MofNCompleteColumn(),
        Rate(),
        rich_progress.TimeRemainingColumn(compact=True),
        rich_progress.TextColumn("{task.fields[rejected]}"),
        console=Console(stderr=True),
    ) as bars:
        yield Bars(bars)
