"""Answers of models, kept for ever: what is asked for again costs nothing and never changes.

One SQLite file on local disk, shared by builds; workers never open it. The key is the digest of
the canonical request (`model/messages.py`) and its attempt, not of the URL, the API key, a timeout
or how many run at once. A row is never updated: a retry is the next attempt, and the lowest attempt
that passes review wins. Beside the answers lie what each build spent (`model/ledger.py`), batches
that are under way (`model/batch.py`), and why a request was not answered when last it was sent.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import orjson

from gmai_data.errors import TransientError, UsageError

NAME: Final = "gmai-data"
FILE: Final = "answers.sqlite"
_LEVEL: Final = 6
_WAIT_MS: Final = 30_000
_AT_ONCE: Final = 500  # keys in one query


def _first(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE answers (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID")


def _second(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE answers ADD COLUMN model TEXT NOT NULL DEFAULT ''")
    db.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
    db.execute("INSERT INTO about VALUES ('codec', 'zlib')")


def _third(db: sqlite3.Connection) -> None:
    db.execute(
        "CREATE TABLE failures (key BLOB PRIMARY KEY, rule TEXT NOT NULL, value TEXT NOT NULL) "
        "WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE spend (id INTEGER PRIMARY KEY, build TEXT NOT NULL, key BLOB NOT NULL, "
        "reserved INTEGER, settled INTEGER, sent INTEGER, received INTEGER)"
    )
    db.execute("CREATE INDEX spend_of_build ON spend (build)")
    db.execute("CREATE INDEX spend_on_key ON spend (key)")
    db.execute(
        "CREATE TABLE batches (sha256 TEXT PRIMARY KEY, build TEXT NOT NULL, place TEXT NOT NULL, "
        "remote TEXT NOT NULL, state TEXT NOT NULL, requests INTEGER NOT NULL)"
    )
    db.execute("CREATE TABLE batched (key BLOB PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID")
    db.execute("CREATE INDEX batched_in ON batched (sha256)")


# Each step takes the file from its index to the next version; never edit one that was released.
MIGRATIONS: Final[tuple[Callable[[sqlite3.Connection], None], ...]] = (_first, _second, _third)


def cache_path(folder: str = "") -> str:
    """The file in ``folder``, or in the user's cache folder: ``XDG_CACHE_HOME``, ``~/.cache``."""
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(os.path.abspath(folder) if folder else os.path.join(home, NAME), FILE)


class AnswerCache:
    """The file as a mapping from request key to answer; use it in a ``with`` block.

    Raises:
        UsageError: the file was written by a newer version, or is no cache.
        TransientError: it is locked or the disk is full.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = str(path)
        if "://" in self.path:
            raise UsageError(f"{self.path}: the answer cache is a file on local disk.")
        try:
            Path(self.path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"--cache {self.path}: {error.strerror}. Choose another.") from error
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

    @property
    def db(self) -> sqlite3.Connection:
        """The connection, for the tables beside the answers."""
        return self._db

    def get(self, key: str) -> dict[str, Any] | None:
        """The answer kept under a key, or None."""
        return self.get_many([key]).get(key)

    def get_many(self, keys: Sequence[str]) -> dict[str, dict[str, Any]]:
        """The answers that are kept under these keys; others are left out."""
        found: dict[str, dict[str, Any]] = {}
        wanted = sorted(bytes.fromhex(key) for key in keys)  # the file is in order of keys
        with _explained(self.path):
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                for key, value in self._db.execute(
                    f"SELECT key, value FROM answers WHERE key IN ({marks})", some
                ):
                    found[key.hex()] = orjson.loads(zlib.decompress(value))
        return found

    def known(self, keys: Sequence[str]) -> set[str]:
        """Those of the keys that an answer is kept under."""
        found: set[str] = set()
        wanted = sorted(bytes.fromhex(key) for key in keys)
        with _explained(self.path):
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                rows = self._db.execute(f"SELECT key FROM answers WHERE key IN ({marks})", some)
                found.update(row[0].hex() for row in rows)
        return found

    def put(self, key: str, value: Mapping[str, Any], model: str = "") -> dict[str, Any]:
        """Keep an answer, and return the one that is kept: of two writers the first one's."""
        self.put_many([(key, value)], model)
        kept = self.get(key)
        if kept is None:
            raise TransientError(f"{self.path} lost a row while it was written; run again.")
        return kept

    def put_many(self, rows: Sequence[tuple[str, Mapping[str, Any]]], model: str = "") -> None:
        """Keep several answers in one transaction; keys that are there already stay as they are."""
        with self.writing():
            for key, value in rows:
                self.insert(key, value, model)

    def insert(self, key: str, value: Mapping[str, Any], model: str = "") -> None:
        """Keep an answer, within `writing`; a key that is there already stays as it is."""
        packed = zlib.compress(orjson.dumps(dict(value), option=orjson.OPT_SORT_KEYS), _LEVEL)
        name = bytes.fromhex(key)
        self._db.execute(
            "INSERT OR IGNORE INTO answers (key, value, model) VALUES (?, ?, ?)",
            (name, packed, model),
        )
        self._db.execute("DELETE FROM failures WHERE key = ?", (name,))

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all that is written in the block, or nothing."""
        with _explained(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def failed(self, key: str, rule: str, value: str) -> None:
        """Note why a request was not answered; the next build sends it again if it can."""
        with self.writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO failures VALUES (?, ?, ?)",
                (bytes.fromhex(key), rule, value[:300]),
            )

    def batched(self, keys: Sequence[str]) -> set[str]:
        """Those of the keys whose requests are in a batch that is under way."""
        found: set[str] = set()
        with _explained(self.path):
            for key in keys:
                row = self._db.execute(
                    "SELECT 1 FROM batched WHERE key = ?", (bytes.fromhex(key),)
                ).fetchone()
                if row is not None:
                    found.add(key)
        return found

    def failures(self, keys: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Rule and value of those requests that were not answered when last they were sent."""
        found: dict[str, tuple[str, str]] = {}
        with _explained(self.path):
            for key in keys:
                row = self._db.execute(
                    "SELECT rule, value FROM failures WHERE key = ?", (bytes.fromhex(key),)
                ).fetchone()
                if row is not None:
                    found[key] = (row[0], row[1])
        return found

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
