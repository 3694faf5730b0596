"""What of a source is declared where, and the folder in which it lies on this disk."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gmai_data.declare import (
    ERROR,
    Cases,
    Files,
    First,
    Flags,
    LabelPart,
    Layout,
    Records,
    Rows,
    Source,
    Table,
)
from gmai_data.errors import DeclarationError
from gmai_data.grammar.disk import Disk, filtered, owner_of, split_container, variants
from gmai_data.grammar.template import Template, compile_template
from gmai_data.grammar.tokens import Format, fields_of, widened
from gmai_data.roots import is_archive

DEEPEST = 4  # levels below the root in which an archive's own folder is looked for


@dataclass(frozen=True, slots=True)
class Plan:
    """One layout with what it inherits.

    ``labels`` are groups of (index in `label_parts`, part); several in a group are a `First`.
    """

    name: str  # "" when the source has one layout
    part: str  # as name, where the layouts are parts of one source: enters the case keys
    cases: Cases
    labels: tuple[tuple[tuple[int, LabelPart], ...], ...]
    join: tuple[Rows, ...]
    subject: Any
    study: Any
    split: Any
    view: Any
    modality: Any
    department: Any
    exclude: Mapping[str, str]
    root: tuple[str, ...]


def plans(source: Source) -> tuple[Plan, ...]:
    """The layouts of a source, each with the source's own fields where it gives none."""
    groups, at = _numbered(source.labels, 0)
    layouts = (*source.parts, *source.layouts)
    if not layouts:
        return (_plan(source, Layout(""), "", groups),)
    out = []
    for layout in layouts:
        own, at = _numbered(layout.labels, at)
        out.append(_plan(source, layout, layout.name if source.parts else "", groups + own))
    return tuple(out)


def _numbered(
    labels: Sequence[LabelPart | First], at: int
) -> tuple[tuple[tuple[tuple[int, LabelPart], ...], ...], int]:
    groups = []
    for label in labels:
        group = []
        for part in _flat(label):
            group.append((at, part))
            at += 1
        groups.append(tuple(group))
    return tuple(groups), at


def _flat(label: LabelPart | First) -> Iterator[LabelPart]:
    if isinstance(label, First):
        for option in label.options:
            yield from _flat(option)
    else:
        yield label


def _plan(source: Source, layout: Layout, part: str, labels: Any) -> Plan:
    def own(name: str) -> Any:
        value = getattr(layout, name)
        return getattr(source, name) if value is None else value

    cases = own("cases")
    if cases is None:
        where = f" layout {layout.name!r}" if layout.name else ""
        raise DeclarationError(f"{source.name}{where}: cases= is missing: say where cases are.")
    root = own("root")
    return Plan(
        layout.name, part, cases, labels, tuple(own("join")), own("subject"), own("study"),
        own("split"), own("view"), own("modality"), source.department, own("exclude"),
        (root,) if isinstance(root, str) else tuple(root),
    )  # fmt: skip


def case_templates(cases: Cases) -> list[tuple[str, list[str]]]:
    """Roles and template alternatives of the files that cases or their rows come from."""
    if isinstance(cases, Files):
        given = cases.template
        if isinstance(given, Mapping):
            return [(role, _texts(t)) for role, t in given.items()]
        return [("image", _texts(given))]
    if isinstance(cases, Table | Records):
        return [("table", _texts(cases.file))]
    return [("image", _texts(cases.template))]


def _texts(template: Any) -> list[str]:
    if isinstance(template, str):
        return [template]
    options = template.options if isinstance(template, First) else template
    return [text for option in options for text in _texts(option)]


def formats_of(cases: Cases) -> dict[str, Format]:
    """Formats of the fields that the templates of the cases give, wide enough for all of them."""
    known: dict[str, Format] = {}
    for _, texts in case_templates(cases):
        for text in texts:
            for name, format in compile_template(owner_of(text, "")[1], known).formats.items():
                known[name] = widened(known.get(name, format), format)
    return known


def required(plan: Plan) -> list[list[str]]:
    """Template alternatives of which one must match for the layout to be there."""
    needs = []
    optional = set(plan.cases.optional) if isinstance(plan.cases, Files) else set()
    if not (isinstance(plan.cases, Table | Records) and plan.cases.optional):
        needs += [texts for role, texts in case_templates(plan.cases) if role not in optional]
    needs += [_texts(join.file) for join in plan.join if not join.optional]
    for group in plan.labels:
        for _, part in group:
            if part.table and not part.table.optional and part.missing == ERROR and len(group) == 1:
                needs.append(_texts(part.table.file))
    return [n for n in needs if not all(text.startswith("<") for text in n)]


def find_root(disk: Disk, plan: Plan) -> str | None:
    """The shallowest folder in which every required template matches, "" or "a/b/".

    None where there is none. Raises DeclarationError for two such folders side by side.
    """
    known = formats_of(plan.cases)
    needs = required(plan)
    if not needs:
        return ""
    for base in plan.root:
        start = base.strip("/") + "/" if base else ""
        templates = [
            [compile_template(_escaped(start) + t, known) for text in need for t in _outer(text)]
            for need in needs
        ]
        found = _shallowest(disk, templates)
        if len(found) > 1:
            shown = ", ".join(repr(prefix) for prefix in found[:3])
            raise DeclarationError(
                f"{disk.source}: {len(found)} folders side by side fit the declaration: {shown}. "
                "Put what tells them apart in the templates, "
                'for example "*_{set:Training|Validation}Data/…".'
            )
        if found:
            return found[0] + start
    return None


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _outer(text: str) -> list[str]:
    if text.startswith("<"):
        return []
    outer, kind, _ = split_container(text)
    return [outer, *variants(text)] if kind else [text]


def _shallowest(disk: Disk, needs: list[list[Template]]) -> list[str]:
    paths = disk.of(disk.source).paths
    if all(any(t.regex.fullmatch(p) for t in need for p in filtered(paths, t)) for need in needs):
        return [""]
    common: set[str] | None = None
    for need in needs:
        found: set[str] = set()
        for template in need:
            for path in filtered(paths, template, anywhere=True):
                at = 0
                for _ in range(DEEPEST):
                    at = path.find("/", at) + 1
                    if at == 0:
                        break
                    prefix = path[:at]
                    if prefix in found or (common is not None and prefix not in common):
                        continue
                    if template.regex.fullmatch(path, at):
                        found.add(prefix)
        common = found if common is None else common & found
        if not common:
            return []
    depth = min(prefix.count("/") for prefix in common or ())
    return sorted(p for p in common or () if p.count("/") == depth)


def not_found(disk: Disk, plan: Plan) -> str:
    """The sentence for a layout that is not on disk: what was looked for, and the nearest file."""
    known = formats_of(plan.cases)
    paths = disk.of(disk.source).paths.to_pylist()
    missing: list[str] = []
    there: list[str] = []
    for need in required(plan):
        templates = [compile_template(t, known) for text in need for t in _outer(text)]
        fits = any(_anywhere(t, path) for t in templates for path in paths)
        (there if fits else missing).append(need[0])
    looked = f"{disk.source}: looked under {disk.roots[disk.source].path} ({DEEPEST} levels)"
    if not paths:
        return f"{looked}: there is no file. Put the files of the release there, as downloaded."
    if not missing:
        shown = " and ".join(f'"{t}"' for t in there[:3])
        return f"{looked}. Found {shown}, but not in one folder: they must share a root."
    found = f"Found {', '.join(there[:3])} but n" if there else "N"
    near = _nearest(missing[0], known, paths)
    archive = next((p for p in paths if is_archive(p)), "")
    ask = f"is {archive} still to be unpacked" if archive else "is it another version"
    return f'{looked}. {found}o file like "{missing[0]}"{near}. Is it deeper, or {ask}?'


def _anywhere(template: Template, path: str) -> bool:
    at = 0
    for _ in range(DEEPEST + 1):
        if template.regex.fullmatch(path, at):
            return True
        at = path.find("/", at) + 1
        if at == 0:
            return False
    return False


def _nearest(text: str, known: Mapping[str, Format], paths: Sequence[str]) -> str:
    levels = text.split("/")
    patterns = [compile_template(level, known).regex for level in levels]
    best, place, path = -1.0, 0, ""
    for candidate in paths[:: max(1, len(paths) // 2000)]:
        parts = candidate.split("/")
        aligned = parts[-len(patterns) :]
        fits = [p.fullmatch(part) is not None
                for p, part in zip(patterns[-len(aligned) :], aligned, strict=True)]  # fmt: skip
        same = candidate.rpartition(".")[2].lower() == text.rpartition(".")[2].lower()
        score = sum(fits) + 0.5 * same - 0.1 * abs(len(parts) - len(patterns))
        if score > best:
            best, path = score, candidate
            place = next((n for n, fit in enumerate(fits, 1) if not fit), 0)
    if not path:
        return ""
    return f"; nearest: {path}" + (f" differs at level {place}" if place else "")


def mentioned(plan: Plan) -> set[str]:
    """Every field the layout names anywhere; more than are there does no harm."""
    out: set[str] = set()
    words = (plan.subject, plan.study, plan.split, plan.view, plan.modality, plan.department)
    for value in (plan.cases, plan.join, words, [p for group in plan.labels for _, p in group]):
        out |= mentions(value)
    return out


def mentions(value: Any) -> set[str]:
    """Every field that a declared value names: in templates, `parse`, `where`, `on` …."""
    if isinstance(value, str):
        try:
            return set(fields_of(value)) if "{" in value else set()
        except DeclarationError:
            return set()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        out: set[str] = set()
        for field in dataclasses.fields(value):
            given = getattr(value, field.name)
            if field.name in ("parse", "where") and given:
                out |= set(given)
            if field.name == "on" and given:
                out |= {given} if isinstance(given, str) else set(given)
            if field.name == "each" and given and isinstance(given, str):
                out.add(given.partition("/")[0])
            if field.name == "names":
                if isinstance(value, Flags) and value.by is None and isinstance(given, Mapping):
                    out |= {str(key) for key in given}
                continue
            out |= mentions(given)
        return out
    if isinstance(value, Mapping):
        return set().union(*(mentions(v) for v in value.values()), set())
    if isinstance(value, list | tuple):
        return set().union(*(mentions(v) for v in value), set())
    return set()


def uses_functions(plan: Plan) -> bool:
    """Whether a function of the declaration sees whole rows, so that all columns are read."""
    tables = [plan.cases, *plan.join, *(p.table for g in plan.labels for _, p in g if p.table)]
    return any(getattr(table, "derive", None) for table in tables) or any(
        callable(getattr(part, "polygon", None)) for g in plan.labels for _, part in g
    )
