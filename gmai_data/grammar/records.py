"""Rows from documents: items of JSON, JSON lines and XML, and the rows nested in them."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from gmai_data.declare import Records
from gmai_data.errors import RejectedItem
from gmai_data.grammar.rows import Column, Rows
from gmai_data.grammar.tables import as_text, text_of, unpacked
from gmai_data.grammar.template import Template, compile_template, match
from gmai_data.grammar.tokens import tokenize

Item = tuple[Any, tuple[Any, ...], dict[str, str]]  # the item, what is around it, its captures


def read_records(data: bytes, path: str, records: Records, wanted: Collection[str]) -> Rows:
    """A row per item that ``each`` finds, with the ``wanted`` fields looked up in scope.

    Raises RejectedItem for a document that cannot be read.
    """
    data, name = unpacked(data, path)
    if name.lower().endswith(".xml"):
        document: Any = parse_xml(data, path)
    elif records.lines:
        document = [parse_json(line, path) for line in data.splitlines() if line.strip()]
    else:
        document = parse_json(data, path)
    found = list(walk(document, records.each))
    rows = rows_of(found, wanted)
    rows.label = path.rpartition("/")[2]
    if records.lines and records.each == "*":
        rows.lines = list(range(1, rows.n + 1))
    return rows


def rows_of(found: list[Item], wanted: Collection[str]) -> Rows:
    """Items as rows; a wanted name that no item has is left out."""
    items = [(item, around) for item, around, _ in found]
    columns: dict[str, Column] = {}
    for name in dict.fromkeys(key for _, _, captures in found for key in captures):
        columns[name] = [captures.get(name) for _, _, captures in found]
    for name in wanted:
        if name not in columns:
            column = [look_up(item, around, name) for item, around in items]
            if any(value is not None for value in column):
                columns[name] = column
    names = list(columns)
    for item, _ in items[:50]:
        names += list(item) if isinstance(item, Mapping) else [c.tag for c in _children(item)]
    return Rows(len(found), columns, {}, items, tuple(dict.fromkeys(names)))


def parse_json(data: bytes, path: str) -> Any:
    """The value of a JSON document, also one with NaN or in another encoding."""
    import json

    import orjson

    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError as error:
        try:  # NaN, a byte order mark or another encoding
            return json.loads(text_of(data))
        except (ValueError, RecursionError):
            raise RejectedItem("corrupt", "broken-json", str(error)[:200], path) from error


def parse_xml(data: bytes, path: str) -> Any:
    """The root element of a document; entities and external references are refused."""
    import xml.etree.ElementTree as etree

    import defusedxml.ElementTree
    from defusedxml.common import DefusedXmlException

    try:
        return defusedxml.ElementTree.fromstring(data)
    except (etree.ParseError, DefusedXmlException, ValueError) as error:
        raise RejectedItem("corrupt", "broken-xml", str(error)[:200], path) from error


def walk(document: Any, each: str) -> Iterator[Item]:
    """The items of a document, or of a value in it: ``"."`` itself, ``"*"`` each, ``"a/{b}"``."""
    if each in (".", ""):
        yield document, (), {}
        return
    steps = [compile_template(step, cell=True) for step in _steps(each)]
    yield from _walk(document, (), steps, {})


def _steps(each: str) -> list[str]:
    """Split at slashes that are not inside braces."""
    return [step for step in re.split(r"/(?![^{}]*\})", each) if step]


def _walk(
    value: Any, around: tuple[Any, ...], steps: list[Template], captures: dict[str, str]
) -> Iterator[Item]:
    if not steps:
        yield value, around, captures
        return
    step, rest = steps[0], steps[1:]
    inside = (value, *around)
    if isinstance(value, Mapping):
        pairs: list[tuple[str | None, Any]] = [(str(k), v) for k, v in value.items()]
    elif isinstance(value, list):
        pairs = [(str(n) if step.fields else None, v) for n, v in enumerate(value)]
    else:
        pairs = [(child.tag, child) for child in _children(value)]
    for key, inner in pairs:
        if step.text == "*":
            yield from _walk(inner, inside, rest, captures)
        elif key is not None and (found := match(step, key)) is not None:
            if any(captures.get(k, v) != v for k, v in found.items()):
                continue
            yield from _walk(inner, inside, rest, {**captures, **found})


def _children(value: Any) -> list[Any]:
    return list(value) if hasattr(value, "tag") else []


def look_up(item: Any, around: tuple[Any, ...], name: str) -> str | None:
    """A field of an item as text, else of the nearest thing around it that has it."""
    for place in (item, *around):
        found = _get(place, name)
        if found is not None:
            return found
    if name == "item" and not isinstance(item, Mapping):
        return "".join(item.itertext()).strip() if hasattr(item, "tag") else as_text(item)
    return None


def _get(place: Any, name: str) -> str | None:
    value = get(place, name)
    if hasattr(value, "tag"):
        return "".join(value.itertext()).strip()
    if isinstance(value, float) and not isinstance(value, bool):
        return repr(value)
    return as_text(value)


_STEP = re.compile(r"([^/\[\]]+)(?:\[@([^=\]]+)=([^\]]*)\])?(?:/|$)")


def get(place: Any, name: str) -> Any:
    """The value under a key, a path of keys, an index, an XML tag or an ``@attribute``."""
    if isinstance(place, Mapping):
        if name in place:
            return place[name]
    elif isinstance(place, list):
        if name.isdigit() and int(name) < len(place):
            return place[int(name)]
    elif hasattr(place, "tag"):
        return _element(place, name)
    if "/" in name and isinstance(place, Mapping | list):
        first, _, rest = name.partition("/")
        inner = get(place, first)
        return get(inner, rest) if inner is not None else None
    return None


def _element(place: Any, name: str) -> Any:
    for step in _STEP.finditer(name):
        tag, attribute, value = step.groups()
        if tag.startswith("@"):
            return place.get(tag[1:])
        found = [c for c in place if c.tag == tag]
        if attribute:
            found = [c for c in found if c.get(attribute) == value]
        if not found:
            return None
        place = found[0]
    return place


def literal(cell: str) -> Any:
    """A list or mapping written in a cell, as JSON or a Python literal; None if it is neither."""
    cell = cell.strip()
    if cell[:1] not in ("[", "{", "("):
        return None
    import orjson

    try:
        return orjson.loads(cell)
    except orjson.JSONDecodeError:
        pass
    try:
        return ast.literal_eval(cell)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None


def nested(rows: Rows, each: str, wanted: Collection[str], what: str) -> tuple[list[int], Rows]:
    """Rows nested in rows: in the records themselves, or in a list written in a cell.

    Returns the row each of them belongs to, and the nested rows.
    """
    from gmai_data.grammar.rows import no_column

    index: list[int] = []
    found: list[Item] = []
    if rows.items is not None:
        for at, (item, around) in enumerate(rows.items):
            for inner, inside, captures in walk(item, each):
                index.append(at)
                found.append((inner, (*inside, *around), captures))
        return index, rows_of(found, wanted)
    first, _, rest = each.partition("/")
    if first not in rows.columns:
        raise no_column(f"{what} each", first, rows)
    for at, cell in enumerate(rows.columns[first]):
        value = literal(cell) if cell else None
        if value is not None:
            for inner, inside, captures in walk(value, rest or "*"):
                index.append(at)
                found.append((inner, inside, captures))
    return index, rows_of(found, wanted)


def plain_fields(each: str) -> tuple[str, ...]:
    """The captures of an ``each`` template."""
    return tuple(t.text for step in _steps(each) for t in tokenize(step) if t.kind == "field")
