"""Line charts on logarithmic axes, as SVG text: no plotting library for two small pictures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

COLOURS = ("#1b6ca8", "#c8553d", "#3a7d44", "#6c4f9c")
WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 380, 280, 58, 34, 46


@dataclass(frozen=True)
class Line:
    """One curve."""

    name: str
    xs: Sequence[float]
    ys: Sequence[float]


@dataclass(frozen=True)
class Panel:
    """One chart."""

    title: str
    lines: Sequence[Line]


def drawn(panels: Sequence[Panel], below: str) -> str:
    """The charts side by side."""
    width = WIDTH * len(panels)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}" width="{width}" '
        f'height="{HEIGHT}" font-family="sans-serif" font-size="11">',
        f'<rect width="{width}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    for number, panel in enumerate(panels):
        parts.append(f'<g transform="translate({number * WIDTH} 0)">')
        parts += _panel(panel, below)
        parts.append("</g>")
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(panel: Panel, below: str) -> list[str]:
    right, bottom = WIDTH - 16, HEIGHT - BOTTOM
    x_low, x_high = _decades([x for line in panel.lines for x in line.xs])
    y_low, y_high = _decades([y for line in panel.lines for y in line.ys])

    def at(x: float, y: float) -> tuple[float, float]:
        across = (math.log10(x) - x_low) / max(1, x_high - x_low)
        up = (math.log10(max(y, 10**y_low)) - y_low) / max(1, y_high - y_low)
        return LEFT + across * (right - LEFT), bottom - up * (bottom - TOP)

    parts = [f'<text x="{LEFT}" y="18" font-size="13">{panel.title}</text>']
    for power in range(y_low, y_high + 1):
        _, y = at(10**x_low, 10**power)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{right}" stroke="#dddddd"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{10**power:,}</text>')
    for power in range(x_low, x_high + 1):
        x, _ = at(10**power, 10**y_low)
        parts.append(
            f'<text x="{x:.1f}" y="{bottom + 16}" text-anchor="middle">{10**power:,}</text>'
        )
    middle = (LEFT + right) / 2
    parts.append(f'<text x="{middle}" y="{HEIGHT - 10}" text-anchor="middle">{below}</text>')
    for number, line in enumerate(panel.lines):
        colour = COLOURS[number % len(COLOURS)]
        points = [at(x, y) for x, y in zip(line.xs, line.ys, strict=True)]
        joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(
            f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="2"/>'
        )
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
        parts.append(
            f'<text x="{LEFT + 8 + 110 * number}" y="{TOP - 4}" fill="{colour}">{line.name}</text>'
        )
    return parts


def _decades(values: Sequence[float]) -> tuple[int, int]:
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)
