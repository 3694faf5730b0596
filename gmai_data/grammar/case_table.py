"""Cases as Arrow columns, made without a Python object per case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from gmai_data.arrow import arrow_schema
from gmai_data.declare import DicomSeries
from gmai_data.grammar.annotate import Annotations
from gmai_data.grammar.cases import CaseRows
from gmai_data.grammar.rows import expr_fields
from gmai_data.grammar.survey import Survey
from gmai_data.schema import Annotation, CaseFile


def file_column(files: Sequence[Sequence[tuple[str, str]]]) -> pa.Array:
    """Role and path of every case's files."""
    offsets = np.cumsum([0, *map(len, files)], dtype=np.int32)
    kind = arrow_schema(CaseFile)
    pairs = [pair for found in files for pair in found]
    struct = pa.StructArray.from_arrays(
        [
            pa.array([p[0] for p in pairs], pa.string()),
            pa.array([p[1] for p in pairs], pa.string()),
        ],
        fields=list(kind),
    )
    return pa.ListArray.from_arrays(pa.array(offsets), struct)


def interned(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """An array of nested values of which many are equal: converted once each."""
    places: dict[Any, int] = {}
    index = [places.setdefault(value, len(places)) for value in values]
    return pa.array(list(places), kind).take(pa.array(index, pa.int32()))


def raw_fields(survey: Survey, cases: CaseRows, good: Sequence[int]) -> list[Any]:
    """Raw fields that words need, per case: of view, modality and department, and of attrs."""
    plan = survey.plan
    names = expr_fields([t for t in (plan.view, plan.modality, plan.department) if t])
    for group in plan.labels:
        for _, part in group:
            names |= expr_fields(part.attrs)
    names |= {"phase", "frame", "i"} & set(cases.rows.columns)
    if isinstance(plan.cases, DicomSeries):
        names -= {"i"}
    columns = [
        (name, cases.values(cases.rows.columns[name]))
        for name in sorted(names)
        if name in cases.rows.columns
    ]
    return [tuple([(n, v) for n, c in columns if (v := c[at]) is not None]) for at in good]


def annotation_column(notes: Annotations, good: Sequence[int], count: int) -> pa.Array:
    """The annotations of the ``good`` ones of ``count`` cases, by part and then as they came."""
    place = np.full(count, -1, dtype=np.int64)
    place[np.asarray(good, dtype=np.int64)] = np.arange(len(good))
    of = place[np.asarray(notes.case, dtype=np.int64)] if notes.case else np.empty(0, np.int64)
    part = np.asarray(notes.part, dtype=np.int64)
    keep = np.flatnonzero(of >= 0)
    order = keep[np.lexsort((part[keep], of[keep]))] if keep.size else keep
    offsets = np.concatenate([[0], np.cumsum(np.bincount(of[keep], minlength=len(good)))])
    kind = arrow_schema(Annotation)
    taken = pa.array(order)
    arrays = []
    for item in kind:
        values: Iterable[Any] = getattr(notes, item.name)
        nested = pa.types.is_list(item.type)
        array = interned(list(values), item.type) if nested else pa.array(values, item.type)
        arrays.append(array.take(taken))
    struct = pa.StructArray.from_arrays(arrays, fields=list(kind))
    return pa.ListArray.from_arrays(pa.array(offsets.astype(np.int32)), struct)
