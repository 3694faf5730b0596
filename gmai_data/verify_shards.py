"""Re-read a shard as a trainer would, with tarfile, json and Pillow alone, and compare.

Nothing here is shared with what writes shards. A shard is read once, front to back: its digest,
each image, each record, and last the rows of ``samples/`` that name it.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from gmai_data import parquet, places
from gmai_data.engine import Record, Watch
from gmai_data.output.record import IMAGE_TOKEN
from gmai_data.work.keys import sample_digest

_FORMATS: Final = {"jpg": "JPEG", "png": "PNG"}
_OWN: Final = ("conversations", "id", "image", "license", "title")  # beside the Sample's fields
_BLOCK: Final = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardTask:
    """Verify one shard."""

    out: str
    path: str  # relative to the build
    source: str
    bytes: int
    samples: int
    sha256: str
    license: str  # of the source, as the manifest says

    @property
    def id(self) -> str:
        """The shard."""
        return self.path

    @property
    def crumb(self) -> str:
        """None: what breaks a reader here must be seen."""
        return ""


@dataclass(slots=True)
class _Hashing:
    """A file that hashes what is read of it."""

    file: BinaryIO
    sha256: Any

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self.file.read(size)
        self.sha256.update(data)
        return data


def verify_shard(task: ShardTask, watch: Watch) -> Record:
    """What is wrong with a shard, as rows of path, rule and value."""
    del watch
    path = os.path.join(task.out, task.path)
    if places.size_of(path) != task.bytes:
        return {"problems": []}  # named where files are counted
    found: dict[str, dict[str, Any]] = {}
    wrong: list[tuple[str, str]] = []
    with places.opened(path) as file:
        hashing = _Hashing(file, hashlib.sha256())
        try:
            for key, sample in _samples(hashing):
                wrong += _wrong(task, key, sample)
                found[key] = sample["compared"]
        except (tarfile.TarError, ValueError, KeyError, TypeError) as error:
            wrong.append(("unreadable", str(error)))
        while hashing.read(1 << 20):
            pass
    sha256 = hashing.sha256.hexdigest()
    if sha256 != task.sha256:
        value = f"not the bytes that were written: {sha256}, {task.sha256} in the manifest"
        return {"problems": [[task.path, "sha256", value]]}
    problems = [[task.path, rule, value] for rule, value in wrong]
    table = f"samples/{task.source}.parquet"
    with contextlib.suppress(OSError, ValueError):  # a table that is broken is named elsewhere
        problems += [[table, rule, value] for rule, value in _against(task, table, found)]
    return {"problems": problems}


def _samples(file: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each sample of a tar that is read once: its record, its image, and where it lies."""
    began, image, name = 0, b"", ""
    with tarfile.open(fileobj=file, mode="r|") as tar:
        for member in tar:
            key, _, suffix = member.name.partition(".")
            data = tar.extractfile(member)
            content = b"" if data is None else data.read()
            if suffix != "json":
                image, name = content, member.name
                continue
            end = member.offset_data + -(-member.size // _BLOCK) * _BLOCK
            record = json.loads(content)
            sha256 = hashlib.sha256(image).hexdigest() if image else ""
            compared = {k: v for k, v in record.items() if not isinstance(v, dict)}
            for heavy in ("conversations", "turns", "facts", "boxes"):
                compared.pop(heavy, None)
            place = {"offset": began, "bytes": end - began}
            compared |= {**place, "sha256": hashlib.sha256(content).hexdigest()}
            compared |= {"image_sha256": sha256, "sample_sha256": _digest_of(record)}
            yield key, {"record": record, "image": image, "name": name, "compared": compared}
            began, image, name = end, b"", ""


def _digest_of(record: Mapping[str, Any]) -> str:
    return sample_digest({k: v for k, v in record.items() if k not in _OWN})[0]


def _wrong(task: ShardTask, key: str, sample: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What a record says that its picture, its own words or the manifest do not."""
    record, image = sample["record"], sample["image"]
    if record["key"] != key or record["id"] != key:
        yield "record", f"{key}: its record is of {record['key']}"
    if record["image"] != sample["name"] or bool(record["encoding"]) != bool(image):
        yield "record", f"{key}: its image is {sample['name']!r}, {record['image']!r} in the record"
    elif image:
        yield from _picture(key, record, image)
    if record["license"] != task.license:
        yield "record", f"{key}: licence {record['license']}, {task.license} in the manifest"
    said = [turn["value"] for turn in record["conversations"]]
    if bool(image) != said[0].startswith(IMAGE_TOKEN):
        yield "record", f"{key}: record and members do not agree"
    if [text.removeprefix(IMAGE_TOKEN) for text in said] != [t["text"] for t in record["turns"]]:
        yield "record", f"{key}: conversations and turns do not agree"


def _picture(key: str, record: Mapping[str, Any], image: bytes) -> Iterator[tuple[str, str]]:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(image)) as opened:
            opened.load()
            size, form = opened.size, opened.format
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        yield "image", f"{key}: Pillow cannot read it ({error})"
        return
    if size != (record["width"], record["height"]) or form != _FORMATS.get(record["encoding"]):
        said = f"{record['encoding']} of {record['width']} x {record['height']}"
        yield "image", f"{key}: {form} of {size[0]} x {size[1]}, {said} in the record"


def _against(
    task: ShardTask, table: str, found: dict[str, dict[str, Any]]
) -> Iterator[tuple[str, str]]:
    """What is wrong with the rows of ``samples/`` that name a shard which is whole."""
    import pyarrow.compute as pc

    path = os.path.join(task.out, table)
    names = [name for name in parquet.columns_of(path) if name != "shard"]
    first, last = (min(found), max(found)) if found else ("", "")
    left = set(found)
    for part in parquet.read_between(path, [*names, "shard"], "key", first, last):
        for row in part.filter(pc.equal(part["shard"], task.path)).to_pylist():
            if row["key"] not in found:
                yield "members", f"{row['key']} is not in {task.path}"
                continue
            left.discard(row["key"])
            member = found[row["key"]]
            for name in sorted(names):
                if name in member and row[name] != member[name]:
                    value = f"{name} is {row[name]!r}, {member[name]!r} in its shard"
                    yield "rows", f"{row['key']}: {value}"
    for key in sorted(left):
        yield "members", f"no row for {key}, which is in {task.path}"
