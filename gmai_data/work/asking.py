"""Turn a chunk of slices into requests to a model: what is said, and the pictures that go with it.

``requests/<source>/<key>.parquet`` holds a row per request, in order of the samples' keys, and
commits ``<key>.tar`` with the pictures: JPEG copies of the slices, made once, whose SHA-256 is part
of each request. Texts of the source itself are not asked for: they are said as they are.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from gmai_data import parquet, store
from gmai_data.arrow import from_row, to_row, to_table
from gmai_data.canonical import digest, exact
from gmai_data.errors import CheckFailedError, RejectedItem
from gmai_data.model.messages import Ask, base_key, likely_tokens, round_up
from gmai_data.schema import Request, Slice
from gmai_data.work import keys
from gmai_data.work.digests import adapter_digest
from gmai_data.work.versions import STORE

if TYPE_CHECKING:
    from gmai_data.config import AnswerConfig, Config
    from gmai_data.declare import Source
    from gmai_data.engine import Record, Watch
    from gmai_data.steps import ChunkTask

# Fields of `AnswerConfig` that decide how fast answers come, and not what they are.
NOT_IN_ANSWERS: Final = (
    "concurrency", "key_env", "prices", "requests_per_minute", "timeout_s", "tokens_per_minute",
    "tries",
)  # fmt: skip
# Facts in people's own words.
PRIVATE: Final = (
    "answer", "caption", "choice", "context", "dialogue", "explanation", "question", "report",
)  # fmt: skip


def asked_of(config: Config) -> dict[str, Any]:
    """What decides the answers, as the lock names it: the model, and how it is asked."""
    if config.model == "offline":
        return {"name": config.model}
    settings = to_row(config.answer)
    kept = {name: value for name, value in settings.items() if name not in NOT_IN_ANSWERS}
    return {"name": config.model, **exact(kept)}


def ask_chunk(task: ChunkTask, watch: Watch) -> Record:
    """Slices to requests; see the module. A chunk that is there already is left as it is."""
    from gmai_data.steps import load_cases, source_of, words_read

    source, cases = source_of(task), load_cases(task)
    read = {k: v for k, v in words_read(task.config).items() if k != "rules"}
    adapter = adapter_digest(source)["words"]
    model = digest("asked of", asked_of(task.config))
    words = keys.words_key(adapter, task.rows, cases, task.config.ask, model, read)
    pictures = os.path.basename(task.slices) if task.config.answer.images else ""
    key = digest("ask", [words, pictures, STORE])
    base = os.path.join(task.store, "requests", source.name, key[:16])
    note = parquet.read_note(base + ".parquet")
    if note is not None:
        record: Record = json.loads(note["record"])
        return record
    known = json.loads(task.known) if task.known else {}
    if known.get("key") == key and not task.files:
        return dict(known)
    if not os.path.exists(task.slices + ".parquet"):
        return {"key": key, "missing": "slices"}
    by_case = {case.key: case for case in cases}
    rows = parquet.read_table(task.slices + ".parquet").to_pylist()
    slices = sorted((from_row(Slice, row) for row in rows), key=lambda s: (s.case, s.hash))
    asks: list[Ask] = []
    pictured = _Pictures(task)
    with store.publish(base + ".tar") as file:
        tar = pictured.start(file)
        for slice in slices:
            watch.enter(slice.case)
            for request, system, user, fields in _told(task, source, by_case[slice.case], slice):
                picture = pictured.of(slice, task.config.answer)
                ask = Ask(
                    key=request.key, base="", system=system, user=user, fields=fields,
                    seed=request.seed, last_fact=round_up(request.facts), **picture,
                )  # fmt: skip
                based = base_key(ask, task.config.model, task.config.answer)
                asks.append(replace(ask, base=based))
        tar.finish()
    pictured.close()
    asks.sort(key=lambda ask: ask.key)
    record = {
        "key": key,
        "pictured": sum(1 for ask in asks if ask.image),
        "requests": len(asks),
        "tokens": sum(likely_tokens(ask, 0) for ask in asks),
    }
    store.write_table(
        base + ".parquet", to_table(Ask, asks), rows_per_group=2048,
        note={"record": json.dumps(record)},
    )  # fmt: skip
    return record


def _told(
    task: ChunkTask, source: Source, case: Any, slice: Slice
) -> list[tuple[Request, str, str, tuple[str, ...]]]:
    """What a model is told about one slice; nothing where the words are the source's own."""
    from gmai_data.answer import instruction
    from gmai_data.ask import ask
    from gmai_data.words.bind import bind
    from gmai_data.words.prompts import load_prompts

    prompts = load_prompts(task.config.prompts or None, block="ask")
    found = []
    try:
        bound = bind(source, case, slice)
        requests = ask(source, case, bound, task.config.ask, prompts)
    except RejectedItem:  # the words step meets it again, and makes it a row
        return []
    for request in requests:
        prompt = prompts.get(request.prompt, request.language)
        if prompt.verbatim or not may_leave(source, request):
            continue
        system, user = instruction(request, prompts)
        found.append((request, system, user, prompt.fields))
    return found


def may_leave(source: Source, request: Request) -> bool:
    """Whether a request holds nothing that people wrote about people of a private source."""
    if source.identity != "private":
        return True
    return not any(fact.kind in PRIVATE for fact in request.facts)


class _Pictures:
    """The pictures of a chunk that are sent: each slice's once."""

    def __init__(self, task: ChunkTask) -> None:
        from gmai_data.work.slice_store import Images

        self._images, self._slices = Images(), task.slices
        self._made: dict[str, Mapping[str, Any]] = {}
        self._tar: Any = None

    def start(self, file: Any) -> Any:
        """The tar they go into."""
        from gmai_data.output.ustar import TarWriter

        self._tar = TarWriter(file)
        return self._tar

    def of(self, slice: Slice, config: AnswerConfig) -> Mapping[str, Any]:
        """Digest and place of a slice's picture."""
        if not slice.width or not config.images:
            return {}
        if slice.hash not in self._made:
            stored = self._images.get(
                self._slices, slice.image_offset, slice.image_bytes, slice.image_sha256
            )
            data = sent_picture(stored, config.image_side, config.image_quality)
            self._made[slice.hash] = {
                "image": hashlib.sha256(data).hexdigest(),
                "image_offset": self._tar.add(f"{slice.hash}.jpg", data),
                "image_bytes": len(data),
            }
        return self._made[slice.hash]

    def close(self) -> None:
        """Let the slices go."""
        self._images.close()


def sent_picture(stored: bytes, side: int, quality: int) -> bytes:
    """A JPEG copy with its long side at most ``side`` pixels (area average), without metadata."""
    import cv2
    import numpy as np

    cv2.setNumThreads(1)
    pixels = cv2.imdecode(np.frombuffer(stored, np.uint8), cv2.IMREAD_COLOR)
    if pixels is None:
        raise CheckFailedError("A stored picture cannot be decoded: delete the store (OUT/work).")
    height, width = pixels.shape[:2]
    scale = min(1.0, side / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    if scale < 1:
        pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    done, data = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not done:
        raise CheckFailedError(f"A picture of {size} cannot be encoded as JPEG.")
    return bytes(data.tobytes())
