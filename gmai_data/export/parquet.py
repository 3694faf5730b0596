"""Parquet for Hugging Face `datasets`: a configuration per subset, images as `Image`.

    README.md  data/<subset>/<split>-00000.parquet

A row has the record's fields, ``image`` as `datasets` decodes it (none for text), and ``messages``
as TRL takes them. A mix, whose shards hold all subsets, has one configuration, ``default``.
"""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import pyarrow as pa

from gmai_data import store
from gmai_data.export.reading import samples
from gmai_data.export.rows import messages
from gmai_data.output.features import NAMES, record_schema

FILE_BYTES: Final = 256 << 20  # of images in a file
ROWS: Final = 100  # of a row group: what a reader of one image has to load
_IMAGE: Final = pa.struct([("bytes", pa.binary()), ("path", pa.string())])
_TURN: Final = pa.struct([("role", pa.string()), ("content", pa.string())])


def write(
    build: str, shards: Mapping[str, Sequence[Mapping[str, Any]]], out: str,
    done: Callable[[], None],
) -> dict[str, int]:  # fmt: skip
    """The parquet files and their card; rows by split."""
    schema = columns()
    note = {"huggingface": json.dumps({"info": {"features": _features(schema)}})}
    counts: dict[str, int] = {}
    configs: dict[str, list[str]] = {}
    for split, mine in shards.items():
        for config in sorted({_config(shard) for shard in mine}):
            configs.setdefault(config, []).append(split)
            rows = _rows(build, [s for s in mine if _config(s) == config], done)
            for number in itertools.count():
                tables = _groups(rows, schema)
                first = next(tables, None)
                if first is None:
                    break
                path = os.path.join(out, f"data/{config}/{split}-{number:05d}.parquet")
                all_ = itertools.chain([first], tables)
                counts[split] = counts.get(split, 0) + store.write_tables(path, schema, all_, note)
    store.write_bytes(os.path.join(out, "README.md"), _card(schema, configs).encode())
    return counts


def columns() -> pa.Schema:
    """The record's columns, with the image itself and the turns as messages."""
    own = [column for column in record_schema() if column.name != "image"]
    added = [pa.field("image", _IMAGE), pa.field("messages", pa.list_(_TURN))]
    return pa.schema(sorted([*own, *added], key=lambda column: str(column.name)))


def _config(shard: Mapping[str, Any]) -> str:
    return str(shard.get("subset", "default"))


def _rows(
    build: str, shards: Sequence[Mapping[str, Any]], done: Callable[[], None]
) -> Iterator[dict[str, Any]]:
    for shard in shards:
        for record, image in samples(build, shard):
            held = {"bytes": image, "path": record["image"]} if image else None
            yield {**record, "image": held, "messages": messages(record)}
        done()


def _groups(rows: Iterator[dict[str, Any]], schema: pa.Schema) -> Iterator[pa.Table]:
    """Row groups of one file; where it is full, the rows that are left stay in ``rows``."""
    size = 0
    while size < FILE_BYTES and (some := list(itertools.islice(rows, ROWS))):
        size += sum(len(row["image"]["bytes"]) for row in some if row["image"])
        yield pa.Table.from_pylist(some, schema=schema)


def _features(schema: pa.Schema) -> dict[str, Any]:
    """The columns in the form that `datasets` keeps within a parquet file."""

    def feature(kind: pa.DataType) -> Any:
        if kind == _IMAGE:
            return {"_type": "Image"}
        if pa.types.is_struct(kind):
            return {field.name: feature(field.type) for field in kind}
        if pa.types.is_list(kind):
            return [feature(kind.value_type)]
        return {"_type": "Value", "dtype": NAMES[kind]}

    return {field.name: feature(field.type) for field in schema}


def _card(schema: pa.Schema, configs: Mapping[str, Sequence[str]]) -> str:
    import yaml

    from gmai_data.output.features import fields

    plain = pa.schema([field for field in schema if field.name != "image"])
    declared = [*fields(pa.struct(list(plain))), {"name": "image", "dtype": "image"}]
    declared.sort(key=lambda column: str(column["name"]))
    head: dict[str, Any] = {
        "license": "other",
        "license_name": "gmai-data-mixed",
        "license_link": "LICENSES.md",
        "tags": ["medical"],
        "configs": [
            {
                "config_name": config,
                "data_files": [
                    {"split": split, "path": f"data/{config}/{split}-*.parquet"} for split in splits
                ],
            }
            for config, splits in configs.items()
        ],
        "dataset_info": [{"config_name": name, "features": declared} for name in configs],
    }
    text = yaml.safe_dump(head, sort_keys=False, allow_unicode=True, width=4096)
    return f"""---
{text}---

# Medical vision-language samples

Made with `gmai-data export`. Each source keeps its own licence, which stands in every row and in
[LICENSES.md](LICENSES.md).
"""
