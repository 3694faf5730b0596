"""An object store by URL (``s3://bucket/prefix``): list, read, write whole, write on a condition.

What a listing said is never kept: every question is asked anew. An object is written in one
request, so that it appears whole or not at all. A store that is busy or does not answer is asked
again for half a minute. Credentials and endpoint are the environment's (``AWS_ACCESS_KEY_ID``,
``AWS_ENDPOINT_URL`` …): nothing here takes or names them.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from typing import IO, Any, BinaryIO, Final, ParamSpec, TypeVar

from gmai_data.errors import TransientError, UsageError

TRIES: Final = 8  # of one request
WAIT_SECONDS: Final = 0.25  # after the first; twice as long after each
MOST_BYTES: Final = 5 << 30  # of one PUT (Amazon S3 API reference, PutObject)
_S3: Final = ("s3", "s3a")
# Stores in which an object appears when its upload is complete. Only S3 is tested.
_WHOLE: Final = (*_S3, "gs", "gcs", "az", "abfs", "abfss", "memory")
_SETTINGS: Final[dict[str, Any]] = {
    "use_listings_cache": False,
    "config_kwargs": {  # tries are counted here, and nowhere beneath
        "retries": {"total_max_attempts": 1},
        "connect_timeout": 10,
        "read_timeout": 60,
        "max_pool_connections": 32,
    },
}
_ABSENT: Final = (FileNotFoundError, NotADirectoryError, IsADirectoryError)
P = ParamSpec("P")
T = TypeVar("T")


def stat(url: str) -> tuple[int, str]:
    """Size and token of an object. Raises FileNotFoundError."""
    info = _answered(url, _info, url)
    if info.get("type") == "directory":
        raise FileNotFoundError(errno.ENOENT, "no such object", url)
    return int(info.get("size") or 0), _token(info)


def _info(url: str) -> dict[str, Any]:
    system, inner = _system(url)
    if _protocol(url) not in _S3:
        return dict(system.info(inner))
    bucket, key, _ = system.split_path(inner)
    if not key:
        raise FileNotFoundError(errno.ENOENT, "no such object", url)
    found = system.call_s3("head_object", Bucket=bucket, Key=key)
    return {"ETag": found["ETag"], "size": found["ContentLength"]}


def read(url: str, start: int | None = None, end: int | None = None) -> bytes:
    """The bytes ``[start, end)`` of an object, or all. Raises FileNotFoundError."""
    return _answered(url, _read, url, start, end)


def _read(url: str, start: int | None, end: int | None) -> bytes:
    from fsspec.asyn import sync

    system, inner = _system(url)
    if _protocol(url) not in _S3:
        return bytes(system.cat_file(inner, start=start, end=end))
    bucket, key, _ = system.split_path(inner)
    part = {} if start is None or end is None else {"Range": f"bytes={start}-{end - 1}"}
    try:
        data, size = sync(system.loop, _got, system, Bucket=bucket, Key=key, **part)
    except OSError as error:
        if _is(error, "InvalidRange", "416"):  # it ends before
            return b""
        raise
    if len(data) != size:
        raise OSError(errno.EIO, f"{len(data)} bytes came of {size}")
    return bytes(data)


async def _got(system: Any, **what: str) -> tuple[bytes, int]:
    answer = await system._call_s3("get_object", **what)
    try:
        return await answer["Body"].read(), answer["ContentLength"]
    finally:
        answer["Body"].close()  # or its connection is lost to the pool, where it broke off


def holds(url: str) -> bool:
    """Whether any object lies beneath a URL."""
    return next(listed(url, few=True), None) is not None


def listed(url: str, *, few: bool = False) -> Iterator[tuple[str, int, str]]:
    """Relative path, size and token of each object beneath a URL, a page in memory.

    ``few``: the first one tells enough.
    """
    system, inner = _system(url)
    top = inner.rstrip("/") + "/"
    if _protocol(url) in _S3:
        bucket, _, prefix = top.partition("/")
        for page in _pages(url, system, bucket, prefix, few=few):
            for item in page.get("Contents", ()):
                if not item["Key"].endswith("/"):  # what consoles write to show a folder
                    yield item["Key"][len(prefix) :], int(item["Size"]), _token(item)
    else:
        try:
            found = _answered(url, system.find, inner, detail=True)
        except FileNotFoundError:
            return
        for path, info in found.items():
            yield path[len(top) :], int(info.get("size") or 0), _token(info)


def _pages(url: str, system: Any, bucket: str, prefix: str, **how: Any) -> Iterator[dict[str, Any]]:
    few, delimiter = how.get("few"), how.get("delimiter", "")
    more: dict[str, Any] = {"MaxKeys": 1} if few else {}
    while True:
        page = _answered(
            url, system.call_s3, "list_objects_v2",
            Bucket=bucket, Prefix=prefix, Delimiter=delimiter, **more,
        )  # fmt: skip
        yield page
        if few or not page.get("IsTruncated"):
            return
        more = {"ContinuationToken": page["NextContinuationToken"]}


def first_level(url: str) -> Iterator[str]:
    """Names of objects and folders right beneath a URL. Raises FileNotFoundError."""
    system, inner = _system(url)
    top = inner.rstrip("/") + "/"
    if _protocol(url) in _S3:
        bucket, _, prefix = top.partition("/")
        for page in _pages(url, system, bucket, prefix, delimiter="/"):
            for item in page.get("Contents", ()):
                if item["Key"] != prefix:
                    yield item["Key"][len(prefix) :]
            for item in page.get("CommonPrefixes", ()):
                yield item["Prefix"][len(prefix) : -1]
        return
    for path in _answered(url, system.ls, inner, detail=False):
        yield path.rstrip("/").rpartition("/")[2]


def opened(url: str, buffer: int) -> BinaryIO:
    """An object to read and to seek in; ``buffer`` bytes are asked for at once.

    Raises FileNotFoundError.
    """
    size = stat(url)[0]
    return io.BufferedReader(_Ranges(url, size), max(1, min(buffer, size)))


class _Ranges(io.RawIOBase):
    def __init__(self, url: str, size: int) -> None:
        self._url, self._size, self._at = url, size, 0
        self.name = url

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, at: int, whence: int = 0) -> int:
        self._at = max(0, at + (0, self._at, self._size)[whence])
        return self._at

    def readall(self) -> bytes:
        return self._read(self._size - self._at)

    def readinto(self, buffer: Any) -> int:
        data = self._read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _read(self, size: int) -> bytes:
        end = min(self._size, self._at + size)
        if end <= self._at:
            return b""
        data = read(self._url, self._at, end)
        if len(data) != end - self._at:  # another object has taken its place
            raise TransientError(f"{self._url} changed while it was read. Run the command again.")
        self._at = end
        return data


def put(url: str, data: bytes | IO[bytes], size: int) -> None:
    """Write an object of ``size`` bytes in one request, over one that is there."""
    with _in_a_bucket(url):
        _answered(url, _put, url, data, size)


@contextlib.contextmanager
def _in_a_bucket(url: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        bucket = "/".join(url.split("/")[:3])
        raise UsageError(
            f"{url}: there is no {bucket}. Make the bucket, or correct the URL."
        ) from error


def create(url: str, data: bytes) -> bool:
    """Write an object only if there is none; false where there is.

    Raises:
        NotImplementedError: the store cannot write on a condition.
    """
    with _in_a_bucket(url):
        return _if(url, data, {"IfNoneMatch": "*"})


def replace(url: str, data: bytes, token: str) -> bool:
    """Write an object only over the one of this token (`stat`); false where there is another.

    Raises:
        NotImplementedError: the store cannot write on a condition.
    """
    try:
        return _if(url, data, {"IfMatch": token})
    except FileNotFoundError:
        return False


def remove(url: str) -> None:
    """Delete an object; nothing happens where there is none."""
    system, inner = _system(url)
    with contextlib.suppress(FileNotFoundError):
        _answered(url, system.rm_file, inner)


def _put(url: str, data: bytes | IO[bytes], size: int, **condition: str) -> None:
    protocol = _writable(url)
    if size > MOST_BYTES:
        raise UsageError(
            f"{url}: {size:,} bytes, and an object is written in one request of {MOST_BYTES:,} at "
            "most. Make shards smaller (pack.shard_bytes)."
        )
    if not isinstance(data, bytes):
        data.seek(0)
    system, inner = _system(url)
    if protocol in _S3:
        bucket, key, _ = system.split_path(inner)
        system.call_s3("put_object", Bucket=bucket, Key=key, Body=data, **condition)
    else:
        whole = data if isinstance(data, bytes) else data.read()
        system.pipe_file(inner, whole, **({"mode": "create"} if condition else {}))
    if not condition and (there := _info(url)["size"]) != size:
        raise OSError(errno.EIO, f"{there} bytes arrived of {size}")


def _if(url: str, data: bytes, condition: dict[str, str]) -> bool:
    if "IfMatch" in condition and _protocol(url) not in _S3:
        raise NotImplementedError(url)  # fsspec has no such word: the lease takes its weaker way
    try:
        _answered(url, _put, url, data, len(data), **condition)
    except FileExistsError:
        with contextlib.suppress(FileNotFoundError):
            return read(url) == data  # an answer that was lost on its way looks like this, too
        return False
    return True


def _token(info: dict[str, Any]) -> str:
    """Its etag, or its time in nanoseconds."""
    token = info.get("ETag") or info.get("etag") or info.get("mtime") or info.get("created") or ""
    return str(token)


def _protocol(url: str) -> str:
    return url.partition("://")[0]


def _writable(url: str) -> str:
    protocol = _protocol(url)
    if protocol not in _WHOLE:
        raise UsageError(
            f"{url}: in {protocol}:// half a file can be seen while it is written. Name an object "
            "store (s3://bucket/prefix), or a folder."
        )
    return protocol


def _system(url: str) -> tuple[Any, str]:
    """The file system of a URL, and the path in it. One is kept per process by fsspec."""
    import fsspec

    protocol, _, rest = url.partition("://")
    if "@" in rest.partition("/")[0]:
        raise UsageError(
            f"{protocol}://…: a URL with a key in it would be written down. Leave the key out: it "
            "is taken from the environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY)."
        )
    try:
        settings = _SETTINGS if protocol in _S3 else {"use_listings_cache": False}
        system = fsspec.filesystem(protocol, **settings)
    except (ImportError, ValueError) as error:
        hint = ' Install it: pip install "gmai-data[s3]".' if protocol in _S3 else ""
        raise UsageError(f"{url} cannot be opened: {error}.{hint}") from error
    if protocol in _S3:
        system.retries = 1
    return system, str(system._strip_protocol(url))


def _answered(url: str, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What ``call`` returns, tried again while the store is busy or does not answer.

    Raises:
        FileNotFoundError, FileExistsError: no object; one that must not be there.
        NotImplementedError: the store does not know this request.
        UsageError: the store refuses these credentials, or has no such bucket to write to.
        TransientError: it does not answer.
    """
    for tried in range(1, TRIES + 1):
        try:
            return call(*args, **kwargs)
        except _ABSENT as error:
            raise FileNotFoundError(errno.ENOENT, _reason(error), url) from error
        except FileExistsError:
            raise
        except _failures() as error:
            if _is(error, "PreconditionFailed", "ConditionalRequestConflict", "412"):
                raise FileExistsError(url) from error
            if isinstance(error, OSError) and error.errno == errno.ENOSYS:
                raise NotImplementedError(url) from error  # 501, as the standard names it
            if (
                isinstance(error, PermissionError)
                or type(error).__name__ in _REFUSED
                or _is(error, *_WRONG)
            ):
                raise UsageError(
                    f"{url}: the store refuses ({_reason(error)}). Correct the URL, or give "
                    "credentials and a region in the environment, as the store's own tools take "
                    "them."
                ) from error
            if tried == TRIES:
                raise TransientError(
                    f"{url}: the store does not answer as it should ({_reason(error)}), "
                    f"{TRIES} times. Run the same command again."
                ) from error
        time.sleep(WAIT_SECONDS * 2 ** (tried - 1) * random.uniform(0.5, 1.0))
    raise AssertionError


_REFUSED: Final = (
    "CredentialRetrievalError", "NoCredentialsError", "ParamValidationError",
    "PartialCredentialsError",
)  # fmt: skip
_WRONG: Final = ("AuthorizationHeaderMalformed", "InvalidBucketName", "PermanentRedirect", "301")


def _failures() -> tuple[type[BaseException], ...]:
    """What reading from and writing to a store raises, of the libraries that are loaded."""
    found: list[type[BaseException]] = [OSError]
    for module, names in (
        ("botocore.exceptions", ("BotoCoreError", "ClientError")),
        ("aiohttp", ("ClientError",)),
        ("fsspec.exceptions", ("FSTimeoutError",)),
    ):
        loaded = sys.modules.get(module)
        found += [getattr(loaded, name) for name in names] if loaded else []
    return tuple(found)


def _is(error: BaseException, *codes: str) -> bool:
    """Whether the store answered with one of these codes."""
    for one in (error, error.__cause__):
        answer = getattr(one, "response", None)
        if isinstance(answer, dict) and answer.get("Error", {}).get("Code") in codes:
            return True
    return False


def _reason(error: BaseException) -> str:
    """What a store said, in a line, without any key."""
    text = (getattr(error, "strerror", None) or str(error) or "").split("\n")[0][:200].rstrip(".")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        if value := os.environ.get(name):
            text = text.replace(value, "…")
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
