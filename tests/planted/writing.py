"""Scenes into texts: one claim per sentence, true or with one error in it.

A maker per kind gives what can be said of a scene, true or false, as the slots of frames;
:func:`corpus` draws from them by hash, and puts true sentences around.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from gmai_data import vocabulary
from gmai_data.canonical import hash64
from tests.planted import numbers, phrases_en, phrases_zh
from tests.planted.names import (
    MODALITIES,
    ORGANS,
    PARTS,
    PLANES,
    SEQUENCES,
    SIBLINGS,
)
from tests.planted.nouns import SIDE_ZH, Slots, bare_name, slots_of, with_article
from tests.planted.scenes import Scene, Thing

KINDS: Final = (
    "side", "number", "unit", "negation added", "negation dropped", "sibling label", "modality",
    "plane", "organ", "count",
)  # fmt: skip
MORE: Final = ("sequence", "position", "hedge", "over time", "beyond a slice")
LANGUAGES: Final = ("en", "zh")
OTHER: Final = {"left": "right", "right": "left"}
_POSITION_ZH: Final = {"upper": "上部", "lower": "下部", "left": "左侧", "right": "右侧",
                       "upper left": "左上部", "upper right": "右上部", "lower left": "左下部",
                       "lower right": "右下部"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """One text about a scene: its kind of error ("" for a true one) and the frame it hangs on."""

    kind: str
    language: str
    text: str
    scene: Scene
    frame: str

    @property
    def held_out(self) -> bool:
        """Half of the frames were never looked at while the checker was made."""
        return bool(hash64("planted-half", [self.language, self.frame]) & 1)


def corpus(scenes: Sequence[Scene], per_kind: int) -> Iterator[Text]:
    """Planted and true texts: ``per_kind`` of each kind and language in either half."""
    for language in LANGUAGES:
        for kind in (*KINDS, *MORE):
            for planted in (True, False):
                yield from _drawn(scenes, kind, language, planted, per_kind)


def _drawn(
    scenes: Sequence[Scene], kind: str, language: str, planted: bool, wanted: int
) -> Iterator[Text]:
    words = phrases_en if language == "en" else phrases_zh
    pool: list[tuple[int, Scene, Sequence[str], Slots]] = []
    for number, scene in enumerate(scenes):
        for at, (frames, slots) in enumerate(_MAKERS[kind](scene, language, planted, words)):
            seed = hash64("planted", [kind, language, planted, number, at])
            pool.append((seed, scene, frames, slots))
    pool.sort(key=lambda row: row[0])
    taken = {True: 0, False: 0}
    seen: set[str] = set()
    for turn in range(len(max((row[2] for row in pool), key=len, default=()))):
        for seed, scene, frames, slots in pool:
            if turn >= len(frames) or min(taken.values()) >= wanted:
                continue
            frame = frames[(seed + turn) % len(frames)]
            if slots.get("n", "").endswith(" of") and "{n} {pl}" not in frame:
                continue  # "the number is a pair of"
            one = Text(kind if planted else "", language, frame, scene, frame)
            if taken[one.held_out] >= wanted:
                continue
            sentence = said(frame, filled(slots, scene, language, seed // 64 + turn), language)
            text = around(sentence, scene, language, seed // 4096 + turn)
            if text not in seen:
                seen.add(text)
                taken[one.held_out] += 1
                yield replace(one, text=text)


def said(frame: str, slots: Slots, language: str) -> str:
    """The frame filled: spaces tidied, first letter large."""
    text = re.sub(" +", " ", frame.format(**slots)).strip()
    if language == "zh":
        return re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", text)
    return text[0].upper() + text[1:]


def around(sentence: str, scene: Scene, language: str, seed: int) -> str:
    """The sentence alone, or among true ones."""
    words = phrases_en if language == "en" else phrases_zh
    shape, pick = seed % 6, seed // 6
    first = after = ""
    if shape in (1, 2):
        first = _technique(scene, language, pick)
    if shape in (2, 3, 4):
        after = words.SECTION[pick % len(words.SECTION)]
    if shape == 4 and scene.absent:
        name = scene.absent[pick % len(scene.absent)]
        slots = slots_of(name, "finding", "", language, pick)
        frames = words.ABSENT[:3]
        after = said(frames[pick % 3], slots, language)
    parts = [part for part in (first, sentence, after) if part]
    return ("" if language == "zh" else " ").join(parts)


def _technique(scene: Scene, language: str, pick: int) -> str:
    pic = _pic(scene, language, pick)
    plane = PLANES.get(scene.plane, ("", ""))[language == "zh"].split("|")[0]
    if language == "en":
        return f"{plane.capitalize()} {pic}." if plane else f"This is a {pic}."
    return f"{plane}{pic}。"


def _pic(scene: Scene, language: str, pick: int) -> str:
    row = MODALITIES.get(scene.modality)
    if row is None or pick % 3 == 0:
        return "image" if language == "en" else "图像"
    forms = row[language == "zh"].split("|")
    return forms[pick // 3 % len(forms)]


# --- claims --------------------------------------------------------------------------------------


def filled(slots: Slots, scene: Scene, language: str, seed: int) -> Slots:
    """Every slot of a frame: noun phrases for names, a noun for the picture."""
    full = {"pic": _pic(scene, language, seed), **slots}
    if "name" in full:
        given = {k: full[k] for k in ("size", "n", "are", "lie") if k in full}
        kind, side = full.get("kind", "finding"), full.get("with_side", "")
        full |= slots_of(full["name"], kind, side, language, seed) | given
    for key in ("a", "b"):
        if key in full:
            full[key] = bare_name(full[key], "", language, seed)
    return full


Made = Iterator[tuple[Sequence[str], Slots]]


def _sides(scene: Scene, language: str, planted: bool, words: object) -> Made:
    one_sided: dict[str, set[str]] = {}
    for thing in scene.things:
        one_sided.setdefault(thing.name, set()).add(thing.side)
    for thing in scene.things:
        if one_sided[thing.name] not in ({"left"}, {"right"}):
            continue
        side = OTHER[thing.side] if planted else thing.side
        written = side if language == "en" else SIDE_ZH[side] + "侧"
        base = {"name": thing.name, "kind": thing.kind, "side": written}
        yield words.SIDED, base  # type: ignore[attr-defined]
        yield words.PRESENT, {**base, "with_side": side}  # type: ignore[attr-defined]
        if planted and thing.kind == "finding":
            yield words.ON_BOTH, base  # type: ignore[attr-defined]


def _numbers(scene: Scene, language: str, planted: bool, words: object) -> Made:
    sizes = {t.size for t in scene.things if t.size}
    for thing in scene.things:
        if thing.size:
            for size in numbers.sizes(thing.size, sizes, language, planted):
                yield words.SIZE, _about(thing, size=size)  # type: ignore[attr-defined]
        if thing.share and thing.kind != "organ":
            for share in numbers.shares(thing.share, language, planted):
                yield words.SHARE, _about(thing, size=share)  # type: ignore[attr-defined]


def _units(scene: Scene, language: str, planted: bool, words: object) -> Made:
    for thing in scene.things:
        if thing.size:
            for size in numbers.units(thing.size, language, planted):
                yield words.SIZE, _about(thing, size=size)  # type: ignore[attr-defined]


def _denials(scene: Scene, language: str, planted: bool, words: object) -> Made:
    if planted:
        for thing in scene.things:
            side = thing.side if thing.side in OTHER else ""
            yield words.ABSENT, {**_about(thing), "with_side": side}  # type: ignore[attr-defined]
            for name in scene.absent[:2]:
                yield words.BOTH_ABSENT, {"a": name, "b": thing.name}  # type: ignore[attr-defined]
                yield words.PRESENT_NOT, {"name": name, "b": thing.name}  # type: ignore[attr-defined]
        return
    for name in scene.absent:
        yield words.ABSENT, {"name": name}  # type: ignore[attr-defined]
        for other in scene.absent[:2]:
            if other != name:
                yield words.BOTH_ABSENT, {"a": name, "b": other}  # type: ignore[attr-defined]


def _assertions(scene: Scene, language: str, planted: bool, words: object) -> Made:
    if planted:
        for name in scene.absent:
            yield words.PRESENT, {"name": name}  # type: ignore[attr-defined]
        return
    for thing in scene.things:
        yield words.PRESENT, _about(thing)  # type: ignore[attr-defined]
        for name in scene.absent[:2]:
            yield words.PRESENT_NOT, {**_about(thing), "b": name}  # type: ignore[attr-defined]


def _siblings(scene: Scene, language: str, planted: bool, words: object) -> Made:
    for thing in scene.things:
        if thing.name not in SIBLINGS:
            continue
        if not planted:
            yield words.PRESENT, _about(thing)  # type: ignore[attr-defined]
            continue
        english, chinese = (row.split("|") for row in SIBLINGS[thing.name])
        for name, name_zh in zip(english, chinese, strict=False):
            if name not in scene.names:
                name = name_zh if language == "zh" else name
                yield words.PRESENT, {"name": name}  # type: ignore[attr-defined]


def _modalities(scene: Scene, language: str, planted: bool, words: object) -> Made:
    column = language == "zh"
    for name, row in MODALITIES.items():
        if (name == scene.modality) == planted or not scene.modality:
            continue
        for form in row[column].split("|"):
            yield words.MODALITY, {"mod": form}  # type: ignore[attr-defined]


def _planes(scene: Scene, language: str, planted: bool, words: object) -> Made:
    if scene.plane not in PLANES:
        return
    for name, row in PLANES.items():
        if (name == scene.plane) != planted:
            for form in row[language == "zh"].split("|"):
                yield words.PLANE, {"plane": form}  # type: ignore[attr-defined]


def _sequences(scene: Scene, language: str, planted: bool, words: object) -> Made:
    if scene.sequence not in SEQUENCES:
        return
    for name, row in SEQUENCES.items():
        if (name == scene.sequence) != planted and {name, scene.sequence} != {"T1w", "T1w+Gd"}:
            yield words.SEQUENCE, {"seq": row[language == "zh"]}  # type: ignore[attr-defined]


def _organs(scene: Scene, language: str, planted: bool, words: object) -> Made:
    column = 2 if language == "zh" else 0
    here = {t.name for t in scene.things if t.kind == "organ"} & ORGANS.keys()
    inside = " ".join(scene.names)
    if planted:
        for name, row in ORGANS.items():
            if name not in inside and (language == "en" or row[2] not in _zh(scene)):
                yield words.ORGAN, {"org": row[column]}  # type: ignore[attr-defined]
    else:
        for name in sorted(here):
            yield words.ORGAN, {"org": ORGANS[name][column]}  # type: ignore[attr-defined]
    for thing in scene.things:
        if thing.name not in PARTS:
            continue
        gen, organ, gen_zh, _ = PARTS[thing.name]
        for name, row in ORGANS.items():
            if (name == organ) == planted or (planted and name in inside):
                continue
            noun = gen if language == "en" else gen_zh
            yield words.IN_ORGAN, {  # type: ignore[attr-defined]
                "org": row[column], "gen_": noun, "adj": row[1] or f"{row[0]}",
                "gen": with_article(noun) if language == "en" else noun,
            }  # fmt: skip


def _zh(scene: Scene) -> str:
    known = vocabulary.load().terms
    return "".join(known[n].zh for n in sorted(scene.names) if n in known)


def _counts(scene: Scene, language: str, planted: bool, words: object) -> Made:
    for thing in scene.things:
        if thing.count:
            for n, one in numbers.counts(thing.count, language, planted):
                slots = {"n": n, "are": "is" if one else "are", "lie": "lies" if one else "lie"}
                yield words.COUNT, {**_about(thing), **slots}  # type: ignore[attr-defined]


def _positions(scene: Scene, language: str, planted: bool, words: object) -> Made:
    own = {t.position for t in scene.things if t.position}
    for thing in scene.things:
        row, _, column = thing.position.rpartition(" ")
        if column not in OTHER or len(own) > 1:
            continue
        side = OTHER[column] if planted else column
        place = side if row in ("", "centre") else f"{row} {side}"
        written = place if language == "en" else _POSITION_ZH[place]
        yield words.POSITION, {**_about(thing), "pos": written}  # type: ignore[attr-defined]


def _hedges(scene: Scene, language: str, planted: bool, words: object) -> Made:
    for thing in scene.things:
        if thing.kind == "finding":
            frames = words.HEDGE if planted else words.PRESENT  # type: ignore[attr-defined]
            yield frames, _about(thing)


def _over_time(scene: Scene, language: str, planted: bool, words: object) -> Made:
    for thing in scene.things:
        frames = words.TEMPORAL if planted else words.PRESENT  # type: ignore[attr-defined]
        yield frames, _about(thing)


def _beyond(scene: Scene, language: str, planted: bool, words: object) -> Made:
    for thing in scene.things:
        if thing.kind == "finding" and not scene.graded:
            frames = words.BEYOND if planted else words.PRESENT  # type: ignore[attr-defined]
            yield frames, _about(thing)


def _about(thing: Thing, **more: str) -> Slots:
    return {"name": thing.name, "kind": thing.kind, **more}


_MAKERS: Final = {
    "side": _sides, "number": _numbers, "unit": _units, "negation added": _denials,
    "negation dropped": _assertions, "sibling label": _siblings, "modality": _modalities,
    "plane": _planes, "organ": _organs, "count": _counts, "sequence": _sequences,
    "position": _positions, "hedge": _hedges, "over time": _over_time,
    "beyond a slice": _beyond,
}  # fmt: skip
