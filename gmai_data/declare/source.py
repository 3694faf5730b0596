"""A source, its parts and layouts, and what is asked of a whole declaration."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import Any, Final, Literal

from gmai_data.declare.labels import LabelPart
from gmai_data.declare.rows import Cases, Expr, First, Rows, Term


class NoSubject:
    """The release has no patient id: every case is its own subject. Said openly."""

    def __repr__(self) -> str:
        return "NO_SUBJECT"


NO_SUBJECT: Final = NoSubject()


@dataclass(frozen=True, slots=True)
class Layout:
    """One part of a source (`parts`), or one way to store it (`layouts`).

    Fields left ``None`` are those of the source.
    """

    name: str
    _: KW_ONLY
    cases: Cases | None = None
    labels: Sequence[LabelPart | First] = ()  # added to the source's own
    join: Sequence[Rows] | None = None
    subject: Any = None
    study: Expr = None
    split: str | Term | None = None
    view: str | Term | None = None
    modality: str | Term | None = None
    exclude: Mapping[str, str] | None = None
    root: str | Sequence[str] | None = None
    display: Literal["", "radiological", "as stored", "as array"] | None = None
    window: str | None = None
    intensity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A dataset: facts about it, where its cases are, and what they are labelled with."""

    name: str  # kebab-case, at most 40 characters; no component train, val, test or all
    title: str
    version: str  # of this declaration's data: major.minor.patch
    homepage: str
    license: str  # SPDX identifier, or LicenseRef-…
    access: Literal["open", "registration", "agreement"]
    evidence: tuple[str, ...]  # where the layout was seen
    verified: Literal["data", "loader", "memory"]
    modality: str | Term = ""  # one of terms.MODALITIES; "" for text
    anatomy: tuple[str, ...] = ()  # vocabulary terms
    department: str | Term = ""  # one of terms.DEPARTMENTS
    sequence: str = ""
    redistribution: bool | None = None  # None: not known
    commercial: bool | None = None
    derivatives: bool | None = None
    send_to_api: bool | None = None  # may images and facts go to a third party's model?
    identity: Literal["public", "private"] = "public"
    benchmark: tuple[str, ...] = ()  # splits that must stay out of training
    derived_from: tuple[str, ...] = ()  # sources, or names of upstream.tsv, whose images these are
    # Whose patient ids `subject` gives, where they are another source's (or a collection's of
    # upstream.tsv): the same text is the same patient there. "" = the source's own. Of several,
    # ("lits", "kits19"), an id `<lits>7` is the 7 of LiTS, and one without a mark the source's own.
    subject_space: str | tuple[str, ...] = ""
    cite: str = ""
    package: str = ""  # bundled: read from this installed package, "pydicom/data/test_files"
    language: str = "en"  # of the source's own text
    cases: Cases | None = None
    join: Sequence[Rows] = ()
    subject: Any = None  # an expression, First(…) or NO_SUBJECT; required
    study: Expr = None
    split: str | Term | None = None
    view: str | Term | None = None
    labels: Sequence[LabelPart | First] = ()
    # captured field, subject, identity or path -> why it is left out
    exclude: Mapping[str, str] = field(default_factory=dict)
    root: str | Sequence[str] = ""
    parts: tuple[Layout, ...] = ()
    layouts: tuple[Layout, ...] = ()
    window: str = ""  # a named CT window; "" = by anatomy
    intensity: str = ""  # what stored values are when the file does not say: "HU", "HU-32768" …
    # Of 2D exports of volumes. "as stored" of volume files: slices along the last axis of the
    # file, nothing is said of planes and sides (echo frames kept as NIfTI). "as array" of volumes
    # saved from an array (slice, row, column) under a default header: slices along the first axis,
    # nothing is said of sizes either.
    display: Literal["", "radiological", "as stored", "as array"] = ""
    # What masks, boxes and points are given for where a picture's EXIF says it is to be turned:
    # the upright picture (what viewers show), or the stored pixels (readers that ignore EXIF).
    drawn_on: Literal["upright", "stored"] = "upright"
    pixels_checked: str = (
        ""  # who looked at the pictures for burned-in names, where headers are mute
    )
    # A container that nothing else reads: a function of a file's name on disk that gives its
    # picture, (rows, columns) or (rows, columns, 3); other numbers than 8 bits go by `intensity`.
    read: Callable[[str], Any] | None = None


def cases_of(source: Source, layout: str) -> Cases | None:
    """How the cases of a layout are declared: its own way, or the source's."""
    found = {one.name: one.cases for one in (*source.parts, *source.layouts)}
    return found.get(layout) or source.cases


def spaces_of(source: Source) -> tuple[str, ...]:
    """Whose patient ids a source gives: often its own name alone."""
    space = source.subject_space or source.name
    return (space,) if isinstance(space, str) else (source.name, *space)


def referred(source: Source) -> tuple[str, ...]:
    """Sources whose files one may read: those it is derived from, and those of joined tables."""
    joins = (*source.join, *(j for one in (*source.parts, *source.layouts) for j in one.join or ()))
    files = [f for j in joins for f in (j.file.options if isinstance(j.file, First) else (j.file,))]
    named = (str(file)[1:].partition(">")[0] for file in files if str(file).startswith("<"))
    return tuple(dict.fromkeys((*source.derived_from, *named)))


def display_of(source: Source, layout: str) -> str:
    """How the images of a layout are shown: its own way, or the source's."""
    return _own(source, layout, "display")


def window_of(source: Source, layout: str) -> str:
    """The CT window that is declared for a layout: its own, or the source's."""
    return _own(source, layout, "window")


def intensity_of(source: Source, layout: str) -> str:
    """What the stored values of a layout are: its own word, or the source's."""
    return _own(source, layout, "intensity")


def _own(source: Source, layout: str, field: str) -> str:
    for one in (*source.parts, *source.layouts):
        if one.name == layout and getattr(one, field) is not None:
            return str(getattr(one, field))
    return str(getattr(source, field))


def label_parts(source: Source) -> tuple[LabelPart, ...]:
    """Every label part of a source, options of `First` included, in declared order.

    `Annotation.part` and `Label.part` index this tuple.
    """
    return tuple(_flat(source.labels)) + tuple(
        part for layout in (*source.parts, *source.layouts) for part in _flat(layout.labels)
    )


def _flat(labels: Sequence[LabelPart | First]) -> Iterator[LabelPart]:
    for label in labels:
        if isinstance(label, First):
            yield from _flat(label.options)
        else:
            yield label
