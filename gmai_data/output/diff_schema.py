"""The JSON schema of ``gmai-data diff --format json``, made from the dataclasses it is made of."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import types
import typing
from collections.abc import Mapping
from typing import Any

from gmai_data.diff import Diff
from gmai_data.output.diff_render import SCHEMA


def diff_schema() -> dict[str, Any]:
    """A JSON schema (draft 2020-12); fields of a dataclass are all there, and no others."""
    found = _object(Diff)
    found["properties"] |= {
        "exit_code": {"enum": [0, 1]},
        "schema": {"const": SCHEMA, "description": "of this format"},
    }
    found["required"] = sorted(found["properties"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "gmai-data diff --format json",
        **found,
    }


def _object(cls: Any) -> dict[str, Any]:
    hints, said = typing.get_type_hints(cls), _comments(cls)
    properties = {
        field.name: _of(hints[field.name])
        | ({"description": said[field.name]} if field.name in said else {})
        for field in dataclasses.fields(cls)
    }
    return {
        "additionalProperties": False,
        "description": (inspect.getdoc(cls) or "").replace("``", "`"),
        "properties": properties,
        "required": sorted(properties),
        "type": "object",
    }


def _of(hint: Any) -> dict[str, Any]:
    simple = {str: "string", int: "integer", bool: "boolean"}
    if hint in simple:
        return {"type": simple[hint]}
    if dataclasses.is_dataclass(hint):
        return _object(hint)
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return {"enum": list(args)}
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [{"type": "null"} if a is type(None) else _of(a) for a in args]}
    if origin is tuple and args[-1] is Ellipsis:
        return {"items": _of(args[0]), "type": "array"}
    if origin is tuple:
        items = [_of(arg) for arg in args]
        length = {"maxItems": len(items), "minItems": len(items)}
        return {"items": False, "prefixItems": items, "type": "array", **length}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"additionalProperties": _of(args[1]), "type": "object"}
    raise TypeError(f"no JSON schema for {hint!r}")


def _comments(cls: type) -> dict[str, str]:
    """The comment on the line of each field, as in the reference of the schema."""
    source = inspect.getsource(cls)
    lines = source.splitlines()
    found = {}
    declared = ast.parse(source).body[0]
    assert isinstance(declared, ast.ClassDef)
    for item in declared.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            _, mark, text = lines[item.lineno - 1].partition("  # ")
            if mark:
                found[item.target.id] = text
    return found
