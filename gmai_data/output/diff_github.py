"""A diff as workflow commands of GitHub Actions: one annotation per source, beside its lock.

GitHub shows ten annotations of a level per step and fifty per job, and cuts long ones: so the worst
come first, the tenth says how many more there are, and messages are cut here, at a line.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Sequence
from typing import Final

from gmai_data.diff import Change, Diff
from gmai_data.output.lock import SUFFIX

PER_LEVEL: Final = 10
MESSAGE_BYTES: Final = 4_000  # as it is sent: GitHub keeps 64 kB of a message, people read less
TITLE: Final = 200  # characters; the API of checks takes 255
COMMITTED: Final = "manifests/sources"


def workflow_commands(diff: Diff, changes: Sequence[Change], told: Callable[[Change], str]) -> str:
    """Workflow commands, errors first.

    Args:
        diff: what is told about.
        changes: in the order of their weight.
        told: the text of a change.
    """
    by_level: dict[str, list[tuple[str, str, Callable[[], str]]]] = {
        "error": [], "warning": [], "notice": [],
    }  # fmt: skip
    for finding in diff.findings:
        title = f"{finding.source}: rule {finding.rule}"
        level = "error" if finding.broken else "warning"
        by_level[level].append((finding.source, title, functools.partial(str, finding.why)))
    for change in changes:
        title = f"{change.source}: {_what(change)}"
        text = functools.partial(told, change)
        by_level[_level(diff, change)].append((change.source, title, text))
    lines: list[str] = []
    for level, found in by_level.items():
        kept = found if len(found) <= PER_LEVEL else found[: PER_LEVEL - 1]
        lines += [
            _command(level, _file(diff, source), title, text()) for source, title, text in kept
        ]
        if len(kept) < len(found):
            more = f"and {len(found) - len(kept)} more, see the summary of this step"
            lines.append(f"::{level} title=more sources::{more}")
    return "".join(line + "\n" for line in lines)


def _level(diff: Diff, change: Change) -> str:
    if change.unexplained or not (change.bump_ok or diff.judged):
        return "error"
    if change.kind == "new" or change.bump in ("none", "patch"):
        return "notice"
    return "warning"


def _what(change: Change) -> str:
    if change.unexplained:
        return f"not reproducible at {change.unexplained[0]}"
    if change.kind in ("new", "removed"):
        return change.kind
    causes = [c.name for c in change.causes if c.effect]
    what = f"renamed from {change.old_name}" if change.kind == "renamed" else "changed"
    return f"{what} by {', '.join(causes)}" if causes else what


def _file(diff: Diff, source: str) -> str:
    """Where the source's lock is committed, relative to the repository."""
    for side in (diff.new, diff.old):
        places = [os.path.join(side, f, source + SUFFIX) for f in ("", "sources", "locks")]
        for path in (side, *places):
            inside = os.path.relpath(path)
            if os.path.isfile(path) and not inside.startswith(".."):
                return inside.replace(os.sep, "/")
    return f"{COMMITTED}/{source}{SUFFIX}"


def _command(level: str, file: str, title: str, text: str) -> str:
    where = f"file={_escape(file, value=True)},line=1"
    named = _escape(title if len(title) <= TITLE else title[: TITLE - 1] + "…", value=True)
    return f"::{level} {where},title={named}::{_escape(_cut(text))}"


def _cut(text: str) -> str:
    """As many whole lines as one message holds."""
    kept: list[str] = []
    room = MESSAGE_BYTES
    for line in text.split("\n"):
        room -= len(_escape(line).encode()) + 3
        if room < 0:
            return "\n".join([*kept, "…"])
        kept.append(line)
    return text


def _escape(text: str, *, value: bool = False) -> str:
    for old, new in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(old, new)
    if value:
        text = text.replace(":", "%3A").replace(",", "%2C")
    return text
