"""The JSON of a shard member: every field of the sample on every row, and its LLaVA form.

Field sets are equal on all rows of a subset, empty lists are ``[]``, empty text is ``""``, unknown
numbers are ``null``: README.md declares the features, because readers that infer them from the
first rows fail on an empty list.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import orjson

from gmai_data.arrow import to_row
from gmai_data.declare import Source
from gmai_data.schema import Sample

if TYPE_CHECKING:
    import pyarrow as pa

_SPEAKER = {"user": "human", "assistant": "gpt"}
IMAGE_TOKEN = "<image>\n"


def sample_record(sample: Sample, source: Source) -> dict[str, Any]:
    r"""The record of one sample.

    Beside the fields of `Sample`: ``id`` (the key), ``image`` (name of the image member, "" for a
    text record), ``conversations`` in LLaVA form (the first human turn begins with
    ``<image>\n`` when there is an image), ``license`` and ``title`` of the source.
    """
    return record_of(to_row(sample), record_facts(source))


def record_schema() -> pa.Schema:
    """The Arrow schema of a record, for readers that want their columns declared."""
    import pyarrow as pa

    from gmai_data.arrow import arrow_schema

    turn = pa.struct([("from", pa.string()), ("value", pa.string())])
    own = [("conversations", pa.list_(turn))]
    own += [(name, pa.string()) for name in ("id", "image", "license", "title")]
    columns = [*arrow_schema(Sample), *(pa.field(name, kind) for name, kind in own)]
    return pa.schema(sorted(columns, key=lambda column: column.name))


def record_facts(source: Source) -> dict[str, str]:
    """The facts of a source that stand in each of its records."""
    return {"license": source.license, "title": source.title}


def record_of(row: Mapping[str, Any], facts: Mapping[str, str]) -> dict[str, Any]:
    """The record of a sample given as a row of plain values."""
    image = f"{row['key']}.{row['encoding']}" if row["encoding"] else ""
    conversations = [
        {"from": _SPEAKER[turn["role"]], "value": turn["text"]} for turn in row["turns"]
    ]
    if image:
        for turn in conversations:
            if turn["from"] == "human":
                turn["value"] = IMAGE_TOKEN + turn["value"]
                break
    return {**row, **facts, "id": row["key"], "image": image, "conversations": conversations}


def record_bytes(record: Mapping[str, Any]) -> bytes:
    """One line of JSON with sorted keys. Unknown numbers are null, NaN and infinity too."""
    return orjson.dumps(record, option=orjson.OPT_SORT_KEYS)
