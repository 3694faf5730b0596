"""What `mix` and `export` print when they are done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gmai_data import report
from gmai_data.output.summary import size
from gmai_data.terms import SUBSETS

if TYPE_CHECKING:
    from gmai_data.export import Exported
    from gmai_data.mix import Mixed


def print_mix(found: Mixed) -> None:
    """A row per source, a column per subset; then the whole."""
    there = [subset for subset in SUBSETS if any(other == subset for _, other in found.counts)]
    names = sorted({source for source, _ in found.counts})
    rows = [(name, *(found.counts.get((name, subset), 0) for subset in there)) for name in names]
    report.print_table(("source", *there), rows)
    one = "1 shard of" if found.shards == 1 else f"{found.shards:,} shards of about"
    report.say(
        f"\n{found.samples:,} samples in {one} {size(found.bytes // max(1, found.shards))}, "
        f"{found.written:,} written now, in {found.out}."
    )
    if found.absent:
        report.say(f"In the recipe, and not in the build: {', '.join(found.absent)}.")


def mix_json(found: Mixed) -> dict[str, Any]:
    """The same for scripts."""
    counts: dict[str, dict[str, int]] = {}
    for (source, subset), count in found.counts.items():
        counts.setdefault(source, {})[subset] = count
    return {
        "absent": list(found.absent),
        "bytes": found.bytes,
        "out": found.out,
        "samples": found.samples,
        "shards": found.shards,
        "sources": counts,
        "written": found.written,
    }


def print_export(found: Exported) -> None:
    """Rows by split, and what to give to the trainer."""
    for split, count in found.rows.items():
        report.say(f"{split}  {count:,} {'sample' if count == 1 else 'samples'}")
    report.say(
        f"{'Written' if found.written else 'Nothing to do: it is all there'}, in {found.out}."
    )


def export_json(found: Exported) -> dict[str, Any]:
    """The same for scripts."""
    return {
        "form": found.form,
        "out": found.out,
        "samples": dict(found.rows),
        "written": found.written,
    }
