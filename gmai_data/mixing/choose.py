"""Which samples go into which shard of a mix: ranges of slice hashes, no shuffle on disk.

The samples of a source, subset and split lie in the order of their slice hash, which is a uniform
shuffle already. That order is begun at a place drawn from the seed, and cut: a ratio below 1 takes
its first part (0.3 is within 0.5), shard j of J its j-th of J parts. So each shard holds a fair
draw of everything, and reads one contiguous range of a source, subset and split (two where the
range goes over the end). The beginning differs by subset, and so what is said of one slice in
several subsets lies far apart.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, Final

from gmai_data import parquet
from gmai_data.canonical import hash64
from gmai_data.errors import CheckFailedError
from gmai_data.mixing.recipe import Recipe

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]
    Places = NDArray[np.int64]

_COLUMNS: Final = ("slice", "language", "subset", "split", "shard", "offset", "bytes")


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Samples of one source, subset and split, in the order of their slice hash."""

    source: str
    subset: str
    split: str
    shards: tuple[str, ...]  # paths within the build
    hashes: Numbers
    languages: Places  # index in `LANGUAGES`
    shard: Places  # index in `shards`
    offset: Places
    size: Places

    def __len__(self) -> int:
        return len(self.hashes)

    def take(self, at: Places) -> Group:
        """Some of them, in another order."""
        return Group(
            self.source, self.subset, self.split, self.shards, self.hashes[at], self.languages[at],
            self.shard[at], self.offset[at], self.size[at],
        )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Draw:
    """What one copy of a group gives to each shard: rows ``[cuts[j], cuts[j + 1])`` to shard j."""

    group: Group
    copy: int  # 0, or the number in the suffix of its keys
    cuts: Places


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The samples of one split of a mix."""

    split: str
    shards: int
    draws: tuple[Draw, ...] = field(default=())

    @property
    def samples(self) -> int:
        """In all shards together."""
        return sum(len(draw.group) for draw in self.draws)


def groups(out: str, source: str, recipe: Recipe, benchmark: Sequence[str]) -> Iterator[Group]:
    """The samples of a source that a recipe's splits and languages allow, by subset and split.

    Raises:
        CheckFailedError: the list of its samples cannot be read.
    """
    import numpy as np
    import pyarrow.compute as pc

    from gmai_data.terms import LANGUAGES

    path = os.path.join(out, "samples", f"{source}.parquet")
    try:
        table = parquet.read_table(path, _COLUMNS)
    except (OSError, ValueError) as error:  # Arrow's errors are one or the other
        raise CheckFailedError(
            f"{path} cannot be read ({str(error).splitlines()[0]}). "
            "See what else is wrong with `gmai-data verify`, and build again."
        ) from error
    splits = [s for s in recipe.splits if recipe.benchmarks or s not in benchmark]
    table = table.filter(pc.is_in(table["split"], value_set=_strings(splits)))
    if recipe.languages:
        table = table.filter(pc.is_in(table["language"], value_set=_strings(recipe.languages)))
    for subset in sorted(table["subset"].unique().to_pylist()):
        for split in sorted(splits):
            mine = pc.and_(pc.equal(table["subset"], subset), pc.equal(table["split"], split))
            rows = table.filter(mine).combine_chunks()
            if not rows.num_rows:
                continue
            names = sorted(rows["shard"].unique().to_pylist())
            spoken = pc.index_in(rows["language"], value_set=_strings(LANGUAGES))
            digits = bytes.fromhex("".join(rows["slice"].to_pylist()))
            group = Group(
                source, subset, split, tuple(names),
                np.frombuffer(digits, ">u8").astype("u8"), _numpy(spoken),
                _numpy(pc.index_in(rows["shard"], value_set=_strings(names))),
                _numpy(rows["offset"]), _numpy(rows["bytes"]),
            )  # fmt: skip
            yield _thinned(_begun(group, recipe.seed, 0), recipe)


def choose(
    recipe: Recipe, found: Sequence[Group], taken: Mapping[tuple[str, str], int]
) -> list[Choice]:
    """The shards of each split.

    Args:
        recipe: its seed, splits and sizes.
        found: all groups, as :func:`groups` gives them.
        taken: samples to write of each source and subset, over all splits.
    """
    import numpy as np

    from gmai_data.mixing.numbers import share

    drawn: dict[str, list[tuple[Group, int]]] = {split: [] for split in recipe.splits}
    for (source, subset), count in sorted(taken.items()):
        mine = sorted(
            (g for g in found if (g.source, g.subset) == (source, subset)), key=lambda g: g.split
        )
        sizes = [len(group) for group in mine]
        counts = share(count, sizes, [size * recipe.copies for size in sizes])
        for group, wanted in zip(mine, counts, strict=True):
            for copy in range(-(-wanted // len(group))):
                some = np.arange(min(len(group), wanted - copy * len(group)))
                again = _begun(group, recipe.seed, copy) if copy else group
                drawn[group.split].append((again.take(some), copy))
    return [_cut(recipe, split, drawn[split]) for split in recipe.splits if drawn[split]]


def _cut(recipe: Recipe, split: str, drawn: Sequence[tuple[Group, int]]) -> Choice:
    """Shards of one split: sizes in samples differ by one at most."""
    import numpy as np

    total = sum(int(group.size.sum()) for group, _ in drawn)
    samples = sum(len(group) for group, _ in drawn)
    shards = recipe.shards or max(1, -(-total // recipe.shard_bytes))
    shards = min(shards, samples)
    draws, next_ = [], 0  # the shard that is next to get one more than its fair part
    for group, copy in drawn:
        base, more = divmod(len(group), shards)
        counts = np.full(shards, base, np.int64)
        counts[(next_ + np.arange(more)) % shards] += 1
        next_ = (next_ + more) % shards
        cuts = np.zeros(shards + 1, np.int64)
        np.cumsum(counts, out=cuts[1:])
        draws.append(Draw(group, copy, cuts))
    return Choice(split, shards, tuple(draws))


def _begun(group: Group, seed: int, copy: int) -> Group:
    """The same samples, the order begun at a hash drawn from the seed."""
    import numpy as np

    name = [seed, group.source, group.subset, group.split, copy]
    start = np.uint64(hash64("mix-begin", name))
    return group.take(np.argsort(group.hashes - start, kind="stable"))


def _thinned(group: Group, recipe: Recipe) -> Group:
    """Without those of a language's samples that its ratio leaves out, spread over the hashes."""
    import numpy as np

    from gmai_data.terms import LANGUAGES

    keep = np.ones(len(group), bool)
    for name, ratio in recipe.languages.items():
        at = np.flatnonzero(group.languages == LANGUAGES.index(name))
        out = len(at) - int((ratio * len(at)).quantize(Decimal(1), ROUND_HALF_UP))
        if out > 0:
            order = np.argsort(scattered(group.hashes[at], recipe.seed, f"language {name}"))
            keep[at[order[len(at) - out :]]] = False
    return group if keep.all() else group.take(np.flatnonzero(keep))


def scattered(hashes: Numbers, seed: int, domain: str) -> Numbers:
    """Other 64 bits for each of these, by SplitMix64 (Steele et al., OOPSLA 2014).

    Integer arithmetic: the same everywhere, unlike the streams of random number generators.
    """
    import numpy as np

    x = hashes + np.uint64(hash64("mix", [seed, domain]))
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


def _strings(values: Any) -> Any:
    import pyarrow as pa

    return pa.array(list(values), pa.string())


def _numpy(column: Any) -> Places:
    import numpy as np

    numbers: Places = column.to_numpy().astype(np.int64)
    return numbers
