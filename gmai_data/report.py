"""What commands print: tables on standard output, with rules at a terminal and plain in a pipe."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any


def print_table(
    header: Sequence[str], rows: Sequence[Sequence[Any]], *, one_line: bool = False
) -> None:
    """A table: drawn at a terminal; in a pipe, aligned columns that ``cut`` and ``grep`` can use.

    Numbers are right-aligned with thousands separators. ``one_line`` cuts long cells at a terminal
    that is too narrow, in place of folding them.
    """
    cells = [[_cell(value) for value in row] for row in rows]
    numeric = [
        bool(rows) and all(isinstance(row[i], int | float) or row[i] is None for row in rows)
        for i in range(len(header))
    ]
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.table import Table

        table = Table(header_style="bold")
        for i, (name, right) in enumerate(zip(header, numeric, strict=True)):
            table.add_column(
                name,
                justify="right" if right else "left",
                overflow="ellipsis" if one_line else "fold",
                no_wrap=one_line or right,
                min_width=max((len(row[i]) for row in cells), default=0) if i == 0 else None,
            )
        for row in cells:
            table.add_row(*(text.replace("[", "\\[") for text in row))
        Console().print(table)
        return
    widths = [
        max(len(name), *(len(row[i]) for row in cells)) if cells else len(name)
        for i, name in enumerate(header)
    ]
    for row in [list(header), *cells]:
        line = "  ".join(
            text.rjust(width) if right else text.ljust(width)
            for text, width, right in zip(row, widths, numeric, strict=True)
        )
        say(line.rstrip())


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
