"""The pictures of rows: found by a template, several of a row told apart, or in the row itself."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from gmai_data.declare import Inline, Records, Table
from gmai_data.grammar.case_files import duplicates
from gmai_data.grammar.layout import mentioned
from gmai_data.grammar.lookup import lookup
from gmai_data.grammar.rows import Rows, evaluate, no_column, options_of
from gmai_data.grammar.survey import Survey, rejection
from gmai_data.grammar.tokens import fields_of, tokenize


def with_files(survey: Survey, rows: Rows, roles: dict[str, Any], what: str) -> Rows:
    """Add files to rows; a row whose image is not there is rejected."""
    for given in roles.values():
        rows = _multiplied(survey, rows, given, what)
    files: list[list[tuple[str, str]]] = [[] for _ in range(rows.n)]
    gone: dict[int, str] = {}
    for role, given in roles.items():
        left = list(range(rows.n))
        more: dict[str, list[str | None]] = {}
        for option in options_of(given):
            if not set(fields_of(option)) & set(rows.columns):
                raise survey.error(
                    f'{what} image="{option}" shares no field with its rows: every row would get '
                    f"every file. The rows have {', '.join(list(rows.columns)[:12])}."
                )
            got = lookup(survey, rows, option, left)
            _check_new(survey, rows, got.new, f'{what} image="{option}"')
            for at, found in got.found.items():
                if len(found) > 1 and not _may_be_many(option, [p for p, _ in found]):
                    key = [(n, rows.columns[n][at]) for n in got.template.fields
                           if n in rows.columns]  # fmt: skip
                    raise duplicates(survey, key, [p for p, _ in found], role)
                files[at] += [(role, path) for path, _ in found]
                for n, name in enumerate(got.new):
                    more.setdefault(name, [None] * rows.n)[at] = found[0][1][n]
            left = [at for at in left if at not in got.found]
            if not left:
                break
        rows.columns.update(more)
        for at in left:
            gone.setdefault(at, role)
    return _kept(survey, rows, files, gone, roles, what)


def _multiplied(survey: Survey, rows: Rows, given: Any, what: str) -> Rows:
    """A row per image, where the template's new captures tell several images of a row apart."""
    options = options_of(given)
    if all(name in rows.columns for option in options for name in fields_of(option)):
        return rows
    formats = dict(rows.formats)
    found: dict[int, list[dict[str, str]]] = {}
    names: dict[str, None] = {}
    left = list(range(rows.n))
    for option in options:
        got = lookup(survey, rows, option, left)
        _check_new(survey, rows, got.new, f'{what} image="{option}"')
        names.update(dict.fromkeys(got.new))
        for at, files in got.found.items():
            values = dict.fromkeys(value for _, value in files)
            found[at] = [dict(zip(got.new, value, strict=True)) for value in values]
        left = [at for at in left if at not in got.found]
        for name, format in got.template.formats.items():
            if format.kind != "open":
                formats.setdefault(name, format)
    places = [(at, value) for at in range(rows.n) for value in found.get(at, [{}])]
    out = rows.take([at for at, _ in places])
    out.formats = formats
    for name in names:
        out.columns[name] = [value.get(name) for _, value in places]
    return out


def _check_new(survey: Survey, rows: Rows, new: Sequence[str], what: str) -> None:
    for name in new:
        if name not in survey.wanted or _only_once(survey, name):
            near = difflib.get_close_matches(name, sorted({*rows.names, *rows.columns}), 1)
            hint = f" Did you mean {{{near[0]}}}?" if near else " If it is meant, put it in key=."
            raise survey.error(
                f"{what} captures {{{name}}}, which its rows do not have and nothing uses.{hint}"
            )


def _only_once(survey: Survey, name: str) -> bool:
    """Whether only the image template names a field, which is how a misspelt column looks."""
    cases = survey.plan.cases
    if not isinstance(cases, Table | Records):
        return False
    return name not in mentioned(replace(survey.plan, cases=replace(cases, image=None)))


def _may_be_many(template: str, paths: Sequence[str]) -> bool:
    """Whether several files are one image: slices of a series, or names listed in a record."""
    starred = any(t.kind in ("star", "folders", "anything", "choice") for t in tokenize(template))
    return not starred or all(p.lower().endswith((".dcm", ".dicom", ".ima")) for p in paths)


def _kept(
    survey: Survey, rows: Rows, files: list[list[tuple[str, str]]], gone: dict[int, str],
    roles: dict[str, Any], what: str,
) -> Rows:  # fmt: skip
    if gone and len(gone) == rows.n:
        role = gone[0]
        text = str(options_of(roles[role])[0])
        have = ", ".join(f"{n}={rows.columns[n][0]!r}" for n in fields_of(text)
                         if n in rows.columns)  # fmt: skip
        raise survey.error(
            f'{what}: none of {rows.n:,} rows has its file "{text}" (first: {have}). Are the '
            f"images under {survey.disk.roots[survey.source.name].path}/{survey.prefix}, and named "
            "so? Cut a prefix or suffix of a cell with parse=."
        )
    for at, role in sorted(gone.items()):
        text = str(options_of(roles[role])[0])
        shown = ", ".join(f"{n}={rows.columns[n][at]}" for n in fields_of(text)
                          if n in rows.columns)  # fmt: skip
        survey.rejected.append(
            rejection(survey, "", "missing-file", f'{role} "{text}" of {shown}', rows.line(at))
        )
    keep = [at for at in range(rows.n) if at not in gone]
    out = rows.take(keep)
    out.files = [tuple(dict.fromkeys(files[at])) for at in keep]
    return out


def inline_files(survey: Survey, rows: Rows, image: Inline, what: str) -> Rows:
    """Pictures that stand in the table itself: ``table.tsv!column/row.png``, see `roots`."""
    names = fields_of(image.expr)
    if len(names) != 1:
        raise survey.error(f'{what} image: Inline takes one column, "{image.expr}" is not one.')
    if image.encoding == "bytes":  # bytes are not read by the scan
        if names[0] not in rows.names:
            raise no_column(f"{survey.source.name}: {what} image", names[0], rows)
        cells: Sequence[str | None] = [""] * rows.n
    else:
        cells = evaluate(image.expr, rows, f"{survey.source.name}: {what} image")
    files = []
    for cell, table, line in zip(cells, rows.tables or (), rows.lines or (), strict=True):
        suffix = "jpg" if (cell or "").startswith("/9j/") else "png"
        path = f"{table}!{names[0]}/{line}.{suffix}"
        survey.disk.sizes(survey.source.name)[path] = len(cell or "") * 3 // 4
        files.append((("image", path),))
    rows.files = list(files)
    rows.columns.pop(names[0], None)
    return rows
