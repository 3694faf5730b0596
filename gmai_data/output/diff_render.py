"""A diff as text for people, JSON for tools, markdown for a summary, or GitHub annotations."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from gmai_data.arrow import to_row
from gmai_data.diff import Change, Diff
from gmai_data.errors import UsageError

ANNOTATIONS: Final = 10  # GitHub shows ten of a kind per step
SUMMARY_BYTES: Final = 60_000  # a pull request comment holds 64 kB


def render(diff: Diff, form: str = "text") -> str:
    """The diff in one of `FORMATS`; ends in one newline."""
    if form not in FORMATS:
        raise UsageError(f"--format {form}: choose {', '.join(FORMATS)}.")
    return FORMATS[form](diff)


def _text(diff: Diff) -> str:
    lines = [f"{diff.old} -> {diff.new}: {_headline(diff)}", ""]
    for change in diff.changes:
        lines += [*_change(change), ""]
    return "\n".join(lines).rstrip() + "\n"


def _headline(diff: Diff) -> str:
    if not diff.changes:
        return f"no difference in {diff.same} {_sources(diff.same)}"
    total = diff.same + len(diff.changes)
    return f"{len(diff.changes)} of {total} {_sources(total)} changed"


def _sources(n: int) -> str:
    return "source" if n == 1 else "sources"


def _change(change: Change) -> Iterator[str]:
    sign = {"new": "+", "removed": "-", "changed": "~"}[change.kind]
    if change.unexplained:
        sign = "!"
    old, new = change.version
    version = new or old if not (old and new) or old == new else f"{old} -> {new}"
    kind = "" if change.kind == "changed" else f"  {change.kind}"
    yield f"{sign} {change.source}  {version}{kind}"
    for step in change.unexplained:
        yield f"    not reproducible at {step}: it changed and nothing it is made from did"
    for cause in change.causes:
        effect = "" if cause.effect else "  (no effect)"
        yield f"    cause    {cause.name:<28} {cause.old or '-'} .. {cause.new or '-'}{effect}"
    if change.effects:
        yield f"    effect   {', '.join(change.effects)}"
    samples = change.samples
    if samples is not None and (samples.added or samples.removed or samples.changed):
        yield (
            f"    samples  +{samples.added:,}  -{samples.removed:,}  {samples.changed:,} changed"
            + (f"  {samples.moved:,} moved to another split" if samples.moved else "")
        )
        for what, n in samples.by.items():
            yield f"             {what}: {n:,}"
        for what, keys in samples.examples.items():
            yield f"             {what}: {', '.join(keys)}"
    for title, pairs in (
        ("counts", change.counts), ("labels", change.labels), ("rejected", change.rejected),
    ):  # fmt: skip
        for name, (a, b) in pairs.items():
            yield f"    {title:<8} {name}: {a:,} -> {b:,}"
    if change.bump and change.bump != "none":
        verdict = "ok" if change.bump_ok else f"raise the version of {change.source}"
        yield f"    version  smallest legal step: {change.bump} ({verdict})"


def _json(diff: Diff) -> str:
    found: dict[str, Any] = {"schema": 1, **_plain(diff), "exit_code": diff.exit_code}
    return json.dumps(found, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _plain(value: Any) -> Any:
    row = to_row(value)
    return _mappings(row)


def _mappings(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _mappings(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_mappings(inner) for inner in value]
    return value


def _markdown(diff: Diff) -> str:
    parts = [f"### Samples: {_headline(diff)}\n"]
    if diff.changes:
        rows = [
            "| source | version | causes | effects | samples | smallest step |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        rows += [_row(change) for change in _worst_first(diff)]
        parts.append("\n".join(rows) + "\n")
    size = sum(len(part.encode()) for part in parts)
    for change in _worst_first(diff):
        body = "\n".join(_change(change))
        section = (
            f"<details><summary>{change.source}</summary>\n\n```text\n{body}\n```\n\n</details>\n"
        )
        size += len(section.encode())
        if size > SUMMARY_BYTES:
            parts.append("More sources changed than fit here: run `gmai-data diff` for all.\n")
            break
        parts.append(section)
    return "\n".join(parts)


def _row(change: Change) -> str:
    causes = ", ".join(c.name for c in change.causes if c.effect) or "-"
    if change.unexplained:
        causes = f"**not reproducible at {', '.join(change.unexplained)}**"
    elif change.kind != "changed":
        causes = change.kind
    samples = change.samples
    if samples is not None:
        count = f"+{samples.added:,} -{samples.removed:,} {samples.changed:,} changed"
    else:
        a, b = change.counts.get("samples", (0, 0))
        count = f"{a:,} -> {b:,}" if a != b else "same number"
    versions = " -> ".join(v for v in dict.fromkeys(change.version) if v)
    verdict = change.bump if change.bump_ok else f"{change.bump}: not raised"
    effects = ", ".join(change.effects) or "-"
    return f"| {change.source} | {versions} | {causes} | {effects} | {count} | {verdict or '-'} |"


def _github(diff: Diff) -> str:
    """One annotation per source, worst first, then the summary as markdown."""
    worst = _worst_first(diff)
    shown = worst if len(worst) <= ANNOTATIONS else worst[: ANNOTATIONS - 1]
    lines = []
    for change in shown:
        level = "error" if change.unexplained or not change.bump_ok else "warning"
        title = _escape(f"{change.source}: {_what(change)}", property=True)
        body = _escape("\n".join(_change(change)))
        path = _escape(f"manifests/sources/{change.source}.lock.json", property=True)
        lines.append(f"::{level} file={path},line=1,title={title}::{body}")
    if len(shown) < len(worst):
        lines.append(
            f"::warning title=more sources::and {len(worst) - len(shown)} more, see summary"
        )
    return "\n".join(lines) + ("\n" if lines else "") + _markdown(diff)


def _what(change: Change) -> str:
    if change.unexplained:
        return f"not reproducible at {change.unexplained[0]}"
    if change.kind != "changed":
        return change.kind
    causes = [c.name for c in change.causes if c.effect]
    return f"changed by {', '.join(causes)}" if causes else "changed"


def _worst_first(diff: Diff) -> list[Change]:
    order = {"removed": 1, "changed": 2, "new": 3}
    return sorted(
        diff.changes,
        key=lambda c: (not c.unexplained, c.bump_ok, order[c.kind], c.source),
    )


def _escape(text: str, *, property: bool = False) -> str:
    for old, new in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(old, new)
    if property:
        text = text.replace(":", "%3A").replace(",", "%2C")
    return text


FORMATS: Final[Mapping[str, Callable[[Diff], str]]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
    "github": _github,
}
