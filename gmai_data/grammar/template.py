"""The one template language: paths, cells, column names and positions in a document.

``{name}`` captures within one folder level, ``{name:d}`` an integer, ``{name:05d}`` a zero-padded
one, ``{name:4}`` exactly four characters, ``{name:a|b}`` one of these, ``{name:i}`` letters in any
case, ``{name:text}`` anything. ``{:a|b}`` chooses without capturing, ``*`` is anything within a
level, ``**/`` any folders or none. Everything else is literal. A template compiles to a regular
expression; where two readings are possible a second, lazy one finds them.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gmai_data.errors import DeclarationError
from gmai_data.grammar.patterns import may_be_read_twice, regex_of
from gmai_data.grammar.tokens import OPEN, Format, Token, tokenize


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template. ``fields`` are its captures in order of first appearance."""

    text: str
    tokens: tuple[Token, ...]
    fields: tuple[str, ...]
    formats: Mapping[str, Format]
    regex: re.Pattern[str]
    lazy: re.Pattern[str] | None  # set where two readings are possible
    groups: tuple[tuple[int, ...], ...]  # per field: indices of its groups
    prefix: str  # literal start
    suffix: str  # literal end, lower case
    cell: bool = field(default=False)

    @property
    def renders(self) -> bool:
        """Whether all known fields give one exact text (no wildcard, no unpadded integer)."""
        for token in self.tokens:
            if token.kind not in ("literal", "field"):
                return False
            if token.kind == "field":
                format = self.formats[token.text]
                if format.kind == "anycase" or (format.kind == "int" and not format.width):
                    return False
        return True


def compile_template(
    text: str, known: Mapping[str, Format] | None = None, *, cell: bool = False
) -> Template:
    """Compile ``text``; a field without a format inherits the one in ``known``.

    ``cell`` is for table cells and names: ``!`` is an ordinary character there.
    Raises DeclarationError where two captures touch.
    """
    return _compile(text, tuple(sorted((known or {}).items())), cell)


@functools.lru_cache(maxsize=4096)
def _compile(text: str, known: tuple[tuple[str, Format], ...], cell: bool) -> Template:
    tokens = tokenize(text)
    formats: dict[str, Format] = {}
    inherited = dict(known)
    for token in tokens:
        if token.kind == "field":
            given = token.format or formats.get(token.text) or inherited.get(token.text) or OPEN
            formats.setdefault(token.text, given)
    for one, two in itertools.pairwise(tokens):
        if one.kind == two.kind == "field" and _open(formats[one.text], formats[two.text]):
            raise DeclarationError(
                f'"{text}": {{{one.text}}}{{{two.text}}} touch, so there is no telling where one '
                f"ends. Give one a width or type: {{{one.text}:d}}, {{{one.text}:4}} or "
                f"{{{one.text}:x|y}}."
            )
    greedy, groups = regex_of(tokens, formats, cell, lazy=False)
    lazy = (
        regex_of(tokens, formats, cell, lazy=True)[0]
        if may_be_read_twice(tokens, formats)
        else None
    )
    fields = tuple(formats)
    first, last = tokens[0] if tokens else None, tokens[-1] if tokens else None
    return Template(
        text=text, tokens=tokens, fields=fields, formats=formats, regex=greedy, lazy=lazy,
        groups=tuple(tuple(groups[name]) for name in fields),
        prefix=first.text if first and first.kind == "literal" and len(tokens) > 1 else "",
        suffix=last.text.lower() if last and last.kind == "literal" else "",
        cell=cell,
    )  # fmt: skip


def _open(one: Format, two: Format) -> bool:
    free = ("open", "anycase", "text")
    return one.kind in free and two.kind in free


def values_of(template: Template, found: re.Match[str]) -> tuple[str, ...] | None:
    """Canonical values of a match, in order of ``fields``; None if a repeated integer differs."""
    groups = found.groups()
    values = []
    for name, indices in zip(template.fields, template.groups, strict=True):
        format = template.formats[name]
        texts = {format.canonical(groups[i] or ".") for i in indices}
        if len(texts) > 1:
            return None
        values.append(texts.pop())
    return tuple(values)


def match(template: Template, text: str) -> dict[str, str] | None:
    """The fields of ``text``, or None. Raises DeclarationError where two readings differ."""
    found = template.regex.fullmatch(text)
    if not found:
        return None
    values = values_of(template, found)
    if values is None:
        return None
    if template.lazy is not None:
        other = template.lazy.fullmatch(text)
        if other and (second := values_of(template, other)) not in (None, values):
            raise ambiguous(template, text, second or (), values)
    return dict(zip(template.fields, values, strict=True))


def ambiguous(
    template: Template, text: str, one: Sequence[str], two: Sequence[str]
) -> DeclarationError:
    """The error that shows both readings of ``text``."""
    pairs = list(zip(template.fields, one, two, strict=True))
    differ = [(n, a, b) for n, a, b in pairs if a != b]
    name = differ[0][0]
    first = ", ".join(f"{n}={a}" for n, a, _ in differ)
    second = ", ".join(f"{n}={b}" for n, _, b in differ)
    return DeclarationError(
        f"\"{template.text}\" reads '{text}' as {first} or {second}. "
        f"Say which: {{{name}:d}}, {{{name}:4}} or {{{name}:x|y}}."
    )


def render(template: Template, row: Mapping[str, str | None]) -> str | None:
    """The text with every field written out; None where one has no value.

    Raises DeclarationError for a wildcard, which stands for no one text.
    """
    out = []
    for token in template.tokens:
        if token.kind == "literal":
            out.append(token.text)
        elif token.kind == "field":
            value = row.get(token.text)
            if value is None:
                return None
            out.append((token.format or template.formats[token.text]).written(value))
        else:
            raise DeclarationError(f'"{template.text}" has a wildcard and cannot be written out.')
    text = "".join(out)
    if any("." in format.choices for format in template.formats.values()):  # a level left out
        text = text.replace("/./", "/").removeprefix("./")
    return text
