"""Every way a template reads a text, for the few texts that it reads in several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gmai_data.grammar.patterns import pattern_of, regex_of
from gmai_data.grammar.template import Template
from gmai_data.grammar.tokens import Token


def readings(template: Template, text: str, limit: int = 64) -> Iterator[tuple[str, ...]]:
    """Every distinct reading of ``text``, at most ``limit``; values in order of ``fields``.

    Found by fixing the first free field to each of its possible lengths in turn.
    """
    seen: set[tuple[str, ...]] = set()
    stack: list[tuple[int, Mapping[str, str]]] = [(0, {})]
    while stack and len(seen) < limit:
        depth, fixed = stack.pop()
        if depth == len(template.fields):
            values = tuple(fixed[name] for name in template.fields)
            if values not in seen:
                seen.add(values)
                yield values
            continue
        name = template.fields[depth]
        for value in _candidates(template, name, text):
            trial = {**fixed, name: value}
            if _fits(template, trial, text):
                stack.append((depth + 1, trial))


def _candidates(template: Template, name: str, text: str) -> list[str]:
    format = template.formats[name]
    level = "[^/]" if template.cell else "[^/!]"
    pattern = re.compile(pattern_of(format, level, False, template.cell))
    ends = range(len(text) + 1)
    texts = {text[i:j] for i in ends for j in ends[i + 1 :] if pattern.fullmatch(text[i:j])}
    return sorted(format.canonical(t) for t in texts)


def _fits(template: Template, fixed: Mapping[str, str], text: str) -> bool:
    pieces = []
    for token in template.tokens:
        if token.kind == "field" and token.text in fixed:
            value = fixed[token.text]
            padded = template.formats[token.text].kind == "int"
            pieces.append(Token("literal", template.formats[token.text].written(value))
                          if not padded or template.formats[token.text].width
                          else Token("literal", value))  # fmt: skip
        else:
            pieces.append(token)
    return (
        regex_of(pieces, template.formats, template.cell, lazy=False)[0].fullmatch(text) is not None
    )
