"""Where the cases of a source are: files, tables, documents, series, arrays, frames, tiles."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any, Literal

Row = Mapping[str, str]
Key = str | int | range | re.Pattern[str] | None
Names = Mapping[Any, str | None] | Sequence[str | None]
Where = Mapping[str, str | Sequence[str]]
Parse = Mapping[str, str | Sequence[str]]
On = str | Sequence[str]


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
