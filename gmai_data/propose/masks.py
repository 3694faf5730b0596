"""Which mask belongs to which image: templates of mask files in the fields of the images."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gmai_data.propose.look import stem_of, suffix_of
from gmai_data.propose.paths import Shape, literal

_EDGE: Final = re.compile(r"(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])|(?<=[_\-. ()])|(?=[_\-. ()])")
MOST_PARTS: Final = 40


@dataclass(frozen=True, slots=True)
class MaskPart:
    """Masks of one template; ``parts`` are the values of its field ``{part}``, if it has one."""

    template: str
    parts: tuple[str, ...]
    values: tuple[Any, ...]  # of the pixels, background left out
    files: int


def mask_parts(
    images: Sequence[Shape], masks: Sequence[str], values: Mapping[str, tuple[Any, ...]]
) -> tuple[list[MaskPart], list[str]]:
    """The mask parts, and masks whose image was not found."""
    rows = [row for shape in images for row in shape.rows.values()]
    fields = set.intersection(*(set(shape.fields) for shape in images)) if images else set()
    index: dict[str, list[tuple[str, dict[str, str]]]] = {}
    for row in rows:
        for name in fields:
            if name in row and name not in images[0].closed:
                index.setdefault(row[name], []).append((name, row))
    said: dict[str, list[tuple[str, str]]] = {}
    alone = []
    for path in masks:
        found = _template(path, index, fields)
        if found is None:
            alone.append(path)
        else:
            template, part = found
            said.setdefault(template, []).append((path, part))
    parts = []
    for template, members in said.items():
        seen = [values[path] for path, _ in members if path in values]
        pixels = tuple(sorted({v for some in seen for v in some}, key=lambda v: (str(type(v)), v)))
        named = tuple(sorted({part for _, part in members if part}))
        parts.append(MaskPart(template, named, pixels, len(members)))
    return _merged(parts), alone


def _template(
    path: str, index: Mapping[str, list[tuple[str, dict[str, str]]]], fields: set[str]
) -> tuple[str, str] | None:
    """A mask's path in the fields of its image, and what of its name no field explains."""
    best: tuple[int, str, dict[str, str]] | None = None
    pieces = re.split(r"([/!])", path)
    stem = stem_of(path)
    texts = [*(p for p in pieces[:-1] if p not in "/!"), stem]
    for text in dict.fromkeys(reversed(texts)):
        for candidate in _cuts(text):
            for name, row in index.get(candidate, ()):
                score = 2 * len(candidate) + sum(
                    len(value) for other, value in row.items() if other != name and value in texts
                )
                if best is None or score > best[0]:
                    best = (score, name, row)
    if best is None:
        return None
    row = {name: value for name, value in best[2].items() if name in fields}
    whole = "".join(piece if piece in ("/", "!") else _folder(piece, row) for piece in pieces[:-1])
    leaf, part = _stem(stem, row)
    return whole + leaf + literal(suffix_of(path).lower()), part


def _cuts(text: str) -> list[str]:
    """The parts of a name that may be an image's, the longest first."""
    edges = sorted({0, len(text), *(m.start() for m in _EDGE.finditer(text))})
    found = [(b - a, text[a:b]) for i, a in enumerate(edges) for b in edges[i + 1 :]]
    return [part for _, part in sorted(found, key=lambda f: -f[0])]


def _folder(text: str, row: Mapping[str, str]) -> str:
    for name, value in row.items():
        if value == text:
            return "{" + name + "}"
    for name, value in sorted(row.items(), key=lambda item: -len(item[1])):
        if value in _cuts(text) and len(value) > 2:
            head, _, tail = text.partition(value)
            return literal(head) + "{" + name + "}" + literal(tail)
    return literal(text)


def _stem(stem: str, row: Mapping[str, str]) -> tuple[str, str]:
    for name, value in sorted(row.items(), key=lambda item: -len(item[1])):
        if value in _cuts(stem):
            at = _at(stem, value)
            head, tail = stem[:at], stem[at + len(value) :]
            return literal(head) + "{" + name + "}" + literal(tail), ""
    return literal(stem), ""


def _at(stem: str, value: str) -> int:
    edges = {0, len(stem), *(m.start() for m in _EDGE.finditer(stem))}
    return next(
        at for at in range(len(stem)) if stem.startswith(value, at)
        and at in edges and at + len(value) in edges
    )  # fmt: skip


def _merged(parts: Sequence[MaskPart]) -> list[MaskPart]:
    """Templates that differ in one word of a name become one, with that word as ``{part}``."""
    groups: dict[tuple[str, str], list[tuple[MaskPart, str]]] = {}
    for part in parts:
        folder, _, name = part.template.rpartition("/")
        stem = name[: len(name) - len(suffix_of(name))]
        end = suffix_of(name)
        fields = re.split(r"(\{\w+\})", stem)
        for at, text in enumerate(fields):
            found = re.findall(r"[A-Za-z0-9]+", text) if not text.startswith("{") else []
            if len(found) == 1 or (len(fields) == 1 and text):
                word = found[0] if len(found) == 1 else text
                around = [*fields]
                around[at] = text.replace(word, "\0", 1)
                key = (folder, "".join(around) + end)
                groups.setdefault(key, []).append((part, word))
    best = {key: some for key, some in groups.items() if 1 < len(some) <= MOST_PARTS}
    out: list[MaskPart] = []
    used: set[str] = set()
    for (folder, name), some in sorted(best.items(), key=lambda item: -len(item[1])):
        if any(part.template in used for part, _ in some):
            continue
        used |= {part.template for part, _ in some}
        words = tuple(sorted(word for _, word in some))
        template = (folder + "/" if folder else "") + name.replace("\0", "{part}")
        shown = tuple(sorted({v for part, _ in some for v in part.values}, key=str))
        out.append(MaskPart(template, words, shown, sum(part.files for part, _ in some)))
    out += [part for part in parts if part.template not in used]
    counts = Counter({part.template: part.files for part in out})
    return sorted(out, key=lambda part: (-counts[part.template], part.template))
