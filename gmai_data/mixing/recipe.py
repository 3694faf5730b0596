"""A recipe: which samples of a build go into a mix, and how often. A TOML file, or a sentence.

seed = 0                       # another seed: other samples where a ratio is below 1, other order
splits = ["train"]             # each has its own shards
shards = 64                    # per split; or shard_bytes = 268_435_456
copies = 1                     # how often a sample may be written, for ratios above 1
[languages]
en = 1.0
zh = 0.3
[subsets]                      # one that is not named is left out
caption = 1.0
percept = {ratio = 1.0, cap = 500_000}
[sources]                      # one that is not named has ratio 1
mimic-cxr-jpg = 0.3
"omni*" = 0
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from importlib import resources
from typing import Any, Final

from gmai_data.errors import UsageError
from gmai_data.terms import LANGUAGES, SPLITS, SUBSETS

SHARD_BYTES: Final = 256 << 20
MOST_COPIES: Final = 1000
_KEYS: Final = (
    "benchmarks", "copies", "languages", "samples", "seed", "shard_bytes", "shards", "sources",
    "splits", "subsets", "title",
)  # fmt: skip
_PART_KEYS: Final = ("cap", "ratio", "weight")
ONE: Final = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How much of a subset or of a source is taken."""

    ratio: Decimal = ONE  # of what there is
    cap: int | None = None  # at most so many samples
    weight: Decimal | None = None  # share of the mix, over the sum of all weights
    subsets: Mapping[str, Decimal] = field(default_factory=dict)  # of a source: ratio by subset


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What a mix is made by."""

    title: str = ""
    seed: int = 0
    splits: tuple[str, ...] = ("train",)
    benchmarks: bool = False  # also splits that their source declares to be a benchmark's
    languages: Mapping[str, Decimal] = field(default_factory=dict)  # ratio; empty = all there are
    subsets: Mapping[str, Part] = field(default_factory=dict)  # empty = all there are
    sources: Mapping[str, Part] = field(default_factory=dict)  # by name, or "prefix*"
    samples: int | None = None  # of the whole mix
    copies: int = 1  # most times that one sample is written
    shards: int | None = None  # per split; None: as many as `shard_bytes` asks for
    shard_bytes: int = SHARD_BYTES  # on average

    def source(self, name: str) -> Part:
        """The part of a source: its own, or of the longest pattern that fits."""
        fitting = [key for key in self.sources if fits(key, name)]
        return (
            self.sources[max(fitting, key=lambda key: (key == name, len(key)))]
            if fitting
            else Part()
        )

    def subset(self, name: str) -> Part:
        """The part of a subset; ratio 0 where others are named and it is not."""
        left_out = Part(ratio=Decimal(0)) if self.subsets else Part()
        return self.subsets.get(name, left_out)

    def ratio(self, source: str, subset: str) -> Decimal:
        """Of the samples there are of a source and subset: both ratios multiplied.

        A ratio that the source gives for this very subset stands in place of both.
        """
        part = self.source(source)
        if subset in part.subsets:
            return part.subsets[subset]
        return part.ratio * self.subset(subset).ratio


def fits(pattern: str, name: str) -> bool:
    """Whether ``pattern`` is this name, or a beginning of it followed by ``*``."""
    return pattern == name or (pattern.endswith("*") and name.startswith(pattern[:-1]))


def shipped() -> list[str]:
    """Names of the recipes that come with gmai-data."""
    folder = resources.files("gmai_data") / "recipes"
    return sorted(
        p.name.removesuffix(".toml") for p in folder.iterdir() if p.name.endswith(".toml")
    )


def read_recipe(path: str) -> tuple[Recipe, str]:
    """The recipe of a file, or a shipped one by its name; and its text.

    Raises:
        UsageError: not there, not TOML, an unknown key, a value that cannot be.
    """
    name = os.path.basename(path).removesuffix(".toml")
    try:
        if os.path.exists(path) or os.path.dirname(path) or name not in shipped():
            with open(path, encoding="utf-8") as file:
                text = file.read()
        else:
            text = (resources.files("gmai_data") / "recipes" / f"{name}.toml").read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise UsageError(
            f"Cannot read the recipe {path}: {reason}. Name a file, or one of those that come with "
            f"gmai-data: {', '.join(shipped())}."
        ) from error
    return parse_recipe(text, path), text


def parse_recipe(text: str, path: str) -> Recipe:
    """The recipe of a TOML text; ``path`` is named in errors.

    Raises:
        UsageError: not TOML, an unknown key, a value that cannot be.
    """
    try:
        found = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not TOML: {error}.") from error
    _known(found, _KEYS, path, "setting")
    recipe = Recipe(
        title=_text(found.get("title", ""), f"{path}: title"),
        seed=_whole(found.get("seed", 0), f"{path}: seed", least=0),
        splits=_names(found.get("splits", ["train"]), SPLITS, f"{path}: splits"),
        benchmarks=_truth(found.get("benchmarks", False), f"{path}: benchmarks"),
        languages=_languages(found.get("languages", {}), path),
        subsets=_parts(found.get("subsets", {}), path, "subsets"),
        sources=_parts(found.get("sources", {}), path, "sources"),
        samples=_optional(found, "samples", path),
        copies=_whole(found.get("copies", 1), f"{path}: copies", least=1, most=MOST_COPIES),
        shards=_optional(found, "shards", path),
        shard_bytes=_whole(
            found.get("shard_bytes", SHARD_BYTES), f"{path}: shard_bytes", least=1 << 16
        ),
    )
    _known(recipe.subsets, SUBSETS, path, "subset")
    _check_together(recipe, found, path)
    return recipe


def refuse_unknown(
    recipe: Recipe, built: Iterable[str], known: Iterable[str], path: str
) -> list[str]:
    """Sources the recipe names that are known, and not in this build.

    Raises:
        UsageError: it names one that nobody knows.
    """
    built, known = set(built), set(known)
    absent = []
    for name in recipe.sources:
        if any(fits(name, one) for one in built):
            continue
        if not any(fits(name, one) for one in known):
            raise UsageError(
                f"{path}: sources.{name} is in no build and no source is known by that name."
                f"{near(name, sorted(built | known))} The build holds {_few(sorted(built))}."
            )
        absent.append(name)
    return absent


def as_json(recipe: Recipe) -> dict[str, Any]:
    """The recipe as plain values without floats: equal recipes, equal values."""

    def number(value: Decimal) -> str:
        return format(value.normalize(), "f")

    def part(value: Part) -> dict[str, Any]:
        return {
            "cap": value.cap,
            "ratio": number(value.ratio),
            "subsets": {name: number(ratio) for name, ratio in value.subsets.items()},
            "weight": None if value.weight is None else number(value.weight),
        }

    return {
        "benchmarks": recipe.benchmarks,
        "copies": recipe.copies,
        "languages": {name: number(ratio) for name, ratio in recipe.languages.items()},
        "samples": recipe.samples,
        "seed": recipe.seed,
        "shard_bytes": recipe.shard_bytes,
        "shards": recipe.shards,
        "sources": {name: part(value) for name, value in recipe.sources.items()},
        "splits": sorted(recipe.splits),
        "subsets": {name: part(value) for name, value in recipe.subsets.items()},
        "title": recipe.title,
    }


def near(name: str, known: Sequence[str]) -> str:
    """A sentence that names what was meant, or nothing."""
    found = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f" Did you mean {found[0]}?" if found else ""


def _few(names: Sequence[str]) -> str:
    return ", ".join(names[:8]) + (f" and {len(names) - 8} more" if len(names) > 8 else "")


def _known(found: Iterable[str], allowed: Sequence[str], path: str, what: str) -> None:
    for name in found:
        if name not in allowed:
            raise UsageError(
                f"{path}: there is no {what} {name}.{near(name, allowed)} "
                f"There are {', '.join(allowed)}."
            )


def _check_together(recipe: Recipe, found: Mapping[str, Any], path: str) -> None:
    """What no value is wrong for alone."""
    if "shards" in found and "shard_bytes" in found:
        raise UsageError(f"{path}: shards and shard_bytes are both given. Keep one.")
    for name, part in recipe.sources.items():
        _known(part.subsets, SUBSETS, f"{path}: sources.{name}.subsets", "subset")
    weighed = [
        n for n in ("subsets", "sources") if any(p.weight for p in getattr(recipe, n).values())
    ]
    if len(weighed) == 2:
        raise UsageError(f"{path}: subsets and sources both have weights. Weigh one of them.")
    if weighed and recipe.samples is None:
        raise UsageError(
            f"{path}: {weighed[0]} have weights, which are shares of a total. "
            "Give the total: samples = 1_000_000."
        )


def _parts(value: Any, path: str, where: str) -> dict[str, Part]:
    return {
        name: _part(item, f"{path}: {where}.{name}")
        for name, item in _table(value, f"{path}: {where}").items()
    }


def _part(value: Any, where: str) -> Part:
    if not isinstance(value, dict):
        return Part(ratio=_ratio(value, where))
    allowed = (*_PART_KEYS, "subsets") if ": sources." in where else _PART_KEYS
    for name in value:
        if name not in allowed:
            raise UsageError(
                f"{where}: there is no setting {name}.{near(name, allowed)} "
                f"There are {', '.join(allowed)}."
            )
    weight = value.get("weight")
    return Part(
        ratio=_ratio(value.get("ratio", 1), f"{where}.ratio"),
        cap=None if "cap" not in value else _whole(value["cap"], f"{where}.cap", least=0),
        weight=None if weight is None else _ratio(weight, f"{where}.weight"),
        subsets={
            name: _ratio(ratio, f"{where}.subsets.{name}")
            for name, ratio in _table(value.get("subsets", {}), f"{where}.subsets").items()
        },
    )


def _languages(value: Any, path: str) -> dict[str, Decimal]:
    table = _table(value, f"{path}: languages")
    _known(table, LANGUAGES, path, "language")
    found = {name: _ratio(ratio, f"{path}: languages.{name}") for name, ratio in table.items()}
    for name, ratio in found.items():
        if ratio > 1:
            raise UsageError(
                f"{path}: languages.{name} is {ratio}, more than there is. It is a share from 0 "
                "to 1; samples are written more than once by the ratio of a subset or a source."
            )
    return found


def _table(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError(f"{where} must be a table of names and ratios, found {value!r}.")
    return value


def _ratio(value: Any, where: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise UsageError(f"{where} must be a number, found {value!r}.")
    number = Decimal(value)
    if not number.is_finite() or number < 0:
        raise UsageError(f"{where} is {value}. It is a number from 0.")
    return number


def _whole(value: Any, where: str, *, least: int, most: int | None = None) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise UsageError(f"{where} must be a whole number, found {value!r}.")
    if value < least or (most is not None and value > most):
        raise UsageError(
            f"{where} is {value}. It is at least {least}"
            + (f" and at most {most}." if most else ".")
        )
    return value


def _optional(found: Mapping[str, Any], name: str, path: str) -> int | None:
    return _whole(found[name], f"{path}: {name}", least=1) if name in found else None


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise UsageError(f"{where} must be text, found {value!r}.")
    return value


def _truth(value: Any, where: str) -> bool:
    if not isinstance(value, bool):
        raise UsageError(f"{where} must be true or false, found {value!r}.")
    return value


def _names(value: Any, allowed: Sequence[str], where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise UsageError(f"{where} must be a list of {', '.join(allowed)}, found {value!r}.")
    for name in value:
        if name not in allowed:
            raise UsageError(f"{where}: {name!r} is none of {', '.join(allowed)}.")
    if len(set(value)) != len(value):
        raise UsageError(f"{where} names one twice: {', '.join(value)}.")
    return tuple(name for name in allowed if name in value)
