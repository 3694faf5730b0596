"""The columns of a subset as Hugging Face ``datasets`` wants them declared.

Readers that infer columns from the first rows fail on an empty list or a missing image, so the
card declares them all, from the Arrow schema of the record.
"""

from __future__ import annotations

from typing import Any, Final

import pyarrow as pa

from gmai_data.arrow import arrow_schema
from gmai_data.schema import Sample

IMAGE_COLUMNS: Final = ("jpg", "png")  # a sample has one; both are declared, so that none is lost
NAMES: Final = {
    pa.string(): "string",
    pa.int64(): "int64",
    pa.float64(): "float64",
    pa.bool_(): "bool",
}


def record_schema() -> pa.Schema:
    """The columns of a shard member's JSON: those of `Sample`, and what `record.py` adds."""
    turn = pa.struct([("from", pa.string()), ("value", pa.string())])
    added = [pa.field(name, pa.string()) for name in ("id", "image", "license", "title")]
    conversations = pa.field("conversations", pa.list_(turn))
    return pa.schema([*arrow_schema(Sample), *added, conversations])


def features(record: pa.Schema, *, images: bool) -> list[dict[str, Any]]:
    """``dataset_info.features`` of one subset, in the form of a card's YAML."""
    columns: list[dict[str, Any]] = [
        {"name": "__key__", "dtype": "string"},
        {"name": "__url__", "dtype": "string"},
    ]
    if images:
        columns += [{"name": name, "dtype": "image"} for name in IMAGE_COLUMNS]
    columns.append({"name": "json", **_feature(pa.struct(list(record)))})
    return columns


def _feature(kind: pa.DataType) -> dict[str, Any]:
    if pa.types.is_struct(kind):
        return {"struct": fields(kind)}
    if pa.types.is_list(kind):
        return {"list": _inner(kind.value_type)}
    return {"dtype": NAMES[kind]}


def _inner(kind: pa.DataType) -> Any:
    if pa.types.is_struct(kind):
        return fields(kind)
    if pa.types.is_list(kind):
        return {"list": _inner(kind.value_type)}
    return NAMES[kind]


def fields(kind: pa.DataType) -> list[dict[str, Any]]:
    """A struct's fields in the form of a card's YAML."""
    return [{"name": field.name, **_feature(field.type)} for field in kind]
