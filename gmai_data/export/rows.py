"""A record as a trainer's annotation: one function per format, without files.

Every row keeps id, source, licence, subset, language, task and modality, which the trainers ignore.
The image is a path under the export's folder; text without an image has none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from gmai_data.export import boxes
from gmai_data.output.record import IMAGE_TOKEN

Record = Mapping[str, Any]
Row = dict[str, Any]
_KEPT: Final = ("id", "source", "license", "subset", "language", "task", "modality")
_ROLE: Final = {"human": "user", "gpt": "assistant"}


def llava(record: Record, image: str) -> Row:
    """LLaVA, GMAI-VL and xtuner: boxes as shares with two decimals."""
    return _conversation(record, image, boxes.as_written)


def internvl(record: Record, image: str) -> Row:
    """InternVL: boxes in thousandths."""
    return _conversation(record, image, boxes.thousandths)


def qwen_vl(record: Record, image: str) -> Row:
    """Qwen-VL's own fine-tuning code, for Qwen3-VL: boxes as JSON, in thousandths."""
    return _conversation(record, image, boxes.qwen)


def qwen2_vl(record: Record, image: str) -> Row:
    """The same code for Qwen2-VL: boxes in its special tokens, in thousandths."""
    return _conversation(record, image, boxes.qwen2)


def llamafactory(record: Record, image: str) -> Row:
    """LLaMA-Factory's ShareGPT form: a list of images, empty for text; boxes in thousandths."""
    row = _conversation(record, "", boxes.thousandths)
    turns = [_turn(t, boxes.thousandths, record) for t in record["conversations"]]
    return {**row, "conversations": turns, "images": [image] if image else []}


def swift(record: Record, image: str) -> Row:
    """ms-swift: messages, with what is grounded in ``objects``, as absolute pixels."""
    texts = [turn["value"] for turn in record["conversations"]]
    said, names, found = boxes.swift(texts, record) if image else (texts, [], [])
    row: Row = {
        "messages": [
            {"role": _ROLE[turn["from"]], "content": text}
            for turn, text in zip(record["conversations"], said, strict=True)
        ],
        "images": [image] if image else [],
        **{name: record[name] for name in _KEPT},
    }
    if names or found:
        row["objects"] = {"ref": names, "bbox": found, "bbox_type": "real"}
    return row


def messages(record: Record) -> list[dict[str, str]]:
    """Roles and contents without the image's place: TRL puts the image before the first turn."""
    return [
        {"role": _ROLE[turn["from"]], "content": turn["value"].removeprefix(IMAGE_TOKEN)}
        for turn in record["conversations"]
    ]


def _conversation(record: Record, image: str, said: Callable[[str, Record], str]) -> Row:
    row = {name: record[name] for name in _KEPT}
    row["conversations"] = [_turn(turn, said, record) for turn in record["conversations"]]
    if image:
        row |= {"image": image, "width": record["width"], "height": record["height"]}
    return row


def _turn(
    turn: Mapping[str, str], said: Callable[[str, Record], str], record: Record
) -> dict[str, str]:
    text = turn["value"]
    return {"from": turn["from"], "value": said(text, record) if record["image"] else text}
