"""Case rows of one layout, grouped into cases: which files and which rows make one case."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gmai_data.case_files import array_rows, duplicates, file_rows, series_rows
from gmai_data.declare import Arrays, DicomSeries, Files, First, Frames, Inline, Records, Table
from gmai_data.identity import text_digest
from gmai_data.join import add_joins
from gmai_data.lookup import lookup
from gmai_data.rows import (
    Rows,
    derive_rows,
    evaluate,
    frames_of,
    no_column,
    options_of,
    parse_rows,
    where_rows,
)
from gmai_data.schema import Pairs
from gmai_data.survey import Survey, describe, load, rejection
from gmai_data.template import fields_of, tokenize


@dataclass(slots=True)
class CaseRows:
    """Cases in order, each with its identity, its files and the rows that tell of it."""

    rows: Rows
    identity: list[Pairs]
    files: list[tuple[tuple[str, str], ...]]
    rows_of: list[Sequence[int]]

    @property
    def n(self) -> int:
        """Number of cases."""
        return len(self.identity)

    def take(self, indices: Sequence[int]) -> CaseRows:
        """Some of the cases; their rows stay where they are."""
        return CaseRows(
            self.rows,
            [self.identity[i] for i in indices],
            [self.files[i] for i in indices],
            [self.rows_of[i] for i in indices],
        )

    def case_of_row(self) -> list[int]:
        """The case of every row; -1 for a row of none."""
        out = [-1] * self.rows.n
        for case, rows in enumerate(self.rows_of):
            for row in rows:
                out[row] = case
        return out

    def values(self, column: Sequence[str | None]) -> list[str | None]:
        """Per case the first value of a column that is not None."""
        return [
            column[rows[0]] if len(rows) == 1 else next(
                (column[r] for r in rows if column[r] is not None), None)
            for rows in self.rows_of
        ]  # fmt: skip


def case_rows(survey: Survey) -> CaseRows:
    """The cases of a layout. Raises DeclarationError where declaration and disk do not fit."""
    cases = survey.plan.cases
    what = describe(cases)
    where = f"{survey.source.name}: {what}"
    done: set[int] = set()
    if isinstance(cases, Table | Records):
        plain = cases.image is None and cases.key is None
        rows = load(survey, cases, what, whole=plain)
        if plain:
            rows.columns["record"] = _content(rows)
        rows = add_joins(survey, rows, done, last=False)
        rows = _with_images(survey, rows, cases, what)
    else:
        if isinstance(cases, Files):
            rows, keys = file_rows(survey, cases)
        elif isinstance(cases, DicomSeries):
            rows, keys = series_rows(survey, cases)
        elif isinstance(cases, Arrays):
            rows, keys = array_rows(survey, cases)
        else:
            assert isinstance(cases, Frames)
            raise survey.error("Frames(…) of videos cannot be scanned by this version.")
        rows.keys = keys
        rows = parse_rows(rows, getattr(cases, "parse", None), where)
        rows = derive_rows(rows, getattr(cases, "derive", None), where)
        rows = where_rows(rows, cases.where, where)
    rows = add_joins(survey, rows, done, last=True)
    if survey.lenient:
        for name in sorted(survey.wanted - set(rows.columns)):
            rows.columns[name] = [None] * rows.n
    rows = _framed(survey, rows, cases, where)
    return _grouped(survey, rows, cases)


def _content(rows: Rows) -> list[str | None]:
    """A name for records that have none: of what they say, not of where they stand."""
    if rows.items is not None:
        import orjson

        texts = [
            orjson.dumps(item, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS).decode()
            if not hasattr(item, "tag") else "\n".join(t.strip() for t in item.itertext())
            for item, _ in rows.items
        ]  # fmt: skip
        return [text_digest("record", [text])[:16] for text in texts]
    names = sorted(rows.columns)
    columns = [rows.columns[name] for name in names]
    return [
        text_digest("record", [[n, c or ""] for n, c in zip(names, cells, strict=True)])[:16]
        for cells in zip(*columns, strict=True)
    ]


def _with_images(survey: Survey, rows: Rows, cases: Table | Records, what: str) -> Rows:
    image = cases.image
    if isinstance(image, Inline):
        rows = _inline(survey, rows, image, what)
    elif isinstance(image, str | First):
        rows = _looked_up(survey, rows, {"image": image}, what)
    elif image is not None:
        rows = _looked_up(survey, rows, dict(image), what)
    else:
        rows.files = [()] * rows.n
    rows.keys = [_key_names(survey, rows, cases, what)] * rows.n
    return rows


def _key_names(survey: Survey, rows: Rows, cases: Table | Records, what: str) -> tuple[str, ...]:
    if cases.key is not None:
        names = fields_of(cases.key)
        evaluate(cases.key, rows, f"{survey.source.name}: {what} key")
        return names
    image = cases.image
    if image is None or isinstance(image, Inline):
        captured = [n for t in options_of(cases.file) for n in fields_of(t) if n in rows.columns]
        if "record" not in rows.columns:
            rows.columns["record"] = _content(rows)
        return (*dict.fromkeys(captured), "record")
    texts = list(image.values()) if not isinstance(image, str | First) else [image]
    firsts = [str(options_of(text)[0]) for text in texts]
    return tuple(dict.fromkeys(n for t in firsts for n in fields_of(t) if n in rows.columns))


def _looked_up(survey: Survey, rows: Rows, roles: dict[str, Any], what: str) -> Rows:
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
    from dataclasses import replace

    from gmai_data.layout import mentioned

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


def _inline(survey: Survey, rows: Rows, image: Inline, what: str) -> Rows:
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
    cases = survey.plan.cases
    assert isinstance(cases, Table | Records)
    paths = [p for text in options_of(cases.file) for p in survey.find(text).paths]
    if len(paths) != 1 or rows.lines is None:
        raise survey.error(f"{what}: Inline images need one table file, {len(paths)} are there.")
    files = []
    for at, cell in enumerate(cells):
        suffix = "jpg" if (cell or "").startswith("/9j/") else "png"
        path = f"{paths[0]}!{names[0]}/{rows.lines[at]}.{suffix}"
        survey.disk.sizes(survey.source.name)[path] = len(cell or "") * 3 // 4
        files.append((("image", path),))
    rows.files = list(files)
    rows.columns.pop(names[0], None)
    return rows


def _framed(survey: Survey, rows: Rows, cases: Any, where: str) -> Rows:
    """Cut rows into the frames that the declaration names; a row without one is no case."""
    if isinstance(cases, Files | Table) and cases.frame is not None:
        out, cut = rows, "frame"
        out.columns["frame"] = frames_of(cases.frame, rows, f"{where} frame")
    elif isinstance(cases, Files) and cases.frames:
        phases = list(cases.frames)
        columns = [frames_of(expr, rows, f"{where} frames") for expr in cases.frames.values()]
        out, cut = rows.take([i for i in range(rows.n) for _ in phases]), "phase"
        out.columns["phase"] = [phase for _ in range(rows.n) for phase in phases]
        out.columns["frame"] = [column[i] for i in range(rows.n) for column in columns]
    else:
        return rows
    assert out.keys is not None
    if getattr(cases, "key", None) is None:
        out.keys = [tuple(dict.fromkeys((*names, cut))) for names in out.keys]
    keep = [i for i, value in enumerate(out.columns["frame"]) if value is not None]
    if len(keep) == out.n:
        return out
    survey.notes.append(f"{where}: {out.n - len(keep):,} of {out.n:,} rows name no frame.")
    return out.take(keep)


def _grouped(survey: Survey, rows: Rows, cases: Any) -> CaseRows:
    assert rows.keys is not None
    assert rows.files is not None
    groups: dict[Pairs, list[int]] = {}
    by_names: dict[tuple[str, ...], list[Any]] = {}
    columns = rows.columns
    for at, names in enumerate(rows.keys):
        cells = by_names.get(names)
        if cells is None:
            cells = by_names[names] = [(n, columns[n]) for n in names]
        key = tuple([(n, v) for n, c in cells if (v := c[at]) is not None])
        groups.setdefault(key, []).append(at)
    if isinstance(cases, Files | Arrays):
        _reject_doubles(survey, rows, groups)
    identity = list(groups)
    of = list(groups.values())
    files: list[tuple[tuple[str, str], ...]] = []
    for found in of:
        if len(found) == 1:
            files.append(rows.files[found[0]])
        else:
            files.append(tuple(dict.fromkeys(f for at in found for f in rows.files[at])))
    if isinstance(cases, DicomSeries):
        files = [tuple(sorted(f, key=lambda x: x[1])) for f in files]
    order = list(range(len(of)))
    if any(files):
        order.sort(key=lambda i: files[i][0][1] if files[i] else "")
    return CaseRows(
        rows, [identity[i] for i in order], [files[i] for i in order], [of[i] for i in order]
    )


def _reject_doubles(survey: Survey, rows: Rows, groups: dict[Pairs, list[int]]) -> None:
    """Two files of one identity: the declaration's mistake where a wildcard hides them."""
    assert rows.files is not None
    for key, found in list(groups.items()):
        paths = sorted({rows.files[at][0][1] for at in found})
        if len(paths) < 2:
            continue
        cases = survey.plan.cases
        texts = str(getattr(cases, "template", ""))
        if "*" in texts or "{:" in texts or not key:
            raise duplicates(survey, key, paths, "image")
        survey.rejected.append(
            rejection(survey, "", "duplicate-case", " and ".join(paths[:2]), paths[0])
        )
        del groups[key]
