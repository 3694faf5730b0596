"""Path templates from names of files: what is the same is literal, what differs is captured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from gmai_data.propose.look import stem_of, suffix_of

_T = TypeVar("_T", str, list[str])
SPLIT_WORDS: Final = {
    "train": "train", "training": "train", "tr": "train", "trainset": "train", "trainval": "train",
    "val": "val", "valid": "val", "validation": "val", "validate": "val", "dev": "val", "va": "val",
    "test": "test", "testing": "test", "ts": "test", "testset": "test", "eval": "test",
    "evaluation": "test",
}  # fmt: skip
MOST_CLASSES: Final = 40
_MARKS: Final = "_-. ()"


@dataclass(frozen=True, slots=True)
class Shape:
    """Files of one template, and the text that each field captures of each of them."""

    template: str
    rows: dict[str, dict[str, str]]  # path -> field -> text in the path
    closed: dict[str, tuple[str, ...]]  # fields of a small set of values

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field, in the order of the template."""
        return tuple(dict.fromkeys(re.findall(r"\{(\w+)", self.template)))


def literal(text: str) -> str:
    """Text that stands for itself in a template."""
    return text.replace("{", "{{").replace("}", "}}")


def common_start(texts: Sequence[_T]) -> _T:
    """What all of these texts, or lists, begin with."""
    first, last = min(texts), max(texts)
    at = next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), None)
    return first[: min(len(first), len(last)) if at is None else at]


def common_folder(paths: Sequence[str]) -> str:
    """The folder that all files are in, "" or "a/b"."""
    folders = [path.split("!")[0].split("/")[:-1] for path in paths]
    shared = common_start(folders) if folders else []
    return "/".join(shared)


def split_of_word(text: str) -> str:
    """train, val or test where a name says it, else ""."""
    words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", text)
    words = [word.lower() for word in words if len(word) > 2 or not word.isupper()]  # BraTS
    return next((SPLIT_WORDS[word] for word in words if word in SPLIT_WORDS), "")


def shapes(paths: Sequence[str], leaf: str) -> list[Shape]:
    """Templates that together match these files, a shape for each depth of folders.

    Args:
        paths: files of one role.
        leaf: what the last field is called: ``image`` or ``case``.
    """
    groups: dict[tuple[int, str], list[str]] = {}
    for path in paths:
        archive = path.split("!")[0] if "!" in path else ""
        groups.setdefault((path.count("/") + path.count("!"), archive), []).append(path)
    return [_shape(sorted(group), leaf) for _, group in sorted(groups.items())]


def _shape(paths: Sequence[str], leaf: str) -> Shape:
    levels = [re.split(r"[/!]", path)[:-1] for path in paths]
    marks = re.findall(r"[/!]", paths[0])
    rows: dict[str, dict[str, str]] = {path: {} for path in paths}
    closed: dict[str, tuple[str, ...]] = {}
    texts: list[str] = []
    for at in range(len(levels[0])):
        values = [level[at] for level in levels]
        known = next((n for n in rows[paths[0]] if all(
            rows[p][n] == v for p, v in zip(paths, values, strict=True))), "")  # fmt: skip
        if known:
            texts.append("{" + known + "}")
        elif len(set(values)) == 1 and not _is_id(values[0], paths):
            texts.append(literal(values[0]))
        else:
            name = _name(values, closed, rows[paths[0]])
            inside = ""
            if _is_closed(values):
                closed[name] = tuple(sorted(set(values)))
                inside = ":" + "|".join(closed[name])
            texts.append("{" + name + inside + "}")
            for path, value in zip(paths, values, strict=True):
                rows[path][name] = value
    texts.append(_leaf(paths, rows, leaf) + _suffix(paths))
    whole = "".join(text + mark for text, mark in zip(texts, [*marks, ""], strict=True))
    return Shape(whole, rows, closed)


def _name(values: Sequence[str], closed: dict[str, tuple[str, ...]], taken: dict[str, str]) -> str:
    """A name for a level of folders: set, kind, case, or folder."""
    if all(split_of_word(value) for value in values):
        wanted = "set"
    elif _is_closed(values):
        wanted = "kind"
    else:
        wanted = "case"
    names = [wanted, "folder", *(f"folder{n}" for n in range(2, 9))]
    return next(name for name in names if name not in taken and name not in closed)


def _is_id(folder: str, paths: Sequence[str]) -> bool:
    """Whether a folder's name is that of a case, though there is only one: its files repeat it."""
    return bool(re.search(r"\d", folder)) and all(
        stem_of(path).startswith(folder + mark) for path in paths[:1] for mark in "_-"[:1]
    )


def _is_closed(values: Sequence[str]) -> bool:
    """Whether the names of a level are classes, not ids: words, few, and used again."""
    found = set(values)
    if len(found) > MOST_CLASSES or any(re.search(r"[|{}:*]", value) for value in found):
        return False
    if all(split_of_word(value) for value in found):
        return True
    ids = sum(bool(re.search(r"\d{2,}|\d$", value)) for value in found)
    return ids * 2 < len(found)


def _suffix(paths: Sequence[str]) -> str:
    found = sorted({suffix_of(path) for path in paths})
    lower = sorted({end.lower() for end in found})
    if len(lower) == 1:
        return literal(lower[0])
    starts = common_start(lower)
    starts = "." if starts.startswith(".") else ""
    return starts + "{:" + "|".join(end[len(starts) :] for end in lower) + "}"


def _leaf(paths: Sequence[str], rows: dict[str, dict[str, str]], leaf: str) -> str:
    """The template of the file's own name, without suffix; its captures go into ``rows``."""
    stems = [stem_of(path) for path in paths]
    if len(set(stems)) == 1 and len(stems) > 1:
        return literal(stems[0])
    for name in rows[paths[0]]:  # a folder's id is said again
        rest = {s.removeprefix(rows[p][name]) for s, p in zip(stems, paths, strict=True)}
        if len(rest) == 1 and all(
            s.startswith(rows[p][name]) for s, p in zip(stems, paths, strict=True)
        ):
            return "{" + name + "}" + literal(rest.pop())
    before, after = _affixes(stems)
    middles = [stem[len(before) : len(stem) - len(after)] for stem in stems]
    if leaf in rows[paths[0]]:
        leaf = next(n for n in ("scan", "file", "name") if n not in rows[paths[0]])
    for path, middle in zip(paths, middles, strict=True):
        rows[path][leaf] = middle
    return literal(before) + "{" + leaf + number_format(middles) + "}" + literal(after)


def _affixes(stems: Sequence[str]) -> tuple[str, str]:
    """What all names begin and end with, cut back to where a word or a number begins."""
    if len(stems) == 1:
        channel = re.search(r"(_0000|[_\-. ]?\x01)$", stems[0])
        return "", channel[0] if channel else ""
    before = common_start(stems)
    if all(stem[len(before) : len(before) + 1].isdigit() for stem in stems):
        before = re.sub(r"\d+$", "", before)
    else:
        before = before[: max((before.rfind(mark) for mark in _MARKS), default=-1) + 1]
    rests = [stem[len(before) :] for stem in stems]
    after = common_start([rest[::-1] for rest in rests])[::-1]
    if all(rest.removesuffix(after)[-1:].isdigit() for rest in rests):
        after = re.sub(r"^\d+", "", after)
    else:
        places = [at for at in (after.find(mark) for mark in "_-. (") if at >= 0]
        after = after[min(places) :] if places else ""
    if any(len(rest) <= len(after) for rest in rests):
        after = ""
    if any(len(rest) == 0 for rest in rests):
        before = ""
    return before, after


def number_format(values: Sequence[str]) -> str:
    """``:05d`` or ``:d`` for texts that are numbers of one form, else ""."""
    if not all(value.isdigit() and value.isascii() for value in values) or len(values) < 2:
        return ""
    widths = {len(value) for value in values}
    padded = any(value.startswith("0") and len(value) > 1 for value in values)
    if not padded:
        return ":d"
    return f":0{widths.pop()}d" if len(widths) == 1 else ""
