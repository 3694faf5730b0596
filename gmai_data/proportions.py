"""Shares with their 95 % intervals, for what is measured on a sample of texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

_Z: Final = 1.959964  # 95 %


@dataclass(frozen=True, slots=True)
class Rate:
    """``hits`` of ``tried`` with the Wilson 95 % interval."""

    hits: int
    tried: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where nothing was tried."""
        return self.hits / self.tried if self.tried else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval (JASA 1927); 0 to 1 where nothing was tried."""
        return wilson(self.hits, self.tried)

    def as_json(self) -> dict[str, Any]:
        """Plain values, for ``--json``; the share is null where nothing was tried."""
        low, high = self.interval
        return {
            "high": round(high, 4), "hits": self.hits, "low": round(low, 4),
            "share": round(self.share, 4) if self.tried else None, "texts": self.tried,
        }  # fmt: skip

    def __str__(self) -> str:
        if not self.tried:
            return "-"
        low, high = self.interval
        return f"{self.share:.1%} ({low:.1%} to {high:.1%})"


def wilson(hits: int, tried: int) -> tuple[float, float]:
    """The 95 % score interval of a proportion."""
    if not tried:
        return 0.0, 1.0
    share = hits / tried
    square = _Z * _Z / tried
    middle = (share + square / 2) / (1 + square)
    half = _Z * ((share * (1 - share) + square / 4) / tried) ** 0.5 / (1 + square)
    return max(0.0, middle - half), min(1.0, middle + half)
