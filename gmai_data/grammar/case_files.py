"""Rows of cases from folders: `Files` with channels, `DicomSeries`, `Arrays`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from gmai_data.declare import Arrays, DicomSeries, Files, First
from gmai_data.errors import DeclarationError, RejectedItem
from gmai_data.grammar.disk import Matches, find, owner_of
from gmai_data.grammar.join import index_of, keys_of
from gmai_data.grammar.names import find_key, items, key_text
from gmai_data.grammar.rows import Rows, concat, expr_fields
from gmai_data.grammar.survey import Survey, describe, rejection
from gmai_data.grammar.template import Template, compile_template

if TYPE_CHECKING:
    from gmai_data.read.inputs import Inputs

Found = tuple[Rows, list[tuple[str, ...]]]  # rows, and per row the names of its identity's fields


def union(survey: Survey, given: Any) -> tuple[Rows, list[tuple[str, ...]], Template]:
    """Rows of a template, of the first of several, or of their union; a file is taken once."""
    if isinstance(given, First):
        if survey.together is not None:
            return union(survey, survey.together.chosen[id(given)])
        for option in given.options:
            rows, identity, template = union(survey, option)
            if rows.n:
                return rows, identity, template
        return rows, identity, template
    texts = (given,) if isinstance(given, str) else tuple(given)
    parts: list[Rows] = []
    identities: list[tuple[str, ...]] = []
    seen: set[str] = set()
    template = compile_template(owner_of(texts[0], "")[1])
    for text in texts:
        if not isinstance(text, str):
            rows, identity, template = union(survey, text)
        else:
            matches = survey.find(text)
            template = matches.template
            rows, identity = _of(matches)
        assert rows.files is not None
        new = [i for i, files in enumerate(rows.files) if files[0][1] not in seen]
        seen |= {files[0][1] for files in rows.files}
        if len(new) < rows.n:
            rows, identity = rows.take(new), [identity[i] for i in new]
        parts.append(rows)
        identities += identity
    return concat(parts, "files"), identities, template


def _of(matches: Matches) -> Found:
    rows = Rows(len(matches), dict(matches.columns), label="")  # type: ignore[arg-type]
    rows.files = [(("image", path),) for path in matches.paths]
    rows.formats = {n: f for n, f in matches.template.formats.items() if f.kind != "open"}
    return rows, [matches.template.fields] * len(matches)


def file_rows(survey: Survey, cases: Files) -> Found:
    """A row per case: channels and roles are brought together, label files left out."""
    claimed = label_claims(survey)
    if isinstance(cases.template, Mapping):
        return _by_role(survey, cases, claimed)
    rows, identity, _ = union(survey, cases.template)
    rows, identity = unclaimed(survey, rows, identity, claimed)
    if isinstance(cases.channels, Mapping) and "channel" in rows.columns:
        return _pivot(survey, cases, rows, identity)
    if cases.channels is not None and not isinstance(cases.channels, Mapping):
        assert rows.files is not None
        rows.files = [tuple((str(c), f[0][1]) for c in cases.channels) for f in rows.files]
    return rows, identity


def label_claims(survey: Survey) -> list[tuple[str, Template]]:
    """Templates of label files, which are therefore no images (unless cut out with ``crop=``)."""
    claims = []
    for group in survey.plan.labels:
        for _, part in group:
            for text in template_texts(part):
                if getattr(part, "crop", None):
                    continue
                owner, relative = owner_of(text, survey.source.name)
                prefix = survey.prefix if owner == survey.source.name else ""
                escaped = prefix.replace("{", "{{").replace("}", "}}")
                template = compile_template(escaped + relative, survey.formats)
                claims.append((describe(part), template))
    return claims


def template_texts(part: Any) -> tuple[str, ...]:
    """The path templates of a label part; nothing for one that reads fields."""
    given = getattr(part, "template", None)
    if given is None and type(part).__name__ == "Report":
        given = part.expr if any(is_path(o) for o in _options(part.expr)) else None
    return tuple(o for o in _options(given) if isinstance(o, str))


def _options(given: Any) -> tuple[Any, ...]:
    return given.options if isinstance(given, First) else (given,)


def is_path(expr: Any) -> bool:
    """Whether an expression of a report is a file: its literal text ends with a suffix."""
    if not isinstance(expr, str):
        return False
    end = expr.rpartition("}")[2]
    return bool(end) and "." in end and end.rpartition(".")[2].isalnum() and " " not in end


def unclaimed(
    survey: Survey, rows: Rows, identity: list[tuple[str, ...]], claims: Sequence[Any],
    role: str = "image",
) -> Found:  # fmt: skip
    """The rows whose file is no label's."""
    if not claims or not rows.n:
        return rows, identity
    assert rows.files is not None
    regexes = [template.regex for _, template in claims]
    keep = []
    for at, files in enumerate(rows.files):
        path = owner_of(files[0][1], "")[1]
        if not any(regex.fullmatch(path) for regex in regexes):
            keep.append(at)
    if survey.together is not None:
        survey.together.add("left", role, len(keep), rows.n)
    elif not keep:
        raise survey.error(
            f"every image is also a file of {claims[0][0]}, so no case is left. If image and "
            "label share a file, write crop=; else make the templates differ."
        )
    if len(keep) == rows.n:
        return rows, identity
    return rows.take(keep), [identity[i] for i in keep]


def _pivot(survey: Survey, cases: Files, rows: Rows, identity: list[tuple[str, ...]]) -> Found:
    channels = cases.channels
    assert isinstance(channels, Mapping)
    assert rows.files is not None
    terms = {key_text(key): str(term) for key, term in items(channels)}
    raw = {v: find_key(channels, v) for v in set(rows.columns["channel"]) if v is not None}
    keep = [i for i, v in enumerate(rows.columns["channel"]) if raw.get(v or "") is not None]
    names = [tuple(n for n in identity[i] if n != "channel") for i in range(rows.n)]
    groups: dict[tuple[tuple[str, str | None], ...], dict[str, list[int]]] = {}
    for i in keep:
        key = tuple((n, rows.columns[n][i]) for n in names[i])
        channel = raw[rows.columns["channel"][i] or ""] or ""
        groups.setdefault(key, {}).setdefault(channel, []).append(i)
    optional = set(cases.optional)
    first, files = [], []
    for key, found in groups.items():
        double = next((at for at in found.values() if len(at) > 1), None)
        if double:
            raise duplicates(survey, key, [rows.files[i][0][1] for i in double], "channel")
        missing = [c for c, t in terms.items() if c not in found and not optional & {c, t}]
        at = min(i[0] for i in found.values())
        if missing:
            shown = ", ".join(f"{n}={v}" for n, v in key)
            survey.rejected.append(
                rejection(survey, "", "missing-channel", f"{', '.join(missing)} of {shown}",
                          rows.files[at][0][1])
            )  # fmt: skip
            continue
        first.append(at)
        files.append(
            tuple((t, rows.files[found[c][0]][0][1]) for c, t in terms.items() if c in found)
        )
    out = rows.take(first)
    out.columns.pop("channel")
    out.files = files
    return out, [names[i] for i in first]


def duplicates(
    survey: Survey, key: Sequence[tuple[str, str | None]], paths: Sequence[str], what: str
) -> DeclarationError:
    """The error for files that captures do not tell apart."""
    shown = ", ".join(f"{n}={v}" for n, v in key) or "no fields"
    return survey.error(
        f'{len(paths)} files are "{what}" of one case {{{shown}}}: {", ".join(paths[:2])}. '
        "A * hides what tells them apart: write {name} for it."
    )


def _by_role(survey: Survey, cases: Files, claims: Sequence[Any]) -> Found:
    assert isinstance(cases.template, Mapping)
    roles = list(cases.template)
    first: Rows | None = None
    identity: list[tuple[str, ...]] = []
    files: list[list[tuple[str, str]]] = []
    dropped: dict[int, str] = {}
    for role in roles:
        rows, names, _ = union(survey, cases.template[role])
        rows, names = unclaimed(survey, rows, names, claims, role)
        assert rows.files is not None
        if first is None:
            first, identity = rows, names
            files = [[(role, f[0][1])] for f in rows.files]
            continue
        shared = [n for n in rows.columns if n in first.columns]
        new = [n for n in rows.columns if n not in first.columns]
        if rows.n and not shared:
            raise survey.error(f"the templates of {roles[0]} and {role} share no field.")
        index = index_of(keys_of(rows, shared, rows.formats)) if shared else {}
        brought: dict[str, list[str | None]] = {n: [None] * first.n for n in new}
        for at, key in enumerate(keys_of(first, shared, rows.formats) if shared else []):
            found = index.get(key) if key is not None else None
            if not found:
                if role not in cases.optional:
                    dropped.setdefault(at, role)
                continue
            if len(found) > 1:
                pairs = list(zip(shared, key or (), strict=True))
                raise duplicates(survey, pairs, [rows.files[i][0][1] for i in found], role)
            files[at].append((role, rows.files[found[0]][0][1]))
            for n in new:
                brought[n][at] = rows.columns[n][found[0]]
        first.columns.update(brought)
        if rows.n == 0 and role not in cases.optional:
            dropped.update({at: role for at in range(first.n) if at not in dropped})
    assert first is not None
    for at, role in sorted(dropped.items()):
        survey.rejected.append(rejection(survey, "", "missing-channel", role, files[at][0][1]))
    keep = [i for i in range(first.n) if i not in dropped]
    out = first.take(keep)
    out.files = [tuple(files[i]) for i in keep]
    return out, [identity[i] for i in keep]


def series_rows(survey: Survey, cases: DicomSeries) -> Found:
    """A row per DICOM file with its header tags, grouped into series later by identity."""
    from gmai_data.grammar.dicom_headers import header_rows

    texts = (cases.template,) if isinstance(cases.template, str) else tuple(cases.template)
    parts: list[Rows] = []
    identities: list[tuple[str, ...]] = []
    for text in texts:
        matches = find(survey.disk, text, survey.prefix, survey.formats, lambda t, p: ())
        rows, _ = _of(matches)
        rows = header_rows(survey, rows, tags_of(cases))
        names = (cases.by,) if cases.by else matches.template.fields
        parts.append(rows)
        identities += [names] * rows.n
    return concat(parts, "files"), identities


def tags_of(cases: DicomSeries) -> set[str]:
    """Header tags that a DicomSeries itself needs, beside those the declaration mentions."""
    tags = set(cases.where or ()) | set(cases.parse or ())
    tags |= {"SOPInstanceUID", *expr_fields(list((cases.parse or {}).values()))}
    return tags | ({cases.by} if cases.by else set())


def array_rows(survey: Survey, cases: Arrays) -> Found:
    """A row per row of every array that the template matches; ``{i}`` is its number."""
    from gmai_data.read.arrays import shape_of

    rows, identity, _ = union(survey, cases.template)
    assert rows.files is not None
    index: list[int] = []
    numbers: list[str | None] = []
    inputs = array_inputs(survey)
    for at, files in enumerate(rows.files):
        try:
            shape = shape_of(inputs, files[0][1])
        except RejectedItem as error:
            survey.rejected.append(rejection(survey, "", error.rule, error.value, files[0][1]))
            continue
        if len(shape) != len(cases.axes):
            found = f"shape {shape} is not axes={cases.axes}"
            survey.rejected.append(rejection(survey, "", "array-axes", found, files[0][1]))
            continue
        count = shape[cases.axes.index("N")] if "N" in cases.axes else 1
        index += [at] * count
        numbers += [str(i) for i in range(count)]
    out = rows.take(index)
    out.columns["i"] = numbers
    return out, [(*identity[at], "i") for at in index]


def array_inputs(survey: Survey) -> Inputs:
    """What the readers of arrays take: the roots of this scan."""
    from gmai_data.read.inputs import Inputs

    return Inputs(survey.disk.roots, survey.source.name)
