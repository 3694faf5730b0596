"""What cases are labelled with: classes, masks, boxes, values, reports, questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import Any, Final, Literal

from gmai_data.declare.rows import DicomSeries, Expr, First, Names, Rows, Where

ABSENT: Final = "absent"  # annotated, and not there
UNKNOWN: Final = "unknown"  # not annotated: never becomes a statement
OUTSIDE: Final = "outside"  # not in the field of view
ERROR: Final = "error"  # should be there: the case is rejected and counted
SKIP: Final = "skip"  # `missing` only, labels for a part of another release: no case of this source
Missing = Literal["absent", "unknown", "outside", "error", "skip"]

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
