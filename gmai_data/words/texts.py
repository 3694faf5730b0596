"""Texts that the source itself brings: questions, dialogues, captions, reports; its own words.

What cannot be used is refused with a rule, never left out in silence: a letter that names no
choice, two choices that are the same, a dialogue of one side only, a text of nothing but templates.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final

from gmai_data.declare import Caption, Report, Source, label_parts
from gmai_data.errors import RejectedItem
from gmai_data.schema import Fact, Pairs, Slice
from gmai_data.words.cleaning import cleaned, readable
from gmai_data.words.distractors import LETTERS
from gmai_data.words.facts import qualifiers
from gmai_data.words.leftovers import without_leftovers
from gmai_data.words.plans import Plan

Found = tuple[str, Plan] | RejectedItem  # a language and what is to be asked, or why not
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_OPTION: Final = re.compile(r"^\s*[A-J]\s*[.:：、)．]\s*")
_SHORT_EN: Final = 6  # words of an answer that is a label rather than an explanation
_SHORT_ZH: Final = 12  # characters
# Sections of a report that answer a question of their own; the key is what the unit contains.
_SECTIONS: Final = ("impression", "conclusion", "findings", "结论", "诊断", "印象", "所见", "表现")


def texts(source: Source, facts: Sequence[Fact], slice: Slice) -> list[tuple[str, list[Plan]]]:
    """Plans by language, in the source's order; a text stays in the language it is written in."""
    found: dict[str, list[Plan]] = {"en": [], "zh": []}
    for item in _found(source, facts, slice):
        if not isinstance(item, RejectedItem):
            found[item[0]].append(item[1])
    return [(language, plans) for language, plans in found.items() if plans]


def unusable(source: Source, facts: Sequence[Fact], slice: Slice) -> list[RejectedItem]:
    """Why texts of the source are not used, in its order: filters, never counted as corrupt."""
    return [item for item in _found(source, facts, slice) if isinstance(item, RejectedItem)]


def _found(source: Source, facts: Sequence[Fact], slice: Slice) -> Iterator[Found]:
    for fact in facts:
        if fact.kind == "question":
            yield _question(source, facts, fact, slice)
        elif fact.kind == "dialogue":
            yield _dialogue(source, facts, fact, slice)
        elif fact.kind == "caption" and slice.width:
            text = readable(fact.value)
            if text:
                slots = (("text", text), *_whole(source, slice))
                plan = Plan("caption", "caption-source", "caption-source", (fact,), slots)
                yield _language(fact.unit, text, source), plan
            else:
                yield _refused("no-text", fact)
        elif fact.kind == "report" and slice.width and not fact.of:
            yield from _report(source, facts, fact, slice)  # its other sections are facts of it


def _refused(rule: str, fact: Fact, value: str = "") -> RejectedItem:
    return RejectedItem("policy", rule, (value or cleaned(fact.value))[:200])


def _whole(source: Source, slice: Slice) -> Pairs:
    """A text about an examination is asked for as that: one picture does not show it all."""
    of_study = any(
        isinstance(part, Report | Caption) and part.level != "image" for part in label_parts(source)
    )
    return (("whole", "yes"),) if slice.count > 1 or of_study else ()


def _report(source: Source, facts: Sequence[Fact], fact: Fact, slice: Slice) -> Iterator[Found]:
    texts = {f: readable(f.value) for f in (fact, *qualifiers(facts, fact.id))}
    group = [f for f, text in texts.items() if text]
    named = [f"{f.unit.capitalize()}: {texts[f]}" if f.unit else texts[f] for f in group]
    text = "\n".join(named if len(group) > 1 else [texts[f] for f in group])
    if not text:
        yield _refused("no-text", fact)
        return
    language = _language("", text, source)
    slots: Pairs = (("text", text), *_whole(source, slice))
    yield language, Plan("caption", "caption-source", "caption-source", tuple(group), slots)
    for section in _SECTIONS:
        one = next((f for f in group if section in f.unit.lower()), None)
        if one is not None:
            kind = "conclusion" if _SECTIONS.index(section) in (0, 1, 3, 4, 5) else "findings"
            slots = (("text", texts[one]), ("section", kind))
            yield language, Plan("instruct", "source-report", "source-report", (one,), slots)
            return


def _language(declared: str, text: str, source: Source) -> str:
    if declared[:2].lower() in ("en", "zh"):
        return declared[:2].lower()
    if declared.lower() in ("chinese", "cn"):
        return "zh"
    letters = sum(c.isalpha() for c in text)
    if letters and len(_HAN.findall(text)) * 3 > letters:
        return "zh"
    return "zh" if source.language == "zh" and _HAN.search(text) else "en"


def _question(source: Source, facts: Sequence[Fact], fact: Fact, slice: Slice) -> Found:
    about = list(qualifiers(facts, fact.id))
    slots = {f.kind: cleaned(f.value) for f in about if f.kind != "choice"}
    question, taken = _tidy(fact.value, slice)
    # Empty choices are none: a source's letter counts them, the letters that are printed do not.
    numbered = [(f.unit, _OPTION.sub("", cleaned(f.value))) for f in about if f.kind == "choice"]
    choices = [choice for _, choice in numbered]
    answer, more = _tidy(slots.get("answer", ""), slice)
    letter = slots.get("letter", "")
    if choices:
        answer = slots.get("answer", "")
        if letter == "?" or not (letter or answer):
            return _refused("no-answer", fact)
        if len(set(choices)) != len(choices):
            return _refused("same-choices", fact, " | ".join(choices))
        numbers = [number for number, _ in numbered]
        if letter:
            number = str(LETTERS.find(letter))
            if number not in numbers:
                return _refused("letter-without-choice", fact, f"{letter}: {' | '.join(choices)}")
            letter = LETTERS[numbers.index(number)]
            if numbers != [str(n) for n in range(len(numbers))]:
                slots.pop("explanation", None)  # it may speak of the letters as they were
        else:
            letter = _letter_of(answer, choices)
            if not letter:
                return _refused("answer-without-choice", fact, f"{answer}: {' | '.join(choices)}")
        answer = choices[LETTERS.index(letter)]
    if _bare(slots.get("explanation", "")) == _bare(answer):
        slots.pop("explanation", None)  # it only says the answer again
    if not question:
        return _refused("no-question", fact)
    if not answer:
        return _refused("no-answer", fact)
    language = _language(fact.unit, question + answer, source)
    pairs: list[tuple[str, str]] = [("question", question), ("answer", answer)]
    pairs += [("letter", letter)] if choices else []
    pairs += [(f"choice{i}", choice) for i, choice in enumerate(choices)]
    pairs += [(key, slots[key]) for key in ("explanation", "context") if key in slots]
    subset = _subset(answer, language, bool(choices), slice)
    used = (fact, *about, *_taken(facts, fact, {*taken, *more}))
    return language, Plan(subset, "source-question", "source-question", used, tuple(pairs))


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _tidy(text: str, slice: Slice) -> tuple[str, tuple[str, ...]]:
    """Texts about no picture are rid of what their platform left in them."""
    return (cleaned(text), ()) if slice.width else without_leftovers(text)


def _taken(facts: Sequence[Fact], fact: Fact, taken: set[str]) -> tuple[Fact, ...]:
    """A fact that says what was taken out of a text; the text's own fact holds it still."""
    if not taken:
        return ()
    return (Fact(id=f"f{len(facts) + int(fact.id[1:])}", kind="cleaned",
                 value=", ".join(sorted(taken)), of=fact.id),)  # fmt: skip


def _letter_of(answer: str, choices: Sequence[str]) -> str:
    if len(answer) == 1 and answer.upper() in LETTERS[: len(choices)]:
        return answer.upper()
    plain = _OPTION.sub("", answer).lower()
    same = [i for i, choice in enumerate(choices) if choice.lower() == plain]
    return LETTERS[same[0]] if len(same) == 1 else ""


def _subset(answer: str, language: str, closed: bool, slice: Slice) -> str:
    if not slice.width:
        return "text-single"
    short = len(answer) <= _SHORT_ZH if language == "zh" else len(answer.split()) <= _SHORT_EN
    return "percept" if closed or short else "instruct"


def _dialogue(source: Source, facts: Sequence[Fact], fact: Fact, slice: Slice) -> Found:
    turns, taken = _turns(fact.value, slice)
    if len(turns) < 2:
        return _refused("no-dialogue", fact)
    language = _language(fact.unit, " ".join(text for _, text in turns), source)
    pairs: Pairs = tuple((f"{i}-{role}", text) for i, (role, text) in enumerate(turns))
    subset = "instruct" if slice.width else "text-multi" if len(turns) > 2 else "text-single"
    used = (fact, *_taken(facts, fact, taken))
    return language, Plan(subset, "source-dialogue", "source-dialogue", used, pairs)


def _turns(text: str, slice: Slice) -> tuple[list[tuple[str, str]], set[str]]:
    """User first, assistant last, in turn; neighbours of one role are one turn."""
    taken: set[str] = set()
    try:
        rows = json.loads(text)
    except json.JSONDecodeError:
        return [], taken
    turns: list[tuple[str, str]] = []
    for row in rows if isinstance(rows, list) else ():
        role = str(row.get("role", ""))
        said, more = _tidy(str(row.get("text", "")), slice)
        if role not in ("user", "assistant"):
            continue
        taken.update(more)
        if not said:
            continue
        if turns and turns[-1][0] == role:
            turns[-1] = (role, f"{turns[-1][1]}\n{said}")
        elif turns or role == "user":
            turns.append((role, said))
    return turns if not turns or turns[-1][0] == "assistant" else turns[:-1], taken
