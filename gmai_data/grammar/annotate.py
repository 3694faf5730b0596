"""Label parts joined to cases: what each part says of each case, and what is not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from gmai_data.declare import (
    ABSENT,
    ERROR,
    LABEL_KINDS,
    OUTSIDE,
    SKIP,
    UNKNOWN,
    Boxes,
    Class,
    Flags,
    Frames,
    LabelPart,
    Mask,
    Points,
)
from gmai_data.errors import DeclarationError
from gmai_data.grammar.case_files import template_texts
from gmai_data.grammar.cases import CaseRows
from gmai_data.grammar.given import Given
from gmai_data.grammar.hits import Hits, hits_of
from gmai_data.grammar.names import find_key, items, name_keys
from gmai_data.grammar.rows import Column, Rows, evaluate
from gmai_data.grammar.slots import given
from gmai_data.grammar.survey import Survey, describe
from gmai_data.schema import Pairs

NOT_LABELLED: Final = "not-labelled"  # rule of a case that `missing=SKIP` leaves out: policy


@dataclass(slots=True)
class Annotations:
    """Annotations of many cases as parallel columns; `case` is the position of the case."""

    case: list[int] = field(default_factory=list)
    part: list[int] = field(default_factory=list)
    kind: list[str] = field(default_factory=list)
    state: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    files: list[tuple[str, ...]] = field(default_factory=list)
    values: list[Pairs] = field(default_factory=list)
    attrs: list[Pairs] = field(default_factory=list)
    rater: list[str] = field(default_factory=list)
    instance: list[str] = field(default_factory=list)
    slice: list[str] = field(default_factory=list)

    def drop_repeats(self, start: int) -> None:
        """Leave out what a case says twice, from position ``start`` on."""
        columns: list[list[Any]] = [
            self.case, self.raw, self.files, self.values, self.attrs, self.rater, self.instance,
            self.slice,
        ]  # fmt: skip
        rows = list(zip(*(column[start:] for column in columns), strict=True))
        kept = list(dict.fromkeys(rows))
        if len(kept) < len(rows):
            for column, values in zip(columns, zip(*kept, strict=True), strict=True):
                column[start:] = values

    def state_only(self, case: int, part: int, kind: str, state: str, raw: str) -> None:
        """A statement that something is absent or outside, without content."""
        self.case.append(case)
        self.part.append(part)
        self.kind.append(kind)
        self.state.append(state)
        self.raw.append(raw)
        self.files.append(())
        self.values.append(())
        self.attrs.append(())
        self.rater.append("")
        self.instance.append("")
        self.slice.append("")


def annotate(survey: Survey, cases: CaseRows) -> tuple[Annotations, dict[int, tuple[str, str]]]:
    """All annotations of the cases, and the cases that must be rejected with rule and value."""
    out = Annotations()
    rejected: dict[int, tuple[str, str]] = {}
    for group in survey.plan.labels:
        left = list(range(cases.n))
        for n, (index, part) in enumerate(group):
            last = n == len(group) - 1
            left = _add_part(survey, cases, index, part, left, last, out, rejected)
    return out, rejected


def _add_part(
    survey: Survey, cases: CaseRows, index: int, part: LabelPart, only: Sequence[int],
    last: bool, out: Annotations, rejected: dict[int, tuple[str, str]],
) -> list[int]:  # fmt: skip
    """Add one part's annotations for the cases ``only``; returns those in which it is missing."""
    what = f"{survey.source.name}: {describe(part)}"
    own_frame = _own_frames(survey, cases)
    hits = hits_of(survey, cases, part, only, what)
    found = given(part, hits.rows, what) if hits.rows.n else Given()
    _check_raws(part, found, hits.rows, what)
    keep_missing = {hits.case[at] for at in found.missing}
    there = {hits.case[at] for at in found.at} | {hits.case[at] for at in found.empty}
    there |= {hits.case[at] for at in found.bad}
    applies = set(only) if hits.applies is None else hits.applies
    missing = sorted((applies - there) | (keep_missing - there))
    for at, reason in found.bad.items():
        rejected.setdefault(hits.case[at], reason)
    start = len(out.case)
    _emit(part, index, hits, found, what, out)
    if own_frame and getattr(part, "frame", None) is not None:
        _of_own_frame(part, own_frame, start, out)
    if last:
        _not_there(survey, part, index, missing, out, rejected, what, len(applies))
    _not_in_it(part, index, start, there, out, found, hits)
    return missing


def _check_raws(part: LabelPart, found: Given, rows: Rows, what: str) -> None:
    """Every distinct raw value must be in `names`."""
    if part.names is None or not found.raw or (isinstance(part, Flags) and part.by is None):
        return
    if part.by is None and not isinstance(part, Class):
        return
    for raw in dict.fromkeys(found.raw):
        if find_key(part.names, raw) is None:
            at = found.at[found.raw.index(raw)]
            raise DeclarationError(
                f"{what}: '{raw}' ({found.raw.count(raw):,} rows, first: {rows.line(at)}) is not "
                f'in names. Add "{raw}": term, or "{raw}": None to ignore it.{_near_terms(raw)}'
            )


def _near_terms(raw: str) -> str:
    """Vocabulary terms near a raw value, where the vocabulary can be read."""
    import difflib

    from gmai_data import vocabulary

    terms = [t for t in getattr(vocabulary.load(), "terms", ()) if isinstance(t, str)]
    near = difflib.get_close_matches(raw.lower().replace("_", " "), terms, 3, 0.6)
    return f" Terms near it: {', '.join(near)}." if near else ""


def _emit(
    part: LabelPart, index: int, hits: Hits, found: Given, what: str, out: Annotations
) -> None:
    rows, count = hits.rows, len(found.at)
    if not count:
        return
    kind = LABEL_KINDS[type(part)]
    at = found.at
    rater = evaluate(part.rater, rows, f"{what} rater") if part.rater is not None else None
    attrs = [(n, evaluate(e, rows, f"{what} attrs")) for n, e in part.attrs.items()]
    instances = getattr(part, "instances", None)
    number: Column | None = None
    if isinstance(instances, str) and (instances != "{pixel}" or "pixel" in rows.columns):
        number = evaluate(instances, rows, f"{what} instances")
    cut = getattr(part, "frame", None) is not None
    before = len(out.case)
    out.case += [hits.case[i] for i in at]
    out.raw += found.raw
    out.values += found.values
    out.files += [hits.files[i] for i in at] if hits.files is not None else [()] * count
    out.attrs += (
        [tuple([(n, v) for n, c in attrs if (v := c[i])]) for i in at] if attrs else [()] * count
    )
    out.rater += [rater[i] or "" for i in at] if rater is not None else [""] * count
    out.instance += [number[i] or "" for i in at] if number is not None else [""] * count
    where = [hits.slice[i] for i in at] if hits.slice is not None else [""] * count
    if cut:
        where = [w or "frame=" + dict(v).get("frame", "")
                 for w, v in zip(where, found.values, strict=True)]  # fmt: skip
    out.slice += where
    if len(set(hits.case)) < len(hits.case) or len(set(at)) < count:
        out.drop_repeats(before)
    added = len(out.case) - len(out.part)
    out.part += [index] * added
    out.kind += [kind] * added
    out.state += ["given"] * added


def _own_frames(survey: Survey, cases: CaseRows) -> list[str | None]:
    """The frame that each case is, where the declaration cuts files into them; else nothing."""
    declared = survey.plan.cases
    cut = getattr(declared, "frames", None) or getattr(declared, "frame", None)
    if not (cut or isinstance(declared, Frames)):
        return []
    return cases.values(cases.rows.columns["frame"])


def _of_own_frame(
    part: LabelPart, frames: Sequence[str | None], start: int, out: Annotations
) -> None:
    """What is of the frame that the case itself is, is of the whole case.

    A mask file keeps its frame: the one to take of a file with as many as the image.
    """
    by_file = isinstance(part, Mask) and part.template is not None
    for at in range(start, len(out.case)):
        own = dict(out.values[at]).get("frame") == frames[out.case[at]]
        if out.slice[at].startswith("frame=") and (by_file or own):
            out.slice[at] = ""
            if not by_file:
                out.values[at] = tuple(pair for pair in out.values[at] if pair[0] != "frame")


def _keys(part: LabelPart) -> tuple[str, ...]:
    """Raw keys that a part writes out where they are not there; "" for a fixed name."""
    if part.names is None:
        return ("",)
    keys = zip(name_keys(part.names), items(part.names), strict=True)
    return tuple(text for text, (_, term) in keys if text and term is not None)


def mostly(missing: int, of: int) -> bool:
    """Whether a label is missing so often that it is the declaration's mistake."""
    return missing == of or (missing > of / 2 and of >= 20)


def _not_there(
    survey: Survey, part: LabelPart, index: int, missing: Sequence[int], out: Annotations,
    rejected: dict[int, tuple[str, str]], what: str, of: int,
) -> None:  # fmt: skip
    together = survey.together
    if part.missing == ERROR and together is not None:
        together.add("missing", index, len(missing), of)
    if not missing or part.missing == UNKNOWN:
        return
    if part.missing == SKIP:
        for case in missing:
            rejected.setdefault(case, (NOT_LABELLED, describe(part)))
        return
    if part.missing == ERROR:
        text = next(iter(template_texts(part)), "")
        shown = f'{type(part).__name__} "{text}"' if text else describe(part)
        if together is None and mostly(len(missing), of):
            raise survey.error(
                f"{len(missing):,} of {of:,} cases have no {shown}. If that is expected: "
                'missing="unknown" (not annotated) or "absent" (annotated, none there).'
            )
        for case in missing:
            rejected.setdefault(case, ("missing-label", shown))
        return
    kind = LABEL_KINDS[type(part)]
    for case in missing:
        for raw in _keys(part):
            out.state_only(case, index, kind, part.missing, raw)


def _not_in_it(
    part: LabelPart, index: int, start: int, there: set[int], out: Annotations, found: Given,
    hits: Hits,
) -> None:  # fmt: skip
    """Names that a case's files or rows leave out: absent where the part says so."""
    by_file = hits.files is not None
    state = part.missing if by_file else part.empty
    named = part.by is not None or isinstance(part, Class)
    if state not in (ABSENT, OUTSIDE) or not isinstance(part, Class | Mask | Boxes | Points):
        return
    if by_file and part.by is None:
        return  # what a label map leaves out is for those who read its pixels
    present: dict[int, set[str]] = {case: set() for case in there}
    cache: dict[str, str | None] = {}
    for case, raw in zip(out.case[start:], out.raw[start:], strict=True):
        if raw not in cache:
            cache[raw] = find_key(part.names, raw) if part.names is not None else raw
        if case in present:
            present[case].add(cache[raw] or raw)
    kind = LABEL_KINDS[type(part)]
    empty = {hits.case[at] for at in found.empty}
    for case in sorted(there):
        for raw in _keys(part):
            if raw not in present[case] and (named or case in empty):
                out.state_only(case, index, kind, state, raw)
