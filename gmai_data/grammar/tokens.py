"""The pieces of a template: literal text, fields with their formats, choices and wildcards."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Literal

from gmai_data.errors import DeclarationError

Kind = Literal["open", "int", "width", "choice", "anycase", "text"]


@dataclass(frozen=True, slots=True)
class Format:
    """How a field is written: its kind, its width in characters, its choices."""

    kind: Kind = "open"
    width: int = 0  # digits or characters; 0 = any
    choices: tuple[str, ...] = ()

    def canonical(self, text: str) -> str:
        """The value that is compared and kept: integers without padding, the rest as written."""
        if self.kind == "int" and text.lstrip("-").isdigit():
            return str(int(text))
        return text

    def key(self, text: str) -> str:
        """The value for joins: also folds the case of an any-case field."""
        return text.casefold() if self.kind == "anycase" else self.canonical(text)

    def written(self, value: str) -> str:
        """The value as it stands in a path."""
        if self.kind == "int" and self.width and value.isdigit():
            return value.zfill(self.width)
        return value


OPEN = Format()


def widened(one: Format, two: Format) -> Format:
    """A format that holds for a field which two alternatives write differently."""
    if one == two:
        return one
    if one.kind == two.kind == "choice":
        return Format("choice", 0, tuple(dict.fromkeys((*one.choices, *two.choices))))
    return Format("int") if one.kind == two.kind == "int" else OPEN


@dataclass(frozen=True, slots=True)
class Token:
    """One piece: literal text, a field, an uncaptured choice, or a wildcard."""

    kind: Literal["literal", "field", "choice", "star", "folders", "anything"]
    text: str = ""  # literal text, or the field's name
    format: Format | None = None  # of a field: None = inherited or open


_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|(\*\*/)|(\*\*)|(\*)")

_WIDTH = re.compile(r"0?[1-9][0-9]*")


def parse_format(text: str) -> Format:
    """The format behind the colon of a field."""
    if text == "d":
        return Format("int")
    if text.endswith("d") and _WIDTH.fullmatch(text[:-1]) and text[0] == "0":
        return Format("int", int(text[:-1]))
    if text.isdigit() and int(text) > 0:
        return Format("width", int(text))
    if text == "i":
        return Format("anycase")
    if text == "text":
        return Format("text")
    return Format("choice", 0, tuple(text.split("|")))


@functools.cache
def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a template. Raises DeclarationError for a brace that is not closed."""
    tokens: list[Token] = []
    literal = ""
    at = 0
    for found in _PIECE.finditer(text):
        literal += text[at : found.start()]
        at = found.end()
        whole = found.group()
        if whole in ("{{", "}}"):
            literal += whole[0]
            continue
        if literal:
            tokens.append(Token("literal", literal))
            literal = ""
        if found.group(1) is not None:
            tokens.append(_field(found.group(1), text))
        elif whole == "**/" and (found.start() == 0 or text[found.start() - 1] in "/!>"):
            tokens.append(Token("folders"))
        elif whole == "**/":
            tokens.extend((Token("anything"), Token("literal", "/")))
        else:
            tokens.append(Token("anything" if whole == "**" else "star"))
    literal += text[at:]
    if "{" in text[at:] or "}" in text[at:]:
        raise DeclarationError(f'"{text}" has a brace without its pair. Write {{{{ for a brace.')
    if literal:
        tokens.append(Token("literal", literal))
    return tuple(tokens)


def _field(inner: str, text: str) -> Token:
    name, colon, format = inner.partition(":")
    if not colon or format[:1] in ("", " "):
        if not inner.strip():
            raise DeclarationError(f'"{text}" has an empty {{}}: give the field a name.')
        return Token("field", inner.strip())
    if not name:
        return Token("choice", "", Format("choice", 0, tuple(format.split("|"))))
    return Token("field", name.strip(), parse_format(format))


def fields_of(text: str) -> tuple[str, ...]:
    """The fields a template names, each once."""
    return tuple(dict.fromkeys(t.text for t in tokenize(text) if t.kind == "field"))
