"""Raw labels and header codes become vocabulary terms and the names of the field.

`read` keeps raw values, so that renaming a label never decodes a volume again. What is unknown
stays unknown: it is dropped here and never becomes a statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from gmai_data import vocabulary
from gmai_data.declare import (
    ABSENT,
    Boxes,
    First,
    LabelPart,
    Layout,
    Mask,
    Source,
    Term,
    label_parts,
)
from gmai_data.errors import DeclarationError, RejectedItem
from gmai_data.grammar import names
from gmai_data.grammar.identity import instance_id
from gmai_data.schema import Annotation, Case, Label, Slice, Structure
from gmai_data.words.departments import default_department
from gmai_data.words.imaging import (
    DICOM_MODALITIES,
    DICOM_SUBMODALITIES,
    MODALITY_WORDS,
    SEQUENCE_WORDS,
    VIEW_WORDS,
    canonical_word,
)
from gmai_data.words.sides import inherited, side_doubts, with_eye, without_sides

TEXT_KINDS = frozenset({"report", "caption", "qa", "dialogue"})
_FIELD = re.compile(r"\{([^{}:]+)(?::[^{}]*)?\}")


def bind(source: Source, case: Case, slice: Slice) -> Slice:
    """The slice with names, modality, sequence, anatomy, department and view filled.

    Labels are those of the slice, bound, then those of the case that hold for this slice. Texts
    (reports, questions, dialogues) stay on the case.

    Raises:
        UnknownLabelError: a raw value that the declaration's ``names`` does not list.
        DeclarationError: a declared name that is no vocabulary term.
        RejectedItem: the declared modality and the file's contradict each other.
    """
    parts = label_parts(source)
    fields = dict(case.fields)
    layout = next((p for p in (*source.parts, *source.layouts) if p.name == case.layout), None)
    modality, sequence = _modality(source, layout, case, slice, fields)
    labels = (
        *_bound(source, parts, slice.labels),
        *_from_case(source, parts, case, slice),
        *_absent_here(source, parts, case, slice),
    )
    labels = inherited(labels)
    doubts = side_doubts(list(_placed(source, parts, slice)))
    if doubts:
        known = vocabulary.load()
        labels = without_sides(labels, [known.get(label.name) for label in labels])
    labels, more = with_eye(labels, modality, (slice.width, slice.height))
    anatomy = tuple(dict.fromkeys(_term(source, name).term for name in source.anatomy))
    department = _evaluated(source.department, fields) or default_department(
        modality, (*(label.name for label in labels if label.presence == "present"), *anatomy)
    )
    return replace(
        slice,
        modality=modality,
        sequence=sequence,
        anatomy=anatomy,
        department=department,
        view=_view(source, layout, slice, fields),
        labels=_without_contradictions(labels),
        doubts=(*slice.doubts, *doubts, *more),
    )


def _placed(
    source: Source, parts: Sequence[LabelPart], slice: Slice
) -> Iterator[tuple[Structure, vocabulary.Term]]:
    for structure in slice.structures:
        name = _name(parts[structure.part], structure.raw)
        if name is not None:
            yield structure, _term(source, name)


def _modality(
    source: Source,
    layout: Layout | None,
    case: Case,
    slice: Slice,
    fields: Mapping[str, str],
) -> tuple[str, str]:
    """Declared name, else the channel's, else the DICOM code's; and the sequence beside it."""
    declared = _evaluated(_own(layout, "modality", source.modality), fields)
    sequence = ""
    for word in _channel_words(case, slice):
        if word in MODALITY_WORDS:
            declared = word
        elif not sequence:
            sequence = canonical_word(SEQUENCE_WORDS, word)
    sequence = sequence or canonical_word(SEQUENCE_WORDS, source.sequence) or source.sequence
    code = slice.modality
    allowed = DICOM_MODALITIES.get(code, ())
    if not declared:
        declared = code if code in MODALITY_WORDS else allowed[0] if allowed else ""
    elif allowed and declared not in allowed:
        raise RejectedItem(
            "corrupt", "modality-conflict", f"declared {declared}, the file says {code}"
        )
    if not sequence and code in DICOM_SUBMODALITIES:
        sequence = DICOM_SUBMODALITIES[code]
    return declared, sequence


def _channel_words(case: Case, slice: Slice) -> Iterator[str]:
    yield slice.sequence
    roles = [file.role for file in case.files if file.role != "image"]
    for role in roles:
        if role == slice.variant or (slice.variant and role in re.split(r"[ /;,]", slice.variant)):
            yield role
    if len(roles) == 1:
        yield roles[0]


def _view(source: Source, layout: Layout | None, slice: Slice, fields: Mapping[str, str]) -> str:
    raw = slice.view or _evaluated(_own(layout, "view", source.view), fields)
    return canonical_word(VIEW_WORDS, raw)


def _own(layout: Layout | None, name: str, default: Any) -> Any:
    value = getattr(layout, name) if layout is not None else None
    return default if value is None else value


def _evaluated(value: str | Term | None, fields: Mapping[str, str]) -> str:
    if isinstance(value, Term):
        raw = _rendered(value.expr, fields)
        return "" if raw is None else names.bind_name(value.names, raw) or ""
    return (_rendered(value, fields) or "") if value else ""


def _rendered(expr: str | First, fields: Mapping[str, str]) -> str | None:
    if isinstance(expr, First):
        found = (_rendered(option, fields) for option in expr.options)
        return next((text for text in found if text is not None), None)
    keys = _FIELD.findall(expr)
    if any(key not in fields for key in keys):
        return None
    return _FIELD.sub(lambda m: fields[m[1]], expr)


def _term(source: Source, name: str) -> vocabulary.Term:
    try:
        return vocabulary.load().lookup(name)
    except KeyError as error:
        raise DeclarationError(f"{source.name}: {error.args[0]}") from None


def _bound(source: Source, parts: Sequence[LabelPart], labels: Sequence[Label]) -> Iterator[Label]:
    for label in labels:
        if label.presence == "outside":  # of a hundred organs most are elsewhere: nothing to say
            continue
        part = parts[label.part]
        name = _name(part, label.raw)
        if name is not None:
            yield _named(replace(label, level=part.level), _term(source, name))


def _name(part: LabelPart, raw: str) -> str | None:
    """The term of a raw value; of a mask with a channel per class, that of the channel's number."""
    stack = part.stack if part.names is None and isinstance(part, Mask) else None
    if stack is not None and raw.isdecimal() and int(raw) < len(stack):
        return stack[int(raw)]
    return names.bind_name(part.names, raw, part.name)


def _named(label: Label, term: vocabulary.Term) -> Label:
    """The label under its canonical name; a side in the name is the label's side."""
    if not term.side:
        return replace(label, name=term.term)
    if label.side in ("", term.side):
        return replace(label, name=term.term, side=term.side, side_source="label")
    # Name and geometry contradict each other: the structure is certain, its side is not.
    return replace(label, name=term.base, side="", side_source="")


def _from_case(
    source: Source, parts: Sequence[LabelPart], case: Case, slice: Slice
) -> Iterator[Label]:
    for note in case.annotations:
        part = parts[note.part]
        if note.kind in TEXT_KINDS or note.state in ("unknown", "outside", "error"):
            continue
        if not holds_here(note, slice):
            continue
        if note.state == ABSENT:
            for name in _names_of(part, note):
                yield _case_label(source, part, note, name, slice, presence="absent")
        elif note.kind in ("class", "flags", "value"):
            yield from _given(source, part, note, slice)


def _given(source: Source, part: LabelPart, note: Annotation, slice: Slice) -> Iterator[Label]:
    values = dict(note.values)
    state = values.get("state", "present")
    if state in ("unknown", "outside", ""):
        return
    name = _name(part, note.raw)
    if name is not None:
        yield _case_label(source, part, note, name, slice, presence=state)


def _case_label(
    source: Source, part: LabelPart, note: Annotation, name: str, slice: Slice, presence: str
) -> Label:
    # A class of a whole volume or video is no statement about one of its pictures.
    whole = not note.slice and slice.count > 1
    level = "study" if part.level == "image" and whole else part.level
    label = Label(
        kind="value" if note.kind == "value" else "class",
        part=note.part,
        raw=note.raw,
        presence=presence,  # type: ignore[arg-type]
        level=level,
        of=getattr(part, "of", None) or "",
        instance=note.instance,
        value=dict(note.values).get("value", "") if note.kind == "value" else "",
        unit=getattr(part, "unit", "") if note.kind == "value" else "",
        rater=note.rater,
        attrs=note.attrs,
    )
    return _named(label, _term(source, name))


def holds_here(note: Annotation, slice: Slice) -> bool:
    """Whether an annotation is of this slice: of the whole case, its frame or its file."""
    if not note.slice:
        return True
    kind, _, value = note.slice.partition("=")
    if kind == "frame":
        return value == str(slice.index)
    if kind == "sop":
        return instance_id(slice.case, value) in slice.instances
    return False


def all_names(part: LabelPart) -> tuple[str, ...]:
    """Every term a part can give, each once, in declared order."""
    if part.names is None and isinstance(part, Mask) and part.stack is not None:
        return tuple(dict.fromkeys(name for name in part.stack if name is not None))
    if part.names is None:
        return (part.name,) if part.name else ()
    found = (names.bind_name(part.names, key) for key in names.name_keys(part.names))
    return tuple(dict.fromkeys(name for name in found if name is not None))


def _names_of(part: LabelPart, note: Annotation) -> tuple[str, ...]:
    """The terms that an annotation without content is about: the one of its raw value, or all."""
    if not note.raw:
        return all_names(part)
    name = _name(part, note.raw)
    return () if name is None else (name,)


def _absent_here(
    source: Source, parts: Sequence[LabelPart], case: Case, slice: Slice
) -> Iterator[Label]:
    """Names of exhaustive masks and boxes (``empty=ABSENT``) that this slice does not hold."""
    given: dict[int, list[Annotation]] = {}
    for note in case.annotations:
        if note.state == "given":
            given.setdefault(note.part, []).append(note)
    for index, notes in sorted(given.items()):
        part = parts[index]
        if not isinstance(part, Mask | Boxes) or part.empty != ABSENT:
            continue
        here = {_name(part, label.raw) for label in slice.labels if label.part == index}
        # A class without a file of its own was not annotated, as far as this part knows.
        by_file = getattr(part, "lookup", None) is None and all(n.files and n.raw for n in notes)
        known = [n for note in notes for n in _names_of(part, note)] if by_file else all_names(part)
        for name in dict.fromkeys(known):
            if name not in here:
                term = _term(source, name)
                yield Label(kind="class", part=index, name=term.term, presence="absent")


def _without_contradictions(labels: Sequence[Label]) -> tuple[Label, ...]:
    """Present beats absent; an absence is said once; uncertain labels stay, and say nothing."""
    present = {label.name for label in labels if label.presence == "present"}
    known = vocabulary.load()
    general = {up for name in present for up in known.ancestors(known.lookup(name).base or name)}
    absent: set[str] = set()
    kept: list[Label] = []
    for label in labels:
        if label.presence == "absent" and not label.rater:  # readers may differ: `facts` counts
            if label.name in present or label.name in general or label.name in absent:
                continue
            absent.add(label.name)
        kept.append(label)
    return tuple(kept)
