"""Requests become answers: the offline realiser, and what a model is told instead.

How a model is asked is in `model/` and `work/answering.py`. The realiser phrases the request's
facts through the ``offline`` block of its prompt. It is pure: the same request gives the same text
everywhere. Phrases carry invisible marks of the facts they rest on, so each turn's evidence is what
was really said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, Final

from gmai_data.errors import RejectedItem
from gmai_data.schema import Answer, Fact, Request, Slice, Turn
from gmai_data.words import chinese, english
from gmai_data.words.distractors import LETTERS
from gmai_data.words.facts import PRESENT, REGIONS
from gmai_data.words.imaging import (
    MODALITY_WORDS,
    PLANE_WORDS,
    POSITION_WORDS,
    SEQUENCE_WORDS,
    VIEW_WORDS,
    WINDOW_WORDS,
)
from gmai_data.words.items import Item, items_of, mark, marked
from gmai_data.words.pictures import picture_words
from gmai_data.words.prompts import ASSISTANT, USER, Prompts

OFFLINE: Final = "offline"


def _imaging(language: str) -> SimpleNamespace:
    """Names of closed sets, for questions whose answer is a modality, plane or sequence."""
    tables: dict[str, Any] = {
        "modality": MODALITY_WORDS, "plane": PLANE_WORDS, "view": VIEW_WORDS,
        "sequence": SEQUENCE_WORDS, "window": WINDOW_WORDS,
    }  # fmt: skip
    field = "name" if language == "en" else "zh"
    names = {
        kind: {key: str(getattr(wording, field)) for key, wording in table.items()}
        for kind, table in tables.items()
    }
    index = 0 if language == "en" else 1
    names["position"] = {key: pair[index] for key, pair in POSITION_WORDS.items()}
    return SimpleNamespace(**names)


def _fact_of(facts: Sequence[Fact], kind: str) -> Fact:
    """The picture's fact of a kind."""
    return next(f for f in facts if f.kind == kind and not f.of)


def _ids(facts: Sequence[Fact]) -> list[str]:
    return [fact.id for fact in facts]


_WORDS: Final = {
    "en": SimpleNamespace(
        np=english.phrase, sized=english.sized, the=english.definite, noun=english.noun,
        list=english.listing, many=english.many, size=english.size, share=english.share,
        measure=english.measure, number=english.number, a=english.article,
        indefinite=english.indefinite, plural=english.plural, numbers=english.NUMBERS,
        names=_imaging("en"), mark=mark, fact_of=_fact_of, ids=_ids,
        each=english.each, nouns=english.nouns, by_reading=english.by_reading,
        single=english.single, fact=english.fact_text, where=english.where,
        kind_word=english.kind_word, none_of=english.none_of, style=english.style,
        inside=english.inside, rated=english.rated, levels=english.levels,
        counted=english.counted,
    ),
    "zh": SimpleNamespace(
        np=chinese.phrase, sized=chinese.sized, noun=chinese.noun, list=chinese.listing,
        size=chinese.size, share=chinese.share, measure=chinese.measure, number=chinese.number,
        counter=chinese.measure_word, numbers=chinese.NUMBERS, names=_imaging("zh"), mark=mark,
        fact_of=_fact_of, ids=_ids,
        each=chinese.each, nouns=chinese.nouns, by_reading=english.by_reading,
        where=chinese.where, kind_word=chinese.kind_word, single=english.single,
        simple=chinese.simple, term=chinese.term_name, terms=chinese.term_names,
        fact=chinese.fact_text,
        style=english.style, inside=chinese.inside,
        rated=english.rated, levels=english.levels,
    ),
}  # fmt: skip


def answer_offline(request: Request, slice: Slice, prompts: Prompts) -> Answer:
    """The request's facts, phrased. Same request, same text.

    Raises:
        RejectedItem: the prompt gave no question or no answer (rule ``empty-answer``).
    """
    prompt = prompts.get(request.prompt, request.language)
    text = prompts.render(
        request.prompt, request.language, "offline", request.seed, values_of(request)
    )
    tidy = english.sentences if request.language == "en" else chinese.sentences
    turns = []
    for piece in text.replace(USER, "\0" + USER).replace(ASSISTANT, "\0" + ASSISTANT).split("\0"):
        if not piece.startswith((USER, ASSISTANT)):
            continue
        said = piece[1:].strip() if prompt.verbatim else tidy(piece[1:])
        said, evidence = marked(said)
        turns.append(
            Turn(role="user" if piece[0] == USER else "assistant", text=said, evidence=evidence)
        )
    if len(turns) < 2 or not all(turn.text for turn in turns):
        raise RejectedItem("corrupt", "empty-answer", f"{request.prompt} said nothing")
    return Answer(request=request.key, turns=tuple(turns), generator=OFFLINE)


def instruction(request: Request, prompts: Prompts) -> tuple[str, str]:
    """What a model is told: the system part and the user part of the prompt's ``ask`` block.

    The image goes with the user part. ``prompts`` must be loaded with ``block="ask"`` for its
    fingerprints to be those of the instruction.
    """
    values = values_of(request)
    text = prompts.render(request.prompt, request.language, "ask", request.seed, values)
    system, _, user = text.partition(USER)
    return marked(system)[0].strip(), marked(user)[0].strip()


def values_of(request: Request) -> dict[str, Any]:
    """What a prompt may use: the picture's names, the items by their part in a text, and slots."""
    items = items_of(request.facts)
    here = [item for item in items if item.level == "image"]
    located = [item for item in here if item.objects > 1 or item.box or item.size]
    structures = [i for i in here if i.kind == "organ" and i.unit != "view"]
    # What the picture is of stands in its name: "radiograph of the hand".
    views = [i for i in here if i.unit == "view"]
    said = [*located, *structures, *views]
    if request.task == "percept-class":  # a picture of a part is asked for that part
        said = views if any(i.kind in PRESENT and i not in views for i in here) else []
    names = {i.term.term for i in here}
    return {
        "p": picture_words(request.facts, request.language),
        "w": _WORDS[request.language],
        "facts": request.facts,
        "items": items,
        "structures": structures,
        "lesions": [i for i in located if i.kind in PRESENT and i.kind != "organ"],
        "classes": _by_kind([i for i in here if i.kind in PRESENT and i not in said]),
        "grades": [i for i in here if i.kind == "grade"],
        # A number is said with its value, also one of the whole examination.
        "measures": [i for i in items if i.kind == "measure"],
        "absent": [i for i in here if i.kind == "absent"],
        "recorded": [
            i
            for i in items
            if i.level == "study"
            and i.kind not in ("absent", "organ", "measure")
            and i.term.term not in names
        ],
        "slots": {"where": "", "kind": "", **dict(request.slots)},
        "spoken": [(k.rpartition("-")[2], v) for k, v in request.slots if k[:1].isdigit()],
        "task": request.task,
        **_single(request, items),
    }


def _by_kind(items: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    """Image-level classes by kind, in order of first appearance; diseases apart from findings."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        kind = "disease" if item.term.kind == "disease" else item.kind
        groups.setdefault(kind, []).append(item)
    return list(groups.items())


def _single(request: Request, items: Sequence[Item]) -> dict[str, Any]:
    """The item a question is about: the one whose fact ``slots["about"]`` names."""
    slots = dict(request.slots)
    found: dict[str, Any] = {}
    for name in ("about", "other", "absentee"):
        wanted = mark([slots[name]]) if slots.get(name) else ""
        found[name] = next((i for i in items if wanted and wanted in i.mark), None)
    if slots.get("where") or request.task in ("caption-box", "percept-box"):  # one of several
        found["about"] = (
            next(
                (i for i in _objects(request, found["about"]) if mark([slots["about"]]) in i.mark),
                found["about"],
            )
            if found["about"]
            else None
        )
    about = found["about"]
    found["group"] = _objects(request, about) if about else ()
    options = [value for key, value in request.slots if key.startswith("choice")]
    found["options_list"], found["letters"] = options, LETTERS
    letter = slots.get("letter", "")
    found["right"] = options[LETTERS.index(letter)] if letter else ""
    found["answer_mark"] = mark([slots["about"]]) if letter and "about" in slots else ""
    found["float_share"] = float(about.share or 0) if about else 0.0
    return found


def _objects(request: Request, about: Item) -> tuple[Item, ...]:
    """Every object of the item's name as an item of its own, top to bottom, then left to right."""
    facts = request.facts
    group = [
        replace(f, unit="") if f.unit == REGIONS else f
        for f in facts if f.kind == about.kind and f.value == about.term.term
    ]  # fmt: skip
    alone = [items_of([f, *said])[0] for f in group for said in _regions(facts, f)]
    return tuple(sorted(alone, key=lambda item: _corner(item.box)))


def _regions(facts: Sequence[Fact], one: Fact) -> list[list[Fact]]:
    """What qualifies a thing, once for each of its boxes."""
    about = [q for q in facts if q.of == one.id]
    boxes = [q for q in about if q.kind == "box"]
    if len(boxes) < 2:
        return [about]
    said = [q for q in about if q.kind == "side" and q.value in ("left", "right")]
    return [[*said, box] for box in boxes]


def _corner(box: str) -> tuple[str, ...]:
    numbers = box.strip("[]").split(", ")
    return (numbers[1], numbers[0]) if len(numbers) == 4 else ("", "")
