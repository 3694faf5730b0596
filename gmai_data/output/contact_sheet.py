"""Pictures with their masks and boxes drawn, alone or many on one sheet."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from gmai_data.errors import RejectedItem
from gmai_data.read.masks import decode_rle

if TYPE_CHECKING:
    from gmai_data.schema import Box
    from gmai_data.view import Shown

Colour = tuple[int, int, int]
# told apart by people who see colours differently as well (Okabe and Ito, 2008)
COLOURS: Final[tuple[Colour, ...]] = (
    (230, 159, 0), (86, 180, 233), (0, 158, 115), (240, 228, 66), (0, 114, 178), (213, 94, 0),
    (204, 121, 167),
)  # fmt: skip
TILE: Final = 300  # pixels of a picture on the sheet
TEXT: Final = 13  # height of a letter
LINES: Final = 12
COLUMNS: Final = 4
_GAP: Final = 12
_INK: Final = (32, 32, 32)


def drawn(shown: Shown) -> tuple[Image.Image, list[tuple[str, Colour]]]:
    """A picture in RGB with outlines of masks, boxes and points; each name with its colour."""
    with Image.open(io.BytesIO(shown.image)) as opened:
        pixels = np.array(opened.convert("RGB"))
    scale = max(1.0, TILE / max(pixels.shape[:2]))
    if scale > 1:
        size = round(pixels.shape[1] * scale), round(pixels.shape[0] * scale)
        grown = cv2.resize(pixels, size, interpolation=cv2.INTER_NEAREST)
    else:
        grown = pixels.copy()
    colours: dict[str, Colour] = {}

    def colour_of(name: str) -> Colour:
        return colours.setdefault(name, COLOURS[len(colours) % len(COLOURS)])

    width = max(1, round(max(grown.shape[:2]) / 300))
    for label in shown.labels:
        name = label.name or label.raw or label.kind
        if label.mask:
            _outline(grown, label.mask, pixels.shape[:2], colour_of(name), width)
        elif label.box is not None:
            _rectangle(grown, label.box, scale, colour_of(name), width)
        elif label.centroid is not None:
            at = round(label.centroid[0] * scale), round(label.centroid[1] * scale)
            cv2.circle(grown, at, 3 * width, colour_of(name), width)
    if not shown.labels:
        for name, box in shown.boxes:
            _rectangle(grown, box, scale, colour_of(name), width)
    return Image.fromarray(grown), list(colours.items())


def _outline(
    pixels: NDArray[np.uint8], rle: str, size: tuple[int, ...], colour: Colour, width: int
) -> None:
    try:
        mask = decode_rle(rle, size[0], size[1]).view(np.uint8)
    except RejectedItem:
        return
    height, across = pixels.shape[:2]
    mask = cv2.resize(mask, (across, height), interpolation=cv2.INTER_NEAREST)
    lines, _ = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    cv2.drawContours(pixels, lines, -1, colour, width)


def _rectangle(
    pixels: NDArray[np.uint8], box: Box, scale: float, colour: Colour, width: int
) -> None:
    x1, y1, x2, y2 = (round(v * scale) for v in box)
    cv2.rectangle(pixels, (x1, y1), (max(x1, x2 - 1), max(y1, y2 - 1)), colour, width)


def contact_sheet(shown: Sequence[Shown]) -> bytes:
    """A PNG of all pictures in rows, a heading per modality, names and an English text beneath."""
    font = ImageFont.load_default(size=TEXT)
    tiles = [(one.modality, _tile(one, font)) for one in shown]
    rows: list[tuple[str, list[Image.Image]]] = []
    for modality, tile in tiles:
        if not rows or rows[-1][0] != modality or len(rows[-1][1]) == COLUMNS:
            rows.append((modality, []))
        rows[-1][1].append(tile)
    heads = [n == 0 or rows[n - 1][0] != rows[n][0] for n in range(len(rows))]
    heading = 2 * TEXT + _GAP
    height = sum(max(t.height for t in row) + _GAP for _, row in rows) + _GAP + sum(heads) * heading
    sheet = Image.new("RGB", (COLUMNS * (TILE + _GAP) + _GAP, height), (255, 255, 255))
    draw, y = ImageDraw.Draw(sheet), _GAP
    large = ImageFont.load_default(size=TEXT + 6)
    for (modality, row), head in zip(rows, heads, strict=True):
        if head:
            draw.text((_GAP, y), modality, fill=_INK, font=large)
            y += heading
        for column, tile in enumerate(row):
            sheet.paste(tile, (_GAP + column * (TILE + _GAP), y))
        y += max(t.height for t in row) + _GAP
    out = io.BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()


def _tile(shown: Shown, font: ImageFont.ImageFont | ImageFont.FreeTypeFont) -> Image.Image:
    picture, names = drawn(shown)
    picture.thumbnail((TILE, TILE))
    legend = [(name, colour) for name, colour in names[:5]]
    if len(names) > 5:
        legend.append((f"and {len(names) - 5} more", _INK))
    facts = dict(shown.facts)
    said = [facts[k] for k in ("plane", "window", "spacing") if k in facts]
    lines = [shown.source, ", ".join(said)]
    text = next((t for t in shown.texts if t.language == "en"), None)
    if text is not None:
        lines += [f"{who[0].upper()}: {words}" for who, words in text.turns]
    wrapped = [piece for line in lines for piece in textwrap.wrap(_ascii(line), 46)]
    if len(wrapped) > LINES:
        wrapped = [*wrapped[: LINES - 1], wrapped[LINES - 1] + " ..."]
    step = TEXT + 4
    height = picture.height + step * (len(legend) + len(wrapped)) + _GAP
    tile = Image.new("RGB", (TILE, height), (255, 255, 255))
    tile.paste(picture)
    draw, y = ImageDraw.Draw(tile), picture.height + 4
    for name, colour in legend:
        draw.rectangle((0, y + 3, TEXT - 4, y + TEXT - 1), fill=colour)
        draw.text((TEXT + 2, y), _ascii(name)[:44], fill=_INK, font=font)
        y += step
    for line in wrapped:
        draw.text((0, y), line, fill=_INK, font=font)
        y += step
    return tile


def _ascii(text: str) -> str:
    """Text as the built-in font can write it."""
    for mark, plain in (("×", "x"), ("–", "-"), ("…", "..."), ("’", "'")):
        text = text.replace(mark, plain)
    return text.encode("ascii", "replace").decode("ascii")
