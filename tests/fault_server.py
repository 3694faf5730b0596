"""An OpenAI-compatible endpoint on 127.0.0.1 that fails on purpose, and keeps its own books.

``Server(faults)`` runs in a thread; ``faults(n, body)`` names what happens to the n-th request:
one of `FAULTS`, or "" for an answer. What it charges is counted here, apart from the client's own
ledger. Run as a program it serves until it is ended: ``python -m tests.fault_server PORT``.
"""

import asyncio
import hashlib
import json
import sys
import threading
from collections import Counter

from tests.truthful import truthful

FAULTS = (
    "429", "429-after", "500", "hang", "half", "not-json", "bad-json", "wrong-schema", "refusal",
    "length", "drip", "filtered", "400", "reset",
)  # fmt: skip
CUT_AFTER_S = 30.0


class Server:
    """The endpoint in a thread of its own; use it in a ``with`` block."""

    def __init__(self, faults=lambda n, body: "", say=truthful, port=0, usage=True, latency_s=0.0):
        self.faults, self.say, self.port, self.usage = faults, say, port, usage
        self.latency_s = latency_s
        self.bodies = []  # of completions, in order of arrival
        self.seen = Counter()  # faults that happened; "" for answers
        self.headers = []
        self.in_flight = self.most_in_flight = 0
        self.sent_tokens = self.received_tokens = 0  # charged, whatever became of the answer
        self.answered = Counter()  # by digest of the body: whole answers that left
        self.files, self.batches = {}, {}
        self.batch_faults, self.batch_state = lambda n, row: "", "completed"
        self.keep_bodies = True
        self._number = 0

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/v1"

    def __enter__(self):
        self._ready, self._loop = threading.Event(), asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self):
        asyncio.set_event_loop(self._loop)
        start = asyncio.start_server(self._serve, "127.0.0.1", self.port, backlog=1024)
        server = self._loop.run_until_complete(start)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        server.close()
        self._loop.close()

    async def _serve(self, reader, writer):
        try:
            while await self._one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _one(self, reader, writer):
        line = await reader.readline()
        if not line:
            return False
        method, path, _ = line.decode().split(" ", 2)
        headers = {}
        while (row := (await reader.readline()).decode().strip()) != "":
            name, _, value = row.partition(":")
            headers[name.lower()] = value.strip()
        data = await reader.readexactly(int(headers.get("content-length", 0)))
        self.headers.append(headers) if len(self.headers) < 1000 else None
        if path.endswith("/chat/completions"):
            self.in_flight += 1
            self.most_in_flight = max(self.most_in_flight, self.in_flight)
            try:
                return await self._complete(json.loads(data), writer)
            finally:
                self.in_flight -= 1
        from tests.fault_batches import answer_batch

        status, found = answer_batch(self, method, path, headers, data)
        return await _reply(writer, status, found)

    async def _complete(self, body, writer):
        number, self._number = self._number, self._number + 1
        if self.keep_bodies:
            self.bodies.append(body)
        fault = self.faults(number, body)
        self.seen[fault] += 1
        await asyncio.sleep(self.latency_s)
        if fault == "429":
            return await _error(writer, 429, "slow down", code="rate_limit_exceeded")
        if fault == "429-after":
            return await _error(writer, 429, "slow down", headers={"Retry-After": "0.05"})
        if fault == "429-quota":
            return await _error(writer, 429, "no credit left", code="insufficient_quota")
        if fault == "500":
            return await _error(writer, 500, "oops")
        if fault == "401":
            return await _error(writer, 401, "Incorrect API key provided: sk-secret-12345678.")
        if fault == "400":
            return await _error(writer, 400, "context is too long", code="context_length_exceeded")
        if fault == "filtered":
            return await _error(writer, 400, "filtered", code="content_filter")
        if fault == "reset":
            writer.transport.abort()
            return False
        found = self.completion(body, fault)
        if fault == "hang":
            await asyncio.sleep(CUT_AFTER_S)
            return False
        data = json.dumps(found, ensure_ascii=False).encode()
        if fault == "not-json":
            data = b"<html>Bad gateway</html>"
        head = _head(200, len(data))
        if fault == "half":
            writer.write(head + data[: len(data) // 2])
            await writer.drain()
            return False
        if fault == "drip":
            writer.write(head)
            for start in range(0, len(data), 8):
                writer.write(data[start : start + 8])
                await writer.drain()
                await asyncio.sleep(0.2)
            return True
        writer.write(head + data)
        await writer.drain()
        if fault == "not-json":
            return True
        name = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
        self.answered[name] += 1
        return True

    def completion(self, body, fault=""):
        """A chat completion; its tokens are charged."""
        text, finish, refusal = json.dumps(self.say(body), ensure_ascii=False), "stop", None
        if fault == "bad-json":
            text = text[:-5]
        elif fault == "wrong-schema":
            text = '{"reply": "yes"}'
        elif fault == "refusal":
            text, refusal = None, "I cannot help with that."
        elif fault == "length":
            text, finish = text[:20], "length"
        sent = len(json.dumps(body["messages"]).encode()) // 4
        received = len((text or refusal).encode()) // 3
        self.sent_tokens += sent
        self.received_tokens += received
        message = {"role": "assistant", "content": text, "refusal": refusal}
        found = {
            "id": "c", "object": "chat.completion", "created": 0,
            "model": "served-" + body["model"],
            "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        }  # fmt: skip
        if self.usage:
            total = sent + received
            found["usage"] = {
                "prompt_tokens": sent, "completion_tokens": received, "total_tokens": total
            }  # fmt: skip
        return found


def _head(status, length, headers=None):
    rows = [f"HTTP/1.1 {status} X", "Content-Type: application/json", f"Content-Length: {length}"]
    rows += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return ("\r\n".join(rows) + "\r\n\r\n").encode()


async def _reply(writer, status, found, headers=None):
    data = found if isinstance(found, bytes) else json.dumps(found).encode()
    writer.write(_head(status, len(data), headers) + data)
    await writer.drain()
    return True


async def _error(writer, status, message, code=None, headers=None):
    error = {"message": message, "type": "error", "param": None, "code": code}
    return await _reply(writer, status, {"error": error}, headers)


if __name__ == "__main__":
    with Server(port=int(sys.argv[1]), latency_s=float((*sys.argv, "0")[2])) as running:
        running.keep_bodies = False
        running._thread.join()
