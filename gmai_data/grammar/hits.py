"""Where a label part finds its rows: the cases' own, files, other tables, nested records."""

from __future__ import annotations

import difflib
import itertools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gmai_data.declare import (
    ERROR,
    Boxes,
    Class,
    DicomSeries,
    First,
    Flags,
    LabelPart,
    Mask,
    Points,
    Records,
    Report,
    Table,
)
from gmai_data.declare import Rows as Declared
from gmai_data.errors import DeclarationError
from gmai_data.grammar.case_files import array_inputs, template_texts
from gmai_data.grammar.cases import CaseRows
from gmai_data.grammar.identity import instance_name
from gmai_data.grammar.join import join_keys, join_rows, no_match
from gmai_data.grammar.layout import mentions
from gmai_data.grammar.lookup import lookup
from gmai_data.grammar.records import nested
from gmai_data.grammar.rows import Column, Rows, options_of, where_mask
from gmai_data.grammar.survey import Survey, describe, load
from gmai_data.grammar.tables import text_of


@dataclass(slots=True)
class Hits:
    """Rows of one part with the case each belongs to, and their files where it has files."""

    rows: Rows
    case: list[int]
    files: list[tuple[str, ...]] | None = None
    slice: list[str] | None = None
    applies: set[int] | None = None  # cases that `where` keeps; None = all


def hits_of(
    survey: Survey, cases: CaseRows, part: LabelPart, only: Sequence[int], what: str
) -> Hits:
    """The rows that a part has for the cases ``only``: of the cases, files, tables or records."""
    need = mentions(part) | ({"i"} if getattr(part, "array", None) else set())
    hits = _distinct(survey, cases, part, need, only)
    mask = None
    if part.where and all(name in hits.rows.columns for name in part.where):
        mask = where_mask(hits.rows, part.where, what)
    if mask is not None:
        hits = _pick(hits, [i for i, keep in enumerate(mask) if keep])
        hits.applies = set(hits.case)
    if template_texts(part):
        hits = _files(survey, hits, part, what)
    elif isinstance(getattr(part, "template", None), DicomSeries):
        hits = _series(survey, hits, part, what)
    if isinstance(part, Class) and part.array is not None:
        hits = _array(survey, hits, part, what)
    if part.table is not None:
        hits = _joined(survey, hits, part.table, part, what)
    if isinstance(part, Mask) and part.lookup is not None:
        hits = _joined(survey, hits, part.lookup, part, what)
    if part.each is not None:
        index, rows = nested(hits.rows, part.each, sorted(need), what)
        hits = _overlay(hits, index, rows)
    if part.where and mask is None:
        mask = where_mask(hits.rows, part.where, what)
        hits = _pick(hits, [i for i, keep in enumerate(mask or ()) if keep])
    if isinstance(part, Mask) and callable(part.polygon):
        hits = _polygons(hits, part, what)
    return hits


def _pick(hits: Hits, at: Sequence[int]) -> Hits:
    return Hits(
        hits.rows.take(at),
        [hits.case[i] for i in at],
        None if hits.files is None else [hits.files[i] for i in at],
        None if hits.slice is None else [hits.slice[i] for i in at],
        hits.applies,
    )


def _distinct(
    survey: Survey, cases: CaseRows, part: LabelPart, need: set[str], only: Sequence[int]
) -> Hits:
    """The rows of the cases that differ in what the part needs; a slice's row names its file."""
    rows = cases.rows
    columns = {n: c for n, c in rows.columns.items() if n in need or callable(
        getattr(part, "polygon", None))}  # fmt: skip
    at: list[int] = []
    of: list[int] = []
    slices: list[str] = []
    per_slice = isinstance(survey.plan.cases, DicomSeries)
    by_picture = isinstance(survey.plan.cases, Table | Records) and _of_one_picture(part)
    own = part.table is None and not template_texts(part)
    named = list(columns.values())
    for case in only:
        mine = cases.rows_of[case]
        if by_picture and len(mine) > 1 and len(cases.files[case]) > 1:
            for row, path in _pictured(rows, mine, named, own):
                at.append(row)
                of.append(case)
                slices.append("sop=" + path if path else "")
            continue
        if len(mine) > 1 and not callable(getattr(part, "polygon", None)):
            seen: dict[tuple[str | None, ...], int] = {}
            for row in mine:
                key = tuple([c[row] for c in named])
                if part.each is not None and rows.items is not None:
                    key = (*key, str(row))
                seen.setdefault(key, row)
            whole = len(seen) < len(mine)
            chosen: Sequence[int] = list(seen.values())
        else:
            whole, chosen = len(mine) == 1, mine
        at += chosen
        of += [case] * len(chosen)
        for row in chosen:
            stem = ""
            if per_slice and not whole and rows.files:
                stem = "sop=" + instance_name(rows.files[row][0][1])
            slices.append(stem)
    picked = Rows(
        len(at), {n: [c[i] for i in at] for n, c in columns.items()}, rows.formats,
        None if rows.items is None else [rows.items[i] for i in at], rows.names,
        None if rows.lines is None else [rows.lines[i] for i in at], rows.label,
    )  # fmt: skip
    picked.names = tuple(dict.fromkeys((*rows.names, *rows.columns)))
    return Hits(picked, of, None, slices if any(slices) else None)


def _of_one_picture(part: LabelPart) -> bool:
    """Whether a part says something of one picture of a case, and not of all of them."""
    return isinstance(part, Mask | Boxes | Points | Class | Flags) and part.level == "image"


def _pictured(
    rows: Rows, mine: Sequence[int], named: Sequence[Column], own: bool
) -> list[tuple[int, str]]:
    """Rows of a case of several pictures, each with the path of the one it is of.

    The path is "" where the row leads to several or none, and where rows of different pictures
    are equal in all that the part asks for: nothing then says which picture is meant. What a row
    says itself (``own``) is always of its own picture, unless all rows say the same.
    """
    assert rows.files is not None
    pictures = [rows.files[row] for row in mine]
    keys = [tuple(column[row] for column in named) for row in mine]
    if len(set(keys)) == 1:
        return [(mine[0], "")]
    seen: dict[Any, int] = {}
    of: dict[Any, set[str]] = {}
    for row, key, files in zip(mine, keys, pictures, strict=True):
        path = files[0][1] if len(files) == 1 else ""
        full = (key, path) if own else key
        seen.setdefault(full, row)
        of.setdefault(full, set()).add(path)
    return [(row, next(iter(of[full])) if len(of[full]) == 1 else "") for full, row in seen.items()]


def _files(survey: Survey, hits: Hits, part: Any, what: str) -> Hits:
    """Files by template: one row per case and new captures, with all their files."""
    at: list[int] = []
    files: list[tuple[str, ...]] = []
    new: dict[str, Column] = {}
    left = list(range(hits.rows.n))
    for text in template_texts(part):
        got = lookup(survey, hits.rows, text, left)
        if not set(got.template.fields) & set(hits.rows.columns) and got.template.fields:
            raise DeclarationError(_no_share(survey, what, text))
        unused = [n for n in got.new if n not in _used(part)]
        if unused:
            raise DeclarationError(_unused(survey, what, text, unused[0], hits.rows))
        for row, found in got.found.items():
            for key, group in itertools.groupby(sorted(found, key=lambda f: (f[1], f[0])),
                                                key=lambda f: f[1]):  # fmt: skip
                at.append(row)
                files.append(tuple(path for path, _ in group))
                for name, value in zip(got.new, key, strict=True):
                    column = new.setdefault(name, [None] * (len(at) - 1))
                    column += [None] * (len(at) - 1 - len(column)) + [value]
        left = [row for row in left if row not in got.found]
        if not left or not isinstance(getattr(part, "template", None) or part.expr, First):
            break
    out = _pick(hits, at)
    out.files = files
    for name, column in new.items():
        out.rows.columns[name] = column + [None] * (len(at) - len(column))
    if isinstance(part, Report):
        return _report_texts(survey, out)
    return _once(out)


def _once(hits: Hits) -> Hits:
    """A file that several rows of a case lead to is one hit."""
    assert hits.files is not None
    seen: set[tuple[int, tuple[str, ...]]] = set()
    keep = []
    for at, key in enumerate(zip(hits.case, hits.files, strict=True)):
        if key not in seen:
            seen.add(key)
            keep.append(at)
    return hits if len(keep) == len(hits.case) else _pick(hits, keep)


def _used(part: Any) -> set[str]:
    exprs = [getattr(part, name, None) for name in ("by", "rater", "frame", "attrs", "where")]
    instances = getattr(part, "instances", None)
    tables = [part.table, getattr(part, "lookup", None)]
    return mentions([*exprs, instances if isinstance(instances, str) else None, *tables])


def _no_share(survey: Survey, what: str, text: str) -> str:
    fields = ", ".join(sorted(survey.formats)) or "none"
    return (
        f'{what} "{text}" shares no field with the cases ({fields}): every case would get every '
        "file. Put a field of the cases in the template, or the files under table=…, on=…."
    )


def _unused(survey: Survey, what: str, text: str, name: str, rows: Rows) -> str:
    known = sorted({*survey.formats, *rows.columns, *rows.names})
    near = difflib.get_close_matches(name, known, 1)
    hint = f" Did you mean {{{near[0]}}}?" if near else f' Write * for it, or by="{{{name}}}".'
    return f"{what} captures {{{name}}}, which neither the cases nor this part uses.{hint}"


def _report_texts(survey: Survey, hits: Hits) -> Hits:
    """Reports in files become a field of their own: the text, so that no later step opens them."""
    assert hits.files is not None
    texts: Column = []
    for paths in hits.files:
        data = [text_of(survey.read(path)) for path in paths]
        texts.append("\n".join(data).replace("\r\n", "\n").strip())
    hits.rows.columns["\0text"] = texts
    return hits


def _series(survey: Survey, hits: Hits, part: Any, what: str) -> Hits:
    """DICOM files of another series as labels: a row per series, with its files."""
    from gmai_data.grammar.dicom_headers import header_rows

    declared: DicomSeries = part.template
    texts = options_of(declared.template)
    at: list[int] = []
    paths: list[str] = []
    for text in texts if isinstance(declared.template, str) else declared.template:
        got = lookup(survey, hits.rows, text, range(hits.rows.n))
        for row, found in got.found.items():
            at += [row] * len(found)
            paths += [path for path, _ in found]
    distinct = sorted(set(paths))
    heads = Rows(len(distinct), {})
    heads.files = [(("mask", path),) for path in distinct]
    tags = {"SeriesInstanceUID", "SOPInstanceUID", *(declared.where or ())}
    heads = header_rows(survey, heads, tags)
    mask = where_mask(heads, declared.where, what) or [True] * heads.n
    assert heads.files is not None
    series = {
        files[0][1]: uid
        for files, uid, keep in zip(
            heads.files, heads.columns["SeriesInstanceUID"], mask, strict=True
        )
        if keep
    }
    groups: dict[tuple[int, str | None], list[str]] = {}
    first: dict[tuple[int, str | None], int] = {}
    for row, path in zip(at, paths, strict=True):
        if path in series:
            key = (hits.case[row], series[path])
            groups.setdefault(key, []).append(path)
            first.setdefault(key, row)
    out = _pick(hits, list(first.values()))
    out.files = [tuple(sorted(set(found))) for found in groups.values()]
    out.slice = None
    return out


def _array(survey: Survey, hits: Hits, part: Class, what: str) -> Hits:
    """Row ``{i}`` of an array of classes, beside the array of images."""
    from gmai_data.read.arrays import load_array

    assert part.array is not None
    inputs = array_inputs(survey)
    got = lookup(survey, hits.rows, part.array, range(hits.rows.n))
    arrays: dict[str, Any] = {}
    values: Column = [None] * hits.rows.n
    if "i" not in hits.rows.columns:
        raise DeclarationError(f"{what}: array= needs cases from Arrays(…), which number the rows.")
    for row, found in got.found.items():
        path = found[0][0]
        if path not in arrays:
            arrays[path] = load_array(inputs, path)
        cell = arrays[path][int(hits.rows.columns["i"][row] or 0)]
        flat = cell.reshape(-1) if hasattr(cell, "reshape") else [cell]
        values[row] = "|".join(_cell(v) for v in flat)
    hits.rows.columns["\0array"] = values
    return hits


def _cell(value: Any) -> str:
    text = value.item() if hasattr(value, "item") else value
    if isinstance(text, float) and text.is_integer():
        text = int(text)
    return text.decode() if isinstance(text, bytes) else str(text)


def _joined(survey: Survey, hits: Hits, declared: Declared, part: LabelPart, what: str) -> Hits:
    table = load(survey, declared, what)
    if table.n == 0:
        return _pick(hits, [])
    keys = join_keys(survey, hits.rows, table, declared, what)
    joined = join_rows(survey, hits.rows, table, keys)
    if survey.together is not None and part.missing == ERROR:
        survey.together.add("left", what, len(joined.left), hits.rows.n)
    elif hits.rows.n and not joined.left and part.missing == ERROR:
        raise survey.error(
            f"{describe(part)} on {', '.join(keys)}: 0 of {hits.rows.n:,} cases matched. "
            f"{no_match(hits.rows, table, keys)}"
        )
    left, right = joined.left, joined.right
    rows = table.take(right)
    return _overlay(hits, left, rows)


def _overlay(hits: Hits, index: Sequence[int], rows: Rows) -> Hits:
    """New rows over the case rows they belong to: a name of theirs hides the case's."""
    out = _pick(hits, index)
    for name, column in rows.columns.items():
        out.rows.columns[name] = column
    out.rows.names = tuple(dict.fromkeys((*rows.names, *rows.columns, *hits.rows.names)))
    out.rows.items, out.rows.lines, out.rows.label = rows.items, rows.lines, rows.label
    for name, format in rows.formats.items():
        out.rows.formats.setdefault(name, format)
    return out


def _polygons(hits: Hits, part: Mask, what: str) -> Hits:
    """One polygon per case, by the declared function of all its rows."""
    groups: dict[int, list[int]] = {}
    for at, case in enumerate(hits.case):
        groups.setdefault(case, []).append(at)
    out = _pick(hits, [found[0] for found in groups.values()])
    texts: Column = []
    assert callable(part.polygon)
    for found in groups.values():
        rows = [{n: c[i] for n, c in hits.rows.columns.items() if c[i] is not None} for i in found]
        try:
            texts.append(json.dumps(part.polygon(rows)))
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise DeclarationError(
                f"{what}: polygon function failed: {type(error).__name__}: {error}."
            ) from error
    out.rows.columns["\0polygon"] = texts
    return out
