"""Content-defined cutting: where a chunk of cases ends depends on the cases around the cut only.

A case that is added or removed changes the chunk it is in (and now and then its neighbour), never
all the chunks after it, as counting to 500 would.
"""

from __future__ import annotations

from collections.abc import Sequence

from gmai_data.canonical import fraction

CASE_BYTES = 64 << 10  # what a case costs beside its bytes: text records have no files


def cut(
    keys: Sequence[str], weights: Sequence[int], target: int, archives: Sequence[str] = ()
) -> list[tuple[int, int]]:
    """Row ranges ``[start, stop)`` of about ``target`` bytes each, a quarter to three targets.

    Args:
        keys: keys of the cases, in the order of their paths.
        weights: estimated input bytes of each case.
        target: mean bytes of a chunk.
        archives: for each case the archive that can only be read from its start, or "": cases of
            one such archive stay together, whatever their weight.
    """
    ranges: list[tuple[int, int]] = []
    start, total = 0, 0
    for i, key in enumerate(keys):
        weight = weights[i] + CASE_BYTES
        total += weight
        if archives and archives[i] and i + 1 < len(keys) and archives[i] == archives[i + 1]:
            continue
        chosen = total >= target // 4 and fraction("chunk", key) < weight / target
        if chosen or total >= 3 * target:
            ranges.append((start, i + 1))
            start, total = i + 1, 0
    if start < len(keys):
        ranges.append((start, len(keys)))
    return ranges


def solid_archive(path: str) -> str:
    """The compressed tar a path is a member of, or ""; a zip member can be reached directly."""
    archive, mark, _ = path.partition("!")
    return archive if mark and not archive.lower().endswith((".zip", ".tar")) else ""
