"""Case rows of one layout, grouped into cases: which files and which rows make one case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gmai_data.declare import (
    Arrays,
    DicomSeries,
    Files,
    First,
    Frames,
    Inline,
    Records,
    Table,
    Tiles,
)
from gmai_data.grammar.case_files import array_rows, duplicates, file_rows, series_rows
from gmai_data.grammar.identity import text_digest
from gmai_data.grammar.join import add_joins
from gmai_data.grammar.layout import mentions
from gmai_data.grammar.moving import frame_rows, slide_rows
from gmai_data.grammar.row_images import inline_files, with_files
from gmai_data.grammar.rows import (
    Rows,
    derive_rows,
    evaluate,
    frames_of,
    options_of,
    parse_rows,
    where_rows,
)
from gmai_data.grammar.survey import Survey, describe, load, rejection
from gmai_data.grammar.tokens import fields_of
from gmai_data.schema import Pairs


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
        elif isinstance(cases, Tiles):
            rows, keys = slide_rows(survey, cases)
        else:
            assert isinstance(cases, Frames)
            rows, keys = frame_rows(survey, cases)
        rows.keys = keys
        rows = parse_rows(rows, getattr(cases, "parse", None), where)
        rows = derive_rows(rows, getattr(cases, "derive", None), where)
        rows = where_rows(rows, cases.where, where)
    rows = add_joins(survey, rows, done, last=True)
    if survey.lenient:
        given = mentions(
            [getattr(part, "template", None) for g in survey.plan.labels for _, part in g]
        )
        for name in sorted(survey.wanted - set(rows.columns) - given):  # not what label files tell
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
        rows = inline_files(survey, rows, image, what)
    elif isinstance(image, str | First):
        rows = with_files(survey, rows, {"image": image}, what)
    elif image is not None:
        rows = with_files(survey, rows, dict(image), what)
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
            content = _content(rows)
            rows.columns["record"] = content if image is None else _told_apart(content)
        return (*dict.fromkeys(captured), "record")
    texts = list(image.values()) if not isinstance(image, str | First) else [image]
    firsts = [str(options_of(text)[0]) for text in texts]
    return tuple(dict.fromkeys(n for t in firsts for n in fields_of(t) if n in rows.columns))


def _told_apart(content: Sequence[str | None]) -> list[str | None]:
    """Contents of rows with the second of equal ones numbered, and so on.

    Their pictures, which are not read here, may differ: a yes to one question of two pictures.
    """
    seen: dict[str | None, int] = {}
    out: list[str | None] = []
    for text in content:
        seen[text] = seen.get(text, 0) + 1
        out.append(text if seen[text] == 1 else f"{text}-{seen[text]}")
    return out


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
    if isinstance(cases, Files | Arrays | Frames | Tiles):
        _reject_doubles(survey, rows, groups)
    identity = list(groups)
    of = list(groups.values())
    inline = isinstance(getattr(cases, "image", None), Inline)
    files: list[tuple[tuple[str, str], ...]] = []
    for found in of:
        if len(found) == 1 or inline:  # a row brings its picture again, known by the key
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
