"""How varied and how guessable the offline texts are: ``python -m tests.variety [draws]``.

Texts are made of four sources whose slices differ as real ones do, by hash and without files.
Prints one table of captions (skeletons are captions without their terms, numbers and sides), one of
the answers' balance, and what can be guessed from the words of a question alone. The figures of
docs/prompts.md come from here, with 10,000 draws.
"""

from __future__ import annotations

import math
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from gmai_data import vocabulary
from gmai_data.answer import answer_offline
from gmai_data.ask import ask
from gmai_data.canonical import hash64
from gmai_data.config import AskConfig
from gmai_data.declare import label_parts
from gmai_data.schema import Annotation, Case, Label, Request, Slice
from gmai_data.vocabulary import plural_of, zh_sided
from gmai_data.words.bind import all_names, bind
from gmai_data.words.imaging import (
    MODALITY_WORDS,
    PLANE_WORDS,
    POSITION_WORDS,
    SEQUENCE_WORDS,
    VIEW_WORDS,
    WINDOW_WORDS,
)
from gmai_data.words.prompts import load_prompts
from tests.words_cases import PATTERNS, a_case, a_slice, mask

SAMPLE: Final = 1_000  # texts of measures that depend on how many there are
TABLES: Final = {
    "modality": MODALITY_WORDS, "sequence": SEQUENCE_WORDS, "plane": PLANE_WORDS,
    "view": VIEW_WORDS, "window": WINDOW_WORDS,
}  # fmt: skip
KIDNEY, DERMOSCOPY, CHEST, ORGANS = SOURCES = (
    "kidney-ct", "dermoscopy-class", "chest-flags", "organs-ct",
)  # fmt: skip


class Text(NamedTuple):
    """One answered request."""

    request: Request
    question: str
    answer: str


def _drawn(number: int, what: str, count: int) -> int:
    return hash64("variety", [number, what]) % count


def varied(name: str, number: int) -> tuple[Case, Slice]:
    """The ``number``-th case and slice of a source: other findings, sides, sizes and planes."""
    pattern = PATTERNS[name]

    def draw(what: str, count: int) -> int:
        return _drawn(number, what, count)

    if name == DERMOSCOPY:
        raw = ("mel", "nv", "nv", "bcc")[draw("class", 4)]
        return a_case(Annotation(part=0, kind="class", raw=raw)), a_slice(number)
    if name == CHEST:
        states = ("present", "absent", "absent")
        notes = (
            Annotation(part=0, kind="flags", raw=raw, values=(("state", states[draw(raw, 3)]),))
            for raw in "PEFC"
        )
        return a_case(*notes), a_slice(number)
    plane = ("axial", "coronal", "sagittal")[draw("plane", 3)]
    known = {
        "plane": plane, "count": 80, "index": 30, "spacing_mm": (0.8, 0.8),
        "display": "radiological",
        "window": ("soft tissue 50/400 HU", "")[draw("window", 2)],
    }  # fmt: skip
    labels: list[Label] = []
    if name == ORGANS:
        names = [raw for raw in all_names(label_parts(pattern.source)[0]) if draw(raw, 2)]
        for k, raw in enumerate(names):
            x, y = draw(f"x{raw}", 380), draw(f"y{raw}", 380)
            labels.append(
                mask(raw, (x, y, x + 60 + 5 * k, y + 70), 0.01 * (1 + draw(raw + "s", 9)))
            )
    else:
        side = ("left", "right")[draw("side", 2)]
        labels.append(mask("1", (200, 200, 300, 300), 0.05))
        for raw in ("2", "3"):
            for _ in range(draw("n" + raw, 2)):
                x, y, size = draw("x" + raw, 400), draw("y" + raw, 400), 20 + draw("d" + raw, 60)
                labels.append(mask(
                    raw, (x, y, x + size, y + size), size * size / 262_144, diameter_mm=size * 0.8,
                    short_mm=size * 0.7, side=side, side_source="geometry"))  # fmt: skip
    return pattern.case, a_slice(number, labels=tuple(labels), **known)


def texts(name: str, numbers: range, config: AskConfig) -> Iterator[Text]:
    """What the offline realiser says of these slices."""
    source, prompts = PATTERNS[name].source, load_prompts()
    for number in numbers:
        case, slice = varied(name, number)
        bound = bind(source, case, slice)
        for request in ask(source, case, bound, config, prompts):
            turns = answer_offline(request, bound, prompts).turns
            yield Text(request, turns[0].text, turns[-1].text)


@cache
def _names(kind: str, value: str, language: str) -> tuple[str, ...]:
    """The words a fact's value can stand for in a text."""
    if kind in TABLES:
        word = TABLES[kind][value]
        both = (word.name, word.image, word.adjective) if language == "en" else (
            word.zh, word.image_zh)  # fmt: skip
        return tuple(w for w in both if w)
    if kind == "position":
        return (POSITION_WORDS[value][language != "en"],)
    term = vocabulary.load().get(value)
    if term is None:
        return ()
    if language == "en":
        return (plural_of(term), term.term)
    sides = tuple(zh_sided(term, side) for side in ("left", "right", "both")) if term.sides else ()
    return (*sides, term.zh)


def skeleton(text: Text) -> str:
    """The answer without its terms, techniques, numbers, counts, sides and punctuation."""
    language = text.request.language
    found: dict[str, str] = {}
    for fact in text.request.facts:
        for words in _names(fact.kind, fact.value, language):
            found[words.lower()] = fact.kind[0].upper()
    plain = text.answer.lower()
    for words in sorted(found, key=len, reverse=True):
        plain = plain.replace(words, found[words])
    plain = re.sub(r"\d+(?:\.\d+)?", "N", plain)
    counts = r"\b(?:one|two|three|four|five|six)\b" if language == "en" else "[一两三四五六]"
    sides = r"\b(?:left|right|both|bilateral)\b" if language == "en" else "[左右双]侧?"
    plain = re.sub(sides, "S", re.sub(counts, "K", plain))
    # A longer list is the same sentence.
    item = r"(?:(?:an?|the|s) )*[A-Z]+" if language == "en" else "[A-Z]+"
    plain = re.sub(rf"{item}(?:(?:, |、| and | or |及|或){item})+", "L", plain)
    return re.sub(r"[\s.,;:()（），。；：、]|\ban?\b", "", plain)


class Shape(NamedTuple):
    """Figures of one set of captions; shares are of 1."""

    texts: int
    skeletons: int
    top: float  # share of the commonest skeleton
    top_ten: float
    entropy: float  # of skeletons, over its greatest value
    opening: float  # share of the commonest first three words (four characters)
    distinct: tuple[float, float, float]  # different 1-, 2- and 3-grams over all, of SAMPLE texts
    same: float  # share of texts that stand there more than once, terms and numbers included
    near: float  # share with a 5-gram Jaccard likeness over 0.9 to another of SAMPLE
    zipped: float  # zlib bytes over bytes


def shape(captions: Sequence[Text]) -> Shape:
    """The figures of these captions, all of one language."""
    english = captions[0].request.language == "en"
    counted = Counter(skeleton(t) for t in captions)
    shares = sorted((n / len(captions) for n in counted.values()), reverse=True)
    answers = [t.answer for t in captions]
    tokens = [a.lower().split() if english else list(a) for a in answers[:SAMPLE]]
    openings = Counter(tuple(words[:3] if english else words[:4]) for words in tokens)
    ways = tuple(_distinct(tokens, n) for n in (1, 2, 3))
    raw = "\n".join(answers[:SAMPLE]).encode()
    most = math.log(len(counted)) or 1.0
    return Shape(
        texts=len(captions),
        skeletons=len(counted),
        top=shares[0],
        top_ten=sum(shares[:10]),
        entropy=-sum(s * math.log(s) for s in shares) / most,
        opening=openings.most_common(1)[0][1] / len(tokens),
        distinct=(ways[0], ways[1], ways[2]),
        same=sum(n for n in Counter(answers).values() if n > 1) / len(answers),
        near=_near(tokens),
        zipped=len(zlib.compress(raw, 6)) / len(raw),
    )


def _distinct(tokens: Sequence[Sequence[str]], n: int) -> float:
    grams = [tuple(words[i : i + n]) for words in tokens for i in range(len(words) - n + 1)]
    return len(set(grams)) / max(1, len(grams))


def _near(tokens: Sequence[Sequence[str]]) -> float:
    shingles = [frozenset(tuple(w[i : i + 5]) for i in range(len(w) - 4)) for w in tokens]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    like = set()
    for i, mine in enumerate(shingles):
        shared = Counter(j for gram in mine for j in holders[gram])
        for j, common in shared.items():
            if common > 0.9 * len(mine | shingles[j]):
                like |= {i, j}
        for gram in mine:
            holders[gram].append(i)
    return len(like) / len(tokens)


def balance(found: Sequence[Text]) -> list[tuple[str, str, int, float]]:
    """Kind, value, how many, and its share: of letters by number of options, yes and no, length."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text in found:
        slots = dict(text.request.slots)
        options = [v for k, v in text.request.slots if k.startswith("choice")]
        if slots.get("letter") and options:
            counts[f"letter of {len(options)}"][slots["letter"]] += 1
            right = options["ABCDEFGH".index(slots["letter"])]
            longest = len(right) == max(map(len, options)) and len({*map(len, options)}) > 1
            counts[f"longest of {len(options)}"]["right" if longest else "wrong"] += 1
        if text.request.task == "percept-presence":
            counts["presence"][slots["answer"]] += 1
        if text.request.task == "percept-side":
            about = next(f for f in text.request.facts if f.kind == "side")
            counts["side"][about.value] += 1
    return [
        (kind, value, n, n / sum(counter.values()))
        for kind, counter in sorted(counts.items())
        for value, n in sorted(counter.items())
    ]


class Blind(NamedTuple):
    """How often an answer is guessed without the picture."""

    task: str
    texts: int
    majority: float  # the commonest answer of the other half, always
    words: float  # naive Bayes over the question's words, learned on the other half


def blind(found: Sequence[Text]) -> list[Blind]:
    """Majority and bag-of-words guesses per task of closed questions, by halves of the slices."""
    by_task: dict[str, list[tuple[list[str], str, int]]] = defaultdict(list)
    for text in found:
        answer = _truth(text.request)
        if answer:
            words = re.findall(
                r"[a-z]+|[\u4e00-\u9fff]", re.sub(r"<[^>]*>", "", text.question.lower())
            )
            half = int(text.request.slice[:8], 16) % 2
            by_task[f"{text.request.task} {text.request.language}"].append((words, answer, half))
    rows = []
    for task, items in sorted(by_task.items()):
        learned = [(words, answer) for words, answer, half in items if not half]
        asked = [(words, answer) for words, answer, half in items if half]
        if len(learned) < 50 or len(asked) < 50:
            continue
        common = Counter(answer for _, answer in learned).most_common(1)[0][0]
        guess = _bayes(learned)
        rows.append(Blind(
            task, len(items), sum(a == common for _, a in asked) / len(asked),
            sum(guess(words) == a for words, a in asked) / len(asked)))  # fmt: skip
    return rows


def _truth(request: Request) -> str:
    slots = dict(request.slots)
    if slots.get("letter"):
        return slots["letter"]
    if request.task == "percept-presence":
        return slots["answer"]
    kinds = {"percept-side": "side", "percept-plane": "plane", "percept-modality": "modality",
             "percept-position": "position", "percept-class": "finding"}  # fmt: skip
    kind = kinds.get(request.task)
    return next((f.value for f in request.facts if f.kind == kind), "") if kind else ""


def _bayes(learned: Sequence[tuple[list[str], str]]) -> Callable[[Sequence[str]], str]:
    prior = Counter(answer for _, answer in learned)
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for words, answer in learned:
        seen[answer].update(set(words))

    def guess(words: Sequence[str]) -> str:
        def score(answer: str) -> float:
            n = prior[answer]
            odds = sum(math.log((seen[answer][w] + 0.5) / (n + 1)) for w in set(words))
            return math.log(n) + odds

        return max(sorted(prior), key=score)

    return guess


def main() -> int:
    """Print the tables."""
    draws = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    print("| captions | texts | skeletons | top | top ten | entropy | opening | distinct-1/2/3 "
          "| repeated | near | zlib |\n|---|---|---|---|---|---|---|---|---|---|---|")  # fmt: skip
    for name in SOURCES:
        said = list(texts(name, range(draws), AskConfig(subsets=("caption",))))
        for task in ("caption-image", "caption-box"):
            for language in ("en", "zh"):
                one = [t for t in said if (t.request.task, t.request.language) == (task, language)]
                if not one:
                    continue
                s = shape(one)
                ways = "/".join(f"{d:.2f}" for d in s.distinct)
                print(f"| {name} {task} {language} | {s.texts} | {s.skeletons} | {s.top:.1%} "
                      f"| {s.top_ten:.0%} | {s.entropy:.2f} | {s.opening:.0%} | {ways} "
                      f"| {s.same:.0%} | {s.near:.0%} | {s.zipped:.2f} |")  # fmt: skip
    asked = {
        name: list(texts(name, range(draws // 5), AskConfig(subsets=("percept",), questions=30)))
        for name in SOURCES
    }
    print("\n| answers | value | n | share |\n|---|---|---|---|")
    for kind, value, n, share in balance([t for found in asked.values() for t in found]):
        print(f"| {kind} | {value} | {n} | {share:.1%} |")
    print("\n| task | questions | majority | from words |\n|---|---|---|---|")
    for name, found in asked.items():
        for row in blind(found):
            print(f"| {name} {row.task} | {row.texts} | {row.majority:.1%} | {row.words:.1%} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
