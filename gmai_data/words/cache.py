"""Answers of models, kept for ever: what is asked for again costs nothing and never changes.

One SQLite file on local disk, shared by builds. The key is the digest of the canonical request —
model, messages with the image's SHA-256 in place of its bytes, schema, parameters, seed, attempt —
and not the URL, the API key, a timeout or how many run at once. A row is never updated: a retry is
the next attempt, and the lowest attempt that passes review wins.
"""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import orjson

from gmai_data.canonical import digest, exact
from gmai_data.errors import TransientError, UsageError

_LEVEL: Final = 6
_WAIT_MS: Final = 30_000


def request_key(
    model: str,
    messages: Sequence[Mapping[str, Any]],
    image_sha256: Sequence[str] = (),
    schema: Mapping[str, Any] | None = None,
    parameters: Mapping[str, Any] | None = None,
    seed: int = 0,
    attempt: int = 0,
) -> str:
    """SHA-256 hex of everything that decides an answer; images count by their bytes' digest."""
    return digest(
        "answer",
        exact(
            {
                "model": model,
                "messages": [dict(message) for message in messages],
                "images": list(image_sha256),
                "schema": dict(schema or {}),
                "parameters": dict(parameters or {}),
                "seed": seed,
                "attempt": attempt,
            }
        ),
    )


def _first(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE answers (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID")


def _second(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE answers ADD COLUMN model TEXT NOT NULL DEFAULT ''")
    db.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
    db.execute("INSERT INTO about VALUES ('codec', 'zlib')")


# Each step takes the file from its index to the next version; never edit one that was released.
MIGRATIONS: Final[tuple[Callable[[sqlite3.Connection], None], ...]] = (_first, _second)


class AnswerCache:
    """The file as a mapping from request key to answer; use it in a ``with`` block.

    Raises:
        UsageError: the file was written by a newer version, or is no cache.
        TransientError: it is locked or the disk is full.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = str(path)
        Path(self.path).parent.mkdir(parents=True, exist_ok=True)
        with _explained(self.path):
            self._db = sqlite3.connect(self.path, isolation_level=None, timeout=_WAIT_MS / 1000)
            try:
                self._db.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
                self._db.execute("PRAGMA journal_mode = WAL")
                self._db.execute("PRAGMA synchronous = NORMAL")
                self._migrate()
            except BaseException:
                self._db.close()
                raise

    def _migrate(self) -> None:
        if self._version() == len(MIGRATIONS):
            return
        self._db.execute("BEGIN IMMEDIATE")  # of two builds one migrates, the other finds it done
        try:
            version = self._version()
            if version > len(MIGRATIONS):
                raise UsageError(
                    f"{self.path} was written by a newer gmai-data (cache version {version}, this "
                    f"one knows {len(MIGRATIONS)}); upgrade, or pass another --cache."
                )
            for step in MIGRATIONS[version:]:
                step(self._db)
            self._db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def _version(self) -> int:
        return int(self._db.execute("PRAGMA user_version").fetchone()[0])

    def get(self, key: str) -> dict[str, Any] | None:
        """The answer kept under a key, or None."""
        with _explained(self.path):
            row = self._db.execute(
                "SELECT value FROM answers WHERE key = ?", (bytes.fromhex(key),)
            ).fetchone()
        return None if row is None else orjson.loads(zlib.decompress(row[0]))

    def put(self, key: str, value: Mapping[str, Any], model: str = "") -> dict[str, Any]:
        """Keep an answer, and return the one that is kept: of two writers the first one's."""
        self.put_many([(key, value)], model)
        kept = self.get(key)
        if kept is None:
            raise TransientError(f"{self.path} lost a row while it was written; run again.")
        return kept

    def put_many(self, rows: Sequence[tuple[str, Mapping[str, Any]]], model: str = "") -> None:
        """Keep several answers in one transaction; keys that are there already stay as they are."""
        packed = [
            (
                bytes.fromhex(key),
                zlib.compress(orjson.dumps(dict(value), option=orjson.OPT_SORT_KEYS), _LEVEL),
                model,
            )
            for key, value in rows
        ]
        with _explained(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                self._db.executemany(
                    "INSERT OR IGNORE INTO answers (key, value, model) VALUES (?, ?, ?)", packed
                )
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM answers").fetchone()[0])

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> AnswerCache:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


@contextlib.contextmanager
def _explained(path: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise TransientError(f"The answer cache {path} cannot be used now: {error}.") from error
    except sqlite3.DatabaseError as error:
        raise UsageError(f"{path} is not an answer cache: {error}.") from error
