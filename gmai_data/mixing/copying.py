"""One shard of a mix: byte ranges of the build's shards, in another order. Nothing is decoded.

The system is told which ranges are wanted, and reads each in one go; then one sample after another
(header, image, header, record, padding) goes through a buffer that fits the processor's cache, in
the shard's order. Only a sample that is written a second time is opened: its members get another
name.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, Final

from gmai_data import places, store
from gmai_data.errors import CheckFailedError
from gmai_data.mixing.choose import Choice, scattered
from gmai_data.output.record import record_bytes
from gmai_data.output.ustar import BLOCK, header

GAP: Final = 128 << 10  # bytes between two samples that are read rather than jumped over
_BATCH: Final = 1 << 20  # bytes written at once: they stay in the processor's cache until then
_REQUEST: Final = 64 << 20  # bytes asked of a store at once
_HANDLES: Final = 64  # open files of a worker
_END: Final = bytes(2 * BLOCK)


@dataclass(frozen=True, slots=True)
class Piece:
    """One sample of a shard, as it lies in the build."""

    draw: int  # index of the draw
    path: str  # of the tar
    offset: int
    size: int
    prefix: bytes  # how its key begins: "<source>-<slice hash>-"
    copy: int


def pieces(choice: Choice, build: str, number: int) -> list[Piece]:
    """The samples of shard ``number``, in the order in which they lie in the build."""
    found = []
    for at, draw in enumerate(choice.draws):
        group = draw.group
        rows = slice(int(draw.cuts[number]), int(draw.cuts[number + 1]))
        paths = [os.path.join(build, name) for name in group.shards]
        for shard, offset, size, hash_ in zip(
            group.shard[rows].tolist(), group.offset[rows].tolist(), group.size[rows].tolist(),
            group.hashes[rows].tolist(), strict=True,
        ):  # fmt: skip
            prefix = f"{group.source}-{hash_:016x}-".encode()
            found.append(Piece(at, paths[shard], offset, size, prefix, draw.copy))
    return sorted(found, key=lambda p: (p.draw, p.path, p.offset))


def order(found: Sequence[Piece], seed: int, name: str) -> list[int]:
    """Indices of the pieces as they follow in the shard: a permutation of the seed and its name."""
    import numpy as np

    at = np.arange(len(found), dtype=np.uint64) << np.uint64(32)
    hashes = [int(piece.prefix[-17:-1], 16) for piece in found]
    mixed = scattered(np.array(hashes, np.uint64) ^ at, seed, name)
    return [int(i) for i in np.argsort(mixed, kind="stable")]


def write_shard(
    path: str, index: str, choice: Choice, build: str, number: int, seed: int
) -> dict[str, Any]:
    """Write a shard and, at ``index``, where each of its samples lies; its record.

    Raises:
        CheckFailedError: a sample is not where the build says.
        TransientError: the disk is full, or an I/O error.
    """
    import pyarrow as pa

    name = f"{choice.split}-{number:05d}"
    found = pieces(choice, build, number)
    rows: list[dict[str, Any]] = []
    total, size = hashlib.sha256(), 0
    needed = sum(piece.size for piece in found)
    buffer, held = memoryview(bytearray(max(_BATCH, *(p.size for p in found)))), 0
    with (
        _opened() as opened, _near(found) as near, store.publish(path, needed=needed) as file
    ):  # fmt: skip
        _announce(near, opened)
        for i in order(found, seed, name):
            piece = found[i]
            if held + piece.size > len(buffer):
                _write(file, [buffer[:held]])
                held = 0
            data: memoryview | bytes = buffer[held : held + piece.size]
            _fill(opened(near[i].path), buffer[held : held + piece.size], near[i])
            key, group = _key(piece, buffer[held:]), choice.draws[piece.draw].group
            if piece.copy:
                data = b"".join(_renamed(buffer[held:][: piece.size], key, f"{key}-r{piece.copy}"))
                _write(file, [buffer[:held], data])
                held = 0
            else:
                held += piece.size
            total.update(data)
            rows.append(
                {
                    "id": f"{key}-r{piece.copy}" if piece.copy else key, "key": key,
                    "source": group.source, "subset": group.subset, "split": group.split,
                    "offset": size, "bytes": len(data),
                }
            )  # fmt: skip
            size += len(data)
        total.update(_END)
        _write(file, [buffer[:held], _END])
    record = {"bytes": size + len(_END), "samples": len(rows), "sha256": total.hexdigest()}
    table = pa.Table.from_pylist(rows, schema=index_schema())
    store.write_table(index, table, note={"record": json.dumps(record)})
    return record


def index_schema() -> Any:
    """The columns of a shard's index: what lies where in it."""
    import pyarrow as pa

    texts = [(name, pa.string()) for name in ("id", "key", "source", "subset", "split")]
    return pa.schema([*texts, ("offset", pa.int64()), ("bytes", pa.int64())])


def _write(file: BinaryIO, batch: Sequence[memoryview | bytes]) -> None:
    """Past the file's own buffer."""
    written = os.writev(file.fileno(), batch)
    if written == sum(map(len, batch)):
        return
    for data in batch:
        if written < len(data):
            file.write(data[max(0, written) :])
        written -= len(data)
    file.flush()


def _announce(found: Sequence[Piece], opened: Callable[[str], int]) -> None:
    """Let the system begin to read: neighbours at once."""
    for path, start, end in _runs(found) if hasattr(os, "posix_fadvise") else ():
        os.posix_fadvise(opened(path), start, end - start, os.POSIX_FADV_WILLNEED)


def _runs(found: Sequence[Piece]) -> list[tuple[str, int, int]]:
    """Path, begin and end of what is read in one go."""
    runs: list[tuple[str, int, int]] = []
    for piece in found:
        path, start, end = runs[-1] if runs else ("", 0, 0)
        if path == piece.path and 0 <= piece.offset - end <= GAP:
            runs[-1] = (path, start, piece.offset + piece.size)
        else:
            runs.append((piece.path, piece.offset, piece.offset + piece.size))
    return runs


@contextlib.contextmanager
def _near(found: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """The same pieces on a disk of this machine: those of a store are brought here first."""
    if not any(places.is_url(piece.path) for piece in found):
        yield found
        return
    folder = tempfile.gettempdir()
    with store.writing(folder), tempfile.NamedTemporaryFile(prefix="gmai-data-") as file:
        near: list[Piece] = []
        for path, start, end in _runs(found):
            moved = file.tell() - start
            for begin in range(start, end, _REQUEST):
                file.write(_bytes(path, begin, min(_REQUEST, end - begin)))
            while len(near) < len(found) and found[len(near)].path == path:
                piece = found[len(near)]
                if not start <= piece.offset < end:
                    break
                near.append(replace(piece, path=file.name, offset=piece.offset + moved))
        file.flush()
        yield near


def _bytes(path: str, start: int, size: int) -> bytes:
    try:
        data = places.read_range(path, start, size)
    except FileNotFoundError as error:
        raise _absent(path) from error
    if len(data) < size:
        raise _short(path, start + size)
    return data


@contextlib.contextmanager
def _opened() -> Iterator[Callable[[str], int]]:
    """Handles of files by path; the oldest are closed where they are many."""
    handles: dict[str, int] = {}

    def handle(path: str) -> int:
        if path not in handles:
            if len(handles) == _HANDLES:
                os.close(handles.pop(next(iter(handles))))
            handles[path] = _open(path)
        return handles[path]

    try:
        yield handle
    finally:
        for one in handles.values():
            os.close(one)


def _open(path: str) -> int:
    try:
        return os.open(path, os.O_RDONLY)
    except FileNotFoundError as error:
        raise _absent(path) from error


def _absent(path: str) -> CheckFailedError:
    return CheckFailedError(
        f"{path}: no such file, and the build's manifest names it. "
        "See `gmai-data verify`, and build again."
    )


def _short(path: str, end: int) -> CheckFailedError:
    return CheckFailedError(
        f"{path} ends before byte {end:,}, where its build has a sample. See `gmai-data verify`, "
        "and build again."
    )


def _fill(handle: int, part: memoryview, piece: Piece) -> None:
    got = 0
    while got < len(part):
        more = os.preadv(handle, [part[got:]], piece.offset + got)
        if not more:
            raise _short(piece.path, piece.offset + piece.size)
        got += more


def _key(piece: Piece, data: memoryview) -> str:
    """The key in the header of the first member."""
    name = bytes(data[:100]).split(b"\0")[0]
    if not name.startswith(piece.prefix):
        raise CheckFailedError(
            f"{piece.path}, byte {piece.offset:,}: a sample of {piece.prefix.decode()[:-1]} should "
            "begin here. See `gmai-data verify`, and build again."
        )
    return name.split(b".")[0].decode()


def _renamed(data: memoryview, key: str, other: str) -> Iterator[bytes]:
    """The members of a sample under another key; `id` and `image` of the record follow it."""
    at = 0
    while at < len(data):
        head = bytes(data[at : at + BLOCK])
        name = head[:100].split(b"\0")[0].decode()
        size = int(head[124:135], 8)
        body = bytes(data[at + BLOCK : at + BLOCK + size])
        at += BLOCK + size + -size % BLOCK
        suffix = name.removeprefix(key)
        if suffix == ".json":
            record = json.loads(body)
            image = record["image"].replace(key, other, 1)
            body = record_bytes({**record, "id": other, "image": image})
        yield header((other + suffix).encode(), len(body))
        yield body + bytes(-len(body) % BLOCK)
