"""Turn a disk full of public medical datasets into vision-language training shards."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gmai_data.declare import (
        ABSENT,
        CHEXPERT,
        ERROR,
        NO_SUBJECT,
        ONE_ZERO,
        OUTSIDE,
        QA,
        SKIP,
        TRUE_FALSE,
        UNKNOWN,
        X_MARK,
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
        Inline,
        Layout,
        Mask,
        Points,
        Records,
        Report,
        Source,
        Table,
        Term,
        Tiles,
        Value,
    )

__version__ = "0.1.0"

__all__ = [
    "ABSENT",
    "CHEXPERT",
    "ERROR",
    "NO_SUBJECT",
    "ONE_ZERO",
    "OUTSIDE",
    "QA",
    "SKIP",
    "TRUE_FALSE",
    "UNKNOWN",
    "X_MARK",
    "Arrays",
    "Boxes",
    "Caption",
    "Class",
    "Dialogue",
    "DicomSeries",
    "Files",
    "First",
    "Flags",
    "Frames",
    "Inline",
    "Layout",
    "Mask",
    "Points",
    "Records",
    "Report",
    "Source",
    "Table",
    "Term",
    "Tiles",
    "Value",
    "__version__",
]


def __getattr__(name: str) -> Any:
    """A word of the declaration, imported when it is first used: `gmai-data --help` needs none."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from gmai_data import declare

    return getattr(declare, name)
