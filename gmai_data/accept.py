"""Accept what a source has become: build it, write its committed lock, and say what changed.

A source that was built from a real copy is *verified by data*: its declaration says so then.
"""

from __future__ import annotations

import ast
import contextlib
import dataclasses
import importlib
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from gmai_data import places, store
from gmai_data.build import build
from gmai_data.check import Check, check_source
from gmai_data.config import Config
from gmai_data.diff import Diff, diff
from gmai_data.engine import Progress, Silent
from gmai_data.errors import CheckFailedError
from gmai_data.find import BUNDLED, file_of, load
from gmai_data.output.lock import SUFFIX

COMMITTED: Final = os.path.join("manifests", "sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What was accepted."""

    check: Check
    lock: str  # path of the lock
    written: bool  # false: it was as it is already
    verified: str  # a sentence on the declaration's `verified`
    changes: Diff | None  # against the lock that was there


def accept(
    name: str, config: Config, *, manifests: str = COMMITTED, out: str = "",
    progress: Progress | None = None,
) -> Accepted:  # fmt: skip
    """Check and build a source, then write its lock into ``manifests``.

    Args:
        name: the source.
        config: where its data is, and what it is built with.
        manifests: folder of committed locks.
        out: the build to take the lock from, brought up to date; "" = a temporary one.
        progress: told of the build.

    Raises:
        CheckFailedError: the check found something to correct, the source is not on disk, or too
            many of its cases are rejected. Nothing is written then.
    """
    found = check_source(name, config)
    if found.problems:
        raise CheckFailedError(
            f"{name} is not accepted: {len(found.problems)} to correct.\n"
            + "\n".join(found.problems)
        )
    if found.found is None or not found.found.cases:
        raise CheckFailedError(
            f"{name} is not accepted: it was not checked on a real copy. {found.needs or 'No case'}"
        )
    path = os.path.join(manifests, name + SUFFIX)
    with _folder(out) as folder:
        again = dataclasses.replace(config, sources=(name,), out=folder, locked=False)
        build(again, progress or Silent())
        verified, edited = _verified_by_data(name, config)
        if edited:  # a fact more: no sample is made anew
            build(again, progress or Silent())
        lock = os.path.join(folder, "locks", name + SUFFIX)
        changes = diff(path, lock) if os.path.exists(path) else None
        written = store.write_changed(path, places.read(lock))
    return Accepted(check=found, lock=path, written=written, verified=verified, changes=changes)


@contextlib.contextmanager
def _folder(out: str) -> Iterator[str]:
    if out:
        yield out
        return
    with tempfile.TemporaryDirectory(prefix="gmai-data-accept-") as folder:
        yield folder


def _verified_by_data(name: str, config: Config) -> tuple[str, bool]:
    """Make the declaration say ``verified="data"``; a sentence, and whether it was edited."""
    source = load(name, config.source_path)
    if source.verified == "data":
        return f"{name} was verified by data before.", False
    said, path = f'verified="{source.verified}"', file_of(name)
    if path is None or not os.access(path, os.W_OK):
        return f"{name} says {said}; its file cannot be edited here: tell its authors.", False
    text = path.read_text("utf-8")
    changed = with_verified(text)
    if changed is None:
        return f'{name} does not write {said} in {path}: set verified="data" there.', False
    store.write_bytes(str(path), changed.encode())
    module = f"{BUNDLED}.{path.stem}"
    if module in sys.modules:
        importlib.reload(sys.modules[module])
    return f'{path}: {said} is now verified="data".', True


def with_verified(text: str) -> str | None:
    """A declaration's text with ``verified="data"``; ``None`` where it is not written plainly."""
    for node in ast.walk(ast.parse(text)):
        if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Source"):
            continue
        for keyword in node.keywords:
            value = keyword.value
            if keyword.arg != "verified" or not isinstance(value, ast.Constant):
                continue
            lines = text.splitlines(keepends=True)
            line = lines[value.lineno - 1].encode()
            edited = line[: value.col_offset] + b'"data"' + line[value.end_col_offset :]
            lines[value.lineno - 1] = edited.decode()
            return "".join(lines)
    return None


def print_accepted(accepted: Accepted) -> None:
    """The check, what changed, and what was written."""
    from gmai_data.check import print_check
    from gmai_data.output.diff_render import render
    from gmai_data.report import say

    print_check(accepted.check)
    if accepted.changes is not None:
        say(render(accepted.changes).rstrip())
    say(f"{'wrote' if accepted.written else 'no change in'} {accepted.lock}")
    say(accepted.verified)


def accepted_json(accepted: Accepted) -> dict[str, Any]:
    """The same as plain values, for ``--json``."""
    changed = accepted.changes is not None and bool(accepted.changes.changes)
    return {
        **accepted.check.as_json(), "changed": changed, "lock": accepted.lock,
        "verified": accepted.verified, "written": accepted.written,
    }  # fmt: skip
