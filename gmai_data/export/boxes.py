"""Boxes in text, from the paper's convention to those of trainers.

A build writes ``<ref>liver</ref><box> [[0.18, 0.16, 0.50, 0.43]]</box>``: shares of width and
height with two decimals, as GMAI-VL does. The record keeps the same boxes in absolute pixels; what
is written elsewhere is made from those, and from the text only where the record has no such box.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

Corners = tuple[float, float, float, float]

_MARKED: Final = re.compile(
    r"(?:<ref>(?P<name>[^<>]*)</ref>\s*)?<box>\s*(?P<corners>\[\[[^<>]*\]\])\s*</box>"
    r"|<ref>(?P<alone>[^<>]*)</ref>"
)
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_ONLY: Final = re.compile(r'\{"bbox_2d": \[[^\]]*\], "label": "[^"]*"\}(, \{.*\})?')
_ASKED: Final = re.compile(r"(?:归一化坐标\s*)?\[\[x1, y1, x2, y2\]\]")  # a prompt names its form


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in a text as ``<ref>`` or ``<box>``: a name, or boxes, or both."""

    name: str
    boxes: tuple[Corners, ...]  # absolute pixels of the stored image


def as_written(text: str, record: Mapping[str, Any]) -> str:
    """Shares of width and height, two decimals: the paper's form, and LLaVA's scale."""
    del record
    return text


def thousandths(text: str, record: Mapping[str, Any]) -> str:
    """``<ref>liver</ref><box>[[180, 160, 500, 430]]</box>``: InternVL, whole numbers to 1000."""

    def write(mark: Mark) -> str:
        name = f"<ref>{mark.name}</ref>" if mark.name else ""
        boxes = ", ".join(str(_scaled(box, record)) for box in mark.boxes)
        return name + (f"<box>[{boxes}]</box>" if mark.boxes else "")

    return _rewritten(text, record, write)


def qwen(text: str, record: Mapping[str, Any]) -> str:
    """``[{"bbox_2d": [180, 160, 500, 430], "label": "liver"}]``: Qwen3-VL, whole numbers to 1000.

    A turn of boxes alone is one JSON list. A box without a name is its numbers, a name without a
    box the name.
    """

    def write(mark: Mark) -> str:
        if not mark.boxes:
            return mark.name
        boxes = [_scaled(box, record) for box in mark.boxes]
        if not mark.name:
            return ", ".join(map(str, boxes))
        found = [{"bbox_2d": box, "label": mark.name} for box in boxes]
        return ", ".join(json.dumps(one, ensure_ascii=False) for one in found)

    found = _rewritten(text, record, write)
    found = re.sub(r"\}\s*(?=\{\"bbox_2d\")", "}, ", found)
    if _ONLY.fullmatch(found):
        found = f"[{found}]"
    return _ASKED.sub('[{"bbox_2d": [x1, y1, x2, y2], "label": "…"}]', found)


def qwen2(text: str, record: Mapping[str, Any]) -> str:
    """``<|object_ref_start|>liver<|object_ref_end|><|box_start|>(180,160),(500,430)<|box_end|>``.

    Qwen2-VL, whole numbers to 1000.
    """

    def write(mark: Mark) -> str:
        name = f"<|object_ref_start|>{mark.name}<|object_ref_end|>" if mark.name else ""
        boxes = [_scaled(box, record) for box in mark.boxes]
        return name + "".join(
            f"<|box_start|>({x1},{y1}),({x2},{y2})<|box_end|>" for x1, y1, x2, y2 in boxes
        )

    return _ASKED.sub("(x1,y1),(x2,y2)", _rewritten(text, record, write))


def swift(
    texts: Sequence[str], record: Mapping[str, Any]
) -> tuple[list[str], list[str], list[list[float]]]:
    """Texts with ``<ref-object>`` and ``<bbox>``, what each stands for, in their order.

    ms-swift writes them as the model that is trained expects; boxes are absolute pixels.
    """
    names: list[str] = []
    boxes: list[list[float]] = []

    def write(mark: Mark) -> str:
        if mark.name:
            names.append(mark.name)
        boxes.extend(list(box) for box in mark.boxes)
        return ("<ref-object>" if mark.name else "") + "<bbox>" * len(mark.boxes)

    asked = "边界框" if record["language"] == "zh" else "a bounding box"
    found = [_ASKED.sub(asked, _rewritten(text, record, write)) for text in texts]
    return found, names, boxes


def _rewritten(text: str, record: Mapping[str, Any], write: Callable[[Mark], str]) -> str:
    def replace(found: re.Match[str]) -> str:
        if found["corners"] is None:
            return write(Mark(found["alone"], ()))
        numbers = [float(n) for n in _NUMBER.findall(found["corners"])]
        boxes = [numbers[i : i + 4] for i in range(0, len(numbers) - 3, 4)]
        return write(Mark(found["name"] or "", tuple(_pixels(box, record) for box in boxes)))

    return _MARKED.sub(replace, text)


def _pixels(box: Sequence[float], record: Mapping[str, Any]) -> Corners:
    """The record's box that is written so; else what is written, times width and height."""
    width, height = record["width"], record["height"]
    for known in record["boxes"]:
        x1, y1, x2, y2 = known["box"]
        shares = (x1 / width, y1 / height, x2 / width, y2 / height)
        if [f"{min(max(s, 0.0), 1.0):.2f}" for s in shares] == [f"{n:.2f}" for n in box]:
            return (x1, y1, x2, y2)
    x1, y1, x2, y2 = box
    return (x1 * width, y1 * height, x2 * width, y2 * height)


def _scaled(box: Corners, record: Mapping[str, Any]) -> list[int]:
    """Thousandths of width and height."""
    sizes = (record["width"], record["height"]) * 2
    return [min(1000, max(0, round(1000 * c / size))) for c, size in zip(box, sizes, strict=True)]
