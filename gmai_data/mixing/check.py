"""Check that a mix is what its manifest says, from the shards' bytes up."""

from __future__ import annotations

import os
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import orjson

from gmai_data import parquet, places

FILES: Final = ("LICENSES.md", "README.md", "recipe.toml")
Wrong = tuple[str, str, str]  # path, rule, what was found


def check_files(out: str, made: Mapping[str, Any]) -> Iterator[Wrong]:
    """Names and sizes; ids that stand in the lists twice."""
    shards = {shard["path"]: shard["bytes"] for shard in made["shards"]}
    lists = [f"samples/{split}.parquet" for split in made["splits"]]
    names = sorted([*shards, *lists, *FILES])
    stats = places.stats(os.path.join(out, name) for name in names)
    for path, stat in zip(names, stats, strict=True):
        size = None if stat is None else stat[0]
        if size is None:
            yield path, "missing", "no such file"
        elif size != shards.get(path, size):
            yield path, "size", f"{size} bytes, {shards[path]} in the manifest"
    for kind in ("samples", "shards"):
        for name in places.names(os.path.join(out, kind)):
            if f"{kind}/{name}" not in {*shards, *lists}:
                yield f"{kind}/{name}", "orphan", "not in the manifest"
    for path in lists:
        yield from _twins(out, path)


def check_shard(out: str, shard: Mapping[str, Any]) -> Iterator[Wrong]:
    """Every byte of a shard: its digest, then each member against its rows in ``samples/``."""
    path, name = os.path.join(out, shard["path"]), shard["path"]
    if places.size_of(path) != shard["bytes"]:
        return
    sha256 = places.sha256_of(path)
    if sha256 != shard["sha256"]:
        yield name, "sha256", f"{sha256}, {shard['sha256']} in the manifest"
        return
    table = f"samples/{shard['split']}.parquet"
    try:
        rows = _rows(os.path.join(out, table), name)
    except (OSError, ValueError) as error:  # Arrow's errors are one or the other
        yield table, "unreadable", str(error).split("\n")[0]
        return
    found = list(_samples(path))
    if len(found) != shard["samples"]:
        yield name, "count", f"{len(found)} samples, {shard['samples']} in the manifest"
    for row, sample in zip(rows, found, strict=False):
        if row != sample:
            yield table, "rows", f"{row} is listed, and {sample} is in {name}"
            return
    if len(rows) != len(found):
        yield table, "count", f"{len(rows)} rows of {name}, which has {len(found)} samples"


def _twins(out: str, path: str) -> Iterator[Wrong]:
    import pyarrow.compute as pc

    try:
        ids = parquet.read_table(os.path.join(out, path), ["id"])["id"]
    except (OSError, ValueError):  # named elsewhere
        return
    if pc.count_distinct(ids).as_py() != len(ids):
        yield path, "twins", "an id stands for two samples"


def _rows(path: str, shard: str) -> Sequence[dict[str, Any]]:
    import pyarrow.compute as pc

    names = ["id", "key", "source", "subset", "split", "offset", "bytes"]
    found: list[dict[str, Any]] = []
    for table in parquet.read_between(path, [*names, "shard"], "shard", shard, shard):
        found += table.filter(pc.equal(table["shard"], shard)).select(names).to_pylist()
    return found


def _samples(path: str) -> Iterator[dict[str, Any]]:
    began = 0
    with places.opened(path) as file, tarfile.open(fileobj=file, mode="r:") as tar:
        for member in tar:
            if not member.name.endswith(".json"):
                continue
            data = tar.extractfile(member)
            record = orjson.loads(data.read() if data else b"{}")
            end = member.offset_data + -(-member.size // 512) * 512
            yield {
                "id": member.name.removesuffix(".json"),
                **{name: record.get(name) for name in ("key", "source", "subset", "split")},
                "offset": began,
                "bytes": end - began,
            }
            began = end
