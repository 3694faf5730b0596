"""Two sample tables of a source: which samples were added, removed, changed, moved or renamed.

Both tables are sorted by key and read side by side, a window at a time. A sample whose key is new
and whose picture, subset, language and number are those of one that went is *renamed*: a file or a
source got another name. So is a text with the same words.
"""

from __future__ import annotations

import functools
import io
import json
import os
import tarfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

from gmai_data import parquet, places

if TYPE_CHECKING:
    import pyarrow as pa

EXAMPLES: Final = 3  # of each: added, removed …
TEXT: Final = 400  # characters of an example
_ROWS: Final = 65536  # of each table are in memory
_RENAMES: Final = 200_000  # beyond so many added or removed samples no pairs are looked for
_TEXTS: Final = 2_000  # … where their words must be read from the shards
_COLUMNS: Final = (
    "key", "sample_sha256", "image_sha256", "split", "prompt", "subset", "language", "shard",
    "offset", "bytes", "subject", "study",
)  # fmt: skip
_CONTENT: Final = ("sample_sha256", "image_sha256", "subject", "study")
What = Literal["added", "removed", "changed", "moved", "renamed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One sample that differs."""

    what: What
    key: str  # in the new build; in the old one where it was removed
    old_key: str  # of a renamed sample, else ""
    picture: bool  # its picture differs
    splits: tuple[str, str]  # old and new, "" where it is not
    old: str  # the turns that differ, "" where the shards are not at hand
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """Sample by sample, where both builds are at hand."""

    added: int
    removed: int
    changed: int  # other words, another picture or subject under the same key
    moved: int  # to another split
    renamed: int = 0  # the same sample under another key
    by: Mapping[str, int] = field(default_factory=dict)  # "changed caption-image en" -> n
    examples: tuple[Example, ...] = ()


Row = Mapping[str, Any]


def compare_samples(old: tuple[str, str], new: tuple[str, str]) -> Samples | None:
    """Compare ``samples/<source>.parquet`` of two builds; ``None`` where one is not at hand.

    Args:
        old: folder of the build, and the name of the source in it.
        new: the same, later.
    """
    tables = [os.path.join(out, "samples", f"{name}.parquet") for out, name in (old, new)]
    if not all(places.is_file(path) for path in tables):
        return None
    counts: Counter[str] = Counter()
    by: Counter[str] = Counter()
    first: dict[str, list[tuple[Row, Row]]] = {}
    gone: list[Row] = []
    come: list[Row] = []

    def note(what: What, a: Row, b: Row) -> None:
        first.setdefault(what, [])
        if len(first[what]) < EXAMPLES:
            first[what].append((a, b))
        counts[what] += 1
        row = b or a
        by[f"{what} {row['prompt']} {row['language']}"] += 1

    for a, b in _aligned(*tables):
        for what, rows in _window(a, b).items():
            for x, y in rows:
                if what == "removed" and len(gone) <= _RENAMES:
                    gone.append(x)
                elif what == "added" and len(come) <= _RENAMES:
                    come.append(y)
                else:
                    note(what, x, y)
    pairs = _renamed(gone, come, old[0], new[0])
    for x, y in pairs:
        note("renamed", x, y)
    paired = {x["key"] for x, _ in pairs} | {y["key"] for _, y in pairs}
    for x in gone:
        if x["key"] not in paired:
            note("removed", x, {})
    for y in come:
        if y["key"] not in paired:
            note("added", {}, y)
    return Samples(
        added=counts["added"],
        removed=counts["removed"],
        changed=counts["changed"],
        moved=counts["moved"],
        renamed=counts["renamed"],
        by=dict(sorted(by.items())),
        examples=tuple(
            _example(what, x, y, old[0], new[0])
            for what in ("added", "changed", "moved", "removed", "renamed")
            for x, y in first.get(what, ())
        ),
    )


def _aligned(old: str, new: str) -> Iterator[tuple[pa.Table, pa.Table]]:
    """Windows of both tables over the same range of keys."""
    import pyarrow as pa
    import pyarrow.compute as pc

    left, right = (
        (table for table in parquet.read_tables(path, _COLUMNS, _ROWS) if table.num_rows)
        for path in (old, new)
    )
    a, b = next(left, None), next(right, None)
    while a is not None and b is not None:
        end = pa.scalar(min(table["key"][-1].as_py() for table in (a, b)))
        parts = [table.filter(pc.less_equal(table["key"], end)) for table in (a, b)]
        yield parts[0], parts[1]
        a, b = (t.slice(part.num_rows) for t, part in zip((a, b), parts, strict=True))
        a = a if a.num_rows else next(left, None)
        b = b if b.num_rows else next(right, None)
    while a is not None:
        yield a, a.slice(0, 0)
        a = next(left, None)
    while b is not None:
        yield b.slice(0, 0), b
        b = next(right, None)


def _window(a: pa.Table, b: pa.Table) -> dict[What, list[tuple[Row, Row]]]:
    """Rows that differ, in the order of their keys."""
    import pyarrow.compute as pc

    at = pc.index_in(a["key"], value_set=b["key"].combine_chunks())
    both = pc.is_valid(at)
    x, y = a.filter(both), b.take(at.filter(both))
    differs = (pc.not_equal(x[c].fill_null(""), y[c].fill_null("")) for c in _CONTENT)
    other = functools.reduce(pc.or_, differs)
    elsewhere = pc.not_equal(x["split"], y["split"])
    new = pc.invert(pc.is_in(b["key"], value_set=a["key"].combine_chunks()))
    removed = a.filter(pc.invert(both)).to_pylist()
    added = b.filter(new).to_pylist()
    return {
        "removed": [(row, {}) for row in removed],
        "added": [({}, row) for row in added],
        "changed": _rows(x.filter(other), y.filter(other)),
        "moved": _rows(x.filter(elsewhere), y.filter(elsewhere)),
    }


def _rows(a: pa.Table, b: pa.Table) -> list[tuple[Row, Row]]:
    return list(zip(a.to_pylist(), b.to_pylist(), strict=True))


def _renamed(gone: Sequence[Row], come: Sequence[Row], old: str, new: str) -> list[tuple[Row, Row]]:
    """Pairs of a removed and an added sample that are one sample."""
    if not gone or not come or max(len(gone), len(come)) > _RENAMES:
        return []
    texts = sum(1 for row in (*gone, *come) if not row["image_sha256"])
    of = (gone, old), (come, new)
    sides = []
    for rows, out in of:
        found: dict[tuple[str, ...], list[Row]] = {}
        what: tuple[str, ...]
        for row in rows:
            if row["image_sha256"]:
                number = row["key"].rpartition("-")[2]
                what = (row["image_sha256"], row["subset"], row["language"], number)
            elif texts <= _TEXTS and (words := _words(out, row)):
                what = (json.dumps(words, sort_keys=True), row["subset"])
            else:
                continue
            found.setdefault(what, []).append(row)
        sides.append(found)
    left, right = sides
    pairs = [
        pair
        for what, rows in left.items()
        for pair in zip(rows, right.get(what, ()), strict=False)  # the rest was added or removed
    ]
    return sorted(pairs, key=lambda pair: str(pair[1]["key"]))


def _example(what: What, a: Row, b: Row, old: str, new: str) -> Example:
    row = b or a
    before, after = _words(old, a) if a else [], _words(new, b) if b else []
    if a and b:
        turns = range(max(len(before), len(after)))
        differ = [n for n in turns if before[n : n + 1] != after[n : n + 1]]
        before, after = ([x[n] for n in differ if n < len(x)] for x in (before, after))
    return Example(
        what=what,
        key=row["key"],
        old_key=a["key"] if what == "renamed" else "",
        picture=bool(a and b) and a["image_sha256"] != b["image_sha256"],
        splits=(a["split"] if a else "", b["split"] if b else ""),
        old=_shown(before),
        new=_shown(after),
    )


def _shown(turns: Sequence[tuple[str, str]]) -> str:
    """Turns in a line of at most `TEXT` characters."""
    text = " / ".join(" ".join(f"{role}: {said}".split()) for role, said in turns)
    return text if len(text) <= TEXT else text[: TEXT - 1] + "…"


def _words(out: str, row: Row) -> list[tuple[str, str]]:
    """Who says what in a sample, from its shard; nothing where that is not at hand."""
    try:
        data = places.read_range(os.path.join(out, row["shard"]), row["offset"], row["bytes"])
        with tarfile.open(fileobj=io.BytesIO(data)) as tar:
            for member in tar:
                content = tar.extractfile(member)
                if member.name.endswith(".json") and content is not None:
                    turns = json.loads(content.read())["turns"]
                    return [(turn["role"], turn["text"]) for turn in turns]
    except (OSError, ValueError, KeyError, tarfile.TarError):
        return []
    return []
