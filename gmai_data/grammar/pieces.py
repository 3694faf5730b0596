"""A long table, a piece at a time: its rows as Python objects take ten times its bytes.

A piece is whole lines of a file with its header before them, so that every reader of tables reads
it as it would read the file. What a scan finds piece by piece must be what it finds at once; where
that cannot be promised, `ScanWholeError` says so and the whole is read.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any, Final, cast

from gmai_data.declare import (
    QA,
    Caption,
    Class,
    Dialogue,
    Flags,
    LabelPart,
    NoSubject,
    Records,
    Table,
    Value,
)
from gmai_data.errors import RejectedItem
from gmai_data.grammar.layout import Plan
from gmai_data.grammar.survey import Piece, Survey, file_options
from gmai_data.grammar.tables import MAX_TABLE_BYTES
from gmai_data.grammar.together import ScanWholeError
from gmai_data.roots import open_file, resolve

LONG_BYTES: Final = 32 << 20  # a source with tables of less is scanned at once
PIECE_BYTES: Final = 8 << 20  # of text whose rows are Python objects at once
_LONGEST: Final = 8 * PIECE_BYTES
_SEPARATORS: Final = {".csv": ",", ".tsv": "\t", ".tab": "\t"}


@dataclass(frozen=True, slots=True)
class _Cut:
    """How the lines of a file end: quoted cells may hold a line break, ``head`` lines repeat."""

    quoted: re.Pattern[bytes] | None
    head: int


def is_told_by_row(plan: Plan) -> bool:
    """Whether each row of a table is a case of its own, by what it says or by its key.

    Who it is of, and what its labels are, stands in it.
    """
    cases = plan.cases
    if not isinstance(cases, Table | Records) or cases.image is not None or plan.join:
        return False
    if not isinstance(plan.subject, NoSubject):
        return False  # a subject's rows may be pages apart, in other splits
    if isinstance(cases, Records) and not (cases.lines and cases.each == "*"):
        return False
    if isinstance(cases, Table) and cases.form is not None:
        return False
    return all(in_own_row(part) for group in plan.labels for _, part in group)


def is_long(survey: Survey) -> bool:
    """Whether the tables of the cases are more than what is scanned at once."""
    return sum(survey.disk.size(path) for path in _paths(survey)) > LONG_BYTES


def in_own_row(part: LabelPart) -> bool:
    """Whether a label is read from the row of its case: no other table, file or nested rows."""
    other = (part.table, part.each, getattr(part, "template", None), getattr(part, "array", None))
    return isinstance(part, QA | Dialogue | Caption | Class | Flags | Value) and not any(other)


def _paths(survey: Survey) -> Sequence[str]:
    cases = survey.plan.cases
    assert isinstance(cases, Table | Records)
    for text in file_options(cases.file):
        matches = survey.find(text)
        if len(matches):
            return matches.paths
    return ()


def pieces(survey: Survey) -> Iterator[Mapping[str, Piece]]:
    """The files of the cases' table in order, a few small ones or a part of a long one at a time.

    The SHA-256 of a file that was cut is left in ``survey.inputs``.
    """
    cases = survey.plan.cases
    assert isinstance(cases, Table | Records)
    small: dict[str, Piece] = {}
    held = 0
    for path in _paths(survey):
        size = survey.disk.size(path)
        packed = path.lower().endswith(".gz")
        cut = _cut(cases, path) if size > PIECE_BYTES or packed else None
        if cut is None:
            if small and held + size > PIECE_BYTES:
                yield small
                small, held = {}, 0
            small[path] = Piece(None)
            held += size
            continue
        if small:
            yield small
            small, held = {}, 0
        for piece in _parts(survey, path, cut):
            yield {path: piece}
    if small:
        yield small


def _cut(cases: Table | Records, path: str) -> _Cut | None:
    """How a file may be cut; None for one that is read as a whole (parquet, a spreadsheet)."""
    name = path.lower().removesuffix(".gz")
    if isinstance(cases, Records):
        return None if name.endswith(".xml") else _Cut(None, 0)
    suffix = "." + name.rpartition(".")[2]
    if suffix not in (*_SEPARATORS, ".txt"):
        return None
    head = cases.skip + (0 if cases.header is not None else 1)
    if suffix == ".txt":
        return _Cut(None, head)
    sep = re.escape((cases.sep or _SEPARATORS[suffix]).encode())
    if len(cases.sep or ",") > 1:
        return None
    return _Cut(re.compile(rb"(?:(?<=[\n\r])|(?<=" + sep + rb')|\A)"(?:[^"]++|"")*+"?'), head)


def _parts(survey: Survey, path: str, cut: _Cut) -> Iterator[Piece]:
    """A file's lines, about `PIECE_BYTES` at a time, after its head.

    Raises:
        RejectedItem: broken gzip, or a bomb.
        ScanWholeError: the text is not UTF-8: its code page is told from the whole.
    """
    digest = hashlib.sha256()
    head, rest, before, lines = b"", b"", 0, 0
    for block in _blocks(survey, path, digest):
        rest += block
        end = _end(rest, cut, 0 if head else cut.head)
        if not end:
            if len(rest) > _LONGEST:
                raise ScanWholeError("a row that is longer than many pieces")
            continue
        text, rest = rest[:end], rest[end:]
        yield Piece(_whole(head + text), before - lines)
        before += text.count(b"\n")
        if not head and cut.head:
            head = text[: _after(text, cut, cut.head)]
            lines = head.count(b"\n")
    if rest.strip():
        yield Piece(_whole(head + rest), before - lines)
    survey.inputs.setdefault(path, digest.hexdigest())


def _whole(text: bytes) -> bytes:
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ScanWholeError("UTF-16")
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ScanWholeError("not UTF-8") from error
    return text


def _blocks(survey: Survey, path: str, digest: hashlib._Hash) -> Iterator[bytes]:
    """The unpacked bytes of a file; ``digest`` sees those on disk."""
    location, member = resolve(survey.disk.roots, survey.source.name, path)
    if member:
        raise ScanWholeError("a member of an archive")
    total = 0
    with open_file(location, path) as stream:
        watched = _Watched(stream, digest)
        packed = path.lower().endswith(".gz")
        opened: Any = gzip.GzipFile(fileobj=cast(Any, watched)) if packed else watched
        try:
            while block := opened.read(PIECE_BYTES):
                total += len(block)
                if packed and total > MAX_TABLE_BYTES:
                    raise RejectedItem(
                        "corrupt", "gzip-bomb", f"over {MAX_TABLE_BYTES} bytes", path
                    )
                yield block
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise RejectedItem("corrupt", "broken-gzip", str(error), path) from error


class _Watched:
    """A stream whose bytes are hashed as they are read."""

    def __init__(self, stream: IO[bytes], digest: hashlib._Hash) -> None:
        self._stream = stream
        self._digest = digest

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._digest.update(data)
        return data


def _end(text: bytes, cut: _Cut, head: int) -> int:
    """Where the last whole row of ``text`` ends; 0 where none does, or no more than the head."""
    end = text.rfind(b"\n") + 1
    if cut.quoted is not None and b'"' in text:
        for start, stop in reversed([span.span() for span in cut.quoted.finditer(text)]):
            if start < end <= stop:
                end = text.rfind(b"\n", 0, start) + 1
    return end if end > _after(text, cut, head) else 0


def _after(text: bytes, cut: _Cut, rows: int) -> int:
    """Where the first ``rows`` lines end, a quoted cell's line breaks aside."""
    spans = []
    if cut.quoted is not None and b'"' in text[: 1 << 20]:
        spans = [s.span() for s in cut.quoted.finditer(text[: 1 << 20])]
    at = 0
    for _ in range(rows):
        at = text.find(b"\n", at) + 1
        while at and any(a < at <= b for a, b in spans):
            at = text.find(b"\n", at) + 1
        if not at:
            return len(text)
    return at
