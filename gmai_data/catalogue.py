"""The known sources as a table that can be searched, and what they cover of the field."""

from __future__ import annotations

import difflib
import fnmatch
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from gmai_data.declare import LABEL_KINDS, Source, label_parts
from gmai_data.errors import UsageError
from gmai_data.known import Known, modalities_of, seen
from gmai_data.terms import DEPARTMENTS, MODALITIES

TASKS: Final[Mapping[str, str]] = {
    "class": "classification", "flags": "classification", "mask": "segmentation",
    "boxes": "detection", "points": "landmarks", "value": "measurement", "report": "report",
    "caption": "captioning", "qa": "question answering", "dialogue": "dialogue",
}  # fmt: skip
FIELDS: Final = (
    "modality", "task", "anatomy", "department", "license", "access", "language", "verified",
    "state",
)  # fmt: skip


def described(entry: Known) -> dict[str, tuple[str, ...]]:
    """The values that a source has in each of `FIELDS`; none for one that cannot be loaded."""
    source = entry.source
    if source is None:
        return {}
    state = "on disk" if entry.root else "missing"
    return {
        "modality": modalities_of(source) or ("text",),
        "task": tasks_of(source),
        "anatomy": tuple(source.anatomy),
        "department": departments_of(source),
        "license": (source.license,),
        "access": ("bundled" if source.package else source.access,),
        "language": (source.language,),
        "verified": (source.verified,),
        "state": (state,),
    }


def tasks_of(source: Source) -> tuple[str, ...]:
    """What the labels of a source are for, in the order of `TASKS`."""
    found = {TASKS[LABEL_KINDS[type(part)]] for part in label_parts(source)}
    return tuple(task for task in dict.fromkeys(TASKS.values()) if task in found)


def departments_of(source: Source) -> tuple[str, ...]:
    """The departments a source is of."""
    return tuple(seen(source.department).split(", ")) if source.department else ()


def chosen(entries: Sequence[Known], where: Sequence[str]) -> list[Known]:
    """The sources that fulfil every ``field=value``; ``*`` in a value stands for anything.

    Raises:
        UsageError: no such field, or a value that no known source has.
    """
    known = [(entry, described(entry)) for entry in entries]
    rows = known
    for text in where:
        name, mark, value = text.partition("=")
        if not mark or name not in FIELDS:
            raise UsageError(f"--where {text}: write FIELD=VALUE. Fields: {', '.join(FIELDS)}.")
        there = sorted({one for _, row in known for one in row.get(name, ())})
        met = {one for one in there if fnmatch.fnmatchcase(one.lower(), value.strip().lower())}
        if not met:
            shown = difflib.get_close_matches(value, there, 3, 0.5) or there[:20]
            raise UsageError(
                f"--where {text}: no known source has this {name}. There is {', '.join(shown)}."
            )
        rows = [(entry, row) for entry, row in rows if met.intersection(row.get(name, ()))]
    return [entry for entry, _ in rows]


def covered(sources: Sequence[Source]) -> dict[str, Counter[str]]:
    """How many sources there are of each modality, department and task.

    Every modality and department of GMAI-VL-5.5M and GMAI-MMBench is named, also with none.
    """
    found = {
        "modality": Counter(dict.fromkeys(MODALITIES, 0)),
        "department": Counter(dict.fromkeys(DEPARTMENTS, 0)),
        "task": Counter[str](),
    }
    for source in sources:
        found["modality"].update(modalities_of(source))
        found["department"].update(departments_of(source))
        found["task"].update(tasks_of(source))
    return found


def summary(entries: Sequence[Known]) -> str:
    """One line: how many sources, and how much of the field they cover."""
    sources = [entry.source for entry in entries if entry.source]
    here = sum(entry.root is not None for entry in entries)
    of = covered(sources)
    modalities = sum(of["modality"][name] > 0 for name in MODALITIES)
    departments = sum(of["department"][name] > 0 for name in DEPARTMENTS)
    return (
        f"{len(sources):,} sources, {here:,} on disk; {modalities} of {len(MODALITIES)} "
        f"modalities, {departments} of {len(DEPARTMENTS)} departments"
    )
