"""A folder that Megatron-Energon reads: the shards, linked, and ``.nv-meta``.

    shards/…  .nv-meta/dataset.yaml  .nv-meta/split.yaml  .nv-meta/.info.json

The samples are *crude*: the task encoder's cooker takes the members as they are. Energon's index of
the tar files is its own: ``energon prepare --tar-index-only`` makes it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gmai_data import store


def write(
    build: str, shards: Mapping[str, Sequence[Mapping[str, Any]]], out: str,
    done: Callable[[], None],
) -> dict[str, int]:  # fmt: skip
    """Links (copies, on another disk) of the shards and what describes them; samples by split."""
    import yaml

    for mine in shards.values():
        for shard in mine:
            store.link(os.path.join(build, shard["path"]), os.path.join(out, shard["path"]))
            done()
    dataset = {"__module__": "megatron.energon", "__class__": "CrudeWebdataset"}
    parts = {split: [shard["path"] for shard in mine] for split, mine in shards.items()}
    counts = {shard["path"]: shard["samples"] for mine in shards.values() for shard in mine}
    meta = os.path.join(out, ".nv-meta")
    for name, text in (
        ("dataset.yaml", yaml.safe_dump(dataset, sort_keys=False)),
        ("split.yaml", yaml.safe_dump({"exclude": [], "split_parts": parts}, sort_keys=False)),
        (".info.json", json.dumps({"shard_counts": counts}, indent=2) + "\n"),
    ):
        store.write_bytes(os.path.join(meta, name), text.encode())
    return {split: sum(shard["samples"] for shard in mine) for split, mine in shards.items()}
