"""Texts that the source itself brings: questions, dialogues, captions, reports; its own words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final

from gmai_data.declare import Source
from gmai_data.schema import Fact, Pairs, Slice
from gmai_data.words.cleaning import cleaned, readable
from gmai_data.words.distractors import LETTERS
from gmai_data.words.facts import qualifiers
from gmai_data.words.plans import Plan

_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
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
        text = readable(fact.value)
        if text:
            plan = Plan("caption", "caption-source", "caption-source", (fact,), (("text", text),))
            yield _language(fact.unit, text, source), plan
    elif fact.kind == "report" and slice.width:
        if fact.of:  # sections of one report are one text, said with its first section
            return
        texts = {f: readable(f.value) for f in (fact, *qualifiers(facts, fact.id))}
        group = [f for f, text in texts.items() if text]
        named = [f"{f.unit.capitalize()}: {texts[f]}" if f.unit else texts[f] for f in group]
        text = "\n".join(named if len(group) > 1 else [texts[f] for f in group])
        if text:
            slots = (("text", text),)
            plan = Plan("caption", "caption-source", "caption-source", tuple(group), slots)
            yield _language("", text, source), plan


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
    # Empty choices are none: a source's letter counts them, the letters that are printed do not.
    numbered = [(f.unit, _OPTION.sub("", cleaned(f.value))) for f in about if f.kind == "choice"]
    choices = [choice for _, choice in numbered]
    answer = slots.get("answer", "")
    letter = slots.get("letter", "")
    if choices:
        numbers = [number for number, _ in numbered]
        if letter:
            number = str(LETTERS.find(letter))
            letter = LETTERS[numbers.index(number)] if number in numbers else ""
            if numbers != [str(n) for n in range(len(numbers))]:
                slots.pop("explanation", None)  # it may speak of the letters as they were
        else:
            letter = _letter_of(answer, choices)
        if not letter:
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
