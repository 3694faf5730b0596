"""The cases of one layout of a source: found, left out where declared, and written as a table."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pyarrow as pa

from gmai_data.arrow import arrow_schema
from gmai_data.errors import DeclarationError
from gmai_data.grammar.annotate import NOT_LABELLED, annotate
from gmai_data.grammar.case_table import annotation_column, file_column, interned, raw_fields
from gmai_data.grammar.cases import CaseRows, case_rows
from gmai_data.grammar.identity import case_key
from gmai_data.grammar.layout import not_found
from gmai_data.grammar.pieces import in_own_row
from gmai_data.grammar.subjects import Belonging, belonging
from gmai_data.grammar.survey import Survey, rejection
from gmai_data.schema import Case

_BLOCK: Final = 1 << 18  # cases whose annotations are Python objects at once


@dataclass(slots=True)
class Found:
    """The cases of one layout before splits are known."""

    survey: Survey
    cases: CaseRows
    keys: list[str]
    of: Belonging
    kept: Sequence[int] = ()


def found_in(survey: Survey, secret: bytes) -> Found:
    """The cases of a layout, each with its key and who it is of.

    Raises DeclarationError where there is none, or the declaration does not fit the files.
    """
    cases = case_rows(survey)
    whole = survey.pieces is None and survey.together is None
    if not cases.n and not survey.rejected and whole:
        raise DeclarationError(not_found(survey.disk, survey.plan))
    plan = survey.plan
    keys = [case_key(survey.source.name, identity, plan.part) for identity in cases.identity]
    of = belonging(survey, cases, keys, secret)
    for at in of.missing:
        survey.rejected.append(
            rejection(survey, keys[at], "missing-subject", "subject= is empty",
                      cases.files[at][0][1] if cases.files[at] else "")
        )  # fmt: skip
    missing = set(of.missing)
    kept = [at for at in range(cases.n) if at not in missing] if missing else range(cases.n)
    return Found(survey, cases, keys, of, kept)


def name_of(found: Found, at: int) -> str:
    """What a case is called in a message: its first file, else its identity."""
    files = found.cases.files[at]
    return files[0][1] if files else str(dict(found.cases.identity[at]))


def exclude(found: Found) -> set[str]:
    """Leave out the cases that the declaration excludes; the keys that met one.

    A key is a captured field, the subject, all of the identity, or a path or name of a file.
    """
    reasons = found.survey.plan.exclude
    met: set[str] = set()
    if not reasons:
        return met
    kept = []
    formats = found.survey.formats
    captured = [(n, found.cases.rows.columns[n]) for n in formats if n in found.cases.rows.columns]
    for at in found.kept:
        row = found.cases.rows_of[at][0]
        pairs = [*found.cases.identity[at], *((n, v) for n, c in captured if (v := c[row]))]
        values = [v for _, v in pairs]
        written = [formats[n].written(v) if n in formats else v for n, v in pairs]
        texts = [*values, *written, found.of.raw[at] or ""]
        texts += [sep.join(v) for v in (values, written) for sep in ("/", "-", "_", " ")]
        for _, path in found.cases.files[at]:
            texts += [path, path.rpartition("/")[2]]
        key = next((text for text in texts if text in reasons), None)
        if key is None:
            kept.append(at)
            continue
        met.add(key)
        found.survey.rejected.append(
            rejection(found.survey, found.keys[at], "excluded", reasons[key], name_of(found, at),
                      "policy")
        )  # fmt: skip
    found.kept = kept
    return met


def tables_of(found: Found, split: Sequence[str], origin: Sequence[str]) -> list[pa.Table]:
    """The Arrow tables of one layout's cases, annotations joined.

    Where all labels are in the cases' own rows, a block of cases is joined at a time: as Python
    objects, annotations take several times what the columns of the table do. What looks wrong in
    one block may be right in the whole, which is then joined at once.
    """
    kept, rejected = found.kept, found.survey.rejected
    whole = found.survey.together is None
    if whole and all(in_own_row(part) for group in found.survey.plan.labels for _, part in group):
        before = len(rejected)
        blocks = (kept[start : start + _BLOCK] for start in range(0, len(kept), _BLOCK))
        with contextlib.suppress(DeclarationError):
            return [_table(found, block, split, origin) for block in blocks]
        del rejected[before:]
    return [_table(found, kept, split, origin)]


def _table(
    found: Found, kept: Sequence[int], split: Sequence[str], origin: Sequence[str]
) -> pa.Table:
    survey = found.survey
    cases = found.cases.take(kept)
    notes, bad = annotate(survey, cases)
    for at, (rule, value) in sorted(bad.items()):
        kind = "policy" if rule == NOT_LABELLED else "corrupt"
        survey.rejected.append(
            rejection(survey, found.keys[kept[at]], rule, value, name_of(found, kept[at]), kind)
        )
    good = [at for at in range(cases.n) if at not in bad]
    of = [kept[at] for at in good]
    files = [cases.files[at] for at in good]
    size = survey.disk.size
    weight = {path: size(path) for path in {path for f in files for _, path in f}}
    schema = arrow_schema(Case)
    columns = {
        "key": [found.keys[at] for at in of],
        "source": [survey.source.name] * len(of),
        "layout": [survey.plan.name] * len(of),
        "identity": [cases.identity[at] for at in good],
        "subject": [found.of.subject[at] for at in of],
        "study": [found.of.study[at] for at in of],
        "split": [split[at] for at in of],
        "split_origin": [origin[at] for at in of],
        "files": file_column(files),
        "fields": interned(raw_fields(survey, cases, good), schema.field("fields").type),
        "annotations": annotation_column(notes, good, cases.n),
        "weight": [sum(weight[path] for path in {p for _, p in f}) for f in files],
    }
    arrays = [
        column if isinstance(column, pa.Array) else pa.array(column, schema.field(name).type)
        for name, column in columns.items()
    ]
    return pa.table(arrays, schema=schema)
