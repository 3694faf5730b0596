"""A diff as text for people, JSON for tools, markdown for a pull request."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from gmai_data.arrow import to_row
from gmai_data.diff import Change, Diff
from gmai_data.diff_samples import Example
from gmai_data.errors import UsageError
from gmai_data.output.diff_github import workflow_commands

COMMENT_BYTES: Final = 60_000  # a comment of a pull request holds 65,536 characters
SUMMARY_BYTES: Final = 1_000_000  # GitHub refuses the whole summary of a step above 1 MiB
ROWS_BYTES: Final = 0.5  # of that for the table, the rest for the details
SCHEMA: Final = 1
_SIGNS: Final = {"new": "+", "removed": "-", "changed": "~", "renamed": ">"}


def render(diff: Diff, form: str = "text") -> str:
    """The diff in one of `FORMATS`; ends in one newline."""
    if form not in FORMATS:
        raise UsageError(f"--format {form}: choose {', '.join(FORMATS)}.")
    return FORMATS[form](diff)


def _text(diff: Diff) -> str:
    lines = [f"{diff.old} -> {diff.new}: {_headline(diff)}", ""]
    for change in diff.changes:
        lines += [*change_lines(change), ""]
    lines += _findings(diff)
    return "\n".join(lines).rstrip() + "\n"


def _headline(diff: Diff) -> str:
    if not diff.changes:
        return f"no difference in {diff.same} {_sources(diff.same)}"
    total = diff.same + len(diff.changes)
    text = f"{len(diff.changes)} of {total} {_sources(total)} changed"
    return f"{text}, the rules allow it" if diff.judged and not diff.exit_code else text


def _sources(n: int) -> str:
    return "source" if n == 1 else "sources"


def _findings(diff: Diff) -> list[str]:
    return [
        f"{'x rule' if f.broken else '? rule'} {f.rule}: {f.source}: {f.why}"
        for f in diff.findings
    ]  # fmt: skip


def change_lines(change: Change) -> Iterator[str]:
    """One source's change: first what is not reproducible, then causes, then effects."""
    sign = "!" if change.unexplained else _SIGNS[change.kind]
    old, new = change.version
    version = new or old if not (old and new) or old == new else f"{old} -> {new}"
    kind = {"changed": "", "renamed": f"  renamed from {change.old_name}"}
    yield f"{sign} {change.source}  {version}{kind.get(change.kind, f'  {change.kind}')}"
    for step in change.unexplained:
        yield f"    not reproducible at {step}: it changed and nothing it is made from did"
    for cause in change.causes:
        effect = "" if cause.effect else "  (no effect)"
        values = f"{cause.old or '-'} .. {cause.new or '-'}" if cause.old or cause.new else ""
        yield f"    cause    {cause.name:<28} {values}{effect}".rstrip()
    if change.effects:
        yield f"    effect   {', '.join(change.effects)}"
    for use in change.used:
        yield f"    effect   {use}"
    yield from _sample_lines(change)
    for title, pairs in (
        ("counts", change.counts), ("labels", change.labels), ("rejected", change.rejected),
    ):  # fmt: skip
        for name, (a, b) in pairs.items():
            yield f"    {title:<8} {name}: {a:,} -> {b:,}"
    if change.bump and change.bump != "none":
        asked = f"raise the version of {change.source} to {change.least_version} at least"
        verdict = "ok" if change.bump_ok else asked
        yield f"    version  smallest legal step: {change.bump} ({verdict})"


def _sample_lines(change: Change) -> Iterator[str]:
    samples = change.samples
    if samples is None or not samples.by:
        return
    text = f"+{samples.added:,}  -{samples.removed:,}  {samples.changed:,} changed"
    text += f"  {samples.renamed:,} renamed" if samples.renamed else ""
    text += f"  {samples.moved:,} moved to another split" if samples.moved else ""
    yield f"    samples  {text}"
    for what, n in samples.by.items():
        yield f"             {what}: {n:,}"
    for example in samples.examples:
        yield f"             {_example(example)}"
        if example.what in ("added", "removed", "changed", "renamed"):
            if example.old:
                yield f"               - {example.old}"
            if example.new:
                yield f"               + {example.new}"


def _example(example: Example) -> str:
    old, new = example.splits
    notes = [f"{old} -> {new}"] if old and new and old != new else []
    notes += ["another picture"] if example.picture else []
    key = f"{example.old_key} -> {example.key}" if example.old_key else example.key
    return f"{example.what} {key}" + (f" ({', '.join(notes)})" if notes else "")


def _json(diff: Diff) -> str:
    found: dict[str, Any] = {**_plain(to_row(diff)), "exit_code": diff.exit_code, "schema": SCHEMA}
    return json.dumps(found, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value


def markdown(diff: Diff, limit: int = COMMENT_BYTES) -> str:
    """A table of sources and a folded section for each, worst first; at most ``limit`` bytes."""
    parts = [f"### Samples: {_headline(diff)}\n"]
    if diff.findings:
        parts.append("\n".join(f"- {_cell(line)}" for line in _findings(diff)) + "\n")
    rows = [_row(change) for change in worst_first(diff)]
    shown = _fitting(rows, int(limit * ROWS_BYTES) - sum(_bytes(part) for part in parts))
    if rows:
        table = ["| source | version | causes | effects | samples | smallest step |",
                 "| --- | --- | --- | --- | --- | --- |", *rows[:shown]]  # fmt: skip
        parts.append("\n".join(table) + "\n")
    more = "More changed than fits here: run `gmai-data diff` for all.\n"
    room = limit - sum(_bytes(part) for part in parts) - len(more)
    fits = 0
    for change in worst_first(diff):
        section = _section(change)
        room -= _bytes(section) + 1
        if room < 0:
            break
        parts.append(section)
        fits += 1
    if fits < len(diff.changes) or shown < len(rows):
        parts.append(more)
    text = "\n".join(parts)
    return text if _bytes(text) <= limit else text.encode()[:limit].decode(errors="ignore")


def _section(change: Change) -> str:
    body = "\n".join(change_lines(change))
    # Texts of samples are data: a fence must be longer than any run of backticks in them.
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", body)), default=0))
    return (
        f"<details><summary>{_cell(change.source)}</summary>\n\n"
        f"{fence}text\n{body}\n{fence}\n\n</details>\n"
    )


def _fitting(parts: Sequence[str], room: int) -> int:
    """How many of the parts, a newline after each, take at most ``room`` bytes."""
    for n, part in enumerate(parts):
        room -= _bytes(part) + 1
        if room < 0:
            return n
    return len(parts)


def _bytes(text: str) -> int:
    return len(text.encode())


def _row(change: Change) -> str:
    causes = ", ".join(c.name for c in change.causes if c.effect) or "-"
    if change.unexplained:
        causes = f"**not reproducible at {', '.join(change.unexplained)}**"
    elif change.kind in ("new", "removed"):
        causes = change.kind
    samples = change.samples
    if samples is not None:
        count = f"+{samples.added:,} -{samples.removed:,} {samples.changed:,} changed"
        count += f" {samples.renamed:,} renamed" if samples.renamed else ""
    else:
        a, b = change.counts.get("samples", (0, 0))
        count = f"{a:,} -> {b:,}" if a != b else "same number"
    versions = " -> ".join(v for v in dict.fromkeys(change.version) if v)
    raised = f"{change.bump}: raise to {change.least_version}"
    verdict = (change.bump if change.bump_ok else raised) or "-"
    cells = (change.source, versions, causes, ", ".join(change.effects) or "-", count, verdict)
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    """Text that cannot end a cell, open a tag, or begin a link."""
    text = " ".join(text.split())
    for old, new in (("&", "&amp;"), ("<", "&lt;"), ("|", "\\|"), ("[", "\\[")):
        text = text.replace(old, new)
    return text


def worst_first(diff: Diff) -> list[Change]:
    """Not reproducible, then versions that must be raised, then what is gone, changed, new."""
    order = {"removed": 1, "renamed": 2, "changed": 3, "new": 4}
    return sorted(
        diff.changes,
        key=lambda c: (not c.unexplained, c.bump_ok, order[c.kind], c.source),
    )


def _github(diff: Diff) -> str:
    """Annotations, and nothing else on standard output: the summary is a file of its own."""
    return workflow_commands(diff, worst_first(diff), lambda c: "\n".join(change_lines(c)))


FORMATS: Final[Mapping[str, Callable[[Diff], str]]] = {
    "text": _text,
    "json": _json,
    "markdown": markdown,
    "github": _github,
}


def tell_github(diff: Diff, summary: str = "") -> str:
    """What a step prints: annotations, and the markdown, unless that is added to a file.

    Args:
        diff: what is told about.
        summary: path of the step's summary, as ``GITHUB_STEP_SUMMARY`` names it.

    Raises:
        UsageError: the summary cannot be written.
    """
    found = _github(diff)
    if not summary:
        return found + markdown(diff)
    there = os.path.getsize(summary) if os.path.exists(summary) else 0
    try:
        with open(summary, "a", encoding="utf-8") as file:
            file.write(markdown(diff, max(0, SUMMARY_BYTES - there)))
    except OSError as error:
        raise UsageError(
            f"{summary}: the summary of this step cannot be written ({error.strerror}). "
            "Correct GITHUB_STEP_SUMMARY, or unset it to have the summary printed."
        ) from error
    return found
