"""An S3-compatible server on 127.0.0.1, and a proxy before it that fails on purpose.

``S3()`` starts moto's server as a process of its own; requests go through the proxy, which asks
``s3.fault`` what happens to each: one of `FAULTS`, or "" for nothing. Run as a program it serves
until it is ended and makes the bucket: ``python -m tests.s3_server PORT``.
"""

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

FAULTS = (
    "503",  # SlowDown, the store was not asked
    "500",
    "501",  # NotImplemented
    "403",
    "cut-upload",  # the connection breaks when half of a request's body has gone through
    "lost",  # the store did it, and its answer is lost
    "cut-read",  # the connection breaks when half of an answer's body has come
    "stale",  # the answer that was given to this request the last time before
    "hold",  # half of the body goes through, and then nothing until the client is gone
    "unconditional",  # a store that does not know If-None-Match and If-Match
)
BUCKET = "gmai-test"
KEYS = {
    "AWS_ACCESS_KEY_ID": "AKIATESTTESTTESTTEST",
    "AWS_SECRET_ACCESS_KEY": "very/secret+key0very/secret+key0very/sec",
    "AWS_DEFAULT_REGION": "us-east-1",
}
_CODES = {"503": "SlowDown", "500": "InternalError", "501": "NotImplemented", "403": "AccessDenied"}
Fault = Callable[[str, str], str]  # of method and path with its query


def no_fault(method: str, path: str) -> str:
    return ""


class S3:
    """The server and the proxy; use it in a ``with`` block."""

    def __init__(self) -> None:
        self.fault: Fault = no_fault
        self.seen: Counter[str] = Counter()  # faults that happened
        self.requests: list[tuple[str, str]] = []  # method and path
        self.top = "top"  # of what `url` gives
        self.page = 0  # most objects in a page of a listing; 0 = as many as the server's
        self.on_condition = False  # whether the request that `fault` is asked about has one
        self._kept: dict[str, bytes] = {}

    def __enter__(self) -> "S3":
        self.behind = free_port()
        self._server = subprocess.Popen(
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.behind)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        until_open(self.behind)
        self._loop, ready = asyncio.new_event_loop(), threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), daemon=True)
        self._thread.start()
        assert ready.wait(10)
        make_bucket(self.behind)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._server.kill()
        self._server.wait()

    @contextlib.contextmanager
    def of(self, test: Path) -> Iterator[None]:
        """A prefix for one test, and nothing left of what happened before."""
        from gmai_data import find

        self.fault, self.top, self.page = no_fault, test.name, 0
        self.seen.clear()
        self.requests.clear()
        self._kept.clear()
        find.look_again()
        try:
            yield
        finally:
            self.fault = no_fault

    def put_key(self, key: str) -> None:
        """Make an empty object of this very key, as consoles do to show a folder."""
        put(f"http://127.0.0.1:{self.behind}/{BUCKET}/{self.top}/{key}")

    @property
    def environment(self) -> dict[str, str]:
        """What a process needs to reach the store through the proxy."""
        return {**KEYS, "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.port}"}

    def url(self, prefix: str) -> str:
        """Of a folder of one test in the bucket."""
        return f"s3://{BUCKET}/{self.top}/{prefix}"

    def _run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        start = asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=256)
        server = self._loop.run_until_complete(start)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        self._loop.run_forever()
        open_ = asyncio.all_tasks(self._loop)
        for task in open_:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*open_, return_exceptions=True))
        server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            while await self._answer(reader, writer):
                pass
        writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = await reader.readuntil(b"\r\n\r\n")
        line, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
        method, path, _ = line.split(" ")
        headers = {k.lower(): v for k, _, v in (one.partition(": ") for one in lines)}
        self.on_condition = "if-none-match" in headers or "if-match" in headers
        what = self.fault(method, path)
        if self.page and "list-type=2" in path and "max-keys" not in path:
            path = f"{path}&max-keys={self.page}"
        self.requests.append((method, path))
        self.seen[what] += bool(what)
        if headers.pop("expect", ""):
            writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        if what in _CODES:
            code = _CODES[what]
            text = f"<Error><Code>{code}</Code><Message>on purpose</Message></Error>".encode()
            writer.write(
                f"HTTP/1.1 {what} X\r\nContent-Type: application/xml\r\n"
                f"Content-Length: {len(text)}\r\n\r\n".encode()
                + (b"" if method == "HEAD" else text)
            )
            return True
        if what == "unconditional":
            headers.pop("if-none-match", None)
            headers.pop("if-match", None)
        if what == "hold":
            await reader.read()
        sent = body[: len(body) // 2] if what in ("cut-upload", "hold") else body
        answer = await self._forwarded(f"{method} {path} HTTP/1.1", headers, sent, len(body))
        if what in ("cut-upload", "hold", "lost"):
            return False
        if what == "stale":
            answer = self._kept.get(path, answer)
        elif method == "GET":
            self._kept[path] = answer
        if what == "cut-read":
            end = answer.index(b"\r\n\r\n") + 4
            writer.write(answer[: end + (len(answer) - end) // 2])
            return False
        writer.write(answer)
        await writer.drain()
        return False

    async def _forwarded(
        self, line: str, headers: dict[str, str], body: bytes, length: int
    ) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.behind)
        headers = {**headers, "connection": "close"}
        if length:
            headers["content-length"] = str(length)
        text = "\r\n".join([line, *(f"{k}: {v}" for k, v in headers.items())])
        writer.write(text.encode("latin-1") + b"\r\n\r\n" + body)
        with contextlib.suppress(ConnectionError):
            await writer.drain()
            if len(body) < length:
                writer.close()
                return b""
            answer = await reader.read()
            writer.close()
            return answer
        return b""


@contextlib.contextmanager
def serving() -> Iterator[S3]:
    """A server that this process and those that it starts find in their environment."""
    import s3fs

    with S3() as found, pytest.MonkeyPatch.context() as patch:
        for name, value in found.environment.items():
            patch.setenv(name, value)
        try:
            yield found
        finally:
            s3fs.S3FileSystem.clear_instance_cache()


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def until_open(port: int) -> None:
    """Return when somebody listens at a port."""
    end = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            assert time.monotonic() < end, "the server does not start"
            time.sleep(0.05)


def put(url: str) -> None:
    """Make a bucket or an empty object."""
    signed = "AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/s3/aws4_request"
    request = urllib.request.Request(url, b"", {"Authorization": signed}, method="PUT")
    urllib.request.urlopen(request).close()


def make_bucket(port: int) -> None:
    """Make the bucket of the tests."""
    put(f"http://127.0.0.1:{port}/{BUCKET}")


def main() -> None:
    """Serve at a port until ended."""
    port = int(sys.argv[1])
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    until_open(port)
    make_bucket(port)
    signal.signal(signal.SIGTERM, lambda *_: (server.kill(), os._exit(0)))
    server.wait()


if __name__ == "__main__":
    main()
