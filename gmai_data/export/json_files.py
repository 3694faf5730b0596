"""Loose images and one JSON file per split, as most trainers read them.

An image is named after its SHA-256, so that what is said of it in several samples, subsets and
languages shares one file, and a second run writes none again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import orjson

from gmai_data import places, store
from gmai_data.export import rows
from gmai_data.export.reading import samples

IMAGES: Final = "images"
WRITTEN: Final[Mapping[str, Callable[[rows.Record, str], rows.Row]]] = {
    "llava": rows.llava,
    "internvl": rows.internvl,
    "qwen-vl": rows.qwen_vl,
    "qwen2-vl": rows.qwen2_vl,
    "llamafactory": rows.llamafactory,
    "swift": rows.swift,
}


def write(
    form: str, build: str, shards: Mapping[str, Sequence[Mapping[str, Any]]], out: str,
    done: Callable[[], None],
) -> dict[str, int]:  # fmt: skip
    """Images, then annotations by split; how many rows each has."""
    counts: dict[str, int] = {}
    as_list = form == "llava"
    for split, mine in shards.items():
        with store.publish(os.path.join(out, f"{split}.{'json' if as_list else 'jsonl'}")) as file:
            count = 0
            for row in _rows(form, build, mine, out, done):
                file.write((b",\n" if count else b"[\n") if as_list else b"")
                file.write(orjson.dumps(row) + (b"" if as_list else b"\n"))
                count += 1
            file.write((b"\n]\n" if count else b"[]\n") if as_list else b"")
            store.flush_disk()  # the images that this file names
        counts[split] = count
    for name, value in _beside(form, out, counts).items():
        text = json.dumps(value, indent=2) + "\n"
        store.write_bytes(os.path.join(out, name), text.encode())
    return counts


def _rows(
    form: str, build: str, shards: Sequence[Mapping[str, Any]], out: str, done: Callable[[], None]
) -> Iterator[rows.Row]:
    place = os.path.abspath(out) if form == "swift" else ""  # it opens paths as they are
    for shard in shards:
        for record, image in samples(build, shard):
            name = ""
            if image:
                sha = record["image_sha256"]
                name = f"{IMAGES}/{record['source']}/{sha[:2]}/{sha[2:18]}.{record['encoding']}"
                path = os.path.join(out, name)
                if places.size_of(path) != len(image):
                    store.write_bytes(path, image, flushed=False)
            yield WRITTEN[form](record, os.path.join(place, name) if name else "")
        done()


def _beside(form: str, out: str, counts: Mapping[str, int]) -> dict[str, Any]:
    """The files by which a trainer finds the annotations."""
    folder = os.path.abspath(out)
    if form == "internvl":  # it opens paths as they are
        return {
            f"meta-{split}.json": {
                f"gmai-data-{split}": {
                    "root": folder + os.sep, "annotation": os.path.join(folder, f"{split}.jsonl"),
                    "data_augment": False, "repeat_time": 1, "length": count,
                }
            }
            for split, count in counts.items()
        }  # fmt: skip
    if form == "llamafactory":
        columns = {"messages": "conversations", "images": "images"}
        tags = {
            "role_tag": "from", "content_tag": "value", "user_tag": "human", "assistant_tag": "gpt",
        }  # fmt: skip
        return {
            "dataset_info.json": {
                f"gmai_data_{split}": {
                    "file_name": f"{split}.jsonl", "formatting": "sharegpt", "columns": columns,
                    "tags": tags,
                }
                for split in counts
            }
        }  # fmt: skip
    return {}
