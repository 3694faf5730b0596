"""What a declaration can say and nothing reads: refused with a sentence, never lost in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from gmai_data.declare import (
    QA,
    Arrays,
    Boxes,
    DicomSeries,
    Files,
    Frames,
    Inline,
    LabelPart,
    Mask,
    Points,
    Records,
    Source,
    Table,
    Tiles,
    cases_of,
)
from gmai_data.grammar.dialects import FILE_FORMS
from gmai_data.grammar.rows import options_of

MASK_FORMS: Final = ("map", "binary", "colour", "seg", "rtstruct", "png-stack", "dicom-stack")
BOX_FORMS: Final = ("voc", "yolo")
HALVES: Final = ("left half", "right half", "top half", "bottom half")
_USUAL: Final = {"sep": None, "header": None, "skip": 0, "sheet": None, "melt": None, "form": None}
_TABLES: Final = (".csv", ".tsv", ".csv.gz", ".tsv.gz", ".parquet")


def unread_source(source: Source) -> Iterator[str]:
    """Fields of a source that nothing reads."""
    shapes = [cases_of(source, one.name) for one in (*source.parts, *source.layouts)]
    for cases in shapes or [source.cases]:
        if source.read is not None and isinstance(cases, Arrays | DicomSeries | Frames | Tiles):
            yield (
                f"read= makes a picture of a file of Files, Table or Records; "
                f"{type(cases).__name__}(…) has a reader of its own. Leave one of them out."
            )
    if source.read is not None and not callable(source.read):
        yield "read= takes a function of a file's name that gives its pixels."
    for display in (source.display, *(p.display for p in (*source.parts, *source.layouts))):
        if display not in (None, "", "radiological", "as stored", "as array"):
            yield f"display='{display}' must be radiological, as stored or as array."
    if source.drawn_on not in ("upright", "stored"):
        yield f"drawn_on='{source.drawn_on}' must be upright or stored."


def unread_cases(cases: Any) -> Iterator[str]:
    """Pictures in rows that cannot be found again when they are read."""
    if not isinstance(cases, Table | Records) or not isinstance(cases.image, Inline):
        return
    names = [str(name).lower() for name in options_of(cases.file)]
    if isinstance(cases, Records):
        lines = cases.lines and cases.each == "*" and all(n.endswith(".jsonl") for n in names)
        if not lines or cases.image.encoding != "base64":
            yield 'Inline pictures of records need a .jsonl file with lines=True, each="*", base64.'
        return
    changed = [name for name, usual in _USUAL.items() if getattr(cases, name) != usual]
    if changed:
        yield (
            f"Inline pictures are read from a table in its usual form: {', '.join(changed)}= is "
            "not possible with them."
        )
    if not all(name.endswith(_TABLES) for name in names):
        yield f"Inline pictures are read from {', '.join(_TABLES)} or .jsonl files."
    if cases.image.encoding == "bytes" and not all(n.endswith(".parquet") for n in names):
        yield 'Inline(…, "bytes") needs a parquet file.'


def unread_part(part: LabelPart, cases: Any) -> Iterator[str]:
    """Fields and values of a label part that nothing reads."""
    yield from _one_of("raters", part.raters, ("majority", "first"))
    if part.raters != "majority" and part.rater is None:
        yield 'raters= says whose labels count, and needs rater="{…}": who said what.'
    if isinstance(part, Mask):
        yield from _mask(part, cases)
    elif isinstance(part, Boxes):
        yield from _boxes(part)
    elif isinstance(part, Points):
        if part.template is not None or part.form is not None:
            yield (
                "points are read from rows: write table=Table(…) with xy= or xyz=, not a template "
                "or form=."
            )
        yield from _one_of("space", part.space, ("px", "LPS mm"))
        if part.space == "LPS mm" and part.xyz is None:
            yield 'space="LPS mm" needs xyz=: three coordinates in the patient.'
    elif isinstance(part, QA):
        yield from _one_of("base", part.base, (0, 1))


def _mask(part: Mask, cases: Any) -> Iterator[str]:
    if callable(part.form):
        yield (
            "form= takes no function: masks are read by the names of forms, and drawn outlines by "
            "polygon=function."
        )
    elif part.form == "coco" and part.polygon is not None:
        pass
    elif part.form in ("coco", "via", "lidc", "sr"):
        yield (
            f'form="{part.form}" is of one file for many pictures. Write polygon="{{polygon}}" (of '
            f'COCO: polygon="{{segmentation}}", form="coco") with table=Table("…", '
            f'form="{part.form}", on=…).'
        )
    elif part.form not in (*MASK_FORMS, *FILE_FORMS):
        yield (
            f'form="{part.form}" is not read. It may be {", ".join((*MASK_FORMS, *FILE_FORMS))}; '
            "outlines in other files are rows: polygon= with table=Table(…, form=…)."
        )
    if part.crop is not None:
        yield from _one_of("crop", part.crop, HALVES)
    yield from _one_of("order", part.order, ("row", "column"))
    yield from _one_of("base", part.base, (0, 1))
    if part.grid is not None and isinstance(cases, Files):
        channels = cases.channels
        roles = {str(c) for c in (channels.values() if isinstance(channels, Mapping) else
                                  channels or ())}  # fmt: skip
        roles |= set(cases.template) if isinstance(cases.template, Mapping) else set()
        if part.grid not in roles:
            have = ", ".join(sorted(roles)) or "none"
            yield f"grid='{part.grid}' is no channel of the cases (channels: {have})."


def _boxes(part: Boxes) -> Iterator[str]:
    yield from _one_of("origin", part.origin, ("upper", "lower"))
    if part.template is None:
        if part.form is not None:
            yield f'form="{part.form}" is of box files: give their template, or leave it out.'
        return
    if part.form in ("coco", "via"):
        yield (
            f'form="{part.form}" is of one file for many pictures. Write xywh= or xyxy= and by= '
            f'with table=Table("….json", form="{part.form}", on=…).'
        )
    elif part.form not in (*BOX_FORMS, *FILE_FORMS):
        yield f"a template of box files needs form= one of {', '.join((*BOX_FORMS, *FILE_FORMS))}."
    if part.form == "xy-lines":
        if part.name is None:
            yield 'form="xy-lines" holds one outline without a class: write name=.'
    elif part.by is not None or part.name is not None or part.names is None:
        yield "box files name their classes themselves: write names= and neither by= nor name=."


def _one_of(field: str, given: Any, known: tuple[Any, ...]) -> Iterator[str]:
    if given not in known:
        yield f"{field}={given!r} must be one of {', '.join(map(str, known))}."
