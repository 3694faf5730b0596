"""A bound slice becomes requests: which tasks, which facts, and where to put them.

Tasks are chosen by the slice's hash, never by the language, so that both languages say the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gmai_data import vocabulary
from gmai_data.canonical import hash64
from gmai_data.config import AskConfig
from gmai_data.declare import Source
from gmai_data.errors import RejectedItem
from gmai_data.grammar import identity
from gmai_data.schema import Case, Fact, Request, Slice
from gmai_data.words.bind import TEXT_KINDS
from gmai_data.words.conversations import conversations
from gmai_data.words.facts import PRESENT, facts_of, qualifiers, text_facts
from gmai_data.words.plans import Plan, one_region, pictured, with_qualifiers
from gmai_data.words.prompts import Prompts
from gmai_data.words.questions import questions
from gmai_data.words.texts import texts, unusable

MAX_THINGS: Final = 6  # located things in one caption
MAX_ABSENT: Final = 3


def ask(
    source: Source, case: Case, slice: Slice, config: AskConfig, prompts: Prompts
) -> tuple[Request, ...]:
    """The requests of one bound slice, in order of their keys' subsets and numbers.

    Raises:
        UsageError: a prompt is missing for a language that is asked for.
    """
    facts = facts_of(source, case, slice)
    plans: list[Plan] = []
    if slice.width:
        plans += captions(facts, slice)
        plans += questions(source, facts, slice, config.questions)
        plans += conversations(facts, slice, config.instructs)
    requests = [
        _request(source, slice, plan, language, n, prompts)
        for language in config.languages
        for plan, n in _numbered(plans, config.subsets)
    ]
    requests += [
        _request(source, slice, plan, language, n, prompts)
        for language, given in texts(source, facts, slice)
        if language in config.languages
        for plan, n in _numbered(given, config.subsets, first=100 if slice.width else 0)
    ]
    return tuple(requests)


def unasked(source: Source, case: Case, slice: Slice) -> list[RejectedItem]:
    """Texts of the source that hold for this slice and cannot be used, with the rule that says why.

    The slice need not be bound.
    """
    if not any(note.kind in TEXT_KINDS for note in case.annotations):
        return []
    return unusable(source, text_facts(source, case, slice), slice)


def _numbered(
    plans: Sequence[Plan], subsets: Sequence[str], first: int = 0
) -> list[tuple[Plan, int]]:
    """Plans of the wanted subsets with their number within the subset."""
    counts: dict[str, int] = {}
    found = []
    for plan in plans:
        n = counts.get(plan.subset, first)
        counts[plan.subset] = n + 1
        if plan.subset in subsets:
            found.append((plan, n))
    return found


def _request(
    source: Source, slice: Slice, plan: Plan, language: str, n: int, prompts: Prompts
) -> Request:
    prompts.get(plan.prompt, language)
    key = identity.sample_key(source.name, slice.hash, plan.subset, language, n)
    seed = hash64("seed", key) >> 33
    return Request(
        key=key,
        subset=plan.subset,
        task=plan.task,
        language=language,
        prompt=plan.prompt,
        slice=slice.hash,
        facts=plan.facts,
        slots=plan.slots(language, seed) if callable(plan.slots) else plan.slots,
        seed=seed,
    )


def captions(facts: Sequence[Fact], slice: Slice) -> list[Plan]:
    """One caption of the image, and one of a box where there is one."""
    plans = []
    chosen = _worth_saying(facts, slice)
    if chosen:
        used = dict.fromkeys([*pictured(facts), *with_qualifiers(facts, chosen)])
        plans.append(Plan("caption", "caption-image", "caption-image", tuple(used)))
    boxed = [f for f in facts if f.kind in PRESENT and _has_box(facts, f)]
    if boxed:
        one = boxed[hash64("caption-box", slice.hash) % len(boxed)]
        region = one_region(facts, one, slice.hash)
        region_facts = with_qualifiers(region, [one], without=("count",))
        used = dict.fromkeys([*pictured(facts), *region_facts])
        slots = (("about", one.id),)
        plans.append(Plan("caption", "caption-box", "caption-box", tuple(used), slots))
    return plans


def _has_box(facts: Sequence[Fact], fact: Fact) -> bool:
    return any(q.kind == "box" for q in qualifiers(facts, fact.id))


def _worth_saying(facts: Sequence[Fact], slice: Slice) -> list[Fact]:
    """Findings first, then the largest structures; a few absences; nothing if only technique."""
    share = {f.of: float(f.value) for f in facts if f.kind == "share"}
    names: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if fact.kind in PRESENT:
            names.setdefault((fact.kind, fact.value), []).append(fact)
    # All objects of a name stand or fall together, or a number would be wrong.
    order = sorted(
        names.items(),
        key=lambda group: (
            group[0][0] == "organ",
            -max(share.get(f.id, 0.0) for f in group[1]),
            hash64("caption", [slice.hash, group[0][1]]),
        ),
    )
    chosen = [fact for _, group in order[:MAX_THINGS] for fact in group]
    rated = [f for f in facts if f.kind in ("grade", "measure")]
    scales = list(dict.fromkeys((f.kind, f.unit) for f in rated))
    scales.sort(key=lambda scale: hash64("scale", [slice.hash, *scale]) if len(scales) > 3 else 0)
    chosen += [f for f in rated if (f.kind, f.unit) in scales[:3]]
    absent = [f for f in facts if f.kind == "absent" and f.unit != "exclusive"]
    denied = {f.value for f in absent}  # no intracranial haemorrhage says no subdural one
    absent = [f for f in absent if denied.isdisjoint(vocabulary.load().ancestors(f.value))]
    absent.sort(key=lambda f: hash64("absent", [slice.hash, f.value]))
    chosen += absent[:MAX_ABSENT]
    technique = [f for f in facts if f.kind in ("plane", "view", "sequence", "anatomy")]
    return chosen if chosen or not technique else technique[:1]
