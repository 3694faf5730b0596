"""Mistakes of a declaration that can be seen without data."""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from gmai_data.declare import (
    ABSENT,
    ERROR,
    LABEL_KINDS,
    OUTSIDE,
    QA,
    SKIP,
    UNKNOWN,
    Boxes,
    Class,
    Dialogue,
    Files,
    First,
    Flags,
    LabelPart,
    Mask,
    Points,
    Records,
    Source,
    Table,
    Term,
    Value,
)
from gmai_data.errors import DeclarationError
from gmai_data.find import declared_at
from gmai_data.grammar.ignored import ignored_part, ignored_plan, ignored_source
from gmai_data.grammar.layout import Plan, case_templates, formats_of, mentions, plans
from gmai_data.grammar.names import find_key
from gmai_data.grammar.records import plain_fields
from gmai_data.grammar.survey import describe
from gmai_data.grammar.template import compile_template
from gmai_data.grammar.tokens import Format, fields_of, tokenize
from gmai_data.grammar.unread import unread_cases, unread_part, unread_source
from gmai_data.terms import ACCESS, DEPARTMENTS, MODALITIES, SPLITS, VERIFIED

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_VERSION = re.compile(r"(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*)){2}")
RESERVED: Final = ("train", "val", "test", "all")
MAX_NAME: Final = 40
OWN_FIELDS: Final = ("channel", "pixel", "i", "frame", "phase", "value", "item")


def lint(source: Source) -> tuple[str, ...]:
    """What is wrong with a declaration, a sentence each, in declared order; empty when nothing.

    Found without data: fields that nothing gives, label files that share no field with their
    case, captures that touch, a missing subject or names, values outside the enumerations.
    """
    known = (*unread_source(source), *ignored_source(source))
    out = [*_facts(source), *(f"{source.name}: {text}" for text in known)]
    try:
        layouts = plans(source)
    except DeclarationError as error:
        return _located(source, [*out, str(error)])
    if source.parts and source.layouts:
        out.append(f"{source.name}: parts= and layouts= exclude each other.")
    names = [plan.name for plan in layouts]
    out += [f"{source.name}: two layouts are called '{n}'." for n in names if names.count(n) > 1]
    for plan in layouts:
        where = f"{source.name} ({plan.name})" if plan.name else source.name
        out += [f"{where}: {message}" for message in _plan(plan)]
    return _located(source, out)


def _located(source: Source, messages: Sequence[str]) -> tuple[str, ...]:
    places = ((message, declared_at(source, message)) for message in dict.fromkeys(messages))
    return tuple(f"{message} [{where}]" if where else message for message, where in places)


def _facts(source: Source) -> Iterator[str]:
    name = source.name
    if not _NAME.fullmatch(name) or len(name) > MAX_NAME:
        yield f"name '{name}' must be kebab-case ([a-z0-9-]) and at most {MAX_NAME} characters."
    for component in name.split("-"):
        if component in RESERVED:
            yield (
                f"name '{name}' has the component '{component}': shard names end in it. "
                "Leave it out."
            )
    if not _VERSION.fullmatch(source.version):
        yield f"{name}: version '{source.version}' is not major.minor.patch."
    for field in ("title", "homepage", "license"):
        if not getattr(source, field):
            yield f"{name}: {field}= is empty."
    if not source.evidence:
        yield f"{name}: evidence= is empty: say where the layout was seen."
    for field, given, known in (
        ("access", source.access, ACCESS), ("verified", source.verified, VERIFIED),
        ("identity", source.identity, ("public", "private")),
    ):  # fmt: skip
        if given not in known:
            yield f"{name}: {field}='{given}' must be one of {', '.join(known)}."
    yield from _enumerated(name, "modality", source.modality, MODALITIES)
    yield from _enumerated(name, "department", source.department, DEPARTMENTS)
    for split in source.benchmark:
        if split not in SPLITS:
            yield f"{name}: benchmark= names '{split}', which is not train, val or test."


def _enumerated(name: str, field: str, given: Any, known: Sequence[str]) -> Iterator[str]:
    for value in _values(given):
        if value and value not in known:
            near = difflib.get_close_matches(value, known, 1, 0.4)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            yield f"{name}: {field} '{value}' is not one of {', '.join(known)}.{hint}"


def _values(given: Any) -> list[str]:
    if isinstance(given, Term):
        terms = given.names.values() if isinstance(given.names, Mapping) else given.names
        return [term for term in terms if term is not None]
    return [given] if isinstance(given, str) and "{" not in given else []


def _plan(plan: Plan) -> Iterator[str]:
    try:
        formats = formats_of(plan.cases)
    except DeclarationError as error:
        yield str(error)
        return
    broken = list(dict.fromkeys(_broken(plan, formats)))
    yield from broken
    if broken:
        return
    yield from unread_cases(plan.cases)
    yield from ignored_plan(plan)
    if plan.subject is None:
        yield (
            'subject= is missing. Write subject="{field}"; if the release has no patient id, '
            "subject=NO_SUBJECT and say so in the docstring."
        )
    for split in _values(plan.split):
        if split and split not in SPLITS:
            yield f"split '{split}' is not train, val or test: map it with split=Term(…)."
    if isinstance(plan.cases, Files):
        yield from _channels(plan.cases)
    known = _known(plan)
    for field in ("subject", "study", "split", "view", "modality", "department"):
        yield from _unknown(field + "=", mentions(getattr(plan, field)), known)
    for group in plan.labels:
        for _, part in group:
            yield from _part(plan, part, known)
    for join in plan.join:
        if not join.on and not _shared(join, plan):
            yield f"join {describe(join)} needs on=: the field it shares with the cases."
    for key, why in plan.exclude.items():
        if not why:
            yield f"exclude '{key}' has no reason."


_TEMPLATES: Final = ("template", "file", "image", "parse", "melt", "array")
_PROSE: Final = (
    "names",
    "exclude",
    "values",
    "sep",
    "where",
    "roles",
    "form",
    "header",
    "sections",
)


def _broken(value: Any, formats: Mapping[str, Format], *, template: bool = False) -> Iterator[str]:
    """Templates and expressions that cannot be read, wherever they stand."""
    if isinstance(value, str):
        if "{" in value or "}" in value:
            try:
                if template:
                    compile_template(value, formats)
                else:
                    tokenize(value)
            except DeclarationError as error:
                yield str(error)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            if field.name not in _PROSE:
                inner = field.name in _TEMPLATES or (template and field.name == "options")
                yield from _broken(getattr(value, field.name), formats, template=inner)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _broken(item, formats, template=template)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _broken(item, formats, template=template)


def _channels(cases: Files) -> Iterator[str]:
    texts = [t for _, texts in case_templates(cases) for t in texts]
    has = any("channel" in fields_of(t) for t in texts)
    if isinstance(cases.channels, Mapping) and not has and not isinstance(cases.template, Mapping):
        yield "channels= maps {channel}, which the template does not capture."
    if has and cases.channels is None:
        yield "the template captures {channel}: write channels={raw: term} for those that count."


def _known(plan: Plan) -> set[str] | None:
    """Fields that cases have; None where a table or a header adds fields that only data shows."""
    if not isinstance(plan.cases, Files) or plan.join:
        return None
    known = set(formats_of(plan.cases)) | set(OWN_FIELDS)
    known |= set(plan.cases.derive or ())
    for texts in (plan.cases.parse or {}).values():
        for text in [texts] if isinstance(texts, str) else texts:
            known |= set(fields_of(text))
    return known


def _unknown(what: str, fields: set[str], known: set[str] | None) -> Iterator[str]:
    if known is None:
        return
    for name in sorted(fields - known):
        near = difflib.get_close_matches(name, sorted(known), 1)
        hint = f" Did you mean {{{near[0]}}}?" if near else ""
        have = ", ".join(sorted(known - set(OWN_FIELDS))) or "none"
        yield f"{what} uses {{{name}}}, which no template gives (fields: {have}).{hint}"


def _part(plan: Plan, part: LabelPart, known: set[str] | None) -> Iterator[str]:
    from gmai_data.grammar.case_files import template_texts

    what = describe(part)
    for field, options in (
        ("missing", (ABSENT, UNKNOWN, OUTSIDE, ERROR, SKIP)), ("empty", (ABSENT, UNKNOWN, OUTSIDE)),
        ("level", ("image", "study", "subject")),
    ):  # fmt: skip
        if getattr(part, field) not in options:
            yield f"{what}: {field}='{getattr(part, field)}' must be one of {', '.join(options)}."
    messages = (*_needs(part), *unread_part(part, plan.cases), *ignored_part(part))
    yield from (f"{what}: {message}" for message in messages)
    used = _own_fields(part)
    for text in template_texts(part):
        fields = set(fields_of(text))
        given = set(formats_of(plan.cases))
        closed = known if known is not None else None
        alone = isinstance(plan.cases, Files) and part.table is None and part.where is None
        if alone and not fields and given and isinstance(part, Mask | Boxes | Points):
            yield (
                f"{what} names one file for every case. Put a field of the cases in the template "
                f"({', '.join(sorted(given))}), or name the one case it is of in where=."
            )
        elif closed is not None and fields and not fields & closed:
            shown = ", ".join(sorted(given)) or "none"
            yield (
                f"{what} shares no field with the cases ({shown}): every case would get every "
                "file. Put a field of the cases in the template, or the files under table=…, on=…."
            )
        elif closed is not None:
            for name in sorted(fields - closed - used):
                near = difflib.get_close_matches(name, sorted(closed), 1)
                hint = f" Did you mean {{{near[0]}}}?" if near else ""
                yield (
                    f"{what} captures {{{name}}}, which neither the cases nor this part uses.{hint}"
                )
    if part.table is not None:
        if not part.table.on and not _shared(part.table, plan):
            yield f"{what}: {describe(part.table)} needs on=: the field it shares with the cases."
    elif part.each is None and getattr(part, "lookup", None) is None and known is not None:
        gives = {f for t in template_texts(part) for f in fields_of(t)}
        names = set(part.names) if isinstance(part, Flags) and part.by is None and isinstance(
            part.names, Mapping) else set()  # fmt: skip
        exprs = _expressions(part) | {str(n) for n in names}
        yield from _unknown(what, exprs - gives, known)


def _own_fields(part: LabelPart) -> set[str]:
    names = ("by", "rater", "instances", "frame", "attrs", "where", "table", "lookup")
    values = [getattr(part, name, None) for name in names]
    return mentions([v for v in values if not isinstance(v, bool)])


def _expressions(part: LabelPart) -> set[str]:
    from gmai_data.grammar.case_files import template_texts

    skip = set(template_texts(part))
    out: set[str] = set(part.where or ())
    for field in dataclasses.fields(part):
        value = getattr(part, field.name)
        if field.name in ("names", "template", "where", "table", "each", "array"):
            continue
        if not (isinstance(value, str) and value in skip):
            out |= mentions(value)
    return out


def _shared(table: Table | Records, plan: Plan) -> bool:
    texts = table.file.options if isinstance(table.file, First) else (table.file,)
    fields = {name for text in texts for name in fields_of(text)}
    if isinstance(table, Records):
        fields |= set(plain_fields(table.each))
    cases = set(formats_of(plan.cases))
    if not isinstance(plan.cases, Files):
        cases |= mentions(plan.cases)
    return bool(fields & cases)


def _needs(part: LabelPart) -> Iterator[str]:
    """What a kind of part cannot do without."""
    kind = LABEL_KINDS[type(part)]
    named = part.names is not None or part.name is not None
    if isinstance(part, Class | Flags | Boxes | Mask | Points | Value) and not named:
        stacked = isinstance(part, Mask) and part.stack is not None
        if not stacked:
            yield f"names= is missing: which term does each raw {kind} value stand for?"
    if part.by is not None:
        if not any(t.kind == "field" for t in tokenize(part.by)):
            yield f'by="{part.by}" names no field: write by="{{{part.by}}}".'
        if part.names is None:
            yield "by= gives raw classes: names= must say what they are."
    if isinstance(part, Class) and (part.expr is None) == (part.array is None):
        yield "give an expression or array=, one of them."
    if isinstance(part, Flags):
        if part.by is None and not isinstance(part.names, Mapping):
            yield "names= maps columns to terms; with by= it maps the field's values."
        if part.by is not None and part.expr is None:
            yield 'by= needs the truth value as first argument: Flags("{value}", by=…).'
        bad = set(part.values.values()) - {"present", "absent", "uncertain", "unknown", "outside"}
        if bad:
            yield (
                f"values= has {', '.join(sorted(bad))}: write present, absent, uncertain, unknown."
            )
    if isinstance(part, Mask):
        forms = [f for f in ("template", "rle", "polygon") if getattr(part, f) is not None]
        if len(forms) != 1:
            yield f"give one of a template, rle= or polygon=, not {len(forms)}."
        for raw in (*part.includes, *(one for held in part.includes.values() for one in held)):
            if find_key(part.names, str(raw)) is None:
                yield f"includes= has {raw!r}, which names= does not list."
    if isinstance(part, Boxes):
        forms = [f for f in ("template", "xyxy", "xywh", "circle") if getattr(part, f) is not None]
        if len(forms) != 1:
            yield f"give one of a template, xyxy=, xywh= or circle=, not {len(forms)}."
    if isinstance(part, Points):
        forms = [f for f in ("template", "xy", "xyz") if getattr(part, f) is not None]
        if len(forms) != 1:
            yield f"give one of a template, xy= or xyz=, not {len(forms)}."
    if isinstance(part, QA) and part.question is None:
        yield "a question is missing."
    if isinstance(part, QA) and not any((part.answer, part.letter, part.index)):
        yield "give answer=, letter= or index=."
    if isinstance(part, Dialogue) and part.expr is None and not (part.user and part.assistant):
        yield "give an expression, or user= and assistant=."
