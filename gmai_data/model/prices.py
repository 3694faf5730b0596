"""What a model costs, from a table that users can edit. An unknown price is unknown, never 0."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from importlib import resources
from pathlib import Path
from typing import Any, Final

from gmai_data.errors import UsageError

PICO: Final = 10**12  # money is counted in whole pico-dollars: exact, and SQLite can sum it
IMAGE_TOKENS: Final = 1600  # for a picture, where the table says nothing; learnt from the answers
_FIELDS: Final = {"input", "output", "batch", "image_tokens"}


@dataclass(frozen=True, slots=True)
class Price:
    """Price of one model."""

    input_pusd: int  # pico-dollars per token sent
    output_pusd: int  # pico-dollars per token received
    batch: Decimal = Decimal("0.5")  # share of the price that a batch costs
    image_tokens: int = IMAGE_TOKENS  # most that one picture counts as

    def cost(self, sent: int, received: int, *, batch: bool = False) -> int:
        """Pico-dollars for so many tokens, rounded up."""
        whole = sent * self.input_pusd + received * self.output_pusd
        return -int(-(whole * self.batch) // 1) if batch else whole


def price_of(model: str, path: str = "") -> Price | None:
    """The price of a model, or ``None`` when no table knows it.

    Args:
        model: its name as it is sent.
        path: a TOML table like the one that ships; its models come before those.

    Raises:
        UsageError: the table cannot be read.
    """
    tables = [_table(path, Path(path))] if path else []
    shipped = resources.files("gmai_data.model") / "prices.toml"
    tables.append(_parsed("prices.toml", shipped.read_text(encoding="utf-8")))
    for table in tables:
        if model in table:
            return table[model]
    return None


def _table(name: str, path: Path) -> dict[str, Price]:
    try:
        return _parsed(name, path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"Cannot read the price table {name}: {error.strerror}.") from error


def _parsed(name: str, text: str) -> dict[str, Price]:
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name} is not TOML: {error}.") from error
    models = found.get("models", {})
    if not isinstance(models, Mapping) or set(found) - {"models"}:
        raise UsageError(f'{name}: give a table [models."NAME"] per model, with input and output.')
    return {model: _price(f'{name}, models."{model}"', row) for model, row in models.items()}


def _price(where: str, row: Any) -> Price:
    if not isinstance(row, Mapping) or not {"input", "output"} <= set(row) <= _FIELDS:
        raise UsageError(
            f"{where}: give input and output (USD per million tokens) and, if you like, batch "
            f"(share of the price) and image_tokens; found {sorted(row)}."
        )
    return Price(
        input_pusd=_pusd(where, row["input"]),
        output_pusd=_pusd(where, row["output"]),
        batch=_decimal(where, row.get("batch", "0.5")),
        image_tokens=int(row.get("image_tokens", IMAGE_TOKENS)),
    )


def _pusd(where: str, value: Any) -> int:
    return int((_decimal(where, value) * PICO / 1_000_000).to_integral_value(rounding="ROUND_UP"))


def _decimal(where: str, value: Any) -> Decimal:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or number < 0:
        raise UsageError(f'{where}: {value!r} is not an amount. Write it as text: "0.15".')
    return number


def usd(pusd: int) -> str:
    """Pico-dollars as decimal text: whole cents, or as many digits as a small sum needs."""
    amount = Decimal(pusd) / PICO
    return f"{amount:.2f}" if amount >= 1 or amount == 0 else f"{amount.normalize():.6f}"


def pusd(text: str) -> int:
    """Decimal dollars as pico-dollars."""
    return int(Decimal(text) * PICO)
