"""The regular expression of a template, and whether it could read some text in two ways."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gmai_data.grammar.tokens import Format, Token


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


_SUFFIX = re.compile(r"(?:\.[A-Za-z][A-Za-z0-9]{0,7}){1,2}$")


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


def may_be_read_twice(tokens: Sequence[Token], formats: Mapping[str, Format]) -> bool:
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
