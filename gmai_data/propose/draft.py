"""A declaration in the making: its parts as Python text, and what is said of how it came about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Draft:
    """What a proposal says so far; every value is Python text."""

    cases: str = ""
    root: str = ""  # the folder that everything is in
    join: list[str] = field(default_factory=list)
    subject: str = "NO_SUBJECT"
    split: str = ""
    labels: list[str] = field(default_factory=list)
    modality: str = ""
    department: str = ""
    found: list[str] = field(default_factory=list)  # what is there
    guessed: list[str] = field(default_factory=list)  # what it was taken for
    unsure: list[str] = field(default_factory=list)  # what somebody must decide
    # Path of a table -> its columns with an example cell each; that of the image is a template.
    tables: dict[str, dict[str, str]] = field(default_factory=dict)
    record: tuple[str, ...] = ()  # keys of a record, where records lie in a plain list
    lines: bool = False  # … or on lines
    instead: str = ""  # cases of a table that names only some of the images
    instead_of: str = ""  # the join that it takes the place of


def text(value: str) -> str:
    """A Python string literal in double quotes."""
    plain = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + plain.replace("\r", "\\r").replace("\t", "\\t") + '"'


def key_of(value: Any) -> str:
    """A raw value as the key of a mapping."""
    return str(value) if isinstance(value, int) else text(str(value))


def term_of(*names: str) -> str:
    """The vocabulary term that one of these names is, or ""."""
    from gmai_data.vocabulary import load

    vocabulary = load()
    for name in names:
        plain = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
        plain = " ".join(re.findall(r"[A-Za-z0-9]+", plain)).lower()
        for said in (plain, re.sub(r"^\d+ ", "", plain), plain.removesuffix(" tissue")):
            found = vocabulary.get(said) if said else None
            if found is not None:
                return found.term
    return ""


def names_of(values: list[Any], unsure: list[str], what: str) -> str:
    """A mapping of raw values to terms: ``None`` where no term has that name."""
    rows, unknown = [], []
    for value in values:
        term = term_of(str(value)) if not isinstance(value, int) else ""
        rows.append(f"{key_of(value)}: {text(term) if term else 'None'}")
        if not term:
            unknown.append(str(value))
    if unknown:
        shown = ", ".join(unknown[:8]) + (" …" if len(unknown) > 8 else "")
        unsure.append(f"{what}: which vocabulary terms are {shown}? Each is None (ignored) now.")
    return "{" + ", ".join(rows) + "}"


def call(word: str, *given: str) -> str:
    """``Mask("a", names={…})`` on one line."""
    return f"{word}({', '.join(part for part in given if part)})"
