"""A declaration written back as text: what was declared, and which word names a field."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from gmai_data.declare import LABEL_KINDS, First, Layout, Source, Term, label_parts

SHAPE: Final = (
    "root",
    "cases",
    "join",
    "subject",
    "study",
    "split",
    "view",
    "labels",
    "exclude",
    "parts",
    "layouts",
)
NAMES_SHOWN: Final = 6


def declaration(source: Source) -> dict[str, str]:
    """Where the cases and labels of a source are, a text per declared field that is not empty."""
    return {
        name: _lines(getattr(source, name))
        for name in SHAPE
        if getattr(source, name) not in (None, "", (), [], {})
    }


def written(value: Any) -> str:
    """A declared value as its constructor call, options that have their default left out."""
    if isinstance(value, First):
        return f"First({', '.join(written(v) for v in value.options)})"
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return f"{type(value).__name__}({', '.join(_arguments(value))})"
    if isinstance(value, re.Pattern):
        return f"/{value.pattern}/"
    if isinstance(value, Mapping):
        items = [f"{written(k)}: {written(v)}" for k, v in value.items()]
        more = [f"… {len(items) - NAMES_SHOWN} more"] if len(items) > NAMES_SHOWN else []
        return "{" + ", ".join(items[:NAMES_SHOWN] + more) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(written(v) for v in value) + "]"
    if callable(value):
        return f"{getattr(value, '__name__', 'function')}(…)"
    if isinstance(value, str):
        return '"' + value.replace('"', '\\"') + '"'
    return repr(value)


def label_kinds(source: Source) -> list[str]:
    """The kinds of label a source declares: mask, boxes, class …, each once, sorted."""
    return sorted({LABEL_KINDS[type(part)] for part in label_parts(source)})


def named_in(source: Source, field: str) -> str:
    """The first declared text that captures or uses ``{field}``: ``cases Files("…")``; or ""."""
    wanted = re.compile(r"\{" + re.escape(field) + r"(?:[:}])")
    for where, text in texts(source):
        if wanted.search(text):
            return f'{where} "{text}"'
    return ""


def _arguments(value: Any) -> Iterator[str]:
    for index, field in enumerate(dataclasses.fields(value)):
        given = getattr(value, field.name)
        default = field.default
        if field.default_factory is not dataclasses.MISSING:
            default = field.default_factory()
        if default is not dataclasses.MISSING and given == default:
            continue
        first = index == 0 and not isinstance(value, Layout | Source)
        yield (
            written(given)
            if first and isinstance(given, str)
            else (f"{field.name}={written(given)}")
        )


def _lines(value: Any) -> str:
    if isinstance(value, tuple | list) and value:
        return "\n".join(written(v) for v in value)
    return written(value)


def texts(source: Source) -> Iterator[tuple[str, str]]:
    """Every template and expression of a declaration, with the word it belongs to."""
    for name in SHAPE:
        yield from _walk(getattr(source, name), name)
    for name in ("modality", "department"):
        yield from _walk(getattr(source, name), name)


def _walk(value: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, Term):
        yield from _walk(value.expr, where)
    elif isinstance(value, First):
        for option in value.options:
            yield from _walk(option, where)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        word = f"{where.split(' ')[0]} {type(value).__name__}"
        for field in dataclasses.fields(value):
            if field.name != "names":
                yield from _walk(getattr(value, field.name), word)
    elif isinstance(value, Mapping):
        for item in (*value.keys(), *value.values()):
            yield from _walk(item, where)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _walk(item, where)
