"""Options that do not go together: what a declaration says and another of its words overrules.

`unread` knows what no reader reads; here is what the kind of a part or table leaves no room for.
Each is refused with a sentence, so that nothing that is written is without effect.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from gmai_data.declare import (
    ABSENT,
    LABEL_KINDS,
    OUTSIDE,
    QA,
    Arrays,
    Boxes,
    Caption,
    Class,
    Dialogue,
    DicomSeries,
    Files,
    First,
    Flags,
    Frames,
    LabelPart,
    Mask,
    NoSubject,
    Points,
    Records,
    Report,
    Source,
    Table,
    Tiles,
    Value,
)
from gmai_data.grammar.dialects import FILE_FORMS, TABLE_FORMS
from gmai_data.grammar.layout import Plan
from gmai_data.grammar.rows import options_of
from gmai_data.grammar.survey import describe
from gmai_data.grammar.tokens import fields_of
from gmai_data.roots import KEYED

_SHEETS: Final = (".xlsx", ".xlsm")
_OF_ROWS: Final = ("by", "name", "names", "empty", "attrs")  # no class: a text is said as it is
_OF_MASK_FILES: Final = (
    "threshold", "background", "lookup", "stack", "crop", "resample",
    "includes",
)  # fmt: skip


def ignored_source(source: Source) -> Iterator[str]:
    """Values of a source that have no meaning, found before a file is read."""
    from gmai_data.errors import DeclarationError
    from gmai_data.read.intensity import declared_offset, window_name

    layouts = (*source.parts, *source.layouts)
    shown = [(source.window, source.intensity), *((p.window, p.intensity) for p in layouts)]
    for window, intensity in shown:
        for check, given in ((lambda w: window_name(w, ()), window), (declared_offset, intensity)):
            try:
                check(given or "")
            except DeclarationError as error:
                yield str(error)
    if source.language not in ("en", "zh"):
        yield f"language='{source.language}' must be en or zh."


def ignored_plan(plan: Plan) -> Iterator[str]:
    """Options of cases, joins and expressions of a layout that would have no effect."""
    yield from _cases(plan.cases)
    for join in plan.join:
        yield from _table(join, "join")
    for name in ("subject", "study", "split", "view", "modality", "department"):
        given = getattr(plan, name)
        yield from _expression(getattr(given, "expr", given), f"{name}=", subject=name == "subject")


def ignored_part(part: LabelPart) -> Iterator[str]:
    """Options of a label part that would have no effect."""
    kind = LABEL_KINDS[type(part)]
    if isinstance(part, Report | Caption | QA | Dialogue):
        yield from _refused(part, _OF_ROWS, f"a {kind}, which is text and has no classes")
    elif isinstance(part, Value | Flags):
        yield from _refused(part, ("empty",), f"{kind}: a blank cell says nothing")
    said = isinstance(part, Report | Caption | QA | Dialogue | Value)
    if said and part.missing in (ABSENT, OUTSIDE):
        yield f'missing="{part.missing}" says nothing of a {kind}: write "unknown" or "error".'
    for table in (part.table, getattr(part, "lookup", None)):
        if table is not None:
            yield from _table(table, "table")
    for field in dataclasses.fields(part):
        if field.name not in ("template", "names", "lookup"):
            yield from _expression(getattr(part, field.name), f"{field.name}=")
    yield from _OF_KIND[type(part)](part)


def _class(part: Class) -> Iterator[str]:
    yield from _refused(part, ("by",), "Class: its expression is the class")
    if part.form is not None:
        yield from _refused(part, ("sep",), f'form="{part.form}", which is cut as a literal')


def _flags(part: Flags) -> Iterator[str]:
    yield from _refused(part, ("name",), "Flags: names= has the term of each column or value")
    if part.by is None:
        yield from _refused(part, ("expr",), "Flags without by=, which reads the columns of names=")
    else:
        yield from _refused(part, ("one",), "Flags with by=, which has a row for each")


def _mask(part: Mask) -> Iterator[str]:
    named = part.by is not None or part.name is not None
    if part.template is None:
        form = "rle=" if part.rle is not None else "polygon="
        names = _OF_MASK_FILES if part.form == "coco" else ("form", *_OF_MASK_FILES)
        yield from _refused(part, names, f"{form}, which comes from rows")
        if part.instances in (True, "{pixel}"):
            yield f"instances={part.instances!r} is of mask files: write the field of rows for it."
        if part.names is not None and not named:
            yield f"names= of {form} needs by=, the field that holds the class, or name=."
    else:
        yield from _refused(part, ("size",), "a mask file, which has a size of its own")
    if part.rle is None:
        yield from _refused(part, ("order", "base"), "anything but rle=")
    if part.form == "colour":
        yield from _refused(part, ("threshold", "instances", "stack"), 'form="colour"')
    elif part.form in FILE_FORMS:
        yield from _outlines(part)
    elif part.stack is None and part.instances is None and part.names is not None and not named:
        yield from _refused(part, ("threshold",), "a label map, whose values are in names=")
    if isinstance(part.template, DicomSeries):
        yield from _refused(part.template, ("by", "parse", "derive"), "DicomSeries of a mask")


def _outlines(part: Mask) -> Iterator[str]:
    what = f'form="{part.form}", a file of outlines'
    yield from _refused(part, ("threshold", "lookup", "stack", "crop", "resample"), what)
    if part.instances not in (None, True):
        yield f"instances={part.instances!r} is of pixels: write instances=True for a label each."
    if part.form == "xy-lines" and part.name is None and part.by is None:
        yield 'form="xy-lines" holds one outline without a class: write name= or by=.'
    elif part.form != "xy-lines" and part.by is not None:
        yield f"by= has no effect on {what} that names its classes. Leave it out."


def _boxes(part: Boxes) -> Iterator[str]:
    if part.template is not None:
        yield from _refused(part, ("size",), "box files, which say what size they are for")
    elif part.names is not None and part.by is None and part.name is None:
        yield "names= needs by=, the field that holds the class, or name=."


def _points(part: Points) -> Iterator[str]:
    if part.names is not None and part.by is None and part.name is None:
        yield "names= needs by=, the field that holds the class, or name=."
    if part.xyz is not None and part.space == "px":
        yield 'xyz= needs space="LPS mm"; of a point in pixels the slice is frame=.'


def _value(part: Value) -> Iterator[str]:
    if part.names is not None and part.by is None:
        yield "names= needs by=, the field that says what is measured; for one thing write name=."


def _report(part: Report) -> Iterator[str]:
    if part.sections and any("{" in text for text in part.sections.values()):
        yield from _refused(part, ("expr",), "sections= of fields, which hold the text")


def _caption(part: Caption) -> Iterator[str]:
    return iter(())


def _question(part: QA) -> Iterator[str]:
    if part.index is None:
        yield from _refused(part, ("base",), "anything but index=")
    if part.choices is None and part.answer is None and (part.letter or part.index):
        yield "letter= or index= chooses among choices=, which are not given."


def _dialogue(part: Dialogue) -> Iterator[str]:
    if part.expr is not None:
        yield from _refused(part, ("history", "user", "assistant"), "an expression of all turns")
    else:
        yield from _refused(part, ("roles", "text"), "history=, user= and assistant=")


_OF_KIND: Final[Mapping[type, Any]] = {
    Class: _class, Flags: _flags, Mask: _mask, Boxes: _boxes, Points: _points, Value: _value,
    Report: _report, Caption: _caption, QA: _question, Dialogue: _dialogue,
}  # fmt: skip


def _cases(cases: Any) -> Iterator[str]:
    if isinstance(cases, Table | Records):
        yield from _refused(cases, ("on", "optional"), "the table of the cases")
        yield from _table(cases, "")
    elif isinstance(cases, Arrays):
        axes = set(cases.axes)
        if not {"H", "W"} <= axes <= set("NDHWC") or len(axes) != len(cases.axes):
            yield (
                f'axes="{cases.axes}" must be of N (rows), D (depth: its middle is read), H, W '
                "and C, each once."
            )
    elif isinstance(cases, Files):
        yield from _files(cases)
    elif isinstance(cases, Frames):
        from gmai_data.errors import DeclarationError
        from gmai_data.grammar.moving import step_of

        try:
            step_of(cases.every, 25.0)
        except DeclarationError as error:
            yield str(error)
    elif isinstance(cases, Tiles):
        if not 0.05 <= cases.mpp <= 100:
            yield f"mpp={cases.mpp:g} must be microns per pixel: 0.25 is about 40x, 0.5 20x."
        if not 32 <= cases.size <= 4096:
            yield f"size={cases.size} must be the side of a tile in pixels, 32 to 4096."


def _files(cases: Files) -> Iterator[str]:
    if cases.frames:
        yield from _refused(cases, ("frame",), "frames=, which cuts the same file")
    if isinstance(cases.template, Mapping):
        yield from _refused(cases, ("channels",), "a template for each role: roles are channels")
        known = set(cases.template)
    else:
        texts = [str(t) for t in _flat(cases.template)]
        known = set()
        if isinstance(cases.channels, Mapping):
            known = {str(c) for pair in cases.channels.items() for c in pair}
        elif cases.channels is not None and any("channel" in fields_of(t) for t in texts):
            yield "channels=[…] names the channels inside a file, but the template has {channel}."
    for name in sorted(set(cases.optional) - known):
        have = ", ".join(sorted(known)) or "none"
        yield f"optional= names '{name}', which is no role or channel of the cases ({have})."


def _flat(template: Any) -> list[Any]:
    if isinstance(template, First | tuple):
        options = template.options if isinstance(template, First) else template
        return [text for option in options for text in _flat(option)]
    return [template]


def _table(table: Table | Records, role: str) -> Iterator[str]:
    yield from (f"{describe(table)}: {message}" for message in _in_table(table, role))


def _in_table(table: Table | Records, role: str) -> Iterator[str]:
    if role:
        yield from _refused(table, ("image", "key", "frame"), f"a {role}: only cases have them")
    names = [str(name).lower().removesuffix(".gz") for name in options_of(table.file)]
    if isinstance(table, Records):
        if table.lines and all(name.endswith(".xml") for name in names):
            yield "lines=True is of JSON lines, not of XML."
        return
    if isinstance(table.form, str) and table.form not in TABLE_FORMS:
        yield (
            f'form="{table.form}" names no dialect. It may be {", ".join(TABLE_FORMS)}, or a '
            "function from the bytes of a file to its rows; sep= and header= describe text."
        )
    elif table.form is not None:
        yield from _refused(table, ("sep", "header", "skip", "sheet"), "a table read by form=")
    elif all(name.endswith(_SHEETS) for name in names):
        yield from _refused(table, ("sep",), "a spreadsheet")
    elif all(name.endswith(KEYED) for name in names):
        yield from _refused(table, ("sep", "header", "skip", "sheet", "melt"), "a file of arrays")
    elif all(name.endswith(".parquet") for name in names):
        yield from _refused(table, ("sep", "header", "skip", "sheet"), "a parquet file")
    elif not any(name.endswith(_SHEETS) for name in names):
        yield from _refused(table, ("sheet",), "a file that is no spreadsheet")
        if table.sep == ":" and table.header is None:
            yield from _refused(table, ("skip",), 'sep=":", which takes every "key: value" line')


def _expression(given: Any, what: str, *, subject: bool = False) -> Iterator[str]:
    """Options of a `First` that are no expression are passed over: only NO_SUBJECT may end one."""
    if isinstance(given, First):
        for option in given.options:
            if not isinstance(option, str) and not (subject and isinstance(option, NoSubject)):
                yield f"{what}: First takes expressions in quotes here, not {option!r}."


def _refused(thing: Any, names: Sequence[str], what: str) -> Iterator[str]:
    """A sentence where some of these options are not what they are by default."""
    usual: dict[str, Any] = {}
    for field in dataclasses.fields(thing):
        usual[field.name] = field.default
        if field.default_factory is not dataclasses.MISSING:
            usual[field.name] = field.default_factory()
    given = [n for n in names if n in usual and getattr(thing, n) != usual[n]]
    if given:
        options = ", ".join(f"{n}=" for n in given)
        yield f"{options} has no effect on {what}. Leave it out."
