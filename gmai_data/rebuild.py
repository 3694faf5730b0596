"""Make a share of a build's cases again from the raw files, and compare every byte of them.

The cases are those with the smallest key hash, as ``--limit`` takes them: each source is built with
its locked configuration into a folder of its own, which is deleted.
"""

from __future__ import annotations

import dataclasses
import math
import os
import tempfile
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from gmai_data import manifest, parquet
from gmai_data.build import build
from gmai_data.config import AskConfig, Config, PackConfig, ReadConfig
from gmai_data.engine import Progress, Silent
from gmai_data.errors import UsageError
from gmai_data.output.lock import SUFFIX, read_lock
from gmai_data.work.asking import asked_of
from gmai_data.work.same_images import RULE

if TYPE_CHECKING:
    import pyarrow as pa

_COMPARED: Final = ("split", "subject", "image_sha256", "sample_sha256", "sha256")
_SAID: Final = {"image_sha256": "image", "sample_sha256": "text", "sha256": "record"}
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What was made again, and what came out differently."""

    cases: int
    samples: int
    differing: tuple[tuple[str, str], ...]  # source, and a sentence about one sample


def rebuild(out: str, share: float, config: Config, progress: Progress | None = None) -> Rebuilt:
    """Make a share of the cases of each source again, at least one of each.

    Args:
        out: a finished build.
        share: of the cases, above 0 to 1.
        config: where the data, the sources and the cache are; what decides bytes is taken from the
            locks.
        progress: told of each build.

    Raises:
        SourceNotFoundError: the data of a source is not on disk.
        UsageError: a model answered, and ``config`` asks it in another way.
    """
    if not 0 < share <= 1:
        raise UsageError(f"--rebuild {share}: give a share above 0 to 1, such as 1% or 0.01.")
    cases = samples = 0
    differing: list[tuple[str, str]] = []
    for source in manifest.read_manifest(out)["sources"]:
        lock = read_lock(os.path.join(out, "locks", source + SUFFIX))
        number = math.ceil(share * lock["counts"]["cases"])
        if not number:
            continue
        with tempfile.TemporaryDirectory(prefix="gmai-data-rebuild-") as folder:
            again = _locked(config, source, lock, number, folder)
            build(again, progress or Silent())
            made = _kept(out, source, os.path.join(folder, "samples", f"{source}.parquet"))
            keys = _cases(folder, source)
        cases, samples = cases + len(keys), samples + made.num_rows
        # Those with the smallest keys: up to the last, or all where there were not so many.
        last = max(keys) if len(keys) >= (again.limit or number) else "~"
        found = _differing(os.path.join(out, "samples", f"{source}.parquet"), made, last)
        differing += [(source, sentence) for sentence in found]
    return Rebuilt(cases=cases, samples=samples, differing=tuple(differing))


def _locked(
    config: Config, source: str, lock: Mapping[str, Any], number: int, folder: str
) -> Config:
    """The configuration that a lock was made with, but for so few cases."""
    made = lock["configuration"]
    scan, limit = made["scan"], made["scan"]["limit"]
    again = dataclasses.replace(
        config,
        sources=(source, *sorted(lock.get("shared", {}))),  # they decide splits of its subjects
        out=folder,
        store="",
        limit=number if limit is None else min(limit, number),
        seed=scan["seed"],
        duplicates="keep",  # what another source keeps is known from the build: `_kept`
        ratios=(float(scan["ratios"][0]), float(scan["ratios"][1]), float(scan["ratios"][2])),
        model=lock["model"]["name"],
        max_rejected=1.0,
        locked=False,
        update=False,
        read=_typed(ReadConfig, made["read"]),
        ask=_typed(AskConfig, made["ask"]),
        pack=_typed(PackConfig, made["pack"]),
    )
    if asked_of(again) != lock["model"]:
        raise UsageError(
            f"{source} was answered by {lock['model']['name']}, asked in another way than here. "
            "Give the --config it was built with: its `answer` decides the requests."
        )
    return again


def _kept(out: str, source: str, path: str) -> pa.Table:
    """Samples made again, but for those of slices that the build leaves to another source."""
    import pyarrow.compute as pc

    made = parquet.read_table(path)
    table = parquet.read_table(os.path.join(out, "rejected", f"{source}.parquet"), ("key", "rule"))
    left = table.filter(pc.equal(table["rule"], RULE))["key"].combine_chunks()
    return made.filter(pc.invert(pc.is_in(made["slice"], value_set=left)))


def _typed(cls: type[T], values: Mapping[str, Any]) -> T:
    """A part of the configuration from a lock, where numbers with a fraction are text."""
    hints = typing.get_type_hints(cls)
    typed = {
        name: float(value) if hints[name] is float else tuple(value)
        if isinstance(value, list) else value
        for name, value in values.items()
    }  # fmt: skip
    return cls(**typed)


def _cases(folder: str, source: str) -> set[str]:
    """Keys of the cases that were made again, those that were rejected among them."""
    place = os.path.join(folder, "work", "cases", source)
    names = [n for n in os.listdir(place) if n.count(".") == 1 and n.endswith(".parquet")]
    return {
        key
        for name in names
        for key in parquet.read_table(os.path.join(place, name), ("key",))["key"].to_pylist()
    }


def _differing(path: str, made: pa.Table, last: str) -> Iterator[str]:
    """A sentence for each sample that the build has otherwise, or that only one of both has.

    Args:
        path: the samples of the build.
        made: those that were made again.
        last: key of the last case of which they are.
    """
    import pyarrow.compute as pc

    again = {row["key"]: row for row in made.select(["key", *_COMPARED]).to_pylist()}
    for table in parquet.read_tables(path, ("key", "case", *_COMPARED)):
        for row in table.filter(pc.less_equal(table["case"], last)).to_pylist():
            other = again.pop(row["key"], None)
            if other is None:
                yield f"{row['key']}: is not made again from the raw files"
                continue
            names = [_SAID.get(c, c) for c in _COMPARED if row[c] != other[c]]
            if names:
                yield f"{row['key']}: made again from the raw files, its {', '.join(names)} differ"
    for key in sorted(again):
        yield f"{key}: made from the raw files now, and not in the build"
