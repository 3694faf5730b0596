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
        if _may_be_read_twice(tokens, formats)
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


_SUFFIX = re.compile(r"(?:\.[A-Za-z][A-Za-z0-9]{0,7}){1,2}$")


def regex_of(
    tokens: Sequence[Token], formats: Mapping[str, Format], cell: bool, *, lazy: bool
) -> tuple[re.Pattern[str], dict[str, list[int]]]:
    """The regular expression of tokens, and per field the numbers of its groups."""
    out: list[str] = []
    groups: dict[str, list[int]] = {}
    count = 0
    skip_slash = False
    level = "[^/]" if cell else "[^/!]"
    more = "?" if lazy else ""
    for at, token in enumerate(tokens):
        if token.kind == "literal":
            text = token.text[1:] if skip_slash else token.text
            skip_slash = False
            out.append(_literal(text, last=at == len(tokens) - 1, cell=cell))
        elif token.kind == "star":
            out.append(f"{level}*{more}")
        elif token.kind == "anything":
            out.append(f"(?s:.*{more})")
        elif token.kind == "folders":
            out.append(f"(?:[^!]*{more}/)?{more}" if not cell else f"(?:.*{more}/)?{more}")
        elif token.kind == "choice":
            assert token.format is not None
            choice = _choice(token.format.choices, lazy)
            out.append(f"(?i:{choice})" if _ends(tokens, at) else f"(?:{choice})")
        else:
            name, format = token.text, formats[token.text]
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            if name in groups and format.kind != "int" and "." not in format.choices:
                back = f"(?P=g{groups[name][0]})"
                out.append(f"(?i:{back})" if format.kind == "anycase" else back)
                continue
            groups.setdefault(name, []).append(count)
            inner = f"(?P<g{count}>{pattern_of(format, level, lazy, cell)})"
            count += 1
            if "." in format.choices and after and after.text.startswith("/"):
                inner, skip_slash = f"(?:{inner}/)?", True
            out.append(inner)
    return re.compile("".join(out)), groups


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at == len(tokens) - 1 and at > 0 and tokens[at - 1].text.endswith(".")


def _literal(text: str, *, last: bool, cell: bool) -> str:
    found = _SUFFIX.search(text) if last and not cell else None
    if not found:
        return re.escape(text)
    return re.escape(text[: found.start()]) + f"(?i:{re.escape(found.group())})"


def _choice(choices: Sequence[str], lazy: bool) -> str:
    return "|".join(re.escape(c) for c in sorted(choices, key=len, reverse=not lazy) if c != ".")


def pattern_of(format: Format, level: str, lazy: bool, cell: bool) -> str:
    """The regular expression of one field."""
    more = "?" if lazy else ""
    if format.kind == "int":
        if not format.width:
            return ("-?" if cell else "") + rf"[0-9]+{more}"
        short, long = rf"[0-9]{{{format.width}}}", rf"[1-9][0-9]{{{format.width},}}{more}"
        return f"{short}|{long}" if lazy else f"{long}|{short}"
    if format.kind == "width":
        return f"{level}{{{format.width}}}"
    if format.kind == "choice":
        return _choice(format.choices, lazy)
    if format.kind == "text":
        return rf"(?s:.+{more})"
    return f"{level}+{more}"


def _may_be_read_twice(tokens: Sequence[Token], formats: Mapping[str, Format]) -> bool:
    """Whether some text could be read in two ways: two free pieces in one level, or two ``**``."""
    free = captures = deep = 0
    previous: str = ""  # kind of the piece before, with nothing but literals between
    gap = "x"  # the literal text since it
    for token in tokens:
        if token.kind == "literal":
            if "/" in token.text or "!" in token.text:
                free, previous = 0, ""
            gap = token.text
            continue
        if token.kind in ("folders", "anything"):
            deep += 1
            free += token.kind == "anything"
        elif token.kind == "star":
            free += 1
        else:
            format = token.format if token.kind == "choice" else formats[token.text]
            assert format is not None
            captures += token.kind == "field"
            if format.kind == "int":
                if previous == "int" and (not gap or gap[0].isdigit() or gap[-1].isdigit()):
                    return True
                if previous == "free" and (not gap or gap[-1].isdigit()):
                    return True
            elif format.kind in ("open", "anycase", "text") or _prefixed(format.choices):
                free += 1
                if previous == "int" and (not gap or gap[0].isdigit()):
                    return True
                if format.kind == "text":
                    deep += 1
        if (free > 1 and captures) or (deep > 1 and captures):
            return True
        kind = formats[token.text].kind if token.kind == "field" else token.kind
        previous, gap = ("int" if kind == "int" else "free"), ""
    return False


def _prefixed(choices: Sequence[str]) -> bool:
    return any(a != b and (b.startswith(a) or b.endswith(a)) for a in choices for b in choices if a)


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
