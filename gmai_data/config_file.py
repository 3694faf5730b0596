"""A build's configuration from a YAML file and from options: one frozen `Config`, or a sentence."""

from __future__ import annotations

import dataclasses
import difflib
import re
import typing
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from gmai_data.config import AnswerConfig, Config
from gmai_data.errors import UsageError
from gmai_data.terms import LANGUAGES, PLANES, SUBSETS

PATHS: Final = ("data", "out", "store", "cache", "prompts", "batch_files")


def read_config(path: str) -> Config:
    """The configuration in a YAML file; what it leaves out has its default.

    Keys are the fields of `config.Config`; ``read``, ``ask``, ``answer`` and ``pack`` are maps.
    Relative paths are relative to the file's folder, so that it can be moved with its data.

    Raises:
        UsageError: not readable, not YAML, an unknown or repeated key, a value of the wrong kind.
    """
    import yaml

    class Loader(yaml.SafeLoader):
        """YAML that refuses a repeated key: the parser would keep the last one, silently."""

    def mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[Any, Any]:
        keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
        twice = {str(k) for k in keys if keys.count(k) > 1}
        if twice:
            raise UsageError(
                f"{path}, line {node.start_mark.line + 1}: {', '.join(sorted(twice))} "
                "is given twice. Keep one."
            )
        return loader.construct_mapping(node, deep=True)

    Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, mapping)
    try:
        text = Path(path).read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"Cannot read the configuration {path}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 at byte {error.start}. Save it as UTF-8.") from error
    try:
        value = yaml.load(text, Loader)
    except yaml.YAMLError as error:
        raise UsageError(f"{path} is not YAML: {' '.join(str(error).split())}.") from error
    if not isinstance(value, Mapping | None):
        raise UsageError(f"{path} must be a map of settings, found {type(value).__name__}.")
    config: Config = _make(Config, value or {}, path, "")
    return _relative_to(config, Path(path).resolve().parent)


def with_options(config: Config, **options: Any) -> Config:
    """``config`` with the options that were given (not ``None``); ``languages`` goes to ``ask``."""
    given = {name: value for name, value in options.items() if value is not None}
    if "source_path" in given:  # a worker on another machine has another working folder
        given["source_path"] = tuple(str(Path(p).resolve()) for p in given["source_path"])
    if "prompts" in given:
        given["prompts"] = str(Path(given["prompts"]).resolve())
    if "languages" in given:
        given["ask"] = dataclasses.replace(config.ask, languages=given.pop("languages"))
    return dataclasses.replace(config, **given)


def checked(config: Config) -> Config:
    """The same configuration, when every value can be used.

    Raises:
        UsageError: which setting, what it is, what it may be.
    """
    _among("languages", config.ask.languages, LANGUAGES)
    _among("subsets", config.ask.subsets, SUBSETS)
    _among("duplicates", (config.duplicates,), ("keep", "drop"))
    _among("read.planes", config.read.planes, PLANES)
    if config.prompts and not any(Path(config.prompts).glob("*.j2")):
        raise UsageError(
            f"--prompts {config.prompts}: there is no prompt (*.j2) in it. Copy the folder that "
            "ships with gmai-data and edit that."
        )
    if not config.sources:
        raise UsageError("No source is asked for. Use --sources all, or a list of names.")
    if config.limit is not None and config.limit < 1:
        raise UsageError(f"--limit is {config.limit}. It is a number of cases per source, from 1.")
    if config.workers < 0:
        raise UsageError(f"--workers is {config.workers}. Use 0 for as many as cores, or 1 …")
    if not 0 <= config.max_rejected <= 1:
        raise UsageError(f"max_rejected is {config.max_rejected}. It is a share: 0.01 is 1 %.")
    if len(config.ratios) != 3 or min(config.ratios) < 0 or abs(sum(config.ratios) - 1) > 1e-9:
        raise UsageError(f"ratios are {config.ratios}. Give train, val and test, summing to 1.")
    for name, least in (("shard_bytes", 1 << 16), ("chunk_bytes", 1 << 16)):
        if getattr(config.pack, name) < least:
            raise UsageError(f"pack.{name} is {getattr(config.pack, name)}; at least {least}.")
    for name in ("budget", "label_free", "max_side", "frames"):
        if getattr(config.read, name) < 0:
            raise UsageError(f"read.{name} is {getattr(config.read, name)}; at least 0.")
    if config.max_usd:
        try:
            if Decimal(config.max_usd) < 0:
                raise InvalidOperation
        except InvalidOperation:
            raise UsageError(
                f"--max-usd is {config.max_usd!r}. Give an amount such as 25 or 0.50."
            ) from None
    if not config.model:
        raise UsageError("--model is empty. Name a model, or leave it out for `offline`.")
    if config.base_url and config.model == "offline":
        raise UsageError("--base-url is for --model, and `offline` calls nothing. Leave it out.")
    if config.batch and config.batch_files:
        raise UsageError("--batch asks an endpoint and --batch-files writes files. Choose one.")
    if (config.batch or config.batch_files) and config.model == "offline":
        raise UsageError("--batch is for --model, and `offline` asks nobody. Leave it out.")
    _checked_answer(config.answer)
    return config


def _checked_answer(answer: AnswerConfig) -> None:
    """Raise UsageError for a setting of `answer` that cannot be used."""
    for name, allowed in (
        ("schema", ("json_schema", "json_object", "none")),
        ("max_tokens_name", ("max_completion_tokens", "max_tokens")),
        ("image_detail", ("auto", "low", "high")),
    ):
        _among(f"answer.{name}", (getattr(answer, name),), allowed)
    for name, least in (
        ("max_tokens", 16), ("image_side", 32), ("image_quality", 1), ("attempts", 1),
        ("concurrency", 1), ("requests_per_minute", 0), ("tokens_per_minute", 0), ("tries", 1),
    ):  # fmt: skip
        if getattr(answer, name) < least:
            raise UsageError(f"answer.{name} is {getattr(answer, name)}; at least {least}.")
    if answer.image_quality > 100 or answer.timeout_s <= 0:
        raise UsageError("answer.image_quality is at most 100, and answer.timeout_s above 0.")
    taken = {"messages", "model", "response_format", "seed", "stream", "n", answer.max_tokens_name}
    for name, value in answer.parameters.items():
        if name in taken or not isinstance(value, str | int | float | bool):
            raise UsageError(
                f"answer.parameters.{name}: {value!r} cannot be set here. Parameters are numbers, "
                f"texts and truth values other than {', '.join(sorted(taken))}."
            )


def _among(what: str, values: tuple[str, ...], allowed: tuple[str, ...]) -> None:
    if not values:
        raise UsageError(f"{what} is empty. Choose among {', '.join(allowed)}.")
    for value in values:
        if value not in allowed:
            raise UsageError(
                f"{what}: {value!r} is not known.{_near(value, allowed)} "
                f"Choose among {', '.join(allowed)}."
            )
    if len(set(values)) != len(values):
        raise UsageError(f"{what}: {', '.join(values)} names one twice.")


def _make(cls: Any, value: Mapping[Any, Any], path: str, inside: str) -> Any:
    hints = typing.get_type_hints(cls)
    made: dict[str, Any] = {}
    for key, item in value.items():
        name = str(key).replace("-", "_")
        where = f"{inside}{name}"
        if name not in hints:
            raise UsageError(
                f"{path}: there is no setting {inside}{key}.{_meant(name, inside, hints)} "
                f"Settings{' of ' + inside[:-1] if inside else ''} are {', '.join(sorted(hints))}."
            )
        if dataclasses.is_dataclass(hints[name]):
            if not isinstance(item, Mapping | None):
                raise UsageError(f"{path}: {where} must be a map of settings, found {item!r}.")
            made[name] = _make(hints[name], item or {}, path, f"{where}.")
        else:
            made[name] = _value(hints[name], item, path, where)
    return cls(**made)


def _value(hint: Any, item: Any, path: str, where: str) -> Any:
    """``item`` as the field's type; one text stands for a list of one, or ``a,b`` for two."""
    origin = typing.get_origin(hint)
    if origin is tuple:
        inner = typing.get_args(hint)[0]
        items = re.split(r"\s*,\s*", item.strip()) if isinstance(item, str) else item
        if not isinstance(items, list):
            items = [items]
        return tuple(_value(inner, i, path, where) for i in items)
    if origin is not None and issubclass(origin if isinstance(origin, type) else object, Mapping):
        if not isinstance(item, Mapping):
            raise UsageError(f"{path}: {where} must be a map, found {item!r}.")
        inner = typing.get_args(hint)[1]
        if inner is Any:
            return {str(k): v for k, v in item.items()}
        return {str(k): _value(inner, v, path, f"{where}.{k}") for k, v in item.items()}
    args = typing.get_args(hint) or (hint,)
    if item is None and type(None) in args:
        return None
    kind = next(a for a in args if a is not type(None))
    if kind is float and isinstance(item, int | float) and not isinstance(item, bool):
        return float(item)
    if where == "max_usd" and isinstance(item, int | float) and not isinstance(item, bool):
        return str(item)
    if isinstance(item, bool) == (kind is bool) and isinstance(item, kind):
        return item
    words = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
    raise UsageError(f"{path}: {where} must be {words[kind]}, found {item!r}.")


def _near(name: str, known: Any) -> str:
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f" Did you mean {near[0]}?" if near else ""


def _meant(name: str, inside: str, hints: Mapping[str, Any]) -> str:
    """The setting that a wrong name is most like: in the same map, or in another one."""
    dotted = {key: key for key in typing.get_type_hints(Config)}
    for outer, kind in typing.get_type_hints(Config).items():
        if dataclasses.is_dataclass(kind):
            dotted |= {f"{outer}.{f.name}": f.name for f in dataclasses.fields(kind)}
    here = {f"{inside}{key}": key for key in hints}
    for among in (here, dotted):
        near = difflib.get_close_matches(name, among.values(), n=1, cutoff=0.75)
        if near:
            return f" Did you mean {next(full for full, key in among.items() if key == near[0])}?"
    return _near(name, hints)


def _relative_to(config: Config, folder: Path) -> Config:
    def place(path: str) -> str:
        if not path or "://" in path:
            return path
        return str(folder / Path(path).expanduser())

    default = Config()
    changed: dict[str, Any] = {
        name: place(getattr(config, name))
        for name in PATHS
        if getattr(config, name) != getattr(default, name)
    }
    changed["answer"] = dataclasses.replace(config.answer, prices=place(config.answer.prices))
    changed["source_path"] = tuple(place(p) for p in config.source_path)
    changed["places"] = {name: place(p) for name, p in config.places.items()}
    return dataclasses.replace(config, **changed)
