"""Subjects, studies and splits of cases: no subject is ever in two splits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gmai_data.config import Config
from gmai_data.declare import Arrays, First, NoSubject, Source, Term
from gmai_data.grammar.cases import CaseRows
from gmai_data.grammar.identity import (
    case_key,
    space_of,
    split_of,
    subject_hmac,
    text_digest,
)
from gmai_data.grammar.names import UnknownLabelError, bind_name
from gmai_data.grammar.rows import Column, evaluate
from gmai_data.grammar.survey import Survey
from gmai_data.terms import SPLITS

STRICTEST: Final = ("test", "val", "train")  # whose split wins when a subject is in several


@dataclass(slots=True)
class Belonging:
    """Per case: raw subject (None = the case is its own), its key, study and official split."""

    raw: list[str | None]
    subject: list[str]
    study: list[str]
    official: list[str]
    missing: list[int]  # cases without a subject where the declaration promises one


def belonging(survey: Survey, cases: CaseRows, keys: Sequence[str], secret: bytes) -> Belonging:
    """Who the cases are of. Raises DeclarationError for a subject= that no row has."""
    plan = survey.plan
    raw, missing = _raw_subjects(survey, cases)
    study = _studies(survey, cases)
    official = _official(survey, cases)
    own: dict[str, str] = {}
    hashed: dict[str, str] = {}
    subjects = []
    for at, value in enumerate(raw):
        if value is not None:
            if value not in hashed:
                hashed[value] = subject_hmac(survey.source, value, secret)
            subjects.append(hashed[value])
            continue
        # Cases cut from one file (frames, pages) are one subject even where none is declared.
        base = keys[at]
        if getattr(plan.cases, "frames", None) or getattr(plan.cases, "frame", None):
            base = case_key(
                survey.source.name,
                tuple(p for p in cases.identity[at] if p[0] not in ("phase", "frame")), plan.part,
            )  # fmt: skip
        shared = not isinstance(plan.cases, Arrays) and cases.files[at]
        path = cases.files[at][0][1] if shared else ""
        subjects.append(own.setdefault(path, base) if path else base)
    return Belonging(raw, subjects, study, official, missing)


def _raw_subjects(survey: Survey, cases: CaseRows) -> tuple[list[str | None], list[int]]:
    subject = survey.plan.subject
    if subject is None:
        raise survey.error(
            'subject= is missing. Write subject="{field}"; if the release has no patient id, '
            "subject=NO_SUBJECT and say so in the docstring."
        )
    if isinstance(subject, NoSubject):
        return [None] * cases.n, []
    own_allowed = isinstance(subject, First) and any(
        isinstance(o, NoSubject) for o in subject.options
    )
    column = evaluate(subject, cases.rows, f"{survey.source.name}: subject")
    raw = [value or None for value in cases.values(column)]
    missing = [] if own_allowed else [at for at, value in enumerate(raw) if value is None]
    return raw, missing


def _studies(survey: Survey, cases: CaseRows) -> list[str]:
    if survey.plan.study is None:
        return [""] * cases.n
    column = evaluate(survey.plan.study, cases.rows, f"{survey.source.name}: study")
    out, cache = [], {}
    for value in cases.values(column):
        if value and value not in cache:
            cache[value] = text_digest("study", [survey.source.name, value])[:16]
        out.append(cache[value] if value else "")
    return out


def mapped(survey: Survey, given: Any, column: Column, what: str) -> Column:
    """A column through the names of a `Term`; a value they do not list is an error."""
    names = given.names
    cache: dict[str | None, str | None] = {}
    for value in dict.fromkeys(column):
        try:
            cache[value] = bind_name(names, value or "")
        except UnknownLabelError as error:
            if value is None or value == "":
                cache[value] = None
                continue
            raise survey.error(
                f"{what}: '{value}' ({column.count(value):,} rows, first: "
                f"row {column.index(value) + 1}) is not in the mapping. Add "
                f'"{value}": term, or "{value}": None.'
            ) from error
    return [cache[value] for value in column]


def _official(survey: Survey, cases: CaseRows) -> list[str]:
    given = survey.plan.split
    if given is None:
        return [""] * cases.n
    what = f"{survey.source.name}: split"
    if isinstance(given, Term):
        raw = evaluate(given.expr, cases.rows, what)
        column = mapped(survey, given, raw, "split")
    else:
        column = evaluate(given, cases.rows, what)
    bad = next((v for v in column if v and v not in SPLITS), None)
    if bad is not None:
        raise survey.error(
            f"split: '{bad}' is not train, val or test. Write split=Term(…, {{'{bad}': 'train'}})."
        )
    out = []
    for rows in cases.rows_of:
        if len(rows) == 1:
            out.append(column[rows[0]] or "")
        else:
            found = {column[r] for r in rows}
            out.append(next((s for s in STRICTEST if s in found), ""))
    return out


@dataclass(frozen=True, slots=True)
class Splits:
    """Per case its split and where that comes from; and what was moved."""

    split: list[str]
    origin: list[str]
    moved: dict[tuple[str, str], int]  # cases by the split they were given and the one they are in
    official: dict[str, str]  # subject -> the split that its source declares for it


def assign_splits(
    source: Source, subjects: Sequence[str], raw: Sequence[str | None],
    official: Sequence[str], config: Config,
) -> Splits:  # fmt: skip
    """The official split of a subject, test before val before train, else by hash of its raw id."""
    decided: dict[str, str] = {}
    for subject, split in zip(subjects, official, strict=True):
        if split:
            before = decided.get(subject)
            if before is None or STRICTEST.index(split) < STRICTEST.index(before):
                decided[subject] = split
    hashed: dict[str, str] = {}
    named = {s for s, name in zip(subjects, raw, strict=True) if name is not None} & decided.keys()
    out = Splits([], [], {}, {s: decided[s] for s in sorted(named)})
    for subject, name, given in zip(subjects, raw, official, strict=True):
        split = decided.get(subject, "")
        if not split:
            if subject not in hashed:
                space, own = space_of(source, name if name is not None else subject)
                hashed[subject] = split_of(config.seed, space, own, config.ratios)
            out.split.append(hashed[subject])
            out.origin.append("hash")
            continue
        out.split.append(split)
        out.origin.append("official" if split == given else "subject")
        if split != given:
            out.moved[given, split] = out.moved.get((given, split), 0) + 1
    return out


def moved_notes(source: Source, moved: Mapping[tuple[str, str], int]) -> list[str]:
    """What was moved, because all cases of a subject are in one split."""
    named = sorted(((old or "no split", new), count) for (old, new), count in moved.items())
    return [
        f"{source.name}: {count:,} cases move from {old} to {new}, where their subject is."
        for (old, new), count in named
    ]
