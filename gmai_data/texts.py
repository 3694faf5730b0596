"""Texts that the source itself brings: questions, dialogues, captions, reports; its own words."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from gmai_data.declare import Source
from gmai_data.distractors import LETTERS
from gmai_data.facts import qualifiers
from gmai_data.plans import Plan
from gmai_data.schema import Fact, Pairs, Slice

_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u2060\ufeff\ue000-\uf8ff]")
_TOKENS: Final = re.compile(r"<image>|<br\s*/?>|</?p>", re.IGNORECASE)
_OPTION: Final = re.compile(r"^\s*[A-H]\s*[.:：、)．]\s*")
_SHORT_EN: Final = 6  # words of an answer that is a label rather than an explanation
_SHORT_ZH: Final = 12  # characters


def texts(source: Source, facts: Sequence[Fact], slice: Slice) -> list[tuple[str, list[Plan]]]:
    """Plans by language, in the source's order; a text stays in the language it is written in."""
    found: dict[str, list[Plan]] = {"en": [], "zh": []}
    for fact in facts:
        for language, plan in _plans(source, facts, fact, slice):
            found[language].append(plan)
    return [(language, plans) for language, plans in found.items() if plans]


def _plans(
    source: Source, facts: Sequence[Fact], fact: Fact, slice: Slice
) -> Iterator[tuple[str, Plan]]:
    if fact.kind == "question":
        yield from _question(source, facts, fact, slice)
    elif fact.kind == "dialogue":
        yield from _dialogue(source, fact, slice)
    elif fact.kind == "caption" and slice.width:
        text = cleaned(fact.value)
        yield (
            _language(fact.unit, text, source),
            Plan("caption", "caption-source", "caption-source", (fact,), (("text", text),)),
        )
    elif fact.kind == "report" and slice.width:
        first = next(f for f in facts if f.kind == fact.kind)
        if fact is not first:  # sections of one report are one text
            return
        group = [f for f in facts if f.kind == fact.kind]
        named = [f"{f.unit.capitalize()}: {cleaned(f.value)}" if f.unit else cleaned(f.value)
                 for f in group]  # fmt: skip
        text = "\n".join(named if len(group) > 1 else [cleaned(fact.value)])
        yield (
            _language("", text, source),
            Plan("caption", "caption-source", "caption-source", tuple(group), (("text", text),)),
        )


def cleaned(text: str) -> str:
    """NFC, one kind of line end, no control characters, no image tokens or HTML breaks."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = _UNSEEN.sub("", _TOKENS.sub(" ", text))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+", " ", text)).strip()


def _language(declared: str, text: str, source: Source) -> str:
    if declared[:2].lower() in ("en", "zh"):
        return declared[:2].lower()
    if declared.lower() in ("chinese", "cn"):
        return "zh"
    letters = sum(c.isalpha() for c in text)
    if letters and len(_HAN.findall(text)) * 3 > letters:
        return "zh"
    return "zh" if source.language == "zh" and _HAN.search(text) else "en"


def _question(
    source: Source, facts: Sequence[Fact], fact: Fact, slice: Slice
) -> Iterator[tuple[str, Plan]]:
    about = list(qualifiers(facts, fact.id))
    slots = {f.kind: cleaned(f.value) for f in about if f.kind != "choice"}
    question = cleaned(fact.value)
    choices = [_OPTION.sub("", cleaned(f.value)) for f in about if f.kind == "choice"]
    answer = slots.get("answer", "")
    letter = slots.get("letter", "")
    if choices:
        letter = letter or _letter_of(answer, choices)
        if not letter or LETTERS.index(letter) >= len(choices):
            return
        answer = choices[LETTERS.index(letter)]
        if len(set(choices)) != len(choices):
            return
    if not answer or not question:
        return
    language = _language(fact.unit, question + answer, source)
    pairs: list[tuple[str, str]] = [("question", question), ("answer", answer)]
    pairs += [("letter", letter)] if choices else []
    pairs += [(f"choice{i}", choice) for i, choice in enumerate(choices)]
    pairs += [(key, slots[key]) for key in ("explanation", "context") if key in slots]
    subset = _subset(answer, language, bool(choices), slice)
    yield language, Plan(subset, "source-question", "source-question", (fact, *about), tuple(pairs))


def _letter_of(answer: str, choices: Sequence[str]) -> str:
    if len(answer) == 1 and answer.upper() in LETTERS:
        return answer.upper()
    plain = _OPTION.sub("", answer).lower()
    same = [i for i, choice in enumerate(choices) if choice.lower() == plain]
    return LETTERS[same[0]] if len(same) == 1 else ""


def _subset(answer: str, language: str, closed: bool, slice: Slice) -> str:
    if not slice.width:
        return "text-single"
    short = len(answer) <= _SHORT_ZH if language == "zh" else len(answer.split()) <= _SHORT_EN
    return "percept" if closed or short else "instruct"


def _dialogue(source: Source, fact: Fact, slice: Slice) -> Iterator[tuple[str, Plan]]:
    turns = _turns(fact.value)
    if len(turns) < 2:
        return
    language = _language(fact.unit, " ".join(text for _, text in turns), source)
    pairs: Pairs = tuple((f"{i}-{role}", text) for i, (role, text) in enumerate(turns))
    subset = "instruct" if slice.width else "text-multi" if len(turns) > 2 else "text-single"
    yield language, Plan(subset, "source-dialogue", "source-dialogue", (fact,), pairs)


def _turns(text: str) -> list[tuple[str, str]]:
    """User first, assistant last, in turn; neighbours of one role are one turn."""
    try:
        rows = json.loads(text)
    except json.JSONDecodeError:
        return []
    turns: list[tuple[str, str]] = []
    for row in rows if isinstance(rows, list) else ():
        role, said = str(row.get("role", "")), cleaned(str(row.get("text", "")))
        if role not in ("user", "assistant") or not said:
            continue
        if turns and turns[-1][0] == role:
            turns[-1] = (role, f"{turns[-1][1]}\n{said}")
        elif turns or role == "user":
            turns.append((role, said))
    return turns if not turns or turns[-1][0] == "assistant" else turns[:-1]
