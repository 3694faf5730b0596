"""Check one source: its declaration, its words, its facts, and what it finds on disk.

With data, the declaration is printed back as a table (field, where it comes from, an example, how
many distinct values): a contributor sees at once what was captured.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from gmai_data.config import Config
from gmai_data.declare import Source, label_parts, referred
from gmai_data.errors import DeclarationError
from gmai_data.find import find, load, locate
from gmai_data.grammar.declaration import named_in, written
from gmai_data.known import needs
from gmai_data.terms import DEPARTMENTS, MODALITIES

_FACTS: Final = ("title", "homepage", "license", "evidence")  # a proposal leaves TODO in them
EXAMPLES: Final = 3  # values shown per field
RAW_SHOWN: Final = 12  # raw label values shown per part
SPDX: Final = frozenset(
    (
        "0BSD", "AGPL-3.0-only", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC-BY-1.0",
        "CC-BY-2.0", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-NC-2.0", "CC-BY-NC-3.0", "CC-BY-NC-4.0",
        "CC-BY-NC-ND-3.0", "CC-BY-NC-ND-4.0", "CC-BY-NC-SA-2.0", "CC-BY-NC-SA-3.0",
        "CC-BY-NC-SA-4.0", "CC-BY-ND-3.0", "CC-BY-ND-4.0", "CC-BY-SA-2.0", "CC-BY-SA-3.0",
        "CC-BY-SA-4.0", "CC-PDDC", "CC0-1.0", "GPL-2.0-only", "GPL-3.0-only", "GPL-3.0-or-later",
        "LGPL-3.0-only", "MIT", "MPL-2.0", "ODC-By-1.0", "ODbL-1.0", "PDDL-1.0", "Unlicense",
    )
)  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Field:
    """One field of the cases: where it is declared, and what was found in it."""

    name: str
    origin: str  # the declared text that captures it
    examples: tuple[str, ...]
    distinct: int


@dataclasses.dataclass(frozen=True, slots=True)
class Labels:
    """What one label part found over all cases."""

    part: str  # the declaration, written back
    states: Mapping[str, int]  # given, absent, unknown, outside -> number
    raw: Mapping[str, int]  # raw value -> number, most frequent first


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """What the source's data holds."""

    root: str
    cases: int
    subjects: int
    splits: Mapping[str, int]
    rejected: Mapping[str, int]  # "kind rule" -> number
    fields: tuple[Field, ...]
    labels: tuple[Labels, ...]
    notes: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Check:
    """The result for one source; ``found`` is ``None`` when it is not on disk."""

    source: str
    problems: tuple[str, ...]  # must be corrected
    unknown: tuple[str, ...]  # facts not stated: rights, mostly
    found: Found | None
    needs: str  # what to do to have it on disk

    @property
    def good(self) -> bool:
        """Nothing must be corrected."""
        return not self.problems

    def as_json(self) -> dict[str, Any]:
        """Plain values, for ``--json``."""
        return {"good": self.good, **dataclasses.asdict(self)}


def check_source(name: str, config: Config) -> Check:
    """Check a source by name, with its data when that is on disk.

    Raises:
        SourceNotFoundError: no such source.
        DeclarationError: its file cannot be loaded.
    """
    from gmai_data.grammar.lint import lint
    from gmai_data.graph import faults

    source = load(name, config.source_path)
    problems = [*lint(source), *unknown_terms(source), *wrong_facts(source)]
    problems += faults(source, find(config.source_path))
    root = locate(source, config)
    found = None
    if root is not None:
        try:
            found = _scan(source, config)
        except DeclarationError as error:
            problems.append(str(error))
    rights = ("redistribution", "commercial", "derivatives", "send_to_api")
    return Check(
        source=source.name,
        problems=tuple(dict.fromkeys(problems)),
        unknown=(
            *(right for right in rights if getattr(source, right) is None),
            *(fact for fact in _FACTS if "TODO" in str(getattr(source, fact))),
        ),
        found=found,
        needs="" if root is not None else needs(source, config),
    )


def unknown_terms(source: Source) -> list[str]:
    """A sentence per term that the declaration names and no vocabulary file has."""
    from gmai_data.vocabulary import load as load_vocabulary

    vocabulary = load_vocabulary()
    missing = []
    for term in dict.fromkeys(terms(source)):
        try:
            vocabulary.lookup(term)
        except KeyError as error:
            missing.append(
                f"{source.name}: {error.args[0]}. Use a term that is there, or add a row to a file "
                "of gmai_data/vocabulary."
            )
    return missing


def terms(source: Source) -> Iterator[str]:
    """Every vocabulary term that a declaration names, in declared order."""
    yield from source.anatomy
    for part in label_parts(source):
        if part.name:
            yield part.name
        names = part.names.values() if isinstance(part.names, Mapping) else part.names or ()
        for term in (*names, *(getattr(part, "stack", None) or ())):
            if term:
                yield term


def wrong_facts(source: Source) -> list[str]:
    """A sentence per fact that is missing or not of the closed set it must be of."""
    rules = (
        (r"https?://\S+", source.homepage, "homepage", "the page of the dataset, with https://"),
        (r"\d+\.\d+\.\d+", source.version, "version", "major.minor.patch"),
        (r"\S.*", source.title, "title", "the name its authors use"),
    )
    wrong = [
        f"{source.name}: {fact}={value!r} should be {wanted}."
        for pattern, value, fact, wanted in rules
        if not re.fullmatch(pattern, value)
    ]
    known = source.license in SPDX or re.fullmatch(r"LicenseRef-[A-Za-z0-9.-]+", source.license)
    if not known:
        wrong.append(
            f"{source.name}: license={source.license!r} is no SPDX identifier known here. Write it "
            "as on spdx.org/licenses, or LicenseRef-<name> for a licence of its own."
        )
    closed = (
        ("modality", source.modality, MODALITIES),
        ("department", source.department, DEPARTMENTS),
    )
    for fact, value, allowed in closed:
        if isinstance(value, str) and value and value not in allowed:
            wrong.append(f"{source.name}: {fact}={value!r} is not one of {', '.join(allowed)}.")
    if not source.evidence:
        wrong.append(f"{source.name}: evidence is empty. Say where the layout was seen.")
    return wrong


def _scan(source: Source, config: Config) -> Found:
    """Scan the data, no pixels, and count what came out."""
    from gmai_data.arrow import from_table
    from gmai_data.listing import list_root
    from gmai_data.scan import scan
    from gmai_data.schema import Case

    roots = {}
    known = find(config.source_path)
    for name in (source.name, *(other for other in referred(source) if other in known)):
        place = locate(source if name == source.name else load(name, config.source_path), config)
        if place is not None:
            roots[name] = place
    result = scan(source, roots, list_root(roots[source.name]), config)
    cases = from_table(Case, result.cases)
    values: dict[str, dict[str, int]] = {}
    for case in cases:
        for name, value in {**dict(case.identity), **dict(case.fields)}.items():
            _count(values.setdefault(name, {}), value)
        for file in case.files:
            _count(values.setdefault(f"file {file.role}", {}), file.path)
        for annotation in case.annotations:
            for name, value in annotation.attrs:
                _count(values.setdefault(name, {}), value)
    fields = tuple(
        Field(
            name,
            named_in(source, name) or ("cases" if name.startswith("file ") else ""),
            tuple(seen)[:EXAMPLES],
            len(seen),
        )
        for name, seen in values.items()
    )
    labels = []
    for index, part in enumerate(label_parts(source)):
        mine = [a for case in cases for a in case.annotations if a.part == index]
        states: dict[str, int] = {}
        raw: dict[str, int] = {}
        for annotation in mine:
            _count(states, annotation.state)
            if annotation.raw:
                _count(raw, annotation.raw)
        frequent = dict(sorted(raw.items(), key=lambda item: (-item[1], item[0])))
        labels.append(Labels(written(part), dict(sorted(states.items())), frequent))
    splits: dict[str, int] = {}
    for case in cases:
        _count(splits, f"{case.split} ({case.split_origin})")
    rejected: dict[str, int] = {}
    for row in result.rejected:
        _count(rejected, f"{row.kind} {row.rule}")
    return Found(
        root=roots[source.name].path,
        cases=len(cases),
        subjects=len({case.subject for case in cases}),
        splits=dict(sorted(splits.items())),
        rejected=dict(sorted(rejected.items())),
        fields=fields,
        labels=tuple(labels),
        notes=result.notes,
    )


def print_check(check: Check) -> None:
    """The check as tables on standard output."""
    from gmai_data.report import print_facts, print_table, say

    for problem in check.problems:
        say(f"✗ {problem}")
    if check.unknown:
        say(f"Not stated: {', '.join(check.unknown)}.")
    found = check.found
    if found is not None:
        print_facts(
            {
                "root": found.root,
                "cases": found.cases,
                "subjects": found.subjects,
                "splits": found.splits,
                "rejected": found.rejected,
                "notes": "\n".join(found.notes),
            }
        )
        say()
        print_table(
            ("field", "where from", "example", "distinct"),
            [
                (f.name, f.origin, f.examples[0] if f.examples else "", f.distinct)
                for f in found.fields
            ],
        )
        for labels in found.labels:
            say()
            say(labels.part)
            shown = [
                f"{value} ×{number:,}" for value, number in list(labels.raw.items())[:RAW_SHOWN]
            ]
            more = [f"… {len(labels.raw) - RAW_SHOWN} more"] if len(labels.raw) > RAW_SHOWN else []
            print_facts({"  states": labels.states, "  values": ", ".join(shown + more)})
    elif check.needs:
        say(f"Not on disk: {check.needs}.")
    say(f"{check.source}: {'good' if check.good else f'{len(check.problems)} to correct'}")


def _count(counts: dict[str, int], value: str) -> None:
    counts[value] = counts.get(value, 0) + 1
