"""Chunks of slices in the store: one tar of images, and one parquet of rows that commits it.

The parquet is written last and says how long the tar is; without it the chunk does not exist. Rows
are sorted by slice hash. Beside it lie ``<key>.inputs.parquet`` (what was read) and
``<key>.rejected.parquet``.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from gmai_data import parquet, places, store
from gmai_data.arrow import arrow_schema, to_table
from gmai_data.canonical import digest_rows
from gmai_data.errors import CheckFailedError, TransientError
from gmai_data.output.ustar import TarWriter
from gmai_data.schema import Rejection, Slice
from gmai_data.work.digests import FileDigest
from gmai_data.work.keys import slice_rows

if TYPE_CHECKING:
    import pyarrow as pa

    from gmai_data.read import Picture

_IN_MEMORY = 256 << 20
RECORD = "record"


def stored(base: str) -> dict[str, Any] | None:
    """The record of a chunk that is whole in the store, else ``None``."""
    note = parquet.read_note(base + ".parquet")
    if note is None or RECORD not in note:
        return None
    record: dict[str, Any] = json.loads(note[RECORD])
    if record.get("tar_bytes") and places.size_of(base + ".tar") != record["tar_bytes"]:
        return None
    return record


class Buffer:
    """Images of a chunk in the order they are read; beyond 256 MiB they wait on disk."""

    def __init__(self, folder: str) -> None:
        with store.writing(folder):
            os.makedirs(folder, exist_ok=True)
        self._file = cast(
            BinaryIO,
            tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY, dir=folder),  # noqa: SIM115
        )
        self._rows: dict[str, tuple[Slice, int]] = {}
        self._end = 0

    def add(self, picture: Picture) -> None:
        """Keep one picture. Raises CheckFailedError when two have one hash."""
        if picture.slice.hash in self._rows:
            raise CheckFailedError(
                f"{picture.slice.source}: two slices have the hash {picture.slice.hash} "
                f"(case {picture.slice.case}). The source's captures do not tell them apart."
            )
        self._rows[picture.slice.hash] = (picture.slice, self._end)
        with store.writing("scratch"):
            self._file.write(picture.image)
        self._end += len(picture.image)

    def commit(
        self,
        base: str,
        rejected: Sequence[Rejection],
        inputs: Sequence[FileDigest],
        extra: dict[str, Any],
    ) -> dict[str, Any]:
        """Publish the chunk as ``base``; its record. ``inputs`` are the files that were read."""
        slices: list[Slice] = []
        with store.publish(base + ".tar", needed=self._end) as file:
            tar = TarWriter(file, hashed=False)  # every image in it has a digest of its own
            for hash in sorted(self._rows):
                slice, at = self._rows[hash]
                self._file.seek(at)
                image = self._file.read(slice.image_bytes) if slice.width else b""
                # what waited on a disk is checked; what never left memory is when it is packed
                waited = slice.width and self._end > _IN_MEMORY
                if waited and hashlib.sha256(image).hexdigest() != slice.image_sha256:
                    raise CheckFailedError(f"slice {hash}: its image is not what its row says.")
                offset = tar.add(f"{hash}.{slice.encoding}", image) if slice.width else 0
                slices.append(replace(slice, image_offset=offset))
            tar.finish()
        rows = list(slice_rows(slices))
        images = sum(1 for slice in slices if slice.width)
        if not images:
            store.remove(base + ".tar")
        record = {
            **extra,
            "images": images,
            "rejected": len(rejected),
            "rows": digest_rows("slices.rows", ((r["hash"], r["row_sha256"]) for r in rows)),
            "slices": len(rows),
            "tar_bytes": tar.size if images else 0,
        }
        store.write_table(base + ".inputs.parquet", to_table(FileDigest, inputs))
        store.write_table(base + ".rejected.parquet", to_table(Rejection, rejected))
        store.write_table(
            base + ".parquet", _table(rows), rows_per_group=1024, note={RECORD: json.dumps(record)}
        )
        return record

    def close(self) -> None:
        """Let the memory or the scratch file go."""
        self._file.close()


def _table(rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    import pyarrow as pa

    schema = arrow_schema(Slice).append(pa.field("row_sha256", pa.string()))
    return pa.Table.from_pylist(rows, schema=schema)


class Images:
    """Random access to the images of stored chunks; each is checked as it is copied."""

    def __init__(self) -> None:
        self._files: dict[str, BinaryIO] = {}

    def get(self, base: str, offset: int, size: int, sha256: str) -> bytes:
        """The bytes of one image. Raises TransientError, and drops the chunk, if they changed."""
        if base not in self._files:
            if len(self._files) >= 128:
                self.close()
            self._files[base] = open(base + ".tar", "rb")  # noqa: SIM115
        data = os.pread(self._files[base].fileno(), size, offset)
        if hashlib.sha256(data).hexdigest() != sha256:
            drop(base)
            raise TransientError(
                f"{base}.tar: an image is not what was written. The chunk was dropped; "
                "run the same command again to make it anew."
            )
        return data

    def close(self) -> None:
        """Close every chunk."""
        for file in self._files.values():
            file.close()
        self._files.clear()


def drop(base: str) -> None:
    """Forget a chunk: its commit record first."""
    for suffix in (".parquet", ".inputs.parquet", ".rejected.parquet", ".tar"):
        store.remove(base + suffix)


def free_bytes(folder: str) -> int:
    """Free bytes on the disk of a folder that may not exist yet."""
    while not os.path.isdir(folder):
        folder = os.path.dirname(folder) or "/"
    return shutil.disk_usage(folder).free
