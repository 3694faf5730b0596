"""What commands print: tables on standard output, with rules at a terminal and plain in a pipe."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import Any


def print_table(
    header: Sequence[str], rows: Sequence[Sequence[Any]], *, one_line: bool = False
) -> None:
    """A table: drawn at a terminal; in a pipe, aligned columns that ``cut`` and ``grep`` can use.

    Numbers are right-aligned with thousands separators. With ``one_line`` a row is never folded:
    at a terminal it is cut at the right edge.
    """
    cells = [[_cell(value) for value in row] for row in rows]
    numeric = [
        bool(rows) and all(isinstance(row[i], int | float) or row[i] is None for row in rows)
        for i in range(len(header))
    ]
    if sys.stdout.isatty() and not one_line:
        _draw(header, cells, numeric)
        return
    edge = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    widths = [max([len(name), *(len(row[i]) for row in cells)]) for i, name in enumerate(header)]
    for row in [list(header), *cells]:
        line = "  ".join(
            text.rjust(width) if right else text.ljust(width)
            for text, width, right in zip(row, widths, numeric, strict=True)
        ).rstrip()
        say(line[: edge - 1] + "…" if edge and len(line) > edge else line)


def _draw(header: Sequence[str], cells: Sequence[Sequence[str]], numeric: Sequence[bool]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(header_style="bold")
    for name, right in zip(header, numeric, strict=True):
        table.add_column(name, justify="right" if right else "left", overflow="fold", no_wrap=right)
    for row in cells:
        table.add_row(*map(Text, row))
    Console().print(table)


def print_facts(facts: Mapping[str, Any], title: str = "") -> None:
    """``name  value`` lines, names padded to one width; empty values are left out."""
    if title:
        say(title)
    shown = {k: _cell(v) for k, v in facts.items() if v not in (None, "", (), [], {})}
    width = max((len(k) for k in shown), default=0)
    for key, text in shown.items():
        first, *rest = text.split("\n")
        say(f"{key.ljust(width)}  {first}")
        for line in rest:
            say(" " * width + "  " + line)


def print_json(value: Any) -> None:
    """Two-space indented JSON with a trailing newline, for scripts."""
    say(json.dumps(value, indent=2, ensure_ascii=False))


def say(text: str = "") -> None:
    """One line of a result on standard output."""
    sys.stdout.write(text + "\n")


def warn(text: str) -> None:
    """One line about the run on standard error."""
    sys.stderr.write(text + "\n")


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, Mapping):
        return "\n".join(f"{k}: {_cell(v)}" for k, v in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(_cell(v) for v in value)
    return str(value)
