"""Noun phrases for a thing, with articles and plurals, as a writer would vary them."""

from __future__ import annotations

import re
from typing import Final

from gmai_data import vocabulary
from tests.planted.names import MASS, NAMES

SIDE_ZH: Final = {"left": "左", "right": "右"}

Slots = dict[str, str]


def slots_of(
    name: str, kind: str, side: str, language: str, seed: int
) -> Slots:  # fmt: skip
    bare, noun = bare_name(name, side, language, seed), bare_name(name, "", language, seed)
    if language == "zh":
        return {"np": bare, "noun": noun, "bare": bare}
    known = vocabulary.load().terms.get(name)
    plural = (known is not None and known.noun == "plural") or noun.endswith("lymph nodes")
    mass = plural or noun in MASS or name in MASS or (known is not None and known.noun == "mass")
    definite = kind in ("organ", "tissue")
    np, npn = (
        (f"the {bare}", f"the {noun}") if definite
        else (bare, noun) if mass else (with_article(bare), with_article(noun))
    )  # fmt: skip
    many = noun if mass else _plural(noun)
    return {
        "np": np, "npn": npn, "bare": bare, "noun": noun, "the": f"the {bare}", "pl": many,
        "pls": many, "is": "are" if plural else "is", "has": "have" if plural else "has",
        "lies": "lie" if plural else "lies",
    }  # fmt: skip


def bare_name(name: str, side: str, language: str, seed: int) -> str:
    column = language == "zh"
    known = vocabulary.load().terms.get(name)
    term = name if known is None else known.zh if column else known.term
    forms = [term, *NAMES[name][column].split("|")] if name in NAMES else [term]
    form = forms[seed // 7 % len(forms)]
    word = (SIDE_ZH[side] if column else side) if side else ""
    if "{s}" in form:
        return form.replace("{s}", word) if column else form.replace("{s} ", word and word + " ")
    if not word:
        return form
    return f"{word}侧{form}" if column else f"{word} {form}"


def with_article(noun: str) -> str:
    if noun in MASS:
        return noun
    sound = re.match(r"[aeiou]|[FLMNRSX][A-Z0-9]", noun)
    return f"{'an' if sound else 'a'} {noun}"


def _plural(noun: str) -> str:
    head, joint, rest = noun.partition(" of " if " of " in noun else " in ")
    if head.endswith("is"):
        head = head[:-2] + "es"
    elif head.endswith(("s", "x", "ch", "sh")):
        head += "es"
    elif head.endswith("y"):
        head = head[:-1] + "ies"
    elif head.endswith("vertebra"):
        head += "e"
    else:
        head += "s"
    return head + joint + rest
