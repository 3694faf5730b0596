"""Requests as batch files: for the Batch API of an endpoint, or for ``vllm run-batch``.

Each file is known by its SHA-256, which is on record before it is uploaded and goes with the batch
as metadata: a run that was killed finds its batches again and submits none twice. Results join
on ``custom_id``, the key of the answer; the first result of a key counts. What came back without a
result is queued again. A batch takes hours, so a run submits, collects what is done, and ends.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import orjson

from gmai_data import store
from gmai_data.errors import BudgetReachedError, TransientError, UsageError
from gmai_data.model.endpoint import Endpoint, scrubbed
from gmai_data.model.ledger import Ledger, limit_reached
from gmai_data.model.reply import NotACompletion, Reply, kept, reply_of
from gmai_data.words.cache import AnswerCache

if TYPE_CHECKING:
    from openai import OpenAI

    from gmai_data.config import AnswerConfig
    from gmai_data.model.sending import Job

MAX_REQUESTS: Final = 50_000  # of a file (OpenAI, Batch API)
MAX_BYTES: Final = 190_000_000  # of a file; the API takes 200 MB
URL: Final = "/v1/chat/completions"
METADATA: Final = "gmai_data_sha256"
_ENDED: Final = ("completed", "expired", "cancelled", "failed")


@dataclass(frozen=True, slots=True)
class Account:
    """What every batch of a run shares."""

    cache: AnswerCache
    ledger: Ledger
    model: str
    config: AnswerConfig
    folder: str  # where the files lie
    max_requests: int = MAX_REQUESTS
    max_bytes: int = MAX_BYTES


def by_files(account: Account, jobs: Iterable[Job]) -> None:
    """Write files for ``vllm run-batch``, and read what it has written beside them.

    Raises:
        TransientError: files wait for their results; it says the commands.
        BudgetReachedError: the rest would cross the limit.
    """
    for sha256, path in _open(account, account.folder):
        if os.path.exists(_results(path)):
            with open(_results(path), "rb") as file:
                _collect(account, sha256, file)
    short = _queue(account, account.folder, jobs)
    waiting = _open(account, account.folder)
    if waiting:
        commands = "\n".join(
            f"  vllm run-batch --model {account.model} -i {path} -o {_results(path)}"
            for _, path in waiting
        )
        raise TransientError(
            f"{len(waiting):,} batch files wait for their results. Run\n{commands}\n"
            "and then the same build again."
        )
    if short is not None:
        raise short


def by_api(account: Account, where: Endpoint, key: str, jobs: Iterable[Job]) -> None:
    """Submit batches to an endpoint, and collect those that are done.

    Raises:
        TransientError: batches are under way, or the endpoint does not answer.
        BudgetReachedError: the rest would cross the limit.
        UsageError: the endpoint takes no such batch.
    """
    import openai

    timeout_s = max(account.config.timeout_s, 600.0)  # files are large
    http = openai.DefaultHttpxClient(
        follow_redirects=False, trust_env=not where.loopback, timeout=timeout_s
    )
    try:
        with openai.OpenAI(
            api_key=key, base_url=where.base_url, max_retries=0, http_client=http
        ) as client:
            _adopt(account, client, where)
            ended = sum(
                _look(account, client, where, sha) for sha, _ in _open(account, where.base_url)
            )
            short = _queue(account, where.base_url, jobs)
            _adopt(account, client, where)
    except openai.APIStatusError as error:
        from gmai_data.model.client import Trouble, classified

        found = classified(error, key)
        if isinstance(found, Trouble):
            raise TransientError(
                f"{where.base_url}: {found}. Run the same command again."
            ) from None
        if isinstance(found, UsageError | BudgetReachedError):
            raise found from None
        raise UsageError(f"{where.base_url} does not take batches: {found}.") from None
    except openai.APIConnectionError as error:
        raise TransientError(
            f"{where.base_url} does not answer ({scrubbed(str(error), key)}). "
            "Run the same command again."
        ) from None
    waiting = _open(account, where.base_url)
    if waiting:
        raise TransientError(
            f"{ended:,} of {ended + len(waiting):,} batches are done; they take up to a day. Run "
            "the same command again later: it collects what is ready and sends nothing twice."
        )
    if short is not None:
        raise short


def _open(account: Account, place: str) -> list[tuple[str, str]]:
    """Batches of this build at a place that have not ended: SHA-256 and path of the file."""
    rows = account.cache.db.execute(
        "SELECT sha256 FROM batches WHERE build = ? AND place = ? AND state != 'ended' "
        "ORDER BY rowid",
        (account.ledger.build, place),
    ).fetchall()
    return [(row[0], os.path.join(account.folder, f"{row[0][:16]}.jsonl")) for row in rows]


def _results(path: str) -> str:
    return path.removesuffix(".jsonl") + ".out.jsonl"


def _queue(account: Account, place: str, jobs: Iterable[Job]) -> BudgetReachedError | None:
    """Write what is asked for into new files, as far as the limit allows."""
    rows: list[tuple[Job, int | None]] = []
    lines: list[bytes] = []
    size, total, limit = 0, 0, account.ledger.left_pusd
    short = None
    for job in jobs:
        line = orjson.dumps(
            {"custom_id": job.key, "method": "POST", "url": URL, "body": job.body()}
        )
        most = account.ledger.upper(job.most_tokens, account.config.max_tokens)
        if limit is not None and total + (most or 0) > limit:
            short = limit_reached(account.ledger, most or 0)
            break
        if rows and (len(rows) >= account.max_requests or size + len(line) + 1 > account.max_bytes):
            _record(account, place, rows, lines)
            rows, lines, size = [], [], 0
        rows.append((job, most))
        lines.append(line)
        size += len(line) + 1
        total += most or 0
    if rows:
        _record(account, place, rows, lines)
    return short


def _record(
    account: Account, place: str, rows: list[tuple[Job, int | None]], lines: list[bytes]
) -> None:
    """One file, its reservations, and which requests it holds, before anybody sees it."""
    data = b"\n".join(lines) + b"\n"
    sha256 = hashlib.sha256(data).hexdigest()
    store.write_bytes(os.path.join(account.folder, f"{sha256[:16]}.jsonl"), data)
    with account.cache.writing() as db:
        db.execute(
            "INSERT OR REPLACE INTO batches VALUES (?, ?, ?, '', 'written', ?)",
            (sha256, account.ledger.build, place, len(rows)),
        )
        for job, most in rows:
            db.execute(
                "INSERT OR REPLACE INTO batched VALUES (?, ?)", (bytes.fromhex(job.key), sha256)
            )
            account.ledger.book(job.key, most)


def _adopt(account: Account, client: OpenAI, where: Endpoint) -> None:
    """Give every file that is only written its batch: one that is there already, or a new one."""
    written = account.cache.db.execute(
        "SELECT sha256 FROM batches WHERE build = ? AND place = ? AND state = 'written'",
        (account.ledger.build, where.base_url),
    ).fetchall()
    if not written:
        return
    there = {}
    for batch in client.batches.list(limit=100):
        there[(batch.metadata or {}).get(METADATA, "")] = batch.id
    for (sha256,) in written:
        if sha256 in there:
            remote = there[sha256]
        else:
            path = os.path.join(account.folder, f"{sha256[:16]}.jsonl")
            try:
                with open(path, "rb") as file:
                    data = file.read()
            except FileNotFoundError:
                _end(account, sha256)  # the store was deleted: queued again
                continue
            sent = client.files.create(file=(f"{sha256[:16]}.jsonl", data), purpose="batch")
            remote = client.batches.create(
                input_file_id=sent.id,
                endpoint=URL,
                completion_window="24h",
                metadata={METADATA: sha256},
            ).id
        with account.cache.writing() as db:
            db.execute(
                "UPDATE batches SET remote = ?, state = 'sent' WHERE sha256 = ?", (remote, sha256)
            )


def _look(account: Account, client: OpenAI, where: Endpoint, sha256: str) -> bool:
    """Collect a batch if it has ended; whether it has."""
    (remote,) = account.cache.db.execute(
        "SELECT remote FROM batches WHERE sha256 = ?", (sha256,)
    ).fetchone()
    batch = client.batches.retrieve(remote)
    if batch.status not in _ENDED:
        return False
    lines: list[bytes] = []
    for name in (batch.output_file_id, batch.error_file_id):
        if name:
            lines += client.files.content(name).read().splitlines()
    _collect(account, sha256, lines)
    if batch.status == "failed" and not lines:
        why = "; ".join(
            e.message or "" for e in (batch.errors.data if batch.errors else None) or []
        )
        raise UsageError(f"{where.base_url} refused a batch of {account.model}: {why[:300]}.")
    return True


def _collect(account: Account, sha256: str, lines: Iterable[bytes]) -> None:
    """Keep the results of a batch; what has none is free to be queued again."""
    mine = {
        row[0].hex()
        for row in account.cache.db.execute("SELECT key FROM batched WHERE sha256 = ?", (sha256,))
    }
    for key, reply, refused in _read(lines):
        if key not in mine:  # not ours, or a second result of the same request
            continue
        if reply is not None:
            with account.cache.writing():
                account.cache.insert(key, kept(reply), account.model)
                account.ledger.settle_booked(key, reply.sent_tokens, reply.received_tokens)
            mine.discard(key)
        elif refused:
            account.cache.failed(key, "bad-request", refused)
    _end(account, sha256)


def _end(account: Account, sha256: str) -> None:
    """Forget which requests a batch holds; reservations of those without a result are free."""
    with account.cache.writing() as db:
        for (key,) in db.execute("SELECT key FROM batched WHERE sha256 = ?", (sha256,)).fetchall():
            account.ledger.unbook(key.hex())
        db.execute("DELETE FROM batched WHERE sha256 = ?", (sha256,))
        db.execute("UPDATE batches SET state = 'ended' WHERE sha256 = ?", (sha256,))


def _read(lines: Iterable[bytes]) -> Iterator[tuple[str, Reply | None, str]]:
    """Key, reply, and why the request itself is not taken; a cut last line is left out."""
    for line in lines:
        try:
            row = orjson.loads(line)
            key, response = str(row["custom_id"]), row.get("response") or {}
        except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError):
            continue
        status, content = response.get("status_code", 0), response.get("body")
        if status == 200:
            with contextlib.suppress(NotACompletion):
                yield key, reply_of(orjson.dumps(content)), ""
        elif status in (400, 413, 422):
            yield key, None, f"{status} {_message(content)}"
        else:
            yield key, None, ""


def _message(content: Any) -> str:
    error = content.get("error") if isinstance(content, dict) else None
    return scrubbed(str((error or {}).get("message", "")), None) if isinstance(error, dict) else ""
