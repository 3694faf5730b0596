"""The words a source is declared with. Everything is rows of named fields.

A path template over a folder is a table (a row per file, a column per capture); CSV, JSON, XML, a
DICOM tree, an npz and a video are tables too. Cases are rows; a label part is a join from them to
other rows or files by field names. One template language (`template.py`) serves paths, cells,
column names and positions in a document. This module only holds what was declared: it imports
nothing heavy, so that 600 sources list in a second.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import Any, Final, Literal

ABSENT: Final = "absent"  # annotated, and not there
UNKNOWN: Final = "unknown"  # not annotated: never becomes a statement
OUTSIDE: Final = "outside"  # not in the field of view
ERROR: Final = "error"  # should be there: the case is rejected and counted
SKIP: Final = "skip"  # `missing` only, labels for a part of another release: no case of this source
Missing = Literal["absent", "unknown", "outside", "error", "skip"]


class _NoSubject:
    """The release has no patient id: every case is its own subject. Said openly."""

    def __repr__(self) -> str:
        return "NO_SUBJECT"


NO_SUBJECT: Final = _NoSubject()

Row = Mapping[str, str]
Key = str | int | range | re.Pattern[str] | None
Names = Mapping[Any, str | None] | Sequence[str | None]
Where = Mapping[str, str | Sequence[str]]
Parse = Mapping[str, str | Sequence[str]]
On = str | Sequence[str]

CHEXPERT: Final[Mapping[str, str]] = {
    "1": "present", "1.0": "present", "0": "absent", "0.0": "absent",
    "-1": "uncertain", "-1.0": "uncertain", "": "unknown",
}  # fmt: skip
ONE_ZERO: Final[Mapping[str, str]] = {
    "1": "present", "1.0": "present", "0": "absent", "0.0": "absent", "": "unknown",
}  # fmt: skip
TRUE_FALSE: Final[Mapping[str, str]] = {
    "True": "present", "TRUE": "present", "true": "present",
    "False": "absent", "FALSE": "absent", "false": "absent", "": "unknown",
}  # fmt: skip
X_MARK: Final[Mapping[str, str]] = {"X": "present", "x": "present", "": "absent"}


@dataclass(frozen=True, slots=True, init=False)
class First:
    """The only fall-back: the first option that is there.

    Of templates and label parts per case, of expressions per row, of table files and layouts per
    root.
    """

    options: tuple[Any, ...]

    def __init__(self, *options: Any) -> None:
        object.__setattr__(self, "options", options)


@dataclass(frozen=True, slots=True)
class Term:
    """A field seen through a mapping: ``Term("{set}", {"training": "train"})``."""

    expr: str | First
    names: Names


@dataclass(frozen=True, slots=True)
class Inline:
    """The picture is in the row itself: base64 text, or bytes of a parquet file.

    Bytes may be the ``{"bytes", "path"}`` of Hugging Face. One table file of tsv, csv, jsonl
    (``lines=True``) or parquet in its usual form. Rows of one ``key`` repeat their
    picture: the first is taken.
    """

    expr: str
    encoding: Literal["base64", "bytes"] = "base64"


@dataclass(frozen=True, slots=True)
class Files:
    """A row per file. A mapping of role to template, or ``{channel}`` in it, gives channels."""

    template: str | First | tuple[str, ...] | Mapping[str, str | First | tuple[str, ...]]
    _: KW_ONLY
    channels: Mapping[Any, str] | Sequence[str] | None = None  # raw -> term; list = last axis
    optional: Sequence[str] = ()  # channels or roles that may be missing
    frames: Mapping[str, str] | None = None  # phase -> frame of a 4D file or video, from 0
    frame: str | None = None  # a case per frame: its number, from 0
    parse: Parse | None = None
    derive: Mapping[str, Callable[[Row], str]] | None = None
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A row per line of a CSV, TSV, spreadsheet or parquet file; several files are one table."""

    file: str | First
    _: KW_ONLY
    image: str | First | Inline | Mapping[str, str] | None = None
    key: str | None = None  # rows with an equal key are one case; default: the fields of `image`
    on: On = ()
    sep: str | None = None  # default: by suffix, "," for csv, tab for tsv; ":" for key: value
    header: Sequence[str] | None = None  # names, where the file has none or a broken one
    skip: int = 0  # lines to drop before the header
    sheet: str | None = None
    melt: str | None = None  # template over column names: wide -> long, cell in {value}
    alias: str | None = None  # columns become {alias.column}
    # Another dialect: a function from bytes to rows; or coco, via, lidc, sr, or one of outlines
    # (labelme …), whose rows have {polygon}, {class} and {instance}.
    form: str | Callable[[bytes], Sequence[Row]] | None = None
    optional: bool = False
    frame: str | None = None  # a case per frame: its number, from 0
    parse: Parse | None = None
    derive: Mapping[str, Callable[[Row], str]] | None = None
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """A row per item of a JSON, JSON-lines or XML document; ``each`` says where the items are."""

    file: str | First
    _: KW_ONLY
    each: str = "*"
    lines: bool = False  # JSON lines; never guessed
    image: str | First | Inline | Mapping[str, str] | None = None
    key: str | None = None
    on: On = ()
    alias: str | None = None
    optional: bool = False
    parse: Parse | None = None
    derive: Mapping[str, Callable[[Row], str]] | None = None
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class DicomSeries:
    """A case per DICOM series; header tags are fields: ``{PatientID}``, ``{Modality}``."""

    template: str | tuple[str, ...]
    _: KW_ONLY
    by: str | None = "SeriesInstanceUID"  # None: every file is its own case
    where: Where | None = None
    parse: Parse | None = None
    derive: Mapping[str, Callable[[Row], str]] | None = None


@dataclass(frozen=True, slots=True)
class Arrays:
    """A case per row of an array in an npy, npz, h5 or mat file."""

    template: str | First
    _: KW_ONLY
    axes: str = "NHWC"  # N rows, D depth (its middle slice is the picture), H, W, C colours
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Frames:
    """Frames of video files, a case each; gives ``{frame}``, from 0, and ``{second}``."""

    template: str | First | tuple[str, ...]
    _: KW_ONLY
    every: str = "1s"  # time between two, "0.5s", or a number of frames, "25"
    where: Where | None = None
    parse: Parse | None = None
    derive: Mapping[str, Callable[[Row], str]] | None = None


@dataclass(frozen=True, slots=True)
class Tiles:
    """Tissue tiles of whole-slide images: a case per slide."""

    template: str | First | tuple[str, ...]
    _: KW_ONLY
    mpp: float = 0.5  # microns per pixel of the tiles: 0.25 is about 40x, 0.5 20x, 1.0 10x
    size: int = 512  # side of a tile, in its pixels
    where: Where | None = None
    parse: Parse | None = None
    derive: Mapping[str, Callable[[Row], str]] | None = None


Cases = Files | Table | Records | DicomSeries | Arrays | Frames | Tiles
Rows = Table | Records
Expr = str | First | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    names: Names | None = None  # raw value -> vocabulary term; None value = known and ignored
    by: str | None = None  # the field that holds the class
    name: str | None = None  # one fixed class
    table: Rows | None = None  # rows from elsewhere, joined on its `on`
    each: str | None = None  # nested rows of the record
    where: Where | None = None  # the part applies to rows where this holds
    rater: Expr = None
    raters: Literal["majority", "first"] = "majority"  # whose labels are said, of several readers'
    attrs: Mapping[str, str] = field(default_factory=dict)
    level: Literal["image", "study", "subject"] = "image"
    missing: Missing = ERROR  # the file or row is not there
    empty: Missing = UNKNOWN  # it is there, but nothing (or not this name) is in it


@dataclass(frozen=True, slots=True)
class Class(_Part):
    """One class, or several, of the image, study or subject."""

    expr: Expr = None
    _: KW_ONLY
    sep: str | None = None  # several classes in one cell
    form: Literal["list", "dict"] | None = None  # a Python or JSON literal in the cell
    of: str | None = None  # what the class is a grade of: "breast density"
    array: str | None = None  # row i of an array


@dataclass(frozen=True, slots=True)
class Flags(_Part):
    """A truth value per column (``names`` are columns), or per row with ``by``."""

    expr: Expr = None
    _: KW_ONLY
    values: Mapping[str, str] = field(default_factory=lambda: ONE_ZERO)
    one: bool = False  # exactly one is true


@dataclass(frozen=True, slots=True)
class Mask(_Part):
    """A segmentation: a label map, a file per class or instance, SEG, RLE or polygons."""

    template: str | First | DicomSeries | None = None
    _: KW_ONLY
    # Of pixels: map, binary, colour, seg, rtstruct, png-stack, dicom-stack. Of outlines in a file
    # for each picture: labelme, geojson, asap, imagescope, supervisely, xy-lines. Of a polygon=
    # cell: coco.
    form: str | Callable[..., Any] = "map"
    threshold: int | None = None  # binary mask: above this value is foreground
    background: int | str = 0  # value, colour or class of nothing; outlines of it cut holes
    instances: str | bool | None = None  # "{k}": an object per file; "{pixel}": per value
    lookup: Rows | None = None
    stack: Sequence[str | None] | None = None  # channel -> term
    crop: str | None = None
    # Of a video or of pages, the frame it is on, from 0; of a mask file as long as the image (4D),
    # the frame of it to take.
    frame: str | None = None
    rle: str | None = None
    polygon: str | Callable[..., Any] | None = None
    order: Literal["row", "column"] = "column"
    base: Literal[0, 1] = 1
    size: tuple[Any, Any] | None = None  # width, height the run lengths or points are for
    grid: str | None = None  # the channel whose grid the mask is on
    resample: bool = False  # another grid: nearest by physical position; refused otherwise
    # raw value -> raw values of what lies in it but is cut out of its mask: {1: (2, 3)} describes
    # a kidney together with its tumour and cyst
    includes: Mapping[Any, Sequence[Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Boxes(_Part):
    """Boxes of objects, in the pixels of the file (or of ``size``)."""

    template: str | First | None = None
    _: KW_ONLY
    form: str | None = None  # voc, yolo, or a form of outlines: the box around each
    xyxy: Sequence[str] | str | None = None
    xywh: Sequence[str] | str | None = None
    circle: Sequence[str] | None = None
    size: tuple[Any, Any] | None = None
    origin: Literal["upper", "lower"] = "upper"
    frame: str | None = None  # of a video, or slice along a volume's third file axis; from 0


@dataclass(frozen=True, slots=True)
class Points(_Part):
    """Landmarks."""

    template: str | First | None = None
    _: KW_ONLY
    form: str | None = None
    xy: Sequence[str] | None = None
    xyz: Sequence[str] | None = None
    space: Literal["px", "LPS mm"] = "px"
    frame: str | None = None  # as in Boxes


@dataclass(frozen=True, slots=True)
class Value(_Part):
    """A measured number with its unit: ``Value("{EF}", name="ejection fraction", unit="%")``."""

    expr: Expr = None
    _: KW_ONLY
    unit: str = ""
    valid: tuple[float, float] | None = None  # outside this range the value is an error


@dataclass(frozen=True, slots=True)
class Report(_Part):
    """A radiology report: one text, or its sections."""

    expr: Expr = None  # an expression, or a path template to a text file
    _: KW_ONLY
    sections: Mapping[str, str] | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Caption(_Part):
    """A caption written by the source."""

    expr: Expr = None
    _: KW_ONLY
    language: str = "en"


@dataclass(frozen=True, slots=True)
class QA(_Part):
    """A question with its answer: free, by letter, or by index among choices."""

    question: Expr = None
    _: KW_ONLY
    answer: Expr = None
    letter: str | None = None
    index: str | None = None
    base: Literal[0, 1] = 0
    choices: Sequence[str] | str | None = None
    language: str = "en"  # or an expression: "{q_lang}"
    explanation: Expr = None
    context: Expr = None


@dataclass(frozen=True, slots=True)
class Dialogue(_Part):
    """A conversation: a list of turns, or history, user and assistant."""

    expr: Expr = None
    _: KW_ONLY
    roles: Mapping[str, str] | str | None = None  # prefix -> user|assistant, or key of the role
    text: str = "value"
    history: str | None = None
    user: str | None = None
    assistant: str | None = None
    language: str = "en"


LabelPart = Class | Flags | Mask | Boxes | Points | Value | Report | Caption | QA | Dialogue
LABEL_KINDS: Final[Mapping[type, str]] = {
    Class: "class", Flags: "flags", Mask: "mask", Boxes: "boxes", Points: "points",
    Value: "value", Report: "report", Caption: "caption", QA: "qa", Dialogue: "dialogue",
}  # fmt: skip
GEOMETRIC: Final = ("mask", "boxes", "points")  # read with the pixels; the rest joins in `ask`


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
