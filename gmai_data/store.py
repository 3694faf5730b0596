"""The only module that writes files: everything appears whole, under its final name, or not at all.

A file is written to a scratch name in the folder it belongs to, flushed to disk, and renamed; an
object of a store (``s3://…``) to a temporary file here, and put in one request. Two writers of one
content-named file write the same bytes, so whoever comes last does no harm.
"""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import shutil
import socket
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from gmai_data import object_store, places
from gmai_data.errors import TransientError, UnreadableError, UsageError
from gmai_data.places import is_url

if TYPE_CHECKING:
    import pyarrow as pa

SCRATCH = ".tmp-"
_serial = itertools.count()
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EISDIR, errno.EEXIST}


def work_folder(out: str, store: str = "") -> str:
    """Where content-named chunks live: ``store``, or ``OUT/work``.

    Of an ``out`` in an object store they live in the user's cache folder, under a name made from
    the URL.

    Raises:
        UsageError: ``store`` is a URL: chunks are read in small pieces, many times.
    """
    if is_url(store):
        raise UsageError(
            f"--store {store}: intermediate chunks are kept in a folder, on this machine's disk or "
            "on one that all workers mount. Only --data and --out may be in an object store."
        )
    if store:
        return os.path.abspath(store)
    if not is_url(out):
        return os.path.join(os.path.abspath(out), "work")
    from gmai_data.canonical import digest
    from gmai_data.words.cache import cache_path

    name = digest("work folder", places.absolute(out))[:16]
    return os.path.join(os.path.dirname(cache_path()), "work", name)


@contextlib.contextmanager
def publish(path: str, *, needed: int = 0, flushed: bool = True) -> Iterator[BinaryIO]:
    """A scratch file beside ``path`` that becomes ``path`` when the block ends without error.

    Not ``flushed``, it is one of very many, and whoever names them calls `flush_disk` before.

    Raises:
        TransientError: the disk is full, or an I/O error: the same command can be run again.
        UsageError: the folder cannot be written.
    """
    if is_url(path):
        with _uploaded(path, needed) as file:
            yield file
        return
    folder = os.path.dirname(path) or "."
    scratch = os.path.join(folder, f"{SCRATCH}{_owner()}-{next(_serial)}")
    with writing(path, needed):
        try:
            os.makedirs(folder, exist_ok=True)
            with open(scratch, "wb", buffering=1 << 20) as file:
                yield file
                file.flush()
                if flushed:
                    os.fsync(file.fileno())
            os.replace(scratch, path)
            if flushed:
                _sync_folder(folder)
        finally:
            with contextlib.suppress(OSError):
                os.unlink(scratch)


@contextlib.contextmanager
def _uploaded(url: str, needed: int) -> Iterator[BinaryIO]:
    """A temporary file that is put as one object when the block ends without error."""
    with (
        writing(tempfile.gettempdir(), needed),
        tempfile.TemporaryFile(prefix="gmai-data-", buffering=1 << 20) as file,
    ):
        yield cast(BinaryIO, file)
        file.flush()
        object_store.put(url, cast(BinaryIO, file), os.fstat(file.fileno()).st_size)


@contextlib.contextmanager
def scratch(folder: str) -> Iterator[str]:
    """The name of a scratch file in ``folder``, deleted when the block ends."""
    path = os.path.join(folder, f"{SCRATCH}{_owner()}-{next(_serial)}")
    with writing(path):
        os.makedirs(folder, exist_ok=True)
    try:
        yield path
    finally:
        with contextlib.suppress(OSError):
            os.unlink(path)


@contextlib.contextmanager
def writing(path: str, needed: int = 0) -> Iterator[None]:
    """Turn the operating system's refusals into sentences that say what to do."""
    try:
        yield
    except OSError as error:
        if error.errno in _REFUSED:
            raise UsageError(
                f"{path}: cannot be written ({error.strerror}). "
                "Choose an --out folder that you may write to."
            ) from error
        if error.errno in {*_FULL, errno.EIO}:
            raise refusal(error, path, needed) from error
        raise


def refusal(error: OSError, path: str = "", needed: int = 0) -> TransientError:
    """What to tell about a file that could not be read or written."""
    path = path or str(error.filename or tempfile.gettempdir())
    if error.errno in _FULL:
        return TransientError(
            f"{path}: the disk is full ({needed:,} bytes needed, {_free_bytes(path):,} free). "
            "Free some space, or choose another --out or --store, and run the same command again."
        )
    if error.errno == errno.EIO:
        return TransientError(
            f"{path}: the disk reports an I/O error. Check it and run the same command again."
        )
    kind = UnreadableError if error.errno in (errno.EACCES, errno.EPERM) else TransientError
    return kind(
        f"{path} cannot be read: {error.strerror}. Correct that and run the same command again."
    )


def write_bytes(path: str, data: bytes, *, flushed: bool = True) -> None:
    """Publish ``data`` as ``path``."""
    if is_url(path):
        object_store.put(path, data, len(data))
        return
    with publish(path, needed=len(data), flushed=flushed) as file:
        file.write(data)


def flush_disk() -> None:
    """Return when everything that was written is on the disk."""
    os.sync()


def link(source: str, path: str) -> None:
    """Publish ``source`` under another name: the same file, or a copy on another disk or store."""
    if is_url(source) or is_url(path):
        copy_changed(source, path)
        return
    folder = os.path.dirname(path)
    with writing(path), scratch(folder) as made:
        try:
            os.link(source, made)
        except OSError as error:
            if error.errno not in {errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP}:
                raise
            copy_changed(source, path)
        else:
            os.replace(made, path)


def write_changed(path: str, data: bytes) -> bool:
    """Publish ``data`` unless ``path`` already holds it; true when it was written."""
    with contextlib.suppress(OSError):
        if places.read(path) == data:
            return False
    write_bytes(path, data)
    return True


def write_table(
    path: str, table: pa.Table, *, rows_per_group: int = 8192, note: Mapping[str, str] | None = None
) -> None:
    """Publish an Arrow table as parquet; ``note`` goes into the file's metadata."""
    write_bytes(path, table_bytes(table, rows_per_group=rows_per_group, note=note))


def write_tables(
    path: str, schema: pa.Schema, tables: Iterable[pa.Table], note: Mapping[str, str] | None = None
) -> int:
    """Publish tables as one parquet file, a row group each; the number of rows."""
    import pyarrow.parquet as pq

    if note is not None:
        schema = schema.with_metadata({k: v.encode() for k, v in note.items()})
    rows = 0
    with publish(path) as file, pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for table in tables:
            rows += table.num_rows
            plain = table.replace_schema_metadata(schema.metadata)
            writer.write_table(plain, row_group_size=max(1, table.num_rows))
    return rows


def copy_changed(source: str, path: str) -> bool:
    """Publish the contents of ``source`` unless ``path`` already holds them."""
    if _equal(source, path):
        return False
    with places.opened(source) as read, publish(path, needed=places.size_of(source) or 0) as file:
        shutil.copyfileobj(read, file, 1 << 20)
    return True


def _equal(one: str, other: str) -> bool:
    sizes = {places.size_of(one), places.size_of(other)}
    if len(sizes) > 1 or None in sizes:
        return False
    with places.opened(one) as a, places.opened(other) as b:
        while piece := a.read(1 << 20):
            if piece != b.read(1 << 20):
                return False
    return True


def table_bytes(
    table: pa.Table, *, rows_per_group: int = 8192, note: Mapping[str, str] | None = None
) -> bytes:
    """A table as a parquet file in memory."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    if note is not None:
        table = table.replace_schema_metadata({k: v.encode() for k, v in note.items()})
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd", row_group_size=rows_per_group)
    return bytes(sink.getvalue().to_pybytes())


def create(path: str, data: bytes) -> bool:
    """Create ``path`` with ``data`` only if it is not there; false when it is.

    Raises:
        NotImplementedError: a store that cannot write on a condition.
    """
    if is_url(path):
        return object_store.create(path, data)
    with writing(path, len(data)):
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        try:
            with open(path, "xb") as file:
                file.write(data)
        except FileExistsError:
            return False
    return True


def replace(path: str, data: bytes, token: str) -> bool:
    """Publish ``data`` over the file of this token (`places.stat`); false where it is another.

    Raises:
        NotImplementedError: a store that cannot write on a condition.
    """
    if is_url(path):
        return object_store.replace(path, data, token)
    with contextlib.suppress(FileNotFoundError):
        if places.stat(path)[1] == token:
            write_bytes(path, data)
            return True
    return False


def remove(path: str) -> bool:
    """Delete a file; false when it was not there."""
    if is_url(path):
        object_store.remove(path)
        return True
    with writing(path):
        try:
            os.unlink(path)
        except FileNotFoundError:
            return False
    return True


def remove_folder(path: str) -> None:
    """Delete a folder and what is in it."""
    if is_url(path):
        for inner, _ in places.files(path):
            object_store.remove(inner)
        return
    with writing(path):
        shutil.rmtree(path, ignore_errors=True)


def clear_scratch(folder: str) -> int:
    """Delete scratch files whose writer on this machine is dead; how many there were.

    An object store has none.
    """
    if is_url(folder):
        return 0
    mine, count = f"{SCRATCH}{_host()}-", 0
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            if name.startswith(mine) and not in_use(path):
                count += remove(path)
    return count


def in_use(path: str) -> bool:
    """Whether a scratch file may still be written: its writer lives, or is on another machine."""
    host, _, rest = os.path.basename(path).removeprefix(SCRATCH).partition("-")
    pid = rest.split("-")[0]
    return host != _host() or not pid.isdigit() or alive(int(pid))


def alive(pid: int) -> bool:
    """Whether a process of this machine runs (a zombie does not)."""
    import psutil  # type: ignore[import-untyped]

    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False


def _owner() -> str:
    return f"{_host()}-{os.getpid()}"


def _host() -> str:
    return socket.gethostname().split(".")[0].replace("-", "_") or "host"


def _free_bytes(path: str) -> int:
    folder: Any = os.path.dirname(path) or "."
    while not os.path.isdir(folder) and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


def _sync_folder(folder: str) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # some network file systems cannot; the rename itself is done
        pass
    finally:
        os.close(handle)
