"""Records: lists of questions, dialogues and captions, with images or without."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from gmai_data.propose.draft import Draft, call, text
from gmai_data.propose.look import Look, kind_of
from gmai_data.propose.paths import literal, shapes, split_of_word
from gmai_data.propose.tables import read_rows

_QUESTION: Final = ("question", "query", "input", "instruction", "problem", "ask", "title")
_ANSWER: Final = ("answer", "answers", "output", "response", "reply", "completion", "gt_answer")
_CAPTION: Final = ("caption", "text", "report", "description", "findings")
_TURNS: Final = ("conversations", "messages", "utterances", "dialogue", "dialog", "conversation")


def draft_records(found: Look, draft: Draft, pictures: Sequence[str]) -> bool:
    """Cases from records or tables where they are what the release is made of."""
    best: tuple[int, str, list[str], list[dict[str, Any]]] | None = None
    for kind in ("records", "table"):
        paths = [p for p in found.of(kind) if not draft.root or p.startswith(draft.root + "/")]
        for shape in shapes([p[len(draft.root) + 1 :] if draft.root else p for p in paths], "file"):
            whole = [f"{draft.root}/{p}" if draft.root else p for p in shape.rows]
            read = _documents(found, whole[0]) if kind == "records" else _table(found, whole[0])
            if read is None:
                continue
            each, rows = read
            labels = _labels(rows)
            score = len(rows) * len(whole)
            if best is not None and bool(labels) == bool(best[2]) and score <= best[0]:
                continue
            if (labels or not pictures) and (best is None or labels or not best[2]):
                image = _image(rows, pictures)
                word = "Records" if kind == "records" else "Table"
                given = [text(shape.template), *each]
                if image:
                    given.append(f"image={text(image)}")
                plain = kind == "records" and each in ([], ["lines=True"])
                draft.record = tuple(map(str, rows[0])) if plain else ()
                draft.lines = bool(each) and plain
                best = (score, call(word, *given), labels, rows)
                draft.split = _split(shape.template, shape.closed, rows)
    if best is None:
        return False
    draft.cases, draft.labels = best[1], best[2]
    draft.guessed.append(f"Each record is a case: {', '.join(map(str, list(best[3][0])[:10]))}.")
    if not draft.labels:
        draft.unsure.append("labels=: which fields are questions, answers, captions or turns?")
    return True


def _split(template: str, closed: Mapping[str, Sequence[str]], rows: Sequence[Any]) -> str:
    for name in closed:
        if all(split_of_word(v) for v in closed[name]):
            pairs = ", ".join(f"{text(v)}: {text(split_of_word(v))}" for v in closed[name])
            return f'Term("{{{name}}}", {{{pairs}}})'
    values = sorted({str(row["split"]) for row in rows if isinstance(row.get("split"), str)})
    if values and all(split_of_word(v) for v in values):
        pairs = ", ".join(f"{text(v)}: {text(split_of_word(v))}" for v in values)
        return f'Term("{{split}}", {{{pairs}}})'
    return text(split_of_word(template)) if split_of_word(template) else ""


def _table(found: Look, path: str) -> tuple[list[str], list[dict[str, Any]]] | None:
    rows = read_rows(found, path)
    return ([], [dict(row) for row in rows]) if rows else None


def _documents(found: Look, path: str) -> tuple[list[str], list[dict[str, Any]]] | None:
    """Options that say where the items are, and the items; None where there are none."""
    if path.endswith(".xml"):
        return None
    try:
        data = found.bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    try:
        document = json.loads(data)
    except ValueError:
        try:
            rows = [json.loads(line) for line in data.splitlines() if line.strip()]
        except ValueError:
            return None
        rows = [row for row in rows if isinstance(row, dict)]
        return (["lines=True"], rows) if rows else None
    return _items(document)


def _items(document: Any) -> tuple[list[str], list[dict[str, Any]]] | None:
    if isinstance(document, list):
        rows = [row if isinstance(row, dict) else {"item": row} for row in document]
        return ([], rows) if rows else None
    if not isinstance(document, dict):
        return None
    values = list(document.values())
    if values and all(isinstance(value, dict) for value in values) and _labels(values[:1]):
        return ['each="{key}"'], values
    for name, value in document.items():
        if not (isinstance(value, list) and value and isinstance(value[0], dict)):
            continue
        if re.search(r"[{}/]", name) is None and _labels(value):
            inner = value
            sets = [n for n, v in document.items() if isinstance(v, list)]
            if len(sets) > 1 and all(split_of_word(n) for n in sets):
                inner = [row for n in sets for row in document[n]]
                return [f'each="{{set:{"|".join(sets)}}}/*"'], inner
            return [f"each={text(name + '/*')}"], inner
    lists = [n for n, v in document.items() if isinstance(v, list) and v and "/" not in n]
    if len(lists) == 1 and isinstance(document[lists[0]][0], dict):
        return [f"each={text(lists[0] + '/*')}"], document[lists[0]]
    if values and all(isinstance(value, dict) for value in values):
        return ['each="{key}"'], values
    if _labels([document]):
        return ['each="."'], [document]
    return None


def _labels(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """The parts that the keys of the rows suggest."""
    row = rows[0]
    lower = {str(k).lower(): str(k) for k in row}
    for name in _TURNS:
        if name in lower and isinstance(row[lower[name]], list | str):
            return [_dialogue(lower[name], row[lower[name]])]
    question = next((lower[n] for n in _QUESTION if n in lower), "")
    answer = next((lower[n] for n in _ANSWER if n in lower), "")
    if not question:
        question = next((lower[n] for n in lower if "question" in n and "type" not in n
                         and "id" not in n.split("_")), "")  # fmt: skip
    if not answer:
        answer = next((lower[n] for n in lower if n.startswith("answer") and "type" not in n), "")
    if question and answer and question != answer:
        given = [text("{" + question + "}"), f"answer={text('{' + answer + '}')}"]
        return [call("QA", *given)]
    caption = next((lower[n] for n in _CAPTION if n in lower), "")
    return [call("Caption", text("{" + caption + "}"))] if caption else []


def _dialogue(name: str, value: Any) -> str:
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(first, dict):
        keys = list(first)
        said = next((k for k in keys if k in ("value", "content", "text")), keys[-1])
        who = next((k for k in keys if k in ("from", "role", "speaker")), keys[0])
        return call("Dialogue", text("{" + name + "}"), f"roles={text(who)}", f"text={text(said)}")
    return call("Dialogue", text("{" + name + "}"))


def _image(rows: Sequence[Mapping[str, Any]], pictures: Sequence[str]) -> str:
    """The template of the picture that a record names, "" where it names none."""
    names = {os.path.basename(path): path for path in pictures}
    for key, value in rows[0].items():
        if isinstance(value, list) and value and isinstance(value[0], str):
            value = value[0]
        if not isinstance(value, str) or not value:
            continue
        base = os.path.basename(value)
        path = next((p for p in pictures if p.endswith("/" + value)), names.get(base))
        field = "{" + str(key) + "}"
        if path is None:
            ends = [p for n, p in names.items() if n.rpartition(".")[0] == value]
            if not ends or kind_of(ends[0]) != "picture":
                continue
            folder = ends[0].rpartition("/")[0]
            end = ends[0][ends[0].rfind(".") :]
            return (literal(folder) + "/" if folder else "") + field + end
        if path.endswith(value):
            folder = path[: len(path) - len(value)].rstrip("/")
            return (literal(folder) + "/" if folder else "") + field
        return "**/" + field if "/" not in value else ""
    return ""
