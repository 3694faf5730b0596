"""Files that belong to rows: written out where all is known, through one index otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gmai_data.grammar.disk import find, owner_of, qualified, split_container, variants
from gmai_data.grammar.join import Index, index_of, keys_of
from gmai_data.grammar.readings import readings
from gmai_data.grammar.records import literal
from gmai_data.grammar.rows import Rows
from gmai_data.grammar.survey import Survey
from gmai_data.grammar.template import Template, compile_template, render


@dataclass(frozen=True, slots=True)
class Lookup:
    """Per row that was asked for, the files found: paths and values of the ``new`` captures."""

    new: tuple[str, ...]
    found: dict[int, list[tuple[str, tuple[str, ...]]]]
    template: Template


def lookup(survey: Survey, rows: Rows, text: str, at: Sequence[int]) -> Lookup:
    """The files of rows ``at`` by a template that shares fields with them.

    A template whose fields are all known is written out and looked up; one with new captures,
    wildcards or unpadded integers is matched once over the listing and indexed by its known
    fields. The listing alone answers: no file is touched.
    """
    owner, relative = owner_of(text, survey.source.name)
    known = {**survey.formats, **rows.formats}
    main = compile_template(relative, known)
    new = tuple(name for name in main.fields if name not in rows.columns)
    out: dict[int, list[tuple[str, tuple[str, ...]]]] = {}
    left = list(at)
    if not new and split_container(relative)[1] != "keys":
        for form in variants(relative) or [relative]:
            template = compile_template(form, known)
            if template.renders:
                left = _written(survey, rows, template, owner, left, out)
    if left and (new or not main.renders or split_container(relative)[1]):
        _indexed(survey, rows, main, text, left, out)
    return Lookup(new, out, main)


def _written(
    survey: Survey,
    rows: Rows,
    template: Template,
    owner: str,
    at: Sequence[int],
    out: dict[int, list[tuple[str, tuple[str, ...]]]],
) -> list[int]:
    """Look up written-out paths; the rows that had none."""
    disk = survey.disk
    own = owner == survey.source.name
    prefix = survey.prefix if own else disk.folder(owner, template.text, survey.formats)
    columns = [(name, rows.columns[name]) for name in template.fields]
    left = []
    for i in at:
        row = {name: column[i] for name, column in columns}
        paths = [_tidy(text) for text in _texts(template, row, listed=rows.items is not None)]
        there = [disk.exact(owner, prefix + path) for path in paths]
        if paths and None not in there:
            out[i] = [(qualified(p, owner, survey.source.name), ()) for p in there if p]
        else:
            if survey.together is not None:
                mine = {name: rows.columns[name][i] for name in survey.together.fields}
                for path in paths:
                    survey.together.check(template, path, mine)
            left.append(i)
    return left


def _texts(template: Template, row: dict[str, str | None], *, listed: bool) -> list[str]:
    """The path of a row; several where a record's field is a list of names."""
    if listed:
        for name, value in row.items():
            if value and value[0] == "[" and isinstance(items := literal(value), list):
                each = [render(template, {**row, name: str(item)}) for item in items]
                return [text for text in each if text is not None]
    text = render(template, row)
    return [] if text is None else [text]


def _tidy(path: str) -> str:
    path = path.lstrip("/")
    while path.startswith("./"):
        path = path[2:]
    return path.replace("\\", "/")


def _indexed(
    survey: Survey,
    rows: Rows,
    main: Template,
    text: str,
    at: Sequence[int],
    out: dict[int, list[tuple[str, tuple[str, ...]]]],
) -> None:
    shared = [name for name in main.fields if name in rows.columns]
    keys: list[tuple[str, ...] | None] = [()] * rows.n
    if shared:
        keys = keys_of(rows, shared, main.formats)
    wanted = {keys[i] for i in at}

    def choose(template: Template, path: str) -> list[tuple[str, ...]]:
        places = [template.fields.index(name) for name in shared]
        formats = [template.formats[name] for name in shared]
        return [
            values
            for values in readings(template, path)
            if tuple(f.key(values[p]) for f, p in zip(formats, places, strict=True)) in wanted
        ]

    known = {**survey.formats, **rows.formats}
    matches = find(survey.disk, text, survey.prefix, known, choose)
    got = Rows(len(matches), dict(matches.columns))  # type: ignore[arg-type]
    index: Index = {(): list(range(got.n))}
    if shared:
        index = index_of(keys_of(got, shared, main.formats))
    new = [matches.columns[name] for name in main.fields if name not in rows.columns]
    for i in at:
        key = keys[i]
        found = index.get(key) if key is not None else None
        if found:
            out[i] = [(matches.paths[m], tuple(c[m] for c in new)) for m in found]
