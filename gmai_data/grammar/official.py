"""Declared splits of subjects whose cases lie in several pieces of a scan: columns of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pyarrow as pa

from gmai_data.grammar.subjects import STRICTEST, Belonging

_NONE: Final = len(STRICTEST)  # the rank of no split
_RANK: Final = {split: rank for rank, split in enumerate(STRICTEST)} | {"": _NONE}
_AT_ONCE: Final = 1 << 16


@dataclass(slots=True)
class Official:
    """Per case its subject, the rank of its declared split, and whether the subject has an id."""

    subjects: list[np.ndarray] = field(default_factory=list)
    ranks: list[np.ndarray] = field(default_factory=list)
    named: list[np.ndarray] = field(default_factory=list)

    def add(self, of: Belonging) -> None:
        """The cases of one piece."""
        self.subjects.append(_numbers(of.subject))
        self.ranks.append(np.array([_RANK[split] for split in of.official], np.int8))
        self.named.append(np.array([name is not None for name in of.raw], bool))

    def decided(self) -> Decided:
        """The split of every subject that has a declared one: test before val before train."""
        subjects, ranks = np.concatenate(self.subjects), np.concatenate(self.ranks)
        order = np.lexsort((ranks, subjects))
        order = order[ranks[order] < _NONE]
        some, first = np.unique(subjects[order], return_index=True)
        found = Decided(some, ranks[order][first])
        moved: dict[tuple[str, str], int] = {}
        now = found.rank_of(subjects)
        for code, count in zip(*np.unique(ranks * 4 + now, return_counts=True), strict=True):
            old, new = divmod(int(code), 4)
            if old != new:
                moved["" if old == _NONE else STRICTEST[old], STRICTEST[new]] = int(count)
        named = np.isin(some, subjects[np.concatenate(self.named)])
        return Decided(some, found.ranks, moved, named)


@dataclass(frozen=True, slots=True)
class Decided:
    """Subjects in order with the rank of their split; cases that move; which have an id."""

    subjects: np.ndarray
    ranks: np.ndarray
    moved: dict[tuple[str, str], int] = field(default_factory=dict)
    named: np.ndarray = field(default_factory=lambda: np.empty(0, bool))

    def rank_of(self, subjects: np.ndarray) -> np.ndarray:
        """The rank of each subject's split."""
        if not self.subjects.size:
            return np.full(subjects.size, _NONE, np.int8)
        at = np.minimum(np.searchsorted(self.subjects, subjects), self.subjects.size - 1)
        return np.where(self.subjects[at] == subjects, self.ranks[at], _NONE).astype(np.int8)

    def settle(self, cases: pa.Table) -> pa.Table:
        """Cases with their final split; ``split_origin`` holds what was declared of each."""
        if not self.subjects.size:
            return _with(cases, "split_origin", pa.repeat("hash", cases.num_rows))
        hashed, given = cases["split"].to_pylist(), cases["split_origin"].to_pylist()
        ranks = self.rank_of(_numbers(cases["subject"].to_pylist())).tolist()
        split, origin = [], []
        for rank, by_hash, declared in zip(ranks, hashed, given, strict=True):
            own = "" if rank == _NONE else STRICTEST[rank]
            split.append(own or by_hash)
            origin.append(("official" if own == declared else "subject") if own else "hash")
        cases = _with(cases, "split", pa.array(split, pa.string()))
        return _with(cases, "split_origin", pa.array(origin, pa.string()))

    def table(self) -> pa.Table:
        """Subject and split of those that have an id: other sources may know them."""
        subjects, ranks = self.subjects[self.named], self.ranks[self.named]
        schema = pa.schema([("subject", pa.string()), ("split", pa.string())])
        return pa.Table.from_batches(list(_batches(subjects, ranks, schema)), schema)


def _with(cases: pa.Table, name: str, column: pa.Array) -> pa.Table:
    at = cases.schema.get_field_index(name)
    return cases.set_column(at, cases.schema.field(at), column)


def _batches(
    subjects: np.ndarray, ranks: np.ndarray, schema: pa.Schema
) -> Iterator[pa.RecordBatch]:
    for start in range(0, subjects.size, _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        keys = [f"{subject:016x}" for subject in subjects[some].tolist()]
        splits = [STRICTEST[rank] for rank in ranks[some].tolist()]
        yield pa.record_batch([keys, splits], schema=schema)


def _numbers(subjects: list[str]) -> np.ndarray:
    return np.array([int(subject, 16) for subject in subjects], np.uint64)
