"""The model path: what one request costs the client, and how fast a cached run is.

``python -m tests.benchmarks.bench_answer [REQUESTS] [CACHED]`` prints CPU milliseconds of the
client per request with 256 in flight and a picture of 30 kB each, against an endpoint in another
process; and requests per second of a run that the cache answers whole, on one core.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

from gmai_data import store
from gmai_data.arrow import to_table
from gmai_data.config import AnswerConfig, Config
from gmai_data.engine import Silent
from gmai_data.model.endpoint import Endpoint
from gmai_data.model.ledger import Ledger
from gmai_data.model.messages import Ask, base_key, body, data_url, most_tokens, request_key
from gmai_data.model.prices import Price
from gmai_data.model.sending import Job, new_sender
from gmai_data.words.cache import AnswerCache
from gmai_data.work import answering

IN_FLIGHT = 256
LATENCY_S = 0.5
ROOT = Path(__file__).resolve().parents[2]


def asks(count: int, config: AnswerConfig) -> list[Ask]:
    """Requests of about the size of real ones."""
    facts = "\n".join(f"- f{i} finding: kidney tumour, right, 23 x 18 mm" for i in range(1, 15))
    found = []
    for n in range(count):
        ask = Ask(
            key=f"bench-{n:016x}-caption-en-0", base="", system="Write only what facts say. " * 60,
            user=f"Write one caption of image {n}.\nFacts:\n{facts}",
            fields=("question", "caption"), seed=n, image="",
        )  # fmt: skip
        found.append(Ask(**{**_fields(ask), "base": base_key(ask, "m", config)}))
    return found


def _fields(ask: Ask) -> dict[str, object]:
    return {name: getattr(ask, name) for name in Ask.__dataclass_fields__}


def client(folder: Path, count: int) -> None:
    """CPU time of this process per request."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    arguments = [sys.executable, "-m", "tests.fault_server", str(port), str(LATENCY_S)]
    server = subprocess.Popen(arguments, cwd=ROOT)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        config = AnswerConfig(concurrency=IN_FLIGHT, timeout_s=60)
        picture = os.urandom(30_000)

        def jobs() -> object:
            for ask in asks(count, config):
                shown = Ask(**{**_fields(ask), "image": "ab" * 32})
                yield Job(
                    request_key(ask.base, 0),
                    lambda shown=shown: body(shown, "m", config, 0, data_url(picture)),
                    most_tokens(shown, 1000), 2000,
                )  # fmt: skip

        with AnswerCache(folder / "sent.sqlite") as cache:
            ledger = Ledger(cache, "b", Price(1, 1))
            where = Endpoint(f"http://127.0.0.1:{port}/v1", True, "NO_KEY")
            sender = new_sender(where, "none", "m", config, cache, ledger, lambda _: None)
            work = iter(list(jobs()))
            wall, cpu = time.perf_counter(), time.process_time()
            sender.send(work)
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            assert len(cache) == count
        print(
            f"client: {1000 * cpu / count:.2f} ms CPU per request, {count / wall:,.0f} requests/s "
            f"with {IN_FLIGHT} in flight (the endpoint waits {LATENCY_S:g} s)"
        )
    finally:
        server.terminate()
        server.wait()


def cached(folder: Path, count: int) -> None:
    """A round of the answer step that sends nothing."""
    config = Config(model="m", cache=str(folder), base_url="http://127.0.0.1:9/v1")
    found = asks(count, config.answer)
    base = str(folder / "requests" / "bench" / "a")
    store.write_table(base + ".parquet", to_table(Ask, found), rows_per_group=2048)
    said = '{"question": "What is it?", "caption": "' + "A kidney tumour of 23 x 18 mm. " * 8 + '"}'
    value = {"finish": "stop", "refusal": "", "served_by": "m", "text": said}
    path = answering.cache_path(str(folder))
    with AnswerCache(path) as cache:
        cache.put_many(
            [(request_key(ask.base, 0), {**value, "text": said + ask.key}) for ask in found]
        )
    work = SimpleNamespace(name="bench", asks={"a": {"requests": count}})
    chunk = answering.Chunk(work, (0, 1, "a", 1), base, "asked")
    line = SimpleNamespace(config=config, store=str(folder), out=str(folder), progress=Silent())
    wall = time.perf_counter()
    with AnswerCache(path) as cache:
        ledger = Ledger(cache, "b", None)
        answering._send(line, [chunk], 0, cache, ledger)
        answering._answers(line, chunk, 0, cache)
    wall = time.perf_counter() - wall
    print(f"cached: {count:,} requests in {wall:.1f} s, {count / wall:,.0f} requests/s")


def main() -> None:
    """Print both."""
    count, many = (int(text) for text in [*sys.argv[1:], *("2000", "100000")[len(sys.argv) - 1 :]])
    with tempfile.TemporaryDirectory() as folder:
        client(Path(folder), count)
        cached(Path(folder), many)


if __name__ == "__main__":
    main()
