"""How many samples of each source and subset a recipe takes: whole numbers, exactly."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from gmai_data.errors import UsageError
from gmai_data.mixing.recipe import Recipe

Cell = tuple[str, str]  # source, subset


def numbers(recipe: Recipe, available: Mapping[Cell, int], path: str) -> dict[Cell, int]:
    """Samples to write of each source and subset.

    Ratios first, then the caps of sources, then those of subsets, then `Recipe.samples` with the
    weights. Where a number is cut, sources and subsets below it keep their proportions.

    Args:
        recipe: what to take.
        available: samples there are, after splits and languages.
        path: of the recipe, for errors.

    Raises:
        UsageError: more is asked for than there is, or nothing.
    """
    cells = sorted(cell for cell, there in available.items() if there)
    taken: dict[Cell, int] = {}
    for source, subset in cells:
        ratio = recipe.ratio(source, subset)
        if ratio > recipe.copies:
            raise UsageError(
                f"{path}: {source} and {subset} together have the ratio {ratio:f}, more than there "
                f"is where a sample may be written {_times(recipe.copies)}. "
                f"Lower the ratio, or allow more: copies = {math.ceil(ratio)}."
            )
        wanted = (ratio * available[source, subset]).quantize(Decimal(1), ROUND_HALF_UP)
        taken[source, subset] = int(wanted)
    for at, part_of in ((0, recipe.source), (1, recipe.subset)):
        for name, group in _groups(taken, at):
            cap = part_of(name).cap
            if cap is not None and sum(taken[cell] for cell in group) > cap:
                _cut(taken, group, cap)
    if recipe.samples is not None:
        taken = _total(recipe, available, taken, path)
    if not any(taken.values()):
        raise UsageError(
            f"{path}: this takes no sample of the build, which has "
            f"{sum(available.values()):,} in {', '.join(recipe.splits)}. Look at the subsets, "
            "languages, splits and ratios."
        )
    return {cell: count for cell, count in taken.items() if count}


def share(total: int, weights: Sequence[Fraction | int], limits: Sequence[int]) -> list[int]:
    """``total`` in proportion to ``weights``, each at most its limit, by largest remainders.

    The sum is ``total``, or that of the limits where it is smaller.
    """
    total = min(total, sum(limit for limit, weight in zip(limits, weights, strict=True) if weight))
    found = [0] * len(weights)
    open_ = [i for i, weight in enumerate(weights) if weight and limits[i]]
    rest = total
    while open_:
        sum_ = sum(Fraction(weights[i]) for i in open_)
        full = [i for i in open_ if Fraction(weights[i]) * rest >= limits[i] * sum_]
        if not full:
            exact = {i: Fraction(weights[i]) * rest / sum_ for i in open_}
            for i in open_:
                found[i] = exact[i].numerator // exact[i].denominator
            left = rest - sum(found[i] for i in open_)
            for i in sorted(open_, key=lambda i: (found[i] - exact[i], i))[:left]:
                found[i] += 1
            break
        for i in full:
            found[i] = limits[i]
            rest -= limits[i]
        open_ = [i for i in open_ if i not in set(full)]
    return found


def _cut(taken: dict[Cell, int], group: Sequence[Cell], total: int) -> None:
    counts = [taken[cell] for cell in group]
    taken.update(zip(group, share(total, counts, counts), strict=True))


def _total(
    recipe: Recipe, available: Mapping[Cell, int], taken: dict[Cell, int], path: str
) -> dict[Cell, int]:
    """The numbers with which the mix has `Recipe.samples`."""
    assert recipe.samples is not None
    cells = sorted(taken)
    at = 0 if any(part.weight is not None for part in recipe.sources.values()) else 1
    part_of = (recipe.source, recipe.subset)[at]
    weighed = any(part_of(cell[at]).weight is not None for cell in cells)
    if not weighed:
        there = sum(taken.values())
        if recipe.samples > there:
            raise UsageError(
                f"{path}: samples = {recipe.samples:,}, and the ratios and caps leave {there:,}. "
                "Lower it, or raise a ratio."
            )
        counts = [taken[cell] for cell in cells]
        return dict(zip(cells, share(recipe.samples, counts, counts), strict=True))
    groups = [(n, g) for n, g in _groups(taken, at) if any(taken[cell] for cell in g)]
    weights = []
    for name, _ in groups:
        weight = part_of(name).weight
        if weight is None:
            raise UsageError(
                f"{path}: {name} has no weight, and others have one. Give it one, or ratio 0."
            )
        weights.append(Fraction(weight))
    if not sum(weights):
        raise UsageError(f"{path}: all weights are 0.")
    targets = share(recipe.samples, weights, [recipe.samples] * len(weights))
    found: dict[Cell, int] = {}
    for (name, group), target in zip(groups, targets, strict=True):
        cap = part_of(name).cap
        limits = [_limit(recipe, available, taken, cell, at) for cell in group]
        most = min(sum(limits), sum(limits) if cap is None else cap)
        if target > most:
            raise UsageError(
                f"{path}: by its weight {name} is {target:,} of {recipe.samples:,} samples, and "
                f"there are {most:,} where one is written {_times(recipe.copies)}. "
                "Lower samples or its weight, or raise copies."
            )
        counts = [taken[cell] for cell in group]
        found.update(zip(group, share(target, counts, limits), strict=True))
    return found


def _limit(
    recipe: Recipe, available: Mapping[Cell, int], taken: Mapping[Cell, int], cell: Cell, at: int
) -> int:
    """Most samples of a cell when the parts at index ``at`` are weighed: no other cap is broken."""
    capped = (recipe.subset, recipe.source)[at](cell[1 - at]).cap is not None
    return taken[cell] if capped or not taken[cell] else available[cell] * recipe.copies


def _groups(taken: Iterable[Cell], at: int) -> list[tuple[str, list[Cell]]]:
    ordered = sorted(taken, key=lambda cell: (cell[at], cell))
    return [(name, list(group)) for name, group in itertools.groupby(ordered, lambda c: c[at])]


def _times(copies: int) -> str:
    return "once" if copies == 1 else f"at most {copies} times"
